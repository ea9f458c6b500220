//! The fields of a story, what stands beside them, and the story that they say.

use crate::desk::Model;
use crate::domain::id::CompetencyId;
use crate::domain::library::Library;
use crate::domain::order::InOrder;
use crate::domain::story::{Length, Story, quiet_seconds};
use crate::domain::text::{listed, word_count};
use crate::widgets::canvas::cells;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

pub const TITLE: usize = 0;
pub const SITUATION: usize = 1;
const TASK: usize = 2;
const ACTIONS: usize = 3;
const RESULT: usize = 4;
const NUMBER: usize = 5;
const LEARNING: usize = 6;
const FIRST: usize = 7;
const SHOWS: usize = 8;
const TOUCHES: usize = 9;
const LENGTHS: usize = 10;
const PRIVATE: usize = LENGTHS + Length::ALL.len();

/// The parts whose words make up the telling, in the order of the shape.
const TOLD: [usize; 5] = [SITUATION, TASK, ACTIONS, RESULT, LEARNING];

/// The shape of a story in the library.
const SHAPE: &str = "star-l";

/// Below so many words nothing is said about shares.
const ENOUGH: usize = 40;

/// The most that situation and task together may take before it is said: a third, well above their share. Real answers
/// spend most of their time there.
const CONTEXT: usize = 3;

/// Cells beside what is ticked: the label, the signs around the one that is shown, and a space before the note.
const AROUND: usize = 26;

/// How much of the time each part should have, in percent, in the order of [`TOLD`].
#[derive(Debug, Default)]
pub struct Shares(Vec<u32>);

impl Shares {
    /// As the library has them.
    pub fn of(library: &Library) -> Self {
        let shape = library.frameworks.get(SHAPE);
        let steps = shape.map_or_else(Vec::new, |shape| {
            shape
                .steps
                .iter()
                .map(|step| u32::from(step.share))
                .collect()
        });
        Self(steps)
    }

    /// `about 15 of 90 seconds`, for a part; where something is written, how much of that its words take.
    fn words(&self, field: usize, said: usize) -> Option<String> {
        let at = TOLD.iter().position(|told| *told == field)?;
        let share = self.0.get(at)?;
        let whole = Length::OneAndHalf.seconds();
        let seconds = (share * u32::from(whole) + 50) / 100;
        Some(match said {
            0 => format!("about {seconds} of {whole} seconds"),
            said => format!("{said} of about {seconds} seconds"),
        })
    }
}

/// The fields, filled from a story.
pub fn fields(story: &Story, model: &Model) -> Vec<Field> {
    let line = |label: &str, text: &str| {
        let mut editor = Editor::single("");
        editor.start_with(text);
        Field::new(label, Value::Line(editor))
    };
    let area = |label: &str, text: &str, rows: u16| {
        let mut editor = Editor::new("");
        editor.start_with(text);
        Field {
            rows,
            ..Field::new(label, Value::Area(editor))
        }
    };
    let mut fields = vec![
        line("Title", &story.title).with_note("what you call it"),
        area("When and where was it?", &story.situation, 2),
        area("What did you have to reach?", &story.task, 2),
        area(
            "What did you do? One step a line",
            &story.actions.join("\n"),
            3,
        ),
        area("What came of it?", &story.result, 2),
        line("Number", &story.number).with_note("the figure in it"),
        area("What do you do today because of it?", &story.learning, 2),
        area(
            "How do you begin? Your first sentence",
            &story.first_sentence,
            2,
        ),
        ticks("It shows", &story.shows, model),
        ticks("It touches", &story.touches, model),
    ];
    for length in Length::ALL {
        let text = story.told_in(length).unwrap_or_default();
        fields.push(area(&label(length), text, 2));
    }
    let private = Value::Tick("leave it out of exports".to_owned(), story.private);
    fields.push(Field::new("Private", private));
    fields
}

fn label(length: Length) -> String {
    format!("Told in {} seconds", length.seconds())
}

fn ticks(label: &str, chosen: &[CompetencyId], model: &Model) -> Field {
    let all = model.library.competencies.iter();
    let row = |id: &CompetencyId, title: String| (title, chosen.contains(id));
    let mut rows: Vec<(String, bool)> = all.map(|c| row(&c.id, c.title.clone())).collect();
    // What is chosen stands first, where it can be seen.
    rows.order_by_key(|(_, on)| !*on);
    Field::new(label, Value::Many(rows, 0))
}

/// The titles that are ticked in a field.
fn ticked(form: &Form, field: usize) -> Vec<&str> {
    match form.fields.get(field).map(|f| &f.value) {
        Some(Value::Many(rows, _)) => rows
            .iter()
            .filter(|(_, on)| *on)
            .map(|(title, _)| title.as_str())
            .collect(),
        _ => Vec::new(),
    }
}

fn text(form: &Form, field: usize) -> &str {
    form.fields.get(field).map_or("", Field::text)
}

/// The first field without words, where one goes on.
pub fn first_empty(form: &Form) -> usize {
    let mut parts = TITLE..SHOWS;
    let empty = parts.find(|field| text(form, *field).trim().is_empty());
    empty.unwrap_or(TITLE)
}

/// The field of a length.
pub const fn of_length(length: Length) -> usize {
    LENGTHS + length as usize
}

/// `Ticked below as what it shows: resilience.`, where the user did not tick it.
pub fn ticked_for(shows: &[CompetencyId], library: &Library) -> String {
    let titles = shows.iter().map(|c| library.competency_title(c.as_str()));
    let titles: Vec<String> = titles.map(|title| title.to_lowercase()).collect();
    match titles.as_slice() {
        [] => String::new(),
        some => format!("Ticked below as what it shows: {}.", listed(some)),
    }
}

/// Whether nothing was written at all.
pub fn is_blank(form: &Form) -> bool {
    let written = |field: &Field| !field.text().trim().is_empty();
    !form.fields.iter().any(written)
}

/// Keeps the notes beside the fields true: how much time a part has, how many words a length has room for.
pub fn recount(form: &mut Form, shares: &Shares, pace: u16, width: u16) {
    for at in TOLD {
        let Some(field) = form.fields.get_mut(at) else {
            continue;
        };
        let words = word_count(field.text());
        let share = shares.words(at, quiet_seconds(words, pace));
        field.note = share.unwrap_or_else(|| words_of(words));
    }
    for (at, length) in (LENGTHS..).zip(Length::ALL) {
        if let Some(field) = form.fields.get_mut(at) {
            let room = length.words(pace);
            field.note = match word_count(field.text()) {
                0 => format!("up to {room} words at a quiet pace"),
                n => format!("{n} of up to {room} words"),
            };
        }
    }
    for at in [SHOWS, TOUCHES] {
        let titles = ticked(form, at);
        let names = titles.join(", ");
        let longest = titles.iter().map(|title| cells(title)).max();
        let taken = usize::from(cells(&names) + longest.unwrap_or_default()) + AROUND;
        let note = match titles.len() {
            0 => "none ticked".to_owned(),
            n if n > 1 && taken <= usize::from(width) => names,
            n => format!("{n} ticked"),
        };
        if let Some(field) = form.fields.get_mut(at) {
            field.note = note;
        }
    }
}

fn words_of(n: usize) -> String {
    super::super::words::count(n, "word", "words")
}

/// What is worth a thought now: too much about how it was, else what is still empty.
pub fn advice(form: &Form, shares: &Shares) -> String {
    let counts = TOLD.map(|at| word_count(text(form, at)));
    let all: usize = counts.iter().sum();
    let context = counts[0] + counts[1];
    let has_rest = [ACTIONS, RESULT]
        .iter()
        .all(|at| !text(form, *at).trim().is_empty());
    if has_rest && all >= ENOUGH && context * CONTEXT > all && !shares.0.is_empty() {
        return "More than a third says how it was; most time belongs to what you did and what came of it."
            .to_owned();
    }
    let parts = [
        (SITUATION, "when and where"),
        (TASK, "what to reach"),
        (ACTIONS, "what you did"),
        (RESULT, "what came of it"),
        (NUMBER, "a number"),
        (LEARNING, "today"),
        (FIRST, "the first sentence"),
    ];
    let empty = parts
        .into_iter()
        .filter(|(at, _)| text(form, *at).trim().is_empty());
    let empty: Vec<&str> = empty.map(|(_, words)| words).collect();
    match empty.as_slice() {
        [] if ticked(form, SHOWS).is_empty() => {
            "Say what it shows, and Stories finds it for you.".to_owned()
        }
        [] => String::new(),
        all if all.len() == parts.len() => String::new(),
        some => format!(
            "Still empty: {}. It can be saved as it is.",
            some.join(", ")
        ),
    }
}

/// The story that the fields say; all that has no field stays as it was.
pub fn read(form: &Form, before: Story, model: &Model) -> Story {
    let line = |field: usize| text(form, field).trim().to_owned();
    let steps = text(form, ACTIONS).lines().map(str::trim);
    let steps = steps.map(|step| step.trim_start_matches("- "));
    let shows = chosen(form, SHOWS, &before.shows, model);
    let mut touches = chosen(form, TOUCHES, &before.touches, model);
    // What it is proof of it touches anyway.
    touches.retain(|c| !shows.contains(c));
    Story {
        title: line(TITLE),
        situation: line(SITUATION),
        task: line(TASK),
        actions: steps.filter(|s| !s.is_empty()).map(str::to_owned).collect(),
        result: line(RESULT),
        number: line(NUMBER),
        learning: line(LEARNING),
        first_sentence: line(FIRST),
        shows,
        touches,
        lengths: std::array::from_fn(|at| line(LENGTHS + at)),
        private: form.fields.get(PRIVATE).is_some_and(Field::ticked),
        ..before
    }
}

/// What is ticked, in the order in which it was; what the library does not know stays.
fn chosen(form: &Form, field: usize, before: &[CompetencyId], model: &Model) -> Vec<CompetencyId> {
    let titles = ticked(form, field);
    let all: Vec<(CompetencyId, bool)> = (model.library.competencies.iter())
        .map(|c| (c.id.clone(), titles.contains(&c.title.as_str())))
        .collect();
    let on = |id: &CompetencyId| {
        let known = all.iter().find(|(other, _)| other == id);
        known.is_none_or(|(_, on)| *on)
    };
    let kept = before.iter().filter(|id| on(id)).cloned();
    let new = all.iter().filter(|(id, on)| *on && !before.contains(id));
    kept.chain(new.map(|(id, _)| id.clone())).collect()
}
