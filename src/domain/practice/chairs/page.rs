//! What came of it for both of them, question by question. The screen, the clipboard and the page for both show these
//! lines.

use super::machine::Chairs;
use super::turn::{Beside, Turn};
use crate::domain::library::Library;
use crate::domain::practice::mock::PageLine;
use crate::domain::practice::record::{Act, Form, Noted, Rater, Seat, SittingRecord};
use crate::domain::text::number;
use crate::domain::time::clock_text;

/// The lines of a sitting of two friends; nothing for any other.
pub fn lines(record: &SittingRecord, library: &Library) -> Option<Vec<PageLine>> {
    let Form::Chairs(pair) = &record.head.form else {
        return None;
    };
    let chairs = Chairs::replay(pair, record, library);
    let mut page = Vec::new();
    let turns = chairs.turns().iter().enumerate();
    let answered = turns.filter(|(_, turn)| turn.answer().is_some_and(|a| !a.skipped));
    for (n, turn) in answered {
        let name = |seat| pair.name(chairs.who_at(n, seat));
        let (own, asker) = (name(Seat::Answers), name(Seat::Asks));
        page.push(PageLine::Heading(format!("{own}: {}", turn.asked())));
        // What only one of them has rated is nobody else's before both have.
        if turn.is_open_to_both() {
            of_turn(turn, own, asker, &mut page);
        } else {
            page.push(PageLine::Item("It was not rated by both.".to_owned()));
        }
    }
    if page.is_empty() {
        page.push(PageLine::Item("Nothing was answered here.".to_owned()));
    }
    Some(page)
}

fn of_turn(turn: &Turn, own: &str, asker: &str, page: &mut Vec<PageLine>) {
    let rows = turn.beside();
    let length = turn.answer().map_or(0, |answer| answer.seconds);
    let length = clock_text(length.into());
    if let Some(whole) = rows.first() {
        page.push(PageLine::Mark(format!(
            "As a whole: {}. It took {length}.",
            words(whole, own, asker)
        )));
    }
    let mut say = |words: String| page.push(PageLine::Item(words));
    if let Some(level) = turn.level_by(Rater::Agreed) {
        let last = rows.first().is_none_or(|whole| whole.agreed.is_none());
        if last {
            say(format!(
                "With the words that both agreed on: {}.",
                level.word()
            ));
        }
    }
    for row in rows.iter().skip(1) {
        say(format!("{}: {}.", row.title, words(row, own, asker)));
    }
    for (flag, seat) in turn.seen_once() {
        let by = if seat == Seat::Asks { asker } else { own };
        say(format!("Only {by} saw it: {flag}"));
    }
    for (title, act, seat, by) in [
        ("wrote", Act::Line, Seat::Asks, asker),
        ("wrote", Act::Line, Seat::Answers, own),
        ("would keep", Act::Keep, Seat::Asks, asker),
        ("would change", Act::Change, Seat::Asks, asker),
    ] {
        let text = turn.line(act, seat);
        if !text.is_empty() {
            say(format!("{by} {title}: {text}"));
        }
    }
    heard(turn).into_iter().for_each(&mut say);
    for point in turn.heard_by_neither() {
        say(format!("Heard by neither: {point}"));
    }
}

/// `Sam Solid, Ana Partly, agreed Solid`.
fn words(row: &Beside, own: &str, asker: &str) -> String {
    let agreed = row.agreed.map(|level| format!(", agreed {}", level.word()));
    let both = if row.own == row.theirs {
        format!("both {}", row.own.word())
    } else {
        format!("{own} {}, {asker} {}", row.own.word(), row.theirs.word())
    };
    format!("{both}{}", agreed.unwrap_or_default())
}

/// What was written, asked and tapped while listening, a sentence for each; nothing where nothing was.
pub fn heard(turn: &Turn) -> Vec<String> {
    let noted = |noted: &Noted| {
        let words = match noted.what {
            Act::Note => noted.text.clone(),
            Act::Probe => format!("Asked: {}", turn.probe(noted.n)?),
            _ => return None,
        };
        Some(format!("{} {words}", clock_text(noted.second.into())))
    };
    let mut said: Vec<String> = turn.by(Seat::Asks).filter_map(noted).collect();
    let moments = |act: Act| {
        let seconds = turn.of(act, Seat::Asks).map(|noted| noted.second);
        let at: Vec<String> = seconds.map(|s| clock_text(s.into())).collect();
        at.join(", ")
    };
    let times = |n: usize| match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{} times", number(n)),
    };
    for (act, what) in [(Act::Lost, "Lost"), (Act::Landed, "Landed")] {
        match turn.taps(act) {
            0 => {}
            n => said.push(format!("{what} {}, at {}.", times(n), moments(act))),
        }
    }
    match turn.taps(Act::Filler) {
        0 => {}
        1 => said.push("One filler word.".to_owned()),
        n => said.push(format!(
            "{} filler words.",
            crate::domain::text::capital(&number(n))
        )),
    }
    match turn.taps(Act::We) {
        0 => {}
        n => said.push(format!("\"We\" {} where \"I\" was wanted.", times(n))),
    }
    said
}
