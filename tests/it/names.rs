//! Names hidden, for sharing the screen: no name of an employer or a person is drawn anywhere.

use std::path::Path;

use greenroom::keys::{Command, Context};

use crate::places::{self, ALL, EMPLOYER};
use crate::visit::Visit;

/// Parts of names that are everyday words.
const EVERYDAY: [&str; 1] = ["Labs"];

/// Whether a name, or one of its words, is on the screen.
fn shows(v: &mut Visit, name: &str) -> bool {
    let screen = v.screen().text();
    let words: Vec<&str> = screen.split(|c: char| !c.is_alphanumeric()).collect();
    name.split(' ')
        .filter(|part| part.len() > 2 && !EVERYDAY.contains(part))
        .any(|part| words.contains(&part))
}

#[test]
fn no_screen_shows_the_employer() {
    let mut leaks = Vec::new();
    for place in ALL {
        // The form of the application is where the name is written down.
        if place.name.starts_with("application") {
            continue;
        }
        let mut v = places::visit().hides_names();
        (place.go)(&mut v);
        if shows(&mut v, EMPLOYER) {
            leaks.push(format!("{}\n{}", place.name, v.screen()));
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn the_same_letter_stands_for_the_same_employer_everywhere() {
    let mut v = places::visit().hides_names();
    v.press(Command::Roadmap).sees("Employer A");
    v.press(Command::Main).sees("Employer A");
    v.press(Command::Journal).sees("Employer A");
    v.sees("Names are hidden, save those that only your own texts tell. H shows all.");
    v.press(Command::HideNames).sees(EMPLOYER);
}

#[test]
fn toasts_and_copies_hide_names_too() {
    let mut v = places::visit().hides_names();
    v.press(Command::Roadmap)
        .press(Command::Down)
        .press(Command::Done);
    assert!(!shows(&mut v, EMPLOYER), "{}", v.screen());
    v.press(Command::Undo);
    assert!(!shows(&mut v, EMPLOYER), "{}", v.screen());
    v.press(Command::Journal).press(Command::Copy);
    let copied = v.copied.clone().expect("a copy");
    assert!(!copied.contains("Kestrel"), "{copied}");
}

#[test]
fn files_are_untouched_by_it() {
    let mut v = places::visit();
    let before = v.everything();
    v.press(Command::HideNames)
        .press(Command::Roadmap)
        .press(Command::Journal);
    assert_eq!(v.everything(), before);
    v.press(Command::New)
        .types("Seen while hidden.")
        .press(Command::Save);
    v.file("journal/2026/2026-03-03….toml")
        .contains("application = \"kestrel-labs-engineer\"");
}

/// Every name of the sample world, as its files have them.
fn names_of_the_sample_world() -> Vec<String> {
    let mut names = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the sample world") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // The user's own name is theirs to show.
            if path.ends_with("profile.toml") {
                continue;
            }
            let text = std::fs::read_to_string(path).expect("a text");
            for key in ["employer = \"", "name = \""] {
                let after = text.split(key).skip(1);
                names.extend(after.filter_map(|a| Some(a.split_once('"')?.0.to_owned())));
            }
        }
    }
    names.sort();
    names.dedup();
    names
}

#[test]
fn no_screen_of_the_sample_world_shows_a_name() {
    let mut v = Visit::new().on("2026-03-12").hides_names().ignore_toasts();
    v.runs("look around").is_in(Context::Today);
    let names = names_of_the_sample_world();
    assert!(names.len() > 3, "{names:?}");
    let mut leaks = Vec::new();
    let mut look = |v: &mut Visit, place: &str| {
        for name in &names {
            if shows(v, name) {
                leaks.push(format!("{place} shows {name}\n{}", v.screen()));
            }
        }
    };
    look(&mut v, "today");
    v.resize(120, 60);
    look(&mut v, "today, large");
    v.press(Command::Roadmap);
    look(&mut v, "roadmap");
    v.press(Command::View);
    look(&mut v, "roadmap of all");
    v.press(Command::View).press(Command::Main);
    look(&mut v, "stage");
    v.press(Command::PracticeHome);
    look(&mut v, "practice");
    v.press(Command::Journal);
    for entry in 0..12 {
        look(&mut v, &format!("journal, entry {entry}"));
        v.press(Command::Down);
    }
    v.press(Command::Filter);
    look(&mut v, "journal, filter");
    v.press(Command::Back).press(Command::Progress);
    look(&mut v, "progress");
    v.press(Command::Stories);
    look(&mut v, "stories");
    for story in 0..6 {
        v.press(Command::Main);
        look(&mut v, &format!("story {story}"));
        v.press(Command::Close).press(Command::Right);
        look(&mut v, &format!("stories, at {story}"));
    }
    v.runs("story recall");
    look(&mut v, "story recall");
    v.press(Command::Main);
    look(&mut v, "story recall, a question");
    v.runs("earlier messages");
    look(&mut v, "messages");
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

/// Where names are written down, or chosen among as they are written.
fn is_form(context: Context) -> bool {
    use Context::{Area, Choice, Debrief, Line, Listed, Mark, Opens, Pick, Press, Used};
    matches!(
        context,
        Line | Area | Choice | Listed | Press | Opens | Pick | Debrief | Mark | Used
    )
}

/// Whether a name that stands for somebody alone, or one of its words, is in a text.
fn has(text: &str, name: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let mut parts = name.split(|c: char| !c.is_alphanumeric());
    parts.any(|part| part.len() > 2 && words.contains(&part))
}

/// Names of the sample world that stand for somebody; of the address of a person, its words.
fn telling() -> Vec<String> {
    let everyday = ["Health", "School", "Freight", "example", "Mr", "Ms"];
    let mut all: Vec<String> = names_of_the_sample_world();
    all.push("r.castellano@northlight".to_owned());
    for name in &mut all {
        for word in everyday {
            *name = name.replace(word, "");
        }
    }
    all
}

#[test]
fn wherever_one_goes_in_the_sample_world_no_name_is_shown_or_copied() {
    const WAYS: [&str; 14] = [
        "past sittings",
        "unfinished",
        "whole mocks",
        "question library",
        "handbook",
        "talks: an offer",
        "trash",
        "earlier messages",
        "question packs",
        "ladder against",
        "work-style and judgment",
        "go to the progress",
        "story recall",
        "the last ten minutes",
    ];
    const KEYS: [&str; 29] = [
        "enter", "enter", "enter", "down", "down", "down", "up", "esc", "tab", "v", "v", "space",
        "end", "home", "right", "left", "1", "2", "3", "4", "5", "6", "c", "g", "/", "t", "s", "?",
        "x",
    ];
    let names = telling();
    let mut leaks = Vec::new();
    for seed in 0..2_u32 {
        let mut v = Visit::new().on("2026-03-12").hides_names().ignore_toasts();
        if seed % 2 == 1 {
            v.resize(120, 60);
        }
        v.runs("look around").is_in(Context::Today);
        let mut chance = seed.wrapping_mul(2_654_435_761).wrapping_add(17);
        let mut path = Vec::new();
        for step in 0..200 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let n = (chance >> 8) as usize;
            if step % 20 == 19 && !v.context().takes_text() {
                path.push(WAYS[n % WAYS.len()]);
                v.runs(WAYS[n % WAYS.len()]);
            } else if v.context().takes_text() {
                path.push("esc");
                v.key("esc");
            } else {
                path.push(KEYS[n % KEYS.len()]);
                v.key(KEYS[n % KEYS.len()]);
            }
            if is_form(v.context()) {
                continue;
            }
            let mut texts = vec![v.screen().text()];
            if !v.context().takes_text() {
                v.key("y");
                texts.extend(v.copied.take());
            }
            for text in &mut texts {
                // Somebody at an invented table is called so, too.
                *text = text.replace("Ms. Moreau", "");
            }
            for (text, name) in texts.iter().flat_map(|t| names.iter().map(move |n| (t, n))) {
                if has(text, name) {
                    leaks.push(format!("{name} after {path:?}\n{text}"));
                    path.clear();
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn who_has_several_folders_sees_which_one_is_open() {
    let sections = [
        Command::Roadmap,
        Command::PracticeHome,
        Command::Journal,
        Command::Progress,
        Command::Today,
    ];
    let mut v = Visit::new()
        .on("2026-03-12")
        .in_folder("quillon")
        .ignore_toasts();
    for section in sections {
        v.press(section);
        let top = v
            .screen()
            .text()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(top.contains("quillon"), "{top}");
    }
    assert_eq!(v.app().title(), "greenroom: quillon");
    v.press(Command::HideNames).sees_not("quillon");
    assert_eq!(v.app().title(), "greenroom");
    let mut usual = Visit::new().on("2026-03-12");
    assert_eq!(usual.app().title(), "greenroom");
}

#[test]
fn a_question_about_an_employer_names_the_one_that_is_known() {
    let new = || {
        places::with_question(
            "text = \"Why us?\"\nsetup = \"For practice: take an employer that you are applying to, or one whose page or \
             posting you have read.\"\n",
        )
    };
    let knows = |mut v: Visit| {
        v.press(Command::Roadmap).press(Command::New);
        v.types("Birch House")
            .press(Command::Save)
            .hears_something();
        v
    };
    for (mut v, words) in [
        (new(), "For practice: take an employer"),
        (knows(new()), "For practice: they are Birch House."),
        (
            knows(new().hides_names()),
            "For practice: they are Employer A.",
        ),
    ] {
        places::at_its_question(&mut v).sees(words);
    }
}

#[test]
fn who_was_removed_while_names_were_shown_stays_hidden_later() {
    let mut v = places::visit();
    v.press(Command::Roadmap).press(Command::Remove);
    v.press(Command::New)
        .types("Wren Bakery")
        .press(Command::Save);
    v.press(Command::Remove);
    v.press(Command::HideNames).runs("earlier messages");
    v.sees("is in the trash");
    for name in [EMPLOYER, "Wren Bakery"] {
        assert!(!shows(&mut v, name), "{}", v.screen());
    }
}

#[test]
fn a_question_of_ones_own_hides_the_employer_wherever_it_stands() {
    let mut v = places::with_question("text = \"Why Kestrel Labs?\"\ntopic = \"Kestrel Labs\"\n")
        .ignore_toasts();
    v.press(Command::Roadmap).press(Command::New);
    v.types(EMPLOYER).press(Command::Save);
    v.press(Command::HideNames).runs("question library");
    let mut screens = Vec::new();
    v.press(Command::Find).types("why kest");
    v.press(Command::Main).sees("Why Employer A?");
    screens.push(v.screen().text());
    v.press(Command::Main).sees("Why Employer A?");
    screens.push(v.screen().text());
    v.press(Command::Main).is_in(Context::Think);
    v.sees("Why Employer A?");
    screens.push(v.screen().text());
    v.press(Command::Main).types("Kestrel Labs is near. ");
    v.press(Command::Save);
    for _ in 0..6 {
        screens.push(v.screen().text());
        v.press(Command::Main);
    }
    for screen in screens {
        assert!(!has(&screen, EMPLOYER), "{screen}");
    }
}

#[test]
fn a_page_of_results_is_written_with_letters_while_names_are_hidden() {
    const DRILL: &str =
        include_str!("../../assets/sample/practice/2026/2026-02-10T1840-drill.toml");
    let mut v = Visit::new()
        .on("2026-03-17")
        .with_file("practice/2026/2026-02-10T1840-drill.toml", DRILL)
        .ignore_toasts();
    v.press(Command::Roadmap).press(Command::New);
    v.types("Larger Group").press(Command::Save);
    v.press(Command::HideNames).runs("past sittings");
    v.press(Command::Main).press(Command::Save);
    v.file("exports/….md")
        .contains("sold to a Employer A")
        .lacks("larger group");
}
