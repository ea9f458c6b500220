//! What goes into the blanks of a letter by itself: who was there, for which job, what they doubted.

use super::doubts;
use super::journal::Entry;
use super::journey::Application;
use super::next::talk;
use super::person::Person;

/// The letters of thanks to one or two people, to a panel, and the one that answers a doubt, by id.
const TO_ONE: &str = "t-thank-you-interview";
const TO_SEVERAL: &str = "t-thank-you-panel";
const WITH_DOUBT: &str = "t-thank-you-concern";

/// Up to so many people are written to by one letter.
const TOGETHER: usize = 2;

/// Blanks with what is known for them.
pub type Known = Vec<(&'static str, String)>;

/// The letter that thanks for the interview of a debrief, by id.
pub fn of_thanks(entry: &Entry) -> &'static str {
    match people(entry).len() {
        n if n > TOGETHER => TO_SEVERAL,
        _ if doubt(entry).is_some() => WITH_DOUBT,
        n if n > 1 => TO_SEVERAL,
        _ => TO_ONE,
    }
}

/// What a debrief and its application say of the blanks. Names stand together in the letter to two people, and each
/// alone in the one to a panel.
pub fn known(entry: &Entry, application: Option<&Application>, me: &str) -> Known {
    let names: Vec<&str> = people(entry).into_iter().map(|p| p.name.trim()).collect();
    let panel = of_thanks(entry) == TO_SEVERAL;
    let name = match names.as_slice() {
        [first, second] if !panel => format!("{first} and {second}"),
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    };
    let member = |n: usize| {
        names
            .get(n)
            .map_or_else(String::new, |name| (*name).to_owned())
    };
    let decision = entry.debrief.as_ref().and_then(|d| d.decision);
    let told = application.map(|a| (a.employer.clone(), a.role.clone()));
    let (company, role) = told.unwrap_or_default();
    let mut known = vec![
        ("me", me.trim().to_owned()),
        ("name", name),
        ("second_name", member(1)),
        ("third_name", member(2)),
        ("quiet_name", member(3)),
        ("company", company),
        ("role", role),
        (
            "stage",
            entry.stage.map_or_else(String::new, |s| talk(s).to_owned()),
        ),
        ("day", entry.date.format("%A").to_string()),
        (
            "date",
            decision.map_or_else(String::new, |d| d.format("%A, %B %-d").to_string()),
        ),
        ("concern", doubt(entry).unwrap_or_default()),
    ];
    known.retain(|(_, words)| !words.is_empty());
    known
}

/// A text with its blanks filled as far as they are known.
pub fn fill(text: &str, known: &Known) -> String {
    known.iter().fold(text.to_owned(), |text, (slot, words)| {
        text.replace(&format!("{{{slot}}}"), words)
    })
}

/// Who was there by name.
fn people(entry: &Entry) -> Vec<&Person> {
    let people = entry.debrief.iter().flat_map(|d| &d.people);
    people.filter(|p| !p.name.trim().is_empty()).collect()
}

/// The first doubt that is open.
fn doubt(entry: &Entry) -> Option<String> {
    let application = entry.application.as_ref()?;
    let doubts = doubts::open(std::slice::from_ref(entry), application);
    doubts.first().map(|d| d.concern.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_filled() {
        let known = vec![("name", "Agnes Brown".to_owned())];
        assert_eq!(
            fill("Dear {name}, about {detail}", &known),
            "Dear Agnes Brown, about {detail}"
        );
    }
}
