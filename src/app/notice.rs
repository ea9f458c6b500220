//! The words above the hints: what was just told, or what the screen has to say.

use ratatui::layout::Rect;

use super::App;
use crate::desk::View;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::Pane;
use crate::panes::layout::{TALL, page};
use crate::panes::words::hide_names;
use crate::widgets::canvas::cells;
use crate::widgets::{Canvas, prose};

/// Its lines, wrapped.
pub(super) struct Notice {
    lines: Vec<String>,
    /// Rows of it at most.
    rows: u16,
    /// Whether a row is kept free for it at any time.
    kept_free: bool,
}

impl Notice {
    /// Whether a screen of this size keeps a row free for it.
    pub(super) fn has_own_row((width, height): (u16, u16)) -> bool {
        page(Rect::new(0, 0, width, height)).height >= TALL
    }

    /// What is said while a pane is in front.
    pub(super) fn of(app: &App, front: &dyn Pane, view: &View<'_>) -> Self {
        let (width, height) = view.screen;
        let page = page(Rect::new(0, 0, width, height));
        let kept_free = Self::has_own_row(view.screen);
        let toast = app.toasts.current();
        // What went wrong ends with the reason and the mend: it may take some rows.
        let rows = match (toast.is_some(), kept_free) {
            (true, true) => 4,
            (false, true) => 3,
            (_, false) => 2,
        };
        let words = match toast {
            Some(toast) => toast.words.clone(),
            None if kept_free || !app.model.unsaved.is_empty() => app.quiet_words(front, view),
            None => String::new(),
        };
        let context = front.context(&app.model);
        let words = (view.keymap).retold(&words, context, view.look.arrows());
        let words = hide_names(&app.model, &words);
        let lines = match words.as_str() {
            "" => Vec::new(),
            words if cells(words) <= page.width => vec![words.to_owned()],
            words => prose::wrap(words, page.width),
        };
        Self {
            lines,
            rows,
            kept_free,
        }
    }

    fn height(&self) -> u16 {
        u16::try_from(self.lines.len())
            .unwrap_or(u16::MAX)
            .min(self.rows)
    }

    /// Rows of it that have to come from the page.
    pub(super) fn beyond(&self) -> u16 {
        self.height().saturating_sub(u16::from(self.kept_free))
    }

    /// Draws it so that it ends above the row `last`.
    pub(super) fn draw(&self, page: Rect, last: u16, out: &mut Canvas<'_>) {
        let height = self.height();
        let rows = Rect {
            y: last.saturating_sub(height),
            height,
            ..page
        };
        prose::draw_lines(out, rows, &self.lines, Role::Ink);
    }
}

/// What is said while names are hidden: whom no job, debrief or telling of a story holds is not known.
const HIDDEN: &str = "Names are hidden, save those that only your own texts tell. H shows all.";

/// The same where that has no room.
const HIDDEN_SHORT: &str = "Names are hidden. H shows them again.";

impl App {
    /// What the line above the hints says when there is no toast.
    fn quiet_words(&self, front: &dyn Pane, view: &View<'_>) -> String {
        let words = front.status(view);
        // Where letters are text, nothing leads to the messages.
        let context = front.context(&self.model);
        let leads = !view.key(context, Command::Goto).is_empty();
        let tells = if leads { " g m tells why." } else { "" };
        if let Some(lost) = self.model.unsaved.words(tells) {
            lost
        } else if !words.is_empty() {
            words
        } else if self.model.sample {
            "This is the sample world. X throws it away.".to_owned()
        } else if self.model.names_hidden {
            let room = page(Rect::new(0, 0, view.screen.0, view.screen.1)).width;
            let all = Some(HIDDEN).filter(|words| cells(words) <= room);
            all.unwrap_or(HIDDEN_SHORT).to_owned()
        } else {
            String::new()
        }
    }
}
