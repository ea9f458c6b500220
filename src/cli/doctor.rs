//! `greenroom doctor`: what this computer and the settings look like, in a form to paste into a report.
//!
//! No words of the user's and no names: numbers of files, not what is in them, and `~` for the home folder.

use super::check;
use super::words::count;
use super::world::{Env, Exit, World};
use crate::content::{report, shipped};
use crate::domain::settings::{Config, GlyphSet};
use crate::look::glyphs::{ASCII, Glyphs, UNICODE};
use crate::look::theme::Depth;
use crate::problem::{Problem, Severity};
use crate::runtime::load;
use crate::runtime::voice::programs::Search;
use crate::store::home::{Loaded, Texts};
use crate::store::{Store, layout, recordings};

/// Columns of the names.
const NAME: usize = 22;

/// Variables that say something about the terminal.
const VARIABLES: [&str; 10] = [
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "NO_COLOR",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "VISUAL",
    "EDITOR",
];

/// Prints it.
pub fn run(world: &mut World<'_, '_>) -> Exit {
    let loaded = world.home.load_all(Texts::Left);
    let written = writable(world.home.store());
    let mut page = Page::new(world.env.text("HOME"));
    program(&mut page);
    terminal(&mut page, &loaded.config, world);
    settings(&mut page, &loaded.config);
    let sick = files(&mut page, &loaded, &written, world);
    for line in page.lines {
        world.out.line(line);
    }
    match &written {
        Err(why) => world.refuse(why),
        Ok(_) if sick => world.refuse("Some files are not in order. `greenroom check` names them."),
        Ok(_) => Exit::Done,
    }
}

/// Lines of names and values.
struct Page {
    lines: Vec<String>,
    /// The user's own folder, which is shown as `~`, since its name is theirs.
    own: Option<String>,
}

impl Page {
    fn new(own: Option<&str>) -> Self {
        let own = own.filter(|h| h.len() > 1).map(str::to_owned);
        Self {
            lines: Vec::new(),
            own,
        }
    }

    fn title(&mut self, title: &str) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(title.to_owned());
    }

    fn fact(&mut self, name: &str, value: &str) {
        let value = self
            .own
            .as_ref()
            .map_or_else(|| value.to_owned(), |own| value.replace(own.as_str(), "~"));
        let value = crate::domain::text::one_line(&value);
        let line = format!("  {name:NAME$}{value}");
        self.lines.push(line.trim_end().to_owned());
    }
}

fn program(page: &mut Page) {
    let library = shipped::library();
    page.title(concat!("greenroom ", env!("CARGO_PKG_VERSION")));
    page.fact(
        "system",
        &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
    );
    let questions = count(library.cards.len(), "question");
    page.fact("library", &format!("{}, {questions}", library.version));
}

fn terminal(page: &mut Page, config: &Config, world: &World<'_, '_>) {
    page.title("Terminal");
    match world.terminal {
        Some((width, height)) => page.fact("size", &format!("{width}x{height}")),
        None => page.fact("size", "input or output is not a terminal"),
    }
    for name in VARIABLES {
        page.fact(name, world.env.text(name).unwrap_or("-"));
    }
    let around = around(world.env);
    page.fact("inside of", if around.is_empty() { "-" } else { &around });
    looks(page, config, world.env);
    page.fact("clipboard", clipboard(&around));
    page.fact("bell", on_off(config.bell));
    page.fact("notifications", "not in this version");
    sound(page, config);
}

/// The programs that would record, play and read aloud.
fn sound(page: &mut Page, config: &Config) {
    let found = Search::usual().programs(&config.sound);
    let all = [
        ("recorder", found.recorder),
        ("player", found.player),
        ("reader", found.reader),
    ];
    for (name, program) in all {
        page.fact(name, program.as_deref().unwrap_or("none found"));
    }
}

/// What stands between the program and the screen.
fn around(env: &Env) -> String {
    let known = [
        ("TMUX", "tmux"),
        ("STY", "screen"),
        ("SSH_CONNECTION", "ssh"),
        ("WSL_DISTRO_NAME", "WSL"),
    ];
    let here = known.iter().filter(|(name, _)| env.text(name).is_some());
    here.map(|(_, what)| *what).collect::<Vec<_>>().join(", ")
}

fn looks(page: &mut Page, config: &Config, env: &Env) {
    let detected = env.terminal();
    page.fact("colors", colors(detected.depth()));
    let ascii = match config.glyphs {
        GlyphSet::Auto => detected.wants_ascii(),
        GlyphSet::Ascii => true,
        GlyphSet::Unicode => false,
    };
    page.fact("symbols", &sample(if ascii { &ASCII } else { &UNICODE }));
    if !ascii {
        page.fact("cursor test", "these bars stand under each other:");
        for wide in ["ab|", "漢|", "é.|", "✅|"] {
            page.fact("", wide);
        }
    }
}

const fn colors(depth: Depth) -> &'static str {
    match depth {
        Depth::None => "none",
        Depth::Ansi => "16",
        Depth::Indexed => "256",
        Depth::True => "24 bit",
    }
}

fn sample(glyphs: &Glyphs) -> String {
    let edge = [
        glyphs.focus,
        glyphs.heavy,
        glyphs.light,
        glyphs.rule,
        glyphs.edge,
        glyphs.cut,
    ];
    let marks = [
        glyphs.done,
        glyphs.here,
        glyphs.ahead,
        glyphs.bar,
        glyphs.rest,
    ];
    [
        &edge[..],
        &marks,
        &glyphs.heights,
        &glyphs.value,
        &glyphs.arrows,
    ]
    .concat()
    .join(" ")
}

fn clipboard(around: &str) -> &'static str {
    if around.contains("tmux") {
        "through the terminal (OSC 52); tmux needs `set -g set-clipboard on`"
    } else {
        "through the terminal (OSC 52)"
    }
}

fn settings(page: &mut Page, config: &Config) {
    page.title("Settings");
    page.fact("theme", &config.theme);
    page.fact("glyphs", &format!("{:?}", config.glyphs).to_lowercase());
    page.fact("announce", &format!("{:?}", config.announce).to_lowercase());
    page.fact("mouse", on_off(config.mouse));
    page.fact("record", on_off(config.sound.record));
    let editor = config.editor.first().map_or("-", String::as_str);
    page.fact("editor", editor);
    page.fact("own keys", &config.keys.len().to_string());
}

const fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// Places and numbers; names of files stay out of it, since they hold words of the user's. `true` when some
/// are not in order.
fn files(
    page: &mut Page,
    loaded: &Loaded,
    written: &Result<bool, String>,
    world: &World<'_, '_>,
) -> bool {
    page.title("Files");
    let state = match written {
        Ok(true) => "can be written",
        Ok(false) => "empty, or not made before the first save",
        Err(_) => "CANNOT BE WRITTEN",
    };
    let folder = world.places.home.display();
    page.fact("folder", &format!("{folder} ({state})"));
    let config = world.places.settings.join(layout::CONFIG);
    page.fact("settings", &config.display().to_string());
    for (name, number) in [
        ("applications", loaded.applications.len()),
        ("stories", loaded.stories.len()),
        ("referees", loaded.checks.referees.len()),
        ("documents", loaded.checks.documents.len()),
        ("entries", loaded.entries.len()),
        ("sittings", loaded.sittings.len()),
        ("packs", loaded.sources.packs.len()),
        ("drafts", loaded.drafts.len()),
    ] {
        page.fact(name, &number.to_string());
    }
    let (count, bytes) = recordings::size(&world.places.home);
    let size = format!("{count}, {}", megabytes(bytes));
    page.fact("recordings", if count == 0 { "0" } else { &size });
    let problems = trouble(loaded, world);
    page.fact("problems", &report::summary(&problems));
    for problem in problems.iter().filter(|p| p.file == layout::CONFIG) {
        page.fact("", &problem.to_string());
    }
    report::count(&problems, Severity::Error) > 0
}

/// `12.3 MB`, rounded up.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// Everything that is not in order, settings included.
fn trouble(loaded: &Loaded, world: &World<'_, '_>) -> Vec<Problem> {
    let mut problems = check::own::problems(loaded, world);
    load::layers_of(&loaded.sources, &mut problems);
    problems
}

/// Tries to write a temporary file; `false` when there is no folder to try it in.
fn writable(store: &dyn Store) -> Result<bool, String> {
    let items = store.list("").map_err(|e| e.to_string())?;
    if items.is_empty() {
        return Ok(false);
    }
    let start = layout::temporary_start("doctor", std::process::id());
    let name = format!("{start}probe{}", layout::TEMPORARY_END);
    store
        .create(&name, b"doctor")
        .map_err(|e| e.about("A file in your folder").to_string())?;
    store.remove(&name).map_err(|e| e.to_string())?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;
    use crate::store::samples;

    #[test]
    fn m90_it_tells_everything_that_a_report_needs() {
        let trial = Trial::new()
            .with_env("TERM", "xterm-256color")
            .with_env("TMUX", "/tmp/tmux");
        trial.sit();
        let done = trial.run(&["doctor"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for word in [
            concat!("greenroom ", env!("CARGO_PKG_VERSION")),
            "TERM                  xterm-256color",
            "COLORTERM             -",
            "inside of             tmux",
            "colors                256",
            "set-clipboard on",
            "sittings              1",
            "can be written",
        ] {
            assert!(done.out.contains(word), "{word}\n{}", done.out);
        }
    }

    #[test]
    fn nothing_of_the_user_is_in_it() {
        let trial = Trial::new()
            .with_env("HOME", "/home/sam")
            .with_env("EDITOR", "/home/sam/bin/ed");
        trial
            .home()
            .save_application(&samples::application("acme-engineer"))
            .expect("saved");
        trial
            .home()
            .save_entry(&samples::note("2026-11-20-walk", "Calm."))
            .expect("saved");
        let done = trial.run(&["doctor"]);
        for word in ["sam", "acme", "walk", "Calm"] {
            assert!(
                !done.out.to_lowercase().contains(word),
                "{word}\n{}",
                done.out
            );
        }
        assert!(done.out.contains("~/greenroom"), "{}", done.out);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_found() {
        let trial = Trial::new();
        trial.sit();
        trial.full_disk();
        let done = trial.run(&["doctor"]);
        assert_eq!(done.code, 1);
        assert!(done.said().contains("the disk is full"), "{}", done.err);
        assert!(trial.files().iter().all(|f| !f.contains("doctor")));
    }

    #[test]
    fn mistakes_in_the_settings_are_told_and_others_only_counted() {
        let trial = Trial::new();
        trial.put("config.toml", "format = 1\nthema = \"dark\"\n");
        trial.put(
            "journal/2026/2026-01-01-boss-left.toml",
            "format = 1\ndate = yesterday\n",
        );
        let done = trial.run(&["doctor"]);
        assert_eq!(done.code, 1);
        assert!(done.out.contains("config.toml:2:1"), "{}", done.out);
        assert!(done.out.contains("1 error, 1 warning."), "{}", done.out);
        assert!(!done.out.contains("boss") && !done.err.contains("boss"));
    }

    #[test]
    fn a_probe_leaves_nothing_behind() {
        let trial = Trial::new();
        trial.sit();
        let before = trial.files();
        trial.run(&["doctor"]);
        assert_eq!(trial.files(), before);
    }
}
