//! Ten seconds to name the story: a question, one's own stories by their numbers, and a clock at whose end nothing happens.
//! Each one is written down at once; a drill that was broken off goes on with what is left.

mod open;
pub mod page;
mod phase;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, layout, step_of};
use crate::desk::go::StoryStart;
use crate::desk::recall::Taken;
use crate::desk::{Desk, Go, Model, Msg, Place, View};
use crate::domain::practice::clock::{Announce, Pacing};
use crate::domain::practice::countdown::Countdown;
use crate::domain::story::{Named, Prompt};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::sheet::{Chosen, Sheet};
use crate::widgets::stops::{Eye, Stops};
use crate::widgets::{Canvas, timeline};

use open::ticks;
pub use open::{barred, open, stories_due};
use phase::{Door, Phase};

/// Below this width of the screen the title has room for one thing.
const NARROW: u16 = 60;

/// The room.
#[derive(Default)]
pub struct Room {
    prompts: Vec<Prompt>,
    taken: Vec<Taken>,
    phase: Phase,
    clock: Option<Countdown>,
    /// Seconds after which the marked story was marked.
    named: Option<u32>,
    eye: Eye,
    /// Whether the first sentence of the marked story is shown.
    first: bool,
    sheet: Option<Sheet<Door>>,
}

impl Room {
    /// The question in hand, or the one that was missed.
    fn prompt(&self) -> Option<&Prompt> {
        let at = match self.phase {
            Phase::Missed | Phase::NoneFits => self.taken.len().checked_sub(1)?,
            Phase::Intro | Phase::Asking | Phase::Done => self.taken.len(),
        };
        self.prompts.get(at)
    }

    fn page(&self, model: &Model, now: Now, size: (u16, u16)) -> Stops {
        match (self.phase, self.prompt()) {
            (Phase::Intro, _) => page::intro(self.prompts.len(), model.seconds_to_name(), size.0),
            (Phase::Asking, Some(prompt)) => {
                let shown = self.marked().filter(|_| self.first);
                page::asking(prompt, model, shown, size)
            }
            (Phase::Missed, Some(prompt)) => match self.taken.last() {
                Some(taken) => page::missed(prompt, taken, model, size.0),
                None => Stops::new(size.0),
            },
            (Phase::NoneFits, Some(prompt)) => page::none_fits(prompt, model, size.0),
            (Phase::Asking | Phase::Missed | Phase::NoneFits, None) | (Phase::Done, _) => {
                page::done(&self.taken, model, now, size.0)
            }
        }
    }

    /// The place of the marked story; the question stands above the first one.
    const fn marked(&self) -> Option<usize> {
        match self.phase {
            Phase::Asking => self.eye.at.checked_sub(1),
            Phase::Intro | Phase::Missed | Phase::NoneFits | Phase::Done => None,
        }
    }

    fn seconds(&self, now: Now) -> u32 {
        self.clock.as_ref().map_or(0, |clock| clock.seconds(now))
    }

    /// Another question stands there, with its own clock.
    fn ask(&mut self, desk: &mut Desk<'_>) {
        self.phase = if self.taken.len() < self.prompts.len() {
            Phase::Asking
        } else {
            Phase::Done
        };
        self.clock =
            (self.phase == Phase::Asking).then(|| Countdown::start(None, Pacing::Window, desk.now));
        self.named = None;
        self.first = false;
        self.eye = Eye::default();
        desk.turns_page();
    }

    /// A story was marked: that is when it was named.
    fn mark(&mut self, place: usize, desk: &mut Desk<'_>) {
        if place >= desk.model.stories.list.len() {
            return desk.say("No story has this number.");
        }
        self.eye = Eye::default();
        self.eye.at = place + 1;
        self.named = Some(self.seconds(desk.now));
    }

    fn step(&mut self, command: Command, desk: &Desk<'_>) -> bool {
        let Some(step) = step_of(command) else {
            return false;
        };
        let before = self.marked();
        let size = (super::text_width(desk.screen), super::text_height(desk));
        self.page(desk.model, desk.now, size)
            .step(&mut self.eye, step, size.1);
        if self.marked() != before {
            self.named = self.marked().map(|_| self.seconds(desk.now));
        }
        true
    }

    /// The marked story was said, or none was.
    fn said(&mut self, desk: &mut Desk<'_>) {
        let stories = &desk.model.stories.list;
        let story = self.marked().and_then(|at| stories.get(at));
        let named = story.map(|story| story.id.clone());
        let seconds = self.named.unwrap_or_else(|| self.seconds(desk.now));
        let Some(prompt) = self.prompts.get(self.taken.len()).cloned() else {
            return;
        };
        let noted = (desk.model).note_named(&prompt, named.as_ref(), seconds, desk.now);
        let Some((taken, effect)) = noted else {
            return desk.say("This story is gone. Esc leaves; the others stay due.");
        };
        desk.perform(effect);
        let missed = taken.how == Some(Named::Missed);
        let words = page::told(&taken, desk.model);
        self.taken.push(taken);
        if missed {
            self.stop_at(Phase::Missed, desk);
        } else {
            self.ask(desk);
            desk.say(words);
        }
    }

    /// None of the stories fits the question: nothing is noted, and a miss that was noted of it is not one.
    fn none_fits(&mut self, desk: &mut Desk<'_>) {
        if self.phase == Phase::Missed
            && let Some(missed) = self.taken.pop()
            && let Some(effect) = desk.model.take_named_back(&missed)
        {
            desk.perform(effect);
        }
        if let Some(prompt) = self.prompts.get(self.taken.len()) {
            self.taken.push(Taken::none_fits(prompt));
            self.stop_at(Phase::NoneFits, desk);
        }
    }

    /// Stays with a question that was answered, without a clock.
    fn stop_at(&mut self, phase: Phase, desk: &mut Desk<'_>) {
        self.phase = phase;
        self.clock = None;
        self.eye = Eye::default();
        desk.turns_page();
    }

    /// Writes a story for the question that none fits.
    fn write(&self, desk: &mut Desk<'_>) {
        let card = self
            .prompt()
            .and_then(|p| desk.model.library.card(p.question.as_str()));
        let shows = card.and_then(|card| card.competencies.first().cloned());
        desk.go(Go::Open(Place::NewStory(StoryStart {
            shows: shows.into_iter().collect(),
            ..StoryStart::default()
        })));
    }

    /// The last one again.
    fn take_back(&mut self, desk: &mut Desk<'_>) {
        let Some(taken) = self.taken.pop() else {
            return desk.say("There is nothing to take back here.");
        };
        if let Some(effect) = desk.model.take_named_back(&taken) {
            desk.perform(effect);
        }
        self.ask(desk);
        desk.say("Taken back. The clock begins anew.");
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let chosen = self.sheet.as_mut().map(|sheet| sheet.command(command));
        match chosen {
            None | Some(Chosen::Open) => return,
            Some(Chosen::Closed | Chosen::This(Door::GoOn)) => {
                if let Some(clock) = &mut self.clock {
                    clock.resume(desk.now);
                }
            }
            Some(Chosen::This(Door::Leave)) => desk.go(Go::Back),
        }
        self.sheet = None;
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            return self.in_sheet(command, desk);
        }
        if self.step(command, desk) {
            return;
        }
        let pick = Command::PICKS.iter().position(|pick| *pick == command);
        match (self.phase, command, pick) {
            (Phase::Asking, _, Some(place)) => self.mark(place, desk),
            (Phase::Asking, Command::Main, _) => self.said(desk),
            (Phase::Asking, Command::Show, _) => self.first = !self.first,
            (Phase::Asking, Command::Pause, _) => {
                if let Some(clock) = &mut self.clock {
                    clock.pause(desk.now);
                }
                let rows = vec![
                    ("Go on".to_owned(), Door::GoOn),
                    ("Leave; the rest stays due".to_owned(), Door::Leave),
                ];
                self.sheet = Some(Sheet::new("Paused", rows));
            }
            (Phase::Asking | Phase::Missed, Command::ClearMark, _) => self.none_fits(desk),
            (Phase::NoneFits, Command::New, _) => self.write(desk),
            (Phase::Intro | Phase::Missed | Phase::NoneFits, Command::Main, _) => self.ask(desk),
            (Phase::Done, Command::Main, _) | (_, Command::Pause, _) => desk.go(Go::Back),
            (_, Command::Undo, _) => self.take_back(desk),
            _ => {}
        }
    }
}

impl Pane for Room {
    fn context(&self, _model: &Model) -> Context {
        match self.sheet {
            Some(_) => Context::Sheet,
            None => Context::Recall,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.prompts.is_empty() => {
                self.prompts = desk.model.story_prompts(desk.now);
            }
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        let chooses = matches!(command, Command::Show | Command::ClearMark)
            || Command::PICKS.contains(&command);
        match self.phase {
            Phase::Asking if command == Command::Show && self.marked().is_none() => {
                Some("Mark a story first: its number, or the arrows.".to_owned())
            }
            _ if command == Command::New && self.phase != Phase::NoneFits => {
                Some("A story is written where none of yours fits.".to_owned())
            }
            Phase::Asking => None,
            Phase::Missed if command == Command::ClearMark => None,
            Phase::Intro | Phase::Missed | Phase::NoneFits | Phase::Done => {
                chooses.then(|| "There is nothing to choose here. Enter goes on.".to_owned())
            }
        }
    }

    fn hint(
        &self,
        command: Command,
        label: &'static str,
        _view: &View<'_>,
    ) -> Option<&'static str> {
        match (self.phase, command) {
            (Phase::Asking, Command::Main) if self.marked().is_none() => Some("none comes"),
            (Phase::Asking, Command::Show) if self.marked().is_none() => None,
            (Phase::Intro, Command::Main) => Some("start"),
            (Phase::Missed | Phase::NoneFits, Command::Main) => Some("next"),
            (Phase::Asking, _)
            | (Phase::Missed, Command::ClearMark)
            | (Phase::NoneFits, Command::New) => Some(label),
            (Phase::Done, Command::Main) | (Phase::Intro | Phase::Missed, Command::Pause) => {
                Some("close")
            }
            _ => None,
        }
    }

    fn picks(&self, model: &Model) -> Option<usize> {
        Some(model.stories.list.len().min(Command::PICKS.len()))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let left = "Story recall".to_owned();
        let all = self.prompts.len();
        let middle = match self.phase {
            Phase::Asking => format!("{} of {all}", self.taken.len() + 1),
            Phase::Missed | Phase::NoneFits => format!("{} of {all}", self.taken.len()),
            Phase::Intro | Phase::Done => String::new(),
        };
        // On a small screen, how far it is says more than what it is.
        let narrow = view.screen.0 < NARROW && !middle.is_empty();
        let (left, middle) = if narrow {
            (middle, String::new())
        } else {
            (left, middle)
        };
        Head::Title {
            left,
            middle,
            right: self.clock_words(view),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let limit = view.model.seconds_to_name();
        match self.phase {
            Phase::Intro => "Enter starts the clock.".to_owned(),
            Phase::Asking => {
                format!(
                    "Slow or missed ones come back sooner. Nothing else happens at {limit} seconds."
                )
            }
            Phase::Missed => "Say its first sentence once; then Enter.".to_owned(),
            Phase::NoneFits => {
                "Nothing is noted. Enter goes on; n writes a story for it.".to_owned()
            }
            Phase::Done => "All kept. u takes the last one back.".to_owned(),
        }
    }

    fn next_wake(&self, model: &Model, now: Now) -> Option<Mono> {
        let runs = self.named.is_none() && ticks(model);
        let clock = self.clock.as_ref().filter(|_| runs)?;
        let open = clock.seconds(now) < model.seconds_to_name();
        clock.next_wake(now, Announce::Seconds).filter(|_| open)
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let asked = self.phase == Phase::Asking && ticks(view.model);
        if let Some(row) = layout::time_row(area).filter(|_| asked) {
            // Once a story is marked it stands where it was named.
            let seconds = self.named.unwrap_or_else(|| self.seconds(view.now));
            timeline::draw_limit(out, row, seconds, view.model.seconds_to_name());
        }
        let body = super::column(area);
        let page = self.page(view.model, view.now, (body.width, body.height));
        page.draw(self.eye, body, out);
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}

impl Room {
    /// `7 of 10 seconds`; once a story is marked, when that was.
    fn clock_words(&self, view: &View<'_>) -> String {
        let limit = view.model.seconds_to_name();
        match (self.phase, self.named) {
            (Phase::Asking, Some(seconds)) if seconds <= limit => {
                format!("named at {seconds} of {limit} seconds")
            }
            (Phase::Asking, Some(seconds)) => format!("named at {seconds} seconds"),
            (Phase::Asking, None) if ticks(view.model) => {
                let seconds = self.seconds(view.now).min(limit);
                format!("{seconds} of {limit} seconds")
            }
            _ => format!("{limit} seconds each"),
        }
    }
}
