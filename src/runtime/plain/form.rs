//! A form of the studio in lines: its fields are read with what they hold, and one after the other can be changed.

use super::named::{listed, named};
use super::note;
use super::page::{Away, Said};
use super::seat::Seat;
use crate::desk::{Go, Msg};
use crate::domain::text::full_stop;
use crate::keys::Command;
use crate::panes::formed::Formed;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

/// What is said to whoever goes back from a form that was changed.
pub const NOT_SAVED: &str = "Not saved yet. What you typed is kept and comes back here.";

/// Reads the first `count` fields and changes those that are asked for; Enter saves. What opens a page of its own comes
/// back as the place that it leads to. `back` says what became of the changes when the user goes back.
///
/// # Errors
/// When the user goes back or away; what was typed is kept as a draft.
pub fn fill(
    seat: &mut Seat<'_>,
    pane: &mut impl Formed,
    count: usize,
    back: &str,
) -> Said<Vec<Go>> {
    seat.tell(pane, &Msg::Shown)?;
    let found = fields(pane, count);
    seat.page.choices(&found);
    loop {
        match one(seat, pane, count) {
            Ok(going) if going.is_empty() => {}
            Err(Away::Back | Away::Undo) => {
                seat.tell(pane, &Msg::Leaving)?;
                seat.page.say(if fields(pane, count) == found {
                    "Nothing was changed."
                } else {
                    back
                });
                return Err(Away::Back);
            }
            Err(Away::Quit) => {
                seat.tell(pane, &Msg::Leaving)?;
                return Err(Away::Quit);
            }
            done => return done,
        }
    }
}

/// A line for each field.
fn fields(pane: &mut impl Formed, count: usize) -> Vec<String> {
    let fields = &pane.form().fields;
    fields.iter().take(count).map(told).collect()
}

/// `Field of work: Teaching`; what is to be known of it where it holds nothing, or opens a page of its own.
fn told(field: &Field) -> String {
    let held = held(&field.value);
    let known = matches!(field.value, Value::Open(_));
    match (held.as_str(), field.note.as_str()) {
        ("", "") => format!("{}: nothing yet", field.label),
        ("", note) => format!("{}: nothing yet, {note}", field.label),
        (held, note) if known && !note.is_empty() => format!("{}: {held}, {note}", field.label),
        (held, _) => format!("{}: {held}", field.label),
    }
}

/// What a field is named by: what is typed in one, and what is to be known of it, are not words for it.
fn name(field: &Field) -> String {
    match &field.value {
        Value::Line(_) | Value::Area(_) => field.label.clone(),
        other => format!("{}: {}", field.label, held(other)),
    }
}

/// What a field holds, in words.
fn held(value: &Value) -> String {
    match value {
        Value::Line(text) | Value::Area(text) => text.text().replace('\n', "; "),
        Value::Choice(words, at) | Value::Radio(words, at) => {
            words.get(*at).cloned().unwrap_or_default()
        }
        Value::Many(words, _) => {
            let chosen = words.iter().filter(|(_, on)| *on);
            let chosen: Vec<&str> = chosen.map(|(words, _)| words.as_str()).collect();
            chosen.join(", ")
        }
        Value::Tick(words, on) => format!("{}, {words}", if *on { "yes" } else { "no" }),
        Value::Open(words) => words.clone(),
        Value::Button => String::new(),
    }
}

/// One field, or the end of the form.
fn one(seat: &mut Seat<'_>, pane: &mut impl Formed, count: usize) -> Said<Vec<Go>> {
    let lines = fields(pane, count);
    let help = format!(
        "The number or a word of a line changes it, Enter saves.\n{}",
        listed(&lines)
    );
    let said = seat
        .page
        .ask_for("Which one to change? Enter saves:", &help)?;
    if said.is_empty() {
        return seat.tell(pane, &Msg::Command(Command::Save));
    }
    let fields = pane.form().fields.iter();
    let names: Vec<String> = fields.take(count).map(name).collect();
    let at = match named(&names, &said) {
        Ok(at) => at,
        Err(words) => {
            seat.page.say(&words);
            return Ok(Vec::new());
        }
    };
    pane.form().at = at;
    if matches!(pane.form().fields[at].value, Value::Open(_)) {
        return seat.tell(pane, &Msg::Command(Command::Main));
    }
    change(seat, pane, at)?;
    Ok(Vec::new())
}

/// Asks for what a field is to hold, until it is understood, and reads it back.
fn change(seat: &mut Seat<'_>, pane: &mut impl Formed, at: usize) -> Said<()> {
    loop {
        let field = pane.form().fields[at].clone();
        let value = match ask(seat, &field) {
            Err(Away::Back | Away::Undo) => return Ok(()),
            value => value?,
        };
        let same = held(&value) == held(&field.value);
        pane.form().fields[at].value = value;
        if !same {
            seat.desk(|desk| pane.filled_in(desk))?;
        }
        let now = &pane.form().fields[at];
        if now.error.is_empty() {
            // How a day was read stands beside it.
            let read = if now.note == field.note {
                ""
            } else {
                &now.note
            };
            let gap = if read.is_empty() { "" } else { ", " };
            let line = format!("{}{gap}{read}", told(now));
            seat.page.say(&full_stop(&line));
            return Ok(());
        }
        seat.page.say(&now.error);
        pane.form().fields[at].value = field.value;
    }
}

fn ask(seat: &mut Seat<'_>, field: &Field) -> Said<Value> {
    Ok(match &field.value {
        Value::Line(text) => {
            let question = format!(
                "{} What instead? Enter keeps it, none empties it:",
                full_stop(&told(field))
            );
            match seat.page.ask(&question)?.as_str() {
                "" => Value::Line(text.clone()),
                "none" => Value::Line(Editor::single("")),
                said => Value::Line(Editor::single(said)),
            }
        }
        Value::Area(text) => {
            let after = if text.text().is_empty() {
                "Type it, in as many lines as you like"
            } else {
                "Lines you type come after it"
            };
            seat.page.say(&full_stop(&told(field)));
            seat.page.say(&format!("{after}; {}", note::WORDS));
            Value::Area(Editor::new(&note::lines(seat, text.text(), |_, _| {})?))
        }
        Value::Choice(words, at) => Value::Choice(words.clone(), seat.page.pick(words, Some(*at))?),
        Value::Radio(words, at) => Value::Radio(words.clone(), seat.page.pick(words, Some(*at))?),
        Value::Tick(words, on) => {
            let mut question = words.clone();
            question.push('?');
            Value::Tick(words.clone(), seat.page.yes(&question, *on)?)
        }
        Value::Many(rows, at) => Value::Many(many(seat, rows)?, *at),
        other @ (Value::Open(_) | Value::Button) => other.clone(),
    })
}

/// Ticks any number of rows, one after the other.
fn many(seat: &mut Seat<'_>, rows: &[(String, bool)]) -> Said<Vec<(String, bool)>> {
    let names: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
    let mut rows = rows.to_vec();
    let question = "Which one to tick, or to untick? ? lists them, Enter goes on:";
    while let Some(at) = seat.page.which(question, &names)? {
        let (name, on) = &mut rows[at];
        *on = !*on;
        let state = if *on { "ticked" } else { "not ticked" };
        let line = format!("{name}: {state}.");
        seat.page.say(&line);
    }
    Ok(rows)
}
