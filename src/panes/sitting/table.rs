//! Who sits there, in words: one line for the one who asks, one for each member of a panel.

use ratatui::layout::Rect;

use super::clock;
use crate::desk::{Model, View};
use crate::domain::practice::shape::Stretch;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::time::Now;
use crate::look::Role;
use crate::panes::words::hide_names;
use crate::widgets::Canvas;

/// Rows of a screen below which the question takes all that is above the answer.
pub const SMALL: u16 = 16;

/// Draws who asks; `true` when somebody has a name.
pub fn draw_asker(view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) -> bool {
    let Some(words) = asker(view.model, view.now, sitting) else {
        return false;
    };
    out.put(area.x, area.y, &words, area.width, Role::Dim);
    true
}

/// What stands at the left and in the middle of the title: on a small screen the one who asks, since the question takes
/// the row above it; else the section of a mock, or the drill.
pub fn place_words(view: &View<'_>, sitting: &Sitting) -> (String, String) {
    let stage = sitting.stage(view.now).filter(|_| view.screen.1 < SMALL);
    let asks = stage.and_then(|stage| stage.speaker.member);
    match asks.filter(|_| sitting.phase() != Phase::Turn) {
        Some(member) => (hide_names(view.model, &member.name), String::new()),
        None => clock::place_words(sitting, view.now),
    }
}

/// `Mr. Lindqvist asks`, or asks into somebody else's question.
pub fn asker(model: &Model, now: Now, sitting: &Sitting) -> Option<String> {
    let stage = sitting.stage(now)?;
    let member = stage.speaker.member?;
    // After an answer nobody asks: they react to it.
    let waits = sitting.phase() == Phase::Turn;
    let name = hide_names(model, &member.name);
    Some(if waits { name } else { format!("{name} asks") })
}

/// How an interviewer begins, at the first question of a section.
pub fn opening(view: &View<'_>, sitting: &Sitting) -> Option<String> {
    let stage = sitting.stage(view.now).filter(|s| s.first)?;
    let begins = sitting.begins()?;
    let before = &stage.shape.sections[..stage.section];
    let met = |s: &Stretch| s.asks() > 0 && s.persona == stage.stretch.persona;
    // The same person does not greet twice, and a table greets once.
    let known = if stage.members.is_empty() {
        before.iter().any(met)
    } else {
        before.iter().any(|s| s.asks() > 0)
    };
    let late = if stage.section == 0 && stage.late_s > 0 {
        let minutes = crate::panes::words::count((stage.late_s / 60) as usize, "minute", "minutes");
        format!("They come {minutes} late, and the end does not move. ")
    } else {
        String::new()
    };
    (!known && !stage.stretch.is_one_way()).then(|| format!("{late}\"{begins}\""))
}

/// Draws the people around the table where there is room for all of them; returns the rows used.
pub fn draw(view: &View<'_>, sitting: &Sitting, area: Rect, out: &mut Canvas<'_>) -> u16 {
    let Some(stage) = sitting.stage(view.now) else {
        return 0;
    };
    let rows = u16::try_from(stage.members.len()).unwrap_or(u16::MAX);
    if rows == 0 || area.height < rows.saturating_add(2) {
        return 0;
    }
    out.put(
        area.x,
        area.y,
        "Around the table, from your left",
        area.width,
        Role::Dim,
    );
    let asking = stage.speaker.member.map(|m| m.name.as_str());
    let name = area.width.min(60) / 4;
    for (y, member) in (area.y + 1..).zip(stage.members) {
        let role = if asking == Some(member.name.as_str()) {
            Role::Strong
        } else {
            Role::Ink
        };
        let called = hide_names(view.model, &member.name);
        out.put(area.x, y, &called, name - 1, role);
        let what = format!("{}, {}", member.title, member.role.word().to_lowercase());
        let now = if role == Role::Strong {
            "asking now"
        } else {
            ""
        };
        let used = out.put_right(area.right(), y, now, 12, Role::Ink);
        let width = area.width.saturating_sub(name + used + 1);
        out.put(area.x + name, y, &what, width, Role::Dim);
    }
    rows + 1
}

/// What somebody said who cut in, or what is loud outside.
pub fn cut(sitting: &Sitting) -> Option<(String, Role)> {
    let Some(words) = sitting.cut_words() else {
        let noise = sitting.noise()?;
        let text = format!("{noise} Say that you hear it, wait or speak up, and go on.");
        return Some((text, Role::Dim));
    };
    let end = if words.contains("sentence") {
        "Bring it to an end."
    } else {
        "Bring it to an end in one sentence."
    };
    Some((format!("They cut in: \"{words}\" {end}"), Role::Strong))
}
