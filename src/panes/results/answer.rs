//! One answer of a sitting with its words, its ratings and its second tries.

use ratatui::layout::Rect;

use super::{Page, question_text};
use crate::desk::View;
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::sitting::Results;
use crate::domain::time::{Wall, short_date};
use crate::look::Role;
use crate::panes::mask::Mask;
use crate::widgets::{Canvas, prose};

impl Page {
    /// One answer with its words, its notes and its second tries.
    pub(super) fn draw_answer(
        &self,
        view: &View<'_>,
        record: &SittingRecord,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        let Some(row) = Results::of(record).rows.get(self.row.at).cloned() else {
            return;
        };
        let mut lines: Vec<(String, Role)> = Vec::new();
        let mask = Mask::of(view.model);
        let mut say = |text: &str, role: Role| {
            let wrapped = prose::wrap(&mask.hide(text), area.width);
            lines.extend(wrapped.into_iter().map(|l| (l, role)));
        };
        say(&question_text(view.model, &row), Role::Mark);
        for block in &record.blocks {
            match block {
                Block::Answer(a) if a.index == row.index => {
                    say(" ", Role::Ink);
                    say(
                        if a.take > 1 {
                            "Second try"
                        } else {
                            "Your answer"
                        },
                        Role::Dim,
                    );
                    say(
                        if a.text.is_empty() {
                            "Spoken, without notes."
                        } else {
                            &a.text
                        },
                        Role::Ink,
                    );
                }
                Block::Rating(r) if r.index == row.index => {
                    say(" ", Role::Ink);
                    say(
                        &format!("{}, {}", r.level.word(), rated_when(r.at, view)),
                        Role::Dim,
                    );
                    for (_, words) in &r.proofs {
                        say(&format!("\"{words}\""), Role::Ink);
                    }
                    if !r.note.is_empty() {
                        say(&format!("To yourself: {}", r.note), Role::Ink);
                    }
                }
                _ => {}
            }
        }
        let from = self
            .scroll
            .min(lines.len().saturating_sub(usize::from(area.height)));
        out.focus(area.x, area.y, 1);
        for (y, (line, role)) in (area.y..area.bottom()).zip(&lines[from..]) {
            out.put(area.x, y, line, area.width, *role);
        }
    }
}

fn rated_when(at: Wall, view: &View<'_>) -> String {
    short_date(at.date_naive(), view.now.date())
}
