//! What is asked in a whole mock belongs to it: to its field, its room, its part.

use std::collections::HashSet;

use greenroom::content::shipped;
use greenroom::domain::id::FamilyId;
use greenroom::domain::library::{Blueprint, Card, Kind, Library, Seniority};
use greenroom::domain::practice::mock::{Seat, lay_out};
use greenroom::domain::practice::shape::{Stop, Stretch};

const SEEDS: std::ops::Range<u32> = 0..50;

const LEVELS: [Option<Seniority>; 3] = [None, Some(Seniority::Entry), Some(Seniority::Senior)];

/// Every question that a mock may ask somebody of a field, with the part in which it comes.
fn asked<'l>(
    blueprint: &Blueprint,
    library: &'l Library,
    family: &str,
) -> Vec<(Stretch, u8, &'l Card)> {
    let mut all = Vec::new();
    for seed in SEEDS {
        for seniority in LEVELS {
            let seat = Seat {
                family: FamilyId::new(family),
                seniority,
                weak: Vec::new(),
            };
            let laid = lay_out(blueprint, library, &seat, seed);
            for (section, _, at) in laid.shape.stops() {
                let Some(planned) = at.map(|at| &laid.plan[at]) else {
                    continue;
                };
                let card = library.card(planned.question.as_str()).expect("it ships");
                all.push((laid.shape.sections[section].clone(), planned.wording, card));
            }
        }
    }
    all
}

fn of(id: &str, family: &str, check: impl Fn(&Stretch, &Card)) {
    let library = shipped::library();
    let blueprint = library.blueprints.get(id).expect("it ships");
    for (part, _, card) in asked(&blueprint, &library, family) {
        check(&part, card);
    }
}

fn is_of(card: &Card, family: &str) -> bool {
    card.roles.iter().any(|role| role.as_str() == family)
}

#[test]
fn every_situation_of_a_ward_panel_is_a_nurses() {
    for family in ["nursing", "care"] {
        of("ward-panel-30", family, |part, card| {
            if part.title == "Three situations from a shift" {
                assert!(is_of(card, family), "{family}: {}", card.text);
            }
            assert_ne!(card.kind, Kind::Culture, "{}", card.text);
        });
    }
}

#[test]
fn a_school_panel_asks_about_classes_and_not_about_trucks() {
    of("school-panel-60", "teaching", |part, card| {
        if part.title == "From your own classes" || part.title == "What would you do" {
            assert!(is_of(card, "teaching"), "{}", card.text);
        }
        if part.title == "A talk to hold" {
            let school = ["the parent", "the student"];
            assert!(
                school.iter().any(|w| card.text.contains(w)),
                "{}",
                card.text
            );
        }
    });
}

#[test]
fn every_deal_of_a_sales_mock_is_a_deal() {
    of("sales-mock-45", "sales", |part, card| {
        if part.title == "A deal of yours, won or lost" {
            let words = card.text.to_lowercase();
            let deal = ["sale", "deal", "not to buy"];
            assert!(deal.iter().any(|w| words.contains(w)), "{words}");
        }
    });
}

#[test]
fn a_coding_talk_is_about_software_and_holds_code() {
    of("coding-45", "software", |part, card| {
        match card.kind {
            Kind::Technical | Kind::Knowledge => {
                assert!(is_of(card, "software"), "{}", card.text);
                assert!(!is_of(card, "design-creative"), "{}", card.text);
            }
            Kind::Opener => assert!(!card.text.contains("half a minute"), "{}", card.text),
            _ => {}
        }
        if part.title.starts_with("A piece of code") {
            let library = shipped::library();
            let question = library.questions.get(card.id.as_str()).expect("it ships");
            let setup = &question.setup;
            let code = ["function", "the program reads"];
            assert!(code.iter().any(|w| setup.contains(w)), "{setup}");
        }
    });
}

#[test]
fn a_talk_of_one_field_asks_for_its_own_work_before_it_asks_for_anybodys() {
    let library = shipped::library();
    for blueprint in library.blueprints.iter() {
        for family in &blueprint.families {
            let seen = asked(&blueprint, &library, family.as_str());
            for (n, section) in blueprint.sections.iter().enumerate() {
                let Some(pick) = &section.pick else { continue };
                let work = |c: &Card| {
                    let seldom = [Kind::Case, Kind::Presentation, Kind::Strengths];
                    !seldom.contains(&c.kind) && (c.kind.framework() != "three-reasons")
                };
                let own: Vec<&Card> = (library.cards.iter())
                    .filter(|c| pick.fits(c) && c.seniority.is_empty())
                    .filter(|c| is_of(c, family.as_str()) && work(c))
                    .collect();
                // As many as it draws, and as many as the parts before it may have taken.
                let before = blueprint.sections[..n]
                    .iter()
                    .filter_map(|s| s.pick.as_ref());
                let taken = before.map(|earlier| {
                    let both = own.iter().filter(|c| earlier.fits(c)).count();
                    both.min(earlier.count as usize)
                });
                if own.len() < pick.count as usize + taken.sum::<usize>() {
                    continue;
                }
                let here = seen.iter().filter(|(part, ..)| part.title == section.title);
                for (_, _, card) in here.filter(|(.., card)| work(card)) {
                    let told = format!("{}, part {n}, for {family}", blueprint.id);
                    assert!(is_of(card, family.as_str()), "{told}: {}", card.text);
                }
            }
        }
    }
}

#[test]
fn nothing_asks_about_a_recording_outside_of_one_way() {
    let library = shipped::library();
    for blueprint in library.blueprints.iter() {
        for (part, wording, card) in asked(&blueprint, &library, "software") {
            let question = library.questions.get(card.id.as_str()).expect("it ships");
            let words = question.wording(wording);
            let lens = ["watch this later", "Record a short", "on this video"];
            let lens = lens.iter().any(|w| words.contains(w)) || words.contains("camera");
            assert!(part.is_one_way() || !lens, "{}: {words}", blueprint.id);
        }
    }
}

#[test]
fn nobody_who_works_on_site_is_asked_about_days_at_home() {
    let library = shipped::library();
    let call = library
        .blueprints
        .get("recruiter-screen-20")
        .expect("it ships");
    for family in ["nursing", "care", "teaching", "hospitality-retail"] {
        for (_, _, card) in asked(&call, &library, family) {
            let words = &card.text;
            assert!(!words.contains("from home"), "{family}: {words}");
        }
    }
    let home = asked(&call, &library, "software");
    let home = home
        .iter()
        .filter(|(.., c)| c.text.contains("done from home"));
    assert_ne!(home.count(), 0, "others are");
}

#[test]
fn where_a_task_goes_on_the_interviewer_says_so_in_a_sentence() {
    let library = shipped::library();
    let mut parts = 0;
    for blueprint in library.blueprints.iter() {
        let seat = Seat {
            family: FamilyId::new("general"),
            seniority: None,
            weak: Vec::new(),
        };
        for part in lay_out(&blueprint, &library, &seat, 1).shape.sections {
            if part.stops.contains(&Stop::GoOn) {
                let said = part.asks_on();
                assert_ne!(said, part.title, "{}", blueprint.id);
                assert!(said.ends_with(['.', '?']), "{}: {said}", blueprint.id);
                parts += 1;
            }
        }
    }
    assert!(parts >= 7, "{parts}");
}

#[test]
fn what_an_interviewer_says_fits_whatever_was_answered_and_whenever_they_come_in() {
    let library = shipped::library();
    for manner in library.personas.iter() {
        for begins in std::iter::once(&manner.opening_line).chain(&manner.other_openings) {
            let begins = begins.to_lowercase();
            for odd in [
                "good morning",
                "welcome",
                "sent us",
                "before we begin",
                "glad",
            ] {
                assert!(!begins.contains(odd), "{}: {begins}", manner.id);
            }
        }
        let said = &manner.reactions;
        let sentences: HashSet<&str> = (0..4).map(|nth| said.inside(nth)).collect();
        assert_eq!(sentences.len(), 4, "{} says the same again", manner.id);
        for line in [&said.strong, &said.weak, &said.long]
            .into_iter()
            .chain(&said.others)
        {
            let line = line.to_lowercase();
            for judged in [
                "everybody says",
                "i like",
                "i can picture",
                "holds",
                "see it",
            ] {
                assert!(!line.contains(judged), "{}: {line}", manner.id);
            }
        }
    }
}

#[test]
fn full_answers_of_a_minute_are_inside_the_window_of_a_role_play() {
    let library = shipped::library();
    for card in &library.cards {
        let question = library.questions.get(card.id.as_str()).expect("it ships");
        let least = match card.kind {
            Kind::RolePlay => 60,
            Kind::Technical => 90,
            _ => continue,
        };
        assert!(question.window.min <= least, "{}", card.id);
    }
}

#[test]
fn a_follow_up_supposes_nothing_that_was_not_said() {
    let library = shipped::library();
    let probe = |id: &str, odd: &str| {
        let question = library.questions.get(id).expect("it ships");
        let probes = &question.probes;
        assert!(probes.iter().all(|p| !p.text.contains(odd)), "{id}: {odd}");
    };
    probe("q-general-logistics-hours", "Which four days");
    probe("q-general-sensitive-gap-few-months", "begin with us");
    probe("q-nursing-situational-dose-looks-high", "The doctor says");
    for panel in library.panels.iter() {
        for member in &panel.members {
            assert!(
                !member.cross_probe.contains("school words"),
                "{}",
                member.name
            );
        }
    }
}
