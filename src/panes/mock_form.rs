//! The form for a mock of one's own: what it is, who asks, and its parts one after another.

mod parts;

use std::sync::Arc;

use ratatui::layout::Rect;

use super::paper::{Happened, Paper};
use super::words::named;
use super::{Head, Pane};
use crate::content::mine::mocks;
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, View, undo};
use crate::domain::id::{BlueprintId, PanelId, PersonaId, slug};
use crate::domain::library::{Blueprint, Condition, Feedback, Interviewer, Kind, StageId};
use crate::domain::time::{Mono, Now};
use crate::keys::Context;
use crate::store::draft_file::{DraftKey, Owner};
use crate::store::layout;
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

const TITLE: usize = 0;
const STAGE: usize = 1;
const PERSONA: usize = 2;
const PANEL: usize = 3;
const FEEDBACK: usize = 4;
const ONE_WAY: usize = 5;
const HARDER: usize = 6;
const NOTE: usize = 7;
/// Where the parts begin.
const PARTS: usize = 8;

/// The manner that is chosen to begin with.
const USUAL: &str = "neutral";

/// The manner that asks an improper question; only for those who opted in.
const OFF_SCRIPT: &str = "off-script";

/// The form.
pub struct MockForm {
    editing: Option<BlueprintId>,
    paper: Paper<Blueprint>,
    personas: Vec<PersonaId>,
    panels: Vec<PanelId>,
    offers: parts::Offers,
}

fn key(editing: Option<&BlueprintId>) -> DraftKey {
    let field = editing.map_or("form", BlueprintId::as_str);
    (Owner::NewMock, field.replace('/', "-"))
}

impl MockForm {
    /// A form for a new mock, or for one of one's own that is there.
    pub fn new(editing: Option<BlueprintId>) -> Self {
        Self {
            paper: Paper::new(key(editing.as_ref()), TITLE),
            editing,
            personas: Vec::new(),
            panels: Vec::new(),
            offers: parts::Offers::default(),
        }
    }

    fn before(&self, model: &Model) -> Blueprint {
        let there = self.editing.as_ref();
        let there = there.and_then(|id| model.library.blueprints.get(id.as_str()));
        there.map_or_else(parts::first, |b| (*b).clone())
    }

    fn fill(&mut self, desk: &Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let before = self.before(desk.model);
        let (people, asks) = self.people(&before, desk.model);
        let (panels, panel) = self.panels(&before, desk.model);
        self.offers = parts::Offers::of(&desk.model.library);
        let stages = StageId::ALL.iter().map(|s| s.short().to_owned()).collect();
        let harder = Condition::ALL
            .iter()
            .map(|c| (c.word().to_owned(), before.conditions.contains(c)));
        let one_way = before.sections.iter().any(|s| s.takes.is_some());
        self.paper.form.fields = vec![
            Field::new("Title", Value::Line(Editor::single(&before.title)))
                .with_note("as you will find it"),
            Field::new("Stage", Value::Choice(stages, before.stage as usize)),
            Field::new("Who asks", Value::Choice(people, asks)),
            Field::new("With", Value::Choice(panels, panel)),
            Field::new(
                "Rated",
                Value::Radio(
                    Feedback::ALL.iter().map(|f| f.word().to_owned()).collect(),
                    usize::from(before.feedback == Feedback::Each),
                ),
            ),
            Field::new(
                "One way",
                Value::Tick(
                    "nobody is there, the clock runs by itself".to_owned(),
                    one_way,
                ),
            ),
            Field::new("Harder by", Value::Many(harder.collect(), 0)),
            Field::new("To know", Value::Line(Editor::single(&before.pass_note)))
                .with_note("shown with the result"),
        ];
        for section in &before.sections {
            parts::add(&mut self.paper.form, &self.offers, Some(section));
        }
        if let Some(draft) = self.paper.draft(desk.model) {
            parts::make_room(&mut self.paper.form, &self.offers, &draft.facts);
        }
        self.paper.go_on(desk.model);
        self.changed();
    }

    /// The manners to choose from, and which one it has.
    fn people(&mut self, before: &Blueprint, model: &Model) -> (Vec<String>, usize) {
        let improper = model.profile.improper;
        let may_ask = |p: &Arc<Interviewer>| improper || p.id.as_str() != OFF_SCRIPT;
        let people: Vec<_> = model.library.personas.iter().filter(may_ask).collect();
        self.personas = people.iter().map(|p| p.id.clone()).collect();
        let asks = before.persona.as_ref().map_or(USUAL, PersonaId::as_str);
        let at = self.personas.iter().position(|p| p.as_str() == asks);
        let words = people.iter().map(|p| named(p.id.as_str(), &p.title));
        (words.collect(), at.unwrap_or(0))
    }

    /// The panels to choose from, nobody else first, and which one it has.
    fn panels(&mut self, before: &Blueprint, model: &Model) -> (Vec<String>, usize) {
        let panels: Vec<_> = model.library.panels.iter().collect();
        self.panels = panels.iter().map(|p| p.id.clone()).collect();
        let at = self
            .panels
            .iter()
            .position(|id| before.panel.as_ref() == Some(id));
        let mut words = vec!["nobody else".to_owned()];
        words.extend(panels.iter().map(|p| named(p.id.as_str(), &p.title)));
        (words, at.map_or(0, |n| n + 1))
    }

    fn changed(&mut self) {
        parts::check(&mut self.paper.form, &self.offers);
    }

    /// The mock as it stands in the form, or the field that is wrong and why.
    fn blueprint(&self, model: &Model) -> Result<Blueprint, (usize, String)> {
        let fields = &self.paper.form.fields;
        let title = fields[TITLE].text().trim().to_owned();
        if title.is_empty() {
            return Err((TITLE, "Write a title first. Esc closes.".to_owned()));
        }
        let before = self.before(model);
        let sections = parts::sections(
            &self.paper.form,
            &self.offers,
            &before,
            fields[ONE_WAY].ticked(),
        )?;
        let stage = StageId::ALL[fields[STAGE].chosen().min(7)];
        let closes = |kind: Kind| {
            let mut picks = sections.iter().filter_map(|s| s.pick.as_ref());
            picks.any(|p| p.kinds.contains(&kind))
        };
        let nobody_asks = sections.iter().any(|s| s.takes.is_some())
            || sections.iter().all(|s| s.pick.is_none())
            || matches!(stage, StageId::BehavioralAssessment | StageId::Checks)
            || closes(Kind::Negotiation);
        if !nobody_asks && !closes(Kind::Closing) {
            let words =
                "A talk ends with your own questions. Tick \"Closing\" in one of the parts.";
            return Err((fields.len() - 1, words.to_owned()));
        }
        let taken = |id: &str| model.library.blueprints.has(mocks::outside(id).as_str());
        let id = self.editing.clone().unwrap_or_else(|| {
            let name = format!("m-{}", slug(&title, "mock"));
            mocks::outside(&layout::free_name(&name, taken))
        });
        let note = fields[NOTE].text().trim();
        let kept = |kind: &Kind| closes(*kind);
        Ok(Blueprint {
            id,
            title,
            stage,
            minutes: sections.iter().map(|s| s.minutes).sum(),
            feedback: Feedback::ALL[fields[FEEDBACK].chosen().min(1)],
            persona: self.personas.get(fields[PERSONA].chosen()).cloned(),
            panel: (fields[PANEL].chosen().checked_sub(1))
                .and_then(|n| self.panels.get(n))
                .cloned(),
            conditions: parts::ticked(&fields[HARDER], Condition::ALL),
            must_include: before.must_include.iter().copied().filter(kept).collect(),
            pass_note: if note.is_empty() {
                "A mock of your own.".to_owned()
            } else {
                note.to_owned()
            },
            sections,
            ..before
        })
    }

    fn saved(&mut self, mock: &Blueprint, say: bool, desk: &mut Desk<'_>) {
        let there = desk.model.library.blueprints.get(mock.id.as_str());
        let before = there.map(|b| Blueprint::clone(&b));
        let step = undo::Step::back(Wrote::Mock(mock.id.clone()), before);
        let words = format!("the mock \"{}\"", mock.title);
        desk.model.undo.note(words, step);
        self.editing = Some(mock.id.clone());
        if self.paper.stays(key(Some(&mock.id)), desk) {
            return;
        }
        if say {
            desk.say("Saved. It stands first in Whole mocks.");
        }
        desk.go(Go::Back);
    }
}

impl Pane for MockForm {
    fn context(&self, _model: &Model) -> Context {
        self.paper.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match self.paper.update(msg, desk) {
            Happened::Shown => self.fill(desk),
            Happened::Changed => self.changed(),
            Happened::Save => {
                let mock = self.blueprint(desk.model);
                self.paper.save(mock, Effect::SaveMock, desk);
            }
            Happened::Saved(mock, say) => self.saved(&mock, say, desk),
            Happened::Nothing | Happened::Pressed | Happened::Closed(_) => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        let left = if self.editing.is_some() {
            "Your mock"
        } else {
            "A mock of my own"
        };
        Head::Title {
            left: left.to_owned(),
            middle: String::new(),
            right: parts::sum(&self.paper.form),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        (self.paper).status("Ctrl+S saves. A part in which nothing is ticked is a break.")
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.paper.next_wake()
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.paper.form.draw(out, super::column(area));
    }
}
