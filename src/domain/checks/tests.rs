//! Who has to be told and which paper runs out, and why.

use chrono::NaiveDate;

use super::*;
use crate::domain::id::{ApplicationId, FamilyId};
use crate::domain::journey::{About, Application, Round, Statement};
use crate::domain::library::StageId;
use crate::domain::time::Wall;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn at() -> Wall {
    Wall::parse_from_rfc3339("2026-03-02T09:00:00+00:00").expect("a time")
}

fn acme(stage: StageId) -> Application {
    Application::new(
        ApplicationId::new("acme"),
        "Acme".to_owned(),
        stage,
        day(2, 1),
    )
}

fn speaker(name: &str) -> Referee {
    let mut one = Referee::called(RefereeId::new(slug(name, "referee")), name);
    one.asked = Some(day(2, 20));
    one.say(Answer::Yes, day(2, 21));
    one
}

fn with(referees: Vec<Referee>) -> Checks {
    Checks {
        referees,
        documents: Vec::new(),
    }
}

fn titles(checks: &Checks, jobs: &[Application]) -> Vec<String> {
    let due = to_brief(checks, jobs).into_iter();
    due.map(|one| format!("{}: {}", one.title, one.reason))
        .collect()
}

#[test]
fn who_said_yes_is_told_once_a_job_is_at_its_end() {
    let mut asked = Referee::called(RefereeId::new("b"), "Mr. Bauer");
    asked.asked = Some(day(2, 20));
    let mut rather_not = speaker("Lee");
    rather_not.say(Answer::RatherNot, day(2, 22));
    let checks = with(vec![speaker("Ms. Okafor"), asked, rather_not]);
    let told = |stage| titles(&checks, &[acme(stage)]);
    assert_eq!(told(StageId::Panel), [""; 0]);
    assert_eq!(
        told(StageId::FinalOffer),
        ["Tell Ms. Okafor that Acme may call: many employers call after the final talk"]
    );
    assert_eq!(
        told(StageId::Checks),
        ["Tell Ms. Okafor that Acme may call: references are checked now"]
    );
    let mut closed = acme(StageId::Checks);
    closed.closed = true;
    assert_eq!(titles(&checks, &[closed]), [""; 0]);
}

#[test]
fn whose_name_they_have_is_told_at_any_stage_and_first() {
    let job = acme(StageId::Checks);
    let mut early = acme(StageId::Screening);
    early.id = ApplicationId::new("early");
    early.employer = "Early Birds".to_owned();
    let mut named = speaker("Ana");
    named.take(Step::Named, Some(&early.id), day(3, 1));
    let mut told = speaker("Ms. Okafor");
    told.take(Step::Briefed, Some(&job.id), day(3, 1));
    assert_eq!(
        titles(&with(vec![told, named]), &[job, early]),
        [
            "Tell Ana that Early Birds may call: they have the name already",
            "Tell Ana that Acme may call: references are checked now",
        ]
    );
}

#[test]
fn the_steps_come_one_after_the_other_and_nobody_is_named_before_they_know() {
    let job = ApplicationId::new("acme");
    let mut one = Referee::called(RefereeId::new("a"), "Ana");
    let mut steps = Vec::new();
    while let Some(step) = one.next(Some(&job)) {
        one.take(step, Some(&job), day(3, 2));
        steps.push(step);
    }
    let all = [
        Step::Asked,
        Step::SaidYes,
        Step::Briefed,
        Step::Named,
        Step::Heard,
        Step::Thanked,
    ];
    assert_eq!(steps, all);
    assert_eq!(
        one.next(Some(&ApplicationId::new("other"))),
        Some(Step::Briefed)
    );
    assert_eq!(one.next(None), None, "without a job a yes is the last step");
}

fn paper(title: &str, until: NaiveDate) -> Checks {
    let mut one = Document::called(DocumentId::new("paper"), title);
    (one.have, one.until) = (true, Some(until));
    Checks {
        referees: Vec::new(),
        documents: vec![one],
    }
}

fn told(checks: &Checks, job: Application) -> Option<String> {
    let first = runs_out(checks, &[job], &[], at()).into_iter().next()?;
    Some(format!("{}, {}", first.words, first.reason))
}

#[test]
fn a_paper_is_told_of_before_an_interview_before_the_start_or_when_it_is_near() {
    let registration = |until| paper("Registration", until);
    let plain = || acme(StageId::Panel);
    let mut invited = plain();
    let date = Some(day(3, 18));
    invited.rounds = vec![Round::of(StageId::Panel, date, None)];
    let mut starts = plain();
    starts.told.push(Statement {
        about: About::Start,
        words: "1 june".to_owned(),
        to: String::new(),
        stage: None,
        date: Some(day(2, 20)),
        sent: false,
    });
    let told = |until, job| told(&registration(until), job);
    let of = |words: &str| Some(format!("Your registration {words}"));
    assert_eq!(
        told(day(3, 10), invited),
        of("runs out on 10 Mar, before the interview at Acme")
    );
    assert_eq!(
        told(day(5, 20), starts.clone()),
        of("runs out on 20 May, before the job at Acme")
    );
    assert_eq!(told(day(6, 1), starts), None, "it holds on the first day");
    assert_eq!(
        told(day(4, 20), plain()),
        of("runs out on 20 Apr, in 7 weeks")
    );
    assert_eq!(
        told(day(4, 27), plain()),
        of("runs out on 27 Apr, in 8 weeks")
    );
    assert_eq!(told(day(4, 28), plain()), None);
    assert_eq!(
        told(day(1, 3), plain()),
        of("ran out on 3 Jan, ask for a new one")
    );
}

#[test]
fn a_new_one_that_is_asked_for_is_nothing_to_do() {
    let mut checks = paper("NMC card", day(3, 10));
    let words = |checks: &Checks| told(checks, acme(StageId::Panel));
    let said = words(&checks).expect("it is due");
    assert!(said.starts_with("Your NMC card runs out"), "{said}");
    checks.documents[0].asked = Some(day(3, 1));
    assert_eq!(words(&checks), None);
    let one = &checks.documents[0];
    assert_eq!(one.stands(day(3, 2)), "I have it; new one asked for, 1 Mar");
}

#[test]
fn a_field_has_papers_of_its_own_and_general_ones_stand_in_every_list() {
    let of = |field: &str| -> Vec<&str> {
        let field = FamilyId::new(field);
        usual_for(&field).map(|one| one.id).collect()
    };
    assert!(of("nursing").contains(&"registration") && of("nursing").contains(&"vaccinations"));
    assert!(of("teaching").contains(&"record-check"));
    assert!(of("operations").contains(&"driving"));
    assert!(of("software").contains(&"work-samples"));
    assert_eq!(
        of("general"),
        ["identity", "right-to-work", "school-papers"]
    );
}

#[test]
fn two_of_one_name_are_two() {
    let mut checks = with(vec![speaker("Lee")]);
    assert_eq!(checks.name_for("Lee").as_str(), "lee-2");
    assert_eq!(checks.name_for("面接").as_str(), "referee");
    checks.put_document(Document::called(DocumentId::new("card"), "Card"));
    assert_eq!(checks.name_of_paper("Card").as_str(), "card-2");
}

#[test]
fn what_is_ready_and_what_is_missing_is_told_in_words() {
    let job = acme(StageId::Checks);
    let mut knows = speaker("Ana");
    knows.take(Step::Briefed, Some(&job.id), day(3, 1));
    let mut asked = Referee::called(RefereeId::new("b"), "Mr. Bauer");
    asked.asked = Some(day(2, 20));
    let mut not = speaker("Lee");
    not.say(Answer::RatherNot, day(2, 22));
    let mut checks = paper("Registration", day(1, 3));
    checks.referees = vec![knows, asked, not, speaker("Ms. Okafor")];
    let lines = readiness(&checks, &job, day(3, 2));
    let told: Vec<(&str, bool)> = (lines.iter())
        .map(|line| (line.words.as_str(), line.is_ready))
        .collect();
    assert_eq!(
        told,
        [
            ("Ana: said yes, knows about Acme", true),
            ("Mr. Bauer: asked 20 Feb", false),
            ("Ms. Okafor: said yes, does not know about Acme yet", false),
            ("Registration: I have it, ran out on 3 Jan", false),
        ]
    );
}
