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
    breaks(
        ITEMS,
        "L01",
        "facet = \"structure\"",
        "facet = \"mood\"",
        "`facet` cannot be \"mood\"",
    );
    breaks(
        ITEMS,
        "L03",
        "mirror = \"self-plan\"",
        "mirror = \"self-plans\"",
        "does not exist",
    );
    let long = format!("situation = \"{}", "word ".repeat(80));
    breaks(ITEMS, "L04", "situation = \"", &long, "400 are the limit");
    breaks(
        ITEMS,
        "L30",
        "embarrasses",
        "has bad colour",
        "British form",
    );
}
