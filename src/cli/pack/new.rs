//! `greenroom pack new`: writes a new pack. It asks in plain words; with `--title` everything comes from options.

use std::io::{BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};

use super::add;
use crate::cli::args::PackNewArgs;
use crate::cli::named;
use crate::cli::words::{self, count, wrapped};
use crate::cli::world::{Exit, World};
use crate::content::import;
use crate::content::packs::{EXAMPLE, Fresh, MAX_QUESTIONS};
use crate::content::{check, report};
use crate::domain::library::{Kind, Library, StageId};
use crate::domain::text::one_line;
use crate::problem::Severity;
use crate::runtime::plain::page::Page;
use crate::store::outside;

/// Most bytes of questions that are read from standard input.
const LIMIT: u64 = 1 << 20;

mod talk;

use talk::Talk;

/// Longest title, in characters.
const TITLE: usize = 60;

/// Writes a new pack, and says what comes next.
pub fn run(args: &PackNewArgs, world: &mut World<'_, '_>) -> Exit {
    if args.example {
        let path = args
            .out
            .clone()
            .unwrap_or_else(|| PathBuf::from("example-night-shift.toml"));
        return write(&path, EXAMPLE, world);
    }
    let (library, _) = named::library(&world.home);
    let wanted = match &args.title {
        Some(title) => given(title, args, &library, world),
        None => asked(args, &library, world),
    };
    match wanted {
        Ok((fresh, path, add)) => {
            let exit = finish(&fresh, &path, add, world);
            let written = outside::can_be_made(&path).is_err();
            if exit != Exit::Done && args.title.is_none() && !written {
                world.err.line("So that nothing is lost, here it is:");
                world.out.text(fresh.text());
            }
            exit
        }
        Err(exit) => exit,
    }
}

/// A pack, the file for it, and whether it is to be added.
type Wanted = Result<(Fresh, PathBuf, bool), Exit>;

/// Takes everything from the options; the questions may come from standard input.
fn given(title: &str, args: &PackNewArgs, library: &Library, world: &mut World<'_, '_>) -> Wanted {
    let roles = args.role.iter().map(|id| named::family(library, id));
    let roles = match roles.collect::<Result<Vec<_>, _>>() {
        Ok(roles) => roles.iter().map(ToString::to_string).collect(),
        Err(why) => return Err(world.misused(&why)),
    };
    let mut questions = args.question.clone();
    if questions.is_empty() {
        questions = match read(world.input) {
            Ok(lines) => lines,
            Err(why) => return Err(world.refuse(&why)),
        };
    }
    let mut fresh = fresh(title, world);
    fresh.kind = args.kind.unwrap_or(fresh.kind);
    fresh.by_words = args.kind.is_none();
    fresh.roles = or(roles, fresh.roles);
    fresh.stages = or(args.stage.clone(), fresh.stages);
    fresh.questions = clean(&questions);
    for (option, field) in [
        (&args.author, &mut fresh.author),
        (&args.description, &mut fresh.description),
        (&args.license, &mut fresh.license),
        (&args.language, &mut fresh.language),
    ] {
        if let Some(text) = option {
            *field = one_line(text);
        }
    }
    let path = args.out.clone().unwrap_or_else(|| usual_path(&fresh));
    Ok((fresh, path, args.add))
}

fn or<T>(given: Vec<T>, usual: Vec<T>) -> Vec<T> {
    if given.is_empty() { usual } else { given }
}

/// A pack as it is where nobody says otherwise.
fn fresh(title: &str, world: &World<'_, '_>) -> Fresh {
    let name = world.home.load_small().profile.name;
    Fresh {
        title: one_line(title).chars().take(TITLE).collect(),
        author: if name.is_empty() {
            "anonymous".to_owned()
        } else {
            one_line(&name)
        },
        license: talk::LICENSES[0].0.to_owned(),
        language: "en".to_owned(),
        description: String::new(),
        kind: Kind::Behavioral,
        by_words: true,
        stages: vec![StageId::InPerson],
        roles: vec!["general".to_owned()],
        questions: Vec::new(),
    }
}

fn usual_path(fresh: &Fresh) -> PathBuf {
    PathBuf::from(format!("{}.toml", fresh.id()))
}

/// The questions of standard input, one a line.
fn read(input: &mut dyn Read) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for line in BufReader::new(input.take(LIMIT)).lines() {
        let line = line.map_err(|e| {
            format!(
                "Standard input could not be read: {e}. Nothing was written. It must be UTF-8 text."
            )
        })?;
        lines.push(line);
    }
    Ok(lines)
}

/// Lines made safe, without empty ones and without the signs of a list before them.
fn clean(lines: &[String]) -> Vec<String> {
    let lines = lines.iter().map(|line| one_line(line));
    let bare = lines.map(|line| import::asked(&line).to_owned());
    bare.filter(|line| !line.is_empty()).collect()
}

/// Asks for everything, question by question.
fn asked(args: &PackNewArgs, library: &Library, world: &mut World<'_, '_>) -> Wanted {
    let mut usual = fresh("", world);
    // A pack is mostly for one's own work.
    let family = world.home.load_small().profile.family.to_string();
    if library.families.get(&family).is_some() {
        usual.roles = vec![family];
    }
    let mut input = BufReader::new(&mut *world.input);
    let page = Page::new(&mut input, world.out.stream(), world.terminal.is_none());
    let talk = Talk::new(page, library, usual, args.out.clone());
    match talk.hold() {
        Ok(wanted) => Ok(wanted),
        Err(_) => Err(world.refuse("Nothing was written.")),
    }
}

/// Words in a row, each once.
fn told_once(words: &[&str]) -> String {
    let mut once: Vec<&str> = Vec::new();
    for word in words {
        if !once.contains(word) {
            once.push(word);
        }
    }
    once.join(", ")
}

/// Writes the pack, looks at it once more, and says what comes next.
fn finish(fresh: &Fresh, path: &Path, add: bool, world: &mut World<'_, '_>) -> Exit {
    let questions = fresh.distinct().len();
    if questions == 0 {
        return world.misused("There is no question. Nothing was written. Give some with --question or as lines of standard input.");
    }
    if questions > MAX_QUESTIONS {
        return world.refuse(&format!(
            "There are {questions} questions; {MAX_QUESTIONS} are the limit. Nothing was written."
        ));
    }
    let text = fresh.text();
    let name = words::path(path);
    let found = check::pack(&name, &text);
    if report::count(&found, Severity::Error) > 0 {
        world.err.text(report::human(&found));
        return world.refuse("Nothing was written.");
    }
    let written = write(path, &text, world);
    if written != Exit::Done {
        return written;
    }
    let twice = fresh.questions.len() - questions;
    if twice > 0 {
        world.out.line(wrapped(
            &format!(
                "{} stood there twice and will be asked once.",
                count(twice, "question")
            ),
            0,
        ));
    }
    let others: Vec<&str> = fresh.others().iter().map(|(_, kind)| kind.word()).collect();
    if !others.is_empty() {
        let words = format!(
            "{} of another kind by the words: {}. Change `kind` in the file where that is wrong.",
            count(others.len(), "question"),
            told_once(&others)
        );
        world.out.line(wrapped(&words, 0));
    }
    if !found.is_empty() {
        let words = format!(
            "{}: `greenroom check {name}` tells them.",
            count(found.len(), "warning")
        );
        world.out.line(wrapped(&words, 0));
    }
    if add {
        return add::from(&[path], world);
    }
    let next = format!(
        "Look at it with `greenroom pack preview {name}`. To practice with it, take it among your packs first: \
         `greenroom pack add {name}`."
    );
    world.out.line(wrapped(&next, 0));
    Exit::Done
}

/// Makes the file; one that is there is never written over.
fn write(path: &Path, text: &str, world: &mut World<'_, '_>) -> Exit {
    match outside::create(path, text.as_bytes()) {
        Ok(()) => {
            world
                .out
                .line(wrapped(&format!("Wrote {}.", words::path(path)), 0));
            Exit::Done
        }
        Err(error) => world.fail(&error),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::cli::trial::Trial;
    use crate::content::packs::load;

    struct Desk {
        trial: Trial,
        folder: TempDir,
    }

    impl Desk {
        fn new() -> Self {
            Self {
                trial: Trial::new(),
                folder: tempfile::tempdir().expect("a folder"),
            }
        }

        fn path(&self) -> String {
            self.folder
                .path()
                .join("p.toml")
                .to_str()
                .expect("plain")
                .to_owned()
        }

        fn written(&self) -> String {
            let files = outside::sources(Path::new(&self.path()), &mut Vec::new());
            files
                .into_iter()
                .next()
                .map(|file| file.text)
                .unwrap_or_default()
        }
    }

    #[test]
    fn with_a_title_nothing_is_asked() {
        let desk = Desk::new();
        let out = desk.path();
        let done = desk.trial.run(&[
            "pack",
            "new",
            "--title",
            "Night shift",
            "--kind",
            "situational",
            "--stage",
            "panel",
            "--role",
            "care",
            "--question",
            "Two wards call. How do you decide?",
            "--question",
            "Who covers for you?",
            "--out",
            &out,
        ]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(done.out.contains("greenroom pack add"), "{}", done.out);
        let text = desk.written();
        for line in [
            "id = \"night-shift\"",
            "author = \"anonymous\"",
            "kind = \"situational\"",
            "stages = [\"panel\"]",
            "roles = [\"care\"]",
            "  \"Who covers for you?\",",
        ] {
            assert!(text.contains(&format!("{line}\n")), "{line}\n{text}");
        }
    }

    #[test]
    fn the_work_that_is_proposed_is_the_one_of_the_settings() {
        let desk = Desk::new();
        let path = desk.path();
        desk.trial
            .put("profile.toml", "format = 1\nfamily = \"operations\"\n");
        let said = format!("Bea\n\n\n\n\n\n\n\nWhy us?\n\n{path}\n\n");
        desk.trial.says(said.as_bytes());
        let done = desk.trial.run(&["pack", "new"]);
        assert_eq!(done.code, 0, "{}{}", done.out, done.err);
        let text = desk.written();
        assert!(text.contains("roles = [\"operations\"]\n"), "{text}");
    }

    #[test]
    fn a_pack_may_be_for_several_stages() {
        let desk = Desk::new();
        let path = desk.path();
        let said = format!("Bea\n\n\n\n\n\n6, 3\n\nWhy us?\n\n{path}\n\n");
        desk.trial.says(said.as_bytes());
        let done = desk.trial.run(&["pack", "new"]);
        assert_eq!(done.code, 0, "{}{}", done.out, done.err);
        let text = desk.written();
        assert!(
            text.contains("stages = [\"") && text.contains("\", \""),
            "{text}"
        );
        assert!(
            load("p.toml", &text).is_ok_and(|pack| pack.cards()[0].stages.len() == 2),
            "{text}"
        );
    }

    #[test]
    fn questions_may_come_from_a_pipe_and_the_pack_may_be_added_at_once() {
        let desk = Desk::new();
        desk.trial
            .says("- Why nights?\n\n* Who covers for you?\n  why nights\n".as_bytes());
        let done = desk.trial.run(&[
            "pack",
            "new",
            "--title",
            "Nights",
            "--add",
            "--out",
            &desk.path(),
        ]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(done.out.contains("will be asked once"), "{}", done.out);
        assert!(
            done.out
                .contains("Added nights: Nights 1.0.0. It has 2 questions."),
            "{}",
            done.out
        );
        assert!(desk.trial.text("packs/nights.toml").contains("Why nights?"));
    }

    #[test]
    fn the_talk_asks_in_plain_words_and_writes_at_its_end() {
        let desk = Desk::new();
        let words = [
            "",
            "Night shift",
            "Sam",
            "",
            "2",
            "",
            "6",
            "6",
            "b",
            "3",
            "1",
            "Why nights?",
            "Who covers?",
            "",
            &desk.path(),
            "y",
        ];
        desk.trial.says(words.join("\n").as_bytes());
        let done = desk.trial.run(&["pack", "new"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
        for words in [
            "What is it called?",
            "It needs a name",
            "Who may use it?",
            "For which work?",
            "Added night-shift",
        ] {
            assert!(done.out.contains(words), "{words}\n{}", done.out);
        }
        let text = desk.written();
        assert!(
            text.contains("license = \"CC-BY-4.0\"") && text.contains("author = \"Sam\""),
            "{text}"
        );
        assert!(
            text.contains("stages = [\"in-person\"]"),
            "one step back asks again: {text}"
        );
    }

    #[test]
    fn nothing_that_was_typed_is_lost_on_the_way() {
        let desk = Desk::new();
        let taken = desk.folder.path().join("taken.toml");
        outside::create(&taken, b"mine").expect("made");
        let taken = taken.to_str().expect("plain").to_owned();
        let here = desk.path();
        let long = format!("{}?", "Why ".repeat(1_500));
        let bare = here.trim_end_matches(".toml");
        let words = [
            "Nights",
            "",
            "",
            "",
            "German",
            "de",
            "",
            "",
            "",
            "",
            "Why nights?",
            "Who slept?",
            "b",
            &long,
            "Who covers?",
            "",
            "b",
            "b",
            "2. Who wakes you?",
            "",
            &taken,
            bare,
            "",
        ];
        desk.trial
            .says(format!("{}\n", words.join("\n")).as_bytes());
        let done = desk.trial.run(&["pack", "new"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
        for words in [
            "What is it called? ",
            "Behavioral: tell me about a time",
            "Its two letters, please",
            "That is too long for a question.",
            "A pack needs one question at least.",
            "Taken back: Who slept?",
            "taken.toml exists already",
            "Which file shall it be? [nights.toml]:",
        ] {
            assert!(done.out.contains(words), "{words}\n{}", done.out);
        }
        let text = desk.written();
        assert!(text.contains("language = \"de\""), "{text}");
        assert!(
            text.contains("  \"Why nights?\",\n  \"Who wakes you?\",\n]"),
            "{text}"
        );
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_pack_that_cannot_be_written_is_shown_so_that_it_is_not_lost() {
        let desk = Desk::new();
        // No file can be made there, not even by whoever may do everything.
        let path = "/proc/greenroom.toml";
        let words = [
            "Nights",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "Why nights?",
            "",
            path,
            "",
            "",
        ];
        desk.trial
            .says(format!("{}\n", words.join("\n")).as_bytes());
        let done = desk.trial.run(&["pack", "new"]);
        assert_eq!(done.code, 1, "{}", done.out);
        assert!(done.said().contains("here it is:"), "{}", done.err);
        assert!(done.out.contains("  \"Why nights?\",\n]"), "{}", done.out);
    }

    #[test]
    fn leaving_the_talk_writes_nothing() {
        for words in ["q\n", "Nights\nSam\n", ""] {
            let desk = Desk::new();
            desk.trial.says(words.as_bytes());
            let done = desk.trial.run(&["pack", "new"]);
            assert_eq!(
                (done.code, done.said().as_str()),
                (1, "Nothing was written.")
            );
            assert_eq!(desk.trial.files(), Vec::<String>::new());
        }
    }

    #[test]
    fn what_cannot_be_a_pack_is_refused_before_anything_is_written() {
        let desk = Desk::new();
        let new = |more: &[&str]| {
            let done = desk.trial.run(
                &[
                    &["pack", "new", "--title", "N", "--out", &desk.path()],
                    more,
                ]
                .concat(),
            );
            assert_ne!(done.code, 0);
            assert_eq!(desk.written(), "");
            done.said()
        };
        assert!(new(&[]).contains("There is no question."));
        assert!(
            new(&["--role", "nurse", "--question", "Why?"]).contains("no field of work `nurse`")
        );
        assert!(new(&["--license", " ", "--question", "Why?"]).contains("`license` is missing"));
        let path = desk.path();
        outside::create(Path::new(&path), b"mine").expect("made");
        let taken = desk.trial.run(&[
            "pack",
            "new",
            "--title",
            "N",
            "--question",
            "Why?",
            "--out",
            &path,
        ]);
        assert!(taken.said().contains("exists already"), "{}", taken.said());
        assert_eq!(desk.written(), "mine");
    }

    #[test]
    fn the_example_shows_every_field() {
        let desk = Desk::new();
        let done = desk
            .trial
            .run(&["pack", "new", "--example", "--out", &desk.path()]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert_eq!(desk.written(), EXAMPLE);
    }
}
