//! Stories: what they cover, who has heard them, when they come back.

mod recall;

use std::sync::Arc;

use super::*;
use crate::domain::id::QuestionId;
use crate::domain::journal::{Asked, Debrief, Entry, EntryKind};
use crate::domain::library::{Card, Kind};
use crate::domain::person::Person;
use crate::domain::practice::sample;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day in a test")
}

fn story(id: &str, shows: &[&str], touches: &[&str]) -> Story {
    Story {
        title: id.to_owned(),
        actions: vec!["I asked.".to_owned()],
        result: "It held.".to_owned(),
        shows: shows.iter().map(CompetencyId::new).collect(),
        touches: touches.iter().map(CompetencyId::new).collect(),
        ..Story::new(StoryId::new(id), day("2026-11-01"))
    }
}

fn carried(stories: &[Story], competency: &str) -> String {
    let cover = Cover::of(CompetencyId::new(competency), stories);
    cover.carried().words()
}

fn people(names: &[&str]) -> Vec<Person> {
    let person = |name: &&str| Person {
        name: (*name).to_owned(),
        ..Person::default()
    };
    names.iter().map(person).collect()
}

/// An interview with these people on a day.
fn panel(names: &[&str]) -> (Application, Round) {
    let round = Round {
        people: people(names),
        ..Round::of(StageId::Panel, Some(day("2026-12-03")), None)
    };
    let application = Application {
        outcome: crate::domain::journey::Outcome::Pending,
        rounds: vec![round.clone()],
        ..Application::new(
            ApplicationId::new("acme"),
            "Acme".to_owned(),
            StageId::Panel,
            day("2026-11-01"),
        )
    };
    (application, round)
}

fn told(at: &str, names: &[&str]) -> Told {
    Told {
        application: Some(ApplicationId::new(at)),
        stage: Some(StageId::TechnicalAssessment),
        day: day("2026-11-20"),
        people: names.iter().map(|n| (*n).to_owned()).collect(),
        ..Told::default()
    }
}

#[test]
fn the_words_beside_a_competency_say_what_carries_it() {
    let stories = [
        story("night", &["conflict", "ownership"], &["planning"]),
        story("form", &["ownership"], &["conflict"]),
        story("rota", &["learning"], &[]),
    ];
    assert_eq!(carried(&stories, "influence"), "no story yet");
    assert_eq!(carried(&stories, "planning"), "only touched");
    assert_eq!(carried(&stories, "conflict"), "only story 1");
    assert_eq!(carried(&stories, "learning"), "only story 3");
    assert_eq!(carried(&stories, "ownership"), "2 stories");
}

#[test]
fn a_title_and_a_tick_are_no_proof_yet() {
    let mut stories = [
        story("rota", &[], &["ownership"]),
        story("cable", &["ownership"], &[]),
    ];
    stories[1].result.clear();
    assert_eq!(carried(&stories, "ownership"), "story 2 begun");
    let ownership = CompetencyId::new("ownership");
    assert!(
        !Cover::of(ownership.clone(), &stories)
            .carried()
            .is_covered()
    );
    stories[1].result = "Nobody fell.".to_owned();
    assert_eq!(carried(&stories, "ownership"), "only story 2");
    stories[1].actions.clear();
    assert!(!Cover::of(ownership, &stories).carried().is_covered());
}

#[test]
fn words_are_so_many_seconds_at_a_quiet_pace() {
    assert_eq!(quiet_seconds(42, 140), 21);
    assert_eq!(quiet_seconds(50, 100), 30);
    assert_eq!(quiet_seconds(0, 0), 0);
}

#[test]
fn one_key_goes_round_shows_touches_neither_and_leaves_the_others() {
    let mut one = story("night", &["ownership"], &[]);
    let conflict = CompetencyId::new("conflict");
    let mut seen = Vec::new();
    for _ in 0..3 {
        one.set_mark(&conflict, one.mark("conflict").next());
        seen.push(one.mark("conflict").words());
    }
    assert_eq!(seen, ["shows it", "touches it", "neither"]);
    assert_eq!(one, story("night", &["ownership"], &[]));
}

#[test]
fn a_question_is_fit_by_what_it_asks_for_most() {
    let asks = ["conflict", "influence"].map(CompetencyId::new);
    assert_eq!(story("a", &["conflict"], &[]).fits(&asks), Mark::Shows);
    assert_eq!(story("b", &["influence"], &[]).fits(&asks), Mark::Touches);
    assert_eq!(story("c", &[], &["conflict"]).fits(&asks), Mark::Touches);
    assert_eq!(story("d", &["planning"], &[]).fits(&asks), Mark::Neither);
    let stories = [
        story("c", &[], &["conflict"]),
        story("d", &["planning"], &[]),
        story("a", &["conflict"], &[]),
    ];
    let places: Vec<usize> = fitting(&stories, &asks).iter().map(|f| f.0).collect();
    assert_eq!(places, [2, 0]);
}

#[test]
fn who_will_be_in_the_room_has_heard_this_one() {
    let (application, round) = panel(&["Ms. Okafor", "Jean Moreau"]);
    let mut one = story("payroll", &["conflict"], &[]);
    assert_eq!(heard(&one, &application, &round), None);
    one.told.push(told("acme", &["J. Moreau"]));
    let found = heard(&one, &application, &round).expect("he is there");
    assert_eq!(found.people, ["Jean Moreau"]);
    assert_eq!(found.day, day("2026-11-20"));
    // Another Moreau is another person, and people of the employer who are not there do not matter.
    one.told = vec![told("acme", &["Anna Moreau", "Lee"])];
    assert_eq!(heard(&one, &application, &round), None);
}

#[test]
fn a_name_is_known_with_its_title_and_with_how_it_is_said() {
    let mut one = story("payroll", &["conflict"], &[]);
    for (told_to, there, is_one) in [
        ("Ms. Okafor", "Ann Okafor", true),
        ("S. Amin", "Dr. Amin", true),
        ("B. Kuhn", "Beate Kuhn (KOON)", true),
        ("Dr. Amin", "Dr. Kuhn", false),
        ("Dr. S. Amin", "Dr. T. Amin", false),
    ] {
        let (application, round) = panel(&[there]);
        one.told = vec![told("acme", &[told_to])];
        let found = heard(&one, &application, &round);
        assert_eq!(found.is_some(), is_one, "{told_to}, {there}");
    }
}

#[test]
fn a_figure_is_nobody_and_the_employer_stands_for_them() {
    let (application, round) = panel(&["3", ""]);
    let mut one = story("payroll", &["conflict"], &[]);
    one.told.push(told("acme", &["Lee"]));
    assert!(heard(&one, &application, &round).is_some());
    let told_there = Told::in_round(&application, &round, day("2026-12-03"));
    assert_eq!(told_there.people, [""; 0]);
    let (application, round) = panel(&["Lee"]);
    one.told = vec![told("acme", &["3"])];
    assert!(heard(&one, &application, &round).is_some());
}

#[test]
fn where_nobody_wrote_names_down_the_employer_stands_for_all() {
    let (application, round) = panel(&["Ms. Okafor"]);
    let mut one = story("payroll", &["conflict"], &[]);
    one.told.push(told("acme", &[]));
    let found = heard(&one, &application, &round).expect("told there");
    assert!(found.people.is_empty());
    one.told = vec![told("beta", &[])];
    assert_eq!(heard(&one, &application, &round), None);
}

#[test]
fn telling_it_in_that_very_interview_is_no_warning_about_it() {
    let (application, round) = panel(&["Ms. Okafor"]);
    let mut one = story("payroll", &["conflict"], &[]);
    one.told
        .push(Told::in_round(&application, &round, day("2026-12-03")));
    assert_eq!(heard(&one, &application, &round), None);
}

#[test]
fn another_story_is_named_that_is_new_to_them() {
    let (application, round) = panel(&["J. Moreau"]);
    let room = (&application, &round);
    let mut stories = vec![
        story("payroll", &["conflict"], &[]),
        story("queue", &["conflict"], &[]),
        story("outage", &[], &["conflict"]),
    ];
    for story in stories.iter_mut().take(2) {
        story.told.push(told("acme", &["J. Moreau"]));
    }
    let other = instead(&stories, &stories[0], "conflict", room);
    let other = other.map(|(at, _, mark)| (at, mark));
    assert_eq!(other, Some((2, Mark::Touches)));
    assert_eq!(instead(&stories, &stories[0], "influence", room), None);
}

#[test]
fn a_length_is_so_many_words_at_a_quiet_pace() {
    let words = |pace| Length::ALL.map(|length| length.words(pace));
    assert_eq!(words(140), [60, 120, 180, 360]);
    assert_eq!(words(100), [50, 100, 150, 300]);
}

#[test]
fn an_answer_becomes_a_story_and_no_word_is_lost() {
    let said = "In May two nurses fell ill. I was on the early shift. I called each one who was off. Two said yes. \
                Then I took the night that nobody could. All eleven nights were covered. Since then I ask before I \
                plan.";
    let asks = ["ownership", "planning"].map(CompetencyId::new);
    let kept = from_answer(StoryId::new("a"), (said, true), &asks, day("2026-11-10"));
    assert_eq!(kept.title, "In May two nurses fell ill");
    assert_eq!(kept.first_sentence, "In May two nurses fell ill.");
    assert_eq!(kept.situation, "I was on the early shift.");
    assert_eq!(
        kept.actions,
        [
            "I called each one who was off. Two said yes.",
            "Then I took the night that nobody could."
        ]
    );
    assert_eq!(kept.result, "All eleven nights were covered.");
    assert_eq!(kept.learning, "Since then I ask before I plan.");
    assert_eq!(kept.mark("ownership"), Mark::Shows);
    assert_eq!(kept.mark("planning"), Mark::Touches);
    let parts = [
        &kept.first_sentence,
        &kept.situation,
        &kept.actions.join(" "),
        &kept.result,
        &kept.learning,
    ];
    let words: Vec<&str> = parts.iter().flat_map(|p| p.split_whitespace()).collect();
    assert_eq!(words, said.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn what_has_been_otherwise_since_then_is_what_came_of_it() {
    let said = "Two families were shouting. I took them apart. Since then we have not had one complaint, where we had \
                seven in the year before.";
    let kept = from_answer(StoryId::new("a"), (said, true), &[], day("2026-11-10"));
    assert!(
        kept.result.starts_with("Since then we have not"),
        "{kept:?}"
    );
    assert_eq!(kept.learning, "");
}

#[test]
fn an_answer_that_tells_no_deed_is_a_situation() {
    let kept = from_answer(
        StoryId::new("a"),
        ("We were six. It rained", true),
        &[],
        day("2026-11-10"),
    );
    assert_eq!(kept.first_sentence, "We were six.");
    assert_eq!(kept.situation, "It rained");
    assert!(kept.actions.is_empty() && kept.result.is_empty());
    let none = from_answer(StoryId::new("a"), ("", true), &[], day("2026-11-10"));
    assert_eq!(none, Story::new(StoryId::new("a"), day("2026-11-10")));
}

#[test]
fn a_first_sentence_that_may_not_begin_it_stays_among_the_rest() {
    let said = "Hm, well, it was a café. I ran the oven.";
    let kept = from_answer(StoryId::new("a"), (said, false), &[], day("2026-11-10"));
    assert_eq!(kept.first_sentence, "");
    assert_eq!(kept.situation, "Hm, well, it was a café.");
    assert_eq!(kept.actions, ["I ran the oven."]);
}

/// A debrief of the panel at Acme, in which questions were answered with these stories.
fn debrief(stories: &[(&str, Option<Level>)]) -> Entry {
    let asked = stories.iter().map(|(story, level)| Asked {
        text: "Tell me about it".to_owned(),
        level: *level,
        story: Some(StoryId::new(*story)),
        ..Asked::default()
    });
    let now = sample::at(0.0);
    Entry {
        kind: EntryKind::Debrief,
        date: day("2026-12-03"),
        application: Some(ApplicationId::new("acme")),
        stage: Some(StageId::Panel),
        debrief: Some(Box::new(Debrief {
            questions: asked.collect(),
            people: people(&["J. Moreau"]),
            ..Debrief::default()
        })),
        ..Entry::note(EntryId::new("e"), String::new(), now)
    }
}

#[test]
fn a_debrief_tells_a_story_once_however_often_it_names_it() {
    let one = story("night", &["ownership"], &[]);
    let twice = [
        ("night", None),
        ("form", None),
        ("night", Some(Level::Partly)),
    ];
    let told = told_in(&one, &debrief(&twice)).expect("it was told").told;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].people, ["J. Moreau"]);
    assert_eq!(told[0].level, Some(Level::Partly));
    assert_eq!(told[0].debrief, Some(EntryId::new("e")));
    assert_eq!(told_in(&one, &debrief(&[("form", None)])), None);
}

#[test]
fn what_was_marked_by_hand_is_the_same_time_and_a_change_of_mind_takes_it_away() {
    let (application, round) = panel(&["J. Moreau"]);
    let mut one = story("night", &["ownership"], &[]);
    one.told.push(told("beta", &["Lee"]));
    one.told
        .push(Told::in_round(&application, &round, day("2026-12-03")));
    let named = told_in(&one, &debrief(&[("night", Some(Level::Solid))])).expect("told");
    assert_eq!(named.told.len(), 2);
    assert_eq!(named.told[1].level, Some(Level::Solid));
    assert_eq!(
        told_in(&named, &debrief(&[("night", Some(Level::Solid))])),
        None
    );
    let none = told_in(&named, &debrief(&[])).expect("not told");
    assert_eq!(none.told, [told("beta", &["Lee"])]);
}
