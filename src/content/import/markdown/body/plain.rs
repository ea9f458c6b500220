//! Blocks as plain text, for what is kept beside a question.

use crate::content::import::furniture;
use crate::content::import::tree::{Block, Line, List, Table, Text, What};

/// A line shorter than this did not break for width, in characters.
const BROKEN: usize = 45;

/// A block as plain text, set in by blanks.
pub fn plain(block: &Block, indent: usize) -> String {
    let pad = " ".repeat(indent);
    match &block.what {
        What::Para(text) | What::Heading(_, text) | What::Layout(text) => words(text, &pad),
        What::Code(code) => code
            .trim_end()
            .lines()
            .map(|l| format!("{pad}    {l}"))
            .collect::<Vec<_>>()
            .join("\n"),
        What::List(list) => listed(list, indent),
        What::Table(table) => rows(table, &pad),
        What::Quote(blocks) => all(blocks, indent),
        What::Fold(name, blocks) => {
            let name = name.joined();
            let inner = all(blocks, indent);
            if name.is_empty() {
                inner
            } else {
                format!("{pad}{name}\n{inner}")
            }
        }
        What::Rule | What::Front(_) => String::new(),
    }
}

/// Several blocks, parted by blank lines.
fn all(blocks: &[Block], indent: usize) -> String {
    let parts = blocks.iter().map(|block| plain(block, indent));
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// Lines of a paragraph without ways elsewhere. Lines that only broke for width are joined; short ones and formulas
/// stay as they are.
fn words(text: &Text, pad: &str) -> String {
    let is_way = |l: &Line| l.is_link() && (l.is_inner_link() || furniture::is_way(&l.shown));
    let kept = text
        .lines
        .iter()
        .filter(|l| !l.shown.is_empty() && !is_way(l) && !furniture::is_tags(&l.shown));
    let lines: Vec<&str> = kept.map(|l| l.shown.as_str()).collect();
    let (_, broken) = lines.split_last().unwrap_or((&"", &[]));
    let short = broken.iter().any(|line| line.chars().count() < BROKEN);
    let formula = lines.iter().any(|line| line.contains("$$"));
    let by = if short || formula {
        format!("\n{pad}")
    } else {
        " ".to_owned()
    };
    if lines.is_empty() {
        String::new()
    } else {
        format!("{pad}{}", lines.join(&by))
    }
}

fn listed(list: &List, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let mut out = Vec::new();
    for (item, n) in list.items.iter().zip(list.start.unwrap_or(1)..) {
        let head = match (item.ticked, list.start) {
            (Some(true), _) => "[x] ".to_owned(),
            (Some(false), _) => "[ ] ".to_owned(),
            (None, Some(_)) => format!("{n}. "),
            (None, None) => "- ".to_owned(),
        };
        let inner: Vec<String> = item
            .blocks
            .iter()
            .map(|block| plain(block, indent + head.len()))
            .filter(|p| !p.is_empty())
            .collect();
        let inner = inner.join("\n");
        out.push(format!("{pad}{head}{}", inner.trim_start()));
    }
    out.join("\n")
}

fn rows(table: &Table, pad: &str) -> String {
    let row = |cells: &Vec<Text>| {
        let cells: Vec<String> = cells.iter().map(Text::joined).collect();
        format!("{pad}{}", cells.join(" | "))
    };
    let head = (!table.head.iter().all(Text::is_empty)).then(|| row(&table.head));
    head.into_iter()
        .chain(table.rows.iter().map(row))
        .collect::<Vec<_>>()
        .join("\n")
}
