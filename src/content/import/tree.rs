//! A Markdown page as a tree of blocks, each with the lines it stands on.
//!
//! The tree keeps what telling questions from everything else needs: how much of a line is a link, a picture or
//! bold, which items have a box to tick, what is folded away. Where text goes on a screen is of no interest here.

mod build;
mod text;

pub use build::{build, build_at};
pub use text::{Line, Text};

/// A block and the lines it takes, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// What it is.
    pub what: What,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A heading of a level, 1 the highest.
    Heading(u8, Text),
    /// A paragraph.
    Para(Text),
    /// A code block, as written.
    Code(String),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A quotation.
    Quote(Vec<Block>),
    /// Something folded away under a line of its own (`<details>`).
    Fold(Text, Vec<Block>),
    /// Text of a table written in HTML, which is layout more often than content.
    Layout(Text),
    /// A line across the page.
    Rule,
    /// The head of the file, with its title and language where it names them.
    Front(String),
}

/// A list; numbered ones know their first number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The first number of a numbered list.
    pub start: Option<u64>,
    /// Its items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// First line.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// Whether its box is ticked, where it has one.
    pub ticked: Option<bool>,
    /// What is in it.
    pub blocks: Vec<Block>,
}

impl Item {
    /// The text it begins with.
    pub fn text(&self) -> Option<&Text> {
        match self.blocks.first().map(|b| &b.what) {
            Some(What::Para(text) | What::Heading(_, text) | What::Fold(text, _)) => Some(text),
            _ => None,
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The cells of its first row.
    pub head: Vec<Text>,
    /// The other rows.
    pub rows: Vec<Vec<Text>>,
}
