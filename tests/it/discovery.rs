//! It teaches itself: hints, help and palette say what is true, and no key dies silently.

use greenroom::keys::command::Flag;
use greenroom::keys::{Command, Context, Keymap};

use crate::places::{self, ALL, Place};
use crate::visit::{Screen, Visit};

/// What a person can tell from the outside after a key.
fn noticed(v: &mut Visit, before: &Screen) -> bool {
    v.hears_something() || v.left.is_some() || v.copied.is_some() || v.screen() != before
}

/// Presses one key at a place; whether anything was to be noticed.
fn says_something(place: &Place, key: &str) -> bool {
    let mut v = places::at(place);
    v.wait(crate::visit::secs(10)).hears_something();
    let before = v.screen().clone();
    v.key(key);
    noticed(&mut v, &before)
}

#[test]
fn each_hint_does_what_it_says() {
    let keymap = Keymap::default();
    let arrows = greenroom::look::Look::default().arrows();
    let mut false_hints = Vec::new();
    for place in ALL {
        for hint in keymap.hints(place.context, arrows) {
            // Moving may well come to nothing at the end of a list.
            if hint.command.quiet() {
                continue;
            }
            let key = keymap.keys_for(place.context, hint.command)[0].to_string();
            if !says_something(place, &key) {
                false_hints.push(format!("{}: {key} {}", place.name, hint.label));
            }
        }
    }
    assert!(
        false_hints.is_empty(),
        "hints that do nothing:\n{}",
        false_hints.join("\n")
    );
}

#[test]
fn no_command_of_a_screen_is_silent() {
    let keymap = Keymap::default();
    let mut seen = Vec::new();
    let mut silent = Vec::new();
    for place in ALL {
        let first = !seen.contains(&place.context);
        seen.push(place.context);
        for row in keymap.rows(place.context) {
            let plain = matches!(row.command, Command::Redraw | Command::Suspend);
            // What lies under a screen is the same on every screen of its kind.
            let known = row.from != place.context && !first;
            // A text that was not touched has nothing to undo, and one is already where one is.
            let untouched = matches!(row.command, Command::Undo | Command::Redo)
                && (place.context.takes_text() || place.context.is_sitting());
            let here = row.command.name() == place.context.name()
                || row.command == Command::PracticeHome && place.context == Context::Practice;
            if row.command.quiet() || plain || known || untouched || here {
                continue;
            }
            let key = row.keys[0].to_string();
            if !says_something(place, &key) {
                silent.push(format!("{}: {key} ({})", place.name, row.command.name()));
            }
        }
    }
    assert!(
        silent.is_empty(),
        "keys that do nothing:\n{}",
        silent.join("\n")
    );
}

#[test]
fn a_letter_that_means_nothing_says_what_to_press() {
    let keymap = Keymap::default();
    for place in ALL {
        if place.context.takes_text() {
            continue;
        }
        let mut v = places::at(place);
        for c in "bciowzB%;".chars() {
            let key = greenroom::keys::Key::parse(&c.to_string()).expect("a letter");
            if keymap
                .rows(place.context)
                .iter()
                .any(|r| r.keys.contains(&key))
            {
                continue;
            }
            v.wait(crate::visit::secs(10)).hears_something();
            v.types(&c.to_string());
            assert!(v.hears_something(), "{}: {c} dies silently", place.name);
        }
    }
}

#[test]
fn help_begins_with_this_screen_and_runs_the_marked_line() {
    for place in ALL {
        let floats = matches!(
            place.context,
            Context::Help | Context::Palette | Context::Goto
        );
        if floats || place.name == "help, find" {
            continue;
        }
        let mut v = places::at(place);
        v.press(Command::Help).is_in(Context::Help);
        let row = v.screen().row_with("Keys: ").expect("a heading");
        let heading = v.screen().rows()[usize::from(row)].clone();
        assert!(
            heading.contains(place.context.title()),
            "{}: {heading}",
            place.name
        );
        v.key("esc").is_in(place.context);
    }
    let mut v = places::visit();
    v.press(Command::Journal)
        .press(Command::Help)
        .press(Command::Find)
        .types("trash")
        .press(Command::Main)
        .toast("Moved to the trash");
}

#[test]
fn the_palette_finds_a_command_by_its_words_and_runs_it() {
    let mut v = Visit::new();
    v.press(Command::Palette).types("road").sees("Roadmap");
    v.press(Command::Main).is_in(Context::Roadmap);
    v.toast("The key for this is 2.");
}

#[test]
fn the_palette_is_gone_through_by_pages_and_to_its_end() {
    let mut v = Visit::new();
    v.opens().press(Command::Palette);
    let first = v.screen().text();
    v.key("pgdn");
    assert_ne!(v.screen().text(), first);
    v.key("pgup");
    assert_eq!(v.screen().text(), first);
    v.key("end").sees("▌ Back to the shell");
    v.key("home");
    assert_eq!(v.screen().text(), first);
    // With words in it they come first.
    v.types("go").key("home").types("to ").sees("to go");
}

#[test]
fn the_palette_tells_why_a_command_cannot_run() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::Palette)
        .types("edit");
    v.sees("There is no application yet");
    v.press(Command::Main).toast("There is no application yet");
    v.is_in(Context::Palette);
}

#[test]
fn the_palette_lists_every_command_of_the_screen_and_every_one_without_a_key() {
    let keymap = Keymap::default();
    let mut seen = Vec::new();
    for place in ALL {
        let palette = keymap.keys_for(place.context, Command::Palette);
        if seen.contains(&place.context) || palette.is_empty() || place.context == Context::Palette
        {
            continue;
        }
        seen.push(place.context);
        let mut v = places::at(place);
        v.press(Command::Palette);
        for row in keymap.rows(place.context) {
            let opens = matches!(
                row.command,
                Command::Palette | Command::Help | Command::Goto
            );
            let elsewhere = row.command == Command::LeaveSample;
            if row.command.quiet() || opens || elsewhere {
                continue;
            }
            v.press(Command::DeleteLineStart).pastes(row.sentence);
            assert!(
                !v.screen().has("No command"),
                "{}: {} is not in the palette\n{}",
                place.name,
                row.sentence,
                v.screen()
            );
        }
    }
    let mut v = Visit::new();
    v.press(Command::Palette);
    let keyless = Command::ALL.iter().filter(|c| c.is(Flag::Keyless));
    // The way out of the sample world is offered inside it alone: see `sample_world`.
    for &command in keyless.filter(|c| **c != Command::LeaveSample) {
        v.press(Command::DeleteLineStart).pastes(command.sentence());
        v.sees(command.sentence()).sees_not("No command");
    }
}

#[test]
fn every_empty_screen_names_the_key_that_fills_it() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Roadmap)
        .sees("n adds the job you are after");
    v.press(Command::Journal)
        .sees("n writes an entry")
        .sees("d debriefs an interview");
    v.runs("trash")
        .sees("Nothing here")
        .sees("q goes back")
        .key("q");
    v.runs("earlier messages").press(Command::Close);
    let mut v = Visit::new();
    v.runs("earlier messages")
        .sees("Nothing has been said yet")
        .sees("q goes back");
}

#[test]
fn help_stays_in_sight_at_any_width() {
    for place in ALL {
        let mut v = places::at(place);
        for width in (40..=200).step_by(13) {
            v.resize(width, 24);
            let hints = v.screen().hints();
            assert!(
                hints.ends_with("help") || hints.ends_with("close"),
                "{} at {width}: {hints}",
                place.name
            );
        }
    }
}

#[test]
fn the_palette_finds_mocks_talks_and_settings_after_the_commands() {
    for (words, found) in [
        ("one-way", "Go to the mock: "),
        ("video", "Go to the mock: "),
        ("panel", "Go to the mock: "),
        ("teacher", "Go to the mock: "),
        ("offer", "Go to the talk: "),
        ("role", "Go to the settings: field of work"),
        ("profile", "Go to the settings: first name"),
    ] {
        let mut v = Visit::new();
        v.press(Command::Palette).types(words).sees(found);
    }
    let mut v = Visit::new();
    v.press(Command::Palette)
        .types("one-way")
        .press(Command::Main);
    v.is_in(Context::Mock);
    v.press(Command::Back)
        .press(Command::Palette)
        .types("no such thing")
        .sees("Nothing that can be opened has these words.");
}

#[test]
fn every_setting_that_the_palette_names_is_on_the_screen_of_settings() {
    let mut v = Visit::new().size(80, 60);
    v.press(Command::Palette).types("go to the settings");
    let rows = v.screen().rows();
    let named: Vec<String> = rows
        .iter()
        .filter_map(|r| {
            Some(
                r.split_once("Go to the settings: ")?
                    .1
                    .trim_matches([' ', '│'])
                    .to_owned(),
            )
        })
        .collect();
    assert!(named.len() >= 10, "{named:?}");
    v.press(Command::Main);
    let page = v.screen().rows().join("\n").to_lowercase();
    for label in named {
        assert!(page.contains(&label), "{label}\n{page}");
    }
}

#[test]
fn help_says_the_whole_sentence() {
    let mut v = places::visit();
    v.press(Command::Roadmap)
        .press(Command::Help)
        .sees("to the next one");
    v.resize(40, 10).press(Command::Find).types("marked stage");
    v.sees("Move to the marked stage");
}

#[test]
fn the_palette_finds_what_people_call_things() {
    for (words, found) in [
        ("thank", "Letter: Thank-you"),
        ("letter", "Letter:"),
        ("export", "greenroom export"),
        ("rate", "Rate answers that wait"),
        ("write", "journal note"),
        ("closed", "Roadmap"),
        ("partner", "by its code"),
        ("compare", "Past sittings"),
        ("STAR", "STAR-L"),
        ("screen reader", "greenroom --plain"),
        ("blind", "greenroom --plain"),
    ] {
        let mut v = places::visit();
        v.press(Command::Palette).types(words);
        let screen = v.screen().to_string();
        let first = screen.lines().find(|line| line.contains('▌'));
        assert!(
            first.is_some_and(|l| l.contains(found)),
            "{words}\n{screen}"
        );
    }
}

#[test]
fn what_is_done_outside_of_the_studio_says_how() {
    let mut v = places::visit();
    v.press(Command::Palette).types("screen reader");
    v.press(Command::Main)
        .toast("Leave with q, then type greenroom --plain.");
    v.is_in(Context::Today);
}

#[test]
fn a_word_that_everybody_knows_is_found_first_in_the_handbook() {
    let mut v = places::visit();
    v.runs("handbook").press(Command::Find).types("STAR");
    v.press(Command::Main).press(Command::Main);
    v.sees("Situation, 15 %");
    v.press(Command::Back).press(Command::Find).types("qwx zyx");
    v.sees("No page has these words. Esc shows all again.");
}

#[test]
fn a_reason_beside_free_room_is_whole() {
    let mut v = crate::visit::Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::Note)
        .types("A note.")
        .press(Command::Save)
        .press(Command::Today);
    v.sees("two questions, and nobody else sees it");
}

#[test]
fn the_palette_begins_what_the_first_page_begins_and_leaves_when_asked_to() {
    for (words, context) in [
        ("five-minute", Context::Answer),
        ("warm-up", Context::Think),
    ] {
        let mut v = Visit::new().ignore_toasts();
        v.press(Command::Palette)
            .types(words)
            .press(Command::Main)
            .is_in(context);
    }
    for words in ["quit", "exit", "q"] {
        let mut v = Visit::new().ignore_toasts();
        v.press(Command::Palette).types(words);
        let marked = v.screen().rows().iter().find(|r| r.contains('▌')).cloned();
        let marked = marked.expect("a marked row");
        assert!(marked.contains("leave greenroom"), "{words}: {marked}");
    }
}

#[test]
fn help_names_the_table_of_its_keys_only_for_who_wants_to_change_them() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::Help)
        .sees("Keys: Journal")
        .sees("To change keys: [keys.journal] in config.toml.");
    let title = v.screen().row_with("Keys: Journal").expect("a title");
    let title = v
        .screen()
        .to_string()
        .lines()
        .nth(title.into())
        .map(str::to_owned);
    assert!(title.is_some_and(|t| !t.contains("[keys.")));
}
