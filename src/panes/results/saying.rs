//! What the results say in words.

use crate::desk::{Desk, Model};
use crate::domain::library::Library;
use crate::domain::next::when;
use crate::domain::practice::eyes::comments;
use crate::domain::practice::ladder::{Ladder, Offer};
use crate::domain::practice::mock::{self, Debrief};
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::results::{ResultRow, Results};
use crate::domain::time::clock_text;
use crate::panes::{library_words, words};

/// What is said where nothing was.
pub(super) const NOTHING: &str = "Nothing was answered here.";

/// Whether anything was said in a sitting.
pub(super) fn is_answered(record: &SittingRecord) -> bool {
    let said = |block: &Block| match block {
        Block::Answer(answer) => !answer.skipped,
        Block::Reply(_) | Block::Item(_) => true,
        Block::Rating(_)
        | Block::Event(_)
        | Block::Back(_)
        | Block::Comment(_)
        | Block::Noted(_)
        | Block::Theirs(_) => false,
    };
    record.blocks.iter().any(said)
}

/// Who else looked at the answers, and what they say to all of them.
pub(super) fn from_others(record: &SittingRecord) -> Vec<String> {
    let answers = Results::of(record).rows;
    let mut people: Vec<(String, usize)> = Vec::new();
    for row in answers {
        for comment in comments(record, Some(row.index)) {
            let who = comment.who();
            match people.iter_mut().find(|(known, _)| *known == who) {
                Some((_, n)) => *n += 1,
                None => people.push((who, 1)),
            }
        }
    }
    let looked = people.into_iter().map(|(who, n)| {
        let answers = words::count(n, "answer", "answers");
        format!("{who}, looked at {answers}; Enter on one shows it.")
    });
    let whole = comments(record, None).into_iter();
    let whole = whole.flat_map(|c| c.text.lines());
    looked.chain(whole.map(str::to_owned)).collect()
}

/// Why nothing is tried again.
pub(super) fn none_weak(record: Option<&SittingRecord>) -> String {
    if record.is_none_or(is_bare) {
        return NOTHING.to_owned();
    }
    "Every rated answer is Solid or Strong, and nothing was skipped.".to_owned()
}

/// Why nothing can be rated.
pub(super) fn none_to_rate(record: Option<&SittingRecord>) -> String {
    if record.is_none_or(is_bare) {
        return NOTHING.to_owned();
    }
    "Every answer of this sitting is rated.".to_owned()
}

/// Whether no question was answered.
fn is_bare(record: &SittingRecord) -> bool {
    Results::of(record).given().0 == 0
}

/// Whether all of it came, or somebody left before.
pub(super) fn how_it_ended(record: &SittingRecord, library: &Library) -> &'static str {
    let early = match mock::debrief(record, library) {
        Some(found) => found.ended_early,
        None => Results::of(record).rows.len() < record.head.plan.len(),
    };
    if early { "ended early" } else { "finished" }
}

/// What was held and how long it took: `4 answers, 2 skipped, typed in 9 minutes, aloud about 3`. The last is one clock with the
/// rows and the parts below it: what is recited counts as long as it takes to say, what is solved as long as it took.
pub(super) fn sums(record: &SittingRecord, library: &Library) -> String {
    let results = Results::of(record);
    let found = mock::debrief(record, library);
    let (answers, skipped) = results.given();
    let items = found.iter().flat_map(Debrief::items).map(|i| i.answered);
    let items: usize = items.sum();
    let mut parts = Vec::new();
    if answers > 0 || items == 0 {
        parts.push(words::count(answers, "answer", "answers"));
    }
    if items > 0 {
        parts.push(words::count(items, "item", "items"));
    }
    if skipped > 0 {
        parts.push(format!("{skipped} skipped"));
    }
    let rows = || results.rows.iter().map(|r| r.length_s).sum();
    let seconds: u32 = found.as_ref().map_or_else(rows, Debrief::seconds);
    let time = minutes(seconds);
    match found.as_ref().and_then(Debrief::here_s) {
        Some(here) => {
            parts.push(format!("typed in {}", minutes(here)));
            // The unit is said once.
            let time = match (here, seconds) {
                (60.., 60..) => ((seconds + 30) / 60).to_string(),
                _ => time,
            };
            parts.push(format!("aloud about {time}"));
        }
        None if seconds > 0 => parts.push(time),
        None => {}
    }
    parts.join(", ")
}

/// Seconds below a minute, else minutes.
fn minutes(seconds: u32) -> String {
    match seconds {
        0..60 => clock_text(u64::from(seconds)),
        _ => words::count((seconds as usize + 30) / 60, "minute", "minutes"),
    }
}

/// Days before an interview in which nothing is put off until after it.
const NEAR: i64 = 2;

/// When and where the next interview is, where that is within two days.
pub(super) fn next_interview(desk: &Desk<'_>) -> Option<String> {
    let today = desk.now.date();
    let (application, round) = desk.model.next_interview(desk.now.wall)?;
    let near = (round.date? - today).num_days() <= NEAR;
    let when = when(round, today).filter(|_| near)?;
    Some(format!("{when}, at {}", desk.model.employer(application)))
}

/// What comes back soon, or before the interview that is near, and the key that asks it at once; empty where nothing does.
pub(super) fn comes_back(rows: &[ResultRow], next: Option<&str>) -> String {
    let skipped = rows.iter().filter(|r| r.skipped).count();
    let weak = rows.len() - skipped;
    let answers = words::count(weak, "answer", "answers");
    let questions = words::count(skipped, "skipped question", "skipped questions");
    let who = match (weak, skipped) {
        (0, 0) => return String::new(),
        (_, 0) => answers,
        (0, _) => questions,
        _ => format!("{answers} and {questions}"),
    };
    if let Some(next) = next {
        return format!("The interview is {next}. R tries {who} once more; then it is enough.");
    }
    let (come, them) = if rows.len() == 1 {
        ("comes", "it")
    } else {
        ("come", "them")
    };
    format!("{who} {come} back in the next days. R tries {them} again now.")
}

/// How many answers of a sitting that is over can still be rated.
pub(super) fn not_rated(record: &SittingRecord, model: &Model) -> usize {
    let rows = Results::of(record).rows;
    let open = rows.iter().filter(|r| r.level.is_none() && !r.skipped);
    let known = open.filter(|r| model.library.card(r.question.as_str()).is_some());
    known.filter(|_| !record.head.warm_up).count()
}

/// `7 answers are not rated yet: e rates them.` Empty where all are.
pub(super) fn left_words(record: &SittingRecord, model: &Model) -> String {
    match not_rated(record, model) {
        0 => String::new(),
        1 => "1 answer is not rated yet: e rates it.".to_owned(),
        n => format!("{n} answers are not rated yet: e rates them."),
    }
}

/// How many of them carried; after a warm-up, what comes next.
pub(super) fn summary(record: &SittingRecord, next: Option<&str>) -> String {
    let results = Results::of(record);
    match results.carried() {
        _ if record.head.rung.is_some() && record.head.warm_up => {
            let leads_on = matches!(Ladder::after(record), Offer::Up(_));
            let then = if leads_on {
                "You have done the lowest rung; the next one is offered."
            } else {
                "One answer on this rung leads on."
            };
            format!("Nothing was rated. {then}")
        }
        _ if record.head.warm_up => {
            let done = "Nothing was rated. The warm-up is done.";
            let notes = "Your notes and your questions to them stand on Today.";
            next.map_or_else(|| done.to_owned(), |_| format!("{done} {notes}"))
        }
        (_, 0) if results.given().0 == 0 => NOTHING.to_owned(),
        (_, 0) => "Nothing was rated.".to_owned(),
        // A zero says nothing that helps; the dimensions below say where it stood higher.
        (0, all) => format!("{} rated.", words::count(all, "answer", "answers")),
        (carried, all) => format!(
            "{carried} of {} Solid or Strong.",
            words::count(all, "answer", "answers")
        ),
    }
}

/// The words in which it was asked.
pub(super) fn question_text(model: &Model, row: &ResultRow) -> String {
    library_words::asked_text(model, row.question.as_str(), row.wording)
}
