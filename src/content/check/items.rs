//! L23: judgments with one best and one worst way, statements that mirror each other.

use std::collections::HashMap;

use super::book::{Book, each};
use super::out::Out;
use crate::content::found::At;
use crate::content::raw::Item;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    let all: HashMap<&str, &Item> = book
        .items
        .iter()
        .map(|item| (item.record.id.as_str(), &item.record))
        .collect();
    each(&book.items, out, |item, at, out| {
        if item.kind == "self-report" {
            mirror(item, &all, at, out);
        } else {
            judgment(item, at, out);
        }
    });
}

fn judgment(item: &Item, at: &At<'_>, out: &mut Out<'_>) {
    for (level, word) in [("strong", "best"), ("not-yet", "worst")] {
        let count = item.options.iter().filter(|o| o.level == level).count();
        if count != 1 {
            let what = format_args!("{count} options have the level `{level}`.");
            out.error(
                "L23",
                &at.key("options"),
                what,
                format_args!("Let exactly one be the {word}."),
            );
        }
    }
    for (i, option) in item.options.iter().enumerate() {
        if option.why.trim().is_empty() {
            let options = at.key("options");
            let at = options.item(i);
            let at = at.key("why");
            let what = format_args!("`{at}` is missing.");
            out.error("L23", &at, what, "Say why it stands where it does.");
        }
    }
}

fn mirror(item: &Item, all: &HashMap<&str, &Item>, at: &At<'_>, out: &mut Out<'_>) {
    let Some(other) = all.get(item.mirror.as_str()) else {
        return;
    };
    let wrong = if other.id == item.id {
        "is the item itself"
    } else if other.mirror != item.id {
        "names another item as its mirror"
    } else if other.facet != item.facet {
        "is about something else"
    } else {
        return;
    };
    out.error(
        "L23",
        &at.key("mirror"),
        format_args!("The mirror `{}` {wrong}.", item.mirror),
        "A pair is two statements that say the opposite about one facet, and each names the other.",
    );
}
