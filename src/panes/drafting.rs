//! Keeping half-typed text: when it is due, as nothing older than two seconds may live on the screen alone, and how.

use std::time::Duration;

use crate::desk::{Desk, Effect};
use crate::domain::time::{Mono, Now};
use crate::store::draft_file::{Draft, DraftKey};
use crate::widgets::form::{Form, Value};

/// Half-typed text is kept this long after the first change that is not on disk yet. Writing takes a while too,
/// so this is less than the two seconds that are promised.
const DUE: Duration = Duration::from_millis(1500);

/// What a form says to keys that have to wait until its file is written.
pub const SAVING: &str = "Saving. One moment, please.";

/// What a form says when something was typed while its file was written.
pub const MORE: &str = "Saved up to there. Ctrl+S saves what came after it.";

/// What a form says when it is closed with something typed in it.
pub const CLOSED: &str = "Closed. What you typed is kept and comes back here.";

/// Watches one text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Drafting {
    since: Option<Mono>,
}

impl Drafting {
    /// The text changed.
    pub fn touch(&mut self, now: Now) {
        self.since.get_or_insert(now.mono);
    }

    /// Whether it is time to keep it; says so once.
    pub fn due(&mut self, now: Now) -> bool {
        let due = self.since.is_some_and(|since| now.mono >= since + DUE);
        if due {
            self.since = None;
        }
        due
    }

    /// Whether something is not on disk yet; says so once. For pauses and ways out.
    pub fn take(&mut self) -> bool {
        self.since.take().is_some()
    }

    /// When to look again.
    pub fn next_wake(&self) -> Option<Mono> {
        self.since.map(|since| since + DUE)
    }
}

/// Keeps half-typed text: for this run at once, on disk as soon as it is written.
pub fn keep(draft: Draft, desk: &mut Desk<'_>) {
    desk.model.drafts.retain(|d| d.key() != draft.key());
    desk.model.drafts.push(draft.clone());
    desk.perform(Effect::SaveDraft(Box::new(draft)));
}

/// Forgets half-typed text that is saved or not wanted any more.
pub fn forget(key: DraftKey, desk: &mut Desk<'_>) {
    desk.model.drafts.retain(|d| d.key() != key);
    desk.model.unsaved.forget(&key);
    desk.perform(Effect::DropDraft(key));
}

/// A half-filled form: the text of its main field to be read, all fields to go on with.
pub fn of_form(key: DraftKey, form: &Form, main: usize, now: Now) -> Draft {
    with_values(key, form, main, &form.values(), now)
}

/// A form that was filled in from something that is kept: only the fields that were changed since, so that the others
/// follow what is kept by the time one goes on. `None` where none was.
pub fn of_changes(
    key: DraftKey,
    form: &Form,
    filled: &[(String, String)],
    main: usize,
    now: Now,
) -> Option<Draft> {
    let mut values = form.values();
    values.retain(|value| !filled.contains(value));
    (!values.is_empty()).then(|| with_values(key, form, main, &values, now))
}

fn with_values(
    (owner, field): DraftKey,
    form: &Form,
    main: usize,
    values: &[(String, String)],
    now: Now,
) -> Draft {
    let (text, caret) = match form.fields.get(main).map(|f| &f.value) {
        Some(Value::Line(e) | Value::Area(e)) => (e.text().to_owned(), e.caret_chars()),
        _ => (String::new(), 0),
    };
    // The main text stands in the draft once; of its field only the name is kept, which says that it changed.
    let of_main = |label: &str| !text.is_empty() && is_main(form, main, label);
    let held = |(label, held): &(String, String)| {
        let held = if of_main(label) { "" } else { held };
        (label.clone(), held.to_owned())
    };
    let values: Vec<(String, String)> = values.iter().map(held).collect();
    Draft {
        owner,
        field,
        text,
        caret,
        facts: serde_json::to_string(&values).unwrap_or_default(),
        saved_at: now.wall,
    }
}

fn is_main(form: &Form, main: usize, label: &str) -> bool {
    form.fields.get(main).is_some_and(|f| f.label == label)
}

/// Puts a half-filled form back; returns the sentence that says so. A draft without any field still gives the text of
/// the main one.
pub fn back_into(form: &mut Form, main: usize, draft: &Draft) -> String {
    let values: Vec<(String, String)> = serde_json::from_str(&draft.facts).unwrap_or_default();
    form.put_values(&values);
    let main = form.fields.get_mut(main);
    let main =
        main.filter(|f| values.is_empty() || values.iter().any(|(label, _)| *label == f.label));
    if let Some(Value::Line(e) | Value::Area(e)) = main.map(|f| &mut f.value) {
        e.start_with(&draft.text);
        e.place_caret(draft.caret);
    }
    format!(
        "Draft from {} goes on here.",
        draft.saved_at.format("%H:%M")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::draft_file::Owner;
    use crate::widgets::editor::Editor;
    use crate::widgets::form::Field;

    fn at(ms: u64) -> Now {
        let wall = chrono::DateTime::parse_from_rfc3339("2026-03-12T09:00:00+00:00")
            .expect("a time in a test");
        Now {
            mono: Mono(Duration::from_millis(ms)),
            wall,
        }
    }

    #[test]
    fn a_change_is_due_within_two_seconds_however_fast_one_types() {
        let mut d = Drafting::default();
        for ms in (0..1500).step_by(100) {
            d.touch(at(ms));
            assert!(!d.due(at(ms)));
        }
        assert!(d.due(at(1500)));
        assert!(!d.due(at(1500)), "kept once");
        assert_eq!(d.next_wake(), None);
    }

    #[test]
    fn a_half_filled_form_holds_its_main_text_once_and_gets_it_back() {
        let field =
            |label: &str, words: &str| Field::new(label, Value::Line(Editor::single(words)));
        let form = Form::of(vec![field("Title", "Rota"), field("Text", "Forty shifts.")]);
        let key = (Owner::NewStory, "form".to_owned());
        let draft = of_form(key, &form, 1, at(0));
        assert_eq!(draft.text, "Forty shifts.");
        assert!(!draft.facts.contains("Forty"), "{}", draft.facts);
        let mut back = Form::of(vec![field("Title", ""), field("Text", "before")]);
        back_into(&mut back, 1, &draft);
        assert_eq!(back.values(), form.values());
    }
}
