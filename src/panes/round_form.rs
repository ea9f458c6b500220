//! The form for one interview of an application: its day, who is there, and what became of it.

use super::formed::OnPaper;
use super::paper::Paper;
use super::rounds::{self, ENDINGS, mocks_for};
use crate::desk::{Desk, Effect, Go, Model, Section, View, undo};
use crate::domain::dates::Toward;
use crate::domain::follow;
use crate::domain::id::{ApplicationId, BlueprintId};
use crate::domain::journey::{Application, Outcome as Ending, Round};
use crate::domain::library::StageId;
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

const STAGE: usize = 0;
const DATE: usize = 1;
const TIME: usize = 2;
const WHO: usize = 3;
const BRING: usize = 6;
const MOCK: usize = 7;
const OUTCOME: usize = 8;
const NOTE: usize = 9;

/// The form.
pub struct RoundForm {
    application: ApplicationId,
    /// Its place among the interviews of the application; `None` for a new one.
    at: Option<usize>,
    paper: Paper<Application>,
    /// Mocks that it can be rehearsed with, in the order of the choice, after none.
    mocks: Vec<BlueprintId>,
    /// An offer is being written down.
    offered: bool,
}

/// What a new interview that is half filled in is kept as, and what begins the name of one that is there.
const NEW: &str = "new-round";
const ONE: &str = "round-";

/// What an interview is kept as while its form is half filled in: by stage, day and time, since its place is another
/// one as soon as one before it goes.
fn field(rounds: &[Round], at: usize) -> String {
    let of = |round: &Round| {
        let date = (round.date).map_or_else(String::new, |d| d.format("-%Y-%m-%d").to_string());
        let time = (round.time).map_or_else(String::new, |t| t.format("-%H%M").to_string());
        format!("{ONE}{}{date}{time}", round.stage.id())
    };
    let name = rounds.get(at).map_or_else(String::new, of);
    match rounds.iter().take(at).filter(|r| of(r) == name).count() {
        0 => name,
        before => format!("{name}-no-{}", before + 1),
    }
}

/// Whether a draft is one of an interview.
pub fn is_of_round(draft: &Draft) -> bool {
    draft.field == NEW || draft.field.starts_with(ONE)
}

/// The place of the interview that a draft is about among those of its application. Where there is no such interview,
/// or none any more, its words go on as a new one and overwrite no other.
pub fn place_of(draft: &Draft, rounds: &[Round]) -> Option<usize> {
    (0..rounds.len()).find(|at| field(rounds, *at) == draft.field)
}

/// The draft of an interview by its place in its application; `None` is a new one.
pub fn draft<'a>(
    model: &'a Model,
    application: &Application,
    at: Option<usize>,
) -> Option<&'a Draft> {
    let owner = Owner::Application(application.id.clone());
    let mut drafts = model.drafts.iter();
    drafts.find(|d| d.owner == owner && is_of_round(d) && place_of(d, &application.rounds) == at)
}

fn key(application: &ApplicationId, field: String) -> DraftKey {
    (Owner::Application(application.clone()), field)
}

impl RoundForm {
    /// A form for a new interview, or for one that is there.
    pub fn new(application: ApplicationId, at: Option<usize>) -> Self {
        Self {
            paper: Paper::new(key(&application, NEW.to_owned()), DATE),
            application,
            at,
            mocks: Vec::new(),
            offered: false,
        }
    }

    fn before<'a>(&self, model: &'a Model) -> Option<&'a Round> {
        let application = model.journey.get(&self.application)?;
        application.rounds.get(self.at?)
    }

    /// Which way its day is looked for.
    fn toward(&self, model: &Model) -> Toward {
        Toward::interview(self.before(model).and_then(|r| r.date))
    }

    fn check(&mut self, desk: &Desk<'_>) {
        rounds::tell_stage(&mut self.paper.form.fields[STAGE]);
        let (today, toward) = (desk.now.date(), self.toward(desk.model));
        rounds::check(&mut self.paper.form.fields[DATE..=TIME], today, toward);
    }

    /// A new interview is rehearsed with what fits its stage, until another mock is chosen.
    fn follow_stage(&mut self, model: &Model) {
        let fields = &mut self.paper.form.fields;
        let stage = StageId::ALL[fields[STAGE].chosen().min(StageId::ALL.len() - 1)];
        let field = &mut fields[MOCK];
        if field.follows {
            let who = rounds::oneself(model);
            rounds::offer_mocks(field, &mut self.mocks, (who, stage), model);
        }
    }

    fn changed(&mut self, desk: &Desk<'_>) {
        self.follow_stage(desk.model);
        self.check(desk);
    }

    /// The interview as the form says it; what the form does not show stays.
    fn round(&self, desk: &Desk<'_>) -> Result<Round, (usize, String)> {
        let fields = &self.paper.form.fields;
        let stage = StageId::ALL[fields[STAGE].chosen().min(StageId::ALL.len() - 1)];
        let (date, time) = rounds::when(
            &fields[DATE..=TIME],
            desk.now.date(),
            self.toward(desk.model),
        )
        .map_err(|(place, words)| (DATE + place, words))?;
        let before = self.before(desk.model).cloned();
        let before = before.unwrap_or_else(|| Round::of(stage, None, None));
        let mock = fields[MOCK].chosen().checked_sub(1);
        let outcome = ENDINGS[fields[OUTCOME].chosen().min(ENDINGS.len() - 1)].1;
        let before = rounds::told_about(before, &fields[WHO..=BRING]);
        Ok(Round {
            stage,
            date,
            time,
            mock: mock.and_then(|n| self.mocks.get(n)).cloned(),
            note: fields[NOTE].text().trim().to_owned(),
            ..before.ended(outcome, desk.now.date())
        })
    }

    /// The application with that interview in its place.
    fn told(&mut self, desk: &Desk<'_>) -> Result<Application, (usize, String)> {
        let round = self.round(desk)?;
        let known = desk.model.journey.get(&self.application).cloned();
        let gone = "This application is not there any more.";
        let mut application = known.ok_or_else(|| (self.paper.form.at, gone.to_owned()))?;
        let before = self.before(desk.model).map(|r| r.outcome);
        self.offered = round.outcome == Ending::Offer && before != Some(Ending::Offer);
        match self.at.and_then(|at| application.rounds.get_mut(at)) {
            Some(place) => *place = round,
            None => application.rounds.push(round),
        }
        Ok(application)
    }

    fn remove(&mut self, desk: &mut Desk<'_>) {
        let application = desk.model.journey.get(&self.application).cloned();
        if let (Some(mut application), Some(at)) = (application, self.at)
            && at < application.rounds.len()
        {
            application.rounds.remove(at);
            self.paper
                .save(Ok(application), Effect::SaveApplication, desk);
        }
    }
}

fn fields(round: &Round, mocks: Vec<String>, mock: usize) -> Vec<Field> {
    let line = |text: &str| Value::Line(Editor::single(text));
    let stages = StageId::ALL.iter().map(|s| s.short().to_owned()).collect();
    let date = round.date.map(|d| d.format("%Y-%m-%d").to_string());
    let time = round.time.map(|t| t.format("%H:%M").to_string());
    let endings = ENDINGS.iter().map(|e| e.0.to_owned()).collect();
    let ended = ENDINGS.iter().position(|e| e.1 == round.outcome);
    let mut fields = vec![
        Field::new("Stage", Value::Choice(stages, round.stage as usize)),
        Field::new("Interview on", line(&date.unwrap_or_default())),
        Field::new("At", line(&time.unwrap_or_default())),
    ];
    fields.extend(rounds::about(round, false));
    fields.extend([
        Field::new("Rehearse with", Value::Choice(mocks, mock)),
        Field::new(
            "What came of it",
            Value::Choice(endings, ended.unwrap_or(0)),
        ),
        Field::new("Note", line(&round.note)).with_note("to yourself; it stands on your card"),
    ]);
    fields
}

impl OnPaper for RoundForm {
    type Record = Application;

    fn paper(&self) -> &Paper<Application> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Application> {
        &mut self.paper
    }

    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let application = desk.model.journey.get(&self.application);
        let stage = application.map_or(StageId::ALL[0], |a| a.stage);
        let known = self.before(desk.model).cloned();
        let is_new = known.is_none();
        let round = known.unwrap_or_else(|| Round {
            mock: rounds::fitting(desk.model, rounds::oneself(desk.model), stage),
            ..Round::of(stage, None, None)
        });
        let (mocks, titles, mock) =
            mocks_for(desk.model, &desk.model.profile.family, round.mock.as_ref());
        self.mocks = mocks;
        self.paper.form.fields = fields(&round, titles, mock);
        self.paper.form.fields[MOCK].follows = is_new;
        if !is_new {
            let words = "take it out of this application".to_owned();
            (self.paper.form.fields).push(Field::new("Remove", Value::Open(words)));
        }
        self.paper.form.at = DATE;
        if let (Some(application), Some(at)) = (application, self.at) {
            self.paper.key = key(&application.id, field(&application.rounds, at));
        }
        if let Some(draft) = application.and_then(|a| draft(desk.model, a, self.at)) {
            self.paper.key = draft.key();
        }
        if self.paper.go_on(desk.model) {
            self.follow_stage(desk.model);
        }
        self.check(desk);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let application = self.told(desk);
        self.paper.save(application, Effect::SaveApplication, desk);
    }

    fn saved(&mut self, application: Application, say: bool, desk: &mut Desk<'_>) {
        let name = desk.model.employer(&application);
        let rounds = application.rounds.clone();
        if let Some(before) = desk.model.journey.put(application) {
            let words = format!("the change to an interview at {name}");
            desk.model.undo.note(words, undo::Step::put(before));
        }
        let at = self.at.or(rounds.len().checked_sub(1));
        let field = at.map_or_else(|| NEW.to_owned(), |at| field(&rounds, at));
        if self.paper.stays(key(&self.application, field), desk) {
            self.at = at;
            return;
        }
        let job = desk.model.journey.get(&self.application);
        let news = job.filter(|_| self.offered);
        let news = news.and_then(|a| follow::news(a, desk.now.date()));
        let news = news.and_then(follow::told);
        if say {
            desk.say(news.unwrap_or("Saved."));
        }
        // What an offer leads to stands on Today.
        desk.go(news.map_or(Go::Back, |_| Go::Section(Section::Today)));
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.changed(desk);
    }

    fn pressed(&mut self, desk: &mut Desk<'_>) {
        self.remove(desk);
    }

    fn title(&self, view: &View<'_>) -> String {
        let application = view.model.journey.get(&self.application);
        let name = application.map_or_else(String::new, |a| view.model.employer(a));
        if self.at.is_some() {
            format!("An interview at {name}")
        } else {
            format!("A new interview at {name}")
        }
    }

    fn advice(&self) -> String {
        "Ctrl+S saves; everything may stay empty.".to_owned()
    }
}
