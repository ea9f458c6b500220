//! Changing lived-in files: only what changed is touched.

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::domain::journal::{Asked, Entry};
use crate::domain::journey::{Application, Outcome, Tick};
use crate::domain::library::StageId;
use crate::store::samples::{application, debrief, note};

const FILE: &str = "journal/2026/2026-11-23-acme-panel.toml";

fn read(text: &str) -> Entry {
    match Entry::read(FILE, text.as_bytes()) {
        Ok((entry, _)) => entry,
        Err(problem) => panic!("{problem}\n{text}"),
    }
}

/// Changes an entry in a file and gives the new text.
fn changed(text: &str, change: impl FnOnce(&mut Entry)) -> String {
    let old = read(text);
    let mut new = old.clone();
    change(&mut new);
    let woven = weave(FILE, text, &old, &new).unwrap();
    assert_eq!(read(&woven), new, "{woven}");
    woven
}

const BY_HAND: &str = "\
# My own remark
format=1   # do not touch
kind = 'note'
date = 2026-11-23
mood-ring = [ 1,
  2 ]            # unknown to the program
title    = \"Acme\"    # after the title

body = \"x\"
feeling = \"rested\"  # slept well

[somebody.elses]
table = { a = 1 }
";

#[test]
fn a_changed_value_keeps_its_comment_and_everything_around_it() {
    let woven = changed(BY_HAND, |e| e.title = "Acme panel".into());
    assert_eq!(woven, BY_HAND.replace("\"Acme\"", "\"Acme panel\""));
}

#[test]
fn a_new_key_stands_before_the_tables_and_a_cleared_one_goes() {
    let woven = changed(BY_HAND, |e| {
        e.tags = vec!["panel".into()];
        e.feeling = String::new();
    });
    assert_eq!(
        woven,
        BY_HAND.replace(
            "feeling = \"rested\"  # slept well\n",
            "tags = [\"panel\"]\n"
        )
    );
}

#[test]
fn an_unchanged_record_leaves_every_byte() {
    for text in [
        BY_HAND.to_owned(),
        BY_HAND.replace('\n', "\r\n"),
        format!("\u{feff}{BY_HAND}"),
        BY_HAND.trim_end().to_owned(),
    ] {
        assert_eq!(changed(&text, |_| {}), text);
    }
}

#[test]
fn a_key_written_in_an_unusual_place_is_found_there() {
    let text = "format = 1\nkind = \"debrief\"\ndate = 2026-11-23\nbody = \"\"\ndebrief.close = \"a\"\ndebrief.story = \"b\" # mine\n";
    let woven = changed(text, |e| {
        e.debrief.as_mut().unwrap().closed = "c".into();
    });
    assert_eq!(woven, text.replace("\"a\"", "\"c\""));
    let inline = "format = 1\nkind = \"debrief\"\ndate = 2026-11-23\nbody = \"\"\ndebrief = { close = \"a\", other = 1 }\n";
    let woven = changed(inline, |e| {
        e.debrief.as_mut().unwrap().closed = "c".into();
    });
    assert_eq!(woven, inline.replace("\"a\"", "\"c\""));
}

/// A debrief with a remark on each question.
fn with_remarks() -> String {
    let mut entry = debrief();
    let mut debrief = entry.debrief.take().unwrap();
    debrief.questions = ["One?", "Two?", "Three?"]
        .map(|text| Asked {
            text: text.into(),
            ..Asked::default()
        })
        .to_vec();
    entry.debrief = Some(debrief);
    let mut text = fresh(&entry);
    for name in ["One", "Two", "Three"] {
        text = text.replace(
            &format!("[[debrief.questions]]\ntext = \"{name}?\"\n"),
            &format!(
                "# remark on {name}\n[[debrief.questions]]\ntext = \"{name}?\"\nkeep = \"{name}\"\n"
            ),
        );
    }
    assert_eq!(text.matches("# remark on").count(), 3, "{text}");
    text
}

#[test]
fn a_row_taken_out_takes_only_its_own_remarks() {
    let text = with_remarks();
    let woven = changed(&text, |e| {
        e.debrief.as_mut().unwrap().questions.remove(1);
    });
    let gone = "# remark on Two\n[[debrief.questions]]\ntext = \"Two?\"\nkeep = \"Two\"\n\n";
    assert!(text.contains(gone));
    assert_eq!(woven, text.replace(gone, ""));
}

#[test]
fn a_row_put_in_moves_no_other() {
    let text = with_remarks();
    let woven = changed(&text, |e| {
        let new = Asked {
            text: "New?".into(),
            ..Asked::default()
        };
        e.debrief.as_mut().unwrap().questions.insert(1, new);
    });
    assert_eq!(
        woven.replace("\n[[debrief.questions]]\ntext = \"New?\"\n", ""),
        text
    );
    let places: Vec<_> = ["keep = \"One\"", "New?", "keep = \"Two\""]
        .map(|part| woven.find(part).unwrap())
        .to_vec();
    assert!(places.is_sorted(), "{woven}");
}

#[test]
fn rows_written_as_a_list_can_still_be_changed() {
    let text = "format = 1\nkind = \"debrief\"\ndate = 2026-11-23\nbody = \"\"\n[debrief]\nquestions = [{ text = \"One?\" }]\n";
    let woven = changed(text, |e| {
        e.debrief.as_mut().unwrap().questions[0].text = "Two?".into();
    });
    assert!(woven.contains("Two?") && !woven.contains("One?"), "{woven}");
}

#[test]
fn an_application_changes_line_by_line() {
    let before = application("acme");
    let text = fresh(&before).replace("employer", "# the big one\nemployer");
    let (old, _) = Application::read("a.toml", text.as_bytes()).unwrap();
    let mut new = old.clone();
    new.rounds[1].outcome = Outcome::Offer;
    new.id = crate::domain::id::ApplicationId::new("a");
    let woven = weave("a.toml", &text, &old, &new).unwrap();
    let at = text.rfind("\"advanced\"").unwrap();
    let (head, tail) = text.split_at(at);
    assert_eq!(
        woven,
        format!("{head}{}", tail.replacen("\"advanced\"", "\"offer\"", 1))
    );
}

/// An application with a list of ticks as a person left it, changed.
fn ticked(ticks: &str, change: impl FnOnce(&mut Vec<Tick>)) -> String {
    let mut plain = application("acme");
    plain.ticks.clear();
    let text = format!("{ticks}\n{}", fresh(&plain));
    let (old, _) = Application::read("a.toml", text.as_bytes()).unwrap();
    let mut new = old.clone();
    change(&mut new.ticks);
    let woven = weave("a.toml", &text, &old, &new).unwrap();
    let rest = format!("\n{}", fresh(&plain));
    woven
        .strip_suffix(&rest)
        .expect("the rest stays")
        .to_owned()
}

const TICKS: &str = "\
ticks = [ # what is done
  # before all
  { stage = \"screening\", step = \"One\" }, # beside one
  # above two
  { stage = \"screening\", step = \"Two\", minutes = 5 }, # beside two
  { stage = \"panel\", step = \"Three\" }, # beside three
  # at the end
]";

#[test]
fn a_value_put_into_a_list_moves_no_remark() {
    let four = Tick::of(StageId::Panel, "Four");
    let woven = ticked(TICKS, |ticks| ticks.push(four.clone()));
    let row = "  { stage = \"panel\", step = \"Four\" },\n  # at the end";
    assert_eq!(woven, TICKS.replace("  # at the end", row));
    let woven = ticked(TICKS, |ticks| ticks.insert(1, four));
    let row = "  { stage = \"panel\", step = \"Four\" },\n  # above two";
    assert_eq!(woven, TICKS.replace("  # above two", row));
}

#[test]
fn a_value_taken_out_of_a_list_takes_only_its_own_remarks() {
    let without = |gone: &[&str]| {
        let lines = TICKS
            .lines()
            .filter(|l| !gone.iter().any(|g| l.contains(g)));
        lines.collect::<Vec<_>>().join("\n")
    };
    for (at, gone) in [
        (0, &["before all", "One"][..]),
        (1, &["above two", "Two"]),
        (2, &["Three"]),
    ] {
        let woven = ticked(TICKS, |ticks| drop(ticks.remove(at)));
        assert_eq!(woven, without(gone), "{at}");
    }
}

#[test]
fn what_is_not_known_of_a_value_in_a_list_stays_when_it_changes() {
    let woven = ticked(TICKS, |ticks| ticks[1].step = "Second".to_owned());
    assert_eq!(woven, TICKS.replace("\"Two\"", "\"Second\""));
}

#[test]
fn a_remark_behind_a_comma_swallows_nothing() {
    let one = "ticks = [{ stage = \"screening\", step = \"One\" }, # one\n  { stage = \"panel\", step = \"Two\" }]";
    assert_eq!(
        ticked(one, |ticks| drop(ticks.pop())),
        "ticks = [{ stage = \"screening\", step = \"One\" } # one\n]"
    );
    let two = "ticks = [{ stage = \"screening\", step = \"One\" }, { stage = \"panel\", step = \"Two\" } # two\n]";
    assert_eq!(
        ticked(two, |ticks| ticks.push(Tick::of(StageId::Panel, "Three"))),
        "ticks = [{ stage = \"screening\", step = \"One\" }, { stage = \"panel\", step = \"Two\" }, # two\n  { stage = \"panel\", step = \"Three\" }\n]"
    );
}

#[test]
fn a_list_in_one_row_stays_in_one() {
    let one = "ticks = [{ stage = \"screening\", step = \"One\" }]";
    let three = Tick::of(StageId::Panel, "Three");
    let woven = ticked(one, |ticks| ticks.push(three.clone()));
    let both = "ticks = [{ stage = \"screening\", step = \"One\" }, { stage = \"panel\", step = \"Three\" }]";
    assert_eq!(woven, both);
    assert_eq!(ticked(both, |ticks| drop(ticks.pop())), one);
    let woven = ticked(both, |ticks| drop(ticks.remove(0)));
    assert_eq!(woven, "ticks = [{ stage = \"panel\", step = \"Three\" }]");
    let woven = ticked(one, |ticks| ticks.insert(0, three));
    let turned = "ticks = [{ stage = \"panel\", step = \"Three\" }, { stage = \"screening\", step = \"One\" }]";
    assert_eq!(woven, turned);
}

#[test]
fn what_another_studio_changed_meanwhile_stays() {
    let base = note("x", "body");
    let theirs = changed(&fresh(&base), |e| e.title = "Theirs".into());
    let mut mine = base.clone();
    mine.body = "My body".into();
    let woven = weave_onto(FILE, &theirs, &base, &mine).unwrap();
    let both = read(&woven);
    assert_eq!(
        (both.title.as_str(), both.body.as_str()),
        ("Theirs", "My body")
    );
}

/// A file as a person might have left it: remarks, blanks, unknown keys, other line ends.
fn lived_in() -> impl Strategy<Value = String> {
    let remark = prop::sample::select(vec!["", "", "# é remark\n", "\n", "#\n\n", "   # x = 1\n"]);
    let trail = prop::sample::select(vec!["", "", " # why", "  ", "\t# \"quoted\""]);
    let row = (remark, trail, prop::bool::ANY);
    let whole = (prop::bool::ANY, prop::bool::ANY, prop::bool::ANY);
    (prop::collection::vec(row, 64), whole).prop_map(|(rows, (crlf, mark, end))| {
        let mut text = String::new();
        let mut inside = false;
        for (n, (line, (remark, trail, unknown))) in fresh(&debrief())
            .lines()
            .zip(rows.iter().cycle())
            .enumerate()
        {
            let quotes = line.matches("\"\"\"").count();
            if inside || quotes == 1 {
                inside ^= quotes == 1;
                text.extend([line, "\n"]);
                continue;
            }
            text.extend([remark, line, trail, "\n"]);
            if *unknown && line.contains(" = ") && !line.ends_with('[') {
                text.extend(["x-", &n.to_string(), " = { mine = [1, \"two\"] }\n"]);
            }
        }
        if !end {
            text.truncate(text.trim_end().len());
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            format!("\u{feff}{text}")
        } else {
            text
        }
    })
}

proptest! {
    #![proptest_config(cases(64))]

    /// T21: byte-identical without a change, only the changed value with one.
    #[test]
    fn any_lived_in_file_keeps_what_was_not_changed(text in lived_in()) {
        prop_assert_eq!(&changed(&text, |_| {}), &text);
        let woven = changed(&text, |e| e.feeling = "tired".into());
        prop_assert_eq!(woven, text.replace("\"rested\"", "\"tired\""));
        let woven = changed(&text, |e| {
            e.debrief.as_mut().unwrap().concerns[0].reply = "No".into();
        });
        prop_assert_eq!(woven, text.replace("\"Led the move\"", "\"No\""));
    }
}
