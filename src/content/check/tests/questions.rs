//! Rules on one question, each broken by one record.

use super::*;

#[test]
fn l05_a_question_asks() {
    breaks(
        GOOD,
        "L05",
        "Describe a deadline you had",
        "A deadline you had",
        "`variants[1]` does not ask",
    );
}

#[test]
fn l06_a_question_asks_one_thing() {
    breaks(
        GOOD,
        "L06",
        "What did you do?\"",
        "What did you do? What came of it?\"",
        "more than one question mark",
    );
    breaks(
        GOOD,
        "L06",
        "What did you do?\"",
        "What did you do and why did it help?\"",
        "asks twice",
    );
    let tagged = GOOD.replace(
        "What did you do?\"",
        "What did you do? What came of it?\"\ntags = [\"two-part\"]",
    );
    assert_eq!(lint(&[("a.toml", &tagged)]), []);
}

#[test]
fn l07_the_points_tell_solid_from_partly() {
    breaks(GOOD, "L07", "core = true, ", "", "0 strong points are core");
    breaks(
        GOOD,
        "L07",
        "part = \"result\"",
        "part = \"insight\"",
        "No strong point has `part = \"result\"`",
    );
}

#[test]
fn l08_points_tell_what_is_heard() {
    breaks(
        GOOD,
        "L08",
        "Offers a new date",
        "A new date",
        "starts with \"A\"",
    );
    breaks(
        GOOD,
        "L08",
        "Offers a new date",
        "Offers very soon a new date",
        "judges: \"very\"",
    );
    breaks(
        GOOD,
        "L08",
        "Offers a new date",
        "Offers you a new date",
        "turns to \"you\" in the middle",
    );
    breaks(
        GOOD,
        "L08",
        "Offers a new date, a smaller delivery or another way out",
        "Offers something",
        "fewer than three words",
    );
}

#[test]
fn l08_what_is_said_word_for_word_keeps_its_voice() {
    for said in [
        "Says it aloud: I will call you",
        "Takes 'I am free now' as an answer",
    ] {
        let text = GOOD.replace(
            "Offers a new date, a smaller delivery or another way out",
            said,
        );
        assert_ne!(text, GOOD);
        assert_eq!(lint(&[("a.toml", &text)]), Vec::new(), "{said}");
    }
}

#[test]
fn l09_probes_open_different_things() {
    breaks(
        GOOD,
        "L09",
        "tests = \"integrity\"",
        "tests = \"interpersonal\"",
        "All probes test the same",
    );
}

#[test]
fn l10_times_fit_the_kind() {
    breaks(
        GOOD,
        "L10",
        "max_s = 130",
        "max_s = 400",
        "`max_s` is 400; for a behavioral question 60 to 130 are usual",
    );
}

#[test]
fn l11_no_two_questions_are_one() {
    let other = "Describe an angry guest at the front desk whose room was given away by mistake.";
    let second = GOOD
        .replace("promise-at-risk", "guest")
        .replace("Describe a day you saw that you could not keep a promise to a customer. What did you do?", other)
        .replace("Describe a deadline you had to move after you had agreed to it.", "When did you last carry bad news upstairs?")
        .replace("Names one", "Gives one").replace("Offers a new", "Gives a new").replace("States what", "Tells what");
    let both = format!("{GOOD}{second}");
    breaks(
        &both,
        "L11",
        other,
        "Think of a promise to a customer that you saw you could not keep. What did you do?",
        "percent like `q-general-behavioral-promise-at-risk`",
    );
    let same_points = both
        .replace("Gives one", "Names one")
        .replace("Gives a new", "Offers a new")
        .replace("Tells what", "States what");
    let problems = lint(&[("a.toml", &same_points)]);
    assert!(
        problems[0].what.contains("3 strong points of"),
        "{problems:?}"
    );
}

#[test]
fn l12_a_question_is_understood_when_heard_once() {
    let hard = "Characterize organizational circumstances necessitating interdepartmental communication notwithstanding considerable uncertainty regarding deliverables?";
    let problems = lint(&[(
        "a.toml",
        &GOOD.replace(
            "Describe a deadline you had to move after you had agreed to it.",
            hard,
        ),
    )]);
    assert_eq!(problems[0].rule, Some("L12"));
    let long = "Tell me about a day when you had to go to the shop and then to the bank and then to the school and then home to cook for all of us.";
    breaks(
        GOOD,
        "L12",
        "Describe a deadline you had to move after you had agreed to it.",
        long,
        "a sentence of 32 words",
    );
}

#[test]
fn l13_words_leave_nobody_out() {
    breaks(
        GOOD,
        "L13",
        "Describe a deadline you had",
        "Describe to the chairman a deadline you had",
        "leaves people out: \"chairman\"",
    );
    breaks(
        GOOD,
        "L13",
        "\"The call you made\"",
        "\"The call he made\"",
        "says \"he\" of anybody",
    );
}

#[test]
fn l14_words_travel() {
    breaks(
        GOOD,
        "L14",
        "\"What it cost\"",
        "\"Drop the ball\"",
        "idiom: \"drop the ball\"",
    );
}

#[test]
fn l15_nobody_is_asked_what_is_nobodys_business() {
    breaks(
        GOOD,
        "L15",
        "How long did you know before",
        "How long did your husband know before",
        "touches marriage",
    );
    let allowed = GOOD.replace("How long did you know", "How long did the pregnant patient know").replace(
        "difficulty = 2",
        "difficulty = 2\nlint_allow = [{ rule = \"L15\", reason = \"a patient's health is the task\" }]",
    );
    assert_eq!(lint(&[("a.toml", &allowed)]), []);
    let without_reason = allowed.replace("a patient's health is the task", "");
    assert_eq!(
        lint(&[("a.toml", &without_reason)]).len(),
        1,
        "a rule is only let off with a reason"
    );
}

#[test]
fn l16_improper_questions_come_with_help_and_a_date() {
    let fine = GOOD
        .replace("kind = \"behavioral\"", "kind = \"inappropriate\"\ntopic = \"age\"\nconcern = \"Will you stay?\"\noptions = [{ style = \"a\", text = \"b\" }, { style = \"c\", text = \"d\" }]\njurisdiction = [\"US\"]\nreviewed = 2026-05-01")
        .replace("answer_s = 105", "answer_s = 20").replace("min_s = 60", "min_s = 8").replace("max_s = 130", "max_s = 45");
    breaks(
        &fine,
        "L16",
        "reviewed = 2026-05-01",
        "reviewed = 2023-05-01",
        "42 months before the content date",
    );
    breaks(
        &fine,
        "L16",
        "reviewed = 2026-05-01\n",
        "",
        "no date of review",
    );
    breaks(
        &fine,
        "L16",
        "style = \"c\"",
        "style = \"a\"",
        "not two ways to reply",
    );
    breaks(
        &fine,
        "L16",
        "concern = \"Will you stay?\"\n",
        "",
        "`concern` is missing",
    );
}

#[test]
fn l17_no_brands_and_no_names() {
    breaks(
        GOOD,
        "L17",
        "\"What it cost\"",
        "\"What it cost on LinkedIn\"",
        "names a brand: \"linkedin\"",
    );
    breaks(
        GOOD,
        "L17",
        "\"What it cost\"",
        "\"What it cost Barnaby\"",
        "may name a firm, a product or a person: \"Barnaby\"",
    );
}
