//! The user's seat in plain mode: the page, the model, and what carries effects out.

mod kept;
mod parting;
mod sound;

use std::sync::Arc;

use sound::Sounds;

use super::page::{Away, Page, Said};
use super::{asked, dots};
use crate::desk::effect::Wrote;
use crate::desk::voice::Heard;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Toasts};
use crate::domain::id::SittingId;
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::sitting::{Sitting, Step};
use crate::domain::time::{Now, Wall};
use crate::panes::words::slept_words;
use crate::panes::{Pane, begin, elsewhere};
use crate::runtime::chance;
use crate::runtime::keeper::Keeper;
use crate::runtime::studio::Options;
use crate::store::home::Home;

/// Where the studio would draw; nothing is drawn here.
const NO_SCREEN: (u16, u16) = (80, 24);

/// Everything that plain mode holds on to.
pub struct Seat<'a> {
    /// Lines out and in.
    pub page: Page<'a>,
    /// Facts.
    pub model: Model,
    /// Whether the user was told what a line with a dot can ask for.
    pub taught: bool,
    /// Whether the user was told how a reply in a talk is given.
    pub talked: bool,
    /// What can be done with a result, as it was read last.
    pub menu: Vec<String>,
    /// The part of a mock that was told last.
    pub part: Option<usize>,
    /// Whether the sitting is open in another window and nothing of it was done here.
    beside: bool,
    /// What the user has given up to save, as long as it is not on the disk.
    given_up: Vec<(Wrote, Effect)>,
    /// What sounds.
    sounds: Sounds,
    keeper: Keeper,
    now: &'a dyn Fn() -> Now,
}

impl<'a> Seat<'a> {
    /// Reads the home.
    pub fn open(
        options: &Options,
        home: Arc<Home>,
        now: &'a dyn Fn() -> Now,
        page: Page<'a>,
    ) -> Self {
        let (config, problems) = home.load_config();
        let model = Model {
            config,
            problems,
            home: options.places.home.clone(),
            seed: options.seed.unwrap_or_else(chance::seed),
            ..Model::default()
        };
        let mut seat = Self {
            page,
            model,
            taught: false,
            talked: false,
            menu: Vec::new(),
            part: None,
            beside: false,
            given_up: Vec::new(),
            sounds: Sounds::new(&options.places.home),
            keeper: Keeper::new(home),
            now,
        };
        let programs = seat.sounds.programs(&seat.model.config.sound);
        seat.model.voice.hear(&Heard::Found(programs));
        seat.page.hidden = options.hide_names;
        seat.page.here = options.here.clone();
        seat.read();
        seat
    }

    /// Now.
    pub fn now(&self) -> Now {
        (self.now)()
    }

    /// Reads the home anew.
    pub fn read(&mut self) {
        self.send(&Effect::Load);
    }

    /// What stands for names while they are hidden, of all that are known by now.
    fn learn_names(&mut self) {
        self.model.meet();
        self.page.names = Arc::clone(&self.model.mask);
        self.model.names_hidden = self.page.hidden;
    }

    /// Has something of the studio act on the model, says what it says and carries out what it asks for.
    ///
    /// # Errors
    /// When a save fails and the user gives up.
    pub fn desk<T>(&mut self, act: impl FnOnce(&mut Desk<'_>) -> T) -> Said<T> {
        let (done, effects, _) = self.at_desk(act);
        self.perform_all(effects)?;
        self.stand();
        Ok(done)
    }

    /// Tells a screen of the studio something, and then what came of what it asks for; gives where it wants to go.
    ///
    /// # Errors
    /// When a save fails and the user gives up.
    pub fn tell(&mut self, pane: &mut impl Pane, msg: &Msg) -> Said<Vec<Go>> {
        let ((), effects, mut going) = self.at_desk(|desk| pane.update(msg, desk));
        let mut effects = effects.into_iter();
        while let Some(effect) = effects.next() {
            let outcomes = match self.carry_or_tell(&effect) {
                Ok(outcomes) => outcomes,
                Err((away, lost)) => {
                    let lost = lost.map(|lost| Msg::Outcome(*lost));
                    let kept = lost.map(|lost| self.at_desk(|desk| pane.update(&lost, desk)).1);
                    self.send_rest(effects.chain(kept.into_iter().flatten()));
                    return Err(away);
                }
            };
            for outcome in outcomes {
                going.extend(self.tell(pane, &Msg::Outcome(outcome))?);
            }
        }
        Ok(going)
    }

    fn at_desk<T>(&mut self, act: impl FnOnce(&mut Desk<'_>) -> T) -> (T, Vec<Effect>, Vec<Go>) {
        let (mut effects, mut going) = (Vec::new(), Vec::new());
        let mut toasts = Toasts::default();
        let now = self.now();
        let done = act(&mut Desk {
            model: &mut self.model,
            now,
            screen: NO_SCREEN,
            notice: 0,
            effects: &mut effects,
            toasts: &mut toasts,
            going: &mut going,
        });
        self.learn_names();
        if let Some(toast) = toasts.current() {
            self.page.tell(&toast.words);
        }
        (done, effects, going)
    }

    /// Goes on from where the other window has come to. As long as nothing was done here, nothing is kept of it, and
    /// leaving it leaves it to that one.
    fn take_over(&mut self, record: &SittingRecord, since: Wall) -> Said<()> {
        let words = elsewhere::words(since, self.now().date());
        self.page
            .say(&format!("{words}. Leave it here, and it goes on there."));
        self.desk(|desk| begin::take_over(record, desk))?;
        self.beside = self.model.practice.runs(&record.head.id);
        Ok(())
    }

    /// From now on what is half done here is kept, also where another window has the sitting, too.
    pub fn goes_on_here(&mut self) {
        self.beside = false;
    }

    /// A sitting with its words; `None` where it cannot be read, which is told.
    ///
    /// # Errors
    /// As [`Seat::carry`].
    pub fn recorded(&mut self, id: &SittingId) -> Said<Option<Box<SittingRecord>>> {
        let outcomes = self.carry(&Effect::ReadSitting(id.clone()))?;
        Ok(outcomes.into_iter().find_map(|outcome| match outcome {
            Outcome::SittingRead(record) => Some(record),
            _ => None,
        }))
    }

    /// The running sitting.
    pub fn sitting(&self) -> Option<&Sitting> {
        self.model.practice.sitting.as_deref()
    }

    /// Gives the state machine a command; its blocks are on the disk before this returns.
    ///
    /// # Errors
    /// When a block cannot be saved and the user gives up.
    pub fn act(&mut self, command: impl FnOnce(&mut Sitting, Now) -> Step) -> Said<bool> {
        let now = self.now();
        self.goes_on_here();
        let Some(machine) = self.model.practice.sitting.as_mut() else {
            return Ok(false);
        };
        let mut blocks = machine.settle(now);
        let refusal = match command(machine, now) {
            Ok(more) => {
                blocks.extend(more);
                None
            }
            Err(refusal) => Some(refusal),
        };
        let id = machine.head().id.clone();
        let mut written = Vec::new();
        for block in blocks {
            if let Some(words) = slept_words(&block) {
                self.page.say(&words);
            }
            written.push(Effect::Append(id.clone(), Box::new(block)));
        }
        self.perform_all(written)?;
        if let Some(refusal) = refusal {
            self.page.say(dots::refused(refusal));
        }
        self.stand();
        Ok(refusal.is_none())
    }

    /// Lets the clock run on; nobody has done anything by that.
    ///
    /// # Errors
    /// As [`Seat::act`].
    pub fn run_on(&mut self) -> Said<()> {
        let beside = self.beside;
        self.act(Sitting::resume)?;
        self.beside = beside;
        Ok(())
    }

    /// What is asked now can be heard again from here on.
    pub fn stand(&mut self) {
        self.learn_names();
        self.page.standing = asked::standing(&self.model);
    }
}
