//! What the forms write down: a new application, the round of its stage with day, time and mock, and how a round is told.

use chrono::{NaiveDate, NaiveTime};

use super::{people, ticks};
use crate::content::mine::mocks as own;
use crate::desk::{Desk, Model};
use crate::domain::dates::{self, NO_TIME, Toward};
use crate::domain::id::{ApplicationId, BlueprintId, FamilyId, QuestionId};
use crate::domain::journey::{Application, Outcome as Ending, Round};
use crate::domain::library::{Blueprint, Seniority, StageId};
use crate::domain::order::InOrder;
use crate::domain::person::Person;
use crate::domain::time::day_and_date;
use crate::panes::words::{hide_names, read_back};
use crate::store::layout;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

/// The mocks for a field of work, one's own first and those of just this field next, with titles and the place of the
/// one that was chosen; before them stands the choice of none.
pub fn mocks_for(
    model: &Model,
    family: &FamilyId,
    chosen: Option<&BlueprintId>,
) -> (Vec<BlueprintId>, Vec<String>, usize) {
    let mut mocks: Vec<_> = (model.library.blueprints.iter())
        .filter(|b| b.is_for(family) || Some(&b.id) == chosen)
        .collect();
    let of_field = |b: &Blueprint| b.families.contains(family);
    mocks.order_by_key(|b| (!own::is_own(&b.id), !of_field(b), b.stage.order()));
    let mut titles = vec!["no mock chosen".to_owned()];
    titles.extend(mocks.iter().map(|b| b.title.clone()));
    let place = mocks.iter().position(|b| Some(&b.id) == chosen);
    let ids = mocks.iter().map(|b| b.id.clone()).collect();
    (ids, titles, place.map_or(0, |n| n + 1))
}

/// For whom a mock is looked for: the field of work, and how far along.
pub type Who<'a> = (&'a FamilyId, Option<Seniority>);

/// Whoever sits here.
pub fn oneself(model: &Model) -> Who<'_> {
    (&model.profile.family, model.profile.seniority)
}

/// The whole mock that rehearses a stage for a field of work: one of just this field, else one for everybody; of two
/// such the one that names how far along somebody is, and of others only for want of one.
pub fn fitting(model: &Model, (family, along): Who<'_>, stage: StageId) -> Option<BlueprintId> {
    let sheet = model.library.stage(stage)?;
    let order = |b: &Blueprint| sheet.blueprints.iter().position(|id| *id == b.id);
    let mocks = model.library.blueprints.iter();
    let fits = mocks.filter(|b| b.stage == stage && b.is_for(family));
    let best = fits.min_by_key(|b| {
        let of_field = b.families.contains(family);
        let level = match along {
            Some(own) if b.seniority.contains(&own) => 0,
            _ if b.seniority.is_empty() => 1,
            _ => 2,
        };
        (level == 2, !of_field, level, order(b).unwrap_or(usize::MAX))
    });
    let own = || with_task(model, family, stage);
    best.map(|b| b.id.clone()).or_else(own)
}

/// A mock of just this field that has a task of the stage in it, though it rehearses another one: a demo lesson before a
/// panel.
fn with_task(model: &Model, family: &FamilyId, stage: StageId) -> Option<BlueprintId> {
    let library = &model.library;
    let of_stage = |id: &str| {
        let card = library.card(id);
        card.is_some_and(|card| card.stages.first() == Some(&stage))
    };
    let has_task = |b: &Blueprint| {
        let drawn = b.sections.iter().filter_map(|s| s.pick.as_ref());
        let drawn = drawn.flat_map(|pick| pick.from.iter().map(QuestionId::as_str));
        let fixed = b.sections.iter().flat_map(|s| &s.fixed).map(String::as_str);
        fixed.chain(drawn).any(of_stage)
    };
    let mut mocks = library.blueprints.iter();
    let found = mocks.find(|b| b.families.contains(family) && has_task(b));
    found.map(|b| b.id.clone())
}

/// Says beside the choice of a stage what the chosen one is.
pub fn tell_stage(field: &mut Field) {
    let stage = StageId::ALL.get(field.chosen());
    field.note = stage.map_or_else(String::new, |stage| stage.is_what().to_owned());
}

/// Offers the mocks for a field of work in the field of a form: the one that was chosen by hand stays, if it is for that
/// work; until then the one that fits the stage is taken.
pub fn offer_mocks(
    field: &mut Field,
    mocks: &mut Vec<BlueprintId>,
    (who, stage): (Who<'_>, StageId),
    model: &Model,
) {
    let family = who.0;
    let wanted = if field.follows {
        fitting(model, who, stage)
    } else {
        let chosen = field.chosen().checked_sub(1).and_then(|n| mocks.get(n));
        let fits = |id: &&BlueprintId| {
            let mock = model.library.blueprints.get(id.as_str());
            mock.is_some_and(|b| b.is_for(family))
        };
        chosen.filter(fits).cloned()
    };
    let (ids, titles, at) = mocks_for(model, family, wanted.as_ref());
    field.value = Value::Choice(titles, at);
    *mocks = ids;
}

/// Puts the chosen mock into the round of the current stage; one without a date yet is made for it.
pub fn set_mock(application: &mut Application, mock: Option<&BlueprintId>) {
    let stage = application.stage;
    let here = |r: &&mut Round| r.stage == stage;
    if let Some(round) = application.rounds.iter_mut().rev().find(here) {
        round.mock = mock.cloned();
    } else if mock.is_some() {
        application.rounds.push(Round {
            mock: mock.cloned(),
            ..Round::of(stage, None, None)
        });
    }
}

/// A new application, with a name that is free.
pub fn blank(employer: &str, role: &str, stage: StageId, desk: &Desk<'_>) -> Application {
    let taken = |id: &str| desk.model.journey.get(&ApplicationId::new(id)).is_some();
    let name = layout::free_name(&layout::application_name(employer, role), taken);
    Application {
        role: role.to_owned(),
        ticks: ticks::to_begin_with(desk.model),
        ..Application::new(
            ApplicationId::new(name),
            employer.to_owned(),
            stage,
            desk.now.date(),
        )
    }
}

/// The round of the current stage gets date and time; a new one is made where there is a date.
pub fn set_round(application: &mut Application, date: Option<NaiveDate>, time: Option<NaiveTime>) {
    let stage = application.stage;
    put_round(application, Round::of(stage, date, time), |round| {
        (round.date, round.time) = (date, time);
    });
}

/// The round of the current stage gets what is known about it; a new one is made where anything is.
pub fn set_about(application: &mut Application, fields: &[Field]) {
    let new = told_about(Round::of(application.stage, None, None), fields);
    put_round(application, new.clone(), |round| {
        *round = told_about(round.clone(), fields);
    });
}

/// Changes the round of the current stage, or adds the new one unless it says nothing.
fn put_round(application: &mut Application, new: Round, change: impl FnOnce(&mut Round)) {
    let stage = application.stage;
    let mut rounds = application.rounds.iter_mut().rev();
    match rounds.find(|r| r.stage == stage) {
        Some(round) => change(round),
        None if new != Round::of(stage, None, new.time) => application.rounds.push(new),
        None => {}
    }
}

/// What can become of a round, with the words in the forms.
pub const ENDINGS: [(&str, Ending); 8] = [
    ("not known yet", Ending::Pending),
    ("went on", Ending::Advanced),
    ("an offer", Ending::Offer),
    ("they chose somebody else", Ending::Rejected),
    ("I withdrew", Ending::Withdrew),
    ("did not take place", Ending::RoundCanceled),
    ("they stopped the search", Ending::ProcessCanceled),
    ("nothing was heard", Ending::NoReply),
];

/// A line for each round, and one that adds another.
pub fn fields(application: &Application, today: NaiveDate, model: &Model) -> Vec<Field> {
    let told = |round: &Round| {
        let words = hide_names(model, &told(round, today, model));
        Field::new(round.stage.short(), Value::Open(words)).with_note(ended(round))
    };
    let rounds = application.by_day().into_iter();
    let mut fields: Vec<Field> = rounds.map(|(_, round)| told(round)).collect();
    let add = if fields.is_empty() {
        "add one: its day, its people"
    } else {
        "add another one"
    };
    fields.push(Field::new("Interview", Value::Open(add.to_owned())));
    fields
}

/// `Mon 7 Dec at 10:00, R. Castellano, Lee; practice: Ward panel`.
pub fn told(round: &Round, today: NaiveDate, model: &Model) -> String {
    let mut parts = vec![when_words(round, today)];
    parts.extend(round.people.iter().map(Person::with_said));
    let words = parts.join(", ");
    match mock_title(round, model) {
        Some(title) => format!("{words}; practice: {title}"),
        None => words,
    }
}

/// `Mon 7 Dec at 10:00`.
pub fn when_words(round: &Round, today: NaiveDate) -> String {
    let day = round
        .date
        .map_or_else(|| "no day yet".to_owned(), |date| day_and_date(date, today));
    let time = round.time.map(|time| time.format(" at %H:%M").to_string());
    format!("{day}{}", time.unwrap_or_default())
}

/// The same where each cell counts: `Mon 7 Dec 10:00`.
pub fn short_when(round: &Round, today: NaiveDate) -> String {
    when_words(round, today).replace(" at ", " ")
}

/// The mock that rehearses it.
pub fn mock_title(round: &Round, model: &Model) -> Option<String> {
    let mock = model
        .library
        .blueprints
        .get(round.mock.as_ref()?.as_str())?;
    Some(mock.title.clone())
}

/// What one has to know about a round besides its day, a line each: where, whom, how long, what to bring.
pub fn to_know(round: &Round) -> Vec<String> {
    let person = |p: &Person| match p.title.as_str() {
        "" => p.with_said(),
        title => format!("{} ({title})", p.with_said()),
    };
    let whom: Vec<String> = round.people.iter().map(person).collect();
    let lines = [
        ("Where", &round.place),
        ("Whom", &whom.join(", ")),
        ("How long", &round.length),
        ("Bring", &round.bring),
    ];
    let known = lines.into_iter().filter(|(_, words)| !words.is_empty());
    known
        .map(|(what, words)| format!("{what}: {words}"))
        .collect()
}

/// Fields of a form for what one has to know about a round. `Enter` leads through the form of a new job, so whom one meets
/// stands on one line there.
pub fn about(round: &Round, is_new: bool) -> [Field; 4] {
    let line = |label: &str, text: &str| Field::new(label, Value::Line(Editor::single(text)));
    let lines = people::lines(&round.people);
    let who = if is_new {
        line("Who you meet", &lines).with_note("name, what they do; the next one")
    } else {
        let who = Field::new(
            "Who will be there, or was",
            Value::Area(Editor::new(&lines)),
        );
        Field { rows: 3, ..who }
            .with_note("one a line: name (how it is said), what they do, address")
    };
    [
        who,
        line("Where", &round.place).with_note("street and house, room, link"),
        line("How long", &round.length).with_note("an hour, 45 minutes"),
        line("Bring", &round.bring).with_note("ID, certificates"),
    ]
}

/// A round with what such fields say.
#[must_use]
pub fn told_about(round: Round, fields: &[Field]) -> Round {
    let [who, place, length, bring] = fields else {
        return round;
    };
    let text = |field: &Field| field.text().trim().to_owned();
    let people = match who.value {
        // Of several on one line a semicolon begins the next.
        Value::Line(_) => people::read(&who.text().replace(';', "\n")),
        _ => people::read(who.text()),
    };
    Round {
        people,
        place: text(place),
        length: text(length),
        bring: text(bring),
        ..round
    }
}

/// What became of it, where that is known.
fn ended(round: &Round) -> &'static str {
    let known = |(_, ending): &&(&str, Ending)| *ending == round.outcome;
    match round.outcome {
        Ending::Pending => "",
        _ => ENDINGS.iter().find(known).map_or("", |(words, _)| words),
    }
}

/// Tells mistakes beside a field for a day and one for a time, and how the day was read.
pub fn check(fields: &mut [Field], today: NaiveDate, toward: Toward) {
    let [date, time] = fields else { return };
    date.error.clear();
    if date.text().trim().is_empty() {
        "if there is a date: wed, 18 mar, 2026-03-18".clone_into(&mut date.note);
    } else {
        match dates::read_with_time(date.text(), today, toward) {
            Ok((read, None)) => date.note = read_back(read, today),
            Ok((read, Some(time))) => {
                date.note = format!("{}, {}", read_back(read, today), time.format("%H:%M"));
            }
            Err(words) => {
                date.note.clear();
                date.error = words;
            }
        }
    }
    time.error.clear();
    if !time.text().trim().is_empty() && dates::read_time(time.text()).is_none() {
        NO_TIME.clone_into(&mut time.error);
    }
}

/// What two such fields say.
///
/// # Errors
///
/// Which of the two is not understood, and a sentence about it.
pub fn when(
    fields: &[Field],
    today: NaiveDate,
    toward: Toward,
) -> Result<(Option<NaiveDate>, Option<NaiveTime>), (usize, String)> {
    let [date, time] = fields else {
        return Ok((None, None));
    };
    let (day, beside) = match date.text().trim() {
        "" => (None, None),
        text => dates::read_with_time(text, today, toward)
            .map(|(day, time)| (Some(day), time))
            .map_err(|words| (0, words))?,
    };
    if time.error.is_empty() {
        Ok((day, dates::read_time(time.text()).or(beside)))
    } else {
        Err((1, time.error.clone()))
    }
}
