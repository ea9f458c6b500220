//! The card is drawn at every size, leads to where each line is kept, and is said aloud.

use std::time::Duration;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::domain::id::{ApplicationId, QuestionId};
use crate::domain::journey::Which;
use crate::domain::journey::{Application, Round};
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::person::Person;
use crate::domain::practice::sample;
use crate::panes::easel::{Easel, empty_home};

fn hotel() -> Application {
    let day: NaiveDate = "2026-03-13".parse().expect("a date in a test");
    let mut round = Round::of(StageId::Panel, Some(day), NaiveTime::from_hms_opt(10, 0, 0));
    round.place = "Seestrasse 4, back entrance".to_owned();
    round.bring = "ID".to_owned();
    round.people = vec![Person {
        name: "Beate Kuhn (KOON)".to_owned(),
        title: "general manager".to_owned(),
        ..Person::default()
    }];
    Application {
        role: "Supervisor".to_owned(),
        rounds: vec![round],
        asks: vec![(StageId::Panel, "Who is on the desk at night?".to_owned())],
        notes: "Pay: 48,000 to 52,000".to_owned(),
        ..Application::new(
            ApplicationId::new("hotel"),
            "Hotel Lindenhof".to_owned(),
            StageId::Panel,
            day,
        )
    }
}

/// The evening before, with one answer that went well, read as the keeper reads it.
fn evening() -> Easel<Page> {
    let mut model = empty_home();
    let sitting = sample::sitting("q-one", 1, Level::Solid);
    model.practice.history.learn([&sitting]);
    model.journey.applications.push(hotel());
    let mut screen = Easel::new(Page::new(None), model, sample::at(0.0));
    assert!(
        matches!(&screen.effects[..], [Effect::ReadSitting(id)] if *id == sitting.head.id),
        "{:?}",
        screen.effects
    );
    screen.tell(&Msg::Outcome(Outcome::SittingRead(Box::new(sitting))));
    screen
}

#[test]
fn one_page_has_all_of_it_and_every_line_leads_to_where_it_is_kept() {
    let mut screen = evening();
    let text = screen.text();
    for words in [
        "When         Fri 13 Mar at 10:00",
        "Where        Seestrasse 4, back entrance",
        "Who          Beate Kuhn (KOON), general manager",
        "Say first    ",
        "Told them    Pay: 48,000 to 52,000",
        "Ask          Who is on the desk at night?",
        "Bring        ID",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let job = ApplicationId::new("hotel");
    let places = [
        ("Fri 13 Mar", Place::EditRound(job.clone(), Some(0))),
        ("Say first", Place::Question(QuestionId::new("q-one"))),
        ("Told them", Place::EditApplication(Some(job.clone()))),
        ("Ask ", Place::Interview(StageId::Panel, job)),
    ];
    for (words, place) in places {
        for _ in 0..12 {
            if screen.marked().contains(words) {
                break;
            }
            screen.press(Command::Down);
        }
        screen.press(Command::Edit);
        assert_eq!(
            screen.going.pop(),
            Some(Go::Open(place)),
            "{}",
            screen.text()
        );
    }
}

#[test]
fn every_line_can_be_reached_and_is_marked_at_every_size() {
    for size in [(200, 60), (80, 24), (60, 15), (40, 10)] {
        let mut screen = evening();
        screen.size = size;
        let lines = screen.pane.lines.len();
        for at in 0..lines {
            assert_eq!(screen.pane.cursor.at, at);
            assert!(!screen.marked().is_empty(), "{size:?}: {}", screen.text());
            screen.press(Command::Down);
        }
    }
}

#[test]
fn tab_goes_from_part_to_part_and_around() {
    let mut screen = evening();
    let mut parts = Vec::new();
    for _ in 0..8 {
        parts.push(screen.pane.marked().expect("a line").part);
        screen.press(Command::NextPane);
    }
    parts.dedup();
    assert_eq!(parts.first(), parts.last());
    assert!(parts.len() > 6, "{parts:?}");
    screen.press(Command::PrevPane);
    assert_eq!(screen.pane.marked().expect("a line").part, Part::When);
}

#[test]
fn the_first_sentences_are_said_one_after_another_with_a_quiet_clock() {
    let mut screen = evening();
    let sentence = {
        let card = screen.pane.card.as_ref().expect("a card");
        card.sentences()[0].1.clone()
    };
    screen.press(Command::Main);
    assert!(screen.text().contains(&sentence), "{}", screen.text());
    assert!(!screen.text().contains("Seestrasse"), "{}", screen.text());
    screen.now = screen.now.after(Duration::from_secs(20));
    let head = |screen: &Easel<Page>| {
        let (look, (keymap, _)) = (
            crate::look::Look::default(),
            crate::keys::Keymap::with("config.toml", &[]),
        );
        screen.pane.head(&screen.view(&look, &keymap))
    };
    assert_eq!(
        head(&screen),
        Head::Title {
            left: "Say it aloud".to_owned(),
            middle: "1 of 1".to_owned(),
            right: "0:20".to_owned(),
        }
    );
    let wake = screen.pane.next_wake(&screen.model, screen.now);
    assert_eq!(wake, Some(screen.now.mono + Duration::from_secs(1)));
    let refused = screen.pane.unavailable(Command::Save, &screen.model);
    assert!(refused.is_some());
    screen.press(Command::Main);
    assert!(screen.text().contains("Seestrasse"), "{}", screen.text());
    assert!(screen.effects.len() == 1, "nothing is kept");
    screen.press(Command::Main);
    screen.press(Command::Back);
    assert!(screen.text().contains("Seestrasse"), "{}", screen.text());
    assert_eq!(screen.going, [], "Esc leads back to the card, not off it");
    assert_eq!(screen.pane.next_wake(&screen.model, screen.now), None);
}

#[test]
fn it_is_written_into_a_file_and_copied() {
    let mut screen = evening();
    screen.press(Command::Save);
    let Some(Effect::WritePage(name, text)) = screen.effects.last() else {
        panic!("{:?}", screen.effects);
    };
    assert_eq!(name, "2026-03-13-hotel-lindenhof-last-ten-minutes");
    assert!(
        text.contains("## Where\n\n- Seestrasse 4, back entrance\n"),
        "{text}"
    );
    let copied = screen.copied().expect("a card");
    assert!(
        copied.starts_with("The last ten minutes\nHotel Lindenhof, Supervisor: panel interview\n")
    );
}

#[test]
fn a_card_with_nearly_nothing_says_what_fills_it() {
    let mut model = empty_home();
    let mut bare = hotel();
    bare.rounds[0] = Round::of(StageId::Panel, bare.rounds[0].date, None);
    bare.notes.clear();
    bare.asks.clear();
    model.journey.applications.push(bare);
    let mut screen = Easel::new(Page::new(None), model, sample::at(0.0));
    for words in [
        "Where        not written yet",
        "Who          not written yet",
        "Ask          not written yet",
        "Bring        not written yet",
        "No first sentence yet: a story that fits",
    ] {
        assert!(screen.text().contains(words), "{words}: {}", screen.text());
    }
    let paper = screen.copied().expect("a card");
    assert!(!paper.contains("not written"), "{paper}");
    assert_eq!(
        screen
            .pane
            .unavailable(Command::Main, &screen.model)
            .as_deref(),
        Some(silent().as_str())
    );
    assert!(!evening().text().contains("not written yet"));
    assert!(!evening().text().contains("No first sentence yet"));
    screen.press(Command::Main);
    assert!(screen.text().contains("Fri 13 Mar"));
    screen.press(Command::PrevPane);
    screen.press(Command::Edit);
    let form = Place::EditRound(ApplicationId::new("hotel"), Some(0));
    assert_eq!(screen.going.pop(), Some(Go::Open(form)));
}

#[test]
fn without_an_interview_e_adds_one() {
    let mut screen = Easel::new(Page::new(None), empty_home(), sample::at(0.0));
    assert!(
        screen.text().contains("No interview yet. e adds"),
        "{}",
        screen.text()
    );
    screen.press(Command::Edit);
    assert_eq!(screen.going, [Go::Open(Place::EditApplication(None))]);
}

#[test]
fn once_it_is_over_e_adds_the_next_one() {
    let mut model = empty_home();
    let mut over = hotel();
    over.rounds[0].date = Some("2026-03-10".parse().expect("a date in a test"));
    model.journey.applications.push(over);
    let mut screen = Easel::new(Page::new(None), model, sample::at(0.0));
    assert!(
        screen.text().contains("e adds the next one"),
        "{}",
        screen.text()
    );
    screen.press(Command::Edit);
    let form = Place::EditRound(ApplicationId::new("hotel"), None);
    assert_eq!(screen.going.pop(), Some(Go::Open(form)));
    let mut other = hotel();
    other.id = ApplicationId::new("other");
    other.rounds.clear();
    screen.model.journey.applications.push(other);
    screen.press(Command::Edit);
    assert_eq!(
        screen.going.pop(),
        Some(Go::Section(crate::desk::Section::Roadmap))
    );
    let there = Some((ApplicationId::new("other"), Which::Next));
    let screen = Easel::new(Page::new(there), screen.model, sample::at(0.0));
    assert!(
        screen
            .text()
            .contains("No interview is written down there yet.")
    );
}

#[test]
fn hidden_names_are_nowhere_on_it() {
    let mut screen = evening();
    screen.model.names_hidden = true;
    screen.tell(&Msg::Shown);
    for text in [screen.text(), screen.copied().expect("a card")] {
        for name in ["Lindenhof", "Kuhn"] {
            assert!(!text.contains(name), "{name}: {text}");
        }
    }
}
