//! L25: both voices on every topic, in pairs, blended and dated.

use std::collections::HashMap;

use super::book::{Book, each};
use super::closed::VOICE_TOPICS;
use super::dates::months_between;
use super::out::{Out, Scope};
use crate::content::found::At;
use crate::content::raw::Perspective;

/// Months after which a trend is news no more.
const TREND: i32 = 18;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    let all: HashMap<&str, &Perspective> = book
        .perspectives
        .iter()
        .map(|p| (p.record.id.as_str(), &p.record))
        .collect();
    each(&book.perspectives, out, |perspective, at, out| {
        topic(perspective, at, out);
        pair(perspective, &all, at, out);
        body(perspective, at, out);
        dated(perspective, &book.date, at, out);
    });
    if out.scope == Scope::Shipped && !book.perspectives.is_empty() {
        both_voices(book, out);
    }
}

fn topic(p: &Perspective, at: &At<'_>, out: &mut Out<'_>) {
    if !VOICE_TOPICS.contains(&p.topic.as_str()) {
        let what = format_args!("`topic` cannot be {:?}.", p.topic);
        out.error(
            "L25",
            &at.key("topic"),
            what,
            crate::content::hint::did_you_mean(&p.topic, VOICE_TOPICS.into_iter()),
        );
    }
    if p.topic == "success" && p.changed.is_empty() {
        out.error(
            "L25",
            &at.key("changed"),
            "A success does not say what the person changed.",
            "Write `changed`.",
        );
    }
}

fn pair(p: &Perspective, all: &HashMap<&str, &Perspective>, at: &At<'_>, out: &mut Out<'_>) {
    let Some(other) = all.get(p.pair.as_str()) else {
        return;
    };
    let wrong = if other.pair != p.id {
        "names another card as its pair"
    } else if other.topic != p.topic {
        "is on another topic"
    } else if other.voice == p.voice {
        "has the same voice"
    } else {
        return;
    };
    let what = format_args!("The pair `{}` {wrong}.", p.pair);
    out.error(
        "L25",
        &at.key("pair"),
        what,
        "A pair is two cards on one topic in both voices, and each names the other.",
    );
}

fn body(p: &Perspective, at: &At<'_>, out: &mut Out<'_>) {
    let words = p.body.split_whitespace().count();
    if !(40..=110).contains(&words) {
        out.error(
            "L25",
            &at.key("body"),
            format_args!("`body` has {words} words."),
            "Write 40 to 110.",
        );
    }
    if quotes_somebody(&p.body) {
        let hint = "Blend what several people told; no real person speaks here.";
        out.error(
            "L25",
            &at.key("body"),
            "`body` quotes somebody by name.",
            hint,
        );
    }
}

/// Whether a quotation stands beside `said`, `says` or `told` with a name.
fn quotes_somebody(text: &str) -> bool {
    let quoted = text.contains(['"', '“']);
    let words: Vec<&str> = text.split_whitespace().collect();
    let speaks = |word: &str| ["said", "says", "told", "asked", "wrote"].contains(&word);
    let is_name = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    let pairs = words
        .windows(2)
        .filter_map(|pair| <[&str; 2]>::try_from(pair).ok());
    quoted && pairs.clone().any(|[a, b]| speaks(a) && is_name(b))
}

fn dated(p: &Perspective, date: &str, at: &At<'_>, out: &mut Out<'_>) {
    if p.topic != "trends" {
        return;
    }
    let at = at.key("as_of");
    match p
        .as_of
        .as_ref()
        .and_then(|as_of| months_between(&as_of.0, date))
    {
        None => out.error(
            "L25",
            &at,
            "A trend has no date.",
            "Write `as_of = 2026-05-01`, the day it held.",
        ),
        Some(months) if months > TREND => {
            let what = format_args!("The trend held {months} months before the content date.");
            out.error(
                "L25",
                &at,
                what,
                format_args!("Look again; {TREND} months are the limit."),
            );
        }
        Some(_) => {}
    }
}

fn both_voices(book: &Book, out: &mut Out<'_>) {
    let Some(last) = book.perspectives.last() else {
        return;
    };
    for topic in VOICE_TOPICS {
        for voice in ["seeker", "manager"] {
            let there = book
                .perspectives
                .iter()
                .any(|p| p.record.topic == topic && p.record.voice == voice);
            if !there {
                out.leave(last.file);
                let what = format_args!("The topic `{topic}` has no card in the voice `{voice}`.");
                out.error("L25", &At::top("perspective"), what, "Write one.");
            }
        }
    }
}
