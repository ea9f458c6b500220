//! `greenroom add`: a quick note into the journal.

use std::io::Read;

use super::args::AddArgs;
use super::named;
use super::words;
use super::world::{Exit, World};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::Entry;
use crate::domain::text::clean;
use crate::store::layout;

/// Most bytes of a note; far below what a journal file may have.
const LIMIT: u64 = 1 << 20;

/// Saves the note and prints `saved PATH`.
pub fn run(args: &AddArgs, world: &mut World<'_, '_>) -> Exit {
    let body = match text(args, world.input) {
        Ok(body) => body,
        Err(why) => return world.refuse(&why),
    };
    let application = match &args.at {
        None => None,
        Some(wanted) => {
            let known = world.home.load_small().applications;
            match named::application(wanted, &known, "--at") {
                Ok(id) => Some(id),
                Err(why) => return world.refuse(&format!("{why} Nothing was saved.")),
            }
        }
    };
    let entry = note(body, application, world);
    match world.home.add_entry(&entry) {
        Ok(saved) => {
            let path = world.places.home.join(&saved.path);
            world.out.line(format_args!("saved {}", words::path(&path)));
            world.out.flush();
            Exit::Done
        }
        Err(error) => world.fail(&error),
    }
}

/// The words of the note, from the arguments or from standard input.
fn text(args: &AddArgs, input: &mut dyn Read) -> Result<String, String> {
    let given = if args.text == ["-"] {
        read(input)?
    } else {
        args.text.join(" ")
    };
    let text = clean(&given).trim().to_owned();
    if text.is_empty() {
        return Err("The note is empty. Nothing was saved.".to_owned());
    }
    Ok(text)
}

fn read(input: &mut dyn Read) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = input.take(LIMIT + 1).read_to_end(&mut bytes);
    read.map_err(|e| format!("Standard input could not be read: {e}. Nothing was saved."))?;
    if bytes.len() as u64 > LIMIT {
        return Err(
            "The note is longer than 1 MiB. Nothing was saved. Split it, or keep it as a file of its own."
                .to_owned(),
        );
    }
    let text = String::from_utf8(bytes);
    text.map_err(|e| {
        let good = e.as_bytes().get(..e.utf8_error().valid_up_to());
        let line = good.unwrap_or_default().split(|b| *b == b'\n').count();
        format!("Standard input is not UTF-8 text from line {line} on. Nothing was saved. Convert it first.")
    })
}

fn note(body: String, application: Option<ApplicationId>, world: &World<'_, '_>) -> Entry {
    let id = EntryId::new(layout::note_name(world.now.date(), &body));
    Entry {
        application,
        ..Entry::note(id, body, world.now)
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;
    use crate::store::samples;

    const NOTE: &str = "journal/2026/2026-11-23-she-wants-numbers.toml";

    fn with_applications() -> Trial {
        let trial = Trial::new();
        for (id, employer) in [
            ("acme-engineer", "Acme"),
            ("acorn-lead", "Acorn"),
            ("bolt", "Bolt"),
        ] {
            let mut application = samples::application(id);
            application.employer = employer.to_owned();
            trial
                .home()
                .save_application(&application)
                .expect("memory takes it");
        }
        trial
    }

    #[test]
    fn a_note_is_on_the_disk_before_the_word_saved() {
        let trial = Trial::new();
        let done = trial.run(&["add", "She wants numbers."]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert_eq!(done.out, format!("saved /home/sam/greenroom/{NOTE}\n"));
        let text = trial.text(NOTE);
        assert!(text.contains("She wants numbers."), "{text}");
        assert!(text.contains("time = 19:30"), "{text}");
    }

    #[test]
    fn words_need_no_quotes_and_a_second_note_gets_its_own_file() {
        let trial = Trial::new();
        trial.run(&["add", "She", "wants", "numbers"]);
        let done = trial.run(&["add", "She wants numbers"]);
        assert!(
            done.out.contains("she-wants-numbers-2.toml"),
            "{}",
            done.out
        );
    }

    #[test]
    fn standard_input_is_taken_whole_and_made_safe() {
        let trial = Trial::new();
        trial.says("She wants numbers\r\n\u{1b}[31mred\n".as_bytes());
        assert_eq!(trial.run(&["add", "-"]).code, 0);
        let text = trial.text("journal/2026/2026-11-23-she-wants-numbers-31mred.toml");
        assert!(text.contains("She wants numbers\n[31mred"), "{text}");
    }

    #[test]
    fn what_is_not_text_or_empty_or_endless_is_not_saved() {
        for (input, why) in [
            (b"ok\nbad \xff".to_vec(), "not UTF-8 text from line 2 on"),
            (b"  \n".to_vec(), "The note is empty"),
            (vec![b'a'; (1 << 20) + 1], "longer than 1 MiB"),
        ] {
            let trial = Trial::new();
            trial.says(&input);
            let done = trial.run(&["add", "-"]);
            assert_eq!((done.code, done.out.as_str()), (1, ""));
            assert!(done.said().contains(why), "{}", done.said());
            assert_eq!(trial.files(), Vec::<String>::new());
        }
    }

    #[test]
    fn r3_a_full_disk_never_says_saved() {
        let trial = Trial::new();
        trial.full_disk();
        let done = trial.run(&["add", "She wants numbers"]);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.said().contains("the disk is full"), "{}", done.said());
    }

    #[test]
    fn an_application_is_found_by_id_or_employer() {
        for wanted in ["acme-engineer", "ACME", "acm"] {
            let trial = with_applications();
            let done = trial.run(&["add", "She wants numbers", "--at", wanted]);
            assert_eq!((done.code, done.err.as_str()), (0, ""), "{wanted}");
            assert!(trial.text(NOTE).contains("application = \"acme-engineer\""));
        }
    }

    #[test]
    fn an_application_in_doubt_is_asked_for() {
        let trial = with_applications();
        let at = |wanted| trial.run(&["add", "x", "--at", wanted]);
        let said = at("ac").said();
        assert!(
            said.contains("may mean acme-engineer, acorn-lead"),
            "{said}"
        );
        let said = at("bold").said();
        assert!(said.contains("Did you mean bolt?"), "{said}");
        let said = at("somewhere else").said();
        assert!(
            said.contains("There are acme-engineer, acorn-lead, bolt."),
            "{said}"
        );
    }
}
