//! Questions in rows: CSV with or without names of columns, and what Anki writes as text.

use csv::{ReaderBuilder, StringRecord};

use super::asking::asks;
use super::draft::Draft;
use super::html;
use super::label::unlabelled;
use super::ledger::{Ledger, Why};
use super::sheet::{self, Columns};

/// A cell larger than this has swallowed the rows behind a quote that was never closed, in bytes.
const SWALLOWED: usize = 32 << 10;

/// Most columns that are looked at.
const COLUMNS: usize = 64;

/// A row with its first line and its last.
struct Row {
    first: u32,
    last: u32,
    cells: Vec<String>,
}

/// Finds the questions of a CSV file; `None` when no column seems to hold any.
pub fn csv(text: &str, ledger: &mut Ledger) -> Option<Vec<Draft>> {
    let rows = read(text, delimiter(text), 1, |cell| tidy(&unhtml(cell)));
    let cells: Vec<Vec<String>> = rows.iter().map(|row| row.cells.clone()).collect();
    let first = cells.first()?;
    let named = sheet::headed(first)
        .filter(|c| sheet::is_head(first, c.question) || first.len() > 1 && c.is_plain());
    let (columns, body) = if let Some(columns) = named {
        (columns, rows.get(1..)?)
    } else {
        let columns = sheet::asked(&cells).or_else(|| cards(&cells))?;
        let head = rows.len() > 2
            && sheet::is_head(first, columns.question)
            && sheet::asking(&cells, columns.question) >= 80;
        (columns, rows.get(usize::from(head)..)?)
    };
    let skipped = rows.len() - body.len();
    rows.iter()
        .take(skipped)
        .for_each(|row| ledger.leave(row.first, row.last, Why::Head));
    Some(take(body, &columns, ledger))
}

/// Two columns of which none asks are the two sides of cards, one column is a list.
fn cards(rows: &[Vec<String>]) -> Option<Columns> {
    let width = rows.iter().map(Vec::len).max()?;
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

fn take(rows: &[Row], columns: &Columns, ledger: &mut Ledger) -> Vec<Draft> {
    let mut out = Vec::new();
    for row in rows {
        match columns.draft(&row.cells, row.first) {
            Some(mut draft) => {
                ledger.take(row.first, row.last);
                draft.last = row.last;
                out.push(draft);
            }
            None => ledger.leave(row.first, row.last, Why::Empty),
        }
    }
    out
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
fn read(text: &str, sign: u8, line: u32, clean: impl Fn(&str) -> String) -> Vec<Row> {
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
fn unhtml(cell: &str) -> String {
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

/// What the lines at the start of an Anki export say.
struct Settings {
    sign: u8,
    html: bool,
    /// Columns that hold no field of the note, from 0.
    special: Vec<usize>,
    tags: Option<usize>,
    deck: Option<usize>,
    /// Tags of all notes.
    all: Vec<String>,
    columns: Vec<String>,
    lines: usize,
}

/// Whether a text begins as Anki's exports do.
pub fn is_anki(text: &str) -> bool {
    let first = text
        .trim_start_matches('\u{FEFF}')
        .lines()
        .next()
        .unwrap_or_default();
    setting(first).is_some_and(|(key, _)| KEYS.contains(&key.as_str()))
}

const KEYS: [&str; 11] = [
    "separator",
    "html",
    "tags",
    "columns",
    "notetype",
    "deck",
    "notetype column",
    "deck column",
    "tags column",
    "guid column",
    "if matches",
];

/// The setting in a line such as `#tags column:3`.
fn setting(line: &str) -> Option<(String, &str)> {
    let (key, value) = line
        .trim_end_matches('\r')
        .strip_prefix('#')?
        .split_once(':')?;
    Some((key.trim().to_lowercase(), value))
}

impl Settings {
    fn read(text: &str) -> Self {
        let mut out = Self {
            sign: b'\t',
            html: false,
            special: Vec::new(),
            tags: None,
            deck: None,
            all: Vec::new(),
            columns: Vec::new(),
            lines: 0,
        };
        let mut named = None;
        for line in text.lines() {
            let Some((key, value)) = setting(line).filter(|(key, _)| KEYS.contains(&key.as_str()))
            else {
                if line.starts_with('#') {
                    out.lines += 1;
                    continue;
                }
                break;
            };
            out.lines += 1;
            let column = || {
                value
                    .trim()
                    .parse::<usize>()
                    .ok()
                    .filter(|n| (1..=COLUMNS).contains(n))
                    .map(|n| n - 1)
            };
            match key.as_str() {
                "separator" => out.sign = sign(value),
                "html" => out.html = value.trim().eq_ignore_ascii_case("true"),
                "tags" => out.all = value.split_whitespace().map(str::to_owned).collect(),
                "columns" => named = Some(value.to_owned()),
                "tags column" => out.tags = column(),
                "deck column" => out.deck = column(),
                "notetype column" | "guid column" => out.special.extend(column()),
                _ => {}
            }
        }
        out.special.extend(out.tags.into_iter().chain(out.deck));
        if let Some(named) = named {
            out.columns = named
                .split(char::from(out.sign))
                .map(|name| name.trim().to_owned())
                .collect();
        }
        out
    }

    /// The columns of the fields of a note: by name where they have one, else the first and the others.
    fn columns(&self, width: usize) -> Option<Columns> {
        let named = sheet::headed(&self.columns);
        let fields: Vec<usize> = (0..width)
            .filter(|column| !self.special.contains(column))
            .collect();
        let columns = match named {
            Some(columns) => columns,
            None => Columns::sides(*fields.first()?, fields.get(1..)?.to_vec()),
        };
        Some(columns)
    }
}

fn sign(value: &str) -> u8 {
    match value.trim().to_lowercase().as_str() {
        "comma" | "," => b',',
        "semicolon" | ";" => b';',
        "space" => b' ',
        "pipe" | "|" => b'|',
        "colon" | ":" => b':',
        _ => b'\t',
    }
}

/// Finds the questions of notes that Anki exported as text.
pub fn anki(text: &str, ledger: &mut Ledger) -> Option<Vec<Draft>> {
    let settings = Settings::read(text);
    let skipped = u32::try_from(settings.lines).unwrap_or(u32::MAX);
    ledger.leave(1, skipped, Why::Head);
    let start = text
        .split_inclusive('\n')
        .take(settings.lines)
        .map(str::len)
        .sum();
    let body = text.get(start..).unwrap_or_default();
    let clean = |cell: &str| {
        if settings.html {
            html::text(cell)
        } else {
            unhtml(cell)
        }
    };
    let rows = read(body, settings.sign, skipped + 1, |cell| tidy(&clean(cell)));
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let columns = settings.columns(width)?;
    let mut out = Vec::new();
    for row in &rows {
        let is_cloze = row
            .cells
            .iter()
            .any(|cell| cell.contains("{{c1::") || cell.contains("{{c2::"));
        match columns.draft(&row.cells, row.first) {
            Some(_) if is_cloze => ledger.leave(row.first, row.last, Why::Cloze),
            Some(mut draft) => {
                ledger.take(row.first, row.last);
                draft.last = row.last;
                let tags = settings
                    .tags
                    .and_then(|column| row.cells.get(column))
                    .map_or("", String::as_str);
                draft.tags.extend(settings.all.iter().cloned());
                draft
                    .tags
                    .extend(tags.split_whitespace().map(str::to_owned));
                let deck = settings
                    .deck
                    .and_then(|column| row.cells.get(column))
                    .map_or("", String::as_str);
                draft.tags.extend(
                    deck.rsplit("::")
                        .next()
                        .map(str::to_owned)
                        .filter(|d| !d.is_empty() && d != "Default"),
                );
                out.push(draft);
            }
            None => ledger.leave(row.first, row.last, Why::Empty),
        }
    }
    Some(out)
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

    /// What a reader finds: text, notes, tags and line of each, and the reasons for what was left out.
    type Found = (Vec<(String, String, Vec<String>, u32)>, Vec<Why>);

    fn found(read: fn(&str, &mut Ledger) -> Option<Vec<Draft>>, text: &str) -> Found {
        let mut ledger = Ledger::new(text);
        let drafts = read(text, &mut ledger).unwrap_or_default();
        let drafts = drafts
            .into_iter()
            .map(|d| (d.text, d.notes, d.tags, d.line));
        let why = ledger.left().into_iter().map(|left| left.why);
        (drafts.collect(), why.collect())
    }

    fn one(
        text: &str,
        notes: &str,
        tags: &[&str],
        line: u32,
    ) -> (String, String, Vec<String>, u32) {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        (text.to_owned(), notes.to_owned(), tags, line)
    }

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
    fn what_anki_says_about_its_columns_is_heeded() {
        let text = "#separator:Semicolon\n#html:true\n#tags:all\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
            x7;Basic;Work::Ward;Why <i>nights</i>?;Because<br>so;calm long-night\n\
            x8;Cloze;Default;A {{c1::gap}};;\n\
            x9;Basic;Default;When?;\"a;b\";\n";
        assert!(is_anki(text) && !is_anki("# Heading\n"));
        let (drafts, why) = found(anki, text);
        assert_eq!(
            drafts,
            [
                one(
                    "Why nights?",
                    "Because\nso",
                    &["all", "calm", "long-night", "Ward"],
                    8
                ),
                one("When?", "a;b", &["all"], 10)
            ]
        );
        assert_eq!(why, [Why::Head, Why::Cloze]);
    }

    #[test]
    fn cards_without_names_are_known_by_their_shape() {
        assert!(is_tabbed("Where?\tHere\nWhen?\tNow\n") && !is_tabbed("Where?\tHere\nWhen?\n"));
        assert!(is_headed("Question,Answer\nWhy?,So\n") && !is_headed("Why, then?\n"));
    }
}
