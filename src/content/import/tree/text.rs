//! Text with what it is made of, line by line.

use crate::content::import::asking::ends_asking;

/// One line of a paragraph, a heading or a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its number in the file.
    pub number: u32,
    /// What a person reads: links as their words, code between backticks.
    pub shown: String,
    /// Characters of it, without blanks.
    pub all: usize,
    /// Those that are bold.
    pub bold: usize,
    /// How many bytes it begins with in bold.
    pub lead: usize,
    /// Those that are a link.
    pub linked: usize,
    /// Those that are a link to a place on the same page.
    pub inside: usize,
    /// Those that are code.
    pub code: usize,
    /// Pictures.
    pub pictures: usize,
}

impl Line {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        !self.shown.chars().any(char::is_alphanumeric)
    }

    /// The line in two, at a byte. What is bold or a link in it counts for the part that has most of it.
    pub fn split_at(&self, at: usize) -> (Self, Self) {
        let (before, behind) = self.shown.split_at(at);
        let part = |shown: &str, lead: usize| {
            let all = shown.chars().filter(|c| !c.is_whitespace()).count();
            let share = |count: usize| (count * all).checked_div(self.all).unwrap_or(0);
            Self {
                number: self.number,
                shown: shown.to_owned(),
                all,
                bold: share(self.bold),
                lead,
                linked: share(self.linked),
                inside: share(self.inside),
                code: share(self.code),
                pictures: 0,
            }
        };
        let lead = self.lead.min(at);
        (part(before, lead), part(behind, self.lead - lead))
    }

    /// Whether nearly all of it is a link. A few signs around it do not count.
    pub fn is_link(&self) -> bool {
        self.linked > 0 && self.all <= self.linked + self.linked / 8 + 3
    }

    /// Whether nearly all of it is a link to a place on the same page.
    pub fn is_inner_link(&self) -> bool {
        self.is_link() && self.inside * 2 > self.linked
    }
}

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The lines; never empty ones at the ends.
    pub lines: Vec<Line>,
}

impl Text {
    /// All of it on one line.
    pub fn joined(&self) -> String {
        let mut out = String::new();
        for line in &self.lines {
            let shown = line.shown.trim();
            if !out.is_empty() && !shown.is_empty() {
                out.push(' ');
            }
            out.push_str(shown);
        }
        out
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(Line::is_empty)
    }

    /// Whether every line with words is a link.
    pub fn is_link(&self) -> bool {
        let mut worded = self.lines.iter().filter(|l| !l.is_empty()).peekable();
        worded.peek().is_some() && worded.all(Line::is_link)
    }

    /// Whether every line with words is a link to a place on the same page.
    pub fn is_inner_link(&self) -> bool {
        self.is_link()
            && self
                .lines
                .iter()
                .filter(|l| !l.is_empty())
                .all(Line::is_inner_link)
    }

    /// Whether nearly all of it is bold.
    pub fn is_bold(&self) -> bool {
        let all: usize = self.lines.iter().map(|l| l.all).sum();
        let bold: usize = self.lines.iter().map(|l| l.bold).sum();
        bold > 0 && all <= bold + bold / 4 + 3
    }

    /// Whether all of it is code.
    pub fn is_code(&self) -> bool {
        !self.is_empty() && self.lines.iter().all(|l| l.code == l.all)
    }

    /// The words in bold that it begins with, where it goes on without. After a question a word is enough to go on
    /// with, elsewhere a few are only a remark.
    pub fn bold_lead(&self) -> Option<&str> {
        let line = self.lines.first()?;
        let (lead, rest) = line.shown.split_at_checked(line.lead)?;
        let lead = lead.trim();
        let answered = ends_asking(lead) && rest.trim_start().starts_with(char::is_alphanumeric);
        let mut below = self.lines.iter().skip(1).filter(|l| !l.is_empty());
        let alone = rest.trim().is_empty()
            && below.next().is_some_and(|l| l.bold == 0)
            && below.all(|l| l.bold == 0);
        (!lead.is_empty() && (answered || alone || !self.is_bold())).then_some(lead)
    }

    /// Takes the mark of a quotation off, `[!tip]-`, with its line; gives the title that stands behind it.
    pub fn take_mark(&mut self) -> Option<Self> {
        let first = self.lines.first()?;
        let (_, title) = first.shown.strip_prefix("[!")?.split_once(']')?;
        let mut line = first.clone();
        title
            .trim_start_matches(['+', '-', ' '])
            .clone_into(&mut line.shown);
        line.lead = 0;
        self.lines.remove(0);
        Some(Self { lines: vec![line] })
    }

    /// The text of some lines.
    pub fn part(&self, range: std::ops::Range<usize>) -> Self {
        let lines = self.lines.get(range).unwrap_or_default().to_vec();
        Self { lines }
    }

    /// Takes blanks off the ends of lines and empty lines off the ends of the text.
    pub fn trim(&mut self) {
        for line in &mut self.lines {
            let kept = line.shown.trim_end().len();
            line.shown.truncate(kept);
            let blank = kept - line.shown.trim_start().len();
            line.shown.drain(..blank);
            line.lead = line.lead.saturating_sub(blank).min(line.shown.len());
        }
        if let Some(line) = self.lines.last_mut() {
            let kept = without_name(&line.shown).len();
            line.shown.truncate(kept);
            line.lead = line.lead.min(kept);
        }
        let is_blank = |line: &Line| line.shown.is_empty() && line.pictures == 0;
        while self.lines.last().is_some_and(is_blank) {
            self.lines.pop();
        }
        let blank = self.lines.iter().take_while(|line| is_blank(line)).count();
        self.lines.drain(..blank);
    }
}

/// A text without the name by which other notes lead to it: `… ^failed-lesson`.
fn without_name(text: &str) -> &str {
    let name = |name: &str| {
        name.len() > 2
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && name.contains(|c: char| c.is_ascii_alphabetic())
    };
    text.rsplit_once(" ^")
        .filter(|(_, tail)| name(tail))
        .map_or(text, |(head, _)| head.trim_end())
}
