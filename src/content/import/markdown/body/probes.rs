//! Questions that go on from another, listed below it under a name of their own.

use crate::content::import::draft::Draft;
use crate::content::import::label::{Label, label, unlabelled};
use crate::content::import::tree::{Block, Text, What};
use crate::content::import::words::WORDS;

/// What follows a question without the lists of follow-ups, which the question is given.
pub fn without_probes(draft: &mut Draft, blocks: &[Block]) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    let mut rest = blocks.iter().peekable();
    while let Some(block) = rest.next() {
        let named = matches!(&block.what, What::Para(text) | What::Heading(_, text) if is_over_probes(text));
        match rest.peek().map(|next| &next.what) {
            Some(What::List(list)) if named => {
                let asked = list.items.iter().map(super::item_text);
                draft.probes.extend(
                    asked.map(|text| crate::content::import::markdown::tidy(unlabelled(&text))),
                );
                rest.next();
            }
            _ => out.push(block.clone()),
        }
    }
    out
}

/// Whether words say that follow-ups are listed below: `Follow-ups:`.
pub fn is_over_probes(text: &Text) -> bool {
    let joined = text.joined();
    let bare = joined
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let singular = bare.strip_suffix('s').unwrap_or(&bare);
    WORDS
        .labels
        .probes
        .near(singular)
        .iter()
        .any(|known| singular.starts_with(known.as_str()))
        && bare.split_whitespace().count() <= 4
}

/// The follow-ups of a line that is labelled so; a bar parts several.
pub fn probes(text: &Text) -> Option<Vec<String>> {
    let [line] = text.lines.as_slice() else {
        return None;
    };
    let (label, rest) = label(&line.shown)?;
    let probes = rest.split(" / ").map(|probe| probe.trim().to_owned());
    (label == Label::Probe).then(|| probes.collect())
}
