//! How the questions of a text are written: what most of them have in common is asked of the others, too.

use super::Joined;
use crate::content::import::asking::{Asks, asks};
use crate::content::import::label::{Label, label, unlabelled};

/// Fewest questions by which a text is judged.
const FEW: usize = 4;

/// Fewest lines of which nearly all ask, so that one that does not is none.
const MANY: usize = 8;

/// What the questions of a text have in common.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that most questions have in common"
)]
#[derive(Debug, Clone, Copy)]
pub struct Habit {
    /// At least half of the lines ask.
    pub asks: bool,
    /// Nearly all lines ask.
    nearly: bool,
    /// Most questions have a number, a label or a bullet.
    pub marked: bool,
    /// Most of them have a number or a label.
    pub numbered: bool,
    /// Paragraphs begin with a question, and what stands below it answers.
    pub leads: bool,
    /// How far nearly all questions are set in.
    edge: Option<usize>,
    /// The sign of an item that most questions have.
    sign: Option<char>,
}

impl Habit {
    /// What the questions of some lines have in common.
    pub fn of(lines: &[Joined]) -> Self {
        let worded = |l: &&Joined| l.text.chars().any(char::is_alphanumeric);
        let all = lines.iter().filter(worded).count();
        let asking: Vec<&Joined> = lines
            .iter()
            .filter(|l| asks(unlabelled(&l.text)).surely())
            .collect();
        // What is set in further goes on from a question.
        let edge = asking.iter().map(|l| l.indent).min().unwrap_or(0);
        let outer = || asking.iter().filter(|l| l.indent <= edge);
        let most = |is_it: fn(&Joined) -> bool| {
            let fits = outer().filter(|l| is_it(l)).count();
            let all = outer().count();
            fits >= FEW && fits * 10 >= all * 7 || fits > 1 && fits == all
        };
        Self {
            asks: asking.len() * 2 >= all,
            nearly: asking.len() >= MANY && asking.len() * 100 >= all * 75,
            marked: most(|line| is_numbered(line) || line.bulleted),
            numbered: most(is_numbered),
            leads: leads(lines),
            edge: Some(edge)
                .filter(|_| outer().count() >= FEW && outer().count() * 10 >= asking.len() * 8),
            sign: sign(&asking),
        }
    }

    /// Whether a line is set in further than questions are here, or has the sign of an item that they have not.
    pub fn is_inner(self, line: &Joined) -> bool {
        let further = self.edge.is_some_and(|edge| line.indent > edge);
        let other = line.sign.is_some() && self.sign.is_some_and(|sign| line.sign != Some(sign));
        (further || other && !line.parted) && !is_numbered(line) && !asks(line.own()).surely()
    }

    /// Whether a line has the mark that questions have here.
    pub fn is_marked(self, line: &Joined) -> bool {
        is_numbered(line) || line.bulleted && !self.numbered
    }

    /// Whether a line is no question because it neither asks nor has a mark where questions do.
    pub fn leaves(self, line: &Joined) -> bool {
        let how = asks(line.own());
        if self.marked {
            return !self.is_marked(line) && !how.surely();
        }
        if self.leads {
            return how < Asks::Task && !self.is_marked(line);
        }
        self.nearly && how == Asks::No && !is_numbered(line) && !line.bulleted
    }
}

/// The sign of an item that nearly all of several questions have.
fn sign(asking: &[&Joined]) -> Option<char> {
    let first = asking.iter().find_map(|line| line.sign)?;
    let alike = asking
        .iter()
        .filter(|line| line.sign == Some(first))
        .count();
    (alike >= FEW && alike * 10 >= asking.len() * 8).then_some(first)
}

/// Whether most paragraphs of several lines begin with a question, and nearly nothing below asks.
fn leads(lines: &[Joined]) -> bool {
    let surely = |l: &Joined| asks(l.own()).surely();
    let paragraphs = lines.chunk_by(|_, next| !next.parted);
    let several: Vec<&[Joined]> = paragraphs.filter(|p| p.len() > 1).collect();
    let led: Vec<&&[Joined]> = several.iter().filter(|p| surely(&p[0])).collect();
    let below = || led.iter().flat_map(|p| &p[1..]);
    let asked = below().filter(|l| asks(l.own()) == Asks::Mark).count();
    led.len() >= FEW && led.len() * 2 >= several.len() && asked * 5 <= below().count()
}

fn is_numbered(line: &Joined) -> bool {
    let found = label(line.bare()).map(|(label, _)| label);
    matches!(found, Some(Label::Number | Label::Question))
}
