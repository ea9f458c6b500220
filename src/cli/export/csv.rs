//! A table as CSV, for spreadsheets.

use csv::WriterBuilder;

use super::table::Table;
use crate::content::import::own;

/// The table as text. A cell that a spreadsheet would calculate is kept from it by a sign in front, which
/// `greenroom import` takes off again.
pub fn text(table: &Table) -> String {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory cannot fail.
    let mut failed = writer.write_record(&table.head).is_err();
    for row in &table.rows {
        failed |= writer
            .write_record(row.iter().map(|cell| own::guarded(cell)))
            .is_err();
    }
    debug_assert!(!failed, "memory takes it");
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let table = Table {
            head: vec!["a"],
            rows: vec![vec![text.to_owned()]],
        };
        let all = super::text(&table);
        all.strip_prefix("a\n")
            .expect("a head")
            .trim_end_matches('\n')
            .to_owned()
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1"] {
            let cell = cell(formula);
            assert!(cell.trim_start_matches('"').starts_with('\''), "{cell}");
        }
        assert_eq!(cell("Why nights?"), "Why nights?");
    }

    #[test]
    fn commas_quotes_and_lines_stay_in_their_cell() {
        assert_eq!(cell("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
    }
}
