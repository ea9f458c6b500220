//! `greenroom` and `greenroom drill`: opens the studio.

use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::DrillArgs;
use super::named;
use super::world::{Exit, World};
use crate::content::hint::did_you_mean;
use crate::desk::go::MockWish;
use crate::domain::library::Library;
use crate::domain::practice::mock::Ticket;
use crate::look::theme;
use crate::runtime::plain;
use crate::runtime::studio::{self, DrillWish, Options};
#[cfg(unix)]
use crate::runtime::typed;

/// Opens the studio, or says why it cannot be opened here.
pub fn open(drill: Option<&DrillArgs>, world: &mut World<'_, '_>) -> Exit {
    let seed = world.global.seed;
    let wish = drill.map(|args| wish(args, seed, &named::library(&world.home).0));
    let wish = match wish.transpose() {
        Ok(wish) => wish,
        Err(why) => return world.misused(&why),
    };
    open_at(wish, None, world)
}

/// Opens it at answers that were handed in.
pub fn review(file: &Path, world: &mut World<'_, '_>) -> Exit {
    open_at(None, Some(file.to_owned()), world)
}

fn open_at(wish: Option<DrillWish>, review: Option<PathBuf>, world: &mut World<'_, '_>) -> Exit {
    if let Some(why) = world.global.theme.as_deref().and_then(unknown_theme) {
        return world.misused(&why);
    }
    let options = Options {
        places: world.places.clone(),
        seed: world.global.seed,
        theme: world.global.theme.clone(),
        hide_names: world.global.hide_names,
        drill: wish,
        review,
        here: world.out.here.clone(),
        env: world.env.texts(),
    };
    let dumb = world.env.text("TERM") == Some("dumb") && world.terminal.is_some();
    if world.global.plain || dumb {
        return in_lines(&options, world);
    }
    if world.terminal.is_none() {
        return world.misused(
            "The studio needs a terminal for its input and its output. Without one, \
             `greenroom --plain` works line by line.",
        );
    }
    match studio::run(&options) {
        Ok(code) => Exit::Studio(code),
        Err(e) => world.refuse(&format!("The terminal could not be set up: {e}.")),
    }
}

/// Plain mode.
fn in_lines(options: &Options, world: &mut World<'_, '_>) -> Exit {
    match line_by_line(options, world) {
        Ok(code) => Exit::Studio(code),
        Err(e) => world.refuse(&format!("Lines can no longer be read or printed: {e}.")),
    }
}

fn line_by_line(options: &Options, world: &mut World<'_, '_>) -> io::Result<u8> {
    let home = Arc::clone(&world.home);
    let terminal = world.terminal.is_some();
    let mut input = BufReader::new(lines(terminal, &mut *world.input)?);
    let out = world.out.stream();
    plain::run(options, home, world.clock, &mut input, out, !terminal)
}

/// Lines of a terminal are read whole, whatever it would cut them to.
#[cfg(unix)]
fn lines(terminal: bool, input: &mut dyn Read) -> io::Result<Box<dyn Read + '_>> {
    if terminal {
        Ok(Box::new(typed::Typed::new(input)?))
    } else {
        Ok(Box::new(input))
    }
}

/// Lines as the system gives them.
#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same as where a terminal has to be set up"
)]
fn lines(_: bool, input: &mut dyn Read) -> io::Result<Box<dyn Read + '_>> {
    Ok(Box::new(input))
}

/// The drill that was asked for, with names that the library knows.
fn wish(args: &DrillArgs, seed: Option<u64>, library: &Library) -> Result<DrillWish, String> {
    Ok(DrillWish {
        mock: mock(args, seed, library)?,
        stage: args.stage,
        kinds: args.kind.clone(),
        role: args
            .role
            .as_deref()
            .map(|id| named::family(library, id))
            .transpose()?,
        competencies: named::competencies(library, &args.competency)?,
        packs: named::packs(library, &args.pack)?,
        questions: named::questions(library, &args.question)?,
        count: args.count.map(usize::from),
        minutes: args.minutes,
        scenario: args
            .scenario
            .as_deref()
            .map(|id| named::scenario(library, id))
            .transpose()?,
        items: args.items,
    })
}

/// The whole mock that was asked for.
fn mock(
    args: &DrillArgs,
    seed: Option<u64>,
    library: &Library,
) -> Result<Option<MockWish>, String> {
    if let Some(id) = &args.blueprint {
        return named::blueprint(library, id).map(|id| Some(MockWish::Blueprint(id, seed)));
    }
    let Some(code) = &args.code else {
        return Ok(None);
    };
    match Ticket::read(code, library) {
        Ok(_) => Ok(Some(MockWish::Code(code.clone()))),
        Err(problem) => Err(problem.sentence().to_owned()),
    }
}

/// What is wrong with the name of a theme; `None` when there is one.
pub fn unknown_theme(name: &str) -> Option<String> {
    theme_hint(name).map(|help| format!("There is no theme `{name}`. {help}"))
}

/// What may be meant by the name of a theme; nothing where there is one of that name.
pub fn theme_hint(name: &str) -> Option<String> {
    let names: Vec<&str> = theme::names().collect();
    let known = names.contains(&name);
    (!known).then(|| did_you_mean(name, names.iter().copied()))
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    #[test]
    fn m78_without_a_terminal_it_says_so_and_names_the_way_out() {
        for words in [&[][..], &["drill", "--stage", "panel"]] {
            let done = Trial::new().run(words);
            assert_eq!((done.code, done.out.as_str()), (2, ""));
            assert!(done.said().contains("needs a terminal"), "{}", done.err);
            assert!(done.said().contains("`greenroom --plain`"), "{}", done.err);
        }
    }

    #[test]
    fn names_that_nobody_knows_are_told_before_anything_opens() {
        let said = |words: &[&str]| {
            let done = Trial::new().run(words);
            assert_eq!(done.code, 2);
            done.said()
        };
        let wrong = said(&["drill", "--competency", "conflct"]);
        assert!(wrong.contains("Did you mean `conflict`?"), "{wrong}");
        let wrong = said(&["drill", "--question", "q-general-opener-abuot-you"]);
        assert!(
            wrong.contains("There is no question `q-general-opener-abuot-you`. Did you mean `q-"),
            "{wrong}"
        );
        let wrong = said(&["drill", "--role", "nurse"]);
        assert!(wrong.contains("no field of work `nurse`"), "{wrong}");
        let wrong = said(&["drill", "--pack", "greenrom"]);
        assert!(wrong.contains("Did you mean `greenroom`?"), "{wrong}");
        let wrong = said(&["drill", "--blueprint", "panel-54"]);
        assert!(wrong.contains("Did you mean `panel-45`?"), "{wrong}");
        let wrong = said(&["drill", "--code", "4K7QM-2XR9T-0ABCD"]);
        assert!(wrong.contains("one letter is wrong or missing"), "{wrong}");
        let wrong = said(&["drill", "--scenario", "exploding-offr"]);
        assert!(wrong.contains("Did you mean `exploding-offer`?"), "{wrong}");
        let wrong = said(&["--theme", "darc"]);
        assert!(wrong.contains("Did you mean `dark`?"), "{wrong}");
    }
}
