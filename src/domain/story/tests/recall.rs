//! When a story is to be named again, and by what it is asked for.

use super::*;

#[test]
fn slow_and_missed_ones_come_back_sooner() {
    let named = |how| {
        let mut one = story("a", &[], &[]);
        for at in ["2026-11-02", "2026-11-06"] {
            one.recall.push(Recalled { day: day(at), how });
        }
        next_due(&one, None, day("2026-11-06"))
    };
    assert!(named(Named::Missed) < named(Named::Slow));
    assert!(named(Named::Slow) < named(Named::Ok));
    assert_eq!(named(Named::Missed), day("2026-11-07"));
    assert!(named(Named::Ok) <= day("2026-11-20"), "once in two weeks");
}

#[test]
fn every_story_comes_back_before_the_interview() {
    let mut one = story("a", &[], &[]);
    for at in ["2026-11-02", "2026-11-04", "2026-11-10"] {
        let how = Named::Ok;
        one.recall.push(Recalled { day: day(at), how });
    }
    let far = next_due(&one, None, day("2026-11-10"));
    let near = next_due(&one, Some(day("2026-11-14")), day("2026-11-10"));
    assert!(far > near);
    assert_eq!(near, day("2026-11-13"));
}

#[test]
fn missed_ones_are_asked_first_and_new_ones_wait_a_night() {
    let today = day("2026-11-10");
    let mut stories = vec![
        story("old", &["conflict"], &[]),
        story("missed", &["conflict"], &[]),
        story("today", &["conflict"], &[]),
        story("shows nothing", &[], &[]),
    ];
    stories[1].recall.push(Recalled {
        day: day("2026-11-09"),
        how: Named::Missed,
    });
    stories[2].created = Some(today);
    let cards = [card("q-a", &["conflict"], StageId::Panel)];
    let pool: Vec<&Card> = cards.iter().collect();
    let places = |pool: &[&Card]| -> Vec<usize> {
        let due = due(&stories, pool, None, today);
        due.iter().map(|d| d.0).collect()
    };
    assert_eq!(places(&pool), [1, 0]);
    let other = [card("q-b", &["planning", "conflict"], StageId::Panel)];
    let other: Vec<&Card> = other.iter().collect();
    assert_eq!(places(&other), [0; 0], "nothing asks for them");
}

#[test]
fn one_that_nothing_asks_for_does_not_keep_the_others_from_being_named() {
    let today = day("2026-11-10");
    let mut named = story("night", &["ownership"], &[]);
    named.recall.push(Recalled {
        day: today,
        how: Named::Ok,
    });
    let cards = [card("q-a", &["ownership"], StageId::Panel)];
    let pool: Vec<&Card> = cards.iter().collect();
    for other in [story("bare", &[], &[]), story("odd", &["planning"], &[])] {
        let stories = [named.clone(), other];
        let asked = prompts(&stories, &pool, (None, None), today, 3);
        let asked: Vec<&str> = asked.iter().map(|p| p.story.as_str()).collect();
        assert_eq!(asked, ["night"]);
    }
}

/// A question that asks for these competencies.
fn card(id: &str, competencies: &[&str], stage: StageId) -> Card {
    Card {
        id: QuestionId::new(id),
        text: format!("Tell me about {id}."),
        title: None,
        kind: Kind::Behavioral,
        topic: None,
        competencies: competencies.iter().map(CompetencyId::new).collect(),
        stages: vec![stage].into(),
        roles: Arc::default(),
        seniority: Arc::default(),
        difficulty: 1,
        max_s: 120,
        variants: 0,
        standard: false,
        pack: None,
    }
}

#[test]
fn the_drill_asks_for_each_story_that_is_due_and_for_what_the_next_interview_asks() {
    let stories = [
        story("night", &["ownership"], &[]),
        story("form", &["conflict"], &[]),
        story("blank", &[], &["conflict"]),
    ];
    let cards = [
        card("q-a", &["ownership"], StageId::Screening),
        card("q-b", &["ownership"], StageId::Panel),
        card("q-c", &["conflict"], StageId::Screening),
        card("q-d", &["planning", "conflict"], StageId::Panel),
    ];
    let pool: Vec<&Card> = cards.iter().collect();
    let next = (Some(StageId::Panel), None);
    let asked = prompts(&stories, &pool, next, day("2026-11-10"), 3);
    let mut asked: Vec<_> = (asked.iter())
        .map(|p| (p.story.as_str(), p.question.as_str()))
        .collect();
    asked.sort_unstable();
    // A story that shows nothing is asked for by no question.
    assert_eq!(asked, [("form", "q-c"), ("night", "q-b")]);
}

#[test]
fn what_was_named_today_is_not_asked_again_until_all_were() {
    let today = day("2026-11-10");
    let mut stories = [
        story("night", &["ownership"], &[]),
        story("form", &["ownership"], &[]),
    ];
    let cards = [1, 2, 3].map(|n| card(&format!("q-{n}"), &["ownership"], StageId::Panel));
    let pool: Vec<&Card> = cards.iter().collect();
    let asked = |stories: &[Story]| {
        let asked = prompts(stories, &pool, (None, None), today, 3);
        let mut ids: Vec<String> = asked.iter().map(|p| p.story.to_string()).collect();
        ids.sort_unstable();
        ids
    };
    let ok = Recalled {
        day: today,
        how: Named::Ok,
    };
    assert_eq!(asked(&stories), ["form", "night"]);
    stories[0].recall.push(ok);
    assert_eq!(asked(&stories), ["form"]);
    stories[1].recall.push(ok);
    assert_eq!(asked(&stories), ["form", "night"]);
}

#[test]
fn any_story_that_shows_it_is_right_and_another_one_brings_the_meant_one_back() {
    let stories = [
        story("night", &["ownership"], &[]),
        story("form", &["ownership"], &[]),
        story("rota", &[], &["ownership"]),
    ];
    let cards = [card("q-a", &["ownership"], StageId::Panel)];
    let pool: Vec<&Card> = cards.iter().collect();
    let asked = prompts(&stories[..1], &pool, (None, None), day("2026-11-10"), 3);
    let judge = |named: Option<&str>, seconds| {
        let id = named.map(StoryId::new);
        let (story, how) = asked[0].judge(&stories, id.as_ref(), (seconds, SECONDS));
        (story.to_string(), how)
    };
    assert_eq!(judge(Some("night"), 10), ("night".to_owned(), Named::Ok));
    assert_eq!(judge(Some("form"), 11), ("form".to_owned(), Named::Slow));
    assert_eq!(judge(Some("rota"), 2), ("night".to_owned(), Named::Missed));
    assert_eq!(judge(None, 2), ("night".to_owned(), Named::Missed));
    let right: Vec<usize> = (asked[0].shown_by(&stories).iter()).map(|s| s.0).collect();
    assert_eq!(right, [0, 1]);
}

#[test]
fn a_story_is_asked_for_by_what_it_shows_first() {
    let first = story("night", &["ownership", "conflict"], &[]);
    let own = card("q-own", &["ownership"], StageId::Panel);
    let other = card("q-other", &["conflict", "ownership"], StageId::Panel);
    let ids = |cards: Vec<&Card>| -> Vec<String> {
        cards.iter().map(|card| card.id.to_string()).collect()
    };
    let both = for_its_first(&first, vec![&other, &own]);
    assert_eq!(ids(both), ["q-own"]);
    assert_eq!(ids(for_its_first(&first, vec![&other])), ["q-other"]);
}
