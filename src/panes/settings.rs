//! Who practices and how: the field of work, the clock, the looks. What is changed here is kept at once.

use ratatui::layout::Rect;

use super::drafting::Drafting;
use super::filling::{self, Took};
use super::formed::Formed;
use super::words::CLOCKS;
use super::{Head, Pane, work};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View, undo};
use crate::domain::practice::clock::Factor;
use crate::domain::practice::record::Input;
use crate::domain::settings::{Config, Profile, Said, Sound};
use crate::domain::time::{Mono, Now};
use crate::keys::Context;
use crate::look::theme;
use crate::widgets::Canvas;
use crate::widgets::form::Form;

mod fields;

use fields::{ALONG, GLYPH_SETS, KEPT_DAYS, MINUTES_A_DAY, PACES, RATINGS, REPAINTS, all};

const NAME: usize = 0;
const FAMILY: usize = 1;
const SENIORITY: usize = 2;
const MINUTES: usize = 3;
const INPUT: usize = 4;
const PACING: usize = 5;
const TIME: usize = 6;
const PACE: usize = 7;
const DELIVERY: usize = 8;
const RATING: usize = 9;
const IMPROPER: usize = 10;
const RECORD: usize = 11;
const KEPT: usize = 12;
const READS: usize = 13;
const THEME: usize = 14;
const GLYPHS: usize = 15;
const REPAINT: usize = 16;
const BELL: usize = 17;
const MOUSE: usize = 18;

/// How many fields say who practices and how; after them come the looks of a screen.
pub const OF_PRACTICE: usize = THEME;

/// The form.
#[derive(Default)]
pub struct Settings {
    form: Form,
    drafting: Drafting,
    /// Whether the undo command has one step back to how all was on the way in.
    noted: (bool, bool),
    /// Somebody asked to save: the form closes as soon as both are on disk.
    closing: bool,
    /// Somebody chose a field of work here, and be it the general one.
    said: bool,
    /// The label of the field that was asked for.
    wanted: Option<String>,
}

impl Settings {
    /// The form at the field with this label.
    pub fn at(label: String) -> Self {
        Self {
            wanted: Some(label),
            ..Self::default()
        }
    }

    fn fill(&mut self, model: &Model) {
        if self.form.fields.is_empty() {
            self.form.fields = all(model);
            let wanted = self.wanted.take();
            let at = |label: String| self.form.fields.iter().position(|f| f.label == label);
            self.form.at = wanted.and_then(at).unwrap_or(FAMILY);
        }
    }

    /// The profile that the form says; what is not in the form stays, and what nobody changed stays as it was written.
    fn profile(&self, model: &Model) -> Profile {
        let fields = &self.form.fields;
        let shown = all(model);
        let changed = |at: usize| !fields[at].says(&shown[at]);
        let chosen = |at: usize| changed(at).then(|| fields[at].chosen());
        let ticked = |at: usize| changed(at).then(|| fields[at].ticked());
        let old = model.profile.clone();
        let seniority = chosen(SENIORITY).map(|at| ALONG[at.min(ALONG.len() - 1)].1);
        let input = |at: usize| if at == 1 { Input::Aloud } else { Input::Typed };
        Profile {
            name: if changed(NAME) {
                fields[NAME].text().trim().to_owned()
            } else {
                old.name
            },
            family: if changed(FAMILY) {
                work::chosen(model, &fields[FAMILY])
            } else {
                old.family
            },
            seniority: seniority.unwrap_or(old.seniority),
            said: Said {
                family: old.said.family || self.said,
                seniority: old.said.seniority || seniority.is_some(),
            },
            minutes_a_day: chosen(MINUTES).map_or(old.minutes_a_day, |at| {
                value(&MINUTES_A_DAY, at, old.minutes_a_day)
            }),
            // What is said of every day counts from now on; a free day stays free.
            days: (old.days.into_iter())
                .filter(|(_, minutes)| *minutes == 0 || !changed(MINUTES))
                .collect(),
            pace: chosen(PACE).map_or(old.pace, |at| value(&PACES, at, old.pace)),
            factor: chosen(TIME).map_or(old.factor, |at| Factor::ALL[at.min(3)]),
            pacing: chosen(PACING).map_or(old.pacing, |at| CLOCKS[at.min(2)].0),
            input: chosen(INPUT).map_or(old.input, input),
            improper: ticked(IMPROPER).unwrap_or(old.improper),
            delivery: ticked(DELIVERY).unwrap_or(old.delivery),
            rating: chosen(RATING).map_or(old.rating, |at| RATINGS[at.min(2)].1),
            friend: old.friend,
            matters: old.matters,
            staying: old.staying,
            ticks: old.ticks,
            sampled: old.sampled,
        }
    }

    /// The looks and manners that the form says.
    fn config(&self, model: &Model) -> Config {
        let fields = &self.form.fields;
        let name = theme::names().nth(fields[THEME].chosen());
        let sound = model.config.sound.clone();
        Config {
            theme: name.map_or_else(|| model.config.theme.clone(), str::to_owned),
            glyphs: GLYPH_SETS[fields[GLYPHS].chosen().min(2)].1,
            announce: REPAINTS[fields[REPAINT].chosen().min(2)].1,
            bell: fields[BELL].ticked(),
            mouse: fields[MOUSE].ticked(),
            sound: Sound {
                record: fields[RECORD].ticked(),
                kept_days: value(&KEPT_DAYS, fields[KEPT].chosen(), sound.kept_days),
                reads: fields[READS].ticked(),
                ..sound
            },
            ..model.config.clone()
        }
    }

    /// Takes over and writes what differs.
    fn keep(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let profile = self.profile(desk.model);
        if profile != desk.model.profile {
            let before = std::mem::replace(&mut desk.model.profile, profile.clone());
            if !std::mem::replace(&mut self.noted.0, true) {
                let step = undo::Step::Profile(Box::new(before));
                desk.model.undo.note("the settings", step);
            }
            desk.perform(Effect::SaveProfile(Box::new(profile)));
        }
        let config = self.config(desk.model);
        if config != desk.model.config {
            let before = std::mem::replace(&mut desk.model.config, config.clone());
            if before.mouse != config.mouse {
                desk.perform(Effect::Mouse(config.mouse));
            }
            if !std::mem::replace(&mut self.noted.1, true) {
                let step = undo::Step::Config(Box::new(before));
                desk.model.undo.note("the looks", step);
            }
            desk.perform(Effect::SaveConfig(Box::new(config)));
        }
    }

    /// Writes what is not on disk yet, and closes once it is.
    fn save(&mut self, desk: &mut Desk<'_>) {
        let before = desk.effects.len();
        self.keep(desk);
        if desk.effects.len() == before && desk.model.unsaved.has(&Wrote::Profile) {
            let profile = Box::new(desk.model.profile.clone());
            desk.perform(Effect::SaveProfile(profile));
        }
        if desk.effects.len() == before && desk.model.unsaved.has(&Wrote::Config) {
            let config = Box::new(desk.model.config.clone());
            desk.perform(Effect::SaveConfig(config));
        }
        self.closing = desk.effects.len() > before;
        if !self.closing {
            desk.go(Go::Back);
        }
    }

    /// Letters wait a moment, so that a name is not written once for each of them.
    fn changed(&mut self, desk: &mut Desk<'_>) {
        self.said |= self.form.at == FAMILY;
        if self.form.at == NAME {
            self.drafting.touch(desk.now);
        } else {
            self.keep(desk);
        }
    }

    /// Follows what is being written before it closes.
    fn came(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        match outcome {
            Outcome::Saved(Wrote::Profile | Wrote::Config, _) if self.closing => {
                self.closing = false;
                let unsaved = &desk.model.unsaved;
                if unsaved.has(&Wrote::Profile) || unsaved.has(&Wrote::Config) {
                    return self.save(desk);
                }
                desk.go(Go::Back);
            }
            Outcome::NotSaved(Wrote::Profile | Wrote::Config, _) => self.closing = false,
            _ => {}
        }
    }
}

/// The chosen one of a list of numbers; the old one where it is not in the list and nothing was chosen.
fn value(list: &[u16], chosen: usize, old: u16) -> u16 {
    list.get(chosen).copied().unwrap_or(old)
}

impl Formed for Settings {
    fn form(&mut self) -> &mut Form {
        &mut self.form
    }

    fn filled_in(&mut self, desk: &mut Desk<'_>) {
        self.changed(desk);
    }
}

impl Pane for Settings {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match filling::take(&mut self.form, msg, desk) {
            Took::Save => return self.save(desk),
            Took::Back => {
                self.keep(desk);
                return desk.go(Go::Back);
            }
            Took::Changed => return self.changed(desk),
            Took::Moved => return self.keep(desk),
            Took::Pressed | Took::Nothing => {}
        }
        match msg {
            Msg::Shown => self.fill(desk.model),
            Msg::Wake if self.drafting.due(desk.now) => self.keep(desk),
            Msg::Leaving => self.keep(desk),
            Msg::Outcome(outcome) => self.came(outcome, desk),
            _ => {}
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Settings".to_owned(),
            middle: String::new(),
            right: "Esc back".to_owned(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        match self.form.context() {
            Context::Pick => "Letters find, Enter takes the marked one.".to_owned(),
            Context::Listed => "Kept as you change it. Letters find; Enter lists all.".to_owned(),
            _ => "Kept as you change it.".to_owned(),
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.form.draw(out, super::column(area));
    }
}
