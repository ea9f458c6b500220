//! Who practices, and what plain mode leaves to commands and files.

use super::page::Said;
use super::seat::Seat;
use crate::desk::Effect;
use crate::domain::id::FamilyId;
use crate::panes::library_words::family_title;
use crate::store::layout;

/// What has no place here, each with the way to it.
const ELSEWHERE: [(&str, &str); 8] = [
    (
        "Search the questions",
        "greenroom questions --search deadline --role nursing",
    ),
    (
        "Drill some of them",
        "greenroom drill --plain --kind behavioral --competency conflict --count 3; --help tells all",
    ),
    ("Read the journal", "greenroom export md --what journal"),
    (
        "Read a sitting again, or give it to somebody",
        "greenroom export md --sitting last",
    ),
    (
        "Take in a list of questions, or a pack",
        "greenroom import FILE, greenroom pack add FILE",
    ),
    ("A quick note", "greenroom add \"What I want to keep\""),
    (
        "The clock, the pace and the looks",
        "profile.toml and config.toml in your folder; any editor will do",
    ),
    (
        "Letters, checklists and voices, and a look at all past sittings",
        "only in the studio with a screen so far",
    ),
];

/// Asks for the field of work and keeps it.
///
/// # Errors
/// When the user goes away, or it cannot be saved and the user gives up.
pub fn work(seat: &mut Seat<'_>) -> Said<()> {
    let families: Vec<FamilyId> = (seat.model.library.families.ids())
        .map(FamilyId::new)
        .collect();
    let titles: Vec<String> = (families.iter())
        .map(|f| family_title(&seat.model, f))
        .collect();
    let at = families
        .iter()
        .position(|f| *f == seat.model.profile.family);
    seat.page
        .say("What work do you do? Its questions join the general ones.");
    seat.page.choices(&titles);
    let chosen = seat.page.choose("Choice", titles.len(), at)?;
    let (Some(family), Some(title)) = (families.get(chosen), titles.get(chosen)) else {
        return Ok(());
    };
    seat.model.profile.family = family.clone();
    seat.model.profile.family_said = true;
    let profile = Box::new(seat.model.profile.clone());
    seat.perform(&Effect::SaveProfile(profile))?;
    seat.page
        .say(&format!("{title}. It holds from the next sitting on."));
    seat.page.gap();
    Ok(())
}

/// Says what is done by a command or in a file, and where the files are.
pub fn elsewhere(seat: &mut Seat<'_>) {
    for (what, how) in ELSEWHERE {
        seat.page.hanging("- ", &format!("{what}: {how}."));
    }
    let home = seat.model.home.display().to_string();
    seat.page.say(&format!(
        "Your files are in {home}; {} is the one with who you are.",
        layout::PROFILE
    ));
    seat.page.gap();
}
