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
    numbered: bool,
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
        let most = |is_it: fn(&Joined) -> bool| {
            let fits = asking.iter().filter(|l| is_it(l)).count();
            fits >= FEW && fits * 10 >= asking.len() * 7
        };
        Self {
            asks: asking.len() * 2 >= all,
            nearly: asking.len() >= MANY && asking.len() * 100 >= all * 75,
            marked: most(|line| is_numbered(line) || line.bulleted),
            numbered: most(is_numbered),
        }
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
        self.nearly && how == Asks::No && !is_numbered(line) && !line.bulleted
    }
}

fn is_numbered(line: &Joined) -> bool {
    let found = label(line.bare()).map(|(label, _)| label);
    matches!(found, Some(Label::Number | Label::Question))
}
