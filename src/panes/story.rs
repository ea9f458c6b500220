//! One story as it is told: its first sentence, then all of it or one of its lengths, and who has heard it.

pub mod told;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::story_words::{facts, minutes_ahead, told_lines, warning};
use super::told_words::practiced;
use super::words::hide_names;
use super::{Head, Pane, Reason, begin, step_of, text_height, text_width};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, View, stories};
use crate::domain::id::{CompetencyId, QuestionId, StoryId};
use crate::domain::practice::record::Why;
use crate::domain::story::{Length, Part, Story, Told, asking};
use crate::domain::text::{listed, word_count};
use crate::domain::time::{Now, day_and_date};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::sheet::{Chosen, Sheet};
use crate::widgets::{Canvas, prose};

/// The page.
pub struct Page {
    id: StoryId,
    /// The length that is read; in full without one.
    length: Option<Length>,
    scroll: Cursor,
    sheet: Option<Sheet<Told>>,
}

impl Page {
    /// Opens a story.
    pub fn new(id: StoryId) -> Self {
        Self {
            id,
            length: None,
            scroll: Cursor::default(),
            sheet: None,
        }
    }

    fn story<'a>(&self, model: &'a Model) -> Option<&'a Story> {
        model.stories.get(&self.id)
    }

    fn lines(&self, model: &Model, now: Now, width: u16) -> Vec<(String, Role)> {
        let story = self.story(model);
        story.map_or_else(Vec::new, |story| {
            wrapped(lines(model, story, self.length, now), width)
        })
    }

    /// The story before or after this one.
    fn turn(&mut self, step: Step, model: &Model) {
        let all = &model.stories.list;
        let mut place = Cursor {
            at: model.stories.place(&self.id).unwrap_or(0),
        };
        place.step(step, all.len());
        if let Some(story) = all.get(place.at) {
            self.id = story.id.clone();
            self.scroll = Cursor::default();
        }
    }

    /// Begins a sitting of one question that the story fits, one of the stage of the next interview where there is one.
    fn tell(&self, desk: &mut Desk<'_>) {
        let seed = desk.model.next_seed();
        match question(desk.model, &self.id, desk.now, seed) {
            Some(question) => {
                let why = Why::Story(self.id.clone());
                begin::these(vec![question], &why, "One question", desk);
            }
            None => desk.say("No question asks for what it shows. e says what it shows."),
        }
    }

    /// The next longer version: one that is written, or that the next interview has room for; none after the longest.
    fn next_length(&self, desk: &Desk<'_>) -> Option<Length> {
        let minutes = minutes_ahead(desk.model, desk.now);
        let story = self.story(desk.model)?;
        let is_shown = |l: &Length| {
            minutes.is_none_or(|minutes| l.fits(minutes)) || story.told_in(*l).is_some()
        };
        let longer = |l: &Length| self.length.is_none_or(|now| l.seconds() > now.seconds());
        Length::ALL.into_iter().filter(longer).find(is_shown)
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let chosen = (self.sheet.as_mut()).map_or(Chosen::Closed, |sheet| sheet.command(command));
        if let Chosen::This(told) = &chosen {
            told::turn(desk, &self.id, told);
        }
        if chosen != Chosen::Open {
            self.sheet = None;
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Main => self.tell(desk),
            Command::View => {
                self.length = self.next_length(desk);
                self.scroll = Cursor::default();
            }
            Command::Edit => {
                let id = self.id.clone();
                desk.go(Go::Open(match self.length {
                    Some(length) => Place::WriteLength(id, length),
                    None => Place::EditStory(id),
                }));
            }
            Command::Done => {
                if let Some(story) = self.story(desk.model) {
                    self.sheet = Some(told::sheet(desk.model, story, desk.now));
                }
            }
            Command::Practice => {
                let story = self.story(desk.model);
                let competencies = story.map_or_else(Vec::new, |s| s.shows.clone());
                desk.go(Go::Open(Place::Setup(SetupFor {
                    kinds: crate::domain::story::told_kinds(),
                    competencies,
                    ..SetupFor::default()
                })));
            }
            Command::Remove => {
                stories::remove(desk, &self.id);
                desk.go(Go::Back);
            }
            Command::Left => self.turn(Step::Up, desk.model),
            Command::Right => self.turn(Step::Down, desk.model),
            Command::Back | Command::Close => desk.go(Go::Back),
            other => {
                let Some(step) = step_of(other) else { return };
                let lines = self.lines(desk.model, desk.now, text_width(desk.screen));
                self.scroll.scroll(step, lines.len(), text_height(desk));
            }
        }
    }
}

/// A question that a story fits.
fn question(model: &Model, id: &StoryId, now: Now, seed: u64) -> Option<QuestionId> {
    let story = model.stories.get(id)?;
    let stage = model.next_interview(now.wall).map(|(_, round)| round.stage);
    let cards = asking(story, &model.library, stage, &model.profile.family);
    let count = u64::try_from(cards.len()).ok().filter(|n| *n > 0)?;
    let at = usize::try_from(seed % count).ok()?;
    cards.get(at).map(|card| card.id.clone())
}

/// A story in lines that are not wrapped yet; an empty one is a free row.
fn lines(model: &Model, story: &Story, length: Option<Length>, now: Now) -> Vec<(String, Role)> {
    let mut page = Vec::new();
    if let Some(words) = model
        .next_interview(now.wall)
        .and_then(|room| warning(model, story, story.shows.first(), room, now.date()))
    {
        page.push((words, Role::Warn));
        page.push((String::new(), Role::Ink));
    }
    let text = length.and_then(|length| story.told_in(length));
    if !story.first_sentence.is_empty() && !text.is_some_and(|text| has_first(story, text)) {
        page.push((story.first_sentence.clone(), Role::Strong));
        page.push((String::new(), Role::Ink));
    }
    match length {
        None => in_full(story, &mut page),
        Some(length) => in_length(model, story, length, &mut page),
    }
    around(model, story, now, &mut page);
    for line in &mut page {
        line.0 = hide_names(model, &line.0);
    }
    page
}

/// The parts, each with its name.
fn in_full(story: &Story, page: &mut Vec<(String, Role)>) {
    let texts = [
        (Part::Situation, &story.situation),
        (Part::Task, &story.task),
    ];
    let after = [
        (Part::Result, &story.result),
        (Part::Number, &story.number),
        (Part::Learning, &story.learning),
    ];
    let mut part = |part: Part, text: &str| {
        if !text.trim().is_empty() {
            page.push((part.word().to_owned(), Role::Dim));
            page.extend(text.lines().map(|line| (line.to_owned(), Role::Ink)));
            page.push((String::new(), Role::Ink));
        }
    };
    for (name, text) in texts {
        part(name, text);
    }
    let actions: Vec<String> = story.actions.iter().map(|a| format!("- {a}")).collect();
    part(Part::Actions, &actions.join("\n"));
    for (name, text) in after {
        part(name, text);
    }
    if let Some(words) = super::story_words::still_empty(story) {
        page.push((format!("{words} e goes on with it."), Role::Dim));
        page.push((String::new(), Role::Ink));
    }
}

/// Whether what is told begins with the first sentence itself.
fn has_first(story: &Story, text: &str) -> bool {
    text.trim_start().starts_with(story.first_sentence.trim())
}

/// What is told in one length, and how many words that is: the first sentence is said, too, and only once.
fn in_length(model: &Model, story: &Story, length: Length, page: &mut Vec<(String, Role)>) {
    let seconds = length.seconds();
    let room = length.words(model.profile.pace);
    let fact = match story.told_in(length) {
        Some(text) => {
            let words = word_count(text);
            match word_count(&story.first_sentence) {
                first if first > 0 && !has_first(story, text) => format!(
                    "In {seconds} seconds: {} words with the first sentence; {room} fit at a quiet pace.",
                    words + first
                ),
                _ => format!("In {seconds} seconds: {words} words; {room} fit at a quiet pace."),
            }
        }
        None => format!(
            "Nothing is written for {seconds} seconds yet. {room} words fit at a quiet pace; e writes them."
        ),
    };
    page.push((fact, Role::Dim));
    if let Some(text) = story.told_in(length) {
        page.extend(text.lines().map(|line| (line.to_owned(), Role::Ink)));
    }
    page.push((String::new(), Role::Ink));
}

/// What it is proof of, where it was told, how naming it went.
fn around(model: &Model, story: &Story, now: Now, page: &mut Vec<(String, Role)>) {
    let titles = |list: &[CompetencyId]| {
        let titles = list
            .iter()
            .map(|c| model.library.competency_title(c.as_str()));
        listed(&titles.map(|t| t.to_lowercase()).collect::<Vec<_>>())
    };
    for (word, list) in [("Shows", &story.shows), ("Touches", &story.touches)] {
        if !list.is_empty() {
            page.push((format!("{word} {}.", titles(list)), Role::Ink));
        }
    }
    if story.shows.is_empty() && story.touches.is_empty() {
        let words = "It is not said yet what it shows. e says it, and Stories finds it then.";
        page.push((words.to_owned(), Role::Dim));
    }
    let told = told_and_practiced(model, story, now.date()).into_iter();
    page.extend(told.map(|words| (words, Role::Ink)));
    if let Some(last) = story.recall.last() {
        let day = day_and_date(last.day, now.date());
        let words = format!("Named in the recall drill on {day}: {}.", last.how.word());
        page.push((words, Role::Dim));
    }
    if story.private {
        page.push(("Private: left out of exports.".to_owned(), Role::Dim));
    }
}

/// A line for each time it was told, and for the last time in practice.
pub fn told_and_practiced(model: &Model, story: &Story, today: NaiveDate) -> Vec<String> {
    let told = told_lines(model, story, today).into_iter();
    told.chain(practiced(story, model, today)).collect()
}

fn wrapped(lines: Vec<(String, Role)>, width: u16) -> Vec<(String, Role)> {
    let wrap = |(text, role): (String, Role)| {
        let text = if text.is_empty() { " " } else { &text };
        let lines = prose::wrap(text, width).into_iter();
        lines.map(|line| (line, role)).collect::<Vec<_>>()
    };
    lines.into_iter().flat_map(wrap).collect()
}

/// Draws a story beside a list: title, facts (for an interview of so many minutes), then from its start.
pub fn draw(
    view: &View<'_>,
    story: &Story,
    minutes: Option<u32>,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let title = hide_names(view.model, &story.name());
    out.put(area.x, area.y, &title, area.width, Role::Strong);
    out.put(
        area.x,
        area.y + 1,
        &facts(story, minutes),
        area.width,
        Role::Dim,
    );
    let lines = wrapped(lines(view.model, story, None, view.now), area.width);
    let rows = (area.y + 3..area.bottom()).zip(lines);
    for (y, (line, role)) in rows {
        out.put(area.x, y, &line, area.width, role);
    }
}

/// A story as plain text.
pub fn everything(model: &Model, story: &Story) -> String {
    let mut page = Vec::new();
    in_full(story, &mut page);
    let texts = page.into_iter().map(|(line, _)| line);
    let head = [story.name(), story.first_sentence.clone(), String::new()];
    let all: Vec<String> = head.into_iter().chain(texts).collect();
    hide_names(model, all.join("\n").trim_end())
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        if self.sheet.is_some() {
            Context::Sheet
        } else {
            Context::Story
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) if self.sheet.is_some() => self.in_sheet(*command, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let gone = self.story(model).is_none() && self.sheet.is_none();
        (gone && !matches!(command, Command::Back | Command::Close | Command::Undo))
            .then(|| "This story is not here any more. q goes back.".to_owned())
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let story = self.story(view.model)?;
        match self.length.and_then(|length| story.told_in(length)) {
            Some(text) => Some(text.to_owned()),
            None => Some(everything(view.model, story)),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let story = self.story(view.model);
        let name = story.map_or_else(String::new, Story::name);
        let length = self.length.map(Length::seconds);
        Head::Title {
            left: hide_names(view.model, &name),
            middle: length.map_or_else(|| "in full".to_owned(), |s| format!("{s} seconds")),
            right: story.map_or_else(String::new, |story| {
                facts(story, minutes_ahead(view.model, view.now))
            }),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let text = super::column(area);
        let lines = self.lines(view.model, view.now, text.width);
        prose::draw_page(out, text, &lines, self.scroll.at);
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}
