//! Words of a page without what stands around them and says nothing.

use crate::content::import::asking;
use crate::content::import::furniture;
use crate::content::import::label::unlabelled;

/// Words without the marks at their end that say nothing: a source in brackets, pictographs, a stray sign.
pub fn tidy(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}'));
        if let Some((head, tail)) = text.rsplit_once('[')
            && let Some(word) = tail
                .trim_end_matches(']')
                .split_whitespace()
                .next()
                .filter(|_| tail.ends_with(']') && tail.chars().count() < 24)
            && (furniture::is_way(word) || furniture::is_answer(word))
        {
            text = head.trim_end_matches('[');
        }
        text = without_blank(untagged(unquoted(text)));
        if text == before {
            return text.to_owned();
        }
    }
}

/// Longest place to fill in behind a question, in characters.
const BLANK: usize = 60;

/// A question without the place for marks behind it on a form: `Why us?  Score: ___ /5`.
fn without_blank(text: &str) -> &str {
    let Some(at) = text.find("__") else {
        return text;
    };
    let (before, blank) = text.split_at(at);
    let end = before.rfind(|c: char| asking::is_mark(c) || matches!(c, '.' | '!' | '。'));
    let kept = end.and_then(|end| {
        let mark = before.get(end..)?.chars().next()?.len_utf8();
        before.get(..end + mark)
    });
    let letters = blank.chars().filter(|c| c.is_alphabetic()).count();
    kept.filter(|kept| text.len() - kept.len() <= BLANK && letters < 8)
        .unwrap_or(text)
}

/// A sentence without the tags that notes have behind it: `What is it? #card`.
fn untagged(text: &str) -> &str {
    let Some((head, tag)) = text.rsplit_once(char::is_whitespace) else {
        return text;
    };
    let head = head.trim_end();
    let ended = head.ends_with(|c: char| asking::is_mark(c) || matches!(c, '.' | '!' | '。'));
    if furniture::is_tags(tag) && (ended || tag == "#card") {
        head
    } else {
        text
    }
}

/// Text without quotes around the whole.
fn unquoted(text: &str) -> &str {
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」')];
    let inner = pairs.iter().find_map(|(open, close)| {
        text.strip_prefix(*open)?
            .strip_suffix(*close)
            .filter(|inner| !inner.contains([*open, *close]))
    });
    inner.unwrap_or(text)
}

/// A heading as a topic: without numbers and the colon at its end.
pub fn topic(text: &str) -> String {
    let text = tidy(unlabelled(text));
    let text = text.trim_start_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, '(' | '`' | '.' | '"' | '「')
    });
    text.trim_end_matches([':', '：', '.', ' ']).to_owned()
}
