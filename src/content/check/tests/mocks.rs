//! Rules on what a mock is made of and on what is taken along, each broken by one record.

use super::*;

/// An item of each kind that keeps every rule.
const ITEMS: &str = r#"
[[item]]
id = "sjt-general-wrong-figure"
status = "ready"
kind = "sjt"
situation = "Minutes before a meeting you find a wrong figure in the shared report."
family = "general"
competency = "integrity"
mode = "best-worst"
options = [
  { text = "Tell the author and agree how to correct it", level = "strong", why = "Fast and fair" },
  { text = "Correct the file and say nothing", level = "partly", why = "Old copies stay out there" },
  { text = "Raise it in front of everybody", level = "partly", why = "True, and it embarrasses" },
  { text = "Wait until the day is over", level = "not-yet", why = "They decide on a wrong number" },
]
[[item]]
id = "self-plan"
status = "ready"
kind = "self-report"
statement = "I plan the day before I start it."
facet = "structure"
mirror = "self-no-plan"
[[item]]
id = "self-no-plan"
status = "ready"
kind = "self-report"
statement = "I let the day come to me."
facet = "structure"
mirror = "self-plan"
"#;

#[test]
fn items_name_known_words_and_each_other() {
    breaks(
        ITEMS,
        "L01",
        "mode = \"best-worst\"",
        "mode = \"best\"",
        "`mode` cannot be \"best\"",
    );
    let astray = ITEMS.replace("facet = \"structure\"", "facet = \"mood\"");
    let problems = lint(&[("items.toml", &astray)]);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems[0].what.contains("`facet` cannot be \"mood\""));
    let lost = ITEMS.replace("mirror = \"self-plan\"", "mirror = \"self-plans\"");
    let problems = lint(&[("items.toml", &lost)]);
    assert!(problems.iter().any(|p| {
        p.rule == Some("L03")
            && p.record.as_deref() == Some("self-no-plan")
            && p.what
                .contains("names \"self-plans\", which does not exist")
    }));
    let long = format!("situation = \"{}. ", ["word"; 80].join(" "));
    breaks(ITEMS, "L04", "situation = \"", &long, "400 are the limit");
    breaks(
        ITEMS,
        "L30",
        "embarrasses",
        "has bad colour",
        "British form",
    );
}

#[test]
fn l23_a_judgment_has_one_best_and_one_worst_way() {
    breaks(
        ITEMS,
        "L23",
        "level = \"partly\", why = \"Old copies",
        "level = \"strong\", why = \"Old copies",
        "2 options have the level `strong`",
    );
    breaks(
        ITEMS,
        "L23",
        "why = \"Fast and fair\"",
        "why = \"\"",
        "`options[1].why` is missing",
    );
}

#[test]
fn l23_statements_mirror_each_other() {
    let (_, last) = ITEMS.rsplit_once("[[item]]").expect("several");
    let third = last
        .replace("self-no-plan", "self-third")
        .replace("I let the day come to me", "Lists bore me");
    let problems = lint(&[("items.toml", &format!("{ITEMS}[[item]]{third}"))]);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].rule, Some("L23"));
    assert_eq!(problems[0].record.as_deref(), Some("self-third"));
    assert!(
        problems[0]
            .what
            .contains("names another item as its mirror")
    );
}

/// A talk that keeps every rule.
const SCENARIO: &str = r#"
[[scenario]]
id = "later-start"
status = "ready"
title = "A later start"
group = "negotiation"
stages = ["final-offer"]
roles = ["general"]
briefing = "Your target is June. You would walk away from a start before May. Your alternative is to stay."
counterpart = { name = "Mireille", title = "people team", mood = "in a hurry" }
hidden = "June is fine with them."
meters = ["time", "relationship"]
start = "call"
[[scenario.node]]
id = "call"
line = "Could you start on the first of May?"
choices = [
  { say = "What makes it May?", to = "why", skill = "ask-first", why = "A reason shows what can move.", effects = { time = 1 } },
  { say = "No, that is far too early for me, as I have said twice.", to = "cold", skill = "demand", why = "No reason, no help." },
]
[[scenario.node]]
id = "why"
line = "The summer plan begins then."
choices = [
  { say = "Then May it is, if that is what you need from me now.", to = "half", skill = "give-in", why = "The plan could have begun without you." },
  { say = "I could read the plan in May and come in June.", to = "well", skill = "offer", why = "It solves their task." },
]
[[scenario.node]]
id = "cold"
line = "Then we have a problem."
choices = [
  { say = "Yes.", to = "badly", skill = "silence", why = "Nothing moves." },
  { say = "You do.", to = "badly", skill = "bluff", why = "It closes the talk." },
  { say = "Let us look at the plan.", to = "half", skill = "repair", why = "Back to the task." },
]
[[scenario.node]]
id = "well"
line = "June is fine."
end = { level = "strong", debrief = "You asked first." }
[[scenario.node]]
id = "half"
line = "See you in May, then."
end = { level = "partly", debrief = "You asked, and gave in." }
[[scenario.node]]
id = "badly"
line = "We will call somebody else."
end = { level = "not-yet", debrief = "Nobody asked why." }
"#;

/// Changes one thing in a talk and expects the finding among what is told.
#[track_caller]
fn talk_breaks(rule: &str, from: &str, to: &str, says: &str) {
    assert_eq!(lint(&[("s.toml", SCENARIO)]), []);
    assert!(SCENARIO.contains(from), "{from:?} is not in the text");
    let problems = lint(&[("s.toml", &SCENARIO.replacen(from, to, 1))]);
    let found = problems
        .iter()
        .find(|p| p.what.contains(says))
        .unwrap_or_else(|| panic!("{says}: {problems:#?}"));
    assert_eq!(
        (found.rule, found.record.as_deref()),
        (Some(rule), Some("later-start"))
    );
    assert!(found.place.line > 1 && !found.hint.is_empty());
}

#[test]
fn l21_every_way_of_a_scenario_leads_to_an_end() {
    talk_breaks(
        "L21",
        "start = \"call\"",
        "start = \"cal\"",
        "leads to \"cal\", which is no moment",
    );
    talk_breaks(
        "L21",
        "to = \"well\"",
        "to = \"half\"",
        "No reply leads to `well`",
    );
    talk_breaks(
        "L21",
        "level = \"strong\", debrief",
        "level = \"partly\", debrief",
        "It cannot end well",
    );
    talk_breaks(
        "L21",
        "Your target is June. ",
        "",
        "does not say the target",
    );
    talk_breaks(
        "L21",
        "end = { level = \"partly\", debrief = \"You asked, and gave in.\" }",
        "",
        "Here is nothing to say, and it is no end",
    );
    talk_breaks(
        "L21",
        "  { say = \"What makes it May?\", to = \"why\", skill = \"ask-first\", why = \"A reason shows what can move.\", effects = { time = 1 } },\n",
        "",
        "has 1 replies",
    );
    talk_breaks(
        "L21",
        "to = \"badly\", skill = \"silence\"",
        "to = \"call\", skill = \"silence\"",
        "After 10 replies the talk can still go on",
    );
    talk_breaks(
        "L21",
        "id = \"why\"",
        "id = \"cold\"",
        "Two moments are called `cold`",
    );
    talk_breaks(
        "L02",
        "effects = { time = 1 }",
        "effects = { value = 1 }",
        "moves what the scenario does not measure",
    );
}

#[test]
fn l22_the_best_reply_does_not_give_itself_away() {
    let long = SCENARIO.replacen(
        "I could read the plan in May",
        "I could read the plan in the first week of May",
        1,
    );
    let problems = lint(&[("s.toml", &long)]);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].rule, Some("L22"));
    assert!(
        problems[0]
            .what
            .contains("The best reply is the longest in 2 of 3 moments"),
        "{}",
        problems[0].what
    );
    let swapped = SCENARIO
        .replacen(
            "to = \"half\", skill = \"give-in\"",
            "to = \"x\", skill = \"give-in\"",
            1,
        )
        .replacen("to = \"well\"", "to = \"half\"", 1)
        .replacen("to = \"x\"", "to = \"well\"", 1)
        .replacen(
            "Then May it is, if that is what you need from me now.",
            "Then May it is.",
            1,
        );
    let problems = lint(&[("s.toml", &swapped)]);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].what.contains("number 1 in 2 of 3"),
        "{}",
        problems[0].what
    );
}

/// A mock with three questions to draw from, and nothing else.
fn blueprint() -> String {
    let questions: String = [("a", "wet paint"), ("b", "lost keys"), ("c", "cold soup")]
        .map(|(id, thing)| {
            GOOD.replace("promise-at-risk", id)
                .replace(
                    "you saw that you could not keep a promise to a customer",
                    &format!("with {thing}"),
                )
                .replace(
                    "a deadline you had to move after you had agreed to it",
                    thing,
                )
                .replace("Names one", &format!("Names {id} one"))
                .replace("Offers a", &format!("Offers {id} a"))
        })
        .concat();
    questions
        + r#"
[[blueprint]]
id = "talk-20"
status = "ready"
title = "A short talk"
stage = "checks"
minutes = 20
feedback = "end"
persona = "neutral"
sections = [
  { title = "Quiet minutes to read", minutes = 8 },
  { title = "Evidence", minutes = 12, pick = { kinds = ["behavioral"], count = 1 }, probes = 1 },
]
must_include = ["behavioral"]
pass_note = "Short, as in life."
"#
}

#[test]
fn l20_a_mock_fits_its_time_and_its_pool() {
    let fine = blueprint();
    for (from, to, says) in [
        (
            "minutes = 12",
            "minutes = 16",
            "The sections take 24 minutes, the whole takes 20",
        ),
        (
            "count = 1",
            "count = 2",
            "draws 2 of 3 questions for general; 6 are needed",
        ),
        (
            "must_include = [\"behavioral\"]",
            "must_include = [\"closing\"]",
            "No section can bring a closing question",
        ),
        (
            "stage = \"checks\"",
            "stage = \"panel\"",
            "The mock has no closing",
        ),
        (
            "minutes = 8 }",
            "minutes = 8, items = { kind = \"sjt\", count = 3 } }",
            "draws 3 of 0 items",
        ),
    ] {
        breaks(&fine, "L20", from, to, says);
    }
    breaks(&fine, "L02", ", probes = 1", "", "`probes` is missing");
    let typed = fine.replacen("\"checks\"", "\"screening\"\ntags = [\"typed\"]", 1);
    assert_eq!(lint(&[("b.toml", &typed)]), []);
}

#[test]
fn a_mock_of_a_pack_draws_from_the_library_too() {
    let (_, own) = blueprint()
        .split_once("[[blueprint]]")
        .map(|(a, b)| (a.len(), format!("[[blueprint]]{b}")))
        .expect("one");
    assert_eq!(pack("p.toml", &own), []);
    let rare = own.replace("count = 1", "count = 24, difficulty = [3]");
    let problems = pack("p.toml", &rare);
    assert_eq!(
        (problems.len(), problems[0].rule, problems[0].severity),
        (1, Some("L20"), Severity::Error)
    );
}

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
        "the rules give `not-yet` (n4): There was no single event",
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
