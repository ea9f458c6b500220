//! Sums as people write them: numbers, `+ - * /` and parentheses.

use std::iter::Peekable;
use std::str::Chars;

/// Deepest nest of parentheses; nobody writes more, and a hostile file must not exhaust the stack.
const DEEPEST: u8 = 32;

/// The value of a formula such as `(1200 + 300) * 0.2`; `None` when it is no such formula, or divides by nothing.
///
/// Spaces count for nothing, and neither do underscores inside a number.
pub fn evaluate(formula: &str) -> Option<f64> {
    let mut reader = Reader {
        rest: formula.chars().peekable(),
        depth: 0,
    };
    let value = reader.sum()?;
    let whole = reader.next_sign().is_none();
    (whole && value.is_finite()).then_some(value)
}

struct Reader<'f> {
    rest: Peekable<Chars<'f>>,
    depth: u8,
}

impl Reader<'_> {
    /// The next sign that is no space.
    fn next_sign(&mut self) -> Option<char> {
        while self.rest.next_if(|c| c.is_whitespace()).is_some() {}
        self.rest.peek().copied()
    }

    /// Takes one of these signs, if it comes next.
    fn take(&mut self, signs: [char; 2]) -> Option<char> {
        let sign = self.next_sign().filter(|c| signs.contains(c))?;
        self.rest.next();
        Some(sign)
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        while let Some(sign) = self.take(['+', '-']) {
            let next = self.product()?;
            value = if sign == '+' {
                value + next
            } else {
                value - next
            };
        }
        Some(value)
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.factor()?;
        while let Some(sign) = self.take(['*', '/']) {
            let next = self.factor()?;
            value = if sign == '*' {
                value * next
            } else {
                value / next
            };
        }
        Some(value)
    }

    fn factor(&mut self) -> Option<f64> {
        match self.next_sign()? {
            '-' => {
                self.rest.next();
                self.nested(Self::factor).map(|value| -value)
            }
            '(' => {
                self.rest.next();
                let value = self.nested(Self::sum)?;
                self.take([')', ')'])?;
                Some(value)
            }
            _ => self.number(),
        }
    }

    /// One step deeper.
    fn nested(&mut self, inner: fn(&mut Self) -> Option<f64>) -> Option<f64> {
        self.depth += 1;
        let value = (self.depth <= DEEPEST).then(|| inner(self)).flatten();
        self.depth -= 1;
        value
    }

    fn number(&mut self) -> Option<f64> {
        let mut digits = String::new();
        while let Some(c) = self
            .rest
            .next_if(|c| c.is_ascii_digit() || "._".contains(*c))
        {
            if c != '_' {
                digits.push(c);
            }
        }
        digits.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_worked_out_as_on_paper() {
        for (formula, value) in [
            ("2 + 3 * 4", 14.0),
            ("(2 + 3) * 4", 20.0),
            ("10 - 4 - 3", 3.0),
            ("1_200 / 4 / 3", 100.0),
            ("-(0.5 + .25) * 2", -1.5),
            ("7", 7.0),
        ] {
            assert_eq!(evaluate(formula), Some(value), "{formula}");
        }
    }

    #[test]
    fn what_is_no_sum_has_no_value() {
        for formula in [
            "", "2 +", "2 3", "(2", "2)", "x", "1 / 0", "1.2.3", "2 ** 3",
        ] {
            assert_eq!(evaluate(formula), None, "{formula}");
        }
        assert_eq!(evaluate(&"(".repeat(100_000)), None);
        assert_eq!(evaluate(&"-".repeat(100_000)), None);
    }
}
