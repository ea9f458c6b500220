//! How the lines fit, and how the mark goes through them.

use super::*;

#[test]
fn every_line_can_be_reached_and_is_marked_at_every_size() {
    for size in [(80, 24), (120, 40), (100, 24), (72, 20), (60, 15), (40, 10)] {
        let mut model = busy_home();
        model.journal.put(debrief_of_acme("2026-03-11"));
        let mut screen = today(model);
        screen.size = size;
        let count = screen.pane.rows(&screen.model).len();
        for at in 0..count {
            assert_eq!(screen.pane.cursor.at, at);
            let marks = screen.text().matches('▌').count();
            assert!(
                (1..=8).contains(&marks),
                "{at} at {size:?}: {}",
                screen.text()
            );
            screen.press(Command::Down);
        }
    }
}

#[test]
fn a_reason_stands_once_at_every_size() {
    for size in [
        (200, 60),
        (120, 40),
        (100, 24),
        (80, 24),
        (60, 30),
        (40, 30),
    ] {
        let mut screen = today(busy_home());
        screen.size = size;
        let text = screen.text();
        assert!(text.contains("Say what work you do"), "{size:?}: {text}");
        let count = text.matches("for its questions").count();
        assert!(count <= 1, "{size:?}: {text}");
    }
}

#[test]
fn a_week_without_answers_has_no_bars() {
    let mut model = empty_home();
    practiced(&mut model, "2026-03-01", &[("q-one", Level::Solid)]);
    let text = today(model).text();
    assert!(text.contains("no answers yet"), "{text}");
    assert!(!text.contains("Mo ·"), "{text}");
}

#[test]
fn a_list_that_does_not_fit_says_how_much_is_hidden() {
    let mut screen = today(busy_home());
    screen.size = (40, 10);
    screen.model.profile.said.family = true;
    screen.model.profile.minutes_a_day = 240;
    screen.tell(&Msg::Shown);
    let rows = screen.pane.rows(&screen.model);
    let count = rows.iter().filter(|row| row.part == Next).count();
    assert!(count > 3, "{count}");
    let words = format!("Next up, {} more", count - 3);
    assert!(screen.text().contains(&words), "{}", screen.text());
}

#[test]
fn the_marked_line_can_be_copied() {
    assert_eq!(
        today(busy_home()).copied().as_deref(),
        Some("What about q-one?, 4 min, Partly the last time")
    );
    assert_eq!(today(empty_home()).copied(), None);
}

#[test]
fn tab_goes_from_part_to_part_and_around() {
    let mut model = busy_home();
    let debrief = Entry {
        stage: Some(StageId::Screening),
        ..debrief_of_acme("2026-03-11")
    };
    model.journal.put(debrief);
    let mut screen = today(model);
    let mut parts = Vec::new();
    for _ in 0..6 {
        parts.push(screen.pane.rows(&screen.model)[screen.pane.cursor.at].part);
        screen.press(Command::NextPane);
    }
    assert_eq!(parts, [Send, Next, Recent, Road, Note, Send]);
    screen.press(Command::PrevPane);
    screen.press(Command::PrevPane);
    let at = screen.pane.cursor.at;
    assert_eq!(screen.pane.rows(&screen.model)[at].part, Note);
}

#[test]
fn a_narrow_screen_has_the_interview_in_its_title() {
    let mut screen = today(busy_home());
    let fact = |screen: &Easel<Today>| {
        let (keymap, _) = crate::keys::Keymap::with("config.toml", &[]);
        let look = crate::look::Look::default();
        match screen.pane.head(&screen.view(&look, &keymap)) {
            Head::Sections { fact, .. } => fact,
            Head::Title { .. } => String::new(),
        }
    };
    assert_eq!(fact(&screen), "12 Mar");
    screen.size = (60, 15);
    assert_eq!(fact(&screen), "Acme, panel Wednesday at 10:00");
    screen.size = (40, 10);
    assert_eq!(fact(&screen), "panel Wednesday at 10:00");
    screen.size = (120, 40);
    assert_eq!(fact(&screen), "Thu 12 Mar");
}

#[test]
fn a_question_that_is_cut_in_its_line_is_whole_in_the_line_of_words() {
    let mut model = busy_home();
    let long = "Tell me about a time when two people wanted opposite things of you at once.";
    model.library.cards[0].text = long.to_owned();
    let mut screen = today(model);
    while !screen.marked().starts_with("Tell me about a time") {
        screen.press(Command::Down);
    }
    assert_eq!(screen.status(), long);
}

#[test]
fn somebody_who_was_away_is_greeted_without_a_count() {
    let mut model = empty_home();
    practiced(&mut model, "2026-01-20", &[("q-one", Level::Solid)]);
    let screen = today(model);
    let fact = &screen.lines()[1];
    assert_eq!(
        fact,
        "  Good to see you again. What is next is planned from today."
    );
}

#[test]
fn recent_answers_stand_in_the_order_in_which_they_were_given() {
    let mut model = empty_home();
    practiced(&mut model, "2026-03-12", &[("q-one", Level::Solid)]);
    let later = "2026-03-12T10:03:00+01:00";
    let mut talk = sample::sitting("q-two", 0, Level::Solid);
    talk.head.started = chrono::DateTime::parse_from_rfc3339(later).expect("a time in a test");
    talk.head.title = "Judgment questions".to_owned();
    talk.head.form = Form::Items(Vec::new());
    talk.blocks.retain(|b| matches!(b, Block::Answer(_)));
    talk.blocks.push(Block::Event(Event {
        at: talk.head.started,
        what: EventKind::Finished,
        seconds: 0,
    }));
    model.practice.past.learn([&talk]);
    let rows = rows::recent(&model, day("2026-03-12"));
    assert_eq!(rows[0].text, "Judgment questions");
}
