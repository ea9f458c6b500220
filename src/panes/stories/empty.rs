//! Before the first story: what one is, what is asked for, and a question to start from.

use ratatui::layout::Rect;

use super::{Ledger, start};
use crate::desk::View;
use crate::domain::text::listed;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::{Canvas, prose};

impl Ledger {
    /// Draws the page of a ledger without stories.
    pub(super) fn draw_empty(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = Rect {
            width: area.width.min(prose::MEASURE),
            ..area
        };
        out.focus(area.x, area.y, 1);
        let mut rest = area;
        for (words, role) in self.invitation(view) {
            let room = words.is_empty() && area.height < 12;
            let used = if words.is_empty() {
                u16::from(!room)
            } else {
                prose::draw(out, rest, &words, role)
            };
            rest.y += used;
            rest.height = rest.height.saturating_sub(used);
        }
    }

    fn invitation(&self, view: &View<'_>) -> Vec<(String, Role)> {
        let model = view.model;
        let new = view.key(Context::Stories, Command::New);
        let line = |words: &str| (words.to_owned(), Role::Ink);
        let free = || (String::new(), Role::Ink);
        let is_begun = start::is_begun(model);
        let hole = self.board.holes().next().filter(|_| !is_begun);
        let prompts = hole.map(|hole| start::prompts(model, hole));
        let (head, first) = if is_begun {
            ("Your first story is begun.", "goes on with it")
        } else {
            ("No story written down yet.", "writes the first one")
        };
        let mut page = vec![
            (head.to_owned(), Role::Strong),
            line(&format!(
                "{new} {first}. A few words for each part are enough for five minutes; go on whenever you like."
            )),
            free(),
        ];
        if let Some(prompt) = prompts.iter().flatten().next() {
            page.push(line("A question to start from:"));
            page.push((prompt.text.clone(), Role::Strong));
            page.push(free());
        }
        page.push(line(
            "A story is one true event of yours, told as an answer. Six to ten of them cover what interviews ask for.",
        ));
        let asked = self.board.asked_for().iter();
        let asked = asked.map(|c| model.library.competency_title(c.competency.as_str()));
        let asked: Vec<String> = asked.map(|title| title.to_lowercase()).collect();
        if !asked.is_empty() {
            let title = self.board.title(model);
            page.push(free());
            page.push(line(&format!("{title}: {}.", listed(&asked))));
        }
        page
    }
}
