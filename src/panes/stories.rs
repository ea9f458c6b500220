//! Stories: what interviews ask for against what there is to tell, as a grid or a list.

pub mod board;
mod card;
mod empty;
mod grid;
mod list;
mod start;

use ratatui::layout::Rect;

use super::finder::Finder;
use super::{Head, Pane, Reason, layout, recall, step_of, story, words};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Go, Model, Msg, Outcome, Place, Section, View, stories};
use crate::domain::id::{CompetencyId, StoryId};
use crate::domain::story::{Carried, Story};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::sheet::{Chosen, Sheet};

use board::{Board, Choice};
pub use start::{WITHOUT, is_begun, prompts, start_for};

/// Cells of the page at most: the eye goes from a name to the words behind its line.
const WIDEST: u16 = 132;

/// From this width on the list has the marked story beside it.
const SIDE_BY_SIDE: u16 = 68;

/// The section.
#[derive(Default)]
pub struct Ledger {
    board: Board,
    /// The marked competency.
    cursor: Cursor,
    /// The marked story.
    at: usize,
    /// The same, whatever place it has.
    held: Option<StoryId>,
    /// Whether the list is shown or the grid; before somebody says so, the room does.
    list: Option<bool>,
    /// The places of the stories that are listed, and the marked row.
    shown: Vec<usize>,
    listed: Cursor,
    finder: Finder,
    sheet: Option<Sheet<Choice>>,
}

impl Ledger {
    /// Whether the grid is shown on such a page.
    fn is_grid(&self, area: Rect) -> bool {
        self.list.map_or_else(|| grid::has_room(area), |list| !list)
    }

    /// The same of the page in front.
    fn shows_grid(&self, view: &View<'_>) -> bool {
        let (width, height) = view.screen;
        let page = layout::page(Rect::new(0, 0, width, height));
        self.is_grid(layout::body(page, 0))
    }

    fn marked<'a>(&self, model: &'a Model) -> Option<&'a Story> {
        let story = model.stories.list.get(self.at)?;
        (!self.shown.is_empty()).then_some(story)
    }

    fn competency(&self) -> Option<&CompetencyId> {
        let cover = self.board.covers.get(self.cursor.at);
        cover.map(|cover| &cover.competency)
    }

    /// Takes in stories that changed; the marks stay with what they are on.
    fn refresh(&mut self, desk: &Desk<'_>) {
        let marked = self.competency().cloned();
        self.board.refresh(desk.model, desk.now);
        let covers = &self.board.covers;
        let row = covers
            .iter()
            .position(|c| Some(&c.competency) == marked.as_ref());
        self.cursor.at = row.unwrap_or(0);
        let all = &desk.model.stories.list;
        let held = self
            .held
            .as_ref()
            .and_then(|id| desk.model.stories.place(id));
        self.at = held.unwrap_or(self.at.min(all.len().saturating_sub(1)));
        self.finder.forget();
        self.look(desk.model);
    }

    /// Works out which stories are listed.
    fn look(&mut self, model: &Model) {
        let all = &model.stories.list;
        let text = |at: usize| format!("{} {}", at + 1, all[at].words());
        self.shown = self.finder.find(all.len(), text);
        let row = self.shown.iter().position(|at| *at == self.at);
        self.listed.at = row.unwrap_or(self.listed.at);
        self.listed.clamp(self.shown.len());
        self.mark_listed(model);
    }

    fn mark_listed(&mut self, model: &Model) {
        self.at = self.shown.get(self.listed.at).copied().unwrap_or(self.at);
        self.hold(model);
    }

    fn hold(&mut self, model: &Model) {
        self.held = model.stories.list.get(self.at).map(|s| s.id.clone());
    }

    fn step(&mut self, step: Step, is_grid: bool, model: &Model) {
        if is_grid {
            self.cursor.step(step, self.board.covers.len());
        } else {
            self.listed.step(step, self.shown.len());
            self.mark_listed(model);
        }
    }

    /// To the story before or after the marked one.
    fn turn(&mut self, step: Step, model: &Model) {
        let mut place = Cursor { at: self.at };
        place.step(step, model.stories.list.len());
        self.at = place.at;
        self.hold(model);
        self.look(model);
    }

    /// The marked story shows the marked competency, touches it, or neither.
    fn tick(&mut self, desk: &mut Desk<'_>) {
        let (Some(competency), Some(id)) = (self.competency().cloned(), self.held.clone()) else {
            return;
        };
        let title = desk.model.library.competency_title(competency.as_str());
        let story = desk.model.stories.get(&id);
        let Some(mark) = story.map(|s| s.mark(competency.as_str()).next()) else {
            return;
        };
        let words = format!("what a story says about {}", title.to_lowercase());
        stories::change(desk, &id, &words, |s| s.set_mark(&competency, mark));
        let name = desk
            .model
            .stories
            .get(&id)
            .map_or_else(String::new, Story::name);
        let name = words::hide_names(desk.model, &name);
        desk.say_undoable(format!(
            "{name}: {title}, {}. u takes it back.",
            mark.words()
        ));
        self.refresh(desk);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let is_grid = self.is_grid(layout::room(desk));
        if let Some(step) = step_of(command) {
            return self.step(step, is_grid, desk.model);
        }
        match (command, self.held.clone()) {
            (Command::Main, Some(id)) => desk.go(Go::Open(Place::Story(id))),
            (Command::Edit, Some(id)) => desk.go(Go::Open(Place::EditStory(id))),
            (Command::Remove, Some(id)) => {
                stories::remove(desk, &id);
                self.refresh(desk);
            }
            (Command::Tick, Some(_)) if is_grid => self.tick(desk),
            (Command::Tick, _) => {
                desk.say(
                    "The grid has a line for each competency, v shows it; here e says what a story shows.",
                );
            }
            (Command::Left, _) => self.turn(Step::Up, desk.model),
            (Command::Right, _) => self.turn(Step::Down, desk.model),
            (Command::Main | Command::New, _) => self.new_story(is_grid, desk),
            (Command::View, _) => self.turn_view(desk),
            (Command::Find, _) => {
                self.list = Some(true);
                self.finder.open();
            }
            (Command::Filter, _) => {
                let rows = board::choices(desk.model, desk.now);
                self.sheet = Some(Sheet::new("For which interview", rows));
            }
            (Command::Practice, _) => recall::open(desk),
            (Command::Back, _) if self.finder.clear() => self.look(desk.model),
            (Command::Back, _) => desk.go(Go::Back),
            (Command::Close, _) => desk.go(Go::Quit),
            _ => {}
        }
    }

    fn turn_view(&mut self, desk: &mut Desk<'_>) {
        self.list = Some(self.is_grid(layout::room(desk)));
        self.finder.clear();
        self.look(desk.model);
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        match self.sheet.as_mut().map(|sheet| sheet.command(command)) {
            Some(Chosen::Open) => return,
            Some(Chosen::This(Choice::Start(start))) => desk.go(Go::Open(Place::NewStory(start))),
            Some(Chosen::This(Choice::Whom(whom))) => {
                self.board.whom = whom;
                self.board.covers.clear();
                self.refresh(desk);
                let [sum, ..] = self.board.sums(desk.model);
                desk.say(format!("{}: {sum}.", self.board.title(desk.model)));
            }
            Some(Chosen::Closed) | None => {}
        }
        self.sheet = None;
    }

    fn in_find(&mut self, msg: &Msg, desk: &Desk<'_>) {
        let rows = self.shown.len();
        if self.finder.take(msg, &mut self.listed, rows) {
            self.look(desk.model);
        } else {
            self.mark_listed(desk.model);
        }
    }
}

impl Pane for Ledger {
    fn context(&self, _model: &Model) -> Context {
        if let Some(sheet) = &self.sheet {
            if sheet.finds() {
                Context::Pick
            } else {
                Context::Sheet
            }
        } else if self.finder.is_open() {
            Context::Find
        } else {
            Context::Stories
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Outcome(
                Outcome::Saved(Wrote::Story(id), _) | Outcome::Stepped(_, Wrote::Story(id)),
            ) => {
                self.held = Some(id.clone());
                self.refresh(desk);
            }
            Msg::Shown | Msg::Outcome(_) => self.refresh(desk),
            Msg::Command(command) if self.sheet.is_some() => self.in_sheet(*command, desk),
            Msg::Type(c) if let Some(sheet) = &mut self.sheet => sheet.edit(|f| f.type_char(*c)),
            Msg::Paste(text) if let Some(sheet) = &mut self.sheet => sheet.edit(|f| f.paste(text)),
            _ if self.finder.is_open() => self.in_find(msg, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs_one = matches!(
            command,
            Command::Edit | Command::Remove | Command::Tick | Command::Find | Command::View
        );
        if self.sheet.is_some() || self.finder.is_open() {
            None
        } else if model.stories.list.is_empty() && needs_one {
            Some("There is no story here yet. n writes one.".to_owned())
        } else if !model.stories.list.is_empty()
            && (needs_one || command == Command::Main)
            && self.marked(model).is_none()
            && command != Command::View
        {
            Some("Nothing is marked. Esc shows all stories again.".to_owned())
        } else {
            None
        }
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let is_grid = self.shows_grid(view);
        let empty = view.model.stories.list.is_empty();
        match command {
            _ if self.sheet.is_some() => Some(label),
            Command::Main | Command::View | Command::Practice if empty => None,
            Command::Tick | Command::Left | Command::Right if empty || !is_grid => None,
            Command::View if !is_grid => Some("grid"),
            _ => Some(label),
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let story = self.marked(view.model)?;
        Some(story::everything(view.model, story))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let all = view.model.stories.list.len();
        let fact = match self.shown.len() {
            shown if shown < all => format!("{shown} of {all}"),
            _ => words::count(all, "story", "stories"),
        };
        Head::Sections {
            active: Section::Stories,
            fact,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let new = view.key(Context::Stories, Command::New);
        if start::is_begun(view.model) {
            return format!("A story is begun. {new} goes on with it.");
        }
        let cover = self.board.covers.get(self.cursor.at);
        let has_lines = self.shows_grid(view) && !view.model.stories.list.is_empty();
        let Some(cover) = cover.filter(|_| has_lines) else {
            return String::new();
        };
        let title = view
            .model
            .library
            .competency_title(cover.competency.as_str());
        match cover.carried() {
            Carried::Hole => format!(
                "{title} has no story yet. {new} writes one, with a question to start from."
            ),
            Carried::Touched => format!(
                "{title} is only touched. {new} writes a story that shows it, with a question to start from."
            ),
            Carried::Begun(at) => format!(
                "{title}: story {} covers it when it says what you did and what came of it.",
                at + 1
            ),
            Carried::Only(_) | Carried::By(_) => String::new(),
        }
    }

    fn widest(&self) -> u16 {
        WIDEST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let marked = self.marked(view.model);
        if view.model.stories.list.is_empty() {
            self.draw_empty(view, area, out);
        } else if self.is_grid(area) {
            self.draw_both(view, marked, area, out);
        } else if area.width >= SIDE_BY_SIDE {
            let (list, text) = layout::list_and_text(area);
            self.draw_list(view, list, out);
            if let Some(story) = marked {
                story::draw(view, story, self.board.minutes(view.model), text, out);
            }
        } else {
            self.draw_list(view, area, out);
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}
