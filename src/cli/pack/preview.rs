//! `greenroom pack preview`: a pack as whoever practices with it will see it.

use std::path::Path;

use super::{Installed, named};
use crate::cli::args::PackPreviewArgs;
use crate::cli::words;
use crate::cli::world::{Exit, World};
use crate::content::packs::{self, Listed, Pack};
use crate::content::{report, shipped};
use crate::desk::Model;
use crate::look::Role;
use crate::panes::{handbook, inside, question};
use crate::problem::Problem;
use crate::store::home::SourceFile;
use crate::store::outside;
use crate::widgets::prose;

/// Columns of the print.
const COLUMNS: u16 = 80;

/// Prints the pack.
pub fn run(args: &PackPreviewArgs, world: &mut World<'_, '_>) -> Exit {
    let files = match found(&args.pack, world) {
        Ok(files) => files,
        Err(problems) => {
            world.err.text(report::human(&problems));
            return Exit::Found;
        }
    };
    let files: Vec<_> = files.iter().map(named).collect();
    let folder = words::path(&args.pack);
    let mut exit = Exit::Done;
    for bundle in packs::at(&folder, &files) {
        match packs::load_all(&bundle.files) {
            Ok(pack) => print(&pack, &Listed::whole(&bundle, &pack), world),
            Err(problems) => {
                world.err.text(report::human(&problems));
                exit = Exit::Found;
            }
        }
    }
    exit
}

/// The files of the pack with this id, or those that lie at this path.
fn found(pack: &Path, world: &World<'_, '_>) -> Result<Vec<SourceFile>, Vec<Problem>> {
    let mut problems = Vec::new();
    if let Some(id) = pack.to_str()
        && let Some(read) = Installed::read(&world.home).find(id)
    {
        let all = world.home.load_sources(&mut problems).packs.into_iter();
        let own = all.filter(|file| read.listed.files.contains(&file.path));
        return Ok(own.collect());
    }
    let files = outside::sources(pack, &mut problems);
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(problems)
    }
}

fn print(pack: &Pack, listed: &Listed, world: &mut World<'_, '_>) {
    let mut library = shipped::library();
    packs::lay_over(&mut library, pack);
    let model = Model {
        library,
        ..Model::default()
    };
    let head = &pack.head;
    let title = [
        head.title.as_str(),
        &head.version,
        &head.author,
        &head.license,
    ];
    let title: Vec<&str> = title.into_iter().filter(|word| !word.is_empty()).collect();
    world.out.line(words::wrapped(&title.join(", "), 0));
    for text in [&head.description, &listed.holds()] {
        if !text.is_empty() {
            world.out.line(words::wrapped(text, 0));
        }
    }
    let all = pack.cards().len();
    for (card, n) in pack.cards().iter().zip(1..) {
        if let Some(question) = model.library.questions.get(card.id.as_str()) {
            world.out.blank();
            world
                .out
                .line(format_args!("Question {n} of {all}  {}", card.id));
            paragraphs(&question::outside(&model, &question), world);
            world.out.blank();
            paragraphs(&inside::lines(&model, &question, true), world);
        }
    }
    for (part, page) in handbook::of_pack(&model.library, &head.id) {
        world.out.blank();
        world.out.line(part);
        paragraphs(&page, world);
    }
}

/// Paragraphs as a screen shows them, without its colors.
fn paragraphs(paragraphs: &[(String, Role)], world: &mut World<'_, '_>) {
    for (words, _) in paragraphs {
        if words.is_empty() {
            world.out.blank();
        }
        for line in prose::wrap(words, COLUMNS) {
            world.out.line(line.trim_end());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;
    use crate::content::packs::EXAMPLE;

    #[test]
    fn a_pack_is_printed_as_the_studio_shows_it() {
        let trial = Trial::new();
        trial.put("packs/night.toml", EXAMPLE);
        let done = trial.run(&["pack", "preview", "example-night-shift"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for line in [
            "Question 1 of 6  example-night-shift/care-behavioral-broken-lift",
            "You are alone on the floor; the day team comes at six.",
            "Think for up to 0:30; aim for 1:00 to 2:10 when spoken.",
            "- Names one night and the thing that failed (core)",
            "- Left a person waiting in pain to save the equipment",
            "- Who heard about it before you tried to mend it?",
            "- how many: Eight patients go down before six.",
            "Whether people come before machines when nobody is looking.",
        ] {
            assert!(done.out.lines().any(|l| l == line), "{line}\n{}", done.out);
        }
        assert!(done.out.lines().all(|l| l.chars().count() <= 80));
    }

    #[test]
    fn a_bare_sentence_shows_the_points_that_it_borrows() {
        let trial = Trial::new();
        trial.put("packs/a.toml", "questions = [\"Why nights\\u001b[31m?\"]\n");
        let done = trial.run(&["pack", "preview", "a"]);
        assert!(done.out.contains("\nWhy nights[31m?\n"), "{}", done.out);
        assert!(done.out.contains("\nWhat it has\n- "), "{}", done.out);
    }

    #[test]
    fn a_broken_pack_says_where() {
        let trial = Trial::new();
        trial.put("packs/a.toml", "questions = 3\n");
        let done = trial.run(&["pack", "preview", "a"]);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.err.contains("packs/a.toml:1:13"), "{}", done.err);
        let done = trial.run(&["pack", "preview", "no-such.toml"]);
        assert_eq!(done.code, 1);
        assert!(done.err.contains("no-such.toml"), "{}", done.err);
    }
}
