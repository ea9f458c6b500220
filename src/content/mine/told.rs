//! What the linter says of a mock of one's own, in the words of the form in which it was written: nobody who filled in a
//! form knows the paths of a record.

use crate::domain::library::Blueprint;
use crate::problem::Problem;

/// The same problem for somebody who sees the form.
pub fn in_words(problem: Problem, mock: &Blueprint) -> Problem {
    if problem.what == "The mock has no closing." {
        let what = "A talk ends with your own questions.".to_owned();
        let hint = "Tick \"Closing\" in one of its parts.".to_owned();
        return Problem {
            what,
            hint,
            ..problem
        };
    }
    let path = (problem.what.strip_prefix('`')).and_then(|w| w.split_once("` "));
    let Some((path, said)) = path else {
        return problem;
    };
    let Some(part) = part(path, mock) else {
        return problem;
    };
    let hint = if field(path) == "pick" {
        "Tick more under \"asks\", less under \"about\", or ask fewer."
    } else {
        problem.hint.as_str()
    };
    Problem {
        what: format!("{part} {}", said.replace(" for general", "")),
        hint: hint.to_owned(),
        ..problem
    }
}

/// `Part 2, "Your own work",` for a path inside of one.
fn part(path: &str, mock: &Blueprint) -> Option<String> {
    let (n, _) = path.strip_prefix("sections[")?.split_once(']')?;
    let n: usize = n.parse().ok()?;
    let section = mock.sections.get(n.checked_sub(1)?)?;
    Some(format!("Part {n}, \"{}\",", section.title))
}

/// The last key of a path.
fn field(path: &str) -> &str {
    path.rsplit(['.', ']']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use crate::content::mine::mocks::{outside, put};
    use crate::content::shipped;
    use crate::domain::library::Blueprint;

    /// What is told of a mock of one's own that was made wrong.
    fn told(make: impl FnOnce(&mut Blueprint)) -> String {
        let shipped = shipped::library();
        let shipped = shipped.blueprints.get("recruiter-screen-20");
        let mut mock = (*shipped.expect("it ships")).clone();
        mock.id = outside("m-own");
        make(&mut mock);
        let problem = put(None, &mock).expect_err("it breaks a rule");
        format!("{} {}", problem.what, problem.hint)
    }

    #[test]
    fn a_rule_is_told_in_the_words_of_the_form() {
        let many = told(|mock| {
            let pick = mock.sections[1].pick.as_mut().expect("it asks");
            pick.count = 24;
        });
        assert!(many.starts_with("Part 2, \""), "{many}");
        assert!(many.contains("under \"asks\""), "{many}");
        let silent = told(|mock| {
            mock.sections.truncate(3);
            mock.must_include.clear();
            mock.minutes = mock.sections.iter().map(|s| s.minutes).sum();
        });
        assert!(
            silent.ends_with("Tick \"Closing\" in one of its parts."),
            "{silent}"
        );
        for words in [many, silent] {
            assert!(!words.contains(['`', '[']), "{words}");
        }
    }
}
