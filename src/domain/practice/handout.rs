//! The page of a sitting that can be printed or handed to somebody: who and when, how each answer stood, what a whole
//! mock came to, and then everything that was said. The studio and the export write the same page.

use super::chairs;
use super::mock::{PageLine, page};
use super::record::SittingRecord;
use super::results::{ResultRow, Results};
use super::told::{Paragraph, told};
use crate::domain::library::Library;
use crate::domain::text::markdown_line as plain;
use crate::domain::time::clock_text;

/// The page as Markdown, its title at this level of headings; `name` is the person's own and may be empty.
pub fn handout(record: &SittingRecord, library: &Library, name: &str, level: usize) -> String {
    let head = &record.head;
    let mut out = vec![Paragraph::Heading(0, plain(&head.title))];
    let when = head.started.format("%-d %B %Y, %H:%M");
    out.push(Paragraph::Text(match name.trim() {
        "" => format!("{when}"),
        name => format!("{when}. {}", plain(name)),
    }));
    let both = chairs::lines(record, library);
    let own = both.is_none();
    out.extend((table(record, library).filter(|_| own)).map(Paragraph::Text));
    let (mut items, mut lines) = (Vec::<String>::new(), Vec::new());
    let lines_of = both.or_else(|| page(record, library));
    for line in lines_of.unwrap_or_default() {
        if !matches!(line, PageLine::Item(_)) && !items.is_empty() {
            lines.push(Paragraph::Text(std::mem::take(&mut items).join("\n")));
        }
        match line {
            PageLine::Heading(words) => lines.push(Paragraph::Heading(1, plain(&words))),
            PageLine::Mark(words) => {
                let (label, rest) = words.split_once(": ").unwrap_or(("", &words));
                lines.push(Paragraph::Text(format!("**{label}:** {}", plain(rest))));
            }
            PageLine::Item(words) => items.push(format!("- {}", plain(&words))),
            PageLine::Command(words) => lines.push(Paragraph::Text(format!("    {words}"))),
        }
    }
    if !items.is_empty() {
        lines.push(Paragraph::Text(items.join("\n")));
    }
    out.extend(lines);
    if own {
        out.extend(told(record, library));
    }
    let lines: Vec<String> = out.into_iter().map(|p| written(p, level)).collect();
    lines.join("\n\n") + "\n"
}

fn written(paragraph: Paragraph, level: usize) -> String {
    match paragraph {
        Paragraph::Heading(below, words) => format!("{} {words}", "#".repeat(level + below)),
        Paragraph::Text(words) => words,
    }
}

/// Each question with its level and its length; nothing where no question was asked.
fn table(record: &SittingRecord, library: &Library) -> Option<String> {
    let rows = Results::of(record).rows;
    let line = |row: &ResultRow| {
        let id = row.question.as_str();
        let asked = library.asked(id, row.wording);
        let asked = plain(asked.as_deref().unwrap_or(id));
        let length = clock_text(u64::from(row.length_s));
        format!("| {asked} | {} | {length} |", row.word())
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    let head = "| Question | Level | Length |\n| --- | --- | --- |";
    (!lines.is_empty()).then(|| format!("{head}\n{}", lines.join("\n")))
}
