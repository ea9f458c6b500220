//! Which step goes on which day: the steps of a row keep their order, and where the days cannot hold them all, what is worth
//! least is left out.

use std::collections::BTreeMap;

/// What a day still has room for, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Minutes of the whole day; 0 is a free one.
    pub limit: u32,
    /// Those of them that are left.
    pub left: u32,
}

/// A step that wants a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Want {
    /// How long it takes.
    pub minutes: u32,
    /// The day that suits it best, counted from the first.
    pub day: usize,
    /// What is worth more comes first: 0 before 1.
    pub worth: u8,
    /// Whether somebody chose it, so that it gets a day of its own however long it is.
    pub chosen: bool,
    /// The row of steps that it belongs to, in which none comes before an earlier one; the first row wins where two are
    /// worth the same.
    pub row: usize,
}

/// How many times the minutes of a day a step may take that has the day for itself.
const STRETCH: u32 = 2;

/// In how many strides the steps move toward the first day until all of them fit.
const STRIDES: usize = 4;

/// The day of each of them; `None` where the days have no room for it. What is left of the days is in `rooms` then.
pub fn lay(wants: &[Want], rooms: &mut [Room]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..wants.len()).collect();
    order.sort_by_key(|&at| (wants[at].day, wants[at].row));
    let mut by_worth = order.clone();
    by_worth.sort_by_key(|&at| wants[at].worth);
    let mut laid = (vec![None; wants.len()], rooms.to_vec());
    for at in by_worth {
        let is_in = |n: &usize| *n == at || laid.0[*n].is_some();
        let row: Vec<usize> = order.iter().copied().filter(is_in).collect();
        if let Some(better) = (0..=STRIDES).find_map(|by| pack(wants, &row, rooms, by)) {
            laid = better;
        }
    }
    rooms.copy_from_slice(&laid.1);
    laid.0
}

/// Puts steps on days in their order, so many strides before the days that suit them; `None` where one finds no room.
fn pack(
    wants: &[Want],
    order: &[usize],
    rooms: &[Room],
    strides: usize,
) -> Option<(Vec<Option<usize>>, Vec<Room>)> {
    let mut rooms = rooms.to_vec();
    let mut placed = vec![None; wants.len()];
    let mut last = BTreeMap::new();
    for &at in order {
        let want = &wants[at];
        let from = want.day * (STRIDES - strides) / STRIDES;
        let from = from.max(*last.get(&want.row).unwrap_or(&0));
        let day = (from..rooms.len()).find(|&day| takes(want, &rooms, day))?;
        rooms[day].left = rooms[day].left.saturating_sub(want.minutes);
        last.insert(want.row, day);
        placed[at] = Some(day);
    }
    Some((placed, rooms))
}

/// Whether a day has room for a step; one that is longer than any day gets one for itself.
fn takes(want: &Want, rooms: &[Room], day: usize) -> bool {
    let room = rooms[day];
    let longest = rooms.iter().map(|room| room.limit).max().unwrap_or(0);
    let long = want.minutes > longest && (want.chosen || want.minutes <= room.limit * STRETCH);
    let alone = long && room.left == room.limit;
    room.limit > 0 && (alone || want.minutes <= room.left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days<const N: usize>(minutes: [u32; N]) -> [Room; N] {
        minutes.map(|limit| Room { limit, left: limit })
    }

    fn want(minutes: u32, day: usize) -> Want {
        Want {
            minutes,
            day,
            worth: 1,
            chosen: false,
            row: 0,
        }
    }

    #[test]
    fn a_step_gets_its_day_or_the_next_one_with_room() {
        let wants = [want(20, 0), want(20, 0), want(10, 1)];
        let placed = lay(&wants, &mut days([30, 30]));
        assert_eq!(placed, [Some(0), Some(1), Some(1)]);
    }

    #[test]
    fn none_comes_before_an_earlier_one_of_its_row() {
        let wants = [want(30, 0), want(20, 1), want(10, 2), want(20, 2)];
        let placed = lay(&wants, &mut days([30, 30, 30]));
        assert_eq!(placed, [Some(0), Some(1), Some(2), Some(2)]);
        let other = Want {
            row: 1,
            ..want(10, 0)
        };
        let wants = [want(20, 0), want(30, 1), other];
        let placed = lay(&wants, &mut days([30, 30]));
        assert_eq!(placed, [Some(0), Some(1), Some(0)], "another row fills in");
    }

    #[test]
    fn all_of_them_come_earlier_where_the_last_days_are_too_short() {
        let wants = [want(20, 0), want(20, 2), want(20, 2)];
        let placed = lay(&wants, &mut days([20, 20, 20]));
        assert_eq!(placed, [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn what_is_worth_most_keeps_its_place_when_there_is_little_time() {
        let mock = Want {
            worth: 0,
            ..want(30, 1)
        };
        let placed = lay(&[want(20, 0), want(20, 0), mock], &mut days([30, 30]));
        assert_eq!(placed, [Some(0), None, Some(1)], "one is left out");
    }

    #[test]
    fn a_free_day_stays_free() {
        let placed = lay(&[want(20, 0), want(0, 0)], &mut days([0, 30]));
        assert_eq!(placed, [Some(1), Some(1)]);
        assert_eq!(lay(&[want(20, 0)], &mut days([0, 0])), [None]);
    }

    #[test]
    fn a_long_step_gets_a_day_for_itself_and_one_that_is_too_long_only_where_it_was_chosen() {
        let placed = lay(&[want(30, 0), want(5, 0)], &mut days([20, 20]));
        assert_eq!(placed, [Some(0), Some(1)]);
        assert_eq!(lay(&[want(45, 0)], &mut days([20])), [None]);
        let chosen = Want {
            chosen: true,
            ..want(45, 0)
        };
        assert_eq!(lay(&[chosen], &mut days([20])), [Some(0)]);
    }
}
