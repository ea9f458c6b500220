//! Help: the keys of this screen first, those that work everywhere second; searchable, and Enter runs a line.

use ratatui::layout::Rect;

use super::{Head, Pane};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::search;
use crate::keys::{Arrows, Command, Context, Row};
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::editor::Editor;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, frame, prose, roll};

/// Cells of the keys of a line.
const KEYS: u16 = 18;

/// Below this width the keys of a line have a row of their own: they are what is looked for.
const NARROW: u16 = 40;

/// Cells of what is looked for, where there is room.
const FIND: u16 = 20;

/// From this height inside of it on there is a gap.
const ROOMY: u16 = 8;

/// One line of help.
struct Line {
    keys: String,
    say: &'static str,
    command: Command,
    here: bool,
}

/// The open help.
pub struct Help {
    title: &'static str,
    /// What the table of its keys is called in the settings file.
    table: String,
    lines: Vec<Line>,
    cursor: Cursor,
    find: Option<Editor>,
}

impl Help {
    /// Takes the keys of a context.
    pub fn new(context: Context, rows: Vec<Row>, arrows: Arrows) -> Self {
        let lines = rows
            .into_iter()
            .map(|r| Line {
                here: r.is_of(context),
                keys: r
                    .keys
                    .iter()
                    .take(3)
                    .map(|k| k.label(arrows))
                    .collect::<Vec<_>>()
                    .join("  "),
                say: r.sentence,
                command: r.command,
            })
            .collect();
        Self {
            title: context.title(),
            table: format!("[keys.{}]", context.name()),
            lines,
            cursor: Cursor::default(),
            find: None,
        }
    }

    fn shown(&self) -> Vec<&Line> {
        let words = search::Query::new(self.find.as_ref().map_or("", Editor::text));
        let (mut here, everywhere): (Vec<&Line>, Vec<&Line>) = self
            .lines
            .iter()
            .filter(|l| words.matches(l.say) || words.matches(&l.keys))
            .partition(|l| l.here);
        here.extend(everywhere);
        here
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let len = self.shown().len();
        match command {
            Command::Up => self.cursor.step(Step::Up, len),
            Command::Down => self.cursor.step(Step::Down, len),
            Command::PageUp | Command::HalfUp => self.cursor.step(Step::PageUp, len),
            Command::PageDown | Command::HalfDown => self.cursor.step(Step::PageDown, len),
            Command::First => self.cursor.step(Step::First, len),
            Command::Last => self.cursor.step(Step::Last, len),
            Command::NextPane => {
                self.cursor.at = self.shown().iter().position(|l| !l.here).unwrap_or(0);
            }
            Command::PrevPane => self.cursor.at = 0,
            Command::Find => self.find = Some(Editor::single("")),
            Command::Main => {
                let chosen = self.shown().get(self.cursor.at).map(|l| l.command);
                if let Some(chosen) = chosen {
                    desk.go(Go::Run(chosen));
                }
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

impl Pane for Help {
    fn context(&self, _model: &Model) -> Context {
        if self.find.is_some() {
            Context::Find
        } else {
            Context::Help
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Some(field) = &mut self.find {
            match msg {
                Msg::Type(c) => field.type_char(*c),
                Msg::Paste(text) => field.paste(text),
                Msg::Command(Command::Back) => self.find = None,
                Msg::Command(c @ (Command::Up | Command::Down | Command::Main)) => {
                    self.command(*c, desk);
                }
                Msg::Command(c) => {
                    field.command(*c, 60);
                }
                _ => {}
            }
            self.cursor.clamp(self.shown().len());
        } else if let Msg::Command(command) = msg {
            self.command(*command, desk);
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Help".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        format!("To change keys: {} in config.toml.", self.table)
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let inside = frame::float(out, area, self.width(), area.height);
        let title = format!("Keys: {}", self.title);
        let find = FIND.min(inside.width / 2);
        let free = match self.find {
            Some(_) => inside.width.saturating_sub(find + 3),
            None => inside.width,
        };
        let used = out.put(inside.x - 1, inside.y, &title, free, Role::Ink);
        if self.find.is_none() && used + 10 <= inside.width {
            out.put_right(inside.right(), inside.y, "/ search", 8, Role::Dim);
        }
        // On a small screen the gap is a row of the list.
        let above = 1 + u16::from(inside.height >= ROOMY);
        let list = Rect::new(
            inside.x + 1,
            inside.y + above,
            inside.width.saturating_sub(1),
            inside.height.saturating_sub(above),
        );
        self.draw_lines(out, list);
        if let Some(field) = &self.find {
            let at = Rect::new(inside.right().saturating_sub(find), inside.y, find, 1);
            out.put(at.x.saturating_sub(2), at.y, "/", 1, Role::Ink);
            field.draw_caret(out, at);
        }
    }
}

impl Help {
    /// Cells of the frame: as many as the longest sentence wants.
    fn width(&self) -> u16 {
        let longest = self.lines.iter().map(|l| cells(l.say)).max().unwrap_or(0);
        (longest + KEYS + 8).max(72)
    }

    fn draw_lines(&self, out: &mut Canvas<'_>, list: Rect) {
        let shown = self.shown();
        if shown.is_empty() {
            out.put(
                list.x,
                list.y,
                "No key has these words.",
                list.width,
                Role::Ink,
            );
            return;
        }
        let first_everywhere = shown.iter().position(|l| !l.here);
        let narrow = list.width < NARROW;
        let (lead, above) = if narrow { (2, 1) } else { (KEYS, 0) };
        let says: Vec<Vec<String>> = (shown.iter())
            .map(|line| prose::wrap(line.say, list.width.saturating_sub(lead)))
            .collect();
        // The heading has a row of its own and a free one before it.
        let rows = |i: usize| above + says[i].len() + 2 * usize::from(Some(i) == first_everywhere);
        let from = first_row(self.cursor.at, usize::from(list.height), rows);
        let mut y = list.y;
        for (i, line) in shown.iter().enumerate().skip(from) {
            if Some(i) == first_everywhere {
                y += u16::from(i > from);
                if y + 1 >= list.bottom() {
                    break;
                }
                out.put(list.x, y, "Everywhere", list.width, Role::Dim);
                y += 1;
            }
            if y >= list.bottom() {
                break;
            }
            let marked = i == self.cursor.at;
            let role = if marked { Role::Mark } else { Role::Ink };
            if marked {
                out.focus(list.x, y, 1);
            }
            let keys = if narrow {
                list.width
            } else {
                lead.saturating_sub(2)
            };
            out.put(list.x, y, &line.keys, keys, role);
            y += u16::from(narrow);
            let say = Rect::new(
                list.x + lead,
                y,
                list.width.saturating_sub(lead),
                list.bottom().saturating_sub(y),
            );
            y += prose::draw_lines(out, say, &says[i], role);
        }
        let seen: usize = (0..from).map(rows).sum();
        let total = seen + (from..shown.len()).map(rows).sum::<usize>();
        roll::draw_signs(out, list, seen, total);
    }
}

/// The line from which on the marked one is whole in so many rows.
fn first_row(at: usize, room: usize, rows: impl Fn(usize) -> usize) -> usize {
    let mut used = 0;
    for i in (0..=at).rev() {
        used += rows(i);
        if used > room {
            return (i + 1).min(at);
        }
    }
    0
}
