//! The handbook: checklists, letters, questions to ask, shapes of answers, voices and more; found by any word.

mod asks;
mod letter;
mod list;
mod page;
pub mod part;
mod shapes;

use ratatui::layout::Rect;

use super::finder::Finder;
use super::leads::{self, Lead};
use super::{Head, Pane, Reason, layout, words};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, Section, View};
use crate::domain::id::{CompetencyId, PerspectiveId};
use crate::domain::letter::About;
use crate::domain::library::Library;
use crate::domain::order::InOrder;
use crate::domain::search::{Found, Whose};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::sheet::{Chosen, Sheet};

pub use letter::{letter_text, sent, told};
pub use page::text;
pub use part::{Leaf, Part, leaves_for};
pub use shapes::{NO_SHAPE, shape, shape_page};

/// Below this width the list and the page take turns.
const SIDE_BY_SIDE: u16 = 68;

/// The screen.
#[derive(Default)]
pub struct Handbook {
    /// Every page, in the order of the parts.
    leaves: Vec<Leaf>,
    /// The part that is shown; `None` shows all.
    only: Option<Part>,
    finder: Finder,
    /// Places in `leaves` of what is shown.
    shown: Found,
    cursor: Cursor,
    sheet: Option<Chooser>,
    reading: bool,
    scroll: usize,
    /// What the letter is about that was asked for.
    about: Option<About>,
    /// The page that was asked for, until it is marked.
    wanted: Option<String>,
    /// Whether a page was asked for and is still read: the way back leads out.
    direct: bool,
}

/// What is chosen over the list.
enum Chooser {
    /// The part that is shown.
    Part(Sheet<Option<Part>>),
    /// Where the page leads.
    Lead(Sheet<Go>),
}

/// Letters, shapes of an answer, checklists and plans, which are looked for by name: what they are, id and title.
pub fn named(library: &Library) -> Vec<(&'static str, String, String)> {
    let kind = |part: Part| match part {
        Part::Letters => Some("Letter"),
        Part::Shapes => Some("Shape of an answer"),
        Part::Checklists => Some("Checklist"),
        Part::Plans => Some("Plan"),
        _ => None,
    };
    let leaves = part::leaves(library).into_iter();
    let named = leaves.filter_map(|leaf| Some((kind(leaf.part)?, leaf.id, leaf.title)));
    named.collect()
}

/// The pages of one pack: the name of the part and the paragraphs of the page.
pub fn of_pack(library: &Library, pack: &str) -> Vec<(&'static str, Vec<(String, Role)>)> {
    let prefix = format!("{pack}/");
    let leaves = part::leaves(library).into_iter();
    leaves
        .filter(|leaf| leaf.id.starts_with(&prefix))
        .map(|leaf| {
            let page = page::paragraphs(library, &leaf, &page::Filled::default());
            (leaf.part.word(), page)
        })
        .collect()
}

/// Keeps the pages of a part together, at the place of the best of them.
fn by_part(shown: &mut [usize], leaves: &[Leaf]) {
    let mut parts: Vec<Part> = Vec::new();
    for &i in shown.iter() {
        if !parts.contains(&leaves[i].part) {
            parts.push(leaves[i].part);
        }
    }
    shown.order_by_key(|&i| parts.iter().position(|part| *part == leaves[i].part));
}

impl Handbook {
    /// Opens at the page about a record.
    pub fn at(id: String) -> Self {
        Self {
            wanted: Some(id),
            ..Self::default()
        }
    }

    /// Opens at a letter about an interview or a job.
    pub fn at_letter(id: String, about: About) -> Self {
        Self {
            wanted: Some(id),
            about: Some(about),
            ..Self::default()
        }
    }

    /// Marks and opens the page that was asked for.
    fn arrive(&mut self) {
        let Some(id) = self.wanted.take() else { return };
        let at = self.leaves.iter().position(|leaf| leaf.id == id);
        if let Some(at) = at.and_then(|n| self.shown.rows.iter().position(|s| *s == n)) {
            self.cursor.at = at;
            (self.reading, self.direct) = (true, true);
        }
    }

    fn refresh(&mut self, model: &Model) {
        let leaves = &self.leaves;
        let text = |i: usize| page::text(model, &leaves[i]);
        let title = |i: usize| leaves[i].title.as_str();
        let only = self.only;
        let fits = |i: usize| only.is_none_or(|part| leaves[i].part == part);
        self.shown = (self.finder).look(leaves.len(), text, fits, title, |_| Whose::Everybody);
        by_part(&mut self.shown.rows, leaves);
        self.cursor.clamp(self.shown.rows.len());
        self.scroll = 0;
    }

    fn marked(&self) -> Option<&Leaf> {
        self.leaves.get(*self.shown.rows.get(self.cursor.at)?)
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let only = match &mut self.sheet {
            Some(Chooser::Part(sheet)) => sheet.command(command),
            Some(Chooser::Lead(sheet)) => {
                match sheet.command(command) {
                    Chosen::Open => return,
                    Chosen::Closed => {}
                    Chosen::This(go) => desk.go(go),
                }
                self.sheet = None;
                return;
            }
            None => return,
        };
        match only {
            Chosen::Open => return,
            Chosen::Closed => {}
            Chosen::This(only) => self.only = only,
        }
        self.sheet = None;
        self.cursor = Cursor::default();
        self.refresh(desk.model);
    }

    fn in_find(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let rows = self.shown.rows.len();
        if self.finder.take(msg, &mut self.cursor, rows) {
            self.refresh(desk.model);
        }
    }

    /// Where the marked page leads.
    fn leads(&self, model: &Model) -> Vec<Lead> {
        let Some(leaf) = self.marked() else {
            return Vec::new();
        };
        let library = &model.library;
        match leaf.part {
            Part::Voices => library.perspectives.get(&leaf.id).map(|voice| {
                let links = voice.links.iter().map(String::as_str);
                leads::leads(library, links)
            }),
            Part::Plans => library.plans.get(&leaf.id).map(|plan| {
                let links = plan.steps.iter().map(|step| step.link.as_str());
                leads::leads(library, links)
            }),
            _ => None,
        }
        .unwrap_or_default()
    }

    fn step(&mut self, step: Step, desk: &Desk<'_>) {
        if !self.reading {
            self.cursor.step(step, self.shown.rows.len());
            self.scroll = 0;
            return;
        }
        let area = page_area(layout::room(desk));
        let lines = self.lines(desk.model, desk.now, area.width).len();
        let mut place = Cursor { at: self.scroll };
        place.scroll(step, lines, area.height);
        self.scroll = place.at;
    }

    /// The lines of the marked page at a width.
    fn lines(&self, model: &Model, now: Now, width: u16) -> Vec<(String, Role)> {
        let filled = self.filled(model, now);
        let lines = |leaf| page::lines(model, leaf, &filled, width);
        self.marked().map(lines).unwrap_or_default()
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = super::step_of(command) {
            return self.step(step, desk);
        }
        match command {
            Command::Main if self.reads_letter(desk.model) => self.fill_in(desk),
            Command::Main => (self.reading, self.direct) = (!self.reading, false),
            Command::Find => self.finder.open(),
            Command::Filter => self.sheet = Some(Chooser::Part(part::sheet(&self.leaves))),
            Command::OpenLink => {
                self.sheet = Some(Chooser::Lead(leads::sheet(self.leads(desk.model))));
            }
            Command::View => {
                if let Some(leaf) = self.marked() {
                    let id = PerspectiveId::new(&leaf.id);
                    desk.go(Go::Open(Place::Voices(id)));
                }
            }
            Command::Practice => {
                let leaf = self.marked().filter(|leaf| leaf.part == Part::Competencies);
                let competencies = leaf.map(|leaf| CompetencyId::new(&leaf.id));
                desk.go(Go::Open(Place::Setup(SetupFor {
                    competencies: competencies.into_iter().collect(),
                    ..SetupFor::default()
                })));
            }
            Command::Done if self.reads_letter(desk.model) => self.sent(desk),
            Command::Done => {
                if let Some(ask) = self.ask(desk.model) {
                    asks::keep(&ask, desk);
                }
            }
            Command::Back | Command::Close if self.reading && !self.direct => self.reading = false,
            Command::Back if self.finder.clear() | self.only.take().is_some() => {
                self.refresh(desk.model);
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }

    fn draw_page(&self, view: &View<'_>, area: Rect, focus: bool, out: &mut Canvas<'_>) {
        let lines = self.lines(view.model, view.now, area.width);
        page::draw((area, self.scroll), &lines, out);
        if focus && !lines.is_empty() {
            out.focus(area.x, area.y, 1);
        }
    }
}

/// Where the page stands: alone, or beside the list.
fn page_area(area: Rect) -> Rect {
    if area.width < SIDE_BY_SIDE {
        return area;
    }
    layout::list_and_text(area).1
}

impl Pane for Handbook {
    fn context(&self, model: &Model) -> Context {
        if self.sheet.is_some() {
            Context::Sheet
        } else if self.finder.is_open() {
            Context::Find
        } else if self.reads_letter(model) {
            Context::Letter
        } else {
            Context::Handbook
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown | Msg::Outcome(_) => {
                let id = |this: &Self| this.marked().map(|leaf| leaf.id.clone());
                let (before, scroll) = (id(self), self.scroll);
                self.leaves = part::leaves_for(desk.model);
                self.finder.forget();
                self.refresh(desk.model);
                self.arrive();
                // Who reads goes on where they are.
                if id(self) == before {
                    self.scroll = scroll;
                }
            }
            Msg::Command(command) if self.sheet.is_some() => self.in_sheet(*command, desk),
            _ if self.finder.is_open() => self.in_find(msg, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        if self.sheet.is_some() || self.finder.is_open() {
            return None;
        }
        let voice = self.marked().is_some_and(|leaf| leaf.part == Part::Voices);
        match command {
            Command::Done if self.reads_letter(model) => {
                self.about.is_none().then(|| letter::NOT_DUE.to_owned())
            }
            Command::Done if self.ask(model).is_none() => {
                Some("Space keeps a question to ask for the next interview.".to_owned())
            }
            Command::View if !voice => Some("Only voices have another side.".to_owned()),
            Command::OpenLink if self.leads(model).is_empty() => {
                Some("This page leads nowhere else; voices and plans do.".to_owned())
            }
            Command::Main if self.marked().is_none() => {
                Some("Nothing is marked. Esc shows everything again.".to_owned())
            }
            _ => None,
        }
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let due =
            command != Command::Done || self.about.is_some() || !self.reads_letter(view.model);
        due.then_some(label)
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let leaf = self.marked()?;
        let filled = self.filled(view.model, view.now);
        let letter = page::letter_alone(view.model, leaf, &filled);
        Some(letter.unwrap_or_else(|| page::text(view.model, leaf)))
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Practice,
            fact: words::count(self.leaves.len(), "page", "pages"),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match self.only {
            Some(part) => format!(
                "Shown: {}. Esc shows everything.",
                part.word().to_lowercase()
            ),
            None => self.about_letter(view),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if area.width < SIDE_BY_SIDE {
            if self.reading {
                self.draw_page(view, area, true, out);
            } else {
                self.draw_list(area, out);
            }
        } else {
            let (list, page) = layout::list_and_text(area);
            self.draw_list(list, out);
            self.draw_page(view, page, self.reading, out);
        }
        match &self.sheet {
            Some(Chooser::Part(sheet)) => sheet.draw(out, area),
            Some(Chooser::Lead(sheet)) => sheet.draw(out, area),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests;
