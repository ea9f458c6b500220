//! What was said in a sitting, as paragraphs of Markdown: each question with its situation, its answers, what was in
//! them and what to do next; each talk turn by turn. Statements about oneself stay out: they are nobody else's business.
//!
//! The user's own words are set as quotes, so that nothing in them becomes a heading or a list of the document.

use crate::domain::id::ScenarioId;
use crate::domain::library::{Choice, Library, Node, Scenario, Turn};
use crate::domain::practice::eyes::comments;
use crate::domain::practice::record::{Answer, Block, Input, Mark, Rater, SittingRecord, To};
use crate::domain::practice::review::{Given, PointTold, Review, reviews};
use crate::domain::practice::talk::Reply;
use crate::domain::text::markdown_line as plain;
use crate::domain::time::clock_text;

/// A paragraph of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paragraph {
    /// A heading, so many levels below the title of the page.
    Heading(usize, String),
    /// Anything else, as Markdown.
    Text(String),
}

/// The paragraphs, in the order in which things were asked.
pub fn told(record: &SittingRecord, library: &Library) -> Vec<Paragraph> {
    let mut out = Vec::new();
    for comment in comments(record, None) {
        out.push(Paragraph::Text(format!(
            "{}, to all of it:",
            plain(&comment.who())
        )));
        out.extend(own_words(&comment.text).map(Paragraph::Text));
    }
    for (review, n) in reviews(record, library).iter().zip(1..) {
        let asked = format!("{n}. {}", plain(&review.asked(library)));
        out.push(Paragraph::Heading(1, asked));
        question(review, &mut out);
    }
    let mut talks = Vec::new();
    for block in &record.blocks {
        if let Block::Reply(reply) = block
            && !talks.contains(&&reply.scenario)
        {
            talks.push(&reply.scenario);
            talk(&reply.scenario, record, library, &mut out);
        }
    }
    out
}

/// Own words as a quote; nothing where there are none.
pub fn quote(text: &str) -> Option<String> {
    let lines: Vec<String> = text.trim().lines().map(|l| format!("> {l}")).collect();
    let quote = lines.join("\n").replace("> \n", ">\n");
    Some(quote).filter(|q| !q.is_empty())
}

/// What was said: a quote, or a block of code where it holds code.
fn own_words(text: &str) -> Option<String> {
    if holds_code(text) {
        return Some(fenced(text));
    }
    quote(text)
}

/// Whether breaks and blanks mean something: one of the lines ends as code does, or is set in and is no list.
fn holds_code(text: &str) -> bool {
    let set_in = |line: &str| line.starts_with("  ") || line.starts_with('\t');
    let list = |line: &str| line.trim_start().starts_with(['-', '*', '•']);
    let code = |line: &str| {
        let ends = line.trim_end().ends_with(['{', '}', ';']);
        ends || set_in(line) && !list(line) && !line.trim().is_empty()
    };
    text.lines().count() > 1 && text.lines().any(code)
}

/// A block in which nothing is Markdown.
fn fenced(text: &str) -> String {
    let mut fence = "```".to_owned();
    while text.contains(&fence) {
        fence.push('`');
    }
    format!("{fence}\n{}\n{fence}", text.trim_matches('\n').trim_end())
}

fn question(review: &Review<'_>, out: &mut Vec<Paragraph>) {
    let mut say = |text: String| out.push(Paragraph::Text(text));
    let setup = review.question.as_ref().map_or("", |q| q.setup.as_str());
    match setup.trim() {
        "" => {}
        one if !one.contains('\n') => say(format!("Situation: {}", plain(one))),
        // The first line may be set in, as code is.
        _ => say(format!("Situation:\n\n{}", fenced(setup))),
    }
    let counts = |g: &&Given<'_>| g.answer.counts();
    for given in review.given.iter().filter(counts) {
        said(given.answer, &mut say);
    }
    for more in review.given.iter().filter(|g| is_more(g.answer)) {
        let asked = more.answer.extra.as_ref().map_or("", |e| e.asked.as_str());
        say(format!("They went on: \"{}\"", plain(asked)));
        said(more.answer, &mut say);
    }
    rating(review, &mut say);
    for again in review.given.iter().filter(|g| g.answer.for_point.is_some()) {
        say(match review.tried(again.answer) {
            Some(point) => format!("Second try, at the point \"{}\":", plain(point)),
            None => "Second try:".to_owned(),
        });
        said(again.answer, &mut say);
    }
}

const fn is_more(answer: &Answer) -> bool {
    match &answer.extra {
        Some(extra) => !matches!(extra.to, To::Again),
        None => false,
    }
}

/// How long an answer was, and its words.
fn said(answer: &Answer, mut say: impl FnMut(String)) {
    let own = own_words(&answer.text);
    if answer.skipped && own.is_none() {
        return say(answer.told_words().to_owned());
    }
    let again = match &answer.extra {
        Some(extra) if extra.to == To::Again => "Another take, which counts",
        _ if answer.input == Input::Aloud => "Answered aloud",
        _ => "Answer",
    };
    let mut facts = vec![answer.length_words()];
    if answer.input == Input::Typed {
        let words = if answer.words == 1 { "word" } else { "words" };
        facts.push(format!("{} {words}", answer.words));
    }
    if let Some((min, max)) = answer.window {
        let (min, max) = (clock_text(min.into()), clock_text(max.into()));
        facts.push(format!("target {min} to {max}"));
    }
    if answer.fillers > 0 {
        facts.push(format!("fillers counted: {}", answer.fillers));
    }
    say(format!("{again} ({}):", facts.join("; ")));
    match (own, answer.input) {
        (Some(words), Input::Typed) => say(words),
        (Some(words), Input::Aloud) => {
            say("Notes:".to_owned());
            say(words);
        }
        (None, _) => say(answer.told_words().to_owned()),
    }
}

/// The level with its reason, the points, what they listened to, and what to do next.
fn rating(review: &Review<'_>, mut say: impl FnMut(String)) {
    if let Some(rating) = review.rating {
        let whose = match rating.rater {
            Rater::Agreed => "Agreed level",
            _ => "Level",
        };
        let reason = review
            .reason()
            .map_or_else(String::new, |r| format!(" {}", plain(r)));
        say(format!("**{whose}: {}.**{reason}", rating.level.word()));
        let points: Vec<String> = review.points().iter().map(point).collect();
        if !points.is_empty() {
            say(points.join("\n"));
        }
        let flags: Vec<String> = review.flags().map(|f| format!("- {}", plain(f))).collect();
        if !flags.is_empty() {
            say(format!("What spoke against it:\n\n{}", flags.join("\n")));
        }
        let rated: Vec<String> = (review.dimensions())
            .map(|(title, level)| format!("{}: {}", plain(title), level.word()))
            .collect();
        if !rated.is_empty() {
            say(format!("{}.", rated.join(". ")));
        }
        for why in review.held() {
            say(plain(why));
        }
        if let Some(next) = review.next() {
            say(format!("**Next step:** {}", plain(next)));
        }
        if !rating.note.trim().is_empty() {
            say(format!("**A line to myself:** {}", plain(&rating.note)));
        }
    }
    let own = review.rating.map(|r| r.level);
    for eye in &review.eyes {
        let beside = eye
            .beside(own)
            .map_or_else(String::new, |words| format!(": {words}"));
        say(plain(&format!("{}{beside}", eye.who())));
        let Some(comment) = eye.comment else { continue };
        for (what, words) in [("Keep", &comment.keep), ("Change", &comment.change)] {
            if !words.is_empty() {
                say(format!("**{what}:** {}", plain(words)));
            }
        }
        if let Some(words) = own_words(&comment.text) {
            say(words);
        }
    }
}

/// A point with its mark; what was missed is what there is to learn.
fn point(point: &PointTold<'_>) -> String {
    let text = plain(point.text);
    let mut line = match point.mark {
        Mark::Hit => format!("- said: {text}"),
        Mark::Half => format!("- half said: {text}"),
        Mark::Missed => format!("- **not said, to learn:** {text}"),
    };
    let proof = point.proof.map(|words| format!("\"{}\"", plain(words)));
    let now = point.now.map(|now| now_words(point.mark, now));
    for below in proof.into_iter().chain(now) {
        line.push_str("\n  ");
        line.push_str(&below);
    }
    line
}

/// `Before: not said. Now: said.`
pub fn now_words(before: Mark, now: bool) -> String {
    let now = if now { "said" } else { "not said" };
    format!("Before: {}. Now: {now}.", before.word())
}

/// A talk turn by turn: what they said, the own words, and which written reply came nearest.
fn talk(id: &ScenarioId, record: &SittingRecord, library: &Library, out: &mut Vec<Paragraph>) {
    let scenario = library.scenarios.get(id.as_str());
    let title = scenario.as_ref().map_or(id.as_str(), |s| s.title.as_str());
    out.push(Paragraph::Heading(1, plain(title)));
    for block in &record.blocks {
        match block {
            Block::Reply(r) if r.scenario == *id => reply(r, scenario.as_deref(), out),
            Block::Back(back) if back.scenario == *id => {
                let again = format!("Taken back: turn {} once more.", back.turn);
                out.push(Paragraph::Text(again));
            }
            _ => {}
        }
    }
}

fn reply(reply: &Reply, scenario: Option<&Scenario>, out: &mut Vec<Paragraph>) {
    let node = |name: &str| {
        let scenario = scenario?;
        scenario.nodes.get(scenario.place(name)?)
    };
    let speaks = |node: &Node| {
        let them = scenario.map_or("", |s| s.counterpart.name.as_str());
        let who = if node.speaker.is_empty() {
            them
        } else {
            &node.speaker
        };
        let line = format!("{}: \"{}\"", plain(who), plain(&node.line));
        Paragraph::Heading(2, line)
    };
    let skill = plain(&reply.skill.replace('-', " "));
    let answered = node(&reply.node);
    let unknown = || Paragraph::Heading(2, format!("Reply: {skill}"));
    out.push(answered.map_or_else(unknown, speaks));
    let own = quote(&reply.text).unwrap_or_else(|| "Said aloud.".to_owned());
    out.push(Paragraph::Text(own));
    if let Some(choice) = answered.and_then(|n| picked(n, reply)) {
        let near = if reply.apart {
            "None of the written replies was it; led on by"
        } else {
            "Nearest to"
        };
        let near = format!("{near}: \"{}\" ({skill})", plain(&choice.say));
        out.push(Paragraph::Text(near));
    }
    let Some(level) = reply.level else { return };
    let last = node(&reply.to);
    out.extend(last.map(speaks));
    let made = match last.map(|n| &n.turn) {
        Some(Turn::End(end)) => format!(" {}", plain(&end.debrief)),
        _ => String::new(),
    };
    let end = format!("The talk ended: {}.{made}", level.word());
    out.push(Paragraph::Text(end));
}

fn picked<'a>(node: &'a Node, reply: &Reply) -> Option<&'a Choice> {
    let Turn::Reply(choices) = &node.turn else {
        return None;
    };
    choices.get(usize::from(reply.choice).checked_sub(1)?)
}
