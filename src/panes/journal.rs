//! Journal: the entries at the left, the marked one at the right; found by any word, filtered by a sheet.

mod list;
mod only;
mod page;

use ratatui::layout::Rect;

use super::finder::Finder;
use super::{Head, Pane, Reason, beside, layout, words};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, Section, View, undo};
use crate::domain::id::EntryId;
use crate::domain::journal::{Entry, EntryKind};
use crate::domain::time::day_and_date;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::sheet::Chosen;
use crate::widgets::{Canvas, prose};

use only::{Only, Picker};
pub use page::{employer, findable, read_out, title};

/// Below this width the list and the page take turns.
const SIDE_BY_SIDE: u16 = 68;

/// The section.
#[derive(Default)]
pub struct Journal {
    cursor: Cursor,
    only: Only,
    finder: Finder,
    /// What is listed.
    shown: Vec<Listed>,
    picker: Option<Picker>,
    reading: bool,
    /// How far the page was moved; until then it begins where what was searched for is in sight.
    scroll: Option<usize>,
}

/// An entry of the list.
struct Listed {
    id: EntryId,
    /// Where it stood among all entries when the list was made; a list is long, and its rows are looked up each frame.
    place: usize,
}

impl Journal {
    /// Works out which entries are listed; called when the words, the filter or the entries change.
    fn refresh(&mut self, model: &Model) {
        let marked = self.shown.get(self.cursor.at);
        let marked = marked.map(|row| (row.id.clone(), row.place));
        let entries = &model.journal.entries;
        let found = self
            .finder
            .find(entries.len(), |i| page::findable(&entries[i], model));
        let fits = |i: &usize| self.only.takes(&entries[*i]);
        let listed = |place: usize| Listed {
            id: entries[place].id.clone(),
            place,
        };
        self.shown = found.into_iter().filter(fits).map(listed).collect();
        let Some((id, place)) = marked else {
            return self.cursor.clamp(self.shown.len());
        };
        if !self.mark(&id) {
            // What is not listed any more gives its mark to the one below.
            let below = self.shown.iter().position(|row| row.place >= place);
            self.cursor.at = below.unwrap_or(self.shown.len());
            self.cursor.clamp(self.shown.len());
            self.scroll = None;
        }
    }

    /// Marks an entry; `false` where it is not listed.
    fn mark(&mut self, id: &EntryId) -> bool {
        let at = self.shown.iter().position(|row| row.id == *id);
        self.cursor.at = at.unwrap_or(self.cursor.at);
        at.is_some()
    }

    /// Whether not all entries are asked for.
    fn is_narrowed(&self) -> bool {
        self.only != Only::All || !self.finder.words().is_empty()
    }

    fn marked<'a>(&self, model: &'a Model) -> Option<&'a Entry> {
        self.entry(self.cursor.at, model)
    }

    /// The entry in a row of the list.
    fn entry<'a>(&self, row: usize, model: &'a Model) -> Option<&'a Entry> {
        let Listed { id, place } = self.shown.get(row)?;
        let there = model.journal.entries.get(*place).filter(|e| e.id == *id);
        there.or_else(|| model.journal.get(id))
    }

    fn in_picker(&mut self, msg: &Msg, desk: &Desk<'_>) {
        let Some(picker) = &mut self.picker else {
            return;
        };
        match picker.take(msg) {
            Chosen::Open => return,
            Chosen::Closed => {}
            Chosen::This(only) => self.only = only,
        }
        self.picker = None;
        self.refresh(desk.model);
    }

    /// Moves the page that is read, no further than its last screen.
    fn turn(&mut self, step: Step, desk: &Desk<'_>) {
        let Some(entry) = self.marked(desk.model) else {
            return;
        };
        let (_, page) = places(layout::room(desk));
        let text = page::text_area(page);
        let lines = page::lines(desk.model, entry, text.width);
        let mut place = Cursor {
            at: self.top(&lines, text.height),
        };
        place.scroll(step, lines.len(), text.height);
        self.scroll = Some(place.at);
    }

    /// The first line of the page that is seen.
    fn top(&self, lines: &[String], height: u16) -> usize {
        let begins = || page::begins_at(lines, self.finder.words(), height);
        self.scroll.unwrap_or_else(begins)
    }

    fn in_find(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let rows = self.shown.len();
        if self.finder.take(msg, &mut self.cursor, rows) {
            self.refresh(desk.model);
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = super::step_of(command) {
            if self.reading {
                self.turn(step, desk);
            } else {
                self.cursor.step(step, self.shown.len());
                self.scroll = None;
            }
            return;
        }
        let marked = self.marked(desk.model).map(|e| (e.id.clone(), e.kind));
        match (command, marked) {
            (Command::Main, Some(_)) => self.reading = !self.reading,
            (Command::Tags, Some((id, _))) => desk.go(Go::Open(Place::TagEntry(id))),
            (Command::Edit, Some((id, EntryKind::Note))) => {
                desk.go(Go::Open(Place::EditEntry(Some(id))));
            }
            (Command::Edit, Some((id, EntryKind::Debrief))) => {
                desk.go(Go::Open(Place::Debrief(Some(id), None)));
            }
            (Command::Remove, Some((id, _))) => self.remove(&id, desk),
            (Command::OpenLink, Some(_)) => self.lead_back(desk),
            (Command::New, _) => desk.go(Go::Open(Place::EditEntry(None))),
            (Command::Debrief, _) => desk.go(Go::Open(Place::Debrief(None, None))),
            (Command::Find, _) => self.finder.open(),
            (Command::Filter, _) => {
                self.picker = Some(Picker::new(desk.model, &self.only));
            }
            (Command::Practice, _) => {
                desk.go(Go::Open(Place::Setup(crate::desk::go::SetupFor::default())));
            }
            (Command::Back | Command::Close, _) if self.reading => self.reading = false,
            (Command::Back, _) if self.finder.clear() | self.only.clear() => {
                self.refresh(desk.model);
            }
            (Command::Back, _) => desk.go(Go::Back),
            (Command::Close, _) => desk.go(Go::Quit),
            _ => {}
        }
    }

    /// Opens what the note was written beside.
    fn lead_back(&self, desk: &mut Desk<'_>) {
        if let Some(there) = self.marked(desk.model).and_then(|e| e.beside.clone()) {
            beside::open(there, desk);
        }
    }

    fn remove(&mut self, id: &EntryId, desk: &mut Desk<'_>) {
        if let Some(entry) = desk.model.journal.remove(id) {
            let day = day_and_date(entry.date, desk.now.date());
            let words = format!("removing the entry of {day}");
            desk.model.undo.note(words, undo::Step::put(entry));
            desk.perform(Effect::TrashEntry(id.clone()));
            desk.say_undoable("Moved to the trash. u takes it back.");
            self.reading = false;
            self.refresh(desk.model);
        }
    }
}

/// Where the list and the page stand: one of them alone, or one beside the other.
fn places(area: Rect) -> (Rect, Rect) {
    if area.width < SIDE_BY_SIDE {
        return (area, area);
    }
    layout::list_and_text(area)
}

impl Pane for Journal {
    fn context(&self, _model: &Model) -> Context {
        if self.picker.is_some() {
            Context::Pick
        } else if self.finder.is_open() {
            Context::Find
        } else {
            Context::Journal
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Outcome(
                Outcome::Saved(Wrote::Entry(id), _)
                | Outcome::KeptBoth(Wrote::Entry(id), _)
                | Outcome::Stepped(_, Wrote::Entry(id)),
            ) => {
                self.finder.forget();
                self.refresh(desk.model);
                let other = self.marked(desk.model).is_none_or(|e| e.id != *id);
                if other && self.mark(id) {
                    self.scroll = None;
                }
            }
            Msg::Shown | Msg::Outcome(_) => {
                self.finder.forget();
                self.refresh(desk.model);
            }
            _ if self.picker.is_some() => self.in_picker(msg, desk),
            _ if self.finder.is_open() => self.in_find(msg, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let needs_some = matches!(command, Command::Find | Command::Filter);
        let needs_one = matches!(
            command,
            Command::Main | Command::Edit | Command::Remove | Command::Tags
        );
        if self.picker.is_some() || self.finder.is_open() {
            None
        } else if model.journal.entries.is_empty() && (needs_some || needs_one) {
            Some("There is no entry here yet. n writes one.".to_owned())
        } else if needs_one && self.marked(model).is_none() {
            Some("Nothing is marked. Esc shows everything again.".to_owned())
        } else if command == Command::OpenLink
            && self.marked(model).is_none_or(|e| e.beside.is_none())
        {
            Some("Only a note on a sitting or a question leads back there.".to_owned())
        } else {
            None
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let entry = self.marked(view.model)?;
        Some(page::everything(entry, view.model))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let all = view.model.journal.entries.len();
        let fact = match self.shown.len() {
            shown if shown < all && self.is_narrowed() => format!("{shown} of {all}"),
            _ => words::count(all, "entry", "entries"),
        };
        Head::Sections {
            active: Section::Journal,
            fact,
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        if self.only != Only::All {
            return format!("Filter: {}. Esc shows everything.", self.only.words());
        }
        let new = beside::draft_key(None);
        if view.model.drafts.iter().any(|d| d.key() == new) {
            "There is a draft from before. n goes on with it.".to_owned()
        } else {
            String::new()
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        if view.model.journal.entries.is_empty() {
            draw_empty(out, area);
        } else {
            let (list, page) = places(area);
            let alone = list == page;
            if !(alone && self.reading) {
                self.draw_list(view, list, out);
            }
            if !alone || self.reading {
                self.draw_page(view, page, out, self.reading);
            }
        }
        if let Some(picker) = &self.picker {
            picker.draw(out, area);
        }
    }
}

impl Journal {
    fn draw_page(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>, focus: bool) {
        if let Some(entry) = self.marked(view.model) {
            let top = |lines: &[String], height| self.top(lines, height);
            page::draw(view, entry, area, top, out);
            if focus {
                out.focus(area.x, area.y, 1);
            }
        }
    }
}

fn draw_empty(out: &mut Canvas<'_>, area: Rect) {
    out.focus(area.x, area.y, 1);
    out.put(
        area.x,
        area.y,
        "Nothing written yet.",
        area.width,
        Role::Strong,
    );
    let lines = [
        "n writes an entry: a thought, a call, what you found out about them.",
        "d debriefs an interview while it is fresh. It takes two minutes, and what they asked becomes practice.",
    ];
    let mut y = area.y + 1 + u16::from(area.height >= 8);
    for line in lines {
        let below = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        y += prose::draw(out, below, line, Role::Ink);
    }
}
