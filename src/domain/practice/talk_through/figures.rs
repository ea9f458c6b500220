//! The figures in an answer, and whether the one that the sum gives is among them.

use crate::domain::library::Numbers;

/// What stands behind a number and makes it larger or smaller.
const UNITS: &[(&str, f64)] = &[
    ("%", 0.01),
    ("percent", 0.01),
    ("k", 1e3),
    ("thousand", 1e3),
    ("m", 1e6),
    ("million", 1e6),
    ("millions", 1e6),
    ("billion", 1e9),
];

/// Every number written in digits, in its order: `1,200.50`, `44k`, `2.4 million`, `20 %`.
///
/// A unit gives two readings, with it and without, since a sum may count in millions.
pub fn figures(text: &str) -> Vec<f64> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = rest.get(start..).unwrap_or_default();
        let len = tail
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')))
            .unwrap_or(tail.len());
        let (digits, after) = tail.split_at(len);
        if let Some(number) = number(digits) {
            out.push(number);
            out.extend(unit(after).map(|factor| number * factor));
        }
        rest = after;
    }
    out
}

/// The figure of a text that is what a sum comes to, within its tolerance; a loss may be told without its minus.
pub fn right_figure(text: &str, sum: &Numbers) -> Option<f64> {
    let is_right = |figure: &f64| sum.fits(*figure) || sum.fits(-figure);
    figures(text).into_iter().find(is_right)
}

/// A figure as it is read: whole ones with commas between the thousands.
pub fn grouped(figure: f64) -> String {
    if figure.fract() != 0.0 || figure.abs() >= 1e15 {
        return figure.to_string();
    }
    let digits = format!("{:.0}", figure.abs());
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if figure < 0.0 { format!("-{out}") } else { out }
}

/// A number whose commas part thousands; dots and commas at its end belong to the sentence.
fn number(digits: &str) -> Option<f64> {
    let digits = digits.trim_end_matches([',', '.']).replace(',', "");
    digits.parse().ok()
}

fn unit(after: &str) -> Option<f64> {
    let word = after.trim_start_matches(' ');
    let end = word
        .find(|c: char| !c.is_alphabetic() && c != '%')
        .unwrap_or(word.len());
    let word = word.get(..end)?.to_lowercase();
    UNITS
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, factor)| *factor)
}

#[cfg(test)]
mod tests {
    use crate::seeded::cases;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(figures("about 1,200.50, then 3."), [1200.5, 3.0]);
        assert_eq!(
            figures("44k or 2.4 million"),
            [44.0, 44_000.0, 2.4, 2_400_000.0]
        );
        assert_eq!(figures("20 % of it, twenty"), [20.0, 0.2]);
        assert_eq!(figures("none"), Vec::<f64>::new());
    }

    #[test]
    fn whole_figures_have_commas_between_their_thousands() {
        for (figure, words) in [
            (60_000.0, "60,000"),
            (-1_234_567.0, "-1,234,567"),
            (999.0, "999"),
            (0.25, "0.25"),
        ] {
            assert_eq!(grouped(figure), words);
        }
    }

    #[test]
    fn a_figure_counts_within_its_tolerance_and_a_loss_without_its_minus() {
        let right = |text: &str, value: f64, tolerance: f64| {
            let sum = Numbers {
                formula: String::new(),
                value,
                tolerance,
            };
            right_figure(text, &sum)
        };
        let near = right("Roughly 438,000 umbrellas a year.", 440_000.0, 5_000.0);
        assert_eq!(near, Some(438_000.0));
        let far = right("Roughly 430,000 umbrellas a year.", 440_000.0, 5_000.0);
        assert_eq!(far, None);
        assert!(right("We would lose 160 thousand.", -160_000.0, 5_000.0).is_some());
        assert!(right("a margin of 20 percent", 0.2, 0.01).is_some());
        assert!(right("It pays 10.3 million back.", 10.3, 0.05).is_some());
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn any_text_is_read(text in "\\PC{0,80}") {
            for figure in figures(&text) {
                prop_assert!(figure.is_finite());
            }
        }
    }
}
