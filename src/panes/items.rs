//! A set of items: a situation with ways to act, or a statement about oneself; reasons after, never a score.

mod page;

use ratatui::layout::Rect;

use super::begin::solo as begin;
use super::drafting::Drafting;
use super::task::{self, Door, Left};
use super::{Head, Pane, Reason, step_of};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::level::Level;
use crate::domain::library::{ItemKind, ItemMode, ItemTask};
use crate::domain::practice::assess::{Agreement, Mark, Phase, Set};
use crate::domain::practice::sitting::Step;
use crate::domain::time::{Mono, Now, clock_text};
use crate::keys::{Command, Context};
use crate::widgets::Canvas;
use crate::widgets::sheet::Sheet;
use crate::widgets::stops::Eye;

pub use page::reasons;

/// Below this width of the screen the title has room for one thing.
const NARROW: u16 = 60;

/// The room: where the eye is.
pub struct Room {
    sheet: Option<Sheet<Door>>,
    drafting: Drafting,
    eye: Eye,
    /// The step and the item on the screen.
    shown: (Phase, usize),
}

impl Default for Room {
    fn default() -> Self {
        Self {
            sheet: None,
            drafting: Drafting::default(),
            eye: Eye::default(),
            shown: (Phase::Intro, 0),
        }
    }
}

fn set(model: &Model) -> Option<&Set> {
    task::held(model)?.set()
}

/// How the item in hand is answered; nothing for a statement.
fn mode(set: &Set) -> Option<ItemMode> {
    match &set.item()?.task {
        ItemTask::Judgment(judgment) => Some(judgment.mode),
        ItemTask::Statement(_) => None,
    }
}

impl Room {
    fn act(&mut self, desk: &mut Desk<'_>, command: impl FnOnce(&mut Set, Now) -> Step) -> bool {
        let done = task::act(desk, |task, now| task.in_set(|set| command(set, now)));
        self.follow(desk);
        done
    }

    /// A new screen begins at its top; after the last item comes the end.
    fn follow(&mut self, desk: &mut Desk<'_>) {
        let Some(set) = set(desk.model) else { return };
        let now = (set.phase(), set.position().0);
        if now != self.shown {
            self.shown = now;
            self.eye = Eye::default();
            if let (Phase::Asking, Some(at)) = (set.phase(), page::agreed(set)) {
                self.eye.at = at + 1;
            }
            let over = set.phase() == Phase::Finished;
            desk.turns_page();
            if over {
                task::close(desk);
            }
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            if task::in_sheet(&mut self.sheet, command, desk) == Left::Own {
                let key = begin::draft_key(desk.model);
                self.act(desk, Set::skip);
                task::drop_draft(key, desk);
            }
            return;
        }
        let Some(set) = set(desk.model) else {
            return desk.go(Go::Back);
        };
        let phase = set.phase();
        if let Some(step) = step_of(command) {
            let size = (super::text_width(desk.screen), super::text_height(desk));
            return page::stops(set, size).step(&mut self.eye, step, size.1);
        }
        match (phase, command) {
            (Phase::Intro, Command::Main) => {
                task::begin_file(desk);
                self.act(desk, Set::start);
            }
            (Phase::Intro, Command::Pause) if task::is_fresh(desk.model) => {
                task::turn_back(desk);
            }
            (_, Command::Pause) => {
                task::keep_draft(&mut self.drafting, 0, desk);
                let own = (phase == Phase::Asking).then_some("Skip this one for now");
                self.sheet = task::pause(own, desk);
            }
            (Phase::Reasons, Command::Main) => {
                self.act(desk, Set::next);
            }
            (Phase::Asking, _) => self.asked(command, desk),
            _ => {}
        }
    }

    fn asked(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Pick1 => self.digit(0, desk),
            Command::Pick2 => self.digit(1, desk),
            Command::Pick3 => self.digit(2, desk),
            Command::Pick4 => self.digit(3, desk),
            Command::Pick5 => self.digit(4, desk),
            Command::Main if set(desk.model).is_some_and(Set::is_whole) => {
                let key = begin::draft_key(desk.model);
                if self.act(desk, Set::next) {
                    self.drafting.take();
                    task::drop_draft(key, desk);
                }
            }
            Command::Main => self.mark(desk),
            Command::Left => {
                self.act(desk, Set::previous);
            }
            Command::Undo => {
                self.act(desk, |set, _| set.take_back());
                self.drafting.touch(desk.now);
            }
            _ => {}
        }
    }

    /// A digit: the act or the step with this number; where acts are rated, the level of the marked one.
    fn digit(&mut self, n: usize, desk: &mut Desk<'_>) {
        match set(desk.model).and_then(mode) {
            Some(ItemMode::Rate) => self.rate(n, desk),
            Some(ItemMode::BestWorst | ItemMode::Rank) => self.pick(n, desk),
            None => self.agree(n, desk),
        }
    }

    /// Enter on something that is not whole yet: takes what is marked, or says what is missing.
    fn mark(&mut self, desk: &mut Desk<'_>) {
        let Some(set) = set(desk.model) else { return };
        let marked = self.eye.at.checked_sub(1);
        match (mode(set), marked) {
            (Some(ItemMode::Rate), _) => {
                let Some(open) = open_act(set) else { return };
                self.eye = Eye::default();
                self.eye.at = open + 1;
                let act = page::letter(open);
                desk.say(format!(
                    "{act} has no word yet: 1 makes it worse, to 4 helps most."
                ));
            }
            (_, None) => desk.say("Mark one: its number, or the arrows."),
            (Some(ItemMode::BestWorst | ItemMode::Rank), Some(at)) => {
                // A second Enter must not take the pick back.
                let picked = set.acts().get(at).map(|act| act.mark);
                if picked.is_some_and(|mark| mark != Mark::None) {
                    desk.say("This one is picked. Mark another one.");
                } else {
                    self.pick(at, desk);
                }
            }
            (None, Some(at)) => {
                self.agree(at, desk);
                self.asked(Command::Main, desk);
            }
        }
    }

    fn pick(&mut self, shown: usize, desk: &mut Desk<'_>) {
        if self.act(desk, |set, _| set.pick(shown)) {
            self.eye = Eye::default();
            self.eye.at = shown + 1;
            self.drafting.touch(desk.now);
        }
    }

    /// Gives the marked act its level; before any is marked, the first that has none.
    fn rate(&mut self, level: usize, desk: &mut Desk<'_>) {
        let Some(level) = Level::ALL.get(level).copied() else {
            return desk.say("1 to 4: makes it worse, helps little, helps, helps most.");
        };
        let open = set(desk.model).and_then(open_act);
        let at = self.eye.at.checked_sub(1).or(open).unwrap_or(0);
        if self.act(desk, |set, _| set.rate(at, level)) {
            let acts = set(desk.model).map_or(0, |set| set.acts().len());
            self.eye = Eye::default();
            self.eye.at = (at + 2).min(acts);
            self.drafting.touch(desk.now);
        }
    }

    fn agree(&mut self, step: usize, desk: &mut Desk<'_>) {
        let Some(agreement) = Agreement::ALL.get(step).copied() else {
            return desk.say("1 to 4 are the answers.");
        };
        if self.act(desk, |set, _| set.agree(agreement)) {
            self.eye.at = step + 1;
            self.drafting.touch(desk.now);
        }
    }
}

/// The first act of which nothing is picked.
fn open_act(set: &Set) -> Option<usize> {
    set.acts().iter().position(|act| act.mark == Mark::None)
}

impl Pane for Room {
    fn context(&self, model: &Model) -> Context {
        match set(model) {
            _ if self.sheet.is_some() => Context::Sheet,
            Some(_) => Context::Item,
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
            Msg::Wake => {
                self.act(desk, |_, _| Ok(Vec::new()));
                if self.drafting.due(desk.now) {
                    task::keep_draft(&mut self.drafting, 0, desk);
                }
            }
            Msg::Leaving if set(desk.model).is_some() => {
                task::keep_draft(&mut self.drafting, 0, desk);
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let set = set(model)?;
        match command {
            Command::Pick1
            | Command::Pick2
            | Command::Pick3
            | Command::Pick4
            | Command::Pick5
            | Command::Left
            | Command::Undo
                if set.phase() != Phase::Asking =>
            {
                Some("There is nothing to choose here. Enter goes on.".to_owned())
            }
            _ => None,
        }
    }

    fn hint(&self, command: Command, label: &'static str, view: &View<'_>) -> Option<&'static str> {
        let asked = |set: &&Set| set.phase() == Phase::Asking;
        match (command, set(view.model).filter(asked)) {
            (Command::Main, Some(set)) => page::enter_words(set, self.eye.at.checked_sub(1)),
            (Command::Pick1, Some(set)) if mode(set) == Some(ItemMode::Rate) => Some("rate it"),
            // On the other pages there is nothing to choose.
            (Command::Up | Command::Pick1, None) => None,
            _ => Some(label),
        }
    }

    fn picks(&self, model: &Model) -> Option<usize> {
        let set = set(model)?;
        Some(match mode(set) {
            Some(ItemMode::BestWorst | ItemMode::Rank) => set.acts().len(),
            Some(ItemMode::Rate) => Level::ALL.len(),
            None => Agreement::ALL.len(),
        })
    }

    fn head(&self, view: &View<'_>) -> Head {
        let Some(set) = set(view.model) else {
            return Head::untitled("");
        };
        let (at, of) = set.position();
        let middle = match set.phase() {
            Phase::Intro => String::new(),
            _ => format!("{at} of {of}"),
        };
        let kind = match set.kind() {
            ItemKind::Judgment => "Judgment questions",
            ItemKind::SelfReport => "Work-style statements",
        };
        // On a small screen, how far it is says more than what it is.
        let narrow = view.screen.0 < NARROW && !middle.is_empty();
        let middle = task::middle(middle, view);
        let (left, middle) = if narrow {
            (middle, String::new())
        } else {
            (kind.to_owned(), middle)
        };
        Head::Title {
            left,
            middle,
            right: clock_words(set, view.now),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let Some(set) = set(view.model) else {
            return String::new();
        };
        match set.phase() {
            Phase::Intro => "Enter starts the clock.".to_owned(),
            Phase::Asking => page::status(set).to_owned(),
            Phase::Reasons => {
                "Employers weigh the same acts differently; here each has its reason.".to_owned()
            }
            Phase::Finished => String::new(),
        }
    }

    fn next_wake(&self, model: &Model, now: Now) -> Option<Mono> {
        task::next_wake(model, &self.drafting, now)
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(set) = set(view.model) else { return };
        let clock = set.clock().zip(set.limit());
        task::draw_line(clock, view.now, area, out);
        let body = super::column(area);
        page::stops(set, (body.width, body.height)).draw(self.eye, body, out);
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}

/// What stands at the right of the title.
fn clock_words(set: &Set, now: Now) -> String {
    let text = |s: u32| clock_text(u64::from(s));
    match (set.limit(), set.clock()) {
        (None, _) => "no clock".to_owned(),
        (Some(limit), None) => text(limit),
        (Some(limit), Some(clock)) => {
            let gone = clock.seconds(now);
            if gone > limit {
                format!("{} over {}", text(gone - limit), text(limit))
            } else {
                format!("{} of {}", text(gone), text(limit))
            }
        }
    }
}
