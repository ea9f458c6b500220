//! `greenroom export`: what was written down, for other programs (JSON) or people (Markdown).
//!
//! Private entries, ways to reach people and remarks on body language stay at home: an export is made to be
//! handed on. The files themselves are the backup.

use std::collections::HashMap;
use std::sync::Arc;

use super::args::{ExportArgs, Form, What};
use super::named;
use super::world::{Exit, World};
use crate::domain::id::QuestionId;
use crate::domain::library::{Library, Question};
use crate::domain::practice::record::{Block, EventKind, SittingRecord};
use crate::store::home::{Loaded, Texts};
use crate::store::outside;

mod json;
mod markdown;

/// Writes the export.
pub fn run(args: &ExportArgs, world: &mut World<'_, '_>) -> Exit {
    if world.global.hide_names {
        return world.misused(
            "--hide-names hides names on the screen. An export holds your own words, and names stand in them \
             anywhere, so it cannot promise that. Leave it out.",
        );
    }
    let mut loaded = world.home.load_all(Texts::Kept);
    let held_back = keep_what_may_go(&mut loaded);
    let mut wordings = Wordings::new(named::library(&world.home).0);
    let text = match args.form {
        Form::Json => json::text(args.what, &loaded, &mut wordings, world.now),
        Form::Md => markdown::text(args.what, &loaded, &mut wordings),
    };
    world.warn(&loaded.problems);
    if held_back > 0 && args.what.has(What::Journal) {
        let line = match held_back {
            1 => "1 private entry left out.".to_owned(),
            n => format!("{n} private entries left out."),
        };
        world.err.line(line);
    }
    let Some(path) = &args.out else {
        world.out.text(text);
        return Exit::Done;
    };
    match outside::create(path, text.as_bytes()) {
        Ok(()) => {
            world
                .out
                .line(format_args!("saved {}", super::words::path(path)));
            Exit::Done
        }
        Err(error) => world.fail(&error),
    }
}

/// Takes out private entries and sittings that were thrown away; gives the number of the entries.
fn keep_what_may_go(loaded: &mut Loaded) -> usize {
    let before = loaded.entries.len();
    loaded.entries.retain(|e| !e.private);
    loaded.sittings.retain(|s| !is_thrown_away(s));
    before - loaded.entries.len()
}

fn is_thrown_away(record: &SittingRecord) -> bool {
    let thrown = |b: &Block| matches!(b, Block::Event(e) if e.what == EventKind::ThrownAway);
    record.blocks.iter().any(thrown)
}

impl What {
    fn has(self, part: Self) -> bool {
        self == part || self == Self::All
    }
}

/// The words of questions, each looked up once.
struct Wordings {
    library: Library,
    known: HashMap<QuestionId, Option<Arc<Question>>>,
}

impl Wordings {
    fn new(library: Library) -> Self {
        Self {
            library,
            known: HashMap::new(),
        }
    }

    /// The library they come from.
    const fn library(&self) -> &Library {
        &self.library
    }

    /// The question as it was asked; `None` when the library no longer has it.
    fn get(&mut self, id: &QuestionId, wording: u8) -> Option<String> {
        if !self.known.contains_key(id) {
            self.known
                .insert(id.clone(), self.library.questions.get(id.as_str()));
        }
        let question = self.known.get(id)?.as_ref()?;
        Some(question.wording(wording).to_owned())
    }
}

#[cfg(test)]
mod tests;
