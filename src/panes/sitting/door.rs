//! The one door of the room: the pause sheet, and the ways out of a sitting.

use super::{Room, clock};
use crate::desk::{Desk, Effect, Go};
use crate::domain::practice::sitting::{Phase, Refusal, Sitting};
use crate::keys::Command;
use crate::panes::{begin, words};
use crate::widgets::sheet::{Chosen, Sheet};

/// What the pause sheet offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    GoOn,
    Finish,
    Hint,
    Skip,
    Leave,
    EndHere,
    ReallyEndHere,
    RateLater,
    ThrowAway,
    ReallyThrowAway,
}

impl Room {
    /// Opens the one door. The clock stops, except where the format has no pause.
    pub(super) fn pause(&mut self, desk: &mut Desk<'_>) {
        self.keep_draft(desk);
        let now = desk.now;
        let Some(sitting) = desk.model.practice.sitting.as_mut() else {
            return desk.go(Go::Back);
        };
        let strict = sitting.is_strict();
        let stopped = matches!(sitting.pause(now), Ok(_) | Err(Refusal::NotNow));
        let title = if stopped {
            "Paused"
        } else {
            "The clock is running"
        };
        let answering = sitting.phase().is_answering();
        let mut rows = vec![("Go on".to_owned(), Door::GoOn)];
        if answering {
            rows.push(("Finish this answer".to_owned(), Door::Finish));
        }
        if sitting.is_beside() {
            rows.push(("Back to the result without it".to_owned(), Door::Skip));
        } else if !strict && matches!(sitting.phase(), Phase::Ready | Phase::Answering) {
            rows.push(("Show the next hint, noted".to_owned(), Door::Hint));
            rows.push(("Skip this question".to_owned(), Door::Skip));
        } else if !strict && answering {
            rows.push(("Skip this follow-up".to_owned(), Door::Skip));
        }
        if sitting.rating_place().is_some() {
            let left = words::number(sitting.not_rated());
            let rest = match sitting.not_rated() {
                0 => "See the results".to_owned(),
                _ => format!("See results, rate {left} later"),
            };
            rows.push((rest, Door::RateLater));
        }
        // What is over can be left by its results alone, and not be thrown away from here.
        if !sitting.record().is_over() {
            rows.push(("Leave, keep it for later".to_owned(), Door::Leave));
            if sitting.rating_place().is_none() {
                let end = "End here, see the results";
                rows.push((end.to_owned(), Door::EndHere));
            }
            rows.push(("Throw this sitting away".to_owned(), Door::ThrowAway));
        }
        let mut sheet = Sheet::new(title, rows);
        // Where the clock goes on, it is read above, and not from a sheet that stands still.
        if stopped {
            sheet.fact = clock::at_words(sitting, now);
        }
        self.sheet = Some(sheet);
    }

    pub(super) fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(sheet) = &mut self.sheet else { return };
        let door = match sheet.command(command) {
            Chosen::Open => return,
            Chosen::Closed => Door::GoOn,
            Chosen::This(door) => door,
        };
        self.sheet = None;
        Self::resume(desk);
        match door {
            Door::GoOn => {}
            Door::Finish => self.finish_answer(desk),
            Door::Hint => self.hint(desk),
            Door::Skip => {
                let key = Self::key(desk.model);
                if self.act(desk, Sitting::skip) {
                    self.fresh(desk.now);
                    Self::drop_draft(key, desk);
                }
            }
            Door::Leave => self.leave(desk),
            Door::EndHere => {
                let rows = vec![
                    ("Go on with it".to_owned(), Door::GoOn),
                    ("End it, see the results".to_owned(), Door::ReallyEndHere),
                ];
                self.sheet = Some(Sheet::new("End here? What comes next is not asked.", rows));
            }
            Door::ReallyEndHere => {
                let key = Self::key(desk.model);
                self.act(desk, Sitting::finish);
                Self::drop_draft(key, desk);
            }
            Door::RateLater => {
                self.keep_draft(desk);
                self.act(desk, Sitting::rate_later);
            }
            Door::ThrowAway => {
                let rows = vec![
                    ("Keep it".to_owned(), Door::GoOn),
                    ("Throw it away".to_owned(), Door::ReallyThrowAway),
                ];
                self.sheet = Some(Sheet::new("Throw this sitting away?", rows));
            }
            Door::ReallyThrowAway => {
                let key = Self::key(desk.model);
                let now = desk.now;
                if let Some(mut sitting) = desk.model.practice.sitting.take() {
                    for block in sitting.throw_away(now).unwrap_or_default() {
                        desk.perform(Effect::Append(sitting.head().id.clone(), Box::new(block)));
                    }
                }
                Self::drop_draft(key, desk);
                desk.say("Thrown away. Nothing of it counts.");
                desk.go(Go::Back);
            }
        }
    }

    pub(super) fn leave(&mut self, desk: &mut Desk<'_>) {
        self.keep_draft(desk);
        begin::leave(desk);
    }
}
