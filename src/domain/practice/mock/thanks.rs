//! A thank-you line for each member of a panel, begun with what they asked: the rest is the candidate's own.

use super::cast::Cast;
use crate::domain::library::{Library, Member};
use crate::domain::practice::record::{Block, SittingRecord};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thanks {
    /// To whom.
    pub member: Member,
    /// What they asked; nothing where they only listened.
    pub asked: Option<String>,
}

impl Thanks {
    /// The line as it may be sent, with dots where one's own words belong.
    pub fn line(&self) -> String {
        match &self.asked {
            Some(words) => {
                format!("Thank you for asking \"{words}\" What I would add today: …")
            }
            None => "Thank you for listening so closely. What I hope you take along: …".to_owned(),
        }
    }
}

/// A line for each member, in the order of the seats; empty where one person asked everything.
pub fn thanks(record: &SittingRecord, library: &Library) -> Vec<Thanks> {
    let Some(shape) = &record.head.shape else {
        return Vec::new();
    };
    let opened: Vec<_> = (record.head.plan.iter())
        .map(|p| library.questions.get(p.question.as_str()))
        .collect();
    let questions: Vec<_> = opened.iter().map(|q| q.as_deref()).collect();
    let cast = Cast::of(shape, library, &questions);
    let text = |index: u16| {
        let planned = record.head.plan.get(usize::from(index))?;
        let question = opened.get(usize::from(index))?.as_ref()?;
        Some(question.wording(planned.wording).to_owned())
    };
    let asked = |seat: usize| {
        record.blocks.iter().find_map(|b| match b {
            Block::Answer(a) if a.take <= 1 && cast.seat_of(usize::from(a.index)) == Some(seat) => {
                text(a.index)
            }
            Block::Answer(a) => (a.extra.as_ref())
                .filter(|e| cast.cross(&e.asked) == Some(seat))
                .map(|e| e.asked.clone()),
            _ => None,
        })
    };
    let line = |(seat, member): (usize, &Member)| Thanks {
        member: member.clone(),
        asked: asked(seat),
    };
    cast.members().iter().enumerate().map(line).collect()
}

/// All lines as the text of a note: who, then the line, with a gap between.
pub fn thanks_note(lines: &[Thanks]) -> String {
    let one = |t: &Thanks| format!("{}, {}\n{}", t.member.name, t.member.title, t.line());
    let lines: Vec<String> = lines.iter().map(one).collect();
    format!(
        "One line for each of them, best within a day. The dots are yours; take the names of those who really sat there.\n\n{}",
        lines.join("\n\n")
    )
}
