//! A note: some lines, saved before anything else is said.

use super::dots;
use super::page::{Away, Said};
use super::seat::Seat;
use super::when;
use crate::desk::Msg;
use crate::desk::effect::Wrote;
use crate::desk::undo::Step;
use crate::domain::journal::Entry;
use crate::domain::text::beginning;
use crate::keys::Command;
use crate::panes::entry_form::{DATE, EntryForm};
use crate::panes::formed::Formed as _;
use crate::panes::{beside, drafting};
use crate::store::draft_file::{Draft, DraftKey};
use crate::store::layout;
use crate::widgets::editor::Editor;
use crate::widgets::form::Value;

/// What a line can ask for.
pub const WORDS: &str =
    "A line with only a dot ends it. .r reads what you have, .z takes the last line off.";

/// What is said where there is nothing to keep.
const NOTHING: &str = "Nothing was written.";

/// What is said of one that the studio has begun and that is not saved yet.
const KEPT: &str = "Kept half written. note goes on with it.";

/// Takes a note and saves it; one that was half written goes on.
///
/// # Errors
/// When the user quits, or it cannot be saved and the user gives up.
pub fn write(seat: &mut Seat<'_>) -> Said<()> {
    let key = beside::draft_key(None);
    let half = seat.model.drafts.iter().find(|d| d.key() == key).cloned();
    let (before, facts) = half.map_or_else(Default::default, |d| (d.text, d.facts));
    seat.page.say(&format!("Write the note. {WORDS}"));
    if !before.is_empty() {
        seat.page.say(&format!("So far: {before}"));
    }
    let body = lines(seat, &before, |seat, text| {
        let (owner, field) = beside::draft_key(None);
        let saved_at = seat.now().wall;
        seat.keep_half(Draft {
            owner,
            field,
            text: text.to_owned(),
            facts: facts.clone(),
            caret: 0,
            saved_at,
        });
    })?;
    if !facts.is_empty() {
        return save_form(seat, key, body.is_empty());
    }
    if body.is_empty() {
        seat.page.say(NOTHING);
    } else {
        keep(seat, body, Some(&key))?;
    }
    seat.desk(|desk| drafting::forget(key, desk))
}

/// Saves one that was begun in the form of the studio, which has more of it: its day, its job, a word for the feeling.
fn save_form(seat: &mut Seat<'_>, key: DraftKey, no_text: bool) -> Said<()> {
    let mut form = EntryForm::new(None);
    seat.tell(&mut form, &Msg::Shown)?;
    if form.is_blank() {
        seat.page.say(NOTHING);
        return seat.desk(|desk| drafting::forget(key, desk));
    }
    if no_text {
        seat.page.say(KEPT);
        return Ok(());
    }
    if seat
        .tell(&mut form, &Msg::Command(Command::Save))?
        .is_empty()
    {
        let day = when::was(seat, "Which day was it?");
        if day.is_err() {
            seat.page.say(KEPT);
        }
        let day = day?.to_string();
        form.form().fields[DATE].value = Value::Line(Editor::single(&day));
        seat.desk(|desk| form.filled_in(desk))?;
        seat.tell(&mut form, &Msg::Command(Command::Save))?;
    }
    Ok(())
}

/// Saves a note; `half` is what it was half written as.
///
/// # Errors
/// When it cannot be saved and the user gives up.
pub fn keep(seat: &mut Seat<'_>, body: String, half: Option<&DraftKey>) -> Said<()> {
    let now = seat.now();
    let begun = half.and_then(|key| seat.begun(key, &body));
    let fresh = || seat.free_entry(&layout::note_name(now.date(), &body));
    let id = begun.unwrap_or_else(fresh);
    let mut entry = Entry::note(id, body, now);
    let saved = seat.save(&mut entry, true);
    if let (Err(_), Some(key)) = (&saved, half) {
        let what = Wrote::Entry(entry.id.clone());
        seat.model.unsaved.is_drafted(&what, key);
    }
    saved?;
    let words = format!("the note \"{}\"", beginning(&entry.body));
    seat.model
        .undo
        .note(words, Step::take(Wrote::Entry(entry.id)));
    seat.page.say("Saved. u takes it back.");
    Ok(())
}

/// Takes lines until one holds only a dot, after those that are there; what there is after each is given to `kept`.
///
/// # Errors
/// When nothing can be read any more and nothing was written; words that were written are given back.
pub fn lines(
    seat: &mut Seat<'_>,
    before: &str,
    kept: impl Fn(&mut Seat<'_>, &str),
) -> Said<String> {
    let mut text = before.trim_end().to_owned();
    loop {
        let line = match seat.page.line() {
            Err(Away::Quit) if !text.is_empty() => break,
            line => line?,
        };
        match line.trim_end() {
            "." => break,
            "?" | ".?" => seat.page.say(WORDS),
            dots::SO_FAR => seat.page.say(&format!("So far: {text}")),
            dots::LAST_OFF => {
                let (rest, off) = dots::last_off(&text);
                let (rest, off) = (rest.to_owned(), dots::off_words(off));
                text = rest;
                kept(seat, &text);
                seat.page.say(&off);
            }
            line if dots::is_way(line) || dots::is_word(line) => {
                seat.page.say(&dots::not_taken(line, WORDS));
            }
            line => {
                let gap = if text.is_empty() { "" } else { "\n" };
                text = format!("{text}{gap}{line}");
                kept(seat, &text);
            }
        }
    }
    Ok(text.trim().to_owned())
}
