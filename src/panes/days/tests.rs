//! The days until an interview, as somebody looks at them.

use super::*;
use crate::content::shipped;
use crate::domain::practice::sample;
use crate::panes::easel::{Easel, empty_home};

#[test]
fn without_an_interview_the_page_says_how_one_gets_its_day() {
    let mut model = empty_home();
    model.library = shipped::library();
    let mut screen = Easel::new(Page::new(None), model, sample::at(0.0));
    assert!(
        screen.text().contains("No interview yet."),
        "{}",
        screen.text()
    );
    screen.press(Command::Edit);
    assert_eq!(screen.going, [Go::Open(Place::EditApplication(None))]);
}
