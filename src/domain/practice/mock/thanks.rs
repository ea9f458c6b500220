//! What each member of a panel asked, how those answers stood, and a thank-you line to them: the rest of it is the
//! candidate's own.

use super::asked::{Asked, Talk};
use super::cast::Cast;
use super::moments::missed;
use crate::domain::level::Level;
use crate::domain::library::{Library, Member};
use crate::domain::practice::record::{Block, SittingRecord, To};

/// One member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thanks {
    /// To whom.
    pub member: Member,
    /// What they asked and heard, in order; empty where they only listened.
    pub heard: Vec<Heard>,
    /// What the first of it was about; nothing where that is no more than a matter to settle.
    pub about: Option<String>,
}

/// One thing that somebody asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Its words.
    pub asked: String,
    /// How the answer to the whole question stood; nothing where it is not rated, and behind a follow-up, which has no
    /// rating of its own.
    pub level: Option<Level>,
    /// The point that it missed.
    pub missing: Option<String>,
    /// Whether it was skipped.
    pub skipped: bool,
}

impl Heard {
    /// `"What was the sign?": Partly; missing: "Names the sign".` The words alone where it is not rated.
    fn words(&self) -> String {
        let stood = match self.level {
            Some(level) => level.word(),
            None if self.skipped => "skipped",
            None => return format!("\"{}\"", self.asked),
        };
        let missing = self.missing.as_ref();
        let missing = missing.map_or_else(String::new, |point| format!("; missing: \"{point}\""));
        format!("\"{}\": {stood}{missing}.", self.asked)
    }
}

impl Thanks {
    /// The line as it may be sent, with dots where one's own words belong.
    pub fn line(&self) -> String {
        let asked = "Thank you for your questions today.";
        match (&self.about, self.heard.is_empty()) {
            (_, true) => {
                "Thank you for listening so closely. What I hope you take along: …".to_owned()
            }
            (Some(about), _) => {
                format!("{asked} The one about {about} stayed with me; what I would add: …")
            }
            (None, _) => format!("{asked} What I would add to one of them: …"),
        }
    }

    /// Who it is, what counts for them, and what they asked and heard, a line each.
    pub(super) fn lines(&self) -> Vec<String> {
        let Member { name, title, .. } = &self.member;
        let cares = self.member.cares_about.trim_end_matches('.');
        let who = format!("{name}, {title}. What counts there: {cares}.");
        let heard = self.heard.iter();
        let heard = heard.map(|heard| format!("{name} asked {}", heard.words()));
        std::iter::once(who).chain(heard).collect()
    }
}

/// Each member, in the order of the seats; empty where one person asked everything.
pub fn thanks(record: &SittingRecord, library: &Library) -> Vec<Thanks> {
    let Some(shape) = &record.head.shape else {
        return Vec::new();
    };
    let opened: Vec<_> = (record.head.plan.iter())
        .map(|p| library.questions.get(p.question.as_str()))
        .collect();
    let questions: Vec<_> = opened.iter().map(|q| q.as_deref()).collect();
    let cast = Cast::of(shape, library, &questions, record.head.seed);
    let talk = Talk::of(record, shape);
    let question = |at: usize| {
        let wording = record.head.plan.get(at)?.wording;
        let whole = talk.answers.iter().find(|a| a.at == at);
        Some(Heard {
            asked: questions.get(at).copied()??.wording(wording).to_owned(),
            level: whole.and_then(Asked::level),
            missing: whole.and_then(|a| missed(a, library)),
            skipped: whole.is_some_and(|a| a.answer.skipped),
        })
    };
    let asked = asked_by(record, &cast, question);
    let about = |at: usize| {
        let question = questions.get(at).copied()??;
        let title = library.competency_title(question.primary().as_str());
        question
            .kind
            .shows_competency()
            .then(|| title.to_lowercase())
    };
    let member = |(seat, member): (usize, &Member)| {
        let own = || asked.iter().filter(|(of, ..)| *of == seat);
        Thanks {
            member: member.clone(),
            heard: own().map(|(.., heard)| heard.clone()).collect(),
            about: own().find_map(|(_, at, _)| about(*at)),
        }
    };
    cast.members().iter().enumerate().map(member).collect()
}

/// What the members asked, in order: the seat, the place of the question in the plan, and what was heard; `question` gives
/// that of a whole question.
fn asked_by(
    record: &SittingRecord,
    cast: &Cast,
    question: impl Fn(usize) -> Option<Heard>,
) -> Vec<(usize, usize, Heard)> {
    let mut follow_ups: Vec<u16> = Vec::new();
    let asked = record.blocks.iter().filter_map(|block| {
        let Block::Answer(answer) = block else {
            return None;
        };
        let at = usize::from(answer.index);
        match &answer.extra {
            None if answer.take <= 1 => Some((cast.seat_of(at)?, at, question(at)?)),
            Some(extra) if extra.to == To::FollowUp => {
                let before = follow_ups.iter().filter(|i| **i == answer.index).count();
                follow_ups.push(answer.index);
                let seat = cast.asks_into(at, before, &extra.asked)?;
                let heard = Heard {
                    asked: extra.asked.clone(),
                    level: None,
                    missing: None,
                    skipped: answer.skipped,
                };
                Some((seat, at, heard))
            }
            _ => None,
        }
    });
    asked.collect()
}

/// All lines as the text of a note: who, what they asked, then the line, with a gap between.
pub fn thanks_note(lines: &[Thanks]) -> String {
    let one = |t: &Thanks| {
        let asked = t.heard.first();
        let asked = asked.map_or_else(String::new, |h| format!("Asked: \"{}\"\n", h.asked));
        format!("{}, {}\n{asked}{}", t.member.name, t.member.title, t.line())
    };
    let lines: Vec<String> = lines.iter().map(one).collect();
    format!(
        "One line for each of them, best within a day. The dots are yours; take the names of those who really sat there.\n\n{}",
        lines.join("\n\n")
    )
}
