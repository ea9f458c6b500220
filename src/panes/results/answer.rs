//! One answer of a sitting with its words, its ratings and its second tries.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{Page, question_text};
use crate::desk::{Desk, Model, View};
use crate::domain::library::Question;
use crate::domain::practice::record::{Answer, Block, Rating, SittingRecord, To};
use crate::domain::practice::results::Results;
use crate::domain::time::{Wall, short_date};
use crate::look::Role;
use crate::panes::mask::Mask;
use crate::panes::{text_height, text_width, words};
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, prose};

impl Page {
    /// One answer with its words, its notes and its second tries.
    pub(super) fn draw_answer(
        &self,
        view: &View<'_>,
        record: &SittingRecord,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        let lines = self.answer_lines(view.model, view.now.date(), record, area.width);
        prose::draw_page(out, area, &lines, self.scroll);
    }

    /// Scrolls it.
    pub(super) fn scroll_answer(&mut self, step: Step, desk: &Desk<'_>) {
        let (width, height) = (text_width(desk.screen), text_height(desk.screen));
        let lines = |r| {
            self.answer_lines(desk.model, desk.now.date(), r, width)
                .len()
        };
        let lines = self.record(desk.model).map_or(0, lines);
        let mut cursor = Cursor { at: self.scroll };
        cursor.scroll(step, lines, height);
        self.scroll = cursor.at;
    }

    fn answer_lines(
        &self,
        model: &Model,
        today: NaiveDate,
        record: &SittingRecord,
        width: u16,
    ) -> Vec<(String, Role)> {
        let mut lines: Vec<(String, Role)> = Vec::new();
        let Some(row) = Results::of(record).rows.get(self.row.at).cloned() else {
            return lines;
        };
        let mask = Mask::of(model);
        let mut say = |text: &str, role: Role| {
            let wrapped = prose::wrap(&mask.hide(text), width);
            lines.extend(wrapped.into_iter().map(|l| (l, role)));
        };
        say(&question_text(model, &row), Role::Mark);
        let question = model.library.questions.get(row.question.as_str());
        for block in &record.blocks {
            match block {
                Block::Answer(answer) if answer.index == row.index => {
                    say_answer(answer, question.as_deref(), &mut say);
                }
                Block::Rating(rating) if rating.index == row.index => {
                    say_rating(today, rating, &mut say);
                }
                _ => {}
            }
        }
        if let Some(notes) = question.map(|q| q.notes.clone()).filter(|n| !n.is_empty()) {
            say(" ", Role::Ink);
            say(words::KEPT, Role::Dim);
            say(&notes, Role::Ink);
        }
        lines
    }
}

/// The words of the answer or of the second try.
fn say_answer(answer: &Answer, question: Option<&Question>, mut say: impl FnMut(&str, Role)) {
    let point = (answer.for_point).and_then(|n| {
        let strong = &question?.strong;
        strong.get(usize::from(n).checked_sub(1)?)
    });
    let second = point.map(|p| format!("Second try, at the point \"{}\"", p.text));
    let heading = match &answer.extra {
        Some(extra) if extra.to == To::Again => "Another take, which counts",
        Some(extra) => &extra.asked,
        None if answer.take > 1 => second.as_deref().unwrap_or("Second try"),
        None => "Your answer",
    };
    let text = match answer.text.as_str() {
        "" if answer.skipped => "Skipped.",
        "" => "Spoken, without notes.",
        text => text,
    };
    say(" ", Role::Ink);
    say(heading, Role::Dim);
    say(text, Role::Ink);
    let taps = taps_words(answer);
    if !taps.is_empty() {
        say(&format!("{taps}."), Role::Dim);
    }
}

/// What was counted by key while it was given: `3 fillers counted, 2 steps said aloud`; empty without a tap.
fn taps_words(answer: &Answer) -> String {
    let taps = [
        (answer.fillers, ["filler counted", "fillers counted"]),
        (answer.way.steps, ["step said aloud", "steps said aloud"]),
    ];
    let counted = taps.into_iter().filter(|(n, _)| *n > 0);
    let counted = counted.map(|(n, [one, many])| words::count(usize::from(n), one, many));
    counted.collect::<Vec<_>>().join(", ")
}

/// How it was rated and when, the words that proved it, and the line to oneself.
fn say_rating(today: NaiveDate, rating: &Rating, mut say: impl FnMut(&str, Role)) {
    let level = rating.level.word();
    say(" ", Role::Ink);
    say(
        &format!("{level}, {}", rated_when(rating.at, today)),
        Role::Dim,
    );
    for (_, words) in &rating.proofs {
        say(&format!("\"{words}\""), Role::Ink);
    }
    if !rating.note.is_empty() {
        say(&format!("To yourself: {}", rating.note), Role::Ink);
    }
}

fn rated_when(at: Wall, today: NaiveDate) -> String {
    short_date(at.date_naive(), today)
}
