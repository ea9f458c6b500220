//! What a question holds back until somebody has tried it: an example, cues, probes, points, red flags, what it was about.

use super::{own_words, words};
use crate::desk::Model;
use crate::domain::level::Level;
use crate::domain::library::{Library, Persona, Question};
use crate::domain::practice::talk_through::shown;
use crate::look::Role;

/// What stands above a sample answer.
pub const EXAMPLE: &str = "How a strong one can sound";

/// What the key that opens it all is for: it begins with the example, where there is one.
pub fn opens_with(library: &Library, question: &Question) -> &'static str {
    if example(library, question).is_empty() {
        "what it has"
    } else {
        "strong answer"
    }
}

/// Where such answers are rated.
const SEAT: &str = "Answers to it can be rated from the interviewer's seat, in Practice.";

/// The paragraphs in the order in which they help, how it can sound before what it is made of; an empty one is a free
/// line. Notes and answers that are kept with a question stay closed until it was `tried`.
pub fn lines(model: &Model, question: &Question, tried: bool) -> Vec<(String, Role)> {
    let mut out = Opened(Vec::new());
    let example = example(&model.library, question);
    out.part(EXAMPLE, &example);
    if !example.is_empty() {
        out.0.push((SEAT.to_owned(), Role::Dim));
    }
    out.list("Cues", question.outline.iter().cloned());
    let probes = question.probes.iter();
    out.list("They may go on with", probes.map(|p| p.text.clone()));
    let core = |is_core: bool| if is_core { " (core)" } else { "" };
    let points = question.strong.iter();
    out.list(
        "What it has",
        points.map(|p| format!("{}{}", p.text, core(p.core))),
    );
    let flags = question.red_flags.iter();
    out.list("What speaks against it", flags.map(|f| f.text.clone()));
    let facts = question.data.iter();
    out.list(
        "Told when asked for",
        facts.map(|(ask, reply)| format!("{}: {reply}", shown(ask))),
    );
    if let Some(other) = &question.persona {
        out.list(&format!("The other side: {}", other.name), manner(other));
    }
    out.part("The worry behind it", &question.concern);
    let replies = question.replies.iter();
    let reply = |style: &str, text: &str| format!("{}: \"{text}\"", style.replace('-', " "));
    out.list("Ways to reply", replies.map(|r| reply(&r.style, &r.text)));
    out.part("What it was really about", &question.tests_note);
    if tried || question.notes.is_empty() {
        out.part(words::KEPT, &question.notes);
    } else {
        out.part(words::KEPT, "It opens after you have answered once.");
    }
    if tried {
        let own = own_words::about(model, &question.id);
        out.list(own_words::HEADING, own.into_iter());
    }
    if let Some(law) = &question.law {
        out.0.push((String::new(), Role::Ink));
        out.0.push((law.words(), Role::Dim));
    }
    out.0
}

/// What is known of the character of a role play.
fn manner(other: &Persona) -> std::vec::IntoIter<String> {
    let traits = [
        ("Mood", &other.mood),
        ("Wants", &other.goal),
        ("What calms them", &other.calms),
        ("What makes it worse", &other.escalates),
    ];
    let told = traits.into_iter().filter(|(_, words)| !words.is_empty());
    let lines: Vec<String> = told
        .map(|(name, words)| format!("{name}: {words}"))
        .collect();
    lines.into_iter()
}

/// The sample answer at the highest level; empty where there is none.
pub fn example(library: &Library, question: &Question) -> String {
    let ids = question.exemplars.iter();
    let samples = ids.filter_map(|id| library.exemplars.get(id.as_str()));
    let strong = samples.filter(|sample| sample.level == Level::Strong);
    strong.map(|s| s.text.clone()).next().unwrap_or_default()
}

struct Opened(Vec<(String, Role)>);

impl Opened {
    fn head(&mut self, words: &str) {
        if !self.0.is_empty() {
            self.0.push((String::new(), Role::Ink));
        }
        self.0.push((words.to_owned(), Role::Strong));
    }

    fn part(&mut self, head: &str, text: &str) {
        if !text.is_empty() {
            self.head(head);
            self.0.push((text.to_owned(), Role::Ink));
        }
    }

    fn list(&mut self, head: &str, lines: impl ExactSizeIterator<Item = String>) {
        if lines.len() > 0 {
            self.head(head);
            self.0
                .extend(lines.map(|line| (format!("- {line}"), Role::Ink)));
        }
    }
}
