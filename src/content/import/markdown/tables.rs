//! Tables with questions in them.

use super::{Walk, body};
use crate::content::import::draft::Draft;
use crate::content::import::ledger::Why;
use crate::content::import::sheet::{self, Columns};
use crate::content::import::tree::{Block, Table, Text, What};

/// Rows by which a table is judged.
const SAMPLE: usize = 300;

/// The cells of a row, each with the lines that a `<br>` parts.
fn cells(row: &[Text]) -> Vec<String> {
    let lines = |cell: &Text| {
        let lines = cell.lines.iter().map(|line| line.shown.trim());
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    };
    row.iter().map(lines).collect()
}

/// Part of the cells that ask where the name of a column may be that of anything, in percent.
const NAMED: usize = 20;

fn columns(table: &Table, promised: bool) -> Option<Columns> {
    let head = cells(&table.head);
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .take(SAMPLE)
        .map(|row| cells(row))
        .collect();
    sheet::headed(&head)
        .filter(|c| {
            let asking = sheet::asking(&rows, c.question);
            c.is_plain() || promised && (c.is_card() || asking >= NAMED) || asking >= 40
        })
        .or_else(|| sheet::asked(&rows))
}

/// Whether a table holds questions.
pub fn holds(table: &Table, promised: bool) -> bool {
    columns(table, promised).is_some_and(|columns| !is_contents(table, columns.question))
}

/// Whether a block is a table of which the head says where the questions stand.
pub fn is_named(block: &Block) -> bool {
    matches!(&block.what, What::Table(table) if sheet::headed(&cells(&table.head)).is_some_and(|c| c.is_plain()))
}

/// Whether the cells of a column lead to places on the same page.
fn is_contents(table: &Table, column: usize) -> bool {
    let cells = table
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !cell.is_empty());
    let (mut all, mut inner) = (0, 0);
    for cell in cells {
        all += 1;
        inner += usize::from(cell.is_inner_link());
    }
    inner * 2 > all
}

/// Why a table is left out.
pub fn why(table: &Table) -> Why {
    let width = table.head.len();
    if (0..width).any(|column| !table.rows.is_empty() && is_contents(table, column)) {
        return Why::Contents;
    }
    Why::Prose
}

impl Walk<'_> {
    /// Whether a column of a table holds headings of this page.
    pub(super) fn lists_headings(&self, table: &Table) -> bool {
        (0..table.head.len())
            .any(|column| self.are_headings(table.rows.iter().filter_map(|row| row.get(column))))
    }

    /// Takes the questions of a table.
    pub(super) fn table(&mut self, table: &Table) {
        let Some(columns) = columns(table, self.expects()) else {
            return;
        };
        let head = cells(&table.head);
        let columns = columns.with_answer(&head, self.answer);
        self.ledger.tell(columns.told(&head, head.len()));
        let line = |row: &[Text]| {
            row.iter()
                .flat_map(|cell| &cell.lines)
                .map(|l| l.number)
                .next()
        };
        if let Some(line) = line(&table.head) {
            self.ledger.leave(line, line + 1, Why::Head);
        }
        for row in &table.rows {
            let Some(number) = line(row) else { continue };
            let Some(cell) = row.get(columns.question).filter(|cell| !cell.is_empty()) else {
                self.ledger.leave(number, number, Why::Empty);
                continue;
            };
            if cell.is_inner_link() {
                self.ledger.leave(number, number, Why::Contents);
                continue;
            }
            if cell.is_bold()
                && !body::surely(cell)
                && row.iter().filter(|c| !c.is_empty()).count() == 1
            {
                // A row that names the rows below it.
                self.ledger.take(number, number);
                continue;
            }
            let draft: Option<Draft> = columns.draft(&cells(row), number);
            match draft {
                Some(draft) => self.found(draft, number, number),
                None => self.ledger.leave(number, number, Why::Empty),
            }
        }
    }
}
