//! `greenroom check`: looks for mistakes and changes nothing.

use std::path::Path;

use super::args::{CheckArgs, Format};
use super::words;
use super::world::{Exit, World};
use crate::content::{check, packs, report};
use crate::domain::order::InOrder;
use crate::problem::{Problem, Severity};
use crate::store::holds::Holds;
use crate::store::home::{Loaded, SourceFile, Texts};
use crate::store::{layout, outside};

pub mod own;

/// Checks what was named, or everything of the user.
pub fn run(args: &CheckArgs, world: &mut World<'_, '_>) -> Exit {
    let mut tables = String::new();
    let mut problems = if args.paths.is_empty() {
        everything(world)
    } else {
        named(args, &mut tables, world)
    };
    // The library inside the program is the same for everybody, and was checked before it was packed.
    if args.coverage && args.paths.is_empty() {
        tables = check::coverage();
        problems.append(&mut check::shipped());
    }
    problems.order_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    if args.coverage && args.format != Format::Json {
        world.out.text(tables);
    }
    match args.format {
        Format::Human => world.out.text(report::human(&problems)),
        Format::Json => world.out.exact(report::json(&problems) + "\n"),
        Format::Short => world.out.text(report::short(&problems)),
    }
    if report::count(&problems, Severity::Error) == 0 {
        Exit::Done
    } else {
        Exit::Found
    }
}

/// The packs and every file of the user.
fn everything(world: &World<'_, '_>) -> Vec<Problem> {
    let loaded = world.home.load_all(Texts::Left);
    let mut problems = questions(&loaded);
    problems.append(&mut own::problems(&loaded, world));
    problems
}

/// Packs, own questions and what was changed on others, and what they do to each other.
fn questions(loaded: &Loaded) -> Vec<Problem> {
    let files: Vec<_> = loaded.sources.packs.iter().map(named_text).collect();
    let packs = packs::inside(layout::PACKS, &files);
    let mine = loaded.sources.mine.as_ref().map(named_text);
    let overlay = loaded.sources.overlay.as_ref().map(named_text);
    check::home(&packs, mine, overlay)
}

fn named_text(file: &SourceFile) -> (&str, &str) {
    (&file.path, &file.text)
}

/// Files of this home or another, packs that lie anywhere, as files or folders, and the folder that the library is
/// written in, with the tables of what it covers where they are asked for.
fn named(args: &CheckArgs, tables: &mut String, world: &World<'_, '_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for path in &args.paths {
        if outside::is_same(path, &world.places.home) {
            problems.append(&mut everything(world));
            continue;
        }
        let files = outside::sources(path, &mut problems);
        let (files, others): (Vec<_>, Vec<_>) = (files.iter())
            .map(|file| (file, holds(file, world)))
            .partition(|(_, holds)| *holds == Holds::Pack);
        for (file, holds) in others {
            problems.append(&mut own_file(file, holds, world));
        }
        let files: Vec<_> = files
            .into_iter()
            .map(|(file, _)| named_text(file))
            .collect();
        let folder = words::path(path);
        // The folder of all packs is never one pack.
        let packs = if outside::is_same(path, &world.places.home.join(layout::PACKS)) {
            packs::inside(&folder, &files)
        } else {
            packs::at(&folder, &files)
        };
        if args.coverage {
            tables.extend(packs.iter().filter_map(check::coverage_of));
        }
        problems.extend(packs.iter().flat_map(check::bundle));
    }
    problems
}

/// What a file holds, by its place in the home or else by what stands in it.
fn holds(file: &SourceFile, world: &World<'_, '_>) -> Holds {
    let folders = [&world.places.home, &world.places.settings];
    let mut inside = folders
        .into_iter()
        .filter_map(|folder| outside::below_folder(Path::new(&file.path), folder));
    let placed = inside.find_map(|path| Holds::at(&path));
    placed.unwrap_or_else(|| Holds::looks(&file.text))
}

/// What is wrong in a file that is no pack.
fn own_file(file: &SourceFile, holds: Holds, world: &World<'_, '_>) -> Vec<Problem> {
    let (name, text) = named_text(file);
    let one_of_all = |path: &str| {
        let all = questions(&world.home.load_all(Texts::Left)).into_iter();
        let here = all.filter(|problem| problem.file == path);
        let named = here.map(|problem| Problem {
            file: name.to_owned(),
            ..problem
        });
        named.collect()
    };
    match holds {
        Holds::Mine => one_of_all(layout::MINE),
        Holds::Overlay => one_of_all(layout::OVERLAY),
        Holds::Config => own::config(name, text),
        Holds::Profile => {
            let mut problems = own::fields(name, text, &own::library(world));
            problems.extend(holds.proof(name, text.as_bytes()).into_iter().flatten());
            problems
        }
        Holds::Story => {
            let mut problems = own::of_story(name, text, &own::library(world));
            problems.extend(holds.proof(name, text.as_bytes()).into_iter().flatten());
            problems
        }
        Holds::Application | Holds::Checks | Holds::Entry | Holds::Sitting | Holds::Pack => {
            holds.proof(name, text.as_bytes()).unwrap_or_default()
        }
    }
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
        assert_eq!(samples, 8);
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

    /// What is told in short about a home with one file.
    fn told(path: &str, text: &str) -> Vec<String> {
        let trial = Trial::new();
        trial.put(path, text);
        let done = trial.run(&["check", "--format", "short"]);
        done.out.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_misspelled_name_in_a_file_of_mine_is_told_with_the_one_that_is_meant() {
        let path = "applications/ferrum.toml";
        let text = "format = 1\nemployer = \"Ferrum\"\nstage = \"panel\"\nsince = 2026-11-02\noutcom = \"offer\"\nclosd = true\nrecruiter_ref = \"FS-1\"\n[[round]]\nstage = \"panel\"\nnotte = \"x\"\n";
        assert_eq!(
            told(path, text),
            [
                "applications/ferrum.toml:5:1: warning: `outcom` is not known here and does nothing. Did you mean `outcome`?",
                "applications/ferrum.toml:6:1: warning: `closd` is not known here and does nothing. Did you mean `closed`?",
                "applications/ferrum.toml:10:1: warning: `notte` is not known here and does nothing. Did you mean `note`?",
                "No errors, 3 warnings.",
            ]
        );
        let since = told(path, &text.replace("since =", "sinse ="));
        assert_eq!(
            since[0],
            "applications/ferrum.toml:4:1: error: `sinse` is not known here. Did you mean `since`?"
        );
        assert_eq!(since.len(), 5, "{since:#?}");
    }

    #[test]
    fn a_story_about_a_competency_that_is_not_there_is_told_with_the_one_that_is_meant() {
        let text = "format = 1\ntitle = \"x\"\nshows = [\"conflit\"]\nrezult = \"y\"\n[lengths]\n45 = \"z\"\n";
        assert_eq!(
            told("stories/a.toml", text),
            [
                "stories/a.toml:3:9: warning: There is no competency `conflit`; it stands nowhere in the ledger. Did you mean `conflict`?",
                "stories/a.toml:4:1: warning: `rezult` is not known here and does nothing. Did you mean `result`?",
                "stories/a.toml:6:6: warning: `45` is no length of a story; what stands there is shown nowhere. Write it under 30, 60, 90 or 180, as seconds.",
                "No errors, 3 warnings.",
            ]
        );
    }

    #[test]
    fn what_a_profile_says_that_means_nothing_is_told() {
        let text = "format = 1\nfamily = \"sofware\"\nfamly = \"x\"\nminutes_a_day = 100000\n";
        assert_eq!(
            told("profile.toml", text),
            [
                "profile.toml:2:10: warning: There is no field of work `sofware`; only general questions are asked. Did you mean `software`?",
                "profile.toml:3:1: warning: `famly` is not known here and does nothing. Did you mean `family`?",
                "profile.toml:4:17: warning: `100000` counts as 240 here. Write a whole number from 5 to 240.",
                "No errors, 3 warnings.",
            ]
        );
    }

    #[test]
    fn all_mistakes_of_a_file_are_told_at_once_in_the_order_of_its_lines() {
        let text = "format = 1\nemployer = 5\nstage = \"panle\"\nsince = \"30 Nov\"\nclosed = \"no\"\n[[round]]\nstage = \"panel\"\ndate = \"2026-02-30\"\n";
        let told = told("applications/a.toml", text);
        let lines: Vec<&str> = (told.iter())
            .filter_map(|line| line.split_once(": error: "))
            .map(|(place, _)| place)
            .collect();
        let file = |place: &str| format!("applications/a.toml:{place}");
        let places = ["2:12", "3:9", "4:9", "5:10", "8:8"].map(file);
        assert_eq!(lines, places, "{told:#?}");
        assert!(
            told[2].ends_with("Write a date as 2026-12-10: year, month, day."),
            "{told:#?}"
        );
        assert!(
            told[4].contains("There is no 30 February 2026."),
            "{told:#?}"
        );
    }

    #[test]
    fn a_record_with_one_mistake_is_looked_at_for_the_others() {
        let text = "[[question]]\nid = \"a\"\ntext = \"Why nights?\"\nkind = \"behavoral\"\ndifficulty = \"hard\"\n[[question]]\nid = \"a\"\ntext = 42\n";
        let told = told("packs/p.toml", text);
        let errors: Vec<&str> = (told.iter())
            .filter_map(|line| line.split_once(": error: "))
            .map(|(place, _)| place)
            .collect();
        let file = |place: &str| format!("packs/p.toml:{place}");
        assert_eq!(errors, ["4:8", "5:14", "7:6", "8:8"].map(file), "{told:#?}");
    }

    #[test]
    fn lists_of_entries_are_shown_as_they_are_written() {
        let text = "[[question]]\nid = \"a\"\ntext = \"Why?\"\nprobes = \"What else?\"\n";
        let told = told("packs/p.toml", text);
        assert!(
            told[0].contains("Write a list of entries: probes = [{ text = \"…\" }]."),
            "{told:#?}"
        );
    }

    #[test]
    fn a_date_without_quotation_marks_is_told_as_a_date() {
        for (line, hint) in [
            (
                "date = 10 dec",
                "Write a date as 2026-12-10: year, month, day.",
            ),
            (
                "date = 2026-12-32",
                "December has 31 days then; its last one is 2026-12-31.",
            ),
            ("date = 2026-1-5", "Write it as 2026-01-05."),
            (
                "date = yesterday",
                "Write a date as 2026-12-10: year, month, day.",
            ),
            ("date = 5", "Write it as 2026-12-10."),
            ("date = 2026-12-01\ntime = 9:30", "Write it as 09:30."),
            (
                "date = 2026-12-01\ntime = 25:00:00",
                "Write a time as 09:30, from 00:00 to 23:59.",
            ),
            ("date = 2026-12-01\ntime = \"10.30\"", "Write it as 10:30."),
        ] {
            let text = format!("format = 1\nkind = \"note\"\n{line}\nbody = \"\"\n");
            let told = told("journal/2026/2026-12-01-a.toml", &text);
            assert_eq!(told.len(), 2, "{told:#?}");
            assert!(told[0].ends_with(hint), "{line}: {told:#?}");
        }
    }

    #[test]
    fn a_merge_that_is_not_finished_is_called_so() {
        let text = "format = 1\n<<<<<<< HEAD\nname = \"A\"\n=======\nname = \"B\"\n>>>>>>> other\n";
        let told = told("profile.toml", text);
        assert!(
            told[0].starts_with("profile.toml:2:1: error: A merge is not finished here"),
            "{told:#?}"
        );
        assert_eq!(told.len(), 2, "{told:#?}");
    }

    #[test]
    fn a_file_of_mine_is_known_wherever_it_lies() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text, told) in [
            (
                "entry.toml",
                "format = 1\nkind = \"note\"\ndate = 2026-13-45\nbody = \"\"\n",
                ":3:8: error: There is no month 13.",
            ),
            (
                "job.toml",
                "format = 1\nemployer = \"A\"\nstage = \"panel\"\nclosd = true\nsince = 2026-11-02\n",
                ":4:1: warning: `closd`",
            ),
            (
                "me.toml",
                "format = 1\nname = \"A\"\nfamily = \"sofware\"\npace = 140\n",
                ":3:10: warning: There is no field of work",
            ),
            (
                "config.toml",
                "format = 1\n\ntheme = \"gruvbox\"\nbell = true\n",
                ":3:9: warning: There is no theme `gruvbox`",
            ),
        ] {
            let path = folder.path().join(name);
            outside::create(&path, text.as_bytes()).expect("written");
            let path = path.to_str().expect("plain");
            let done = Trial::new().run(&["check", path, "--format", "short"]);
            assert!(
                done.out.starts_with(&format!("{path}{told}")),
                "{}",
                done.out
            );
            assert_eq!(done.out.lines().count(), 2, "{}", done.out);
        }
    }

    #[test]
    fn the_theme_that_is_not_there_is_told_at_its_line() {
        let told = told("config.toml", "format = 1\n\ntheme = \"gruvbox\"\n");
        assert!(
            told[0].starts_with("config.toml:3:9: warning: There is no theme `gruvbox`"),
            "{told:#?}"
        );
    }

    #[test]
    fn in_short_there_is_nothing_but_findings_until_the_tables_are_asked_for() {
        let trial = Trial::new();
        let done = trial.run(&["check", "--format", "short"]);
        assert_eq!(done.out, "Nothing is wrong.\n");
        let done = trial.run(&["check", "--coverage"]);
        assert!(done.out.starts_with("family"), "{}", done.out);
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
