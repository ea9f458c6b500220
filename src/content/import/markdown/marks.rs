//! Questions and answers with a label in front: `Q: … A: …`.

use super::Walk;
use super::body;
use crate::content::import::asking::ends_asking;
use crate::content::import::draft::Draft;
use crate::content::import::label::{Label, label, tongue};
use crate::content::import::ledger::Why;
use crate::content::import::tree::{Block, Line, Text, What};

/// The label of a line.
pub fn mark(line: &Line) -> Option<(Label, &str)> {
    label(&line.shown).filter(|(label, _)| *label != Label::Number)
}

/// Whether a paragraph has a question with a label.
pub fn is_marked(text: &Text) -> bool {
    text.lines
        .iter()
        .any(|line| mark(line).is_some_and(|(label, _)| label == Label::Question))
}

/// Whether a line begins with the name of something in bold, such as `**Category:** loops`.
fn is_field(line: &Line) -> bool {
    let lead = line.shown.get(..line.lead).unwrap_or_default().trim_end();
    !lead.is_empty()
        && (lead.ends_with([':', '：'])
            || line
                .shown
                .get(line.lead..)
                .is_some_and(|rest| rest.starts_with(':')))
}

/// Whether a paragraph begins with a label for questions in bold.
pub fn is_named(text: &Text) -> bool {
    let first = text.lines.first().filter(|line| line.lead > 0);
    first.is_some_and(|line| {
        mark(line).is_some_and(|(label, rest)| label == Label::Question && !rest.is_empty())
    })
}

/// Whether a question with a label is the first thing that is told below a heading; other fields and a line across
/// the page may stand before it.
pub fn names(body: &[Block]) -> bool {
    let told = |block: &&Block| match &block.what {
        What::Rule => false,
        What::Para(text) => is_marked(text) || !text.lines.iter().all(is_field),
        _ => true,
    };
    let first = body.iter().find(told);
    first.is_some_and(|block| matches!(&block.what, What::Para(text) if is_marked(text)))
}

/// Whether a paragraph is a text with gaps.
pub fn is_cloze(text: &Text) -> bool {
    text.lines
        .first()
        .is_some_and(|line| mark(line).is_some_and(|(label, _)| label == Label::Cloze))
}

/// The first question of a text with the answer or the other tongues that follow it in the same text.
pub fn pair(text: &Text) -> Option<Draft> {
    let mut pairs = pairs(text);
    let answered = |draft: &Draft| !draft.notes.is_empty() || !draft.wordings.is_empty();
    (pairs.len() == 1 && pairs.first().is_some_and(answered)).then(|| pairs.remove(0))
}

/// The questions of a text whose lines have labels; lines without one go on with the line before, or answer it when
/// it ended with a question mark.
pub fn pairs(text: &Text) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    let mut in_answer = false;
    let asked = |line: &Line| mark(line).is_some_and(|(label, _)| label == Label::Question);
    // What stands above the first question with a label is its title.
    let first = text.lines.iter().position(asked).unwrap_or(0);
    for line in text.lines.iter().skip(first) {
        let (label, rest) = match mark(line) {
            Some((label, rest)) => (Some(label), rest),
            None => (None, line.shown.as_str()),
        };
        if let (Some(Label::Probe), Some(draft)) = (label, out.last_mut()) {
            draft.probes.push(rest.to_owned());
            draft.last = line.number;
            continue;
        }
        if let Some((_, own)) = tongue(rest).filter(|_| !in_answer)
            && let Some(draft) = out.last_mut().filter(|_| label.is_none())
        {
            draft.wordings.push(own.to_owned());
            draft.last = line.number;
            continue;
        }
        let is_start =
            label == Some(Label::Question) || out.is_empty() && label != Some(Label::Answer);
        match out.last_mut() {
            Some(draft) if !is_start => {
                in_answer |= label == Some(Label::Answer)
                    || is_field(line)
                    || line.shown.starts_with(['•', '●', '▪', '-', '–'])
                    || ends_asking(&draft.text) && !ends_asking(rest);
                let to = if in_answer {
                    &mut draft.notes
                } else {
                    &mut draft.text
                };
                if !to.is_empty() && !rest.is_empty() {
                    to.push(if in_answer { '\n' } else { ' ' });
                }
                to.push_str(rest);
                draft.last = line.number;
            }
            _ if is_start => {
                out.push(Draft::new(super::tidy(rest), line.number));
                in_answer = false;
            }
            _ => {}
        }
    }
    out
}

impl Walk<'_> {
    /// Takes labelled questions from a paragraph and what follows it; `lead` is code that stands before it.
    pub(super) fn marked(&mut self, text: &Text, behind: &[Block], lead: Option<&Block>) {
        let stop = behind.iter().position(|b| {
            matches!(b.what, What::Rule) || matches!(&b.what, What::Para(t) if is_cloze(t))
        });
        let (behind, left) = behind.split_at(stop.unwrap_or(behind.len()));
        let mut drafts = pairs(&self.without_answer(text));
        let Some(mut last) = drafts.pop() else { return };
        for draft in drafts {
            let (first, end) = (draft.line, draft.last);
            self.found(draft, first, end);
        }
        if let Some(lead) = lead {
            last.show(&body::plain(lead, 0));
            last.line = lead.first.min(last.line);
        }
        if last.text.is_empty() {
            // `Question 5` on a line of its own.
            if let Some((
                Block {
                    what: What::Para(next),
                    ..
                },
                rest,
            )) = behind.split_first()
            {
                last.text = super::tidy(&next.joined());
                body::add(&mut last, rest);
            }
        } else if last.notes.is_empty() {
            body::add(&mut last, behind);
        } else {
            // The answer has begun already.
            for block in behind {
                last.note(&body::plain(block, 0));
            }
        }
        let end = behind.last().map_or(last.last, |block| block.last);
        let first = last.line;
        self.found(last, first, end);
        for block in left {
            self.leave_marked(block);
        }
    }

    /// The text from its first question on; an answer before it belongs to the question before.
    fn without_answer(&mut self, text: &Text) -> Text {
        let label = |line: &Line| mark(line).map(|(label, _)| label);
        let answers = text.lines.first().and_then(label) == Some(Label::Answer);
        let first = text
            .lines
            .iter()
            .position(|line| label(line) == Some(Label::Question));
        match (first.filter(|_| answers), self.drafts.last_mut()) {
            (Some(first), Some(draft)) => {
                let answer = text.part(0..first);
                for line in &answer.lines {
                    draft.note(mark(line).map_or(line.shown.as_str(), |(_, rest)| rest));
                    draft.last = line.number;
                }
                self.ledger.take(draft.line, draft.last);
                text.part(first..text.lines.len())
            }
            _ => text.clone(),
        }
    }

    fn leave_marked(&mut self, block: &Block) {
        let why = match &block.what {
            What::Para(text) if is_cloze(text) => Why::Cloze,
            What::Rule => Why::Program,
            _ => Why::Prose,
        };
        self.ledger.leave(block.first, block.last, why);
    }
}
