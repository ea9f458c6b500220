//! What stands in a form as plain words, so that half-filled ones can be kept and gone on with.

use super::{Field, Form, Value};

impl Form {
    /// What the fields hold, in order: texts as they are, the words of what is chosen or ticked. What follows from
    /// other fields is not kept: it would stand there as if somebody had chosen it.
    pub fn values(&self) -> Vec<(String, String)> {
        let kept = (self.fields.iter()).filter(|f| keeps(&f.value) && !f.follows);
        kept.map(|f| (f.label.clone(), words(&f.value))).collect()
    }

    /// Puts such words back, each into the field with its label, since fields come and go; of several with one label
    /// the first goes into the first. What no longer fits its field is left out.
    pub fn put_values(&mut self, values: &[(String, String)]) {
        let mut left: Vec<&(String, String)> = values.iter().collect();
        for field in self.fields.iter_mut().filter(|f| keeps(&f.value)) {
            if let Some(at) = left.iter().position(|(label, _)| *label == field.label) {
                put(&mut field.value, &left.remove(at).1);
                field.follows = false;
            }
        }
    }
}

impl Field {
    /// Whether the same is filled in as in another field.
    pub fn says(&self, other: &Self) -> bool {
        words(&self.value) == words(&other.value)
    }
}

/// Lines that open a page of their own come and go; nothing is filled in there.
const fn keeps(value: &Value) -> bool {
    !matches!(value, Value::Open(_))
}

fn words(value: &Value) -> String {
    match value {
        Value::Line(e) | Value::Area(e) => e.text().to_owned(),
        Value::Choice(options, at) | Value::Radio(options, at) => {
            options.get(*at).cloned().unwrap_or_default()
        }
        Value::Many(options, _) => {
            let ticked: Vec<&str> = (options.iter().filter(|o| o.1))
                .map(|o| o.0.as_str())
                .collect();
            ticked.join("\n")
        }
        Value::Tick(words, true) => words.clone(),
        Value::Tick(_, false) | Value::Button | Value::Open(_) => String::new(),
    }
}

fn put(value: &mut Value, words: &str) {
    match value {
        Value::Line(e) | Value::Area(e) => e.start_with(words),
        Value::Choice(options, at) | Value::Radio(options, at) => {
            *at = options.iter().position(|o| o == words).unwrap_or(*at);
        }
        Value::Many(options, _) => {
            for option in options {
                option.1 = words.lines().any(|w| w == option.0);
            }
        }
        Value::Tick(label, on) => *on = label == words,
        Value::Button | Value::Open(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets::editor::Editor;

    fn pairs(values: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(label, words): &(&str, &str)| ((*label).to_owned(), (*words).to_owned());
        values.iter().map(owned).collect()
    }

    fn form() -> Form {
        let strings = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        Form {
            fields: vec![
                Field::new("Name", Value::Line(Editor::single(""))),
                Field::new("Notes", Value::Area(Editor::new(""))),
                Field::new("Stage", Value::Choice(strings(&["none", "Panel"]), 0)),
                Field::new(
                    "Kinds",
                    Value::Many(vec![("a".to_owned(), false), ("b".to_owned(), false)], 0),
                ),
                Field::new("Strict", Value::Tick("no pause".to_owned(), false)),
                Field::new("Start", Value::Button),
            ],
            ..Form::default()
        }
    }

    #[test]
    fn a_half_filled_form_comes_back_as_it_was() {
        let mut filled = form();
        let values = pairs(&[
            ("Name", "Acme"),
            ("Notes", "one\ntwo"),
            ("Stage", "Panel"),
            ("Kinds", "b"),
            ("Strict", "no pause"),
            ("Start", ""),
        ]);
        filled.put_values(&values);
        assert_eq!(filled.values(), values);
    }

    #[test]
    fn what_no_longer_fits_is_left_out() {
        let mut f = form();
        f.put_values(&pairs(&[("Name", "Acme"), ("Stage", "Moon")]));
        assert_eq!(f.fields[2].chosen(), 0);
        assert_eq!(f.fields[0].text(), "Acme");
    }

    #[test]
    fn words_find_their_field_also_when_others_came_or_went() {
        let mut f = form();
        f.fields.remove(2);
        let twice = Field::new("Notes", Value::Area(Editor::new("")));
        f.fields.push(twice);
        f.put_values(&pairs(&[
            ("Name", "Acme"),
            ("Field of work", "Sales"),
            ("Notes", "first"),
            ("Stage", "Panel"),
            ("Notes", "second"),
        ]));
        let texts = [0, 1, 5].map(|at: usize| f.fields[at].text().to_owned());
        assert_eq!(texts, ["Acme", "first", "second"]);
    }
}
