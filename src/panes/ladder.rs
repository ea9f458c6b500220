//! The ladder against nerves: seven rungs, one of them offered, each of them free to take.

use ratatui::layout::Rect;

use super::{Head, Pane, mocking, step_of};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::practice::ladder::{Rung, WORRIES};
use crate::domain::practice::nerves::Nerves;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose, roll};

/// The page.
#[derive(Default)]
pub struct Ladder {
    cursor: Cursor,
    nerves: Option<Nerves>,
    /// Which kind of worry was looked up.
    worry: Option<usize>,
}

impl Ladder {
    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Main => {
                if let Some(rung) = Rung::ALL.get(self.cursor.at) {
                    // The next time they are others.
                    mocking::on_rung(*rung, self.nerves.take(), desk);
                }
            }
            Command::Left => self.nerves_by(-1),
            Command::Right => self.nerves_by(1),
            Command::View => {
                let next = self.worry.map_or(0, |n| n + 1);
                self.worry = (next < WORRIES.len()).then_some(next);
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            other => {
                if let Some(step) = step_of(other) {
                    self.cursor.step(step, Rung::ALL.len());
                }
            }
        }
    }

    fn nerves_by(&mut self, by: i8) {
        self.nerves = Some(Nerves::stepped(self.nerves, by));
    }

    /// What stands below the rungs: nerves, and a tip for the worry that was looked up.
    fn below(&self) -> Vec<(String, Role)> {
        let mut lines = vec![(mocking::nerves_words(self.nerves), Role::Dim)];
        if let Some((worry, tip)) = self.worry.and_then(|n| WORRIES.get(n)) {
            lines.push((format!("My worry is {worry}."), Role::Ink));
            lines.push(((*tip).to_owned(), Role::Strong));
        }
        lines
    }
}

impl Pane for Ladder {
    fn context(&self, _model: &Model) -> Context {
        Context::Ladder
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => {
                let offered = desk.model.practice.ladder.offer().rung();
                self.cursor.at = usize::from(offered.number());
            }
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Ladder against nerves".to_owned(),
            middle: String::new(),
            right: "any rung may be taken".to_owned(),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        view.model.practice.ladder.offer().why().to_owned()
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let offered = view.model.practice.ladder.offer().rung();
        let below: Vec<(String, Role)> = (self.below().into_iter())
            .flat_map(|(text, role)| {
                let lines = prose::wrap(&text, area.width).into_iter();
                lines.map(move |line| (line, role))
            })
            .collect();
        // What is asked below is seen at any size; the rungs scroll where they have to.
        let needed = u16::try_from(below.len()).unwrap_or(u16::MAX);
        let all = u16::try_from(Rung::ALL.len()).unwrap_or(u16::MAX);
        let rungs = Rect {
            height: area.height.saturating_sub(needed).clamp(1, all),
            ..area
        };
        let height = usize::from(rungs.height);
        let (from, to) = self.cursor.window(Rung::ALL.len(), height);
        roll::draw_signs(out, rungs, from, Rung::ALL.len());
        for (y, n) in (rungs.y..rungs.bottom()).zip(from..to) {
            let rung = Rung::ALL[n];
            let marked = n == self.cursor.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            let fact = if rung == offered { "offered" } else { "" };
            let used = out.put_right(area.right(), y, fact, 8, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            let width = area.width.saturating_sub(used + 2);
            out.put(area.x, y, rung.words(), width, role);
        }
        let gap = u16::from(area.height > all + needed);
        for (y, (line, role)) in (rungs.bottom() + gap..area.bottom()).zip(below) {
            out.put(area.x, y, &line, area.width, role);
        }
    }
}
