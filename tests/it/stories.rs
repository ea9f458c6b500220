//! Stories as a person keeps them: the first one, what it covers, who has heard it, nothing lost on the way.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, secs};

const ROTA: &str = "stories/the-night-rota.toml";

/// A home with an interview on Thursday and two stories, of which J. Moreau has heard one.
fn thursday() -> Visit {
    Visit::new()
        .on("2026-03-09")
        .with_file(
            "applications/harbor-ward-nurse.toml",
            "format = 1\nemployer = \"Harbor\"\nrole = \"Ward nurse\"\nstage = \"panel\"\nsince = 2026-02-02\n\n[[round]]\nstage = \"phone-video\"\ndate = 2026-02-20\noutcome = \"advanced\"\n\n[[round.people]]\nname = \"J. Moreau\"\n\n[[round]]\nstage = \"panel\"\ndate = 2026-03-12\n\n[[round.people]]\nname = \"Jean Moreau\"\n",
        )
        .with_file(
            ROTA,
            "format = 1\ntitle = \"The night rota\"\ncreated = 2026-02-01\nfirst_sentence = \"Two of us called in sick.\"\nactions = [\"I called each one.\"]\nresult = \"All nights were covered.\"\nshows = [\"ownership\", \"communication\"]\n\n[[told]]\nday = 2026-02-20\napplication = \"harbor-ward-nurse\"\nstage = \"phone-video\"\npeople = [\"J. Moreau\"]\nlevel = \"solid\"\n",
        )
        .with_file(
            "stories/the-wrong-label.toml",
            "format = 1\ntitle = \"The wrong label\"\ncreated = 2026-02-02\nshows = [\"integrity\"]\ntouches = [\"ownership\"]\n# Mine.\n",
        )
}

/// Moves the mark of the grid to a competency.
fn marks(v: &mut Visit, title: &str) {
    for _ in 0..30 {
        let marked = v
            .screen()
            .rows()
            .iter()
            .any(|row| row.contains(&format!("▌ {title}")));
        if marked {
            return;
        }
        v.press(Command::Down);
    }
    panic!("{title} is never marked");
}

#[test]
fn a_nurse_writes_her_first_story_from_a_question() {
    let mut v = Visit::new();
    v.press(Command::Stories)
        .sees("No story written down yet.")
        .sees("A question to start from:");
    v.press(Command::New)
        .is_in(Context::Pick)
        .sees("Without a question");
    v.press(Command::Main)
        .is_in(Context::Line)
        .sees("A new story")
        .sees("Ticked below as what it shows: developing others.");
    v.types("The night rota").press(Command::NextField);
    v.types("In May, on a ward of thirty.");
    v.sees("4 of about 14 seconds")
        .press(Command::Save)
        .toast("Saved.");
    v.is_in(Context::Stories)
        .sees("1 story")
        .sees("The night rota");
    v.sees("Still empty: task, what you did, result, number, learning, first sentence.");
    v.file(ROTA)
        .contains("situation = \"In May, on a ward of thirty.\"");
    // A title and a few words are no proof yet.
    v.sees("0 of 7 covered");
    v.press(Command::Undo)
        .toast("Taken back: writing the story The night rota (Stories)")
        .sees("No story written down yet.");
    v.press(Command::Redo)
        .toast("Done again")
        .sees("0 of 7 covered");
}

#[test]
fn letters_find_a_question_to_start_from_and_each_says_what_it_asks_for() {
    let mut v = Visit::new();
    v.press(Command::Stories)
        .press(Command::New)
        .sees("Start from");
    v.sees("take it").types("wet");
    v.sees("Quality and safety: Which danger did you see")
        .sees_not("Without a question");
    v.press(Command::Main)
        .sees("Ticked below as what it shows: quality and safety.");
    v.types("Cable").press(Command::Save).toast("Saved.");
    v.file("stories/cable.toml")
        .contains("shows = [\"quality-safety\"]");
}

#[test]
fn a_story_for_a_line_of_the_grid_shows_that_line_whatever_question_it_starts_from() {
    let mut v = thursday();
    v.press(Command::Stories);
    marks(&mut v, "Resilience");
    v.press(Command::New).types("wet").press(Command::Main);
    v.sees("Ticked below as what it shows: resilience.");
    v.types("Cable").press(Command::Save).toast("Saved.");
    v.file("stories/cable.toml")
        .contains("shows = [\"resilience\"]");
    v.sees("story 3 begun");
}

#[test]
fn a_form_scolds_nobody_who_has_not_come_to_what_was_done() {
    let mut v = Visit::new();
    v.press(Command::Stories)
        .press(Command::New)
        .press(Command::Main);
    v.press(Command::NextField).types(&"word ".repeat(42));
    v.sees("21 of about 14 seconds")
        .sees_not("most time belongs");
    v.press_times(Command::NextField, 2).types("I asked.");
    v.sees_not("most time belongs");
    v.press(Command::NextField).types("It held.");
    v.sees("More than a third says how it was");
}

#[test]
fn e_at_a_length_without_words_opens_the_form_there() {
    let mut v = thursday();
    v.press(Command::Stories)
        .press(Command::Main)
        .press_times(Command::View, 2)
        .sees("Nothing is written for 60 seconds yet.");
    v.press(Command::Edit).types("One minute.");
    v.press(Command::Save).toast("Saved.");
    v.file(ROTA).contains("One minute.");
    v.sees("In 60 seconds: 8 words with the first sentence; 120 fit");
    v.press(Command::Close).sees("has 60 s");
}

#[test]
fn in_a_small_window_v_shows_what_each_story_covers() {
    let mut v = thursday().size(40, 10);
    v.press(Command::Stories).press(Command::View);
    v.sees("2 of 7 covered").sees("no story yet");
    marks(&mut v, "Influence");
    v.press(Command::Tick)
        .toast("The night rota: Influence, shows it.");
    v.sees("3 of 7 covered").press(Command::View);
    v.sees("The wrong label").sees_not("covered");
}

#[test]
fn the_list_says_what_another_interview_asks_for() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::View);
    v.press(Command::Filter).press(Command::Main);
    v.toast("What the Harbor panel interview asks for: 2 of 7 covered");
}

#[test]
fn a_screening_that_asks_for_no_story_does_not_seem_to_ask_for_all() {
    let screening = "format = 1\nemployer = \"Elm\"\nrole = \"Nurse\"\nstage = \"screening\"\nsince = 2026-02-02\n\n[[round]]\nstage = \"screening\"\ndate = 2026-03-10\n";
    let mut v = thursday().with_file("applications/elm-nurse.toml", screening);
    v.press(Command::Stories)
        .sees("What most interviews ask for; the screening asks for none")
        .sees(" of 7 covered")
        .sees_not("What the Elm screening");
}

#[test]
fn a_step_back_marks_the_story_that_came_back() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Remove);
    v.toast("Moved to the trash").press(Command::Undo);
    v.toast("Taken back").press(Command::Main);
    v.is_in(Context::Story).sees("Two of us called in sick.");
}

#[test]
fn two_panels_at_one_employer_are_two_interviews() {
    let mut v = thursday();
    v.meddles(
        "applications/harbor-ward-nurse.toml",
        "format = 1\nemployer = \"Harbor\"\nrole = \"Ward nurse\"\nstage = \"panel\"\nsince = 2026-02-02\n\n[[round]]\nstage = \"panel\"\ndate = 2026-03-12\n\n[[round.people]]\nname = \"Lee Amin\"\n\n[[round]]\nstage = \"panel\"\ndate = 2026-03-19\n\n[[round.people]]\nname = \"Jean Moreau\"\n",
    );
    v.restart().press(Command::Stories);
    v.sees_not("has heard this one").press(Command::Filter);
    v.press(Command::Down).press(Command::Main);
    v.toast("What the Harbor panel interview asks for")
        .sees("Jean Moreau has heard this one");
}

#[test]
fn a_search_without_a_hit_opens_no_story() {
    let mut v = thursday();
    v.press(Command::Stories)
        .press(Command::Find)
        .types("zebra");
    v.press(Command::Main).sees("Nothing has these words.");
    v.press(Command::Main).toast("Nothing is marked.");
    v.is_in(Context::Stories);
}

#[test]
fn the_grid_says_who_has_heard_the_marked_story() {
    let mut v = thursday().size(120, 40);
    v.press(Command::Stories)
        .sees("Told to J. Moreau, Harbor, phone or");
}

#[test]
fn several_ticks_are_named_beside_their_field_and_the_form_can_be_saved_there() {
    let mut v = thursday();
    v.press(Command::Stories)
        .press(Command::Main)
        .press(Command::Edit);
    for _ in 0..20 {
        if v.context() == Context::Several {
            break;
        }
        v.press(Command::NextField);
    }
    v.sees("Communication, Ownership").sees("Ctrl+S done");
}

#[test]
fn a_story_that_was_left_in_the_middle_goes_on_where_it_was() {
    let mut v = Visit::new();
    v.press(Command::Stories)
        .press(Command::New)
        .press(Command::Main);
    v.types("The night ro")
        .press(Command::NextField)
        .types("In M");
    v.press(Command::Back)
        .toast("Closed. What you typed is kept");
    v.wait(secs(8)).sees("A story is begun. n goes on with it.");
    v.kill();
    v.sees("Go on with: a story of my own");
    v.press(Command::Stories)
        .press(Command::New)
        .sees("The night ro")
        .sees("In M");
    assert_eq!(v.files("stories/…"), Vec::<String>::new());
}

#[test]
fn the_ledger_begins_with_what_the_next_interview_asks_for() {
    let mut v = thursday();
    v.press(Command::Stories)
        .sees("What the Harbor panel interview asks for")
        .sees("only story 1")
        .sees("no story yet")
        .sees("story 2 begun");
    v.press(Command::Filter)
        .sees("Harbor, panel, Thu 12 Mar")
        .press(Command::Down);
    v.press(Command::Main)
        .toast("All competencies: 2 of 25 covered, 1 begun.");
}

#[test]
fn space_says_what_a_story_shows_and_keeps_it_at_once() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Right).sees("[●]");
    marks(&mut v, "Influence");
    v.press(Command::Tick)
        .toast("The wrong label: Influence, shows it.");
    v.file("stories/the-wrong-label.toml")
        .contains("shows = [\"integrity\", \"influence\"]");
    v.press(Command::Tick)
        .toast("touches it")
        .press(Command::Tick)
        .toast("neither");
    v.press(Command::Undo)
        .toast("Taken back: what a story says about influence");
    v.press_times(Command::Undo, 2).hears_something();
    let file = v.file("stories/the-wrong-label.toml");
    file.contains("shows = [\"integrity\"]\ntouches = [\"ownership\"]\n# Mine.\n");
}

#[test]
fn she_has_heard_this_one() {
    let mut v = thursday();
    v.press(Command::Stories);
    marks(&mut v, "Ownership");
    v.sees("Jean Moreau has heard this one (Harbor, phone or video, 20 Feb) and will be there.");
    v.sees("Instead, for ownership: 2 The wrong label, touches it, new to them.");
    v.press(Command::HideNames).toast("Names are hidden.");
    v.sees("Person 2 has heard this one").sees_not("Moreau");
}

#[test]
fn a_story_is_read_in_full_and_in_its_lengths() {
    let mut v = thursday();
    v.press(Command::Stories)
        .press(Command::Main)
        .is_in(Context::Story);
    v.sees("Two of us called in sick.")
        .sees("Shows ownership and communication.");
    v.sees("Told to J. Moreau, Harbor, phone or video, 20 Feb: Solid");
    v.press(Command::View)
        .sees("Nothing is written for 30 seconds yet. 60 words fit");
    v.press(Command::Right).sees("The wrong label");
}

#[test]
fn where_it_was_told_is_marked_with_one_key_and_taken_back() {
    let mut v = thursday();
    v.press(Command::Stories)
        .press(Command::Right)
        .press(Command::Main);
    v.press(Command::Done)
        .sees("[ ] Harbor, phone or video, 20 Feb");
    v.press(Command::Main)
        .toast("Told there")
        .sees("Told to J. Moreau");
    v.file("stories/the-wrong-label.toml")
        .contains("people = [\"J. Moreau\"]");
    v.press(Command::Undo)
        .toast("Taken back: where a story was told");
    v.sees_not("Told to J. Moreau");
}

#[test]
fn enter_tells_it_to_a_question_that_it_fits() {
    let mut v = thursday().ignore_toasts();
    v.press(Command::Stories)
        .press(Command::Main)
        .press(Command::Main);
    v.is_in(Context::Think)
        .sees("Drawn for your story: The night rota.");
    let sitting = v.file("practice/…");
    let asked: Vec<&str> = sitting.text.split("question = \"").skip(1).collect();
    let [asked] = asked[..] else {
        panic!("one question: {}", sitting.text)
    };
    let asked = asked.split('"').next().expect("an id");
    let card = v.app().model().library.card(asked).expect("a question");
    assert_eq!(card.competencies[0].as_str(), "ownership");
    sitting.contains("why = \"story\", about = \"the-night-rota\"");
}

#[test]
fn a_story_that_was_told_in_practice_says_so() {
    let mut v = thursday().ignore_toasts();
    v.press(Command::Stories)
        .press(Command::Main)
        .press(Command::Main);
    v.types("Two of us called in sick.").press(Command::Save);
    crate::places::on_to(&mut v, Context::Results);
    v.press(Command::Close).is_in(Context::Story);
    v.sees("Told in practice on Mon 9 Mar");
}

#[test]
fn what_was_removed_lies_in_the_trash_under_its_title() {
    let mut v = thursday();
    v.press(Command::Stories)
        .press(Command::Remove)
        .toast("Moved to the trash");
    v.sees("1 story");
    v.runs("trash")
        .sees("Story: the night rota")
        .press(Command::Main);
    v.toast("Back as stories/the-night-rota.toml.");
    v.press(Command::Close).sees("2 stories");
}

#[test]
fn a_word_of_any_part_finds_a_story() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Find).types("sick");
    v.sees("1 of 2").sees("The night rota");
    v.press(Command::Main)
        .press(Command::Main)
        .is_in(Context::Story);
    v.press(Command::Close)
        .press(Command::Back)
        .sees("The wrong label");
    v.press(Command::View).sees("covered");
}

#[test]
fn in_a_small_window_there_is_the_list_and_nothing_that_it_cannot_do() {
    let mut v = thursday().size(40, 10);
    v.press(Command::Stories)
        .sees("The night rota")
        .sees("The wrong label");
    v.sees_not("covered").sees_not("fits");
    v.press(Command::Tick)
        .toast("The grid has a line for each competency");
}

#[test]
fn a_story_that_cannot_be_read_is_named_and_stays_as_it_is_and_the_others_are_there() {
    let mut v = thursday().with_file("stories/broken.toml", "format = 1\ntitle = [\n");
    v.press(Command::Stories)
        .toast("stories/broken.toml needs a look.")
        .sees("2 stories");
    // Something is written beside it.
    v.press(Command::Right).press(Command::Tick);
    v.toast("The wrong label: ");
    v.file("stories/broken.toml").contains("title = [");
}

#[test]
fn an_edit_in_another_program_is_seen_and_never_written_over() {
    let mut v = thursday();
    v.press(Command::Stories).sees("1  The night rota");
    v.meddles(
        ROTA,
        "format = 1\ntitle = \"Nights\"\ncreated = 2026-02-01\n",
    );
    // Something is written here before the edit was seen: neither is lost.
    v.press(Command::Tick).hears_something();
    v.wait(secs(2)).press(Command::Down).wait(secs(1));
    v.sees("Nights");
    v.file(ROTA).contains("title = \"Nights\"");
    let texts: Vec<String> = v.everything().into_iter().map(|file| file.text).collect();
    assert!(
        texts.iter().any(|text| text.contains("The night rota")),
        "{texts:?}"
    );
}

#[test]
fn a_half_written_change_of_one_part_leaves_the_others_as_they_are_by_then() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Edit);
    // The form opens at the first part that is empty.
    v.types("In June.")
        .press(Command::Back)
        .toast("Closed. What you typed is kept and comes back here.");
    v.meddles(
        ROTA,
        "format = 1\ntitle = \"The night rota\"\ncreated = 2026-02-01\nresult = \"Nobody fell.\"\nshows = [\"influence\"]\n",
    );
    v.wait(secs(2)).press(Command::Down).wait(secs(1));
    v.press(Command::Up).press(Command::Edit);
    v.sees("goes on here").press(Command::Save).toast("Saved.");
    for kept in [
        "title = \"The night rota\"",
        "situation = \"In June.\"",
        "result = \"Nobody fell.\"",
        "shows = [\"influence\"]",
    ] {
        v.file(ROTA).contains(kept);
    }
}

#[test]
fn what_is_typed_while_a_story_is_saved_is_measured_by_what_was_saved() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Edit);
    v.types("June").disk_is_slow().press(Command::Save);
    // Taken back while it is written: the part says again what it said before that save.
    v.press_times(Command::DeleteLeft, 4);
    v.disk_catches_up().toast("Saved up to there.");
    v.press(Command::Back)
        .toast("Closed. What you typed is kept");
    v.press(Command::Edit).sees("goes on here").sees_not("June");
    v.press(Command::Save).toast("Saved.");
    v.file(ROTA).lacks("June");
}

#[test]
fn a_part_that_was_saved_is_no_half_written_one() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Edit);
    v.types("In June.").disk_is_slow().press(Command::Save);
    v.press(Command::NextField).types("No falls.");
    v.disk_catches_up().toast("Saved up to there.");
    v.press(Command::Back)
        .toast("Closed. What you typed is kept");
    v.meddles(
        ROTA,
        "format = 1\ntitle = \"The night rota\"\ncreated = 2026-02-01\nsituation = \"In May.\"\n",
    );
    v.wait(secs(2)).press(Command::Down).wait(secs(1));
    v.press(Command::Up).press(Command::Edit);
    v.sees("In May.").sees("No falls.");
    v.press(Command::Save).toast("Saved.");
    v.file(ROTA).contains("In May.").contains("No falls.");
}

#[test]
fn the_page_of_a_story_sees_an_edit_and_marks_it_told_in_the_same_file() {
    let mut v = thursday();
    v.press(Command::Stories).press(Command::Main);
    v.is_in(Context::Story).sees("The night rota");
    v.meddles(
        ROTA,
        "format = 1\ntitle = \"Nights\"\ncreated = 2026-02-01\nshows = [\"ownership\"]\n",
    );
    v.wait(secs(2)).press(Command::Down).wait(secs(1));
    v.sees("Nights").press(Command::Done);
    v.press(Command::Main).toast("Told there");
    v.file(ROTA).contains("[[told]]").contains("Nights");
    v.press(Command::Back).sees("2 stories");
}

#[test]
fn of_the_lengths_of_a_story_those_are_shown_that_the_next_interview_has_room_for() {
    let story = "format = 1\ntitle = \"The night rota\"\ncreated = 2026-02-01\nshows = [\"ownership\"]\n\n[lengths]\n30 = \
                 \"Two sick calls.\"\n90 = \"Two sick calls at six.\"\n180 = \"Two of us called in sick at six.\"\n";
    let job = |length: &str| {
        format!(
            "format = 1\nemployer = \"Acme\"\nrole = \"Nurse\"\nstage = \"screening\"\nsince = 2026-02-01\n\n[[round]]\n\
             stage = \"screening\"\ndate = 2026-03-05\ntime = 08:00:00\nlength = \"{length}\"\n"
        )
    };
    let opens = |length: &str| {
        let mut v = Visit::new()
            .with_file("stories/the-night-rota.toml", story)
            .with_file("applications/acme.toml", &job(length));
        v.press(Command::Stories);
        v
    };
    opens("15 min").sees("has 30 and 90 s").sees_not("180");
    opens("5 min").sees("has 30 s").sees_not("90");
    opens("2 min").sees("no version for 2 minutes");
    let mut v = opens("an hour, with a tour");
    v.sees("has 30, 90 and 180 s").press(Command::Main);
    v.is_in(Context::Story).sees("has 30, 90 and 180 s");
    // A version that is written can be read, however long it is; an empty one is not offered.
    let mut v = opens("5 min");
    v.press(Command::Main).press(Command::View);
    v.sees("30 seconds").press(Command::View);
    v.sees("90 seconds").press(Command::View);
    v.sees("180 seconds").press(Command::View).sees("in full");
}
