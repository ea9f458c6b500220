//! Trash: what was removed or replaced in the last thirty days, and questions that were taken out of their packs;
//! Enter puts it back.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{Head, Pane, Reason, library_words, step_of};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::library::Card;
use crate::domain::time::day_and_date;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::layout;
use crate::store::trash::TrashEntry;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;
use crate::widgets::sheet::{Chosen, Sheet};

/// The list; `None` until it has been read.
#[derive(Default)]
pub struct Trash {
    items: Option<Vec<TrashEntry>>,
    cursor: Cursor,
    sheet: Option<Sheet<bool>>,
}

/// One line: a file, or a question that was taken out of its pack.
enum Row<'a> {
    File(&'a TrashEntry),
    Question(&'a Card),
}

impl Row<'_> {
    /// What it is to its owner: `Entry of Mon 2 Mar, kestrel labs`.
    fn words(&self, model: &Model, today: NaiveDate) -> String {
        match self {
            Self::File(_) if model.names_hidden => "a file".to_owned(),
            Self::File(entry) if entry.is_older => {
                format!("{}, before a change", named(&entry.from, today))
            }
            Self::File(entry) => named(&entry.from, today),
            Self::Question(card) => format!("Question: {}", card.text),
        }
    }

    /// When it was removed, or where it was taken out.
    fn fact(&self, model: &Model, today: NaiveDate) -> String {
        match self {
            Self::File(entry) => {
                let at = entry.at;
                format!("{} {}", day_and_date(at.date(), today), at.format("%H:%M"))
            }
            Self::Question(card) => {
                format!(
                    "taken out of {}",
                    library_words::source(model, card.pack.as_deref())
                )
            }
        }
    }
}

/// What is behind a path, in words.
fn named(path: &str, today: NaiveDate) -> String {
    let stem = layout::stem(path);
    let words = |text: &str| text.replace(['-', '_'], " ").trim().to_owned();
    let dated = |what: &str| {
        let (day, rest) = stem.split_at_checked("2026-03-02".len())?;
        let day = day_and_date(day.parse().ok()?, today);
        let rest = rest.trim_start_matches(|c: char| c == 'T' || c.is_ascii_digit());
        Some(format!("{what} of {day}, {}", words(rest)))
    };
    let named = match (path, path.split('/').next().unwrap_or_default()) {
        (layout::MINE, _) => Some("Your own questions".to_owned()),
        (layout::OVERLAY, _) => Some("Your changes to questions".to_owned()),
        (layout::PROFILE, _) => Some("What you said about yourself".to_owned()),
        (layout::CHECKS, _) => Some("Your references and documents".to_owned()),
        (layout::CONFIG, _) => Some("Your settings".to_owned()),
        (_, layout::JOURNAL) => dated("Entry"),
        (_, layout::PRACTICE) => dated("Sitting"),
        (_, layout::APPLICATIONS) => Some(format!("Application: {}", words(stem))),
        (_, layout::STORIES) => Some(format!("Story: {}", words(stem))),
        (_, layout::DRAFTS) => Some(format!("Half written: {}", words(stem))),
        (_, layout::PACKS) => Some(format!("Pack: {}", words(stem))),
        _ => None,
    };
    named.unwrap_or_else(|| path.to_owned())
}

impl Trash {
    /// All lines: files, the latest first, then questions.
    fn rows<'a>(&'a self, model: &'a Model) -> Vec<Row<'a>> {
        let files = self.items.iter().flatten().map(Row::File);
        let questions = model.library.taken_out.iter().map(Row::Question);
        files.chain(questions).collect()
    }

    fn marked<'a>(&'a self, model: &'a Model) -> Option<Row<'a>> {
        self.rows(model).into_iter().nth(self.cursor.at)
    }

    fn bring_back(&self, desk: &mut Desk<'_>) {
        match self.marked(desk.model) {
            Some(Row::File(entry)) => desk.perform(Effect::Restore(entry.clone())),
            Some(Row::Question(card)) => {
                let id = card.id.clone();
                desk.perform(Effect::HideQuestion(id, false));
                desk.say_undoable("Back among the questions of its pack.");
            }
            None => {}
        }
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let chosen = (self.sheet.as_mut()).map_or(Chosen::Closed, |sheet| sheet.command(command));
        if chosen == Chosen::This(true)
            && let Some(Row::File(entry)) = self.marked(desk.model)
        {
            desk.perform(Effect::Purge(entry.clone()));
        }
        if chosen != Chosen::Open {
            self.sheet = None;
        }
    }
}

impl Pane for Trash {
    fn context(&self, _model: &Model) -> Context {
        if self.sheet.is_some() {
            Context::Sheet
        } else {
            Context::Trash
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(Outcome::TrashChanged(_)) => desk.perform(Effect::ListTrash),
            Msg::Outcome(Outcome::Trash(items)) => {
                self.items = Some(items.clone());
                self.cursor.clamp(self.rows(desk.model).len());
            }
            Msg::Command(command) if self.sheet.is_some() => self.in_sheet(*command, desk),
            Msg::Command(Command::Main) => self.bring_back(desk),
            Msg::Command(Command::Destroy) => {
                let rows = vec![
                    ("Keep it".to_owned(), false),
                    ("Remove it for good".to_owned(), true),
                ];
                self.sheet = Some(Sheet::new("This cannot be taken back", rows));
            }
            Msg::Command(Command::Back | Command::Close) => desk.go(Go::Back),
            Msg::Command(command) => {
                if let Some(step) = step_of(*command) {
                    let count = self.rows(desk.model).len();
                    self.cursor.step(step, count);
                }
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        if !matches!(command, Command::Main | Command::Destroy) || self.sheet.is_some() {
            return None;
        }
        match self.marked(model) {
            None => Some("The trash is empty.".to_owned()),
            Some(Row::Question(_)) if command == Command::Destroy => Some(
                "It belongs to its pack, where it stays out of the way. Enter brings it back."
                    .to_owned(),
            ),
            Some(_) => None,
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Trash".to_owned(),
            middle: String::new(),
            right: "kept for thirty days".to_owned(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match self.marked(view.model) {
            Some(Row::Question(card)) => card.text.clone(),
            Some(Row::File(_)) if view.model.names_hidden => String::new(),
            Some(Row::File(entry)) if entry.is_older => {
                format!(
                    "It was {}. Enter: as it was then; what stands there now comes here.",
                    entry.from
                )
            }
            Some(Row::File(entry)) => format!("It was {}.", entry.from),
            None => String::new(),
        }
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let (rows, today) = (self.rows(view.model), view.now.date());
        if self.items.is_none() {
            out.put(area.x, area.y, "Looking.", area.width, Role::Ink);
        } else if rows.is_empty() {
            let words = "Nothing here. What you remove waits here for thirty days; q goes back.";
            out.focus(area.x, area.y, 1);
            out.put(area.x, area.y, words, area.width, Role::Ink);
        } else {
            let (from, to) = self.cursor.window(rows.len(), usize::from(area.height));
            for (y, i) in (area.y..).zip(from..to) {
                let marked = i == self.cursor.at;
                if marked {
                    out.focus(area.x, y, 1);
                }
                let fact = rows[i].fact(view.model, today);
                let used = out.put_right(area.right(), y, &fact, area.width / 2, Role::Dim);
                let role = if marked { Role::Mark } else { Role::Ink };
                let words = rows[i].words(view.model, today);
                out.put(area.x, y, &words, area.width.saturating_sub(used + 2), role);
            }
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}
