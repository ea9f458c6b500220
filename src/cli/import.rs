//! `greenroom import`: makes practice questions of lists that people keep.

use std::collections::BTreeMap;
use std::path::Path;

use super::args::{As, ImportArgs};
use super::pack::Installed;
use super::review;
use super::words::{self, wrapped};
use super::world::{Exit, World};
use crate::content::hint::did_you_mean;
use crate::content::import::{self, Change, Form, How, Listing, Said};
use crate::content::packs;
use crate::domain::id::slug;
use crate::problem::{Problem, Severity};
use crate::store::error::StoreError;
use crate::store::{coach_file, layout, outside};

mod show;
#[cfg(test)]
mod tests;

/// Reads the lists and saves what was found, or only shows it.
pub fn run(args: &ImportArgs, world: &mut World<'_, '_>) -> Exit {
    let (mut listings, mut failed) = (Vec::new(), false);
    for file in &args.files {
        if let Some((name, bytes)) = post(file) {
            failed |= review::take_in(&name, &bytes, args.dry_run, world) != Exit::Done;
            continue;
        }
        match read(file, args) {
            Ok(listing) => listings.push(listing),
            Err(why) => {
                failed = true;
                world.err.line(wrapped(&why, 0));
            }
        }
    }
    for listing in &listings {
        if args.dry_run {
            show::each(listing, world);
        }
        show::counts(listing, world, args.dry_run);
    }
    failed |= listings.iter().any(|listing| listing.questions.is_empty());
    listings.retain(|listing| !listing.questions.is_empty());
    for (target, listings) in targets(args, listings) {
        if let Err(why) = save(&target, &listings, args, world) {
            failed = true;
            world.err.line(wrapped(&why, 0));
        }
    }
    if failed { Exit::Found } else { Exit::Done }
}

/// A file from a coach, or for one.
fn post(file: &Path) -> Option<(String, Vec<u8>)> {
    let named = file.extension().is_some_and(|end| end == "toml");
    let read = named.then(|| outside::post(file).ok()).flatten();
    read.filter(|(_, bytes)| coach_file::is_one(bytes))
}

fn read(file: &Path, args: &ImportArgs) -> Result<Listing, String> {
    let read = outside::list(file, import::MAX_BYTES);
    let (name, bytes) = read.map_err(|error| too_large(&error, file))?;
    let form = args.form.map(|form| match form {
        As::Md => Form::Markdown,
        As::Csv => Form::Csv,
        As::Anki => Form::Anki,
        As::Lines => Form::Lines,
    });
    let answer = args.answer.as_deref();
    import::read(&name, &bytes, Said { form, answer }).map_err(|problem| problem.to_string())
}

/// What is wrong with a file that could not be opened. A large document is told to be one first of all.
fn too_large(error: &StoreError, file: &Path) -> String {
    let name = file.to_string_lossy();
    let document =
        import::text::by_name(&name).filter(|_| matches!(error, StoreError::TooLarge { .. }));
    document.map_or_else(|| error.to_string(), |problem| problem.to_string())
}

/// Where questions go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    /// A pack of the home, made from a list of this id.
    Pack(String),
    /// A pack of the home that is there, or the own bank.
    Into(String),
    /// A file anywhere, for a pack of this id.
    Out(std::path::PathBuf, String),
}

/// Which lists go where: together where a place is named, else each into a pack of its own name.
fn targets(args: &ImportArgs, listings: Vec<Listing>) -> Vec<(Target, Vec<Listing>)> {
    let mut out: BTreeMap<Target, Vec<Listing>> = BTreeMap::new();
    for listing in listings {
        let id = id_for(&listing);
        let target = match (&args.into, &args.out) {
            (Some(into), _) => Target::Into(into.clone()),
            (None, Some(path)) if outside::is_folder(path) => {
                Target::Out(path.join(format!("{id}.toml")), id)
            }
            (None, Some(path)) => {
                let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
                Target::Out(path.clone(), pack_id(&stem.unwrap_or_default()))
            }
            (None, None) => Target::Pack(id),
        };
        out.entry(target).or_default().push(listing);
    }
    out.into_iter().collect()
}

/// The id of the pack of a list. `README` says nothing, so there the title does.
fn id_for(listing: &Listing) -> String {
    let own = pack_id(&listing.file);
    if ["readme", "index"].contains(&own.as_str()) && !listing.title.is_empty() {
        slug(&listing.title, &own)
    } else {
        own
    }
}

/// The id that the name of a file makes, in plain letters. Two names are kept for other things.
fn pack_id(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    match slug(stem, "imported") {
        id if id == packs::MINE || id == packs::SHIPPED => format!("{id}-list"),
        id => id,
    }
}

fn save(
    target: &Target,
    listings: &[Listing],
    args: &ImportArgs,
    world: &mut World<'_, '_>,
) -> Result<(), String> {
    let dry = args.dry_run;
    match target {
        Target::Out(path, id) => {
            let added = save_out(path, id, listings, dry, world)?;
            if added > 0 && !dry {
                let line = format!(
                    "To practice with it: `greenroom pack add {}`",
                    words::path(path)
                );
                world.out.line(line);
            }
            Ok(())
        }
        Target::Into(id) => {
            let path = find(id, world)?.ok_or_else(|| no_pack(id, world))?;
            save_in(&path, id, |old| grown(&path, old, listings), dry, world)
        }
        Target::Pack(id) => {
            let path = find(id, world)?.unwrap_or_else(|| layout::pack(id));
            let make = |old: Option<&str>| made_or_grown(&path, id, old, listings, args.replace);
            save_in(&path, id, make, dry, world)
        }
    }
}

/// The file of a pack of the home, or of the own bank; `None` when there is no such pack.
fn find(id: &str, world: &World<'_, '_>) -> Result<Option<String>, String> {
    if id == packs::MINE {
        return Ok(Some(layout::MINE.to_owned()));
    }
    let installed = Installed::read(&world.home);
    let Some(pack) = installed.find(id) else {
        return Ok(None);
    };
    match pack.listed.files.as_slice() {
        [path] => Ok(Some(path.clone())),
        _ => Err(format!(
            "The pack `{id}` lies in several files, in {}. Nothing was saved. Leave --into out, or add to one of them by hand.",
            pack.listed.name
        )),
    }
}

/// Says that there is no such pack, and which there are.
fn no_pack(id: &str, world: &World<'_, '_>) -> String {
    let installed = Installed::read(&world.home);
    let known = installed.packs.iter().map(|p| p.listed.head.id.as_str());
    let help = did_you_mean(id, known.chain([packs::MINE]));
    format!("There is no pack `{id}`. Nothing was saved. {help}")
}

/// A text that holds everything, and what is another in it; without a text the file stays as it is.
type Grown = Result<(Option<String>, Change), Box<Problem>>;

/// Adds to a file that is there, or starts the own bank.
fn grown(path: &str, old: Option<&str>, listings: &[Listing]) -> Grown {
    let old = old.unwrap_or("format = 1\n");
    let (text, change) = import::update(path, old, listings, How::Into)?;
    checked(path, text, change)
}

/// Makes a pack, or brings the one up to date that was made from the same list before; any other is left alone.
fn made_or_grown(
    path: &str,
    id: &str,
    old: Option<&str>,
    listings: &[Listing],
    replace: bool,
) -> Grown {
    let Some(old) = old else {
        let (text, added) = import::pack(id, listings);
        let change = Change {
            added,
            ..Change::default()
        };
        return checked(path, text, change);
    };
    if import::is_from(old, listings) {
        let how = if replace { How::Replace } else { How::Again };
        let (text, change) = import::update(path, old, listings, how)?;
        return checked(path, text, change);
    }
    let grown = grown(path, Some(old), listings)?;
    if grown.1.is_nothing() {
        return Ok(grown);
    }
    let what = "This pack is there already and was not made from this list; it was not touched.";
    let hint = format!("Add to it with --into {id}, or name another file with --out.");
    Err(Box::new(Problem::in_file(path, what, hint)))
}

/// Makes sure that what is written can be read again, and is not too much.
fn checked(path: &str, text: String, change: Change) -> Grown {
    if change.is_nothing() {
        return Ok((None, change));
    }
    let read = if path == layout::MINE {
        packs::load_mine(path, &text)
    } else {
        packs::load(path, &text)
    };
    let error = read.err().and_then(|problems| {
        let mut errors = problems.into_iter();
        errors.find(|problem| problem.severity == Severity::Error)
    });
    match error {
        None => Ok((Some(text), change)),
        Some(problem) => Err(Box::new(problem)),
    }
}

/// Saves into the home, or only works out what that would come to.
fn save_in(
    path: &str,
    id: &str,
    grown: impl FnOnce(Option<&str>) -> Grown,
    dry: bool,
    world: &mut World<'_, '_>,
) -> Result<(), String> {
    let mut change = Change::default();
    let changed = world.home.change_file(path, Some(world.now.wall), |old| {
        let (text, made) = grown(old)?;
        change = made;
        Ok(text.filter(|_| !dry))
    });
    changed.map_err(|error| not_saved(&error))?;
    show::change(&world.places.home.join(path), &change, dry, world);
    if change.added > 0 && !dry {
        world.out.line(words::practice(id));
    }
    Ok(())
}

/// Saves into a new file anywhere; gives how many questions are new. The same list again is no mistake when everything of it is there.
fn save_out(
    path: &Path,
    id: &str,
    listings: &[Listing],
    dry: bool,
    world: &mut World<'_, '_>,
) -> Result<usize, String> {
    let shown = words::path(path);
    let made = made_or_grown(&shown, id, None, listings, false);
    let (text, mut change) = made.map_err(|problem| not_saved(&StoreError::Broken(problem)))?;
    let text = text.unwrap_or_default();
    let there = outside::list(path, packs::MAX_BYTES as u64);
    let known = there
        .ok()
        .and_then(|(_, bytes)| String::from_utf8(bytes).ok());
    let known = known.and_then(|old| import::update(&shown, &old, listings, How::Again).ok());
    if known.is_some_and(|(_, change)| change.is_same()) {
        change.added = 0;
    } else if !dry {
        outside::create(path, text.as_bytes()).map_err(|error| not_saved(&error))?;
    }
    show::change(path, &change, dry, world);
    Ok(change.added)
}

fn not_saved(error: &StoreError) -> String {
    match error {
        StoreError::Broken(problem) => format!("{problem} Nothing was saved."),
        other => other.to_string(),
    }
}
