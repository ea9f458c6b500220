//! The other parts of a debrief as a form; every one may stay empty.

use chrono::{NaiveDate, NaiveTime};

use super::fresh::meetings;
use crate::desk::Model;
use crate::domain::dates::{self, Toward};
use crate::domain::id::ApplicationId;
use crate::domain::journal::{Cleared, Concern, Debrief, Entry, Heard};
use crate::domain::journey::Application;
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::domain::time::Now;
use crate::panes::words::{count, read_back};
use crate::panes::{debrief_words, people};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

const APPLICATION: usize = 0;
const STAGE: usize = 1;
const DATE: usize = 2;
const PEOPLE: usize = 3;
const AGAIN: usize = 4;
const SLIPPED: usize = 5;
const CONCERNS: usize = 6;
const HEARD: usize = 7;
const CLOSED: usize = 8;
const NEXT: usize = 9;
const DECISION: usize = 10;
const CONTACT: usize = 11;
const DOCUMENTS: usize = 12;
const TOLD: usize = 13;
const STORY: usize = 14;
const BODY: usize = 15;
const FEEDBACK: usize = 16;
const IMPROVE: usize = 17;
const LEVEL: usize = 18;
const CHANCE: usize = 19;
const FREE: usize = 20;

/// Day and time of an entry as it was opened.
pub type When = (NaiveDate, Option<NaiveTime>);

/// The form, filled from an entry.
pub fn form(entry: &Entry, model: &Model, now: Now) -> (Form, Vec<ApplicationId>) {
    let debrief = entry.debrief.clone().unwrap_or_default();
    let meetings = meetings(model, now);
    let ids: Vec<ApplicationId> = meetings.iter().map(|(a, _)| a.id.clone()).collect();
    let name = |(a, to_come): &(&Application, bool)| {
        let end = match (a.closed, *to_come) {
            (true, _) => ", closed",
            (_, true) => ", still to come",
            _ => "",
        };
        format!("{}{end}", model.employer(a))
    };
    let mut fields = whose(entry, meetings.iter().map(name), &ids);
    fields.push(who(&debrief));
    fields.extend(what_happened(&debrief));
    fields.extend(what_next(&debrief));
    fields.extend([
        Field::new("You told them", Value::Open(String::new())),
        Field::new("Story told", line(&debrief.story)),
        Field::new(
            debrief_words::manner(entry.stage),
            line(&debrief.body_language),
        )
        .with_note("only for you"),
    ]);
    fields.extend(what_follows(&debrief));
    fields.push(area(
        "Anything else",
        Value::Area(Editor::new(&entry.body)),
        "",
    ));
    let mut form = Form::of(fields);
    form.at = PEOPLE;
    show_told(&mut form, entry, model);
    (form, ids)
}

/// What is written down of what they were told on that day; it is kept with the job and may be another by now.
pub fn show_told(form: &mut Form, entry: &Entry, model: &Model) {
    let job = entry.application.as_ref();
    let job = job.and_then(|id| model.journey.get(id));
    let told = job.map_or(&[][..], |job| &job.told).iter();
    let words = match told.filter(|one| one.date == Some(entry.date)).count() {
        0 => "pay, notice, a promise: add a line".to_owned(),
        lines => format!("{}; add another one", count(lines, "line", "lines")),
    };
    if let Some(field) = form.fields.get_mut(TOLD) {
        field.value = Value::Open(words);
    }
}

fn whose(
    entry: &Entry,
    employers: impl Iterator<Item = String>,
    ids: &[ApplicationId],
) -> Vec<Field> {
    let mut names = vec!["none".to_owned()];
    names.extend(employers);
    let application = entry
        .application
        .as_ref()
        .and_then(|id| ids.iter().position(|x| x == id))
        .map_or(0, |i| i + 1);
    let mut stages = vec!["none".to_owned()];
    stages.extend(StageId::ALL.iter().map(|s| s.short().to_owned()));
    vec![
        Field::new("Application", Value::Choice(names, application)),
        Field::new(
            "Stage",
            Value::Choice(stages, entry.stage.map_or(0, StageId::order)),
        ),
        Field::new("Date", line(&day(Some(entry.date)))),
    ]
}

fn what_happened(debrief: &Debrief) -> Vec<Field> {
    let concerns: Vec<String> = debrief
        .concerns
        .iter()
        .map(|c| pair(&c.text, &c.reply))
        .collect();
    let heard: Vec<String> = debrief
        .heard
        .iter()
        .map(|h| pair(&h.question, &h.answer))
        .collect();
    vec![
        area(
            "What would you do again?",
            lines(&debrief.again),
            "one a line",
        ),
        area(
            "Where did it slip?",
            lines(&debrief.slipped),
            "what was asked, what was missing",
        ),
        area(
            "Doubts they had, said or unsaid",
            lines(&concerns),
            "a doubt - what you replied",
        ),
        area(
            "What did you ask and hear?",
            lines(&heard),
            "a question - what they said",
        ),
    ]
}

fn what_next(debrief: &Debrief) -> Vec<Field> {
    vec![
        Field::new("How I closed", line(&debrief.closed)),
        Field::new("Next step", line(&debrief.next_step)),
        Field::new("They decide", line(&day(debrief.decision)))
            .with_note("a date, if they said one"),
        Field::new("Contact", line(&debrief.contact)).with_note("who, how, when"),
        Field::new("Documents", line(&debrief.documents)).with_note("what they still want"),
    ]
}

/// First of all, because the people are known already, or fade next.
fn who(debrief: &Debrief) -> Field {
    area(
        "Who was there?",
        Value::Area(Editor::new(&people::lines(&debrief.people))),
        "name, what they do, address",
    )
}

fn what_follows(debrief: &Debrief) -> Vec<Field> {
    let feedback: Vec<String> = debrief
        .feedback
        .iter()
        .map(|(from, text)| pair(from, text))
        .collect();
    let mut levels = vec!["no word".to_owned()];
    levels.extend(Level::ALL.iter().map(|l| l.word().to_owned()));
    let chance = debrief.chance.map_or_else(String::new, |c| c.to_string());
    vec![
        area(
            "Feedback that came",
            lines(&feedback),
            "from whom - what they said",
        ),
        area(
            "What to work on",
            lines(&debrief.improve),
            "three are plenty",
        ),
        Field::new(
            "My plan",
            Value::Choice(levels, debrief.level.map_or(0, |l| l.step() + 1)),
        )
        .with_note("how well you did what you had planned"),
        Field::new("Chance", line(&chance)).with_note("your own guess that it goes on, 0 to 100"),
    ]
}

fn line(text: &str) -> Value {
    Value::Line(Editor::single(text))
}

fn lines(items: &[String]) -> Value {
    Value::Area(Editor::new(&items.join("\n")))
}

fn day(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |d| d.format("%Y-%m-%d").to_string())
}

fn area(label: &str, value: Value, note: &str) -> Field {
    Field {
        rows: 2,
        ..Field::new(label, value).with_note(note)
    }
}

fn pair(a: &str, b: &str) -> String {
    if b.is_empty() {
        a.to_owned()
    } else {
        format!("{a} - {b}")
    }
}

fn unpair(line: &str) -> (String, String) {
    line.split_once(" - ").map_or_else(
        || (line.to_owned(), String::new()),
        |(a, b)| (a.trim().to_owned(), b.trim().to_owned()),
    )
}

/// Puts the form's values into an entry; a mistake is told beside its field and that field is left as it was.
/// The time of day belongs to the day the entry was opened with.
pub fn read(
    form: &mut Form,
    ids: &[ApplicationId],
    entry: &mut Entry,
    opened: When,
    today: NaiveDate,
) {
    entry.application = chosen(form, APPLICATION).and_then(|i| ids.get(i)).cloned();
    entry.stage = chosen(form, STAGE)
        .and_then(|i| StageId::ALL.get(i))
        .copied();
    if let Some(date) = date(form, DATE, today, Toward::Past) {
        entry.time = (date == opened.0).then_some(opened.1).flatten();
        entry.date = date;
    }
    form.fields[FREE]
        .text()
        .trim_end()
        .clone_into(&mut entry.body);
    let decision = if text(form, DECISION).is_empty() {
        form.fields[DECISION].error.clear();
        None
    } else {
        date(form, DECISION, today, Toward::After)
    };
    let chance = chance(form);
    let before = entry.debrief.take().unwrap_or_default();
    let pairs = |i: usize| items(form, i).into_iter().map(|l| unpair(&l));
    entry.debrief = Some(Box::new(Debrief {
        questions: before.questions,
        again: items(form, AGAIN),
        slipped: items(form, SLIPPED),
        concerns: items(form, CONCERNS)
            .iter()
            .map(|l| concern(l, &before.concerns))
            .collect(),
        heard: pairs(HEARD)
            .map(|(question, answer)| Heard { question, answer })
            .collect(),
        body_language: text(form, BODY),
        closed: text(form, CLOSED),
        next_step: text(form, NEXT),
        decision,
        documents: text(form, DOCUMENTS),
        contact: text(form, CONTACT),
        people: people::read(form.fields[PEOPLE].text()),
        thanked: before.thanked,
        story: text(form, STORY),
        feedback: pairs(FEEDBACK).collect(),
        improve: items(form, IMPROVE),
        level: chosen(form, LEVEL).and_then(|i| Level::ALL.get(i)).copied(),
        chance,
    }));
}

/// Which option is chosen, not counting the first one, which stands for none.
fn chosen(form: &Form, field: usize) -> Option<usize> {
    form.fields[field].chosen().checked_sub(1)
}

fn text(form: &Form, field: usize) -> String {
    form.fields[field].text().trim().to_owned()
}

/// The lines of a field that have words.
fn items(form: &Form, field: usize) -> Vec<String> {
    let lines = form.fields[field].text().lines().map(str::trim);
    lines.filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

/// The guess that it goes on, 0 to 100; a mistake is told beside the field.
fn chance(form: &mut Form) -> Option<u8> {
    let words = text(form, CHANCE);
    let read = words
        .trim_end_matches('%')
        .parse()
        .ok()
        .filter(|c| *c <= 100);
    form.fields[CHANCE].error = match read {
        None if !words.is_empty() => "Write a number from 0 to 100.".to_owned(),
        _ => String::new(),
    };
    read
}

fn date(form: &mut Form, field: usize, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    match dates::read(form.fields[field].text(), today, toward) {
        Ok(date) => {
            form.fields[field].error.clear();
            form.fields[field].note = read_back(date, today);
            Some(date)
        }
        Err(words) => {
            form.fields[field].note.clear();
            form.fields[field].error = words;
            None
        }
    }
}

/// A doubt; whether it was cleared is kept from before when the words are the same.
fn concern(line: &str, before: &[Concern]) -> Concern {
    let (text, reply) = unpair(line);
    let cleared = before
        .iter()
        .find(|c| c.text == text)
        .map_or(Cleared::No, |c| c.cleared);
    Concern {
        text,
        reply,
        cleared,
    }
}
