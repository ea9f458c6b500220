//! The marked story beside the grid or below it: its first sentence, who has heard it, what is still empty.

use ratatui::layout::Rect;

use super::{Ledger, start};
use crate::desk::View;
use crate::domain::story::Story;
use crate::look::Role;
use crate::panes::story_words::{facts, still_empty, told_lines, warning};
use crate::panes::words::hide_names;
use crate::widgets::canvas::cells;
use crate::widgets::{Canvas, prose};

impl Ledger {
    /// What is said of the marked story, most important first.
    fn said(&self, view: &View<'_>, story: &Story) -> Vec<(String, Role)> {
        let (model, today) = (view.model, view.now.date());
        let mut said = Vec::new();
        let cover = self.board.covers.get(self.cursor.at);
        if let Some(room) = self.board.room(model) {
            let competency = cover.map(|c| &c.competency);
            let words = warning(model, story, competency, room, today);
            said.extend(words.map(|words| (words, Role::Warn)));
        }
        if !story.first_sentence.is_empty() {
            let words = format!("First sentence: \"{}\"", story.first_sentence);
            said.push((hide_names(model, &words), Role::Ink));
        }
        said.extend(still_empty(story).map(|words| (words, Role::Dim)));
        let told = told_lines(model, story, today).into_iter();
        said.extend(told.map(|words| (hide_names(model, &words), Role::Dim)));
        said
    }

    /// Draws it below the grid: a rule, number, title and facts, then as much as there is room for.
    pub(super) fn draw_below(
        &self,
        view: &View<'_>,
        story: &Story,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        if area.height < 2 {
            return;
        }
        let rule = out.look().glyphs.rule;
        out.line(area.x, area.y, area.width, rule, Role::Dim);
        let y = area.y + 1;
        let title = hide_names(view.model, &format!("{}  {}", self.at + 1, story.name()));
        let facts = facts(story, self.board.minutes(view.model));
        let fits = cells(&title) + 2 + cells(&facts) <= area.width;
        let facts = if fits { facts.as_str() } else { "" };
        let used = out.put_right(area.right(), y, facts, area.width, Role::Dim);
        let width = area.width.saturating_sub(used + 2);
        out.put(area.x, y, &title, width, Role::Strong);
        let text = Rect {
            y: y + 1,
            height: area.bottom().saturating_sub(y + 1),
            ..area
        };
        draw_said(&self.said(view, story), text, out);
    }

    /// Draws the titles of all stories and the marked one under them, at the right of the grid.
    pub(super) fn draw_beside(
        &self,
        view: &View<'_>,
        story: &Story,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        out.put(area.x, area.y, "Stories", area.width, Role::Strong);
        let all = &view.model.stories.list;
        let room = usize::from(area.height / 2);
        let (from, to) = (crate::widgets::list::Cursor { at: self.at }).window(all.len(), room);
        let mut y = area.y + 2;
        for (n, other) in all.iter().enumerate().take(to).skip(from) {
            let role = if n == self.at { Role::Mark } else { Role::Ink };
            let words = hide_names(view.model, &format!("{:>2}  {}", n + 1, other.name()));
            out.put(area.x, y, &words, area.width, role);
            y += 1;
        }
        let rule = out.look().glyphs.rule;
        out.line(area.x, y + 1, area.width, rule, Role::Dim);
        let mut text = Rect {
            y: y + 3,
            height: area.bottom().saturating_sub(y + 3),
            ..area
        };
        for (words, role) in [
            (hide_names(view.model, &story.name()), Role::Strong),
            (facts(story, self.board.minutes(view.model)), Role::Dim),
        ] {
            let used = prose::draw(out, text, &words, role);
            text.y += used;
            text.height = text.height.saturating_sub(used);
        }
        text.y += 1;
        text.height = text.height.saturating_sub(1);
        for part in self.said(view, story) {
            let used = prose::draw(out, text, &part.0, part.1);
            text.y += used + 1;
            text.height = text.height.saturating_sub(used + 1);
        }
    }
}

/// Rows that the holes take at least: their head and one of them.
const HOLES: u16 = 3;

impl Ledger {
    /// Draws what is asked for and has no story yet, each with a question that leads to one.
    pub(super) fn draw_holes(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let holes: Vec<_> = self.board.holes().collect();
        if area.height < HOLES || holes.is_empty() {
            return;
        }
        out.put(area.x, area.y, "Without a story", area.width, Role::Strong);
        let mut rest = area;
        rest.y += 2;
        rest.height -= 2;
        for hole in holes {
            let title = view.model.library.competency_title(hole.as_str());
            let prompts = start::prompts(view.model, hole);
            let words = match prompts.first() {
                Some(prompt) => format!("{title}: {}", prompt.text),
                None => title,
            };
            let used = prose::draw(out, rest, &words, Role::Ink);
            rest.y += used;
            rest.height -= used;
        }
    }
}

/// As many of the sentences as there are rows for.
fn draw_said(said: &[(String, Role)], mut area: Rect, out: &mut Canvas<'_>) {
    for (words, role) in said {
        if area.height == 0 {
            return;
        }
        let used = prose::draw(out, area, words, *role);
        area.y += used;
        area.height = area.height.saturating_sub(used);
    }
}
