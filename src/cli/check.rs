//! `greenroom check`: looks for mistakes and changes nothing.

use std::path::Path;

use super::args::{CheckArgs, Format};
use super::studio::unknown_theme;
use super::words;
use super::world::{Exit, World};
use crate::content::{check, packs, report};
use crate::keys::Keymap;
use crate::problem::{Problem, Severity};
use crate::store::home::{Loaded, SourceFile, Texts};
use crate::store::{layout, outside};

/// Checks what was named, or everything.
pub fn run(args: &CheckArgs, world: &mut World<'_, '_>) -> Exit {
    let mut tables = String::new();
    let problems = if args.paths.is_empty() {
        tables.push_str(&check::coverage());
        everything(world)
    } else {
        named(&args.paths, &mut tables, world)
    };
    match args.format {
        Format::Human => world.out.text(report::human(&problems)),
        Format::Json => world.out.exact(report::json(&problems) + "\n"),
        Format::Short => world.out.text(tables + &report::short(&problems)),
    }
    if report::count(&problems, Severity::Error) == 0 {
        Exit::Done
    } else {
        Exit::Found
    }
}

/// The library, the packs and every file of the user.
fn everything(world: &World<'_, '_>) -> Vec<Problem> {
    let mut loaded = world.home.load_all(Texts::Left);
    let mut problems = check::shipped();
    let files: Vec<_> = loaded.sources.packs.iter().map(named_text).collect();
    let packs = packs::inside(layout::PACKS, &files);
    let mine = loaded.sources.mine.as_ref().map(named_text);
    let overlay = loaded.sources.overlay.as_ref().map(named_text);
    problems.append(&mut check::home(&packs, mine, overlay));
    problems.append(&mut settings(&loaded));
    problems.append(&mut loaded.problems);
    problems.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    problems
}

fn named_text(file: &SourceFile) -> (&str, &str) {
    (&file.path, &file.text)
}

/// Keys that clash and a theme that is not there.
fn settings(loaded: &Loaded) -> Vec<Problem> {
    let (_, mut problems) = Keymap::with(layout::CONFIG, &loaded.config.keys);
    problems.extend(unknown_theme(&loaded.config.theme).map(|what| Problem {
        severity: Severity::Warning,
        ..Problem::in_file(layout::CONFIG, what, "The usual one is used.")
    }));
    problems
}

/// Packs that lie anywhere, as files or folders, and the folder that the library is written in, with the tables of
/// what it covers.
fn named(paths: &[impl AsRef<Path>], tables: &mut String, world: &World<'_, '_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for path in paths {
        let path = path.as_ref();
        let files = outside::sources(path, &mut problems);
        let files: Vec<_> = files.iter().map(named_text).collect();
        let folder = words::path(path);
        // The folder of all packs is never one pack.
        let packs = if outside::is_same(path, &world.places.home.join(layout::PACKS)) {
            packs::inside(&folder, &files)
        } else {
            packs::at(&folder, &files)
        };
        tables.extend(packs.iter().filter_map(check::coverage_of));
        problems.extend(packs.iter().flat_map(check::bundle));
    }
    problems
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;
    use crate::content::shipped;
    use crate::store::outside;

    #[test]
    fn an_empty_home_is_fine() {
        let done = Trial::new().run(&["check"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    }

    #[test]
    fn the_folder_of_the_library_is_checked_as_the_library() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            outside::create(&path, text.as_bytes()).expect("made");
        };
        for (name, text) in shipped::sources() {
            let text = match *name {
                "questions/general-opener.toml" => {
                    text.replace("framework = \"", "framework = \"x")
                }
                _ => (*text).to_owned(),
            };
            write(name, &text);
        }
        let path = folder.path().to_str().expect("plain");
        let done = Trial::new().run(&["check", path, "--format", "short"]);
        assert_eq!(done.code, 1);
        let slips = done.out.matches("[L03]").count();
        assert!(
            done.out.contains("general-opener.toml") && slips >= 14,
            "{}",
            done.out
        );
        assert!(!done.out.contains("L34"), "{}", done.out);
    }

    /// A home with a slip in a pack, in an entry and in the keys.
    fn broken() -> Trial {
        let trial = Trial::new();
        trial.sit();
        trial.put("packs/a.toml", "questions = [\"Why?\"\n\u{1b}[31m");
        trial.put(
            "journal/2026/2026-01-01-x.toml",
            "format = 1\ndate = yesterday\n",
        );
        trial.put(
            "config.toml",
            "format = 1\ntheme = \"darc\"\n[keys.journal]\n\"f8\" = \"no-such\"\n",
        );
        trial
    }

    #[test]
    fn r5_every_broken_file_is_named_with_its_line_and_nothing_steers_the_terminal() {
        for format in ["human", "short"] {
            let done = broken().run(&["check", "--format", format]);
            assert_eq!(done.code, 1);
            for place in [
                "packs/a.toml:1",
                "journal/2026/2026-01-01-x.toml:2",
                "config.toml:4",
            ] {
                assert!(done.out.contains(place), "{place}\n{}", done.out);
            }
            assert!(done.out.contains("Did you mean `dark`?"), "{}", done.out);
            assert!(!done.out.contains('\u{1b}'));
            assert!(done.out.contains(" errors, "), "{}", done.out);
        }
    }

    #[test]
    fn programs_get_every_part_of_a_problem() {
        let done = broken().run(&["check", "--format", "json"]);
        let told: Value = serde_json::from_str(&done.out).expect("it is JSON");
        let problems = told["problems"].as_array().expect("a list");
        assert_eq!(
            told["errors"].as_u64().unwrap() + told["warnings"].as_u64().unwrap(),
            problems.len() as u64
        );
        let entry = problems
            .iter()
            .find(|p| p["file"] == "journal/2026/2026-01-01-x.toml");
        let entry = entry.expect("it is told");
        assert_eq!(
            (entry["severity"].as_str(), entry["line"].as_u64()),
            (Some("error"), Some(2))
        );
        assert!(entry["hint"].as_str().is_some_and(|h| !h.is_empty()));
    }

    #[test]
    fn the_samples_of_the_page_about_files_are_in_order() {
        let page = include_str!("../../docs/files.md");
        let trial = Trial::new();
        let mut samples = 0;
        for part in page.split("\n## ").skip(1) {
            let (path, rest) = part.split_once('\n').expect("a title");
            if let Some((_, sample)) = rest.split_once("```toml\n") {
                let (sample, _) = sample.split_once("```").expect("an end");
                trial.put(path, sample);
                samples += 1;
            }
        }
        assert_eq!(samples, 5);
        let done = trial.run(&["check", "--format", "short"]);
        let mine = done
            .out
            .lines()
            .filter_map(|l| l.split_once(':'))
            .find(|(file, _)| page.contains(&format!("## {file}")));
        assert_eq!(mine, None, "{}", done.out);
        let told = trial.run(&["today", "--json"]).out;
        assert!(told.contains("Acme"), "{told}");
    }

    #[test]
    fn a_check_changes_nothing() {
        let trial = broken();
        let before = trial.files();
        trial.run(&["check"]);
        assert_eq!(trial.files(), before);
    }

    #[test]
    fn packs_can_be_checked_before_they_are_added() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str, text: &str| {
            let path = folder.path().join(name);
            outside::create(&path, text.as_bytes()).expect("written");
            path.to_str().expect("plain").to_owned()
        };
        let good = at("good.toml", "questions = [\"Why do you want nights?\"]\n");
        let bad = at("bad.toml", "questions = 3\n");
        let trial = Trial::new();
        assert_eq!(trial.run(&["check", &good]).code, 0);
        let done = trial.run(&["check", &good, &bad, "--format", "short"]);
        assert_eq!(done.code, 1);
        assert!(done.out.contains(&format!("{bad}:1")), "{}", done.out);
        let done = trial.run(&["check", "no-such-pack.toml"]);
        assert_eq!(done.code, 1);
        assert!(done.out.contains("no-such-pack.toml"), "{}", done.out);
    }
}
