//! Questions in plain lines, as people note them down.

use super::asking::{Asks, asks, ends_asking};
use super::draft::Draft;
use super::label::{Label, label, unlabelled};
use super::ledger::{Ledger, Why};

/// A line shorter than this was not broken for width, in characters.
const BROKEN: usize = 55;

/// Longest name of a topic, in words.
const TOPIC: usize = 6;

/// Finds the questions of plain lines: each is one, but for topics, answers with a label and what has no words.
pub fn read(text: &str, ledger: &mut Ledger) -> Vec<Draft> {
    let lines = joined(text);
    let mostly = mostly_ask(&lines);
    let mut out: Vec<Draft> = Vec::new();
    let mut topic = String::new();
    let mut answering = false;
    for line in &lines {
        let bare = line
            .text
            .trim_start_matches(['-', '*', '•', '·', '–', '—', '○', '▪', '+', '>', ' ']);
        let own = unlabelled(bare).trim();
        if !own.chars().any(char::is_alphanumeric) {
            ledger.leave(line.first, line.last, Why::Wordless);
        } else if own.starts_with("http://") || own.starts_with("https://") {
            ledger.leave(line.first, line.last, Why::Links);
        } else if bare.starts_with('#') && !bare.starts_with("##") && !asks(own).surely() && !mostly
        {
            ledger.leave(line.first, line.last, Why::Program);
        } else if let Some((Label::Answer, rest)) = label(bare)
            && let Some(draft) = out.last_mut()
        {
            draft.note(rest);
            draft.last = line.last;
            ledger.take(line.first, line.last);
            answering = true;
        } else if is_topic(line, own, bare, mostly) {
            own.trim_start_matches(['#', ' '])
                .trim_end_matches([':', '：'])
                .clone_into(&mut topic);
            ledger.take(line.first, line.last);
            answering = false;
        } else if answering
            && !line.parted
            && asks(own) == Asks::No
            && label(bare).is_none()
            && let Some(draft) = out.last_mut()
        {
            draft.note(own);
            draft.last = line.last;
            ledger.take(line.first, line.last);
        } else {
            let mut draft = Draft::new(own, line.first);
            draft.last = line.last;
            draft
                .tags
                .extend((!topic.is_empty()).then(|| topic.clone()));
            ledger.take(line.first, line.last);
            out.push(draft);
            answering = false;
        }
    }
    out
}

/// Whether at least half of the lines with words ask.
fn mostly_ask(lines: &[Joined]) -> bool {
    let worded = |l: &&Joined| l.text.chars().any(char::is_alphanumeric);
    let surely = |l: &&Joined| asks(unlabelled(&l.text)).surely();
    lines.iter().filter(surely).count() * 2 >= lines.iter().filter(worded).count()
}

/// A line, or several that were broken for width only.
struct Joined {
    first: u32,
    last: u32,
    text: String,
    /// Whether an empty line stands before it.
    parted: bool,
    /// Whether an empty line stands behind it.
    alone: bool,
}

fn joined(text: &str) -> Vec<Joined> {
    let mut out: Vec<Joined> = Vec::new();
    let mut blank = true;
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim();
        if line.is_empty() {
            if let Some(last) = out.last_mut() {
                last.alone = last.parted;
            }
            blank = true;
            continue;
        }
        let goes_on = |before: &&mut Joined| {
            !blank
                && before.text.chars().count() >= BROKEN
                && !before.text.ends_with(['.', '?', '!', ':', '。', '？'])
                && line.starts_with(char::is_lowercase)
        };
        match out.last_mut().filter(goes_on) {
            Some(before) => {
                before.text.push(' ');
                before.text.push_str(line);
                before.last = number;
            }
            None => out.push(Joined {
                first: number,
                last: number,
                text: line.to_owned(),
                parted: blank,
                alone: false,
            }),
        }
        blank = false;
    }
    out
}

/// Whether a line names what follows: it ends with a colon, is all capitals, or stands out among questions.
fn is_topic(line: &Joined, own: &str, bare: &str, mostly: bool) -> bool {
    if own.split_whitespace().count() > TOPIC || ends_asking(own) {
        return false;
    }
    let has_case = own.chars().any(char::is_uppercase);
    let capitals = has_case && !own.chars().any(char::is_lowercase);
    let named = own.ends_with([':', '：']) && !asks(own).surely();
    let heading = bare.starts_with('#');
    let stands_out = mostly
        && line.parted
        && asks(own) == Asks::No
        && label(bare).is_none()
        && bare.len() == line.text.len();
    named || heading || capitals && own.chars().count() > 3 || stands_out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> (Vec<Draft>, usize) {
        let mut ledger = Ledger::new(text);
        let drafts = read(text, &mut ledger);
        (drafts, ledger.left().len())
    }

    #[test]
    fn every_line_is_a_question_and_topics_are_tags() {
        let (drafts, left) = read_all(
            "BEHAVIORAL\nTell me about a conflict.\n2) Why nights?\n\nCraft\n\n• What is a hash?\nTwo sum\n---\n",
        );
        let texts: Vec<&str> = drafts.iter().map(|d| d.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Tell me about a conflict.",
                "Why nights?",
                "What is a hash?",
                "Two sum"
            ]
        );
        assert_eq!(
            (drafts[0].tags[0].as_str(), drafts[2].tags[0].as_str(), left),
            ("BEHAVIORAL", "Craft", 1)
        );
    }

    #[test]
    fn a_line_broken_for_width_is_one_question() {
        let (drafts, _) = read_all(
            "What is the difference between a process that was started and\na thread that was not?\nWhy?",
        );
        assert_eq!(drafts.len(), 2);
        assert!(
            drafts[0]
                .text
                .ends_with("started and a thread that was not?")
        );
    }

    #[test]
    fn labelled_answers_are_notes() {
        let (drafts, _) = read_all("Q: Where?\nA: Here.\nAnd there.\n\nQ: When?\nA: Now.");
        assert_eq!(drafts.len(), 2);
        assert_eq!(
            (drafts[0].text.as_str(), drafts[0].notes.as_str()),
            ("Where?", "Here.\n\nAnd there.")
        );
    }
}
