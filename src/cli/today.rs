//! `greenroom today`: what is coming up and due.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::args::JsonArgs;
use super::glance::{Glance, sentence};
use super::next::{Row, unread};
use super::words::{count, hanging, wrapped};
use super::world::{Exit, World};
use crate::domain::flow_back::Thanks;
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::next::coming;
use crate::domain::progress;
use crate::panes::today::sends;
use crate::store::draft_file::{Draft, Owner};

/// Prints it.
pub fn run(args: &JsonArgs, world: &mut World<'_, '_>) -> Exit {
    let glance = Glance::of(world);
    world.warn(&glance.model.problems);
    if args.json {
        world.print_json(&Told::of(&glance, world.now.date()));
        return Exit::Done;
    }
    print(&glance, world);
    unread(&glance, world)
}

fn print(glance: &Glance, world: &mut World<'_, '_>) {
    let today = world.now.date();
    let things = glance.ahead.things.iter().map(|t| glance.shown(t).told());
    let coming = rounds(glance).map(|(a, r)| sentence(&glance.hide(&coming(a, r, today))));
    let papers = glance.ahead.papers.iter();
    let papers = papers.map(|paper| format!("{}, {}.", paper.words, glance.hide(&paper.reason)));
    let thanks = glance.ahead.thanks.iter().map(|t| thank(glance, t, today));
    let letters = glance.ahead.letters.iter();
    let letters = letters.map(|l| format!("{}: {}.", glance.hide(&l.title), l.reason));
    let promised = sends::promised(&glance.model, today).into_iter();
    let promised = promised.map(|row| format!("{}: {}.", row.text, row.fact));
    world.out.line(today.format("%A %-d %B %Y"));
    for (title, lines) in [
        ("Next", things.collect::<Vec<_>>()),
        ("Coming up", coming.chain(papers).collect()),
        ("To send", thanks.chain(letters).chain(promised).collect()),
    ] {
        if !lines.is_empty() {
            world.out.blank();
            world.out.line(title);
        }
        for line in lines {
            world.out.line(hanging("- ", &line, 0));
        }
    }
    let drafts = drafts(glance);
    if drafts > 0 {
        let line = format!(
            "{} not yet saved: open the studio to go on.",
            count(drafts, "text")
        );
        world.out.blank();
        world.out.line(wrapped(&line, 0));
    }
    let week = week(glance, today);
    if week.answers > 0 {
        let answers = count(week.answers as usize, "answer");
        world.out.blank();
        world.out.line(format_args!(
            "This week: {answers}, {}.",
            count(week.minutes as usize, "minute")
        ));
    }
}

/// Dated rounds to come, the soonest first: the next one of each job.
fn rounds(glance: &Glance) -> impl Iterator<Item = (&Application, &Round)> {
    let mut seen = BTreeSet::new();
    let coming = glance.ahead.coming.iter();
    let coming = coming.filter(move |(id, _)| seen.insert(id));
    coming.filter_map(|(id, round)| Some((glance.model.journey.get(id)?, round)))
}

/// Half-written texts that wait for somebody; a letter that was filled in waits for its page, what a
/// coach gets or writes behind Practice.
fn drafts(glance: &Glance) -> usize {
    let elsewhere = [Owner::NewLetter, Owner::HandIn, Owner::Review];
    let waits = |d: &&Draft| !elsewhere.contains(&d.owner);
    glance.model.drafts.iter().filter(waits).count()
}

/// `Thank J. Moreau, Acme: best by tomorrow.`
fn thank(glance: &Glance, thanks: &Thanks, today: NaiveDate) -> String {
    let application = thanks
        .application
        .as_ref()
        .and_then(|id| glance.model.journey.get(id));
    let other =
        application.filter(|a| a.employer != thanks.person.name || glance.model.names_hidden);
    let at = other.map_or_else(String::new, |a| format!(", {}", glance.model.employer(a)));
    format!(
        "Thank {}{at}: {}.",
        person(glance, thanks),
        thanks.words(today)
    )
}

fn person<'a>(glance: &Glance, thanks: &'a Thanks) -> &'a str {
    if glance.model.names_hidden {
        "somebody"
    } else {
        &thanks.person.name
    }
}

#[derive(Serialize)]
struct Week {
    answers: u32,
    minutes: u32,
}

fn week(glance: &Glance, today: NaiveDate) -> Week {
    let days = progress::week(&glance.model.practice.history, today);
    Week {
        answers: days.iter().map(|d| d.answers).sum(),
        minutes: days.iter().map(|d| d.minutes).sum(),
    }
}

/// Everything for programs; fields are only ever added.
#[derive(Serialize)]
struct Told<'a> {
    format: u8,
    date: NaiveDate,
    next: Vec<Row<'a>>,
    coming: Vec<Coming<'a>>,
    thanks: Vec<Letter<'a>>,
    promised: Vec<Promised>,
    runs_out: Vec<RunsOut>,
    drafts: usize,
    week: Week,
}

#[derive(Serialize)]
struct RunsOut {
    what: String,
    reason: String,
    until: NaiveDate,
}

#[derive(Serialize)]
struct Promised {
    what: String,
    when: String,
}

#[derive(Serialize)]
struct Coming<'a> {
    /// Its id; left out with the names.
    application: Option<&'a str>,
    employer: String,
    stage: StageId,
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
}

#[derive(Serialize)]
struct Letter<'a> {
    to: &'a str,
    employer: Option<String>,
    best_by: NaiveDate,
}

impl<'a> Told<'a> {
    fn of(glance: &'a Glance, today: NaiveDate) -> Self {
        let model = &glance.model;
        let coming = rounds(glance).map(|(application, round)| Coming {
            application: (!model.names_hidden).then(|| application.id.as_str()),
            employer: model.employer(application),
            stage: round.stage,
            date: round.date,
            time: round.time,
        });
        let letter = |thanks: &'a Thanks| Letter {
            to: person(glance, thanks),
            employer: (thanks.application.as_ref())
                .and_then(|id| model.journey.get(id))
                .map(|a| model.employer(a)),
            best_by: thanks.best_by,
        };
        let promised = sends::promised(model, today).into_iter();
        let promised = promised.map(|row| Promised {
            what: row.text,
            when: row.fact,
        });
        let papers = glance.ahead.papers.iter().map(|paper| RunsOut {
            what: paper.words.clone(),
            reason: glance.hide(&paper.reason),
            until: paper.until,
        });
        Self {
            format: 1,
            date: today,
            next: glance
                .ahead
                .things
                .iter()
                .map(|t| Row::of(t, glance))
                .collect(),
            coming: coming.collect(),
            thanks: glance.ahead.thanks.iter().map(letter).collect(),
            promised: promised.collect(),
            runs_out: papers.collect(),
            drafts: drafts(glance),
            week: week(glance, today),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;

    /// The evening before an interview, a day after another one that was written down.
    fn evening() -> Trial {
        let trial = Trial::new();
        trial.interview_tomorrow("Acme");
        trial.debriefed_today("Acme", "J. Moreau");
        trial
    }

    #[test]
    fn people_get_what_is_next_what_comes_and_what_is_to_be_sent() {
        let done = evening().run(&["today"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(
            done.out.starts_with("Monday 23 November 2026\n\nNext\n- "),
            "{}",
            done.out
        );
        for line in [
            "Coming up\n- Acme, panel interview: tomorrow at 10:00.",
            "To send\n- Thank J. Moreau, Acme: best by tomorrow.",
        ] {
            assert!(done.out.contains(line), "{}", done.out);
        }
        assert!(done.out.lines().all(|l| l.chars().count() <= 80));
    }

    #[test]
    fn programs_get_the_same() {
        let done = evening().run(&["today", "--json"]);
        let told: Value = serde_json::from_str(&done.out).expect("it is JSON");
        assert_eq!(told["coming"][0]["date"], "2026-11-24");
        assert_eq!(told["coming"][0]["stage"], "panel");
        assert_eq!(told["thanks"][0]["to"], "J. Moreau");
        assert_eq!(told["thanks"][0]["best_by"], "2026-11-24");
        assert!(told["next"][0]["title"].is_string());
        assert_eq!(told["week"]["answers"], 0);
    }

    #[test]
    fn an_interview_whose_hour_is_over_is_written_down_and_not_coming_up() {
        let trial = Trial::new();
        trial.interview_tomorrow("Acme");
        let path = "applications/acme-engineer.toml";
        let file = trial.text(path).replace("2026-11-24", "2026-11-23");
        trial.put(path, &file);
        let out = trial.run(&["today"]).out;
        assert!(out.contains("- Debrief: Acme, panel interview, "), "{out}");
        assert!(!out.contains("Coming up"), "{out}");
        let told = trial.run(&["today", "--json"]).out;
        assert!(told.contains("\"coming\": []"), "{told}");
    }

    #[test]
    fn what_was_promised_is_to_be_sent_until_it_is() {
        let trial = Trial::new();
        trial.interview_tomorrow("Acme");
        let path = "applications/acme-engineer.toml";
        let told = "[[told]]\nabout = \"promised\"\nwords = \"the talk link\"\nto = \"J. Moreau\"\ndate = 2026-11-20\n";
        let file = format!("{}\n{told}", trial.text(path));
        trial.put(path, &file);
        let out = trial.run(&["today"]).out;
        assert!(
            out.contains("To send\n- The talk link, promised to J. Moreau: promised 20 Nov."),
            "{out}"
        );
        let json = trial.run(&["today", "--json"]).out;
        assert!(
            json.contains("\"what\": \"The talk link, promised to J. Moreau\""),
            "{json}"
        );
        let hidden = trial.run(&["today", "--hide-names"]).out;
        assert!(!hidden.contains("Moreau"), "{hidden}");
        trial.put(path, &file.replace("date = 2026-11-20\n", "sent = true\n"));
        assert!(!trial.run(&["today"]).out.contains("talk link"));
    }

    #[test]
    fn hidden_names_are_hidden_in_letters_too() {
        let done = evening().run(&["today", "--hide-names"]);
        assert!(
            done.out.contains("Thank somebody, Employer A"),
            "{}",
            done.out
        );
        assert!(!done.out.contains("Moreau"), "{}", done.out);
    }

    #[test]
    fn a_paper_that_runs_out_is_coming_up_and_who_is_to_be_told_is_next() {
        let trial = Trial::new();
        trial.put(
            "checks.toml",
            "format = 1\n[referees.kim]\nname = \"Kim Berg\"\nanswer = \"yes\"\n[documents.card]\ntitle = \"Trade card\"\nhave = true\n\
             until = 2026-12-10\n",
        );
        let job = "format = 1\nemployer = \"Acme\"\nstage = \"checks\"\nsince = 2026-11-01\n";
        trial.put("applications/acme.toml", job);
        let out = trial.run(&["today"]).out;
        for line in [
            "Next\n- Tell Kim Berg that Acme may call, 5 minutes. References are checked now.",
            "Coming up\n- Your trade card runs out on 10 Dec, in 2 weeks.",
        ] {
            assert!(out.contains(line), "{out}");
        }
        let told = trial.run(&["today", "--json"]).out;
        assert!(told.contains("\"what\": \"tell\""), "{told}");
        assert!(told.contains("\"reason\": \"in 2 weeks\""), "{told}");
        let next = trial.run(&["next", "--hide-names"]).out;
        assert!(
            next.starts_with("Tell Person 1 that Employer A may call"),
            "{next}"
        );
    }
}
