//! A page of the handbook: the whole record, in the order in which a person needs it.

use ratatui::layout::Rect;

use super::part::{self, Leaf, Part};
use crate::desk::Model;
use crate::domain::letter::{Facts, open};
use crate::domain::level::Level;
use crate::domain::library::{
    Ask, Checklist, Competency, Dimension, Framework, Interviewer, Library, Perspective, Plan,
    StageId, StoryPrompt, Template, Voice,
};
use crate::look::Role;
use crate::panes::letters::{self, ByHand};
use crate::panes::voices;
use crate::panes::words::named;
use crate::widgets::{Canvas, prose};

/// What stands in the blanks of a letter, and for which job.
#[derive(Default)]
pub struct Filled {
    /// What is known by itself.
    pub facts: Facts,
    /// What was filled in by hand.
    pub by_hand: ByHand,
    /// The employer; empty where nobody knows which.
    pub employer: String,
}

impl Filled {
    fn into(&self, text: &str) -> String {
        letters::written(text, &self.facts, &self.by_hand)
    }

    /// The blanks that are still open, with what belongs there.
    pub fn open<'t>(&self, letter: &'t Template) -> Vec<(&'t str, &'t str)> {
        let written = |slot: &str| self.by_hand.get(slot).is_some_and(|w| !w.trim().is_empty());
        let mut blank = open(letter, &self.facts);
        blank.retain(|(slot, _)| !written(slot));
        blank
    }
}

/// Paragraphs, each with its role.
#[derive(Default)]
struct Page(Vec<(String, Role)>);

impl Page {
    fn titled(title: &str) -> Self {
        Self(vec![(title.to_owned(), Role::Strong)])
    }

    fn gap(&mut self) {
        self.0.push((String::new(), Role::Ink));
    }

    fn head(&mut self, words: &str) {
        self.gap();
        self.0.push((words.to_owned(), Role::Strong));
    }

    fn say(&mut self, words: impl Into<String>) {
        self.0.push((words.into(), Role::Ink));
    }

    fn aside(&mut self, words: impl Into<String>) {
        self.0.push((words.into(), Role::Dim));
    }

    /// A line with its label; nothing where there is nothing to say.
    fn fact(&mut self, label: &str, words: &str) {
        if !words.is_empty() {
            self.say(format!("{label}: {words}"));
        }
    }

    fn levels(&mut self, anchors: &[String; 4]) {
        for (level, anchor) in Level::ALL.iter().zip(anchors) {
            self.say(format!("{}: {anchor}", level.word()));
        }
    }
}

/// Everything on the page, for finding and copying.
pub fn text(model: &Model, leaf: &Leaf) -> String {
    let page = page(&model.library, leaf, &Filled::default());
    let lines: Vec<&str> = page.0.iter().map(|(words, _)| words.as_str()).collect();
    lines.join("\n")
}

/// The paragraphs of the page; an empty one is a free line.
pub fn paragraphs(library: &Library, leaf: &Leaf, filled: &Filled) -> Vec<(String, Role)> {
    page(library, leaf, filled).0
}

/// A letter as it goes out, without what is said about it; `None` for every other page.
pub fn letter_alone(model: &Model, leaf: &Leaf, filled: &Filled) -> Option<String> {
    let letters = &model.library.templates;
    let letter = letters
        .get(leaf.id.as_str())
        .filter(|_| leaf.part == Part::Letters)?;
    Some(filled.into(letter.body.trim()))
}

/// Draws the page from a line on.
pub fn draw((area, scroll): (Rect, usize), lines: &[(String, Role)], out: &mut Canvas<'_>) {
    let room = usize::from(area.height);
    let from = scroll.min(lines.len().saturating_sub(room));
    let rest = lines.len() - from;
    for (i, (y, (line, role))) in (area.y..area.bottom()).zip(&lines[from..]).enumerate() {
        if i + 1 == room && rest > room {
            let more = format!("{} more lines", rest - room + 1);
            out.put(area.x, y, &more, area.width, Role::Dim);
        } else {
            out.put(area.x, y, line, area.width, *role);
        }
    }
}

/// The lines of a page at a width.
pub fn lines(model: &Model, leaf: &Leaf, filled: &Filled, width: u16) -> Vec<(String, Role)> {
    let mut lines: Vec<(String, Role)> = Vec::new();
    for (words, role) in page(&model.library, leaf, filled).0 {
        if words.is_empty() {
            lines.push((words, role));
        } else {
            let wrapped = prose::wrap(&words, width).into_iter();
            lines.extend(wrapped.map(|line| (line, role)));
        }
    }
    lines
}

fn page(library: &Library, leaf: &Leaf, filled: &Filled) -> Page {
    let id = leaf.id.as_str();
    let made = match leaf.part {
        Part::Checklists => library.checklists.get(id).map(|r| checklist(&r)),
        Part::Asks => library.asks.get(id).map(|r| ask(&r, library)),
        Part::Letters => library.templates.get(id).map(|r| letter(&r, filled)),
        Part::Shapes => library.frameworks.get(id).map(|r| shape(&r)),
        Part::Voices => library.perspectives.get(id).map(|r| voice(&r)),
        Part::Plans => library.plans.get(id).map(|r| plan(&r)),
        Part::Stories => library.story_prompts.get(id).map(|r| story(&r, library)),
        Part::Competencies => library.competencies.get(id).map(|r| competency(&r)),
        Part::Levels => library.dimensions.get(id).map(|r| dimension(&r)),
        Part::Interviewers => library.personas.get(id).map(|r| interviewer(&r)),
    };
    made.unwrap_or_default()
}

fn stages(stages: &[StageId]) -> String {
    let words: Vec<&str> = stages.iter().map(|stage| stage.short()).collect();
    words.join(", ")
}

/// Ids of closed lists as they are said.
fn spoken(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| word.replace('-', " ")).collect();
    words.join(", ")
}

fn checklist(list: &Checklist) -> Page {
    let mut page = Page::titled(&list.title);
    let when = list.when.replace('-', " ");
    let stages = stages(&list.stages);
    let apart = if stages.is_empty() { "" } else { "; " };
    page.aside(format!("{when}{apart}{stages}"));
    for item in &list.items {
        page.gap();
        let minutes = item
            .minutes
            .map_or_else(String::new, |m| format!(" ({m} min)"));
        page.say(format!("- {}{minutes}", item.text));
        page.aside(&item.why);
    }
    page
}

fn ask(ask: &Ask, library: &Library) -> Page {
    let mut page = Page::titled(&ask.text);
    let fields = ask.roles.iter();
    let fields = fields.filter_map(|field| library.families.get(field.as_str()));
    for field in fields {
        page.aside(&field.title);
    }
    page.aside(format!("To a {}", spoken(&ask.audience)));
    page.aside(stages(&ask.stages));
    page.gap();
    if ask.must_ask {
        page.say("Never leave without this one.");
    }
    page.fact("Look up first", &ask.do_first);
    page.fact("Leave it when", &ask.avoid_if);
    for sign in &ask.listen_for {
        page.gap();
        page.fact("A good sign", &sign.good);
        page.fact("A worry", &sign.worry);
    }
    page
}

fn letter(letter: &Template, filled: &Filled) -> Page {
    let mut page = Page::titled(letter.letter.word());
    page.aside(format!(
        "{}, {}",
        letter.channel.word(),
        letter.tone.word().to_lowercase()
    ));
    page.gap();
    page.fact("For", &filled.employer);
    page.fact("Subject", &filled.into(&letter.subject));
    page.gap();
    let body = filled.into(&letter.body);
    for line in body.lines() {
        if line.trim().is_empty() {
            page.gap();
        } else {
            page.say(line.trim_end());
        }
    }
    let blank = filled.open(letter);
    if !blank.is_empty() {
        page.head("Fill in yourself");
    }
    for (slot, words) in blank {
        page.say(match words {
            "" => slot.to_owned(),
            words => format!("{slot}: {words}"),
        });
        let note = filled.facts.notes.iter().find(|(name, _)| *name == slot);
        page.fact("Your note", note.map_or("", |(_, words)| words));
    }
    if !letter.check.is_empty() {
        page.head("Before it goes out");
        for line in &letter.check {
            page.say(format!("- {line}"));
        }
    }
    page
}

fn shape(shape: &Framework) -> Page {
    let title = part::shape(shape.id.as_str(), &shape.title);
    let mut page = Page::titled(&title);
    page.gap();
    for step in &shape.steps {
        page.say(format!("{}, {} %: {}", step.name, step.share, step.cue));
    }
    page.gap();
    page.fact("Good for", &shape.use_for);
    page.fact("Not when", &shape.avoid_when);
    if !shape.mini_example.is_empty() {
        page.head("For example");
        page.say(&shape.mini_example);
    }
    page
}

fn voice(card: &Perspective) -> Page {
    let who = match card.voice {
        Voice::Seeker => "Applied",
        Voice::Manager => "Hires",
    };
    let mut page = Page::titled(&card.insight);
    page.aside(format!("{who}: {}", card.speaker.replace('-', " ")));
    for line in voices::body(card) {
        page.say(line);
    }
    page
}

fn plan(plan: &Plan) -> Page {
    let mut page = Page::titled(&plan.title);
    page.aside(format!(
        "{} days, {} minutes a day",
        plan.days, plan.daily_minutes
    ));
    let mut day = 0;
    for step in &plan.steps {
        if step.day != day {
            day = step.day;
            page.head(&format!("Day {day}"));
        }
        page.say(format!("- {} ({} min)", step.text, step.minutes));
    }
    page
}

fn story(prompt: &StoryPrompt, library: &Library) -> Page {
    let mut page = Page::titled(&prompt.text);
    let areas: Vec<&str> = prompt.life_areas.iter().map(|area| area.word()).collect();
    page.aside(areas.join(", "));
    let shows: Vec<String> = prompt
        .competencies
        .iter()
        .map(|id| library.competency_title(id.as_str()).to_lowercase())
        .collect();
    page.gap();
    page.fact("Such a story often shows", &shows.join(", "));
    page
}

fn competency(competency: &Competency) -> Page {
    let mut page = Page::titled(&competency.title);
    page.say(&competency.definition);
    page.head("What each level looks like");
    page.levels(&competency.anchors);
    page.head("They listen for");
    for line in &competency.listen_for {
        page.say(format!("- {line}"));
    }
    page
}

fn dimension(dimension: &Dimension) -> Page {
    let mut page = Page::titled(&dimension.reading.title);
    page.say(&dimension.reading.question);
    page.head("What each level looks like");
    page.levels(&dimension.reading.anchors);
    page.gap();
    page.fact("It must not count", &dimension.not_this);
    page.head("The next step");
    page.levels(&dimension.reading.next_step);
    page
}

fn interviewer(persona: &Interviewer) -> Page {
    let mut page = Page::titled(&named(persona.id.as_str(), &persona.title));
    page.gap();
    page.fact("Begins", &persona.opening_line);
    page.fact("After an answer", &persona.reactions.strong);
    page.fact("After a short one", &persona.reactions.weak);
    page.fact("After a long one", &persona.reactions.long);
    page.head("How to deal with it");
    page.say(&persona.note);
    page
}
