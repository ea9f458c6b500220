//! The people whom the user is to meet, on the seats of a panel: who knows their names hears the questions from them.

use std::sync::Arc;

use crate::domain::library::{DecisionRole, Library, Member, Panel};
use crate::domain::person::Person;
use crate::domain::practice::shape::{Shape, Sitter};
use crate::domain::search::fold;

/// What stands where nobody said what somebody does.
const THERE: &str = "on their panel";

/// Shortest word of a title that tells one from another.
const TELLING: usize = 4;

/// Seats people at a panel: whose title speaks of a seat takes that one, all others the seats that are left, in their
/// order. Who finds no seat stays away.
pub fn seated(panel: &Panel, people: &[Person]) -> Vec<Sitter> {
    let people: Vec<&Person> = people.iter().filter(|person| person.is_named()).collect();
    let mut free: Vec<usize> = (0..panel.members.len()).collect();
    let mut seats: Vec<Option<usize>> = vec![None; people.len()];
    for least in [2, 1, 0] {
        for (person, seat) in people.iter().zip(&mut seats) {
            if seat.is_some() {
                continue;
            }
            let alike = |n: &usize| shared(&person.title, &panel.members[*n]) >= least;
            let found = free.iter().position(alike);
            *seat = found.map(|at| free.remove(at));
        }
    }
    let mut sitters: Vec<Sitter> = (people.iter().zip(seats))
        .filter_map(|(person, seat)| {
            Some(Sitter {
                seat: u8::try_from(seat?).ok()?,
                name: person.name.trim().to_owned(),
                title: person.title.trim().to_owned(),
            })
        })
        .collect();
    sitters.sort_by_key(|sitter| sitter.seat);
    sitters
}

/// How many telling words a title shares with that of a seat; who is said to chair belongs on the seat of the chair.
fn shared(title: &str, member: &Member) -> usize {
    let (title, seat) = (fold(title), fold(&member.title));
    let chairs = title.contains("chair") && member.role == DecisionRole::Chairs;
    let seat: Vec<&str> = words(&seat).collect();
    let same = words(&title).filter(|word| seat.contains(word)).count();
    same + 2 * usize::from(chairs)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= TELLING)
}

/// The panel of a mock as it sits there: the user's own people on the seats they were given, and the library's on the
/// others. Nothing where one person asks everything.
pub fn table(shape: &Shape, library: &Library) -> Option<Arc<Panel>> {
    let panel = library.panels.get(shape.panel.as_ref()?.as_str())?;
    if shape.people.is_empty() {
        return Some(panel);
    }
    let mut panel = Panel::clone(&panel);
    for sitter in &shape.people {
        let Some(member) = panel.members.get_mut(usize::from(sitter.seat)) else {
            continue;
        };
        member.name.clone_from(&sitter.name);
        member.title = match sitter.title.as_str() {
            "" => THERE.to_owned(),
            title => title.to_owned(),
        };
    }
    Some(Arc::new(panel))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::practice::mock::{Seat, lay_out};

    fn people(all: &[(&str, &str)]) -> Vec<Person> {
        let person = |(name, title): &(&str, &str)| Person {
            title: (*title).to_owned(),
            ..Person::called(name)
        };
        all.iter().map(person).collect()
    }

    /// The names on the seats of the panel of three.
    fn names(all: &[(&str, &str)]) -> Vec<(String, String)> {
        let library = sample::library();
        let seat = Seat {
            family: crate::domain::id::FamilyId::new("general"),
            seniority: None,
            weak: Vec::new(),
        };
        let mut shape = lay_out(&sample::panel_mock(), &library, &seat, 1).shape;
        let panel = library.panels.get("three").expect("it is there");
        shape.people = seated(&panel, &people(all));
        let table = table(&shape, &library).expect("it has a panel");
        let both = |m: &Member| (m.name.clone(), m.title.clone());
        table.members.iter().map(both).collect()
    }

    fn said(names: &[(String, String)]) -> Vec<&str> {
        names.iter().map(|(name, _)| name.as_str()).collect()
    }

    #[test]
    fn whoever_is_to_be_met_sits_there_and_the_others_stay_as_they_were() {
        let names = names(&[("Ms. Okafor", "ward manager")]);
        assert_eq!(said(&names), ["Ms. Okafor", "Bo", "Cy"]);
        assert_eq!(names[0].1, "ward manager");
        assert_eq!(names[1].1, "engineer", "of the library");
    }

    #[test]
    fn a_title_leads_to_its_seat_and_who_chairs_to_that_of_the_chair() {
        let all = [("Lee Park", ""), ("Ana Sol", "Chair"), ("12", "nurse")];
        let names = names(&all);
        assert_eq!(said(&names), ["Ana Sol", "Lee Park", "Cy"], "12 is no name");
        assert_eq!(names[1].1, THERE);
    }

    #[test]
    fn who_finds_no_seat_stays_away() {
        let all = [
            ("A. One", ""),
            ("B. Two", ""),
            ("C. Three", ""),
            ("D. Four", ""),
        ];
        assert_eq!(said(&names(&all)), ["A. One", "B. Two", "C. Three"]);
    }
}
