//! Answers for a coach: which ones, what one wants to know, and whether names are in it. One file is written, and the
//! page says what to do with it. One's own ratings are not in it: a coach rates blind.

use ratatui::layout::Rect;

use super::drafting::{self, Drafting};
use super::filling::{self, Took};
use super::{Head, Pane, Reason, step_of, text_height, text_width};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::id::{SittingId, slug};
use crate::domain::practice::coach::{HandIn, Handed, to_hand_in};
use crate::domain::practice::record::{Input, SittingRecord};
use crate::domain::text::one_line;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::coach_file::hand_in_text;
use crate::store::draft_file::{DraftKey, Owner};
use crate::store::layout;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, prose};

/// The field for what one wants to know, the one for names, and how it is signed; the answers follow.
const ASK: usize = 0;
const NAMES: usize = 1;
const SIGNED: usize = 2;
const ANSWERS: usize = 3;

/// Why nothing is handed in while the sample world is open.
pub const SAMPLE: &str =
    "This is the sample world: nothing of it is written, so nothing is handed in.";

/// Why there is nothing to hand in.
pub const NOTHING: &str = "Nothing was answered here that a coach could look at.";

/// The form, then the page that says where the file is.
pub struct Page {
    id: SittingId,
    /// Only this answer is ticked at first.
    only: Option<u16>,
    form: Form,
    answers: Vec<Handed>,
    drafting: Drafting,
    /// The file, once it is written.
    written: Option<String>,
    /// The first line of the page that says where it is.
    scroll: Cursor,
    /// That a draft goes on here.
    found: String,
    /// Why the sitting could not be read.
    unread: String,
}

impl Page {
    /// Answers of a sitting; only one of them is ticked where `only` says so.
    pub fn new(id: SittingId, only: Option<u16>) -> Self {
        Self {
            id,
            only,
            form: Form::default(),
            answers: Vec::new(),
            drafting: Drafting::default(),
            written: None,
            scroll: Cursor::default(),
            found: String::new(),
            unread: String::new(),
        }
    }

    fn key(&self) -> DraftKey {
        (Owner::HandIn, self.id.to_string())
    }

    fn record<'m>(&self, model: &'m Model) -> Option<&'m SittingRecord> {
        let shown = model.practice.shown.as_deref();
        shown.filter(|record| record.head.id == self.id)
    }

    fn fill(&mut self, model: &Model) {
        let Some(record) = self.record(model).filter(|_| self.form.fields.is_empty()) else {
            return;
        };
        self.answers = to_hand_in(record, &model.library);
        let hidden = "hidden: Employer A, Person 1".to_owned();
        let ask = Field::new("I want to know", Value::Line(Editor::single("")));
        let names = Field::new("Names", Value::Tick(hidden, true));
        let signed = Field::new("Signed", Value::Line(Editor::single("")));
        let answers = (1..).zip(&self.answers).map(|(n, answer)| {
            let ticked = match self.only {
                Some(only) => only == answer.index,
                None => answer.input == Input::Typed,
            };
            let notes = if answer.input == Input::Aloud {
                " (your notes)"
            } else {
                ""
            };
            let words = format!("{}{notes}", model.hide(&answer.asked));
            Field::new(format!("Answer {n}"), Value::Tick(words, ticked))
        });
        let button = Field::new("Write the file", Value::Button);
        let fields = [ask, names, signed]
            .into_iter()
            .chain(answers)
            .chain([button]);
        self.form = Form::of(fields.collect());
        let draft = model.drafts.iter().find(|d| d.key() == self.key());
        if let Some(draft) = draft {
            self.found = drafting::back_into(&mut self.form, ASK, draft);
            self.tick_only();
        }
    }

    /// The answer that was read is the one that is ticked, whatever was ticked at another time.
    fn tick_only(&mut self) {
        let Some(only) = self.only else { return };
        let fields = self.form.fields.iter_mut().skip(ANSWERS);
        for (answer, field) in self.answers.iter().zip(fields) {
            if let Value::Tick(_, ticked) = &mut field.value {
                *ticked = answer.index == only;
            }
        }
    }

    /// The answers that are ticked.
    fn chosen(&self) -> Vec<Handed> {
        let fields = self.form.fields.iter().skip(ANSWERS);
        let ticked = self.answers.iter().zip(fields).filter(|(_, f)| f.ticked());
        ticked.map(|(answer, _)| answer.clone()).collect()
    }

    fn write(&mut self, desk: &mut Desk<'_>) {
        let answers = self.chosen();
        let Some(record) = self.record(desk.model) else {
            return;
        };
        if answers.is_empty() {
            return desk.say("Tick at least one answer: Space does.");
        }
        let hidden = self.form.fields.get(NAMES).is_some_and(Field::ticked);
        let signed = one_line(self.form.fields.get(SIGNED).map_or("", Field::text));
        let from = match signed.as_str() {
            "" if hidden => String::new(),
            "" => desk.model.profile.name.clone(),
            signed => signed.to_owned(),
        };
        let hand_in = HandIn {
            sitting: record.head.started,
            title: record.head.title.clone(),
            from,
            at: desk.now.wall,
            ask: one_line(self.form.fields.get(ASK).map_or("", Field::text)),
            answers,
        };
        let hand_in = if hidden {
            let mask = &desk.model.mask;
            hand_in.masked(|text| mask.hide(text))
        } else {
            hand_in
        };
        let day = desk.now.wall.format("%Y-%m-%d");
        let name = format!(
            "hand-in-{day}-{}",
            slug(&format!("{signed} {}", hand_in.title), "practice")
        );
        desk.perform(Effect::WriteHandIn(name, hand_in_text(&hand_in)));
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let draft = drafting::of_form(self.key(), &self.form, ASK, desk.now);
        drafting::keep(draft, desk);
    }

    fn close(&mut self, desk: &mut Desk<'_>) {
        if self.drafting.next_wake().is_some() {
            self.keep_draft(desk);
        }
        desk.go(Go::Back);
    }

    /// Whether there is nothing to fill in: the file is written, or there is no answer for it.
    const fn is_over(&self) -> bool {
        self.written.is_some() || self.answers.is_empty()
    }

    /// The same as lines of a width; none before the file is written.
    fn lines(&self, model: &Model, width: u16) -> Vec<(String, Role)> {
        let told = self.written.as_ref().map(|path| Self::told(path, model));
        let wrap = |(text, role): (String, Role)| {
            let text = if text.is_empty() { " " } else { &text };
            let lines = prose::wrap(text, width).into_iter();
            lines.map(|line| (line, role)).collect::<Vec<_>>()
        };
        told.into_iter().flatten().flat_map(wrap).collect()
    }

    /// What is said where there is no answer to tick.
    fn instead(&self, model: &Model) -> &str {
        match (self.record(model), self.unread.as_str()) {
            (Some(_), _) => NOTHING,
            (None, "") => "Reading the sitting.",
            (None, unread) => unread,
        }
    }

    fn scroll(&mut self, step: Step, desk: &Desk<'_>) {
        let lines = self.lines(desk.model, text_width(desk.screen)).len();
        self.scroll.scroll(step, lines, text_height(desk));
    }

    /// Where the file is and what to do with it.
    fn told(path: &str, model: &Model) -> [(String, Role); 6] {
        let file = model.home.join(path).display().to_string();
        let back = "Your coach opens it with `greenroom review` and sends a file back whose name begins with return-. Bring it \
                    back with `greenroom import` and its name, or under Practice: \"Coach: hand-ins and what comes back\".";
        [
            ("Send this file to your coach".to_owned(), Role::Strong),
            (file, Role::Ink),
            (String::new(), Role::Ink),
            (back.to_owned(), Role::Ink),
            (String::new(), Role::Ink),
            (
                "Your own ratings are not in it, so that your coach rates without them.".to_owned(),
                Role::Dim,
            ),
        ]
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        if self.is_over() {
            Context::Opened
        } else {
            self.form.context()
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.record(desk.model).is_none() => {
                desk.perform(Effect::ReadSitting(self.id.clone()));
            }
            Msg::Shown => self.fill(desk.model),
            Msg::Outcome(Outcome::SittingRead(record)) if record.head.id == self.id => {
                desk.model.practice.shown = Some(record.clone());
                self.fill(desk.model);
            }
            Msg::Outcome(Outcome::PageWritten(path)) if layout::is_post(layout::name(path)) => {
                self.drafting.take();
                drafting::forget(self.key(), desk);
                self.written = Some(path.clone());
            }
            Msg::Wake if self.drafting.due(desk.now) => self.keep_draft(desk),
            Msg::Leaving if self.drafting.take() => self.keep_draft(desk),
            Msg::Command(
                Command::Main | Command::Back | Command::Close | Command::View | Command::Show,
            ) if self.is_over() => desk.go(Go::Back),
            Msg::Outcome(Outcome::Failed(words)) if self.record(desk.model).is_none() => {
                self.unread.clone_from(words);
            }
            Msg::Command(command) if self.is_over() => {
                if let Some(step) = step_of(*command) {
                    self.scroll(step, desk);
                }
            }
            _ if self.is_over() => {}
            msg => match filling::take(&mut self.form, msg, desk) {
                Took::Changed => self.drafting.touch(desk.now),
                Took::Save | Took::Pressed => self.write(desk),
                Took::Back => self.close(desk),
                Took::Moved | Took::Nothing => {}
            },
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        match command {
            _ if self.answers.is_empty() && step_of(command).is_some() => {
                Some(self.instead(model).to_owned())
            }
            Command::KeepStory | Command::HandIn | Command::Play => {
                Some("That is on the page of the answer itself. Esc goes back.".to_owned())
            }
            _ => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let path = self.written.as_ref()?;
        Some(view.model.home.join(path).display().to_string())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let works = self.unavailable(command, view.model).is_none();
        let works = works && (command != Command::Copy || self.written.is_some());
        works.then_some(label)
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::untitled("For a coach")
    }

    fn status(&self, _view: &View<'_>) -> String {
        match (&self.written, self.answers.is_empty()) {
            (None, false) if self.form.at == SIGNED => {
                "What your coach is to call you, though names are hidden. It may stay empty."
                    .to_owned()
            }
            (None, false) if !self.found.is_empty() => self.found.clone(),
            (None, false) => "Your own ratings are not handed in; a coach rates blind.".to_owned(),
            _ => String::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        if self.written.is_some() {
            let lines = self.lines(view.model, area.width);
            return prose::draw_page(out, area, &lines, self.scroll.at);
        }
        if self.answers.is_empty() {
            out.focus(area.x, area.y, 1);
            prose::draw(out, area, self.instead(view.model), Role::Ink);
            return;
        }
        self.form.draw(out, area);
    }
}
