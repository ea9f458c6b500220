//! How nervous somebody is, by their own figure.

/// A figure from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nerves(u8);

impl Nerves {
    /// The highest figure.
    const MOST: u8 = 10;

    /// What is asked for it.
    pub const ASKED: &str = "How nervous are you now, 0 to 10?";

    /// The figure; `None` for one above ten.
    pub const fn new(figure: u8) -> Option<Self> {
        if figure <= Self::MOST {
            Some(Self(figure))
        } else {
            None
        }
    }

    /// One more or less; where nothing was told, the first step is to a figure in the middle.
    #[must_use]
    pub fn stepped(before: Option<Self>, by: i8) -> Self {
        let middle = Self::MOST / 2 - u8::from(by > 0);
        let from = before.map_or(middle, |Self(n)| n);
        Self(from.saturating_add_signed(by).min(Self::MOST))
    }

    /// The figure as it is written down.
    pub fn figure(self) -> u32 {
        u32::from(self.0)
    }

    /// `Nerves now: 7 of 10.`
    pub fn words(self) -> String {
        format!("Nerves now: {} of {}.", self.0, Self::MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_is_the_middle_and_no_step_leads_out() {
        for (by, figure) in [(-1, 4), (1, 5)] {
            assert_eq!(Nerves::stepped(None, by).figure(), figure);
        }
        let least = (0..20).fold(None, |n, _| Some(Nerves::stepped(n, -1)));
        assert_eq!(least.map(Nerves::figure), Some(0));
        let most = (0..20).fold(None, |n, _| Some(Nerves::stepped(n, 1)));
        assert_eq!(
            most.map(Nerves::words).as_deref(),
            Some("Nerves now: 10 of 10.")
        );
        assert_eq!(Nerves::new(11), None);
    }
}
