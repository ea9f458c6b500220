//! The pages of a set of items.

use crate::domain::level::Level;
use crate::domain::library::{ItemKind, ItemMode, ItemTask, Judgment};
use crate::domain::practice::assess::{
    Agreement, Fit, Mark, Phase, Picks, Response, Set, Shown, Slot, ends, fit,
};
use crate::domain::time::clock_text;
use crate::look::Role;
use crate::widgets::stops::Stops;

/// Below this width there is no line of words, so that the page itself says what is asked.
const SMALL: u16 = 56;

/// Below this height every row is for something to read.
const LOW: u16 = 12;

/// What is asked of an item, for the line of words; a statement has its question on the page, whatever the size.
pub fn status(set: &Set) -> &'static str {
    match set.item().map(|item| &item.task) {
        Some(ItemTask::Statement(_)) => "",
        _ => asks(set),
    }
}

/// What is asked of an item.
fn asks(set: &Set) -> &'static str {
    let mode = set.item().map(|item| &item.task);
    match (mode, set.picks()) {
        (Some(ItemTask::Statement(_)), _) => "How much is this like you at work?",
        (_, Picks::Rate(_)) if set.is_whole() => {
            "Enter goes on. A number changes the marked one, u takes one back."
        }
        _ if set.is_whole() => "Enter goes on. A number again takes a pick back.",
        (_, Picks::BestWorst { best: None, .. }) => "What would be the best thing to do?",
        (_, Picks::BestWorst { .. }) => "And the worst?",
        (_, Picks::Rank(_)) => "Put them in order, the best first.",
        (_, Picks::Rate(_)) => "1 to 4: makes it worse, helps little, helps, helps most.",
        (_, Picks::Agree(_)) => "",
    }
}

/// What Enter does now, with this act or step marked; `None` where it does nothing.
pub fn enter_words(set: &Set, marked: Option<usize>) -> Option<&'static str> {
    if set.is_whole() {
        return Some("next");
    }
    let marked = marked?;
    let open = || (set.acts().get(marked)).is_some_and(|act| act.mark == Mark::None);
    match set.picks() {
        Picks::Agree(_) => Some("take it"),
        Picks::BestWorst { best: None, .. } => Some("the best"),
        Picks::BestWorst { .. } => open().then_some("the worst"),
        Picks::Rank(placed) if open() => Some(match placed.len() {
            0 => "put it first",
            _ => "put it next",
        }),
        // Acts are rated by number only.
        Picks::Rank(_) | Picks::Rate(_) => None,
    }
}

/// The step that a statement was given, from 0.
pub fn agreed(set: &Set) -> Option<usize> {
    match set.picks() {
        Picks::Agree(picked) => picked.map(|a| usize::from(a.step())),
        _ => None,
    }
}

/// The page of the step in hand.
pub fn stops(set: &Set, (width, height): (u16, u16)) -> Stops {
    match set.phase() {
        Phase::Intro => intro(set, width),
        Phase::Asking => asking(set, (width, height)),
        Phase::Reasons | Phase::Finished => {
            let mut page = Stops::new(width);
            if let Some(slot) = set.slot() {
                reasons(slot, &mut page, true);
            }
            page
        }
    }
}

fn intro(set: &Set, width: u16) -> Stops {
    let mut page = Stops::new(width);
    let (_, of) = set.position();
    let time = set.limit().map_or_else(
        || "There is no clock.".to_owned(),
        |limit| {
            let limit = clock_text(u64::from(limit));
            let time = set.factor().note();
            if set.is_hard() {
                format!("They end by themselves after {limit}{time}.")
            } else {
                format!(
                    "Tests of this kind give about {limit} for them{time}; here nothing cuts you off."
                )
            }
        },
    );
    page.stop(|page| match set.kind() {
        ItemKind::Judgment => {
            page.say(&format!("{of} situations from work. {time}"), Role::Ink);
            page.gap();
            let when = if set.tells_reasons() {
                "right after"
            } else {
                "at the end"
            };
            page.say(
                &format!("Say what you would do. Why each act helps or does not comes {when}."),
                Role::Ink,
            );
            page.gap();
            page.say(
                "Employers weigh the same acts differently, by what their own people do. Here each act has its reason, and \
                 there is no score.",
                Role::Dim,
            );
        }
        ItemKind::SelfReport => {
            page.say(&format!("{of} statements about you at work. {time}"), Role::Ink);
            page.gap();
            page.say(
                "There is no right answer. Answer as you are at work, not as they may want you; some statements come \
                 twice, the other way around.",
                Role::Ink,
            );
            page.gap();
            page.say(
                "What you answer stays in your folder on this computer. It is in no export, and there is no score.",
                Role::Dim,
            );
        }
    });
    page
}

fn asking(set: &Set, (width, height): (u16, u16)) -> Stops {
    let low = height < LOW;
    let mut page = Stops::new(width);
    let Some(item) = set.item() else {
        return page;
    };
    match &item.task {
        ItemTask::Statement(statement) => {
            page.say(&statement.text, Role::Strong);
            if !low {
                page.gap();
            }
            page.stop(|page| page.say(asks(set), Role::Dim));
            let picked = agreed(set);
            for (n, agreement) in Agreement::ALL.into_iter().enumerate() {
                let mark = if picked == Some(n) { "[x]" } else { "[ ]" };
                let line = format!("{}  {mark} {}", n + 1, agreement.words());
                page.stop(|page| page.say(&line, Role::Ink));
            }
        }
        ItemTask::Judgment(judgment) => {
            let ask = match judgment.mode {
                _ if width < SMALL => asks(set),
                ItemMode::BestWorst => "The best thing to do, and the worst",
                ItemMode::Rank => "In order, the best first",
                ItemMode::Rate => "How well does each deal with it?",
            };
            let say = |page: &mut Stops| page.say(&judgment.situation, Role::Strong);
            if low {
                // Where it may fill the screen it is read line by line.
                page.stop(|page| {
                    say(page);
                    page.say(ask, Role::Dim);
                });
            } else {
                say(&mut page);
                page.gap();
                page.stop(|page| page.say(ask, Role::Dim));
            }
            for (n, act) in set.acts().into_iter().enumerate() {
                let (mark, before) = mark_words(act.mark);
                let width = match judgment.mode {
                    ItemMode::BestWorst => 6,
                    ItemMode::Rank => 4,
                    ItemMode::Rate => 0,
                };
                let label = format!("{}  {mark:width$}", label(judgment.mode, n));
                let text = format!("{before}{}", act.option.text);
                page.stop(|page| page.hang(&label, &text, Role::Ink));
            }
        }
    }
    page
}

/// The letter of an act, from 0, where the numbers are levels.
pub fn letter(n: usize) -> char {
    ('a'..='z').nth(n).unwrap_or('z')
}

/// What an act goes by: the number that picks it, or a letter where the numbers are levels.
fn label(mode: ItemMode, n: usize) -> String {
    match mode {
        ItemMode::Rate => letter(n).to_string(),
        ItemMode::BestWorst | ItemMode::Rank => (n + 1).to_string(),
    }
}

/// What was picked of an act: in the column of its number, where it is short, so that the act is not wrapped anew; and
/// before its words.
fn mark_words(mark: Mark) -> (&'static str, String) {
    match mark {
        Mark::None => ("", String::new()),
        Mark::Best => ("best", String::new()),
        Mark::Worst => ("worst", String::new()),
        Mark::Level(level) => ("", format!("{}: ", deed(level))),
        Mark::Place(n) => {
            let places = ["1st", "2nd", "3rd", "4th", "5th"];
            (
                places.get(n.saturating_sub(1)).copied().unwrap_or(""),
                String::new(),
            )
        }
    }
}

/// What an act does for the situation; the words of the scale are about answers, and an act is none.
pub const fn deed(level: Level) -> &'static str {
    match level {
        Level::NotYet => "Makes it worse",
        Level::Partly => "Helps little",
        Level::Solid => "Helps",
        Level::Strong => "Helps most",
    }
}

/// `First`, `Second` and so on.
fn place(n: usize) -> &'static str {
    let words = ["First", "Second", "Third", "Fourth", "Fifth"];
    words.get(n.saturating_sub(1)).copied().unwrap_or("Later")
}

/// Why each act helps or does not, and how mine lies to it; `each`: the eye stops at each act.
pub fn reasons(slot: &Slot, page: &mut Stops, each: bool) {
    let Some(ItemTask::Judgment(judgment)) = slot.item.as_ref().map(|i| &i.task) else {
        return;
    };
    page.say(&judgment.situation, Role::Dim);
    page.gap();
    let response = slot.answer.as_ref().map(|a| &a.response);
    let how = response.map_or(OTHERWISE, |response| how(judgment, response));
    page.say(how, Role::Strong);
    for (n, act) in slot.answered().into_iter().enumerate() {
        page.gap();
        let write = |page: &mut Stops| {
            let label = format!("{}  ", label(judgment.mode, n));
            page.hang(&label, &act.option.text, Role::Ink);
            let key = deed(act.option.level);
            let why = format!(
                "{key}{}. {}.",
                mine(&act),
                act.option.why.trim_end_matches('.')
            );
            page.hang("   ", &why, Role::Dim);
        };
        if each {
            page.stop(write);
        } else {
            write(page);
        }
    }
}

const OTHERWISE: &str = "You see it otherwise than we do.";

/// How an answer lies to the key; of a best and a worst act, which of the two is as the key has it.
fn how(judgment: &Judgment, response: &Response) -> &'static str {
    match (fit(judgment, response), ends(judgment, response)) {
        (Some(Fit::Same), _) => "You see it as we do.",
        (_, Some((true, false))) => "You chose the same best act as we would, and another worst.",
        (_, Some((false, true))) => "You chose the same worst act as we would, and another best.",
        (Some(Fit::Near), _) => "You see it nearly as we do.",
        (Some(Fit::Other) | None, _) => OTHERWISE,
    }
}

/// `, you: the best`.
fn mine(act: &Shown<'_>) -> String {
    match act.mark {
        Mark::None => String::new(),
        Mark::Best => "; you: the best".to_owned(),
        Mark::Worst => "; you: the worst".to_owned(),
        Mark::Level(level) => format!("; you: {}", deed(level).to_lowercase()),
        Mark::Place(n) => format!("; you: {}", place(n).to_lowercase()),
    }
}
