//! `greenroom next`: the one best thing to do now, and why.

use serde::Serialize;

use super::args::JsonArgs;
use super::glance::Glance;
use super::words::wrapped;
use super::world::{Exit, World};
use crate::domain::id::QuestionId;
use crate::domain::next::{Thing, Todo};
use crate::panes::unreadable;

/// Prints it.
pub fn run(args: &JsonArgs, world: &mut World<'_, '_>) -> Exit {
    let glance = Glance::of(world);
    world.warn(&glance.model.problems);
    // The list is never empty; without this line it would print nothing.
    let Some(thing) = glance.ahead.things.first() else {
        return Exit::Done;
    };
    if args.json {
        world.print_json(&Told {
            format: 1,
            next: Row::of(thing, &glance),
        });
        return Exit::Done;
    }
    let shown = glance.shown(thing);
    world.out.line(wrapped(&shown.head(), 0));
    world.out.line(wrapped(&shown.why(), 0));
    world
        .out
        .line(format_args!("Start: {}", glance.command(&thing.todo)));
    unread(&glance, world)
}

/// Says on the page itself when a job is missing on it, and ends as something that was found.
pub fn unread(glance: &Glance, world: &mut World<'_, '_>) -> Exit {
    let jobs = unreadable::jobs(&glance.model);
    if jobs.is_empty() {
        return Exit::Done;
    }
    if !glance.model.names_hidden {
        world.out.blank();
        let line = format!("Not read, so not in this list: {}.", jobs.join(", "));
        world.out.line(wrapped(&line, 0));
    }
    Exit::Found
}

#[derive(Serialize)]
struct Told<'a> {
    format: u8,
    next: Row<'a>,
}

/// One thing for programs; fields are only ever added.
#[derive(Serialize)]
pub struct Row<'a> {
    /// `go-on`, `debrief`, `rate`, `doubt`, `prepare`, `notes`, `warm-up`, `story`, `talk`, `mock` or `drill`.
    what: &'static str,
    title: String,
    minutes: u32,
    reason: String,
    command: String,
    /// The questions of a drill that is about certain ones.
    questions: Vec<&'a str>,
}

impl<'a> Row<'a> {
    /// The thing with names hidden where that is wanted.
    pub fn of(thing: &'a Thing, glance: &Glance) -> Self {
        let (what, questions) = match &thing.todo {
            Todo::GoOn(_) => ("go-on", [].as_slice()),
            Todo::Debrief { .. } => ("debrief", [].as_slice()),
            Todo::Doubt(..) => ("doubt", [].as_slice()),
            Todo::Rate(_) => ("rate", [].as_slice()),
            Todo::WarmUp => ("warm-up", [].as_slice()),
            Todo::Sheet(..) => ("prepare", [].as_slice()),
            Todo::Notes(..) => ("notes", [].as_slice()),
            Todo::Story(_) => ("story", [].as_slice()),
            Todo::Talk(_) => ("talk", [].as_slice()),
            Todo::FiveMinuteMock | Todo::Mock(_) => ("mock", [].as_slice()),
            Todo::Drill { filter, .. } => ("drill", filter.ticked.as_slice()),
        };
        Self {
            what,
            title: glance.hide(&thing.title),
            minutes: thing.minutes,
            reason: glance.hide(&thing.reason),
            command: glance.command(&thing.todo),
            questions: questions.iter().map(QuestionId::as_str).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;

    #[test]
    fn an_empty_home_begins_with_five_minutes() {
        let done = Trial::new().run(&["next"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert_eq!(
            done.out,
            "Five-minute mock.\n\
             Two questions, and nobody else sees it.\n\
             Start: greenroom\n"
        );
    }

    #[test]
    fn the_eve_of_an_interview_begins_with_what_is_to_be_prepared() {
        let trial = Trial::new();
        trial.sit();
        trial.interview_tomorrow("Acme");
        let done = trial.run(&["next", "--json"]);
        let told: Value = serde_json::from_str(&done.out).expect("it is JSON");
        assert_eq!(told["next"]["what"], "prepare");
        assert_eq!(told["next"]["minutes"], 0, "nobody can say how long");
        assert_eq!(told["next"]["reason"], "for tomorrow at 10:00, Acme");
    }

    #[test]
    fn what_is_told_to_type_names_the_home_that_was_named() {
        let trial = Trial::new();
        trial.sit();
        trial.interview_tomorrow("Acme");
        trial.put("packs/bad.toml", "questions = [\n");
        let studio = "greenroom --home 'My clients/bea'";
        let drill = format!("{studio} drill --stage panel --count 6");
        for (words, told) in [
            (&["next"][..], format!("Start: {studio}").as_str()),
            (&["next", "--json"], &format!("\"{studio}\"")),
            (&["today", "--json"], &drill),
            (&["doctor"], "`greenroom --home 'My clients/bea' check`"),
        ] {
            let done = trial.run(&[&["--home", "My clients/bea"], words].concat());
            let said = format!("{} {}", done.out, done.said());
            assert!(said.contains(told), "{words:?}: {said}");
            assert!(!said.contains("`greenroom check"), "{said}");
        }
        let packs = Trial::new().run(&["pack", "list", "--home", "bea"]).said();
        assert!(
            packs.contains("`greenroom --home bea pack add FILE`"),
            "{packs}"
        );
    }

    #[test]
    fn a_known_question_is_started_by_its_id() {
        let trial = Trial::new();
        let path = trial.sit();
        let known = "q-general-behavioral-promise-at-risk";
        let text = trial.text(&path);
        let text = text.replace("q-general-behavioral-missed-deadline", known);
        let text = text.replace("night-shift/q-care-motivation-why-nights", known);
        let text = text.replace("2026-11-23T", "2026-11-18T");
        trial.put(&path, &text);
        let told = trial.run(&["today", "--json"]).out;
        let told: Value = serde_json::from_str(&told).expect("it is JSON");
        let rows = told["next"].as_array().expect("a list");
        let row = rows.iter().find(|row| row["questions"][0].is_string());
        let row = row.expect("one that was answered comes back");
        let id = row["questions"][0].as_str().expect("an id");
        let command = format!("greenroom drill --question {id}");
        assert_eq!(row["command"].as_str(), Some(command.as_str()), "{row}");
    }

    #[test]
    fn hidden_names_are_letters() {
        let trial = Trial::new();
        trial.sit();
        trial.interview_tomorrow("Acme");
        for words in [
            &["next", "--hide-names"][..],
            &["today", "--json", "--hide-names"],
        ] {
            let done = trial.run(words);
            assert!(done.out.contains("Employer A"), "{}", done.out);
            assert!(!done.out.contains("Acme"), "{}", done.out);
        }
    }

    #[test]
    fn r5_a_broken_file_is_named_with_its_line_and_the_rest_counts() {
        let trial = Trial::new();
        trial.sit();
        trial.interview_tomorrow("Acme");
        trial.put("applications/broken.toml", "format = 1\nemployer = \"a\n");
        let done = trial.run(&["next"]);
        assert_eq!(done.code, 1, "a job is missing in what it says");
        assert!(done.out.contains("Not read, so not in this list: Broken."));
        assert!(
            done.said().contains("applications/broken.toml:2"),
            "{}",
            done.err
        );
        assert!(done.out.contains("tomorrow at 10:00"), "{}", done.out);
    }
}
