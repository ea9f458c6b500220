//! A job in lines: it is entered, changed and moved on, and what they were told and ask for is kept.

use super::*;

#[test]
fn a_role_that_names_its_field_of_work_says_it() {
    let trial = with_a_job();
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("family = \"nursing\""), "{profile}");
}

#[test]
fn a_job_and_the_day_of_its_interview_can_be_changed_and_it_can_move_on() {
    let trial = with_a_job();
    let told = trial.talk(chooses(
        "jobs",
        &[
            "mary",
            "change",
            "panel",
            "interview on",
            "whenever",
            "19 mar",
            "",
            "ending",
            "withdrew",
            "",
        ],
    ));
    assert!(told.contains("1. St. Mary, Staff nurse. Panel, "), "{told}");
    assert!(told.contains("Not a date."), "{told}");
    let file = trial.file("applications/");
    assert!(file.contains("2026-03-19"), "{told}\n{file}");
    assert!(file.contains("09:45"), "{file}");
    assert!(file.contains("withdrew"), "{told}\n{file}");
    let hello = flat(&trial.talk(says(&["q"])));
    assert!(hello.contains("St. Mary: you withdrew. "), "{hello}");
    assert!(!hello.contains("n adds"), "a key of the screen: {hello}");
    let trial = with_a_job();
    let told = trial.talk(chooses("jobs", &["mary", "move it on"]));
    assert!(told.contains("stands at:"), "{told}");
}

#[test]
fn a_job_that_is_half_entered_is_kept_and_goes_on() {
    for leave in ["q", "b", ""] {
        let trial = Trial::default();
        let mut said = vec!["jobs", "Beta House", "Social worker"];
        match leave {
            "" => {}
            "b" => said.extend(["b", "b", "b"]),
            leave => said.push(leave),
        }
        trial.talk(says(&said));
        let told = flat(&trial.talk(says(&["q"])));
        assert!(
            told.contains("Go on with: the job you are after"),
            "{leave}: {told}"
        );
        let told = trial.talk(chooses("jobs", &["", "", "panel", "", ""]));
        assert!(told.contains("Enter keeps Beta House"), "{leave}: {told}");
        let file = trial.file("applications/");
        assert!(file.contains("Social worker"), "{leave}: {file}");
        let told = flat(&trial.talk(says(&["q"])));
        assert!(!told.contains("Go on with: the job"), "{told}");
    }
}

#[test]
fn the_first_job_is_announced_and_what_was_typed_by_mistake_is_emptied() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "jobs",
        &[
            "1", "oops", "b", "none", "b", "b", "Acme", "", "panel", "", "",
        ],
    ));
    let asked = "No job yet. Add the one you are after.\nWhich employer?";
    assert!(told.contains(asked), "{told}");
    let file = trial.file("applications/");
    assert!(
        file.contains("Acme") && !file.contains("oops") && !file.contains("none"),
        "{file}"
    );
    assert!(
        !told.contains("Kept. jobs goes on"),
        "it was emptied: {told}"
    );
}

#[test]
fn what_was_typed_of_a_job_in_the_studio_is_part_of_it_when_lines_finish_it() {
    let trial = Trial::default();
    trial.talk(says(&["jobs", "Beta House", "Social worker", "q"]));
    let paths = trial.memory.paths();
    let path = (paths.iter().find(|path| path.starts_with("drafts/"))).expect("a draft");
    let draft = trial.memory.text(path).expect("a draft");
    let typed = |label: &str, words: &str, draft: &str| {
        let (empty, full) = (
            format!("[\"{label}\",\"\"]"),
            format!("[\"{label}\",\"{words}\"]"),
        );
        assert!(draft.contains(&empty), "{empty}: {draft}");
        draft.replace(&empty, &full)
    };
    let draft = typed("Who you meet", "Peter Hall, manager", &draft);
    let draft = typed("Where", "Harbor Street 12", &draft);
    let draft = typed("Notes", "Ask about nights.", &draft);
    trial.memory.meddle(path, &draft);
    trial.talk(chooses("jobs", &["", "", "panel", "2026-03-18", "9:45"]));
    let file = trial.file("applications/");
    for words in ["Peter Hall", "Harbor Street 12", "Ask about nights."] {
        assert!(file.contains(words), "{words}: {file}");
    }
    let told = flat(&trial.talk(says(&["q"])));
    assert!(!told.contains("Go on with: the job"), "{told}");
}

#[test]
fn what_they_were_told_is_written_down_and_a_promise_is_ticked_as_sent() {
    let trial = with_a_job();
    let told = flat(&trial.talk(chooses(
        "jobs",
        &[
            "mary",
            "told them",
            "add",
            "what you said",
            "two references",
            "about",
            "promised",
            "to whom",
            "Ms. Okafor",
            "",
        ],
    )));
    assert!(told.contains("Saved."), "{told}");
    assert!(
        told.contains("Promised: two references (Ms. Okafor, 12 Mar, not sent yet)"),
        "{told}"
    );
    let file = trial.file("applications/");
    assert!(file.contains("about = \"promised\""), "{file}");
    let told = flat(&trial.talk(chooses("today", &["references", "y"])));
    assert!(
        told.contains("To send: Two references, promised to Ms. Okafor"),
        "{told}"
    );
    assert!(
        trial.file("applications/").contains("sent = true"),
        "{told}"
    );
}

#[test]
fn the_scorecard_is_read_ticked_and_given_a_line() {
    let trial = with_a_job();
    let told = flat(&trial.talk(chooses(
        "jobs",
        &[
            "mary",
            "scorecard",
            "type or paste",
            "A team player, calm and clear.",
            ".",
            "collaboration",
            "tick",
            "collaboration",
            "a line",
            "Two wards, one rota",
            "b",
        ],
    )));
    assert!(
        told.contains("Collaboration: the advert: team player."),
        "{told}"
    );
    assert!(told.contains("1 ticked. Four to eight is right"), "{told}");
    assert!(
        told.contains("Collaboration: ticked; your line; the advert: team player."),
        "{told}"
    );
    let told = flat(&trial.talk(chooses(
        "jobs",
        &["mary", "scorecard", "collaboration", "a line", "", "b"],
    )));
    assert!(told.contains("An empty line leaves yours."), "{told}");
    let file = trial.file("applications/");
    assert!(
        file.contains("advert = \"A team player, calm and clear.\""),
        "{file}"
    );
    assert!(
        file.contains("evidence = \"Two wards, one rota\""),
        "{file}"
    );
}

#[test]
fn an_offer_is_written_down_marked_and_read_beside_what_matters() {
    let trial = with_a_job();
    let told = flat(&trial.talk(chooses(
        "offers",
        &[
            "what matters",
            "pay",
            "leave",
            "b",
            "write down",
            "answer until",
            "2026-11-27",
            "",
            "mary, pay",
            "26.00 an hour",
            "good",
            "b",
        ],
    )));
    assert!(told.contains("In your order: Pay and Leave."), "{told}");
    assert!(told.contains("Pay: 26.00 an hour (good)."), "{told}");
    assert!(told.contains("Not known yet of"), "{told}");
    let file = trial.file("applications/");
    assert!(file.contains("answer_by = 2026-11-27"), "{file}");
    assert!(file.contains("mark = \"good\""), "{file}");
    let told = flat(&trial.talk(chooses("offers", &["go on", "say no", "y", "b"])));
    assert!(
        trial
            .file("applications/")
            .contains("outcome = \"declined\""),
        "{told}"
    );
}

#[test]
fn somebody_is_added_asked_and_said_yes_in_lines() {
    let trial = with_a_job();
    let told = trial.talk(chooses(
        "references",
        &[
            "add somebody",
            "name",
            "Ms. Okafor",
            "",
            "okafor",
            "write down",
            "okafor",
            "write down",
        ],
    ));
    let file = trial.memory.text("checks.toml").unwrap_or_default();
    assert!(file.contains("[referees.ms-okafor]"), "{told}");
    assert!(file.contains("answer = \"yes\""), "{told}\n{file}");
    assert!(
        told.contains("Registration: nothing is written down."),
        "{told}"
    );
    assert!(told.contains("Ms. Okafor: said yes."), "{told}");
}
