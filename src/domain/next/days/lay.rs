//! Which step goes on which day: what is worth most finds its day first, and what no day has room for is left out.

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
}

/// How many times the minutes of a day a step may take that has the day for itself.
const STRETCH: u32 = 2;

/// The day of each of them; `None` where none has room.
pub fn lay(wants: &[Want], rooms: &mut [Room]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..wants.len()).collect();
    order.sort_by_key(|&at| wants[at].worth);
    let mut placed = vec![None; wants.len()];
    for at in order {
        let want = &wants[at];
        let day = found(want, rooms);
        if let Some(room) = day.and_then(|day| rooms.get_mut(day)) {
            room.left = room.left.saturating_sub(want.minutes);
        }
        placed[at] = day;
    }
    placed
}

/// The day that suits it best, else the next one after it, else the last one before it; a step that is longer than a
/// day gets one for itself.
fn found(want: &Want, rooms: &[Room]) -> Option<usize> {
    let after = want.day.min(rooms.len())..rooms.len();
    let before = (0..want.day.min(rooms.len())).rev();
    let days: Vec<usize> = after.chain(before).collect();
    let fits = |room: &Room| room.limit > 0 && want.minutes <= room.left;
    let alone = |room: &Room| {
        let long = want.chosen || want.minutes <= room.limit * STRETCH;
        room.limit > 0 && room.left == room.limit && long
    };
    let first = |ok: &dyn Fn(&Room) -> bool| days.iter().copied().find(|&day| ok(&rooms[day]));
    first(&fits).or_else(|| first(&alone))
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
        }
    }

    #[test]
    fn a_step_gets_its_day_or_the_next_one_with_room() {
        let wants = [want(20, 0), want(20, 0), want(10, 1)];
        let placed = lay(&wants, &mut days([30, 30]));
        assert_eq!(placed, [Some(0), Some(1), Some(1)]);
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
