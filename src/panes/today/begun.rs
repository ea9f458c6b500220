//! The lines of Today that go on with something half written: an entry, a form.

use chrono::NaiveDate;

use super::ahead::Ahead;
use super::row::{Act, Part, Row, when};
use crate::desk::Model;
use crate::domain::checks::USUAL;
use crate::domain::debriefed::slot_of;
use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::next::{Todo, talk};
use crate::panes::checks_form::{self, About};
use crate::panes::debrief::drafted;
use crate::panes::journal::employer;
use crate::panes::words::hide_names;
use crate::panes::{beside, new_question, offer_form, round_form, statement_form, terms_form};
use crate::store::draft_file::{Draft, DraftKey, Owner};

/// The half-written text that a line goes on with.
pub fn draft<'a>(act: &Act, model: &'a Model) -> Option<&'a Draft> {
    let owner = match act {
        Act::Debrief(id) => return of_key(&drafted::key(id), model),
        Act::Draft(None) => return of_key(&beside::draft_key(None), model),
        Act::NoteBeside(beside) => return of_key(&beside::draft_key(Some(beside)), model),
        Act::Question => return of_key(&new_question::key(), model),
        Act::Draft(Some(id)) => Owner::Entry(id.clone()),
        Act::Job(None) => Owner::NewApplication,
        Act::Job(Some(id)) => Owner::Application(id.clone()),
        Act::Interview(id, at) => return round_form::draft(model, model.journey.get(id)?, *at),
        Act::Tell(id, at) => {
            let told = &model.journey.get(id)?.told;
            let owner = Owner::Application(id.clone());
            let mut drafts = model.drafts.iter().filter(|d| d.owner == owner);
            return drafts.find(|d| {
                statement_form::is_of_told(d) && statement_form::place_of(d, told) == *at
            });
        }
        Act::Offer(id) => return of_key(&offer_form::key(id), model),
        Act::Terms(id) => return of_key(&terms_form::key(id), model),
        Act::Story(None) => Owner::NewStory,
        Act::Story(Some(id)) => Owner::Story(id.clone()),
        Act::Mock => Owner::NewMock,
        Act::Checks(about) => return of_key(&checks_form::key(about), model),
        _ => return None,
    };
    let mut drafts = model.drafts.iter();
    let of_a_part = |d: &Draft| {
        let of_terms = d.field == offer_form::FIELD || d.field == terms_form::FIELD;
        of_terms || round_form::is_of_round(d) || statement_form::is_of_told(d)
    };
    drafts.find(|d| d.owner == owner && !of_a_part(d))
}

fn of_key<'a>(key: &DraftKey, model: &'a Model) -> Option<&'a Draft> {
    model.drafts.iter().find(|d| d.key() == *key)
}

/// Entries and forms that were half written when the program was left.
pub fn rows(model: &Model, ahead: &Ahead, today: NaiveDate) -> Vec<Row> {
    let row = |d: &Draft| {
        let (what, act) = of(d, model)?;
        if is_asked_for(d, model, ahead) {
            return None;
        }
        // Words that go on in the same form come up one after the other.
        draft(&act, model).filter(|first| *first == d)?;
        let text = format!("Go on with: {what}");
        let fact = format!("half written {}", when(d.saved_at.date_naive(), today));
        Some(Row::new(Part::Next, text, String::new(), fact, act))
    };
    model.drafts.iter().filter_map(row).collect()
}

/// Whether it is a debrief that is asked for anyway; it goes on there.
fn is_asked_for(draft: &Draft, model: &Model, ahead: &Ahead) -> bool {
    let entry = drafted::read(draft);
    let of_it = |entry: &Entry| {
        ahead.things.iter().any(|thing| match &thing.todo {
            Todo::Debrief { application, slot } => (model.journey.job_of(entry))
                .is_some_and(|a| a.id == *application && slot_of(entry, a) == Some(*slot)),
            _ => false,
        })
    };
    entry.is_some_and(|entry| of_it(&entry))
}

/// What a draft goes on with, and what opens it; nothing where that is in the trash, since it comes back from there with
/// its words.
fn of(draft: &Draft, model: &Model) -> Option<(String, Act)> {
    let (words, act) = match &draft.owner {
        Owner::NewEntry => match beside::of_draft(draft) {
            None if drafted::read(draft).is_some() => {
                let entry = drafted::read(draft)?;
                let whose = employer(&entry, model);
                let words = whose.map_or_else(String::new, |name| format!(" at {name}"));
                return Some((format!("the debrief{words}"), Act::Debrief(entry.id)));
            }
            None => ("a new entry", Act::Draft(None)),
            Some(about) => {
                let words = format!("a note on: {}", beside::name(&about, model));
                return Some((hide_names(model, &words), Act::NoteBeside(about)));
            }
        },
        Owner::Entry(id) => {
            model.journal.get(id)?;
            ("an entry", Act::Draft(Some(id.clone())))
        }
        Owner::NewApplication => ("the job you are after", Act::Job(None)),
        Owner::Application(id) => return of_job(draft, id, model),
        Owner::NewMock if draft.field == "form" => ("a mock of my own", Act::Mock),
        Owner::NewQuestion if draft.key() == new_question::key() => {
            ("a question of my own", Act::Question)
        }
        Owner::Checks => return of_checks(draft, model),
        // A letter that was filled in stays with its page until it is sent.
        Owner::NewStory => ("a story of my own", Act::Story(None)),
        Owner::Story(id) => {
            let words = format!("the story: {}", model.stories.get(id)?.name());
            return Some((hide_names(model, &words), Act::Story(Some(id.clone()))));
        }
        // What is changed of a question or of a mock stays with it; what goes to a coach, and what a coach writes, waits
        // behind Practice.
        Owner::Answer { .. }
        | Owner::NewMock
        | Owner::NewQuestion
        | Owner::NewLetter
        | Owner::HandIn
        | Owner::Review => return None,
    };
    Some((words.to_owned(), act))
}

/// The same of what is half written about a job: its form, an interview of it, what it was told, its offer.
fn of_job(draft: &Draft, id: &ApplicationId, model: &Model) -> Option<(String, Act)> {
    let application = model.journey.get(id)?;
    let name = model.employer(application);
    if statement_form::is_of_told(draft) {
        let at = statement_form::place_of(draft, &application.told);
        let act = Act::Tell(id.clone(), at);
        return Some((format!("what you told {name}"), act));
    }
    if draft.field == offer_form::FIELD {
        return Some((format!("the offer of {name}"), Act::Offer(id.clone())));
    }
    if draft.field == terms_form::FIELD {
        let words = format!("the talk about terms with {name}");
        return Some((words, Act::Terms(id.clone())));
    }
    if !round_form::is_of_round(draft) {
        let act = Act::Job(Some(id.clone()));
        return Some((format!("the application at {name}"), act));
    }
    let at = round_form::place_of(draft, &application.rounds);
    let stage = at.and_then(|at| Some(talk(application.rounds.get(at)?.stage)));
    let what = stage.unwrap_or("a new interview");
    let act = Act::Interview(id.clone(), at);
    Some((format!("{what} at {name}"), act))
}

/// The same of a referee or a paper.
fn of_checks(draft: &Draft, model: &Model) -> Option<(String, Act)> {
    let about = checks_form::of_draft(draft)?;
    let words = match &about {
        About::Referee(None, _) => "somebody who would speak for you".to_owned(),
        About::Referee(Some(id), _) => {
            let one = model.checks.referee(id)?;
            hide_names(model, &format!("what is known of {}", one.person.name))
        }
        About::Paper(None) => "a new document".to_owned(),
        About::Paper(Some(id)) => {
            let one = model.checks.document(id).map(|one| one.title.as_str());
            let usual = USUAL.iter().find(|usual| usual.id == id.as_str());
            let title = one.or(usual.map(|usual| usual.title))?;
            format!("what is known of a document: {title}")
        }
    };
    Some((words, Act::Checks(about)))
}
