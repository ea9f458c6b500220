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
        return Problem {
            hint: problem.hint.replace('`', "\""),
            ..problem
        };
    };
    let (place, label) = (place(path, mock), label(key(path)));
    let (what, hint) = match key(path) {
        _ if said.starts_with("names ") => (
            format!("{place} has something that is not there any more."),
            format!("Choose another under \"{label}\"."),
        ),
        "pick" => (
            format!("{place} {}", said.replace(" for general", "")),
            "Tick more under \"asks\", less under \"about\", or ask fewer.".to_owned(),
        ),
        "items" => (
            format!("{place} {said}"),
            "Write a smaller number under \"how many\".".to_owned(),
        ),
        "minutes" if path == "minutes" => (
            format!("All parts together take {} minutes.", mock.minutes),
            "Give them fewer: a whole mock lasts 600 minutes at most.".to_owned(),
        ),
        _ => (
            format!("{place} \"{label}\" {said}"),
            problem.hint.replace('`', "\""),
        ),
    };
    Problem {
        what,
        hint,
        ..problem
    }
}

/// `Part 2, "Your own work",` for a path inside of one; `The mock` for any other.
fn place(path: &str, mock: &Blueprint) -> String {
    let number = path
        .strip_prefix("sections[")
        .and_then(|rest| rest.split_once(']'))
        .and_then(|(n, _)| n.parse::<usize>().ok());
    let section = number.and_then(|n| mock.sections.get(n.checked_sub(1)?));
    match (number, section) {
        (Some(n), Some(section)) => format!("Part {n}, \"{}\",", section.title),
        _ => "The mock".to_owned(),
    }
}

/// The last key of a path, without a place in a list.
fn key(path: &str) -> &str {
    let last = path.rsplit('.').next().unwrap_or(path);
    last.split('[').next().unwrap_or(last)
}

/// What the form calls a field.
fn label(key: &str) -> &str {
    match key {
        "title" => "Title",
        "stage" => "Stage",
        "persona" => "Who asks",
        "panel" => "With",
        "feedback" => "Rated",
        "conditions" => "Harder by",
        "pass_note" => "To know",
        "kinds" | "pick" | "topics" => "asks",
        "competencies" | "focus" => "about",
        "fixed" => "opens with",
        "count" | "items" => "how many",
        "probes" => "follow-ups",
        key => key,
    }
}

#[cfg(test)]
mod tests {
    use crate::content::check::Beside;
    use crate::content::mine::mocks::{outside, put};
    use crate::content::shipped;
    use crate::domain::id::{CompetencyId, PersonaId};
    use crate::domain::library::{Blueprint, ItemKind, PickItems};

    /// What is told of a mock of one's own that was made wrong.
    fn told(make: impl FnOnce(&mut Blueprint)) -> String {
        let shipped = shipped::library();
        let shipped = shipped.blueprints.get("recruiter-screen-20");
        let mut mock = (*shipped.expect("it ships")).clone();
        mock.id = outside("m-own");
        make(&mut mock);
        let problem = put(None, &mock, &Beside::default()).expect_err("it breaks a rule");
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
        let items = told(|mock| {
            let kind = ItemKind::Judgment;
            mock.sections[0].items = Some(PickItems { kind, count: 500 });
        });
        assert!(items.contains("\"how many\" is 500."), "{items}");
        let long = told(|mock| {
            mock.sections[0].minutes = 590;
            mock.minutes = mock.sections.iter().map(|s| s.minutes).sum();
        });
        assert!(long.starts_with("All parts together take"), "{long}");
        let gone = told(|mock| mock.persona = Some(PersonaId::new("gone/sam")));
        assert_eq!(
            gone,
            "The mock has something that is not there any more. Choose another under \"Who asks\"."
        );
        let talk = told(|mock| mock.sections[1].fixed = vec!["gone/talk".to_owned()]);
        assert!(talk.starts_with("Part 2, \""), "{talk}");
        assert!(talk.ends_with("under \"opens with\"."), "{talk}");
        let about = told(|mock| {
            let pick = mock.sections[1].pick.as_mut().expect("it asks");
            pick.competencies = vec![CompetencyId::new("gone/luck")];
        });
        assert!(about.contains("\"about\""), "{about}");
        for words in [many, silent, items, long, gone, talk, about] {
            assert!(!words.contains(['`', '[']), "{words}");
        }
    }
}
