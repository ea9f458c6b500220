//! Questions, answers and cards as tables and decks, and back again.

use super::*;

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
