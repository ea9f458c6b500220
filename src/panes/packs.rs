//! Packs: what each holds, where it comes from, what is wrong with it; one can be taken away.

use std::collections::HashSet;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of, words};
use crate::content::packs::{Bundle, Listed};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Effect, Go, Model, Msg, Place, View, undo};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::problem::Problem;
use crate::store::layout;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// Rows of the list that stay when the marked pack is told below it.
const ROWS: u16 = 8;

/// The list.
#[derive(Default)]
pub struct Packs {
    rows: Vec<Row>,
    cursor: Cursor,
}

/// A pack, and what was practiced of it.
struct Row {
    pack: Listed,
    /// Questions that were answered and are in the pack no more.
    retired: usize,
}

impl Packs {
    fn refresh(&mut self, model: &Model) {
        let unread = unread(model);
        let packs = model.packs.iter().cloned().chain(unread);
        self.rows = packs
            .map(|pack| Row {
                retired: retired(model, &pack),
                pack,
            })
            .collect();
        self.cursor.clamp(self.rows.len());
    }

    fn marked(&self) -> Option<&Row> {
        self.rows.get(self.cursor.at)
    }

    fn remove(&self, desk: &mut Desk<'_>) {
        let Some(Row { pack, .. }) = self.marked() else {
            return;
        };
        let files = pack.files.clone();
        let words = format!("removing {}", pack.head.title);
        (desk.model.undo).note(words, undo::Step::Pack(files.clone(), true));
        desk.say_undoable(format!(
            "{} is in the trash; your answers stay. u brings it back.",
            pack.head.title
        ));
        desk.perform(Effect::TrashPack(files));
    }
}

/// Files of the packs folder that could not even be opened.
fn unread(model: &Model) -> Vec<Listed> {
    let known: HashSet<&String> = model.packs.iter().flat_map(|pack| &pack.files).collect();
    let inside = |problem: &&Problem| {
        layout::folder(&problem.file).starts_with(layout::PACKS) && !known.contains(&problem.file)
    };
    let problems = model.problems.iter().filter(inside);
    problems
        .map(|problem| Listed::broken(&Bundle::file((&problem.file, "")), vec![problem.clone()]))
        .collect()
}

/// How many questions of a pack were answered and are in it no more.
fn retired(model: &Model, pack: &Listed) -> usize {
    let prefix = format!("{}/", pack.head.id);
    let history = &model.practice.history;
    let answered = history.newest().map(|fact| history.text(fact.question));
    let cards = model.library.cards.iter().map(|card| card.id.as_str());
    let there: HashSet<&str> = cards.filter(|id| id.starts_with(&prefix)).collect();
    answered
        .filter(|id| id.starts_with(&prefix) && !there.contains(id))
        .count()
}

impl Pane for Packs {
    fn context(&self, _model: &Model) -> Context {
        Context::Packs
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.refresh(desk.model),
            Msg::Command(Command::Back | Command::Close) => desk.go(Go::Back),
            Msg::Command(Command::Remove) => self.remove(desk),
            Msg::Command(command) => {
                let id = self.marked().map(|row| row.pack.head.id.clone());
                match (command, id) {
                    (Command::Main, Some(id)) => desk.go(Go::Open(Place::LibraryOf(id))),
                    (Command::Practice, Some(id)) => desk.go(Go::Open(Place::Setup(SetupFor {
                        packs: vec![id],
                        ..SetupFor::default()
                    }))),
                    _ => {
                        if let Some(step) = step_of(*command) {
                            self.cursor.step(step, self.rows.len());
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let needs_one = matches!(
            command,
            Command::Main | Command::Practice | Command::Remove | Command::Copy
        );
        match self.marked() {
            None if needs_one => Some("There is no pack here.".to_owned()),
            Some(row)
                if row.pack.is_broken() && matches!(command, Command::Main | Command::Practice) =>
            {
                Some(
                    "It cannot be used before it is mended. What is wrong stands below.".to_owned(),
                )
            }
            _ => None,
        }
    }

    fn copied(&self, _view: &View<'_>) -> Option<String> {
        let row = self.marked()?;
        let problems = row.pack.problems.iter().map(ToString::to_string);
        let lines: Vec<String> = std::iter::once(row.pack.name.clone())
            .chain(problems)
            .collect();
        Some(lines.join("\n"))
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Question packs".to_owned(),
            middle: String::new(),
            right: words::count(self.rows.len(), "pack", "packs"),
        }
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(marked) = self.marked() else {
            out.focus(area.x, area.y, 1);
            let words = "No packs yet. `greenroom pack add FILE` brings one, `greenroom pack new` writes one; q goes back.";
            prose::draw(out, area, words, Role::Ink);
            return;
        };
        let height = ROWS.min(area.height.div_ceil(2));
        let height = height.min(u16::try_from(self.rows.len()).unwrap_or(height));
        let (from, to) = self.cursor.window(self.rows.len(), usize::from(height));
        for (y, i) in (area.y..).zip(from..to) {
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            draw_row(&self.rows[i].pack, row, i == self.cursor.at, out);
        }
        let below = Rect {
            y: area.y + height + 1,
            height: area.height.saturating_sub(height + 1),
            ..area
        };
        draw_marked(marked, below, out);
    }
}

/// Title and number of questions.
fn draw_row(pack: &Listed, row: Rect, marked: bool, out: &mut Canvas<'_>) {
    if marked {
        out.focus(row.x, row.y, 1);
    }
    let (fact, role) = match pack.questions() {
        _ if pack.is_broken() => ("cannot be used".to_owned(), Role::Warn),
        Some(n) => (words::count(n, "question", "questions"), Role::Dim),
        None => ("no questions".to_owned(), Role::Dim),
    };
    let used = out.put_right(row.right(), row.y, &fact, 18, role);
    let role = if marked { Role::Mark } else { Role::Ink };
    let room = row.width.saturating_sub(used + 2);
    out.put(row.x, row.y, &pack.head.title, room, role);
}

/// Everything about the marked pack, as far as there is room.
fn draw_marked(row: &Row, area: Rect, out: &mut Canvas<'_>) {
    let mut y = area.y;
    for (words, role) in about(row) {
        let room = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        if room.height > 0 {
            y += prose::draw(out, room, &words, role);
        }
    }
}

fn about(row: &Row) -> Vec<(String, Role)> {
    let (pack, head) = (&row.pack, &row.pack.head);
    let said = [&head.id, &head.version, &head.author, &head.license];
    let said: Vec<&str> = said
        .into_iter()
        .map(String::as_str)
        .filter(|w| !w.is_empty())
        .collect();
    let mut out = vec![(said.join(", "), Role::Dim)];
    let mut say = |words: String, role: Role| {
        if !words.is_empty() {
            out.push((words, role));
        }
    };
    say(head.description.clone(), Role::Ink);
    say(pack.holds(), Role::Ink);
    if row.retired > 0 {
        let questions = words::count(row.retired, "answered question", "answered questions");
        say(
            format!("{questions} retired: in the pack no more; the answers stay."),
            Role::Ink,
        );
    }
    say(pack.name.clone(), Role::Dim);
    for problem in &pack.problems {
        say(problem.to_string(), Role::Warn);
    }
    out
}
