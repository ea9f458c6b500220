//! What an export holds, and what it leaves out.

mod calendar;
mod offers;
mod sitting;
mod tables;

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

/// A home with own questions and a pack.
fn with_questions() -> Trial {
    let trial = Trial::new();
    trial.put("questions/mine.toml", OWN);
    trial.put("packs/nights.toml", "questions = [\"Why nights?\"]\n");
    trial
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
