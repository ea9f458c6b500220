//! What the keys of each screen do.

use super::{Room, chairs, level, lines, rate};
use crate::desk::Desk;
use crate::domain::level::Level;
use crate::domain::practice::chairs::{Chairs, Phase};
use crate::domain::practice::record::Act;
use crate::keys::Command;
use crate::widgets::editor::Editor;
use crate::widgets::form::Form;
use crate::widgets::stops::Eye;

impl Room {
    pub(super) fn in_card(&mut self, command: Command, desk: &mut Desk<'_>) {
        let row = self.eye.at;
        match command {
            Command::Main => {
                let stops = chairs(desk.model).is_some_and(|c| c.clock().is_some());
                if stops {
                    self.ends(desk, Chairs::run_clock);
                } else {
                    self.act(desk, Chairs::run_clock);
                }
            }
            Command::Tick => self.does(desk, |chairs, now| chairs.tick(row, now)),
            Command::Pick1 => self.probe(1, desk),
            Command::Pick2 => self.probe(2, desk),
            Command::Pick3 => self.probe(3, desk),
            Command::Pick4 => self.probe(4, desk),
            Command::TapFiller => self.tap(Act::Filler, desk),
            Command::TapWe => self.tap(Act::We, desk),
            Command::TapLost => self.tap(Act::Lost, desk),
            Command::TapLanded => self.tap(Act::Landed, desk),
            Command::Undo => self.does(desk, Chairs::take_back),
            Command::NextPane => self.note = Some(Editor::single("")),
            _ => {}
        }
    }

    fn probe(&mut self, n: u8, desk: &mut Desk<'_>) {
        self.does(desk, |chairs, now| chairs.probe(n, now));
    }

    fn tap(&mut self, act: Act, desk: &mut Desk<'_>) {
        self.does(desk, |chairs, now| chairs.tap(act, now));
    }

    pub(super) fn in_rating(&mut self, command: Command, desk: &mut Desk<'_>) {
        let (row, shown) = (self.eye.at, self.anchor.at);
        let phase = chairs(desk.model).map(Chairs::phase);
        match (phase, command) {
            (Some(Phase::Anchors(_)), Command::Main) => {
                self.act(desk, |chairs, now| chairs.pick(shown, now));
            }
            (Some(Phase::Anchors(_)), Command::Right) | (_, Command::Main) => {
                if !self.act(desk, |chairs, _| chairs.on())
                    && let Some(open) = rate::open_word(desk.model)
                {
                    self.eye = Eye::default();
                    self.eye.at = open;
                }
            }
            (Some(Phase::Anchors(_)), Command::Undo) | (_, Command::Left) => {
                self.act(desk, |chairs, _| chairs.back());
            }
            (_, Command::Tick) => self.does(desk, |chairs, now| chairs.tick(row, now)),
            (_, Command::Undo) => {
                let row = chairs(desk.model).and_then(rate::last_word);
                if self.act(desk, Chairs::take_back)
                    && let Some(row) = row
                {
                    self.eye = Eye::default();
                    self.eye.at = row;
                }
            }
            (_, command) => {
                let Some(level) = level(command) else { return };
                if self.act(desk, |chairs, now| chairs.rate(row, level, now)) {
                    let rows = chairs(desk.model).and_then(Chairs::turn);
                    let rows = rows.map_or(0, |turn| turn.dimensions().len());
                    self.eye = Eye::default();
                    self.eye.at = (row + 1).min(rows.saturating_sub(1));
                }
            }
        }
    }

    pub(super) fn in_reveal(&mut self, command: Command, desk: &mut Desk<'_>) {
        let row = self.eye.at;
        let step = |by: isize| {
            let rows = chairs(desk.model).map(Chairs::beside)?;
            let row = rows.get(row)?;
            let from = row.agreed.unwrap_or(row.own).step();
            Some(Level::ALL[from.saturating_add_signed(by).min(3)])
        };
        let agreed = match command {
            Command::Main => {
                self.ends(desk, Chairs::pass);
                return;
            }
            Command::Undo => return self.does(desk, Chairs::take_back),
            Command::Edit => {
                self.form = chairs(desk.model).map_or_else(Form::default, lines::both);
                self.editing = true;
                return;
            }
            Command::Left => step(-1),
            Command::Right => step(1),
            command => level(command),
        };
        if let Some(level) = agreed {
            self.act(desk, |chairs, now| chairs.agree(row, level, now));
        }
    }
}
