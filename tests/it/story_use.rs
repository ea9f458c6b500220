//! What stories are good for elsewhere: told in a debrief, made of an answer, named by a hint, asked for by Today.

use greenroom::desk::go::SetupFor;
use greenroom::domain::id::CompetencyId;
use greenroom::domain::library::Kind;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

const ROTA: &str = "stories/the-night-rota.toml";

fn rota(shows: &str) -> String {
    format!(
        "format = 1\ntitle = \"The night rota\"\ncreated = 2026-02-01\nfirst_sentence = \"Two sick calls came at \
         six.\"\nshows = [{shows}]\n"
    )
}

/// A job with a panel on a day of March, where J. Moreau sits.
fn job(day: u8) -> String {
    format!(
        "format = 1\nemployer = \"Acme\"\nrole = \"Nurse\"\nstage = \"panel\"\nsince = 2026-02-01\n\n[[round]]\nstage = \
         \"panel\"\ndate = 2026-03-{day:02}\ntime = 08:00:00\n\n[[round.people]]\nname = \"J. Moreau\"\n"
    )
}

/// The debrief of the panel of today, with a question marked.
fn debriefs() -> Visit {
    let mut v = Visit::new()
        .at("11:00")
        .with_file(ROTA, &rota("\"ownership\""))
        .with_file("applications/acme.toml", &job(2));
    v.press(Command::Journal).press(Command::Debrief);
    v.press(Command::NextField);
    v.types("A time I took over").press(Command::Main);
    v.press(Command::Level3).press(Command::Level4);
    v.is_in(Context::Used).sees("With which story?");
    v
}

#[test]
fn a_remembered_question_names_the_story_and_the_story_knows_who_has_heard_it() {
    let mut v = debriefs();
    v.press(Command::Pick1)
        .is_in(Context::Debrief)
        .sees("The night rota");
    v.press(Command::Save).toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("story = \"the-night-rota\"");
    v.file(ROTA)
        .contains("[[told]]")
        .contains("application = \"acme\"")
        .contains("stage = \"panel\"")
        .contains("people = [\"J. Moreau\"]")
        .contains("level = \"solid\"")
        .contains("debrief = \"2026-03-02-acme-panel\"");
    v.press(Command::Main).sees("story: The night rota");
}

#[test]
fn who_goes_back_to_mark_the_lines_is_led_from_one_to_the_next() {
    let mut v = Visit::new()
        .at("11:00")
        .with_file(ROTA, &rota("\"ownership\""))
        .with_file("applications/acme.toml", &job(2));
    v.press(Command::Journal).press(Command::Debrief);
    v.press(Command::NextField);
    for question in ["A time I took over", "And a quarrel", "Any questions"] {
        v.types(question).types("\n");
    }
    v.press(Command::Back);
    v.press_times(Command::Up, 2);
    v.press(Command::Main).is_in(Context::Mark);
    v.press(Command::Level4)
        .press(Command::Level3)
        .press(Command::Pick1);
    v.is_in(Context::Mark)
        .press(Command::Level3)
        .press(Command::Level2);
    v.press(Command::Main).is_in(Context::Mark);
    v.press(Command::Level1).press(Command::Main);
    v.is_in(Context::Used)
        .press(Command::Main)
        .is_in(Context::Debrief);
    v.press(Command::Save).toast("Saved.");
    let file = v.file("journal/2026/….toml");
    assert_eq!(file.count("level ="), 3, "{}", file.text);
}

#[test]
fn one_step_back_takes_both_back_and_one_forward_brings_both() {
    let mut v = debriefs();
    v.press(Command::Pick1).press(Command::Save).toast("Saved.");
    v.press(Command::Undo)
        .toast("Taken back: writing the debrief");
    v.file(ROTA).lacks("[[told]]");
    assert_eq!(v.files("journal/2026/….toml"), Vec::<String>::new());
    v.press(Command::Redo)
        .toast("Done again: writing the debrief");
    v.file(ROTA).contains("[[told]]");
    v.file("journal/2026/….toml").contains("the-night-rota");
}

#[test]
fn a_debrief_that_names_another_story_later_takes_the_first_one_back() {
    let mut v = debriefs();
    v.press(Command::Pick1).press(Command::Save).toast("Saved.");
    v.press(Command::Edit);
    v.press(Command::Up).press(Command::Main);
    v.press(Command::Main)
        .press(Command::Main)
        .is_in(Context::Used);
    v.press(Command::ClearMark).is_in(Context::Debrief);
    v.press(Command::Save).toast("Saved.");
    v.file(ROTA).lacks("[[told]]");
}

#[test]
fn the_step_is_never_in_the_way() {
    // Whoever types on begins the next line, and whoever skips the marks is not asked.
    let mut v = debriefs();
    v.types("Why now?").is_in(Context::Debrief);
    v.press(Command::Main).is_in(Context::Mark);
    v.press(Command::Main).press(Command::Main);
    v.is_in(Context::Debrief)
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("Why now?")
        .lacks("story =");
    v.file(ROTA).lacks("[[told]]");
    // Without stories there is no such step.
    let mut v = Visit::new();
    v.press(Command::Journal).press(Command::Debrief);
    v.press(Command::NextField)
        .types("Why us?")
        .press(Command::Main);
    v.press(Command::Level3).press(Command::Level4);
    v.is_in(Context::Debrief);
}

/// Before an answer to a question that asks for a story.
fn asked(story: Option<&str>) -> Visit {
    let mut v = Visit::new();
    if let Some(shows) = story {
        v = v.with_file(ROTA, &rota(shows));
    }
    v.drills(&SetupFor {
        kinds: vec![Kind::Behavioral],
        competencies: vec![CompetencyId::new("ownership")],
        count: Some(1),
        ..SetupFor::default()
    });
    v
}

#[test]
fn stories_that_fit_are_a_hint_that_has_to_be_asked_for_and_counts() {
    let mut v = asked(Some("\"ownership\""));
    v.sees_not("night rota");
    v.press(Command::Show).sees("Shape:").sees_not("night rota");
    v.press(Command::Show)
        .sees("Your stories: 1 The night rota, \"Two sick calls came at six.\"");
    v.press(Command::Show).sees("Outline:");
    places::on_to(&mut v, Context::Evidence);
    v.file("practice/2026/….toml")
        .contains("hints = [\"shape\", \"story\", \"outline\"]");
    // Where none fits there is nothing between shape and outline.
    let mut v = asked(None);
    v.press(Command::Show).press(Command::Show).sees("Outline:");
}

#[test]
fn an_answer_is_kept_as_a_story_with_its_words_in_their_parts() {
    let mut v = asked(None);
    v.types("In May two nurses fell ill. I called each one who was off. All nights were covered.");
    v.press(Command::Save);
    places::on_to(&mut v, Context::After);
    v.sees("K keeps it as a story.");
    v.runs("keep this answer as a story")
        .toast("The key for this is K.");
    v.sees("A new story").sees("In May two nurses fell ill");
    v.sees("Filled in from your answer.")
        .sees("left empty: the answer was rated Not yet");
    v.press(Command::Save).toast("Saved.").is_in(Context::After);
    v.file("stories/….toml")
        .lacks("first_sentence")
        .contains("situation = \"In May two nurses fell ill.\"")
        .contains("actions = [\"I called each one who was off.\"]")
        .contains("result = \"All nights were covered.\"")
        .contains("shows = [\"");
    places::on_to(&mut v, Context::Results);
    v.key("K").sees("A new story").press(Command::Back);
    v.is_in(Context::Results);
}

#[test]
fn today_names_one_hole_in_the_days_before_and_leads_to_the_form() {
    let at = |day: u8, story: bool| {
        let mut v = Visit::new()
            .ignore_toasts()
            .with_file("applications/acme.toml", &job(day));
        if story {
            v = v.with_file(ROTA, &rota("\"planning\""));
        }
        v.opens();
        v
    };
    at(6, true).sees("A story for:");
    at(6, false).sees_not("A story for:");
    at(3, true).sees_not("A story for:");
    at(28, true).sees_not("A story for:");
    let mut v = at(6, true);
    while !v
        .screen()
        .rows()
        .iter()
        .any(|r| r.starts_with('▌') && r.contains("A story for:"))
    {
        v.press(Command::Down);
    }
    v.press(Command::Main).sees("A new story");
}

#[test]
fn the_answers_of_a_competency_stand_under_its_stories() {
    let all = "\"ownership\", \"learning\", \"resilience\", \"planning\"";
    let mut v = asked(Some(all));
    v.types("I took it over.").press(Command::Save);
    places::on_to(&mut v, Context::Results);
    v.press(Command::Close)
        .press(Command::Progress)
        .press(Command::Main);
    v.sees("1 The night rota");
}

#[test]
fn the_better_second_try_becomes_the_story_and_the_weak_opening_of_the_first_does_not() {
    let mut v = asked(None).ignore_toasts();
    v.types("Hm, well, I do not have much to tell.")
        .press(Command::Save);
    places::on_to(&mut v, Context::After);
    v.sees("This answer: Not yet")
        .press(Command::Retry)
        .types("I ran the oven alone on Saturdays and nobody had to wait for the bread.")
        .press(Command::Save)
        .press(Command::Tick);
    v.key("K").sees("Filled in from your second try.");
    v.press(Command::Save).is_in(Context::After);
    v.file("stories/….toml")
        .contains("I ran the oven alone on Saturdays")
        .lacks("Hm, well");
}
