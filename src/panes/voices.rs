//! Two voices on one topic: somebody who applied, somebody who hires; side by side where there is room.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, step_of};
use crate::desk::{Desk, Go, Model, Msg, Place, View};
use crate::domain::id::PerspectiveId;
use crate::domain::library::{Law, Perspective, Voice};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Step;
use crate::widgets::{Canvas, prose};

/// From this width on both stand side by side.
const BOTH: u16 = 92;

/// The page.
pub struct Voices {
    id: PerspectiveId,
    scroll: usize,
}

impl Voices {
    /// Opens one of the two.
    pub fn new(id: PerspectiveId) -> Self {
        Self { id, scroll: 0 }
    }

    fn shown(&self, model: &Model) -> Option<Arc<Perspective>> {
        model.library.perspectives.get(self.id.as_str())
    }

    fn other(&self, model: &Model) -> Option<Arc<Perspective>> {
        let pair = self.shown(model)?.pair.clone()?;
        model.library.perspectives.get(pair.as_str())
    }
}

impl Pane for Voices {
    fn context(&self, _model: &Model) -> Context {
        Context::Reader
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Msg::Command(command) = msg else { return };
        match command {
            Command::View | Command::Main => {
                if let Some(other) = self.other(desk.model) {
                    self.id = other.id.clone();
                    self.scroll = 0;
                }
            }
            Command::Practice => {
                desk.go(Go::Open(Place::Setup(crate::desk::go::SetupFor::default())));
            }
            Command::Back | Command::Close => desk.go(Go::Back),
            other => match step_of(*other) {
                Some(Step::Up) => self.scroll = self.scroll.saturating_sub(1),
                Some(Step::Down) => self.scroll += 1,
                Some(Step::PageUp | Step::First) => self.scroll = 0,
                _ => {}
            },
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        (matches!(command, Command::View | Command::Main) && self.other(model).is_none())
            .then(|| "Only this side has written about it so far.".to_owned())
    }

    fn copied(&self, view: &View<'_>) -> Option<String> {
        self.shown(view.model)
            .map(|p| format!("{}\n{}", p.insight, p.body))
    }

    fn head(&self, view: &View<'_>) -> Head {
        let topic = self
            .shown(view.model)
            .map_or_else(String::new, |p| p.topic.replace('-', " "));
        Head::Title {
            left: "Both sides of the table".to_owned(),
            middle: String::new(),
            right: topic,
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        "Each voice is blended from several people; nobody is quoted.".to_owned()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let Some(one) = self.shown(view.model) else {
            return;
        };
        if let Some(two) = self.other(view.model).filter(|_| area.width >= BOTH) {
            let half = (area.width - 4) / 2;
            let (seeker, manager) = if one.voice == Voice::Seeker {
                (&one, &two)
            } else {
                (&two, &one)
            };
            draw_one(
                seeker,
                Rect {
                    width: half,
                    ..area
                },
                self.scroll,
                out,
            );
            draw_one(
                manager,
                Rect {
                    x: area.x + half + 4,
                    width: half,
                    ..area
                },
                self.scroll,
                out,
            );
            let x = if one.voice == Voice::Seeker {
                area.x
            } else {
                area.x + half + 4
            };
            out.focus(x, area.y, 1);
        } else {
            draw_one(&one, super::column(area), self.scroll, out);
            out.focus(super::column(area).x, area.y, 1);
        }
    }
}

fn draw_one(card: &Perspective, area: Rect, scroll: usize, out: &mut Canvas<'_>) {
    let who = if card.voice == Voice::Seeker {
        "Applied"
    } else {
        "Hires"
    };
    let head = format!("{who}: {}", card.speaker.replace('-', " "));
    out.put(area.x, area.y, &head, area.width, Role::Dim);
    let mut lines = prose::wrap(&card.insight, area.width);
    for paragraph in body(card) {
        match paragraph.as_str() {
            "" => lines.push(paragraph),
            words => lines.extend(prose::wrap(words, area.width)),
        }
    }
    let room = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(2),
        ..area
    };
    let from = scroll.min(lines.len().saturating_sub(usize::from(room.height)));
    prose::draw_lines(out, room, lines.get(from..).unwrap_or_default(), Role::Ink);
}

/// What follows the headline: the moment, what came of it, what to do, and how sure it is; empty lines between.
pub fn body(card: &Perspective) -> Vec<String> {
    let mut lines = vec![String::new(), card.body.clone()];
    if !card.changed.is_empty() {
        lines.push(String::new());
        lines.push(format!("What they changed: {}", card.changed));
    }
    lines.push(String::new());
    lines.extend(card.actions.iter().map(|action| format!("- {action}")));
    lines.push(String::new());
    lines.push(format!("{}. {}", card.context, grade(&card.evidence)));
    if card.topic == "success" {
        lines.push("Illustrative: drawn from several people.".to_owned());
    }
    if !card.as_of.is_empty() {
        lines.push(format!("As of {}.", card.as_of));
    }
    lines.extend(card.law.iter().map(Law::words));
    lines
}

fn grade(evidence: &str) -> &'static str {
    match evidence {
        "strong" => "Well supported by research.",
        "moderate" => "Some research supports it.",
        _ => "From practice; others do it differently.",
    }
}
