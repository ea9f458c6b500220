//! The last ten minutes: one calm page of the user's own words for one interview, and a minute to say its beginnings.

mod aloud;
pub mod gathered;
mod page;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of};
use crate::desk::go::SetupFor;
use crate::desk::model::Loaded;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Place, View};
use crate::domain::card::{Kept, Line, Part, Pick, Said, said};
use crate::domain::id::SittingId;
use crate::domain::library::Kind;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::words::hide_names;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

use aloud::Aloud;
use gathered::{Card, TITLE, Wanted, wanted_words};

/// Below this width of the screen the title leaves room only for the hour.
const NARROW: u16 = 60;

/// The keys that lead to a first sentence.
const LEADS: &str = "5 leads to your stories, p practices.";

/// The page.
pub struct Page {
    wanted: Wanted,
    /// Answers whose words are wanted, each with them once its sitting was read.
    picks: Vec<(Pick, Option<Said>)>,
    /// Sittings that were asked for.
    asked: Vec<SittingId>,
    card: Option<Card>,
    /// Its lines, with those that are still to be written.
    lines: Vec<Line>,
    cursor: Cursor,
    aloud: Option<Aloud>,
}

impl Page {
    /// The card of the next interview, or of the one that is meant.
    pub fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            picks: Vec::new(),
            asked: Vec::new(),
            card: None,
            lines: Vec::new(),
            cursor: Cursor::default(),
            aloud: None,
        }
    }

    /// Works out what stands on it, and asks for the answers that are not read yet.
    fn look(&mut self, desk: &mut Desk<'_>) {
        let at = self.card.as_ref().map(|card| card.at);
        self.wanted = gathered::still(desk.model, self.wanted.take(), at);
        let known = std::mem::take(&mut self.picks);
        let words = |pick: &Pick| known.iter().find(|(p, _)| p == pick)?.1.clone();
        let wanted = wanted_words(desk.model, &self.wanted, desk.now).into_iter();
        self.picks = wanted.map(|pick| (pick.clone(), words(&pick))).collect();
        for (pick, words) in &self.picks {
            if words.is_none() && !self.asked.contains(&pick.sitting) {
                self.asked.push(pick.sitting.clone());
                desk.perform(Effect::ReadSitting(pick.sitting.clone()));
            }
        }
        self.put_together(desk);
    }

    fn put_together(&mut self, desk: &Desk<'_>) {
        let said: Vec<Said> = self.picks.iter().filter_map(|(_, s)| s.clone()).collect();
        self.card = gathered::card(desk.model, &self.wanted, &said, desk.now);
        self.lines = self.card.as_ref().map_or_else(Vec::new, Card::with_open);
        self.cursor.clamp(self.lines.len());
    }

    fn marked(&self) -> Option<&Line> {
        self.lines.get(self.cursor.at)
    }

    fn hear(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        if let Outcome::SittingRead(record) = outcome {
            for (pick, words) in &mut self.picks {
                if pick.sitting == record.head.id {
                    *words = said(record, pick, &desk.model.library);
                }
            }
            self.put_together(desk);
        } else {
            self.look(desk);
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.aloud.is_some() {
            return self.say(command, desk);
        }
        if let Some(step) = step_of(command) {
            return self.cursor.step(step, self.lines.len());
        }
        match command {
            Command::Main => {
                let sentences = self.card.as_ref().map_or_else(Vec::new, Card::sentences);
                self.aloud = Aloud::begin(sentences, desk.now);
            }
            Command::Edit => desk.go(self.kept(desk.model)),
            Command::Save => self.write(desk),
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor {
                stage: self.card.as_ref().map(|card| card.slot.stage),
                job: self.card.as_ref().map(|card| card.application.clone()),
                kinds: vec![Kind::Opener, Kind::Motivation, Kind::Behavioral],
                ..SetupFor::default()
            }))),
            Command::View => self.next_interview(desk),
            Command::NextPane => self.turn(true),
            Command::PrevPane => self.turn(false),
            Command::Back | Command::Close => desk.go(Go::Back),
            _ => {}
        }
    }

    /// To the first line of the part after, or of the one before.
    fn turn(&mut self, on: bool) {
        let parts: Vec<Part> = self.lines.iter().map(|line| line.part).collect();
        let here = parts.get(self.cursor.at).copied();
        let first = |part: Option<Part>| parts.iter().position(|p| Some(*p) == part);
        let to = if on {
            parts.iter().position(|p| Some(*p) > here)
        } else {
            let before = parts.iter().rev().find(|p| Some(**p) < here).copied();
            first(before.or(parts.last().copied()))
        };
        self.cursor.at = to.unwrap_or(0);
    }

    /// A key while the first sentences are said.
    fn say(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(aloud) = &mut self.aloud else { return };
        match command {
            Command::Main | Command::Down | Command::Right if !aloud.next() => {
                self.aloud = None;
                desk.say("Said. Nothing was rated.");
            }
            Command::Up | Command::Left => aloud.previous(),
            Command::Back | Command::Close => self.aloud = None,
            _ => {}
        }
    }

    /// Where the marked line is kept.
    fn kept(&self, model: &Model) -> Go {
        let Some(card) = &self.card else {
            return gathered::none(model, &self.wanted).1;
        };
        let job = card.application.clone();
        Go::Open(
            match self.marked().map_or(&Kept::Round, |line| &line.kept) {
                Kept::Round => Place::EditRound(job, Some(card.at)),
                Kept::Job => Place::EditApplication(Some(job)),
                Kept::Entry(id) => Place::EditEntry(Some(id.clone())),
                Kept::Debrief(id) => Place::Debrief(Some(id.clone()), None),
                Kept::Question(id) => Place::Question(id.clone()),
                Kept::Story(id) => Place::EditStory(id.clone()),
                Kept::Scorecard => Place::Scorecard(Some(job)),
                Kept::Told => Place::Told(Some(job)),
                Kept::References => Place::References(Some(job)),
                Kept::Asks => Place::Interview(card.slot.stage, job),
            },
        )
    }

    fn write(&self, desk: &mut Desk<'_>) {
        let Some(card) = &self.card else { return };
        let name = card.page_name(desk.model, desk.now);
        let text = card.leaflet(desk.model).markdown();
        desk.perform(Effect::WritePage(name, text));
    }

    /// The interview to come after the one on the screen.
    fn other(&self, model: &Model, now: Now) -> Wanted {
        let card = self.card.as_ref()?;
        gathered::next(model, (&card.application, card.slot), now)
    }

    /// The card of the interview after this one; after the last one that of the first.
    fn next_interview(&mut self, desk: &mut Desk<'_>) {
        match self.other(desk.model, desk.now) {
            None => desk.say("It is the only interview that is to come."),
            other => {
                (self.wanted, self.card) = (other, None);
                self.cursor = Cursor::default();
                self.look(desk);
            }
        }
    }

    /// Whether no first sentence can be said.
    fn is_silent(&self) -> bool {
        self.card.as_ref().is_none_or(|c| c.sentences().is_empty())
    }
}

/// Why nothing can be said yet, and what leads there.
fn silent() -> String {
    format!("{} {LEADS}", gathered::SILENT)
}

/// Where a line is kept, in words.
const fn kept_words(line: &Line) -> &'static str {
    match line.kept {
        Kept::Asks if line.is_open() => {
            "Not written yet. e opens the page of the interview, to keep some."
        }
        _ if line.is_open() => "Not written yet. e writes it down with the interview.",
        Kept::Round if matches!(line.part, Part::When) => {
            "All of it is your own. e changes the marked line where it is kept."
        }
        Kept::Round => "Kept with the interview. e changes it.",
        Kept::Job => "From your notes on the job. e changes them.",
        Kept::Entry(_) => "From a note in your journal. e changes it.",
        Kept::Debrief(_) => "From your last debrief. e opens it.",
        Kept::Question(_) => "From your own answer. e opens its question, to answer it anew.",
        Kept::Story(_) => "From a story of yours. e changes it.",
        Kept::Scorecard => "What their advert asks for, as you read it. e opens it.",
        Kept::References => "From your references and documents. e opens them.",
        Kept::Told => "From what you told them. e opens it.",
        Kept::Asks => "From what you keep to ask. e opens the page of the interview.",
    }
}

impl Pane for Page {
    fn context(&self, _model: &Model) -> Context {
        Context::Card
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => self.look(desk),
            Msg::Command(command) => self.command(*command, desk),
            Msg::Outcome(outcome) => self.hear(outcome, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let says = self.aloud.is_some();
        let reason = match command {
            Command::Edit | Command::Save | Command::Practice | Command::Copy | Command::View
                if says =>
            {
                "Enter goes on; Esc leads back to the card."
            }
            Command::Main | Command::Save | Command::Copy if self.card.is_none() => {
                "There is no card yet: e leads to where its interview is added."
            }
            Command::Main if self.is_silent() => return Some(silent()),
            _ => return None,
        };
        Some(reason.to_owned())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        match command {
            Command::View if self.other(view.model, view.now).is_none() => None,
            Command::Main if self.aloud.is_some() => Some("go on"),
            Command::Close if self.aloud.is_some() => Some("back to the card"),
            _ => self.aloud.is_none().then_some(label),
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        if let Some(aloud) = &self.aloud {
            return Head::Title {
                left: "Say it aloud".to_owned(),
                middle: aloud.place(),
                right: aloud.clock(view.now),
            };
        }
        let card = self.card.as_ref();
        let narrow = view.screen.0 < NARROW;
        let (left, right) = if narrow {
            let when = card.map(|card| gathered::briefly(view.model, card, view.now));
            ("Last ten minutes", when)
        } else {
            let about = card.map(|card| gathered::about(view.model, card, view.now));
            (TITLE, about)
        };
        Head::Title {
            left: left.to_owned(),
            middle: String::new(),
            right: right.unwrap_or_default(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        match (&self.aloud, self.marked()) {
            (Some(aloud), _) => aloud.words(view.now).to_owned(),
            (None, Some(line)) => kept_words(line).to_owned(),
            (None, None) => String::new(),
        }
    }

    fn next_wake(&self, _model: &Model, now: Now) -> Option<Mono> {
        self.aloud.as_ref().map(|aloud| aloud.next_wake(now))
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        let card = self.card.as_ref()?;
        Some(card.leaflet(view.model).printed())
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let hide = |words: &str| hide_names(view.model, words);
        match (&self.aloud, &self.card) {
            (Some(aloud), _) => aloud.draw(hide, area, out),
            (None, Some(_)) => {
                let below = if self.is_silent() {
                    silent()
                } else {
                    String::new()
                };
                page::draw(view.model, &self.lines, self.cursor.at, &below, area, out);
            }
            (None, None) if view.model.loaded == Loaded::All => {
                let (words, _) = gathered::none(view.model, &self.wanted);
                prose::draw(out, area, words, Role::Ink);
            }
            (None, None) => {
                prose::draw(out, area, "Your files are still being read.", Role::Ink);
            }
        }
    }
}

#[cfg(test)]
mod tests;
