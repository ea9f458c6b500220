//! Contacts (RFC 6350): the people of interviews, each once for a job, with what they do and how to reach them, and who would
//! speak for the user.

use super::folded::{Folded, stable};
use crate::domain::checks::{Answer, Checks, Referee};
use crate::domain::journey::{Application, Round};
use crate::domain::next::talk;
use crate::domain::person::Person;

/// Fewest figures of a number to call.
const NUMBER: usize = 5;

/// Everybody who has a name.
pub fn text(applications: &[Application], checks: &Checks) -> String {
    let mut out = Folded::default();
    for application in applications {
        let mut seen: Vec<String> = Vec::new();
        for (person, _) in people(application) {
            let name = stable(&person.name);
            if person.is_named() && !seen.contains(&name) {
                card(&mut out, application, &name);
                seen.push(name);
            }
        }
    }
    for referee in checks.referees.iter().filter(|one| one.person.is_named()) {
        speaker(&mut out, referee);
    }
    out.done()
}

/// Somebody who would speak for the user, or was asked to.
fn speaker(out: &mut Folded, referee: &Referee) {
    out.line("BEGIN:VCARD")
        .line("VERSION:4.0")
        .words(
            "UID;VALUE=text",
            &format!("greenroom-referee-{}", referee.id),
        )
        .words("FN", &referee.person.name)
        .words("TITLE", &referee.person.title);
    for way in ways(&referee.person.contact) {
        out.words(kind(way), way);
    }
    let note = match referee.answer {
        Answer::Yes => "Would speak for me",
        Answer::Open | Answer::RatherNot => "",
    };
    out.words("NOTE", note).line("END:VCARD");
}

fn people(application: &Application) -> impl Iterator<Item = (&Person, &Round)> {
    let rounds = application.rounds.iter();
    rounds.flat_map(|round| round.people.iter().map(move |person| (person, round)))
}

/// One person, with what all interviews of the job know.
fn card(out: &mut Folded, application: &Application, name: &str) {
    let same = people(application).filter(|(person, _)| stable(&person.name) == name);
    let same: Vec<(&Person, &Round)> = same.collect();
    let Some((first, _)) = same.first() else {
        return;
    };
    let title = same.iter().map(|(p, _)| p.title.as_str());
    let title = title.into_iter().find(|title| !title.is_empty());
    let id = format!("greenroom-{}-{name}", application.id);
    out.line("BEGIN:VCARD")
        .line("VERSION:4.0")
        .words("UID;VALUE=text", &id)
        .words("FN", &first.name)
        .words("TITLE", title.unwrap_or_default())
        .words("ORG", &application.employer);
    let mut reached: Vec<&str> = Vec::new();
    for way in same.iter().flat_map(|(p, _)| ways(&p.contact)) {
        if !reached.contains(&way) {
            out.words(kind(way), way);
            reached.push(way);
        }
    }
    let met: Vec<String> = same.iter().map(|(_, round)| at(round)).collect();
    out.words("NOTE", &met.join("\n")).line("END:VCARD");
}

/// The ways to reach somebody, as they stand after each other.
fn ways(contact: &str) -> impl Iterator<Item = &str> {
    let parts = contact.split([',', ';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// What a way to reach somebody is.
fn kind(way: &str) -> &'static str {
    let figures = way.chars().filter(char::is_ascii_digit).count();
    let calls = |c: char| c.is_ascii_digit() || "+-()/. ".contains(c);
    if way.starts_with("http://") || way.starts_with("https://") {
        "URL"
    } else if way.contains('@') && !way.contains(' ') {
        "EMAIL"
    } else if figures >= NUMBER && way.chars().all(calls) {
        "TEL"
    } else {
        "NOTE"
    }
}

/// `Panel interview, 3 December 2026`.
fn at(round: &Round) -> String {
    let day = round.date;
    let day = day.map_or_else(String::new, |d| format!(", {}", d.format("%-d %B %Y")));
    format!("{}{day}", talk(round.stage))
}
