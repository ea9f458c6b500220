//! The manners of the shipped keymap (numbers as in the project's list of manners).

use super::*;
use crate::keys::{Code, shipped};

const ARROWS: Arrows = ["↑", "↓", "←", "→"];

fn key(name: &str) -> Key {
    Key::parse(name).expect(name)
}

fn find(context: Context, name: &str) -> Found {
    Keymap::default().find(context, key(name))
}

fn active() -> impl Iterator<Item = Context> {
    Context::ALL.iter().copied().filter(|c| !c.is_layer())
}

/// The file as people read it, for the rules that the program itself has no use for.
fn file() -> toml::Table {
    include_str!("../../../assets/keymap.toml")
        .parse()
        .expect("the build has read it")
}

fn words(table: &toml::Table, path: [&str; 2]) -> Vec<String> {
    let list = table
        .get(path[0])
        .and_then(|t| t.get(path[1]))
        .and_then(toml::Value::as_array);
    let word = |v: &toml::Value| v.as_str().expect("a string").to_owned();
    list.map(|l| l.iter().map(word).collect())
        .unwrap_or_default()
}

fn own_keys(context: Context) -> impl Iterator<Item = Key> {
    table(context).bindings.iter().map(|b| b.0)
}

#[test]
fn m01_a_text_never_loses_a_printable_key() {
    let keymap = Keymap::default();
    for context in active().filter(|c| c.text_rule()) {
        let mut keys = keymap.listed(context).map(|b| b.0);
        let stolen = keys.find(|k| k.is_printable() && !shipped::excepted(context, *k));
        assert_eq!(stolen, None, "{context:?}");
    }
    for c in "q?:/ 1x jk\"é日".chars() {
        let typed = Key::plain(Code::Char(c));
        for context in [
            Context::Answer,
            Context::Line,
            Context::Area,
            Context::Find,
            Context::Palette,
        ] {
            assert_eq!(keymap.find(context, typed), Found::Text(c));
        }
    }
    for (key, found) in [("q", Found::Dead), ("j", Found::Command(Command::Down))] {
        assert_eq!(find(Context::Sheet, key), found);
    }
    for context in [
        Context::Choice,
        Context::Values,
        Context::Listed,
        Context::Many,
    ] {
        assert_eq!(find(context, "j"), Found::Command(Command::NextField));
        assert_eq!(find(context, "h"), Found::Command(Command::PrevValue));
    }
    assert_eq!(find(Context::Choice, "q"), Found::Search('q'));
    assert_eq!(
        find(Context::Choice, "space"),
        Found::Command(Command::Tick)
    );
    for context in [Context::Listed, Context::Many] {
        assert_eq!(find(context, "space"), Found::Command(Command::Main));
    }
    assert_eq!(find(Context::Mark, "w"), Found::NextLine('w'));
    assert_eq!(find(Context::Mark, "2"), Found::Command(Command::Level2));
}

#[test]
fn m06_one_letter_is_one_verb_on_every_screen() {
    let file = file();
    let places = words(&file, ["rules", "places"]);
    for context in Context::ALL
        .iter()
        .filter(|c| !c.text_rule() && !places.contains(&c.name().to_owned()))
    {
        for (key, command) in table(*context).bindings {
            let Some(letter) = key.printable().filter(char::is_ascii_alphabetic) else {
                continue;
            };
            let verbs = words(&file, ["letters", &letter.to_string()]);
            assert!(
                verbs.contains(&command.name().to_owned()),
                "{context:?} {letter} {command:?}"
            );
        }
    }
}

#[test]
fn m08_no_action_hangs_on_a_key_that_some_people_do_not_have() {
    for &command in Command::ALL {
        let keys: Vec<Key> = Context::ALL
            .iter()
            .flat_map(|c| table(*c).bindings)
            .filter(|b| b.1 == command)
            .map(|b| b.0)
            .collect();
        let plain = keys.iter().any(|k| !k.alt && !matches!(k.code, Code::F(_)));
        assert!(
            plain || !command.quiet(),
            "{command:?} has neither a plain key nor a row in the palette"
        );
        assert_eq!(keys.is_empty(), command.is(Flag::Keyless), "{command:?}");
    }
    for context in
        active().filter(|c| own_keys(*c).any(|k| matches!(k.code, Code::Char('1'..='9'))))
    {
        for way in ["left", "right", "enter"] {
            assert!(
                matches!(find(context, way), Found::Command(_)),
                "{context:?} {way}"
            );
        }
    }
}

#[test]
fn m08_keys_that_terminals_confuse_are_not_bound() {
    for (key, command) in Context::ALL.iter().flat_map(|c| table(*c).bindings) {
        assert_eq!(shipped::sent_for(*key), None, "{key}");
        assert!(!shipped::is_avoided(*key), "{key}");
        assert!(
            shipped::only(*key).is_none_or(|only| only == *command),
            "{key} {command:?}"
        );
    }
}

#[test]
fn m09_help_has_a_key_everywhere() {
    let keymap = Keymap::default();
    for context in active().filter(|c| !matches!(c, Context::Help)) {
        let wanted = if context.text_rule() || stack_is_bare(context) {
            "F1"
        } else {
            "?"
        };
        assert_eq!(
            keymap.first_key(context, Command::Help, ARROWS),
            wanted,
            "{context:?}"
        );
    }
}

/// Pop-ups that have only the keys of `any` under them.
fn stack_is_bare(context: Context) -> bool {
    matches!(context, Context::Goto | Context::Toosmall)
}

#[test]
fn m14_enter_does_the_main_thing_and_the_hint_line_names_it_first() {
    for context in active().filter(|c| !c.text_rule() && *c != Context::Toosmall) {
        assert_eq!(
            find(context, "enter"),
            Found::Command(Command::Main),
            "{context:?}"
        );
        let hints = Keymap::default().hints(context, ARROWS);
        assert_eq!(
            hints.first().map(|h| h.command),
            Some(Command::Main),
            "{context:?}"
        );
    }
}

#[test]
fn m16_at_most_six_hints_and_each_has_a_key() {
    for context in active() {
        let hints = Keymap::default().hints(context, ARROWS);
        assert!((1..=6).contains(&hints.len()), "{context:?}");
        assert_eq!(
            hints.len(),
            table(context).hints.len(),
            "{context:?}: a hint without a key"
        );
    }
}

#[test]
fn p01_digits_are_the_four_words_while_rating_and_nothing_beside_the_anchors() {
    let levels = [
        Command::Level1,
        Command::Level2,
        Command::Level3,
        Command::Level4,
    ];
    for (digit, level) in ["1", "2", "3", "4"].into_iter().zip(levels) {
        assert_eq!(find(Context::Ready, digit), Found::Command(level));
        assert_eq!(find(Context::Think, digit), Found::Command(level));
        assert_eq!(find(Context::Mark, digit), Found::Command(level));
        assert_eq!(find(Context::Anchors, digit), Found::Unbound);
    }
    for (level, command) in crate::domain::level::Level::ALL.into_iter().zip(levels) {
        assert_eq!(command.sentence(), level.word());
    }
}

#[test]
fn escape_steps_back_everywhere_and_pauses_in_a_sitting() {
    for context in active().filter(|c| *c != Context::Toosmall) {
        let wanted = if context.is_sitting() {
            Command::Pause
        } else {
            Command::Back
        };
        assert_eq!(find(context, "esc"), Found::Command(wanted), "{context:?}");
    }
}

#[test]
fn ctrl_c_leads_out_everywhere() {
    for context in active() {
        assert_eq!(
            find(context, "ctrl+c"),
            Found::Command(Command::Cancel),
            "{context:?}"
        );
    }
}

#[test]
fn arrows_and_letters_move_alike() {
    for context in active().filter(|c| stack(*c).contains(&Context::Move)) {
        for (letter, arrow) in [
            ("h", "left"),
            ("j", "down"),
            ("k", "up"),
            ("l", "right"),
            ("G", "end"),
        ] {
            assert_eq!(find(context, letter), find(context, arrow), "{context:?}");
        }
    }
}

#[test]
fn only_keys_named_as_overrides_hide_a_layer_from_a_text() {
    let file = file();
    for context in active().filter(|c| c.text_rule() || *c == Context::Help) {
        let below: Vec<Context> = stack(context).into_iter().skip(1).collect();
        let named = words(&file, [context.name(), "override"]);
        for (key, command) in table(context).bindings {
            let under = below
                .iter()
                .find_map(|l| table(*l).bindings.iter().find(|b| b.0 == *key));
            let hides = under.is_some_and(|b| b.1 != *command);
            assert_eq!(hides, named.contains(&key.to_string()), "{context:?} {key}");
        }
    }
}

#[test]
fn what_altgr_types_is_text_and_a_chord_of_letters_is_no_command() {
    assert_eq!(find(Context::Answer, "ctrl+alt+@"), Found::Text('@'));
    assert_eq!(find(Context::Answer, "ctrl+alt+{"), Found::Text('{'));
    assert_eq!(find(Context::Today, "ctrl+alt+a"), Found::Unbound);
    assert_eq!(
        find(Context::Today, "ctrl+alt+/"),
        Found::Command(Command::Find)
    );
}

#[test]
fn hints_read_as_on_the_screen() {
    let line = |context, arrows| {
        let hints = Keymap::default().hints(context, arrows);
        hints
            .iter()
            .map(|h| format!("{} {}", h.keys, h.label))
            .collect::<Vec<_>>()
            .join("   ")
    };
    assert_eq!(
        line(Context::Choice, ARROWS),
        "Enter next field   ←→ change   Space tick   Ctrl+S start   Esc back   ↑ field before"
    );
    assert_eq!(
        line(Context::Ready, ARROWS),
        "Enter start   Esc pause   v whole question   Tab notes   w ask for a fact   s hint"
    );
    assert_eq!(
        line(Context::Think, ARROWS),
        "Enter start   Esc pause   ←→ word   Ctrl+O whole question   Ctrl+F ask for a fact   Tab hint"
    );
    assert_eq!(
        line(Context::Sheet, ["Up", "Down", "Left", "Right"]),
        "Enter confirm   Up Down choose   Esc close"
    );
    assert_eq!(
        line(Context::Answer, ARROWS),
        "Ctrl+S done   Esc pause   Ctrl+O whole question   Ctrl+F ask for a fact   Ctrl+R speak   Ctrl+G open in editor"
    );
}

#[test]
fn a_key_that_does_nothing_says_what_does() {
    let words = |context| Keymap::default().unbound_words(context, ARROWS, |_| true);
    assert_eq!(
        words(Context::Today),
        "No command on that key: Enter start, p practice, ? all keys."
    );
    assert_eq!(
        words(Context::Sheet),
        "Enter confirm, ↑↓ choose, Esc close."
    );
}

#[test]
fn help_lists_the_screen_first_and_never_a_key_that_another_hides() {
    let rows = Keymap::default().rows(Context::Aloud);
    assert_eq!(rows.first().map(|r| r.from), Some(Context::Aloud));
    let main = rows
        .iter()
        .find(|r| r.command == Command::Main)
        .expect("a main thing");
    assert_eq!(main.sentence, "Done with this answer");
    let help = Keymap::default().rows(Context::Help);
    let f1 = help
        .iter()
        .filter(|r| r.keys.contains(&key("f1")))
        .map(|r| r.command);
    assert_eq!(f1.collect::<Vec<_>>(), [Command::Close]);
}

#[test]
fn an_alias_works_and_is_not_shown() {
    assert_eq!(
        find(Context::Aloud, "ctrl+s"),
        Found::Command(Command::Main)
    );
    assert_eq!(
        Keymap::default().first_key(Context::Aloud, Command::Main, ARROWS),
        "Enter"
    );
    assert_eq!(
        Keymap::default().first_key(Context::Answer, Command::Save, ARROWS),
        "Ctrl+S"
    );
}

#[test]
fn a_screen_that_came_by_itself_ignores_letters_but_never_text() {
    let waits = |context, name: &str| Keymap::default().waits(context, key(name));
    assert!(waits(Context::Results, "r"));
    assert!(!waits(Context::Results, "enter"));
    assert!(!waits(Context::Answer, "r"));
    assert!(waits(Context::Think, "r"));
    assert!(!waits(Context::Mark, "1"));
    assert!(!waits(Context::Mark, "w"));
}
