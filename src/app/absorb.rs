//! What became of an effect, told to the user and to the open panes.

use super::App;
use crate::desk::effect::Wrote;
use crate::desk::{Effect, Go, Msg, Outcome, Place, Section, Toast};
use crate::domain::journal::Beside;
use crate::domain::time::Now;
use crate::keys::Keymap;
use crate::panes::elsewhere::Elsewhere;
use crate::problem::{Problem, Severity};
use crate::store::layout;

impl App {
    /// Takes an outcome in.
    pub(super) fn outcome(&mut self, mut outcome: Outcome, now: Now, effects: &mut Vec<Effect>) {
        if self.is_stale(&outcome) {
            return;
        }
        let mouse = self.model.config.mouse;
        effects.extend(self.model.absorb(&mut outcome));
        if matches!(outcome, Outcome::Refreshed(..)) {
            self.bind_keys();
            let now_on = self.model.config.mouse;
            effects.extend((mouse != now_on).then_some(Effect::Mouse(now_on)));
        }
        if let Some(words) = outcome.words() {
            self.say(words, now);
        }
        match &outcome {
            Outcome::Loaded(_) => {
                self.tell_problems(now);
                if let Some(wish) = self.waiting.take() {
                    effects.extend(self.begin_drill(&wish, now));
                }
            }
            Outcome::Refreshed(..) => self.tell_problems(now),
            Outcome::Sample(open) => {
                self.navigate(vec![Go::Section(Section::Today)], now, effects);
                self.say_world(*open, now);
            }
            Outcome::Friend(name) => {
                self.navigate(vec![Go::Section(Section::Practice)], now, effects);
                self.say_home(name.as_deref(), now);
            }
            Outcome::DoubtCard(id) => {
                // Who pressed Enter twice while it was written is there already.
                let front = self.stack.last().and_then(|pane| pane.beside());
                if front != Some(Beside::Question(id.clone())) {
                    let page = Go::Open(Place::Question(id.clone()));
                    self.navigate(vec![page], now, effects);
                }
            }
            Outcome::OpenElsewhere(record, since) if self.model.practice.runs(&record.head.id) => {
                let id = record.head.id.clone();
                self.overlay = Some(Box::new(Elsewhere::new(id, *since, now.date())));
            }
            Outcome::Stepped(what, _) => {
                if let Some(words) = self.stepped(what) {
                    self.say(words, now);
                }
            }
            Outcome::NotStepped(what) => self.not_stepped(what),
            Outcome::NotSaved(what, _) => {
                self.not_stepped(what);
                self.warn_of_loss(now);
            }
            _ => {}
        }
        self.tell_all(&Msg::Outcome(outcome), now, effects);
    }

    /// What is to be said of the step back that this was about, once nothing of it is open any more.
    fn stepped(&mut self, what: &Wrote) -> Option<String> {
        let at = self.step_of(what)?;
        let (waits, _) = self.steps.get_mut(at)?;
        waits.retain(|other| other != what);
        let done = waits.is_empty();
        done.then(|| self.steps.remove(at).1)
    }

    /// Nothing is said of a step back that could not be taken.
    fn not_stepped(&mut self, what: &Wrote) {
        if let Some(at) = self.step_of(what) {
            self.steps.remove(at);
        }
    }

    fn step_of(&self, what: &Wrote) -> Option<usize> {
        let mut steps = self.steps.iter();
        steps.position(|(waits, _)| waits.contains(what))
    }

    /// Binds the keys that the settings name, and tells what is wrong with those.
    fn bind_keys(&mut self) {
        let (keymap, clashes) = Keymap::with(layout::CONFIG, &self.model.config.keys);
        self.keymap = keymap;
        let problems = &mut self.model.problems;
        problems.retain(|problem| !clashes.contains(problem));
        let of_settings = |problem: &Problem| problem.file == layout::CONFIG;
        let at = problems.iter().take_while(|p| of_settings(p)).count();
        problems.splice(at..at, clashes);
    }

    fn say_home(&mut self, friend: Option<&str>, now: Now) {
        let words = friend.map_or_else(
            || "Back to your own practice.".to_owned(),
            |name| {
                format!(
                    "This is the practice of {name}: nothing of it counts in yours, nothing of yours is shown. The last line leads back."
                )
            },
        );
        self.say(words, now);
    }

    fn say_world(&mut self, sample: bool, now: Now) {
        let words = if sample {
            "An invented job hunt. X throws it away again."
        } else {
            "Back to your own files; the sample world is put away."
        };
        self.say(words, now);
    }

    /// Tells every pane, since only they know whether the outcome is about them.
    pub(super) fn tell_all(&mut self, msg: &Msg, now: Now, effects: &mut Vec<Effect>) {
        let mut stack = std::mem::take(&mut self.stack);
        let mut going = Vec::new();
        for pane in &mut stack {
            going.extend(self.update_quietly(pane.as_mut(), msg, now, effects));
        }
        self.stack = stack;
        let mut sections = std::mem::take(&mut self.sections);
        for pane in sections.values_mut() {
            going.extend(self.update_quietly(pane.as_mut(), msg, now, effects));
        }
        self.sections = sections;
        if let Some(mut overlay) = self.overlay.take() {
            going.extend(self.update_quietly(overlay.as_mut(), msg, now, effects));
            self.overlay = Some(overlay);
        }
        self.navigate(going, now, effects);
    }

    /// Files that need a look are told once, as long as the same is wrong with them, and never over what was said just
    /// now; the messages name each with its place and the mend.
    fn tell_problems(&mut self, now: Now) {
        // A key that was taken over on purpose is told among the messages only.
        let meant = |p: &&Problem| p.severity == Severity::Warning && p.file == layout::CONFIG;
        let problems = self.model.problems.iter().filter(|p| !meant(p));
        let (all, new): (Vec<_>, Vec<_>) = problems
            .map(|p| (p.file.clone(), p.what.clone()))
            .map(|one| {
                (
                    one.clone(),
                    Some(one).filter(|one| !self.told.contains(one)),
                )
            })
            .unzip();
        if all.is_empty() {
            self.toasts.forget_behind();
        }
        self.told = all;
        let new: Vec<(String, String)> = new.into_iter().flatten().collect();
        let words = match new.as_slice() {
            [] => return,
            [(file, _)] => format!("{file} needs a look. g m tells what and where."),
            many => format!(
                "{} files or lines need a look. g m tells which.",
                many.len()
            ),
        };
        self.toasts.push_behind(Toast::plain(words), now);
    }
}
