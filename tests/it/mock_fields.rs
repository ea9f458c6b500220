//! Whole mocks know who sits in them: the field of work, and the people whom they are to meet.

use greenroom::content::shipped;
use greenroom::desk::go::{MockWish, SetupFor};
use greenroom::domain::id::{BlueprintId, FamilyId};
use greenroom::domain::library::Library;
use greenroom::domain::practice::mock::{Laid, Seat, lay_out};
use greenroom::domain::practice::record::Why;
use greenroom::keys::Context;

use crate::visit::Visit;

fn phone(library: &Library, family: &str, seed: u32) -> Laid {
    let seat = Seat {
        family: FamilyId::new(family),
        seniority: None,
        weak: Vec::new(),
    };
    let mock = library.blueprints.get("phone-first-30").expect("it ships");
    lay_out(&mock, library, &seat, seed)
}

/// How many of the questions of a draw a field is asked alone.
fn own(library: &Library, family: &str, seed: u32) -> (usize, usize) {
    let plan = phone(library, family, seed).plan;
    let is_own = |id: &str| {
        let roles = &library.card(id).expect("it ships").roles;
        roles.iter().any(|role| role.as_str() == family)
    };
    let own = plan.iter().filter(|p| is_own(p.question.as_str())).count();
    let told = plan.iter().filter(|p| p.why == Why::Field).count();
    assert_eq!(own, told, "{family}: the reason is said");
    (own, plan.len())
}

#[test]
fn a_first_call_asks_every_field_of_its_own_work_and_of_everybodys() {
    let library = shipped::library();
    for family in library.families.iter() {
        let family = family.id.as_str();
        if family == "general" {
            let plan = phone(&library, family, 1).plan;
            assert!(plan.iter().all(|p| p.why != Why::Field), "nobody's field");
            continue;
        }
        for seed in 0..20 {
            let (own, all) = own(&library, family, seed);
            assert!(own >= 2, "{family}, {seed}: {own} of {all}");
            assert!(own * 2 <= all + 1, "{family}, {seed}: {own} of {all}");
        }
    }
}

const JOB: &str = r#"format = 1
employer = "St. Anne"
role = "Staff nurse"
stage = "panel"
since = 2026-02-12

[[round]]
stage = "in-person"
date = 2026-03-04

[[round]]
stage = "panel"
date = 2026-03-05
time = 10:00:00
people = [
  { name = "Ms. Okafor", title = "nurse manager" },
  { name = "Tom Lind", title = "" },
]
"#;

fn nurse() -> Visit {
    Visit::new()
        .ignore_toasts()
        .with_file("profile.toml", "format = 1\nfamily = \"nursing\"\n")
        .with_file("applications/st-anne.toml", JOB)
}

fn sits(v: &mut Visit) {
    v.drills(&SetupFor {
        mock: Some(MockWish::Blueprint(BlueprintId::new("panel-45"), Some(3))),
        ..SetupFor::default()
    });
}

#[test]
fn the_people_of_the_interview_sit_at_the_table_of_its_mock() {
    let mut v = nurse();
    sits(&mut v);
    v.sees("Ms. Okafor").sees("Tom Lind");
    v.file("practice/2026/….toml")
        .contains("name = \"Ms. Okafor\", title = \"nurse manager\"");
}

#[test]
fn at_a_table_the_names_are_hidden_where_names_are() {
    let mut v = nurse().hides_names();
    sits(&mut v);
    v.sees_not("Okafor").sees_not("Lind").sees("Person 1");
}

#[test]
fn the_page_before_says_whose_names_these_are_and_how_much_is_of_the_field() {
    let mut v = nurse().size(80, 50);
    v.runs("panel of three and").is_in(Context::Mock);
    v.sees("Ms. Okafor, nurse manager,");
    v.sees("Tom Lind, on their panel,");
    v.sees("questions belong to this field of work; the others are asked anywhere.");
    v.sees("Two of them are people you are to meet; the others are invented.");
}
