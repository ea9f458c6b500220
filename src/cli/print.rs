//! `greenroom print`: a page about the next interview, as plain text for paper.

use super::args::{PrintArgs, Printed};
use super::named;
use super::world::{Exit, World};
use crate::desk::{Model, jobs};
use crate::domain::card::{Said, said};
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::Now;
use crate::panes::card::gathered::{self, Wanted, wanted_words};
use crate::panes::days;
use crate::panes::days::lines::leaflet;
use crate::panes::leaflet::Leaflet;
use crate::panes::offers::lines;
use crate::panes::references::handed_over;
use crate::panes::today::ahead::Ahead;
use crate::panes::{brief, points};
use crate::runtime::load;

/// What is said where there is nothing of it yet.
const NO_OFFER: &str =
    "No offer and no talk about terms is written down there yet. In the studio: Roadmap, then o.";

/// Prints it.
pub fn run(args: &PrintArgs, world: &mut World<'_, '_>) -> Exit {
    let mut model = Model {
        names_hidden: world.global.hide_names,
        ..Model::default()
    };
    model.take(load::everything(&world.home));
    world.warn(&model.problems);
    let wanted = match &args.application {
        None => None,
        Some(name) => {
            let jobs = &model.journey.applications;
            match named::interview(name, jobs, "--for", world.now.date()) {
                Ok(which) => Some(which),
                Err(why) => return world.refuse(&why),
            }
        }
    };
    if args.what == Printed::Brief {
        // Paper is handed on. The card leaves them out itself, and needs them to know which interview is over.
        model.journal.entries.retain(|entry| !entry.private);
    }
    match page(args.what, &model, &wanted, world) {
        Ok(page) => {
            if args.what == Printed::References {
                // Beside the page, since it is handed over.
                for line in handed_over::unaware(&model, job(&model, &wanted)) {
                    world.err.line(line);
                }
            }
            world.out.exact(page.printed());
            Exit::Done
        }
        Err(why) => world.refuse(why),
    }
}

/// The job that was named.
fn job<'a>(model: &'a Model, wanted: &Wanted) -> Option<&'a Application> {
    let (id, _) = wanted.as_ref()?;
    model.journey.get(id)
}

/// The interview that is meant: its job, and its stage.
fn interview<'a>(
    model: &'a Model,
    wanted: &Wanted,
    now: Now,
) -> Result<(&'a Application, StageId), &'static str> {
    let found = gathered::of(model, wanted, now);
    let stage = found.and_then(|(a, at)| Some((a, a.rounds.get(at)?.stage)));
    stage.ok_or(none(wanted))
}

const fn none(wanted: &Wanted) -> &'static str {
    match wanted {
        Some(_) => "No interview is written down there yet. Add it in the studio: Roadmap, then e.",
        None => "No interview is to come. `--for` names an application whose last one is meant.",
    }
}

/// A page with something on it.
fn filled(page: Leaflet, empty: &'static str) -> Result<Leaflet, &'static str> {
    Some(page)
        .filter(|page| !page.parts.is_empty())
        .ok_or(empty)
}

/// The page that was asked for.
fn page(
    what: Printed,
    model: &Model,
    wanted: &Wanted,
    world: &World<'_, '_>,
) -> Result<Leaflet, &'static str> {
    let now = world.now;
    let job = job(model, wanted);
    match what {
        Printed::LastTen => {
            let words = words(model, wanted, world);
            let card = gathered::card(model, wanted, &words, now);
            card.map(|card| card.leaflet(model)).ok_or(none(wanted))
        }
        Printed::Plan => {
            interview(model, wanted, now)?;
            let of = days::meant(model, wanted, now);
            let days = of.and_then(|of| Ahead::of(model, now).days(model, of, now));
            let days = days.ok_or("No interview with a day is to come.")?;
            Ok(leaflet(model, &days, now))
        }
        Printed::Offers => {
            let page = lines::paper(model, job.map(|job| &job.id), now.date());
            page.ok_or(NO_OFFER)
        }
        Printed::Brief => {
            let (application, stage) = interview(model, wanted, now)?;
            Ok(brief::brief(model, application, stage, now))
        }
        Printed::References => filled(
            handed_over::page(model, job),
            "Nobody has said yes yet. In the studio: g, then f.",
        ),
        Printed::Scorecard => {
            let job = jobs::meant(model, job.map(|job| &job.id), now);
            let job = job.ok_or("There is no job yet. Add one in the studio: Roadmap, then n.")?;
            let empty = "Nothing of their advert is ticked yet. In the studio: Roadmap, then s.";
            filled(points::leaflet(model, job), empty)
        }
        Printed::Questions => {
            let (application, stage) = interview(model, wanted, now)?;
            let empty =
                "No question is kept for it yet. On the page of its stage, Space keeps one.";
            filled(brief::questions(model, application, stage), empty)
        }
    }
}

/// The answers whose first sentences stand on the card. One that cannot be read is left out.
fn words(model: &Model, wanted: &Wanted, world: &World<'_, '_>) -> Vec<Said> {
    let picks = wanted_words(model, wanted, world.now).into_iter();
    let words = picks.filter_map(|pick| {
        let record = world.home.read_sitting(&pick.sitting).ok()?;
        said(&record, &pick, &model.library)
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    const PATH: &str = "applications/hotel-lindenhof.toml";

    /// A hotel supervisor on the evening before the interview.
    const JOB: &str = r#"format = 1
employer = "Hotel Lindenhof"
role = "Front office supervisor"
stage = "in-person"
since = 2026-11-02
closed = false
outcome = "pending"
notes = """
Ninety rooms, two receptions.
Notice: six weeks.
Numbers: check-in from 12 to 5 minutes; 40 late arrivals a week"""
asks = [{ stage = "in-person", question = "Who is on the desk at night?" }]

[[round]]
stage = "in-person"
date = 2026-11-24
time = 10:00:00
outcome = "pending"
place = "Seestrasse 4, back entrance"
bring = "ID, certificates"
note = "Slow first sentence."

[[round.people]]
name = "Beate Kuhn (KOON)"
title = "general manager"
"#;

    fn evening() -> Trial {
        let trial = Trial::new();
        trial.put(PATH, JOB);
        trial
    }

    #[test]
    fn the_card_is_one_page_of_own_words() {
        let done = evening().run(&["print", "last-ten"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for words in [
            "The last ten minutes\nHotel Lindenhof, Front office supervisor: interview in person\n",
            "When         Tue 24 Nov at 10:00\n",
            "Where        Seestrasse 4, back entrance\n",
            "Who          Beate Kuhn (KOON), general manager\n",
            "Numbers      check-in from 12 to 5 minutes; 40 late arrivals a week\n",
            "Told them    Notice: six weeks.\n",
            "Ask          Who is on the desk at night?\n",
            "To yourself  Slow first sentence.\n",
            "Bring        ID, certificates\n",
        ] {
            assert!(done.out.contains(words), "{words}: {}", done.out);
        }
        assert!(!done.out.contains("Say first"), "{}", done.out);
        assert!(done.out.lines().all(|line| line.chars().count() <= 78));
        assert!(!done.out.contains('\u{1b}'));
    }

    #[test]
    fn the_brief_has_the_people_the_stage_and_what_is_open() {
        let done = evening().run(&["print", "brief", "--for", "hotel"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for words in [
            "Interview brief\n",
            "Whom: Beate Kuhn (KOON) (general manager)",
            "Expect\n",
            "Prepare\n  [ ] ",
            "To ask\n  Who is on the desk at night?\n",
        ] {
            assert!(done.out.contains(words), "{words}: {}", done.out);
        }
        assert!(done.out.lines().all(|line| line.chars().count() <= 78));
    }

    #[test]
    fn the_questions_have_room_to_write() {
        let done = evening().run(&["print", "questions"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(
            done.out
                .contains("\n1.  Who is on the desk at night?\n\n    ____"),
            "{}",
            done.out
        );
    }

    #[test]
    fn the_days_until_it_are_a_page_and_today_says_the_same() {
        let trial = evening();
        trial.put(PATH, &JOB.replace("2026-11-24", "2026-11-26"));
        let done = trial.run(&["print", "plan"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for words in [
            "Your days until Thursday\n",
            "Today, Mon 23 Nov",
            "[ ] ",
            "the last evening",
            "Thu 26 Nov at 10:00: Hotel Lindenhof, interview in person",
        ] {
            assert!(done.out.contains(words), "{words}: {}", done.out);
        }
        assert!(done.out.lines().all(|line| line.chars().count() <= 78));
        let today = trial.run(&["today", "--json"]).out;
        let today: serde_json::Value = serde_json::from_str(&today).expect("it is JSON");
        let next = today["next"].as_array().expect("a list");
        let steps = next.iter().filter(|row| row["what"] == "step");
        for step in steps {
            let title = step["title"].as_str().expect("words");
            let begin: String = title.chars().take(30).collect();
            let (first, _) = done.out.split_once("Tomorrow").expect("two days");
            assert!(first.contains(&begin), "{title}: {}", done.out);
        }
        assert!(next.iter().any(|row| row["what"] == "prepare"), "{next:?}");
    }

    #[test]
    fn hidden_names_are_on_no_page() {
        for what in ["last-ten", "plan", "brief", "questions"] {
            let done = evening().run(&["print", what, "--hide-names"]);
            assert!(!done.out.contains("Lindenhof"), "{}", done.out);
            assert!(!done.out.contains("Kuhn"), "{}", done.out);
        }
    }

    #[test]
    fn what_is_private_is_on_no_page() {
        let trial = evening();
        trial.put(
            "stories/let-go.toml",
            "format = 1\ntitle = \"Why I was let go\"\ncreated = 2026-11-01\nfirst_sentence = \"They let me go.\"\n\
             number = \"two of 40 rooms\"\nshows = [\"conflict\", \"service\", \"resilience\", \"ownership\"]\n\
             private = true\n",
        );
        let note = |name: &str, more: &str| {
            let text = format!(
                "format = 1\ndate = 2026-11-20\ntitle = \"{name}\"\napplication = \"hotel-lindenhof\"\n\
                 private = true\n{more}"
            );
            trial.put(&format!("journal/2026/2026-11-20-{name}.toml"), &text);
        };
        note("note", "kind = \"note\"\nbody = \"I slept badly.\"\n");
        note(
            "doubts",
            "kind = \"debrief\"\nstage = \"phone-video\"\nbody = \"\"\n\n[[debrief.concerns]]\n\
             text = \"Too young for it\"\nmy_reply = \"\"\ncleared = \"no\"\n",
        );
        for what in ["last-ten", "brief"] {
            let done = trial.run(&["print", what]);
            assert_eq!((done.code, done.err.as_str()), (0, ""));
            for words in ["let go", "let me go", "40 rooms", "slept", "Too young"] {
                assert!(!done.out.contains(words), "{what}, {words}: {}", done.out);
            }
        }
    }

    #[test]
    fn without_an_interview_it_is_said_what_to_do() {
        let done = Trial::new().run(&["print", "last-ten"]);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.said().contains("No interview is to come."), "{done:?}");
        let done = evening().run(&["print", "brief", "--for", "hotel-lindenhoff"]);
        assert_eq!(done.code, 1);
        assert!(
            done.said().contains("Did you mean hotel-lindenhof?"),
            "{done:?}"
        );
        let done = Trial::new().run(&["print", "scorecard"]);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.said().contains("There is no job yet."), "{done:?}");
        let done = evening().run(&["print", "scorecard"]);
        assert!(done.said().contains("Roadmap, then s."), "{done:?}");
    }

    #[test]
    fn of_two_interviews_of_one_morning_each_has_its_paper() {
        let trial = evening();
        let second = "\n[[round]]\nstage = \"panel\"\ndate = 2026-11-24\ntime = 11:30:00\n\
                      outcome = \"pending\"\nplace = \"The garden room\"\n";
        trial.put(PATH, &format!("{JOB}{second}"));
        for what in ["last-ten", "brief", "plan"] {
            for named in [
                "hotel 11:30",
                "hotel-lindenhof panel",
                "Hotel Lindenhof Panel",
            ] {
                let done = trial.run(&["print", what, "--for", named]);
                assert_eq!((done.code, done.err.as_str()), (0, ""), "{what} {named}");
                assert!(done.out.contains("anel interview"), "{what}: {}", done.out);
                assert!(!done.out.contains("back entrance"), "{what}: {}", done.out);
            }
            let first = trial.run(&["print", what, "--for", "hotel 10:00"]);
            assert!(first.out.contains("nterview in person"), "{}", first.out);
        }
        let none = trial.run(&["print", "last-ten", "--for", "hotel 9:00"]);
        assert_eq!(none.code, 1);
        assert!(
            none.said()
                .contains("no interview `9:00`. It has 10:00 in-person, 11:30 panel."),
            "{none:?}"
        );
        let next = trial.run(&["today", "--json"]).out;
        assert!(next.contains("'hotel-lindenhof panel'"), "{next}");
    }

    #[test]
    fn the_scorecard_has_each_point_with_its_words_its_proof_and_room() {
        let trial = Trial::new();
        let more = "advert = \"A team player who handles complaints\"\nrole =";
        let points = "[[scorecard]]\ncompetency = \"collaboration\"\nevidence = \"Two desks, one rota\"\n\n\
                      [[scorecard]]\ncompetency = \"planning\"\n\n[[round]]";
        trial.put(
            PATH,
            &JOB.replacen("role =", more, 1)
                .replacen("[[round]]", points, 1),
        );
        let done = trial.run(&["print", "scorecard", "--for", "hotel"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for words in [
            "Their scorecard, as far as the advert tells\nHotel Lindenhof, Front office supervisor\n",
            "The advert: team player\n",
            "Two desks, one rota\n",
            "Nothing shows it yet.\n",
            "____",
        ] {
            assert!(done.out.contains(words), "{words}: {}", done.out);
        }
        assert!(done.out.lines().all(|line| line.chars().count() <= 78));
        let hidden = trial.run(&["print", "scorecard", "--hide-names"]);
        assert!(!hidden.out.contains("Lindenhof"), "{}", hidden.out);
    }

    #[test]
    fn offers_are_a_page_by_what_matters_with_the_talk_about_terms() {
        let trial = Trial::new();
        let offer = "[offer]\ncame = 2026-11-20\nanswer_by = 2026-11-27\nwritten = true\nsays = [\n  \
                     { about = \"Pay\", words = \"41,000\", mark = \"not-good\" },\n]\n\n[terms]\n\
                     target = \"44,000\"\nno_below = \"42,500\"\n\n[[round]]";
        trial.put(PATH, &JOB.replacen("[[round]]", offer, 1));
        trial.put(
            "profile.toml",
            "format = 1\nmatters = [\"Pay\", \"Leave\"]\n",
        );
        let done = trial.run(&["print", "offers"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        for words in [
            "Offers, by what matters to me\nPay, Leave\n",
            "Answer by Friday, in writing, came Fri 20 Nov.\n",
            "Pay: 41,000 (not good)\n",
            "Leave: not known yet\n",
            "The talk with Hotel Lindenhof:\n",
            "No below: 42,500\n",
            "____",
        ] {
            assert!(done.out.contains(words), "{words}: {}", done.out);
        }
        let hidden = trial.run(&["print", "offers", "--hide-names"]);
        assert!(!hidden.out.contains("Lindenhof"), "{}", hidden.out);
        let done = evening().run(&["print", "offers"]);
        assert!(done.said().contains("Roadmap, then o."), "{done:?}");
    }

    const PEOPLE: &str = r#"format = 1
[referees.ms-okafor]
name = "Ms. Okafor (oh-KAH-for)"
was = "head of reception until 2024"
contact = "555 0134"
speaks_of = "the night of the flood"
answer = "yes"
[referees.lee]
name = "Lee Tan"
contact = "555 0199"
asked = 2026-11-20
"#;

    #[test]
    fn the_people_to_hand_over_are_those_who_said_yes_with_only_what_it_takes_to_call_them() {
        let trial = evening();
        let nobody = trial.run(&["print", "references"]);
        assert_eq!(nobody.code, 1, "{}", nobody.out);
        assert!(
            nobody.said().contains("Nobody has said yes yet"),
            "{}",
            nobody.err
        );
        trial.put("checks.toml", PEOPLE);
        let done = trial.run(&["print", "references", "--for", "hotel"]);
        assert_eq!(done.code, 0, "{}", done.err);
        for words in [
            "References\n",
            "Ms. Okafor  head of reception until 2024\n",
            "555 0134",
        ] {
            assert!(done.out.contains(words), "{words}: {}", done.out);
        }
        for words in ["Lee Tan", "oh-KAH-for", "flood", "Hotel"] {
            assert!(!done.out.contains(words), "{words}: {}", done.out);
        }
        assert!(
            done.said()
                .contains("Ms. Okafor does not know about Hotel Lindenhof yet."),
            "{}",
            done.err
        );
        let hidden = trial.run(&["print", "references", "--hide-names"]);
        assert!(!hidden.out.contains("Okafor"), "{}", hidden.out);
    }
}
