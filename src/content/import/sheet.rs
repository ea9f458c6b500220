//! Rows and columns: which column holds the questions, which their answers.

use super::asking::{Asks, asks, ends_asking, is_mark};
use super::draft::Draft;
use super::furniture;
use super::label::{label, unlabelled};
use super::words::{Names, WORDS};

mod roles;

/// Which column holds what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The questions.
    pub question: usize,
    /// How plainly the name says so: 0 the plainest.
    plainness: usize,
    answers: Vec<usize>,
    points: Vec<usize>,
    flags: Vec<usize>,
    topics: Vec<usize>,
    setups: Vec<usize>,
    probes: Vec<usize>,
    kind: Option<usize>,
    stage: Option<usize>,
    hardness: Option<usize>,
}

impl Columns {
    /// Questions in one column, answers in others.
    pub fn sides(question: usize, answers: Vec<usize>) -> Self {
        Self {
            question,
            answers,
            ..Self::default()
        }
    }

    /// Whether the name of the column leaves no doubt.
    pub const fn is_plain(&self) -> bool {
        self.plainness == 0
    }

    /// Whether the name says that a question or task stands there, and is not that of just anything.
    pub const fn is_card(&self) -> bool {
        self.plainness <= 1
    }

    /// The heading that stands between questions in the place of one.
    pub fn topic<'r>(&self, row: &'r [String]) -> Option<&'r str> {
        let cell = row.get(self.question)?.trim();
        let words = cell.split_whitespace().count();
        let fits = (1..=HEADING).contains(&words)
            && !is_ended(cell)
            && label(cell).is_none()
            && asks(cell) == Asks::No
            && self
                .answers
                .iter()
                .all(|at| row.get(*at).is_none_or(|cell| cell.trim().is_empty()));
        fits.then_some(cell)
    }

    /// Whether a row has nothing but words where the questions stand, and these ask nothing: it names the rows below it.
    pub fn is_alone(&self, row: &[String]) -> bool {
        let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
        let cell = row.get(self.question).map_or("", |cell| cell.trim());
        filled == 1 && !cell.is_empty() && !is_ended(cell) && asks(unlabelled(cell)) == Asks::No
    }

    /// The question of a row; `None` when its cell is empty.
    pub fn draft(&self, row: &[String], line: u32) -> Option<Draft> {
        let cell = |column: usize| row.get(column).map_or("", |cell| cell.trim());
        let (text, about) = parted(unlabelled(cell(self.question)));
        if text.is_empty() || furniture::is_total(text) {
            return None;
        }
        let mut draft = Draft::new(text, line);
        draft.show(&about);
        self.answers
            .iter()
            .for_each(|column| draft.note(cell(*column)));
        self.setups
            .iter()
            .for_each(|column| draft.show(cell(*column)));
        let each = |column: &usize| -> Vec<String> {
            let parts = cell(*column)
                .split([';', '\n'])
                .map(|part| bullet(part).trim().to_owned());
            parts.filter(|part| !part.is_empty()).collect()
        };
        draft.points = self.points.iter().flat_map(each).collect();
        draft.flags = self.flags.iter().flat_map(each).collect();
        let probes = self.probes.iter().flat_map(|column| cell(*column).lines());
        draft.probes = probes.map(|p| bullet(p).to_owned()).collect();
        let topics = self
            .topics
            .iter()
            .flat_map(|column| cell(*column).split([',', ';', '\n']));
        draft.tags = topics
            .map(|t| t.trim().to_owned())
            .filter(|t| !t.is_empty())
            .collect();
        let word = |column: Option<usize>| column.map_or("", cell).to_owned();
        (draft.kind, draft.stage, draft.difficulty) =
            (word(self.kind), word(self.stage), word(self.hardness));
        Some(draft)
    }
}

/// Fewest rows of which it can be said that nearly all are sentences.
const MANY: usize = 20;

/// Longest heading between rows, in words.
const HEADING: usize = 8;

/// Whether nearly all questions of a table are written as sentences, so that a few words between them are a heading.
pub fn are_sentences<'r>(rows: impl Iterator<Item = &'r [String]>, columns: &Columns) -> bool {
    let (mut all, mut ended) = (0, 0);
    for row in rows {
        all += 1;
        ended += usize::from(row.get(columns.question).is_some_and(|cell| is_ended(cell)));
    }
    all >= MANY && ended * 100 >= all * 85
}

/// Whether a sentence ends where a cell does.
fn is_ended(cell: &str) -> bool {
    let end = cell.trim_end_matches(|c: char| c.is_whitespace() || ")]\"'”’`*".contains(c));
    end.ends_with(|c: char| is_mark(c) || matches!(c, '.' | '!' | ':' | '。' | '！' | '…'))
}

/// The question of a cell of several lines, and what it is about: code beside it, the choices below it.
fn parted(cell: &str) -> (&str, String) {
    let all = paragraphs(cell);
    let mut asking = all.iter().filter(|part| asks(part).surely());
    let question = match (asking.next(), asking.next()) {
        (Some(one), None) => Some(one),
        (None, _) => all.first(),
        (Some(_), Some(_)) => None,
    };
    if let Some(question) = question.filter(|_| all.len() > 1) {
        let others = all.iter().filter(|part| *part != question);
        return (question, others.copied().collect::<Vec<_>>().join("\n\n"));
    }
    match cell.split_once('\n') {
        Some((first, below)) if ends_asking(first) && !ends_asking(below) => {
            (first, below.to_owned())
        }
        _ => (cell, String::new()),
    }
}

/// A line of a cell without the sign of a list in front of it.
fn bullet(line: &str) -> &str {
    unlabelled(line.trim_start_matches(|c: char| c.is_whitespace() || "-*•·–".contains(c)))
}

/// The parts between blank lines.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut at, mut filled) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            out.extend(text.get(from..at).filter(|_| filled));
            (from, filled) = (at + line.len(), false);
        } else {
            filled = true;
        }
        at += line.len();
    }
    out.extend(text.get(from..).filter(|_| filled));
    out.iter().map(|part| part.trim_end()).collect()
}

/// The words of a column's name: `problem_name`, `Interview Question (EN)`.
fn words(name: &str) -> Vec<String> {
    let lower = name.trim().trim_start_matches('\u{FEFF}').to_lowercase();
    let words =
        lower.split(|c: char| !c.is_alphanumeric() && !('\u{900}'..='\u{DFF}').contains(&c));
    words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Whether two names of columns are the same to a reader.
pub fn is_same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

fn is_called(name: &[String], words: &Names) -> bool {
    name.iter().any(|word| words.contains(word))
}

/// The columns by their names; `None` when no name says where the questions are.
pub fn headed(head: &[String]) -> Option<Columns> {
    let names: Vec<Vec<String>> = head.iter().map(|name| words(name)).collect();
    let short = |name: &Vec<String>| name.len() <= 4;
    let is_question = |name: &Vec<String>, called: &Names| {
        let other = [
            &WORDS.columns.others,
            &WORDS.columns.probes,
            &WORDS.columns.flags,
        ];
        short(name) && is_called(name, called) && !other.iter().any(|other| is_called(name, other))
    };
    let found = WORDS
        .columns
        .questions
        .iter()
        .enumerate()
        .find_map(|(plainness, called)| {
            let column = names.iter().position(|name| {
                is_question(name, called)
                    && !(plainness == 2
                        && name.iter().any(|word| word == "topic")
                        && head.len() > 1)
            })?;
            Some((column, plainness))
        });
    let (question, plainness) = found?;
    let free = |called: &Names| -> Vec<usize> {
        let fits = |(i, name): (usize, &Vec<String>)| {
            let fits = short(name) && !is_private(name) && is_called(name, called);
            (i != question && fits).then_some(i)
        };
        names.iter().enumerate().filter_map(fits).collect()
    };
    let flags = free(&WORDS.columns.flags);
    let answers = answers(&names, question, &flags, &free);
    let points = taken(free(&WORDS.columns.points), &flags);
    let points = taken(points, &answers);
    let topics = taken(free(&WORDS.columns.topics), &answers);
    let probes = taken(free(&WORDS.columns.probes), &answers);
    Some(Columns {
        question,
        plainness,
        setups: taken(free(&WORDS.columns.setups), &answers),
        probes,
        kind: taken(free(&WORDS.columns.kinds), &topics).first().copied(),
        stage: free(&WORDS.columns.stages).first().copied(),
        hardness: free(&WORDS.columns.hardness).first().copied(),
        flags,
        points,
        answers,
        topics,
    })
}

/// Columns without those that are something else already.
fn taken(columns: Vec<usize>, by: &[usize]) -> Vec<usize> {
    columns.into_iter().filter(|c| !by.contains(c)).collect()
}

/// The columns of the answers. What may be anybody's remarks counts only where nothing else answers, and what is called
/// private never does.
fn answers(
    names: &[Vec<String>],
    question: usize,
    flags: &[usize],
    called: &impl Fn(&Names) -> Vec<usize>,
) -> Vec<usize> {
    let hears =
        |name: &Vec<String>| !is_private(name) && WORDS.columns.hears.stand_in(&name.join(" "));
    let by_name = called(&WORDS.columns.answers);
    let told = |at: &usize| by_name.contains(at) || names.get(*at).is_some_and(hears);
    let plain = (0..names.len()).filter(|at| *at != question && told(at));
    let plain = taken(plain.collect(), flags);
    if plain.is_empty() {
        taken(called(&WORDS.columns.notes), flags)
    } else {
        plain
    }
}

/// Whether a column is called private.
fn is_private(name: &[String]) -> bool {
    is_called(name, &WORDS.columns.private)
}

/// Part of the filled cells of a column that ask, in percent.
pub fn asking(rows: &[Vec<String>], column: usize) -> usize {
    let cells = rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !cell.trim().is_empty());
    let (mut all, mut asking) = (0, 0);
    for cell in cells.take(500) {
        all += 1;
        asking += usize::from(asks(unlabelled(cell)).surely());
    }
    asking * 100 / all.max(1)
}

/// The columns by what stands in them: the one whose cells ask holds the questions, the longest of the others
/// behind it the answers.
pub fn asked(rows: &[Vec<String>]) -> Option<Columns> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).min(64);
    let best = (0..width)
        .map(|column| (asking(rows, column), column))
        .max_by_key(|(share, column)| (*share, width - column))?;
    let (share, question) = best;
    let least = if rows.len() < FEW { 60 } else { 50 };
    if share < least {
        return counted(rows, width);
    }
    let length = |column: usize| -> usize {
        rows.iter()
            .take(500)
            .filter_map(|row| row.get(column))
            .map(String::len)
            .sum()
    };
    let (topics, others): (Vec<usize>, Vec<usize>) =
        (question + 1..width).partition(|column| are_topics(rows, *column));
    let behind = others
        .into_iter()
        .max_by_key(|column| length(*column))
        .filter(|column| length(*column) > 0);
    Some(Columns {
        question,
        answers: behind.into_iter().collect(),
        topics,
        ..Columns::default()
    })
}

/// The columns of rows that are counted in the first: the only other one whose cells all differ holds what is asked,
/// however short it says so.
fn counted(rows: &[Vec<String>], width: usize) -> Option<Columns> {
    let numbers = rows
        .iter()
        .filter_map(|row| row.first()?.trim().parse::<u64>().ok());
    let counts = rows.len() >= FEW && numbers.eq(1..=rows.len() as u64);
    let all_differ = |column: &usize| {
        let cells = rows
            .iter()
            .filter_map(|row| row.get(*column))
            .map(|c| c.trim());
        let worded: std::collections::HashSet<&str> = cells
            .filter(|cell| cell.chars().any(char::is_alphabetic))
            .collect();
        worded.len() * 10 >= rows.len() * 9
    };
    let mut differ = (1..width).filter(all_differ);
    let question = differ.next().filter(|_| counts)?;
    differ.next().is_none().then(|| Columns {
        question,
        ..Columns::default()
    })
}

/// Whether a column holds names that come again and again, alone or several in a cell, as answers do not.
fn are_topics(rows: &[Vec<String>], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column)).take(500);
    let names = cells.flat_map(|cell| cell.split([',', ';']));
    let names: Vec<&str> = names
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let distinct: std::collections::HashSet<&str> = names.iter().copied().collect();
    names.len() >= FEW && distinct.len() * 2 <= names.len()
}

/// Fewest rows or names of which something can be said with some certainty.
const FEW: usize = 6;

/// Whether a row names columns: no cell of it asks, and each is short.
pub fn is_head(row: &[String], question: usize) -> bool {
    let cell = row.get(question).map_or("", |cell| cell.trim());
    !cell.is_empty()
        && asks(cell) == Asks::No
        && cell.split_whitespace().count() <= 3
        && !furniture::is_answer(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_is_about_is_told_from_the_question() {
        for (cell, text, about) in [
            ("Why nights?", "Why nights?", ""),
            ("let a = 1;\n\nWhat is a?", "What is a?", "let a = 1;"),
            (
                "What is a?\n \n  let a = 1;\n  a\n\nb",
                "What is a?",
                "  let a = 1;\n  a\n\nb",
            ),
            (
                "Which is right?\nA) one\nB) two",
                "Which is right?",
                "A) one\nB) two",
            ),
            ("Two sum\n\nGiven numbers.", "Two sum", "Given numbers."),
            (
                "What is the difference between\na and b?",
                "What is the difference between\na and b?",
                "",
            ),
            ("Why?\n\nAnd how?", "Why?\n\nAnd how?", ""),
        ] {
            assert_eq!(parted(cell), (text, about.to_owned()), "{cell}");
        }
    }

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn columns_are_known_by_their_names_in_many_languages() {
        for (names, question, answers) in [
            (&["id", "Question", "Answer"][..], 1, &[2][..]),
            (&["Thema", "Frage", "Antwort"], 1, &[2]),
            (&["質問", "回答"], 0, &[1]),
            (&["problem_link", "problem_name", "num_occur"], 1, &[]),
            (&["question_id", "question_title"], 1, &[]),
            (&["Front", "Back", "Hint"], 0, &[1, 2]),
            (&["Question", "Answer", "Notes"], 0, &[1]),
            (
                &[
                    "No.",
                    "Question",
                    "What I want to hear",
                    "Notes (Ruth only)",
                ],
                1,
                &[2],
            ),
            (&["Question", "Notes for me"], 0, &[]),
            (&["Question", "Private answer", "Model answer"], 0, &[2]),
            (&["Follow-up question", "Question", "Notes"], 1, &[2]),
        ] {
            let columns = headed(&row(names)).expect("named");
            assert_eq!(
                (columns.question, columns.answers.as_slice()),
                (question, answers),
                "{names:?}"
            );
        }
        assert_eq!(headed(&row(&["length", "width"])).map(|c| c.question), None);
    }

    #[test]
    fn a_column_of_follow_ups_holds_one_a_line() {
        let columns = headed(&row(&["Question", "Follow-ups"])).expect("named");
        let draft = columns.draft(&row(&["Why nights?", "- And why here?\n2. Since when?"]), 2);
        assert_eq!(
            draft.map(|d| d.probes),
            Some(row(&["And why here?", "Since when?"]))
        );
    }

    #[test]
    fn columns_without_names_are_known_by_what_stands_in_them() {
        let rows = [
            row(&["1", "Loops", "What is a loop?", "It goes round and round."]),
            row(&["2", "Loops", "Why loops?", "So."]),
        ];
        let columns = asked(&rows).expect("a column asks");
        assert_eq!((columns.question, columns.answers), (2, vec![3]));
        assert_eq!(asked(&[row(&["a", "b"])]), None);
        let texts = ["Pay", "Hours", "Dates", "Nights", "Team", "Tools"];
        let counted = |of: &[&str; 6]| -> Vec<Vec<String>> {
            let texts = (1..).zip(texts).zip(of);
            texts
                .map(|((n, text), of)| row(&[&n.to_string(), text, of]))
                .collect()
        };
        let found = asked(&counted(&["x"; 6])).expect("one column differs");
        assert_eq!((found.question, found.answers), (1, vec![]));
        let two = ["a", "b", "c", "d", "e", "f"];
        assert_eq!(asked(&counted(&two)), None, "which of the two is it?");
    }
}
