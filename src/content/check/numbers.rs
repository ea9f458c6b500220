//! L31: arithmetic that comes out as it says.

use super::book::{Book, each};
use super::out::Out;
use crate::content::found::At;
use crate::content::raw::{NumbersCheck, Question};
use crate::domain::arithmetic::evaluate;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.questions, out, |question: &Question, at, out| {
        if let Some(numbers) = &question.numbers_check {
            sum(numbers, &at.key("numbers_check"), out);
        }
    });
}

fn sum(numbers: &NumbersCheck, at: &At<'_>, out: &mut Out<'_>) {
    let at = at.key("formula");
    let Some(value) = evaluate(&numbers.formula) else {
        let what = format_args!("`{at}` is no sum: {:?}.", numbers.formula);
        let hint = "Use numbers, + - * / and parentheses only.";
        return out.error("L31", &at, what, hint);
    };
    let off = (value - numbers.value).abs();
    // False for a tolerance that is no number.
    let close = off <= numbers.tolerance.abs();
    if !close {
        let what = format_args!(
            "`{at}` gives {value}, not {} give or take {}.",
            numbers.value, numbers.tolerance
        );
        out.error("L31", &at, what, "Mend the formula or the value.");
    }
}
