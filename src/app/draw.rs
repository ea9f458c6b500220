//! One frame: head, body, the line of words, the hints; and what floats above them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use super::notice::Notice;
use crate::desk::{Section, View};
use crate::domain::time::Now;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::layout::{body, page};
use crate::panes::words::hide_names;
use crate::panes::{Head, Pane};
use crate::widgets::hints::Hint;
use crate::widgets::{Canvas, hints, sections};

impl App {
    /// Draws the whole screen; returns where the cursor stands and whether it is shown.
    pub fn draw(&self, now: Now, buf: &mut Buffer) -> (Position, bool) {
        let screen = buf.area;
        let mut out = Canvas::new(buf, &self.look);
        out.ground();
        if screen.width < super::SMALLEST.0 || screen.height < super::SMALLEST.1 {
            let told = self.toasts.current().map(|toast| toast.words.as_str());
            let way = told.unwrap_or(if self.context().is_written() {
                "Typing goes on, left and right, Home and End too; Ctrl+S waits. Ctrl+C twice quits."
            } else {
                "q quits."
            });
            small(&mut out, screen, &hide_names(&self.model, way));
            return (Position::new(screen.x, screen.y), false);
        }
        let view = self.view(now);
        let page = page(screen);
        let Some(front) = self.front() else {
            return (Position::new(page.x.saturating_sub(2), page.y), false);
        };
        let notice = Notice::of(self, front, &view);
        if let Some(pane) = self
            .stack
            .last()
            .or_else(|| self.sections.get(&self.section))
        {
            self.draw_pane(pane.as_ref(), &view, page, notice.beyond(), &mut out);
        }
        if let Some(overlay) = &self.overlay {
            overlay.draw(&view, body(page, notice.beyond()), &mut out);
        }
        let last = page.bottom().saturating_sub(1);
        notice.draw(page, last, &mut out);
        self.draw_hints(
            front,
            &view,
            Rect::new(page.x, last, page.width, 1),
            &mut out,
        );
        out.cursor()
            .unwrap_or((Position::new(page.x.saturating_sub(2), page.y), false))
    }

    fn draw_pane(
        &self,
        front: &dyn Pane,
        view: &View<'_>,
        page: Rect,
        notice: u16,
        out: &mut Canvas<'_>,
    ) {
        match front.head(view) {
            Head::Sections { active, fact } => {
                let names: Vec<(char, &str)> = Section::ALL.iter().map(|s| s.label()).collect();
                let at = Section::ALL.iter().position(|s| *s == active).unwrap_or(0);
                let whose = self.model.whose().unwrap_or_default();
                sections::draw(out, page, &names, at, [whose, &fact]);
            }
            Head::Title {
                left,
                middle,
                right,
            } => title(out, narrowed(page, front), [&left, &middle, &right]),
        }
        front.draw(view, body(narrowed(page, front), notice), out);
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        let whose = self.model.whose();
        whose.map_or_else(
            || "greenroom".to_owned(),
            |whose| format!("greenroom: {whose}"),
        )
    }

    fn draw_hints(&self, front: &dyn Pane, view: &View<'_>, row: Rect, out: &mut Canvas<'_>) {
        let context = front.context(&self.model);
        let arrows = self.look.arrows();
        let shown: Vec<Hint> = self
            .keymap
            .hints(context, arrows)
            .into_iter()
            .filter(|hint| front.unavailable(hint.command, &self.model).is_none())
            .filter_map(|hint| {
                let label = front.hint(hint.command, hint.label, view)?;
                let keys = match hint.command {
                    Command::Pick1 => self.pick_keys(front, context, hint.keys),
                    _ => hint.keys,
                };
                Some(Hint {
                    keys,
                    label: label.to_owned(),
                })
            })
            .collect();
        let (command, label) = if context == Context::Help {
            (Command::Back, "close")
        } else {
            (Command::Help, "help")
        };
        let keys = self.keymap.first_key(context, command, arrows);
        let help = Hint {
            keys,
            label: label.to_owned(),
        };
        hints::draw(out, row, &shown, &help);
    }

    /// `1-3` where there are three things to choose, whatever numbers have a key.
    fn pick_keys(&self, front: &dyn Pane, context: Context, all: String) -> String {
        let last = front.picks(&self.model).and_then(|n| n.checked_sub(1));
        let last = last.and_then(|n| Command::PICKS.get(n));
        let key = |command| self.keymap.first_key(context, command, self.look.arrows());
        last.map_or(all, |last| {
            format!("{}-{}", key(Command::Pick1), key(*last))
        })
    }
}

/// The part of a page that a screen takes: what belongs together must not be read across a huge gap.
fn narrowed(page: Rect, front: &dyn Pane) -> Rect {
    Rect {
        width: page.width.min(front.widest()),
        ..page
    }
}

fn title(out: &mut Canvas<'_>, page: Rect, [left, middle, right]: [&str; 3]) {
    let third = page.width / 3;
    // What is at the right tells when and where one is, so the name of the page gives up its room first.
    let kept = crate::widgets::canvas::cells(left).min(page.width / 4) + 2;
    let room = page.width.saturating_sub(kept);
    let right_used = out.put_right(page.right(), page.y, right, room, Role::Dim);
    let used = out.put(
        page.x,
        page.y,
        left,
        page.width.saturating_sub(right_used + 2),
        Role::Ink,
    );
    let start = page.x + third.max(used + 2);
    let room = page
        .right()
        .saturating_sub(right_used + 2)
        .saturating_sub(start);
    if crate::widgets::canvas::cells(middle) <= room {
        out.put(start, page.y, middle, room, Role::Ink);
    }
}

/// One line is all there is: why, and what can be done or was just told.
fn small(out: &mut Canvas<'_>, screen: Rect, way: &str) {
    let words = format!(
        "A little larger, please: {}x{}, needs {}x{}. {way}",
        screen.width,
        screen.height,
        super::SMALLEST.0,
        super::SMALLEST.1
    );
    crate::widgets::prose::draw(out, screen, &words, Role::Ink);
}
