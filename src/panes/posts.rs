//! The files that go between a client and a coach: those that lie in the home and where the program was started, and a
//! field for the path of any other.

use std::path::PathBuf;

use ratatui::layout::Rect;

use super::review::paper;
use super::{Head, Pane, step_of};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::coach_file::Post;
use crate::store::draft_file::Owner;
use crate::store::layout;
use crate::widgets::editor::Editor;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// What the room is for.
const ABOUT: &str = "A hand-in is opened to be looked at; a file that a coach sent back is laid to its answers. Both are \
                     plain files that are sent like any other, in an e-mail or on a stick.";

/// One file that is known.
struct Row {
    path: PathBuf,
    /// Who signed it; may be empty.
    by: String,
    /// What is known of it.
    fact: String,
}

/// The room.
pub struct Posts {
    field: Editor,
    rows: Vec<Row>,
    /// The field comes before the rows.
    cursor: Cursor,
    /// A file was asked for here, and not by a page above.
    asked: bool,
}

impl Default for Posts {
    fn default() -> Self {
        Self {
            field: Editor::single(""),
            rows: Vec::new(),
            cursor: Cursor::default(),
            asked: false,
        }
    }
}

impl Posts {
    fn take(&mut self, found: &[(PathBuf, String)], model: &Model) {
        let drafts = || model.drafts.iter().filter(|d| d.owner == Owner::Review);
        let of = |sent: bool| {
            let paths = drafts().map(|d| (paper::begun(d), paper::signed(d)));
            let those = paths.filter(move |((_, was), _)| *was == sent);
            let those = those.map(|((path, _), by)| (path, by.to_owned()));
            those.collect::<Vec<(PathBuf, String)>>()
        };
        let (sent, begun) = (of(true), of(false));
        let is_in =
            |list: &[(PathBuf, String)], path: &PathBuf| list.iter().any(|(p, _)| p == path);
        let fact = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default();
            let back = layout::is_return(&name.to_string_lossy());
            match back {
                _ if is_in(&begun, path) => "begun; Enter goes on",
                _ if is_in(&sent, path) => "sent back",
                true => "from a coach",
                false => "answers",
            }
        };
        // What is sent back is listed as long as its file is found; what is begun wherever it lies.
        let mut all = begun.clone();
        all.extend(
            found
                .iter()
                .filter(|(path, _)| !is_in(&begun, path))
                .cloned(),
        );
        let row = |(path, by): (PathBuf, String)| Row {
            fact: fact(&path).to_owned(),
            path,
            by,
        };
        self.rows = all.into_iter().map(row).collect();
        self.cursor.clamp(self.rows.len() + 1);
    }

    fn open(&mut self, desk: &mut Desk<'_>) {
        let typed = self.field.text().trim();
        let row = self
            .cursor
            .at
            .checked_sub(1)
            .and_then(|at| self.rows.get(at));
        let path = match row {
            Some(row) => row.path.clone(),
            None if typed.is_empty() => {
                return desk.say("Type where the file is, or go down to one.");
            }
            None => PathBuf::from(typed.trim_matches(['"', '\''])),
        };
        self.asked = true;
        desk.perform(Effect::ReadPost(path));
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Main => self.open(desk),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ if step_of(command).is_some() => {
                if let Some(step) = step_of(command) {
                    self.cursor.step(step, self.rows.len() + 1);
                }
            }
            command => {
                self.field.command(command, super::text_width(desk.screen));
            }
        }
    }
}

impl Pane for Posts {
    fn context(&self, _model: &Model) -> Context {
        Context::Posts
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => desk.perform(Effect::FindPosts(desk.model.home.clone())),
            Msg::Outcome(Outcome::PostsFound(found)) => self.take(found, desk.model),
            Msg::Outcome(Outcome::PostRead(path, post)) if self.asked => match &**post {
                Post::HandIn(_) => {
                    self.asked = false;
                    desk.go(Go::Open(Place::Review(path.clone())));
                }
                Post::Returned(returned) => desk.perform(Effect::TakeReturn(returned.clone())),
            },
            Msg::Outcome(Outcome::Failed(_)) => self.asked = false,
            Msg::Outcome(Outcome::Returned(id, _)) if self.asked => {
                desk.go(Go::Instead(Place::Results(id.clone())));
            }
            Msg::Type(c) => {
                self.cursor.at = 0;
                self.field.type_char(*c);
            }
            Msg::Paste(text) => {
                self.cursor.at = 0;
                self.field.paste(text);
            }
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::untitled("Coach: hand-ins and what comes back")
    }

    fn status(&self, _view: &View<'_>) -> String {
        let row = self
            .cursor
            .at
            .checked_sub(1)
            .and_then(|at| self.rows.get(at));
        row.map_or_else(
            || "Where the file is, such as ~/Downloads/hand-in-2026-11-30-drill.toml".to_owned(),
            |row| row.path.display().to_string(),
        )
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        out.put(area.x, area.y, "The path of a file", area.width, Role::Dim);
        let field = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1).min(1),
            ..area
        };
        // Whatever is marked, what is typed goes here.
        self.field.draw(out, field, true);
        let list = Rect {
            y: area.y + 3,
            height: area.height.saturating_sub(3),
            ..area
        };
        let shown = self
            .cursor
            .at
            .saturating_sub(usize::from(list.height).max(1));
        let mut end = list.y;
        let rows = self.rows.iter().enumerate().skip(shown);
        for (y, (i, row)) in (list.y..list.bottom()).zip(rows) {
            let marked = i + 1 == self.cursor.at;
            if marked {
                out.focus(list.x, y, 1);
            }
            let used = out.put_right(list.right(), y, &row.fact, list.width / 3, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            let name = row.path.file_name().unwrap_or_default().to_string_lossy();
            let room = list.width.saturating_sub(used + 2);
            let words = match row.by.as_str() {
                "" => name.into_owned(),
                by => format!("{}: {name}", view.model.hide(by)),
            };
            out.put(list.x, y, &words, room, role);
            end = y + 1;
        }
        let about = Rect {
            y: (end + u16::from(!self.rows.is_empty())).min(list.bottom()),
            height: list
                .bottom()
                .saturating_sub(end + u16::from(!self.rows.is_empty())),
            ..list
        };
        prose::draw(out, about, ABOUT, Role::Dim);
    }
}
