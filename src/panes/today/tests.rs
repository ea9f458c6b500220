//! Today is drawn at every size, and does what it says.

mod lines;

use chrono::{NaiveDate, NaiveTime};

use super::row::Part::{Next, Note, Recent, Road, Send};
use super::*;
use crate::desk::Effect;
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{Application, Round};
use crate::domain::letter::About;
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::person::Person;
use crate::domain::practice::record::{Block, Event, EventKind, Form};
use crate::domain::practice::sample;
use crate::domain::time::Now;
use crate::panes::easel::{Easel, empty_home, practiced};
use crate::store::draft_file::{Draft, Owner};

/// Thursday 12 March 2026, half past six in the evening.
fn now() -> Now {
    sample::at(0.0)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date in a test")
}

fn acme(round: &str) -> Application {
    Application {
        role: "Senior Engineer".to_owned(),
        rounds: vec![Round::of(
            StageId::Panel,
            Some(day(round)),
            NaiveTime::from_hms_opt(10, 0, 0),
        )],
        ..Application::new(
            ApplicationId::new("acme"),
            "Acme".to_owned(),
            StageId::Panel,
            day("2026-02-12"),
        )
    }
}

fn debrief_of_acme(date: &str) -> Entry {
    let people = ["J. Moreau", "Ms. Okafor"].map(|name| Person {
        name: name.to_owned(),
        ..Person::default()
    });
    Entry {
        id: EntryId::new("acme-panel"),
        kind: EntryKind::Debrief,
        date: day(date),
        time: None,
        title: String::new(),
        application: Some(ApplicationId::new("acme")),
        stage: Some(StageId::Panel),
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: "Four people, one of them a designer.".to_owned(),
        beside: None,
        debrief: Some(Box::new(Debrief {
            people: people.to_vec(),
            ..Debrief::default()
        })),
    }
}

/// A home in the middle of a hunt: two days of practice this week, a panel in six days.
fn busy_home() -> Model {
    let mut model = empty_home();
    model.profile.name = "Sam".to_owned();
    let monday = [("q-one", Level::Partly), ("q-two", Level::Solid)];
    practiced(&mut model, "2026-03-09", &monday);
    practiced(&mut model, "2026-03-11", &[("q-three", Level::Strong)]);
    model.journey.applications.push(acme("2026-03-18"));
    model
}

fn today(model: Model) -> Easel<Today> {
    Easel::new(Today::default(), model, now())
}

#[test]
fn the_smallest_window_says_when_the_next_interview_is_and_not_only_the_one_after_it() {
    let mut job = acme("2026-03-12");
    job.employer = "Hillview Primary School".to_owned();
    let round = |stage, hour| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0);
        Round::of(stage, Some(day("2026-03-12")), time)
    };
    job.rounds = vec![round(StageId::InPerson, 19), round(StageId::Panel, 20)];
    for (width, height) in [(40, 10), (40, 12), (60, 10), (80, 24)] {
        let mut model = empty_home();
        model.journey.applications.push(job.clone());
        let mut screen = today(model);
        screen.size = (width, height);
        let text = screen.text().to_lowercase();
        assert!(text.contains("today at 19:00"), "{width}x{height}: {text}");
    }
}

#[test]
fn an_empty_home_offers_one_way_to_begin_and_one_to_look_around() {
    let mut screen = today(empty_home());
    assert_eq!(screen.pane.context(&screen.model), Context::Firstrun);
    assert_eq!(
        screen.marked(),
        "Start a five-minute mock                                               Enter"
    );
    screen.press(Command::Down);
    screen.press(Command::Main);
    assert!(matches!(screen.effects[..], [Effect::Sample(true)]));
    screen.press(Command::Up);
    screen.press(Command::Main);
    assert_eq!(screen.going, [Go::Open(Place::Sitting)]);
}

#[test]
fn the_first_page_says_where_the_files_are() {
    let screen = today(empty_home());
    assert!(
        screen.text().contains("/home/sam/.local/share/greenroom"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_first_page_keeps_its_five_ways_at_every_size() {
    for size in [(80, 24), (60, 15), (40, 10), (300, 80)] {
        let mut screen = today(empty_home());
        screen.size = size;
        for way in first::Way::ALL {
            assert!(
                !screen.marked().is_empty(),
                "{way:?} at {size:?}: {}",
                screen.text()
            );
            screen.press(Command::Down);
        }
        assert!(
            screen.marked().starts_with("Read what happens"),
            "{}",
            screen.text()
        );
    }
}

#[test]
fn before_the_home_is_read_there_is_only_a_greeting_where_it_will_stay() {
    let mut model = busy_home();
    model.loaded = Loaded::Nothing;
    let screen = today(model);
    let early = screen.lines();
    let late = today(busy_home()).lines();
    assert_eq!(screen.pane.context(&screen.model), Context::Today);
    assert_eq!(early[0], "  Good evening, Sam.");
    assert_eq!(early[0], late[0]);
    assert!(
        early[3].starts_with("  Next up") && late[3].starts_with("  Next up"),
        "{early:?}"
    );
}

#[test]
fn a_home_that_only_holds_a_draft_is_not_new() {
    let mut model = empty_home();
    model.drafts.push(Draft {
        owner: Owner::NewEntry,
        field: "body".to_owned(),
        text: "They asked about".to_owned(),
        facts: String::new(),
        caret: 0,
        saved_at: now().wall,
    });
    let mut screen = today(model);
    assert!(
        screen.marked().starts_with("Go on with: a new entry"),
        "{}",
        screen.text()
    );
    assert!(
        screen.text().contains("half written today"),
        "{}",
        screen.text()
    );
    screen.press(Command::Main);
    assert_eq!(screen.going, [Go::Open(Place::EditEntry(None))]);
}

#[test]
fn the_one_fact_is_the_next_interview() {
    let screen = today(busy_home());
    let lines = screen.lines();
    assert_eq!(lines[0], "  Good evening, Sam.");
    assert_eq!(
        lines[1],
        "  Acme, panel interview: Wednesday at 10:00, in six days."
    );
}

#[test]
fn an_interview_of_yesterday_is_debriefed_first() {
    let mut model = busy_home();
    model.journey.applications = vec![acme("2026-03-11")];
    let mut screen = today(model);
    assert_eq!(
        screen.lines()[1],
        "  Acme, panel interview: yesterday. Debrief it first."
    );
    assert!(
        screen
            .marked()
            .starts_with("Debrief: Acme, panel interview"),
        "{}",
        screen.text()
    );
    screen.press(Command::Main);
    let slot = acme("2026-03-11").rounds[0].slot();
    let place = Place::Debrief(None, Some((ApplicationId::new("acme"), Some(slot))));
    assert_eq!(screen.going, [Go::Open(place)]);
}

#[test]
fn what_is_next_has_its_minutes_and_its_reason_and_enter_starts_it() {
    let mut screen = today(busy_home());
    let marked = screen.marked();
    assert!(marked.contains(" min "), "{marked}");
    assert!(marked.ends_with("Partly the last time"), "{marked}");
    screen.press(Command::Main);
    assert_eq!(screen.going, [Go::Open(Place::Sitting)]);
    let sitting = screen.model.practice.sitting.as_deref().expect("a sitting");
    assert_eq!(sitting.head().plan[0].question.as_str(), "q-one");
}

#[test]
fn the_week_has_its_figures_beside_the_bars() {
    let text = today(busy_home()).text();
    assert!(text.contains("17 minutes, 3 answers"), "{text}");
    assert!(text.contains("Mo 11   Tu ·    We 6    Th ·"), "{text}");
    let mut plain = today(busy_home());
    plain.ascii = true;
    assert!(
        plain.text().contains("Mo 11   Tu .    We 6"),
        "{}",
        plain.text()
    );
    assert!(plain.text().is_ascii(), "{}", plain.text());
}

#[test]
fn each_person_has_a_thank_you_that_is_sent_with_one_key_and_taken_back_with_another() {
    let mut model = busy_home();
    model.journal.put(debrief_of_acme("2026-03-11"));
    let been = Round::of(StageId::Panel, Some(day("2026-03-11")), None);
    model.journey.applications[0].rounds.push(been);
    let mut screen = today(model);
    let (words, other) = ("Thank-you to J. Moreau", "Thank-you to Ms. Okafor");
    for _ in 0..20 {
        if screen.marked().starts_with(words) {
            break;
        }
        let reason = screen.pane.unavailable(Command::Done, &screen.model);
        assert!(reason.is_some(), "{}", screen.text());
        screen.press(Command::Down);
    }
    assert!(screen.marked().ends_with("best today"), "{}", screen.text());
    assert_eq!(screen.pane.unavailable(Command::Done, &screen.model), None);
    screen.press(Command::Main);
    let letter = Place::Letter(
        "t-thank-you-interview".to_owned(),
        About::Debrief(EntryId::new("acme-panel"), "J. Moreau".to_owned()),
    );
    assert_eq!(screen.going, [Go::Open(letter)]);
    screen.press(Command::Done);
    assert!(!screen.text().contains(words), "{}", screen.text());
    assert!(screen.text().contains(other), "{}", screen.text());
    let (_, effects) = crate::desk::undo::undo(&mut screen.model).expect("something to take back");
    assert!(matches!(effects[..], [Effect::PutEntry(_)]));
    let wrote = Wrote::Entry(EntryId::new("acme-panel"));
    screen.tell(&Msg::Outcome(Outcome::Saved(wrote, "x".into())));
    assert!(screen.text().contains(words), "{}", screen.text());
}

#[test]
fn hidden_names_are_nowhere_on_the_page() {
    let mut model = busy_home();
    model.journal.put(debrief_of_acme("2026-03-11"));
    model.names_hidden = true;
    for size in [(80, 24), (120, 40), (60, 15), (40, 10)] {
        let mut screen = today(std::mem::take(&mut model));
        screen.size = size;
        for _ in 0..9 {
            let text = screen.text();
            for name in ["Acme", "Sam", "Moreau", "Okafor", "designer"] {
                assert!(!text.contains(name), "{name} at {size:?}: {text}");
            }
            screen.press(Command::Down);
        }
        model = screen.model;
    }
}
