//! What stands around questions on a page and is none: contents, navigation, talk about the page itself.

use super::asking::{asks, is_mark};
use super::words::{Names, WORDS};

/// The words of a heading for looking up: lower case, no numbers, signs or pictographs around them.
fn bare(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.trim_matches(|c: char| !c.is_alphabetic());
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_one_of(text: &str, words: &Names) -> bool {
    words.contains(&bare(text))
}

/// Whether a heading stands over a table of contents, also with a remark behind the name.
pub fn is_contents(text: &str) -> bool {
    let bare = bare(text);
    WORDS.headings.contents.contains(&bare) || WORDS.headings.contents_of.begin(&bare)
}

/// Whether a heading stands over something that holds no questions.
pub fn is_beside(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.beside)
}

/// Whether words only say that an answer follows: `Answer`, `Answer: D`, `Show answer`, `Strong answer`.
pub fn is_answer(text: &str) -> bool {
    let bare = bare(text);
    let answers = &WORDS.headings.answers;
    if answers.contains(&bare) {
        return true;
    }
    let short = bare.split_whitespace().count() <= 5;
    let mut words = bare.split(|c: char| !c.is_alphanumeric());
    let first = words.clone().next().unwrap_or_default();
    let last = words.next_back().unwrap_or_default();
    let colon = bare.split_once([':', '：']);
    let named = colon.map_or(first, |(name, _)| name.trim());
    let shown = ["show", "see", "view", "click", "reveal"].contains(&first);
    let says = bare.contains("answer") || bare.contains("solution");
    let kinds = [
        "answer", "answers", "solution", "antwort", "lösung", "response",
    ];
    let few = bare.split_whitespace().count() <= 2;
    answers.contains(named) && (few || colon.is_some())
        || short && shown && says
        || short && kinds.contains(&last) && !asks(text).surely()
}

/// Whether words begin with a sign that judges an answer, or with an arrow to it: `❌ Wrong: …`, `-> …`.
pub fn is_judged(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    text.starts_with(['❌', '✗', '✘', '\u{1F6AB}', '⛔', '\u{1F44E}']) || is_pointed(text)
}

/// Whether a line begins with an arrow, as answers do.
pub fn is_pointed(text: &str) -> bool {
    let signs = ["->", "=>", "→", "⇒", "➜", "➡"];
    signs.iter().any(|sign| text.starts_with(sign))
}

/// Whether a sentence is about the page itself.
pub fn is_about(text: &str) -> bool {
    let bare = bare(text);
    WORDS.naming.about.stand_in(&bare)
}

/// Whether the words of a link only lead somewhere else on the page.
pub fn is_way(text: &str) -> bool {
    let bare = bare(text);
    WORDS.headings.ways.contains(&bare)
        || bare.contains("back to top")
        || bare.contains("back to contents")
}

/// Whether a line is nothing but tags, as notes have them: `#jobs #interview/teaching`.
pub fn is_tags(text: &str) -> bool {
    let tag = |word: &str| {
        word.strip_prefix('#')
            .is_some_and(|tag| tag.starts_with(char::is_alphabetic))
    };
    !text.is_empty() && text.split_whitespace().all(tag)
}

/// Whether words promise questions.
pub fn names_questions(text: &str) -> bool {
    let lower = text.to_lowercase();
    WORDS.naming.questions.stand_in(&lower)
}

/// Whether a title or the name of a file promises questions.
pub fn names_interviews(text: &str) -> bool {
    let lower = text.to_lowercase();
    names_questions(text) || WORDS.naming.meetings.stand_in(&lower)
}

/// Whether a heading rounds a page off.
pub fn is_aside(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.aside)
}

/// Whether a heading stands over advice on questions and not over questions: `Preparing for hard questions`.
pub fn is_advice(text: &str) -> bool {
    WORDS.headings.advice.begin(&bare(text))
}

/// Whether a heading stands over what speaks for or against an answer, or over another part of a guide: nothing below
/// it is asked, unless it says so.
pub fn is_apart(text: &str) -> bool {
    let bare = bare(text);
    let over = bare.starts_with("question") || bare.ends_with("questions");
    if over || text.trim_end().ends_with(is_mark) {
        return false;
    }
    let edge = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let parted = |rest: &str| !rest.ends_with(char::is_alphanumeric);
    let fits = |words: &String| {
        bare.strip_prefix(words.as_str()).is_some_and(edge)
            || bare.strip_suffix(words.as_str()).is_some_and(parted)
    };
    bare.split_whitespace().count() <= 8 && WORDS.headings.apart.iter().any(fits)
}

/// Whether a line tells of the page it stands on: who made it and when, its number, what may be done with it.
pub fn is_imprint(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    if lower.ends_with(is_mark) {
        return false;
    }
    let words = lower.split_whitespace().count();
    let counted = |name: &str| {
        lower
            .split(name)
            .nth(1)
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    is_page_number(text)
        || lower.starts_with(['©', '®'])
        || WORDS.naming.imprint.stand_in(&lower)
        || words <= 8
            && (counted("page ") && lower.contains(" of ")
                || lower.contains('@') && lower.contains('.'))
        || words <= 3 && counted("page ")
        || words <= 2
            && WORDS
                .headings
                .buttons
                .contains(lower.trim_matches(|c: char| !c.is_alphanumeric()))
        || (2..=5).contains(&words) && lower.starts_with("by ") && is_name(text)
}

/// Whether words are a name, each of them with a capital.
fn is_name(text: &str) -> bool {
    let mut words = text.split_whitespace().skip(1);
    words.all(|word| word.starts_with(char::is_uppercase) || word.ends_with(','))
}

/// Whether words only sum up the rows above: `Total`.
pub fn is_total(text: &str) -> bool {
    WORDS.headings.totals.contains(&bare(text))
}

/// Whether a heading names a part of a page: `Step 2: …`, or nothing but a word that asks: `Why?`.
pub fn is_part(text: &str) -> bool {
    let bare = bare(text);
    let mut words = bare.split_whitespace();
    let first = words.next().unwrap_or_default();
    let counted = words
        .next()
        .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let alone = bare.is_ascii() && bare.split_whitespace().count() == 1;
    alone || counted && WORDS.headings.parts.contains(first) && !text.trim_end().ends_with(is_mark)
}

/// Whether words begin with a name that says that nothing is asked there: `Tip: …`, `Note: …`, `Top tip - …`.
pub fn is_remark(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some((name, _)) = bare.split_once([':', '：']) else {
        return false;
    };
    WORDS
        .headings
        .remarks
        .contains(name.trim_end_matches([' ', '*', '_']))
}

/// Whether a line is a note of its owner to nobody else, `Notes for me: …`.
pub fn is_own_note(text: &str) -> bool {
    let lower = text
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    lower.split_once([':', '：']).is_some_and(|(name, _)| {
        WORDS
            .headings
            .own
            .contains(name.trim_end_matches([' ', '*', '_']))
    })
}

/// Whether a line is nothing but the number of a page: `--- page 2 ---`.
pub fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = bare.split_whitespace().collect();
    matches!(words.as_slice(), ["page" | "seite" | "página" | "pagina", number] if number.parse::<u32>().is_ok())
}

/// Whether a line is nothing but a remark in brackets.
pub fn is_bracketed(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('(') && text.ends_with(')') || text.starts_with('[') && text.ends_with(']')
}

/// Whether words begin with a part of a told story and a sign: `Situation: …`, `Action - …`. A list of these tells how
/// to answer.
pub fn is_of_story(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let end = text.find(|c: char| !c.is_alphabetic());
    let (word, behind) = text.split_at(end.unwrap_or(text.len()));
    let ends = behind.trim_start_matches(['*', '_', ' ', ')']);
    (ends.is_empty() || ends.starts_with([':', '-', '–', '—', '(', '：']))
        && WORDS.headings.story.contains(&word.to_lowercase())
}

/// Whether words tell how to deal with questions: `How to answer interview questions`, `Tips for the interview`.
pub fn is_guide(text: &str) -> bool {
    let lower = text.to_lowercase();
    let about = names_interviews(&lower) || lower.contains("answer") || lower.contains("prepare");
    about && is_advice(text) && !text.trim_end().ends_with(is_mark)
}

/// Whether a heading stands over what is asked of a referee.
pub fn is_of_referee(text: &str) -> bool {
    WORDS.headings.referees.stand_in(&text.to_lowercase())
}

/// Whether a heading inside a question stands over what is asked.
pub fn is_asked(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.asked)
}

/// Whether a heading inside a question stands over what has to be known for it.
pub fn is_given(text: &str) -> bool {
    is_one_of(text, &WORDS.headings.given)
}

/// Whether words promise tasks.
pub fn names_tasks(text: &str) -> bool {
    let lower = text.to_lowercase();
    WORDS.naming.tasks.stand_in(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_known_in_many_languages() {
        for text in [
            "Table of Contents",
            "## Contents",
            "Inhaltsverzeichnis",
            "目次",
            "📖 Table of Contents (Top Questions)",
        ] {
            assert!(is_contents(text), "{text}");
        }
        for text in ["Content Security Policy", "Index structures", "HTML"] {
            assert!(!is_contents(text), "{text}");
        }
    }

    #[test]
    fn names_of_answers_are_told_from_questions() {
        for text in [
            "Answer",
            "Answer: D",
            "Show answer",
            "✅ Solution",
            "Antwort:",
            "答案",
            "Click to see the answer!",
        ] {
            assert!(is_answer(text), "{text}");
        }
        for text in [
            "Answer one question about you",
            "How do you answer?",
            "Solutions architects do what",
        ] {
            assert!(!is_answer(text), "{text}");
        }
    }

    #[test]
    fn ways_and_talk_about_the_page_are_no_questions() {
        assert!(is_way("⬆ Back to Top") && is_way("↥ back to top"));
        assert!(is_about("Where are the answers?") && is_about("Want to contribute?"));
        assert!(!is_about("What is a closure?"));
    }
}
