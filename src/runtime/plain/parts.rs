//! The page of a whole mock in parts: its first lines are read at once, every part when it is asked for.

use super::page::{Away, Said};
use super::seat::Seat;
use crate::domain::practice::mock::{self, PageLine};
use crate::domain::practice::record::SittingRecord;

/// The page.
#[derive(Default)]
pub struct Parts {
    /// What is read at once.
    first: Vec<PageLine>,
    /// What is asked for, by its heading.
    parts: Vec<(String, Vec<PageLine>)>,
}

impl Parts {
    /// The page that an interviewer's debrief would give.
    pub fn of(seat: &Seat<'_>, record: &SittingRecord) -> Self {
        let mut page = Self::default();
        for line in mock::page(record, &seat.model.library).unwrap_or_default() {
            match (line, page.parts.last_mut()) {
                (PageLine::Heading(title), _) => page.parts.push((title, Vec::new())),
                (line, Some((_, part))) => part.push(line),
                (line, None) => page.first.push(line),
            }
        }
        page
    }

    /// One more part, where there is anything in it.
    pub fn add(&mut self, title: String, lines: Vec<PageLine>) {
        if !lines.is_empty() {
            self.parts.push((title, lines));
        }
    }

    /// Reads the first lines.
    pub fn begin(&self, seat: &mut Seat<'_>) {
        say(seat, &self.first);
    }

    /// Reads the parts that are asked for, until it is enough.
    ///
    /// # Errors
    /// When the user quits.
    pub fn read(&self, seat: &mut Seat<'_>) -> Said<()> {
        let titles: Vec<String> = self
            .parts
            .iter()
            .map(|(title, _)| format!("{title}."))
            .collect();
        seat.page.say("There is more to read:");
        seat.page.choices(&titles);
        loop {
            match seat.page.which("Which part? Enter leaves:", &titles) {
                Ok(Some(at)) => {
                    seat.page.gap();
                    say(seat, self.parts.get(at).map_or(&[], |(_, lines)| lines));
                    seat.page.gap();
                }
                Ok(None) | Err(Away::Back | Away::Undo) => return Ok(()),
                Err(away) => return Err(away),
            }
        }
    }
}

fn say(seat: &mut Seat<'_>, lines: &[PageLine]) {
    for line in lines {
        match line {
            PageLine::Heading(words) | PageLine::Mark(words) if words.is_empty() => seat.page.gap(),
            PageLine::Heading(words) | PageLine::Mark(words) => seat.page.say(words),
            PageLine::Command(words) => seat.page.tell(&format!("`{words}`")),
            PageLine::Item(words) => seat.page.hanging("- ", words),
        }
    }
}

/// Lines of a page that is laid out already.
pub fn lines(page: &str) -> Vec<PageLine> {
    page.lines()
        .map(|line| PageLine::Mark(line.to_owned()))
        .collect()
}
