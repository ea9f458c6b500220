//! The pages of a talk.

use ratatui::layout::Rect;

use crate::domain::practice::talk::{self, Phase, Talk};
use crate::domain::time::clock_text;
use crate::look::Role;
use crate::panes::words;
use crate::widgets::editor::Editor;
use crate::widgets::stops::Stops;
use crate::widgets::{Canvas, prose};

/// Rows that the reply keeps for itself.
const REPLY: u16 = 6;

/// Cells of the names of meters.
const METER: usize = 16;

/// `Mireille, people team`, with the mood where there is room.
fn who(talk: &Talk, width: u16) -> String {
    let scenario = talk.scenario();
    let mut words = talk.speaker().to_owned();
    if words == scenario.counterpart.name {
        for more in [&scenario.counterpart_title, &scenario.counterpart.mood] {
            if !more.is_empty() && words.len() + more.len() + 2 <= usize::from(width) {
                words = format!("{words}, {more}");
            }
        }
    }
    words
}

/// What they said, in quotation marks.
fn quoted(line: &str) -> String {
    format!("\"{line}\"")
}

/// What one knows before.
pub fn briefing(talk: &Talk, width: u16) -> Stops {
    let scenario = talk.scenario();
    let mut page = Stops::new(width);
    page.stop(|page| {
        page.say("What you know", Role::Dim);
        page.say(&scenario.briefing, Role::Ink);
    });
    page.gap();
    let other = &scenario.counterpart;
    let mut them = other.name.clone();
    for more in [&scenario.counterpart_title, &other.mood] {
        if !more.is_empty() {
            them = format!("{them}, {more}");
        }
    }
    page.hang("With  ", &them, Role::Ink);
    page.gap();
    page.say(
        "Reply in your own words first, typed or aloud. Then pick the written reply that comes nearest; it leads on.",
        Role::Dim,
    );
    let reasons = if talk.tells_reasons() {
        "What a reply did is said right after it."
    } else {
        "What the replies did is said at the end."
    };
    page.say(reasons, Role::Dim);
    page
}

/// The page of every step but the own words.
pub fn stops(talk: &Talk, width: u16) -> Stops {
    match talk.phase() {
        Phase::Briefing => briefing(talk, width),
        Phase::Heard => heard(talk, width),
        Phase::Own | Phase::Choosing | Phase::Ended => choosing(talk, false, width),
    }
}

/// Their line, then the written replies, to pick the nearest; each is a stop, the line the first. The last says that
/// none of them is it, and once that was said (`apart`) that one of them is.
pub fn choosing(talk: &Talk, apart: bool, width: u16) -> Stops {
    let mut page = Stops::new(width);
    page.stop(|page| {
        page.say(&who(talk, width), Role::Dim);
        page.say(&quoted(&talk.node().line), Role::Ink);
        page.gap();
        if !talk.text().trim().is_empty() {
            page.hang("You said  ", talk.text().trim(), Role::Ink);
            page.gap();
        }
        let asks = if apart {
            "Your words stay. Which of these leads on?"
        } else {
            "Nearest to it"
        };
        page.say(asks, Role::Dim);
    });
    for (n, choice) in (1..).zip(talk.choices()) {
        page.stop(|page| page.hang(&format!("{n}  "), &quoted(&choice.say), Role::Ink));
    }
    let last = if apart {
        "One of them is what I said"
    } else {
        "None of these is what I said"
    };
    let n = talk.choices().len() + 1;
    page.stop(|page| page.hang(&format!("{n}  "), last, Role::Dim));
    page.gap();
    meters(talk, &mut page);
    page
}

/// What the reply did.
fn heard(talk: &Talk, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let Some(reply) = talk.last() else {
        return page;
    };
    page.stop(|page| {
        if !reply.text.is_empty() {
            page.hang("You said  ", &reply.text, Role::Ink);
            page.gap();
        }
        if let Some(choice) = talk.picked(reply) {
            if reply.apart {
                page.hang("Led on by  ", &quoted(&choice.say), Role::Dim);
                page.say(
                    "None of the written replies was yours. What follows is about the written one.",
                    Role::Dim,
                );
            } else {
                page.hang("Nearest   ", &quoted(&choice.say), Role::Ink);
            }
            page.gap();
            page.say(&choice.why, Role::Mark);
            page.say(
                &format!("In short: {}.", words::skill(&choice.skill).to_lowercase()),
                Role::Dim,
            );
            let moved = talk::moved(&choice.effects);
            if !moved.is_empty() {
                page.say(&format!("{moved}."), Role::Ink);
            }
        }
        if let Some(limit) = reply.limit.filter(|_| reply.is_late()) {
            let over = clock_text(u64::from(reply.seconds - limit));
            page.say(
                &format!("They waited {over} longer than they usually do."),
                Role::Ink,
            );
        }
    });
    page.gap();
    meters(talk, &mut page);
    page
}

/// Where it stands, meter by meter.
fn meters(talk: &Talk, page: &mut Stops) {
    page.say("Where it stands", Role::Dim);
    for (meter, moved) in talk.meters(talk.path()) {
        let name = format!("{:METER$}", meter.word());
        page.hang(&name, talk::standing(meter, moved), Role::Ink);
    }
}

/// Their line, the reply being written, and the briefing below where there is room.
pub fn draw_own(talk: &Talk, editor: &Editor, area: Rect, out: &mut Canvas<'_>) {
    let mut y = area.y;
    let rest = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let small = area.height < 2 * REPLY;
    if !small {
        out.put(area.x, y, &who(talk, area.width), area.width, Role::Dim);
        y += 1;
    }
    let most = if small { 3 } else { area.height / 2 };
    let line = Rect {
        height: most,
        ..rest(y)
    };
    y += prose::draw(out, line, &quoted(&talk.node().line), Role::Mark);
    if !small {
        out.put(
            area.x,
            y + 1,
            "You, in your own words",
            area.width,
            Role::Dim,
        );
        y += 2;
    }
    let briefing = prose::wrap(&talk.scenario().briefing, area.width);
    let rows = u16::try_from(briefing.len()).unwrap_or(u16::MAX);
    let free = area.bottom().saturating_sub(y);
    let mut reply = rest(y);
    if !small && free >= rows.saturating_add(2 + REPLY) {
        reply.height = free - rows - 2;
        let below = rest(reply.bottom() + 1);
        out.put(below.x, below.y, "What you know", below.width, Role::Dim);
        let text = Rect {
            y: below.y + 1,
            height: below.height.saturating_sub(1),
            ..below
        };
        prose::draw_lines(out, text, &briefing, Role::Dim);
    }
    editor.draw(out, reply, true);
}
