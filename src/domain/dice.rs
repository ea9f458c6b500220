//! Seeded randomness that gives the same draw on every machine and with every version of a crate.
//!
//! Xoshiro256++ is one of the generators whose stream is documented as portable
//! (<https://rust-random.github.io/book/crate-reprod.html>). How a stream becomes a place in a list is not, so
//! that part is written out here.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

/// A source of seeded chance.
#[derive(Debug, Clone)]
pub struct Dice(Xoshiro256PlusPlus);

impl Dice {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// A stream of its own for one purpose (`"points"`) and one place (the third question), so that using
    /// one never moves another.
    pub fn stream(seed: u64, purpose: &str, place: u64) -> Self {
        // FNV-1a over the purpose; SplitMix64 inside the seeding mixes the rest.
        let name = purpose.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| {
            (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self::new(seed ^ name ^ place.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A number below `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        // Multiply and take the upper half (Lemire): with lists this short the bias is under one in 2^50.
        let wide = u128::from(self.0.next_u64()) * (n as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// Puts the items in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// The numbers from 0 to `n` - 1 in random order.
    pub fn order(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        self.shuffle(&mut order);
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_for_ever() {
        // These figures are a promise to everybody who passes a seed on: never change them.
        let mut dice = Dice::new(7);
        let drawn: Vec<usize> = (0..8).map(|_| dice.below(1000)).collect();
        assert_eq!(drawn, [55, 172, 717, 427, 963, 465, 723, 329]);
        assert_eq!(Dice::stream(7, "points", 2).order(7), [5, 1, 3, 2, 0, 4, 6]);
    }

    #[test]
    fn every_order_holds_every_item_once() {
        for seed in 0..50 {
            let mut order = Dice::new(seed).order(9);
            order.sort_unstable();
            assert_eq!(order, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
        }
        assert_eq!(Dice::new(1).below(0), 0);
    }

    #[test]
    fn purposes_and_places_have_their_own_streams() {
        let a = Dice::stream(7, "points", 0).order(12);
        assert_ne!(a, Dice::stream(7, "points", 1).order(12));
        assert_ne!(a, Dice::stream(7, "anchors", 0).order(12));
        assert_ne!(a, Dice::stream(8, "points", 0).order(12));
    }
}
