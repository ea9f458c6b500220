//! Who practices, and what is done elsewhere.

use super::*;

/// Chooses the line of the menu with these words, then says the rest.
fn picks<'a>(words: &'a str, rest: &'a [&'a str]) -> impl FnMut(&str) -> Option<String> + 'a {
    let mut rest = rest.iter();
    let mut chosen = false;
    move |new| {
        if !std::mem::replace(&mut chosen, true) {
            let line = new.lines().find(|l| l.contains(words))?;
            return line.split('.').next().map(str::to_owned);
        }
        rest.next().map(|l| (*l).to_owned())
    }
}

#[test]
fn the_field_of_work_is_said_in_lines_and_kept() {
    let trial = Trial::default();
    let told = trial.talk(picks("Say what work you do", &["3"]));
    assert!(
        flat(&told).contains("It holds from the next sitting on."),
        "{told}"
    );
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("family = "), "{profile}");
}

#[test]
fn what_lines_cannot_do_is_told_with_the_command_that_does_it() {
    let trial = Trial::default();
    let told = flat(&trial.talk(picks("What is not here", &[])));
    for way in [
        "greenroom questions --search",
        "greenroom export md --what journal",
        "Your files are in /home/sam/greenroom",
    ] {
        assert!(told.contains(way), "{way}: {told}");
    }
}

#[test]
fn a_role_that_names_its_field_of_work_says_it() {
    let trial = Trial::default();
    let told = trial.talk(picks(
        "Add the job",
        &["St. Mary", "Staff nurse", "6", "", ""],
    ));
    assert!(
        flat(&told).contains("Your field of work is now Nursing, from the role"),
        "{told}"
    );
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("family = \"nursing\""), "{profile}");
}
