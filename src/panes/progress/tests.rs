//! Progress says in dots, figures and words what practice has come to, and no more than that.

use super::*;
use crate::domain::id::CompetencyId;
use crate::domain::level::Level::{NotYet, Partly, Solid, Strong};
use crate::domain::practice::sample;
use crate::domain::progress::Tally;
use crate::panes::easel::{Easel, empty_home, practiced};

/// Five answers on conflict this year, one on ownership, one on conflict long ago.
fn home() -> Model {
    let mut model = empty_home();
    practiced(&mut model, "2025-08-01", &[("q-one", NotYet)]);
    practiced(&mut model, "2026-01-05", &[("q-one", Partly)]);
    let march = [("q-one", Partly), ("q-two", Solid)];
    practiced(&mut model, "2026-03-09", &march);
    practiced(
        &mut model,
        "2026-03-10",
        &[("q-one", Solid), ("q-two", Solid)],
    );
    practiced(&mut model, "2026-03-11", &[("q-three", Strong)]);
    model
}

/// On Thursday 12 March 2026.
fn progress(model: Model) -> Easel<Progress> {
    Easel::new(Progress::default(), model, sample::at(0.0))
}

fn line(levels: &[crate::domain::level::Level], total: usize) -> Line {
    Line {
        competency: CompetencyId::new("conflict"),
        title: "Conflict".to_owned(),
        counts: [0, 0, total, 0],
        tally: Tally {
            levels: levels.to_vec(),
        },
    }
}

#[test]
fn each_competency_has_a_line_of_dots_and_says_how_it_usually_goes() {
    let lines = progress(home()).lines();
    assert_eq!(
        lines[2],
        "                   Not yet Partly  Solid   Strong       Solid or Strong lately"
    );
    assert_eq!(
        lines[3],
        "▌ Ownership        ·       ·       ·       ●               1 answer, too early"
    );
    assert_eq!(
        lines[4],
        "  Conflict         ·       ●●      ●●●     ·                     ready, 3 of 5"
    );
}

#[test]
fn under_four_answers_nothing_is_said_but_that_it_is_too_early() {
    assert_eq!(wording::standing(&line(&[], 2)), "none in 90 days");
    assert_eq!(wording::standing(&line(&[Solid], 1)), "1 answer, too early");
    assert_eq!(
        wording::standing(&line(&[Solid; 3], 3)),
        "3 answers, too early"
    );
    assert_eq!(
        wording::standing(&line(&[Solid; 3], 9)),
        "3 in 90 days, too early"
    );
    assert_eq!(
        wording::standing(&line(&[Solid; 4], 4)),
        "ready, last 4: 4 Solid"
    );
}

#[test]
fn the_third_state_has_no_word_since_its_name_is_a_level() {
    let same = line(&[Partly; 4], 4);
    assert_eq!(wording::standing(&same), "last 4: 4 Partly");
    let rising = line(&[Solid, Partly, Partly, Partly], 4);
    assert_eq!(
        wording::standing(&rising),
        "improving, last 4: 1 Solid, 3 Partly"
    );
}

#[test]
fn the_marked_line_is_also_a_sentence() {
    let mut screen = progress(home());
    screen.press(Command::Down);
    assert_eq!(
        screen.status(),
        "Conflict: 2 Partly, 3 Solid. Ready, last 5: 3 Solid, 2 Partly."
    );
}

#[test]
fn the_span_reaches_from_thirty_days_to_a_year_and_says_where_it_ends() {
    let mut screen = progress(home());
    let conflict = |screen: &Easel<Progress>| {
        let lines = &screen.pane.summary.lines;
        lines
            .iter()
            .find(|l| l.title == "Conflict")
            .map(Line::total)
    };
    assert_eq!(conflict(&screen), Some(5));
    screen.press(Command::Left);
    assert_eq!(conflict(&screen), Some(4));
    screen.press(Command::Left);
    assert_eq!(conflict(&screen), Some(4), "thirty days is the shortest");
    screen.press(Command::Right);
    screen.press(Command::Right);
    assert_eq!(conflict(&screen), Some(6));
    assert_eq!(screen.pane.span.words(80), "365 days");
}

#[test]
fn a_span_without_answers_says_so() {
    let mut model = empty_home();
    practiced(&mut model, "2026-01-20", &[("q-one", Solid)]);
    let mut screen = progress(model);
    screen.press(Command::Left);
    let text = screen.text();
    assert!(
        text.contains("No rated answers in the last 30 days."),
        "{text}"
    );
    screen.press(Command::Main);
    assert!(screen.going.is_empty());
}

#[test]
fn a_line_says_the_same_in_any_width() {
    let mut model = empty_home();
    for (day, level) in [("02", Solid), ("03", Solid), ("04", Strong), ("05", Strong)] {
        practiced(&mut model, &format!("2026-03-{day}"), &[("q-three", level)]);
    }
    let mut screen = progress(model);
    for width in [40, 54, 61, 62, 68, 80, 86, 99, 106, 120, 136] {
        screen.size.0 = width;
        let lines = screen.lines();
        let line = lines.iter().find(|line| line.contains("Ownership"));
        let line = line.cloned().unwrap_or_default();
        let long = line.ends_with("ready, last 4: 4 Solid or Strong");
        let short = line.ends_with("ready, 4 of 4 Solid or Strong");
        let headed = line.ends_with("ready, 4 of 4") && screen.text().contains("Solid or Strong");
        assert!(long || short || headed, "{width}: {line}");
    }
}

#[test]
fn the_table_has_the_same_counts_as_figures() {
    let mut screen = progress(home());
    screen.press(Command::View);
    let lines = screen.lines();
    assert_eq!(
        lines[4],
        "  Conflict         0       2       3       0                     ready, 3 of 5"
    );
    screen.size = (40, 10);
    let text = screen.text();
    assert!(
        text.contains("Conflict                  0  2  3  0"),
        "{text}"
    );
}

#[test]
fn enter_opens_the_answers_and_then_a_question_and_esc_goes_back() {
    let mut screen = progress(home());
    screen.press(Command::Down);
    screen.press(Command::Main);
    let text = screen.text();
    assert!(
        text.contains("Conflict") && text.contains("5 answers"),
        "{text}"
    );
    assert!(
        screen.marked().starts_with("10 Mar"),
        "the newest first: {text}"
    );
    assert!(
        screen.marked().ends_with("Solid     expected Solid"),
        "{text}"
    );
    screen.press(Command::Main);
    assert!(matches!(screen.going[..], [Go::Open(Place::Question(_))]));
    screen.press(Command::Back);
    assert!(
        screen.text().contains("Expected and got"),
        "{}",
        screen.text()
    );
    screen.press(Command::Back);
    assert_eq!(screen.going.last(), Some(&Go::Back));
}

#[test]
fn an_answer_is_listed_with_the_words_in_which_it_was_asked() {
    let mut model = empty_home();
    let mut record = sample::sitting("q-one", 0, Solid);
    sample::answer_of(&mut record).wording = 1;
    model.practice.history.learn([&record]);
    let mut screen = progress(model);
    screen.press(Command::Main);
    let text = screen.text();
    assert!(text.contains("Tell me of q-one."), "{text}");
    assert!(!text.contains("What about q-one?"), "{text}");
}

#[test]
fn practice_takes_the_marked_competency_along() {
    let mut screen = progress(home());
    screen.press(Command::Practice);
    let wanted = SetupFor {
        competencies: vec![CompetencyId::new("ownership")],
        ..SetupFor::default()
    };
    assert_eq!(screen.going, [Go::Open(Place::Setup(wanted))]);
}

#[test]
fn what_is_copied_is_the_table_or_the_answers_behind_a_line() {
    let mut screen = progress(home());
    let table = screen.copied().unwrap_or_default();
    assert_eq!(
        table.lines().nth(2),
        Some("Conflict\t0\t2\t3\t0\tready, last 5: 3 Solid, 2 Partly")
    );
    screen.press(Command::Main);
    assert_eq!(
        screen.copied().as_deref(),
        Some("11 Mar\tStrong\tWhat about q-three?")
    );
}

#[test]
fn what_was_expected_stands_against_what_it_came_to() {
    let text = progress(home()).text();
    assert!(text.contains("6 answers with both"), "{text}");
    assert!(text.contains("as expected     3  ●●●"), "{text}");
    assert!(text.contains("went better     1  ●"), "{text}");
    assert!(text.contains("went worse      2  ●●"), "{text}");
    let mut wide = progress(home());
    wide.size = (120, 40);
    let text = wide.text();
    assert!(
        text.contains("Solid           ·        ●●       ●●●      ●"),
        "{text}"
    );
    assert!(text.contains("3 as expected, 1 better, 2 worse."), "{text}");
}

#[test]
fn levels_from_old_to_new_stand_on_a_wide_screen_with_their_legend() {
    let mut screen = progress(home());
    screen.size = (120, 40);
    let text = screen.text();
    assert!(text.contains("▄ ▄ ▆ ▆ ▆"), "{text}");
    assert!(
        text.contains("▂ Not yet   ▄ Partly   ▆ Solid   █ Strong"),
        "{text}"
    );
    screen.ascii = true;
    assert!(screen.text().is_ascii(), "{}", screen.text());
}

#[test]
fn before_the_first_rated_answer_the_page_names_the_key_that_begins() {
    let screen = progress(empty_home());
    let text = screen.text();
    assert!(text.contains("p sets up a drill"), "{text}");
    assert_eq!(screen.copied(), None);
    for command in [Command::Main, Command::View, Command::Left] {
        assert!(screen.pane.unavailable(command, &screen.model).is_some());
    }
}

#[test]
fn the_mark_is_on_the_page_at_every_size() {
    for size in [
        (300, 80),
        (120, 40),
        (100, 24),
        (80, 24),
        (60, 15),
        (40, 10),
    ] {
        let mut screen = progress(home());
        screen.size = size;
        for open in [false, true] {
            for _ in 0..6 {
                let marks = screen.text().matches('▌').count();
                assert_eq!(marks, 1, "{open} at {size:?}: {}", screen.text());
                screen.press(Command::Down);
            }
            screen.press(Command::Main);
        }
    }
}

#[test]
fn no_figure_stands_for_the_person() {
    for size in [(120, 40), (80, 24), (60, 15), (40, 10)] {
        let mut screen = progress(home());
        screen.size = size;
        for _ in 0..2 {
            let text = screen.text();
            assert!(!text.contains('%') && !text.contains("average"), "{text}");
            screen.press(Command::View);
        }
    }
}
