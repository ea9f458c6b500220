//! L18, L19 and the counts of other rules: the library with something taken away or changed.

use super::*;

/// What the figures tell after a change to the library.
#[track_caller]
fn without(change: impl FnOnce(&mut Book), tells: &[(&str, &str)]) {
    let mut book = Book::shipped();
    change(&mut book);
    let mut sink = Sink::default();
    coverage::check(&book, &mut Out::new(Scope::Shipped, &mut sink));
    let told: Vec<&str> = sink.found.iter().map(|f| f.what.as_str()).collect();
    for (rule, says) in tells {
        let found = sink.found.iter().find(|f| f.what.contains(says));
        let found = found.unwrap_or_else(|| panic!("{says}: {told:#?}"));
        assert_eq!(found.rule, Some(*rule));
        assert_eq!(found.severity, Severity::Error);
        assert!(!found.hint.is_empty());
    }
}

#[test]
fn l18_every_family_and_stage_has_its_questions() {
    let closing = |book: &mut Book| book.questions.retain(|q| q.record.kind != "closing");
    without(
        closing,
        &[
            ("L18", "Too few closing questions for general: 0 of 13."),
            (
                "L18",
                "Too few closing questions for the stage panel: 0 of 6.",
            ),
        ],
    );
    let general = |book: &mut Book| {
        let own = |roles: &[String]| roles.iter().any(|role| role == "general");
        book.questions.retain(|q| own(&q.record.roles));
    };
    without(
        general,
        &[
            ("L18", "Too few questions: "),
            ("L18", "Too few wordings: "),
            ("L18", "Too few technical questions for software: 0 of 8."),
            (
                "L18",
                "Too few questions of software for the stage technical-assessment: 0 of 14.",
            ),
            (
                "L18",
                "Too few presentations of sales for the stage checks: 0 of 1.",
            ),
            (
                "L18",
                "Too few questions for the stage technical-assessment: ",
            ),
        ],
    );
}

#[test]
fn l18_every_competency_and_topic_has_its_questions() {
    let easy = |book: &mut Book| {
        for question in &mut book.questions {
            question.record.difficulty = Some(1);
        }
    };
    without(
        easy,
        &[(
            "L18",
            "The competency `conflict` has no question of difficulty 3.",
        )],
    );
    let one_sided = |book: &mut Book| {
        let conflict = |q: &[String]| q.iter().any(|c| c == "conflict");
        book.questions
            .retain(|q| q.record.kind == "behavioral" || !conflict(&q.record.competencies));
    };
    without(
        one_sided,
        &[(
            "L18",
            "The competency `conflict` has too few kinds: 1 of 3.",
        )],
    );
    let second = |book: &mut Book| {
        for question in &mut book.questions {
            question
                .record
                .competencies
                .insert(0, "ownership".to_owned());
        }
    };
    without(
        second,
        &[
            ("L18", " questions of which it is the first: "),
            (
                "L18",
                " behavioral questions for everybody of which it is the first: ",
            ),
        ],
    );
    let weakness = |book: &mut Book| book.questions.retain(|q| q.record.topic != "weakness");
    without(
        weakness,
        &[("L18", "Too few sensitive questions on `weakness`: 0 of 4.")],
    );
}

#[test]
fn l19_the_mix_is_right() {
    let easy = |book: &mut Book| {
        for question in &mut book.questions {
            question.record.difficulty = Some(1);
        }
    };
    without(
        easy,
        &[(
            "L19",
            "100 percent of the questions have difficulty 1; 30 are wanted",
        )],
    );
    let chief = |book: &mut Book| {
        for question in &mut book.questions {
            question.record.seniority = vec!["executive".to_owned()];
        }
    };
    without(
        chief,
        &[
            (
                "L19",
                "Too few questions for the seniority `entry`: 0 of 30.",
            ),
            (
                "L19",
                " questions are for every seniority; 70 percent are needed.",
            ),
        ],
    );
    let all = |book: &mut Book| {
        for question in &mut book.questions {
            question.record.standard = true;
        }
    };
    without(
        all,
        &[
            ("L19", "Marked `standard` among opener questions: "),
            ("L19", "Marked `standard` among other questions: "),
        ],
    );
}

#[test]
fn l18_there_is_enough_of_everything_else() {
    without(
        |book| drop(book.stages.pop()),
        &[("L18", "Too few records `stage`: 7 of 8.")],
    );
    without(
        |book| book.plans.clear(),
        &[("L18", "Too few records `plan`: 0 of 6.")],
    );
    without(
        |book| book.scenarios.truncate(17),
        &[("L18", "Too few records `scenario`: 17 of 18.")],
    );
    without(
        |book| book.scenarios.retain(|s| s.record.group != "process"),
        &[("L18", "Too few scenarios of the group process: 0 of 4.")],
    );
    without(
        |book| book.blueprints.retain(|b| b.record.stage != "checks"),
        &[("L18", "Too few blueprints of the stage checks: 0 of 2.")],
    );
    without(
        |book| book.stages[0].record.blueprints.clear(),
        &[(
            "L18",
            "Too few stages `screening` that name two blueprints: 0 of 1.",
        )],
    );
    let silent = |book: &mut Book| {
        for checklist in &mut book.checklists {
            checklist
                .record
                .items
                .iter_mut()
                .for_each(|i| i.tip = false);
        }
    };
    without(
        silent,
        &[("L18", "Too few lines with `tip = true`: 0 of 120.")],
    );
}

#[test]
fn the_counts_of_other_rules_are_reached() {
    let items = |book: &mut Book| book.items.retain(|i| i.record.family != "general");
    without(
        items,
        &[("L23", "Too few judgments for everybody: 0 of 20.")],
    );
    let spoken = |book: &mut Book| book.items.retain(|i| i.record.kind == "sjt");
    without(spoken, &[("L23", "Too few statements: 0 of 24.")]);
    let one_voice = |book: &mut Book| book.perspectives.retain(|p| p.record.voice == "seeker");
    without(
        one_voice,
        &[
            ("L25", "Too few cards in the voice `manager`: 0 of 40."),
            ("L25", "Too few cards on `trends`: "),
        ],
    );
    let happy = |book: &mut Book| {
        for card in &mut book.perspectives {
            card.record.outcome = "good".to_owned();
            card.record.speaker = "returner".to_owned();
            card.record.pair.clear();
        }
    };
    without(
        happy,
        &[
            (
                "L25",
                "Too few cards that ended badly or half well: 0 of 20.",
            ),
            ("L25", "Too few kinds of speakers: 1 of 12."),
            ("L25", "Too few cards with a pair: 0 of 30."),
        ],
    );
    let asks = |book: &mut Book| {
        book.asks.retain(|a| a.record.topic != "ethics");
        for ask in &mut book.asks {
            ask.record.audience = vec!["hr".to_owned()];
        }
    };
    without(
        asks,
        &[
            ("L26", "Too few questions to ask on `ethics`: 0 of 4."),
            ("L26", "Too few questions to ask for `peer`: 0 of 8."),
        ],
    );
    let thanks = |book: &mut Book| {
        book.templates
            .retain(|t| !t.record.r#type.starts_with("thank-you"));
    };
    without(
        thanks,
        &[
            (
                "L27",
                "Too few templates of the type thank-you-panel: 0 of 1.",
            ),
            ("L27", "Too few letters of thanks: 0 of 4."),
        ],
    );
    let samples = |book: &mut Book| book.exemplars.clear();
    without(
        samples,
        &[(
            "L29",
            "Too few sets of sample answers in the group hard talk: 0 of 2.",
        )],
    );
}

#[test]
fn what_the_library_covers_fits_a_terminal() {
    let table = coverage();
    assert!(table.contains("\nsoftware "), "{table}");
    assert!(table.contains("\nbehavioral "), "{table}");
    assert!(table.contains("scenario 20"), "{table}");
    assert!(!table.contains("- "), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 100));
    let mut book = Book::shipped();
    book.questions.retain(|q| q.record.kind != "closing");
    let table = coverage::table(&book);
    let general = table.lines().find(|line| line.starts_with("general"));
    assert!(general.is_some_and(|line| line.contains(" 0- ")), "{table}");
}
