//! The letters that thank people after an interview: their names as they are written, the shortest one after a call, none
//! after an ending, and no letter marked as sent by a key that only reads on.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const JOB: &str = "applications/hillview-teacher.toml";

/// An interview of yesterday with these people and this stage, and one a week later.
fn job(stage: &str, people: &[&str], more: &str) -> String {
    let people = people
        .iter()
        .map(|name| format!("\n[[round.people]]\nname = \"{name}\"\n"));
    let people: String = people.collect();
    format!(
        "format = 1\nemployer = \"Hillview\"\nrole = \"Teacher\"\nstage = \"{stage}\"\nsince = 2026-11-20\n{more}\n\
         [[round]]\nstage = \"{stage}\"\ndate = 2026-12-03\ntime = 10:00:00\noutcome = \"pending\"\n{people}"
    )
}

const NEXT: &str = "\n[[round]]\nstage = \"technical-assessment\"\ndate = 2026-12-09\ntime = 13:30:00\n\
                    outcome = \"pending\"\n";

/// The debrief is written: Today, with what there is to send.
fn written(job: &str) -> Visit {
    let mut v = Visit::new()
        .with_file(JOB, job)
        .on("2026-12-04")
        .ignore_toasts();
    v.press(Command::Debrief)
        .types("calm")
        .press(Command::NextField)
        .types("Why us?")
        .press(Command::Main)
        .press(Command::Save)
        .is_in(Context::Today);
    v
}

/// Marks the line with these words and opens it.
fn opens(v: &mut Visit, words: &str) {
    for _ in 0..12 {
        let rows = v.screen().rows();
        if rows
            .iter()
            .any(|row| row.contains('▌') && row.contains(words))
        {
            v.press(Command::Main);
            return;
        }
        v.press(Command::Down);
    }
    panic!("not reached: {words}\n{}", v.screen());
}

#[test]
fn how_a_name_is_said_is_for_the_card_and_for_no_letter() {
    let one = job("panel", &["Ms Nguyen (Win)"], "");
    let mut v = Visit::new()
        .with_file(JOB, &one)
        .on("2026-12-03")
        .at("08:30")
        .ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::Card)
        .sees("Ms Nguyen (Win)")
        .press(Command::HideNames)
        .sees_not("Nguyen")
        .sees_not("Win)");
    let mut v = written(&one);
    v.sees("Thank-you to Ms Nguyen").sees_not("(Win)");
    opens(&mut v, "Thank-you to Ms Nguyen");
    v.sees("Dear Ms Nguyen,").sees_not("(Win)");
    v.press(Command::Copy);
    let letter = v.copied.clone().expect("a letter");
    assert!(!letter.contains("Win"), "{letter}");
    // The file keeps what was typed.
    v.file(JOB).contains("name = \"Ms Nguyen (Win)\"");
    v.file("journal/2026/….toml")
        .contains("name = \"Ms Nguyen (Win)\"");
    v.press(Command::Done).is_in(Context::Today);
    v.sees_not("Thank-you to");
}

#[test]
fn a_thank_you_that_was_sent_under_the_longer_name_stays_sent() {
    let entry = "format = 1\nkind = \"debrief\"\ndate = 2026-12-03\ntime = 10:00:00\ntitle = \"\"\n\
                 application = \"hillview-teacher\"\nstage = \"panel\"\nbody = \"\"\n\n[debrief]\n\
                 thanked = [\"Ms Nguyen (Win)\"]\n\n[[debrief.people]]\nname = \"Ms Nguyen (Win)\"\n\n\
                 [[debrief.people]]\nname = \"Mr Okafor\"\n";
    let mut v = Visit::new()
        .with_file(JOB, &job("panel", &[], ""))
        .with_file("journal/2026/2026-12-03-hillview-panel.toml", entry)
        .on("2026-12-04")
        .ignore_toasts();
    v.sees("Thank-you to Mr Okafor")
        .sees_not("Thank-you to Ms Nguyen");
}

#[test]
fn after_an_ending_nobody_looks_forward_to_a_decision() {
    let mut v = written(&job("panel", &["Mrs Hale"], ""));
    v.sees("Thank-you to Mrs Hale");
    v.press(Command::Roadmap).press(Command::Edit);
    v.press_times(Command::NextField, 3)
        .press_times(Command::NextValue, 3);
    v.sees("they chose somebody else")
        .press(Command::Save)
        .press(Command::Today)
        .sees("Reply to Hillview")
        .sees_not("Thank-you to");
    opens(&mut v, "Reply to Hillview");
    v.sees("for the time you took for me");
}

#[test]
fn space_reads_on_in_a_letter_and_another_key_says_that_it_is_sent() {
    let mut v = written(&job("panel", &["Mrs Hale"], ""));
    opens(&mut v, "Thank-you to Mrs Hale");
    v.is_in(Context::Letter)
        .sees("m it is sent")
        .key("space")
        .is_in(Context::Letter);
    v.file("journal/2026/….toml").lacks("thanked");
    v.key("m").is_in(Context::Today).sees_not("Thank-you to");
    v.file("journal/2026/….toml").contains("thanked");
    v.press(Command::Undo).sees("Thank-you to Mrs Hale");
}

#[test]
fn after_a_first_call_the_shortest_letter_is_offered_with_the_next_date() {
    let first = job("screening", &["Ms Visser"], "") + NEXT;
    let mut v = written(&first);
    opens(&mut v, "Thank-you to Ms Visser");
    v.sees("Dear Ms Visser,")
        .sees("Thank you for the call yesterday");
    v.press(Command::Copy);
    let letter = v.copied.clone().expect("a letter");
    let next = "the next step is the skills test on Wednesday, December 9, at 13:30.";
    assert!(letter.replace('\n', " ").contains(next), "{letter}");
}

#[test]
fn what_was_kept_to_be_asked_and_found_no_answer_goes_to_the_next_date() {
    let asks = "asks = [\n  { stage = \"screening\", question = \"Whose tools do I use?\" },\n  \
                { stage = \"screening\", question = \"Who leads the shift?\" },\n]\n";
    let first = job("screening", &[], asks) + NEXT;
    let mut v = Visit::new()
        .with_file(JOB, &first)
        .on("2026-12-04")
        .ignore_toasts();
    v.press(Command::Debrief)
        .types("calm")
        .press(Command::NextField)
        .press(Command::Main)
        .press_times(Command::NextField, 4)
        .types("Who leads the shift? - Anna")
        .press(Command::Save);
    let file = v.file(JOB);
    let at = |words: &str| {
        let (before, _) = file.text.split_once(words).expect(words);
        before
            .rsplit_once("stage = ")
            .expect("a stage")
            .1
            .to_owned()
    };
    assert!(
        at("Whose tools do I use?").contains("technical-assessment"),
        "{}",
        file.text
    );
    assert!(
        at("Who leads the shift?").contains("screening"),
        "{}",
        file.text
    );
    v.press(Command::Undo);
    assert!(
        !v.file(JOB)
            .text
            .contains("stage = \"technical-assessment\", question")
    );
}
