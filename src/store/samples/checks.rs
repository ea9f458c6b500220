//! Referees and papers.

use super::day;
use crate::domain::checks::{Answer, Call, Checks, Document, Referee};
use crate::domain::id::{ApplicationId, DocumentId, RefereeId};
use crate::domain::person::Person;

/// One referee and one paper, with something in every field.
pub fn checks() -> Checks {
    let call = Call {
        job: ApplicationId::new("acme-engineer"),
        briefed: Some(day("2026-11-20")),
        named: Some(day("2026-11-21")),
        heard: Some(day("2026-11-22")),
        thanked: Some(day("2026-11-23")),
    };
    Checks {
        referees: vec![Referee {
            id: RefereeId::new("ms-okafor"),
            person: Person {
                title: "head nurse until 2024".to_owned(),
                contact: "okafor@ward.example, 555 0134".to_owned(),
                ..Person::called("Ms. Okafor (oh-KAH-for)")
            },
            speaks_of: "the night the lift failed\nhow I teach new ones".to_owned(),
            asked: Some(day("2026-11-10")),
            answer: Answer::Yes,
            answered: Some(day("2026-11-12")),
            calls: vec![call],
        }],
        documents: vec![Document {
            id: DocumentId::new("registration"),
            title: "Registration or license".to_owned(),
            have: true,
            asked: Some(day("2026-11-02")),
            lies: "blue folder".to_owned(),
            until: Some(day("2027-01-03")),
        }],
    }
}
