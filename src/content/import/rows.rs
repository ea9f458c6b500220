//! Questions in rows: CSV with or without names of columns.

use csv::{ReaderBuilder, StringRecord};

use super::asking::asks;
use super::draft::Draft;
use super::html;
use super::label::unlabelled;
use super::ledger::{Ledger, Why};
use super::own;
use super::sheet::{self, Columns};

/// A cell larger than this has swallowed the rows behind a quote that was never closed, in bytes.
const SWALLOWED: usize = 32 << 10;

/// Most columns that are looked at.
pub const COLUMNS: usize = 64;

/// A row of a table.
pub struct Row {
    /// Its first line.
    pub first: u32,
    /// Its last line.
    pub last: u32,
    /// What stands in it.
    pub cells: Vec<String>,
}

/// Finds the questions of a CSV file; `None` when no column seems to hold any.
pub fn csv(text: &str, answer: Option<&str>, ledger: &mut Ledger) -> Option<Vec<Draft>> {
    let sign = delimiter(text);
    let mut rows = read(text, sign, 1, str::to_owned);
    if let Some((head, body)) = rows
        .split_first()
        .filter(|(head, _)| own::is_table(&head.cells))
    {
        ledger.leave(head.first, head.last, Why::Head);
        return Some(take(body, own::of_row, ledger));
    }
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        *cell = tidy(&unhtml(cell));
    }
    let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
    let first = cells.first()?;
    let (columns, skipped) = columns(&cells)?;
    let head = if skipped > 0 { first.as_slice() } else { &[] };
    let columns = columns.with_answer(head, answer);
    ledger.tell(columns.told(head, first.len()));
    let body = rows.get(skipped..)?;
    rows.iter()
        .take(skipped)
        .for_each(|row| ledger.leave(row.first, row.last, Why::Head));
    let mut topic = String::new();
    let mut out = Vec::new();
    let parted = sheet::are_sentences(body.iter().map(|row| row.cells.as_slice()), &columns);
    let several = |row: &&Row| {
        row.cells
            .iter()
            .filter(|cell| !cell.trim().is_empty())
            .count()
            > 1
    };
    let wide = body.iter().filter(several).count() * 2 >= body.len();
    for row in body {
        let named = if wide && columns.is_alone(&row.cells) {
            row.cells.get(columns.question).map(|cell| cell.trim())
        } else {
            parted.then(|| columns.topic(&row.cells)).flatten()
        };
        if let Some(named) = named {
            named.clone_into(&mut topic);
            ledger.take(row.first, row.last);
            continue;
        }
        let mut draft = columns.draft(&row.cells, row.first);
        if let Some(draft) = draft.as_mut().filter(|_| !topic.is_empty()) {
            draft.tags.insert(0, topic.clone());
        }
        keep(draft, row, ledger, &mut out);
    }
    Some(out)
}

/// Which columns hold what, and how many rows only name them.
fn columns(rows: &[Vec<String>]) -> Option<(Columns, usize)> {
    let first = rows.first()?;
    let named = sheet::headed(first)
        .filter(|c| sheet::is_head(first, c.question) || first.len() > 1 && c.is_plain());
    if let Some(columns) = named {
        return Some((columns, 1));
    }
    let columns = sheet::asked(rows).or_else(|| cards(rows))?;
    let head = rows.len() > 2
        && sheet::is_head(first, columns.question)
        && sheet::asking(rows, columns.question) >= 80;
    Some((columns, usize::from(head)))
}

/// Two columns of which none asks are the two sides of cards, one column is a list.
fn cards(rows: &[Vec<String>]) -> Option<Columns> {
    let width = usual_width(rows)?;
    let filled = |column: usize| {
        rows.iter()
            .filter(|row| {
                row.get(column)
                    .is_some_and(|cell| cell.chars().any(char::is_alphabetic))
            })
            .count()
    };
    match width {
        1 => Some(Columns::default()),
        2 if filled(0) * 10 >= rows.len() * 8 => Some(Columns::sides(0, vec![1])),
        _ => None,
    }
}

/// The number of cells that most rows have; the greatest where no number is that of most.
fn usual_width(rows: &[Vec<String>]) -> Option<usize> {
    let with = |width: usize| rows.iter().filter(|row| row.len() == width).count();
    let usual = (1..=COLUMNS).find(|width| with(*width) * 10 >= rows.len() * 7);
    usual.or_else(|| rows.iter().map(Vec::len).max())
}

/// The questions of some rows.
fn take(
    rows: &[Row],
    draft: impl Fn(&[String], u32) -> Option<Draft>,
    ledger: &mut Ledger,
) -> Vec<Draft> {
    let mut out = Vec::new();
    for row in rows {
        keep(draft(&row.cells, row.first), row, ledger, &mut out);
    }
    out
}

/// Keeps the question of a row, if it has one.
pub fn keep(draft: Option<Draft>, row: &Row, ledger: &mut Ledger, out: &mut Vec<Draft>) {
    match draft {
        Some(mut draft) => {
            ledger.take(row.first, row.last);
            draft.last = row.last;
            out.push(draft);
        }
        None => ledger.leave(row.first, row.last, Why::Empty),
    }
}

/// The sign between cells: the one that parts the first rows into the same number of cells, the most of them.
fn delimiter(text: &str) -> u8 {
    let start: String = text.lines().take(20).collect::<Vec<_>>().join("\n");
    let score = |sign: u8| {
        let widths: Vec<usize> = records(&start, sign, true).map(|r| r.len()).collect();
        let most = widths.iter().copied().max().unwrap_or(1);
        let alike = widths.iter().filter(|w| **w == widths[0]).count();
        if most < 2 || widths[0] < 2 {
            0
        } else {
            alike * 100 / widths.len() * 100 + widths[0].min(50)
        }
    };
    [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|sign| score(*sign))
        .unwrap_or(b',')
}

fn records(text: &str, sign: u8, quoting: bool) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign)
        .quoting(quoting)
        .from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok)
}

/// The rows of a text whose first line has the number `line`.
pub fn read(text: &str, sign: u8, line: u32, clean: impl Fn(&str) -> String) -> Vec<Row> {
    let swallowed =
        records(text, sign, true).any(|row| row.iter().any(|cell| cell.len() > SWALLOWED));
    let mut out: Vec<Row> = Vec::new();
    let all = text.split('\n').count();
    for record in records(text, sign, !swallowed) {
        let at = record.position().map_or(1, csv::Position::line);
        let first = u32::try_from(at)
            .unwrap_or(u32::MAX)
            .saturating_sub(1)
            .saturating_add(line);
        if let Some(before) = out.last_mut() {
            before.last = first.saturating_sub(1).max(before.first);
        }
        let cells = record.iter().take(COLUMNS).map(&clean).collect();
        out.push(Row {
            first,
            last: first,
            cells,
        });
    }
    if let Some(last) = out.last_mut() {
        last.last = u32::try_from(all)
            .unwrap_or(u32::MAX)
            .saturating_sub(1)
            .saturating_add(line);
    }
    out
}

/// A cell in which somebody pasted HTML, as plain text. A lone sign such as `a < b` is no HTML, and neither is code.
pub fn unhtml(cell: &str) -> String {
    let marked = parts(cell).any(|(code, part)| !code && has_html(part));
    if !marked {
        return cell.to_owned();
    }
    let shielded = parts(cell).map(|(code, part)| {
        if code {
            part.replace('&', "&amp;").replace('<', "&lt;")
        } else {
            part.to_owned()
        }
    });
    html::text(&shielded.collect::<Vec<_>>().join("`"))
}

/// What stands between the backticks of a cell, and whether it is code: `<script>` is a word there.
fn parts(cell: &str) -> impl Iterator<Item = (bool, &str)> {
    let last = cell.matches('`').count();
    let parts = cell.split('`').enumerate();
    parts.map(move |(at, part)| (at % 2 == 1 && at < last, part))
}

fn has_html(text: &str) -> bool {
    let tag = |piece: &html::Piece<'_>| matches!(piece, html::Piece::Open(name, _) if html::is_known(name));
    text.contains('&') && text.contains(';')
        || text.contains('<') && html::pieces(text).iter().any(tag)
}

/// A cell without the sign that keeps a spreadsheet from calculating it.
fn tidy(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// Whether lines look like rows of cells: several, with the same number of tabs in each.
pub fn is_tabbed(text: &str) -> bool {
    let mut counts = text
        .lines()
        .filter(|l| !l.trim().is_empty())
        .take(20)
        .map(|l| l.matches('\t').count());
    counts
        .next()
        .is_some_and(|first| first > 0 && counts.all(|count| count == first))
}

/// Whether lines look like cards with a semicolon between their sides: nearly all have as many of them.
pub fn is_carded(text: &str) -> bool {
    let lines = text.lines().filter(|l| !l.trim().is_empty()).take(200);
    let counts: Vec<usize> = lines.map(|l| l.matches(';').count()).collect();
    let with = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
    counts.len() >= 4
        && with(0) * 20 <= counts.len()
        && (1..4).any(|wanted| with(wanted) * 10 >= counts.len() * 8)
}

/// Whether a text looks like CSV with names of columns.
pub fn is_headed(text: &str) -> bool {
    let first: Vec<String> = records(
        text.lines().next().unwrap_or_default(),
        delimiter(text),
        true,
    )
    .flat_map(|r| r.iter().map(str::to_owned).collect::<Vec<_>>())
    .collect();
    first.len() > 1
        && sheet::headed(&first).is_some_and(|c| c.is_plain())
        && first.iter().all(|cell| !asks(unlabelled(cell)).surely())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::import::trial::{found, one};

    #[test]
    fn the_sign_between_cells_is_found() {
        for sign in [",", ";", "\t", "|"] {
            let text = [
                "Question,Answer,Topic",
                "\"Why, then?\",So,Loops",
                ",none,Loops",
                "How?,Thus,",
            ];
            let text = text.join("\n").replace(',', sign);
            let (drafts, why) = found(csv, &text);
            let first = format!("Why{sign} then?").replace('\t', "\t");
            assert_eq!(
                drafts,
                [
                    one(&first, "So", &["Loops"], 2),
                    one("How?", "Thus", &[], 4)
                ]
            );
            assert_eq!(why, [Why::Head, Why::Empty], "{sign:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_takes_no_rows_away() {
        let rows: Vec<String> = (0..3_000)
            .map(|n| format!("Why is {n} odd?,So\n"))
            .collect();
        let rows = rows.concat();
        let (drafts, _) = found(csv, &format!("question,answer\n\"What is it?,That\n{rows}"));
        assert_eq!(drafts.len(), 3_001);
        assert_eq!(drafts[3_000].3, 3_002);
    }

    #[test]
    fn cells_of_several_lines_keep_their_places() {
        let (drafts, _) = found(
            csv,
            "\u{FEFF}Frage,Antwort\n\"Was ist\ndas?\",\"eins\n\nzwei\"\nWarum?,x\n",
        );
        assert_eq!(drafts[0], one("Was ist\ndas?", "eins\n\nzwei", &[], 2));
        assert_eq!(drafts[1].3, 6);
    }

    #[test]
    fn a_table_of_something_else_has_no_questions() {
        assert_eq!(
            found(csv, "a,b,c\n1,2,3\n4,5,6\n"),
            (Vec::new(), vec![Why::Prose])
        );
    }

    #[test]
    fn html_and_the_guard_of_spreadsheets_are_taken_off_and_signs_stay() {
        let (drafts, _) = found(
            csv,
            "question\nWhat is <b>it</b> &amp; why?\nIs a < b?\n'=1+1 is what?\n'tis what?\n",
        );
        let texts: Vec<&str> = drafts.iter().map(|d| d.0.as_str()).collect();
        assert_eq!(
            texts,
            [
                "What is it & why?",
                "Is a < b?",
                "=1+1 is what?",
                "'tis what?"
            ]
        );
    }

    #[test]
    fn code_in_a_cell_keeps_its_tags() {
        let (drafts, _) = found(
            csv,
            "question\nHow do `<script>` and `<script async>` differ?\nWhat does `<b>` do to <b>text</b> &amp; `a &amp; b`?\n\
             Is ` before <i>it</i> wrong?\n",
        );
        let texts: Vec<&str> = drafts.iter().map(|d| d.0.as_str()).collect();
        assert_eq!(
            texts,
            [
                "How do `<script>` and `<script async>` differ?",
                "What does `<b>` do to text & `a &amp; b`?",
                "Is ` before it wrong?"
            ]
        );
    }

    #[test]
    fn cards_without_names_are_known_by_their_shape() {
        assert!(is_tabbed("Where?\tHere\nWhen?\tNow\n") && !is_tabbed("Where?\tHere\nWhen?\n"));
        assert!(is_headed("Question,Answer\nWhy?,So\n") && !is_headed("Why, then?\n"));
    }
}
