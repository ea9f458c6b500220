//! Tells whether words ask something.
//!
//! Nobody can know that of every sentence in every language, so the answer has grades, and those who ask look at
//! the neighbors too: in a list of which most items ask, the others do as well.

use super::words::WORDS;

/// Whether and how a text asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asks {
    /// Nothing says so.
    No,
    /// It sets a task, or is a step of a manual.
    Task,
    /// It begins as a question or request does.
    Stem,
    /// It has a question mark where a sentence ends.
    Mark,
}

impl Asks {
    /// Whether it asks by itself, without a look at the neighbors.
    pub fn surely(self) -> bool {
        self >= Self::Stem
    }
}

/// Longest text in which a question mark in the middle makes the whole a question, in characters.
const SHORT: usize = 400;

/// Longest text that a stem makes a question, in characters.
const STEMMED: usize = 300;

/// Whether a text asks.
pub fn asks(text: &str) -> Asks {
    let text = bare(text);
    let length = text.chars().count();
    if ends_asking(text) || length <= SHORT && has_mark(text) {
        return Asks::Mark;
    }
    if length > STEMMED {
        return Asks::No;
    }
    let lower = text.to_lowercase();
    let lower = impolite(&lower);
    let helped = helped(lower);
    // What happened first, then what to do: `The line is down. Tell me what you do.`
    let last = lower.trim_end_matches('.').rsplit_once(". ");
    let ends = last.is_some_and(|(_, last)| WORDS.asks.begin(last) && !has_mark(last));
    let ends_in_task = last.is_some_and(|(_, last)| WORDS.orders.begin(last));
    if WORDS.asks.begin(lower) || ends || WORDS.anywhere.stand_in(lower) || helped == Some(true) {
        Asks::Stem
    } else if helped.is_some() || WORDS.tasks.begin(lower) || ends_in_task {
        Asks::Task
    } else {
        Asks::No
    }
}

/// A text in lower case without the word that only makes an order polite: `Please describe …` asks, `Please be on
/// time` does not.
fn impolite(lower: &str) -> &str {
    let polite = ["please ", "please, ", "kindly ", "bitte "];
    let rest = polite.iter().find_map(|word| lower.strip_prefix(word));
    rest.unwrap_or(lower)
}

/// Whether a text that begins with a word such as `is` speaks of something at once: `is it new`, not `is new`.
fn helped(lower: &str) -> Option<bool> {
    let mut words = lower.split_whitespace();
    let helps = words
        .next()
        .is_some_and(|word| WORDS.helpers.contains(word));
    helps.then(|| {
        words
            .next()
            .is_some_and(|word| WORDS.subjects.contains(word))
    })
}

/// The text without the signs around it that say nothing.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        !c.is_alphanumeric() && !is_mark(c) && !matches!(c, '¿' | '`' | ';')
    })
}

/// Whether a character ends a question.
pub const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '?' | '？' | '؟' | '⁇' | '՞' | '\u{37E}' | '︖' | '⸮' | '፧'
    )
}

/// Whether a text ends with a question mark; brackets, quotes and pictographs after it do not count.
pub fn ends_asking(text: &str) -> bool {
    let end = text
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !is_mark(c) && c != '`' && c != ';');
    if end.ends_with(';') {
        return end.chars().any(|c| matches!(c, '\u{370}'..='\u{3FF}'));
    }
    end.ends_with(is_mark) || end.ends_with(')') && bracketed_tail(end)
}

/// Whether a closing bracket at the end belongs to a remark after a question mark.
fn bracketed_tail(text: &str) -> bool {
    let open = text.rfind('(').unwrap_or(0);
    text.get(..open)
        .is_some_and(|before| before.trim_end().ends_with(is_mark))
}

/// Whether there is a question mark where a sentence ends; code and addresses do not count.
fn has_mark(text: &str) -> bool {
    let mut in_code = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '`' => in_code = !in_code,
            '?' if !in_code => {
                let ends = |c: &char| {
                    c.is_whitespace() || matches!(c, ')' | '"' | '”' | '*' | '(' | '?' | '!')
                };
                if chars.peek().is_none_or(ends) || chars.peek().is_some_and(|c| *c as u32 > 0x2E80)
                {
                    return true;
                }
            }
            c if c != '?' && is_mark(c) => return true,
            _ => {}
        }
    }
    false
}

/// Where a text that asks first and answers at once goes over into the answer, in bytes.
///
/// `Do you need a license? Yes, since 2019 everybody …` does; `Do you have a license? Which one?` does not, and
/// neither does a request, a remark in brackets or a condition after the question.
pub fn answered_at(text: &str) -> Option<usize> {
    let (at, mark) = text.char_indices().rfind(|(_, c)| is_mark(*c))?;
    let end = at + mark.len_utf8();
    let (question, rest) = text.split_at_checked(end)?;
    let rest =
        rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '[' | '`'));
    let lower = rest.to_lowercase();
    let goes_on = rest.chars().count() < ANSWER
        || rest.starts_with(['(', '[', '`'])
        || question.matches('`').count() % 2 == 1
        || asks(rest) != Asks::No
        || WORDS.goes_on.begin(&lower);
    (!goes_on).then(|| text.len() - rest.len())
}

/// Where the questions that a text begins with end, in bytes, when something follows that asks nothing: `Why us? Have
/// you tried ours? Yes, …`. A text of questions alone has no such place.
pub fn led_until(text: &str) -> Option<usize> {
    let mut asked = None;
    let mut from = 0;
    for end in sentence_ends(text) {
        let sentence = text.get(from..end)?.trim();
        let lower = sentence.to_lowercase();
        let goes_on =
            asked.is_some() && (WORDS.asks.begin(&lower) || sentence.starts_with(['(', '[']));
        if !(ends_asking(sentence) || goes_on) {
            break;
        }
        (asked, from) = (Some(end), end);
    }
    let rest = text.get(asked?..)?;
    let told = rest.chars().any(char::is_alphanumeric) && !ends_asking(rest);
    asked.filter(|_| told)
}

/// Words with a full stop behind them that ends no sentence.
const SHORTENED: [&str; 9] = ["e.g", "i.e", "vs", "etc", "mr", "mrs", "ms", "dr", "no"];

/// Where the sentences of a text end, in bytes.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter_map(|(at, c)| {
        let end = at + c.len_utf8();
        let rest = text.get(end..)?;
        let wide = matches!(c, '。' | '！' | '？');
        let parted = wide
            || rest.is_empty()
            || rest.starts_with(|c: char| c.is_whitespace() || c == '"' || c == '”');
        let ends = (is_mark(c) || matches!(c, '.' | '!' | '。' | '！')) && parted;
        let short = || c == '.' && is_short_form(text.get(..at).unwrap_or_default(), rest);
        (ends && !short()).then_some(end)
    });
    ends.chain(std::iter::once(text.len()))
}

/// Whether a full stop belongs to the word before it. Looks back over that word, so it is asked only where a text has one.
fn is_short_form(before: &str, rest: &str) -> bool {
    let mut words = before.rsplit(|c: char| c.is_whitespace() || c == '(');
    let word = words.next().unwrap_or_default().to_lowercase();
    SHORTENED.contains(&word.as_str()) || rest.trim_start().starts_with(char::is_lowercase)
}

/// Shortest answer in the same line, in characters; less is taken for the end of the question.
const ANSWER: usize = 30;

#[cfg(test)]
mod tests {
    use super::*;

    /// A page may hold a picture as text. Looking back over all of it at each letter took minutes.
    #[test]
    fn a_text_without_a_blank_is_gone_through_once() {
        let picture = "iVBORw0KGgo/".repeat(20_000);
        assert_eq!(sentence_ends(&picture).collect::<Vec<_>>(), [picture.len()]);
        assert_eq!(sentence_ends("Ask Dr. Who? Yes.").count(), 3);
    }

    #[test]
    fn a_mark_at_the_end_asks_in_any_script() {
        for text in [
            "Why nights?",
            "Why nights? 👶",
            "Why (really)?",
            "Which tools? (Git, SVN)",
            "昨日は何を学びましたか？",
            "ما هو الفرق؟",
            "Τι είναι το DOM;",
            "**Why?**",
            "Do you have pets? What kind",
        ] {
            assert_eq!(asks(text), Asks::Mark, "{text}");
        }
    }

    #[test]
    fn code_and_addresses_do_not_ask() {
        assert_eq!(asks("The operator `a ? b : c` is short"), Asks::No);
        assert_eq!(asks("See http://x.org/?q=1 for more"), Asks::No);
    }

    #[test]
    fn requests_ask_in_many_languages() {
        for text in [
            "Tell me about a time you failed.",
            "Explain hoisting",
            "Difference between let and var",
            "Please describe your last shift.",
            "Erkläre Event Delegation.",
            "Expliquez la délégation",
            "Опишите замыкание",
            "イベントバブリングを説明してください。",
            "请描述一下闭包",
            "클로저에 대해 설명하세요",
        ] {
            assert_eq!(asks(text), Asks::Stem, "{text}");
        }
        assert_eq!(asks("Write a queue with two stacks"), Asks::Task);
    }

    #[test]
    fn statements_do_not_ask() {
        for text in [
            "Closures",
            "The whole history",
            "Fun Questions",
            "Whatever works",
            "Isabel wrote this",
            "Please be on time.",
        ] {
            assert_eq!(asks(text), Asks::No, "{text}");
        }
    }

    #[test]
    fn what_a_paragraph_begins_with_is_parted_from_what_answers_it() {
        let led = |text: &str| led_until(text).map(|at| text.split_at(at).1.trim().to_owned());
        for (text, rest) in [
            ("Have you done it? Yes!", "Yes!"),
            (
                "Do you like it? If so, why? I do, e.g. at work.",
                "I do, e.g. at work.",
            ),
            (
                "Which tools, e.g. Git? Explain why. Git, because it is fast.",
                "Git, because it is fast.",
            ),
            ("Why us? 因为很好。", "因为很好。"),
        ] {
            assert_eq!(led(text).as_deref(), Some(rest), "{text}");
        }
        for text in [
            "Why?",
            "Why? And how?",
            "I like it. Why? So.",
            "It is 5 vs. 6? Or is it?",
            "Closures.",
        ] {
            assert_eq!(led(text), None, "{text}");
        }
    }

    #[test]
    fn an_answer_in_the_same_line_is_found() {
        let at = |text: &str| answered_at(text).map(|at| text.split_at(at).1.to_owned());
        assert_eq!(
            at("Do I need a license? Yes, since 2019 everybody needs one."),
            Some("Yes, since 2019 everybody needs one.".to_owned())
        );
        for whole in [
            "Do you have pets? What kind?",
            "What is a hash? Explain collisions with an example.",
            "What is new? (There are several things to say here.)",
            "Would you go? If so, tell me what you would take along.",
            "Why? Because.",
        ] {
            assert_eq!(at(whole), None, "{whole}");
        }
    }
}
