//! The page that an interviewer's debrief would give, in words: what went well, the one thing to change, what to do
//! next, then the rest. The screen, the clipboard and the page for others all show these lines.

use super::cut::ONE_SENTENCE;
use super::debrief::{Debrief, PartLine, Takes, TaskLine, debrief};
use super::glance::{change, ended, next, text_of, well};
use super::leaving::{Leaving, leaving};
use super::moments::{About, Moment, What};
use super::thanks::{Thanks, thanks};
use crate::domain::id::BlueprintId;
use crate::domain::library::{ItemKind, Library};
use crate::domain::practice::pick::{MINE, SHIPPED};
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::results::Results;
use crate::domain::time::clock_text;

/// One line of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageLine {
    /// A heading.
    Heading(String),
    /// A sentence that stands out.
    Mark(String),
    /// A line of its own.
    Item(String),
    /// A command to type elsewhere: it stands on a line of its own and is never wrapped.
    Command(String),
}

/// The page; nothing for a drill.
pub fn page(record: &SittingRecord, library: &Library) -> Option<Vec<PageLine>> {
    let shape = record.head.shape.as_ref()?;
    let found = debrief(record, library)?;
    let results = Results::of(record);
    let went_well =
        well(&found, &results, record, library).map(|words| format!("Went well: {words}"));
    let to_change = change(&found, &results, record, library);
    let glance = [
        format!("Change: {to_change}"),
        format!("Next: {}", next(&found, &results)),
    ];
    let glance = went_well.into_iter().chain(glance).map(PageLine::Mark);
    let mut page: Vec<PageLine> = glance.collect();
    let mut part = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            page.push(PageLine::Heading(title.to_owned()));
            page.extend(items.into_iter().map(PageLine::Item));
        }
    };
    let moments = found.moments.iter().map(|m| moment(m, record, library));
    part("Moments that mattered", moments.collect());
    let takes = found.takes.iter().map(|t| takes_words(t, record, library));
    part("Which take counts", takes.collect());
    part("Part by part", found.parts.iter().map(part_words).collect());
    let by = found.competencies.iter().map(|(id, stood)| {
        let title = library.competency_title(id.as_str());
        format!("{title}: {}", stood.words())
    });
    part("What they listened for", by.collect());
    let thanks = thanks(record, library);
    part("Each of them", people(&found, &thanks));
    part("What to leave with", left_with(record, library));
    let line = |t: &Thanks| format!("{}: {}", t.member.name, t.line());
    part("Thank-you lines", thanks.iter().map(line).collect());
    part("Nerves", nerves(&found));
    let about = library.blueprints.get(shape.blueprint.as_str());
    let about = about.map(|b| b.pass_note.clone()).filter(|n| !n.is_empty());
    part("About this kind of talk", about.into_iter().collect());
    let again = format!(
        "The same interview again, {}: {} in Practice, by its code; or from the shell:",
        where_again(&shape.blueprint),
        shape.code
    );
    part("Once more", vec![again]);
    let command = format!("greenroom drill --code {}", shape.code);
    page.push(PageLine::Command(command));
    Some(page)
}

/// Where a code sits the same interview again: it names the mock and does not hold it.
pub(super) fn where_again(mock: &BlueprintId) -> &'static str {
    match mock.as_str().split_once('/') {
        None | Some((SHIPPED, _)) => "here or elsewhere",
        Some((MINE, _)) => "here, while your mock stays as it is",
        Some(_) => "here, or where its pack is",
    }
}

fn moment(moment: &Moment, record: &SittingRecord, library: &Library) -> String {
    let minute = moment.at_s / 60 + 1;
    let text = match &moment.about {
        About::Question(n) => text_of(*n, record, library),
        About::Talk(id) => {
            let talk = library.scenarios.get(id.as_str());
            talk.map_or_else(|| id.to_string(), |s| s.title.clone())
        }
    };
    let seconds = |s: u32| clock_text(u64::from(s));
    let what = match &moment.what {
        What::Best(level, Some(words)) => format!("{}, proved by \"{words}\"", level.word()),
        What::Best(level, None) => format!("{}, the best of them", level.word()),
        What::Least(level, point, again) => {
            let missing = match point {
                Some(point) => format!("; missing: \"{point}\""),
                None => ", the least of them".to_owned(),
            };
            let again = if *again {
                "; you tried that point again"
            } else {
                ""
            };
            format!("{}{missing}{again}", level.word())
        }
        What::CutIn { at_s, after_s } => {
            let then = if *after_s <= record.head.factor.apply(ONE_SENTENCE) {
                "you came to an end in time".to_owned()
            } else {
                format!("you went on for {}", seconds(*after_s))
            };
            format!("they had heard enough at {}, and {then}", seconds(*at_s))
        }
        What::Over(over) => format!("{} longer than the target time", seconds(*over)),
        What::LetGo => "you skipped a follow-up".to_owned(),
        What::Expected(expected, level) => {
            format!("expected {}, and it was {}", expected.word(), level.word())
        }
        What::Ended(level, made) if made.is_empty() => ended(*level),
        What::Ended(level, made) => format!("{}: {}", ended(*level), made.trim_end_matches('.')),
    };
    format!("Minute {minute}, \"{text}\": {what}.")
}

/// `"…": the second take, 2:31; the first was 2:07.`
fn takes_words(takes: &Takes, record: &SittingRecord, library: &Library) -> String {
    let clock = |seconds: &u32| clock_text(u64::from(*seconds));
    let text = text_of(takes.question, record, library);
    let before: Vec<String> = takes.before_s.iter().map(clock).collect();
    let kept = clock(&takes.kept_s);
    match before.as_slice() {
        [first] => format!("\"{text}\": the second take, {kept}; the first was {first}."),
        all => format!(
            "\"{text}\": the last take, {kept}; before it {}.",
            all.join(" and ")
        ),
    }
}

fn part_words(part: &PartLine) -> String {
    let planned = (part.planned_s + 30) / 60;
    let clock = |seconds: u32| clock_text(u64::from(seconds));
    let time = match (part.over_minutes(), planned) {
        (None, _) if (1..60).contains(&part.spent_s) => {
            format!("{} of {}", clock(part.spent_s), clock(part.planned_s))
        }
        (Some(over), 1) => format!("1 minute planned, {over} over"),
        (Some(over), _) => format!("{planned} minutes planned, {over} over"),
        (None, 1) => format!("{} of 1 minute", part.minutes()),
        (None, _) => format!("{} of {planned} minutes", part.minutes()),
    };
    let (asked, questions) = part.asked;
    let dropped = if asked < questions {
        let noun = if questions == 1 {
            "question"
        } else {
            "questions"
        };
        format!("; {asked} of {questions} {noun} came")
    } else {
        String::new()
    };
    let mut came: Vec<String> = part.tasks.iter().map(task_words).collect();
    if questions > 0 {
        came.push(part.stood.words());
    }
    if came.is_empty() {
        return format!("{}: {time}.", part.title);
    }
    format!("{}: {}. {time}{dropped}.", part.title, came.join("; "))
}

/// What came of a talk or a set of items; how statements about oneself were answered is not told.
fn task_words(task: &TaskLine) -> String {
    match task {
        TaskLine::Talk(_, Some((level, _))) => ended(*level),
        TaskLine::Talk(0, None) => "the talk was not held".to_owned(),
        TaskLine::Talk(1, None) => "the talk was left after 1 reply".to_owned(),
        TaskLine::Talk(n, None) => format!("the talk was left after {n} replies"),
        TaskLine::Items(items) => {
            let what = match items.kind {
                ItemKind::Judgment => "situations",
                ItemKind::SelfReport => "statements",
            };
            format!("{} of {} {what} answered", items.answered, items.of)
        }
    }
}

/// Each member of a panel with what they care about, which is only told now, and what they asked and heard.
fn people(found: &Debrief, thanks: &[Thanks]) -> Vec<String> {
    let table = (found.engagement.iter())
        .map(|level| format!("Speaking to the whole table: {}.", level.word()));
    table.chain(thanks.iter().flat_map(Thanks::lines)).collect()
}

/// What nobody should leave without, and whether it was said, as far as that is known.
fn left_with(record: &SittingRecord, library: &Library) -> Vec<String> {
    leaving(record, library)
        .iter()
        .map(Leaving::words)
        .collect()
}

fn nerves(found: &Debrief) -> Vec<String> {
    match found.nerves {
        (Some(before), Some(after)) => vec![format!("{before} of 10 before, {after} after.")],
        (Some(before), None) => vec![format!("{before} of 10 before.")],
        (None, Some(after)) => vec![format!("{after} of 10 after.")],
        (None, None) => Vec::new(),
    }
}
