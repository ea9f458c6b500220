//! A user who reads and types, and a home in memory.

mod first;

mod afterwards;
mod again;
mod back;
mod choices;
mod day;
mod disk;
mod jobs;
mod mocks;
mod names;
mod notes;
mod sitting;
#[cfg(unix)]
mod sound;
mod stories;
mod talks;
mod ways;

use std::cell::{Cell, RefCell};
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::desk::go::MockWish;
use crate::domain::id::{BlueprintId, CompetencyId, ScenarioId};
use crate::domain::library::{ItemKind, StageId};
use crate::domain::practice::sample;
use crate::runtime::here::Here;
use crate::runtime::studio::DrillWish;
use crate::store::Store;
use crate::store::layout::Places;
use crate::store::memory::Memory;

/// Everything that was printed so far.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("lines are UTF-8")
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What somebody types after reading this; `None` hangs up.
type Reply<'a> = dyn FnMut(&str) -> Option<String> + 'a;

/// More than any conversation here prints, in bytes.
const MOST: usize = 200_000;

/// A user who reads what was printed since the last line and types the next one; `None` hangs up.
struct User<'a> {
    paper: Paper,
    read: usize,
    reply: Box<Reply<'a>>,
    line: Vec<u8>,
}

impl Read for User<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let part = self.fill_buf()?;
        let n = part.len().min(to.len());
        to[..n].copy_from_slice(&part[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for User<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.line.is_empty() {
            let text = self.paper.text();
            let new = text.get(self.read..).unwrap_or_default();
            assert!(self.read < MOST, "the user goes round in circles: {new}");
            if let Some(reply) = (self.reply)(new) {
                self.line = format!("{reply}\n").into_bytes();
            }
            self.read = text.len();
        }
        Ok(&self.line)
    }

    fn consume(&mut self, n: usize) {
        self.line.drain(..n);
    }
}

/// Words without the ends of lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A computer with a home in memory.
#[derive(Default)]
struct Trial {
    memory: Arc<Memory>,
    drill: Option<DrillWish>,
    hide_names: bool,
    /// The home, where it was named.
    home: Option<PathBuf>,
    /// A folder on the disk, for recordings.
    folder: Option<PathBuf>,
    /// What is in it, where that is not the memory.
    world: Option<Arc<Home>>,
}

impl Trial {
    fn talk(&self, reply: impl FnMut(&str) -> Option<String>) -> String {
        let (told, code) = self.held(reply);
        assert_eq!(code, 0, "{told}");
        told
    }

    /// The same, with the exit code.
    fn held(&self, reply: impl FnMut(&str) -> Option<String>) -> (String, u8) {
        let store: Arc<dyn Store> = self.memory.clone();
        let home = || Arc::new(Home::new(Arc::clone(&store), store));
        let home = self.world.clone().unwrap_or_else(home);
        let folder = self.folder.clone();
        let folder = folder.unwrap_or_else(|| PathBuf::from("/home/sam/greenroom"));
        let options = Options {
            places: Places {
                home: folder.clone(),
                settings: folder,
            },
            seed: Some(7),
            theme: None,
            hide_names: self.hide_names,
            drill: self.drill.clone(),
            review: None,
            here: Here::of(self.home.as_deref()),
            env: Vec::new(),
        };
        let paper = Paper::default();
        let mut user = User {
            paper: paper.clone(),
            read: 0,
            reply: Box::new(reply),
            line: Vec::new(),
        };
        let looks = Cell::new(0);
        let now = || {
            looks.set(looks.get() + 1);
            sample::at(0.0).after(Duration::from_secs(looks.get()))
        };
        let code =
            run(&options, home, &now, &mut user, &mut paper.clone(), true).expect("all is printed");
        (paper.text(), code)
    }

    /// The only file below a folder.
    fn file(&self, folder: &str) -> String {
        let paths = self.memory.paths();
        let mut inside = paths.iter().filter(|p| p.starts_with(folder));
        let path = inside
            .next()
            .unwrap_or_else(|| panic!("nothing in {folder}: {paths:?}"));
        self.memory.text(path).unwrap_or_default()
    }
}

/// Somebody who sits whatever is asked: one line for each answer, the usual for everything else.
fn sits(new: &str) -> String {
    let last = new.rsplit('\n').next().unwrap_or_default();
    let said = if last.contains("Choice:") {
        "2"
    } else if new.contains("1 of ") && last.contains("[n]") {
        "y"
    } else if new.contains("A line with only a dot ends it") {
        "In 2024 I led forty people through the move, and nobody left."
    } else if last.is_empty() || last.starts_with("  (") {
        "."
    } else {
        ""
    };
    said.to_owned()
}

/// The same, once from the menu; then the user quits.
fn sits_once() -> impl FnMut(&str) -> Option<String> {
    let mut menus = 0;
    move |new| {
        let menu = new.ends_with("What now? ");
        menus += usize::from(menu);
        Some(match menus {
            1 if menu => "0".to_owned(),
            0 | 1 => sits(new),
            _ => "q".to_owned(),
        })
    }
}

/// Replies in turn, then hangs up.
fn says<'a>(lines: &'a [&'a str]) -> impl FnMut(&str) -> Option<String> + 'a {
    let mut lines = lines.iter();
    move |_| lines.next().map(|l| (*l).to_owned())
}

/// Says these lines at the place of each prompt, in turn; then hangs up.
fn at_prompts<'a>(lines: &'a [(&'a str, &'a str)]) -> impl FnMut(&str) -> Option<String> + use<'a> {
    let mut lines = lines.iter();
    move |new| {
        let (prompt, line) = lines.next()?;
        assert!(flat(new).contains(prompt), "{prompt:?} is not in: {new}");
        Some((*line).to_owned())
    }
}

#[test]
fn a_wrong_number_is_asked_again_and_help_is_near() {
    let told = Trial::default().talk(says(&["99", "?", "q"]));
    assert!(told.contains("Type a number from 0 to "), "{told}");
    assert!(flat(&told).contains("b goes one step back"), "{told}");
}

/// The number of a choice in what was printed.
fn number_of(choice: &str, new: &str) -> String {
    let line = new.lines().find(|l| l.contains(choice));
    let line = line.unwrap_or_else(|| panic!("{choice}: {new}"));
    line.split('.').next().unwrap_or_default().trim().to_owned()
}

/// Says the word of a way from the first menu, then the lines, then quits.
fn chooses<'a>(way: &'a str, lines: &'a [&'a str]) -> impl FnMut(&str) -> Option<String> + 'a {
    let mut said = says(lines);
    let mut first = true;
    move |new| {
        if std::mem::take(&mut first) {
            return Some(way.to_owned());
        }
        said(new).or_else(|| Some("q".to_owned()))
    }
}

#[test]
fn a_drill_from_the_command_line_begins_at_once() {
    let wish = DrillWish {
        stage: Some(StageId::Panel),
        count: Some(2),
        ..DrillWish::default()
    };
    let trial = Trial {
        drill: Some(wish),
        ..Trial::default()
    };
    let ask =
        |trial: &Trial| trial.talk(|new| (!new.contains("How will this go?")).then(String::new));
    let told = ask(&trial);
    assert!(told.contains("Question 1 of 2"), "{told}");
    assert!(!told.contains("What now?"), "{told}");
    let again = Trial {
        drill: trial.drill.clone(),
        ..Trial::default()
    };
    assert_eq!(ask(&again), told, "the same seed asks the same");
}

#[test]
fn words_typed_where_a_number_was_asked_for_outlive_the_end_of_the_line() {
    let trial = Trial {
        drill: Some(DrillWish {
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    trial.talk(says(&["3 of us led the move of forty people."]));
    let draft = trial.file("drafts/");
    assert!(
        draft.contains("3 of us led the move of forty people."),
        "{draft}"
    );
    let later = Trial {
        memory: Arc::clone(&trial.memory),
        ..Trial::default()
    };
    let told = later.talk(says(&["0"]));
    assert!(
        told.contains("3 of us led the move of forty people."),
        "{told}"
    );
}

#[test]
fn an_answer_that_is_typed_where_a_number_was_asked_for_is_the_answer() {
    let trial = Trial {
        drill: Some(DrillWish {
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let told = trial.talk(says(&[
        "I led the move of forty people.",
        "Nobody left.",
        ".",
    ]));
    assert!(
        told.contains("So far: I led the move of forty people."),
        "{told}"
    );
    let file = trial.file("practice/");
    assert!(
        file.contains("I led the move of forty people.\nNobody left."),
        "{file}"
    );
}

/// A home with one job and its panel on this day.
fn with_a_panel_on(day: &str) -> Trial {
    let trial = Trial::default();
    trial.talk(chooses(
        "jobs",
        &["St. Mary", "Staff nurse", "panel", day, "9:45"],
    ));
    trial
}

/// A home with one job: a panel on 18 March.
fn with_a_job() -> Trial {
    with_a_panel_on("2026-03-18")
}
