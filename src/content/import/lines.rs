//! Questions in plain lines, as people note them down.

use super::asking::{Asks, asks, ends_asking};
use super::draft::Draft;
use super::label::{Label, label, unlabelled};
use super::ledger::{Ledger, Why};

/// A line shorter than this was not broken for width, in characters.
const BROKEN: usize = 55;

/// Longest name of a topic, in words.
const TOPIC: usize = 6;

/// Signs that people and programs put in front of an item.
const BULLETS: &[char] = &[
    '-', '*', '•', '·', '–', '—', '○', '●', '◦', '‣', '⁃', '∙', '■', '□', '▪', '▫', '◆', '◇', '►',
    '▸', '▶', '➢', '➤', '✓', '✔', '☐', '☑', '+', '>', ' ', '\t',
];

/// Finds the questions of plain lines: each is one, but for topics, answers, follow-ups and what has no words.
pub fn read(text: &str, ledger: &mut Ledger) -> Vec<Draft> {
    let lines = joined(text);
    let mut reader = Reader {
        mostly: mostly_ask(&lines),
        labelled: are_labelled(&lines),
        found: Vec::new(),
        indent: 0,
        topic: String::new(),
        answering: false,
    };
    for (line, behind) in lines.iter().zip(1..) {
        let next = lines.get(behind).map_or("", |next| next.own());
        match reader.line(line, next) {
            Some(why) => ledger.leave(line.first, line.last, why),
            None => ledger.take(line.first, line.last),
        }
    }
    reader.found
}

/// What is known at a line.
struct Reader {
    /// Whether most lines ask.
    mostly: bool,
    /// Whether labels part questions from answers.
    labelled: bool,
    found: Vec<Draft>,
    /// How far the last question is set in; nothing stands below a topic.
    indent: usize,
    topic: String,
    /// Whether the answer to the last question has begun.
    answering: bool,
}

impl Reader {
    /// Takes a line for what it is, or says why it is left out.
    fn line(&mut self, line: &Joined, next: &str) -> Option<Why> {
        let bare = line.bare();
        let own = line.own();
        if !own.chars().any(char::is_alphanumeric) {
            return Some(Why::Wordless);
        }
        if own.starts_with("http://") || own.starts_with("https://") {
            return Some(Why::Links);
        }
        if bare.starts_with('#') && !bare.starts_with("##") && !asks(own).surely() && !self.mostly {
            return Some(Why::Program);
        }
        if let Some((Label::Probe, probe)) = label(bare).filter(|_| !self.found.is_empty()) {
            self.add(line, |draft| draft.probes.push(probe.to_owned()));
        } else if let Some(answer) = self.answer(bare, next) {
            self.answering = self.add(line, |draft| draft.note(answer));
        } else if self.offers(line, bare, next) {
            self.add(line, |draft| add_line(&mut draft.setup, bare));
        } else if self.is_below(line) {
            self.add(line, |draft| below(draft, own));
        } else if self.goes_on(line, own, bare) {
            self.add(line, |draft| {
                draft.text.push(' ');
                draft.text.push_str(own);
            });
        } else if is_topic(line, own, bare, self.mostly) {
            own.trim_start_matches(['#', ' '])
                .trim_end_matches([':', '：'])
                .clone_into(&mut self.topic);
            (self.indent, self.answering) = (usize::MAX, false);
        } else if self.answers(line, own, bare) {
            self.add(line, |draft| draft.note(own));
        } else {
            let mut draft = Draft::new(own, line.first);
            draft.last = line.last;
            draft
                .tags
                .extend((!self.topic.is_empty()).then(|| self.topic.clone()));
            self.found.push(draft);
            (self.indent, self.answering) = (line.indent, false);
        }
        None
    }

    /// Gives a line to the last question; whether there is one.
    fn add(&mut self, line: &Joined, add: impl FnOnce(&mut Draft)) -> bool {
        let last = self.found.last_mut();
        last.map(|draft| {
            add(draft);
            draft.last = line.last;
        })
        .is_some()
    }

    /// The answer of a line with a label. `A.` is one where questions are labelled and no `B.` follows.
    fn answer<'l>(&self, bare: &'l str, next: &str) -> Option<&'l str> {
        let open = self.found.last()?;
        match label(bare) {
            Some((Label::Answer, rest)) => Some(rest),
            _ if self.labelled && open.notes.is_empty() && !next.starts_with(['B', 'b']) => bare
                .strip_prefix(['A', 'a'])?
                .strip_prefix(['.', ')'])?
                .strip_prefix(' '),
            _ => None,
        }
    }

    /// Whether a line is one of the choices of the last question: `A) …`, then `B) …`.
    fn offers(&self, line: &Joined, bare: &str, next: &str) -> bool {
        let Some(open) = self.found.last().filter(|_| !line.parted) else {
            return false;
        };
        let before = open.setup.lines().count();
        let letter = |text: &str| lettered(text).map(|letter| usize::from(letter - b'a'));
        letter(bare) == Some(before) && (before > 0 || letter(next) == Some(1))
    }

    /// Whether a line is an item below the last question: it has a bullet and is set in further.
    fn is_below(&self, line: &Joined) -> bool {
        line.bulleted && line.indent > self.indent && !line.parted && !self.found.is_empty()
    }

    /// Whether a labelled question goes on in a line of its own.
    fn goes_on(&self, line: &Joined, own: &str, bare: &str) -> bool {
        let open = self
            .found
            .last()
            .is_some_and(|draft| draft.notes.is_empty() && !ends(&draft.text));
        self.labelled
            && open
            && !line.parted
            && label(bare).is_none()
            && own.starts_with(char::is_lowercase)
    }

    /// Whether a line goes on with the answer before it.
    fn answers(&self, line: &Joined, own: &str, bare: &str) -> bool {
        let fits = if self.labelled {
            !line.parted || !asks(own).surely()
        } else {
            !line.parted && asks(own) == Asks::No
        };
        self.answering && fits && label(bare).is_none()
    }
}

/// The letter of a choice: `A) …`, `b. …`.
fn lettered(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [letter, b'.' | b')', b' ', ..] => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
    .filter(u8::is_ascii_lowercase)
}

/// Sorts an item below a question: one that asks goes on from it, any other is part of the answer.
fn below(draft: &mut Draft, own: &str) {
    if ends_asking(own) {
        draft.probes.push(own.to_owned());
    } else {
        add_line(&mut draft.notes, &format!("- {own}"));
    }
}

/// Adds a line to a text.
fn add_line(to: &mut String, line: &str) {
    if !to.is_empty() {
        to.push('\n');
    }
    to.push_str(line);
}

/// Whether a sentence ends here.
fn ends(text: &str) -> bool {
    text.ends_with(['.', '?', '!', ':', '。', '？'])
}

/// Whether questions and answers have labels here: several of the one, and one of the other.
fn are_labelled(lines: &[Joined]) -> bool {
    let labels = || {
        lines
            .iter()
            .map(|l| label(l.bare()).map(|(label, _)| label))
    };
    let answers = |l: &Joined| l.bare().starts_with(['A', 'a']);
    labels().filter(|l| *l == Some(Label::Question)).count() > 1
        && (labels().any(|l| l == Some(Label::Answer)) || lines.iter().any(answers))
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
    /// How far it is set in, in columns.
    indent: usize,
    /// Whether the sign of an item stands in front of it.
    bulleted: bool,
}

impl Joined {
    /// The line without the signs of an item.
    fn bare(&self) -> &str {
        let text = self.text.strip_prefix("o\t").unwrap_or(&self.text);
        text.trim_start_matches(BULLETS)
    }

    /// The line without its label, too.
    fn own(&self) -> &str {
        unlabelled(self.bare()).trim()
    }
}

fn joined(text: &str) -> Vec<Joined> {
    let mut out: Vec<Joined> = Vec::new();
    let mut blank = true;
    for (whole, number) in text.lines().zip(1..) {
        let line = whole.trim();
        if line.is_empty() {
            blank = true;
            continue;
        }
        let goes_on = |before: &&mut Joined| {
            !blank
                && before.text.chars().count() >= BROKEN
                && !ends(&before.text)
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
                indent: indent(whole),
                bulleted: line.starts_with(BULLETS) || line.starts_with("o\t"),
            }),
        }
        blank = false;
    }
    out
}

/// Columns that a line is set in by; a tab is worth four.
fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
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
        && !own.ends_with(['.', '。'])
        && !line.bulleted;
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

    #[test]
    fn between_labels_lines_go_on_with_what_they_follow() {
        let (drafts, left) = read_all(
            "NOTES\n\nQ: How do you keep calm\nwhen it rings?\nA: If it burns, run.\n  Would I call? Yes.\n\nThen I would count.\n\nQ. What is it?\nA. A bell.\nFollow-up: Who rings it?\nQ: Which?\nA. one\nB. two",
        );
        let found: Vec<_> = drafts
            .iter()
            .map(|d| (d.text.as_str(), d.notes.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                (
                    "How do you keep calm when it rings?",
                    "If it burns, run.\n\nWould I call? Yes.\n\nThen I would count."
                ),
                ("What is it?", "A bell."),
                ("Which?", ""),
            ]
        );
        assert_eq!(drafts[1].probes, ["Who rings it?"]);
        assert_eq!(drafts[2].setup, "A. one\nB. two");
        assert_eq!((drafts[0].tags[0].as_str(), left), ("NOTES", 0));
    }

    #[test]
    fn items_set_in_further_belong_to_the_question_above() {
        let (drafts, _) = read_all(
            "Selling\n\t●\tSell me this pen.\n\t\t○\tlisten for: asks first\n\t\to\tWhat would you ask?\n\t\t- so\n\t●\tWhy us?\n",
        );
        let found: Vec<_> = drafts
            .iter()
            .map(|d| (d.text.as_str(), d.notes.as_str(), d.probes.len()))
            .collect();
        assert_eq!(
            found,
            [
                ("Sell me this pen.", "- listen for: asks first\n- so", 1),
                ("Why us?", "", 0)
            ]
        );
    }
}
