//! Settings: keys of one's own, files with mistakes, a home that was left alone for long.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, mins, secs};

#[test]
fn keys_are_bound_anew_and_everything_that_names_them_follows() {
    let mut v = places::visit().with_file(
        "config.toml",
        "format = 1\n[keys.browse]\n\"w\" = \"note\"\n\"a\" = \"\"\n",
    );
    v.press(Command::Journal)
        .press(Command::Help)
        .press(Command::Find)
        .types("quick");
    v.sees("w").press(Command::Back).press(Command::Back);
    v.key("w").is_in(Context::Area).press(Command::Back);
    v.key("a").is_in(Context::Journal);
}

#[test]
fn a_bad_line_of_keys_is_told_and_the_rest_still_loads() {
    let mut v = Visit::new().with_file(
        "config.toml",
        "format = 1\ntheme = \"dark\"\n[keys.browse]\n\"w\" = \"note\"\n\"ctrl+i\" = \"find\"\n\"b\" = \"no-such-thing\"\n",
    );
    v.opens().hears_something();
    v.key("w").is_in(Context::Area).press(Command::Back);
    v.runs("earlier messages")
        .sees("no-such-thing")
        .sees("config.toml");
    v.press(Command::Close).hears_something();
}

#[test]
fn a_broken_settings_file_stops_nothing_and_stays_as_it_is() {
    let broken = "format = 1\ntheme = \"dark\nglyphs = 7";
    let mut v = Visit::new().with_file("config.toml", broken);
    v.opens().hears_something();
    v.is_in(Context::Firstrun)
        .press(Command::Main)
        .is_in(Context::Answer);
    assert_eq!(v.file("config.toml").text, broken);
}

#[test]
fn a_theme_is_kept() {
    let mut v = Visit::new();
    v.runs("theme")
        .press(Command::Down)
        .press(Command::Main)
        .toast("Kept.");
    v.file("config.toml").contains("theme = \"light\"");
    v.press(Command::Undo).toast("Taken back: the theme");
    v.file("config.toml").contains("theme = \"terminal\"");
}

#[test]
fn the_clock_is_set_from_the_palette() {
    let mut v = Visit::new();
    v.runs("x1.25").toast("Time: x1.25.");
    v.file("profile.toml").contains("factor = \"1.25\"");
    v.press(Command::Undo).toast("Taken back: the clock");
}

#[test]
fn a_home_left_alone_for_a_month_knows_no_reproach() {
    let mut v = Visit::new().with_home(places::home()).on("2026-04-07");
    v.opens();
    for word in ["streak", "overdue", "backlog", "behind", "missed"] {
        v.sees_not(word);
    }
    for section in [Command::PracticeHome, Command::Journal, Command::Progress] {
        v.press(section);
        for word in ["streak", "overdue", "backlog", "missed"] {
            v.sees_not(word);
        }
    }
}

#[test]
fn a_prefix_shows_where_it_leads_and_waits() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .key("g")
        .wait(mins(1))
        .is_in(Context::Goto);
    v.sees("Question library").key("t").is_in(Context::Firstrun);
    v.press(Command::Goto).key("esc").is_in(Context::Firstrun);
    v.press(Command::Goto)
        .key("z")
        .toast("No command on that key");
}

#[test]
fn arrows_and_letters_move_alike_in_every_list() {
    for name in [
        "library", "journal", "roadmap", "stage", "practice", "results", "anchors", "evidence",
    ] {
        let place = places::ALL
            .iter()
            .find(|p| p.name == name)
            .expect("a place");
        for (arrow, letter) in [
            ("down", "j"),
            ("up", "k"),
            ("end", "G"),
            ("pgdn", "ctrl+d"),
            ("pgup", "ctrl+u"),
        ] {
            let mut one = places::at(place);
            one.key("down").key("down").key(arrow);
            let mut other = places::at(place);
            other.key("j").key("j").key(letter);
            assert_eq!(
                one.screen().rows(),
                other.screen().rows(),
                "{name}: {arrow} and {letter}"
            );
        }
    }
}

#[test]
fn a_toast_is_one_line_and_goes_by_itself() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .key("z")
        .toast("No command on that key");
    v.sees("No command on that key")
        .wait(secs(5))
        .sees_not("No command on that key");
    v.runs("earlier messages").sees("No command on that key");
}

#[test]
fn seeing_the_points_before_an_answer_is_noted_as_a_hint() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::Main);
    v.press(Command::Show)
        .sees("They may go on with")
        .press(Command::Main);
    places::on_to(&mut v, Context::Evidence);
    v.file("practice/2026/….toml").contains("points");
}

#[test]
fn torture_strings_come_back_byte_for_byte() {
    let words = "日本語 한국어 e\u{301} עברית 👩\u{200d}🚀 “quotes” \\back\\ \"\"\" ''' # = [x]";
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal).press(Command::New).pastes(words);
    v.press(Command::PrevField)
        .pastes("täg, 日本")
        .press(Command::Save);
    v.press(Command::Roadmap)
        .press(Command::New)
        .pastes(words)
        .press(Command::Save);
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.pastes(words).press(Command::Save);
    v.restart();
    let read = |path: &str| -> toml::Table { v.file(path).text.parse().expect("a TOML file") };
    let entry = read("journal/2026/….toml");
    assert_eq!(entry["body"].as_str(), Some(words));
    assert_eq!(entry["tags"][1].as_str(), Some("日本"));
    assert_eq!(
        read("applications/….toml")["employer"].as_str(),
        Some(words)
    );
    let sitting = read("practice/2026/….toml");
    assert_eq!(sitting["answer"][0]["text"].as_str(), Some(words));
}

#[test]
fn a_field_of_work_is_found_by_what_people_call_their_work() {
    let mut v = Visit::new();
    v.runs("go to the settings: field").press(Command::Main);
    v.types("maint")
        .sees("Trades: maintenance technician")
        .sees_not("Nursing");
    v.press(Command::Main).sees("‹ Trades ›");
    v.file("profile.toml").contains("family = \"trades\"");
}

#[test]
fn the_field_of_work_is_chosen_once_and_the_drill_follows_it() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).sees("General");
    v.runs("settings").types("nurs").press(Command::Main);
    v.sees("Nursing");
    v.press(Command::Back).sees("Nursing");
    v.file("profile.toml").contains("family = \"nursing\"");
    v.press(Command::Practice).sees("Nursing");
    v.press(Command::Back).press(Command::Undo);
    v.toast("Taken back: the settings");
    v.file("profile.toml").contains("family = \"general\"");
}

#[test]
fn a_name_in_the_settings_survives_a_kill_as_it_is_typed() {
    let mut v = Visit::new();
    v.runs("settings").press(Command::PrevField).types("Ana");
    v.wait(secs(2)).kill();
    v.file("profile.toml").contains("name = \"Ana\"");
}

#[test]
fn what_the_settings_do_not_show_stays_as_it_was() {
    let mut v = Visit::new().with_file(
        "profile.toml",
        "format = 1\nminutes_a_day = 25\npace = 135\nown = 3\n",
    );
    v.runs("settings")
        .sees("25 minutes")
        .sees("135 words a minute");
    v.press(Command::NextField).press(Command::NextValue);
    v.press(Command::Back);
    v.file("profile.toml")
        .contains("minutes_a_day = 25")
        .contains("pace = 135")
        .contains("own = 3")
        .contains("seniority = \"entry\"");
}

#[test]
fn the_bell_rings_where_the_window_opens_and_ends_for_those_who_want_it() {
    for (file, rings) in [("bell = true\n", 2), ("", 0)] {
        let mut v = Visit::new().with_file("config.toml", &format!("format = 1\n{file}"));
        v.opens().press(Command::Main).press(Command::Record);
        v = v.ignore_toasts();
        v.wait(mins(6));
        assert_eq!(v.rings, rings, "{file}");
    }
}

#[test]
fn letters_open_the_list_of_a_field_and_those_that_move_elsewhere_move() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("go to the settings: field").is_in(Context::Listed);
    v.types("nurs").is_in(Context::Pick).press(Command::Main);
    v.sees("‹ Nursing");
    // Somebody goes on with the letters that move everywhere: nothing is chosen by them.
    v.types("jjkk").is_in(Context::Listed).sees("‹ Nursing");
    v.types("l").sees_not("‹ Nursing").types("h");
    v.sees("‹ Nursing").press(Command::Back);
    v.file("profile.toml").contains("family = \"nursing\"");
}

#[test]
fn esc_in_the_list_of_a_form_closes_the_list_and_not_the_form() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap).press(Command::New).types("Acme");
    v.press_times(Command::CaretDown, 1)
        .press_times(Command::CaretDown, 1)
        .types("p")
        .is_in(Context::Pick)
        .press(Command::Back)
        .sees("Acme")
        .sees("Stands at");
    v.types("pan").press(Command::Main).sees("‹ Panel ›");
    v.press(Command::Save);
    v.file("applications/acme.toml")
        .contains("stage = \"panel\"");
}

#[test]
fn a_drill_is_set_up_with_letters_in_the_lists() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome).press(Command::Practice);
    v.press_times(Command::PrevField, 12).types("pan");
    v.press(Command::Main).sees("‹ Panel ›");
    v.types("pan").press(Command::Back).sees("‹ Panel ›");
    v.is_in(Context::Many).sees("Ctrl+S start");
    v.key("space").is_in(Context::Pick).types("hr");
    v.press(Command::Back).sees("‹ Panel ›");
}

#[test]
fn enter_lists_all_fields_of_work_and_letters_find_in_them() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("go to the settings: field").press(Command::Main);
    v.is_in(Context::Pick)
        .sees("Consulting")
        .sees("Enter take it");
    v.types("care").press(Command::Main).is_in(Context::Listed);
    v.sees("‹ Care").press(Command::Main);
    // Esc closes the list and changes nothing.
    v.types("sales").press(Command::Back).is_in(Context::Listed);
    v.sees("‹ Care");
}

#[test]
fn the_palette_leads_to_the_very_setting() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("go to the settings: mouse").press(Command::Tick);
    v.press(Command::Save);
    v.file("config.toml").contains("mouse = true");
}

#[test]
fn choices_that_are_all_shown_are_whole_on_a_small_screen() {
    let mut v = Visit::new().size(40, 10).ignore_toasts();
    v.runs("accessibility").sees("( ) x1.25").sees("( ) x2");
}

#[test]
fn words_that_name_a_key_name_the_one_that_the_user_gave_it() {
    let keys = "[keys.journal]\n\"w\" = \"new\"\n\"n\" = \"\"\n";
    let mut v = Visit::new().with_file("config.toml", keys);
    v.press(Command::Journal)
        .key("w")
        .types("Half a th")
        .press(Command::Back)
        .toast("The draft is kept");
    v.wait(mins(1))
        .sees("w goes on with it.")
        .sees_not("n goes on with it.");
}

#[test]
fn what_nobody_changed_in_the_settings_stays_as_it_was_written() {
    let text = "format = 1\nfamily = \"sofware\"  # mine\nminutes_a_day = 300\n";
    let mut v = Visit::new().with_file("profile.toml", text);
    v.runs("settings").sees("sofware, which is not known");
    v.press_times(Command::NextField, 3).press(Command::Back);
    assert_eq!(v.file("profile.toml").text, text);
    v.runs("settings")
        .press(Command::NextField)
        .press(Command::NextValue)
        .press(Command::Back);
    v.file("profile.toml")
        .contains("seniority = \"entry\"")
        .contains("family = \"sofware\"  # mine")
        .contains("minutes_a_day = 300")
        .lacks("pace");
}

#[test]
fn keys_and_looks_that_are_changed_outside_count_at_once() {
    let mut v = Visit::new();
    v.press(Command::Journal);
    v.wait(secs(2));
    v.meddles(
        "config.toml",
        "format = 1\ntheme = \"dark\"\n[keys.journal]\n\"w\" = \"new\"\n\"n\" = \"\"\n",
    );
    v.key("w").wait(secs(2)).key("down");
    v.sees("w new");
    v.runs("settings").sees("dark").press(Command::Back);
    v.wait(secs(2));
    v.meddles(
        "config.toml",
        "format = 1\n[keys.journal]\n\"w\" = \"nwe\"\n",
    );
    v.key("down").hears_something();
    v.sees("n new");
    v.wait(secs(2));
    v.meddles("config.toml", "format = 1\n[keys.journal\n");
    v.key("down").hears_something();
    v.sees("n new");
}
