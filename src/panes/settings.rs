//! Who practices and how: the field of work, the clock, the looks. What is changed here is kept at once.

use ratatui::layout::Rect;

use super::drafting::{self, Drafting};
use super::formed::Formed;
use super::words::{CLOCKS, EXTRA_TIME};
use super::{Head, Pane, work};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View, undo};
use crate::domain::library::Seniority;
use crate::domain::practice::clock::Factor;
use crate::domain::practice::rate::Rating;
use crate::domain::practice::record::Input;
use crate::domain::settings::{Announce, Config, GlyphSet, Profile, Said};
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::theme;
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Did, Field, Form, Value};

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
const THEME: usize = 11;
const GLYPHS: usize = 12;
const REPAINT: usize = 13;
const BELL: usize = 14;
const MOUSE: usize = 15;

/// How many fields say who practices and how; after them come the looks of a screen.
pub const OF_PRACTICE: usize = THEME;

/// Minutes a day that can be chosen.
const MINUTES_A_DAY: [u16; 9] = [5, 10, 15, 20, 30, 45, 60, 90, 120];

/// Words a minute that can be chosen.
const PACES: [u16; 9] = [100, 110, 120, 130, 140, 150, 160, 170, 180];

/// How far along, in words.
const ALONG: [(&str, Option<Seniority>); 6] = [
    ("any", None),
    (Seniority::Entry.words(), Some(Seniority::Entry)),
    (Seniority::Mid.words(), Some(Seniority::Mid)),
    (Seniority::Senior.words(), Some(Seniority::Senior)),
    (Seniority::Manager.words(), Some(Seniority::Manager)),
    (Seniority::Executive.words(), Some(Seniority::Executive)),
];

const GLYPH_SETS: [(&str, GlyphSet); 3] = [
    ("as the terminal can", GlyphSet::Auto),
    ("lines and dots", GlyphSet::Unicode),
    ("plain letters", GlyphSet::Ascii),
];

/// How much of a rating is asked.
const RATINGS: [(&str, Rating); 3] = [
    ("short after mocks, full in drills", Rating::Fitting),
    ("short: what you said, point by point", Rating::Short),
    ("full: with the descriptions", Rating::Full),
];

const REPAINTS: [(&str, Announce); 3] = [
    ("each second", Announce::Seconds),
    ("each minute", Announce::Minutes),
    ("when it matters", Announce::Marks),
];

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
            self.form.fields = who(model);
            self.form.fields.extend(practice(&model.profile));
            self.form.fields.extend(looks(&model.config));
            let wanted = self.wanted.take();
            let at = |label: String| self.form.fields.iter().position(|f| f.label == label);
            self.form.at = wanted.and_then(at).unwrap_or(FAMILY);
        }
    }

    /// The profile that the form says; what is not in the form stays.
    fn profile(&self, model: &Model) -> Profile {
        let fields = &self.form.fields;
        let chosen = |at: usize| fields[at].chosen();
        let seniority = ALONG[chosen(SENIORITY).min(ALONG.len() - 1)].1;
        Profile {
            name: fields[NAME].text().trim().to_owned(),
            family: work::chosen(model, &fields[FAMILY]),
            seniority,
            said: Said {
                family: model.profile.said.family || self.said,
                seniority: model.profile.said.seniority || seniority != model.profile.seniority,
            },
            minutes_a_day: value(&MINUTES_A_DAY, chosen(MINUTES), model.profile.minutes_a_day),
            pace: value(&PACES, chosen(PACE), model.profile.pace),
            factor: Factor::ALL[chosen(TIME).min(3)],
            pacing: CLOCKS[chosen(PACING).min(2)].0,
            input: if chosen(INPUT) == 1 {
                Input::Aloud
            } else {
                Input::Typed
            },
            improper: fields[IMPROPER].ticked(),
            delivery: fields[DELIVERY].ticked(),
            rating: RATINGS[chosen(RATING).min(2)].1,
            ticks: model.profile.ticks.clone(),
        }
    }

    /// The looks and manners that the form says.
    fn config(&self, model: &Model) -> Config {
        let fields = &self.form.fields;
        let name = theme::names().nth(fields[THEME].chosen());
        Config {
            theme: name.map_or_else(|| model.config.theme.clone(), str::to_owned),
            glyphs: GLYPH_SETS[fields[GLYPHS].chosen().min(2)].1,
            announce: REPAINTS[fields[REPAINT].chosen().min(2)].1,
            bell: fields[BELL].ticked(),
            mouse: fields[MOUSE].ticked(),
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
    fn did(&mut self, did: Did, desk: &mut Desk<'_>) {
        match did {
            Did::Changed if self.form.at == NAME => self.drafting.touch(desk.now),
            Did::Changed | Did::Moved => {
                self.said |= did == Did::Changed && self.form.at == FAMILY;
                self.keep(desk);
            }
            Did::Pressed | Did::Nothing => {}
        }
    }
}

/// The chosen one of a list of numbers; the old one where it is not in the list and nothing was chosen.
fn value(list: &[u16], chosen: usize, old: u16) -> u16 {
    list.get(chosen).copied().unwrap_or(old)
}

/// A choice among numbers; one that is not in the list stands behind it.
fn numbers(label: &str, list: &[u16], at: u16, unit: &str) -> Field {
    let mut words: Vec<String> = list.iter().map(|n| format!("{n} {unit}")).collect();
    let place = list.iter().position(|n| *n == at).unwrap_or_else(|| {
        words.push(format!("{at} {unit}"));
        list.len()
    });
    Field::new(label, Value::Choice(words, place))
}

/// A choice among a few words.
fn few<T: PartialEq>(list: &[(&str, T)], at: &T) -> (Vec<String>, usize) {
    let words = list.iter().map(|(words, _)| (*words).to_owned()).collect();
    let place = list.iter().position(|(_, one)| one == at).unwrap_or(0);
    (words, place)
}

fn who(model: &Model) -> Vec<Field> {
    let profile = &model.profile;
    let (along, stands) = few(&ALONG, &profile.seniority);
    vec![
        Field::new("First name", Value::Line(Editor::single(&profile.name)))
            .with_note("for the greeting; may stay empty"),
        work::choice(model, &profile.family).with_note("its questions join the general ones"),
        Field::new("How far along", Value::Choice(along, stands)),
        numbers("A day", &MINUTES_A_DAY, profile.minutes_a_day, "minutes"),
    ]
}

fn practice(profile: &Profile) -> Vec<Field> {
    let clocks = CLOCKS.iter().map(|c| c.1.to_owned()).collect();
    let clock = CLOCKS.iter().position(|c| c.0 == profile.pacing);
    let factors = Factor::ALL.iter().map(|f| f.label().to_owned()).collect();
    let factor = Factor::ALL.iter().position(|f| *f == profile.factor);
    let inputs = vec!["typed".to_owned(), "aloud".to_owned()];
    let aloud = usize::from(profile.input == Input::Aloud);
    let (ratings, rated) = few(&RATINGS, &profile.rating);
    vec![
        Field::new("Answer", Value::Radio(inputs, aloud)),
        Field::new("Clock", Value::Choice(clocks, clock.unwrap_or(0))),
        Field::new(EXTRA_TIME, Value::Radio(factors, factor.unwrap_or(0))),
        numbers("Speaking pace", &PACES, profile.pace, "words a minute")
            .with_note("typed: as if spoken; code by time"),
        Field::new(
            "Delivery",
            Value::Tick(
                "rate how it was said, after answers aloud".to_owned(),
                profile.delivery,
            ),
        ),
        Field::new("Rating", Value::Choice(ratings, rated)),
        Field::new(
            "Improper",
            Value::Tick(
                "drills may ask what nobody should ask".to_owned(),
                profile.improper,
            ),
        ),
    ]
}

fn looks(config: &Config) -> Vec<Field> {
    let mut themes: Vec<String> = theme::names().map(str::to_owned).collect();
    let theme = theme::names().position(|name| name == config.theme);
    // One that nobody ships stands behind the others and stays until another one is chosen.
    let theme = theme.unwrap_or_else(|| {
        themes.push(config.theme.clone());
        themes.len() - 1
    });
    let (glyphs, set) = few(&GLYPH_SETS, &config.glyphs);
    let (repaints, how_often) = few(&REPAINTS, &config.announce);
    vec![
        Field::new("Theme", Value::Choice(themes, theme)),
        Field::new("Symbols", Value::Choice(glyphs, set)).with_note("from the next start on"),
        Field::new("Clock moves", Value::Choice(repaints, how_often)),
        Field::new(
            "Bell",
            Value::Tick(
                "when an answer is long enough, and when it is too long".to_owned(),
                config.bell,
            ),
        ),
        Field::new(
            "Mouse",
            Value::Tick("the wheel scrolls".to_owned(), config.mouse),
        ),
    ]
}

impl Formed for Settings {
    fn form(&mut self) -> &mut Form {
        &mut self.form
    }

    fn filled_in(&mut self, desk: &mut Desk<'_>) {
        self.did(Did::Changed, desk);
    }
}

impl Pane for Settings {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => self.fill(desk.model),
            Msg::Type(c) if self.form.type_char(*c) => self.drafting.touch(desk.now),
            Msg::Paste(text) if self.form.paste(text) => self.drafting.touch(desk.now),
            Msg::Search(c) => self.form.search(*c),
            Msg::Wake if self.drafting.due(desk.now) => self.keep(desk),
            Msg::Leaving => self.keep(desk),
            Msg::Command(command) if self.form.is_listing() => {
                let did = self.form.command(*command, 40);
                self.did(did, desk);
            }
            Msg::Command(Command::Save) => self.save(desk),
            Msg::Outcome(Outcome::Saved(Wrote::Profile | Wrote::Config, _)) if self.closing => {
                self.closing = false;
                let unsaved = &desk.model.unsaved;
                if unsaved.has(&Wrote::Profile) || unsaved.has(&Wrote::Config) {
                    return self.save(desk);
                }
                desk.go(Go::Back);
            }
            Msg::Outcome(Outcome::NotSaved(Wrote::Profile | Wrote::Config, _)) => {
                self.closing = false;
            }
            Msg::Command(Command::Back | Command::Close) => {
                self.keep(desk);
                desk.go(Go::Back);
            }
            Msg::Command(Command::EditOutside) => drafting::hand_over(&mut self.form, desk),
            Msg::Outcome(Outcome::Edited(text)) if self.form.take_back(text) => self.keep(desk),
            Msg::Command(command) => {
                let did = self.form.command(*command, 40);
                self.did(did, desk);
            }
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
