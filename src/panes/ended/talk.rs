//! The end of a talk: the level in words, what made the difference, what the other side could have done, and the
//! path with each reply beside what it does.

use crate::desk::Model;
use crate::domain::library::DrillMode;
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::talk::{self, Reply, Talk};
use crate::look::Role;
use crate::panes::words;
use crate::widgets::stops::Stops;

/// Cells of the names of meters.
const METER: usize = 16;

/// Writes the page. The first stop is what came of it, then there is one for each turn.
pub fn write(talk: &Talk, record: &SittingRecord, model: &Model, page: &mut Stops) {
    page.stop(|page| outcome(talk, model, page));
    page.gap();
    if !talk.story().is_empty() {
        page.say("Turn by turn", Role::Dim);
    }
    for (n, reply) in (1..).zip(talk.story()) {
        page.stop(|page| turn(n, talk, reply, model, page));
        page.gap();
    }
    let others = given(talk, record).saturating_sub(talk.story().len());
    if others > 0 {
        let replies = words::count(others, "reply", "replies");
        page.say(
            &format!("{replies} that you took back, or gave on another path, are in the file."),
            Role::Dim,
        );
    }
}

/// Replies that were given, those that were taken back too.
fn given(talk: &Talk, record: &SittingRecord) -> usize {
    let of = |b: &&Block| matches!(b, Block::Reply(r) if r.scenario == talk.scenario().id);
    record.blocks.iter().filter(of).count()
}

fn outcome(talk: &Talk, model: &Model, page: &mut Stops) {
    if let Some((node, end)) = talk.end() {
        page.hang(
            "",
            &format!("{}: \"{}\"", talk.speaker_of(node), node.line),
            Role::Ink,
        );
        page.gap();
        page.say(&format!("{}.", end.level.word()), Role::Strong);
        let apart = talk.story().iter().filter(|r| r.apart).count();
        if apart > 0 {
            let turns = words::count(apart, "turn", "turns");
            let said = format!(
                "In {turns} none of the written replies was yours: this end is that of the written ones."
            );
            page.say(&said, Role::Dim);
        }
        page.say(&end.debrief, Role::Ink);
        page.gap();
        page.hang(
            "What you could not know  ",
            &talk.scenario().hidden,
            Role::Ink,
        );
        page.gap();
        meters(talk, page);
        let next = next(model, &end.next);
        if !next.is_empty() {
            page.gap();
            page.hang("Next  ", &next, Role::Ink);
        }
    } else if talk.is_lost() {
        page.say(
            "This talk has changed since; its end is not there any more.",
            Role::Ink,
        );
    } else {
        page.say(
            "You left it before its end. What they could have done opens with an end.",
            Role::Ink,
        );
    }
}

fn meters(talk: &Talk, page: &mut Stops) {
    page.say("Where it stood in the end", Role::Dim);
    for (meter, moved) in talk.meters(talk.story()) {
        let name = format!("{:METER$}", meter.word());
        page.hang(&name, talk::standing(meter, moved), Role::Ink);
    }
}

fn turn(n: usize, talk: &Talk, reply: &Reply, model: &Model, page: &mut Stops) {
    if let Some(node) = talk.answered(reply) {
        let line = format!("{}: \"{}\"", talk.speaker_of(node), node.line);
        page.hang(&format!("{n}  "), &line, Role::Ink);
    }
    let own = words::hide_names(model, &reply.text);
    if own.is_empty() || talk.is_aloud() {
        page.hang("   You      ", "(aloud)", Role::Ink);
    } else {
        page.hang("   You      ", &own, Role::Ink);
    }
    if !own.is_empty() && talk.is_aloud() {
        page.hang("   Notes    ", &own, Role::Ink);
    }
    match talk.picked(reply) {
        Some(choice) => {
            let label = if reply.apart {
                "   Led on   "
            } else {
                "   Nearest  "
            };
            page.hang(label, &format!("\"{}\"", choice.say), Role::Dim);
            if reply.apart {
                let apart = "None of the written replies was yours; this is about the written one.";
                page.hang("   ", apart, Role::Dim);
            }
            let moved = talk::moved(&choice.effects);
            let moved = if moved.is_empty() {
                String::new()
            } else {
                format!(" {moved}.")
            };
            let skill = words::skill(&choice.skill).to_lowercase();
            let why = &choice.why;
            page.hang(
                "   ",
                &format!("{why}{moved} In short: {skill}."),
                Role::Ink,
            );
        }
        None => page.hang("   ", &words::skill(&reply.skill), Role::Ink),
    }
}

/// What to do next, by the name that the reader knows.
fn next(model: &Model, id: &str) -> String {
    let library = &model.library;
    if let Some(card) = library.card(id) {
        return card.text.clone();
    }
    if let Some(list) = library.checklists.get(id) {
        return list.title.clone();
    }
    if let Some(scenario) = library.scenarios.get(id) {
        return scenario.title.clone();
    }
    if let Some(ask) = library.asks.get(id) {
        return ask.text.clone();
    }
    DrillMode::from_id(id).map_or_else(|| words::skill(id), |mode| mode.word().to_owned())
}

/// What can be said where the library has nothing of the talk any more: the words, one after the other.
pub fn write_bare(record: &SittingRecord, page: &mut Stops) {
    page.say(
        "It is not in the library any more. What you said:",
        Role::Dim,
    );
    for block in &record.blocks {
        if let Block::Reply(reply) = block {
            page.gap();
            page.stop(|page| {
                page.say(&words::skill(&reply.skill), Role::Dim);
                page.say(&reply.text, Role::Ink);
            });
        }
    }
}
