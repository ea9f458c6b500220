//! Labels in front of questions and answers: `1.`, `Q3)`, `Question 5:`, `A:`, `質問：`.

use super::words::WORDS;

/// Signs that people and programs put in front of an item.
pub const BULLETS: &[char] = &[
    '-', '*', '•', '·', '–', '—', '○', '●', '◦', '‣', '⁃', '∙', '■', '□', '▪', '▫', '◆', '◇', '►',
    '▸', '▶', '➢', '➤', '✓', '✔', '☐', '☑', '+', '>', ' ', '\t',
];

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A number.
    Number,
    /// A question, perhaps with its number.
    Question,
    /// An answer.
    Answer,
    /// A follow-up.
    Probe,
    /// A text with gaps.
    Cloze,
}

/// The label in front of a text, and the text behind it.
pub fn label(text: &str) -> Option<(Label, &str)> {
    let text = text.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>') || is_picture(c)
    });
    word(text)
        .or_else(|| ordinal(text).map(|rest| (Label::Question, rest)))
        .or_else(|| number(text).map(|rest| (Label::Number, rest)))
}

/// The text without the labels in front of it.
pub fn unlabelled(text: &str) -> &str {
    let mut rest = text.trim();
    let bare = rest.trim_start_matches(|c: char| c.is_whitespace() || is_picture(c));
    if !bare.is_empty() {
        rest = bare;
    }
    // `1. Q: …` has two.
    for _ in 0..2 {
        match label(rest) {
            Some((Label::Number | Label::Question | Label::Probe, behind))
                if !behind.is_empty() =>
            {
                rest = behind;
            }
            // `A1.` is the first of part A just as well as an answer.
            Some((Label::Answer, behind)) if !behind.is_empty() && is_part(rest) => rest = behind,
            _ => break,
        }
    }
    rest
}

/// Whether a character is a pictograph, or a part of one.
pub const fn is_picture(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether a number or a label for questions stands in front of a text.
pub fn is_asked(text: &str) -> bool {
    label(text).is_some_and(|(label, _)| matches!(label, Label::Number | Label::Question))
}

/// Whether a text is only a label, such as `Question 5`.
pub fn is_bare_question(text: &str) -> bool {
    label(text).is_some_and(|(label, rest)| {
        label == Label::Question && !rest.chars().any(char::is_alphanumeric)
    })
}

/// The name of a language in front of a text, and the text: `English: Why?`.
pub fn tongue(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once([':', '：'])?;
    let bare = name.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS
        .labels
        .tongues
        .contains(&bare.to_lowercase())
        .then(|| (bare, rest.trim_start_matches([' ', '*'])))
}

/// Whether a text is only a label for an answer: `Answer:`, `A:`.
pub fn is_bare_answer(text: &str) -> bool {
    label(text).is_some_and(|(label, rest)| {
        label == Label::Answer && !rest.chars().any(char::is_alphanumeric)
    })
}

fn word(text: &str) -> Option<(Label, &str)> {
    let end = text
        .find(|c: char| !c.is_alphabetic() && !matches!(c, ' ' | '-') && !is_mark_sign(c))
        .unwrap_or(text.len());
    let head = text.get(..end)?.to_lowercase();
    let cloze = ["c".to_owned()];
    let labels = &WORDS.labels;
    for (label, words) in [
        (Label::Question, labels.questions.near(&head)),
        (Label::Answer, labels.answers.near(&head)),
        (Label::Probe, labels.probes.near(&head)),
        (Label::Cloze, &cloze[..]),
    ] {
        for known in words {
            if head.starts_with(known.as_str())
                && let Some(rest) = after(text, known.chars().count(), label, known)
                && !rest.starts_with("__")
            {
                return Some((label, rest));
            }
        }
    }
    None
}

/// Letters that are written with marks of their own in Hindi and the like.
fn is_mark_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{300}'..='\u{36F}' | '\'')
}

/// What follows a label of so many characters: a sign, or a number and perhaps a sign.
fn after<'t>(text: &'t str, characters: usize, label: Label, known: &str) -> Option<&'t str> {
    let at = text
        .char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at);
    let tail = text.get(at..)?;
    let spaced = tail.trim_start_matches([' ', '\u{a0}', '#', '.', '№']);
    let digits = spaced.chars().take_while(char::is_ascii_digit).count();
    let numbered = digits > 0 && digits <= 4 && label != Label::Cloze;
    let sign = |c: char| {
        matches!(
            c,
            ':' | '：' | ')' | '）' | '.' | '、' | '．' | '-' | '–' | '—' | ']' | '|'
        )
    };
    if numbered {
        // `17a.` is a part of question 17.
        let rest = spaced.get(digits..)?;
        let part = rest.strip_prefix(|c: char| c.is_ascii_lowercase());
        let rest = part.filter(|rest| rest.starts_with(sign)).unwrap_or(rest);
        let signed = rest.trim_start_matches(|c: char| sign(c) || c.is_whitespace());
        let parted = signed.len() < rest.len() || rest.is_empty();
        return parted
            .then_some(signed)
            .filter(|_| label == Label::Question || rest.starts_with(sign) || rest.is_empty());
    }
    let only_colon = label != Label::Question
        || known.chars().count() > 1 && known.is_ascii() && known != "ques";
    let tail = tail.trim_start_matches([' ', '*']);
    let fits = |c: char| {
        if only_colon {
            matches!(c, ':' | '：' | '-' | '–' | '—')
                || label == Label::Answer && c == '.' && known == "ans"
        } else {
            sign(c)
        }
    };
    let rest = tail.strip_prefix(fits)?;
    // `A-level` and `Q-learning` are words.
    let parted = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || c == '*' || c == '`')
        || tail.starts_with([':', '：', '、', '．', ')']);
    parted.then(|| rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*'))
}

/// Whether a text begins with a letter and a number, as in `B12.`.
fn is_part(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(|c: char| c.is_ascii_uppercase()) else {
        return false;
    };
    let signed = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - signed.len();
    (1..=3).contains(&digits) && (signed.starts_with(". ") || signed.starts_with(") "))
}

/// What follows a label with its number in the middle: `第 12 题：`.
fn ordinal(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('第')?.trim_start();
    let digits = inner.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '０'..='９') || "一二三四五六七八九十百".contains(c)
    });
    if digits.len() == inner.len() {
        return None;
    }
    let rest = digits.trim_start().strip_prefix(['题', '題', '问', '問'])?;
    let signed = rest.trim_start_matches([' ', ':', '：', '、', '.', '．', '-', '—']);
    (signed.len() < rest.len() || rest.is_empty()).then_some(signed)
}

/// What follows a number with a sign: `12.`, `(3)`, `1.2.`, `#7:`, `１、`.
fn number(text: &str) -> Option<&str> {
    if is_part(text) && !text.starts_with('A') {
        return text.split_once(' ').map(|(_, rest)| rest.trim_start());
    }
    let (inner, bracketed) = match text.strip_prefix(['(', '（', '[']) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '٠'..='٩' | '۰'..='۹');
    let end = inner
        .find(|c: char| !digit(c) && c != '.')
        .unwrap_or(inner.len());
    let digits = inner.get(..end)?;
    let count = digits.chars().filter(|c| digit(*c)).count();
    if !digits.starts_with(digit) {
        return None;
    }
    // `4.2.10` is the number of a part, and `3.5` may be a quantity.
    let parts: Vec<&str> = digits.trim_end_matches('.').split('.').collect();
    if parts.len() == 3 && parts.iter().all(|part| (1..=3).contains(&part.len())) {
        let rest = inner.get(end..)?;
        return rest
            .starts_with(char::is_whitespace)
            .then(|| rest.trim_start());
    }
    if count == 0 || count > 4 {
        return None;
    }
    // The key of a telephone, as headings of articles have it.
    if let Some(rest) = inner
        .get(end..)?
        .trim_start_matches('\u{FE0F}')
        .strip_prefix('\u{20E3}')
    {
        return Some(rest.trim_start());
    }
    let (whole, rest) = match digits.strip_suffix('.') {
        Some(_) => (true, inner.get(end..)?),
        None => (false, inner.get(end..)?),
    };
    if bracketed {
        return rest.strip_prefix([')', '）', ']']).map(str::trim_start);
    }
    if whole {
        // `1.What` is a sloppy label, `3.5` is none.
        let fits = rest.is_empty() || rest.starts_with(|c: char| !c.is_ascii_digit());
        let rest = rest.strip_prefix(')').unwrap_or(rest);
        return fits.then(|| rest.trim_start());
    }
    // `8 . What?` is sloppy, too.
    let rest = rest
        .strip_prefix(" . ")
        .or_else(|| rest.strip_prefix([')', '）', '、', '．', ':', '：', ']']))?;
    Some(rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_taken_off() {
        for (text, rest) in [
            ("1. What?", "What?"),
            ("12) What?", "What?"),
            ("(3) What?", "What?"),
            ("1、什么是闭包", "什么是闭包"),
            ("Q: What?", "What?"),
            ("Q. What?", "What?"),
            ("Q12. What?", "What?"),
            ("Q 7) What?", "What?"),
            ("Question 5. What?", "What?"),
            ("Question #5: What?", "What?"),
            ("**Q:** What?", "What?"),
            ("質問: 何？", "何？"),
            ("Frage 3: Was?", "Was?"),
            ("1. Q: What?", "What?"),
            ("# 1. INTRODUCTION", "INTRODUCTION"),
            ("1.What?", "What?"),
            ("Follow-up: What?", "What?"),
            ("🔥 What?", "What?"),
            ("3\u{FE0F}\u{20E3} What?", "What?"),
            ("2) Follow up question 3: What?", "What?"),
            ("Question 7b. What?", "What?"),
            ("1.2.10 What?", "What?"),
            ("8 . What?", "What?"),
            ("A1. What?", "What?"),
            ("B12) What?", "What?"),
            ("第 3 题：何时？", "何时？"),
            ("第十二問、何時？", "何時？"),
        ] {
            assert_eq!(unlabelled(text), rest, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_label_stays() {
        for text in [
            "3 Things About Code",
            "Q-learning or SARSA?",
            "Question everything",
            "404 pages",
            "3.5 mm jacks",
            "第一次见面",
            "第三题目录",
            "10.0.0.1 or localhost",
            "Question 3d printers",
            "Quality first",
            "A. first option",
            "a: b",
            "Follow-ups after a call",
            "Interviewer: ______ Date: ______",
        ] {
            assert_eq!(unlabelled(text), text, "{text}");
        }
    }

    #[test]
    fn answers_are_told_from_questions() {
        for text in [
            "A: Paris",
            "Answer: Paris",
            "Ans. Paris",
            "回答: 3",
            "Antwort: drei",
            "Answer 2: x",
        ] {
            assert_eq!(
                label(text).map(|(label, _)| label),
                Some(Label::Answer),
                "{text}"
            );
        }
        for text in [
            "An apple",
            "A plain answer",
            "Answers vary",
            "A. first option",
        ] {
            assert_ne!(
                label(text).map(|(label, _)| label),
                Some(Label::Answer),
                "{text}"
            );
        }
        assert!(
            is_bare_question("Question 5")
                && is_bare_question("Q5:")
                && !is_bare_question("Question 5. Why?")
        );
    }
}
