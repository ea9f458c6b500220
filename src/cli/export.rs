//! `greenroom export`: what was written down, for other programs (JSON), people (Markdown), spreadsheets (CSV),
//! cards (Anki), calendars (ics) or address books (vcf).
//!
//! Private entries, ways to reach people and remarks on body language stay at home: an export is made to be
//! handed on. Only contacts say how to reach somebody. The files themselves are the backup.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::args::{ExportArgs, Form, What};
use super::glance::Glance;
use super::named;
use super::words;
use super::world::{Exit, World};
use crate::content::import::own;
use crate::content::packs;
use crate::domain::flow_back::flow_back;
use crate::domain::id::{QuestionId, StoryId};
use crate::domain::journey::Terms;
use crate::domain::library::{Card, Library, Question};
use crate::domain::practice::history::History;
use crate::domain::practice::record::{self, SittingRecord};
use crate::store::home::{Loaded, Texts};
use crate::store::outside;

mod anki;
mod csv;
mod folded;
mod ics;
mod json;
mod markdown;
mod table;
mod vcf;

/// What is said of an export while names are hidden.
const STAYS: &str = "Names are hidden, save those that only your own texts tell.";

/// Writes the export.
pub fn run(args: &ExportArgs, world: &mut World<'_, '_>) -> Exit {
    if let Some(id) = &args.sitting {
        return one_sitting(args, id, world);
    }
    if matches!(args.form, Form::Ics | Form::Vcf) {
        return agenda(args, world);
    }
    let what = match wanted(args) {
        Ok(what) => what,
        Err(why) => return world.misused(why),
    };
    if what == What::Questions {
        return questions(args, world);
    }
    let mut loaded = world.home.load_all(Texts::Kept);
    let held_back = keep_what_may_go(&mut loaded);
    let wordings = Wordings::new(named::library(&world.home).0);
    let text = match args.form {
        Form::Json => json::text(what, &loaded, &wordings, world.now),
        Form::Md => markdown::text(what, &loaded, wordings.library()),
        Form::Anki => anki::answers(&loaded, &wordings),
        Form::Csv | Form::Ics | Form::Vcf => csv::text(&table::answers(&loaded, &wordings)),
    };
    world.warn(&loaded.problems);
    for (part, count, one, several) in [
        (What::Journal, held_back.entries, "entry", "entries"),
        (What::Stories, held_back.stories, "story", "stories"),
        (
            What::Applications,
            held_back.terms,
            "talk about terms",
            "talks about terms",
        ),
    ] {
        if count > 0 && what.has(part) {
            let noun = if count == 1 { one } else { several };
            world.err.line(format!("{count} private {noun} left out."));
        }
    }
    put(args, &text, world)
}

/// Writes the interviews down for a calendar, or their people for an address book.
fn agenda(args: &ExportArgs, world: &mut World<'_, '_>) -> Exit {
    if args.what.is_some_and(|what| what != What::Applications) || !args.pack.is_empty() {
        return world.misused(
            "A calendar holds interviews, and contacts hold their people: leave --what and --pack out.",
        );
    }
    // Their lines are folded in the middle of words, where nothing finds a name, and without names they are of no use.
    if world.global.hide_names {
        return world.misused("A calendar and contacts are made of names: leave --hide-names out.");
    }
    let mut loaded = world.home.load_all(Texts::Left);
    world.warn(&loaded.problems);
    keep_what_may_go(&mut loaded);
    let text = if args.form == Form::Vcf {
        vcf::text(&loaded.applications, &loaded.checks)
    } else {
        let (library, _) = named::library(&world.home);
        let (journey, entries) = (&loaded.applications, &loaded.entries);
        let history = History::default();
        let flow = flow_back(entries, journey, &library, &history, world.now.date());
        ics::text(&loaded, &flow, world.now)
    };
    put(args, &text, world)
}

/// Writes one sitting down.
fn one_sitting(args: &ExportArgs, id: &str, world: &mut World<'_, '_>) -> Exit {
    if args.form != Form::Md {
        return world.misused("One sitting is exported as md: `greenroom export md --sitting ID`.");
    }
    let mut loaded = world.home.load_all(Texts::Kept);
    world.warn(&loaded.problems);
    keep_what_may_go(&mut loaded);
    match named_sitting(&loaded.sittings, id) {
        Ok(record) => {
            let (library, _) = named::library(&world.home);
            let text = markdown::sitting(record, &library, &loaded.profile.name);
            put(args, &text, world)
        }
        Err(why) => world.misused(&why),
    }
}

/// The sitting that is meant: by its whole id, by a beginning that only one has, or the last one.
fn named_sitting<'a>(sittings: &'a [SittingRecord], id: &str) -> Result<&'a SittingRecord, String> {
    let newest = || sittings.iter().max_by_key(|s| s.head.started);
    let exact = || sittings.iter().find(|s| s.head.id.as_str() == id);
    if let Some(found) = exact().or_else(|| newest().filter(|_| id == "last")) {
        return Ok(found);
    }
    let mut like = sittings
        .iter()
        .filter(|s| s.head.id.as_str().starts_with(id));
    match (like.next(), like.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(match newest() {
            Some(last) => format!(
                "There is no sitting `{id}`. The last one is `{}`; the names are those of the files in practice/.",
                last.head.id
            ),
            None => "There is no sitting yet. `greenroom drill` sits one.".to_owned(),
        }),
        (Some(one), Some(two)) => Err(format!(
            "Several sittings begin with `{id}`, such as `{}` and `{}`. Write more of the name.",
            one.head.id, two.head.id
        )),
    }
}

/// What is to be exported, or why that form cannot hold it.
fn wanted(args: &ExportArgs) -> Result<What, &'static str> {
    let is_table = matches!(args.form, Form::Csv | Form::Anki);
    let usual = if is_table { What::Questions } else { What::All };
    let what = args.what.unwrap_or(usual);
    if !args.pack.is_empty() && what != What::Questions {
        return Err("--pack goes with questions: `greenroom export csv --pack ID`.");
    }
    match what {
        What::Answers => Ok(what),
        What::Questions if is_table => Ok(what),
        What::Questions => Err(
            "Questions are exported as csv or anki. `greenroom questions --json` lists them for programs.",
        ),
        _ if is_table => Err("A table holds one thing: name --what questions or --what answers."),
        _ => Ok(what),
    }
}

/// Writes questions down.
fn questions(args: &ExportArgs, world: &mut World<'_, '_>) -> Exit {
    let (library, problems) = named::library(&world.home);
    world.warn(&problems);
    let only = match named::packs(&library, &args.pack) {
        Ok(only) => only,
        Err(why) => return world.misused(&why),
    };
    let cards = library.cards.iter().filter(|card| {
        let own = card.pack.as_deref().unwrap_or(packs::SHIPPED);
        only.is_empty() || only.iter().any(|pack| pack == own)
    });
    let cards: Vec<&Card> = cards.collect();
    tell_more(&library, &cards, world);
    let text = match args.form {
        Form::Anki => anki::questions(&library, &cards),
        _ => csv::text(&table::questions(&library, &cards)),
    };
    put(args, &text, world)
}

/// Says of how many questions a table or card holds only a part, and where the whole is.
fn tell_more(library: &Library, cards: &[&Card], world: &mut World<'_, '_>) {
    let opened = table::opened(library, cards);
    let more = opened.filter(|(_, q)| own::holds_more(q)).count();
    if more > 0 {
        let verb = if more == 1 { "has" } else { "have" };
        let line = format!(
            "{} {verb} more than fits here: competencies, field of work, times, hints or facts. The file of the pack \
             has it all; to hand on everything, hand on that.",
            words::count(more, "question")
        );
        world.err.line(words::wrapped(&line, 0));
    }
}

/// Prints the export, or makes a new file of it.
fn put(args: &ExportArgs, text: &str, world: &mut World<'_, '_>) -> Exit {
    let text = &hidden(text, world);
    let Some(path) = &args.out else {
        world.out.exact(text);
        return Exit::Done;
    };
    match outside::create(path, text.as_bytes()) {
        Ok(()) => {
            world.out.line(format_args!("saved {}", words::path(path)));
            Exit::Done
        }
        Err(error) => world.fail(&error),
    }
}

/// The text as it may be handed on while names are hidden: as on the screen and on paper.
fn hidden<'t>(text: &'t str, world: &mut World<'_, '_>) -> Cow<'t, str> {
    if !world.global.hide_names {
        return Cow::Borrowed(text);
    }
    let model = Glance::of(world).model;
    world.err.line(STAYS);
    Cow::Owned(model.hide(text))
}

/// How many private records an export leaves out.
struct HeldBack {
    entries: usize,
    stories: usize,
    terms: usize,
}

/// Takes out what is private, what names it, and sittings that were thrown away; gives the number of what is private.
fn keep_what_may_go(loaded: &mut Loaded) -> HeldBack {
    let count = |loaded: &Loaded| (loaded.entries.len(), loaded.stories.len());
    let (entries, stories) = count(loaded);
    loaded.entries.retain(|e| !e.private);
    loaded.stories.retain(|s| !s.private);
    loaded.sittings.retain(may_go);
    let mut terms = 0;
    for job in loaded
        .applications
        .iter_mut()
        .filter(|job| !job.terms.is_empty())
    {
        // Where somebody says no is for nobody who reads an export.
        job.terms = Terms::default();
        terms += 1;
    }
    let debriefs = loaded.entries.iter_mut().flat_map(|e| &mut e.debrief);
    for asked in debriefs.flat_map(|debrief| &mut debrief.questions) {
        // The name of a story is made of its title.
        let stays = |id: &StoryId| loaded.stories.iter().any(|story| story.id == *id);
        asked.story = asked.story.take().filter(stays);
    }
    let left = count(loaded);
    HeldBack {
        entries: entries - left.0,
        stories: stories - left.1,
        terms,
    }
}

/// Statements about oneself stay in the home, and what was thrown away is gone.
fn may_go(record: &SittingRecord) -> bool {
    !record.is_thrown_away() && !matches!(record.head.form, record::Form::Items(_))
}

impl What {
    fn has(self, part: Self) -> bool {
        self == part || self == Self::All
    }
}

/// The words of questions, each looked up once.
struct Wordings {
    library: Library,
    known: RefCell<HashMap<QuestionId, Option<Arc<Question>>>>,
}

impl Wordings {
    fn new(library: Library) -> Self {
        Self {
            library,
            known: RefCell::default(),
        }
    }

    /// The library they come from.
    const fn library(&self) -> &Library {
        &self.library
    }

    /// The question with the points that it is rated by; `None` when the library no longer has it.
    fn question(&self, id: &QuestionId) -> Option<Arc<Question>> {
        let mut known = self.known.borrow_mut();
        let look = || self.library.rated_question(id.as_str());
        known.entry(id.clone()).or_insert_with(look).clone()
    }

    /// The question as it was asked; `None` when the library no longer has it.
    fn get(&self, id: &QuestionId, wording: u8) -> Option<String> {
        Some(self.question(id)?.wording(wording).to_owned())
    }
}

#[cfg(test)]
mod tests;
