//! Questions in plain lines, as people note them down.

use super::asking::{Asks, asks, ends_asking};
use super::draft::Draft;
use super::furniture;
use super::label::{Label, label};
use super::ledger::{Ledger, Why};
use super::markdown::tidy;
use crate::content::guess;

mod habit;
mod joined;
mod jury;

use habit::Habit;
use joined::{Joined, joined};

/// Longest name of a topic, in words.
const TOPIC: usize = 6;

/// Longest line without a mark that stands over questions with one, in words.
const TITLE: usize = 10;

/// Finds the questions of plain lines: each is one, but for topics, answers, follow-ups and what has no words.
pub fn read(text: &str, ledger: &mut Ledger) -> Vec<Draft> {
    let lines = joined(text);
    let mut found = found(&lines, Whose::Theirs, ledger);
    // A list of nothing but what one asks oneself was brought to be practiced.
    if found.is_empty() {
        found = self::found(&lines, Whose::All, ledger);
    }
    jury::judge(&mut found, ledger);
    found
}

/// What is asked in these lines, with or without what one asks oneself.
fn found(lines: &[Joined], whose: Whose, ledger: &mut Ledger) -> Vec<Draft> {
    let mut reader = Reader {
        habit: Habit::of(lines),
        labelled: are_labelled(lines),
        whose,
        found: Vec::new(),
        indent: 0,
        topic: String::new(),
        part: 0,
        answering: false,
        open: false,
    };
    for (line, behind) in lines.iter().zip(1..) {
        let fate = reader.line(line, lines.get(behind));
        reader.open = fate.is_none();
        match fate {
            Some(why) => ledger.leave(line.first, line.last, why),
            None => ledger.take(line.first, line.last),
        }
    }
    reader.found
}

/// Whose questions are taken in: only those of the interviewer, or also what one asks oneself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Theirs,
    All,
}

/// What is known at a line.
struct Reader {
    /// How questions are written here.
    habit: Habit,
    /// Whether labels part questions from answers.
    labelled: bool,
    whose: Whose,
    found: Vec<Draft>,
    /// How far the last question is set in; nothing stands below a topic.
    indent: usize,
    topic: String,
    /// The number of the part under the topic.
    part: usize,
    /// Whether the answer to the last question has begun.
    answering: bool,
    /// Whether the line before belongs to a question or names what follows.
    open: bool,
}

impl Reader {
    /// Takes a line for what it is, or says why it is left out.
    fn line(&mut self, line: &Joined, next: Option<&Joined>) -> Option<Why> {
        let bare = line.bare();
        let own = line.own();
        let after = next.map_or("", |next| next.own());
        if let Some(why) = self.left_at_once(bare, own) {
            return Some(why);
        }
        if let Some((Label::Probe, probe)) = label(bare).filter(|_| !self.found.is_empty()) {
            self.add(line, |draft| draft.probes.push(probe.to_owned()));
        } else if let Some(answer) = self.answer(line, next) {
            self.answering = self.add(line, |draft| draft.note(answer));
        } else if self.offers(line, bare, after) {
            self.add(line, |draft| add_line(&mut draft.setup, bare));
        } else if self.is_led(line) {
            self.add(line, |draft| draft.note(own));
        } else if self.is_below(line) || self.is_inner(line) {
            self.add(line, |draft| below(draft, own));
        } else if self.goes_on(line, own, bare) {
            self.add(line, |draft| {
                draft.text.push(' ');
                draft.text.push_str(own);
            });
        } else if self.is_topic(line, next) {
            own.trim_matches(['#', ' ', '*', '_'])
                .trim_end_matches([':', '：'])
                .clone_into(&mut self.topic);
            self.part += 1;
            (self.indent, self.answering) = (usize::MAX, false);
        } else if self.answers(line, own, bare) {
            self.add(line, |draft| draft.note(own));
        } else if self.habit.leaves(line) {
            // A remark right below a question belongs to it.
            let remark = self.open && !line.parted && self.indent < usize::MAX;
            if !(remark && self.add(line, |draft| draft.note(own))) {
                (self.indent, self.answering) = (usize::MAX, false);
                return Some(Why::Prose);
            }
        } else {
            return self.ask(line, next);
        }
        None
    }

    /// Why a line is left out by its own words.
    fn left_at_once(&self, bare: &str, own: &str) -> Option<Why> {
        if !own.chars().any(char::is_alphanumeric) {
            return Some(Why::Wordless);
        }
        if own.starts_with("http://") || own.starts_with("https://") {
            return Some(Why::Links);
        }
        if furniture::is_own_note(own) {
            return Some(Why::Own);
        }
        if furniture::is_imprint(own) && label(bare).is_none() {
            return Some(Why::Beside);
        }
        let single = bare.starts_with('#') && !bare.starts_with("##");
        (single && !asks(own).surely() && !self.habit.asks).then_some(Why::Program)
    }

    /// Takes a line for a question, unless its topic or its own words say that it is none.
    fn ask(&mut self, line: &Joined, next: Option<&Joined>) -> Option<Why> {
        let own = line.own();
        let alone = next.is_none_or(|next| next.parted);
        // What stands by itself over the first question is the name of the list.
        if self.found.is_empty() && alone && line.parted && self.habit.asks && asks(own) == Asks::No
        {
            return Some(Why::Prose);
        }
        let named = self.labelled && self.habit.numbered;
        if named && label(line.bare()).is_none() && !asks(own).surely() {
            return Some(Why::Prose);
        }
        if furniture::is_beside(&self.topic) && !self.habit.is_marked(line) {
            return Some(Why::Beside);
        }
        let advised = furniture::is_advice(&self.topic) || furniture::is_apart(&self.topic);
        let before = own.split_once([':', '：']);
        let asked_back = guess::is_asked_back(&self.topic)
            || before.is_some_and(|(name, _)| is_asked_back(name));
        let why = if asked_back && self.whose == Whose::Theirs {
            Some(Why::AskedBack)
        } else {
            (advised && !ends_asking(own)).then_some(Why::Prose)
        };
        if why.is_some() {
            return why;
        }
        let mut draft = Draft::new(tidy(own), line.first);
        draft.last = line.last;
        draft.list = self.part;
        draft.part_remark();
        draft
            .tags
            .extend((!self.topic.is_empty()).then(|| self.topic.clone()));
        self.found.push(draft);
        (self.indent, self.answering) = (line.indent, false);
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

    /// The answer of a line with a label, behind an arrow, or in brackets right below a question. `A.` is one where
    /// questions are labelled and no `B.` follows.
    fn answer<'l>(&self, line: &'l Joined, next: Option<&Joined>) -> Option<&'l str> {
        let open = self.found.last()?;
        let bare = line.bare();
        let bracketed = self.open && !line.parted && furniture::is_bracketed(bare);
        if bracketed && self.indent < usize::MAX {
            return Some(bare);
        }
        if line.pointed {
            return Some(bare);
        }
        let second = next.is_some_and(|next| lettered(next.bare()) == Some(b'b'));
        match label(bare) {
            Some((Label::Answer, rest)) => Some(rest),
            _ if self.labelled && open.notes.is_empty() && !second => bare
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

    /// Whether a line answers the question that its paragraph begins with.
    fn is_led(&self, line: &Joined) -> bool {
        let labelled = label(line.bare()).is_some_and(|(label, _)| label == Label::Question);
        let own = line.own();
        // `Datix?` is a word of the answer; `Who is told?` is asked.
        let asked = ends_asking(own) && asks(own.trim_end_matches(['?', ' '])).surely();
        self.habit.leads
            && !line.parted
            && !labelled
            && !asked
            && self.open
            && self.indent < usize::MAX
            && !self.found.is_empty()
    }

    /// Whether a line is an item below the last question: it has a bullet and is set in further.
    fn is_below(&self, line: &Joined) -> bool {
        line.bulleted
            && self.indent < usize::MAX
            && line.indent > self.indent
            && !line.parted
            && !self.found.is_empty()
    }

    /// Whether a line is told of the last question, because questions are not set in so far or have another sign.
    fn is_inner(&self, line: &Joined) -> bool {
        self.habit.is_inner(line) && self.indent < usize::MAX && !self.found.is_empty()
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

    /// Whether a line names what follows: it ends with a colon, is all capitals, stands out among questions, or stands
    /// unmarked over marked ones.
    fn is_topic(&self, line: &Joined, next: Option<&Joined>) -> bool {
        let (own, bare) = (line.own(), line.bare());
        let words = own.split_whitespace().count();
        let over = next.is_some_and(|next| self.habit.is_marked(next) && asks(next.own()).surely());
        let above = self.habit.marked
            && over
            && words <= TITLE
            && line.parted
            && !self.habit.is_marked(line)
            && asks(own) != Asks::Mark
            && (asks(own) == Asks::No || next.is_some_and(|next| !next.parted));
        if words > TOPIC || ends_asking(own) {
            return above;
        }
        let has_case = own.chars().any(char::is_uppercase);
        let capitals = has_case && !own.chars().any(char::is_lowercase);
        let named = own.ends_with([':', '：']) && !asks(own).surely();
        let heading = bare.starts_with('#');
        let stands_out = self.habit.asks
            && line.parted
            && asks(own) == Asks::No
            && label(bare).is_none()
            && !own.ends_with(['.', '。'])
            && !line.bulleted;
        let beside = line.parted && furniture::is_beside(own) && !self.habit.is_marked(line);
        named || beside || heading || capitals && own.chars().count() > 3 || stands_out || above
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

/// Whether words before a colon say that one asks what follows oneself: `Things to ask them: …`.
fn is_asked_back(name: &str) -> bool {
    let lower = name.to_lowercase();
    guess::is_asked_back(name) || lower.ends_with("to ask them") || lower.ends_with("to ask")
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
    fn what_the_heading_gives_to_the_other_side_is_not_asked_of_the_user() {
        let (drafts, left) = read_all(
            "• Have you ever missed a deadline?\n(she should say: once)\n2) Why us?\n\nFor the client to ask\n\
             How big is the team?\n- Who decides?\n\nQuestions for her to ask them:\n1. Which shifts are there?\n",
        );
        let texts: Vec<&str> = drafts.iter().map(|draft| draft.text.as_str()).collect();
        assert_eq!(texts, ["Have you ever missed a deadline?", "Why us?"]);
        assert_eq!(drafts[0].notes, "(she should say: once)");
        assert_eq!(left, 2);
    }

    #[test]
    fn a_list_to_ask_candidates_and_one_of_nothing_else_are_taken_in() {
        for heading in ["Questions to ask a candidate", "Questions to ask them"] {
            let text = format!("{heading}\n\nWhy do you want this job?\nWhat went wrong?\n");
            let (drafts, left) = read_all(&text);
            assert_eq!((drafts.len(), left), (2, 0), "{heading}");
        }
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
