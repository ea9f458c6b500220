//! What was said in a sitting, as paragraphs of Markdown: each question with its answers and ratings, each talk turn
//! by turn. Statements about oneself stay out: they are nobody else's business.
//!
//! The user's own words are set as quotes, so that nothing in them becomes a heading or a list of the document.

use std::fmt::Write as _;

use crate::domain::id::{QuestionId, ScenarioId};
use crate::domain::library::{Choice, Library, Node, Scenario, Turn};
use crate::domain::practice::record::{Answer, Block, Rater, Rating, SittingRecord, To};
use crate::domain::practice::talk::Reply;
use crate::domain::text::markdown_line as plain;
use crate::domain::time::clock_text;

/// Looks up the words in which a question was asked.
pub type Asked<'a> = &'a dyn Fn(&QuestionId, u8) -> Option<String>;

/// The paragraphs, in the order in which things were asked.
pub fn told(record: &SittingRecord, library: &Library, asked: Asked<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let (mut questions, mut talks) = (Vec::new(), Vec::new());
    for block in &record.blocks {
        match block {
            Block::Answer(answer) if !questions.contains(&answer.index) => {
                questions.push(answer.index);
                question(answer.index, record, asked, &mut out);
            }
            Block::Reply(reply) if !talks.contains(&&reply.scenario) => {
                talks.push(&reply.scenario);
                talk(&reply.scenario, record, library, &mut out);
            }
            _ => {}
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

fn question(index: u16, record: &SittingRecord, asked: Asked<'_>, out: &mut Vec<String>) {
    for block in &record.blocks {
        match block {
            Block::Answer(a) if a.index == index => answer(a, asked, out),
            Block::Rating(r) if r.index == index => rating(r, out),
            _ => {}
        }
    }
}

fn answer(answer: &Answer, asked: Asked<'_>, out: &mut Vec<String>) {
    let words = asked(&answer.question, answer.wording);
    let words = plain(&words.unwrap_or_else(|| answer.question.to_string()));
    out.push(match &answer.extra {
        Some(extra) if extra.to != To::Again => format!("#### {}", plain(&extra.asked)),
        Some(_) => format!("### {words} (another take)"),
        None if answer.take > 1 => format!("### {words} (one point again)"),
        None => format!("### {words}"),
    });
    if answer.skipped {
        return out.push("Skipped.".to_owned());
    }
    let words = if answer.words == 1 { "word" } else { "words" };
    let mut facts = format!(
        "{}, {} {words}",
        clock_text(answer.length_s.into()),
        answer.words
    );
    if let Some((min, max)) = answer.window {
        let (min, max) = (clock_text(min.into()), clock_text(max.into()));
        // Writing to a string cannot fail.
        let _ = write!(facts, ", target {min} to {max}");
    }
    out.push(format!("{facts}."));
    out.extend(quote(&answer.text));
}

fn rating(rating: &Rating, out: &mut Vec<String>) {
    let rater = match rating.rater {
        Rater::Now => "My level",
        Rater::Cold => "My level later",
        Rater::Partner => "Partner's level",
        Rater::Coach => "Coach's level",
        Rater::Agreed => "Agreed level",
        Rater::Outcome => "What came of it",
    };
    out.push(format!("{rater}: {}.", rating.level.word()));
    if !rating.note.trim().is_empty() {
        out.push(format!("Note: {}", plain(&rating.note)));
    }
}

/// A talk turn by turn: what they said, the own words, and which written reply came nearest.
fn talk(id: &ScenarioId, record: &SittingRecord, library: &Library, out: &mut Vec<String>) {
    let scenario = library.scenarios.get(id.as_str());
    let title = scenario.as_ref().map_or(id.as_str(), |s| s.title.as_str());
    out.push(format!("### {}", plain(title)));
    for block in &record.blocks {
        match block {
            Block::Reply(r) if r.scenario == *id => reply(r, scenario.as_deref(), out),
            Block::Back(back) if back.scenario == *id => {
                out.push(format!("Taken back: turn {} once more.", back.turn));
            }
            _ => {}
        }
    }
}

fn reply(reply: &Reply, scenario: Option<&Scenario>, out: &mut Vec<String>) {
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
        format!("#### {}: \"{}\"", plain(who), plain(&node.line))
    };
    let skill = plain(&reply.skill.replace('-', " "));
    let answered = node(&reply.node);
    out.push(answered.map_or_else(|| format!("#### Reply: {skill}"), speaks));
    let own = quote(&reply.text);
    out.push(own.unwrap_or_else(|| "Said aloud.".to_owned()));
    if let Some(choice) = answered.and_then(|n| picked(n, reply)) {
        let near = if reply.apart {
            "None of the written replies was it; led on by"
        } else {
            "Nearest to"
        };
        out.push(format!("{near}: \"{}\" ({skill})", plain(&choice.say)));
    }
    let Some(level) = reply.level else { return };
    let last = node(&reply.to);
    out.extend(last.map(speaks));
    let made = match last.map(|n| &n.turn) {
        Some(Turn::End(end)) => format!(" {}", plain(&end.debrief)),
        _ => String::new(),
    };
    out.push(format!("The talk ended: {}.{made}", level.word()));
}

fn picked<'a>(node: &'a Node, reply: &Reply) -> Option<&'a Choice> {
    let Turn::Reply(choices) = &node.turn else {
        return None;
    };
    choices.get(usize::from(reply.choice).checked_sub(1)?)
}
