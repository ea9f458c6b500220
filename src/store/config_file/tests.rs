//! Settings as a person writes them, with their slips.

use super::*;
use crate::domain::settings::{Announce, GlyphSet, Sound};
use crate::problem::Place;
use crate::store::weave::fresh;

fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_setting_comes_back() {
    let before = Config {
        theme: "night".into(),
        glyphs: GlyphSet::Ascii,
        announce: Announce::Marks,
        bell: true,
        mouse: true,
        editor: vec!["code".into(), "--wait".into()],
        sound: Sound {
            record: true,
            kept_days: 0,
            reads: true,
            recorder: vec!["rec".into(), "-".into()],
            player: vec!["mpv".into(), "{file}".into()],
            reader: vec!["say".into()],
        },
        keys: Vec::new(),
    };
    let (after, problems) = read("config.toml", fresh(&before).as_bytes());
    assert_eq!((after, lines(&problems)), (before, vec![]));
}

#[test]
fn an_editor_may_be_one_line() {
    let (config, _) = read("config.toml", b"editor = \"code --wait\"\n");
    assert_eq!(config.editor, ["code", "--wait"]);
}

#[test]
fn a_mistyped_setting_is_told_with_its_line_and_the_nearest_name() {
    let (config, problems) = read(
        "config.toml",
        b"format = 1\nthem = \"night\"\nbell = true\n",
    );
    assert!(config.bell);
    assert_eq!(
        lines(&problems),
        ["config.toml:2:1: There is no setting `them`. Did you mean `theme`?"]
    );
    assert_eq!(problems[0].line_text, "them = \"night\"");
}

#[test]
fn a_wrong_value_is_told_and_the_usual_one_is_used() {
    let (config, problems) = read("config.toml", b"glyphs = \"fancy\"\nbell = 3\ntheme = 4\n");
    assert_eq!(config, Config::default());
    let told: Vec<u32> = problems.iter().map(|p| p.place.line).collect();
    assert_eq!(told, [1, 2, 3], "{:?}", lines(&problems));
}

#[test]
fn a_mistake_of_syntax_costs_only_what_cannot_be_read() {
    let (config, problems) = read("config.toml", b"bell = true\nmouse = = true\n");
    assert!(config.bell);
    assert!(
        problems
            .iter()
            .all(|p| p.severity == Severity::Error && p.place.line == 2)
    );
    assert!(!problems.is_empty());
}

#[test]
fn keys_keep_their_place_for_later_messages() {
    let text = "[keys.journal]\n\"ctrl+e\" = \"edit\"\n\"x\" = \"\"\n[keys.any]\nf2 = \"help\"\n";
    let (config, problems) = read("config.toml", text.as_bytes());
    let found: Vec<(&str, &str, &str, Place)> = config
        .keys
        .iter()
        .map(|k| {
            (
                k.context.as_str(),
                k.key.as_str(),
                k.command.as_str(),
                k.at.0,
            )
        })
        .collect();
    let place = |line| Place { line, column: 1 };
    assert_eq!(
        found,
        [
            ("journal", "ctrl+e", "edit", place(2)),
            ("journal", "x", "", place(3)),
            ("any", "f2", "help", place(5)),
        ]
    );
    assert_eq!(config.keys[0].at.1, "\"ctrl+e\" = \"edit\"");
    assert!(problems.is_empty());
}

#[test]
fn a_key_outside_of_a_screen_is_told() {
    let (config, problems) = read("config.toml", b"[keys]\nx = \"edit\"\n");
    assert!(config.keys.is_empty());
    assert!(
        problems[0].hint.contains("[keys.journal]"),
        "{}",
        problems[0]
    );
}

#[test]
fn any_bytes_start_the_program() {
    for bytes in [
        &b"\xff\xfe"[..],
        b"= = =",
        b"[[keys]]\n",
        b"keys = 1",
        b"\0",
        b"theme.x = 1",
    ] {
        let (config, problems) = read("config.toml", bytes);
        assert_eq!(config.theme, "terminal");
        assert!(!problems.is_empty(), "{bytes:?}");
    }
}
