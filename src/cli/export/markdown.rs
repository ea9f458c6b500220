//! The export for people: one Markdown document.
//!
//! The user's own words are set as quotes, so that nothing in them becomes a heading or a list of the document.

use chrono::NaiveDate;

use super::What;
use crate::domain::checks::{Answer, Document, Referee};
use crate::domain::id::ApplicationId;
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{Application, Outcome, Round, Says, Statement};
use crate::domain::library::{Library, StageId};
use crate::domain::person::Person;
use crate::domain::practice::handout::handout;
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::told::quote;
use crate::domain::story::{Length, Story, Told};
use crate::domain::text::markdown_line as plain;
use crate::panes::application_form::endings::ended_words;
use crate::store::home::Loaded;

/// Everything that was asked for.
pub fn text(what: What, loaded: &Loaded, library: &Library) -> String {
    let mut page = Page::default();
    let applications = &loaded.applications;
    if what.has(What::Applications) {
        page.part("# Applications", applications, |page, a| {
            page.application(a, library);
        });
        page.part("# References", &loaded.checks.referees, |page, one| {
            page.referee(one, applications);
        });
        page.part("# Documents", &loaded.checks.documents, Page::document);
    }
    if what.has(What::Journal) {
        let entry = |page: &mut Page, e: &Entry| page.entry(e, applications);
        page.part("# Journal", &loaded.entries, entry);
    }
    if what.has(What::Stories) {
        let story = |page: &mut Page, s: &Story| page.story(s, applications, library);
        page.part("# Stories", &loaded.stories, story);
    }
    if what.has(What::Answers) {
        let sitting =
            |page: &mut Page, s: &SittingRecord| page.line(handout(s, library, "", 2).trim_end());
        page.part("# Answers", &loaded.sittings, sitting);
    }
    if page.0.is_empty() {
        page.line("Nothing of it has been written yet.");
    }
    page.0
}

/// One sitting: the page that the studio writes.
pub fn sitting(record: &SittingRecord, library: &Library, name: &str) -> String {
    handout(record, library, name, 1)
}

/// A document in the making; a blank line stands between its paragraphs.
#[derive(Default)]
struct Page(String);

impl Page {
    /// A paragraph or heading.
    fn line(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// Everything of one kind below its heading; where there is nothing of it, there is no heading.
    fn part<T>(&mut self, heading: &str, all: &[T], mut put: impl FnMut(&mut Self, &T)) {
        if !all.is_empty() {
            self.line(heading);
        }
        for one in all {
            put(self, one);
        }
    }

    /// Own words, as a quote.
    fn quote(&mut self, text: &str) {
        if let Some(quote) = quote(text) {
            self.line(&quote);
        }
    }

    /// A list under its name; nothing when it is empty.
    fn list<T>(&mut self, name: &str, items: &[T], words: impl Fn(&T) -> String) {
        let lines: Vec<String> = items.iter().map(|i| format!("- {}", words(i))).collect();
        if !lines.is_empty() {
            self.line(&format!("{name}:\n\n{}", lines.join("\n")));
        }
    }

    /// A fact under its name; nothing when it is empty.
    fn fact(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.line(&format!("{name}: {}", plain(text)));
        }
    }

    /// Somebody who would speak for the user; how to reach them stays at home.
    fn referee(&mut self, one: &Referee, applications: &[Application]) {
        self.line(&format!("## {}", person(&one.person)));
        let on = |word: &str, on: Option<NaiveDate>| on.map(|on| format!("{word} {on}"));
        let answer = match one.answer {
            Answer::Open => None,
            Answer::Yes => on("said yes", one.answered).or_else(|| Some("said yes".to_owned())),
            Answer::RatherNot => Some("would rather not".to_owned()),
        };
        let parts: Vec<String> = [on("asked", one.asked), answer]
            .into_iter()
            .flatten()
            .collect();
        self.fact("Stands", &parts.join(", "));
        self.quote(&one.speaks_of);
        self.list("Jobs", &one.calls, |call| {
            let place = place(Some(&call.job), applications).unwrap_or_default();
            let days = [
                on("knows since", call.briefed),
                on("named", call.named),
                on("called", call.heard),
                on("thanked", call.thanked),
            ];
            let days: Vec<String> = days.into_iter().flatten().collect();
            with_facts(&place, [Some(days.join(", ")), None])
        });
    }

    fn document(&mut self, one: &Document) {
        self.line(&format!("## {}", plain(&one.title)));
        let have = if one.have { "here" } else { "not here yet" };
        let asked = one.asked.map(|on| format!("asked for {on}"));
        let until = one.until.map(|on| format!("until {on}"));
        self.line(&with_facts(have, [asked, until]));
        self.fact("It lies here", &one.lies);
    }

    fn application(&mut self, application: &Application, library: &Library) {
        self.line(&format!("## {}", plain(&application.title())));
        self.line(&stands(application));
        self.list("Rounds", &application.rounds, round);
        self.list("Moves", &application.moves, |m| {
            format!("{}: {} to {}", m.date, m.from.short(), m.to.short())
        });
        self.list("Done", &application.ticks, |tick| {
            let on = tick.on.map_or_else(String::new, |on| format!("{on}: "));
            format!("{on}{}, {}", tick.step, tick.stage.short())
        });
        self.quote(&application.notes);
        self.list("Their scorecard", &application.scorecard, |point| {
            let evidence = Some(plain(&point.evidence)).filter(|own| !own.is_empty());
            let title = library.competency_title(point.competency.as_str());
            with_facts(&title, [evidence, None])
        });
        self.list("What they were told", &application.told, statement);
        self.offer(application);
        if !application.advert.trim().is_empty() {
            self.line("Their advert:");
            self.quote(&application.advert);
        }
    }

    fn offer(&mut self, application: &Application) {
        if let Some(offer) = &application.offer {
            let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
            self.fact("Their offer came", &day(offer.came));
            self.fact("By", &offer.by);
            self.fact("Answer until", &day(offer.answer_by));
            let written = if offer.written {
                "yes"
            } else {
                "no, by word only"
            };
            self.fact("In writing", written);
            self.list("What they offer", &offer.says, says);
        }
    }

    fn entry(&mut self, entry: &Entry, applications: &[Application]) {
        let title = match (entry.title.as_str(), entry.kind) {
            ("", EntryKind::Debrief) => "Debrief",
            ("", EntryKind::Note) => "Note",
            (title, _) => title,
        };
        self.line(&format!("## {}, {}", entry.date, plain(title)));
        let place = place(entry.application.as_ref(), applications).unwrap_or_default();
        let stage = entry.stage.map_or("", |s| s.short());
        self.fact("Application", &place);
        self.fact("Stage", stage);
        self.fact("Feeling", &entry.feeling);
        self.fact("Tags", &entry.tags.join(", "));
        self.quote(&entry.body);
        if let Some(debrief) = &entry.debrief {
            self.debrief(debrief, entry.stage);
        }
    }

    fn story(&mut self, story: &Story, applications: &[Application], library: &Library) {
        self.line(&format!("## {}", plain(&story.name())));
        self.fact("First sentence", &story.first_sentence);
        self.fact("Situation", &story.situation);
        self.fact("Task", &story.task);
        self.list("What I did", &story.actions, |line| plain(line));
        self.fact("Result", &story.result);
        self.fact("Number", &story.number);
        self.fact("Learning", &story.learning);
        for length in Length::ALL {
            if let Some(text) = story.told_in(length) {
                self.line(&format!("In {} seconds:", length.seconds()));
                self.quote(text);
            }
        }
        for (length, text) in &story.other_lengths {
            self.line(&format!("In {}:", plain(length)));
            self.quote(text);
        }
        for (name, list) in [("Shows", &story.shows), ("Touches", &story.touches)] {
            let titles = list.iter().map(|c| library.competency_title(c.as_str()));
            self.fact(name, &titles.collect::<Vec<_>>().join(", "));
        }
        self.list("Told", &story.told, |t| told(t, applications));
    }

    fn debrief(&mut self, debrief: &Debrief, stage: Option<StageId>) {
        self.list("They asked", &debrief.questions, |asked| {
            let level = asked.level.map(|l| l.word().to_owned());
            let reaction = asked.reaction.map(|r| format!("they {}", r.words(stage)));
            with_facts(&asked.text, [level, reaction])
        });
        self.list("Do again", &debrief.again, |line| plain(line));
        self.list("Slipped", &debrief.slipped, |line| plain(line));
        self.list("Concerns", &debrief.concerns, |c| {
            let reply = (!c.reply.is_empty()).then(|| format!("replied: {}", plain(&c.reply)));
            with_facts(&c.text, [reply, None])
        });
        self.list("Asked them", &debrief.heard, |h| {
            format!("{} {}", plain(&h.question), plain(&h.answer))
        });
        self.list("People", &debrief.people, person);
        self.fact("Closed with", &debrief.closed);
        self.fact("Next step", &debrief.next_step);
        self.fact(
            "Decision by",
            &debrief.decision.map_or_else(String::new, |d| d.to_string()),
        );
        self.fact("Documents", &debrief.documents);
        self.fact("Story told", &debrief.story);
        self.list("Feedback", &debrief.feedback, |(from, text)| {
            format!("{}: {}", plain(from), plain(text))
        });
        self.list("Work on", &debrief.improve, |line| plain(line));
        self.fact(
            "How well I did what I had planned",
            debrief.level.map_or("", |l| l.word()),
        );
    }
}

/// Where it stands, or how it ended and where it had come to.
fn stands(application: &Application) -> String {
    let at = format!(
        "{}. Since {}.",
        application.stage.short(),
        application.since
    );
    if !application.closed {
        return format!("Stage: {at}");
    }
    let ended = ended_words(application);
    let ended = if ended.is_empty() {
        "Closed".to_owned()
    } else {
        format!("Closed: {ended}")
    };
    format!("{ended}. Last stage: {at}")
}

fn round(round: &Round) -> String {
    let date = round
        .date
        .map_or_else(|| "no date yet".to_owned(), |d| d.to_string());
    let time = round
        .time
        .map_or_else(String::new, |t| t.format(" %H:%M").to_string());
    let outcome = (round.outcome != Outcome::Pending).then(|| {
        let word = serde_json::to_value(round.outcome).ok();
        word.and_then(|w| w.as_str().map(|w| w.replace('-', " ")))
            .unwrap_or_default()
    });
    let note = (!round.note.is_empty()).then(|| plain(&round.note));
    with_facts(
        &format!("{}, {date}{time}", round.stage.short()),
        [outcome, note],
    )
}

/// What an application is called; by its id where it is gone.
fn place(id: Option<&ApplicationId>, applications: &[Application]) -> Option<String> {
    let id = id?;
    let known = applications.iter().find(|a| a.id == *id);
    Some(known.map_or_else(|| id.to_string(), Application::title))
}

/// Where and to whom a story was told.
fn told(told: &Told, applications: &[Application]) -> String {
    let place = place(told.application.as_ref(), applications);
    let stage = told.stage.map(|s| s.short().to_owned());
    let parts = [Some(told.day.to_string()), place, stage];
    let people = (!told.people.is_empty()).then(|| plain(&told.people.join(", ")));
    let level = told.level.map(|l| l.word().to_owned());
    with_facts(
        &parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        [people, level],
    )
}

/// `Pay: 52,000 (Lee T., 2026-02-20)`.
fn statement(told: &Statement) -> String {
    let day = told.date.map(|day| day.to_string());
    let stage = || told.stage.map(|stage| stage.short().to_owned());
    let to = Some(plain(&told.to)).filter(|to| !to.is_empty());
    let words = format!("{}: {}", told.about.word(), told.words);
    with_facts(&words, [to, day.or_else(stage)])
}

/// `Pay: 26.00 an hour (good)`.
fn says(says: &Says) -> String {
    let words = match says.words.as_str() {
        "" => says.about.clone(),
        words => format!("{}: {words}", says.about),
    };
    with_facts(&words, [Some(says.mark.word().to_owned()), None])
}

fn person(person: &Person) -> String {
    with_facts(
        &person.with_said(),
        [
            (!person.title.is_empty()).then(|| plain(&person.title)),
            None,
        ],
    )
}

fn with_facts(text: &str, facts: [Option<String>; 2]) -> String {
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let text = plain(text);
    if facts.is_empty() {
        text
    } else {
        format!("{text} ({})", facts.join(", "))
    }
}
