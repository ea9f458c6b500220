//! L27: letters that can be sent: short, with blanks that somebody can fill.

use super::book::{Book, each};
use super::out::Out;
use crate::content::found::At;
use crate::content::hint::did_you_mean;
use crate::content::raw::Template;
use crate::domain::library::{FILLED, slots};

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.templates, out, |template, at, out| {
        lengths(template, at, out);
        blanks(template, at, out);
    });
}

fn lengths(template: &Template, at: &At<'_>, out: &mut Out<'_>) {
    let words = template.body.split_whitespace().count();
    if !(40..=150).contains(&words) {
        let what = format_args!("`body` has {words} words.");
        out.error("L27", &at.key("body"), what, "Write 40 to 150.");
    }
    if let Some(most) = template.max_words.filter(|most| words > *most as usize) {
        let what = format_args!("`body` has {words} words; `max_words` is {most}.");
        out.error("L27", &at.key("body"), what, "Cut it, or allow more.");
    }
    let length = template.subject.chars().count();
    if length > 70 {
        let what = format_args!("`subject` has {length} characters; 70 are the limit.");
        out.error("L27", &at.key("subject"), what, "Say it in fewer.");
    }
}

/// A slot is filled by the program, has a text that stands in, or must be written by the person.
fn blanks(template: &Template, at: &At<'_>, out: &mut Out<'_>) {
    let mut used: Vec<&str> = Vec::new();
    for (field, text) in [("subject", &template.subject), ("body", &template.body)] {
        for slot in slots(text)
            .filter(|slot| !used.contains(slot))
            .collect::<Vec<_>>()
        {
            used.push(slot);
            let filled = FILLED.iter().any(|(known, _)| *known == slot)
                || template.slots.contains_key(slot)
                || template.must_personalize.iter().any(|own| own == slot);
            if !filled {
                let known = FILLED.iter().map(|(known, _)| *known);
                let known = known.chain(template.slots.keys().map(String::as_str));
                let what = format_args!("Nobody fills the slot {{{slot}}} of `{field}`.");
                let hint = format!(
                    "{} Or give it a text in `slots`, or name it in `must_personalize`.",
                    did_you_mean(slot, known.collect::<Vec<_>>().into_iter())
                );
                out.error("L27", &at.key(field), what, hint);
            }
        }
    }
    for (i, own) in template.must_personalize.iter().enumerate() {
        if !used.contains(&own.as_str()) {
            let at = at.key("must_personalize");
            let what = format_args!("There is no slot {{{own}}} in the letter.");
            let hint = did_you_mean(own, used.iter().copied());
            out.error("L27", &at.item(i), what, hint);
        }
    }
}
