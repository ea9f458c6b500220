//! What was said, how long it was, and by which clock.

use super::{Answer, Extra, Input, To};
use crate::domain::library::{Kind, Question};
use crate::domain::time::clock_text;

impl Answer {
    /// Whether its clock was the time that went by, and not the words that were typed: it was spoken, or a problem was
    /// solved in it.
    pub fn is_timed(&self) -> bool {
        is_timed(self.input, self.kind, self.for_point, self.extra.as_ref())
    }

    /// Whether it was given from the result: a second try at a point, or a follow-up that the result named.
    pub fn is_beside(&self) -> bool {
        match &self.extra {
            Some(extra) => extra.to == To::Afterward,
            None => self.take > 1,
        }
    }

    /// The point (from 1) that it was for: of a second try, or of a follow-up from the result that opened one.
    pub fn point(&self, question: &Question) -> Option<u8> {
        let extra = self.extra.as_ref().filter(|e| e.to == To::Afterward);
        self.for_point.or_else(|| question.opened_by(&extra?.asked))
    }

    /// Seconds on its clock, which the window judges.
    pub fn clock_s(&self) -> u32 {
        if self.is_timed() {
            self.seconds
        } else {
            self.length_s
        }
    }

    /// Its words; where there are none, why.
    pub fn told_words(&self) -> &str {
        let asked = self.extra.as_ref().is_some_and(|e| e.to != To::Again);
        match (self.text.trim(), self.input) {
            ("", _) if self.skipped && asked => "You let it go.",
            ("", _) if self.skipped => "Skipped.",
            ("", Input::Aloud) => "Spoken, without notes.",
            ("", Input::Typed) => "Nothing was written.",
            _ => &self.text,
        }
    }

    /// How long it was, in words: `3:10` spoken, `0:52 if spoken` typed, both where its clock was the time.
    pub fn length_words(&self) -> String {
        let [here, spoken] = [self.seconds, self.length_s].map(|s| clock_text(s.into()));
        match (self.input, self.is_timed()) {
            (Input::Aloud, _) => here,
            (Input::Typed, true) => format!("{here} here, {spoken} if spoken"),
            (Input::Typed, false) => format!("{spoken} if spoken"),
        }
    }
}

/// Whether the clock of an answer is the time that goes by. A follow-up and a second try at a point are said in a few
/// words, even where the question itself is worked on.
pub fn is_timed(input: Input, kind: Kind, for_point: Option<u8>, extra: Option<&Extra>) -> bool {
    let beside =
        for_point.is_some() || extra.is_some_and(|e| matches!(e.to, To::FollowUp | To::Afterward));
    input == Input::Aloud || (kind.is_solved() && !beside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample;

    #[test]
    fn an_answer_without_words_says_why_everywhere_alike() {
        let mut answer = sample::answer("q", Kind::Behavioral);
        answer.text = "I led it.".to_owned();
        assert_eq!(answer.told_words(), "I led it.");
        answer.text = " ".to_owned();
        assert_eq!(answer.told_words(), "Nothing was written.");
        answer.input = Input::Aloud;
        assert_eq!(answer.told_words(), "Spoken, without notes.");
        answer.skipped = true;
        assert_eq!(answer.told_words(), "Skipped.");
        answer.extra = Some(Extra {
            to: To::FollowUp,
            asked: "And then?".to_owned(),
        });
        assert_eq!(answer.told_words(), "You let it go.");
        answer.text = "I began,".to_owned();
        assert_eq!(answer.told_words(), "I began,", "no word is lost");
    }
}
