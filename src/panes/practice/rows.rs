//! The lines of Practice: each says what, how much, and why.

use super::counted::{Counted, SITTING, Waits};
use crate::desk::Model;
use crate::domain::id::{BlueprintId, SittingId};
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::practice::sitting::Sitting;
use crate::domain::practice::solo::Solo;
use crate::domain::text::capital;
use crate::domain::time::{Now, short_date};
use crate::panes::begin;
use crate::panes::library_words::family_title;
use crate::panes::recall::stories_due;
use crate::panes::words;

/// What a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Go on with the sitting that was left last.
    Resume,
    /// List all that were left.
    Unfinished,
    /// Rate what waits for it.
    Rate(SittingId),
    /// The five-minute mock.
    Mock,
    /// Whole mocks.
    Whole,
    /// Something unrated.
    WarmUp,
    /// The same interview again.
    Code,
    /// The ladder against nerves.
    Ladder,
    /// A drill for a stage.
    Stage(StageId),
    /// The mock chosen for an interview.
    Chosen(BlueprintId),
    /// What did not carry the last time.
    Again,
    /// A drill with the questions of a pack.
    Pack(String),
    /// Set up a drill.
    Setup,
    /// Who practices.
    Settings,
    /// The question library.
    Library,
    /// The handbook.
    Handbook,
    /// Talks.
    Talks,
    /// Sets of items.
    Sets,
    /// Two friends at one laptop.
    Chairs,
    /// Back from the practice of a friend.
    Own,
    /// Sample answers to rate.
    Seats,
    /// Files for a coach, and from one.
    Posts,
    /// Ten seconds to name a story.
    Recall,
}

/// One line.
pub struct Row {
    /// The group that it opens or belongs to; nothing is the one above.
    pub group: &'static str,
    /// What.
    pub text: String,
    /// How much, or when.
    pub fact: String,
    /// Why, or what it is.
    pub why: String,
    /// What Enter does.
    pub way: Way,
}

impl Row {
    fn new(
        group: &'static str,
        text: impl Into<String>,
        fact: impl Into<String>,
        why: &str,
        way: Way,
    ) -> Self {
        Self {
            group,
            text: text.into(),
            fact: fact.into(),
            why: why.to_owned(),
            way,
        }
    }
}

fn sitting_left(model: &Model) -> Option<Row> {
    let why = "It was left or interrupted; every answer so far is kept.";
    let practice = &model.practice;
    let running = practice.sitting.as_deref().map(Sitting::head);
    let running = running.or(practice.solo.as_deref().map(Solo::head));
    let head = running.or(practice.open.last().map(|r| &r.head))?;
    let title = words::hide_names(model, &head.title);
    Some(Row::new(
        "Go on",
        "The sitting you left",
        title,
        why,
        Way::Resume,
    ))
}

/// The others that were left before it.
fn others_left(model: &Model) -> Option<Row> {
    let others = model.practice.others_left();
    let why = "They were left or interrupted before it; Enter lists them.";
    (others > 0).then(|| {
        let text = format!("{} more that you left", capital(&words::number(others)));
        let fact = words::count(others, "sitting", "sittings");
        Row::new("Go on", text, fact, why, Way::Unfinished)
    })
}

/// The answers that wait for their rating.
fn to_rate(model: &Model, waits: &Waits) -> Row {
    let title = words::hide_names(model, &waits.title);
    let why = "They were given and kept; without a rating they count for nothing yet.";
    let way = Way::Rate(waits.sitting.clone());
    Row::new("Go on", waits.words.as_str(), title, why, way)
}

/// The stage of the next interview that has a date.
fn coming_up(model: &Model, now: Now) -> Option<Row> {
    let (application, round) = model.next_interview(now.wall)?;
    let text = format!(
        "{} for {}",
        round.stage.short(),
        model.employer(application)
    );
    let when = round
        .date
        .map_or_else(String::new, |d| words::in_days(d, now.date()));
    let why = "It is your next interview.";
    Some(Row::new(
        "Coming up",
        text,
        when,
        why,
        Way::Stage(round.stage),
    ))
}

/// The mock that was chosen for the next interview.
fn chosen(model: &Model, now: Now) -> Option<Row> {
    let (_, round) = model.next_interview(now.wall)?;
    let mock = model
        .library
        .blueprints
        .get(round.mock.as_ref()?.as_str())?;
    let when = round.date.map_or_else(String::new, |d| {
        format!(" on {}", short_date(d, now.date()))
    });
    let stage = talk(round.stage);
    let text = format!("Your {stage}{when}: {}", mock.title);
    let minutes = model.profile.extra_time().minutes(mock.minutes);
    let minutes = words::count(minutes as usize, "minute", "minutes");
    let why = "You chose it for that interview, to rehearse its very format.";
    let way = Way::Chosen(mock.id.clone());
    Some(Row::new("Coming up", text, minutes, why, way))
}

fn mock() -> Row {
    let why = "Two questions a recruiter would ask, typed or aloud.";
    Row::new(
        "Any time",
        "Five-minute mock",
        "2 questions",
        why,
        Way::Mock,
    )
}

fn whole(mocks: usize) -> Row {
    let fact = words::count(mocks, "mock", "mocks");
    let why = "From the first word to your own questions, with people, parts and a clock.";
    Row::new("", "Whole mocks", fact, why, Way::Whole)
}

fn code() -> Row {
    let why = "Fifteen letters, from the end of a mock or from a friend: the same questions again.";
    Row::new(
        "",
        "Sit an interview again by its code",
        "15 letters",
        why,
        Way::Code,
    )
}

fn warm_up() -> Row {
    let why = "To hear your own voice first. Nothing is rated and nothing counts.";
    Row::new("", "Warm-up, unrated", "2 questions", why, Way::WarmUp)
}

fn ladder(model: &Model) -> Row {
    let offer = model.practice.ladder.offer();
    let fact = offer.rung().words().to_lowercase();
    Row::new("", "Ladder against nerves", fact, offer.why(), Way::Ladder)
}

fn another_go(rough: usize) -> Option<Row> {
    let all = words::count(rough, "question", "questions");
    let fact = if rough > SITTING {
        format!("{SITTING} of {all}")
    } else {
        all
    };
    let why = "Answers that were Not yet or Partly the last time.";
    (rough > 0).then(|| Row::new("", "Worth another go", fact, why, Way::Again))
}

/// Most packs that have a line of their own; all are behind `g k`.
const PACKS: usize = 3;

/// The packs of the home with their questions; the last line says how many more there are.
fn packs(model: &Model) -> impl Iterator<Item = Row> + '_ {
    let usable = model.packs.iter().filter(|pack| !pack.is_broken());
    let asked = usable.filter_map(|pack| Some((pack, pack.questions()?)));
    let more = asked.clone().count().saturating_sub(PACKS);
    asked
        .take(PACKS)
        .enumerate()
        .map(move |(at, (pack, questions))| {
            let text = format!("Pack: {}", pack.head.title);
            let fact = words::count(questions, "question", "questions");
            let why = "A drill with the questions of this pack. g k lists all packs.";
            let fact = match more {
                1.. if at + 1 == PACKS => {
                    let more = words::count(more, "pack", "packs");
                    format!("{fact}; {more} more")
                }
                _ => fact,
            };
            Row::new("Choose", text, fact, why, Way::Pack(pack.head.id.clone()))
        })
}

fn drill(model: &Model) -> Row {
    let filter = begin::usual(model).filter;
    let fitting = filter
        .matches(&model.library, &model.practice.history)
        .len();
    Row::new(
        "Choose",
        "Drill: stage, kind, competency, number",
        words::count(fitting, "question", "questions"),
        "Set it up your way.",
        Way::Setup,
    )
}

fn talks(model: &Model) -> Row {
    Row::new(
        "",
        "Talks",
        words::count(model.library.scenarios.len(), "talk", "talks"),
        "An offer, a doubt, an improper question: reply by reply.",
        Way::Talks,
    )
}

fn sets(model: &Model) -> Row {
    Row::new(
        "",
        "Work-style and judgment questions",
        words::count(model.library.items.len(), "item", "items"),
        "As online tests ask them; no score, and they stay here.",
        Way::Sets,
    )
}

fn seats(model: &Model) -> Row {
    let all = model.library.exemplars.len();
    let fact = match model.profile.sampled.len() {
        0 => words::count(all, "answer", "answers"),
        rated => format!("{} of {all} rated", rated.min(all)),
    };
    let why = "Sit on the other side: rate answers of others, then see our rating and why.";
    Row::new(
        "",
        "Interviewer's seat: rate sample answers",
        fact,
        why,
        Way::Seats,
    )
}

fn chairs(model: &Model) -> Row {
    let fact = match words::hide_names(model, &model.profile.friend) {
        none if none.is_empty() => "one laptop".to_owned(),
        friend => format!("last with {friend}"),
    };
    let why = "Ask each other, and open both ratings together. Or theirs alone, which counts nowhere in yours.";
    Row::new(
        "",
        "With a friend: two chairs, or theirs",
        fact,
        why,
        Way::Chairs,
    )
}

fn posts() -> Row {
    Row::new(
        "",
        "Coach: hand-ins and what comes back",
        "",
        "Look at answers that were handed in, or take in what a coach sent back. C on a result hands in.",
        Way::Posts,
    )
}

fn recall(model: &Model, now: Now) -> Option<Row> {
    let text = "Story recall, ten seconds each";
    let why = "A question, and ten seconds to say which of your stories you would tell.";
    stories_due(model, now).map(|fact| Row::new("", text, fact, why, Way::Recall))
}

fn about_me(model: &Model) -> Row {
    Row::new(
        "",
        "Field of work, level, time",
        family_title(model, &model.profile.family),
        "Chosen once; what is drawn and asked follows it.",
        Way::Settings,
    )
}

fn library(model: &Model, seen: usize) -> Row {
    let all = model.library.cards.len();
    Row::new(
        "Look things up",
        "Question library",
        format!("{seen} of {all} seen"),
        "Every question, by any word.",
        Way::Library,
    )
}

fn handbook() -> Row {
    Row::new(
        "",
        "Handbook",
        "",
        "Checklists, letters, questions to ask them, shapes of an answer, voices from both sides.",
        Way::Handbook,
    )
}

/// All of them, from the top.
pub fn rows(model: &Model, counted: &Counted, now: Now) -> Vec<Row> {
    let any_time = [
        sitting_left(model),
        others_left(model),
        counted.waits.as_ref().map(|waits| to_rate(model, waits)),
        chosen(model, now),
        coming_up(model, now),
        Some(mock()),
        Some(warm_up()),
        Some(whole(counted.mocks)),
        Some(code()),
        Some(ladder(model)),
        another_go(counted.rough),
    ];
    let chosen = [
        drill(model),
        chairs(model),
        talks(model),
        sets(model),
        seats(model),
        posts(),
    ];
    let look_up = [about_me(model), library(model, counted.seen), handbook()];
    let chosen = chosen.into_iter().chain(recall(model, now));
    let ways = any_time
        .into_iter()
        .flatten()
        .chain(packs(model))
        .chain(chosen);
    ways.chain(look_up).collect()
}
