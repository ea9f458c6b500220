//! The lines of the card from everything that holds some. What nobody wrote is left out.

use chrono::NaiveDate;

use super::labeled::{Label, labeled};
use super::line::{Kept, Line, Part};
use super::words::{Said, figures, first_sentences};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{About, Application, Round, standing, statement};
use crate::domain::order::InOrder;
use crate::domain::text::capital;
use crate::domain::time::day_and_date;

/// Most lines of what they were told: in all, and from notes; of what is ready; and of what one says to oneself.
const TOLD: usize = 5;
const NOTED: usize = 3;
const READY: usize = 6;
const YOURSELF: usize = 3;

/// Everything that the card is made from.
#[derive(Debug, Clone)]
pub struct Sources<'a> {
    /// The application.
    pub application: &'a Application,
    /// The interview.
    pub round: &'a Round,
    /// Journal entries, newest first.
    pub entries: &'a [Entry],
    /// What their advert asks for, by name.
    pub wanted: Vec<String>,
    /// What is ready for the checks, and what is missing.
    pub ready: Vec<String>,
    /// What is kept to be asked.
    pub asks: Vec<String>,
    /// What the user wrote to be said, the best first: answers, and whatever else has a first sentence.
    pub said: &'a [Said],
    /// The day.
    pub today: NaiveDate,
}

/// All lines, in the order of the page.
pub fn lines(sources: &Sources<'_>) -> Vec<Line> {
    let noted = noted(sources);
    let of = |part: Part| noted.iter().filter(move |line| line.part == part).cloned();
    let mut lines = about_round(sources);
    if !sources.wanted.is_empty() {
        let wanted = capital(&sources.wanted.join(", ").to_lowercase());
        lines.push(line(Part::Wanted, &wanted, Kept::Scorecard));
    }
    let own = of(Part::First).map(|line| Said {
        about: String::new(),
        text: line.words,
        figure: String::new(),
        kept: line.kept,
    });
    let said: Vec<Said> = own.chain(sources.said.iter().cloned()).collect();
    lines.extend(first_sentences(&said));
    let numbers: Vec<Line> = of(Part::Numbers).collect();
    if numbers.is_empty() {
        lines.extend(figures(sources.said));
    } else {
        lines.extend(numbers);
    }
    let told = told(sources).into_iter();
    let told = told.chain(first_source(of(Part::Told)).take(NOTED));
    lines.extend(told.take(TOLD));
    let ready = sources.ready.iter().take(READY);
    lines.extend(ready.map(|words| line(Part::Ready, words, Kept::References)));
    lines.extend(
        sources
            .asks
            .iter()
            .map(|ask| line(Part::Ask, ask, Kept::Asks)),
    );
    lines.extend(yourself(sources, of(Part::Yourself).collect()));
    lines.extend(of(Part::Bring));
    // What to bring stands with the interview and in notes.
    lines.order_by_key(|line| line.part);
    lines
}

fn line(part: Part, words: &str, kept: Kept) -> Line {
    Line {
        part,
        about: String::new(),
        words: words.to_owned(),
        kept,
    }
}

/// When, where, whom, what to bring.
fn about_round(sources: &Sources<'_>) -> Vec<Line> {
    let round = sources.round;
    let of_round = |part, words: &str| line(part, words, Kept::Round);
    let mut lines: Vec<Line> = Vec::new();
    if let Some(date) = round.date {
        let day = day_and_date(date, sources.today);
        let time = round.time.map(|time| time.format(" at %H:%M").to_string());
        let length = match round.length.as_str() {
            "" => String::new(),
            length => format!(", {length}"),
        };
        let when = format!("{day}{}{length}", time.unwrap_or_default());
        lines.push(of_round(Part::When, &when));
    }
    let people = round.people.iter().filter(|person| person.is_named());
    lines.extend(people.map(|person| of_round(Part::Who, &person.with_title())));
    for (part, words) in [(Part::Where, &round.place), (Part::Bring, &round.bring)] {
        if !words.is_empty() {
            lines.push(of_round(part, words));
        }
    }
    lines
}

/// What they were told, as it stands now, each with to whom and when; another figure than before is told.
fn told(sources: &Sources<'_>) -> Vec<Line> {
    let all = &sources.application.told;
    let told = |at: usize| {
        let one = &all[at];
        let words = statement::with_facts(all, at, sources.today);
        Line {
            about: one.about.word().to_owned(),
            ..line(Part::Told, &words, Kept::Told)
        }
    };
    standing(all).into_iter().map(told).collect()
}

/// What notes say of themselves, those of the interview first, then those of the application and of the journal.
fn noted(sources: &Sources<'_>) -> Vec<Line> {
    let with = |text: &str, kept: &Kept| noted_in(text, kept, sources.application);
    let mut lines = with(&sources.round.note, &Kept::Round);
    lines.extend(with(&sources.application.notes, &Kept::Job));
    let here = |entry: &&Entry| entry.application.as_ref() == Some(&sources.application.id);
    for entry in sources.entries.iter().filter(|e| !e.private).filter(here) {
        let kept = match entry.kind {
            EntryKind::Note => Kept::Entry(entry.id.clone()),
            EntryKind::Debrief => Kept::Debrief(entry.id.clone()),
        };
        lines.extend(with(&entry.body, &kept));
    }
    lines
}

/// What one text says of itself. What has a line of its own among what they were told is read there.
fn noted_in(text: &str, kept: &Kept, application: &Application) -> Vec<Line> {
    let known = |about| application.told.iter().any(|told| told.about == about);
    let noted = |(label, words): (Label, String)| match label {
        Label::Of(part) => Some(line(part, &words, kept.clone())),
        Label::Told(about) if about != About::Other && known(about) => None,
        Label::Told(_) => Some(line(Part::Told, &words, kept.clone())),
    };
    labeled(text).0.into_iter().filter_map(noted).collect()
}

/// What they were told as far as only the notes of a job say it: `Pay: 52,000`.
pub fn told_in_notes(application: &Application) -> Vec<String> {
    let lines = noted_in(&application.notes, &Kept::Job, application);
    let told = lines.into_iter().filter(|line| line.part == Part::Told);
    told.map(|line| line.words).collect()
}

/// The lines of the first source alone: an older note tells the same again.
fn first_source(lines: impl Iterator<Item = Line>) -> impl Iterator<Item = Line> {
    let mut lines = lines.peekable();
    let first = lines.peek().map(|line| line.kept.clone());
    lines.take_while(move |line| Some(&line.kept) == first.as_ref())
}

/// What one wrote for oneself; the note of the interview; what the last debrief wants done otherwise, or what comes next.
fn yourself(sources: &Sources<'_>, noted: Vec<Line>) -> Vec<Line> {
    let mut lines = noted;
    let (_, note) = labeled(&sources.round.note);
    if !note.is_empty() {
        lines.push(line(Part::Yourself, &note.join(" "), Kept::Round));
    }
    let before = |entry: &&Entry| {
        let earlier = sources.round.date.is_none_or(|day| entry.date <= day);
        entry.kind == EntryKind::Debrief && earlier && !entry.private
    };
    let last = sources.entries.iter().find(before);
    if let Some((entry, debrief)) = last.and_then(|e| Some((e, e.debrief.as_deref()?))) {
        let same = entry.application.as_ref() == Some(&sources.application.id);
        let kept = Kept::Debrief(entry.id.clone());
        let words = to_do(debrief, same);
        lines.extend(words.map(|words| line(Part::Yourself, words, kept.clone())));
    }
    lines.truncate(YOURSELF);
    lines
}

fn to_do(debrief: &Debrief, same: bool) -> impl Iterator<Item = &str> {
    let next = (same && debrief.improve.is_empty()).then_some(debrief.next_step.as_str());
    let improve = debrief.improve.iter().map(String::as_str);
    improve.chain(next).filter(|words| !words.trim().is_empty())
}
