//! A home after years of use, written once for all benches: 10,000 answers in 2,000 sittings, 2,000 entries.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use greenroom::content::shipped;
use greenroom::domain::id::{EntryId, SittingId};
use greenroom::domain::journal::{Entry, EntryKind};
use greenroom::domain::level::Level;
use greenroom::domain::library::Library;
use greenroom::domain::practice::clock::{Factor, Pacing};
use greenroom::domain::practice::record::{
    Answer, Block, Event, EventKind, Form, Input, Mark, Planned, Rater, Rating, SittingHead, Way,
    Why,
};
use greenroom::domain::time::Wall;
use greenroom::store::home::Home;
use greenroom::store::layout::Places;
use greenroom::store::memory::Memory;
use tempfile::TempDir;

/// Sittings, each with [`ANSWERS`] answers.
pub const SITTINGS: u64 = 2_000;

/// Answers of one sitting.
pub const ANSWERS: u16 = 5;

/// Journal entries.
pub const ENTRIES: u64 = 2_000;

/// The folder; it goes when this is dropped.
pub struct LargeHome(TempDir);

impl LargeHome {
    /// Writes it in the program's own formats.
    pub fn write() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let memory = Arc::new(Memory::new());
        let home = Home::new(Arc::clone(&memory) as _, Arc::clone(&memory) as _);
        let library = shipped::library();
        for n in 0..SITTINGS {
            sit(&home, &library, n);
        }
        for n in 0..ENTRIES {
            home.save_entry(&entry(n)).expect("memory takes it");
        }
        for path in memory.paths() {
            let text = memory.text(&path).unwrap_or_default();
            put(&folder.path().join(&path), &text);
        }
        Self(folder)
    }

    /// Opens it as the program does, with nothing known of it yet.
    pub fn open(&self) -> Home {
        let home = self.0.path().to_owned();
        Home::at(&Places {
            settings: home.clone(),
            home,
        })
    }
}

fn put(path: &Path, text: &str) {
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// The evening of the `n`-th sitting: one a day, the last one on the day before the benches' today.
fn evening(n: u64) -> Wall {
    let start = Wall::parse_from_rfc3339("2026-03-11T19:00:00+01:00").expect("a date");
    start - Days::new(SITTINGS - 1 - n)
}

fn sit(home: &Home, library: &Library, n: u64) {
    let started = evening(n);
    let cards = (0..usize::from(ANSWERS)).map(|k| {
        let at = usize::try_from(n).unwrap_or(0) * 7 + k * 31;
        &library.cards[at % library.cards.len()]
    });
    let cards: Vec<_> = cards.collect();
    let head = SittingHead {
        id: SittingId::new(format!("{}-drill", started.format("%Y-%m-%dT%H%M"))),
        started,
        title: "Drill".to_owned(),
        stage: None,
        seed: n,
        library: library.version.clone(),
        pacing: Pacing::Window,
        factor: Factor::X1,
        input: Input::Typed,
        strict: false,
        probes: true,
        rate_each: true,
        warm_up: false,
        rung: None,
        shape: None,
        form: Form::Drill,
        plan: cards
            .iter()
            .map(|card| Planned {
                question: card.id.clone(),
                wording: 0,
                why: Why::Drawn,
            })
            .collect(),
    };
    home.begin_sitting(&head).expect("memory takes it");
    let mut blocks = Vec::new();
    for (index, card) in (0..).zip(&cards) {
        let at = started + Days::new(0);
        blocks.push(Block::Answer(Answer {
            index,
            question: card.id.clone(),
            wording: 0,
            take: 1,
            for_point: None,
            extra: None,
            kind: card.kind,
            competency: card.competencies[0].clone(),
            input: Input::Typed,
            at,
            think_s: 20,
            first_word_s: Some(4),
            seconds: 240,
            length_s: 80,
            paused_s: 0,
            window: Some((60, 130)),
            words: 190,
            fillers: 0,
            hints: Vec::new(),
            way: Way::default(),
            expected: Some(Level::Solid),
            skipped: false,
            text: prose(n + u64::from(index), 190),
        }));
        let level = Level::ALL[usize::try_from(n).unwrap_or(0) % 4];
        blocks.push(Block::Rating(Rating {
            index,
            question: card.id.clone(),
            rater: Rater::Now,
            at,
            points: vec![Mark::Hit, Mark::Half, Mark::Hit, Mark::Missed, Mark::Hit],
            proofs: Vec::new(),
            flags: Vec::new(),
            dimensions: Vec::new(),
            computed: level,
            line: "d1".to_owned(),
            level,
            note: "Say the number first.".to_owned(),
        }));
    }
    blocks.push(Block::Event(Event {
        at: started,
        what: EventKind::Finished,
        seconds: 0,
    }));
    for block in &blocks {
        home.append_block(&head.id, block, started)
            .expect("memory takes it");
    }
}

/// A note of about a hundred words; one a day.
pub fn entry(n: u64) -> Entry {
    let last = NaiveDate::from_ymd_opt(2026, 3, 11).expect("a date");
    let date = last - Days::new(n);
    Entry {
        id: EntryId::new(format!("{date}-note-{n}")),
        kind: EntryKind::Note,
        date,
        time: None,
        title: format!("Note {n}: {}", prose(n, 4)),
        application: None,
        stage: None,
        feeling: String::new(),
        tags: vec!["panel".to_owned()],
        private: false,
        body: prose(n, 100),
        beside: None,
        debrief: None,
    }
}

/// So many plain words, other ones for each `n`.
pub fn prose(n: u64, words: u64) -> String {
    const WORDS: [&str; 24] = [
        "the", "supplier", "moved", "our", "date", "again", "so", "I", "called", "both", "teams",
        "and", "wrote", "down", "what", "each", "of", "them", "needed", "by", "Friday", "before",
        "anything", "else",
    ];
    let mut text = String::new();
    let mut state = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for _ in 0..words {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let word = WORDS[usize::try_from(state % 24).unwrap_or(0)];
        let _ = write!(text, "{word} ");
    }
    text.trim_end().to_owned()
}

/// A pack of so many complete questions.
pub fn pack(questions: u64) -> String {
    let mut text = "[pack]\nformat = 1\nid = \"large\"\ntitle = \"Large\"\nversion = \"1.0.0\"\nauthor = \"Nobody\"\n\
                    license = \"private\"\nlanguage = \"en\"\n"
        .to_owned();
    for n in 0..questions {
        let mut points = String::new();
        for k in 0..5 {
            let words = prose(n * 7 + k, 7);
            let _ = writeln!(points, "  {{ text = \"{words}\", core = {} }},", k == 0);
        }
        let _ = write!(
            text,
            "\n[[question]]\nid = \"q-general-behavioral-{n}\"\nstatus = \"ready\"\ntext = \"{}?\"\n\
             kind = \"behavioral\"\ncompetencies = [\"conflict\"]\nstages = [\"panel\"]\nroles = [\"general\"]\n\
             difficulty = 2\nprep_s = 30\nanswer_s = 105\nmin_s = 60\nmax_s = 130\nframework = \"star-l\"\n\
             strong = [\n{points}]\nred_flags = [{{ text = \"{}\" }}]\noutline = [\"The event\", \"The result\"]\n",
            prose(n, 14),
            prose(n + 3, 5)
        );
    }
    text
}
