//! Questions in cards: what Anki writes as text, with the lines at its start that say what is what.

use super::draft::Draft;
use super::html;
use super::ledger::{Ledger, Why};
use super::own;
use super::rows::{self, COLUMNS};
use super::sheet::{self, Columns};

/// What the lines at the start of an Anki export say.
struct Settings {
    sign: u8,
    /// Whether fields hold HTML, where that is said.
    html: Option<bool>,
    /// Columns that hold no field of the note, from 0.
    special: Vec<usize>,
    tags: Option<usize>,
    deck: Option<usize>,
    /// Tags of all notes.
    all: Vec<String>,
    columns: Vec<String>,
    lines: usize,
}

/// Tags that Anki itself puts on cards.
const BOOKKEEPING: [&str; 2] = ["marked", "leech"];

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
            html: None,
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
                "html" => out.html = Some(value.trim().eq_ignore_ascii_case("true")),
                "tags" => out.all = value.split_whitespace().map(str::to_owned).collect(),
                "columns" => named = Some(value.to_owned()),
                "tags column" => out.tags = column(),
                "deck column" => out.deck = column(),
                "notetype column" | "guid column" => out.special.extend(column()),
                _ => {}
            }
        }
        out.special.extend(out.tags.into_iter().chain(out.deck));
        if out.lines == 0 && rows::is_carded(text) {
            out.sign = b';';
        }
        if let Some(named) = named {
            let name = |(column, name): (usize, &str)| {
                // Tags and the like are no field, whatever they are called.
                let name = if out.special.contains(&column) {
                    ""
                } else {
                    name
                };
                name.trim().to_owned()
            };
            let each = named.split(char::from(out.sign)).enumerate().map(name);
            out.columns = each.collect();
        }
        out
    }

    /// The columns of the fields of a note: by name where they have one, else the first and the others.
    fn columns(&self, width: usize) -> Option<Columns> {
        if let Some(named) = sheet::headed(&self.columns) {
            return Some(named);
        }
        let (first, others) = self.fields(width)?;
        Some(Columns::sides(first, others))
    }

    /// The column of the first field of a note, and those of the others.
    fn fields(&self, width: usize) -> Option<(usize, Vec<usize>)> {
        let mut fields = (0..width).filter(|column| !self.special.contains(column));
        Some((fields.next()?, fields.collect()))
    }

    /// What a field says, without its HTML.
    fn clean(&self, cell: &str) -> String {
        match self.html {
            Some(true) => html::text(cell),
            Some(false) => cell.to_owned(),
            None => rows::unhtml(cell),
        }
    }

    /// The question of a row.
    fn draft(&self, cells: &[String], columns: &Columns, line: u32) -> Option<Draft> {
        let cell = |column: usize| cells.get(column).map_or("", String::as_str);
        let tags = self.tags.map_or("", cell);
        if own::is_card(tags) {
            let (front, others) = self.fields(cells.len())?;
            let back = others.first().map_or("", |column| cell(*column));
            return own::of_card(cell(front), back, tags, line);
        }
        let mut draft = columns.draft(cells, line)?;
        draft.tags.extend(self.all.iter().cloned());
        let own = tags
            .split_whitespace()
            .filter(|tag| !BOOKKEEPING.contains(tag));
        draft.tags.extend(own.map(str::to_owned));
        let deck = self.deck.map_or("", cell);
        let deck = deck.rsplit("::").next().map(str::to_owned);
        draft
            .tags
            .extend(deck.filter(|d| !d.is_empty() && d != "Default"));
        Some(draft)
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
pub fn read(text: &str, answer: Option<&str>, ledger: &mut Ledger) -> Option<Vec<Draft>> {
    let settings = Settings::read(text);
    let skipped = u32::try_from(settings.lines).unwrap_or(u32::MAX);
    ledger.leave(1, skipped, Why::Head);
    let start = text
        .split_inclusive('\n')
        .take(settings.lines)
        .map(str::len)
        .sum();
    let body = text.get(start..).unwrap_or_default();
    let rows = rows::read(body, settings.sign, skipped + 1, |cell| {
        settings.clean(cell)
    });
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let columns = settings
        .columns(width)?
        .with_answer(&settings.columns, answer);
    ledger.tell(columns.told(&settings.columns, settings.columns.len()));
    let mut out = Vec::new();
    for row in &rows {
        let is_cloze = row
            .cells
            .iter()
            .any(|cell| cell.contains("{{c1::") || cell.contains("{{c2::"));
        match settings.draft(&row.cells, &columns, row.first) {
            Some(_) if is_cloze => ledger.leave(row.first, row.last, Why::Cloze),
            draft => rows::keep(draft, row, ledger, &mut out),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::import::trial::{found, one};

    #[test]
    fn what_anki_says_about_its_columns_is_heeded() {
        let text = "#separator:Semicolon\n#html:true\n#tags:all\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n\
            x7;Basic;Work::Ward;Why <i>nights</i>?;Because<br>so;calm leech long-night\n\
            x8;Cloze;Default;A {{c1::gap}};;\n\
            x9;Basic;Default;When?;\"a;b\";\n";
        assert!(is_anki(text) && !is_anki("# Heading\n"));
        let (drafts, why) = found(read, text);
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
}
