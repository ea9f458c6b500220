//! What a coach writes: the forms, and how what is done is kept while it is done.

use std::path::{Path, PathBuf};

use crate::domain::practice::coach::{Coaching, HandIn, Words};
use crate::domain::time::Now;
use crate::store::coach_file::returned_text;
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

/// What stands below where the hand-in lies, once the file that goes back is written.
const SENT: &str = "\nsent back";

/// Which draft it is: of which hand-in. Several may come of one sitting, and most have no name in them.
pub fn key(hand_in: &HandIn) -> DraftKey {
    let (sitting, at) = (hand_in.sitting.to_rfc3339(), hand_in.at.to_rfc3339());
    let field = format!("{at} {sitting} {}", hand_in.from);
    (Owner::Review, field.trim_end().to_owned())
}

/// Everything that is done so far, in the form of the file that goes back, with where the hand-in lies.
pub fn draft(coaching: &Coaching, path: &Path, sent: bool, now: Now) -> Draft {
    let (owner, field) = key(coaching.hand_in());
    Draft {
        owner,
        field,
        text: returned_text(&coaching.returned(now.wall)),
        facts: format!("{}{}", path.display(), if sent { SENT } else { "" }),
        caret: 0,
        saved_at: now.wall,
    }
}

/// Where the hand-in of such a draft lies, and whether it was sent back as it stands.
pub fn begun(draft: &Draft) -> (PathBuf, bool) {
    match draft.facts.strip_suffix(SENT) {
        Some(path) => (PathBuf::from(path), true),
        None => (PathBuf::from(&draft.facts), false),
    }
}

/// Who signed the hand-in of such a draft; empty where nobody did.
pub fn signed(draft: &Draft) -> &str {
    draft.field.splitn(3, ' ').nth(2).unwrap_or_default()
}

fn line(text: &str) -> Value {
    let mut editor = Editor::single("");
    editor.start_with(text);
    Value::Line(editor)
}

fn area(text: &str) -> Value {
    let mut editor = Editor::new("");
    editor.start_with(text);
    Value::Area(editor)
}

/// What is written to one answer.
pub fn of_answer(words: &Words) -> Form {
    Form::of(vec![
        Field::new("Keep", line(&words.keep)),
        Field::new("Change", line(&words.change)),
        Field::new("Comment", area(&words.text)),
    ])
}

/// What is written to all of it.
pub fn of_all(coaching: &Coaching) -> Form {
    let whole = Field::new("To all of it", area(&coaching.text));
    Form::of(vec![
        Field { rows: 6, ..whole },
        Field::new("Your name", line(&coaching.coach)),
    ])
}
