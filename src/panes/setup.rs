//! The set-up of a drill: clock and time as in the settings, the rest as the last time, and "Start" has the focus, so
//! two keys begin.

pub mod asked;

use ratatui::layout::Rect;

use super::begin;
use super::filling::{self, Took};
use super::library_words::{family_title, source, sources};
use super::words::{CLOCKS, EXTRA_TIME};
use super::{Head, Pane, words, work};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::id::FamilyId;
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::pick::{self, Order, SHIPPED};
use crate::domain::practice::record::{Input, Why};
use crate::domain::settings::Profile;
use crate::keys::Context;
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::form::{Field, Form, Value};

const FROM: usize = 0;
const STAGE: usize = 1;
const KIND: usize = 2;
const ROLE: usize = 3;
const COMPETENCIES: usize = 4;
const NUMBER: usize = 5;
const CLOCK: usize = 6;
const TIME: usize = 7;
const ORDER: usize = 8;
const ANSWER: usize = 9;
const RATE: usize = 10;
const PROBES: usize = 11;
const STRICT: usize = 12;
const START: usize = 13;

/// The set-up.
pub struct Setup {
    wanted: SetupFor,
    form: Form,
    matching: usize,
    fresh: usize,
}

impl Setup {
    /// Set up for a stage, for ticked questions, or for anything.
    pub fn new(wanted: SetupFor) -> Self {
        Self {
            wanted,
            form: Form::default(),
            matching: 0,
            fresh: 0,
        }
    }

    fn fill(&mut self, model: &Model) {
        if !self.form.fields.is_empty() {
            return;
        }
        let mut fields = self.what_is_asked(model);
        fields.extend(timing(&model.profile));
        fields.extend(manner(model));
        fields.push(Field::new("Start the drill", Value::Button).with_note("Enter"));
        self.form.fields = fields;
        self.form.at = START;
        self.recount(model);
    }

    /// Stage, kind, field of work, competencies and number.
    fn what_is_asked(&self, model: &Model) -> Vec<Field> {
        let families: Vec<FamilyId> = model.library.families.ids().map(FamilyId::new).collect();
        let family = families
            .iter()
            .position(|f| *f == model.profile.family)
            .unwrap_or(0);
        let titles = families.iter().map(|f| family_title(model, f)).collect();
        let wanted = self.wanted.packs.first();
        let mut from = strings(&["all that fits"]);
        let place = wanted.and_then(|id| sources(model).position(|one| one == *id));
        from.extend(sources(model).map(|id| source(model, Some(&id))));
        vec![
            Field::new("From", Value::Choice(from, place.map_or(0, |n| n + 1))),
            asked::stage(self.wanted.stage),
            asked::kind(),
            Field::new(work::LABEL, Value::Choice(titles, family)),
            asked::competencies(model),
            asked::number(self.number(model)),
        ]
    }

    /// So many as there are ticked questions, or as the last time.
    fn number(&self, model: &Model) -> usize {
        match self.wanted.questions.len() {
            0 => begin::last_set_up(model).map_or(6, |h| h.plan.len()),
            ticked => ticked,
        }
    }

    /// What the form says.
    fn setup(&self, model: &Model) -> pick::Setup {
        let fields = &self.form.fields;
        let mut setup = begin::usual(model);
        setup.filter.competencies = asked::competencies_of(&fields[COMPETENCIES], model);
        setup.job.clone_from(&self.wanted.job);
        setup.filter.stage = asked::stage_of(&fields[STAGE]);
        setup.filter.kinds = asked::kind_of(&fields[KIND]).into_iter().collect();
        setup.filter.family = model
            .library
            .families
            .ids()
            .nth(fields[ROLE].chosen())
            .map(FamilyId::new);
        let source = fields[FROM].chosen().checked_sub(1);
        if let Some(id) = source.and_then(|n| sources(model).nth(n)) {
            if id != SHIPPED {
                // All of a pack fits, for whatever field it was written.
                setup.filter.family = None;
            }
            setup.filter.packs = vec![id];
        }
        setup.count = asked::number_of(&fields[NUMBER]);
        setup.order = [Order::Helps, Order::Random, Order::Listed][fields[ORDER].chosen().min(2)];
        setup.pacing = CLOCKS[fields[CLOCK].chosen().min(2)].0;
        setup.factor = Factor::ALL[fields[TIME].chosen().min(3)];
        setup.input = if fields[ANSWER].chosen() == 1 {
            Input::Aloud
        } else {
            Input::Typed
        };
        setup.rate_each = fields[RATE].chosen() == 0;
        setup.probes = fields[PROBES].ticked();
        setup.strict = fields[STRICT].ticked();
        setup
    }

    /// How many questions fit, and how many of them are new.
    fn recount(&mut self, model: &Model) {
        let setup = self.setup(model);
        let history = &model.practice.history;
        let fitting = setup.filter.matches(&model.library, history);
        self.matching = fitting.len();
        self.fresh = fitting
            .iter()
            .filter(|c| !history.knows(c.id.as_str()))
            .count();
        asked::count_competencies(&mut self.form.fields[COMPETENCIES]);
        let cards = if self.wanted.questions.is_empty() {
            pick::typical(fitting, setup.count)
        } else {
            let picked = self.wanted.questions.iter();
            picked
                .filter_map(|id| model.library.card(id.as_str()))
                .collect()
        };
        let factor = match setup.pacing {
            Pacing::None => Factor::X1,
            Pacing::Window | Pacing::Hard => setup.factor,
        };
        let minutes = usize::try_from(pick::minutes(cards, factor)).unwrap_or(0);
        let minutes = words::count(minutes, "minute", "minutes");
        let about = format!("about {minutes}{}", factor.note());
        let fewer = self.wanted.questions.is_empty() && self.matching < setup.count;
        self.form.fields[NUMBER].note = match self.matching {
            0 if fewer => "none fits".to_owned(),
            there if fewer => format!("only {there} there, {about}"),
            _ => about,
        };
    }

    fn start(&mut self, desk: &mut Desk<'_>) {
        let setup = self.setup(desk.model);
        // What is chosen here is for this drill. Only who has not said yet what they work as says it here.
        if let Some(family) =
            (setup.filter.family.clone()).filter(|_| desk.model.profile.lacks_field())
        {
            work::keep(family, desk);
        }
        desk.go(Go::Back);
        if self.wanted.questions.is_empty() {
            begin::drill(&setup, desk);
        } else {
            let questions = self.wanted.questions.clone();
            begin::picked(&setup, questions, &Why::Picked, begin::PICKED, desk);
        }
    }
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|w| (*w).to_owned()).collect()
}

/// The clock and the time it gives, as in the profile.
fn timing(profile: &Profile) -> [Field; 2] {
    let clock = CLOCKS
        .iter()
        .position(|c| c.0 == profile.pacing)
        .unwrap_or(0);
    let factor = Factor::ALL
        .iter()
        .position(|f| *f == profile.factor)
        .unwrap_or(0);
    let clocks = CLOCKS.iter().map(|c| c.1.to_owned()).collect();
    let factors = Factor::ALL.iter().map(|f| f.label().to_owned()).collect();
    [
        Field::new("Clock", Value::Choice(clocks, clock)).with_note("for this drill"),
        Field::new(EXTRA_TIME, Value::Radio(factors, factor)),
    ]
}

/// Order, answer, rating, probes and strictness, most of them as in the last sitting.
fn manner(model: &Model) -> [Field; 5] {
    let last = begin::last_set_up(model);
    let orders = strings(&["what helps most", "random", "as listed"]);
    let aloud = usize::from(model.profile.input == Input::Aloud);
    let at_the_end = usize::from(last.is_some_and(|h| !h.rate_each));
    [
        Field::new("Order", Value::Radio(orders, 0)),
        Field::new("Answer", Value::Radio(strings(&["typed", "aloud"]), aloud)),
        Field::new(
            "Rate",
            Value::Radio(
                strings(&["after each answer", "all at the end"]),
                at_the_end,
            ),
        ),
        Field::new(
            "Probes",
            Value::Tick(
                "one follow-up where something was missing".to_owned(),
                last.is_none_or(|h| h.probes),
            ),
        ),
        Field::new(
            "Strict",
            Value::Tick(
                "no pause, no skip, no hints".to_owned(),
                last.is_some_and(|h| h.strict),
            ),
        ),
    ]
}

impl Pane for Setup {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match filling::take(&mut self.form, msg, desk) {
            Took::Save | Took::Pressed => self.start(desk),
            Took::Back => desk.go(Go::Back),
            Took::Changed => self.recount(desk.model),
            Took::Nothing if matches!(msg, Msg::Shown) => self.fill(desk.model),
            Took::Moved | Took::Nothing => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Set up a drill".to_owned(),
            middle: String::new(),
            right: "Esc back".to_owned(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        if !self.wanted.questions.is_empty() {
            return format!(
                "{} picked for this drill.",
                words::count(self.wanted.questions.len(), "question", "questions")
            );
        }
        let fresh = match self.fresh {
            _ if self.matching == 0 => return "0 questions match.".to_owned(),
            0 if self.matching == 1 => "You have seen it.".to_owned(),
            1 if self.matching == 1 => "It is new to you.".to_owned(),
            0 => "You have seen them all.".to_owned(),
            1 => "1 of them is new to you.".to_owned(),
            n => format!("{n} of them are new to you."),
        };
        let setup = self.setup(view.model);
        let advert = begin::advert(&setup, view.model, view.now);
        let first = if setup.order == Order::Helps && !advert.is_empty() {
            " Half of what comes is what their advert asks for."
        } else {
            ""
        };
        format!(
            "{}. {fresh}{first}",
            words::count(self.matching, "question matches", "questions match")
        )
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        self.form.draw(out, area);
        let used = u16::try_from(self.form.fields.len()).unwrap_or(0) + 2;
        if area.height > used + 1 && self.matching == 0 && self.wanted.questions.is_empty() {
            out.put(
                area.x,
                area.y + used,
                "Nothing fits all of this. Take one of them away.",
                area.width,
                Role::Warn,
            );
        }
    }
}
