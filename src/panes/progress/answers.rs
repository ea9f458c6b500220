//! The answers behind one line, newest first.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::lines::{Line, Span, rated};
use crate::desk::{Model, View};
use crate::domain::id::QuestionId;
use crate::domain::level::Level;
use crate::domain::story::Mark;
use crate::domain::time::short_date;
use crate::look::Role;
use crate::panes::heading::heading;
use crate::panes::library_words::asked_text;
use crate::panes::told_words::name;
use crate::panes::words;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

/// From this width on a line says what was expected.
const ROOMY: u16 = 68;

/// Cells of the date, the level and what was expected.
const DATE: u16 = 13;
const LEVEL: u16 = 9;
const EXPECTED: u16 = 18;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its day.
    pub day: NaiveDate,
    /// Which question.
    pub question: QuestionId,
    /// In which of its wordings it was asked.
    pub wording: u8,
    /// How it went.
    pub level: Level,
    /// How it was expected to go.
    pub expected: Option<Level>,
}

impl Given {
    /// The question in the words in which it was asked.
    fn asked(&self, model: &Model) -> String {
        asked_text(model, self.question.as_str(), self.wording)
    }
}

/// The rated answers of a competency, newest first.
pub fn behind(line: &Line, model: &Model, today: NaiveDate, span: Span) -> Vec<Given> {
    let history = &model.practice.history;
    rated(model, today, span)
        .filter(|(fact, _)| {
            (fact.shown()).is_some_and(|name| history.text(name) == line.competency.as_str())
        })
        .map(|(fact, level)| Given {
            day: fact.day,
            question: QuestionId::new(history.text(fact.question)),
            wording: fact.wording,
            level,
            expected: fact.expected,
        })
        .collect()
}

/// The answers for the clipboard, one a line, columns parted by tabs.
pub fn plain(answers: &[Given], model: &Model, today: NaiveDate) -> String {
    let line = |given: &Given| {
        let day = short_date(given.day, today);
        let level = given.level.word();
        format!("{day}\t{level}\t{}", given.asked(model))
    };
    answers.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The stories for a competency, once there are stories: `Your stories: 1 The night rota; 2 The form touches it`.
fn shown_in(competency: &str, model: &Model) -> Option<String> {
    let stories = model.stories.list.iter().enumerate();
    let told = stories.filter_map(|(at, story)| {
        let touches = match story.mark(competency) {
            Mark::Shows => "",
            Mark::Touches => " touches it",
            Mark::Neither => return None,
        };
        Some(format!("{} {}{touches}", at + 1, name(story, model)))
    });
    let told: Vec<String> = told.collect();
    let words = match told.as_slice() {
        [] => "No story shows it yet.".to_owned(),
        told => format!("Your stories: {}", told.join("; ")),
    };
    (!model.stories.list.is_empty()).then_some(words)
}

/// Draws the answers with one marked.
pub fn draw(
    view: &View<'_>,
    area: Rect,
    answers: &[Given],
    cursor: Cursor,
    line: &Line,
    out: &mut Canvas<'_>,
) {
    let count = words::count(answers.len(), "answer", "answers");
    heading(area, &line.title, &count, out);
    let gap = u16::from(area.height >= 10);
    let stories = shown_in(line.competency.as_str(), view.model);
    let used = stories.map_or(0, |words| {
        out.put(area.x, area.y + 1, &words, area.width, Role::Dim);
        1
    });
    let top = area.y + 1 + used + gap;
    let room = area.bottom().saturating_sub(top);
    let rows = if answers.len() > usize::from(room) {
        room.saturating_sub(1)
    } else {
        room
    };
    let (from, to) = cursor.window(answers.len(), usize::from(rows));
    for (y, i) in (top..).zip(from..to) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        draw_row(view, row, &answers[i], i == cursor.at, out);
    }
    if to < answers.len() {
        let more = format!("{} more below", answers.len() - to);
        out.put(area.x, area.bottom() - 1, &more, area.width, Role::Dim);
    }
}

fn draw_row(view: &View<'_>, row: Rect, given: &Given, marked: bool, out: &mut Canvas<'_>) {
    if marked {
        out.focus(row.x, row.y, 1);
    }
    let role = if marked { Role::Mark } else { Role::Ink };
    let day = short_date(given.day, view.now.date());
    out.put(row.x, row.y, &day, DATE - 1, Role::Ink);
    let mut right = row.right();
    if row.width >= ROOMY {
        let expected = given
            .expected
            .map_or_else(String::new, |l| format!("expected {}", l.word()));
        out.put(right - EXPECTED + 1, row.y, &expected, EXPECTED, Role::Dim);
        right -= EXPECTED + 1;
    }
    out.put(
        right - LEVEL + 1,
        row.y,
        given.level.word(),
        LEVEL,
        Role::Ink,
    );
    right -= LEVEL + 1;
    let date = if row.width < 50 { DATE - 5 } else { DATE };
    let room = right.saturating_sub(row.x + date);
    let text = given.asked(view.model);
    out.put(row.x + date, row.y, &text, room, role);
}
