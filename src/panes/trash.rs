//! Trash: what was removed in the last thirty days; Enter puts it back.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
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

/// What a file is to its owner: `Entry of Mon 2 Mar, kestrel labs`.
fn named(path: &str, today: NaiveDate) -> String {
    let stem = layout::stem(path);
    let words = |text: &str| text.replace(['-', '_'], " ").trim().to_owned();
    let dated = |what: &str| {
        let (day, rest) = stem.split_at_checked("2026-03-02".len())?;
        let day = day_and_date(day.parse().ok()?, today);
        let rest = rest.trim_start_matches(|c: char| c == 'T' || c.is_ascii_digit());
        Some(format!("{what} of {day}, {}", words(rest)))
    };
    let top = path.split('/').next().unwrap_or_default();
    let named = match top {
        layout::JOURNAL => dated("Entry"),
        layout::PRACTICE => dated("Sitting"),
        layout::APPLICATIONS => Some(format!("Application: {}", words(stem))),
        layout::DRAFTS => Some(format!("Half written: {}", words(stem))),
        layout::PACKS => Some(format!("Pack: {}", words(stem))),
        _ => None,
    };
    named.unwrap_or_else(|| path.to_owned())
}

impl Trash {
    fn marked(&self) -> Option<&TrashEntry> {
        self.items
            .as_ref()
            .and_then(|items| items.get(self.cursor.at))
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(sheet) = &mut self.sheet else { return };
        let chosen = sheet.command(command);
        if chosen == Chosen::This(true)
            && let Some(item) = self.marked()
        {
            desk.perform(Effect::Purge(item.clone()));
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
                self.cursor.clamp(items.len());
                self.items = Some(items.clone());
            }
            Msg::Command(command) if self.sheet.is_some() => self.in_sheet(*command, desk),
            Msg::Command(Command::Main) => {
                if let Some(item) = self.marked() {
                    desk.perform(Effect::Restore(item.clone()));
                }
            }
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
                    self.cursor
                        .step(step, self.items.as_ref().map_or(0, Vec::len));
                }
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        (matches!(command, Command::Main | Command::Destroy)
            && self.sheet.is_none()
            && self.marked().is_none())
        .then(|| "The trash is empty.".to_owned())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Trash".to_owned(),
            middle: String::new(),
            right: "kept for thirty days".to_owned(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let marked = self.marked().filter(|_| !view.model.names_hidden);
        marked.map_or_else(String::new, |item| format!("It was {}.", item.from))
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        match &self.items {
            None => {
                out.put(area.x, area.y, "Looking.", area.width, Role::Ink);
            }
            Some(items) if items.is_empty() => {
                let words =
                    "Nothing here. What you remove waits here for thirty days; q goes back.";
                out.focus(area.x, area.y, 1);
                out.put(area.x, area.y, words, area.width, Role::Ink);
            }
            Some(items) => {
                let (from, to) = self.cursor.window(items.len(), usize::from(area.height));
                for (y, i) in (area.y..).zip(from..to) {
                    let marked = i == self.cursor.at;
                    if marked {
                        out.focus(area.x, y, 1);
                    }
                    let when = day_and_date(items[i].date, view.now.date());
                    let used = out.put_right(area.right(), y, &when, 18, Role::Dim);
                    let role = if marked { Role::Mark } else { Role::Ink };
                    let name = if view.model.names_hidden {
                        "a file".to_owned()
                    } else {
                        named(&items[i].from, view.now.date())
                    };
                    out.put(area.x, y, &name, area.width.saturating_sub(used + 2), role);
                }
            }
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}
