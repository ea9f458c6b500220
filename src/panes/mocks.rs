//! Whole mocks: those for the next interview and for one's own field first; a search looks through all of them.

use ratatui::layout::Rect;

use super::finder::{Finder, put_marked};
use super::{Head, Pane, Reason, mocking, step_of, words};
use crate::content::mine::mocks as own;
use crate::desk::effect::Wrote;
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View, undo};
use crate::domain::id::BlueprintId;
use crate::domain::library::{Blueprint, StageId};
use crate::domain::order::InOrder;
use crate::domain::practice::clock::Factor;
use crate::domain::practice::record::SittingHead;
use crate::domain::settings::Profile;
use crate::domain::time::{Now, short_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;

/// What is known of one mock for the list.
struct Row {
    id: BlueprintId,
    stage: StageId,
    title: String,
    minutes: u32,
    mine: bool,
    /// Written by the user.
    own: bool,
    text: String,
}

/// The list.
#[derive(Default)]
pub struct Mocks {
    rows: Vec<Row>,
    shown: Vec<usize>,
    cursor: Cursor,
    finder: Finder,
    /// The mock that was saved last, until it is listed and marked.
    saved: Option<BlueprintId>,
}

fn row(blueprint: &Blueprint, model: &Model) -> Row {
    let profile = &model.profile;
    Row {
        id: blueprint.id.clone(),
        stage: blueprint.stage,
        title: blueprint.title.clone(),
        minutes: profile.extra_time().minutes(blueprint.minutes),
        own: own::is_own(&blueprint.id),
        mine: is_mine(blueprint, profile),
        text: haystack(blueprint, model),
    }
}

/// Whether a mock is for somebody of this field and this far along: these are listed without a search.
pub fn is_mine(blueprint: &Blueprint, profile: &Profile) -> bool {
    blueprint.is_for(&profile.family) && profile.seniority.is_none_or(|s| blueprint.is_at(s))
}

/// Everything that a mock is found by: its title, stage, fields and parts, and who sits there.
pub fn haystack(blueprint: &Blueprint, model: &Model) -> String {
    let families = blueprint.families.iter();
    let families = families.map(|f| {
        let family = model.library.families.get(f.as_str());
        let title = family.map_or_else(|| f.to_string(), |f| f.title.clone());
        // Who works in teaching looks for a teacher.
        let who = title.strip_suffix("ing").map(|stem| format!("{stem}er"));
        format!("{title} {}", who.unwrap_or_default())
    });
    let parts = blueprint.sections.iter().map(|s| s.title.clone());
    let (field, level) = (&model.profile.family, model.profile.seniority);
    let panel = model.library.panel_of(blueprint, field, level);
    let seats = panel.iter().flat_map(|p| &p.members);
    let seats = seats.map(|m| m.title.clone());
    let head = [
        blueprint.title.clone(),
        blueprint.id.to_string(),
        blueprint.stage.short().to_owned(),
        // The test of skills is also called a technical talk.
        blueprint.stage.id().replace('-', " "),
    ];
    let words: Vec<String> = head
        .into_iter()
        .chain(families)
        .chain(parts)
        .chain(seats)
        .collect();
    words.join(" ")
}

impl Mocks {
    fn fill(&mut self, model: &Model, now: Now) {
        let marked = (self.saved.clone()).or_else(|| self.marked().map(|row| row.id.clone()));
        let next = mocking::next_stage(model, now);
        let blueprints = model.library.blueprints.iter();
        self.rows = blueprints.map(|b| row(&b, model)).collect();
        self.rows
            .order_by_key(|r| (!r.own, !r.mine, Some(r.stage) != next, r.stage.order()));
        self.finder.forget();
        self.refresh();
        if let Some(id) = marked {
            self.mark(&id);
        }
    }

    /// Marks a mock, where it is listed.
    fn mark(&mut self, id: &BlueprintId) {
        let rows = &self.rows;
        if let Some(at) = self.shown.iter().position(|n| rows[*n].id == *id) {
            self.cursor.at = at;
            self.saved.take_if(|saved| saved == id);
        }
    }

    fn refresh(&mut self) {
        let rows = &self.rows;
        self.shown = self.finder.find(rows.len(), |n| rows[n].text.clone());
        if self.finder.words().trim().is_empty() {
            self.shown.retain(|n| rows[*n].mine);
        }
        self.cursor.clamp(self.shown.len());
    }

    fn marked(&self) -> Option<&Row> {
        self.shown
            .get(self.cursor.at)
            .and_then(|n| self.rows.get(*n))
    }

    /// Takes a mock of one's own away.
    fn remove(&self, desk: &mut Desk<'_>) {
        let there = self.marked().map(|r| r.id.clone());
        let there = there.and_then(|id| desk.model.library.blueprints.get(id.as_str()));
        if let Some(mock) = there {
            let words = format!("removing \"{}\"", mock.title);
            let step = undo::Step::put(Blueprint::clone(&mock));
            desk.model.undo.note(words, step);
            desk.perform(Effect::RemoveMock(mock.id.clone()));
            desk.say_undoable("Removed. u brings it back; what you sat of it stays.");
        }
    }

    fn in_find(&mut self, msg: &Msg) {
        let rows = self.shown.len();
        if self.finder.take(msg, &mut self.cursor, rows) {
            self.refresh();
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, self.shown.len());
        }
        match command {
            Command::Main => {
                if let Some(row) = self.marked() {
                    desk.go(Go::Open(Place::Mock(row.id.clone())));
                }
            }
            Command::Show => {
                if let Some(id) = self.marked().and_then(|r| last_sat(desk.model, &r.id)) {
                    desk.go(Go::Open(Place::Results(id.id.clone())));
                }
            }
            Command::New => desk.go(Go::Open(Place::EditMock(None))),
            Command::Edit => {
                let id = self.marked().map(|r| r.id.clone());
                desk.go(Go::Open(Place::EditMock(id)));
            }
            Command::Remove => self.remove(desk),
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            Command::Find => self.finder.open(),
            Command::Back if self.finder.clear() => self.refresh(),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }
}

/// What stands at the left of a row.
fn group(row: &Row) -> &'static str {
    if row.own {
        "Your own"
    } else {
        row.stage.short()
    }
}

/// The last time that a mock was sat to its end.
fn last_sat<'a>(model: &'a Model, id: &BlueprintId) -> Option<&'a SittingHead> {
    let of = |h: &&SittingHead| h.shape.as_ref().is_some_and(|s| s.blueprint == *id);
    let sat = model.practice.sittings.iter().filter(of);
    sat.max_by_key(|h| h.started)
}

/// When a mock was sat the last time; empty when it never was.
fn last_time(model: &Model, id: &BlueprintId, now: Now) -> String {
    last_sat(model, id).map_or_else(String::new, |h| {
        format!("sat {}", short_date(h.started.date_naive(), now.date()))
    })
}

impl Pane for Mocks {
    fn context(&self, _model: &Model) -> Context {
        if self.finder.is_open() {
            Context::Find
        } else {
            Context::Mocks
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Outcome(Outcome::Saved(Wrote::Mock(id), _)) => {
                self.saved = Some(id.clone());
                self.fill(desk.model, desk.now);
            }
            Msg::Shown | Msg::Outcome(_) => self.fill(desk.model, desk.now),
            _ if self.finder.is_open() => self.in_find(msg),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let sat = |row: &Row| last_sat(model, &row.id).is_some();
        if command == Command::Show && !self.marked().is_some_and(sat) {
            return Some("It was not sat to its end yet, so there are no results.".to_owned());
        }
        let own = self.marked().is_some_and(|r| r.own);
        if matches!(command, Command::Edit | Command::Remove) && !own {
            return Some("Only mocks of your own can be changed. n writes one.".to_owned());
        }
        let none = command == Command::Main && !self.finder.is_open() && self.marked().is_none();
        none.then(|| "No mock is shown. Esc shows yours again.".to_owned())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        let all = self.rows.len();
        Head::Title {
            left: "Whole mocks".to_owned(),
            middle: String::new(),
            right: format!("{} of {all} shown", self.shown.len()),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.finder.is_open() || !self.finder.words().is_empty() {
            return "Every field of work is looked through.".to_owned();
        }
        "For your field and level. / looks through those of other fields, too.".to_owned()
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let mut list = area;
        if self.finder.draw_field(Rect { height: 1, ..area }, out) {
            list.y += 2;
            list.height = list.height.saturating_sub(2);
        }
        if self.shown.is_empty() {
            let words = "No mock has all of these words. Esc shows yours again.";
            out.put(list.x, list.y, words, list.width, Role::Ink);
        }
        let query = self.finder.query();
        let narrow = area.width < 60;
        let left = if narrow { 0 } else { 16 };
        let (from, to) = self
            .cursor
            .window(self.shown.len(), usize::from(list.height));
        let mut before = "";
        for (y, n) in (list.y..list.bottom()).zip(from..to) {
            let row = &self.rows[self.shown[n]];
            let group = group(row);
            if !narrow && before != group {
                out.put(list.x, y, group, left - 1, Role::Dim);
            }
            before = group;
            let marked = n == self.cursor.at;
            if marked {
                self.finder.draw_mark(list.x, y, out);
            }
            // Most titles say it already.
            let usual = view.model.profile.extra_time() == Factor::X1;
            let minutes = if usual && row.title.contains("minutes") {
                String::new()
            } else {
                words::count(row.minutes as usize, "minute", "minutes")
            };
            let sat = if narrow {
                String::new()
            } else {
                last_time(view.model, &row.id, view.now)
            };
            let used = out.put_right(list.right(), y, &minutes, 12, Role::Dim);
            let used = match sat.as_str() {
                "" => used,
                // Below each other, as long as that costs the title nothing.
                sat => {
                    let right = list.right();
                    let room = right.saturating_sub(list.x + left + cells(&row.title) + 2);
                    let column = if room >= 13 + cells(sat) {
                        13
                    } else {
                        used + u16::from(used > 0)
                    };
                    column + out.put_right(right.saturating_sub(column), y, sat, 14, Role::Dim)
                }
            };
            let role = if marked { Role::Mark } else { Role::Ink };
            let width = list.width.saturating_sub(left + used + 2);
            put_marked(out, (list.x + left, y), &row.title, width, role, &query);
        }
    }
}
