//! Tables and cards that Greenroom writes, and how they are read again: as they were, without a guess.
//!
//! Both ways stand here, so that a field that is written is also read. What neither holds stays in the pack itself;
//! [`holds_more`] tells for which questions that matters.

use super::draft::Draft;
use crate::content::lower::default_competency;
use crate::content::packs::has_lent_points;
use crate::domain::id::{CompetencyId, FamilyId};
use crate::domain::library::{Question, StageId, When};

/// Names of the columns of a table. A table with just these is one of ours.
pub const COLUMNS: [&str; 13] = [
    "id",
    "question",
    "setup",
    "answer",
    "topics",
    "kind",
    "stage",
    "difficulty",
    "points",
    "red flags",
    "follow-ups",
    "wordings",
    "pack",
];

/// What stands over the lists on the back of a card, in the order of the fields of [`Lists`].
const SECTIONS: [&str; 4] = [
    "A strong answer:",
    "What speaks against it:",
    "They may go on with:",
    "Also asked as:",
];

/// What stands over the points that a question has only from its framework. They are read on the card and come
/// back by themselves.
const USUAL: &str = "What a strong answer usually does:";

/// What begins the tags and the names of our cards.
const OURS: &str = "greenroom";

/// Behind a point that separates solid from partly.
const CORE: &str = " (core)";

/// Behind a red flag of which one is enough.
const CRITICAL: &str = " (critical)";

/// Signs with which a spreadsheet begins to calculate: see the OWASP page on CSV injection.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The lists of a question, a line each.
struct Lists([Vec<String>; 4]);

impl Lists {
    fn of(question: &Question) -> Self {
        let points = question
            .strong
            .iter()
            .filter(|_| !has_lent_points(question));
        let flags = question.red_flags.iter();
        let probes = question.probes.iter();
        Self([
            points.map(|p| signed(&p.text, p.core, CORE)).collect(),
            flags
                .map(|f| signed(&f.text, f.critical, CRITICAL))
                .collect(),
            probes.map(|p| p.text.clone()).collect(),
            question.variants.clone(),
        ])
    }

    fn give(self, draft: &mut Draft) {
        [draft.points, draft.flags, draft.probes, draft.wordings] = self.0;
    }
}

fn signed(text: &str, sign: bool, word: &str) -> String {
    format!("{text}{}", if sign { word } else { "" })
}

/// A point without its sign, and whether it separates solid from partly.
pub fn point(line: &str) -> (&str, bool) {
    unsigned(line, CORE)
}

/// A red flag without its sign, and whether one is enough.
pub fn flag(line: &str) -> (&str, bool) {
    unsigned(line, CRITICAL)
}

fn unsigned<'l>(line: &'l str, word: &str) -> (&'l str, bool) {
    line.strip_suffix(word)
        .map_or((line, false), |text| (text, true))
}

/// A question as a row, guarded against spreadsheets; `pack` is where it is from.
pub fn row(question: &Question, pack: &str) -> Vec<String> {
    let stages = question.stages.iter().copied().map(StageId::id);
    let [points, flags, probes, wordings] = Lists::of(question).0.map(|list| list.join("\n"));
    vec![
        question.id.to_string(),
        question.text.clone(),
        question.setup.clone(),
        question.notes.clone(),
        question.tags.join("\n"),
        question.kind.id().to_owned(),
        stages.collect::<Vec<_>>().join(", "),
        question.difficulty.to_string(),
        points,
        flags,
        probes,
        wordings,
        pack.to_owned(),
    ]
}

/// Whether the names of columns are those of our tables.
pub fn is_table(head: &[String]) -> bool {
    head == COLUMNS
}

/// The question of a row; `None` when it asks nothing.
pub fn of_row(cells: &[String], line: u32) -> Option<Draft> {
    let cell = |name: &str| {
        let column = COLUMNS.iter().position(|column| *column == name);
        let cell = column.and_then(|column| cells.get(column));
        cell.map_or("", |cell| unguarded(cell))
    };
    let lines = |name: &str| cell(name).lines().map(str::to_owned).collect();
    let text = cell("question");
    if text.trim().is_empty() {
        return None;
    }
    let mut draft = Draft {
        setup: cell("setup").to_owned(),
        notes: cell("answer").to_owned(),
        tags: lines("topics"),
        kind: cell("kind").to_owned(),
        stage: cell("stage").to_owned(),
        difficulty: cell("difficulty").to_owned(),
        ..Draft::new(text, line)
    };
    Lists(["points", "red flags", "follow-ups", "wordings"].map(lines)).give(&mut draft);
    Some(draft)
}

/// A cell that no spreadsheet takes for a formula.
pub fn guarded(cell: &str) -> String {
    let is_formula = cell.trim_start_matches('\'').starts_with(FORMULA);
    format!("{}{cell}", if is_formula { "'" } else { "" })
}

/// A cell without that guard.
fn unguarded(cell: &str) -> &str {
    let inner = cell.strip_prefix('\'');
    inner
        .filter(|inner| inner.trim_start_matches('\'').starts_with(FORMULA))
        .unwrap_or(cell)
}

/// A question as a card: front, back, tags, and a name that stays the same.
pub fn card(question: &Question) -> [String; 4] {
    let usual = question.strong.iter().filter(|_| has_lent_points(question));
    let usual = usual.map(|point| point.text.clone()).collect();
    let lists = SECTIONS.iter().zip(Lists::of(question).0);
    let lists = lists
        .chain([(&USUAL, usual)])
        .filter(|(_, list)| !list.is_empty())
        .map(|(name, list)| format!("{name}\n- {}", list.join("\n- ")));
    let mut back: Vec<String> = lists.collect();
    if !question.notes.is_empty() {
        back.insert(0, question.notes.clone());
    }
    let front = match question.setup.as_str() {
        "" => question.text.clone(),
        setup => format!("{setup}\n\n{}", question.text),
    };
    let name = format!("{OURS}/{}", question.id);
    [front, back.join("\n\n"), tags(question), name]
}

/// The tags of a card: what is known of the question, then its own. Each is one word for Anki.
fn tags(question: &Question) -> String {
    let known = |what: &str, word: &str| format!("{OURS}::{what}::{word}");
    let stages = question.stages.iter().map(|s| known("stage", s.id()));
    let own = question.tags.iter();
    let own = own.map(|tag| {
        tag.replace('_', "__")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join("_")
    });
    let mut all = vec![OURS.to_owned(), known("kind", question.kind.id())];
    all.extend(stages);
    all.push(known("difficulty", &question.difficulty.to_string()));
    all.extend(own);
    all.join(" ")
}

/// Whether a card with such tags is one of our questions.
pub fn is_card(tags: &str) -> bool {
    let kind = format!("{OURS}::kind::");
    tags.split_whitespace().any(|tag| tag.starts_with(&kind))
}

/// The question of a card; `None` when it asks nothing.
pub fn of_card(front: &str, back: &str, tags: &str, line: u32) -> Option<Draft> {
    let (setup, text) = front.rsplit_once("\n\n").unwrap_or(("", front));
    if text.trim().is_empty() {
        return None;
    }
    let (notes, lists) = parted(back);
    let mut draft = Draft {
        setup: setup.to_owned(),
        notes: notes.to_owned(),
        ..Draft::new(text, line)
    };
    lists.give(&mut draft);
    for tag in tags.split_whitespace().filter(|tag| *tag != OURS) {
        let known = tag
            .strip_prefix(OURS)
            .and_then(|tag| tag.strip_prefix("::"));
        match known.and_then(|tag| tag.split_once("::")) {
            Some(("kind", word)) => word.clone_into(&mut draft.kind),
            Some(("difficulty", word)) => word.clone_into(&mut draft.difficulty),
            Some(("stage", word)) => {
                draft.stage.push_str(word);
                draft.stage.push(',');
            }
            _ => draft.tags.push(untied(tag)),
        }
    }
    Some(draft)
}

/// A tag of several words as it was before it became one.
fn untied(tag: &str) -> String {
    let parts: Vec<String> = tag.split("__").map(|part| part.replace('_', " ")).collect();
    parts.join("_")
}

/// The notes on the back of a card, and the lists that stand below them.
fn parted(back: &str) -> (&str, Lists) {
    let mut notes = back.trim_end();
    let mut lists = Lists(Default::default());
    if let Some((before, _)) = list_below(notes, USUAL) {
        notes = before;
    }
    for (name, list) in SECTIONS.iter().zip(&mut lists.0).rev() {
        if let Some((before, items)) = list_below(notes, name) {
            (notes, *list) = (before, items);
        }
    }
    (notes, lists)
}

/// The list of a name that a text ends with, and what stands above it.
fn list_below<'t>(text: &'t str, name: &str) -> Option<(&'t str, Vec<String>)> {
    let (above, last) = text.rsplit_once("\n\n").unwrap_or(("", text));
    let lines = last.strip_prefix(name)?.strip_prefix('\n')?.lines();
    let items = lines.map(|line| line.strip_prefix("- ").map(str::to_owned));
    Some((above, items.collect::<Option<_>>()?))
}

/// Whether a question has what neither a table nor a card can hold.
pub fn holds_more(question: &Question) -> bool {
    question.competencies != [CompetencyId::new(default_competency(question.kind))]
        || question.roles != [FamilyId::new("general")]
        || question.window != question.kind.window()
        || question.framework.as_str() != question.kind.framework()
        || question.probes.iter().any(|p| p.when != When::Always)
        || !question.outline.is_empty()
        || !question.tests_note.is_empty()
        || !question.data.is_empty()
        || !question.replies.is_empty()
        || !question.exemplars.is_empty()
        || !question.seniority.is_empty()
        || question.persona.is_some()
        || question.numbers.is_some()
        || question.law.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_comes_back() {
        for cell in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "'=1",
            "''-1",
        ] {
            let guarded = guarded(cell);
            assert!(guarded.starts_with('\''), "{cell}");
            assert_eq!(unguarded(&guarded), cell);
        }
        for cell in ["Why nights?", "'tis what?", ""] {
            assert_eq!((guarded(cell).as_str(), unguarded(cell)), (cell, cell));
        }
    }

    #[test]
    fn words_that_became_one_tag_come_back() {
        for tag in ["Loops, nested", "snake_case", "C#", "a b_c d"] {
            let tied = tag.replace('_', "__").replace(' ', "_");
            assert_eq!(untied(&tied), tag);
        }
    }

    #[test]
    fn a_back_without_our_lists_is_all_notes() {
        for back in [
            "So.\n\n- a\n- b",
            "A strong answer: none",
            "",
            "They may go on with:\nnothing",
        ] {
            let (notes, lists) = parted(back);
            assert_eq!(notes, back);
            assert!(lists.0.iter().all(Vec::is_empty));
        }
    }
}
