//! One question: its text, what it is about, earlier answers; the points open after an attempt, or as a hint.

use std::sync::Arc;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::library_words::{kind_words, question_text, source};
use super::{
    Head, Pane, Reason, begin, handbook, inside, own_question, own_words, step_of, text_height,
    text_width, words::hide_names,
};
use crate::content::tags::{ASKED, DOUBT, OWN};
use crate::desk::go::SetupFor;
use crate::desk::model::Loaded;
use crate::desk::{Desk, Go, Model, Msg, Place, View};
use crate::domain::id::{EntryId, QuestionId};
use crate::domain::journal::Beside;
use crate::domain::library::{Card, Question};
use crate::domain::practice::clock::Span;
use crate::domain::practice::history::{Fact, Source};
use crate::domain::practice::record::Why;
use crate::domain::time::{clock_text, short_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// What is said where the points are not open.
const CLOSED: &str = "What a strong answer has opens after you have answered once; s opens it now.";

/// What is said of a question that is no more.
const RETIRED: &str =
    "Its pack was updated without it, or was removed. What you practiced with it stays.";

/// The page.
pub struct Page {
    id: QuestionId,
    open: bool,
    scroll: Cursor,
}

/// Kind, competencies, difficulty and source in one line.
pub fn about(model: &Model, card: &Card) -> String {
    let difficulty = match card.difficulty {
        1 => "warm-up",
        2 => "core",
        _ => "stretch",
    };
    let from = source(model, card.pack.as_deref());
    let kind = kind_words(&model.library, card.kind, &card.competencies);
    format!("{kind}; {difficulty}; {from}")
}

impl Page {
    /// Opens a question.
    pub fn new(id: QuestionId) -> Self {
        Self {
            id,
            open: false,
            scroll: Cursor::default(),
        }
    }

    fn answered(&self, model: &Model) -> bool {
        model.practice.history.answered(self.id.as_str())
    }

    fn lines(&self, model: &Model, today: NaiveDate, width: u16) -> Vec<(String, Role)> {
        let question = model.library.questions.get(self.id.as_str());
        // What was written after an interview stands among what opens, too.
        let mut words = if self.open {
            seen(model, &self.id, today)
        } else {
            told(model, &self.id, today)
        };
        words.push((String::new(), Role::Ink));
        match &question {
            Some(question) if self.open => {
                words.extend(inside::lines(model, question, self.answered(model)));
            }
            Some(_) if self.answered(model) => {
                words.push(("s shows what a strong answer has.".to_owned(), Role::Dim));
            }
            Some(_) => words.push((CLOSED.to_owned(), Role::Dim)),
            None => {}
        }
        if let Some(shape) = question.and_then(|q| handbook::shape(&model.library, &q.framework)) {
            let shape = format!("A shape for it: {shape}.");
            words.extend([(String::new(), Role::Ink), (shape, Role::Ink)]);
        }
        let wrap = |(text, role): (String, Role)| {
            let text = if text.is_empty() { " " } else { &text };
            let lines = prose::wrap(&model.hide(text), width).into_iter();
            lines.map(|line| (line, role)).collect::<Vec<_>>()
        };
        words.into_iter().flat_map(wrap).collect()
    }
}

/// What is seen of a question, how it went each time, and what was written after interviews that asked it.
pub fn told(model: &Model, id: &QuestionId, today: NaiveDate) -> Vec<(String, Role)> {
    let mut words = seen(model, id, today);
    if model.practice.history.answered(id.as_str()) {
        let own = own_words::about(model, id).into_iter();
        words.extend(own.map(|line| (line, Role::Ink)));
    }
    words
}

/// What is seen of a question, and how it went each time; one that is no more says so.
fn seen(model: &Model, id: &QuestionId, today: NaiveDate) -> Vec<(String, Role)> {
    let mut words = match model.library.questions.get(id.as_str()) {
        Some(question) => outside(model, &question),
        None => vec![
            (question_text(model, id.as_str()), Role::Strong),
            (String::new(), Role::Ink),
            (RETIRED.to_owned(), Role::Ink),
        ],
    };
    if let Some(advice) = model.practice.history.advice(id.as_str()) {
        let said = format!("For the next try, {}: {}", advice.who, advice.change);
        words.push((hide_names(model, &said), Role::Strong));
    }
    for fact in model.practice.history.of(id.as_str()) {
        let level = fact.told().unwrap_or("not rated");
        let day = short_date(fact.day, today);
        words.push((format!("{day}  {level}  {}", place(model, fact)), Role::Ink));
    }
    words
}

/// Where it was asked: `practice`, `at Northline`.
fn place(model: &Model, fact: &Fact) -> String {
    if fact.source == Source::Practice {
        return "practice".to_owned();
    }
    let entry = EntryId::new(model.practice.history.text(fact.origin));
    own_words::place(model, model.journal.get(&entry))
}

/// What is seen of a question before anybody has answered: the words, what it is about, its clocks, other wordings.
/// Paragraphs; an empty one is a free line.
pub fn outside(model: &Model, question: &Question) -> Vec<(String, Role)> {
    let mut out = Vec::new();
    let mut say = |text: String, role: Role| out.push((text, role));
    if !question.setup.is_empty() {
        say(question.setup.clone(), Role::Ink);
        say(String::new(), Role::Ink);
    }
    say(question.text.clone(), Role::Strong);
    say(String::new(), Role::Ink);
    if let Some(card) = model.library.card(question.id.as_str()) {
        say(format!("{}.", about(model, card)), Role::Dim);
    }
    // The words that the shipped ones are found by would give their answers away.
    let own = model
        .library
        .card(question.id.as_str())
        .is_some_and(|card| card.pack.is_some());
    let filed: Vec<&str> = filed_under(question).collect();
    if own && !filed.is_empty() {
        say(format!("Filed under {}.", filed.join(", ")), Role::Dim);
    }
    say(clocks(question), Role::Dim);
    for variant in &question.variants {
        say(format!("Also worded: {variant}"), Role::Ink);
    }
    out
}

/// The tags that a person gave a question; some are for the program itself.
fn filed_under(question: &Question) -> impl Iterator<Item = &str> {
    let tags = question.tags.iter().map(String::as_str);
    tags.filter(|tag| !matches!(*tag, ASKED | DOUBT | OWN | "two-part"))
}

/// `Think for up to 0:30; aim for 1:00 to 2:10 when spoken.`
fn clocks(question: &Question) -> String {
    let w = question.window;
    let aim = Span {
        min: w.min,
        max: w.max,
    };
    let aim = aim.words();
    if w.prep == 0 {
        format!("Aim for {aim} when spoken.")
    } else {
        let prep = clock_text(u64::from(w.prep));
        format!("Think for up to {prep}; aim for {aim} when spoken.")
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::Question
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let library = &view.model.library;
        let question = (command == Command::Show).then(|| library.questions.get(self.id.as_str()));
        let opens = |question: Arc<Question>| inside::opens_with(library, &question);
        Some(question.flatten().map_or(label, opens))
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Msg::Command(command) = msg else { return };
        match command {
            Command::Main => {
                let seen = self.open && !self.answered(desk.model);
                begin::these(vec![self.id.clone()], &Why::Picked, "One question", desk);
                if seen {
                    begin::hints_seen(desk);
                }
            }
            Command::Practice => {
                let questions = vec![self.id.clone()];
                desk.go(Go::Open(Place::Setup(SetupFor {
                    questions,
                    ..crate::desk::go::SetupFor::default()
                })));
            }
            Command::Edit => own_question::edit(&self.id, desk),
            Command::Remove => {
                if own_question::remove(&self.id, desk) {
                    desk.go(Go::Back);
                }
            }
            Command::Show => self.open = !self.open,
            Command::OpenLink => {
                let question = desk.model.library.questions.get(self.id.as_str());
                if let Some(question) = question {
                    desk.go(Go::Open(Place::Page(question.framework.to_string())));
                }
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            other => {
                let Some(step) = step_of(*other) else { return };
                let width = text_width(desk.screen);
                let lines = self.lines(desk.model, desk.now.date(), width).len();
                self.scroll.scroll(step, lines, text_height(desk));
            }
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        if matches!(command, Command::Edit | Command::Remove) {
            return own_question::fixed(model, &self.id);
        }
        let question = model.library.questions.get(self.id.as_str());
        if let Some(question) = question.as_ref().filter(|_| command == Command::OpenLink) {
            let none = handbook::shape(&model.library, &question.framework).is_none();
            return none.then(|| handbook::NO_SHAPE.to_owned());
        }
        question
            .is_none()
            .then(|| "This question is not in the library any more.".to_owned())
            .filter(|_| {
                !model.library.cards.is_empty()
                    && !matches!(command, Command::Back | Command::Close)
            })
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        view.model
            .library
            .questions
            .get(self.id.as_str())
            .map(|q| q.text.clone())
    }

    fn beside(&self) -> Option<Beside> {
        Some(Beside::Question(self.id.clone()))
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Question".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let there = view.model.library.card(self.id.as_str()).is_some();
        if !there && view.model.loaded != Loaded::All {
            return;
        }
        let area = super::column(area);
        let lines = self.lines(view.model, view.now.date(), area.width);
        prose::draw_page(out, area, &lines, self.scroll.at);
    }
}
