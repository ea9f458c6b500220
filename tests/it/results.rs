//! What a sitting came to: what was skipped, what only items were held of, and what was tried again.

use greenroom::desk::go::SetupFor;
use greenroom::domain::library::Kind;
use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins};
use crate::{items, places};

/// One step on for somebody who says nothing to any question.
pub fn skip_on(v: &mut Visit) {
    match v.context() {
        Context::Answer => {
            v.press(Command::Pause);
            let marked = |v: &mut Visit| {
                let rows = v.screen().rows();
                let row = rows.iter().find(|r| r.contains("Skip this question"));
                row.is_some_and(|r| r.contains('▌'))
            };
            while !marked(v) {
                v.press(Command::Down);
            }
            v.press(Command::Main);
        }
        _ => places::rate_on(v),
    }
}

fn skipped_through(blueprint: &str) -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, blueprint);
    while v.context() != Context::Results {
        skip_on(&mut v);
    }
    v
}

#[test]
fn what_was_skipped_is_told_as_skipped_and_never_as_a_level() {
    let mut v = skipped_through("recruiter-screen-20");
    v.sees("0 answers, ")
        .sees(" skipped")
        .sees_not("Not yet")
        .sees("Change: you skipped");
    v.press(Command::Copy);
    let page = v.copied.clone().expect("a page");
    assert!(!page.contains("Not yet"), "{page}");
    // There is nothing to write for others, and it says so.
    v.press(Command::Save).sees("Nothing was answered here");
    assert!(v.files("exports/….md").is_empty());
    v.wait(mins(1))
        .press(Command::View)
        .sees("Nothing was answered here.")
        .sees("skipped questions come back")
        .sees_not("Not yet");
    v.press(Command::Close).press(Command::PracticeHome);
    v.sees_not("Not yet");
    v.press(Command::Progress).sees_not("Not yet");
    v.press(Command::Today).sees_not("Not yet");
    // It comes back all the same, and says why.
    let mut v = v.beside().on("2026-03-04").ignore_toasts();
    v.opens().sees("kipped the last time").sees_not("Not yet");
}

#[test]
fn a_mock_of_items_only_speaks_of_its_reasons_and_opens_them() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "judgment-30");
    while v.context() != Context::Results {
        match v.context() {
            Context::Item => items::answer(&mut v),
            _ => drop(v.press(Command::Main)),
        }
    }
    v.sees("36 items, ")
        .sees_not("0 answers")
        .sees("situations you chose otherwise than we would")
        .sees_not("harder listener");
    v.press(Command::Main)
        .sees("12 questions answered.")
        .sees_not("expected")
        .press(Command::Main)
        .sees("Change: ");
}

#[test]
fn the_minutes_at_the_top_are_those_of_the_parts() {
    let mut v = skipped_through("recruiter-screen-20");
    v.press(Command::Copy);
    let page = v.copied.clone().expect("a page");
    let parts = page
        .split("## Part by part")
        .nth(1)
        .and_then(|rest| rest.split("##").next())
        .expect("parts");
    let seconds = |line: &str| -> Option<u32> {
        let (before, _) = line.split_once(" of ")?;
        let told = before.split_whitespace().last()?;
        match told.split_once(':') {
            Some((minutes, seconds)) => {
                Some(minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()?)
            }
            None => Some(told.parse::<u32>().ok()? * 60),
        }
    };
    let sum: u32 = parts.lines().filter_map(seconds).sum();
    assert!(parts.contains("minute"), "{page}");
    match sum {
        0 => v.sees_not("skipped, "),
        1..60 => v.sees(&format!("skipped, 0:{sum:02}")),
        _ => v.sees(&format!("skipped, {} minute", (sum + 30) / 60)),
    };
}

#[test]
fn the_command_of_a_code_stands_on_a_line_of_its_own() {
    let mut v = skipped_through("recruiter-screen-20");
    v.press(Command::Last);
    let rows = v.screen().rows();
    let row = rows.iter().find(|r| r.contains("greenroom drill --code "));
    let row = row.expect("a command").trim_matches([' ', '▌']);
    assert!(row.starts_with("greenroom drill --code "), "{row}");
    assert_eq!(
        row.len(),
        "greenroom drill --code 12345-12345-12345".len(),
        "{row}"
    );
}

#[test]
fn where_no_answer_carries_there_is_no_zero() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&SetupFor {
        count: Some(1),
        ..SetupFor::default()
    });
    while v.context() != Context::Results {
        match v.context() {
            Context::Answer => drop(v.pastes("Well, hm.").press(Command::Save)),
            Context::Evidence => drop(v.press(Command::Main)),
            _ => places::rate_on(&mut v),
        }
    }
    v.sees("1 answer rated.").sees_not("0 of 1 Solid");
}

#[test]
fn what_was_typed_is_told_by_the_clock_and_as_it_would_take_when_spoken() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Answer);
    // Nine hundred words take six minutes to say; here it took one.
    v.pastes(&"and then ".repeat(450)).wait(mins(1));
    v.press(Command::Save);
    while v.context() != Context::Results {
        skip_on(&mut v);
    }
    v.sees("1 answer, ")
        .sees("typed in 1 minute, aloud about 6");
}

#[test]
fn a_dimension_keeps_in_the_results_the_name_that_it_was_rated_by() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&SetupFor {
        kinds: vec![Kind::Situational],
        count: Some(1),
        ..SetupFor::default()
    });
    places::on_to(&mut v, Context::After);
    v.sees("Concrete steps").press(Command::Main);
    v.is_in(Context::Results)
        .sees("Concrete steps")
        .sees_not("Specific evidence");
}

#[test]
fn results_that_are_read_from_disk_begin_at_their_top() {
    let mut v = places::visit().size(80, 16);
    v.runs("past sittings").press(Command::Main);
    v.is_in(Context::Results).sees_not("↑");
}

#[test]
fn on_the_page_of_a_mock_no_answer_is_tried_again_that_nobody_sees() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Results);
    v.key("r")
        .is_in(Context::Results)
        .sees("v leads to the answers; there r tries the marked one again.");
    v.press(Command::View).press(Command::Down).key("r");
    v.is_in(Context::Think);
    // Where nothing was answered nothing leads there.
    let mut v = skipped_through("recruiter-screen-20");
    v.key("r").is_in(Context::Results);
}

#[test]
fn one_thing_is_told_as_one() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Results);
    v.sees("1 answer comes back in the next days. R tries it again now.");
    v.press(Command::Practice)
        .sees_not("picked by you")
        .sees_not("1 of them");
}
