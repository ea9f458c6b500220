//! What stands on the card, and only that.

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::domain::id::{ApplicationId, CompetencyId, EntryId, QuestionId, StoryId};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{About, Application, Round, Statement, Which};
use crate::domain::level::Level;
use crate::domain::library::{Kind, StageId};
use crate::domain::person::Person;
use crate::domain::practice::history::History;
use crate::domain::practice::record::{Block, Input};
use crate::domain::practice::sample;
use crate::domain::story::{Story, Told};

/// Thursday 12 March 2026.
fn today() -> NaiveDate {
    sample::at(0.0).date()
}

fn hotel() -> Application {
    let mut round = Round::of(
        StageId::Panel,
        today().succ_opt(),
        NaiveTime::from_hms_opt(10, 0, 0),
    );
    round.place = "Seestrasse 4".to_owned();
    round.people = vec![Person {
        name: "Beate Kuhn".to_owned(),
        said: "KOON".to_owned(),
        title: "general manager".to_owned(),
        contact: "b.kuhn@lindenhof.example".to_owned(),
    }];
    Application {
        role: "Front office supervisor".to_owned(),
        rounds: vec![round],
        ..Application::new(
            ApplicationId::new("hotel"),
            "Hotel Lindenhof".to_owned(),
            StageId::Panel,
            today(),
        )
    }
}

fn card(application: &Application, entries: &[Entry], said: &[Said]) -> Vec<(Part, String)> {
    let lines = lines(&Sources {
        application,
        round: &application.rounds[0],
        entries,
        wanted: Vec::new(),
        ready: Vec::new(),
        asks: Vec::new(),
        said,
        today: today(),
    });
    lines.iter().map(|l| (l.part, l.told())).collect()
}

fn of(lines: &[(Part, String)], part: Part) -> Vec<&str> {
    let lines = lines.iter().filter(|(p, _)| *p == part);
    lines.map(|(_, words)| words.as_str()).collect()
}

fn answer(about: &str, text: &str) -> Said {
    Said {
        figure: String::new(),
        about: about.to_owned(),
        text: text.to_owned(),
        kept: Kept::Question(QuestionId::new("q")),
    }
}

fn entry(kind: EntryKind, body: &str) -> Entry {
    Entry {
        kind,
        application: Some(ApplicationId::new("hotel")),
        ..Entry::note(EntryId::new("e"), body.to_owned(), sample::at(0.0))
    }
}

#[test]
fn what_nobody_wrote_is_left_out() {
    let mut bare = hotel();
    bare.rounds[0] = Round::of(StageId::Panel, None, None);
    assert_eq!(card(&bare, &[], &[]), []);
    let lines = card(&hotel(), &[], &[]);
    assert_eq!(
        lines,
        [
            (Part::When, "Fri 13 Mar at 10:00".to_owned()),
            (Part::Where, "Seestrasse 4".to_owned()),
            (Part::Who, "Beate Kuhn (KOON), general manager".to_owned()),
        ]
    );
}

#[test]
fn an_answer_gives_its_first_sentence_and_its_figures() {
    let said = [answer(
        "Conflict",
        "We had two guests and one room, and I was alone. In 2024 at 18:30 I called three hotels, and \
         the wait went from 40 to 5 minutes. Since then 12% fewer complaints, which I count each week.",
    )];
    let lines = card(&hotel(), &[], &said);
    assert_eq!(
        of(&lines, Part::First),
        ["Conflict: \"We had two guests and one room, and I was alone.\""]
    );
    assert_eq!(
        of(&lines, Part::Numbers),
        [
            "… the wait went from 40 to 5 minutes",
            "Since then 12% fewer complaints"
        ]
    );
}

#[test]
fn a_sentence_without_an_end_is_cut_and_two_words_are_none() {
    let long = "word ".repeat(60);
    let said = [
        answer("", "Yes, sure."),
        answer("", &long),
        answer("", &long),
    ];
    let lines = card(&hotel(), &[], &said);
    let first = of(&lines, Part::First);
    assert_eq!(first.len(), 1, "{first:?}");
    assert!(first[0].ends_with("word …\""), "{first:?}");
}

#[test]
fn notes_say_themselves_what_they_are() {
    let mut job = hotel();
    job.notes = "Ninety rooms.\nPay: 48,000 to 52,000\nI told Lee T.: six weeks. From May on.\n\
                 To myself: slow first sentence. Then the number.\nTo bring: references"
        .to_owned();
    job.rounds[0].note = "Numbers: 12 to 5 minutes".to_owned();
    job.rounds[0].bring = "ID".to_owned();
    let older = entry(EntryKind::Note, "A good talk. I told them: four weeks.");
    let lines = card(&job, std::slice::from_ref(&older), &[]);
    assert_eq!(
        of(&lines, Part::Told),
        ["Pay: 48,000 to 52,000", "six weeks. From May on."]
    );
    assert_eq!(
        of(&lines, Part::Yourself),
        ["slow first sentence. Then the number."]
    );
    assert_eq!(of(&lines, Part::Numbers), ["12 to 5 minutes"]);
    assert_eq!(of(&lines, Part::Bring), ["ID", "references"]);
    job.notes.clear();
    let lines = card(&job, std::slice::from_ref(&older), &[]);
    assert_eq!(of(&lines, Part::Told), ["four weeks."]);
    let private = Entry {
        private: true,
        ..older
    };
    assert_eq!(of(&card(&job, &[private], &[]), Part::Told), [""; 0]);
}

#[test]
fn the_last_debrief_and_the_note_of_the_interview_speak_to_yourself() {
    let mut job = hotel();
    job.rounds[0].note = "An hour, four people.".to_owned();
    let debrief = |improve: &[&str]| Entry {
        debrief: Some(Box::new(Debrief {
            improve: improve.iter().map(|s| (*s).to_owned()).collect(),
            next_step: "They call on Friday".to_owned(),
            ..Debrief::default()
        })),
        ..entry(EntryKind::Debrief, "")
    };
    let lines = card(&job, &[debrief(&["Name the week"])], &[]);
    assert_eq!(
        of(&lines, Part::Yourself),
        ["An hour, four people.", "Name the week"]
    );
    let lines = card(&job, &[debrief(&[])], &[]);
    assert_eq!(
        of(&lines, Part::Yourself),
        ["An hour, four people.", "They call on Friday"]
    );
    let mut elsewhere = debrief(&[]);
    elsewhere.application = None;
    let lines = card(&job, &[elsewhere], &[]);
    assert_eq!(of(&lines, Part::Yourself), ["An hour, four people."]);
}

#[test]
fn only_typed_answers_that_carry_are_taken() {
    let mut question = sample::question("q-0", Kind::Behavioral);
    question.stages = vec![StageId::Panel];
    let library = sample::library(&[question]);
    let sitting = |days, level| sample::sitting("q-0", days, level);
    let picked = |records: &[_], stage| {
        let mut history = History::default();
        history.learn(records);
        picks(&history, &library, stage, today())
    };
    let good = sitting(1, Level::Solid);
    let found = picked(std::slice::from_ref(&good), StageId::Panel);
    assert_eq!(found.len(), 1);
    let words = said(&good, &found[0], &library).expect("its words");
    assert!(!words.text.is_empty());
    assert_eq!(picked(&[sitting(1, Level::Partly)], StageId::Panel), []);
    assert_eq!(picked(&[sitting(200, Level::Solid)], StageId::Panel), []);
    let mut aloud = good;
    for block in &mut aloud.blocks {
        if let Block::Answer(answer) = block {
            answer.input = Input::Aloud;
        }
    }
    assert_eq!(picked(&[aloud], StageId::Panel), []);
}

#[test]
fn answers_to_questions_of_the_stage_come_first_in_the_order_of_a_talk() {
    let of = |id, kind, stage| {
        let mut question = sample::question(id, kind);
        question.stages = vec![stage];
        question
    };
    let questions = [
        of("q-b", Kind::Behavioral, StageId::Screening),
        of("q-here", Kind::Behavioral, StageId::Panel),
        of("q-why", Kind::Motivation, StageId::Screening),
    ];
    let library = sample::library(&questions);
    let mut history = History::default();
    for (days, question) in (1..).zip(&questions) {
        let mut sitting = sample::sitting(question.id.as_str(), days, Level::Strong);
        for block in &mut sitting.blocks {
            if let Block::Answer(answer) = block {
                answer.kind = question.kind;
            }
        }
        history.learn([&sitting]);
    }
    let found = picks(&history, &library, StageId::Panel, today());
    let ids: Vec<_> = found.iter().map(|p| p.question.as_str()).collect();
    assert_eq!(ids, ["q-why", "q-here", "q-b"]);
}

#[test]
fn one_matter_has_one_first_sentence() {
    let said = [
        answer("Why here", "You write your decisions down."),
        answer("Why here", "You train your own people."),
    ];
    let lines = card(&hotel(), &[], &said);
    assert_eq!(of(&lines, Part::First).len(), 1);
}

#[test]
fn why_one_wants_to_go_elsewhere_is_not_said_here() {
    let names =
        |text: &str| names_another(text, "Hotel Lindenhof", ["Northlight", "IN"].into_iter());
    assert!(names("Northlight repairs lamps."));
    assert!(!names("In my hotel we repair lamps."));
    assert!(!names("Hotel Lindenhof is larger than Northlight."));
}

#[test]
fn the_next_interview_is_meant_or_the_one_that_was_asked_for() {
    let mut job = hotel();
    job.rounds.insert(
        0,
        Round::of(
            StageId::Screening,
            Some(today() - chrono::Duration::days(9)),
            None,
        ),
    );
    let jobs = [job];
    let at = sample::at(0.0).wall;
    let id = ApplicationId::new("hotel");
    let place = |wanted| meant(&jobs, &[], wanted, at).map(|(_, place)| place);
    assert_eq!(place(None), Some(1));
    assert_eq!(place(Some((&id, Which::Next))), Some(1));
    assert_eq!(place(Some((&id, Which::Of(StageId::Screening)))), Some(0));
    assert_eq!(place(Some((&id, Which::Of(StageId::Checks)))), None);
    let late = at + chrono::Duration::days(30);
    assert_eq!(meant(&jobs, &[], None, late), None);
    let last = meant(&jobs, &[], Some((&id, Which::Next)), late);
    assert_eq!(last.map(|(_, place)| place), Some(1), "the last one");
}

#[test]
fn the_last_hour_ends_with_the_interview() {
    let round = &hotel().rounds[0];
    let at = |hour, minute| {
        let day = today().succ_opt().expect("a day");
        let time = day.and_hms_opt(hour, minute, 0).expect("a time");
        let offset = *sample::at(0.0).wall.offset();
        time.and_local_timezone(offset).single().expect("one")
    };
    for (hour, minute, is_last) in [
        (8, 59, false),
        (9, 0, true),
        (10, 10, true),
        (10, 31, false),
    ] {
        assert_eq!(
            in_last_hour(round, at(hour, minute)),
            is_last,
            "{hour}:{minute}"
        );
    }
}

#[test]
fn a_story_that_nobody_there_has_heard_says_how_it_begins() {
    let hotel = hotel();
    let story = |id: &str, shows: &str, first: &str| Story {
        shows: vec![CompetencyId::new(shows)],
        first_sentence: first.to_owned(),
        number: "two of 40 rooms".to_owned(),
        title: id.to_owned(),
        ..Story::new(StoryId::new(id), today())
    };
    let mut heard = story("heard", "conflict", "Two guests wanted the same room.");
    heard.told = vec![Told::in_round(&hotel, &hotel.rounds[0], today())];
    heard.told[0].day = today() - chrono::Duration::days(9);
    let mut private = story("secret", "conflict", "Nobody else reads this.");
    private.private = true;
    let stories = [
        heard,
        private,
        story("begun", "conflict", ""),
        story("beside", "planning", "The list was wrong on Monday."),
        story("keys", "conflict", "A guest had the key of another"),
    ];
    let asked = [CompetencyId::new("conflict"), CompetencyId::new("planning")];
    let said = ready(&stories, &asked, (&hotel, &hotel.rounds[0]));
    let lines = card(&hotel, &[], &said);
    assert_eq!(
        of(&lines, Part::First),
        [
            "keys: \"A guest had the key of another.\"",
            "beside: \"The list was wrong on Monday.\""
        ]
    );
    assert_eq!(
        of(&lines, Part::Numbers),
        ["keys: two of 40 rooms"],
        "the figure that was written down, whole"
    );
}

#[test]
fn the_name_of_a_ward_is_no_figure() {
    let said = [answer(
        "",
        "I was in charge of surgery 4B with two agency nurses. We warned 7 wards in 40 minutes.",
    )];
    let lines = card(&hotel(), &[], &said);
    assert_eq!(
        of(&lines, Part::Numbers),
        ["We warned 7 wards in 40 minutes"]
    );
}

fn told(about: About, words: &str, day: u32) -> Statement {
    Statement {
        about,
        words: words.to_owned(),
        to: "Lee T.".to_owned(),
        stage: None,
        date: NaiveDate::from_ymd_opt(2026, 3, day),
        sent: false,
    }
}

#[test]
fn what_they_were_told_stands_once_and_before_what_notes_say() {
    let mut job = hotel();
    job.notes = "Pay: 48,000 to 52,000\nNotice: six weeks".to_owned();
    job.told = vec![
        told(About::Pay, "52,000", 2),
        told(About::Pay, "56,000", 6),
        told(About::Promised, "the rota of last May", 6),
    ];
    let lines = card(&job, &[], &[]);
    assert_eq!(
        of(&lines, Part::Told),
        [
            "Pay: 56,000 (Lee T., 6 Mar, differs from 52,000, 2 Mar)",
            "Promised: the rota of last May (Lee T., 6 Mar, not sent yet)",
            "Notice: six weeks",
        ]
    );
    assert_eq!(told_in_notes(&job), ["Notice: six weeks"]);
}

#[test]
fn what_they_want_is_one_line_before_what_is_said() {
    let job = hotel();
    let lines = lines(&Sources {
        application: &job,
        round: &job.rounds[0],
        entries: &[],
        wanted: vec!["Quality and safety".to_owned(), "Planning".to_owned()],
        ready: Vec::new(),
        asks: Vec::new(),
        said: &[],
        today: today(),
    });
    let wanted = lines.iter().find(|line| line.part == Part::Wanted);
    let wanted = wanted.expect("a line");
    assert_eq!(wanted.told(), "Quality and safety, planning");
    assert_eq!(wanted.kept, Kept::Scorecard);
}
