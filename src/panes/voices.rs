//! Two voices on one topic: somebody who applied, somebody who hires; side by side where there is room.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::leads::{self, Lead};
use super::{Head, Pane, Reason, column, layout, step_of};
use crate::desk::go::SetupFor;
use crate::desk::{Desk, Go, Model, Msg, Place, View};
use crate::domain::id::PerspectiveId;
use crate::domain::library::{Law, Perspective, Voice};
use crate::domain::order::InOrder;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::sheet::{Chosen, Sheet};
use crate::widgets::{Canvas, prose};

/// From this width on both stand side by side.
const BOTH: u16 = 92;

/// Between the two.
const GAP: u16 = 4;

/// The page.
pub struct Voices {
    id: PerspectiveId,
    scroll: usize,
    /// Where the page leads, while that is chosen.
    sheet: Option<Sheet<Go>>,
}

impl Voices {
    /// Opens one of the two.
    pub fn new(id: PerspectiveId) -> Self {
        Self {
            id,
            scroll: 0,
            sheet: None,
        }
    }

    fn shown(&self, model: &Model) -> Option<Arc<Perspective>> {
        model.library.perspectives.get(self.id.as_str())
    }

    fn other(&self, model: &Model) -> Option<Arc<Perspective>> {
        let pair = self.shown(model)?.pair.clone()?;
        model.library.perspectives.get(pair.as_str())
    }

    /// The voice that opens the topic before or after this one; the ends meet.
    fn topic(&self, back: bool, model: &Model) -> Option<PerspectiveId> {
        let mut openers: Vec<PerspectiveId> = Vec::new();
        for voice in model.library.perspectives.iter() {
            let pair = voice.pair.as_ref();
            if pair.is_none_or(|pair| !openers.contains(pair)) {
                openers.push(voice.id.clone());
            }
        }
        let pair = self.other(model).map(|other| other.id.clone());
        let here = |id: &PerspectiveId| *id == self.id || Some(id) == pair.as_ref();
        let at = openers.iter().position(here)?;
        let by = if back { openers.len() - 1 } else { 1 };
        openers.get((at + by) % openers.len()).cloned()
    }

    /// Where it leads: the links of the voice that is shown, then those of the other.
    fn leads(&self, model: &Model) -> Vec<Lead> {
        let both = [self.shown(model), self.other(model)];
        let links = both.iter().flatten().flat_map(|voice| &voice.links);
        leads::leads(&model.library, links.map(String::as_str))
    }

    /// What is shown in an area, each voice in its column; who applied stands at the left.
    fn columns(&self, model: &Model, area: Rect) -> Vec<(Arc<Perspective>, Rect)> {
        let Some(one) = self.shown(model) else {
            return Vec::new();
        };
        let Some(two) = self.other(model).filter(|_| area.width >= BOTH) else {
            return vec![(one, column(area))];
        };
        let width = (area.width - GAP) / 2;
        let left = Rect { width, ..area };
        let right = Rect {
            x: area.x + width + GAP,
            ..left
        };
        let mut both = [one, two];
        both.order_by_key(|voice| voice.voice != Voice::Seeker);
        both.into_iter().zip([left, right]).collect()
    }

    fn scroll(&mut self, command: Command, desk: &Desk<'_>) {
        let Some(step) = step_of(command) else { return };
        let area = layout::room(desk);
        let columns = self.columns(desk.model, area).into_iter();
        let longest = columns.map(|(voice, area)| lines(&voice, area.width).len());
        let mut cursor = Cursor { at: self.scroll };
        let height = area.height.saturating_sub(HEAD);
        cursor.scroll(step, longest.max().unwrap_or(0), height);
        self.scroll = cursor.at;
    }

    fn in_sheet(&mut self, command: Command, desk: &mut Desk<'_>) {
        let Some(sheet) = &mut self.sheet else { return };
        match sheet.command(command) {
            Chosen::Open => return,
            Chosen::Closed => {}
            Chosen::This(Go::Open(Place::Voices(id))) => *self = Self::new(id),
            Chosen::This(go) => desk.go(go),
        }
        self.sheet = None;
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        let to = match command {
            Command::View => self.other(desk.model).map(|other| other.id.clone()),
            Command::Left | Command::Right => self.topic(command == Command::Left, desk.model),
            _ => None,
        };
        if let Some(id) = to {
            *self = Self::new(id);
            return;
        }
        match command {
            Command::Main | Command::OpenLink => {
                self.sheet = Some(leads::sheet(self.leads(desk.model)));
            }
            Command::Practice => desk.go(Go::Open(Place::Setup(SetupFor::default()))),
            Command::Back | Command::Close => desk.go(Go::Back),
            other => self.scroll(other, desk),
        }
    }
}

impl Pane for Voices {
    fn context(&self, _model: &Model) -> Context {
        match self.sheet {
            Some(_) => Context::Sheet,
            None => Context::Reader,
        }
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Command(command) if self.sheet.is_some() => self.in_sheet(*command, desk),
            Msg::Command(command) => self.command(*command, desk),
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let nothing = match command {
            _ if self.sheet.is_some() => return None,
            Command::View if self.other(model).is_none() => {
                "Only this side has written about it so far."
            }
            Command::Main | Command::OpenLink if self.leads(model).is_empty() => {
                "This page leads nowhere else."
            }
            _ => return None,
        };
        Some(nothing.to_owned())
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
        for (voice, area) in self.columns(view.model, area) {
            draw_one(&voice, area, self.scroll, out);
            if voice.id == self.id {
                out.focus(area.x, area.y, 1);
            }
        }
        if let Some(sheet) = &self.sheet {
            sheet.draw(out, area);
        }
    }
}

/// Rows above the text of a voice: who speaks, and a free one.
const HEAD: u16 = 2;

/// The text of a voice, wrapped.
fn lines(card: &Perspective, width: u16) -> Vec<String> {
    let mut lines = prose::wrap(&card.insight, width);
    for paragraph in body(card) {
        match paragraph.as_str() {
            "" => lines.push(paragraph),
            words => lines.extend(prose::wrap(words, width)),
        }
    }
    lines
}

fn draw_one(card: &Perspective, area: Rect, scroll: usize, out: &mut Canvas<'_>) {
    let who = if card.voice == Voice::Seeker {
        "Applied"
    } else {
        "Hires"
    };
    let head = format!("{who}: {}", card.speaker.replace('-', " "));
    out.put(area.x, area.y, &head, area.width, Role::Dim);
    let lines = lines(card, area.width);
    let room = Rect {
        y: area.y + HEAD,
        height: area.height.saturating_sub(HEAD),
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
