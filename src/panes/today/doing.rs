//! What a row of Today does: it opens, starts, ticks off or throws away what it is about.

use super::row::Act;
use super::{begun, sends};
use crate::desk::go::{SetupFor, StoryStart};
use crate::desk::{Desk, Go, Place, Section, undo};
use crate::domain::checks::Step;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Round, Which};
use crate::domain::letter;
use crate::domain::next::Todo;
use crate::keys::Command;
use crate::panes::card::gathered::Wanted;
use crate::panes::checks_form::About;
use crate::panes::references::rows as references;
use crate::panes::{
    begin, dealt_with, doubt, drafting, handbook, leads, mocking, recall, statements, stories,
    ticks, work,
};

/// What is said of a step that needs no page.
const NOWHERE: &str = "Nothing opens for this step. Space ticks it once it is done.";

/// The letter of a row is sent.
fn sent(act: &Act, desk: &mut Desk<'_>) {
    if let Some((letter, about)) = sends::letter(act, desk.model) {
        handbook::sent(&letter, &about, desk);
    }
}

/// Does what a row is about.
pub(super) fn start(act: &Act, desk: &mut Desk<'_>) {
    match act {
        Act::Do(todo) => do_it(todo, desk),
        Act::Unfinished => desk.go(Go::Open(Place::Unfinished)),
        Act::Draft(entry) => desk.go(Go::Open(Place::EditEntry(entry.clone()))),
        Act::Debrief(id) => desk.go(Go::Open(Place::Debrief(Some(id.clone()), None))),
        Act::NoteBeside(beside) => desk.go(Go::Open(Place::NoteBeside(beside.clone()))),
        Act::Job(id) => desk.go(Go::Open(Place::EditApplication(id.clone()))),
        Act::Interview(id, at) => desk.go(Go::Open(Place::EditRound(id.clone(), *at))),
        Act::Tell(id, at) => desk.go(Go::Open(Place::EditTold(id.clone(), *at))),
        Act::Offer(id) => desk.go(Go::Open(Place::EditOffer(id.clone()))),
        Act::Terms(id) => desk.go(Go::Open(Place::EditTerms(id.clone()))),
        Act::Promised(id, _) => desk.go(Go::Open(Place::Told(Some(id.clone())))),
        Act::Checks(About::Referee(id, job)) => {
            desk.go(Go::Open(Place::EditReferee(id.clone(), job.clone())));
        }
        Act::Checks(About::Paper(id)) => desk.go(Go::Open(Place::EditDocument(id.clone()))),
        Act::Paper(id) => desk.go(Go::Open(Place::EditDocument(Some(id.clone())))),
        Act::Story(None) => desk.go(Go::Open(Place::NewStory(StoryStart::default()))),
        Act::Story(Some(id)) => desk.go(Go::Open(Place::EditStory(id.clone()))),
        Act::Question => desk.go(Go::Open(Place::NewQuestion)),
        Act::Mock => desk.go(Go::Open(Place::EditMock(None))),
        Act::Work => desk.go(Go::Open(Place::Setting(work::LABEL.to_owned()))),
        Act::Thank(..) | Act::Letter(_) => {
            if let Some((letter, about)) = sends::letter(act, desk.model) {
                desk.go(Go::Open(Place::Letter(letter, about)));
            }
        }
        Act::Meet(id, slot) => desk.go(Go::Open(Place::Interview(slot.stage, id.clone()))),
        Act::Answer(sitting) => desk.go(Go::Open(Place::Results(sitting.clone()))),
        Act::Ended(id) => desk.go(Go::Open(Place::Ended(id.clone()))),
        Act::Road => desk.go(Go::Section(Section::Roadmap)),
        Act::Note => desk.go(Go::Section(Section::Journal)),
        Act::Days => desk.go(Go::Open(Place::Days(None))),
        Act::Tonight => {}
    }
}

/// Does what is proposed.
pub fn do_it(todo: &Todo, desk: &mut Desk<'_>) {
    let place = match mocking::proposed(todo, desk) {
        Some(Todo::GoOn(id)) => return begin::resume_this(id, desk),
        Some(Todo::Doubt(entry, at)) => return doubt::open(entry, *at, desk),
        Some(Todo::Recall) => return recall::open(desk),
        Some(Todo::SecondLook) => Place::SecondLook,
        Some(Todo::Tell(referee, job)) => {
            let about = letter::About::Referee(referee.clone(), Some(job.clone()));
            Place::Letter(letter::BRIEF.to_owned(), about)
        }
        Some(Todo::Rate(id)) => Place::Rate(id.clone()),
        Some(Todo::Mock(id)) => Place::Mock(id.clone()),
        Some(Todo::Debrief { application, slot }) => {
            Place::Debrief(None, Some((application.clone(), Some(*slot))))
        }
        Some(Todo::Step {
            application,
            stage,
            link,
            ..
        }) => {
            return match leads::of_step(desk.model, application, *stage, link) {
                Some((_, go)) => desk.go(go),
                None => desk.say(NOWHERE),
            };
        }
        Some(Todo::Sheet(id, stage)) => Place::Stage(*stage, Some(id.clone())),
        Some(Todo::Notes(id, slot)) => Place::Interview(slot.stage, id.clone()),
        Some(Todo::Story(competency)) => {
            Place::NewStory(stories::start_for(desk.model, competency))
        }
        Some(Todo::Answer(id)) => Place::Offers(Some(id.clone())),
        Some(Todo::Card(id, slot)) => Place::Card(Some((id.clone(), Which::At(*slot)))),
        Some(Todo::FiveMinuteMock | Todo::WarmUp | Todo::Talk(_) | Todo::Drill { .. }) | None => {
            return;
        }
    };
    desk.go(Go::Open(place));
}

/// Throws half-written text away, or the question for the field of work; it can be taken back.
pub(super) fn throw_away(act: &Act, desk: &mut Desk<'_>) {
    if *act == Act::Work {
        work::keep(desk.model.profile.family.clone(), desk);
        return desk.say_undoable("General questions it is. u takes it back.");
    }
    let Some(draft) = begun::draft(act, desk.model).cloned() else {
        return;
    };
    drafting::forget(draft.key(), desk);
    (desk.model.undo).note("throwing the draft away", undo::Step::put(draft));
    desk.say_undoable("The draft is thrown away. u takes it back.");
}

/// What a row is about is done, sent or told, where that can be.
pub(super) fn done(act: &Act, desk: &mut Desk<'_>) {
    match act {
        act @ (Act::Thank(..) | Act::Letter(_)) => sent(act, desk),
        Act::Promised(job, at) => statements::sent(job, *at, desk),
        Act::Paper(id) => {
            references::step(&references::Row::Paper(id.clone()), None, desk);
        }
        Act::Do(Todo::Tell(referee, job)) => {
            let job = desk.model.journey.get(job).cloned();
            references::sent(referee, Step::Briefed, job.as_ref(), desk);
        }
        Act::Do(Todo::Doubt(entry, at)) => dealt_with::cleared(entry, *at, desk),
        Act::Do(Todo::Step {
            application,
            stage,
            text,
            ..
        }) => {
            ticks::toggle(desk, *stage, Some(application), text);
            desk.say_undoable("Done. u takes it back.");
        }
        _ => {}
    }
}

/// The interview to come that a row is about.
pub(super) fn interview_of(act: &Act, coming: &[(ApplicationId, Round)]) -> Wanted {
    let (id, which) = match act {
        Act::Meet(id, slot) | Act::Do(Todo::Card(id, slot) | Todo::Notes(id, slot)) => {
            (id, Which::At(*slot))
        }
        Act::Do(
            Todo::Sheet(id, stage)
            | Todo::Step {
                application: id,
                stage,
                ..
            },
        ) => (id, Which::Of(*stage)),
        Act::Do(Todo::Mock(mock)) => {
            let rehearsed = |(_, round): &&(_, Round)| round.mock.as_ref() == Some(mock);
            let (id, round) = coming.iter().find(rehearsed)?;
            (id, Which::At(round.slot()))
        }
        Act::Promised(id, _) | Act::Do(Todo::Answer(id) | Todo::Tell(_, id)) => (id, Which::Next),
        _ => return None,
    };
    Some((id.clone(), which))
}

/// The page that a key on a row opens: of its interview, or of the next one of all.
pub(super) fn page_of(command: Command, of: Wanted) -> Place {
    match command {
        Command::Card => Place::Card(of),
        Command::Days => Place::Days(of),
        Command::Scorecard => Place::Scorecard(of.map(|(id, _)| id)),
        Command::Offers => Place::Offers(of.map(|(id, _)| id)),
        Command::References => Place::References(of.map(|(id, _)| id)),
        _ => Place::Told(of.map(|(id, _)| id)),
    }
}

/// The set-up of a drill around what is marked.
pub(super) fn set_up_for(act: &Act) -> SetupFor {
    match act {
        Act::Do(Todo::Drill { filter, count }) => SetupFor {
            stage: filter.stage,
            kinds: filter.kinds.clone(),
            family: filter.family.clone(),
            competencies: filter.competencies.clone(),
            packs: filter.packs.clone(),
            count: Some(*count),
            questions: filter.ticked.clone(),
            ..SetupFor::default()
        },
        Act::Do(Todo::Debrief { slot, .. }) => SetupFor {
            stage: Some(slot.stage),
            ..SetupFor::default()
        },
        _ => SetupFor::default(),
    }
}
