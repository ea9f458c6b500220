//! The parts of a stage's sheet as rows.

mod field;
mod who;
mod yours;

use std::collections::HashSet;
use std::sync::Arc;

use crate::desk::Model;
use crate::domain::doubts::{Doubt, open};
use crate::domain::id::{ApplicationId, EntryId, FamilyId, PerspectiveId};
use crate::domain::journal::Concern;
use crate::domain::journey::Application;
use crate::domain::library::{Ask, ChecklistItem, Perspective, Stage, StageId, Voice};
use crate::domain::order::InOrder;
use crate::domain::prepare::{self, Prepared};
use crate::domain::scorecard;
use crate::domain::time::Now;
use crate::panes::ticks;
use crate::panes::words::hide_names;

/// Cells of `Applied` or `Hires` before a voice.
pub const LABEL: usize = 9;

/// The label before a voice of those who hire.
pub const HIRES: &str = "Hires";

/// The interview itself: its day, its people, one's own notes.
pub const INTERVIEW: &str = "This interview";

/// What they were told before.
pub const TOLD: &str = "You told them";

/// What their advert asks for.
pub const SCORECARD: &str = "Their scorecard";

/// Who would speak for me, and papers, where they come in.
pub const REFERENCES: &str = "References and documents";

/// What they doubted in earlier interviews.
pub const DOUBTS: &str = "Doubts they had";

/// What is to be expected of it.
pub const EXPECT: &str = "Expect";

/// What tells those who hire that somebody fits.
pub const SIGNALS: &str = "Signals they listen for";

/// The steps of preparation.
pub const PREPARE: &str = "Prepare";

/// The steps that belong to the user's field of work.
pub const PREPARE_OWN: &str = "Also in your field";

/// The parts with questions to be asked: those that were kept, and all of the stage.
pub const TO_ASK: &str = "To ask";
const ASK_HERE: &str = "Ask here";

/// Voices of a stage, at most.
const VOICES: usize = 8;

/// What Enter does on a row that leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Write a question of one's own.
    Ask,
    /// Show the steps that are done.
    Unfold,
    /// Open their scorecard.
    Scorecard,
    /// Open what they were told.
    Told,
    /// Open what they offer, beside the other offers.
    Offers,
    /// Open who would speak for me, and papers.
    References,
}

impl Act {
    /// Whether its row says nothing but what Enter does.
    pub const fn is_all(self) -> bool {
        matches!(self, Self::Ask | Self::Unfold)
    }
}

/// One row of a part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The line.
    pub text: String,
    /// Ticked or not, where it can be.
    pub ticked: Option<bool>,
    /// About how many minutes a step takes; 0 where nobody can say.
    pub minutes: u32,
    /// What it comes to in plain words; it stands below the line.
    pub plainly: String,
    /// What is read with Enter besides the line.
    pub more: Vec<String>,
    /// The doubt that Enter opens as a question: its debrief and its place there.
    pub doubt: Option<(EntryId, usize)>,
    /// The voice that Enter opens.
    pub voice: Option<PerspectiveId>,
    /// What else Enter does.
    pub act: Option<Act>,
}

impl Row {
    /// Whether Enter has something to show that the line does not say.
    pub fn has_more(&self) -> bool {
        !self.more.is_empty() || self.voice.is_some() || self.doubt.is_some() || self.act.is_some()
    }

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
    pub title: String,
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
        [TO_ASK, ASK_HERE].contains(&self.title.as_str())
    }

    /// Whether all that can be ticked is.
    pub fn is_done(&self) -> bool {
        !self.rows.is_empty() && self.rows.iter().all(|row| row.ticked != Some(false))
    }

    fn new(title: impl Into<String>, rows: Vec<Row>) -> Self {
        Self {
            title: title.into(),
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
    now: Now,
) -> Vec<Part> {
    let Some(sheet) = model.library.stage(stage) else {
        return Vec::new();
    };
    let application = application.and_then(|id| model.journey.get(id));
    let red_flags = sheet.red_flags.iter().map(Row::plain).collect();
    let mut parts = vec![
        yours::interview(model, stage, application, now),
        yours::offer(model, stage, application, now),
        yours::told(model, application, now),
        yours::scorecard(model, application),
        yours::references(model, stage, application, now),
        yours::to_ask(model, stage, application),
        doubts(model, stage, application),
        steps(model, &sheet, application, now),
        field::steps(model, &sheet, application, now),
        Part::new(EXPECT, field::expect(model, &sheet)),
        Part::new(SIGNALS, field::signals(model, &sheet)),
        Part::new("Red flags", red_flags),
        asks(model, stage, application),
        Part::new("After", sheet.after.iter().map(after).collect()),
        voices(model, &sheet),
        Part::new("Who and how", who::who(model, stage)),
    ];
    parts.extend(checklists(model, &sheet, application, now));
    parts.retain(|p| !p.rows.is_empty());
    parts
}

/// Leaves one line of the steps where all of them are done.
pub fn fold(parts: &mut [Part]) {
    let steps = parts.iter_mut().find(|p| p.title == PREPARE);
    if let Some(steps) = steps.filter(|p| p.is_done()) {
        steps.rows = vec![Row {
            act: Some(Act::Unfold),
            ..Row::plain("All of it is ticked. Enter shows the steps.")
        }];
    }
}

/// What can be asked at the stage; what is kept stands under `To ask` as well.
fn asks(model: &Model, stage: StageId, application: Option<&Application>) -> Part {
    let found = ticks::asks(model, stage, application).into_iter();
    let row = |a: Arc<Ask>| Row {
        ticked: Some(ticks::is_ticked(model, stage, application, &a.text)),
        ..ask(&a)
    };
    Part {
        about: "Space keeps a question under To ask.".to_owned(),
        ..Part::new(ASK_HERE, found.map(row).collect())
    }
}

/// What is prepared for the stage, step by step.
fn steps(model: &Model, sheet: &Stage, application: Option<&Application>, now: Now) -> Part {
    let is_done = |step: &str| ticks::is_done(model, sheet.id, application, step, now);
    let near = ticks::is_near(model, sheet.id, application, now);
    let steps = prepare::steps(sheet, application, near, is_done);
    let first = steps
        .iter()
        .filter(|s| sheet.evening.iter().any(|e| e == *s));
    let about = match first.count() {
        0 => "Space ticks a step.".to_owned(),
        _ if !near => "Space ticks a step.".to_owned(),
        n => format!("The first {n} fit into the last evening. Space ticks a step."),
    };
    let rows = steps.iter().map(|text| Row {
        ticked: Some(is_done(text)),
        minutes: sheet.minutes_of(text),
        act: (application.is_some() && scorecard::is_step(text)).then_some(Act::Scorecard),
        ..Row::plain(*text)
    });
    let Prepared { done, all, .. } = ticks::count(model, sheet.id, application, now);
    Part {
        fact: format!("{done} of {all}"),
        about,
        ..Part::new(PREPARE, rows.collect())
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
            doubt: Some((doubt.entry.id.clone(), doubt.at)),
            ..Row::plain(hide_names(model, &words))
        }
    };
    Part {
        about: "Have an answer ready. Enter asks for it.".to_owned(),
        ..Part::new(DOUBTS, found.iter().map(row).collect())
    }
}

/// The checklists that belong to the stage, each a part of its own.
fn checklists(
    model: &Model,
    sheet: &Stage,
    application: Option<&Application>,
    now: Now,
) -> Vec<Part> {
    let is_done = |step: &str| ticks::is_done(model, sheet.id, application, step, now);
    let row = |item: &ChecklistItem| Row {
        ticked: Some(is_done(&item.text)),
        more: vec![item.why.clone()],
        ..Row::plain(&item.text)
    };
    sheet
        .prepare
        .iter()
        .filter_map(|id| model.library.checklists.get(id.as_str()))
        .filter(|list| list.roles.is_empty() || is_mine(model, &list.roles) != Some(false))
        .map(|list| {
            let rows: Vec<Row> = list.items.iter().map(row).collect();
            let done = rows.iter().filter(|row| row.ticked == Some(true)).count();
            Part {
                fact: format!("{done} of {}", rows.len()),
                about: "Space ticks; Enter says why.".to_owned(),
                ..Part::new(&list.title, rows)
            }
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

/// Whether one of the fields is that of the user; `None` while no field was said.
fn is_mine(model: &Model, roles: &[FamilyId]) -> Option<bool> {
    let said = !model.profile.lacks_field();
    said.then(|| roles.contains(&model.profile.family))
}

/// Voices of the user's field of work first, then those of no field, then those of others.
fn voices(model: &Model, sheet: &Stage) -> Part {
    let shelf = &model.library.perspectives;
    let listed = sheet.perspectives.iter();
    let listed = listed.filter_map(|id| shelf.get(id.as_str()));
    let here = |voice: &Arc<Perspective>| voice.links.iter().any(|l| l == sheet.id.id());
    let own = shelf
        .iter()
        .filter(|voice| here(voice) && is_mine(model, &voice.roles) == Some(true));
    let mut found: Vec<Arc<Perspective>> = own.chain(listed).collect();
    found.order_by_key(|voice| model.profile.distance(&voice.roles));
    let mut seen = HashSet::new();
    found.retain(|voice| seen.insert(voice.id.clone()));
    found.truncate(VOICES);
    let row = |voice: Arc<Perspective>| {
        let side = match voice.voice {
            Voice::Seeker => "Applied",
            Voice::Manager => HIRES,
        };
        Row {
            text: format!("{side:<LABEL$}{}", voice.insight),
            plainly: voice.actions.first().cloned().unwrap_or_default(),
            voice: Some(voice.id.clone()),
            ..Row::default()
        }
    };
    Part {
        about: "Both voices are blended from several people, not quotations. Enter reads one."
            .to_owned(),
        ..Part::new("Both voices", found.into_iter().map(row).collect())
    }
}
