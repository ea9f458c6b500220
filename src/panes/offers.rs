//! Offers side by side, by what matters to the user, and the talk about terms beside them.

pub mod lines;
mod page;
mod typing;
pub mod ways;

use ratatui::layout::Rect;

use super::words::{HERE, NO_JOB, hide_names};
use super::{Head, Pane, Reason, step_of, unreadable};
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View, jobs};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Which};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;
use crate::widgets::prose;
use crate::widgets::sheet::{Chosen, Sheet};

use lines::{Board, Of};
use page::At;
use typing::Typing;
pub use typing::{said, set, turn_mark};
use ways::Way;

/// What is said where there is no offer yet.
const EMPTY: &str = "No offer is written down yet. When one comes, n writes down when it came and until when they want an \
                     answer; then it stands here, beside others, by what matters to you.";
const PREPARE: &str =
    "Before that: v says what matters to you, s gets you ready for the talk about terms.";

/// What opens over the page.
enum Over {
    /// Where an offer leads.
    Ways(Sheet<Way>),
    /// Whose offer it is.
    Whose(Sheet<ApplicationId>),
    /// What an offer says of one thing.
    Typing(Box<Typing>),
}

/// The page.
pub struct Page {
    wanted: Option<ApplicationId>,
    /// The job that is meant, also where it has no offer.
    job: Option<ApplicationId>,
    row: Cursor,
    column: usize,
    over: Option<Over>,
    began: bool,
}

impl Page {
    /// With the mark on the offer of this job, where it has one.
    pub fn new(wanted: Option<ApplicationId>) -> Self {
        Self {
            wanted,
            job: None,
            row: Cursor::default(),
            column: 0,
            over: None,
            began: false,
        }
    }

    fn at(&self) -> At {
        At {
            row: self.row.at,
            column: self.column,
        }
    }

    /// The marked column.
    fn marked<'b>(&self, board: &'b Board) -> Option<&'b Of> {
        board.columns.get(self.column).map(|column| &column.of)
    }

    /// The job of the marked column, or the one that is meant.
    fn meant<'m>(&self, model: &'m Model, board: &Board) -> Option<&'m Application> {
        match self.marked(board) {
            Some(Of::Job(id)) => model.journey.get(id),
            _ => model.journey.get(self.job.as_ref()?),
        }
    }

    /// The thing of the marked row.
    fn about(&self, board: &Board) -> Option<String> {
        board.rows.get(self.row.at).map(|row| row.about.clone())
    }

    fn look(&mut self, model: &Model, now: Now) {
        let board = Board::of(model, None, now.date());
        let meant = jobs::meant(model, self.wanted.as_ref(), now);
        self.job = meant.map(|job| job.id.clone());
        if !self.began {
            let of = |id: &ApplicationId| {
                let mut columns = board.columns.iter();
                columns.position(|column| column.of == Of::Job(id.clone()))
            };
            self.column = self.wanted.as_ref().and_then(of).unwrap_or(0);
            self.began = !board.columns.is_empty();
        }
        self.column = self.column.min(board.columns.len().saturating_sub(1));
        let below = lines::below(model, &board, now.date()).len();
        self.row.clamp(board.rows.len() + below);
    }

    /// Writes down the offer of a job that has none: of the one that is meant, or of one to be chosen.
    fn add(&mut self, desk: &mut Desk<'_>) {
        let without = |job: &&Application| job.offer.is_none();
        let all: Vec<&Application> = desk.model.journey.open().filter(without).collect();
        let wanted = self.wanted.as_ref();
        let meant = all.iter().find(|job| Some(&job.id) == wanted);
        match (meant, all.as_slice()) {
            (Some(only), _) | (None, [only]) => {
                desk.go(Go::Open(Place::EditOffer(only.id.clone())));
            }
            (None, []) => {
                desk.say("Each open job has its offer here. On the Roadmap, n adds a job.");
            }
            (None, all) => {
                let row =
                    |job: &&Application| (hide_names(desk.model, &job.title()), job.id.clone());
                let rows = all.iter().map(row).collect();
                self.over = Some(Over::Whose(Sheet::new("Whose offer is it?", rows)));
            }
        }
    }

    fn in_over(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match (&mut self.over, msg) {
            (Some(Over::Typing(typing)), msg) => {
                let goes_on = typing.take(msg, desk);
                if let Some(Over::Typing(typing)) = self.over.take_if(|_| !goes_on) {
                    typing.close(desk);
                    self.look(desk.model, desk.now);
                }
            }
            (Some(Over::Ways(sheet)), Msg::Command(command)) => match sheet.command(*command) {
                Chosen::Open => {}
                Chosen::Closed => self.over = None,
                Chosen::This(way) => {
                    self.over = None;
                    ways::follow(way, desk);
                    self.look(desk.model, desk.now);
                }
            },
            (Some(Over::Whose(sheet)), Msg::Command(command)) => match sheet.command(*command) {
                Chosen::Open => {}
                Chosen::Closed => self.over = None,
                Chosen::This(id) => {
                    self.over = None;
                    desk.go(Go::Open(Place::EditOffer(id)));
                }
            },
            _ => {}
        }
    }

    /// Opens the list of ways on.
    fn ways(&mut self, board: &Board, desk: &Desk<'_>) {
        let job = self.meant(desk.model, board);
        self.over = job.map(|job| {
            let ways = ways::ways(desk.model, board, job, desk.now.date()).into_iter();
            let shown = ways.map(|(words, way)| (hide_names(desk.model, &words), way));
            Over::Ways(Sheet::new("Go on with", shown.collect()))
        });
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let board = Board::of(desk.model, None, desk.now.date());
        let below = lines::below(desk.model, &board, desk.now.date()).len();
        if let Some(step) = step_of(command) {
            return self.row.step(step, board.rows.len() + below);
        }
        let (of, about) = (self.marked(&board).cloned(), self.about(&board));
        let job = self.meant(desk.model, &board).map(|job| job.id.clone());
        match (command, of, about) {
            (Command::Left, ..) => self.column = self.column.saturating_sub(1),
            (Command::Right, ..) => {
                self.column = (self.column + 1).min(board.columns.len().saturating_sub(1));
            }
            (Command::Main, Some(of), Some(about)) => {
                let name = &board.columns[self.column].name;
                let typing = Typing::new(desk.model, &of, name, &about);
                self.over = typing.map(|typing| Over::Typing(Box::new(typing)));
            }
            (Command::Main, Some(_), None) | (Command::OpenLink, ..) => self.ways(&board, desk),
            (Command::Main | Command::New, ..) => self.add(desk),
            (Command::Tick, Some(of), Some(about)) => turn_mark(desk, &of, &about),
            (Command::Edit, Some(Of::Job(id)), _) => desk.go(Go::Open(Place::EditOffer(id))),
            (Command::Remove, Some(of), _) => self.remove(&of, desk),
            (Command::View, ..) => desk.go(Go::Open(Place::Matters)),
            (Command::Practice, ..) => self.rehearse(&board, desk),
            (Command::Back | Command::Close, ..) => desk.go(Go::Back),
            (command, ..) => leave_for(command, job, desk),
        }
    }

    /// Rehearses the talk that fits.
    fn rehearse(&self, board: &Board, desk: &mut Desk<'_>) {
        let offer = self
            .meant(desk.model, board)
            .and_then(|job| job.offer.as_ref());
        let today = desk.now.date();
        let talk = offer.and_then(|offer| ways::talk(desk.model, board, offer, today));
        match talk {
            Some((_, way)) => ways::follow(way, desk),
            None => desk.go(Go::Open(Place::Talks)),
        }
    }

    fn remove(&mut self, of: &Of, desk: &mut Desk<'_>) {
        match of {
            Of::Job(id) => {
                jobs::change(desk, id, "taking the offer out", |job| job.offer = None);
                desk.say_undoable("The offer is out. u takes it back.");
            }
            Of::Staying => ways::follow(Way::Staying, desk),
        }
        self.look(desk.model, desk.now);
    }
}

/// Goes to another page about the same job.
fn leave_for(command: Command, job: Option<ApplicationId>, desk: &mut Desk<'_>) {
    let place = match (command, job) {
        (Command::Show, Some(id)) => Place::EditTerms(id),
        (Command::Told, job) => Place::Told(job),
        (Command::Card, job) => Place::Card(job.map(|id| (id, Which::Next))),
        (Command::Days, job) => Place::Days(job.map(|id| (id, Which::Next))),
        (Command::Scorecard, job) => Place::Scorecard(job),
        (Command::References, job) => Place::References(job),
        _ => return,
    };
    desk.go(Go::Open(place));
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        match &self.over {
            None => Context::Offers,
            Some(Over::Typing(_)) => Context::Jot,
            Some(Over::Ways(_) | Over::Whose(_)) => Context::Sheet,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let shown = matches!(msg, Msg::Shown);
        if self.over.is_some() && !shown {
            return self.in_over(msg, desk);
        }
        match msg {
            Msg::Shown | Msg::Outcome(_) => self.look(desk.model, desk.now),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        if self.over.is_some() {
            let moves = matches!(command, Command::NextField | Command::PrevField);
            return moves.then(|| "This page has one field. Ctrl+S keeps it.".to_owned());
        }
        let offers = model.journey.open().any(|job| job.offer.is_some());
        let jobs = model.journey.open().next().is_some();
        let reason = match command {
            Command::Offers => HERE,
            Command::Find => "All of them stand side by side.",
            Command::New | Command::Main | Command::Show | Command::OpenLink if !jobs => NO_JOB,
            Command::Edit | Command::Remove | Command::Tick if !offers => {
                "No offer is written down yet. n writes one."
            }
            Command::Tick if model.profile.matters.is_empty() => lines::NOTHING_MATTERS,
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let offers = view.model.journey.open().any(|job| job.offer.is_some());
        match command {
            Command::Main | Command::Tick if self.over.is_none() && !offers => None,
            Command::NextField | Command::PrevField => None,
            _ => Some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let offers = view.model.journey.open().filter(|job| job.offer.is_some());
        let fact = match offers.count() {
            0 => String::new(),
            1 => "1 offer".to_owned(),
            n => format!("{n} offers"),
        };
        Head::Sections {
            active: Section::Roadmap,
            fact,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let board = Board::of(view.model, None, view.now.date());
        if let Some(Over::Typing(_)) = self.over {
            return "Kept as you type, with the offer.".to_owned();
        }
        let Some(row) = board.rows.get(self.row.at) else {
            return String::new();
        };
        let says = row.cells.get(self.column).cloned().unwrap_or_default();
        let whole = lines::mark_first(view.model, &says);
        let width = super::layout::page(Rect::new(0, 0, view.screen.0, view.screen.1)).width;
        if page::is_cut(&whole, board.columns.len(), self.column, width) {
            return whole;
        }
        match self.marked(&board) {
            Some(Of::Job(_)) if says.is_open() => {
                "Enter writes it; o keeps a question to ask them.".to_owned()
            }
            _ => String::new(),
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        match &self.over {
            Some(Over::Typing(typing)) => typing.next_wake(),
            _ => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let page = lines::paper(view.model, None, view.now.date())?;
        Some(page.printed())
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let model = view.model;
        let board = Board::of(model, None, view.now.date());
        if board.columns.is_empty() {
            let words = unreadable::words(model);
            let words = words.map_or_else(|| empty(view, self.job.as_ref()), |words| vec![words]);
            page::draw_empty(&words, area, out);
        } else {
            let below = lines::below(model, &board, view.now.date());
            let mut area = area;
            if board.rows.is_empty() {
                let used = prose::draw(out, area, lines::NOTHING_MATTERS, Role::Ink) + 1;
                area.y += used;
                area.height = area.height.saturating_sub(used);
            }
            page::draw(model, &board, &below, self.at(), area, out);
        }
        match &self.over {
            Some(Over::Ways(sheet)) => sheet.draw(out, area),
            Some(Over::Whose(sheet)) => sheet.draw(out, area),
            Some(Over::Typing(typing)) => typing.draw(area, out),
            None => {}
        }
    }
}

/// What helps where there is no offer: what to do, what matters, and what is wanted of the talk.
fn empty(view: &View<'_>, job: Option<&ApplicationId>) -> Vec<String> {
    let model = view.model;
    if model.journey.open().next().is_none() {
        return vec![NO_JOB.to_owned()];
    }
    let mut words = vec![EMPTY.to_owned(), PREPARE.to_owned()];
    if !model.profile.matters.is_empty() {
        words.push(format!(
            "What matters to you: {}.",
            model.profile.matters.join(", ")
        ));
    }
    if let Some(job) = job.and_then(|id| model.journey.get(id)) {
        let talk = lines::talk(job, view.now.date()).into_iter();
        let talk: Vec<String> = talk
            .map(|(what, words)| format!("{what}: {words}"))
            .collect();
        if !job.terms.is_empty() {
            let name = model.employer(job);
            let words_of = format!("The talk with {name}.\n{}", talk.join("\n"));
            words.push(hide_names(model, &words_of));
        }
    }
    words
}
