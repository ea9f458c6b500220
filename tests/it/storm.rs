//! Any keys in any order at any size: nothing breaks, and no word that was written is lost.

use std::fmt::Write as _;

use crate::seeded::cases;
use greenroom::keys::Context;
use proptest::prelude::*;

use crate::places;
use crate::visit::Visit;

/// One thing that hands and machines do.
#[derive(Debug, Clone)]
enum Stroke {
    Key(&'static str),
    Letters(String),
    Paste(String),
    Resize(u16, u16),
    Wait(u64),
    Sleep(u64),
    Kill,
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let keys = [
        "enter",
        "esc",
        "tab",
        "shift+tab",
        "up",
        "down",
        "left",
        "right",
        "pgup",
        "pgdn",
        "home",
        "end",
        "backspace",
        "del",
        "space",
        "ctrl+s",
        "ctrl+p",
        "ctrl+r",
        "ctrl+z",
        "ctrl+y",
        "ctrl+u",
        "ctrl+k",
        "ctrl+w",
        "ctrl+left",
        "ctrl+g",
        "ctrl+l",
        "f1",
        "1",
        "2",
        "3",
        "4",
        "6",
        "g",
        "n",
        "d",
        "e",
        "x",
        "u",
        "U",
        "v",
        "p",
        "a",
        "r",
        "R",
        "s",
        "t",
        "f",
        "y",
        "z",
        "H",
        "X",
        "/",
        "?",
        ":",
        ",",
        "j",
        "k",
        "G",
        "alt+b",
        "ins",
        "f7",
    ];
    prop_oneof![
        12 => prop::sample::select(keys.to_vec()).prop_map(Stroke::Key),
        3 => "[a-zA-Z0-9 é日.,?!:/]{1,12}".prop_map(Stroke::Letters),
        1 => "(\\PC|\n|\t){0,40}".prop_map(Stroke::Paste),
        1 => (0u16..130, 0u16..45).prop_map(|(w, h)| Stroke::Resize(w, h)),
        1 => (0u64..400).prop_map(Stroke::Wait),
        1 => (0u64..4000).prop_map(Stroke::Sleep),
        1 => Just(Stroke::Kill),
    ]
}

fn carries_out(v: &mut Visit, stroke: &Stroke) {
    match stroke {
        Stroke::Key(name) => {
            v.key_at_once(name);
        }
        Stroke::Letters(text) => {
            v.types(text);
        }
        Stroke::Paste(text) => {
            v.pastes(text);
        }
        Stroke::Resize(width, height) => {
            v.resize(*width, *height);
        }
        Stroke::Wait(secs) => {
            v.wait(crate::visit::secs(*secs));
        }
        Stroke::Sleep(secs) => {
            v.sleeps(crate::visit::secs(*secs));
        }
        Stroke::Kill => {
            v.kill();
        }
    }
    if v.left.is_some() {
        v.restart();
    }
}

/// All records of the home with their words, drafts aside.
fn words(v: &Visit) -> String {
    v.everything().iter().fold(String::new(), |mut all, file| {
        let _ = writeln!(all, "{}", file.text);
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..cases(48) })]

    #[test]
    fn no_keys_at_any_size_break_it(
        start in 0..places::ALL.len(),
        strokes in prop::collection::vec(stroke(), 1..60),
    ) {
        let mut v = places::at(&places::ALL[start]);
        for stroke in &strokes {
            carries_out(&mut v, stroke);
        }
        // What was there is there still, if only in the trash.
        let all = words(&v);
        for known in [places::ENTRY, places::ANSWER, places::EMPLOYER] {
            prop_assert!(all.contains(known), "{known} is gone");
        }
        // And it can be left.
        v.resize(80, 24).key("ctrl+c").key("ctrl+c");
        prop_assert_eq!(v.left, Some(130));
    }

    #[test]
    fn typed_words_survive_whatever_comes_next(
        place in prop::sample::select(vec![
            "answer", "aloud, notes", "new entry", "debrief, questions", "debrief, feeling", "question of my own",
        ]),
        strokes in prop::collection::vec(
            prop_oneof![
                Just("esc"), Just("ctrl+s"), Just("tab"), Just("shift+tab"), Just("up"), Just("down"),
                Just("left"), Just("right"), Just("home"), Just("end"), Just("ctrl+p"), Just("f1"),
                Just("ctrl+l"), Just("pgup"), Just("pgdn"),
            ],
            0..12,
        ),
        kills in any::<bool>(),
    ) {
        let place = places::ALL.iter().find(|p| p.name == place).expect("a place");
        let mut v = places::at(place);
        v.types("zebrafinch").wait(crate::visit::secs(2));
        for key in strokes {
            v.key(key);
        }
        if kills {
            v.wait(crate::visit::secs(2)).kill();
        } else {
            v.restart();
        }
        prop_assert!(words(&v).contains("zebrafinch"), "{}", v.screen());
        prop_assert!(v.is_in(Context::Today).left.is_none());
    }
}
