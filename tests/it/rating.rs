//! Rating: what was said first, the word for it last; nothing gives the order of the descriptions away.

use greenroom::domain::level::Level;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

/// The words of the scale that stand on the screen.
fn level_words(v: &mut Visit) -> Vec<&'static str> {
    let screen = v.screen().clone();
    Level::ALL
        .iter()
        .map(|l| l.word())
        .filter(|w| screen.has(w))
        .collect()
}

#[test]
fn no_word_of_the_scale_is_shown_before_the_descriptions_are_chosen() {
    let mut v = Visit::new();
    places::events(&mut v, 2);
    places::on_to(&mut v, Context::Evidence);
    assert_eq!(level_words(&mut v), Vec::<&str>::new(), "{}", v.screen());
    v.press(Command::View);
    assert_eq!(level_words(&mut v), Vec::<&str>::new());
    v.press(Command::View)
        .press(Command::Tick)
        .press(Command::Main);
    let mut dimensions = 0;
    while v.context() == Context::Anchors {
        assert_eq!(level_words(&mut v), Vec::<&str>::new(), "{}", v.screen());
        v.press(Command::Down);
        assert_eq!(level_words(&mut v), Vec::<&str>::new());
        v.press(Command::Main);
        dimensions += 1;
    }
    assert!(dimensions >= 2, "{dimensions}");
    v.is_in(Context::After)
        .sees("This answer:")
        .sees("Add this: ");
    assert!(!level_words(&mut v).is_empty());
}

#[test]
fn the_strong_answer_opens_only_after_the_rating() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    for step in [Context::Answer, Context::Evidence, Context::Anchors] {
        places::on_to(&mut v, step);
        v.sees_not("Cues")
            .sees_not("What it has")
            .sees_not("What it was really about");
    }
    places::on_to(&mut v, Context::After);
    v.press(Command::Show).sees("Cues");
}

#[test]
fn the_descriptions_carry_no_number_and_digits_do_nothing() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Anchors);
    let rows = v.screen().rows();
    let start = usize::from(v.screen().row_with("closest").expect("a question"));
    let numbered = rows[start..].iter().any(|r| {
        r.trim_start_matches(['▌', ' '])
            .starts_with(['1', '2', '3', '4'])
    });
    assert!(!numbered, "{}", v.screen());
    for digit in ["1", "2", "3", "4"] {
        v.key(digit).toast("No command on that key");
        v.is_in(Context::Anchors)
            .sees("question 1 of")
            .wait(crate::visit::secs(5));
    }
}

#[test]
fn the_order_of_the_descriptions_changes_from_sitting_to_sitting() {
    let first = |seed| {
        let mut v = Visit::new().seed(seed).ignore_toasts();
        places::drill(&mut v, 1);
        places::on_to(&mut v, Context::Anchors);
        let at = usize::from(v.screen().row_with("closest").expect("a question"));
        let title = v.screen().rows()[3].clone();
        (title, v.screen().rows()[at + 2].clone())
    };
    let seen: Vec<_> = (0..8).map(first).collect();
    let mut different = seen.clone();
    different.sort();
    different.dedup();
    assert!(different.len() > 1, "{seen:?}");
}

#[test]
fn a_tick_takes_a_sentence_of_the_answer_as_its_proof() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("We had one supplier. I cut the cost by a third. Then I left.")
        .press(Command::Save)
        .sees("0 said, 0 half")
        .press(Command::Tick)
        .sees("1 said, 0 half")
        .press(Command::Tick)
        .sees("0 said, 1 half")
        .press(Command::Tick)
        .sees("0 said, 0 half")
        .press(Command::Tick)
        .press(Command::Right)
        .press(Command::Down)
        .press(Command::Edit)
        .is_in(Context::Jot)
        .types("in my own words")
        .press(Command::Save)
        .sees("2 said, 0 half");
    places::on_to(&mut v, Context::Anchors);
    places::on_to(&mut v, Context::After);
    v.file("practice/2026/….toml").contains("in my own words");
}

#[test]
fn one_can_go_back_to_an_earlier_description() {
    let mut v = Visit::new();
    places::events(&mut v, 1);
    places::on_to(&mut v, Context::Anchors);
    v.sees("question 1 of")
        .press(Command::Main)
        .sees("question 2 of");
    v.press(Command::Left).sees("question 1 of");
    v.press(Command::Right).sees("question 2 of");
}

#[test]
fn a_level_may_be_counted_lower_never_higher() {
    let mut v = Visit::new().ignore_toasts();
    places::events(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press_times(Command::Left, 6).sees("This answer: Not yet");
    v.press(Command::Right).sees("This answer: Not yet");
    v.wait(secs(20)).sees("goes back into the rating");
    v.sees_not("one word lower");
}

#[test]
fn a_line_to_oneself_is_kept_and_comes_back() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press(Command::Show)
        .press(Command::Back)
        .press(Command::Edit)
        .is_in(Context::Jot)
        .types("say the number first")
        .sees("say the number first")
        .press(Command::Save)
        .sees("say the number first");
    v.file("practice/2026/….toml")
        .contains("say the number first");
    v.press(Command::Main)
        .is_in(Context::Results)
        .press(Command::Main)
        .press(Command::Last);
    v.sees("say the number first");
}

#[test]
fn no_number_stands_for_an_answer() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::After);
    v.sees_not("%");
    places::on_to(&mut v, Context::Results);
    v.sees_not("%").sees_not("average");
}

#[test]
fn a_held_enter_does_not_run_past_the_result() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Anchors);
    for _ in 0..40 {
        v.wait(std::time::Duration::from_millis(30))
            .key_at_once("enter");
        if v.context() == Context::After {
            break;
        }
    }
    v.key_at_once("enter")
        .key_at_once("enter")
        .is_in(Context::After);
}

#[test]
fn what_lies_open_while_rating_is_closed_by_back() {
    let mut v = places::visit().ignore_toasts();
    places::drill(&mut v, 1);
    for context in [Context::Evidence, Context::Anchors, Context::After] {
        places::on_to(&mut v, context);
        v.press(Command::View).sees("I led the move");
        v.press(Command::Back).is_in(context);
    }
    v.press(Command::Show)
        .press(Command::Back)
        .is_in(Context::After);
}

#[test]
fn where_there_is_room_no_point_is_cut() {
    let mut v = places::visit().size(120, 40).ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Evidence);
    v.sees_not("…");
}

/// A question with eleven rows to tick, answered.
fn many_rows(width: u16, height: u16) -> Visit {
    let mut v = Visit::new().ignore_toasts();
    v.runs("question library").press(Command::Find);
    v.types("error near miss patient care").press(Command::Main);
    v.press(Command::Main).press(Command::Main);
    v.resize(width, height);
    places::on_to(&mut v, Context::Evidence);
    v
}

const MANY: &str = "q-nursing-behavioral-error-i-told";

/// The words beside the focus mark, without the mark of the row.
fn marked(v: &mut Visit) -> String {
    let rows = v.screen().rows().clone();
    let marked = rows.iter().filter_map(|r| r.split_once('▌'));
    let words = marked.flat_map(|(_, text)| text.split_whitespace());
    let text = words.collect::<Vec<_>>().join(" ");
    let leads = ["[ ] not said", "[x] said", "[ ] no", "[ ]", "[x]"];
    let lead = leads.iter().find_map(|lead| text.strip_prefix(lead));
    let text = lead.unwrap_or(&text).trim();
    text.trim_end_matches(['↑', '↓', ' ']).replace(" ↑", "")
}

#[test]
fn every_row_can_be_read_whole_under_its_heading_at_any_size() {
    let library = greenroom::content::shipped::library();
    let question = library.questions.get(MANY).expect("a shipped question");
    let points = question.strong.iter().map(|p| p.text.clone());
    let flags = question.red_flags.iter().map(|f| f.text.clone());
    let mut wanted: Vec<String> = points.chain(flags).collect();
    wanted.sort();
    assert_eq!(wanted.len(), 11);
    for (width, height) in [(80, 24), (40, 10), (60, 12), (120, 40)] {
        let mut v = many_rows(width, height);
        v.sees("What did you say?");
        let mut seen = Vec::new();
        for row in 0..wanted.len() {
            if row == question.strong.len() {
                v.sees("Did any of this happen?");
            }
            seen.push(marked(&mut v));
            v.press(Command::Down);
        }
        seen.sort();
        assert_eq!(seen, wanted, "{width}x{height}");
    }
}

#[test]
fn a_quiet_sign_says_that_the_rows_go_on_and_the_question_is_a_key_away() {
    let mut v = many_rows(40, 10);
    v.sees("↓").sees_not("↑");
    v.press(Command::Last).sees("↑").sees_not("↓");
    v.press(Command::View);
    let mut read = String::new();
    for _ in 0..12 {
        read += &v.screen().rows().join("\n");
        v.press(Command::Down);
    }
    let library = greenroom::content::shipped::library();
    let question = library.questions.get(MANY).expect("a shipped question");
    for word in question.wording(0).split(' ') {
        assert!(read.contains(word), "{word} is not in {read}");
    }
    assert!(read.contains("Your answer") && read.contains("I led the move"));
    v.press(Command::Back).is_in(Context::Evidence);
}

#[test]
fn what_comes_of_an_answer_is_read_to_its_end_on_the_smallest_screen() {
    let mut v = many_rows(40, 10);
    places::on_to(&mut v, Context::After);
    v.sees("This answer: Not yet")
        .sees("No core point is in it yet")
        .sees("To yourself:");
    let mut read = Vec::new();
    for _ in 0..60 {
        read.extend(v.screen().rows()[2..8].to_vec());
        v.press(Command::Down);
    }
    let read = read.join("\n");
    for words in [
        "Add this: ",
        "points said",
        "Specific evidence",
        "really about",
    ] {
        assert!(read.contains(words), "{words} is not in\n{read}");
    }
    // The way back is as long as the way down.
    v.press(Command::First).sees("This answer: Not yet");
    v.press(Command::Last)
        .press(Command::Up)
        .press(Command::Down);
    v.sees("↑").sees_not("↓");
}

#[test]
fn the_point_that_is_asked_again_stands_beside_the_advice_and_its_answer_is_seen_to_be_kept() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    let said = v.screen().rows().join(" ");
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = words(&said.replace("r, 45 seconds", "").replace('▌', " "));
    let (_, point) = said
        .split_once("Add this: a strong candidate ")
        .expect("a point to say again");
    let (point, _) = point.split_once('.').expect("its end");
    v.press(Command::Retry);
    let asked = words(&v.screen().rows().join(" "));
    assert!(
        asked
            .to_lowercase()
            .contains(&format!("only this point, once more: {point}").to_lowercase()),
        "{point}\n{asked}"
    );
    v.press(Command::View)
        .sees("Now only this point, once more");
    v.press(Command::Main).is_in(Context::Answer);
    v.types("It saved nine hours a week.").press(Command::Save);
    v.is_in(Context::After)
        .toast("Your second try is kept beside the first.")
        .sees("Your second try is kept beside the first: 6 words");
    v.press(Command::View)
        .sees("Your second try, at the point")
        .sees("It saved nine hours a week.");
    v.press(Command::Back);
    v.file("practice/2026/2026-03-03….toml")
        .contains("for_point = ")
        .contains("It saved nine hours a week.");
    v.press(Command::Tick)
        .sees("Before: not said. Now: said.")
        .sees("You said it when you tried again.");
    places::on_to(&mut v, Context::Results);
    v.sees("said on a later try").press(Command::Main);
    v.press(Command::Last)
        .sees("Second try, at the point")
        .sees("It saved nine hours a week.");
}

#[test]
fn the_last_tick_is_taken_back_and_nothing_outside_of_the_sitting_is() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap).press(Command::New).types("Acme");
    v.press(Command::Save);
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("I cut the cost by a third.").press(Command::Save);
    v.press(Command::Tick).sees("1 said, 0 half");
    v.press(Command::Down).press(Command::Tick);
    v.sees("2 said, 0 half").press(Command::Undo);
    v.wait(crate::visit::secs(9)).sees("1 said, 0 half");
    v.press(Command::Undo).wait(crate::visit::secs(9));
    v.sees("0 said, 0 half").press(Command::Undo);
    v.sees("Nothing of this rating is left to take back.");
    v.file("applications/acme.toml").contains("Acme");
}

#[test]
fn a_slip_in_a_description_or_the_word_of_an_answer_can_be_put_right() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press(Command::Undo).is_in(Context::Anchors);
    let at = v.screen().row_with("question").expect("a description");
    let last = v.screen().rows()[usize::from(at)].clone();
    v.press(Command::Undo).sees_not(&last);
    places::on_to(&mut v, Context::After);
    let word = |v: &mut Visit| {
        let row = v.screen().row_with("This answer").expect("a level");
        v.screen().rows()[usize::from(row)].clone()
    };
    let best = word(&mut v);
    v.press(Command::Left);
    let lower = word(&mut v);
    v.press(Command::Right);
    assert_eq!(word(&mut v), best);
    v.press(Command::Right)
        .sees("No higher than what you ticked");
    assert!(lower != best || v.press(Command::Left).screen().has("lowest"));
}

#[test]
fn reading_the_answer_changes_nothing_behind_it() {
    for (width, height) in [(40, 10), (80, 24)] {
        let mut v = Visit::new().size(width, height);
        places::drill(&mut v, 1);
        places::on_to(&mut v, Context::Answer);
        v.pastes(&"I led the move to one supplier, and it cut the cost. ".repeat(60));
        v.press(Command::Save).press(Command::Tick);
        v.press(Command::Edit)
            .types("my own words")
            .press(Command::Save);
        let before = v.screen().text();
        v.press(Command::View).is_in(Context::Opened);
        assert!(!v.screen().hints().contains("tick"), "{}", v.screen());
        let top = v.screen().text();
        v.key("space");
        assert_ne!(v.screen().text(), top, "Space is a page on");
        v.key("space").key("left").key("right").key("enter");
        v.is_in(Context::Evidence);
        assert_eq!(v.screen().text(), before);
    }
}

#[test]
fn a_proof_is_read_before_it_is_ticked_and_own_words_stay() {
    let long = "Five years ago my sight began to fail, and I learned to run a class with my ears.";
    for (width, height) in [(40, 10), (60, 15), (80, 24)] {
        let mut v = Visit::new().size(width, height);
        places::drill(&mut v, 1);
        places::on_to(&mut v, Context::Answer);
        v.types(long).press(Command::Save);
        while !v.screen().has("with my ears.") {
            assert!(v.screen().has("choose one"), "{}", v.screen());
            v.press(Command::Right);
        }
        // What was gone to is what is ticked.
        v.press(Command::Tick).sees("with my ears.");
        v.press(Command::Edit)
            .sees_not("with my ears.")
            .types("the moves were for my family")
            .press(Command::Save)
            .sees("the moves were for my family");
        v.press_times(Command::Tick, 2).press(Command::Tick);
        v.sees("the moves were for my family");
        // Another sentence, and around to the own words again.
        v.press(Command::Right).sees("with my ears.");
        v.press(Command::Left).sees("the moves were for my family");
        v.press(Command::Edit).sees("the moves were for my family");
    }
}

/// At the result of one answer that lacks everything.
fn result() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("Send it again with the same key.")
        .press(Command::Save);
    places::on_to(&mut v, Context::After);
    v
}

#[test]
fn without_a_clock_no_time_is_told_for_what_follows_the_result() {
    for (pacing, told) in [("window", true), ("none", false)] {
        let profile = format!("format = 1\nfactor = \"2\"\npacing = \"{pacing}\"\n");
        let mut v = Visit::new()
            .with_file("profile.toml", &profile)
            .ignore_toasts();
        places::drill(&mut v, 1);
        places::on_to(&mut v, Context::Answer);
        v.types("Send it again with the same key.")
            .press(Command::Save);
        places::on_to(&mut v, Context::After);
        v.sees("They would ask: \"");
        assert_eq!(v.screen().has("w, 90 seconds"), told, "{pacing}");
        assert_eq!(v.screen().has(" seconds"), told, "{pacing}");
    }
}

#[test]
fn the_follow_up_that_the_result_names_can_be_answered_there_and_is_kept_with_the_answer() {
    let mut v = result();
    v.sees("They would ask: \"").sees("w, 45 seconds");
    v.press(Command::FollowUp).is_in(Context::Answer);
    v.sees("Your answer to that").sees("0:45");
    v.types("Because nobody had tried").wait(secs(3));
    v.kill().press(Command::Main);
    v.is_in(Context::Answer).sees("Because nobody had tried");
    v.types(" it together.").press(Command::Save);
    v.is_in(Context::After).sees("is kept: 6 words");
    v.file("practice/….toml")
        .contains("to = \"afterward\"")
        .contains("Because nobody had tried it together.");
    v.press(Command::Main).is_in(Context::Results);
    v.press(Command::Main)
        .sees("Because nobody had tried it together.");
}

#[test]
fn a_follow_up_is_left_for_the_result_without_a_word() {
    let mut v = result();
    v.press(Command::FollowUp)
        .press(Command::Pause)
        .sees("Back to the result without it");
    v.press_times(Command::Down, 2);
    v.press(Command::Main).is_in(Context::After);
    v.press(Command::Main).is_in(Context::Results);
    v.press(Command::Main).sees_not("Skipped");
}

/// The place of the first point that is not ticked.
fn open_point(v: &mut Visit) -> Option<usize> {
    let rows = v.screen().rows();
    let points = rows
        .iter()
        .filter(|r| r.contains("] said") || r.contains("] not said"));
    points.map(|r| r.contains("not said")).position(|open| open)
}

#[test]
fn after_a_mock_the_points_give_the_word_and_the_descriptions_come_on_request() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Evidence);
    v.sees("Rating takes about").sees("step 1");
    v.press(Command::Tick).press(Command::Main);
    // What the short rating did not hold down is not said to be.
    v.is_in(Context::After).sees_not("Solid at most");
    v.press(Command::Undo).is_in(Context::Evidence);
    while let Some(n) = open_point(&mut v) {
        v.press(Command::First).press_times(Command::Down, n);
        v.press(Command::Tick);
    }
    v.press(Command::Main)
        .sees("so Solid at most. c adds the descriptions.");
    v.press(Command::Describe).is_in(Context::Anchors);
    while v.context() == Context::Anchors {
        v.press(Command::Main);
    }
    v.is_in(Context::After).sees_not("adds the descriptions");
    v.press(Command::Describe).is_in(Context::After);
}

#[test]
fn a_short_rating_goes_back_to_its_points() {
    let mut v = Visit::new()
        .ignore_toasts()
        .with_file("profile.toml", "format = 1\nrating = \"short\"\n");
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Evidence);
    v.sees("rating, step 1 of 2").press(Command::Tick);
    v.press(Command::Main);
    v.is_in(Context::After).sees("rating, step 2 of 2");
    v.press(Command::Undo).is_in(Context::Evidence);
    v.toast("Back at the points. Enter goes on.");
}

#[test]
fn a_drill_is_rated_with_the_descriptions_and_the_setting_says_which_is() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Evidence);
    v.sees("rating, step 1 of 3");
    v.press(Command::Tick)
        .press(Command::Main)
        .is_in(Context::Anchors);
    let mut v = Visit::new().ignore_toasts();
    v.runs("settings").sees("short after mocks, full in drills");
}

fn drilling() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::events(&mut v, 1);
    v
}

#[test]
fn enter_without_a_single_tick_asks_once_before_it_goes_on() {
    let mut v = drilling();
    places::on_to(&mut v, Context::Evidence);
    v.press(Command::Main)
        .is_in(Context::Evidence)
        .sees("Did you say none of these?");
    // A tick answers the question, and so does looking on.
    v.press(Command::Down).sees_not("none of these?");
    v.press(Command::Main).sees("Did you say none of these?");
    v.press(Command::Main).sees_not("none of these?");
    assert_ne!(v.context(), Context::Evidence, "{}", v.screen());
}

#[test]
fn enter_with_a_tick_or_a_red_flag_asks_nothing() {
    let mut v = drilling();
    places::on_to(&mut v, Context::Evidence);
    v.press(Command::Tick).press(Command::Main);
    assert_ne!(v.context(), Context::Evidence, "{}", v.screen());
    let mut v = drilling();
    places::on_to(&mut v, Context::Evidence);
    v.press(Command::Last).press(Command::Tick);
    v.press(Command::Main);
    assert_ne!(v.context(), Context::Evidence, "{}", v.screen());
}
