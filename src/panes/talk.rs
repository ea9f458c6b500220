//! A talk: their line, one's own words, then the written replies; what it moved, in words.

mod page;

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::drafting::Drafting;
use super::task::{self, Door, Left};
use super::{Head, Pane, step_of, words};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::practice::talk::{Phase, Talk};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::sheet::Sheet;
use crate::widgets::stops::{Eye, Stops};

/// The room: where the eye is, and the words being written.
pub struct Room {
    editor: Editor,
    /// Which reply the editor belongs to.
    step: Option<u16>,
    drafting: Drafting,
    kept: bool,
    sheet: Option<Sheet<Door>>,
    eye: Eye,
    /// Whether none of the written replies is what was said: the one that is picked only leads on.
    apart: bool,
    /// Whether the briefing lies over the page.
    briefing: bool,
    /// The step on the screen.
    phase: Phase,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            editor: Editor::new(""),
            step: None,
            drafting: Drafting::default(),
            kept: false,
            sheet: None,
            eye: Eye::default(),
            apart: false,
            briefing: false,
            phase: Phase::Briefing,
        }
    }
}

fn talk(model: &Model) -> Option<&Talk> {
    task::held(model)?.talk()
}

impl Room {
    /// Gives the talk a command.
    fn act(
        &mut self,
        desk: &mut Desk<'_>,
        command: impl FnOnce(&mut Talk, Now) -> crate::domain::practice::sitting::Step,
    ) -> bool {
        let done = task::act(desk, |task, now| task.in_talk(|talk| command(talk, now)));
        self.follow(desk);
        done
    }

    /// A command that ends the reply in hand: its draft is not needed any more.
    fn on(
        &mut self,
        desk: &mut Desk<'_>,
        command: impl FnOnce(&mut Talk, Now) -> crate::domain::practice::sitting::Step,
    ) {
        let key = begin::draft_key(desk.model);
        if self.act(desk, command) {
            self.drafting.take();
            task::drop_draft(key, desk);
        }
    }

    /// Brings editor and eye in line with where the talk stands now.
    fn follow(&mut self, desk: &mut Desk<'_>) {
        let Some(talk) = talk(desk.model) else {
            return;
        };
        if self.step != Some(talk.steps()) && talk.phase() == Phase::Own {
            self.step = Some(talk.steps());
            self.editor = Editor::new(talk.text());
            self.drafting = Drafting::default();
            self.kept = false;
        }
        if self.phase != talk.phase() {
            self.phase = talk.phase();
            self.apart = false;
            self.eye = Eye::default();
            self.briefing = false;
        }
        if talk.phase() == Phase::Ended {
            task::close(desk);
        }
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        task::keep_draft(&mut self.drafting, self.editor.caret_chars(), desk);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            let left = task::in_sheet(&mut self.sheet, command, desk);
            if left == Left::Own {
                self.briefing = true;
            }
            return;
        }
        let Some(talk) = talk(desk.model) else {
            return desk.go(Go::Back);
        };
        let phase = talk.phase();
        if let Some(step) = step_of(command).filter(|_| self.briefing || phase != Phase::Own) {
            let height = super::text_height(desk);
            let stops = self.stops(desk.model, super::pair_width(desk.screen), height);
            return stops.step(&mut self.eye, step, height);
        }
        if self.briefing {
            if matches!(command, Command::Show | Command::Main | Command::Pause) {
                self.briefing = false;
            }
            return;
        }
        match (phase, command) {
            (Phase::Briefing, Command::Main) => {
                task::begin_file(desk);
                self.act(desk, Talk::start);
            }
            (Phase::Briefing, Command::Pause) if task::is_fresh(desk.model) => {
                task::turn_back(desk);
            }
            (_, Command::Pause) => self.pause(desk),
            (Phase::Own, _) => self.in_own(&Msg::Command(command), desk),
            (Phase::Choosing, _) => self.in_choosing(command, desk),
            (Phase::Heard, Command::Main) => {
                self.act(desk, Talk::go_on);
            }
            (_, Command::Undo) => self.on(desk, Talk::take_back),
            (_, Command::Show) => self.briefing = true,
            _ => {}
        }
    }

    fn in_choosing(&mut self, command: Command, desk: &mut Desk<'_>) {
        let pick = match command {
            Command::Pick1 => 0,
            Command::Pick2 => 1,
            Command::Pick3 => 2,
            Command::Pick4 => 3,
            Command::Pick5 => 4,
            Command::Main => {
                // What is asked is the first stop; a reply is said only when a number or an arrow marked it.
                let Some(marked) = self.eye.at.checked_sub(1) else {
                    return desk
                        .say("Mark the reply that comes nearest: its number, or the arrows.");
                };
                return self.reply(marked, desk);
            }
            Command::Edit => {
                self.act(desk, Talk::own_words);
                return;
            }
            Command::Undo => return self.on(desk, Talk::take_back),
            Command::Show => return self.briefing = true,
            _ => return,
        };
        let replies = talk(desk.model).map_or(0, |talk| talk.choices().len());
        self.eye = Eye::default();
        // Behind the replies stands that none of them is it.
        if pick <= replies {
            self.eye.at = pick + 1;
        } else {
            desk.say(format!(
                "There are only {} replies.",
                words::number(replies)
            ));
        }
    }

    /// Says the marked reply; the line behind them turns what picking one means.
    fn reply(&mut self, marked: usize, desk: &mut Desk<'_>) {
        let replies = talk(desk.model).map_or(0, |talk| talk.choices().len());
        if marked < replies {
            let apart = self.apart;
            return self.on(desk, |talk, now| {
                if apart {
                    talk.say_apart(marked, now)
                } else {
                    talk.say(marked, now)
                }
            });
        }
        self.apart = !self.apart;
        self.eye = Eye::default();
    }

    fn in_own(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.editor.type_char(*c),
            Msg::Paste(text) => self.editor.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => self.editor.set(text),
            Msg::Command(Command::Save) => {
                self.act(desk, Talk::said);
                return self.keep_draft(desk);
            }
            Msg::Command(Command::EditOutside) => {
                self.keep_draft(desk);
                return desk.perform(Effect::OpenEditor(self.editor.text().to_owned()));
            }
            Msg::Command(command)
                if !self
                    .editor
                    .command(*command, super::pair_width(desk.screen)) =>
            {
                return;
            }
            Msg::Command(_) => {}
            _ => return,
        }
        let text = self.editor.text().to_owned();
        self.kept = false;
        self.drafting.touch(desk.now);
        self.act(desk, |talk, _| talk.set_text(&text));
    }

    fn pause(&mut self, desk: &mut Desk<'_>) {
        self.keep_draft(desk);
        self.sheet = task::pause(Some("Read the briefing again"), desk);
    }

    fn stops(&self, model: &Model, width: u16, height: u16) -> Stops {
        match talk(model) {
            Some(talk) if self.briefing => page::reread(talk, width),
            Some(talk) => page::stops(talk, self.apart, (width, height)),
            None => Stops::default(),
        }
    }
}

impl Pane for Room {
    fn context(&self, model: &Model) -> Context {
        if self.sheet.is_some() {
            return Context::Sheet;
        }
        match talk(model).map(Talk::phase) {
            Some(Phase::Own) if !self.briefing => Context::Ownwords,
            Some(Phase::Choosing) if !self.briefing => Context::Scenario,
            Some(_) => Context::Heard,
            None => Context::Ended,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => {
                task::resume(desk);
                self.follow(desk);
            }
            Msg::Command(command) => self.command(*command, desk),
            Msg::Type(_) | Msg::Paste(_) => self.in_own(msg, desk),
            Msg::Outcome(Outcome::Edited(_))
                if talk(desk.model).is_some_and(|t| t.phase() == Phase::Own) =>
            {
                self.in_own(msg, desk);
            }
            Msg::Outcome(Outcome::Saved(Wrote::Draft(key), _))
                if begin::draft_key(desk.model).as_ref() == Some(key) =>
            {
                self.kept = self.drafting.next_wake().is_none();
            }
            Msg::Wake => {
                self.act(desk, |_, _| Ok(Vec::new()));
                if self.drafting.due(desk.now) {
                    self.keep_draft(desk);
                }
            }
            Msg::Leaving if talk(desk.model).is_some() => self.keep_draft(desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<super::Reason> {
        let talk = talk(model)?;
        let none = talk.path().is_empty();
        match command {
            Command::Undo
                if task::in_mock(model)
                    && matches!(self.context(model), Context::Scenario | Context::Heard) =>
            {
                Some(
                    "In a mock, what was said is said. Talks under Practice can be taken back."
                        .to_owned(),
                )
            }
            Command::Undo
                if none && matches!(self.context(model), Context::Scenario | Context::Heard) =>
            {
                Some("There is no reply to take back.".to_owned())
            }
            Command::Show if talk.phase() == Phase::Briefing => {
                Some("This is the briefing.".to_owned())
            }
            _ => None,
        }
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        talk(view.model).map(|talk| talk.node().line.clone())
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let choosing = self.context(view.model) == Context::Scenario;
        let replies = talk(view.model).map_or(0, |talk| talk.choices().len());
        match self.eye.at.checked_sub(1) {
            // Nothing is said before something is marked.
            None if choosing && command == Command::Main => None,
            Some(at) if choosing && command == Command::Main && at == replies => Some("that is so"),
            _ => Some(label),
        }
    }

    fn picks(&self, model: &Model) -> Option<usize> {
        talk(model).map(|talk| talk.choices().len() + 1)
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(talk) = talk(view.model) else {
            return Head::untitled("");
        };
        let middle = match talk.phase() {
            Phase::Briefing => "the briefing".to_owned(),
            _ => format!("turn {}", talk.turn()),
        };
        Head::Title {
            left: talk.scenario().title.clone(),
            middle: task::middle(middle, view),
            right: page::clock_words(talk, view.now),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let Some(talk) = talk(view.model) else {
            return String::new();
        };
        if self.briefing {
            return "Enter leads back to the talk.".to_owned();
        }
        match talk.phase() {
            Phase::Briefing => "Enter starts the talk. They speak first.".to_owned(),
            Phase::Own if self.kept => "Saved. Ctrl+S shows the replies.".to_owned(),
            Phase::Own if talk.is_aloud() => {
                "Say your reply aloud. Ctrl+S shows the replies.".to_owned()
            }
            Phase::Own => "Type your reply, or say it aloud. Ctrl+S shows the replies.".to_owned(),
            Phase::Choosing => {
                "A number or the arrows mark a reply; then Enter says it.".to_owned()
            }
            Phase::Heard | Phase::Ended => String::new(),
        }
    }

    fn next_wake(&self, model: &Model, now: Now) -> Option<Mono> {
        task::next_wake(model, &self.drafting, now)
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(talk) = talk(view.model) else {
            return;
        };
        let clock = talk.clock().zip(talk.limit());
        let (body, beside) = super::pair(area);
        task::draw_line(clock, view.now, body, out);
        // The briefing stands beside everything that is said, and not beside itself.
        let beside = beside.filter(|_| !self.briefing && talk.phase() != Phase::Briefing);
        if talk.phase() == Phase::Own && !self.briefing {
            page::draw_own(talk, &self.editor, (body, beside), out);
        } else {
            let stops = self.stops(view.model, body.width, body.height);
            stops.draw(self.eye, body, out);
            if let Some(beside) = beside {
                page::draw_beside(talk, beside, out);
            }
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}
