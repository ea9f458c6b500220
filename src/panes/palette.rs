//! The command palette: every command by any of its words, with its key, run by Enter; and whole mocks, talks and
//! settings, once words are typed.

mod things;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::order::InOrder;
use crate::domain::search;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, frame};

pub use things::{Thing, all as things};

/// What is listed: a command, or something to go to.
#[derive(Clone, Copy)]
enum Found<'a> {
    Command(&'a Row),
    Thing(&'a Thing),
}

impl Found<'_> {
    fn say(&self) -> &str {
        match self {
            Self::Command(row) => row.say,
            Self::Thing(thing) => &thing.say,
        }
    }

    /// Whether it cannot run now.
    const fn is_barred(&self) -> bool {
        match self {
            Self::Command(row) => row.reason.is_some(),
            Self::Thing(_) => false,
        }
    }

    /// Words that it is found by and that are not shown.
    fn other(&self) -> String {
        match self {
            Self::Command(row) => format!("{} {}", row.command.name(), other_words(row.command)),
            Self::Thing(thing) => thing.words.clone(),
        }
    }
}

/// One command as listed.
#[derive(Debug, Clone)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// What it does here.
    pub say: &'static str,
    /// Its first key; empty when it has none.
    pub keys: String,
    /// Why it cannot run now.
    pub reason: Option<Reason>,
}

/// From this height inside of it on there are gaps.
const ROOMY: u16 = 8;

/// Commands that come last while nothing is typed, in this order: who types `quit` wants to leave.
const LAST: [Command; 4] = [
    Command::Close,
    Command::Cancel,
    Command::Redraw,
    Command::Suspend,
];

/// Words by which people look for a command, beside those of its sentence.
const fn other_words(command: Command) -> &'static str {
    match command {
        Command::Remove => "delete erase trash throw away",
        Command::Destroy => "delete erase purge",
        Command::Copy => "clipboard",
        Command::Handbook => "help letters templates stories story manual interviewers",
        Command::Note => "write diary",
        Command::Roadmap => "closed applications employers jobs",
        Command::Code => "partner friend together two again",
        Command::Close => "exit quit q wq",
        Command::Sets => "statements personality test items",
        Command::Chairs => "friend partner together mock interview pair somebody",
        Command::Seat => "calibration other side hire rate others example answers",
        Command::Journal => "diary story stories notes",
        Command::Undo => "revert take back",
        Command::Find => "search",
        Command::Settings => "options preferences configuration profile",
        Command::Practice => "drill start train",
        Command::Past => "history results compare two mocks",
        Command::References => "referees papers background checks certificates registration",
        Command::HideNames => "privacy anonymous",
        Command::Where => "folder path",
        _ => "",
    }
}

/// The open palette.
pub struct Palette {
    rows: Vec<Row>,
    things: Vec<Thing>,
    field: Editor,
    cursor: Cursor,
}

impl Palette {
    /// Opens with all commands; things are found once words are typed.
    pub fn new(rows: Vec<Row>, things: Vec<Thing>) -> Self {
        // What leads away and what only draws stands behind what one looks for.
        let (mut rows, mut last): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|r| !LAST.contains(&r.command));
        let place = |r: &Row| LAST.iter().position(|c| *c == r.command);
        last.order_by_key(place);
        rows.extend(last);
        Self {
            rows,
            things,
            field: Editor::single(""),
            cursor: Cursor::default(),
        }
    }

    /// The commands that have the words, then the things.
    fn shown(&self) -> Vec<Found<'_>> {
        let query = search::Query::new(self.field.text());
        let command = |r: &&Row| query.matches(r.say) || query.matches(&Found::Command(r).other());
        let thing =
            |t: &&Thing| !query.is_empty() && query.matches(&format!("{} {}", t.say, t.words));
        let commands = self.rows.iter().filter(command).map(Found::Command);
        let things = self.things.iter().filter(thing).map(Found::Thing);
        let mut found: Vec<Found<'_>> = commands.chain(things).collect();
        // A whole word that is looked for stands before a piece of one, what can run before what cannot, and what
        // begins with the words before what has them; else commands and their order stay.
        let typed = search::fold(self.field.text().trim());
        found.order_by_cached_key(|f| {
            let piece = query.rank(f.say()).min(query.rank(&f.other())) > search::Rank::Whole;
            let barred = !query.is_empty() && f.is_barred();
            (piece, barred, !search::fold(f.say()).starts_with(&typed))
        });
        found
    }

    /// All that could be listed now.
    fn total(&self) -> usize {
        let things = if self.field.text().trim().is_empty() {
            0
        } else {
            self.things.len()
        };
        self.rows.len() + things
    }

    fn run(&self, desk: &mut Desk<'_>) {
        match self.shown().get(self.cursor.at) {
            None => {}
            Some(Found::Thing(thing)) => thing.to.go(desk),
            Some(Found::Command(row)) => {
                if let Some(reason) = &row.reason {
                    return desk.say(reason.clone());
                }
                desk.go(Go::Run(row.command));
                if !row.keys.is_empty() {
                    desk.say(format!("The key for this is {}.", row.keys));
                }
            }
        }
    }
}

impl Pane for Palette {
    fn context(&self, _model: &Model) -> Context {
        Context::Palette
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.field.type_char(*c),
            Msg::Paste(text) => self.field.paste(text),
            Msg::Command(Command::Main) => return self.run(desk),
            Msg::Command(Command::Back) => return desk.go(Go::Back),
            Msg::Command(command) => match Step::below(&self.field, *command) {
                Some(step) => self.cursor.step(step, self.shown().len()),
                None => {
                    self.field.command(*command, 60);
                }
            },
            _ => return,
        }
        self.cursor.clamp(self.shown().len());
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Commands".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let shown = self.shown();
        let inside = frame::float(out, area, 64, area.height.min(16));
        out.put(inside.x - 1, inside.y, ":", 1, Role::Ink);
        let field = Rect::new(inside.x + 1, inside.y, inside.width.saturating_sub(1), 1);
        // On a small screen the gaps are rows of the list.
        let gap = u16::from(inside.height >= ROOMY);
        let list = Rect::new(
            inside.x + 1,
            inside.y + 1 + gap,
            inside.width.saturating_sub(1),
            inside.height.saturating_sub(2 + 2 * gap),
        );
        let (from, to) = self.cursor.window(shown.len(), usize::from(list.height));
        for (y, (i, row)) in (list.y..).zip(shown.iter().enumerate().take(to).skip(from)) {
            let marked = i == self.cursor.at;
            if marked {
                out.focus(list.x, y, 1);
            }
            let keys = match row {
                Found::Command(row) => row.keys.as_str(),
                Found::Thing(_) => "",
            };
            let used = out.put_right(list.right(), y, keys, 14, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(
                list.x,
                y,
                row.say(),
                list.width.saturating_sub(used + 2),
                role,
            );
        }
        let foot = inside.bottom().saturating_sub(1);
        if inside.height > 4 {
            let count = format!("{} of {}", shown.len(), self.total());
            let used = out.put_right(list.right(), foot, &count, 12, Role::Dim);
            let words = match shown.get(self.cursor.at) {
                None if self.things.is_empty() => "No command has these words.",
                None => "Nothing that can be opened has these words.",
                Some(Found::Command(row)) => row.reason.as_deref().unwrap_or_default(),
                Some(Found::Thing(_)) => "",
            };
            out.put(
                inside.x - 1,
                foot,
                words,
                list.width.saturating_sub(used),
                Role::Ink,
            );
        }
        self.field.draw_caret(out, field);
    }
}
