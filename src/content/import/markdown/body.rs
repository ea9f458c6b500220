//! What follows a question: code or options that belong to it, its answer, questions that go on from it.

use crate::content::import::asking::{self, Asks, asks};
use crate::content::import::draft::Draft;
use crate::content::import::furniture;
use crate::content::import::label::{Label, label, unlabelled};
use crate::content::import::tree::{Block, Item, Line, List, Text, What};
use crate::content::import::words::WORDS;

mod plain;
mod probes;

pub use plain::plain;
pub use probes::is_over_probes;
use probes::{probes, without_probes};

/// Longest text shown with a question, in characters; more of it goes to the notes.
const SHOWN: usize = 1_500;

/// Longest text of a question that stands in the paragraphs below its title, in characters.
const TITLED: usize = 1_200;

/// Whether a heading ends with a question mark.
pub fn ends_asking(text: &Text) -> bool {
    asking::ends_asking(&text.joined())
}

/// A title with the paragraphs below it, and what follows them.
pub fn with_paragraphs<'b>(title: &str, under: &'b [Block]) -> (String, &'b [Block]) {
    let mut asked = title.to_owned();
    let mut rest = under;
    while let Some((
        Block {
            what: What::Para(para),
            ..
        },
        behind,
    )) = rest.split_first()
    {
        let names = |l: &Line| {
            l.bold > 0 && l.lead == l.shown.len() && l.shown.split_whitespace().count() <= 4
        };
        let lines = para
            .lines
            .iter()
            .filter(|l| !l.is_link() && !l.is_empty() && !names(l));
        let words = lines
            .map(|l| l.shown.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        if rest.first().is_some_and(begins_answer)
            || asked.chars().count() + words.chars().count() > TITLED
        {
            break;
        }
        if !words.is_empty() {
            let open = asked
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '`' | '"' | '”'));
            asked = format!("{asked}{} {words}", if open { ":" } else { "" });
        }
        rest = behind;
    }
    (asked, rest)
}

/// A title that asks nothing with the question that stands below it before an answer; `None` when there is none.
pub fn asked_below<'b>(title: &str, under: &'b [Block]) -> Option<(String, &'b [Block])> {
    let end = under.iter().position(begins_answer)?;
    let before = under.get(..end)?;
    let asks = |b: &Block| matches!(&b.what, What::Para(text) if text.lines.iter().any(|l| asking::ends_asking(&l.shown)));
    before
        .iter()
        .any(asks)
        .then(|| with_paragraphs(title, under))
        .filter(|(asked, _)| asked != title)
}

/// Gives a question what follows it.
pub fn add(draft: &mut Draft, blocks: &[Block]) {
    if let Some(block) = blocks.last() {
        draft.last = draft.last.max(block.last);
    }
    let blocks = &without_probes(draft, blocks);
    let answer = blocks.iter().position(begins_answer);
    match answer {
        Some(at) => {
            let (before, after) = blocks.split_at(at);
            posed(draft, before);
            for block in after {
                note(draft, block);
            }
        }
        None => unmarked(draft, blocks),
    }
}

/// What stands between a question and its answer is shown with it; what stands under a heading that says so is
/// the question itself.
fn posed(draft: &mut Draft, blocks: &[Block]) {
    let mut asked = false;
    for block in blocks {
        match &block.what {
            What::Heading(_, text) => {
                let name = text.joined();
                asked = furniture::is_asked(&name);
                if !asked && !furniture::is_given(&name) {
                    show(draft, block);
                }
            }
            What::Para(text) if asked && draft.text.chars().count() < TITLED => {
                let open = draft.text.ends_with(|c: char| c.is_alphanumeric());
                draft.text = format!(
                    "{}{} {}",
                    draft.text,
                    if open { ":" } else { "" },
                    text.joined()
                );
            }
            _ => show(draft, block),
        }
    }
}

/// Whether an answer begins with this block, by its own words.
pub fn begins_answer(block: &Block) -> bool {
    match &block.what {
        What::Fold(name, _) => name.is_empty() || furniture::is_answer(&name.joined()),
        What::Heading(_, text) => {
            let name = text.joined();
            furniture::is_answer(&name) || furniture::is_judged(&name)
        }
        What::Para(text) => {
            let first = text.lines.first().map_or("", |line| line.shown.as_str());
            furniture::is_judged(first)
                || label(first).is_some_and(|(label, _)| label == Label::Answer)
                || text.is_bold() && furniture::is_answer(&text.joined())
                || text.bold_lead().is_some_and(furniture::is_answer)
        }
        _ => false,
    }
}

/// Without a word where the answer begins, code or a list belongs to the question if the question points at it, and
/// boxes to tick are its options.
fn unmarked(draft: &mut Draft, blocks: &[Block]) {
    let mut rest = blocks;
    let mut listed = !draft.setup.is_empty() && points_at_list(&draft.text);
    while let Some((block, behind)) = rest.split_first() {
        let belongs = match &block.what {
            // What stands below the list that the question points at is its answer.
            What::Code(_) => points_down(&draft.text) && !listed,
            What::List(list) if is_options(list) => true,
            What::List(_) => {
                let first = draft.setup.is_empty() && points_at_list(&draft.text);
                listed |= first;
                first
            }
            _ => false,
        };
        if !belongs {
            break;
        }
        show(draft, block);
        rest = behind;
    }
    for block in rest {
        match &block.what {
            What::List(list) if is_options(list) => show(draft, block),
            _ => note(draft, block),
        }
    }
}

/// Whether the words of a question point at what stands below.
pub fn points_down(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.trim_end().ends_with([':', '：']) || WORDS.points_down.stand_in(&lower)
}

/// Whether the words of a question say that a list below it is what is asked about: "Explain the following: …".
fn points_at_list(text: &str) -> bool {
    let lower = format!("{} ", text.to_lowercase());
    text.trim_end().ends_with([':', '：', '?', '？']) && WORDS.points_at_list.stand_in(&lower)
}

/// Whether a list offers answers to choose from: boxes to tick that do not ask, or letters in front.
pub fn is_options(list: &List) -> bool {
    let texts = || list.items.iter().filter_map(Item::text);
    let ticked = list
        .items
        .iter()
        .filter(|item| item.ticked.is_some())
        .count();
    let asking = texts().filter(|text| how(text) == Asks::Mark).count();
    let lettered = texts()
        .zip('a'..)
        .filter(|(text, letter)| is_lettered(text, *letter))
        .count();
    ticked * 2 > list.items.len() && asking * 2 < list.items.len()
        || lettered > 1 && lettered + 1 >= list.items.len()
}

/// Whether a text begins with a letter and a sign: `A) …`, `b. …`, `C: …`.
fn is_lettered(text: &Text, letter: char) -> bool {
    let joined = text.joined();
    let mut chars = joined.trim_start_matches(['(', '*']).chars();
    let first = chars
        .next()
        .is_some_and(|c| c.to_ascii_lowercase() == letter);
    first
        && chars
            .next()
            .is_some_and(|c| matches!(c, ')' | '.' | ':' | '）' | '：'))
}

/// Puts a block beside the question, as far as there is room; the rest is told afterward.
fn show(draft: &mut Draft, block: &Block) {
    let shown = match &block.what {
        What::List(list) if is_options(list) => {
            let right: Vec<String> = list
                .items
                .iter()
                .filter(|i| i.ticked == Some(true))
                .map(item_text)
                .collect();
            if !right.is_empty() {
                draft.note(&format!("Right: {}", right.join("; ")));
            }
            let all: Vec<String> = list
                .items
                .iter()
                .map(|item| format!("- {}", item_text(item)))
                .collect();
            all.join("\n")
        }
        What::Code(code) => code.trim_end().to_owned(),
        _ => plain(block, 0),
    };
    if draft.setup.chars().count() + shown.chars().count() <= SHOWN {
        draft.show(&shown);
    } else {
        draft.note(&shown);
    }
}

fn item_text(item: &Item) -> String {
    item.text().map(Text::joined).unwrap_or_default()
}

fn note(draft: &mut Draft, block: &Block) {
    match &block.what {
        What::Fold(name, blocks) if furniture::is_answer(&name.joined()) => {
            for block in blocks {
                note(draft, block);
            }
        }
        What::Heading(_, text)
            if furniture::is_answer(&text.joined()) && !text.joined().contains([':', '：']) => {}
        What::Para(text) if probes(text).is_some() => {
            draft.probes.extend(probes(text).unwrap_or_default());
        }
        What::List(list) if asks_on(list) && !draft.notes.ends_with([':', '：']) => {
            below(draft, list);
        }
        What::Para(_) => {
            let told = plain(block, 0);
            draft.note(answer(&told).unwrap_or(&told));
        }
        _ => draft.note(&plain(block, 0)),
    }
}

/// What stands behind the label of an answer.
fn answer(text: &str) -> Option<&str> {
    let (label, rest) = label(text)?;
    (label == Label::Answer && !rest.is_empty()).then_some(rest)
}

/// Sorts the items below a question: those that ask go on from it, the others are part of the answer.
pub fn below(draft: &mut Draft, list: &List) {
    let mut kept = List {
        start: list.start,
        items: Vec::new(),
    };
    for item in &list.items {
        let (own, told) = item.text().map(parted).unwrap_or_default();
        let asked = unlabelled(&own);
        if item.ticked.is_none() && asks(asked).surely() && asking::answered_at(asked).is_none() {
            draft.probes.push(asked.to_owned());
            draft.note(&told);
            item.blocks
                .iter()
                .skip(1)
                .for_each(|block| note(draft, block));
        } else {
            kept.items.push(item.clone());
        }
    }
    if let (Some(first), Some(last)) = (kept.items.first(), kept.items.last()) {
        let block = Block {
            first: first.first,
            last: last.last,
            what: What::List(kept),
        };
        add(draft, &[block]);
    }
}

/// The words of a follow-up, and the answer in a line below them.
fn parted(text: &Text) -> (String, String) {
    let is_answer = |line: &Line| answer(&line.shown).is_some();
    let at = text.lines.iter().skip(1).position(is_answer);
    let at = at.map_or(text.lines.len(), |at| at + 1);
    let told = text.part(at..text.lines.len()).joined();
    let told = answer(&told).map_or(told.clone(), str::to_owned);
    (text.part(0..at).joined(), told)
}

/// Whether every item of a list ends with a question mark, so that they go on from a question even in its answer.
fn asks_on(list: &List) -> bool {
    let ends = |item: &Item| item.ticked.is_none() && item.text().is_some_and(ends_asking);
    list.items.iter().all(ends)
}

/// Whether a paragraph or item asks by itself.
pub fn surely(text: &Text) -> bool {
    how(text).surely()
}

/// Longest label in front of a question, in bytes.
const LABEL: usize = 40;

/// Whether a line is a question with a label, such as stands below its title.
fn is_labelled(line: &Line) -> bool {
    line.shown.find([':', '：']).is_some_and(|at| at <= LABEL)
        && label(&line.shown)
            .is_some_and(|(label, rest)| label == Label::Question && !rest.is_empty())
}

/// How the words of a text ask. An answer may follow in the lines below the question.
pub fn how(text: &Text) -> Asks {
    let mut below = text.lines.iter().skip(1);
    if below.any(is_labelled) {
        return Asks::Stem;
    }
    let how = asks(unlabelled(&text.joined()));
    match text.lines.split_first() {
        Some((first, rest)) if how == Asks::No && !rest.is_empty() => {
            asks(unlabelled(&first.shown))
        }
        _ => how,
    }
}
