//! What an export holds, and what it leaves out.

use serde_json::Value;

use crate::cli::trial::Trial;
use crate::domain::id::QuestionId;
use crate::domain::journey::Outcome;
use crate::domain::level::Level;
use crate::domain::practice::record;
use crate::store::home::Texts;
use crate::store::samples;

/// A home with a sitting, an application, a debrief, a note and a private note.
fn full() -> Trial {
    let trial = Trial::new();
    trial.sit();
    let home = trial.home();
    home.save_application(&samples::application("acme-engineer"))
        .expect("saved");
    let mut debrief = samples::debrief();
    debrief.private = false;
    home.save_entry(&debrief).expect("saved");
    let mut note = samples::note("2026-11-20-walk", "A calm *day*.\n# Not a heading");
    note.private = false;
    home.save_entry(&note).expect("saved");
    let mut secret = samples::note("2026-11-21-secret", "Nobody reads XYZZY.");
    secret.private = true;
    home.save_entry(&secret).expect("saved");
    trial
}

#[test]
fn a_whole_mock_is_written_with_the_page_of_its_debrief() {
    let trial = Trial::new();
    let mut head = samples::head();
    head.shape = Some(samples::shape());
    let home = trial.home();
    home.begin_sitting(&head).expect("saved");
    for block in [samples::answer(0, "We kept the queue."), samples::rating(0)] {
        home.append_block(&head.id, &block, head.started)
            .expect("saved");
    }
    let done = trial.run(&["export", "md", "--what", "answers"]);
    assert!(done.out.contains("**Went well:** "), "{}", done.out);
    assert!(done.out.contains("### Part by part"), "{}", done.out);
    assert!(
        done.out.contains("- Plans and problems: Partly."),
        "{}",
        done.out
    );
    assert!(done.out.contains("greenroom drill --code "), "{}", done.out);
}

/// A sitting with a question of one's own that has code and points.
fn sit_at_the_gate(trial: &Trial) {
    trial.put("questions/mine.toml", OWN);
    let (home, head) = (trial.home(), samples::head());
    home.begin_sitting(&head).expect("saved");
    for mut block in [
        samples::answer(0, "let a = 1;\nsay(a);"),
        samples::rating(0),
    ] {
        match &mut block {
            record::Block::Answer(answer) => answer.question = QuestionId::new("mine/q-gate"),
            record::Block::Rating(rating) => {
                rating.points = vec![record::Mark::Missed, record::Mark::Hit];
                rating.proofs = vec![(2, "say(a)".to_owned())];
                rating.flags.clear();
                rating.dimensions.clear();
            }
            _ => {}
        }
        home.append_block(&head.id, &block, head.started)
            .expect("saved");
    }
}

#[test]
fn one_sitting_is_a_page_that_can_be_printed_and_handed_on() {
    let trial = Trial::new();
    trial.put("profile.toml", "format = 1\nname = \"Lina\"\n");
    sit_at_the_gate(&trial);
    let page = trial.run(&["export", "md", "--sitting", "last"]).out;
    for words in [
        "# ",
        " 2026, ",
        ". Lina\n",
        "| Question | Level | Length |\n| --- | --- | --- |\n| ",
        "## 1. 1. What does this print",
        "Situation:\n\n```\n    for i in 0..3 {\n        say(i);\n    }\n```",
        "```\nlet a = 1;\nsay(a);\n```",
        "**Level: Partly.** One core point is not in it yet.",
        "- **not said, to learn:** Says that the end is not in\n- said: Counts aloud\n  \"say(a)\"",
        "**Next step:** Add this: ",
        "**A line to myself:** Name the number earlier.",
    ] {
        assert!(page.contains(words), "{words:?} is not in\n{page}");
    }
}

#[test]
fn one_sitting_is_written_by_its_name_its_beginning_or_as_the_last() {
    let trial = full();
    let id = trial.home().load_all(Texts::Left).sittings[0]
        .head
        .id
        .clone();
    let whole = trial.run(&["export", "md", "--sitting", id.as_str()]);
    assert!(whole.out.contains("> We kept the queue."), "{}", whole.out);
    assert!(!whole.out.contains("# Applications"), "{}", whole.out);
    for name in ["last", id.as_str().get(..12).expect("a long name")] {
        assert_eq!(
            trial.run(&["export", "md", "--sitting", name]).out,
            whole.out
        );
    }
    let none = trial.run(&["export", "md", "--sitting", "1999"]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert!(
        none.said().contains(&format!("The last one is `{id}`")),
        "{}",
        none.said()
    );
    let form = trial.run(&["export", "csv", "--sitting", "last"]);
    assert_eq!(form.code, 2);
    let empty = Trial::new().run(&["export", "md", "--sitting", "last"]);
    assert!(
        empty.said().contains("There is no sitting yet."),
        "{}",
        empty.said()
    );
}

fn json(words: &[&str]) -> Value {
    let done = full().run(&[&["export", "json"], words].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    serde_json::from_str(&done.out).expect("it is JSON")
}

#[test]
fn programs_get_everything_under_stable_names() {
    let all = json(&[]);
    assert_eq!(all["format"], 1);
    let answer = &all["sittings"][0]["answers"][0];
    assert_eq!(answer["text"], "We kept the queue.");
    assert_eq!(answer["kind"], "behavioral");
    assert!(answer["ratings"][0]["level"].is_string(), "{answer}");
    assert_eq!(all["entries"].as_array().map(Vec::len), Some(2));
    assert!(all["entries"][0]["debrief"]["questions"][0]["text"].is_string());
    assert_eq!(all["applications"][0]["id"], "acme-engineer");
}

#[test]
fn programs_get_the_points_in_words() {
    let trial = Trial::new();
    sit_at_the_gate(&trial);
    let done = trial.run(&["export", "json", "--what", "answers"]);
    let all: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let rating = &all["sittings"][0]["answers"][0]["ratings"][0];
    assert_eq!(rating["points"][1], "hit");
    assert_eq!(rating["point_texts"][1], "Counts aloud", "{rating}");
}

#[test]
fn only_what_was_asked_for_is_in_it() {
    let journal = json(&["--what", "journal"]);
    assert!(journal["entries"].is_array());
    assert!(journal.get("sittings").is_none() && journal.get("applications").is_none());
}

#[test]
fn private_entries_and_ways_to_reach_people_stay_at_home() {
    let mut debrief = samples::debrief();
    debrief.private = false;
    let body = debrief.debrief.as_mut().expect("a debrief");
    body.people[0].contact = "CONTACT-1".to_owned();
    body.contact = "CONTACT-2".to_owned();
    body.body_language = "BODY".to_owned();
    for form in ["json", "md"] {
        let trial = full();
        trial.home().save_entry(&debrief).expect("saved");
        let done = trial.run(&["export", form]);
        for word in ["XYZZY", "CONTACT-1", "CONTACT-2", "BODY"] {
            assert!(!done.out.contains(word), "{form}: {word}");
        }
        assert!(
            done.err.contains("1 private entry left out."),
            "{}",
            done.err
        );
    }
}

#[test]
fn people_get_one_document_in_which_their_words_stay_words() {
    let done = full().run(&["export", "md"]);
    let lines: Vec<&str> = done.out.lines().collect();
    for line in [
        "# Applications",
        "# Journal",
        "# Answers",
        "Application: Acme, Engineer",
        "> # Not a heading",
        "> We kept the queue.",
    ] {
        assert!(lines.contains(&line), "{line}\n{}", done.out);
    }
    assert!(!lines.contains(&"# Not a heading"));
}

#[test]
fn a_file_is_made_once_and_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.json");
    let path = path.to_str().expect("a plain name");
    let trial = full();
    let done = trial.run(&["export", "json", "--out", path]);
    assert_eq!((done.code, done.out), (0, format!("saved {path}\n")));
    let again = trial.run(&["export", "json", "--out", path]);
    assert_eq!(again.code, 1);
    assert!(
        again.said().contains("exists already and was not touched"),
        "{}",
        again.err
    );
}

#[test]
fn hidden_names_are_letters_in_an_export_as_on_paper() {
    let shown = full().run(&["export", "md"]);
    assert!(shown.out.contains("Acme"), "{}", shown.out);
    for form in ["md", "json"] {
        let done = full().run(&["export", form, "--hide-names"]);
        assert_eq!(done.code, 0);
        assert!(done.out.contains("Employer A"), "{}", done.out);
        assert!(!done.out.to_lowercase().contains("acme"), "{}", done.out);
        let stays = "Names are hidden, save those that only your own texts tell.";
        assert!(done.said().contains(stays), "{}", done.said());
    }
}

#[test]
fn a_page_for_people_tells_how_it_ended_and_has_no_empty_parts() {
    let trial = Trial::new();
    let nothing = trial.run(&["export", "md"]).out;
    assert_eq!(nothing, "Nothing of it has been written yet.\n");
    let home = trial.home();
    let mut job = samples::application("acme-engineer");
    (job.closed, job.outcome) = (true, Outcome::Rejected);
    job.ended = None;
    home.save_application(&job).expect("saved");
    let day = |d: &str| Some(d.parse().expect("a day"));
    for (id, created) in [("a-later", "2026-11-20"), ("z-first", "2026-11-02")] {
        let mut story = samples::story(id);
        (story.title, story.created, story.private) = (id.to_owned(), day(created), false);
        home.add_story(&story).expect("saved");
    }
    let told = trial.run(&["export", "md"]).out;
    assert!(
        told.contains("they chose somebody else. Last stage: "),
        "{told}"
    );
    for part in ["# Journal", "# Answers"] {
        assert!(!told.contains(part), "{told}");
    }
    let at = |id: &str| told.find(&format!("## {id}"));
    assert!(at("z-first") < at("a-later"), "{told}");
    assert!(told.contains("In 45:\n\n> Told in 45."), "{told}");
}

/// Own questions that have everything that a table holds, and what a careless reader of tables would spoil.
const OWN: &str = r#"format = 1

[[question]]
id = "q-gate"
text = "1. What does this print: `<b>`?"
kind = "technical"
stages = ["technical-assessment", "panel"]
difficulty = 3
tags = ["Loops, nested", "C#", "snake_case"]
setup = """
    for i in 0..3 {
        say(i);
    }"""
notes = "0, then \"1\",\n\n- then 2 &amp; <i>end</i>."
strong = [{ text = "Says that the end is not in", core = true }, { text = "Counts aloud" }]
red_flags = [{ text = "Guesses", critical = true }]
probes = [{ text = "And why not 3?" }, { text = "=1 then?" }]
variants = ["What comes out?"]

[[question]]
id = "q-sum"
text = "=1+1 is what?"
kind = "knowledge"
stages = ["technical-assessment"]
difficulty = 2
notes = "'=2"
"#;

/// A home with own questions and a pack.
fn with_questions() -> Trial {
    let trial = Trial::new();
    trial.put("questions/mine.toml", OWN);
    trial.put("packs/nights.toml", "questions = [\"Why nights?\"]\n");
    trial
}

#[test]
fn questions_go_into_a_table_which_calculates_nothing() {
    let trial = with_questions();
    let done = trial.run(&["export", "csv", "--pack", "mine"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let head = "id,question,setup,answer,topics,kind,stage,difficulty,points,red flags,follow-ups,wordings,pack\n";
    assert!(done.out.starts_with(head), "{}", done.out);
    let row = "mine/q-sum,'=1+1 is what?,,''=2,,knowledge,technical-assessment,2,,,,,mine\n";
    assert!(done.out.ends_with(row), "{}", done.out);
    let lists = ",\"Says that the end is not in (core)\nCounts aloud\",Guesses (critical),\"And why not 3?\n=1 then?\",What comes out?,mine\n";
    assert!(done.out.contains(lists), "{}", done.out);
    assert!(!done.out.contains("nights"), "{}", done.out);
    let all = trial.run(&["export", "csv", "--what", "questions"]);
    assert!(
        all.out.contains("Why nights?") && all.out.len() > 99_999,
        "the library, too"
    );
    let two = trial.run(&["export", "csv", "--pack", "nights", "--pack", "mine"]);
    assert!(two.out.contains("Why nights?") && two.out.contains("q-gate"));
}

#[test]
fn what_no_table_holds_is_told() {
    let trial = with_questions();
    trial.put(
        "packs/days.toml",
        "[[question]]\nid = \"a\"\ntext = \"Why days?\"\noutline = [\"Light\"]\n",
    );
    for form in ["csv", "anki"] {
        let done = trial.run(&["export", form, "--pack", "days", "--pack", "mine"]);
        assert!(
            done.said()
                .starts_with("1 question has more than fits here"),
            "{}",
            done.err
        );
        let shipped = trial.run(&["export", form, "--pack", "greenroom"]);
        assert!(
            shipped.said().contains("questions have more"),
            "{}",
            shipped.err
        );
    }
}

#[test]
fn questions_go_into_cards_and_keep_their_names() {
    let done = with_questions().run(&["export", "anki", "--pack", "mine"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let head = "#separator:tab\n#html:false\n#notetype:Basic\n#deck:Greenroom\n#columns:Front\tBack\tTags\tName\n#tags column:3\n#guid column:4\n";
    assert!(done.out.starts_with(head), "{}", done.out);
    let card = "\n\nWhat speaks against it:\n- Guesses (critical)\n\nThey may go on with:\n- And why not 3?\n- =1 then?\n\nAlso asked as:\n- What comes out?\"\t\"greenroom greenroom::kind::technical greenroom::stage::technical-assessment greenroom::stage::panel greenroom::difficulty::3 Loops,_nested C# snake__case\"\t\"greenroom/mine/q-gate\"\n";
    assert!(done.out.contains(card), "{}", done.out);
    // What every such answer needs stands on a card that has no points of its own.
    let usual = "\"'=2\n\nWhat a strong answer usually does:\n- ";
    assert!(done.out.contains(usual), "{}", done.out);
}

#[test]
fn answers_go_into_tables_and_cards() {
    let table = full().run(&["export", "csv", "--what", "answers"]);
    let head = "at,sitting,question,answer,level,seconds,words,kind,note,question_id\n";
    assert!(table.out.starts_with(head), "{}", table.out);
    assert!(table.out.contains(",We kept the queue.,"), "{}", table.out);
    let cards = full().run(&["export", "anki", "--what", "answers"]);
    assert!(
        cards.out.contains("\t\"We kept the queue."),
        "{}",
        cards.out
    );
    assert!(cards.out.contains("\"greenroom behavioral\"\t\"greenroom/"));
    for out in [table.out, cards.out] {
        assert!(!out.contains("XYZZY"), "the journal is not in it");
    }
}

#[test]
fn what_does_not_go_together_is_told() {
    for (words, why) in [
        (
            &["json", "--what", "questions"][..],
            "exported as csv or anki",
        ),
        (&["csv", "--what", "journal"], "A table holds one thing"),
        (&["anki", "--what", "all"], "A table holds one thing"),
        (&["md", "--pack", "mine"], "--pack goes with questions"),
        (
            &["csv", "--what", "answers", "--pack", "mine"],
            "--pack goes with questions",
        ),
        (&["csv", "--pack", "nihgts"], "Did you mean `nights`?"),
    ] {
        let done = with_questions().run(&[&["export"], words].concat());
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}");
        assert!(done.said().contains(why), "{words:?}: {}", done.err);
    }
}

/// What a pack says, but for the ids, which are made of the words, and what a follow-up is about.
fn told(pack: &str) -> Vec<toml::Value> {
    let pack: toml::Table = pack.parse().expect("TOML");
    let mut questions = pack["question"].as_array().expect("questions").clone();
    for question in questions.iter_mut().filter_map(toml::Value::as_table_mut) {
        question.remove("id");
        let probes = question
            .get_mut("probes")
            .and_then(toml::Value::as_array_mut);
        for probe in probes.into_iter().flatten() {
            *probe = probe["text"].clone();
        }
    }
    questions
}

/// Writes a text into a file and imports that into an empty home; gives the pack.
fn back(name: &str, text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    let trial = Trial::new();
    let done = trial.run(&["import", path.to_str().expect("plain"), "--into", "mine"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    trial.text("questions/mine.toml")
}

#[test]
fn an_exported_table_comes_back_as_it_was() {
    let trial = with_questions();
    let table = trial.run(&["export", "csv", "--pack", "mine"]).out;
    assert_eq!(told(&back("t.csv", &table)), told(OWN));
    // As other spreadsheets save it.
    let records = csv::Reader::from_reader(table.as_bytes()).into_records();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer
        .write_record(crate::content::import::own::COLUMNS)
        .expect("written");
    for record in records {
        writer
            .write_record(&record.expect("a row"))
            .expect("written");
    }
    let saved = String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8");
    assert_eq!(told(&back("t.csv", &format!("\u{feff}{saved}"))), told(OWN));
}

#[test]
fn exported_cards_come_back_as_they_were() {
    let cards = with_questions()
        .run(&["export", "anki", "--pack", "mine"])
        .out;
    assert_eq!(told(&back("t.txt", &cards)), told(OWN));
}

#[test]
fn cards_come_back_from_anki_as_they_were() {
    let cards = with_questions()
        .run(&["export", "anki", "--pack", "mine"])
        .out;
    let body = cards.split_once("#guid column:4\n").expect("a head").1;
    let rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(b'\t')
        .from_reader(body.as_bytes())
        .into_records();
    let mut again = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n".to_owned();
    for row in rows {
        let row = row.expect("a row");
        let html = |text: &str| {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("\"{}\"", text.replace('"', "\"\"").replace('\n', "<br>"))
        };
        let fields = [
            &row[3],
            "Basic",
            "Greenroom",
            &html(&row[0]),
            &html(&row[1]),
            &row[2],
        ];
        again.push_str(&fields.join("\t"));
        again.push('\n');
    }
    assert_eq!(told(&back("t.txt", &again)), told(OWN));
}

#[test]
fn what_was_exported_is_not_added_to_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let trial = with_questions();
    for form in ["csv", "anki"] {
        let path = folder.path().join(format!("t.{form}"));
        let path = path.to_str().expect("plain");
        trial.run(&["export", form, "--pack", "mine", "--out", path]);
        let done = trial.run(&["import", path, "--into", "mine"]);
        assert!(done.out.contains("Nothing new"), "{form}: {}", done.out);
        assert_eq!(trial.text("questions/mine.toml"), OWN);
    }
}

#[test]
fn an_answer_that_was_taken_again_has_the_level_and_not_the_one_before() {
    let trial = Trial::new();
    let (home, head) = (trial.home(), samples::head());
    home.begin_sitting(&head).expect("saved");
    let mut again = samples::answer(0, "The second take.");
    if let record::Block::Answer(answer) = &mut again {
        answer.take = 2;
        answer.extra = Some(record::Extra {
            to: record::To::Again,
            asked: String::new(),
        });
    }
    let mut partner = samples::rating(0);
    if let record::Block::Rating(rating) = &mut partner {
        rating.rater = record::Rater::Partner;
        rating.level = Level::NotYet;
    }
    let first = samples::answer(0, "The first take.");
    for block in [first, again, samples::rating(0), partner] {
        home.append_block(&head.id, &block, head.started)
            .expect("saved");
    }
    let table = trial.run(&["export", "csv", "--what", "answers"]).out;
    assert!(table.contains("The first take.,,88,"), "{table}");
    assert!(table.contains("The second take.,Partly,88,"), "{table}");
    let told = trial.run(&["export", "json", "--what", "answers"]).out;
    let told: Value = serde_json::from_str(&told).expect("it is JSON");
    let ratings = |at: usize| told["sittings"][0]["answers"][at]["ratings"].as_array();
    assert_eq!(ratings(0).map(Vec::len), Some(0));
    assert_eq!(ratings(1).map(Vec::len), Some(2));
}

#[test]
fn stories_are_written_for_programs_and_people_and_private_ones_stay() {
    let trial = Trial::new();
    let home = trial.home();
    let mut open = samples::story("the-night-rota");
    open.private = false;
    home.add_story(&open).expect("saved");
    let mut secret = samples::story("secret");
    secret.title = "Nobody reads XYZZY.".into();
    home.add_story(&secret).expect("saved");
    let mut told_there = samples::debrief();
    told_there.private = false;
    let debrief = told_there.debrief.as_mut().expect("a debrief");
    debrief.questions[1].story = Some(secret.id.clone());
    home.save_entry(&told_there).expect("saved");
    let done = trial.run(&["export", "json", "--what", "stories"]);
    let told: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let one = &told["stories"][0];
    assert_eq!(told["stories"].as_array().map(Vec::len), Some(1));
    assert_eq!(one["shows"][1], "planning");
    assert_eq!(one["lengths"]["90"], "All of it.");
    assert_eq!(one["lengths"]["45"], "Told in 45.");
    assert_eq!(one["told"][0]["people"][0], "Ann Okafor");
    assert_eq!(one["recall"][2]["how"], "missed");
    assert_eq!(done.said(), "1 private story left out.");
    let done = trial.run(&["export", "json"]);
    assert!(done.out.contains("\"the-night-rota\""), "{}", done.out);
    assert!(!done.out.contains("\"secret\""), "{}", done.out);
    let done = trial.run(&["export", "md"]);
    for line in [
        "## The night rota",
        "Shows: Ownership",
        "- 2026-11-20, acme-engineer, Panel (Ann Okafor, Solid)",
        "In 30 seconds:\n\n> Two sick calls.",
    ] {
        assert!(done.out.contains(line), "{line}\n{}", done.out);
    }
    assert!(!done.out.contains("XYZZY"));
}

const JOB: &str = r#"format = 1
employer = "St. Mary, Hill"
role = "Ward nurse"
stage = "panel"
since = 2026-11-02
closed = false
outcome = "pending"
notes = "Nobody reads XYZZY."

[[round]]
stage = "screening"
date = 2026-11-10
outcome = "advanced"

[[round.people]]
name = "Amina Okafor"
title = "recruiter"
contact = "a.okafor@hill.example, +49 30 1234567"

[[round]]
stage = "panel"
date = 2026-12-03
time = 10:00:00
outcome = "pending"
place = "Hill Street 4; back entrance"
length = "45 min"

[[round.people]]
name = "Amina Okafor"

[[round.people]]
name = "Beate Kuhn"
title = "head nurse"

[[round]]
stage = "panel"
outcome = "pending"
"#;

fn nurse() -> Trial {
    let trial = Trial::new();
    trial.put("applications/st-mary-nurse.toml", JOB);
    trial
}

#[test]
fn interviews_go_into_a_calendar_and_stay_the_same_when_they_are_moved() {
    let trial = nurse();
    let done = trial.run(&["export", "ics"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let whole = done.out.replace("\r\n ", "");
    for line in [
        "BEGIN:VCALENDAR",
        "UID:st-mary-nurse-panel-1@greenroom",
        "DTSTART:20261203T100000",
        "DURATION:PT45M",
        "SUMMARY:St. Mary\\, Hill\\, Ward nurse: panel interview",
        "LOCATION:Hill Street 4\\; back entrance",
        "DESCRIPTION:With: Amina Okafor\\; Beate Kuhn\\, head nurse\\nLength: 45 min",
        "DTSTART;VALUE=DATE:20261110",
        "DTEND;VALUE=DATE:20261111",
        "END:VCALENDAR",
    ] {
        assert!(whole.split("\r\n").any(|l| l == line), "{line}: {whole}");
    }
    assert_eq!(whole.matches("BEGIN:VEVENT").count(), 2, "{whole}");
    assert!(!whole.contains("XYZZY"), "notes stay at home");
    assert!(done.out.lines().all(|l| l.len() <= 75), "{}", done.out);
    let ids = |out: &str| -> Vec<String> {
        let ids = out.lines().filter(|l| l.starts_with("UID"));
        ids.map(str::to_owned).collect()
    };
    let path = "applications/st-mary-nurse.toml";
    trial.put(path, &JOB.replace("2026-12-03", "2026-12-09"));
    let moved = trial.run(&["export", "ics"]).out;
    assert_eq!(ids(&moved), ids(&done.out));
}

#[test]
fn an_interview_to_come_of_a_job_that_is_over_is_in_no_calendar() {
    let trial = nurse();
    let path = "applications/st-mary-nurse.toml";
    let over = JOB.replace("closed = false", "closed = true");
    trial.put(path, &over);
    let out = trial.run(&["export", "ics"]).out;
    assert!(!out.contains("20261203"), "{out}");
    assert!(out.contains("20261110"), "what was held stays: {out}");
}

#[test]
fn what_is_to_be_sent_on_a_day_stands_in_the_calendar() {
    let trial = Trial::new();
    trial.interview_tomorrow("Acme");
    trial.debriefed_today("Acme", "J. Moreau");
    let path = trial
        .files()
        .into_iter()
        .find(|f| f.starts_with("journal/"));
    let path = path.expect("a debrief");
    let entry = trial.text(&path);
    trial.put(&path, &entry.replace("private = true", "private = false"));
    let out = trial.run(&["export", "ics"]).out;
    assert!(out.contains("SUMMARY:Thank J. Moreau"), "{out}");
    assert!(out.contains("DTSTART;VALUE=DATE:20261124"), "{out}");
}

#[test]
fn people_of_interviews_are_contacts_each_once() {
    let done = nurse().run(&["export", "vcf"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    for line in [
        "UID;VALUE=text:greenroom-st-mary-nurse-amina-okafor",
        "FN:Amina Okafor",
        "TITLE:recruiter",
        "ORG:St. Mary\\, Hill",
        "EMAIL:a.okafor@hill.example",
        "TEL:+49 30 1234567",
        "NOTE:screening\\, 10 November 2026\\npanel interview\\, 3 December 2026",
        "FN:Beate Kuhn",
    ] {
        assert!(
            done.out.split("\r\n").any(|l| l == line),
            "{line}: {}",
            done.out
        );
    }
    assert_eq!(done.out.matches("BEGIN:VCARD").count(), 2);
}

#[test]
fn a_calendar_is_of_interviews_and_hides_no_names() {
    let trial = nurse();
    for words in [
        &["export", "ics", "--what", "answers"][..],
        &["export", "vcf", "--pack", "mine"],
        &["export", "ics", "--hide-names"],
    ] {
        assert_eq!(trial.run(words).code, 2, "{words:?}");
    }
}

#[test]
fn the_steps_that_are_done_are_exported() {
    let trial = full();
    let told = trial.run(&["export", "json", "--what", "applications"]).out;
    let told: Value = serde_json::from_str(&told).expect("it is JSON");
    let tick = &told["applications"][0]["ticks"][0];
    assert_eq!(
        (&tick["stage"], &tick["on"]),
        (&"panel".into(), &"2026-11-22".into())
    );
    let page = trial.run(&["export", "md"]).out;
    assert!(
        page.contains("2026-11-22: Read the advert again, Panel"),
        "{page}"
    );
}
