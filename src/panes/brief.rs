//! Two pages for paper about one interview: all that is known of it, and the questions to ask with room to write.

use super::card::gathered::heading;
use super::leaflet::{Leaflet, Part};
use super::stage::parts::{self, Act, Row};
use super::ticks;
use crate::desk::Model;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::Now;
use crate::panes::words::hide_names;

/// Parts of the page of a stage that stand in the brief, in this order.
const PARTS: [&str; 10] = [
    parts::INTERVIEW,
    parts::TOLD,
    parts::SCORECARD,
    parts::REFERENCES,
    parts::DOUBTS,
    parts::EXPECT,
    parts::SIGNALS,
    parts::PREPARE,
    parts::PREPARE_OWN,
    parts::TO_ASK,
];

/// Ruled lines below a question.
const ROOM: usize = 3;

/// Free questions at the end of the page, for what comes up there.
const FREE: usize = 2;

/// The interview brief: the employer, the interview with its people and one's own notes, what its stage expects, what is
/// prepared and what is open, what is asked of them.
pub fn brief(model: &Model, application: &Application, stage: StageId, now: Now) -> Leaflet {
    let mut all = parts::collect(model, stage, Some(&application.id), now);
    let part = |title: &str| {
        let at = all.iter().position(|part| part.title == title)?;
        let part = all.swap_remove(at);
        let keeps = part.keeps();
        let rows = part.rows.iter();
        let rows = rows.filter(|row| !row.act.is_some_and(Act::is_all));
        let lines = rows.map(|row| line(row, keeps)).collect();
        Some(Part::new(part.title, lines))
    };
    let found: Vec<Part> = PARTS.into_iter().filter_map(part).collect();
    Leaflet {
        title: "Interview brief".to_owned(),
        about: heading(model, application, stage),
        parts: found,
    }
}

/// A row as it is printed: a step with its tick; a question that is kept needs none.
fn line(row: &Row, keeps: bool) -> String {
    match row.ticked {
        Some(true) if !keeps => format!("[x] {}", row.text),
        Some(false) => format!("[ ] {}", row.text),
        _ => row.text.clone(),
    }
}

/// The questions that are kept to be asked, each with room to write; empty where none is kept.
pub fn questions(model: &Model, application: &Application, stage: StageId) -> Leaflet {
    let kept = ticks::to_ask(model, stage, Some(application)).into_iter();
    let asked = |words: String| vec![hide_names(model, &words)];
    let mut lines: Vec<Vec<String>> = kept.map(asked).collect();
    if !lines.is_empty() {
        lines.extend(std::iter::repeat_n(Vec::new(), FREE));
    }
    let part = |(n, lines)| Part {
        room: ROOM,
        ..Part::new(format!("{n}."), lines)
    };
    Leaflet {
        title: "Questions to ask".to_owned(),
        about: heading(model, application, stage),
        parts: (1..).zip(lines).map(part).collect(),
    }
}
