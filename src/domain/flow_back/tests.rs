//! What a debrief changes, told as a user would tell it.

use chrono::NaiveDate;

use super::*;
use crate::domain::id::QuestionId;
use crate::domain::journal::{Concern, EntryKind, THANKED};
use crate::domain::journey::Round;
use crate::domain::level::Level;
use crate::domain::library::{Kind, StageId};
use crate::domain::practice::sample;

fn today() -> NaiveDate {
    sample::at(0.0).date()
}

fn acme() -> Application {
    Application {
        role: "Engineer".to_owned(),
        ..Application::new(
            ApplicationId::new("acme-engineer"),
            "Acme".to_owned(),
            StageId::Panel,
            today(),
        )
    }
}

fn debrief(days: u64, change: impl FnOnce(&mut Debrief)) -> Entry {
    let mut debrief = Debrief::default();
    change(&mut debrief);
    Entry {
        id: EntryId::new(format!("acme-{days}")),
        kind: EntryKind::Debrief,
        date: today() - Days::new(days),
        time: None,
        title: String::new(),
        application: Some(ApplicationId::new("acme-engineer")),
        stage: Some(StageId::Panel),
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: String::new(),
        beside: None,
        debrief: Some(Box::new(debrief)),
    }
}

fn asked(card: &str, level: Option<Level>, reaction: Option<Reaction>) -> Asked {
    Asked {
        text: "What about it?".to_owned(),
        level,
        reaction,
        story: None,
        card: Some(QuestionId::new(card)),
    }
}

fn concern(text: &str, cleared: Cleared) -> Concern {
    Concern {
        text: text.to_owned(),
        reply: String::new(),
        cleared,
    }
}

fn flow(entries: &[Entry], history: &History) -> FlowBack {
    let questions = ["q-a", "q-b", "q-c"].map(|id| sample::question(id, Kind::Behavioral));
    let library = sample::library(&questions);
    flow_back(entries, &[acme()], &library, history, today())
}

fn due(flow: &FlowBack) -> Vec<&str> {
    flow.steer.asked.iter().map(|(id, _)| id.as_str()).collect()
}

#[test]
fn rough_and_doubted_questions_are_due_until_they_are_practiced() {
    let entry = debrief(3, |d| {
        d.questions = vec![
            asked("q-a", Some(Level::Partly), None),
            asked("q-b", Some(Level::Solid), Some(Reaction::LeanedIn)),
            asked("q-c", Some(Level::Solid), Some(Reaction::PushedBack)),
        ];
    });
    let mut history = History::default();
    let first = flow(std::slice::from_ref(&entry), &history);
    assert_eq!(due(&first), ["q-a", "q-c"]);
    assert_eq!(first.steer.asked[0].1, "Acme");
    history.learn([sample::sitting("q-a", 4, Level::Solid)]);
    let before = flow(std::slice::from_ref(&entry), &history);
    assert_eq!(
        due(&before),
        ["q-a", "q-c"],
        "practice before it does not count"
    );
    history.learn([sample::sitting("q-a", 1, Level::Partly)]);
    assert_eq!(due(&flow(&[entry], &history)), ["q-c"]);
}

#[test]
fn everybody_who_asked_is_named_also_where_a_name_begins_as_another() {
    let names = ["Acme West", "Acme", "Bolt Works"];
    let jobs = names.map(|name| Application {
        id: ApplicationId::new(name),
        employer: name.to_owned(),
        ..acme()
    });
    let entry = |(days, name): (u64, &str)| Entry {
        application: Some(ApplicationId::new(name)),
        ..debrief(days, |d| {
            d.questions = vec![asked("q-a", Some(Level::Partly), None)];
        })
    };
    let entries: Vec<Entry> = (3..).zip(names).map(entry).collect();
    let library = sample::library(&[sample::question("q-a", Kind::Behavioral)]);
    let flow = flow_back(&entries, &jobs, &library, &History::default(), today());
    assert_eq!(flow.steer.asked[0].1, "Acme West, Acme and Bolt Works");
}

#[test]
fn a_debrief_of_no_job_leaves_no_gap_among_those_who_asked() {
    let entry = |days, application| Entry {
        application,
        ..debrief(days, |d| {
            d.questions = vec![asked("q-a", Some(Level::Partly), None)];
        })
    };
    let nobody = entry(3, None);
    let told = |entries: &[Entry]| flow(entries, &History::default()).steer.asked[0].1.clone();
    assert_eq!(
        told(&[nobody.clone(), entry(4, Some(acme().id))]),
        acme().employer
    );
    assert_eq!(told(&[nobody]), "");
}

#[test]
fn an_asked_question_goes_into_the_history_of_its_card() {
    let questions = [sample::question("q-a", Kind::Behavioral)];
    let library = sample::library(&questions);
    let entry = debrief(3, |d| {
        d.questions = vec![
            asked("q-a", Some(Level::NotYet), None),
            asked("q-gone", Some(Level::Solid), None),
            Asked::default(),
        ];
    });
    let mut history = History::default();
    history.hear_asked(asked_facts(&entry, &library));
    assert_eq!(history.facts().len(), 1);
    assert_eq!(history.last("q-a"), Some((Level::NotYet, entry.date)));
}

#[test]
fn an_open_doubt_steers_the_drill_for_two_weeks() {
    let entry =
        |days, text: &str, cleared| debrief(days, |d| d.concerns = vec![concern(text, cleared)]);
    let steer = |entry: Entry| flow(&[entry], &History::default()).steer.competencies;
    let conflict = [CompetencyId::new("conflict")];
    assert_eq!(
        steer(entry(14, "Shies away from conflicts", Cleared::No)),
        conflict
    );
    assert_eq!(
        steer(entry(3, "Any CONFLICT at all?", Cleared::InPart)),
        conflict
    );
    assert_eq!(
        steer(entry(15, "Shies away from conflict", Cleared::No)),
        []
    );
    assert_eq!(
        steer(entry(3, "Shies away from conflict", Cleared::Yes)),
        []
    );
    assert_eq!(steer(entry(3, "Lives too far away", Cleared::No)), []);
    assert_eq!(
        steer(entry(3, "Comes too early", Cleared::No)),
        [],
        "no guess from one common word"
    );
}

#[test]
fn a_weak_spot_that_comes_up_again_steers_too() {
    let weak = |days| debrief(days, |d| d.improve = vec!["Show more ownership".to_owned()]);
    let steer = |entries: &[Entry]| flow(entries, &History::default()).steer.competencies;
    assert_eq!(steer(&[weak(40)]), []);
    assert_eq!(
        steer(&[weak(40), weak(50)]),
        [CompetencyId::new("ownership")]
    );
    let mut entries: Vec<Entry> = (0..4).map(|n| debrief(n, |_| ())).collect();
    entries.extend([weak(40), weak(50)]);
    assert_eq!(steer(&entries), [], "only the five newest debriefs count");
}

#[test]
fn everybody_who_was_there_gets_a_thank_you() {
    let entry = |days| {
        debrief(days, |d| {
            d.people = ["J. Moreau", " "]
                .map(|name| Person {
                    name: name.to_owned(),
                    ..Person::default()
                })
                .to_vec();
        })
    };
    let thanks = |entry: Entry| flow(&[entry], &History::default()).thanks;
    let words = |days| {
        let thanks = thanks(entry(days));
        thanks.first().map(|t| t.words(today()))
    };
    assert_eq!(thanks(entry(0)).len(), 1);
    assert_eq!(words(0), Some("best by tomorrow"));
    assert_eq!(words(1), Some("best today"));
    assert_eq!(words(2), Some("still worth sending"));
    assert_eq!(words(7), Some("still worth sending"));
    assert_eq!(words(8), None, "then it leaves the list");
    let mut sent = entry(0);
    sent.tags.push(THANKED.to_owned());
    assert_eq!(thanks(sent), []);
}

#[test]
fn who_moves_the_round_on_to_the_second_talk_still_thanks_for_the_first() {
    let mut job = acme();
    let later = today() + chrono::Duration::days(7);
    job.rounds = vec![Round::of(StageId::Panel, Some(later), None)];
    let told = debrief(0, |d| {
        d.questions = vec![Asked {
            text: "Why us?".to_owned(),
            ..Asked::default()
        }];
    });
    let thanks = |entry: Entry| {
        let (library, history) = (Library::default(), History::default());
        flow_back(
            &[entry],
            std::slice::from_ref(&job),
            &library,
            &history,
            today(),
        )
        .thanks
    };
    assert_eq!(thanks(told).len(), 1);
    assert_eq!(thanks(debrief(0, |_| ())), [], "it was still to come");
}
