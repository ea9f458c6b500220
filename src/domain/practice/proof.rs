//! Sentences of an answer as proof of a point: the one that shares most words stands first.

mod cues;
mod words;

use crate::domain::order::InOrder;
use crate::domain::text::{has_words, number, word_count};

use words::words;

pub use cues::{has_figure, names_place, wants_figure};

/// How a sentence begins that only greets or thanks, in lower case, and how many words it has at most.
const GREETINGS: [&str; 8] = [
    "thank you",
    "thanks",
    "hello",
    "hi",
    "good morning",
    "good afternoon",
    "good evening",
    "nice to",
];
const GREETS: usize = 8;

/// Words that end with a dot inside a sentence, in lower case.
const SHORT: [&str; 18] = [
    "st", "mr", "mrs", "ms", "dr", "prof", "jr", "sr", "no", "vs", "etc", "approx", "e.g", "i.e",
    "a.m", "p.m", "u.s", "inc",
];

/// Names of places in an answer by which a point says where it is to be found, in lower case.
const FIRST: [&str; 5] = [
    "first sentence",
    "first two sentences",
    "begins with",
    "opens with",
    "at the beginning",
];
const LAST: [&str; 4] = ["last sentence", "ends with", "closes with", "ends there"];

/// The seconds that a point gives an answer: `Stops within 45 seconds`; `None` where it says nothing of the kind, and
/// where it tells of the time that somebody else has: `Asks for a doctor within 30 minutes`.
pub fn most_seconds(point: &str) -> Option<u32> {
    let mut ends = ["Stops", "Ends", "Finishes"].into_iter();
    let after = ends.find_map(|verb| point.strip_prefix(verb)?.strip_prefix(" within "))?;
    let mut words = after.split(|c: char| !c.is_alphanumeric());
    let figure = words.next()?;
    let figure = figure.parse().ok().or_else(|| spelled(figure))?;
    match words.next()? {
        "second" | "seconds" => Some(figure),
        "minute" | "minutes" => figure.checked_mul(60),
        _ => None,
    }
}

/// A small number in words: `a` minute, `two` minutes.
fn spelled(word: &str) -> Option<u32> {
    let figure = (1..=12_u8).find(|n| *n == 1 && word == "a" || number(usize::from(*n)) == word);
    figure.map(u32::from)
}

/// The sentences of a text, trimmed, in order.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let (head, tail) = (text.get(from..at), text.get(end..));
        let (Some(head), Some(tail)) = (head, tail) else {
            continue;
        };
        let ends = match c {
            '\n' => true,
            '.' => is_apart(tail) && !is_short(head, tail),
            '?' | '!' => is_apart(tail),
            _ => false,
        };
        if ends {
            out.extend(text.get(from..end));
            from = end;
        }
    }
    out.extend(text.get(from..));
    let mut out: Vec<&str> = out.into_iter().map(str::trim).collect();
    out.retain(|s| s.chars().any(char::is_alphanumeric));
    out
}

/// Whether a sentence may end before such a text: `3.5` and `dr.who` go on.
fn is_apart(tail: &str) -> bool {
    !tail.starts_with(|c: char| c.is_alphanumeric() || c == '.' || c == '?' || c == '!')
}

/// Whether the dot behind a text belongs to a word that was cut short: `St. Anna`, `J. Ruiz`. At the end of a text it
/// ends the sentence too.
fn is_short(head: &str, tail: &str) -> bool {
    let word = head
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let initial = word.chars().count() == 1 && word != "I" && word.chars().all(char::is_uppercase);
    let goes_on = tail
        .trim_start_matches(' ')
        .starts_with(char::is_alphanumeric);
    goes_on && (initial || SHORT.contains(&word.to_lowercase().as_str()))
}

/// The sentences with those first that fit a point best; of equals the earlier one.
pub fn nearest<'a>(point: &str, text: &'a str) -> Vec<&'a str> {
    ranked(point, text).into_iter().map(|(s, _)| s).collect()
}

/// The sentence that fits a point best, where that is sure: it shares two words of weight with the point, or has in
/// other words what it wants, or stands where the point says, and no other does. A wrong proof is worse than none.
pub fn fitting<'a>(point: &str, text: &'a str) -> Option<&'a str> {
    let all = ranked(point, text);
    let (sentence, fit) = all.first()?;
    let alone = all.get(1).is_none_or(|(_, next)| next < fit);
    (*fit >= SURE && alone).then_some(*sentence)
}

/// How well a sentence must fit to be sure: two words in common, one and something that it has in other words, one in a
/// question where the point wants one asked, or its place or its figure.
const SURE: usize = 3;

/// The sentences with how well each fits a point: by the words that they share, by what the point wants and the sentence
/// has in other words, by the place that the point names, by its question mark where something is to be asked. A greeting
/// is no place and proves nothing.
fn ranked<'a>(point: &str, text: &'a str) -> Vec<(&'a str, usize)> {
    let wanted = words(point);
    let lower = point.to_lowercase();
    let says = |signs: &[&str]| signs.iter().any(|sign| has_words(&lower, sign));
    let (first, last) = (says(&FIRST), says(&LAST));
    let asks = lower.starts_with("asks ");
    let all = sentences(text);
    let begins = all.iter().position(|s| !is_greeting(s));
    let end = all.iter().rposition(|s| !is_greeting(s));
    let fit = |at: usize, sentence: &str| {
        if is_greeting(sentence) {
            return 0;
        }
        let shared = words(sentence).intersection(&wanted).count();
        let placed = (first && Some(at) == begins) || (last && Some(at) == end);
        let put = asks && sentence.ends_with('?');
        let cued = cues::shared(&lower, sentence);
        2 * shared + usize::from(put) + SURE * usize::from(placed) + cued
    };
    let mut found: Vec<(&str, usize)> = all
        .iter()
        .enumerate()
        .map(|(at, s)| (*s, fit(at, s)))
        .collect();
    found.order_by_key(|(_, fit)| std::cmp::Reverse(*fit));
    found
}

/// Whether a sentence only greets or thanks.
fn is_greeting(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let short = word_count(sentence) <= GREETS;
    // `Hiring took six weeks.`, `Thanks to the new plan we cut 40%.`
    let greets = |words: &&str| {
        let rest = lower.strip_prefix(*words);
        rest.is_some_and(|r| !r.starts_with(char::is_alphanumeric) && !r.starts_with(" to "))
    };
    short && GREETINGS.iter().any(greets)
}

/// Whether a text plainly asks a question: one of its questions has two words of weight of it, and at least half of those
/// of one of its halves.
pub fn asks(question: &str, text: &str) -> bool {
    let halves = || question.split(", and ");
    let asked = sentences(text).into_iter().filter(|s| s.ends_with('?'));
    asked.map(words).any(|said| {
        halves().any(|half| {
            let wanted = words(half);
            let shared = said.intersection(&wanted).count();
            shared >= 2 && 2 * shared >= wanted.len()
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_point_may_name_the_seconds_that_an_answer_has() {
        use super::most_seconds as most;
        assert_eq!(
            most("Stops within 45 seconds on a finished sentence"),
            Some(45)
        );
        assert_eq!(most("Comes to the number within two minutes"), None);
        assert_eq!(most("Ends within 2 minutes"), Some(120));
        let spelled = "Stops within two minutes without being stopped";
        assert_eq!(most(spelled), Some(120));
        assert_eq!(most("Stops within a minute"), Some(60));
        assert_eq!(most("Stops within reach of minutes"), None);
        assert_eq!(most("Stops within 3 rules"), None);
        for long in ["minutes", "seconds"] {
            let others = format!("Asks for one thing: at the bedside within 30 {long}");
            assert_eq!(most(&others), None);
        }
        assert_eq!(most("Stops within 99999999 minutes"), None);
    }

    use super::*;

    #[test]
    fn the_sentence_with_most_words_in_common_comes_first() {
        let answer = "We had a queue. She wanted a broker. I measured the result for one week!";
        assert_eq!(
            nearest("Gives a result that was measured", answer)[0],
            "I measured the result for one week!"
        );
        assert_eq!(sentences("One. Two\nthree"), ["One.", "Two", "three"]);
        assert!(nearest("Anything", "  ").is_empty());
        let ask = "What is the next step, and by when do you expect to decide?";
        assert!(asks(ask, "What is the next step? When do you decide?"));
        assert!(!asks(ask, "When will you decide?"), "not sure enough");
        assert!(!asks(ask, "I take the next step."), "that is no question");
        let whom = "Whom may I write to if a question comes up, and which way do you prefer?";
        assert!(!asks(whom, "Which day can I hear from you?"));
    }

    #[test]
    fn a_sentence_goes_on_behind_a_word_cut_short_and_a_figure() {
        assert_eq!(
            sentences("I am at St. Anna with Dr. J. Ruiz. We cut it to 3.5 days. So am I. Next"),
            [
                "I am at St. Anna with Dr. J. Ruiz.",
                "We cut it to 3.5 days.",
                "So am I.",
                "Next"
            ]
        );
        assert_eq!(
            sentences("Really?! Yes... I did."),
            ["Really?!", "Yes...", "I did."]
        );
    }

    #[test]
    fn a_point_finds_its_sentence_by_words_place_or_figure_or_none() {
        let answer = "I look after nine beds. Last winter we had flu. We fell from 9 to 2 cases.";
        assert_eq!(
            fitting("Says in the first two sentences what they do now", answer),
            Some("I look after nine beds.")
        );
        assert_eq!(
            fitting("States what came of it by a figure", answer),
            Some("We fell from 9 to 2 cases.")
        );
        assert_eq!(
            fitting("Gives a reason for each change of job", answer),
            None
        );
        assert_eq!(
            fitting(
                "States what came of it by a figure",
                "We had a queue. It was gone in three weeks. She thanked us."
            ),
            Some("It was gone in three weeks."),
            "what is no gap has its sentence"
        );
        let answer = "Thank you for having me. I look after nine beds. I like my work.";
        assert_eq!(
            fitting("Says in the first two sentences what they do now", answer),
            Some("I look after nine beds.")
        );
        let names = "Names two things from the past that this job asks for";
        assert_eq!(fitting(names, answer), None);
        assert_eq!(fitting(names, "Thank you for having me."), None);
    }

    #[test]
    fn only_a_greeting_greets_and_only_a_whole_word_names_a_place_or_a_figure() {
        for first in ["Hiring took six weeks.", "Thanks to the plan we cut 40%."] {
            let answer = format!("{first} So it went.");
            let found = fitting("States what came of it in the first sentence", &answer);
            assert_eq!(found, Some(first));
        }
        assert!(is_greeting("Hi, I am Ana.") && is_greeting("Thanks for having me."));
        assert!(wants_figure("Gives figures") && !wants_figure("Says how they figured it out"));
        let spends = "Says whom the day spends with";
        assert_eq!(fitting(spends, "We met. It rained."), None);
    }

    #[test]
    fn a_ward_counts_nothing_and_an_amount_does() {
        assert!(["on 4B", "in R12"].iter().all(|text| !has_figure(text)));
        assert!(
            ["cut $4B", "40K calls", "up 3X"]
                .iter()
                .all(|text| has_figure(text))
        );
    }

    /// Why somebody wants this job, as people say it.
    const WHY: &str = "Gives a reason for this job that names something in it";

    /// An answer with the sentence in its middle.
    fn among(sentence: &str) -> String {
        format!(
            "For nine years I have run the intake desk of a housing charity. {sentence} Last winter we had two hundred \
             people a week."
        )
    }

    #[test]
    fn a_point_finds_the_sentence_that_says_it_in_other_words() {
        let pairs = [
            (
                WHY,
                "I want this job because your team visits people at home.",
            ),
            (
                WHY,
                "I would like to work here because you visit people at home.",
            ),
            (WHY, "What draws me to this post is the visits at home."),
            (WHY, "Your clinic sees children, and that is why I applied."),
            (WHY, "I applied since your school teaches outdoors."),
            (
                "Names one promise, to whom it was made and by when",
                "I had promised our manager the list by Friday at six.",
            ),
            (
                "Describes a check or habit used since then",
                "Since then I look at absences before I confirm anything.",
            ),
            (
                "Says in one sentence that the employer ended it and why",
                "My employer let me go, because I missed the targets.",
            ),
            (
                "Says what they would settle earlier the next time",
                "Next time I would ask who has to wait for whose part.",
            ),
            (
                "Tells of a party, and what was planned for it",
                "Our plan for the summer party fell into the water.",
            ),
        ];
        for (point, sentence) in pairs {
            assert_eq!(fitting(point, &among(sentence)), Some(sentence), "{point}");
        }
    }

    #[test]
    fn what_is_far_from_a_point_stays_far() {
        let pairs = [
            (WHY, "I have run a front desk all my life."),
            (WHY, "I like working with people."),
            (WHY, "Because of the snow I came late to my last job."),
            (WHY, "You learn to listen."),
            (
                "Names two things from the past that this job asks for",
                "I am glad that you could see me.",
            ),
            (
                "Names one promise, to whom it was made and by when",
                "On Friday it rained.",
            ),
            (
                "Says how the others learned of it",
                "I told it to nobody for a while.",
            ),
            (
                "Repairs it, or helps to, and says in which steps",
                "The clocks changed that weekend.",
            ),
        ];
        for (point, sentence) in pairs {
            assert_eq!(fitting(point, &among(sentence)), None, "{point}");
        }
    }
}
