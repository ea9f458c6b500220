//! The first sentences said aloud, one after another, with a quiet clock; nothing is rated and nothing is kept.

use std::time::Duration;

use ratatui::layout::Rect;

use crate::domain::time::{Mono, Now, clock_text};
use crate::look::Role;
use crate::widgets::{Canvas, prose};

/// How long it takes, about.
const MINUTE: u64 = 60;

/// Cells of a sentence that is said.
const WIDTH: u16 = 60;

/// The sentences, and where one is.
pub struct Aloud {
    sentences: Vec<(String, String)>,
    at: usize,
    since: Mono,
}

impl Aloud {
    /// Begins; `None` where there is nothing to say.
    pub fn begin(sentences: Vec<(String, String)>, now: Now) -> Option<Self> {
        let since = now.mono;
        (!sentences.is_empty()).then_some(Self {
            sentences,
            at: 0,
            since,
        })
    }

    /// The next one; `false` after the last.
    pub fn next(&mut self) -> bool {
        self.at += 1;
        self.at < self.sentences.len()
    }

    /// The one before.
    pub fn previous(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// `2 of 3`.
    pub fn place(&self) -> String {
        format!("{} of {}", self.at + 1, self.sentences.len())
    }

    fn seconds(&self, now: Now) -> u64 {
        now.mono.since(self.since).as_secs()
    }

    /// `0:20`.
    pub fn clock(&self, now: Now) -> String {
        clock_text(self.seconds(now))
    }

    /// What stands below.
    pub fn words(&self, now: Now) -> &'static str {
        let last = self.at + 1 == self.sentences.len();
        match self.seconds(now) {
            MINUTE.. => "That was a minute, and that is enough. Nothing was rated.",
            _ if last => "Say it aloud, slowly. Enter: done.",
            _ => "Say it aloud, slowly. Enter: the next one.",
        }
    }

    /// The next whole second.
    pub fn next_wake(&self, now: Now) -> Mono {
        self.since + Duration::from_secs(self.seconds(now) + 1)
    }

    /// Draws the sentence, with what it answers above it.
    pub fn draw(&self, hide: impl Fn(&str) -> String, area: Rect, out: &mut Canvas<'_>) {
        let Some((about, words)) = self.sentences.get(self.at) else {
            return;
        };
        let width = area.width.min(WIDTH);
        let lines = prose::wrap(&hide(words), width);
        let used = u16::try_from(lines.len()).unwrap_or(area.height) + 2;
        let free = area.height.saturating_sub(used);
        let y = area.y + free / 3;
        out.put(area.x, y, &hide(about), width, Role::Dim);
        let gap = u16::from(!about.is_empty() && area.height > used) + u16::from(!about.is_empty());
        let text = Rect {
            y: y + gap,
            width,
            height: area.bottom().saturating_sub(y + gap),
            ..area
        };
        out.rest_cursor(text.x, text.y);
        prose::draw_lines(out, text, &lines, Role::Strong);
    }
}
