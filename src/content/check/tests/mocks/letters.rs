//! Rules on panels, letters, sample answers and plans, each broken by one record.

use super::*;

#[test]
fn l02_a_panel_has_a_chair_and_somebody_quiet() {
    let fine = r#"
[[panel]]
id = "panel-two"
status = "ready"
title = "Two of them"
family = "teaching"
chair = "Ms. Okafor"
members = [
  { name = "Ms. Okafor", title = "principal", focus = ["culture", "inclusion"], decision_role = "chairs", persona = "neutral", opens_with = ["motivation"], cross_probe = "Who saw it?", cares_about = "Every child", ask = "ask-a" },
  { name = "Sasha", title = "pupil", focus = ["interpersonal", "culture"], decision_role = "observes", persona = "silent", opens_with = ["opener"], cross_probe = "And if we are bored?", cares_about = "Being heard", ask = "ask-b" },
]
"#;
    let long = format!("\"Who{}?\"", " saw".repeat(40));
    for (rule, from, to, says) in [
        (
            "L02",
            "chair = \"Ms. Okafor\"",
            "chair = \"Sasha\"",
            "not the one member",
        ),
        (
            "L02",
            "persona = \"silent\"",
            "persona = \"brisk\"",
            "Nobody is quiet",
        ),
        (
            "L02",
            "[\"interpersonal\", \"culture\"]",
            "[\"inclusion\", \"culture\"]",
            "is nearly that of Ms. Okafor",
        ),
        (
            "L01",
            "\"observes\"",
            "\"watches\"",
            "cannot be \"watches\"",
        ),
        ("L04", "\"Who saw it?\"", &long, "120 are the limit"),
    ] {
        breaks(fine, rule, from, to, says);
    }
}

/// A letter that keeps every rule.
fn letter() -> String {
    let thanks = "thank you for the time today. ".repeat(8);
    format!(
        r#"[[template]]
id = "t-thanks"
status = "ready"
type = "thank-you"
channel = "email"
due = "PT24H"
tone = "warm"
subject = "Thank you for {{detail}}"
body = """
Dear {{name}},
{}
{{me}}
"""
must_personalize = ["detail"]
check = ["Name spelled right", "One detail", "Sent today"]
max_words = 60
"#,
        thanks.trim_end()
    )
}

#[test]
fn l27_a_letter_is_short_and_its_blanks_can_be_filled() {
    let fine = letter();
    let long = format!(
        "Thank you for {{detail}} {}",
        "and more ".repeat(8).trim_end()
    );
    for (rule, from, to, says) in [
        (
            "L27",
            "{me}",
            "{mee}",
            "Nobody fills the slot {mee} of `body`",
        ),
        (
            "L27",
            "must_personalize = [\"detail\"]",
            "must_personalize = [\"detail\", \"fact\"]",
            "There is no slot {fact}",
        ),
        (
            "L27",
            "max_words = 60",
            "max_words = 45",
            "`max_words` is 45",
        ),
        (
            "L27",
            "thank you for the time today. thank you for the time today. ",
            "",
            "`body` has 39 words",
        ),
        ("L27", "Thank you for {detail}", &long, "70 are the limit"),
        (
            "L01",
            "type = \"thank-you\"",
            "type = \"thanks\"",
            "`type` cannot be \"thanks\"",
        ),
        (
            "L02",
            "due = \"PT24H\"",
            "due = \"tomorrow\"",
            "`due` cannot be \"tomorrow\"",
        ),
        (
            "L02",
            ", \"One detail\", \"Sent today\"",
            "",
            "`check` has 1 entries",
        ),
    ] {
        breaks(&fine, rule, from, to, says);
    }
    let with_default = fine.replace("{me}", "{mood}").replace(
        "max_words = 60\n",
        "max_words = 60\nslots = { mood = \"gladly\" }\n",
    );
    assert_eq!(lint(&[("t.toml", &with_default)]), []);
}

/// A question, the dimension that it is rated on, and its three sample answers.
fn samples() -> String {
    let sample = |level: &str, hit: &str, sentences: usize| {
        let text = "I counted all the crates again. ".repeat(sentences);
        format!(
            r#"
[[exemplar]]
id = "x-{level}"
status = "ready"
question = "q-general-behavioral-promise-at-risk"
level = "{level}"
text = "{}"
levels = {{ impact = "{level}" }}
points_hit = {hit}
why = {{ impact = "What came of it" }}
"#,
            text.trim_end()
        )
    };
    let question = GOOD.replace(
        "difficulty = 2",
        "exemplars = [\"x-not-yet\", \"x-solid\", \"x-strong\"]\ndifficulty = 2",
    );
    format!(
        "{question}{DIMENSION}{}{}{}",
        sample("not-yet", "[]", 10),
        sample("solid", "[1, 2, 3]", 16),
        sample("strong", "[1, 2, 3]", 18)
    )
}

#[test]
fn l29_sample_answers_stand_where_the_rules_put_them() {
    let fine = samples();
    for (from, to, says) in [
        (
            "points_hit = []",
            "points_hit = [7]",
            "names number 7; the question has 3",
        ),
        (
            "id = \"x-solid\"",
            "id = \"x-solid\"\nred_flags = [2]",
            "names number 2; the question has 1",
        ),
        (
            "level = \"strong\"\ntext",
            "level = \"partly\"\ntext",
            "The level is `partly`, and the rules give `strong` (s1)",
        ),
        (
            "I counted all the crates again. I counted all the crates again. ",
            "",
            "`text` has 48 words",
        ),
    ] {
        breaks(&fine, "L29", from, to, says);
    }
}

/// Changes the strong one of a set, and expects it to be told.
#[track_caller]
fn strong_breaks(from: &str, to: &str, says: &str) {
    let text = samples();
    let (head, strong) = text
        .split_once("id = \"x-strong\"")
        .expect("the strong one");
    assert!(strong.contains(from), "{from:?} is not in the text");
    let text = format!("{head}id = \"x-strong\"{}", strong.replacen(from, to, 1));
    let problems = lint(&[("x.toml", &text)]);
    assert!(
        problems.iter().any(|p| p.rule == Some("L29")
            && p.record.as_deref() == Some("x-strong")
            && p.what.contains(says)),
        "{says}: {problems:#?}"
    );
}

#[test]
fn l29_a_strong_answer_earns_its_level_and_is_not_long() {
    strong_breaks(
        "points_hit = [1, 2, 3]",
        "points_hit = [2, 3]",
        "the rules give `partly` (p1): One core point is not in it yet.",
    );
    strong_breaks(
        "points_hit = [1, 2, 3]",
        "points_hit = [1, 2]",
        "`impact` stands at `solid` at most",
    );
    strong_breaks(
        "text = \"",
        &format!("text = \"{}", "I counted all the crates again. ".repeat(3)),
        "The strong answer has 126 words, the next one down 96",
    );
    strong_breaks(
        "level = \"strong\"",
        "level = \"solid\"",
        "not three at three levels",
    );
}

#[test]
fn l31_arithmetic_comes_out() {
    let fine = GOOD.replace(
        "difficulty = 2",
        "numbers_check = { formula = \"(40 + 2) * 10\", value = 420, tolerance = 1 }\ndifficulty = 2",
    );
    for (from, to, says) in [
        (
            "value = 420",
            "value = 422",
            "gives 420, not 422 give or take 1",
        ),
        ("(40 + 2) * 10", "(40 + 2) x 10", "is no sum"),
        ("tolerance = 1", "tolerance = nan", "gives 420, not 420"),
    ] {
        breaks(&fine, "L31", from, to, says);
    }
}

#[test]
fn l02_a_plan_has_rest_and_company() {
    let plan = r#"
[[plan]]
id = "two-days"
status = "ready"
title = "Two days"
days = 2
daily_minutes = 60
steps = [
  { day = 1, do = "Answer two questions", kind = "drill", ref = "single", minutes = 20 },
  { day = 2, do = "Call a friend", kind = "people", minutes = 30 },
  { day = 2, do = "Walk", kind = "rest", minutes = 30 },
]
"#;
    breaks(
        plan,
        "L02",
        "kind = \"rest\"",
        "kind = \"read\"",
        "No step has `kind = \"rest\"`",
    );
    breaks(plan, "L02", "day = 1,", "day = 3,", "`steps[1].day` is 3");
    let prompt = r#"
[[story_prompt]]
id = "s-last"
status = "ready"
text = "When were you the last to leave?"
competencies = ["ownership"]
life_area = "work"
"#;
    breaks(
        prompt,
        "L01",
        "life_area = \"work\"",
        "life_area = \"office\"",
        "cannot be \"office\"",
    );
    breaks(
        prompt,
        "L02",
        "[\"ownership\"]",
        "[]",
        "`competencies` has 0 entries",
    );
}

#[test]
fn a_sum_that_is_said_aloud_is_right_within_its_tolerance() {
    let library = crate::content::shipped::library();
    let sums = library.questions.iter().filter_map(|q| q.numbers.clone());
    let sums: Vec<_> = sums.collect();
    assert!(sums.len() > 10, "{}", sums.len());
    for sum in sums {
        let value = crate::domain::arithmetic::evaluate(&sum.formula).expect("a sum");
        assert!(sum.fits(value), "{sum:?}");
        assert!(!sum.fits(value + 2.1 * sum.tolerance + 1.0), "{sum:?}");
    }
}
