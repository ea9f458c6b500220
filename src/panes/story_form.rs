//! The form for a story: a plain question for each part, a draft from the first character.

mod fields;

use ratatui::layout::Rect;

use super::drafting::{self, Drafting};
use super::formed::Formed;
use super::saving::{self, Fate};
use super::{Head, Pane};
use crate::desk::go::StoryStart;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View, undo};
use crate::domain::id::StoryId;
use crate::domain::story::{Length, Story};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::draft_file::{DraftKey, Owner};
use crate::store::layout;
use crate::widgets::form::{Did, Form};
use crate::widgets::{Canvas, prose};

use fields::Shares;

/// What stands above the form where no question is started from.
const PLAIN: &str = "A few words for each part are enough; go on whenever you like. Ctrl+S saves.";

/// The form.
pub struct StoryForm {
    editing: Option<StoryId>,
    start: StoryStart,
    form: Form,
    /// What the fields said as they were filled in from a story that is kept; empty for a new one.
    filled: Vec<(String, String)>,
    /// The question that it starts from.
    prompt: String,
    /// What was ticked for the user, in words.
    ticked: String,
    /// The length that is to be written.
    length: Option<Length>,
    shares: Shares,
    drafting: Drafting,
    saving: Option<Box<Story>>,
    /// Something was typed or chosen after the last save.
    touched: bool,
    note: String,
}

impl StoryForm {
    /// A form for a new story.
    pub fn new(start: StoryStart) -> Self {
        Self {
            editing: None,
            start,
            form: Form::default(),
            filled: Vec::new(),
            prompt: String::new(),
            ticked: String::new(),
            length: None,
            shares: Shares::default(),
            drafting: Drafting::default(),
            saving: None,
            touched: false,
            note: String::new(),
        }
    }

    /// The form for one that is there.
    pub fn of(id: StoryId) -> Self {
        Self {
            editing: Some(id),
            ..Self::new(StoryStart::default())
        }
    }

    /// The same, at what is told in a length.
    #[must_use]
    pub fn at_length(self, length: Length) -> Self {
        Self {
            length: Some(length),
            ..self
        }
    }

    fn key(&self) -> DraftKey {
        let owner = self.editing.clone().map_or(Owner::NewStory, Owner::Story);
        (owner, "form".to_owned())
    }

    /// The story as it is on the disk, or an empty one.
    fn before(&self, model: &Model, now: Now) -> Story {
        let known = self.editing.as_ref().and_then(|id| model.stories.get(id));
        let known = known.or(self.start.answer.as_deref());
        known.cloned().unwrap_or_else(|| Story {
            shows: self.start.shows.clone(),
            ..Story::new(StoryId::new(""), now.date())
        })
    }

    /// Fills the form once, when it comes to the front.
    fn fill(&mut self, desk: &Desk<'_>) {
        if !self.form.fields.is_empty() {
            return;
        }
        let model = &*desk.model;
        let prompts = &model.library.story_prompts;
        let prompt = self.start.prompt.as_ref();
        let prompt = prompt.and_then(|id| prompts.get(id.as_str()));
        self.prompt = prompt.map_or_else(String::new, |prompt| prompt.text.clone());
        self.ticked = fields::ticked_for(&self.start.shows, &model.library);
        self.shares = Shares::of(&model.library);
        self.form = Form::of(fields::fields(&self.before(model, desk.now), model));
        self.fills_from();
        let key = self.key();
        if let Some(draft) = model.drafts.iter().find(|d| d.key() == key) {
            self.note = drafting::back_into(&mut self.form, fields::SITUATION, draft);
        }
        self.recount(desk);
        let first_empty = || fields::first_empty(&self.form);
        self.form.at = self.length.map_or_else(first_empty, fields::of_length);
    }

    /// Remembers what the story that is kept says.
    fn fills_from(&mut self) {
        if self.editing.is_some() {
            self.filled = self.form.values();
        }
    }

    /// Keeps the notes beside the fields true.
    fn recount(&mut self, desk: &Desk<'_>) {
        let width = super::text_width(desk.screen);
        fields::recount(&mut self.form, &self.shares, desk.model.profile.pace, width);
    }

    fn story(&self, desk: &Desk<'_>) -> Story {
        let before = self.before(desk.model, desk.now);
        let mut story = fields::read(&self.form, before, desk.model);
        if self.editing.is_none() {
            let taken = |id: &str| desk.model.stories.get(&StoryId::new(id)).is_some();
            let name = layout::story_name(&story.name());
            story.id = StoryId::new(layout::free_name(&name, taken));
        }
        story
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        if fields::is_blank(&self.form) {
            return desk.say("There is nothing to keep yet.");
        }
        let story = self.story(desk);
        self.touched = false;
        let written = Box::new(story.clone());
        desk.perform(match self.editing {
            Some(_) => Effect::SaveStory(written),
            None => Effect::AddStory(written),
        });
        self.saving = Some(Box::new(story));
    }

    /// The story is on disk: it joins the others and the form closes.
    fn saved(&mut self, words: Option<&str>, desk: &mut Desk<'_>) {
        let Some(story) = self.saving.take() else {
            return;
        };
        let (id, name) = (story.id.clone(), story.name());
        let before = desk.model.stories.put(*story);
        let step = before.map_or(undo::Step::NoStory(id.clone()), |story| {
            undo::Step::Story(Box::new(story))
        });
        (desk.model.undo).note(format!("writing the story {name}"), step);
        self.drafting.take();
        drafting::forget(self.key(), desk);
        if self.touched {
            self.editing = Some(id);
            self.drafting.touch(desk.now);
            return desk.say(drafting::MORE);
        }
        if let Some(words) = words {
            desk.say(words);
        }
        desk.go(Go::Back);
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        let (key, main) = (self.key(), fields::SITUATION);
        match drafting::of_changes(key.clone(), &self.form, &self.filled, main, desk.now) {
            Some(draft) => drafting::keep(draft, desk),
            None => drafting::forget(key, desk),
        }
    }

    fn changed(&mut self, desk: &Desk<'_>) {
        self.recount(desk);
        self.touched = true;
        self.drafting.touch(desk.now);
    }

    fn came(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        match saving::fate(&mut self.saving, outcome) {
            Some(Fate::Saved) => self.saved(Some("Saved."), desk),
            Some(Fate::KeptBoth) => self.saved(None, desk),
            Some(Fate::NotSaved) => {
                self.drafting.is_left_with(outcome, &self.key(), desk);
            }
            None => {}
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Save | Command::Back if self.saving.is_some() => desk.say(drafting::SAVING),
            Command::Save => self.save(desk),
            Command::Back => {
                if self.drafting.take() {
                    self.keep_draft(desk);
                }
                if self.touched {
                    desk.say(drafting::CLOSED);
                }
                desk.go(Go::Back);
            }
            Command::EditOutside => drafting::hand_over(&mut self.form, desk),
            command => {
                let width = super::text_width(desk.screen);
                if self.form.command(command, width) == Did::Changed {
                    self.changed(desk);
                }
            }
        }
    }
}

impl Formed for StoryForm {
    fn form(&mut self) -> &mut Form {
        &mut self.form
    }

    fn filled_in(&mut self, desk: &mut Desk<'_>) {
        self.changed(desk);
    }
}

impl Pane for StoryForm {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Some(picked) = drafting::in_list(&mut self.form, msg) {
            if picked {
                self.changed(desk);
            }
            return;
        }
        match msg {
            Msg::Shown => self.fill(desk),
            msg if drafting::typed(&mut self.form, msg) => self.changed(desk),
            Msg::Command(command) => self.command(*command, desk),
            Msg::Wake if self.drafting.due(desk.now) => self.keep_draft(desk),
            Msg::Leaving if self.drafting.take() => self.keep_draft(desk),
            Msg::Outcome(outcome) => self.came(outcome, desk),
            _ => {}
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let story = self.editing.as_ref();
        let story = story.and_then(|id| view.model.stories.get(id));
        Head::Title {
            left: story.map_or_else(|| "A new story".to_owned(), Story::name),
            middle: String::new(),
            right: if self.saving.is_some() { "saving" } else { "" }.to_owned(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.saving.is_some() {
            "Saving.".to_owned()
        } else if !self.note.is_empty() && !self.touched {
            self.note.clone()
        } else {
            fields::advice(&self.form, &self.shares)
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        // Where there is little room the words of the question are worth more than the usual ones.
        let words = match self.prompt.as_str() {
            "" if area.height < 12 => "",
            "" => PLAIN,
            prompt => prompt,
        };
        let has_room = area.height >= 12;
        let ticked = self.ticked.as_str();
        let words = match ticked {
            ticked if has_room && !ticked.is_empty() => format!("{words} {ticked}"),
            _ => words.to_owned(),
        };
        let used = match words.as_str() {
            "" => 0,
            words => prose::draw(out, area, words, Role::Dim) + u16::from(has_room),
        };
        let form = Rect {
            y: area.y + used,
            height: area.height.saturating_sub(used),
            ..area
        };
        self.form.draw(out, form);
    }
}
