//! What the palette finds beside commands: whole mocks, talks and settings, each by its words.

use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::ScenarioId;
use crate::keys::Command;
use crate::panes::application_form::endings::ended_words;
use crate::panes::begin::{self, solo};
use crate::panes::words::{self, EXTRA_TIME};
use crate::panes::{handbook, mocking, mocks, recall, work};

/// The settings by their labels, with other words that people look for.
const SETTINGS: [(&str, &str); 15] = [
    ("First name", "profile who I am me"),
    (work::LABEL, "profile role job profession family"),
    ("How far along", "profile level seniority experience"),
    ("Answer", "typed aloud voice speak input"),
    ("Clock", "timer pacing hard cut-off countdown"),
    (EXTRA_TIME, "accessibility longer"),
    ("Speaking pace", "words a minute"),
    ("Delivery", "voice how it was said"),
    ("Rating", "short full points descriptions rate time"),
    ("Improper", "illegal inappropriate questions"),
    ("Theme", "colors dark light contrast"),
    ("Symbols", "ascii plain letters unicode"),
    ("Clock moves", "seconds minutes announce"),
    ("Bell", "sound ring"),
    ("Mouse", "wheel scroll"),
];

/// Short ways to begin.
const BEGIN: [(&str, &str, To); 3] = [
    (
        "Start a five-minute mock",
        "short quick two questions",
        To::FiveMinutes,
    ),
    (
        "Start a warm-up, unrated",
        "easy loosen two questions",
        To::WarmUp,
    ),
    (
        "Story recall, ten seconds each",
        "stories name drill remember which story to tell",
        To::Recall,
    ),
];

/// What is done in the shell.
const OUTSIDE: [(&str, &str, To); 3] = [
    (
        "Lines for a screen reader: greenroom --plain",
        "blind braille accessibility speech terminal text disability",
        To::Outside("Leave with q, then type greenroom --plain."),
    ),
    (
        "Calendar and contacts: greenroom export ics, export vcf, in your shell",
        "export calendar ics contacts vcf people address book",
        To::Outside("Leave with q, then type greenroom export ics --out interviews.ics."),
    ),
    (
        "Export: greenroom export md, in your shell",
        "export backup markdown",
        To::Command(Command::Where),
    ),
];

/// Where a row leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// A place.
    Place(Place),
    /// The briefing of a talk.
    Talk(ScenarioId),
    /// What a command says.
    Command(Command),
    /// The five-minute mock.
    FiveMinutes,
    /// The warm-up that is not rated.
    WarmUp,
    /// Ten seconds to name a story.
    Recall,
    /// What is done outside of the studio.
    Outside(&'static str),
}

/// Something that can be gone to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// As listed.
    pub say: String,
    /// More words that it is found by.
    pub words: String,
    /// Where it leads.
    pub to: To,
}

/// All of them: short ways to begin, mocks, talks, settings, the studio as lines, pages.
pub fn all(model: &Model) -> Vec<Thing> {
    let thing = |say: String, words: String, to| Thing { say, words, to };
    let mocks = model.library.blueprints.iter().map(|b| {
        let to = To::Place(Place::Mock(b.id.clone()));
        let words = mocks::haystack(&b, model);
        thing(format!("Go to the mock: {}", b.title), words, to)
    });
    let talks = model.library.scenarios.iter().map(|s| {
        let group = s.group.word();
        let words = format!("{group} {} {} rehearse", s.counterpart_title, s.id);
        let say = format!("Go to the talk: {}", s.title);
        thing(say, words, To::Talk(s.id.clone()))
    });
    let settings = SETTINGS.iter().map(|(label, words)| {
        let to = To::Place(Place::Setting((*label).to_owned()));
        let say = format!("Go to the settings: {}", label.to_lowercase());
        thing(say, (*words).to_owned(), to)
    });
    let pages = handbook::named(&model.library).into_iter();
    let pages = pages.map(|(kind, id, title)| {
        let words = format!("{kind} {id} handbook send");
        let say = format!("{kind}: {title}");
        thing(say, words, To::Place(Place::Page(id)))
    });
    fixed(&BEGIN)
        .chain(mocks)
        .chain(talks)
        .chain(settings)
        .chain(fixed(&OUTSIDE))
        .chain(pages)
        .chain(jobs(model))
        .collect()
}

/// Things that are there whatever the library holds.
fn fixed(rows: &'static [(&'static str, &'static str, To)]) -> impl Iterator<Item = Thing> {
    rows.iter().map(|(say, words, to)| Thing {
        say: (*say).to_owned(),
        words: (*words).to_owned(),
        to: to.clone(),
    })
}

/// Every application, the closed ones with their endings; of the open ones what may have become of them, too.
fn jobs(model: &Model) -> impl Iterator<Item = Thing> {
    let roads = model.journey.choices().map(|a| {
        let (ended, words) = if a.closed {
            (format!(" ({})", ended_words(a)), "closed")
        } else {
            (String::new(), "open")
        };
        let role = words::hide_names(model, &a.role);
        Thing {
            say: format!("Job: {}{ended}", model.employer(a)),
            words: format!("{role} {words} application employer road"),
            to: To::Place(Place::Road(a.id.clone())),
        }
    });
    let endings = model.journey.open().map(|a| Thing {
        say: format!("They said yes or no, or moved the day: {}", model.employer(a)),
        words: "rejected rejection reject no offer yes accept withdraw moved date reschedule close ending".to_owned(),
        to: To::Place(Place::EditApplication(Some(a.id.clone()))),
    });
    roads.chain(endings)
}

impl To {
    /// Goes there.
    pub fn go(&self, desk: &mut Desk<'_>) {
        match self {
            Self::Place(place) => desk.go(Go::Open(place.clone())),
            Self::Command(command) => desk.go(Go::Run(*command)),
            Self::Outside(words) => {
                desk.go(Go::Back);
                desk.say(*words);
            }
            Self::FiveMinutes => begin::five_minutes(desk),
            Self::WarmUp => mocking::warm_up(desk),
            Self::Recall => {
                desk.go(Go::Back);
                recall::open(desk);
            }
            Self::Talk(id) => solo::talk(id, true, Go::Open, desk),
        }
    }
}
