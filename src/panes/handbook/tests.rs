//! The handbook, in the words of somebody who looks for a page or wants to send a letter.

use super::*;
use crate::content::shipped;
use crate::desk::Outcome;
use crate::domain::id::EntryId;
use crate::domain::practice::sample;
use crate::panes::easel::{Easel, empty_home};

#[test]
fn a_letter_that_was_asked_for_is_open_and_one_step_back_leads_out() {
    let mut model = empty_home();
    model.library = shipped::library();
    for id in ["t-thank-you-interview", "t-thank-you-panel"] {
        assert!(model.library.templates.get(id).is_some(), "{id}");
    }
    let about = About::Debrief(EntryId::new("no-debrief"), String::new());
    let handbook = Handbook::at_letter("t-thank-you-panel".to_owned(), about);
    let mut screen = Easel::new(handbook, model, sample::at(0.0));
    screen.tell(&Msg::Shown);
    let text = screen.text();
    assert!(text.contains("Thank-you to a panel"), "{text}");
    screen.press(Command::Back);
    assert_eq!(screen.going, [Go::Back]);
}

#[test]
fn pages_are_found_by_the_words_of_every_day() {
    for (words, page) in [
        ("laid off", "After a layoff"),
        ("redundancy", "After a layoff"),
        ("unemployed", "After a layoff"),
        ("salary", "Before you talk about terms"),
        ("anxious", "When you are nervous"),
        ("welding", "A trade test at the bench"),
        ("school leaver", "Questions to ask them"),
        ("over fifty", "Over fifty"),
        ("screen reader", "Ask for an adjustment"),
        ("disability", "Ask for an adjustment"),
        ("blind", "Ask for an adjustment"),
        ("dyslexia", "Ask for an adjustment"),
        ("stammer", "Ask for an adjustment"),
        ("wheelchair", "Ask for an adjustment"),
        ("hearing aid", "Ask for an adjustment"),
    ] {
        let mut model = empty_home();
        model.library = shipped::library();
        let mut screen = Easel::new(Handbook::default(), model, sample::at(0.0));
        screen.tell(&Msg::Shown);
        screen.press(Command::Find);
        words.chars().for_each(|c| screen.tell(&Msg::Type(c)));
        let text = screen.text();
        assert!(text.contains(page), "{words}: {text}");
    }
}

#[test]
fn a_page_goes_back_from_its_end_and_what_is_copied_does_not_move_it() {
    let mut model = empty_home();
    model.library = shipped::library();
    let handbook = Handbook::at("t-thank-you-panel".to_owned());
    let mut screen = Easel::new(handbook, model, sample::at(0.0));
    screen.tell(&Msg::Shown);
    let top = screen.text();
    screen.press(Command::Last);
    let end = screen.text();
    assert_ne!(top, end, "it is longer than the screen");
    screen.press(Command::Up);
    let before = screen.text();
    assert_ne!(before, end, "one line back at once");
    screen.tell(&Msg::Outcome(Outcome::Copied(12)));
    assert_eq!(screen.text(), before, "it stays where it is read");
    screen.press(Command::First);
    assert_eq!(screen.text(), top);
}

#[test]
fn where_no_page_has_all_the_words_those_with_most_of_them_are_near_and_it_says_so() {
    let mut model = empty_home();
    model.library = shipped::library();
    let mut screen = Easel::new(Handbook::default(), model, sample::at(0.0));
    screen.tell(&Msg::Shown);
    screen.press(Command::Find);
    "welding helicopter"
        .chars()
        .for_each(|c| screen.tell(&Msg::Type(c)));
    screen.press(Command::Main);
    let text = screen.text();
    assert!(text.contains("A trade test at the bench"), "{text}");
    screen.size = (120, 40);
    let text = screen.text();
    assert!(
        text.contains("/ welding helicopter: none has all of it,"),
        "{text}"
    );
}
