//! A question and its answer in one text.

use crate::content::import::asking::{Asks, answered_at, asks, ends_asking, is_mark};
use crate::content::import::draft::Draft;
use crate::content::import::furniture;
use crate::content::import::label::unlabelled;
use crate::content::import::markdown::{marks, tidy};
use crate::content::import::tree::{Line, Text};

/// Least text below a request that is an answer to it, in characters.
const BELOW: usize = 300;

/// A question from the text of an item, with an answer that stands in the same text.
pub fn item_draft(text: &Text, line: u32) -> Draft {
    let (text, remarks) = without_remarks(text);
    let mut draft = answered(&text, line);
    for remark in remarks {
        draft.note(&remark);
    }
    draft
}

/// A text without the lines below its first that are nothing but a remark in brackets, and these.
pub fn without_remarks(text: &Text) -> (Text, Vec<String>) {
    let (mut own, mut remarks) = (Text::default(), Vec::new());
    for line in &text.lines {
        let remark = furniture::is_bracketed(&line.shown) && !line.shown.contains(is_mark);
        if remark && !own.lines.is_empty() {
            remarks.push(line.shown.trim().to_owned());
        } else {
            own.lines.push(line.clone());
        }
    }
    (own, remarks)
}

/// A question and its answer, where the text has one.
fn answered(text: &Text, line: u32) -> Draft {
    if let Some(draft) = marks::pair(text) {
        return draft;
    }
    if let Some(draft) = led(text, line) {
        return draft;
    }
    if let Some(draft) = broken(text, line) {
        return draft;
    }
    let joined = text.joined();
    let own = tidy(unlabelled(&joined));
    match answered_at(&own).and_then(|at| own.split_at_checked(at)) {
        Some((question, answer)) => {
            let question = question.trim_end_matches(|c: char| {
                c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':')
            });
            let mut draft = Draft::new(question, line);
            draft.note(answer);
            draft
        }
        None => Draft::new(own, line),
    }
}

/// A question with its answer in the lines below it: a line that ends with a question mark ends the question.
pub fn broken(text: &Text, line: u32) -> Option<Draft> {
    let ends = |l: &Line| ends_asking(&l.shown);
    let arrow = text
        .lines
        .iter()
        .position(|l| furniture::is_pointed(&l.shown));
    let last = match arrow {
        Some(at) => at.checked_sub(1)?,
        None => text.lines.iter().rposition(ends).or_else(|| told(text))?,
    };
    let answer = text.part(last + 1..text.lines.len());
    if answer.is_empty() || answer.is_link() {
        return None;
    }
    let question = text.part(0..last + 1).joined();
    let mut draft = Draft::new(tidy(unlabelled(&question)), line);
    for line in &answer.lines {
        if !draft.notes.is_empty() {
            draft.notes.push('\n');
        }
        draft.notes.push_str(&line.shown);
    }
    Some(draft)
}

/// The line with a request, where what stands below it is long and asks nothing.
fn told(text: &Text) -> Option<usize> {
    let (first, rest) = text.lines.split_first()?;
    let ended = first.shown.trim_end().ends_with(['.', '!', '。']);
    let below: usize = rest.iter().map(|line| line.all).sum();
    let tells = rest.iter().all(|line| asks(&line.shown) == Asks::No);
    (ended && below > BELOW && tells && asks(unlabelled(&first.shown)).surely()).then_some(0)
}

/// A question in bold with its answer behind it.
fn led(text: &Text, line: u32) -> Option<Draft> {
    led_by(text, line, Asks::Stem)
}

/// The same, where something in bold that asks so plainly is enough.
pub fn led_by(text: &Text, line: u32, least: Asks) -> Option<Draft> {
    let lead = text.bold_lead()?.to_owned();
    let own = tidy(unlabelled(&lead));
    let how = asks(&own);
    let first = text.lines.first()?;
    let rest = first.shown.get(first.lead..)?.trim();
    let ended = lead.ends_with(['.', '!', '。']);
    let parted = rest.is_empty() || ended || rest.starts_with([':', '-', '–', '—']);
    // `Why this works: …` names what follows.
    let names = lead.ends_with([':', '：']) && own.split_whitespace().count() < 5;
    let enough = how >= least && parted && own.split_whitespace().count() > 2 && !names;
    if how != Asks::Mark && !enough {
        return None;
    }
    let mut answer = text.clone();
    let head = answer.lines.first_mut()?;
    rest.trim_start_matches([':', '-', '–', '—', ' '])
        .clone_into(&mut head.shown);
    let answer = answer.joined();
    // Two sentences that ask, of which the first is bold, are one question.
    if ends_asking(&answer) {
        return None;
    }
    let mut draft = Draft::new(own, line);
    draft.note(&answer);
    Some(draft)
}
