//! The clock in words, and as a line under the title.

use ratatui::layout::Rect;

use crate::desk::View;
use crate::domain::library::Condition;
use crate::domain::practice::clock::{Edge, Pacing, Span};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::{Block, Input};
use crate::domain::practice::sitting::{Phase, Sitting, Stage};
use crate::domain::time::{Now, clock_text};
use crate::panes::{layout, words};
use crate::widgets::{Canvas, timeline};

fn text(seconds: u32) -> String {
    clock_text(u64::from(seconds))
}

/// What stands at the right of the title.
pub fn head_words(sitting: &Sitting, now: Now) -> String {
    let pacing = sitting.pacing();
    match sitting.phase() {
        Phase::Ready => thinking(sitting, now),
        Phase::Turn => "their turn".to_owned(),
        Phase::Keep => "one take given".to_owned(),
        Phase::Aside => aside(sitting, now),
        Phase::Answering | Phase::Retry | Phase::FollowUp => {
            match (sitting.span(), sitting.edge(now)) {
                (Some(span), _) if pacing == Pacing::Hard => {
                    let gone = sitting.clock().map_or(0, |c| c.seconds(now));
                    format!("{} of {}", text(gone), text(span.max))
                }
                (Some(span), Some(edge)) => within(sitting, (span, edge), now),
                _ => "no clock".to_owned(),
            }
        }
        Phase::Evidence | Phase::Flags => rating(sitting, 1, steps(sitting.rates_by_points())),
        Phase::Anchors { .. } => rating(sitting, 2, 3),
        Phase::After | Phase::Finished => {
            let all = steps(sitting.after().is_some_and(|a| a.is_by_points()));
            rating(sitting, all, all)
        }
    }
}

/// Widest screen whose title has room for figures only.
const FIGURES: u16 = 50;

/// The title of an answer of a drill on a narrow screen: which question, and how long it is by now: `1/2` and
/// `0:28 of 1:00-2:00`.
pub fn figures(sitting: &Sitting, view: &View<'_>) -> Option<(String, String)> {
    let drill = sitting.head().shape.is_none() && sitting.phase() == Phase::Answering;
    let span = sitting.span()?;
    if !drill || view.screen.0 >= FIGURES {
        return None;
    }
    let [length, min, max] = [sitting.length(view.now), span.min, span.max].map(text);
    let (at, of) = sitting.position();
    let aim = if span.min == 0 {
        max
    } else {
        format!("{min}-{max}")
    };
    Some((format!("{at}/{of}"), format!("{length} of {aim}")))
}

/// Where the answer in hand stands in its window: `0:31 here, up to 7:00`, `1:02 if spoken, in the target time`.
fn within(sitting: &Sitting, (span, edge): (Span, Edge), now: Now) -> String {
    let length = sitting.length(now);
    let (here, typed) = (length_words(sitting, now), !sitting.is_timed());
    let [min, max] = [span.min, span.max].map(text);
    match edge {
        Edge::Before if typed => format!("aim {min} to {max} aloud"),
        Edge::Before => format!("{here}, aim {min} to {max}"),
        // Without a lower edge a few words are no answer that carries yet.
        Edge::Inside if length == 0 => format!("up to {max}"),
        Edge::Inside if sitting.cut_words().is_some() => format!("{here}, one sentence more"),
        Edge::Inside if span.min == 0 => format!("{here}, up to {max}"),
        Edge::Inside => format!("{here}, in the target time"),
        Edge::Over => format!("{} over", text(span.over_by(length))),
    }
}

/// What the clock of the answer in hand shows, and of what: `3:10 here`, `0:52 if spoken`.
fn length_words(sitting: &Sitting, now: Now) -> String {
    let length = text(sitting.length(now));
    match (sitting.input(), sitting.is_timed()) {
        (Input::Aloud, _) => length,
        (Input::Typed, true) => format!("{length} here"),
        (Input::Typed, false) => format!("{length} if spoken"),
    }
}

/// Steps of a rating.
const fn steps(short: bool) -> u8 {
    if short { 2 } else { 3 }
}

/// `rating, step 1 of 3`; where all are rated at the end, which of how many: `rating 3 of 10, step 1`.
fn rating(sitting: &Sitting, step: u8, all: u8) -> String {
    match sitting.rating_place().filter(|(_, of)| *of > 1) {
        Some((at, of)) => format!("rating {at} of {of}, step {step}"),
        None => format!("rating, step {step} of {all}"),
    }
}

/// From how many seconds on thinking is preparing something, with a time of its own.
const PREPARES: u32 = 120;

/// The seconds there are to prepare, where that is more than a moment to think and a clock runs.
pub fn long_prep(sitting: &Sitting) -> Option<u32> {
    let prep = sitting.prompt().map_or(0, |p| p.prep_s);
    (prep >= PREPARES && sitting.pacing() != Pacing::None).then_some(prep)
}

fn thinking(sitting: &Sitting, now: Now) -> String {
    let gone = sitting.clock().map_or(0, |c| c.seconds(now));
    let prep = sitting.prompt().map_or(0, |p| p.prep_s);
    match sitting.pacing() {
        Pacing::None => "no clock".to_owned(),
        Pacing::Window if long_prep(sitting).is_some() && gone > prep => {
            format!("preparing, {} over", text(gone - prep))
        }
        Pacing::Window if long_prep(sitting).is_some() => {
            format!("prepare {} of {}", text(gone), text(prep))
        }
        Pacing::Hard if prep > 0 => format!("think {} of {}", text(gone), text(prep)),
        Pacing::Window | Pacing::Hard => format!("thinking, {}", text(gone)),
    }
}

fn aside(sitting: &Sitting, now: Now) -> String {
    let gone = sitting.clock().map_or(0, |c| c.seconds(now));
    match sitting.clock().and_then(Countdown::span) {
        Some(span) => format!("{} of {}", text(gone), text(span.max)),
        None => "no clock".to_owned(),
    }
}

/// What stands at the left and in the middle of the title: the section of a mock, or the drill.
pub fn place_words(sitting: &Sitting, now: Now) -> (String, String) {
    if let Some(stage) = sitting.stage(now) {
        let of = stage.shape.sections.len();
        let place = format!("part {} of {of}", stage.section + 1);
        let timed = matches!(sitting.phase(), Phase::Ready | Phase::Answering);
        let place = match stage.stretch.takes.filter(|n| timed && *n > 1) {
            Some(takes) => format!("{place}, take {} of {takes}", sitting.take()),
            None => place,
        };
        return (stage.stretch.title.clone(), place);
    }
    let (at, of) = sitting.position();
    (sitting.head().title.clone(), format!("{at} of {of}"))
}

/// The clocks of a mock in words: `5 of 12 minutes of this part used, 17 of 45 in all.` Empty in a drill and without a
/// clock.
pub fn stage_words(sitting: &Sitting, view: &View<'_>) -> String {
    let stage = sitting.stage(view.now);
    let Some(stage) = stage.filter(|_| sitting.head().pacing != Pacing::None) else {
        return String::new();
    };
    minutes_words(&stage, view.screen.0 < 60)
}

/// The minutes of the part and of the whole, as a stage says them.
pub fn minutes_words(stage: &Stage<'_>, narrow: bool) -> String {
    let to_second = stage.shape.has(Condition::TimePressure);
    let used = |s: u32| match s {
        s if to_second && s > 0 => text(s),
        s => (s / 60).to_string(),
    };
    let (spent, total) = (used(stage.spent_s), used(stage.total_s));
    let (section, all) = (stage.section_s.div_ceil(60), stage.whole_s.div_ceil(60));
    let minutes = words::count(section as usize, "minute", "minutes");
    let in_all = match total.as_str() {
        "0" => format!("{all} in all"),
        total => format!("{total} of {all} in all"),
    };
    if stage.spent_s > stage.section_s {
        let over = (stage.spent_s - stage.section_s).div_ceil(60) as usize;
        let over = words::count(over, "minute", "minutes");
        return format!("This part is over by {over}; the next one gives way. {in_all}.");
    }
    match (spent.as_str(), narrow) {
        ("0", true) => format!("{minutes} for this part, {in_all}."),
        ("0", false) if stage.spent_s > 0 => {
            format!("{minutes} for this part, less than one used; {in_all}.")
        }
        ("0", false) => format!("{minutes} for this part, none used yet; {in_all}."),
        (spent, true) => format!("Part: {spent} of {minutes}; {in_all}."),
        (spent, false) => format!("{spent} of {minutes} of this part used, {in_all}."),
    }
}

/// What is told when the format's clock has ended an answer.
pub fn over_words(block: &Block) -> Option<String> {
    match block {
        Block::Answer(answer) if answer.skipped => Some("Time. Nothing was said here.".to_owned()),
        Block::Answer(_) => Some("Time. What you said is kept.".to_owned()),
        _ => None,
    }
}

/// What comes after an answer that the clock has ended.
pub fn goes_on(sitting: &Sitting) -> &'static str {
    match sitting.phase() {
        Phase::Ready | Phase::Answering => " The next question is here.",
        _ => "",
    }
}

/// `at 6:42`, for the pause sheet; with the length of what was typed beside it: `3:10 here, 0:52 if spoken`.
pub fn at_words(sitting: &Sitting, now: Now) -> String {
    if sitting.clock().is_none() {
        return String::new();
    }
    let here = text(sitting.gone(now));
    let written = sitting.phase().is_answering() && sitting.input() == Input::Typed;
    match sitting.spoken() {
        spoken if written && spoken > 0 => format!("{here} here, {} if spoken", text(spoken)),
        _ => format!("at {here}"),
    }
}

/// Draws the time line in the row below the title; `body` is the area below it.
pub fn draw(sitting: &Sitting, now: Now, body: Rect, out: &mut Canvas<'_>) {
    let (Some(row), Some(clock)) = (layout::time_row(body), sitting.clock()) else {
        return;
    };
    match (sitting.phase(), sitting.pacing()) {
        (_, Pacing::None) => {}
        (Phase::Ready, pacing) if pacing == Pacing::Hard || long_prep(sitting).is_some() => {
            let prep = sitting.prompt().map_or(0, |p| p.prep_s);
            timeline::draw_limit(out, row, clock.seconds(now), prep);
        }
        (Phase::Answering | Phase::Retry | Phase::FollowUp, pacing) => {
            let Some(span) = sitting.span() else { return };
            if pacing == Pacing::Hard {
                timeline::draw_limit(out, row, clock.seconds(now), span.max);
            } else {
                timeline::draw(out, row, sitting.length(now), (span.min, span.max));
            }
        }
        _ => {}
    }
}
