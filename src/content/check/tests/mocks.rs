//! Rules on what a mock is made of and on what is taken along, each broken by one record.

mod letters;

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
