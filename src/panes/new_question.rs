//! A question of one's own: the sentence is enough; and other words, or another kind, for one that is there.

use ratatui::layout::Rect;

use super::paper::{Happened, Paper};
use super::saving::Record;
use super::{Head, Pane};
use crate::desk::effect::{ForBank, Wrote};
use crate::desk::{Desk, Effect, Go, Model, Msg, View};
use crate::domain::id::QuestionId;
use crate::domain::journal::Asked;
use crate::domain::library::{Card, Kind};
use crate::domain::text::one_line;
use crate::domain::time::{Mono, Now};
use crate::keys::Context;
use crate::look::Role;
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::{Canvas, prose};

/// Longest question in characters: it has to be speakable.
const LONGEST: usize = 240;

const TEXT: usize = 0;
const KIND: usize = 1;

/// What stands for the kind of a new question while nobody says it.
const GUESSED: &str = "guessed from its words";

/// What the form says: a new question, or what another one gets of it.
#[derive(Debug, Clone)]
struct Worded {
    of: Option<QuestionId>,
    text: Option<String>,
    kind: Option<Kind>,
}

impl Record for Worded {
    fn wrote(&self) -> Wrote {
        self.of.clone().map_or(Wrote::Bank, Wrote::Question)
    }

    // A question keeps its name, and the bank is one file.
    fn rename(&mut self, _to: &Wrote) {}
}

impl Worded {
    fn write(self) -> Effect {
        if let Some(id) = self.of {
            return Effect::Reword(id, self.text, self.kind);
        }
        let own = Asked {
            text: self.text.unwrap_or_default(),
            ..Asked::default()
        };
        Effect::ChangeBank(Box::new(ForBank {
            asked: vec![own],
            kind: self.kind,
            ..ForBank::default()
        }))
    }

    /// What is said once it is on the disk.
    fn told(&self) -> String {
        let told = match (&self.of, self.kind) {
            (None, _) => return "Saved. The drill can ask it now.".to_owned(),
            (Some(_), None) => "It has these words now; its answers stay with it.".to_owned(),
            (Some(_), Some(kind)) => format!("It is rated as {} now.", kind.word().to_lowercase()),
        };
        format!("{told} u takes it back.")
    }
}

/// The form.
pub struct NewQuestion {
    /// The question that gets other words; a new one otherwise.
    of: Option<QuestionId>,
    paper: Paper<Worded>,
}

/// What a new question is kept as while it is half written.
pub fn key() -> DraftKey {
    (Owner::NewQuestion, "text".to_owned())
}

impl NewQuestion {
    /// Opens empty, or with a question that is there.
    pub fn new(of: Option<QuestionId>) -> Self {
        let key = match &of {
            None => key(),
            Some(id) => (Owner::NewQuestion, id.as_str().replace('/', "-")),
        };
        Self {
            of,
            paper: Paper::new(key, TEXT),
        }
    }

    /// The question, where it is there.
    fn card<'m>(&self, model: &'m Model) -> Option<&'m Card> {
        model.library.card(self.of.as_ref()?.as_str())
    }

    fn fill(&mut self, model: &Model) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let card = self.card(model);
        let mut names: Vec<String> = Kind::sayable().map(|kind| kind.word().to_owned()).collect();
        let at = card.and_then(|card| Kind::sayable().position(|kind| kind == card.kind));
        if at.is_none() {
            names.insert(0, GUESSED.to_owned());
        }
        let mut text = Editor::new("");
        text.start_with(card.map_or("", |card| &card.text));
        let text = Field::new("The question, as it is asked", Value::Area(text));
        let kind = Field::new("Kind", Value::Choice(names, at.unwrap_or(0)));
        self.paper.form = Form::of(vec![
            Field { rows: 4, ..text },
            kind.with_note("it says what an answer is rated by"),
        ]);
        self.paper.filled = self.paper.form.values();
        self.paper.go_on(model);
    }

    /// The kind that is chosen; `None` while it is guessed.
    fn kind(&self) -> Option<Kind> {
        match self.paper.form.fields.get(KIND).map(|field| &field.value) {
            Some(Value::Choice(names, at)) => {
                let name = names.get(*at)?;
                Kind::sayable().find(|kind| kind.word() == name)
            }
            _ => None,
        }
    }

    fn text(&self) -> &str {
        self.paper.form.fields.get(TEXT).map_or("", Field::text)
    }

    /// The question as the form says it; of one that is there only what is another now.
    fn worded(&self, model: &Model) -> Result<Worded, (usize, String)> {
        let text = one_line(self.text());
        if text.is_empty() {
            return Err((TEXT, "Write the question first. Esc closes.".to_owned()));
        }
        if text.chars().count() > LONGEST {
            let words =
                format!("A question has at most {LONGEST} characters, so that it can be spoken.");
            return Err((TEXT, words));
        }
        let card = self.card(model);
        let is_same = |card: &Card| card.text == text;
        let kind = self.kind();
        Ok(Worded {
            of: self.of.clone(),
            kind: kind.filter(|kind| card.is_none_or(|card| card.kind != *kind)),
            text: (!card.is_some_and(is_same)).then_some(text),
        })
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        match self.worded(desk.model) {
            Ok(Worded {
                of: Some(_),
                text: None,
                kind: None,
            }) => drop(self.paper.close(desk)),
            worded => self.paper.save(worded, |worded| worded.write(), desk),
        }
    }

    fn saved(&mut self, worded: &Worded, desk: &mut Desk<'_>) {
        self.paper.filled = std::mem::take(&mut self.paper.sent);
        if !self.paper.stays(self.paper.key.clone(), desk) {
            let told = worded.told();
            if worded.of.is_some() {
                desk.say_undoable(told);
            } else {
                desk.say(told);
            }
            desk.go(Go::Back);
        }
    }
}

impl Pane for NewQuestion {
    fn context(&self, _model: &Model) -> Context {
        self.paper.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match self.paper.update(msg, desk) {
            Happened::Shown => self.fill(desk.model),
            Happened::Save => self.save(desk),
            Happened::Saved(worded, _) => self.saved(&worded, desk),
            Happened::Closed(false) if self.of.is_some() => desk.say("Not changed."),
            Happened::Closed(_) | Happened::Changed | Happened::Pressed | Happened::Nothing => {}
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.paper.next_wake()
    }

    fn head(&self, _view: &View<'_>) -> Head {
        self.paper.head(if self.of.is_some() {
            "This question"
        } else {
            "A question of my own"
        })
    }

    fn status(&self, _view: &View<'_>) -> String {
        self.paper.status(if self.of.is_some() {
            "Your changes stand in overlay.toml; the pack stays as it is."
        } else {
            "It joins your own bank, questions/mine.toml."
        })
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let words = if self.of.is_some() {
            "Its answers stay with it; Ctrl+S saves."
        } else {
            "The sentence is enough; the kind is guessed from its words. Ctrl+S saves."
        };
        let used = prose::draw(out, area, words, Role::Dim);
        let form = Rect {
            y: area.y + used + 1,
            height: area.height.saturating_sub(used + 1),
            ..area
        };
        self.paper.form.draw(out, form);
    }
}
