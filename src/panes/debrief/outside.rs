//! A debrief in the user's own editor: the word for the feeling, the questions as lines, or the field in hand.

use super::{Step, Talk};
use crate::desk::{Desk, Effect};

impl Talk {
    /// Hands over what is being written.
    pub(super) fn hand_over(&mut self, desk: &mut Desk<'_>) {
        let text = match self.step {
            Step::Feeling => Some(self.feeling.text().to_owned()),
            Step::Questions => {
                let asked = self.lines.asked();
                let lines: Vec<&str> = asked.iter().map(|q| q.text.as_str()).collect();
                Some(lines.join("\n"))
            }
            Step::Rest => self.form.hand_over(),
        };
        if let Some(text) = text {
            self.outside = true;
            desk.perform(Effect::OpenEditor(text));
        }
    }

    /// Takes a text back, if one was handed over, and keeps it at once.
    pub(super) fn take_back(&mut self, text: &str, desk: &mut Desk<'_>) {
        if !std::mem::take(&mut self.outside) {
            return;
        }
        match self.step {
            Step::Feeling => self.feeling.set(text.trim_end()),
            Step::Questions => self.lines.set_text(text),
            Step::Rest => {
                self.form.take_back(text);
            }
        }
        self.keep(desk);
    }
}
