//! One answer of a sitting with its words, its ratings and its second tries.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::{Page, question_text};
use crate::desk::{Desk, Model, View};
use crate::domain::practice::record::{Answer, Block, Input, Mark, SittingRecord, To};
use crate::domain::practice::results::Results;
use crate::domain::practice::review::{Given, Review};
use crate::domain::practice::told::now_words;
use crate::domain::text::capital;
use crate::domain::time::short_date;
use crate::keys::{Command, Context};
use crate::look::Role;
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

    /// The recording of the answer that is read, the last take of it first.
    pub(super) fn to_hear(&self, model: &Model) -> Option<String> {
        let record = self.record(model)?;
        let row = self.marked(model)?;
        let answers = record.blocks.iter().rev().filter_map(|block| match block {
            Block::Answer(answer) if answer.index == row.index => Some(answer),
            _ => None,
        });
        let mut recordings = answers.filter_map(|a| a.way.recording.clone());
        recordings.next()
    }

    /// What can be heard while an answer is read.
    pub(super) fn heard_words(&self, view: &View<'_>) -> String {
        let key = view.key(Context::Opened, Command::Play);
        if view.model.voice.playing.is_some() {
            return format!("Playing what you said. {key} stops it.");
        }
        let there = self.to_hear(view.model);
        there.map_or_else(String::new, |_| format!("{key} plays what you said."))
    }

    /// Scrolls it.
    pub(super) fn scroll_answer(&mut self, step: Step, desk: &Desk<'_>) {
        let (width, height) = (text_width(desk.screen), text_height(desk));
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
        let Some(review) = Review::of(record, row.index, &model.library) else {
            return lines;
        };
        let mut say = |text: &str, role: Role| {
            let wrapped = prose::wrap(&model.hide(text), width);
            lines.extend(wrapped.into_iter().map(|l| (l, role)));
        };
        say(&question_text(model, &row), Role::Strong);
        let (tries, given): (Vec<Given<'_>>, Vec<Given<'_>>) =
            (review.given.iter()).partition(|g| g.answer.for_point.is_some());
        let takes = given.iter().map(|g| g.answer).filter(|a| a.counts());
        let last = takes.map(|a| a.take).max().unwrap_or(1);
        for given in given {
            say_answer(given.answer, &heading(given.answer, last), &mut say);
            say_heard(model, given.answer, &mut say);
        }
        say_rating(today, &review, &mut say);
        say_eyes(today, &review, &mut say);
        for again in tries {
            let heading = match review.tried(again.answer) {
                Some(point) => format!("Second try, at the point \"{point}\""),
                None => "Second try".to_owned(),
            };
            say_answer(again.answer, &heading, &mut say);
            say_heard(model, again.answer, &mut say);
        }
        let notes = review.question.as_ref().map_or("", |q| q.notes.as_str());
        if !notes.is_empty() {
            say(" ", Role::Ink);
            say(words::KEPT, Role::Dim);
            say(notes, Role::Ink);
        }
        lines
    }
}

/// What stands above the words of an answer; what was written down beside a spoken one is notes. Of several takes each
/// has its length, and the last one counts.
fn heading(answer: &Answer, last: u8) -> String {
    let what = match answer.input {
        Input::Typed => "Your answer",
        Input::Aloud => "Your notes",
    };
    let length = answer.length_words();
    match &answer.extra {
        None if last > 1 => format!("First take, {length}"),
        Some(extra) if extra.to == To::Again && answer.take < last => {
            format!("Another take, {length}")
        }
        Some(extra) if extra.to == To::Again => format!("The take that counts, {length}"),
        Some(extra) => extra.asked.clone(),
        None => what.to_owned(),
    }
}

/// The words of the answer or of the second try.
fn say_answer(answer: &Answer, heading: &str, mut say: impl FnMut(&str, Role)) {
    say(" ", Role::Ink);
    say(heading, Role::Dim);
    say(answer.told_words(), Role::Ink);
    let taps = taps_words(answer);
    if !taps.is_empty() {
        say(&format!("{taps}."), Role::Dim);
    }
}

/// How it sounded, once that was measured.
fn say_heard(model: &Model, answer: &Answer, mut say: impl FnMut(&str, Role)) {
    let words = model.voice.delivery(answer);
    if !words.is_empty() {
        say(&words, Role::Dim);
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

/// How it stood and why, each point with its mark and its proof, the dimensions, and what to do next.
fn say_rating(today: NaiveDate, review: &Review<'_>, mut say: impl FnMut(&str, Role)) {
    let Some(rating) = review.rating else { return };
    let day = short_date(rating.at.date_naive(), today);
    say(" ", Role::Ink);
    say(&format!("{}, {day}", rating.level.word()), Role::Dim);
    if let Some(reason) = review.reason() {
        say(reason, Role::Ink);
    }
    let points = review.points();
    if !points.is_empty() {
        say(" ", Role::Ink);
        say("Point by point", Role::Dim);
    }
    for point in &points {
        match point.mark {
            Mark::Missed => say(&format!("Not said, to learn: {}", point.text), Role::Strong),
            mark => say(
                &format!("{}: {}", capital(mark.word()), point.text),
                Role::Ink,
            ),
        }
        if let Some(words) = point.proof {
            say(&format!("\"{words}\""), Role::Dim);
        }
        if let Some(now) = point.now {
            say(&now_words(point.mark, now), Role::Ink);
        }
    }
    for flag in review.flags() {
        say(&format!("This happened: {flag}"), Role::Strong);
    }
    let rated: Vec<String> = (review.dimensions())
        .map(|(title, level)| format!("{title}: {}", level.word()))
        .collect();
    if !rated.is_empty() {
        say(" ", Role::Ink);
    }
    for line in rated.iter().chain(review.held()) {
        say(line, Role::Ink);
    }
    if let Some(next) = review.next() {
        say(" ", Role::Ink);
        say("One next step", Role::Dim);
        say(next, Role::Strong);
    }
    if !rating.note.is_empty() {
        say(" ", Role::Ink);
        say(&format!("To yourself: {}", rating.note), Role::Ink);
    }
}

/// What others, and one's own second look, say to it.
fn say_eyes(today: NaiveDate, review: &Review<'_>, mut say: impl FnMut(&str, Role)) {
    let own = review.rating.map(|r| r.level);
    for eye in &review.eyes {
        let day = eye.at().map(|at| short_date(at.date_naive(), today));
        say(" ", Role::Ink);
        say(
            &format!("{}, {}", eye.who(), day.unwrap_or_default()),
            Role::Dim,
        );
        if let Some(words) = eye.beside(own) {
            say(&words, Role::Ink);
        }
        for (point, theirs, mine) in review.otherwise(eye) {
            let heard = format!("{}, you: {}: {point}", capital(theirs.word()), mine.word());
            say(&heard, Role::Ink);
        }
        let Some(comment) = eye.comment else { continue };
        for (what, words) in [("Keep", &comment.keep), ("Change", &comment.change)] {
            if !words.is_empty() {
                say(&format!("{what}: {words}"), Role::Strong);
            }
        }
        for paragraph in comment.text.lines() {
            say(paragraph, Role::Ink);
        }
    }
}
