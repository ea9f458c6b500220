//! The page that an interviewer's debrief would give, in words: what went well, the one thing to change, what to do
//! next, then the rest. The screen, the clipboard and the export all show these lines.

use super::debrief::{Debrief, Moment, PartLine, TaskLine, What, debrief};
use super::leaving::{Leaving, leaving};
use super::thanks::{Thanks, thanks};
use crate::domain::level::Level;
use crate::domain::library::{ItemKind, Library};
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::results::Results;
use crate::domain::text::markdown_line;
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
}

/// The page; nothing for a drill.
pub fn page(record: &SittingRecord, library: &Library) -> Option<Vec<PageLine>> {
    let shape = record.head.shape.as_ref()?;
    let found = debrief(record, library)?;
    let results = Results::of(record);
    let mut page = vec![
        PageLine::Mark(format!("Went well: {}", well(&found, record, library))),
        PageLine::Mark(format!("Change: {}", change(&found, &results, library))),
        PageLine::Mark(format!("Next: {}", next(&found, &results))),
    ];
    let mut part = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            page.push(PageLine::Heading(title.to_owned()));
            page.extend(items.into_iter().map(PageLine::Item));
        }
    };
    let moments = found.moments.iter().map(|m| moment(m, record, library));
    part("Moments that mattered", moments.collect());
    part("Part by part", found.parts.iter().map(part_words).collect());
    let by = found.competencies.iter().map(|(id, levels)| {
        let title = library.competency_title(id.as_str());
        format!("{title}: {}", levels_words(levels))
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
        "The same interview again, here or elsewhere: greenroom drill --code {}",
        shape.code
    );
    part("Once more", vec![again]);
    Some(page)
}

/// The page as Markdown, under a heading of the second level.
pub fn markdown(record: &SittingRecord, library: &Library) -> Option<String> {
    let day = record.head.started.format("%Y-%m-%d %H:%M");
    let title = markdown_line(&record.head.title);
    let mut out = vec![format!("## {title}, {day}"), String::new()];
    for line in page(record, library)? {
        match line {
            PageLine::Heading(words) => {
                out.extend([String::new(), format!("### {words}"), String::new()]);
            }
            PageLine::Mark(words) => {
                let (label, rest) = words.split_once(": ").unwrap_or(("", &words));
                out.extend([
                    format!("**{label}:** {}", markdown_line(rest)),
                    String::new(),
                ]);
            }
            PageLine::Item(words) => out.push(format!("- {}", markdown_line(&words))),
        }
    }
    out.push(String::new());
    Some(out.join("\n"))
}

/// Levels as words, in order.
pub fn levels_words(levels: &[Level]) -> String {
    let words: Vec<&str> = levels.iter().map(|l| l.word()).collect();
    if words.is_empty() {
        return "not rated".to_owned();
    }
    words.join(", ")
}

fn text_of(question: usize, record: &SittingRecord, library: &Library) -> String {
    let planned = record.head.plan.get(question);
    let found = planned.and_then(|p| {
        let question = library.questions.get(p.question.as_str())?;
        Some(question.wording(p.wording).to_owned())
    });
    found.unwrap_or_else(|| planned.map_or_else(String::new, |p| p.question.to_string()))
}

fn well(found: &Debrief, record: &SittingRecord, library: &Library) -> String {
    let carried =
        |levels: &&(_, Vec<Level>)| levels.1.len() >= 2 && levels.1.iter().all(|l| l.carries());
    if let Some((id, levels)) = found
        .competencies
        .iter()
        .filter(carried)
        .max_by_key(|c| c.1.len())
    {
        let title = library.competency_title(id.as_str()).to_lowercase();
        return format!("{title} carried each time, {}.", levels_words(levels));
    }
    let best = found
        .moments
        .iter()
        .find(|m| matches!(m.what, What::Best(..)));
    let talk = found.ends().find(|(level, _)| level.carries());
    match (best, talk) {
        (None, Some((level, made))) => format!("the talk ended {}. {made}", level.word()),
        (Some(moment), _) => format!(
            "your answer to \"{}\"",
            text_of(moment.question, record, library)
        ),
        (None, None) if found.ended_early => "you began, and what you said is kept.".to_owned(),
        (None, None) => "you sat it to the end, and every answer is kept.".to_owned(),
    }
}

fn change(found: &Debrief, results: &Results, library: &Library) -> String {
    if let Some(row) = results.most_to_gain()
        && let Some(dimension) = library.dimensions.get(row.dimension.as_str())
        && let Some(lowest) = Level::ALL.into_iter().find(|l| row.counts[l.step()] > 0)
    {
        return dimension.advice(lowest).to_owned();
    }
    let least = found.moments.iter().find_map(|m| match &m.what {
        What::Least(_, Some(point)) => Some(format!("put this in: \"{point}\".")),
        _ => None,
    });
    let over = found
        .parts
        .iter()
        .find(|p| p.spent_s > p.planned_s + 60 && p.planned_s > 0);
    let talk = found.ends().find(|(level, _)| !level.carries());
    least
        .or_else(|| {
            talk.map(|(_, made)| made.to_owned())
                .filter(|m| !m.is_empty())
        })
        .or_else(|| over.map(|p| format!("stop sooner in \"{}\".", p.title)))
        .unwrap_or_else(|| {
            "nothing stands out. Take it once more with a harder listener.".to_owned()
        })
}

fn next(found: &Debrief, results: &Results) -> String {
    if results.rows.is_empty() && found.ends().next().is_some() {
        return "read it turn by turn, and take the talk again from where it turned.".to_owned();
    }
    if results.rows.is_empty() && found.parts.iter().any(|p| !p.tasks.is_empty()) {
        return "read the reasons beside what you chose; v shows them.".to_owned();
    }
    match results.carried() {
        (_, 0) => "rate what you said, while you still hear it.".to_owned(),
        (carried, all) if carried < all => {
            "try the weak answers again, then sit it with other questions in two days.".to_owned()
        }
        _ => "sit it with other questions, or with somebody who asks harder.".to_owned(),
    }
}

fn moment(moment: &Moment, record: &SittingRecord, library: &Library) -> String {
    let minute = moment.at_s / 60 + 1;
    let text = text_of(moment.question, record, library);
    let seconds = |s: u32| clock_text(u64::from(s));
    let what = match &moment.what {
        What::Best(level, Some(words)) => format!("{}, proved by \"{words}\"", level.word()),
        What::Best(level, None) => format!("{}, the best of them", level.word()),
        What::Least(level, Some(point)) => format!("{}; missing: \"{point}\"", level.word()),
        What::Least(level, None) => format!("{}, the least of them", level.word()),
        What::CutIn(after) if *after <= 15 => {
            "they cut in, and you came to an end in time".to_owned()
        }
        What::CutIn(after) => format!("they cut in, and you went on for {}", seconds(*after)),
        What::Over(over) => format!("{} longer than the window", seconds(*over)),
        What::LetGo => "a follow-up was let go".to_owned(),
        What::Expected(expected, level) => {
            format!("expected {}, and it was {}", expected.word(), level.word())
        }
    };
    format!("Minute {minute}, \"{text}\": {what}.")
}

fn part_words(part: &PartLine) -> String {
    let minutes = |s: u32| (s + 30) / 60;
    let time = match part.over_minutes() {
        Some(over) => format!("{} planned, {over} over", minutes(part.planned_s)),
        None => format!(
            "{} of {} minutes",
            minutes(part.spent_s),
            minutes(part.planned_s)
        ),
    };
    let (asked, planned) = part.asked;
    let dropped = if asked < planned {
        format!("; {asked} of {planned} questions came")
    } else {
        String::new()
    };
    let mut came: Vec<String> = part.tasks.iter().map(task_words).collect();
    if planned > 0 {
        came.push(levels_words(&part.levels));
    }
    if came.is_empty() {
        return format!("{}: {time}.", part.title);
    }
    format!("{}: {}. {time}{dropped}.", part.title, came.join("; "))
}

/// What came of a talk or a set of items; how statements about oneself were answered is not told.
fn task_words(task: &TaskLine) -> String {
    match task {
        TaskLine::Talk(_, Some((level, _))) => format!("the talk ended {}", level.word()),
        TaskLine::Talk(0, None) => "the talk was not held".to_owned(),
        TaskLine::Talk(1, None) => "the talk was left after 1 reply".to_owned(),
        TaskLine::Talk(n, None) => format!("the talk was left after {n} replies"),
        TaskLine::Items(ItemKind::Judgment, answered, of) => {
            format!("{answered} of {of} situations answered")
        }
        TaskLine::Items(ItemKind::SelfReport, answered, of) => {
            format!("{answered} of {of} statements answered")
        }
    }
}

/// Each member of a panel with what they care about, which is only told now.
fn people(found: &Debrief, thanks: &[Thanks]) -> Vec<String> {
    let line = |t: &Thanks| {
        let cares = t.member.cares_about.trim_end_matches('.').to_lowercase();
        format!("{}, {}, looked for {cares}.", t.member.name, t.member.title)
    };
    let table = (found.engagement.iter())
        .map(|level| format!("Speaking to the whole table: {}.", level.word()));
    table.chain(thanks.iter().map(line)).collect()
}

/// What nobody should leave without, and whether it was said, as far as it was typed.
fn left_with(record: &SittingRecord, library: &Library) -> Vec<String> {
    let line = |l: &Leaving| format!("{}: {} ({})", l.about.word(), l.text, l.heard_words());
    leaving(record, library).iter().map(line).collect()
}

fn nerves(found: &Debrief) -> Vec<String> {
    match found.nerves {
        (Some(before), Some(after)) => vec![format!("{before} of 10 before, {after} after.")],
        (Some(before), None) => vec![format!("{before} of 10 before.")],
        (None, Some(after)) => vec![format!("{after} of 10 after.")],
        (None, None) => Vec::new(),
    }
}
