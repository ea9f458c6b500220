//! The first day: one way to begin at once, one to look around, the rest for later.

use ratatui::layout::Rect;

use super::facts;
use crate::content::packs::Listed;
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Effect, Go, Model, Place, Section, View};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::{begin, words};
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// A way to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Two questions, at once.
    Mock,
    /// A drill with the questions of a pack that was added.
    Pack,
    /// An invented world.
    Sample,
    /// The job one is after.
    Job,
    /// What one's work is, so that its questions come in.
    Field,
    /// What an interview process is made of.
    Stages,
}

impl Way {
    /// All, from the top.
    pub const ALL: [Self; 6] = [
        Self::Mock,
        Self::Pack,
        Self::Sample,
        Self::Job,
        Self::Field,
        Self::Stages,
    ];

    fn title(self, model: &Model) -> String {
        let words = match self {
            Self::Mock => "Start a five-minute mock",
            Self::Pack => {
                let title = pack(model).map_or("", |(pack, _)| pack.head.title.as_str());
                return format!("Pack: {title}");
            }
            Self::Sample => "Look around with a sample world",
            Self::Job => "Add the job you are after",
            Self::Field => "Say what work you do, for its questions",
            Self::Stages => "Read what happens at each of the eight stages",
        };
        words.to_owned()
    }

    /// The key that does it from anywhere on the page.
    fn key(self, view: &View<'_>) -> String {
        match self {
            Self::Mock => view.key(Context::Firstrun, Command::Main),
            Self::Pack | Self::Sample | Self::Field => String::new(),
            Self::Job => view.key(Context::Firstrun, Command::New),
            Self::Stages => view.key(Context::Firstrun, Command::Roadmap),
        }
    }

    /// A sentence about it; empty for what comes later.
    fn about(self, view: &View<'_>) -> String {
        match self {
            Self::Mock => {
                "Two questions a recruiter would ask, typed or aloud. Nobody else sees it."
                    .to_owned()
            }
            Self::Pack => {
                let questions = pack(view.model).map_or(0, |(_, questions)| questions);
                let questions = words::count(questions, "question", "questions");
                format!("{questions} that you added; Enter sets up a drill with them.")
            }
            Self::Sample => {
                let key = view.key(Context::Today, Command::LeaveSample);
                format!("An invented job hunt, halfway through. {key} throws it away again.")
            }
            Self::Job | Self::Field | Self::Stages => String::new(),
        }
    }
}

/// The first pack of the home with questions, and how many it has.
fn pack(model: &Model) -> Option<(&Listed, usize)> {
    let mut usable = model.packs.iter().filter(|pack| !pack.is_broken());
    usable.find_map(|pack| Some((pack, pack.questions()?)))
}

/// The ways that there are: one for a pack only where one was added.
pub fn ways(model: &Model) -> Vec<Way> {
    let there = |way: &Way| *way != Way::Pack || pack(model).is_some();
    Way::ALL.into_iter().filter(there).collect()
}

/// The way that is marked.
pub fn marked(cursor: Cursor, model: &Model) -> Way {
    let ways = ways(model);
    ways.get(cursor.at)
        .or(ways.last())
        .copied()
        .unwrap_or(Way::Mock)
}

/// Begins.
pub fn start(way: Way, desk: &mut Desk<'_>) {
    match way {
        Way::Mock => begin::five_minutes(desk),
        Way::Pack => {
            let packs = pack(desk.model).map(|(pack, _)| pack.head.id.clone());
            desk.go(Go::Open(Place::Setup(SetupFor {
                packs: packs.into_iter().collect(),
                ..SetupFor::default()
            })));
        }
        Way::Sample => desk.perform(Effect::Sample(true)),
        Way::Job => desk.go(Go::Open(Place::EditApplication(None))),
        Way::Field => desk.go(Go::Open(Place::Settings)),
        Way::Stages => desk.go(Go::Section(Section::Roadmap)),
    }
}

/// One thing on the page, from the top.
enum Piece {
    Gap,
    Text(String, Role),
    Way(Way),
}

/// How much of the page is drawn: everything, with few free rows, the ways with their sentences, the ways alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Form {
    Bare,
    Short,
    Close,
    Whole,
}

/// Draws the page in the largest form that fits.
pub fn draw(view: &View<'_>, area: Rect, cursor: Cursor, out: &mut Canvas<'_>) {
    let width = area.width.min(prose::MEASURE);
    let fits = |form: &Form| height(&pieces(view, *form), view, width, *form) <= area.height;
    let form = [Form::Whole, Form::Close, Form::Short]
        .into_iter()
        .find(fits);
    let form = form.unwrap_or(Form::Bare);
    let mut y = area.y;
    for piece in pieces(view, form) {
        let room = Rect::new(area.x, y, width, area.bottom().saturating_sub(y));
        y += match piece {
            Piece::Gap => 1,
            Piece::Text(text, role) => prose::draw(out, room, &text, role),
            Piece::Way(way) => draw_way(
                view,
                room,
                way,
                way == marked(cursor, view.model),
                form,
                out,
            ),
        };
    }
}

fn pieces(view: &View<'_>, form: Form) -> Vec<Piece> {
    let gaps = |n: usize| {
        let n = if form == Form::Whole { n } else { 0 };
        (0..n).map(|_| Piece::Gap)
    };
    let mut pieces = Vec::new();
    if form >= Form::Close {
        let hello = facts::greeting(view.model, view.now);
        let hello = format!("{hello} Nothing is here yet, and nothing has to be.");
        pieces.push(Piece::Text(hello, Role::Ink));
        pieces.push(Piece::Gap);
    }
    pieces.extend(gaps(1));
    pieces.push(Piece::Way(Way::Mock));
    pieces.extend(gaps(1));
    if pack(view.model).is_some() {
        pieces.push(Piece::Way(Way::Pack));
        pieces.extend(gaps(1));
    }
    pieces.push(Piece::Way(Way::Sample));
    pieces.extend(gaps(1));
    if form > Form::Bare {
        pieces.push(Piece::Gap);
    }
    if form >= Form::Close {
        pieces.push(Piece::Text("Later".to_owned(), Role::Dim));
    }
    pieces.push(Piece::Way(Way::Job));
    pieces.push(Piece::Way(Way::Field));
    pieces.push(Piece::Way(Way::Stages));
    if form >= Form::Close {
        pieces.extend(gaps(1));
        pieces.push(Piece::Gap);
        let home = view.model.home.display();
        let stays = format!("Everything you write stays on this computer, in\n{home}");
        pieces.push(Piece::Text(stays, Role::Ink));
    }
    pieces
}

fn height(pieces: &[Piece], view: &View<'_>, width: u16, form: Form) -> u16 {
    let rows = |text: &str| u16::try_from(prose::wrap(text, width).len()).unwrap_or(u16::MAX);
    let each = pieces.iter().map(|piece| match piece {
        Piece::Gap => 1,
        Piece::Text(text, _) => rows(text),
        Piece::Way(_) if form == Form::Bare => 1,
        Piece::Way(way) => 1 + rows(&way.about(view)),
    });
    each.sum()
}

fn draw_way(
    view: &View<'_>,
    area: Rect,
    way: Way,
    marked: bool,
    form: Form,
    out: &mut Canvas<'_>,
) -> u16 {
    if area.height == 0 {
        return 0;
    }
    let role = if marked { Role::Mark } else { Role::Ink };
    let used = out.put_right(area.right(), area.y, &way.key(view), 12, Role::Ink);
    let room = area.width.saturating_sub(used + 2);
    out.put(area.x, area.y, &way.title(view.model), room, role);
    let mut rows = 1;
    if form > Form::Bare {
        let below = Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        };
        rows += prose::draw(out, below, &way.about(view), Role::Ink);
    }
    if marked {
        out.focus(area.x, area.y, rows);
    }
    rows
}
