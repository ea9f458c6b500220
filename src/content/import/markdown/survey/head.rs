//! A heading by itself: what its words say, and what stands directly below it.

use super::below::{
    begins_asking, is_labelled_list, is_own, mostly_asked_in_lists, only_asked_in_lists,
};
use crate::content::import::asking::{Asks, asks};
use crate::content::import::furniture;
use crate::content::import::label::{Label, label, unlabelled};
use crate::content::import::markdown::lists::{self, Count};
use crate::content::import::markdown::{body, marks};
use crate::content::import::tree::{Block, Text, What};

/// Longest heading that is a question, in characters.
const LONG: usize = 300;

/// A heading with what it takes to judge it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing seen at the heading, and they are weighed together"
)]
pub struct Head {
    pub at: usize,
    pub level: u8,
    pub label: Option<Label>,
    pub asks: bool,
    pub task: bool,
    pub aside: bool,
    pub about: bool,
    pub contents: bool,
    pub beside: bool,
    pub answer: bool,
    /// A question with a label of its own stands below.
    pub named: bool,
    /// The paragraph below asks.
    pub titled: bool,
    /// Questions in a list make up what stands below.
    pub lists: bool,
    /// There is a list of questions among what stands below.
    pub listed: bool,
    /// It says that it stands over questions, and a list of them follows.
    pub says_so: bool,
    /// Lists of nothing but questions are all that stands below.
    pub over_list: bool,
    /// Such a list stands under a heading below it.
    pub over: bool,
    /// Something stands directly below.
    pub full: bool,
    /// An answer with a name of its own follows.
    pub answered: bool,
    /// It names a part of a told answer: `Situation`.
    pub story: bool,
}

impl Head {
    /// Looks at a heading and what stands below it.
    pub fn of(at: usize, level: u8, text: &Text, body: &[Block], promised: bool) -> Self {
        let raw = text.joined();
        let own = unlabelled(&raw);
        let how = asks(own);
        let is_numbered = |(found, _): (Label, &str)| match found {
            // `A1.` among questions is the first of part A.
            Label::Answer if own.len() < raw.len() => Label::Number,
            found => found,
        };
        let label = label(&raw).map(is_numbered);
        let named = marks::names(body);
        let is_question = label == Some(Label::Question) && !named;
        let numbered =
            matches!(label, Some(Label::Number | Label::Question)) && body::ends_asking(text);
        let listed = body
            .iter()
            .filter_map(lists::of)
            .any(|list| Count::of(list, promised).mostly_asks());
        let says_so = listed && !is_question && !how.surely() && furniture::names_questions(own);
        Self {
            at,
            level,
            label: label.filter(|l| matches!(l, Label::Number | Label::Question)),
            asks: how.surely() && own.chars().count() <= LONG && !furniture::is_part(own)
                || is_question,
            task: how == Asks::Task,
            aside: furniture::is_aside(own)
                || furniture::is_apart(own)
                || own.split_whitespace().count() < 2 && own.is_ascii(),
            // `The questions` is what was looked for.
            about: !is_question
                && (furniture::is_guide(own)
                    || furniture::is_about(own)
                        && (how.surely() || !furniture::names_questions(own))),
            named,
            contents: furniture::is_contents(&raw),
            beside: furniture::is_beside(&raw)
                && !numbered
                && !only_asked_in_lists(body)
                && !body
                    .iter()
                    .any(|b| matches!(&b.what, What::Fold(name, _) if body::surely(name))),
            answer: furniture::is_answer(&raw),
            titled: promised && begins_asking(body),
            lists: says_so || mostly_asked_in_lists(body, how == Asks::Mark),
            listed,
            says_so,
            over_list: only_asked_in_lists(body),
            over: false,
            story: furniture::is_of_story(own),
            full: body.iter().any(|b| !matches!(b.what, What::Rule)),
            answered: !furniture::is_part(own)
                && body.iter().filter(|b| body::begins_answer(b)).count() == 1
                && !body.iter().any(|b| is_own(b) || is_labelled_list(b)),
        }
    }

    /// Whether it counts when its level is judged.
    pub const fn counts(&self) -> bool {
        !self.contents && !self.beside && !self.answer
    }

    /// Whether it asks, or sets a task.
    pub const fn sets(&self) -> bool {
        self.asks || self.task
    }

    /// Whether it is a question by its own words.
    pub const fn is_question(&self) -> bool {
        !self.named && (self.asks || self.answered) && !self.about && !self.over && self.counts()
    }
}
