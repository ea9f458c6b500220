//! Tells what was found in a list and what was not taken.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::words::{self, count, wrapped};
use crate::cli::world::World;
use crate::content::import::{Change, Left, Listing, Part, Question, Roles};
use crate::domain::order::InOrder;
use crate::domain::text::clean;

/// Every question with what belongs to it, every heading and everything left out, in the order of the file, each with
/// its place.
pub fn each(listing: &Listing, world: &mut World<'_, '_>) {
    let mut lines: Vec<(u32, String)> = Vec::new();
    let told = |first: u32, last: u32, what: &str| {
        let line = format!("{}:{}: {what}", listing.file, place(first, last));
        (first, line)
    };
    for question in &listing.questions {
        lines.push(told(question.line, question.last, &about(question)));
        lines.extend(with(question).into_iter().map(|line| (question.line, line)));
    }
    for (line, heading) in &listing.headings {
        lines.push(told(*line, *line, &format!("heading: {heading}")));
    }
    for left in &listing.left {
        lines.push(told(
            left.first,
            left.last,
            &format!("left out: {}", left.why),
        ));
    }
    lines.order_by_key(|(at, _)| *at);
    for (_, line) in lines {
        world.out.line(clean(&line));
    }
}

fn place(first: u32, last: u32) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

/// Longest beginning of an answer that is shown, in characters.
const BEGINNING: usize = 60;

/// Follow-ups and the beginning of the answer, a line each.
fn with(question: &Question) -> Vec<String> {
    let probes = question.probes.iter();
    let mut out: Vec<String> = probes
        .map(|probe| format!("    follow-up: {probe}"))
        .collect();
    let told = question.notes.lines().map(str::trim);
    let answer = told.filter(|line| !line.is_empty()).collect::<Vec<_>>();
    if !answer.is_empty() {
        let whole = answer.join(" / ");
        let mut shown: String = whole.chars().take(BEGINNING).collect();
        if shown.len() < whole.len() {
            shown.push_str(" …");
        }
        out.push(format!("    answer: {shown}"));
    }
    let doubtful = question.doubtful();
    if doubtful > 0 {
        let looks = looks_like(doubtful);
        out.push(format!(
            "    {looks}. A number or a heading above parts them, or --as lines."
        ));
    }
    out
}

/// `question: Why nights? (motivation; Wards; with an answer)`.
fn about(question: &Question) -> String {
    let mut facts = vec![question.kind.id().to_owned()];
    facts.extend(question.stages.iter().map(|stage| stage.id().to_owned()));
    facts.extend(question.tags.last().cloned());
    match question
        .notes
        .lines()
        .filter(|l| !l.trim().is_empty())
        .count()
    {
        0 => {}
        1 => facts.push("with an answer".to_owned()),
        lines => facts.push(format!("with an answer of {lines} lines")),
    }
    if !question.probes.is_empty() {
        facts.push(count(question.probes.len(), "follow-up"));
    }
    format!("question: {} ({})", question.text, facts.join("; "))
}

/// `2 lines of this answer look like questions`, in other words for one.
fn looks_like(lines: usize) -> String {
    let (verb, questions) = if lines == 1 {
        ("looks like", "a question")
    } else {
        ("look like", "questions")
    };
    format!("{} of this answer {verb} {questions}", count(lines, "line"))
}

/// How much was found, how much was left out and why. A list without a question is told on standard error.
pub fn counts(listing: &Listing, world: &mut World<'_, '_>, dry: bool) {
    let file = &listing.file;
    let questions = &listing.questions;
    if questions.is_empty() {
        let why = reasons(&listing.left);
        world
            .err
            .line(format_args!("{file}: there is nothing to import."));
        world.err.line(wrapped(&format!("Left out: {why}."), 2));
        return;
    }
    let some = |n: usize, word: &str| (n > 0).then(|| count(n, word));
    let answers = questions.iter().filter(|q| !q.notes.is_empty()).count();
    let probes = questions.iter().map(|q| q.probes.len()).sum();
    let found = [
        some(questions.len(), "question"),
        some(probes, "follow-up"),
        some(answers, "answer"),
    ];
    let found: Vec<String> = found.into_iter().flatten().collect();
    world
        .out
        .line(format_args!("{file}: {}.", found.join(", ")));
    for roles in &listing.columns {
        world.out.line(wrapped(&columns(roles), 2));
    }
    if !listing.left.is_empty() {
        let more = if dry { "" } else { " --dry-run shows each." };
        let line = format!("Left out: {}.{more}", reasons(&listing.left));
        world.out.line(wrapped(&line, 2));
    }
    let cut = questions.iter().filter(|q| q.cut).count();
    let doubtful: usize = questions.iter().map(Question::doubtful).sum();
    if doubtful > 0 && !dry {
        let may = if doubtful == 1 {
            "a question"
        } else {
            "questions"
        };
        let lines = count(doubtful, "line");
        let line = format!("{lines} of the answers may be {may}. --dry-run shows where.");
        world.out.line(wrapped(&line, 2));
    }
    if cut > 0 {
        let answers = count(cut, "answer");
        let line = format!("{answers} cut at 4,000 characters: no field of a pack may be longer.");
        world.out.line(wrapped(&line, 2));
    }
}

/// `Columns: Question (question), Reply (answer). Not taken: Notes (Ruth only).`
fn columns(roles: &Roles) -> String {
    let taken = roles.iter().filter_map(|(name, role)| {
        let role = role.as_ref()?;
        Some(format!("{name} = {role}"))
    });
    let left = roles.iter().filter(|(_, role)| role.is_none());
    let left: Vec<&str> = left.map(|(name, _)| name.as_str()).collect();
    let mut line = format!("Columns: {}.", taken.collect::<Vec<_>>().join(", "));
    if !left.is_empty() {
        line.push_str(" Not taken: ");
        line.push_str(&left.join(", "));
        line.push_str(". --answer COLUMN names the one with the answers.");
    }
    clean(&line)
}

/// `12 lines (asks nothing), 3 lines (a table of contents)`, the most frequent first.
fn reasons(left: &[Left]) -> String {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for part in left {
        let reason = match part.why {
            crate::content::import::Why::Again(_) => "asked before in the list".to_owned(),
            why => why.to_string(),
        };
        *lines.entry(reason).or_default() += (part.last - part.first) as usize + 1;
    }
    let mut lines: Vec<(String, usize)> = lines.into_iter().collect();
    lines.order_by_key(|(_, n)| std::cmp::Reverse(*n));
    let told = lines
        .iter()
        .map(|(why, n)| format!("{} ({why})", count(*n, "line")));
    match told.collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => "nothing; the file is empty".to_owned(),
        some => some,
    }
}

/// Most questions that are shown of what changed.
const SHOWN: usize = 8;

/// Says what is new, what the list says otherwise and what it no longer has, and where it is now.
pub fn change(path: &Path, change: &Change, dry: bool, world: &mut World<'_, '_>) {
    let place = words::path(path);
    if change.is_same() {
        world.out.line(format_args!("Nothing new for {place}"));
    } else if change.added > 0 {
        let new = count(change.added, "question");
        let line = if dry {
            format!("{new} would be new in {place}")
        } else {
            format!("{new} new")
        };
        world.out.line(line);
    }
    said_otherwise(change, dry, world);
    no_longer(change, dry, world);
    if dry && !change.is_nothing() {
        world.out.line("Nothing was changed.");
    } else if !dry && !change.is_nothing() {
        world.out.line(format_args!("saved {place}"));
    }
    world.out.flush();
}

/// What the list says otherwise than the pack.
fn said_otherwise(change: &Change, dry: bool, world: &mut World<'_, '_>) {
    let verb = if dry { " would be" } else { "" };
    if !change.reworded.is_empty() {
        let said = count(change.reworded.len(), "question");
        let line = format!("{said}{verb} reworded; what you practiced stays with it:");
        some(&line, change.reworded.iter().map(|(_, new)| new), world);
    }
    for part in Part::ALL {
        let of_part = change.changed.iter().filter(|(its, _)| *its == part);
        let texts: Vec<&String> = of_part.map(|(_, text)| text).collect();
        if !texts.is_empty() {
            let line = format!("{}{verb} changed:", parts(part, texts.len()));
            some(&line, texts.into_iter(), world);
        }
    }
    if !change.kept.is_empty() {
        let mut line = match change.kept.len() {
            1 => "1 question in your pack is not as in the list and stays so, since you may have changed it".to_owned(),
            kept => format!("{kept} questions in your pack are not as in the list and stay so, since you may have changed them"),
        };
        line.push_str(if change.may_replace {
            ". --replace takes what the list has:"
        } else {
            ":"
        });
        some(&line, change.kept.iter(), world);
    }
}

/// How many questions have another part: `1 answer`, `follow-ups of 2 questions`.
fn parts(part: Part, questions: usize) -> String {
    let of = count(questions, "question");
    match part {
        Part::Text => of,
        Part::Answer => count(questions, "answer"),
        Part::Probes => format!("Follow-ups of {of}"),
        Part::Setup => format!("What is shown with {of}"),
        Part::More => format!("Topics, kind or points of {of}"),
    }
}

/// What the list no longer has.
fn no_longer(change: &Change, dry: bool, world: &mut World<'_, '_>) {
    let verb = if dry { " would be" } else { "" };
    if !change.taken_out.is_empty() {
        let said = count(change.taken_out.len(), "question");
        let line = format!("{said}{verb} taken out; what you practiced stays in your history:");
        some(&line, change.taken_out.iter(), world);
    }
    if !change.gone.is_empty() {
        let kept = if change.gone.len() == 1 {
            "1 question is no longer in the list and is kept. --replace takes it out:".to_owned()
        } else {
            let gone = change.gone.len();
            format!(
                "{gone} questions are no longer in the list and are kept. --replace takes them out:"
            )
        };
        some(&kept, change.gone.iter(), world);
    }
}

/// A line, and below it some of the questions that it speaks of.
fn some<'q>(
    line: &str,
    questions: impl ExactSizeIterator<Item = &'q String>,
    world: &mut World<'_, '_>,
) {
    let more = questions.len().saturating_sub(SHOWN);
    world.out.line(wrapped(line, 2));
    for question in questions.take(SHOWN) {
        world
            .out
            .line(wrapped(&format!("  {}", clean(question)), 4));
    }
    if more > 0 {
        world.out.line(format_args!("  and {more} more"));
    }
}
