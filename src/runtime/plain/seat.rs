//! The user's seat in plain mode: the page, the model, and what carries effects out.

use std::sync::Arc;

use super::page::{Page, Said};
use super::{asked, dots};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, Toasts};
use crate::domain::id::EntryId;
use crate::domain::journal::Entry;
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::sitting::{Sitting, Step};
use crate::domain::time::{Now, Wall};
use crate::panes::{Pane, begin, elsewhere, sitting};
use crate::runtime::chance;
use crate::runtime::keeper::Keeper;
use crate::runtime::studio::Options;
use crate::store::draft_file::DraftKey;
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
            keeper: Keeper::new(home),
            now,
        };
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
        for mut outcome in self.keeper.carry_out(&Effect::Load, self.now()) {
            self.model.absorb(&mut outcome);
        }
        self.learn_names();
    }

    /// Longest names first, since a longer one may hold a shorter one.
    fn learn_names(&mut self) {
        self.model.names_hidden = true;
        let applications = self.model.journey.applications.iter();
        let known = applications.filter(|a| !a.employer.trim().is_empty());
        let mut names: Vec<_> = known
            .map(|a| (a.employer.clone(), self.model.employer(a)))
            .collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        self.page.names = names;
        self.model.names_hidden = false;
    }

    /// Has something of the studio act on the model, says what it says and carries out what it asks for.
    ///
    /// # Errors
    /// When a save fails and the user gives up.
    pub fn desk<T>(&mut self, act: impl FnOnce(&mut Desk<'_>) -> T) -> Said<T> {
        let (done, effects, _) = self.at_desk(act);
        effects.into_iter().try_for_each(|e| self.perform(&e))?;
        self.stand();
        Ok(done)
    }

    /// Tells a screen of the studio something, and then what came of what it asks for; gives where it wants to go.
    ///
    /// # Errors
    /// When a save fails and the user gives up.
    pub fn tell(&mut self, pane: &mut impl Pane, msg: &Msg) -> Said<Vec<Go>> {
        let ((), effects, mut going) = self.at_desk(|desk| pane.update(msg, desk));
        for effect in effects {
            for outcome in self.carry(&effect)? {
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
        if let Some(toast) = toasts.current() {
            self.page.tell(&toast.words);
        }
        (done, effects, going)
    }

    /// Carries an effect out. A save that fails is told and tried again as long as the user wants.
    ///
    /// # Errors
    /// When the user gives up.
    pub fn perform(&mut self, effect: &Effect) -> Said<()> {
        self.carry(effect).map(drop)
    }

    /// The same, with what came of it.
    pub(super) fn carry(&mut self, effect: &Effect) -> Said<Vec<Outcome>> {
        loop {
            let mut outcomes = self.keeper.carry_out(effect, self.now());
            let failed = outcomes.iter().any(|o| matches!(o, Outcome::NotSaved(..)));
            let mut more = Vec::new();
            for outcome in &mut outcomes {
                if let Some(words) = outcome.words() {
                    self.page.tell(&words);
                }
                if let Outcome::OpenElsewhere(record, since) = outcome
                    && self.model.practice.runs(&record.head.id)
                {
                    self.take_over(record, *since)?;
                }
                more.extend(self.model.absorb(outcome));
            }
            if !failed {
                more.iter().try_for_each(|e| self.perform(e))?;
                return Ok(outcomes);
            }
            self.page.ask("Enter tries again, q gives up:")?;
        }
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

    /// Writes a new entry, or one that is there; gives the name it has.
    ///
    /// # Errors
    /// When it cannot be saved and the user gives up.
    pub fn save(&mut self, entry: &mut Entry, new: bool) -> Said<()> {
        let effect = if new {
            Effect::AddEntry(Box::new(entry.clone()))
        } else {
            Effect::SaveEntry(Box::new(entry.clone()))
        };
        loop {
            let outcomes = self.keeper.carry_out(&effect, self.now());
            for outcome in &outcomes {
                if let Some(words) = outcome.words() {
                    self.page.tell(&words);
                }
            }
            if let Some(id) = outcomes.iter().find_map(entry_name) {
                entry.id = id;
                self.model.journal.put(entry.clone());
                return Ok(());
            }
            self.page.ask("Enter tries again, q gives up:")?;
        }
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
        for block in blocks {
            if let Some(words) = sitting::slept_words(&block) {
                self.page.say(&words);
            }
            self.perform(&Effect::Append(id.clone(), Box::new(block)))?;
        }
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
        self.page.standing = asked::standing(&self.model);
    }

    /// Keeps what is half done, words and clock.
    pub fn keep_draft(&mut self) {
        if self.beside {
            return;
        }
        let now = self.now();
        let draft = self.sitting().and_then(|s| begin::draft_of(s, 0, now));
        if let Some(draft) = draft {
            // The next line tries again, and the words are still in the sitting.
            self.keeper
                .carry_out(&Effect::SaveDraft(Box::new(draft)), now);
        }
    }

    /// Keeps what is half done of a talk or of a set of items.
    pub fn keep_solo_draft(&mut self) {
        if self.beside {
            return;
        }
        let now = self.now();
        if let Some(draft) = begin::solo::draft_of(&self.model, 0, now) {
            self.keeper
                .carry_out(&Effect::SaveDraft(Box::new(draft)), now);
        }
    }

    /// Gives a command of the rating: what is ticked is kept as long as there is something
    /// and it is not saved.
    ///
    /// # Errors
    /// When a block cannot be saved and the user gives up.
    pub fn rate(&mut self, command: impl FnOnce(&mut Sitting, Now) -> Step) -> Said<bool> {
        let key = self.sitting().and_then(begin::draft_key);
        let done = self.act(command)?;
        let now = self.now();
        if self
            .sitting()
            .is_some_and(|s| s.phase().is_rating() && s.draft(now).is_some())
        {
            self.keep_draft();
        } else {
            self.drop_draft(key);
        }
        Ok(done)
    }

    /// Forgets the draft of an answer that is saved.
    pub fn drop_draft(&mut self, key: Option<DraftKey>) {
        if let Some(key) = key {
            self.keeper.carry_out(&Effect::DropDraft(key), self.now());
        }
    }

    /// Leaves a running sitting so that it can be taken up again; `false` where there was nothing to keep. Words and
    /// answers so far are on the disk.
    pub fn leave(&mut self) -> bool {
        if std::mem::take(&mut self.beside) {
            return self.desk(begin::let_go).is_ok();
        }
        if self.sitting().is_none() {
            return self.leave_solo();
        }
        self.leave_solo();
        self.keep_draft();
        let now = self.now();
        if let Some(mut machine) = self.model.practice.sitting.take() {
            let id = machine.head().id.clone();
            for block in machine.leave(now).unwrap_or_default() {
                self.keeper
                    .carry_out(&Effect::Append(id.clone(), Box::new(block)), now);
            }
            self.page.say("Kept. Go on with it next time.");
            self.page.flush();
        }
        true
    }

    /// The same for a talk or a set of items; one that was only looked at leaves nothing behind.
    fn leave_solo(&mut self) -> bool {
        self.keep_solo_draft();
        let now = self.now();
        let solo = self.model.practice.solo.take();
        let Some(mut solo) = solo.filter(|solo| solo.has_begun() && !solo.is_done()) else {
            return false;
        };
        let id = solo.head().id.clone();
        for block in solo.leave(now) {
            self.keeper
                .carry_out(&Effect::Append(id.clone(), Box::new(block)), now);
        }
        self.page.say("Kept. Go on with it next time.");
        self.page.flush();
        true
    }
}

/// The name that a saved entry has now.
fn entry_name(outcome: &Outcome) -> Option<EntryId> {
    match outcome {
        Outcome::Saved(Wrote::Entry(id), _) | Outcome::KeptBoth(Wrote::Entry(id), _) => {
            Some(id.clone())
        }
        _ => None,
    }
}
