//! Parts of a page under one another: what matters least gives up its room first.

/// A part of a page with the rows it would like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block<K> {
    /// Which.
    pub what: K,
    /// Rows it would like.
    pub best: u16,
    /// Lines that would like a second row below and a free row between; 0 where each takes one row anyway.
    pub tall: u16,
}

impl<K> Block<K> {
    /// A part of so many rows.
    pub const fn new(what: K, best: u16) -> Self {
        Self {
            what,
            best,
            tall: 0,
        }
    }

    /// A heading and lines that would like a second row below and a free row between.
    pub const fn tall(what: K, lines: u16) -> Self {
        let best = if lines == 0 { 1 } else { 3 * lines };
        Self {
            what,
            best,
            tall: lines,
        }
    }

    /// With `over` rows less, as far as the floor lets it; lines lose their free rows all at once, then their
    /// second rows.
    fn shrink(&mut self, over: u16, floor: u16) {
        let best = self.best.saturating_sub(over).max(floor.min(self.best));
        self.best = match self.tall {
            0 => best,
            n if best >= 3 * n => 3 * n,
            n if best > 2 * n => 2 * n + 1,
            n => best.min(n + 1),
        };
    }
}

/// One step of giving up room.
#[derive(Debug, Clone, Copy)]
pub enum Cut<K> {
    /// Row by row down to so many.
    Shrink(K, u16),
    /// The free rows between parts.
    Gaps,
    /// The whole part.
    Drop(K),
}

/// Where a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<K> {
    /// Which.
    pub what: K,
    /// Its first row, from 0.
    pub y: u16,
    /// Its rows.
    pub rows: u16,
}

/// Stacks parts in `height` rows with a free row between; cuts are taken in their order until everything fits.
/// The part `kept` is never dropped.
pub fn stack<K: Copy + PartialEq>(
    blocks: &[Block<K>],
    cuts: &[Cut<K>],
    height: u16,
    kept: Option<K>,
) -> Vec<Placed<K>> {
    let mut blocks = blocks.to_vec();
    let mut gaps = true;
    for cut in cuts {
        let over = needed(&blocks, gaps).saturating_sub(height);
        if over == 0 {
            break;
        }
        match *cut {
            Cut::Gaps => gaps = false,
            Cut::Shrink(what, floor) => {
                for block in blocks.iter_mut().filter(|b| b.what == what) {
                    block.shrink(over, floor);
                }
            }
            Cut::Drop(what) if Some(what) == kept => {}
            Cut::Drop(what) => blocks.retain(|b| b.what != what),
        }
    }
    place(&blocks, height)
}

/// Rows that parts need.
fn needed<K>(blocks: &[Block<K>], gaps: bool) -> u16 {
    let between = u16::try_from(blocks.len().saturating_sub(1)).unwrap_or(u16::MAX);
    blocks.iter().map(|b| b.best).sum::<u16>() + between * u16::from(gaps)
}

/// Rows that are left over become free rows between parts, from the top.
fn place<K: Copy>(blocks: &[Block<K>], height: u16) -> Vec<Placed<K>> {
    let mut free = height.saturating_sub(needed(blocks, false));
    let mut y = 0;
    let mut placed = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        if i > 0 && free > 0 {
            free -= 1;
            y += 1;
        }
        let rows = block.best.min(height.saturating_sub(y));
        placed.push(Placed {
            what: block.what,
            y,
            rows,
        });
        y += rows;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: [Block<char>; 4] = [
        Block::new('a', 2),
        Block::new('b', 6),
        Block::new('c', 3),
        Block::new('d', 1),
    ];
    const CUTS: [Cut<char>; 5] = [
        Cut::Shrink('b', 4),
        Cut::Gaps,
        Cut::Drop('d'),
        Cut::Shrink('c', 1),
        Cut::Drop('a'),
    ];

    fn rows(height: u16, kept: Option<char>) -> Vec<(char, u16, u16)> {
        let placed = stack(&PAGE, &CUTS, height, kept);
        placed.into_iter().map(|p| (p.what, p.y, p.rows)).collect()
    }

    #[test]
    fn everything_stands_on_a_tall_page_with_a_free_row_between() {
        assert_eq!(
            rows(40, None),
            [('a', 0, 2), ('b', 3, 6), ('c', 10, 3), ('d', 14, 1)]
        );
    }

    #[test]
    fn cuts_are_taken_in_their_order_and_no_further_than_needed() {
        assert_eq!(
            rows(14, None)[1],
            ('b', 3, 5),
            "one row of the longest part"
        );
        let close = [('a', 0, 2), ('b', 3, 4), ('c', 7, 3), ('d', 10, 1)];
        assert_eq!(rows(11, None), close, "what is left over is free again");
        assert_eq!(rows(7, None), [('a', 0, 2), ('b', 2, 4), ('c', 6, 1)]);
        assert_eq!(rows(5, None), [('b', 0, 4), ('c', 4, 1)]);
    }

    #[test]
    fn the_kept_part_stays_and_nothing_overlaps_at_any_height() {
        for height in 6..40 {
            let rows = rows(height, Some('d'));
            assert!(
                rows.iter().any(|r| r.0 == 'd' && r.2 == 1),
                "{height}: {rows:?}"
            );
            for pair in rows.windows(2) {
                assert!(pair[0].1 + pair[0].2 <= pair[1].1, "{height}: {rows:?}");
            }
            assert!(
                rows.iter().all(|r| r.1 + r.2 <= height),
                "{height}: {rows:?}"
            );
        }
    }

    #[test]
    fn lines_lose_their_free_rows_together_and_leave_none_unused() {
        let rows = |height| {
            let cuts = [Cut::Shrink('n', 4)];
            stack(&[Block::tall('n', 5)], &cuts, height, None)[0].rows
        };
        assert_eq!(
            [15, 14, 11, 10, 5].map(rows),
            [15, 11, 11, 6, 5],
            "three rows a line, two, one, and then fewer lines"
        );
    }
}
