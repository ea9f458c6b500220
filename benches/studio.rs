//! What the user waits for, measured inside the process: `cargo bench --bench studio`.
//!
//! Start, keys in lists, typing, drawing, the home after years, search. What can only be seen from outside (the
//! first frame of the process, bytes on the terminal, idle wake-ups, memory) is in `docs/speed.md`.

#[path = "studio/large_home.rs"]
mod large_home;

use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use divan::{Bencher, black_box};
use greenroom::app::{App, Event};
use greenroom::content::{check, packs, shipped};
use greenroom::desk::{Effect, Model};
use greenroom::domain::search::{Haystack, Query};
use greenroom::domain::time::{Mono, Now};
use greenroom::keys::{Code, Context, Key, Keymap};
use greenroom::look::Look;
use greenroom::runtime::keeper::Keeper;
use greenroom::runtime::{load, sample};
use greenroom::store::home::{Home, Texts};
use large_home::LargeHome;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

/// Columns and rows of the small and the large screen.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

/// A Thursday evening.
fn now() -> Now {
    Now {
        mono: Mono(Duration::from_secs(1)),
        wall: chrono::DateTime::parse_from_rfc3339("2026-03-12T18:40:00+01:00").expect("a date"),
    }
}

/// The home after years; written at first use, since that takes seconds.
fn large() -> &'static LargeHome {
    static HOME: OnceLock<LargeHome> = OnceLock::new();
    HOME.get_or_init(LargeHome::write)
}

/// The whole program without a terminal.
struct Studio {
    app: App,
    keeper: Keeper,
    now: Now,
    cells: Buffer,
}

impl Studio {
    fn open(home: Home, (width, height): (u16, u16)) -> Self {
        let (keymap, _) = Keymap::with("config.toml", &[]);
        let mut app = App::new(Model::default(), Look::default(), keymap, (width, height));
        app.take_library(shipped::library());
        let mut effects = vec![Effect::Load];
        effects.extend(app.start(now()));
        let mut studio = Self {
            app,
            keeper: Keeper::new(Arc::new(home)),
            now: now(),
            cells: Buffer::empty(Rect::new(0, 0, width, height)),
        };
        studio.carry_out(effects);
        studio
    }

    /// Over the sample world, after these keys.
    fn sample(size: (u16, u16), keys: &[&str]) -> Self {
        let mut studio = Self::open(sample::home(now()).expect("memory takes it"), size);
        for key in keys {
            studio.press(key);
        }
        studio
    }

    fn press(&mut self, name: &str) {
        self.take(Key::parse(name).expect("a key"));
    }

    fn take(&mut self, key: Key) {
        self.now = self.now.after(Duration::from_millis(500));
        let effects = self.app.handle(Event::Key(key), self.now);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            for outcome in self.keeper.carry_out(&effect, self.now) {
                let event = Event::Outcome(Box::new(outcome));
                waiting.extend(self.app.handle(event, self.now));
            }
        }
    }

    fn draw(&mut self) {
        self.cells.reset();
        black_box(self.app.draw(self.now, &mut self.cells));
    }
}

// Start.

#[divan::bench]
fn library_load() -> usize {
    shipped::library().cards.len()
}

#[divan::bench]
fn library_read_every_question() -> usize {
    let library = shipped::library();
    library
        .cards
        .iter()
        .filter_map(|card| library.questions.get(card.id.as_str()))
        .map(|question| question.strong.len())
        .sum()
}

#[divan::bench]
fn sample_world() -> usize {
    let home = sample::home(now()).expect("memory takes it");
    load::everything(&home).entries.len()
}

#[divan::bench(args = SIZES)]
fn first_frame_of_an_empty_home(bencher: Bencher, size: (u16, u16)) {
    bencher.bench_local(|| {
        let (keymap, _) = Keymap::with("config.toml", &[]);
        let app = App::new(Model::default(), Look::default(), keymap, size);
        let mut cells = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        app.draw(now(), &mut cells)
    });
}

// A key, up to its frame.

/// Moves the mark down and up in a place and draws each time.
fn down_and_up(bencher: Bencher, size: (u16, u16), place: &[&str]) {
    let mut studio = Studio::sample(size, place);
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        studio.press(if down { "down" } else { "up" });
        studio.draw();
    });
}

#[divan::bench(args = SIZES)]
fn key_today(bencher: Bencher, size: (u16, u16)) {
    down_and_up(bencher, size, &["1"]);
}

#[divan::bench(args = SIZES)]
fn key_roadmap(bencher: Bencher, size: (u16, u16)) {
    down_and_up(bencher, size, &["2"]);
}

#[divan::bench(args = SIZES)]
fn key_practice(bencher: Bencher, size: (u16, u16)) {
    down_and_up(bencher, size, &["3"]);
}

#[divan::bench(args = SIZES)]
fn key_journal(bencher: Bencher, size: (u16, u16)) {
    down_and_up(bencher, size, &["4"]);
}

#[divan::bench(args = SIZES)]
fn key_question_library(bencher: Bencher, size: (u16, u16)) {
    down_and_up(bencher, size, &["ctrl+o"]);
}

/// A letter in an answer of 600 words.
#[divan::bench(args = SIZES)]
fn key_in_a_long_answer(bencher: Bencher, size: (u16, u16)) {
    let mut studio = Studio::sample(size, &["p", "enter", "enter"]);
    assert_eq!(studio.app.context(), Context::Answer);
    let now = studio.now;
    studio
        .app
        .handle(Event::Paste(large_home::prose(1, 600)), now);
    bencher.bench_local(|| {
        studio.take(Key::plain(Code::Char('e')));
        studio.draw();
        studio.press("backspace");
    });
}

// Drawing alone.

#[divan::bench(args = SIZES)]
fn draw_today(bencher: Bencher, size: (u16, u16)) {
    let mut studio = Studio::sample(size, &["1"]);
    bencher.bench_local(|| studio.draw());
}

#[divan::bench(args = SIZES)]
fn draw_journal(bencher: Bencher, size: (u16, u16)) {
    let mut studio = Studio::sample(size, &["4"]);
    bencher.bench_local(|| studio.draw());
}

// The home after years: 10,000 answers, 2,000 entries.

#[divan::bench(sample_count = 20)]
fn home_small_files(bencher: Bencher) {
    let large = large();
    bencher.bench_local(|| large.open().load_small().applications.len());
}

#[divan::bench(sample_count = 10)]
fn home_entries(bencher: Bencher) {
    let large = large();
    bencher.bench_local(|| large.open().load_entries().entries.len());
}

#[divan::bench(sample_count = 10)]
fn home_sittings(bencher: Bencher) {
    let large = large();
    bencher.bench_local(|| {
        let home = large.open();
        let folders = home.practice_folders().expect("the folder is there");
        let years = folders.iter().map(|f| home.load_year(f, Texts::Left));
        years.map(|year| year.sittings.len()).sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn home_everything(bencher: Bencher) {
    let large = large();
    bencher.bench_local(|| load::everything(&large.open()).heads.len());
}

/// As every start but the first: nothing changed since.
#[divan::bench(sample_count = 10)]
fn home_everything_again(bencher: Bencher) {
    let large = large();
    // Files that were touched a moment ago are read anew.
    std::thread::sleep(Duration::from_secs(4));
    let home = large.open();
    load::everything(&home);
    home.press();
    bencher.bench_local(|| load::everything(&large.open()).heads.len());
}

#[divan::bench(args = SIZES, sample_count = 50)]
fn key_today_after_years(bencher: Bencher, size: (u16, u16)) {
    let mut studio = Studio::open(large().open(), size);
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        studio.press(if down { "down" } else { "up" });
        studio.draw();
    });
}

#[divan::bench(args = SIZES, sample_count = 50)]
fn key_journal_after_years(bencher: Bencher, size: (u16, u16)) {
    let mut studio = Studio::open(large().open(), size);
    studio.press("4");
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        studio.press(if down { "down" } else { "up" });
        studio.draw();
    });
}

// Search: one key stroke.

/// As a query grows while it is typed.
const TYPED: [&str; 3] = ["s", "sup", "supplier date"];

#[divan::bench(args = TYPED)]
fn search_question_cards(bencher: Bencher, typed: &str) {
    let library = shipped::library();
    let stack = Haystack::new(library.cards.iter().map(|card| &card.text));
    bencher.bench_local(|| stack.find(&Query::new(typed)).len());
}

#[divan::bench(args = TYPED)]
fn search_question_cards_with_ten_packs(bencher: Bencher, typed: &str) {
    let mut library = shipped::library();
    for n in 0..10 {
        let id = format!("id = \"large-{n}\"");
        let text = large_home::pack(1_000).replacen("id = \"large\"", &id, 1);
        let pack = packs::load("large.toml", &text).expect("it can be read");
        packs::lay_over(&mut library, &pack);
    }
    let stack = Haystack::new(library.cards.iter().map(|card| &card.text));
    bencher.bench_local(|| stack.find(&Query::new(typed)).len());
}

#[divan::bench(args = TYPED)]
fn search_10_000_entries(bencher: Bencher, typed: &str) {
    let stack = Haystack::new((0..10_000).map(|n| {
        let entry = large_home::entry(n);
        format!("{} {}", entry.title, entry.body)
    }));
    bencher.bench_local(|| stack.find(&Query::new(typed)).len());
}

// Packs.

#[divan::bench(sample_count = 20)]
fn pack_of_1_000_questions(bencher: Bencher) {
    let text = large_home::pack(1_000);
    bencher.bench_local(|| packs::load("large.toml", &text).map(|pack| pack.cards().len()));
}

// The linter.

#[divan::bench(sample_count = 20)]
fn check_library() -> usize {
    check::shipped().len()
}

#[divan::bench(sample_count = 20)]
fn check_pack_of_1_000_questions(bencher: Bencher) {
    let text = large_home::pack(1_000);
    bencher.bench_local(|| check::pack("large.toml", &text).len());
}
