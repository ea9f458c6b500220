//! The handbook: letters, checklists, questions to ask, voices; found by any word and read out. What is open in a letter
//! can be filled in.

use super::list::List;
use super::page::Said;
use super::seat::Seat;
use super::steps::{self, in_turn};
use crate::desk::Effect;
use crate::domain::journey::Application;
use crate::domain::letter::About;
use crate::domain::library::Template;
use crate::domain::text::full_stop;
use crate::panes::handbook::{self, Leaf, Part, leaves_for, text};
use crate::panes::letters::{self, Blank};
use crate::store::layout;

/// What can be typed where a blank of a letter is asked for.
const BLANK: &str = "Type what stands there, or only Enter.";

/// Asks for a part, lists its pages and reads those that are chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let mut parts = vec!["All of it"];
        parts.extend(Part::ALL.map(Part::word));
        let part = seat.page.pick(&parts, Some(0))?;
        Ok(part.checked_sub(1).and_then(|n| Part::ALL.get(n)))
    };
    steps::choose(seat, which, |seat, part| {
        let of_part = |leaf: &Leaf| part.is_none_or(|part| leaf.part == *part);
        let pages: Vec<Leaf> = pages(seat).into_iter().filter(of_part).collect();
        let mut list = List::new(rows(seat, &pages));
        list.read(seat, |seat, at| {
            if let Some(leaf) = pages.get(at) {
                read(seat, leaf, None)?;
            }
            Ok(false)
        })
    })
}

/// All the pages.
pub fn pages(seat: &Seat<'_>) -> Vec<Leaf> {
    leaves_for(&seat.model)
}

/// A line for each page, with all the words that it is found by.
pub fn rows(seat: &Seat<'_>, pages: &[Leaf]) -> Vec<(String, String)> {
    let row = |leaf: &Leaf| (leaf.title.clone(), text(&seat.model, leaf));
    pages.iter().map(row).collect()
}

/// Reads a page; a letter with what is known for it, and what is open in it can be filled in.
///
/// # Errors
/// When the user goes away.
pub fn read(seat: &mut Seat<'_>, leaf: &Leaf, about: Option<&About>) -> Said<()> {
    say(seat, leaf, about);
    let letters = &seat.model.library.templates;
    let letter = letters.get(&leaf.id).filter(|_| leaf.part == Part::Letters);
    let Some(letter) = letter else {
        return Ok(());
    };
    if open(&letter, about, seat).is_empty() {
        return out(seat, leaf, about);
    }
    if !seat.page.yes("Fill in what stands in braces?", false)? {
        return Ok(());
    }
    let job = match about {
        None => for_job(seat)?,
        Some(_) => None,
    };
    let about = about.cloned().or(job);
    fill_in(seat, &letter, about.as_ref())?;
    say(seat, leaf, about.as_ref());
    out(seat, leaf, about.as_ref())
}

/// Writes a letter into a file, where that is wanted: from there it can be sent or copied.
fn out(seat: &mut Seat<'_>, leaf: &Leaf, about: Option<&About>) -> Said<()> {
    let question = "Write it into a file, to copy or send it from there?";
    if !seat.page.yes(question, false)? {
        return Ok(());
    }
    let now = seat.now();
    if let Some(text) = handbook::letter_text(&seat.model, leaf, about, now) {
        let name = layout::entry_name(now.date(), &leaf.title);
        seat.perform(&Effect::WritePage(name, text))?;
        let home = seat.model.home.display().to_string();
        seat.page.say(&format!("Your folder is {home}."));
    }
    Ok(())
}

/// The blanks that nothing known fills.
fn open(letter: &Template, about: Option<&About>, seat: &Seat<'_>) -> Vec<Blank> {
    let facts = letters::known(letter, about, &seat.model, seat.now());
    let by_hand = letters::by_hand(letter, about, &seat.model);
    letters::blanks(letter, &facts, &by_hand)
}

/// The job that a letter is for, where there are several and nobody has said which one.
fn for_job(seat: &mut Seat<'_>) -> Said<Option<About>> {
    if letters::job(None, &seat.model).is_some() {
        return Ok(None);
    }
    let jobs = letters::jobs(&seat.model, seat.now());
    let title = |id| seat.model.journey.get(id).map(Application::title);
    let titles: Vec<String> = jobs.iter().filter_map(title).collect();
    if titles.is_empty() {
        return Ok(None);
    }
    seat.page.say("For which job?");
    let at = seat.page.pick(&titles, Some(0))?;
    Ok(jobs.into_iter().nth(at).map(About::Job))
}

/// Asks for one blank after the other; each is kept at once.
fn fill_in(seat: &mut Seat<'_>, letter: &Template, about: Option<&About>) -> Said<()> {
    let facts = letters::known(letter, about, &seat.model, seat.now());
    let count = open(letter, about, seat).len();
    in_turn(seat, count, |seat, at| {
        let Some(blank) = open(letter, about, seat).into_iter().nth(at) else {
            return Ok(());
        };
        let note = match blank.note.as_str() {
            "" => String::new(),
            note => format!(", {note}"),
        };
        let enter = match blank.by_hand.as_str() {
            "" => "Enter leaves it open".to_owned(),
            words => format!("Enter keeps \"{words}\", none empties it"),
        };
        let what = full_stop(&format!("{}{note}", blank.label));
        let question = format!("{} of {count}. {what} {enter}:", at + 1);
        let said = match seat.page.ask_for(&question, BLANK)?.as_str() {
            "" => return Ok(()),
            "none" => String::new(),
            said => said.to_owned(),
        };
        let mut by_hand = letters::by_hand(letter, about, &seat.model);
        by_hand.insert(blank.slot, said);
        seat.desk(|desk| letters::keep(letter, about, (&facts, &by_hand), desk))
    })
}

fn say(seat: &mut Seat<'_>, leaf: &Leaf, about: Option<&About>) {
    for (words, _) in handbook::told(&seat.model, leaf, about, seat.now()) {
        if words.is_empty() {
            seat.page.gap();
        } else {
            seat.page.say(&words);
        }
    }
    seat.page.gap();
}
