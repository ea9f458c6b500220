//! Which parts of the page fit: what matters least goes first, the part with the mark never.

use super::rows::Part;

/// A part of the page with the rows it would like and the fewest it can do with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Which.
    pub what: What,
    /// Rows it would like.
    pub best: u16,
    /// Fewest rows.
    pub least: u16,
    /// Lines that would like their reason below and a free row between; 0 where each takes one row anyway.
    pub tall: u16,
}

/// Everything that can stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Greeting and one fact.
    Greeting,
    /// Minutes of the week.
    Week,
    /// Lines that can be marked.
    Rows(Part),
}

impl Block {
    /// A part with lines.
    pub const fn rows(part: Part, best: u16, least: u16) -> Self {
        Self {
            what: What::Rows(part),
            best,
            least,
            tall: 0,
        }
    }

    /// A part that has no lines.
    pub const fn plain(what: What, best: u16, least: u16) -> Self {
        Self {
            what,
            best,
            least,
            tall: 0,
        }
    }

    /// The same with `over` rows less, as far as that goes; lines lose their free rows all at once, then their
    /// reasons.
    fn shrunk(self, over: u16) -> Self {
        let best = self.best.saturating_sub(over).max(self.least);
        let snapped = match self.tall {
            0 => best,
            n if best >= 3 * n => 3 * n,
            n if best > 2 * n => 2 * n + 1,
            n => best.min(n + 1),
        };
        Self {
            best: snapped,
            ..self
        }
    }
}

/// One step of giving up room.
#[derive(Clone, Copy)]
enum Cut {
    Shrink(What),
    Gaps,
    Drop(What),
}

/// In this order: what can be read elsewhere goes first.
const CUTS: [Cut; 13] = [
    Cut::Shrink(What::Rows(Part::Recent)),
    Cut::Shrink(What::Rows(Part::Next)),
    Cut::Shrink(What::Rows(Part::Note)),
    Cut::Drop(What::Rows(Part::Recent)),
    Cut::Gaps,
    Cut::Shrink(What::Rows(Part::Road)),
    Cut::Drop(What::Rows(Part::Road)),
    Cut::Drop(What::Rows(Part::Note)),
    Cut::Shrink(What::Week),
    Cut::Drop(What::Greeting),
    Cut::Shrink(What::Rows(Part::Send)),
    Cut::Drop(What::Week),
    Cut::Drop(What::Rows(Part::Send)),
];

/// Stacks parts in `height` rows: each with its first row and its number of rows.
pub fn stack(blocks: &[Block], height: u16, marked: Option<Part>) -> Vec<(What, u16, u16)> {
    let mut kept: Vec<Block> = blocks.to_vec();
    let mut gaps = true;
    for cut in CUTS {
        let over = needed(&kept, gaps).saturating_sub(height);
        if over == 0 {
            break;
        }
        match cut {
            Cut::Gaps => gaps = false,
            Cut::Shrink(what) => {
                for block in kept.iter_mut().filter(|b| b.what == what) {
                    *block = block.shrunk(over);
                }
            }
            Cut::Drop(What::Rows(part)) if Some(part) == marked => {}
            Cut::Drop(what) => kept.retain(|b| b.what != what),
        }
    }
    place(&kept, height)
}

/// Rows that parts need, with a free row between each two.
fn needed(blocks: &[Block], gaps: bool) -> u16 {
    let between = u16::try_from(blocks.len().saturating_sub(1)).unwrap_or(u16::MAX);
    blocks.iter().map(|b| b.best).sum::<u16>() + between * u16::from(gaps)
}

/// Rows that are left over become free rows between parts, from the top.
fn place(blocks: &[Block], height: u16) -> Vec<(What, u16, u16)> {
    let mut free = height.saturating_sub(needed(blocks, false));
    let mut y = 0;
    let mut placed = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        if i > 0 && free > 0 {
            free -= 1;
            y += 1;
        }
        let rows = block.best.min(height.saturating_sub(y));
        placed.push((block.what, y, rows));
        y += rows;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Vec<Block> {
        vec![
            Block::plain(What::Greeting, 2, 2),
            Block::rows(Part::Next, 6, 4),
            Block::rows(Part::Send, 2, 2),
            Block::rows(Part::Recent, 4, 2),
            Block::plain(What::Week, 3, 1),
            Block::rows(Part::Road, 2, 2),
            Block::rows(Part::Note, 1, 1),
        ]
    }

    fn names(height: u16, marked: Option<Part>) -> Vec<What> {
        let stacked = stack(&page(), height, marked);
        stacked.into_iter().map(|(what, ..)| what).collect()
    }

    #[test]
    fn everything_stands_on_a_tall_page_with_a_free_row_between() {
        let stacked = stack(&page(), 40, None);
        assert_eq!(stacked.len(), 7);
        assert_eq!(stacked[1], (What::Rows(Part::Next), 3, 6));
        assert_eq!(stacked[2], (What::Rows(Part::Send), 10, 2));
    }

    #[test]
    fn the_road_goes_before_the_note_and_both_before_the_week() {
        let kept = names(12, None);
        assert!(!kept.contains(&What::Rows(Part::Road)), "{kept:?}");
        assert!(kept.contains(&What::Week), "{kept:?}");
        let kept = names(8, None);
        assert!(!kept.contains(&What::Greeting), "{kept:?}");
        assert!(kept.contains(&What::Rows(Part::Next)), "{kept:?}");
    }

    #[test]
    fn the_part_with_the_mark_stays_at_any_height() {
        for height in 7..40 {
            for part in [Part::Next, Part::Send, Part::Recent, Part::Road, Part::Note] {
                let stacked = stack(&page(), height, Some(part));
                let here = stacked.iter().find(|(w, ..)| *w == What::Rows(part));
                assert!(
                    here.is_some_and(|(_, _, rows)| *rows > 0),
                    "{part:?} in {height}"
                );
                let end = stacked.iter().map(|(_, y, rows)| y + rows).max();
                assert!(end.is_some_and(|end| end <= height), "{part:?} in {height}");
            }
        }
    }

    #[test]
    fn lines_lose_their_free_rows_together_and_leave_none_unused() {
        let tall = Block {
            tall: 5,
            ..Block::rows(Part::Next, 15, 4)
        };
        let rows = |height| stack(&[tall], height, None)[0].2;
        assert_eq!(
            [rows(15), rows(14), rows(11), rows(10), rows(5)],
            [15, 11, 11, 6, 5]
        );
    }

    #[test]
    fn parts_never_overlap() {
        for height in 0..40 {
            let stacked = stack(&page(), height, None);
            for pair in stacked.windows(2) {
                assert!(pair[0].1 + pair[0].2 <= pair[1].1, "{stacked:?}");
            }
        }
    }
}
