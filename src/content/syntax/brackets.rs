//! Lists and entries that are not closed.
//!
//! The reader of TOML notices them many lines further down, where it takes the next record for an entry of the list.

use super::pieces::{Piece, Pieces, is_heading, line_at, name_of};

/// A list or an entry that is not closed.
#[derive(Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// Where it begins.
    pub start: usize,
    /// Where something else begins, or the end of the file.
    pub end: usize,
    /// The brackets that close it.
    pub closing: String,
    /// Whether it is a list.
    pub is_list: bool,
}

/// The first that is not closed.
pub fn unclosed(text: &str) -> Option<Unclosed> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut heading = 0;
    for piece in Pieces::of(text) {
        match piece {
            Piece::Line(start) => {
                let line = line_at(text, start);
                match open.last() {
                    Some((_, inner)) if ends(line, *inner) => return told(&open, start),
                    None if line.trim_start().starts_with('[') => heading = start + line.len(),
                    _ => {}
                }
            }
            Piece::Open(at, bracket) if at >= heading => open.push((at, bracket)),
            Piece::Close(at, bracket) if at >= heading => match open.pop() {
                Some(inner) if closing(inner.1) != bracket => return told(&[inner], at),
                _ => {}
            },
            Piece::Open(..) | Piece::Close(..) | Piece::Text(_) | Piece::Other(..) => {}
        }
    }
    told(&open, text.len())
}

/// Whether a line cannot stand inside of such a bracket.
fn ends(line: &str, inner: char) -> bool {
    is_heading(line) || inner == '[' && name_of(line).is_some()
}

fn told(open: &[(usize, char)], end: usize) -> Option<Unclosed> {
    let (start, outer) = *open.first()?;
    Some(Unclosed {
        start,
        end,
        closing: open
            .iter()
            .rev()
            .map(|(_, inner)| closing(*inner))
            .collect(),
        is_list: outer == '[',
    })
}

const fn closing(bracket: char) -> char {
    if bracket == '[' { ']' } else { '}' }
}
