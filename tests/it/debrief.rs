//! The debrief: five questions as fast as one can type, none lost; what was asked becomes practice.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, mins, secs};

/// Questions of the library in other words, and one that nobody else asks.
const ASKED: [&str; 5] = [
    "Why do you want to leave?",
    "Tell me about a conflict with a coworker",
    "What is your notice period?",
    "Which bicycle parts do you order most?",
    "1 more: what would you change here?",
];

fn begun() -> Visit {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::Debrief)
        .is_in(Context::Line)
        .types("relieved")
        .press(Command::NextField);
    v
}

#[test]
fn the_word_for_how_it_felt_is_reached_again_from_the_first_line() {
    let mut v = begun();
    v.types("Why us?").press(Command::Main);
    v.press_times(Command::Up, 2);
    v.press(Command::DeleteLineStart).types("calm");
    v.press(Command::NextField)
        .types("Why now?")
        .press(Command::Main)
        .press(Command::Save);
    v.file("journal/2026/….toml")
        .contains("calm")
        .lacks("relieved")
        .contains("Why us?")
        .contains("Why now?");
    v.hears_something();
}

#[test]
fn five_questions_at_full_speed_are_all_there() {
    let mut v = begun();
    // No pause to mark anything: Enter, and the next question at once.
    for question in ASKED {
        v.types(question).types("\n");
    }
    // The last one begins with a digit: so soon after Enter it is no mark.
    v.press(Command::Save).toast("Saved.");
    let file = v.file("journal/2026/….toml");
    for question in ASKED {
        file.contains(&format!("text = \"{question}\""));
    }
    file.contains("feeling = \"relieved\"")
        .lacks("level =")
        .lacks("reaction =");
}

#[test]
fn a_question_that_begins_with_digits_keeps_them_and_is_no_mark() {
    for question in [
        "2 wards at once, how?",
        "12 wards at once, how?",
        "3D printing, why?",
        "40 people left, why?",
    ] {
        let mut v = begun();
        // Whoever has looked up before, and whoever has not.
        v.types(ASKED[0]).press(Command::Main).types(question);
        v.press(Command::Main).press(Command::Save).toast("Saved.");
        let file = v.file("journal/2026/….toml");
        file.contains(&format!("text = \"{question}\""))
            .contains(&format!("text = \"{}\"", ASKED[0]))
            .lacks("level =")
            .lacks("reaction =");
    }
}

#[test]
fn a_mark_stays_a_mark_when_the_next_question_follows_it() {
    let mut v = begun();
    v.types(ASKED[0])
        .press(Command::Main)
        .press(Command::Level3);
    v.wait(secs(1)).types("Why us?");
    v.press(Command::Main).press(Command::Save).toast("Saved.");
    let file = v.file("journal/2026/….toml");
    file.contains("level = \"solid\"")
        .contains("text = \"Why us?\"");
}

#[test]
fn what_is_pasted_after_a_line_begins_the_next_one_and_so_does_a_space() {
    let mut v = begun();
    v.types(ASKED[0]).press(Command::Main).pastes(ASKED[1]);
    v.press(Command::Main).types(" Why this town?");
    v.press(Command::Main).press(Command::Save).toast("Saved.");
    let file = v.file("journal/2026/….toml");
    for question in [ASKED[0], ASKED[1], "Why this town?"] {
        file.contains(&format!("text = \"{question}\""));
    }
}

#[test]
fn two_marks_follow_a_line_and_both_may_be_left_out() {
    let mut v = begun();
    v.types(ASKED[0])
        .press(Command::Main)
        .is_in(Context::Mark)
        .sees("How did it go?");
    v.press(Command::Level2).sees("And they?");
    v.press(Command::Level4)
        .is_in(Context::Debrief)
        .sees("leaned in");
    v.types(ASKED[1]).press(Command::Main);
    v.press(Command::Right)
        .press(Command::Right)
        .press(Command::Main);
    v.press(Command::Main).is_in(Context::Debrief);
    v.types(ASKED[2])
        .press_times(Command::Main, 3)
        .is_in(Context::Debrief);
    v.press(Command::Save)
        .toast("Saved. 3 questions are now practice.");
    let file = v.file("journal/2026/….toml");
    file.contains("level = \"partly\"")
        .contains("reaction = \"leaned-in\"");
    assert_eq!(file.count("level ="), 2, "{}", file.text);
    assert_eq!(file.count("reaction ="), 1, "{}", file.text);
}

#[test]
fn every_line_is_on_disk_as_it_is_typed() {
    let mut v = begun();
    v.types(ASKED[0]).press(Command::Main);
    v.file("journal/2026/….toml").contains(ASKED[0]);
    v.types("Half a ques").wait(mins(1));
    v.file("journal/2026/….toml").contains("Half a ques");
}

#[test]
fn nothing_is_mandatory() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::Debrief)
        .press(Command::Save);
    v.toast("Closed. Nothing was written.")
        .is_in(Context::Journal);
    assert_eq!(v.files("…"), Vec::<String>::new());
    v.press(Command::Debrief)
        .types("calm")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml").contains("feeling = \"calm\"");
}

#[test]
fn lines_are_changed_and_taken_away() {
    let mut v = begun();
    for question in &ASKED[..3] {
        v.types(question).types("\n");
    }
    v.press(Command::Up).press(Command::Up).types(" Or stay?");
    v.press(Command::Main).press(Command::Save).toast("Saved.");
    let file = v.file("journal/2026/….toml");
    assert_eq!(file.count("[[debrief.questions]]"), 3, "{}", file.text);
    file.contains("Or stay?");
}

#[test]
fn what_else_is_remembered_has_a_place() {
    let mut v = begun();
    v.types(ASKED[0])
        .press_times(Command::Main, 3)
        .press(Command::Main);
    v.is_in(Context::Area)
        .types("Lee, head nurse")
        .press(Command::NextField)
        .types("spoke slowly")
        .press(Command::NextField);
    v.types("had no number ready").press(Command::NextField);
    v.types("too junior - told them about the move")
        .press(Command::NextField);
    v.types("who will I work with - a team of four")
        .press(Command::NextField);
    v.types("asked about the next step")
        .press(Command::NextField);
    v.types("second talk").press(Command::Save).toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("name = \"Lee\"")
        .contains("went_well = [\"spoke slowly\"]")
        .contains("had no number ready")
        .contains("text = \"too junior\"")
        .contains("told them about the move")
        .contains("a team of four")
        .contains("close = \"asked about the next step\"")
        .contains("next_step = \"second talk\"");
    v.press(Command::Edit).sees(ASKED[0]);
}

#[test]
fn a_date_that_cannot_be_read_is_told_before_the_debrief_closes() {
    let mut v = begun();
    v.press(Command::Main).is_in(Context::Area);
    v.press_times(Command::NextField, 6)
        .types("second talk")
        .press(Command::NextField)
        .types("whenever they like");
    // Its words are only on the screen: both ways out tell it, and what can be kept is kept.
    v.press(Command::Save)
        .is_in(Context::Line)
        .toast("They decide, \"whenever they like\": Not a date.")
        .sees("whenever they like");
    v.file("journal/2026/….toml")
        .contains("next_step = \"second talk\"")
        .lacks("decision");
    // It is Monday: a decision that is told today does not fall today, and the field says which day it understood.
    v.press(Command::DeleteLineStart)
        .types("mon")
        .press(Command::NextField)
        .sees("Mon 9 Mar, in seven days");
    v.press(Command::PrevField)
        .press(Command::DeleteLineStart)
        .types("next wednesday")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("decision_date = 2026-03-11");
}

#[test]
fn a_debrief_belongs_to_the_application_and_its_last_round() {
    let mut v = places::visit();
    places::debrief(v.press(Command::Roadmap));
    v.sees("Debrief: Kestrel Labs, screening");
    v.types("tense").press(Command::Save);
    v.file("journal/2026/2026-03-03-kestrel-labs-screening.toml")
        .contains("application = \"kestrel-labs-engineer\"");
}

#[test]
fn what_was_asked_becomes_a_card_that_the_drill_offers() {
    let mut v = begun();
    v.types("Which bicycle parts do you order most?")
        .press(Command::Main);
    v.press(Command::Level1).press(Command::Level2);
    v.press(Command::Save)
        .toast("Saved. 1 question is now practice.");
    v.file("questions/mine.toml")
        .contains("Which bicycle parts do you order most?");
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::Find);
    v.types("which bicycle parts")
        .sees("Which bicycle parts do you order most?")
        .sees("1 of");
    v.press(Command::Main)
        .press(Command::Main)
        .is_in(Context::Question)
        .sees("my own");
    v.press(Command::Main)
        .is_in(Context::Think)
        .sees("Which bicycle parts");
    // And it is still there after a restart, where the drill chooses it by itself.
    v.restart();
    places::drill(&mut v, 6);
    let plan = v.files("practice/2026/….toml");
    let last = v.file(plan.last().expect("a sitting"));
    last.contains("bicycle");
}

#[test]
fn a_question_asked_twice_is_one_card() {
    let mut v = begun();
    v.types("Which bicycle parts do you order most?\n")
        .press(Command::Save)
        .toast("Saved.");
    v.press(Command::Debrief).press(Command::NextField);
    v.types("Which bicycle parts do you order most?\n")
        .press(Command::Save)
        .toast("Saved.");
    let file = v.file("questions/mine.toml");
    assert_eq!(file.count("[[question]]"), 1, "{}", file.text);
}

/// A job whose first talk is today at ten, and its debrief written ten minutes later: one question went badly.
fn asked_this_morning() -> Visit {
    asked("How do you forecast?")
}

/// The same with another question.
fn asked(words: &str) -> Visit {
    let mut v = Visit::new().on("2026-12-02").at("10:10").ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Northline")
        .press_times(Command::NextField, 3)
        .types("today 10:00")
        .press(Command::Save);
    v.press(Command::Debrief)
        .press(Command::NextField)
        .types(words)
        .press(Command::Main)
        .press(Command::Level1)
        .press(Command::Main)
        .press(Command::Save);
    v
}

#[test]
fn a_pasted_list_is_marked_line_by_line_and_no_page_turns_before_that() {
    let mut v = begun();
    v.pastes(&ASKED[..4].join("\n"));
    // Up to the first line, and its two marks; the next line is asked for by itself, and the last one after it.
    v.press_times(Command::Up, 3).press(Command::Main);
    for question in &ASKED[..4] {
        v.is_in(Context::Mark).sees(&format!("▌ {question}"));
        v.press(Command::Level2).press(Command::Level4);
    }
    v.is_in(Context::Debrief).press(Command::Save);
    v.toast("4 questions are now practice.");
    let file = v.file("journal/2026/….toml");
    assert_eq!(file.count("level = \"partly\""), 4, "{}", file.text);
    assert_eq!(file.count("reaction = \"leaned-in\""), 4, "{}", file.text);
}

#[test]
fn a_pasted_list_waits_for_its_marks_once() {
    let mut v = begun();
    v.pastes(&format!("{}\n{}\n", ASKED[0], ASKED[1]));
    v.press_times(Command::Down, 2).press(Command::Main);
    v.is_in(Context::Mark).sees(&format!("▌ {}", ASKED[0]));
    // All of them may be left out, and then the page turns.
    v.press_times(Command::Main, 4).is_in(Context::Debrief);
    v.press(Command::Main).is_in(Context::Area);
}

#[test]
fn a_figure_alone_is_nobody_to_thank() {
    let mut v = with_people();
    to_people(&mut v)
        .press(Command::TextStart)
        .types("23\n")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("Thank-you to Agnes Brown")
        .sees("Thank-you to Dr. Patel")
        .sees_not("Thank-you to 23");
}

/// Opens the page of a question, by its words.
fn question<'v>(v: &'v mut Visit, words: &str) -> &'v mut Visit {
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::Find)
        .types(words)
        .press_times(Command::Main, 2)
        .is_in(Context::Question)
}

#[test]
fn what_is_practiced_after_a_morning_interview_is_the_last_time() {
    let mut v = asked_this_morning();
    v.file("journal/2026/….toml").contains("time = 10:00:00");
    question(&mut v, "How do you forecast?").press(Command::Main);
    places::on_to(&mut v, Context::Results);
    v.press(Command::Close).is_in(Context::Question);
    let page = v.screen().to_string();
    let practice = page.find("practice").expect("where it was practiced");
    let there = page
        .find("Not yet  at Northline")
        .expect("where it was asked");
    assert!(practice < there, "the newest is not first\n{page}");
}

#[test]
fn a_line_that_is_taken_out_takes_its_card_along_unless_it_was_practiced() {
    let mut v = begun();
    v.types("11 dec\n")
        .types("Which bicycle parts do you order most?\n")
        .press(Command::Save)
        .toast("Saved. 2 questions are now practice.");
    v.press(Command::Edit);
    while !v.screen().has("▌ 11 dec") {
        v.press(Command::Up);
    }
    v.press(Command::DeleteLineStart)
        .press(Command::Main)
        .press(Command::Save)
        .toast("Saved. 1 question is now practice.");
    v.file("questions/mine.toml")
        .lacks("11 dec")
        .contains("bicycle");
    // The other one is practiced: its card stays, with its answer.
    question(&mut v, "which bicycle parts").press(Command::Main);
    places::on_to(&mut v, Context::Results);
    v.press_times(Command::Close, 2).press(Command::Journal);
    v.press(Command::Edit).press(Command::Up);
    v.press(Command::DeleteLineStart)
        .press(Command::Main)
        .press(Command::Save)
        .toast("Saved.");
    v.file("questions/mine.toml").contains("bicycle");
}

#[test]
fn the_kind_of_what_was_asked_can_be_said_and_where_it_slipped_stands_beside_it() {
    let mut v = asked_this_morning();
    v.press(Command::Journal).press(Command::Edit);
    v.press(Command::Main)
        .is_in(Context::Area)
        .press_times(Command::NextField, 2)
        .types("named no stage")
        .press(Command::Save);
    question(&mut v, "How do you forecast?").sees("Situational");
    v.press(Command::Edit)
        .press(Command::NextField)
        .sees("‹ Situational ›");
    v.press(Command::Main)
        .types("knowl")
        .press(Command::Main)
        .press(Command::Save);
    v.is_in(Context::Question).sees("Knowledge");
    v.file("overlay.toml").contains("kind = \"knowledge\"");
    v.press(Command::Main).sees_not("named no stage");
    places::on_to(&mut v, Context::Evidence);
    // While the points are ticked what slipped stands below them, and on the page that is read beside them.
    v.sees("Where it slipped at Northline: named no stage");
    v.resize(40, 10).press(Command::View).press(Command::Last);
    v.sees("Where it slipped at Northline: named no stage")
        .press(Command::Back)
        .resize(80, 24);
    places::on_to(&mut v, Context::Results);
    v.press(Command::Close)
        .sees("Where it slipped at Northline: named no stage");
    // What opens has it, too: on the page of the question it stands once.
    v.resize(120, 60).press(Command::Show).sees("What it has");
    let text = v.screen().to_string();
    assert_eq!(text.matches("named no stage").count(), 1, "{text}");
    v.press(Command::Undo).sees("Situational");
}

#[test]
fn a_question_that_was_asked_elsewhere_in_other_words_is_offered_and_joined() {
    let home = asked("Why are you leaving Orbis after five years?").everything();
    let mut v = Visit::new()
        .on("2026-12-04")
        .at("16:00")
        .with_home(&home)
        .with_file(
            "applications/brightside.toml",
            "format = 1\nemployer = \"Brightside\"\nrole = \"\"\nstage = \"panel\"\nsince = 2026-11-20\n\
             closed = false\noutcome = \"pending\"\n\n[[round]]\nstage = \"panel\"\ndate = 2026-12-04\n\
             time = 14:00:00\noutcome = \"pending\"\n",
        )
        .ignore_toasts();
    v.press(Command::Debrief).sees("Debrief: Brightside");
    v.press(Command::NextField)
        .types("Why are you leaving Orbis?")
        .sees("Tab if it was: \"Why are you leaving Orbis after five years?\"");
    v.press(Command::SameQuestion)
        .is_in(Context::Mark)
        .press(Command::Level1)
        .press(Command::Main)
        .press(Command::Save)
        .toast("Saved. 1 question is now practice.");
    v.press(Command::Today).sees("Brightside and Northline as");
    let bank = v.file("questions/mine.toml");
    assert_eq!(bank.count("[[question]]"), 1, "{}", bank.text);
    question(&mut v, "leaving Orbis")
        .sees("4 Dec  Not yet  at Brightside")
        .sees("2 Dec  Not yet  at Northline");
}

#[test]
fn a_line_that_is_like_nothing_known_says_so() {
    let mut v = begun();
    v.types("Which bicycle parts do you order most?")
        .sees_not("Tab if it was")
        .press(Command::SameQuestion)
        .toast("No known question is like this line.");
    v.press(Command::Save).toast("Saved.");
}

#[test]
fn a_debrief_that_is_written_a_day_later_has_the_time_of_the_interview_or_none() {
    let v = asked_this_morning();
    let home = v.everything();
    let job = |f: &&crate::visit::File| f.path.starts_with("applications/");
    let job = home.iter().find(job).expect("the job").clone();
    for (text, time) in [
        (job.text.clone(), Some("time = 10:00:00")),
        (job.text.replace("time = 10:00:00\n", ""), None),
    ] {
        let mut v = Visit::new()
            .on("2026-12-03")
            .at("08:00")
            .with_file(&job.path, &text)
            .ignore_toasts();
        v.press(Command::Debrief).types("calm").press(Command::Save);
        let entry = v.file("journal/2026/….toml");
        entry.contains("date = 2026-12-02").lacks("08:00");
        assert_eq!(
            entry.text.contains("\ntime ="),
            time.is_some(),
            "{}",
            entry.text
        );
    }
}

/// The home with an interview on 2 March at which two people were, and a second one ahead; the day after it.
fn with_people() -> Visit {
    let mut v = Visit::new().on("2026-03-01").ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("St. Mary")
        .press(Command::NextField)
        .types("Staff nurse")
        .press_times(Command::NextField, 2)
        .types("2 mar")
        .press(Command::Save);
    v.press(Command::Edit)
        .press_times(Command::NextField, 4)
        .press(Command::Main)
        .press_times(Command::NextField, 2)
        .types("Agnes Brown, head nurse, agnes@mary.example\nDr. Patel")
        .press(Command::Save);
    v.press(Command::NextField)
        .press(Command::Main)
        .types("9 mar")
        .press(Command::Save)
        .press(Command::Save);
    let home = v.everything();
    Visit::new().with_home(&home).on("2026-03-03")
}

/// Goes down until the line of words says this.
fn down_to(v: &mut Visit, words: &str) {
    v.wait(secs(10));
    for _ in 0..12 {
        if v.screen().has(words) {
            return;
        }
        v.press(Command::Down);
    }
    panic!("not reached: {words}\n{}", v.screen());
}

/// Writes the debrief of that interview: a word, and on to who was there.
fn to_people(v: &mut Visit) -> &mut Visit {
    v.press(Command::Today)
        .press(Command::Debrief)
        .types("tired")
        .press(Command::NextField)
        .press(Command::Main)
        .is_in(Context::Area)
}

#[test]
fn who_was_there_is_known_and_who_came_besides_is_known_to_the_interview() {
    let mut v = with_people();
    to_people(&mut v)
        .sees("Who was there?")
        .sees("Agnes Brown, head nurse, agnes@mary.example")
        .sees("Dr. Patel");
    v.press(Command::TextEnd)
        .types("\nRuth, ward manager")
        .press(Command::Save)
        .toast("Saved.");
    let file = v.file("applications/….toml");
    file.contains("name = \"Ruth\"")
        .contains("agnes@mary.example");
    assert_eq!(file.count("name = \"Dr. Patel\""), 1, "{}", file.text);
}

#[test]
fn people_that_were_known_before_are_no_words_of_a_debrief() {
    let mut v = with_people();
    v.press(Command::Debrief)
        .press(Command::Back)
        .toast("Closed. Nothing was written.");
    assert_eq!(v.files("journal/…"), Vec::<String>::new());
}

/// They thought somebody too quiet, and the line that tells of it is marked.
fn too_quiet() -> Visit {
    let mut v = with_people();
    to_people(&mut v)
        .press_times(Command::NextField, 3)
        .types("too quiet")
        .press(Command::Save)
        .toast("Saved.");
    v.press(Command::Today);
    down_to(&mut v, "Space: it is cleared up");
    v
}

#[test]
fn enter_twice_on_a_doubt_opens_its_page_once() {
    let mut v = too_quiet();
    v.disk_is_slow().press_times(Command::Main, 2);
    v.disk_catches_up()
        .is_in(Context::Question)
        .sees("They doubted: \"too quiet\". What do you say?");
    v.press(Command::Close).is_in(Context::Today);
}

#[test]
fn a_doubt_comes_back_before_the_next_interview_until_it_is_cleared_up() {
    let mut v = with_people();
    to_people(&mut v)
        .press_times(Command::NextField, 3)
        .types("can I do nights alone - I did so at Green Care")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("They doubted: can I do nights alone")
        .sees("have an answer ready");
    v.press(Command::Roadmap).press(Command::Main);
    v.sees("Doubts they had")
        .sees("you replied: I did so at Green Care");
    v.press(Command::Today);
    down_to(&mut v, "Space: it is cleared up");
    v.press(Command::Main)
        .is_in(Context::Question)
        .sees("They doubted: \"can I do nights alone\". What do you say?")
        .sees_not("Green Care");
    // It is practiced as any question is, and what was replied in the room stands beside it then.
    v.press(Command::Main);
    places::on_to(&mut v, Context::Results);
    v.press(Command::Close)
        .is_in(Context::Question)
        .sees("What you replied at St. Mary: I did so at Green Care");
    v.file("questions/mine.toml").contains("tags = [\"doubt\"]");
    v.file("practice/2026/….toml").contains("q-they-doubted");
    v.press(Command::Close).press(Command::Today);
    down_to(&mut v, "Space: it is cleared up");
    v.press(Command::Done)
        .toast("Cleared up. u takes it back.")
        .sees_not("They doubted: can I");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("They doubted: can I")
        .sees("Not yet the last time");
}

#[test]
fn names_in_doubts_are_hidden_at_once_on_the_sheet_of_a_stage() {
    let mut v = with_people();
    to_people(&mut v)
        .press_times(Command::NextField, 3)
        .types("Dr. Patel asked about nights")
        .press(Command::Save)
        .toast("Saved.");
    v.press(Command::Roadmap).press(Command::Main);
    v.sees("Dr. Patel asked").press(Command::HideNames);
    v.toast("Names are hidden.").sees_not("Dr. Patel");
}

#[test]
fn the_thank_you_is_filled_with_what_is_known_and_copied_alone() {
    let mut v = with_people();
    to_people(&mut v)
        .press_times(Command::NextField, 3)
        .types("nights alone")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("Thank-you to Agnes Brown")
        .sees("Thank-you to Dr. Patel");
    down_to(&mut v, "Space: it is sent");
    v.press(Command::Main)
        .is_in(Context::Letter)
        .sees("Dear Agnes Brown,")
        .sees("You asked about {concern}.");
    v.press(Command::Last).sees("concern: the doubt they had");
    v.press(Command::Copy).toast("Copied");
    let letter = v.copied.clone().expect("a letter");
    assert!(letter.starts_with("Dear Agnes Brown"), "{letter}");
    assert!(!letter.contains("Fill in yourself"), "{letter}");
    assert!(!letter.contains("Before it goes out"), "{letter}");
    v.press(Command::Done)
        .toast("Marked as sent.")
        .is_in(Context::Today)
        .sees_not("Thank-you to Agnes Brown")
        .sees("Thank-you to Dr. Patel");
    v.file("journal/2026/….toml")
        .contains("thanked = [\"Agnes Brown\"]");
    down_to(&mut v, "Space: it is sent");
    v.press(Command::Main)
        .sees("Dear Dr. Patel,")
        .sees_not("{concern}");
    v.press(Command::Done)
        .toast("Marked as sent.")
        .sees_not("Thank-you to");
    v.file("journal/2026/….toml")
        .contains("tags = [\"thanked\"]");
}

#[test]
fn what_was_filled_in_for_one_person_does_not_stand_in_the_letter_to_the_other() {
    let mut home = with_people().everything();
    for file in &mut home {
        file.text = file.text.replace("\"screening\"", "\"panel\"");
    }
    let mut v = Visit::new().with_home(&home).on("2026-03-03");
    to_people(&mut v).press(Command::Save).toast("Saved.");
    down_to(&mut v, "Space: it is sent");
    v.press(Command::Main).press(Command::Main);
    v.types("the slow Friday").press(Command::Back);
    v.sees("the slow Friday").press(Command::Back);
    v.press(Command::Down).press(Command::Main);
    v.sees("Dear Dr. Patel,").sees_not("the slow Friday");
}

#[test]
fn a_panel_of_four_is_thanked_by_one_letter_that_has_a_line_for_each() {
    let mut v = with_people();
    to_people(&mut v)
        .press(Command::TextEnd)
        .types("\nMs. Okafor\nMr. Hall")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("Thank-you to Agnes Brown and 3 more");
    down_to(&mut v, "Space: it is sent");
    v.press(Command::Main).sees("Thank you for chairing");
    v.press(Command::Done)
        .toast("Marked as sent.")
        .sees_not("Thank-you to");
}

#[test]
fn an_employer_is_thanked_where_nobody_is_known_by_name() {
    let been = RIVERSIDE.replace("2026-03-05", "2026-03-02");
    let mut v = Visit::new().with_file("applications/riverside.toml", &been);
    v.opens()
        .press(Command::Debrief)
        .types("tense")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("Thank-you to Riverside Trust");
}

#[test]
fn a_debrief_that_was_broken_off_goes_on_and_no_second_one_begins() {
    let mut v = begun();
    v.types("Which bicycle parts do you order most?\n")
        .wait(secs(3))
        .kill();
    v.press(Command::Journal)
        .press(Command::Debrief)
        .toast("This interview has a debrief; it goes on here.")
        .sees("Which bicycle parts do you order most?");
    v.press(Command::Save).toast("1 question is now practice.");
    assert_eq!(v.files("journal/2026/….toml").len(), 1);
    // Now it is finished: the next one is another interview.
    v.press(Command::Debrief).sees_not("Which bicycle parts");
}

#[test]
fn an_interview_has_one_debrief() {
    let mut v = with_people();
    to_people(&mut v).press(Command::Save).toast("Saved.");
    v.press(Command::Roadmap)
        .press(Command::Debrief)
        .toast("it goes on here")
        .sees("tired");
}

#[test]
fn the_four_marks_are_all_there_on_the_smallest_screen() {
    let mut v = begun();
    v.resize(40, 10);
    v.types(ASKED[0]).press(Command::Main);
    for mark in ["1 not yet", "2 partly", "3 solid", "4 strong"] {
        v.sees(mark);
    }
    v.press(Command::Level3);
    for mark in ["1 moved on", "2 pushed back", "3 neutral", "4 leaned in"] {
        v.sees(mark);
    }
}

#[test]
fn the_debrief_is_what_undo_takes_back_after_it_and_nothing_before_it() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("go to the settings: field")
        .types("nurs")
        .press(Command::Main)
        .press(Command::Back);
    v.press(Command::Journal)
        .press(Command::Debrief)
        .types("calm")
        .press(Command::NextField)
        .types("Who covers for you at night?")
        .press(Command::Save)
        .is_in(Context::Journal);
    v.press(Command::Undo)
        .sees("Taken back: writing the debrief");
    v.file("profile.toml").contains("family = \"nursing\"");
    assert_eq!(v.files("journal/….toml"), Vec::<String>::new());
    v.press(Command::Redo);
    v.file("journal/….toml")
        .contains("Who covers for you at night?");
}

#[test]
fn a_key_pressed_by_mistake_is_no_debrief() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::Debrief)
        .press(Command::NextField)
        .types("?")
        .wait(secs(4))
        .press(Command::Back)
        .sees("the debrief is still to be written");
    assert_eq!(v.files("journal/….toml"), Vec::<String>::new());
    assert_eq!(v.files("questions/….toml"), Vec::<String>::new());
}

/// The line of a debrief that is opened from the journal is taken out of it.
fn takes_the_line_out(v: &mut Visit, words: &str) {
    v.press(Command::Edit)
        .press(Command::Up)
        .sees(words)
        .press(Command::DeleteLineStart)
        .press(Command::Main)
        .press(Command::Save)
        .is_in(Context::Journal);
}

#[test]
fn a_question_that_left_the_bank_with_its_line_comes_back_with_it() {
    let mut v = begun();
    v.types(ASKED[3]).press(Command::Main).press(Command::Save);
    v.toast("Saved. 1 question is now practice.");
    let before = v.file("questions/mine.toml").text;
    takes_the_line_out(&mut v, ASKED[3]);
    v.toast("Saved. 1 question left your bank; u brings it back.");
    v.file("questions/mine.toml").lacks(ASKED[3]);
    v.press(Command::Undo)
        .toast("Taken back: writing the debrief");
    assert_eq!(v.file("questions/mine.toml").text, before);
    v.file("journal/2026/….toml").contains("card = \"mine/");
    v.press(Command::Redo)
        .toast("Done again: writing the debrief");
    v.file("questions/mine.toml").lacks(ASKED[3]);
}

#[test]
fn a_question_of_ones_own_stays_when_a_debrief_does_without_it() {
    let mut v = Visit::new().ignore_toasts();
    let place = places::ALL.iter().find(|p| p.name == "question of my own");
    (place.expect("a place").go)(&mut v);
    v.types(ASKED[3]).press(Command::Save);
    let own = v.file("questions/mine.toml");
    own.lacks("asked_on").lacks("asked").contains("\"own\"");
    v.press(Command::Journal)
        .press(Command::Debrief)
        .press(Command::NextField)
        .types(ASKED[3])
        .press(Command::Main)
        .press(Command::Save);
    takes_the_line_out(&mut v, ASKED[3]);
    assert_eq!(v.file("questions/mine.toml").text, own.text);
}

#[test]
fn a_question_that_was_written_to_by_hand_stays_when_its_line_goes() {
    let mut v = begun();
    v.types(ASKED[3]).press(Command::Main).press(Command::Save);
    v.toast("Saved. 1 question is now practice.");
    let mine = v.file("questions/mine.toml").text + "notes = \"Chains, mostly.\"\n";
    v.meddles("questions/mine.toml", &mine).restart();
    v.press(Command::Journal);
    takes_the_line_out(&mut v, ASKED[3]);
    v.toast("Saved.");
    assert_eq!(v.file("questions/mine.toml").text, mine);
}

#[test]
fn two_lines_with_the_same_words_are_the_cards_that_each_was_said_to_be() {
    let words = "So why did your last job end?";
    let mut v = begun();
    v.types(words).press(Command::Main);
    v.press_times(Command::Main, 2).types(words);
    v.sees("Tab if it was").press(Command::SameQuestion);
    v.press(Command::Save);
    v.toast("Saved. 2 questions are now practice.");
    let file = v.file("journal/2026/….toml");
    let cards = file.text.lines().filter(|line| line.starts_with("card = "));
    let own: Vec<bool> = cards.map(|line| line.contains("mine/")).collect();
    assert_eq!(own, [true, false], "{}", file.text);
}

#[test]
fn the_line_that_is_typed_is_seen_whatever_stands_below_it() {
    let long = "Why are you leaving Orbis after five years in the depot, with two promotions and a good team there?";
    let home = asked(long).everything();
    let mut v = Visit::new()
        .on("2026-12-04")
        .with_home(&home)
        .ignore_toasts();
    v.press(Command::Debrief);
    for height in [24, 14, 13, 12, 11, 10] {
        v.resize(40, height).sees("▌");
    }
    v.types("Why leave Orbis after five years in the depot?");
    for height in [24, 14, 13, 12, 11, 10] {
        v.resize(40, height).sees("in the depot?");
    }
}

#[test]
fn what_slipped_is_told_at_the_question_that_it_is_about() {
    let debrief = "format = 1\nkind = \"debrief\"\ndate = 2026-03-01\ntitle = \"\"\nbody = \"\"\n\n[debrief]\n\
        went_badly = [\"Ran out of time on the design question\", \"Mumbled my salary\"]\n";
    let asked = |text: &str, id: &str, level: &str| {
        format!(
            "\n[[debrief.questions]]\ntext = \"{text}\"\nlevel = \"{level}\"\ncard = \"mine/{id}\"\n"
        )
    };
    let asked = [
        asked("Design a depot.", "a", "partly"),
        asked("Salary expectations?", "b", "strong"),
        asked("Why leave?", "c", "partly"),
    ];
    let card = |text: &str, id: &str| {
        format!("\n[[question]]\nid = \"{id}\"\ntext = \"{text}\"\nkind = \"motivation\"\n")
    };
    let cards = [
        card("Design a depot.", "a"),
        card("Salary expectations?", "b"),
        card("Why leave?", "c"),
    ];
    let mine = format!("format = 1\n{}", cards.concat());
    let entry = debrief.to_owned() + &asked.concat();
    let mut v = Visit::new()
        .with_file("questions/mine.toml", &mine)
        .with_file("journal/2026/2026-03-01-panel.toml", &entry)
        .ignore_toasts();
    for words in ["Design a depot", "Why leave?", "Salary expectations?"] {
        question(&mut v, words).press(Command::Main);
        places::on_to(&mut v, Context::Results);
        v.press_times(Command::Close, 2);
    }
    question(&mut v, "Design a depot")
        .sees("Where it slipped in an interview: Ran out of time on the design")
        .sees_not("Mumbled")
        .press(Command::Close);
    for words in ["Why leave?", "Salary expectations?"] {
        question(&mut v, words)
            .sees("1 Mar")
            .sees_not("slipped")
            .press(Command::Close);
    }
}

#[test]
fn a_doubt_that_cannot_become_a_question_opens_no_page_of_one_that_is_gone() {
    let mut v = too_quiet();
    v.meddles("questions/mine.toml", "format = 1\n[[question]\n")
        .press(Command::Main);
    v.toast("NOT saved: questions/mine.toml, line 2")
        .is_in(Context::Today);
    v.hears_something();
    v.meddles("questions/mine.toml", "format = 1\n")
        .press(Command::Main);
    v.is_in(Context::Question)
        .sees("They doubted: \"too quiet\". What do you say?");
    v.hears_something();
}

#[test]
fn the_second_page_says_where_esc_leads_and_the_arrows_lead_out_of_a_text() {
    let mut v = begun();
    v.types("Why do you leave?")
        .press_times(Command::Main, 2)
        .wait(secs(2))
        .press_times(Command::Main, 2)
        .sees("Esc leads back to what they asked")
        .sees("field before");
    while v.context() != Context::Area {
        v.press(Command::NextField);
    }
    v.types("Slipped at the sum");
    // Up goes to the beginning of the text first, and from there to the field before.
    v.press(Command::CaretUp).is_in(Context::Area);
    v.press(Command::CaretUp).press(Command::CaretDown);
    v.is_in(Context::Area).types("Never: ");
    v.press(Command::Back)
        .sees("What did they ask?")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("Never: Slipped at the sum");
}

/// One job; its interview is in three days.
const RIVERSIDE: &str = "format = 1\nemployer = \"Riverside Trust\"\nrole = \"Engineer\"\nstage = \"screening\"\n\
                         since = 2026-02-20\n\n[[round]]\nstage = \"screening\"\ndate = 2026-03-05\n\
                         outcome = \"pending\"\n";

fn ahead() -> Visit {
    Visit::new().with_file("applications/riverside.toml", RIVERSIDE)
}

#[test]
fn a_debrief_asks_which_interview_it_is_while_the_only_one_is_still_to_come() {
    let mut v = ahead();
    v.opens()
        .press(Command::Debrief)
        .is_in(Context::Sheet)
        .sees("Which interview was it?")
        .sees("Thu 5 Mar, to come: Riverside Trust")
        .press(Command::Main);
    v.is_in(Context::Line)
        .types("Beta House")
        .press(Command::NextField)
        .press(Command::NextValue)
        .press(Command::NextField);
    v.is_in(Context::Line)
        .sees("Debrief: Beta House, screening")
        .types("glad")
        .press(Command::NextField)
        .types("Why nights?")
        .press(Command::Main)
        .press(Command::Level1)
        .press(Command::Level1)
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/2026-03-02-beta-house-screening.toml")
        .contains("title = \"Debrief: Beta House, screening\"")
        .contains("stage = \"screening\"")
        .lacks("application");
    v.sees("Beta House asked this")
        .sees_not("Thank-you to Riverside");
}

#[test]
fn an_interview_that_is_still_to_come_is_debriefed_only_on_purpose_and_nobody_is_thanked_for_it() {
    let mut v = ahead();
    v.press(Command::Debrief)
        .press(Command::Down)
        .press(Command::Main)
        .sees("Debrief: Riverside Trust")
        .types("glad")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("application = \"riverside\"");
    v.sees_not("Thank-you");
}

#[test]
fn tab_leads_on_from_an_empty_line_and_back_to_the_word_before() {
    let mut v = begun();
    v.is_in(Context::Debrief).sees("Enter next field");
    v.press(Command::PrevField)
        .is_in(Context::Line)
        .press(Command::DeleteLineStart)
        .types("calm")
        .key("tab")
        .is_in(Context::Debrief)
        .key("tab");
    v.sees("Who was there?").press(Command::Back);
    v.types("Why us?")
        .sees("Enter keep line")
        .press(Command::Save);
    v.toast("1 question is now practice.");
    v.file("journal/2026/….toml")
        .contains("feeling = \"calm\"")
        .contains("Why us?");
}

#[test]
fn a_step_back_of_which_a_part_is_refused_is_not_taken_and_not_said_to_be_done() {
    let mut v = with_people();
    to_people(&mut v)
        .press(Command::TextEnd)
        .types("\nRuth, ward manager")
        .press(Command::Save)
        .toast("Saved.");
    let entry = v.file("journal/2026/….toml");
    v.meddles(&entry.path, &entry.text.replace("tired", "tired, and glad"));
    v.press(Command::Undo).toast("not taken back");
    v.file("applications/….toml").contains("Ruth");
    v.runs("messages").sees_not("Taken back");
}

#[test]
fn on_eighty_columns_the_line_of_a_debrief_is_whole() {
    let been = RIVERSIDE
        .replace("2026-03-05", "2026-03-01")
        .replace("Riverside Trust", "Harbor House")
        .replace("\"screening\"", "\"in-person\"");
    let mut v = Visit::new().with_file("applications/harbor.toml", &been);
    v.opens()
        .sees("Debrief: Harbor House, interview in person")
        .sees("while it is fresh");
}

#[test]
fn with_whom_it_was_is_kept_as_it_is_typed() {
    let ahead = "format = 1\nemployer = \"Acme\"\nstage = \"panel\"\nsince = 2026-02-20\n[[round]]\nstage = \"panel\"\ndate = 2026-03-05\n";
    let mut v = Visit::new()
        .on("2026-03-02")
        .with_file("applications/acme.toml", ahead);
    v.press(Command::Journal).press(Command::Debrief);
    v.sees("Which interview was it?").press(Command::Main);
    v.sees("With whom?").types("Northl");
    v.wait(secs(2));
    v.file("drafts/….toml").contains("Northl");
    v.types("ight").wait(secs(2)).kill();
    v.sees("the debrief at Northlight").runs("journal");
    v.press(Command::Debrief).press(Command::Main);
    v.types("Northlight").press(Command::Save);
    v.sees("Debrief: Northlight").types("calm");
    v.press(Command::Save).hears_something();
    v.file("journal/2026/….toml")
        .contains("Northlight")
        .contains("calm");
    let all = v.everything();
    assert!(all.iter().all(|file| !file.path.starts_with("drafts/")));
}
