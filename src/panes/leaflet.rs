//! A page for paper: a title and a few parts, as plain text of 78 columns or as Markdown.

use crate::domain::text::{clean, markdown_line};
use crate::widgets::canvas::cells;
use crate::widgets::prose;

/// Most columns of a line on paper.
pub const COLUMNS: u16 = 78;

/// Widest word at the left of a part; a longer one stands above it.
const LABEL: u16 = 12;

/// How far what stands below a heading is set in, and what stands behind a tick.
const INDENT: u16 = 2;
const TICK: usize = 4;

/// One part of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// What it is about.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// Ruled lines below them, to write on.
    pub room: usize,
}

impl Part {
    /// A part without room to write.
    pub fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self {
            title: title.into(),
            lines,
            room: 0,
        }
    }
}

/// The whole page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaflet {
    /// What it is.
    pub title: String,
    /// What it is about, below the title.
    pub about: String,
    /// Its parts; those without lines and without room are left out.
    pub parts: Vec<Part>,
}

impl Leaflet {
    fn filled(&self) -> impl Iterator<Item = &Part> {
        let empty = |part: &&Part| part.lines.is_empty() && part.room == 0;
        self.parts.iter().filter(move |part| !empty(part))
    }

    /// Plain text for a printer: no color, no line longer than [`COLUMNS`].
    pub fn printed(&self) -> String {
        let widest = self.filled().map(|part| cells(&part.title)).max();
        let beside = widest.unwrap_or(0) <= LABEL;
        let indent = if beside {
            widest.unwrap_or(0) + 2
        } else {
            INDENT
        };
        let mut out = prose::wrap(&self.title, COLUMNS);
        out.extend(prose::wrap(&self.about, COLUMNS));
        for part in self.filled() {
            out.push(String::new());
            let mut lines = lines(part, indent);
            if beside {
                let label = usize::from(indent);
                let first = lines.first().map(|line| line.trim_start().to_owned());
                let first = first.unwrap_or_default();
                let line = format!("{:label$}{first}", part.title);
                if lines.is_empty() {
                    lines.push(line);
                } else {
                    lines[0] = line;
                }
            } else {
                out.push(part.title.clone());
            }
            out.extend(lines);
        }
        let lines: Vec<&str> = out.iter().map(|line| line.trim_end()).collect();
        format!("{}\n", clean(&lines.join("\n")))
    }

    /// The same as Markdown.
    pub fn markdown(&self) -> String {
        let part = |part: &Part| {
            let lines = part.lines.iter().map(|line| markdown_line(line));
            let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
            format!("## {}\n\n{}", markdown_line(&part.title), lines.join("\n"))
        };
        let mut blocks = vec![format!("# {}", markdown_line(&self.title))];
        blocks.extend(Some(markdown_line(&self.about)).filter(|about| !about.is_empty()));
        blocks.extend(self.filled().map(part));
        format!("{}\n", blocks.join("\n\n"))
    }
}

/// The lines of a part, set in, with its ruled lines.
fn lines(part: &Part, indent: u16) -> Vec<String> {
    let set_in = " ".repeat(usize::from(indent));
    let width = COLUMNS - indent;
    let wrap = |line: &String| {
        let hang = if line.starts_with('[') { TICK } else { 2 };
        prose::hang(line, width, hang)
    };
    let mut out: Vec<String> = (part.lines.iter().flat_map(wrap))
        .map(|line| format!("{set_in}{line}"))
        .collect();
    for _ in 0..part.room {
        out.push(String::new());
        out.push(format!("{set_in}{}", "_".repeat(usize::from(width))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaflet() -> Leaflet {
        Leaflet {
            title: "The last ten minutes".to_owned(),
            about: "Hotel Lindenhof: panel interview".to_owned(),
            parts: vec![
                Part::new("When", vec!["Wed 18 Mar at 10:00".to_owned()]),
                Part::new("Where", Vec::new()),
                Part::new("Ask", vec!["word ".repeat(30), "Why?".to_owned()]),
            ],
        }
    }

    #[test]
    fn paper_has_78_columns_and_leaves_out_what_is_empty() {
        let paper = leaflet().printed();
        assert!(paper.lines().all(|l| l.chars().count() <= 78), "{paper}");
        assert!(
            paper.contains("\n\nWhen  Wed 18 Mar at 10:00\n\nAsk   word"),
            "{paper}"
        );
        assert!(!paper.contains("Where"), "{paper}");
    }

    #[test]
    fn a_long_heading_stands_above_and_there_is_room_to_write() {
        let mut leaflet = leaflet();
        leaflet.parts[0].title = "Signals they listen for".to_owned();
        leaflet.parts[0].room = 2;
        let paper = leaflet.printed();
        assert!(
            paper.contains("Signals they listen for\n  Wed 18 Mar at 10:00\n\n  ____"),
            "{paper}"
        );
        assert_eq!(paper.matches(&"_".repeat(76)).count(), 2, "{paper}");
    }

    #[test]
    fn nothing_in_it_steers_a_printer_or_turns_into_markdown() {
        let mut leaflet = leaflet();
        leaflet.parts[0].lines = vec!["red \u{1b}[31m *now* # one".to_owned()];
        assert!(!leaflet.printed().contains('\u{1b}'));
        assert!(
            leaflet
                .markdown()
                .contains("- red \\[31m \\*now\\* \\# one\n")
        );
    }
}
