//! What the results say in words.

use crate::desk::Model;
use crate::domain::level::Level;
use crate::domain::library::Library;
use crate::domain::practice::mock::{self, Debrief};
use crate::domain::practice::record::{Block, Input, SittingRecord};
use crate::domain::practice::results::{ResultRow, Results};
use crate::domain::time::clock_text;
use crate::panes::{library_words, words};

/// What was held and how long it took: `4 answers, 2 skipped, 3 minutes, 9 if spoken`.
pub(super) fn sums(record: &SittingRecord, library: &Library) -> String {
    let results = Results::of(record);
    let found = mock::debrief(record, library);
    let (answers, skipped) = results.given();
    let items = found.iter().flat_map(Debrief::items).map(|i| i.answered);
    let items: usize = items.sum();
    // What it took by the clock; what a typed answer would take when spoken is told apart from that.
    let minutes = (results.spent_s + in_tasks(record)).div_ceil(60);
    let typed = record.head.input == Input::Typed;
    let spoken = found
        .map(|d| d.minutes())
        .filter(|m| typed && *m != minutes);
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
    let minutes = usize::try_from(minutes).unwrap_or(0);
    parts.push(words::count(minutes, "minute", "minutes"));
    parts.extend(spoken.map(|m| format!("{m} if spoken")));
    parts.join(", ")
}

/// Seconds of its talks and sets of items.
fn in_tasks(record: &SittingRecord) -> u32 {
    let seconds = record.blocks.iter().map(|block| match block {
        Block::Reply(reply) => reply.seconds,
        Block::Item(item) => item.seconds,
        Block::Answer(_) | Block::Rating(_) | Block::Back(_) | Block::Event(_) => 0,
    });
    seconds.fold(0, u32::saturating_add)
}

/// What comes back soon, and the key that asks it at once; empty where nothing does.
pub(super) fn comes_back(rows: &[ResultRow]) -> String {
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
    let come = if rows.len() == 1 { "comes" } else { "come" };
    format!("{who} {come} back in the next days. R tries them again now.")
}

/// How many answers of a sitting that is over can still be rated.
pub(super) fn not_rated(record: &SittingRecord, model: &Model) -> usize {
    let rows = Results::of(record).rows;
    let open = rows.iter().filter(|r| r.level.is_none() && !r.skipped);
    let known = open.filter(|r| model.library.card(r.question.as_str()).is_some());
    known.filter(|_| !record.head.warm_up).count()
}

/// ` 7 answers are not rated yet: e rates them.` Empty where all are.
pub(super) fn left_words(record: &SittingRecord, model: &Model) -> String {
    match not_rated(record, model) {
        0 => String::new(),
        1 => " 1 answer is not rated yet: e rates it.".to_owned(),
        n => format!(" {n} answers are not rated yet: e rates them."),
    }
}

/// The results as plain text, for the clipboard.
pub(super) fn plain(record: &SittingRecord, model: &Model) -> String {
    let results = Results::of(record);
    let rows = results.rows.iter().map(|row| {
        let level = level_word(row);
        format!(
            "{}  {level}  {}",
            clock_text(u64::from(row.length_s)),
            question_text(model, row)
        )
    });
    let mut lines = vec![record.head.title.clone(), summary(&results)];
    lines.extend(rows);
    lines.join("\n")
}

/// How many of them carried.
pub(super) fn summary(results: &Results) -> String {
    match results.carried() {
        (_, 0) => "Nothing was rated.".to_owned(),
        // A zero says nothing that helps; the dimensions below say where it stood higher.
        (0, all) => format!("{} rated.", words::count(all, "answer", "answers")),
        (carried, all) => format!(
            "{carried} of {} Solid or Strong.",
            words::count(all, "answer", "answers")
        ),
    }
}

/// How an answer stood.
pub(super) fn level_word(row: &ResultRow) -> &'static str {
    let skipped = row.skipped.then_some("skipped");
    let level = row.level.map(Level::word).or(skipped);
    level.unwrap_or("not rated")
}

/// The words in which it was asked.
pub(super) fn question_text(model: &Model, row: &ResultRow) -> String {
    library_words::asked_text(model, row.question.as_str(), row.wording)
}
