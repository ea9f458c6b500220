//! The form for a story: a plain question for each part, a draft from the first character.

mod fields;

use ratatui::layout::Rect;

use super::formed::OnPaper;
use super::paper::Paper;
use crate::desk::effect::Wrote;
use crate::desk::go::StoryStart;
use crate::desk::{Desk, Effect, Go, Model, View, undo};
use crate::domain::id::StoryId;
use crate::domain::story::{Length, Story};
use crate::domain::time::Now;
use crate::look::Role;
use crate::store::draft_file::{DraftKey, Owner};
use crate::store::layout;
use crate::widgets::form::Form;
use crate::widgets::{Canvas, prose};

use fields::Shares;

/// What stands above the form where no question is started from.
const PLAIN: &str = "A few words for each part are enough; go on whenever you like. Ctrl+S saves.";

/// The form.
pub struct StoryForm {
    editing: Option<StoryId>,
    start: StoryStart,
    paper: Paper<Story>,
    /// The question that it starts from.
    prompt: String,
    /// What was ticked for the user, in words.
    ticked: String,
    /// The length that is to be written.
    length: Option<Length>,
    shares: Shares,
}

fn key(editing: Option<&StoryId>) -> DraftKey {
    let owner = editing.cloned().map_or(Owner::NewStory, Owner::Story);
    (owner, "form".to_owned())
}

impl StoryForm {
    /// A form for a new story.
    pub fn new(start: StoryStart) -> Self {
        Self::with(None, start)
    }

    /// The form for one that is there.
    pub fn of(id: StoryId) -> Self {
        Self::with(Some(id), StoryStart::default())
    }

    fn with(editing: Option<StoryId>, start: StoryStart) -> Self {
        Self {
            paper: Paper::new(key(editing.as_ref()), fields::SITUATION),
            editing,
            start,
            prompt: String::new(),
            ticked: String::new(),
            length: None,
            shares: Shares::default(),
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

    /// The story as it is on the disk, or an empty one.
    fn before(&self, model: &Model, now: Now) -> Story {
        let known = self.editing.as_ref().and_then(|id| model.stories.get(id));
        let known = known.or(self.start.answer.as_deref());
        known.cloned().unwrap_or_else(|| Story {
            shows: self.start.shows.clone(),
            ..Story::new(StoryId::new(""), now.date())
        })
    }

    /// Keeps the notes beside the fields true.
    fn recount(&mut self, desk: &Desk<'_>) {
        let width = super::text_width(desk.screen);
        fields::recount(
            &mut self.paper.form,
            &self.shares,
            desk.model.profile.pace,
            width,
        );
    }

    fn story(&self, desk: &Desk<'_>) -> Story {
        let before = self.before(desk.model, desk.now);
        let mut story = fields::read(&self.paper.form, before, desk.model);
        if self.editing.is_none() {
            let taken = |id: &str| desk.model.stories.get(&StoryId::new(id)).is_some();
            let name = layout::story_name(&story.name());
            story.id = StoryId::new(layout::free_name(&name, taken));
        }
        story
    }
}

impl OnPaper for StoryForm {
    type Record = Story;

    fn paper(&self) -> &Paper<Story> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Story> {
        &mut self.paper
    }

    /// Fills the form once, when it comes to the front.
    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let model = &*desk.model;
        let prompts = &model.library.story_prompts;
        let prompt = self.start.prompt.as_ref();
        let prompt = prompt.and_then(|id| prompts.get(id.as_str()));
        self.prompt = prompt.map_or_else(String::new, |prompt| prompt.text.clone());
        self.ticked = fields::ticked_for(&self.start.shows, &model.library);
        self.shares = Shares::of(&model.library);
        self.paper.form = Form::of(fields::fields(&self.before(model, desk.now), model));
        if self.editing.is_some() {
            self.paper.filled = self.paper.form.values();
        }
        self.paper.go_on(model);
        self.recount(desk);
        let first_empty = || fields::first_empty(&self.paper.form);
        self.paper.form.at = self.length.map_or_else(first_empty, fields::of_length);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        if fields::is_blank(&self.paper.form) {
            return desk.say("There is nothing to keep yet.");
        }
        let story = self.story(desk);
        let write = match self.editing {
            Some(_) => Effect::SaveStory,
            None => Effect::AddStory,
        };
        self.paper.save(Ok(story), write, desk);
    }

    /// The story is on disk: it joins the others and the form closes.
    fn saved(&mut self, story: Story, say: bool, desk: &mut Desk<'_>) {
        let (id, name) = (story.id.clone(), story.name());
        let before = desk.model.stories.put(story);
        let step = undo::Step::back(Wrote::Story(id.clone()), before);
        (desk.model.undo).note(format!("writing the story {name}"), step);
        // From now on only what differs from this is half written.
        self.paper.filled = std::mem::take(&mut self.paper.sent);
        let key = key(Some(&id));
        self.editing = Some(id);
        if self.paper.stays(key, desk) {
            return;
        }
        if say {
            desk.say("Saved.");
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.recount(desk);
    }

    fn title(&self, view: &View<'_>) -> String {
        let story = self.editing.as_ref();
        let story = story.and_then(|id| view.model.stories.get(id));
        story.map_or_else(|| "A new story".to_owned(), Story::name)
    }

    fn advice(&self) -> String {
        fields::advice(&self.paper.form, &self.shares)
    }

    fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        // Where there is little room the words of the question are worth more than the usual ones.
        let words = match self.prompt.as_str() {
            "" if area.height < 12 => "",
            "" if !self.start.told.is_empty() => &self.start.told,
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
        self.paper.form.draw(out, form);
    }
}
