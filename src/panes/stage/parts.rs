//! The parts of a stage's sheet as rows.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::desk::Model;
use crate::domain::doubts::{Doubt, open};
use crate::domain::id::{ApplicationId, EntryId, PerspectiveId};
use crate::domain::journal::{Concern, Entry, EntryKind};
use crate::domain::journey::Application;
use crate::domain::library::{Ask, ChecklistItem, Stage, StageId, Voice};
use crate::panes::words::hide_names;
use crate::panes::{rounds, ticks};

/// Cells of `Applied` or `Hires` before a voice.
pub const LABEL: usize = 9;

/// The parts with questions to be asked: those that were kept, and all of the stage.
const TO_ASK: &str = "To ask";
const ASK_HERE: &str = "Ask here";

/// Newest notes from the journal that stand with the interview.
const NOTES: usize = 3;

/// One row of a part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The line.
    pub text: String,
    /// Ticked or not, where it can be.
    pub ticked: Option<bool>,
    /// What is read with Enter besides the line.
    pub more: Vec<String>,
    /// The debrief that Enter opens at its doubts.
    pub doubts: Option<EntryId>,
    /// The voice that Enter opens.
    pub voice: Option<PerspectiveId>,
}

impl Row {
    fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// One part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub title: &'static str,
    /// A fact beside the heading.
    pub fact: String,
    /// A sentence about it for the status line.
    pub about: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Part {
    /// Whether a tick keeps one of its rows to be asked, instead of saying that it is done.
    pub fn keeps(&self) -> bool {
        [TO_ASK, ASK_HERE].contains(&self.title)
    }

    fn new(title: &'static str, rows: Vec<Row>) -> Self {
        Self {
            title,
            fact: String::new(),
            about: String::new(),
            rows,
        }
    }
}

/// Collects all parts; empty ones are left out.
pub fn collect(
    model: &Model,
    stage: StageId,
    application: Option<&ApplicationId>,
    today: NaiveDate,
) -> Vec<Part> {
    let Some(sheet) = model.library.stage(stage) else {
        return Vec::new();
    };
    let application = application.and_then(|id| model.journey.get(id));
    let mut parts = vec![
        interview(model, stage, application, today),
        Part::new(TO_ASK, to_ask(model, stage, application)),
        doubts(model, stage, application),
        steps(model, &sheet, application),
        Part::new("Expect", sheet.expect.iter().map(Row::plain).collect()),
        Part::new(
            "Signals they listen for",
            sheet.signals.iter().map(|s| Row::plain(&s.text)).collect(),
        ),
        Part::new(
            "Red flags",
            sheet.red_flags.iter().map(Row::plain).collect(),
        ),
        asks(model, &sheet, application),
        Part::new("After", sheet.after.iter().map(after).collect()),
        voices(model, stage),
        Part::new("Who and how", who(model, stage)),
    ];
    parts.extend(checklists(model, &sheet, application));
    parts.retain(|p| !p.rows.is_empty());
    parts
}

/// The interview itself, where one is agreed on or was: its day, who is there, its practice, and one's own notes.
fn interview(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    today: NaiveDate,
) -> Part {
    let Some(application) = application else {
        return Part::new("This interview", Vec::new());
    };
    let mut lines: Vec<String> = (application.rounds.iter())
        .filter(|r| r.stage == stage)
        .flat_map(|round| {
            let note = Some(round.note.clone()).filter(|note| !note.trim().is_empty());
            [Some(rounds::told(round, today, model)), note]
        })
        .flatten()
        .collect();
    let notes = application.notes.lines().filter(|l| !l.trim().is_empty());
    lines.extend(notes.map(str::to_owned));
    let own = |e: &&Entry| {
        let here = e.stage.is_none_or(|s| s == stage);
        e.kind == EntryKind::Note && here && e.application.as_ref() == Some(&application.id)
    };
    let entries = model.journal.entries.iter().filter(own).take(NOTES);
    lines.extend(entries.map(|e| e.body.clone()));
    let rows = lines.iter().map(|line| Row::plain(hide_names(model, line)));
    Part {
        about: "Your own notes on it. On the Roadmap e edits them.".to_owned(),
        ..Part::new("This interview", rows.collect())
    }
}

/// What was kept to be asked; Space lets it go.
fn to_ask(model: &Model, stage: StageId, application: Option<&Application>) -> Vec<Row> {
    let kept = ticks::to_ask(model, stage, application).into_iter();
    let row = |text: String| Row {
        ticked: Some(true),
        ..Row::plain(text)
    };
    kept.map(row).collect()
}

/// What can be asked at the stage; what is kept stands under `To ask` as well.
fn asks(model: &Model, sheet: &Stage, application: Option<&Application>) -> Part {
    let found = sheet.asks.iter();
    let found = found.filter_map(|id| model.library.asks.get(id.as_str()));
    let row = |a: Arc<Ask>| Row {
        ticked: Some(ticks::is_ticked(model, sheet.id, application, &a.text)),
        ..ask(&a)
    };
    Part {
        about: "Space keeps a question under To ask.".to_owned(),
        ..Part::new(ASK_HERE, found.map(row).collect())
    }
}

/// What is prepared for the stage, step by step.
fn steps(model: &Model, sheet: &Stage, application: Option<&Application>) -> Part {
    let rows = sheet.steps.iter().map(|text| Row {
        ticked: Some(ticks::is_ticked(model, sheet.id, application, text)),
        ..Row::plain(text)
    });
    let (done, all) = ticks::count(model, sheet.id, application);
    Part {
        fact: format!("{done} of {all}"),
        about: "Space ticks a step.".to_owned(),
        ..Part::new("Prepare", rows.collect())
    }
}

/// What this employer doubted in earlier interviews, at the stages that are still to come.
fn doubts(model: &Model, stage: StageId, application: Option<&Application>) -> Part {
    let ahead = application.filter(|a| stage.order() >= a.stage.order());
    let found = ahead.map_or_else(Vec::new, |a| open(&model.journal.entries, &a.id));
    let row = |doubt: &Doubt<'_>| {
        let Concern { text, reply, .. } = doubt.concern;
        let words = match reply.as_str() {
            "" => text.clone(),
            reply => format!("{text} (you replied: {reply})"),
        };
        Row {
            doubts: Some(doubt.entry.id.clone()),
            ..Row::plain(hide_names(model, &words))
        }
    };
    Part {
        about: "Have an answer ready. Enter opens the debrief there.".to_owned(),
        ..Part::new("Doubts they had", found.iter().map(row).collect())
    }
}

/// The checklists that belong to the stage, each a part of its own.
fn checklists(model: &Model, sheet: &Stage, application: Option<&Application>) -> Vec<Part> {
    let row = |item: &ChecklistItem| Row {
        ticked: Some(ticks::is_ticked(model, sheet.id, application, &item.text)),
        more: vec![item.why.clone()],
        ..Row::plain(&item.text)
    };
    sheet
        .prepare
        .iter()
        .filter_map(|id| model.library.checklists.get(id.as_str()))
        .map(|list| Part {
            fact: list.title.clone(),
            about: format!("{}. Space ticks; Enter says why.", list.title),
            ..Part::new("Checklist", list.items.iter().map(row).collect())
        })
        .collect()
}

fn after(after: &crate::domain::library::After) -> Row {
    match after.due_hours {
        Some(hours) => Row {
            more: vec![format!("Best within {hours} hours.")],
            ..Row::plain(&after.text)
        },
        None => Row::plain(&after.text),
    }
}

fn ask(ask: &Ask) -> Row {
    let mut more = Vec::new();
    if !ask.do_first.is_empty() {
        more.push(format!("Before: {}", ask.do_first));
    }
    more.extend(ask.listen_for.iter().map(|l| {
        format!(
            "Glad to hear: {}. Worth a second look: {}.",
            l.good, l.worry
        )
    }));
    if !ask.avoid_if.is_empty() {
        more.push(format!("Leave it when: {}", ask.avoid_if));
    }
    Row {
        more,
        ..Row::plain(&ask.text)
    }
}

fn voices(model: &Model, stage: StageId) -> Part {
    let rows = model
        .library
        .stage(stage)
        .map(|sheet| sheet.perspectives.clone())
        .unwrap_or_default();
    let rows = rows
        .iter()
        .filter_map(|id| model.library.perspectives.get(id.as_str()))
        .map(|p| Row {
            text: format!(
                "{}  {}",
                if p.voice == Voice::Seeker {
                    "Applied"
                } else {
                    "Hires  "
                },
                p.insight
            ),
            voice: Some(p.id.clone()),
            ..Row::default()
        })
        .collect();
    let mut part = Part::new("Both voices", rows);
    "Both voices are blended from several people, not quotations. Enter reads one."
        .clone_into(&mut part.about);
    part
}

fn who(model: &Model, stage: StageId) -> Vec<Row> {
    let Some(sheet) = model.library.stage(stage) else {
        return Vec::new();
    };
    let mut rows = vec![
        Row::plain(format!("They decide: {}", sheet.decides)),
        Row::plain(format!("Who: {}", sheet.interviewers.join(", "))),
    ];
    rows.extend(
        sheet
            .formats
            .iter()
            .map(|f| Row::plain(format!("{}: {}", f.id.replace('-', " "), f.note))),
    );
    let notes = [
        ("By video", &sheet.virtual_note),
        ("Adjustments", &sheet.adjust_note),
        ("If it is called off", &sheet.if_canceled),
    ];
    rows.extend(
        notes
            .iter()
            .filter(|n| !n.1.is_empty())
            .map(|(name, text)| Row::plain(format!("{name}: {text}"))),
    );
    rows
}
