//! Builds the tree from what the Markdown parser tells, HTML included.
//!
//! HTML is not a thing apart in real lists: answers are folded in `<details>` that opens in one block and closes
//! in another. So tags open and close the same frames as Markdown does. A closing tag never closes what Markdown
//! opened. Beyond a depth that nobody writes by hand, frames are not nested further.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::text::{Line, Text};
use super::{Block, Item, List, Table, What};

mod frames;
mod pen;
mod tags;

/// Deepest nesting that is kept.
const DEPTH: usize = 60;

/// The tree of a page.
pub fn build(source: &str) -> Vec<Block> {
    build_at(source, 1)
}

/// The tree of a page that begins in a line of another.
pub fn build_at(source: &str, line: u32) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_WIKILINKS;
    let mut builder = Builder::new(source);
    builder.above = line.saturating_sub(1);
    let front = if line > 1 { 0 } else { front(source) };
    if front > 0 {
        let (head, _) = source.split_at(front);
        builder.at = builder.line_of(front - 1);
        builder.push(1, What::Front(head.to_owned()));
    }
    let page = source.get(front..).unwrap_or_default();
    for (event, range) in Parser::new_ext(page, options).into_offset_iter() {
        let range = range.start + front..range.end + front;
        let is_end = matches!(event, Event::End(_));
        builder.at = builder.line_of(if is_end {
            range.end.saturating_sub(1).max(range.start)
        } else {
            range.start
        });
        builder.event(event);
    }
    builder.done()
}

/// Most lines of the head of a file.
const FRONT: usize = 200;

/// The length of the settings at the head of a file, between two lines of hyphens or plus signs.
///
/// Only at the very start: elsewhere such a line parts a page.
fn front(source: &str) -> usize {
    let mut lines = source.split_inclusive('\n');
    let Some(first) = lines
        .next()
        .filter(|line| matches!(line.trim_end(), "---" | "+++"))
    else {
        return 0;
    };
    let mut length = first.len();
    let mut settings = false;
    for line in lines.take(FRONT) {
        length += line.len();
        let ends = line.trim_end() == first.trim_end() || line.trim_end() == "...";
        if ends {
            return if settings { length } else { 0 };
        }
        settings |= line.contains([':', '=']);
    }
    0
}

/// Whether a text is a page of HTML from its first word.
fn is_whole(source: &str) -> bool {
    let start: String = source.trim_start().chars().take(9).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype") || start.starts_with("<html")
}

/// What is open around the place that is being read.
#[derive(Debug)]
struct Frame {
    kind: Kind,
    /// Opened by a tag, so that a tag may close it.
    tagged: bool,
    first: u32,
    blocks: Vec<Block>,
    items: Vec<Item>,
}

#[derive(Debug, PartialEq)]
enum Kind {
    Root,
    Quote,
    List(Option<u64>),
    Item(Option<bool>),
    Fold(Text),
    Layout,
}

/// What a text will become.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Use {
    Para,
    Heading(u8),
    Summary,
    Cell,
}

struct Pen {
    becomes: Use,
    first: u32,
    text: Text,
}

/// A link that is open: whether it stays on the page, and where its words begin.
struct Link {
    inside: bool,
    from: usize,
}

struct Builder {
    starts: Vec<usize>,
    /// Lines above the text.
    above: u32,
    /// Whether the code at hand is between fences.
    fenced: bool,
    at: u32,
    frames: Vec<Frame>,
    /// Where the frames are that Markdown opened; none where one lies too deep or a tag has closed it.
    own: Vec<Option<usize>>,
    pen: Option<Pen>,
    bold: usize,
    links: Vec<Link>,
    pictures: usize,
    code: Option<(u32, String)>,
    html: Option<(u32, String)>,
    table: Option<(u32, Table)>,
    row: Vec<Text>,
    in_head: bool,
    hidden: Option<String>,
    /// Whether the whole is a page in HTML, with a head and ways to other pages.
    whole: bool,
}

impl Builder {
    fn new(source: &str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1));
        Self {
            starts: starts.collect(),
            above: 0,
            fenced: true,
            at: 1,
            frames: vec![Frame::new(Kind::Root, false, 1)],
            own: Vec::new(),
            pen: None,
            bold: 0,
            links: Vec::new(),
            pictures: 0,
            code: None,
            html: None,
            table: None,
            row: Vec::new(),
            in_head: false,
            hidden: None,
            whole: is_whole(source),
        }
    }

    fn line_of(&self, byte: usize) -> u32 {
        let line = self.starts.partition_point(|start| *start <= byte);
        u32::try_from(line).map_or(u32::MAX, |line| line.saturating_add(self.above))
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.code(&code),
            Event::Html(html) => self.html_chunk(&html),
            Event::InlineHtml(html) => self.tags(&html, true),
            Event::SoftBreak | Event::HardBreak => self.new_line(),
            Event::Rule => {
                self.flush();
                self.push(self.at, What::Rule);
            }
            Event::TaskListMarker(ticked) => {
                let item = self
                    .frames
                    .iter_mut()
                    .rev()
                    .find(|f| matches!(f.kind, Kind::Item(_)));
                if let Some(item) = item {
                    item.kind = Kind::Item(Some(ticked));
                }
            }
            Event::InlineMath(math) => self.text(&format!("${math}$")),
            Event::DisplayMath(math) => self.formula(&math),
            Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.take_pen(Use::Para),
            Tag::Heading { level, .. } => self.take_pen(Use::Heading(depth_of(level))),
            Tag::BlockQuote(_) => self.begin(Kind::Quote),
            Tag::CodeBlock(kind) => {
                self.flush();
                self.fenced = kind != CodeBlockKind::Indented;
                self.code = Some((self.at, String::new()));
            }
            Tag::HtmlBlock => self.html = Some((self.at, String::new())),
            Tag::List(start) => self.begin(Kind::List(start)),
            Tag::Item => self.begin(Kind::Item(None)),
            Tag::Table(_) => {
                self.flush();
                self.table = Some((self.at, Table::default()));
            }
            Tag::TableHead => self.in_head = true,
            Tag::TableRow => self.in_head = false,
            Tag::TableCell => self.take_pen(Use::Cell),
            Tag::Strong => self.bold += 1,
            Tag::Link { dest_url, .. } => self.open_link(&dest_url),
            Tag::Image { .. } => self.pictures += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.flush(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.finish(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                if let Some((first, html)) = self.html.take() {
                    self.at = first;
                    self.tags(&html, false);
                }
            }
            TagEnd::Table => {
                if let Some((first, table)) = self.table.take() {
                    self.push(first, What::Table(table));
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => {
                self.pictures = self.pictures.saturating_sub(1);
                self.line().pictures += 1;
            }
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        if let Some((_, table)) = &mut self.table {
            if self.in_head {
                table.head = row;
            } else {
                table.rows.push(row);
            }
        }
    }

    fn end_code(&mut self) {
        if let Some((first, code)) = self.code.take() {
            let lines = u32::try_from(code.lines().count()).unwrap_or(0);
            self.at = if self.fenced {
                first + lines + 1
            } else {
                first + lines.saturating_sub(1)
            };
            self.fenced = true;
            self.push(first, What::Code(code));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if self.pictures == 0 {
            self.write(text, false);
        }
    }

    /// A formula on lines of its own, as written.
    fn formula(&mut self, math: &str) {
        for (i, line) in format!("$${math}$$").split('\n').enumerate() {
            if i > 0 {
                self.at += 1;
                self.new_line();
            }
            self.text(line);
        }
    }

    fn code(&mut self, code: &str) {
        if self.pictures == 0 {
            self.write(&format!("`{code}`"), true);
        }
    }

    fn done(mut self) -> Vec<Block> {
        self.flush();
        self.end_code();
        while self.frames.len() > 1 {
            let left_open = self
                .frames
                .last()
                .is_some_and(|f| f.tagged && matches!(f.kind, Kind::Fold(_)));
            self.pop();
            if left_open {
                self.end_at_heading();
            }
        }
        self.frames
            .pop()
            .map(|root| root.blocks)
            .unwrap_or_default()
    }
}

impl Frame {
    const fn new(kind: Kind, tagged: bool, first: u32) -> Self {
        Self {
            kind,
            tagged,
            first,
            blocks: Vec::new(),
            items: Vec::new(),
        }
    }
}

impl Pen {
    const fn new(becomes: Use, first: u32) -> Self {
        Self {
            becomes,
            first,
            text: Text { lines: Vec::new() },
        }
    }
}

const fn depth_of(level: HeadingLevel) -> u8 {
    level as u8
}
