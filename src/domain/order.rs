//! Puts lists in order, those that are equal as they stood: `sort` of the standard library, written into the program once.
//!
//! The standard library is compiled anew, some seven kilobytes, for each kind of item and key. Lists of tens are put in
//! order in a hundred places, so here only places are sorted, by one piece of code, and the items follow. Where
//! thousands are sorted at every look, the standard way is quicker.

use std::cmp::Ordering;

/// A list that can be put in order.
pub trait InOrder<T> {
    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord;

    /// As `sort_by`.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_key`.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// As `sort_by_cached_key`: for keys that take some work.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> InOrder<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        arrange(places, &mut |a, b| self.swap(a, b));
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let places = places(keys.len(), &mut |a, b| keys[a].cmp(&keys[b]));
        arrange(places, &mut |a, b| self.swap(a, b));
    }
}

/// Which place each item of a list comes from once it is in order.
fn places(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Brings each item from its place, by nothing but swaps: round by round of those that take each other's places.
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;
    use crate::domain::dice::Dice;

    #[test]
    fn a_list_is_in_the_order_that_the_standard_library_gives_it() {
        for seed in 0..200 {
            let mut dice = Dice::new(seed);
            let len = dice.below(40);
            let mut list: Vec<(usize, String)> =
                (0..len).map(|n| (dice.below(6), n.to_string())).collect();
            let mut sorted = list.clone();
            list.order_by_key(|item| item.0);
            sorted.sort_by_key(|item| item.0);
            assert_eq!(list, sorted, "equal ones stay as they stood");
            list.order_by(|a, b| b.1.cmp(&a.1));
            sorted.sort_by(|a, b| b.1.cmp(&a.1));
            assert_eq!(list, sorted);
            list.order_by_cached_key(|item| Reverse(item.0));
            sorted.sort_by_cached_key(|item| Reverse(item.0));
            assert_eq!(list, sorted);
            list.order();
            sorted.sort();
            assert_eq!(list, sorted);
        }
    }
}
