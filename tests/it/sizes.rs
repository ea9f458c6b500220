//! Any size: nothing breaks, nothing is lost, 80x24 is whole, and a tiny window says so in one line.

use greenroom::domain::practice::sitting::Sitting;
use greenroom::keys::{Command, Context};

use crate::places::{self, ALL};
use crate::problems;
use crate::visit::{Visit, secs};

const WIDTHS: [u16; 14] = [0, 1, 2, 7, 19, 39, 40, 53, 71, 80, 99, 101, 137, 160];
const HEIGHTS: [u16; 11] = [0, 1, 2, 5, 9, 10, 13, 15, 24, 37, 50];

#[test]
fn every_screen_is_drawn_at_every_size() {
    for place in ALL {
        let mut v = places::at(place);
        for (i, width) in WIDTHS.into_iter().enumerate() {
            // Every second pair, the other half the next time: each width meets each kind of height.
            for height in HEIGHTS.into_iter().skip(i % 2).step_by(2) {
                v.resize(width, height);
            }
        }
        v.resize(80, 24).is_in(place.context);
    }
}

#[test]
fn below_the_smallest_size_one_line_says_so() {
    for place in ALL {
        let mut v = places::at(place);
        v.resize(39, 24)
            .sees("A little larger, please: 39x24, needs 40x10.");
        v.resize(60, 9)
            .sees("A little larger, please: 60x9, needs 40x10.");
        if place.context.is_written() {
            v.sees("Typing goes on, left and right, Home and End too; Ctrl+S waits. Ctrl+C twice quits.");
        } else {
            v.sees("q quits").is_in(Context::Toosmall);
        }
        v.resize(40, 10)
            .sees_not("A little larger")
            .is_in(place.context);
    }
}

#[test]
fn a_tiny_window_honors_its_keys_and_keeps_text_caret_and_focus() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Not one letter");
    v.resize(39, 9).types(" is lost. quit").key("f1");
    v.toast("This needs a larger window.").hears_something();
    v.key("tab").key("backspace").types("e\nNext line");
    v.wait(secs(5)).hears_something();
    v.resize(80, 24)
        .is_in(Context::Area)
        .sees("Not one letter is lost. quie")
        .sees("Next line");
    v.resize(20, 5).types(" q").key("ctrl+c");
    assert_eq!(v.left, None);
    v.key("ctrl+c").hears_something();
    assert_eq!(v.left, Some(130));
    v.file("drafts/….toml")
        .contains("Not one letter is lost. quie\nNext line q");
}

#[test]
fn in_a_tiny_window_the_caret_goes_where_it_is_sent() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("every Friday we sing")
        .press_times(Command::CaretLeft, 5);
    v.resize(30, 8)
        .key("ctrl+end")
        .types(", until I retire")
        .key("ctrl+home")
        .types("So ");
    v.key("ctrl+right").key("ctrl+k").key("ctrl+z");
    v.key("ctrl+s")
        .sees("What you typed is kept. Ctrl+S needs a larger window.")
        .hears_something();
    v.resize(80, 24)
        .is_in(Context::Area)
        .sees("So every Friday we sing, until I retire");
}

#[test]
fn a_tiny_window_without_a_text_is_left_with_its_key() {
    let mut v = Visit::new();
    v.opens()
        .resize(39, 9)
        .key("x")
        .toast("No command on that key");
    v.key("q");
    assert_eq!(v.left, Some(0));
}

#[test]
fn what_is_rated_is_named_on_the_smallest_screen() {
    let mut v = places::visit().size(40, 10);
    problems::case(&mut v);
    places::on_to(&mut v, Context::Evidence);
    v.sees("Estimate how many loaves to order.");
    v.press(Command::View)
        .sees("Estimate how many loaves to order.")
        .sees("I led the move");
}

#[test]
fn dragging_the_window_keeps_selection_and_caret() {
    for name in [
        "library",
        "journal",
        "stage",
        "anchors",
        "answer",
        "new entry",
        "palette",
    ] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at(place);
        if place.context.takes_text() {
            v.types("a few words here").press(Command::CaretLeft);
        } else {
            v.press_times(Command::Down, 2);
        }
        v.wait(secs(9));
        let before = v.screen().clone();
        for (width, height) in [(140, 40), (60, 15), (41, 11), (80, 24)] {
            v.resize(width, height);
        }
        assert_eq!(v.screen().rows(), before.rows(), "{name}");
        assert_eq!(v.screen().cursor, before.cursor, "{name}");
    }
}

#[test]
fn a_running_question_fits_on_a_note() {
    let place = ALL.iter().find(|p| p.name == "answer").expect("a place");
    let mut v = places::at_size(place, (40, 10));
    v.types("Some words of mine.").sees("Some words of mine.");
    assert!(v.screen().hints().contains("done"), "{}", v.screen());
    assert!(v.screen().row_with(" of 0:").is_some() && v.screen().rows()[2].len() > 10);
}

#[test]
fn the_first_result_of_a_search_is_in_sight_at_the_smallest_size() {
    for name in ["library, find", "journal, find", "palette", "help, find"] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at_size(place, (40, 10));
        let focus = v.screen().rows().iter().filter(|r| r.contains('▌')).count();
        assert!(focus >= 1, "{name}\n{}", v.screen());
    }
}

#[test]
fn on_a_huge_window_the_rest_is_margin() {
    for place in ALL {
        let mut v = places::at_size(place, (300, 60));
        let rows = v.screen().rows();
        for row in &rows {
            let used = row.trim_start().chars().count();
            assert!(used <= 178, "{}: {used} cells\n{row}", place.name);
        }
    }
}

#[test]
fn long_words_of_the_user_break_no_screen() {
    let long =
        "Dampfschifffahrtsgesellschaftskapitänsmützenabzeichen 日本語の長い名前 e\u{301}e\u{301} "
            .repeat(4);
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .pastes(&long)
        .press(Command::Save);
    v.press(Command::Journal)
        .press(Command::New)
        .pastes(&long)
        .press(Command::Save);
    v.press(Command::Debrief)
        .pastes(&long)
        .press(Command::NextField);
    v.pastes(&long).press(Command::Save);
    for section in [
        Command::Today,
        Command::Roadmap,
        Command::PracticeHome,
        Command::Journal,
        Command::Progress,
    ] {
        v.press(section);
        for (width, height) in [(40, 10), (61, 17), (80, 24), (133, 41)] {
            v.resize(width, height);
        }
        v.resize(80, 24);
    }
    let file = v.file("applications/….toml");
    file.contains("日本語の長い名前 e\u{301}e\u{301}");
}

#[test]
fn the_next_step_is_read_on_the_smallest_screen() {
    let after = |width, height| {
        let mut v = Visit::new().ignore_toasts().size(width, height);
        places::drill(&mut v, 1);
        places::on_to(&mut v, Context::After);
        v
    };
    let mut large = after(80, 24);
    let rows = large.screen().rows();
    let step = rows.iter().find(|r| r.contains("▌ Add this: "));
    let step = step.expect("a next step").replace('▌', " ");
    let begins: String = step.trim().chars().take(26).collect();
    after(40, 10).sees(&begins);
}

/// The row with the mark.
fn marked(v: &mut Visit) -> String {
    let rows = v.screen().rows();
    let row = rows.iter().rev().find(|row| row.contains('▌'));
    row.cloned().unwrap_or_default()
}

#[test]
fn a_notice_covers_no_row_and_no_mark_stands_beside_it() {
    let pause = ALL.iter().find(|p| p.name == "pause").expect("a place");
    let mut v = places::at_size(pause, (40, 10));
    v.press(Command::Last)
        .key("x")
        .sees("Enter confirm, ↑↓ choose");
    let row = marked(&mut v);
    assert!(row.contains("Throw this sitting away"), "{}", v.screen());

    for size in [(40, 10), (60, 15)] {
        for place in ALL {
            let mut v = places::at_size(place, size);
            if place.context.takes_text() {
                continue;
            }
            // No key has that, so it is said.
            v.key("f7");
            let words = v.app().toast().unwrap_or_default().to_owned();
            let begins: String = words.chars().take(18).collect();
            let rows = v.screen().rows();
            let told = rows.iter().find(|row| row.contains(&begins));
            let told = told.unwrap_or_else(|| panic!("{}\n{}", place.name, v.screen()));
            assert!(!told.contains('▌'), "{}\n{}", place.name, v.screen());
            assert!(!marked(&mut v).is_empty(), "{}\n{}", place.name, v.screen());
        }
    }
}

#[test]
fn results_are_read_to_their_end_at_every_size() {
    for (width, height) in [(40, 10), (60, 15), (80, 24)] {
        let mut v = Visit::new()
            .ignore_toasts()
            .size(width, height)
            .with_file("profile.toml", "format = 1\nrating = \"full\"\n");
        places::whole(&mut v, "live-video-45");
        while v.context() != Context::Results {
            places::rate_on(&mut v);
        }
        v.press(Command::Main);
        let mut seen = String::new();
        let mut questions = std::collections::BTreeSet::new();
        for _ in 0..60 {
            seen += &v.screen().text();
            questions.insert(marked(&mut v));
            v.press(Command::Down);
        }
        let seen: Vec<&str> = seen.split_whitespace().collect();
        for words in [
            "answers come back",
            "Insight",
            "target time",
            "lowest this time",
        ] {
            let found = seen.join(" ").contains(words);
            assert!(found, "{words} at {width}x{height}");
        }
        assert!(questions.len() > 3, "{questions:?}");
        // And the way back to the top.
        v.press(Command::First).sees("rated");
        v.press_times(Command::Down, 60)
            .press_times(Command::Up, 60);
        v.sees("rated");
    }
}

#[test]
fn a_key_for_another_look_says_so_where_there_is_none() {
    let mut v = places::visit().size(40, 10);
    places::drill(&mut v, 1);
    while v.context() != Context::Results {
        places::rate_on(&mut v);
    }
    v.press(Command::View).toast("On a wider screen");
    v.resize(80, 24).press(Command::View).sees_not("●");
}

#[test]
fn the_answer_keeps_its_rows_whatever_stands_above_it() {
    for (size, rows) in [((80, 24), 6), ((40, 10), 3), ((60, 15), 3)] {
        let mut v = places::visit().size(size.0, size.1);
        problems::case(&mut v);
        for fact in 0..4 {
            v.press(Command::Ask).press(Command::Down);
            v.press_times(Command::Down, fact).press(Command::Main);
        }
        v.wait(secs(9)).press(Command::Main).is_in(Context::Answer);
        let free = v
            .screen()
            .rows()
            .iter()
            .filter(|r| r.starts_with('▌'))
            .count();
        assert!(free >= rows, "{free} rows at {size:?}\n{}", v.screen());
        // The key for the whole of it is named where something has no room.
        let cut = size != (80, 24);
        assert_eq!(v.screen().has("more"), cut, "{}", v.screen());
        let hint = v.screen().hints().contains("whole question");
        assert_eq!(hint, cut && size.0 > 40, "{}", v.screen());
        v.types("one\ntwo\nthree")
            .sees("one")
            .sees("two")
            .sees("three");
        assert!(v.screen().shown);
    }
}

#[test]
fn a_question_is_whole_while_there_are_rows_for_it() {
    let mut v = places::visit().size(40, 10);
    let place = ALL.iter().find(|p| p.name == "answer").expect("a place");
    (place.go)(&mut v);
    let page = v.screen().rows().join(" ");
    let page: Vec<&str> = page.split_whitespace().collect();
    let sitting = v.app().model().practice.sitting.as_deref();
    let asked = sitting.and_then(Sitting::prompt).map(|p| p.text.to_owned());
    let asked = asked.expect("a question");
    assert!(page.join(" ").contains(&asked), "{asked}\n{}", v.screen());
    // And while it is thought about, the arrows read all there is.
    let mut v = places::visit().size(40, 10);
    problems::case(&mut v).is_in(Context::Think);
    v.press(Command::View)
        .is_in(Context::Asked)
        .press(Command::Main);
    v.key("down").is_in(Context::Asked);
}

#[test]
fn what_was_said_in_earlier_parts_is_read_with_the_question() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "system-design-45");
    for _ in 0..60 {
        if v.screen().has("Your answer to that") {
            break;
        }
        places::rate_on(&mut v);
    }
    v.is_in(Context::Answer).press(Command::View);
    v.press(Command::Last)
        .sees("What you said so far")
        .sees("I led the move of our shop");
}

#[test]
fn the_page_before_a_mock_scrolls_by_pages_and_nerves_are_seen() {
    let mut v = places::visit().size(40, 10);
    let place = ALL
        .iter()
        .find(|p| p.name == "before a mock")
        .expect("a place");
    (place.go)(&mut v);
    let top = v.screen().text();
    v.press(Command::Right).sees("How nervous are you");
    v.press(Command::Right).sees("Nerves now: 5 of 10.");
    v.press(Command::First);
    assert_eq!(v.screen().text(), top);
    v.press(Command::PageDown);
    assert_ne!(v.screen().text(), top);
    v.press(Command::Last).sees("Nerves now: 5 of 10.");
    v.key("ctrl+u");
    let rows = v.screen().rows();
    assert!(
        !rows.iter().any(|r| r.contains("Nerves now")),
        "{}",
        v.screen()
    );
}

#[test]
fn help_shows_whole_keys_on_the_smallest_screen() {
    let place = ALL.iter().find(|p| p.name == "answer").expect("a place");
    let mut v = places::at_size(place, (40, 10));
    v.press(Command::Help).sees("Done with this answer");
    let rows = v.screen().rows();
    assert!(rows.iter().any(|r| r.contains("Ctrl+S")), "{}", v.screen());
    assert!(!rows.iter().any(|r| r.contains('…')), "{}", v.screen());
    assert!(v.screen().hints().contains("Esc close"), "{}", v.screen());
    assert!(
        rows.iter().any(|r| r.contains('↓')),
        "there is more\n{}",
        v.screen()
    );
}

#[test]
fn labels_and_what_stands_in_fields_never_run_together() {
    let mut v = Visit::new().ignore_toasts().size(40, 10);
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Oakfield");
    while !v.screen().rows().iter().any(|r| r == "▌ Interview on") {
        v.press(Command::NextField);
    }
    v.types("soon or so").press(Command::NextField);
    v.sees("Not a date.");
    v.press(Command::PrevField);
    let rows = v.screen().rows();
    assert!(
        rows.iter()
            .any(|r| r.trim_matches(['▌', ' ']) == "soon or so"),
        "{}",
        v.screen()
    );

    let mut v = Visit::new().ignore_toasts().size(40, 10);
    v.press(Command::Journal)
        .press(Command::Debrief)
        .types("calm")
        .press(Command::NextField);
    v.press(Command::Main);
    for _ in 0..24 {
        for row in v.screen().rows() {
            let row = row.trim_matches(['▌', ' ']);
            let torn = row.ends_with('…') && !row.starts_with("Debrief");
            assert!(!torn, "{row}\n{}", v.screen());
        }
        v.press(Command::NextField);
    }
}

/// The widest gap between two words of a row.
fn widest_gap(row: &str) -> usize {
    let row = row.trim();
    row.split(|c: char| c != ' ')
        .map(str::len)
        .max()
        .unwrap_or(0)
}

#[test]
fn on_a_huge_screen_what_belongs_together_is_not_torn_apart() {
    let alone = [
        Context::Library,
        Context::Practice,
        Context::Progress,
        Context::Results,
    ];
    for place in ALL.iter().filter(|place| alone.contains(&place.context)) {
        let mut v = places::at_size(place, (200, 60));
        let rows = v.screen().rows();
        // The head and the foot have their own facts at the right.
        for row in &rows[5..58] {
            assert!(
                widest_gap(row) < 80,
                "{}: {row:?}\n{}",
                place.name,
                v.screen()
            );
        }
    }
}

#[test]
fn on_a_huge_screen_nothing_is_cut_and_the_time_line_is_as_wide_as_the_text() {
    let mut v = places::visit().size(200, 60);
    places::whole(&mut v, "school-panel-60");
    places::on_to(&mut v, Context::Answer);
    let rows = v.screen().rows();
    let line = rows[1].trim().chars().count();
    assert!((1..=80).contains(&line), "{}", v.screen());
    let bar = rows.iter().filter(|row| row.trim() == "▌").count();
    assert!(bar < 30, "{}", v.screen());
    places::on_to(&mut v, Context::Results);
    v.press(Command::View);
    for row in &v.screen().rows()[4..58] {
        assert!(!row.contains('…'), "{row:?}\n{}", v.screen());
    }
}
