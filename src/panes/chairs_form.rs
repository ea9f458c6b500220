//! The set-up of practice with a friend: two chairs, with both names, which questions, who answers first, and when they
//! change seats; or a home of the friend's own, which counts nowhere in that of the user.

use ratatui::layout::Rect;

use super::filling::{self, Took};
use super::setup::asked;
use super::{Head, Pane, begin, mocking};
use crate::desk::{Desk, Effect, Go, Model, Msg, View, undo};
use crate::domain::library::Blueprint;
use crate::domain::practice::record::{Pair, SittingHead, Swap, Who};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

const ME: usize = 0;
const FRIEND: usize = 1;
const WHO: usize = 2;
const FROM: usize = 3;
const STAGE: usize = 4;
const KIND: usize = 5;
const COMPETENCIES: usize = 6;
const NUMBER: usize = 7;
const FIRST: usize = 8;
const SWAP: usize = 9;
const START: usize = 10;

/// Questions where nothing else is chosen: two for each of them.
const USUAL: usize = 4;

/// The form.
#[derive(Default)]
pub struct ChairsForm {
    form: Form,
}

/// Mocks whose questions can be asked, in the order of the library.
fn mocks(model: &Model) -> Vec<std::sync::Arc<Blueprint>> {
    let asks = |b: &std::sync::Arc<Blueprint>| b.sections.iter().any(|s| s.pick.is_some());
    let all = model.library.blueprints.iter();
    all.filter(asks)
        .filter(|b| b.is_for(&model.profile.family))
        .collect()
}

impl ChairsForm {
    fn fill(&mut self, model: &Model) {
        if !self.form.fields.is_empty() {
            return;
        }
        let profile = &model.profile;
        let line = |text: &str| {
            let mut editor = Editor::single("");
            editor.start_with(text);
            Value::Line(editor)
        };
        let mut from = vec!["drawn as in a drill".to_owned()];
        from.extend(mocks(model).iter().map(|mock| mock.title.clone()));
        let words = |words: [&str; 2]| words.map(str::to_owned).to_vec();
        self.form = Form::of(vec![
            Field::new("Your name", line(&profile.name)),
            Field::new("Friend's name", line(&profile.friend)),
            Field::new(
                "Practices",
                Value::Radio(words(["both of you", "only your friend"]), 0),
            ),
            Field::new("From", Value::Choice(from, 0)),
            asked::stage(None),
            asked::kind(),
            asked::competencies(model),
            asked::number(USUAL),
            Field::new(
                "Answers first",
                Value::Radio(words(["you", "your friend"]), 0),
            ),
            Field::new(
                "Change seats",
                Value::Radio(words(["after each question", "after half"]), 0),
            ),
            Field::new("Take your seats", Value::Button).with_note("Enter"),
        ]);
        let named = !profile.name.is_empty() && !profile.friend.is_empty();
        let open = usize::from(!profile.name.is_empty());
        self.form.at = if named { START } else { open };
    }

    fn name(&self, at: usize) -> String {
        let field = self.form.fields.get(at);
        field.map_or("", Field::text).trim().to_owned()
    }

    /// Keeps both names for the next time.
    fn keep_names(&self, desk: &mut Desk<'_>) {
        let (me, friend) = (self.name(ME), self.name(FRIEND));
        let before = desk.model.profile.clone();
        let profile = &mut desk.model.profile;
        let known = profile.name == me && profile.friend == friend;
        if known || me.is_empty() && friend.is_empty() {
            return;
        }
        if !me.is_empty() {
            profile.name = me;
        }
        if !friend.is_empty() {
            profile.friend = friend;
        }
        let profile = Box::new(profile.clone());
        desk.perform(Effect::SaveProfile(profile));
        let step = undo::Step::Profile(Box::new(before));
        desk.model.undo.note("both names", step);
    }

    /// The questions, as the head of a drill has them.
    fn drawn(&self, desk: &mut Desk<'_>) -> SittingHead {
        let fields = &self.form.fields;
        let mut setup = begin::usual(desk.model);
        let mock = fields[FROM].chosen().checked_sub(1);
        let mock = mock.and_then(|n| mocks(desk.model).get(n).cloned());
        if let Some(mock) = mock {
            let (seed, now) = (desk.model.next_seed(), desk.now);
            let laid = mocking::laid(desk.model, &mock, seed, now);
            let plan = laid.map_or_else(Vec::new, |(laid, _)| laid.plan);
            setup.filter.stage = Some(mock.stage);
            return setup.head(plan, seed, &desk.model.library.version, now);
        }
        setup.filter.stage = asked::stage_of(&fields[STAGE]);
        setup.filter.kinds = asked::kind_of(&fields[KIND]).into_iter().collect();
        setup.filter.competencies = asked::competencies_of(&fields[COMPETENCIES], desk.model);
        setup.count = asked::number_of(&fields[NUMBER]);
        begin::drawn(&setup, desk)
    }

    /// Whether the friend practices alone, in a home of their own.
    fn is_theirs(&self) -> bool {
        self.form.fields.get(WHO).is_some_and(|f| f.chosen() == 1)
    }

    fn start(&mut self, desk: &mut Desk<'_>) {
        let (me, friend) = (self.name(ME), self.name(FRIEND));
        if self.is_theirs() {
            if friend.is_empty() {
                self.form.at = FRIEND;
                return desk
                    .say("The name of your friend, please: their practice is kept under it.");
            }
            self.keep_names(desk);
            return desk.perform(Effect::Friend(Some(friend)));
        }
        if let Some(open) = [&me, &friend].iter().position(|name| name.is_empty()) {
            self.form.at = open;
            return desk.say("Both names, please: the cover calls each of you by it.");
        }
        if me.to_lowercase() == friend.to_lowercase() {
            self.form.at = FRIEND;
            return desk.say("Two different names, so that the cover can tell you apart.");
        }
        self.keep_names(desk);
        let fields = &self.form.fields;
        let pair = Pair {
            me,
            friend,
            first: [Who::Me, Who::Friend][fields[FIRST].chosen().min(1)],
            swap: [Swap::Each, Swap::Half][fields[SWAP].chosen().min(1)],
        };
        let drawn = self.drawn(desk);
        begin::solo::chairs(pair, drawn, desk);
    }
}

impl Pane for ChairsForm {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match filling::take(&mut self.form, msg, desk) {
            Took::Save | Took::Pressed => self.start(desk),
            Took::Back => {
                self.keep_names(desk);
                desk.go(Go::Back);
            }
            Took::Changed => {
                if let Some(field) = self.form.fields.get_mut(COMPETENCIES) {
                    asked::count_competencies(field);
                }
            }
            Took::Nothing if matches!(msg, Msg::Shown) => self.fill(desk.model),
            Took::Nothing if matches!(msg, Msg::Leaving) => self.keep_names(desk),
            Took::Moved | Took::Nothing => {}
        }
    }

    fn hint(
        &self,
        command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        match command {
            Command::Save => Some("start"),
            _ => Some(label),
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "With a friend".to_owned(),
            middle: String::new(),
            right: "Esc back".to_owned(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        match self.form.at {
            ME | FRIEND => "First names are enough; they stay in your folder.",
            _ if self.is_theirs() => {
                "Start opens a practice of their own. It counts nowhere in yours, and shows nothing of it."
            }
            WHO => "Both of you: two chairs, you ask each other.",
            FROM => "A mock lends its questions; you ask each other one after the other.",
            STAGE..=NUMBER if self.form.fields.get(FROM).is_some_and(|f| f.chosen() > 0) => {
                "The mock decides that."
            }
            _ => "What your friend answers counts nowhere; what you answer does.",
        }
        .to_owned()
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.form.draw(out, super::column(area));
    }
}
