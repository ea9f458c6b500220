//! L13 words that leave nobody out, L14 words that travel, L17 no brands, L30 American spelling.

use serde::Serialize;

use super::book::{Book, Placed, each, each_shelf};
use super::lists::{self, List};
use super::out::Out;
use super::tokens::{Token, tokens};
use super::walk;
use crate::content::found::At;
use crate::content::raw::Record;

/// Arrays in which "he" and "she" mean anybody.
const GENERIC: [&str; 9] = [
    "question",
    "checklist",
    "ask",
    "dimension",
    "competency",
    "item",
    "plan",
    "story_prompt",
    "template",
];

/// Words that take a person to be a man or a woman.
const GENDERED: [&str; 8] = [
    "he", "she", "his", "hers", "him", "her", "himself", "herself",
];

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each_shelf!(book, |records| read(records, out));
}

fn read<R: Record + Serialize>(records: &[Placed<R>], out: &mut Out<'_>) {
    let lists: &[List] = if R::ARRAY == "question" {
        &[
            List::Inclusive,
            List::InQuestions,
            List::Idioms,
            List::Brands,
            List::American,
        ]
    } else {
        &[List::Inclusive, List::Idioms, List::Brands, List::American]
    };
    let generic = GENERIC.contains(&R::ARRAY);
    each(records, out, |record, at, out| {
        walk::prose(record, at, &mut |at, text| {
            let tokens = tokens(text);
            let brands = listed(&tokens, lists, at, out);
            if generic {
                gendered(&tokens, at, out);
            }
            // Code and tables have capitals everywhere.
            let is_sheet = text.contains('\n');
            if generic && !brands && !is_sheet {
                named(&tokens, at, out);
            }
        });
    });
}

/// Tells what the lists know; `true` when a brand was among it.
fn listed(tokens: &[Token<'_>], lists: &[List], at: &At<'_>, out: &mut Out<'_>) -> bool {
    let hits = lists::find(tokens, lists);
    for hit in &hits {
        let (phrase, instead) = (&hit.entry.phrase, &hit.entry.instead);
        match hit.list {
            List::Brands => {
                let what = format_args!("`{at}` names a brand: \"{phrase}\".");
                out.error(
                    "L17",
                    at,
                    what,
                    format_args!("Write what it is: \"{instead}\"."),
                );
            }
            List::Idioms => {
                let what = format_args!("`{at}` has an idiom: \"{phrase}\".");
                out.warn(
                    "L14",
                    at,
                    what,
                    format_args!("Say it plainly: \"{instead}\"."),
                );
            }
            List::American => {
                let what = format_args!("`{at}` has the British form \"{phrase}\".");
                out.warn("L30", at, what, format_args!("Write \"{instead}\"."));
            }
            List::Inclusive | List::InQuestions | List::Private => {
                let what = format_args!("`{at}` leaves people out: \"{phrase}\".");
                out.error("L13", at, what, format_args!("Write \"{instead}\"."));
            }
        }
    }
    hits.iter().any(|hit| hit.list == List::Brands)
}

fn gendered(tokens: &[Token<'_>], at: &At<'_>, out: &mut Out<'_>) {
    if let Some(word) = tokens
        .iter()
        .find(|token| GENDERED.contains(&token.lower.as_str()))
    {
        let what = format_args!("`{at}` says \"{}\" of anybody.", word.word);
        out.error("L13", at, what, "Write \"they\", \"the person\" or a role.");
    }
}

/// A capital in the middle of a sentence is most often a name.
fn named(tokens: &[Token<'_>], at: &At<'_>, out: &mut Out<'_>) {
    let name = tokens.iter().find(|token| {
        let capital = token.word.starts_with(char::is_uppercase);
        capital
            && !token.starts
            && !is_initials(token.word)
            && !lists::CAPITALS.contains(&token.lower.as_str())
    });
    if let Some(name) = name {
        let what = format_args!(
            "`{at}` may name a firm, a product or a person: \"{}\".",
            name.word
        );
        out.warn("L17", at, what, "Write what it is, in lower case.");
    }
}

/// `I`, `HR`, `US`: single letters and short forms.
fn is_initials(word: &str) -> bool {
    let letters = word.chars().take_while(|c| *c != '\'' && *c != '’');
    letters.clone().count() <= 4
        && letters
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
}
