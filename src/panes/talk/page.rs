//! The pages of a talk.

use ratatui::layout::Rect;

use crate::domain::practice::talk::{self, Phase, Talk};
use crate::domain::time::{Now, clock_text};
use crate::look::Role;
use crate::panes::words;
use crate::widgets::editor::Editor;
use crate::widgets::stops::Stops;
use crate::widgets::{Canvas, prose};

/// Rows of an empty reply: two sentences.
const REPLY: u16 = 4;

/// Below this height a page has one row for each thing that was said.
const SMALL: u16 = 12;

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

/// What stands before the words of a reply.
fn own_label(talk: &Talk) -> String {
    format!("{:10}", talk.own_label())
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
    let reply = if talk.is_aloud() {
        "Reply aloud in your own words first."
    } else {
        "Reply in your own words first, typed or aloud."
    };
    page.say(
        &format!("{reply} Then pick the written reply that comes nearest; it leads on."),
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

/// The same in the middle of a talk, with all of what was said last: a small screen has a row of it only.
pub fn reread(talk: &Talk, width: u16) -> Stops {
    let mut page = briefing(talk, width);
    if talk.phase() == Phase::Choosing {
        page.gap();
        page.hang("They said  ", &quoted(&talk.node().line), Role::Ink);
        page.hang(&own_label(talk), talk.text().trim(), Role::Ink);
    }
    page
}

/// The page of every step but the own words.
pub fn stops(talk: &Talk, apart: bool, (width, height): (u16, u16)) -> Stops {
    match talk.phase() {
        Phase::Briefing => briefing(talk, width),
        Phase::Heard => heard(talk, width),
        Phase::Own | Phase::Choosing | Phase::Ended => choosing(talk, apart, (width, height)),
    }
}

/// Their line, then the written replies, to pick the nearest; each is a stop, what is asked the first. The last says
/// that none of them is it, and once that was said (`apart`) that one of them is.
fn choosing(talk: &Talk, apart: bool, (width, height): (u16, u16)) -> Stops {
    let mut page = Stops::new(width);
    let own = talk.text().trim();
    if height < SMALL {
        page.line(&quoted(&talk.node().line), Role::Strong);
        if !own.is_empty() {
            page.line(&format!("{}{own}", own_label(talk)), Role::Ink);
        }
    } else {
        page.say(&who(talk, width), Role::Dim);
        page.say(&quoted(&talk.node().line), Role::Strong);
        page.gap();
        if !own.is_empty() {
            page.hang(&own_label(talk), own, Role::Ink);
            page.gap();
        }
    }
    let asks = match (apart, own.is_empty() || talk.is_aloud()) {
        (true, _) => "Your words stay. Which one leads on?",
        (false, true) => "Which is nearest to what you said?",
        (false, false) => "Which is nearest to it?",
    };
    page.stop(|page| page.line(asks, Role::Dim));
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
            page.hang(&own_label(talk), &reply.text, Role::Ink);
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
            page.say(&choice.why, Role::Strong);
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

/// What one knows, as a column beside what is said.
pub fn draw_beside(talk: &Talk, area: Rect, out: &mut Canvas<'_>) {
    out.put(area.x, area.y, "What you know", area.width, Role::Dim);
    let text = Rect {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    prose::draw(out, text, &talk.scenario().briefing, Role::Dim);
}

/// Their line, the reply being written, and what one knows below it, where that does not stand `beside` it.
pub fn draw_own(
    talk: &Talk,
    editor: &Editor,
    (area, beside): (Rect, Option<Rect>),
    out: &mut Canvas<'_>,
) {
    let mut y = area.y;
    let rest = |y: u16| Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    let small = area.height < SMALL;
    if !small {
        out.put(area.x, y, &who(talk, area.width), area.width, Role::Dim);
        y += 1;
    }
    let most = if small { 3 } else { area.height / 2 };
    let line = Rect {
        height: most,
        ..rest(y)
    };
    y += prose::draw(out, line, &quoted(&talk.node().line), Role::Strong);
    if !small {
        let words = if talk.is_aloud() {
            "Say it aloud; what you write are notes"
        } else {
            "You, in your own words"
        };
        out.put(area.x, y + 1, words, area.width, Role::Dim);
        y += 2;
    }
    let reply = editor.sized(rest(y), REPLY);
    let below = rest(reply.bottom() + 1);
    match beside {
        Some(beside) => draw_beside(talk, beside, out),
        // A heading with less than two rows says nothing.
        None if below.height > 2 => draw_beside(talk, below, out),
        None => {}
    }
    editor.draw(out, reply, true);
}

/// What stands at the right of the title.
pub fn clock_words(talk: &Talk, now: Now) -> String {
    let text = |s: u32| clock_text(u64::from(s));
    let Some(clock) = talk.clock() else {
        return String::new();
    };
    let gone = clock.seconds(now);
    match talk.limit() {
        Some(limit) if gone > limit => format!("{} longer than they wait", text(gone - limit)),
        Some(limit) => format!("{} of {} to reply", text(gone), text(limit)),
        None => "no hurry".to_owned(),
    }
}
