//! Who is there at a stage, who decides, and how it is held.

use super::Row;
use crate::desk::Model;
use crate::domain::library::StageId;
use crate::domain::text::capital;

/// How it is held, in words: `In a room`, `By phone`, `Take home`.
fn how(id: &str) -> String {
    match id {
        "in-room" => "In a room".to_owned(),
        "phone" => "By phone".to_owned(),
        "live-video" => "By live video".to_owned(),
        "one-way-video" => "By one-way video".to_owned(),
        id => capital(&id.replace('-', " ")),
    }
}

/// All of it, a line for each.
pub(super) fn who(model: &Model, stage: StageId) -> Vec<Row> {
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
            .map(|f| Row::plain(format!("{}: {}", how(&f.id), f.note))),
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
