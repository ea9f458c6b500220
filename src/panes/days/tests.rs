//! The days until an interview, as somebody looks at them.

use super::*;
use crate::content::shipped;
use crate::domain::journey::Tick;
use crate::domain::library::StageId;
use crate::domain::practice::sample;
use crate::panes::easel::{Easel, empty_home};
use crate::store::Edited as _;

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

const NAMES: &str = "Ask for names, roles and the order of the session";

/// A panel in so many days.
fn panel(days: i64) -> Easel<Page> {
    let now = sample::at(0.0);
    let date = now.date() + chrono::Duration::days(days);
    let text = format!(
        "format = 1\nemployer = \"St. Mary\"\nstage = \"panel\"\nsince = 2026-02-01\n\n\
         [[round]]\nstage = \"panel\"\ndate = {date}\ntime = 20:00:00\n"
    );
    let (job, _) = Application::read("applications/hill.toml", text.as_bytes()).expect("a job");
    let mut model = empty_home();
    model.library = shipped::library();
    model.journey.applications = vec![job];
    Easel::new(Page::new(None), model, now)
}

impl Easel<Page> {
    /// Marks the line of a step.
    fn mark(&mut self, words: &str) {
        let at = self
            .pane
            .lines
            .iter()
            .position(|line| line.text.starts_with(words));
        self.pane.cursor.at = at.expect("it stands there");
    }

    fn asked_for_names(&self) -> Option<&Tick> {
        self.model.journey.applications[0].tick_at(StageId::Panel, NAMES)
    }
}

#[test]
fn space_ticks_at_once_what_was_ticked_for_the_panel_before() {
    let mut screen = panel(3);
    let today = screen.now.date();
    let before = |days| today - chrono::Duration::days(days);
    let job = &mut screen.model.journey.applications[0];
    job.rounds
        .push(Round::of(StageId::Panel, Some(before(9)), None));
    job.ticks = vec![Tick {
        on: Some(before(10)),
        ..Tick::of(StageId::Panel, NAMES)
    }];
    screen.tell(&Msg::Shown);
    screen.mark(NAMES);
    screen.press(Command::Done);
    assert_eq!(
        screen.asked_for_names().and_then(|tick| tick.on),
        Some(today)
    );
    screen.mark(NAMES);
    screen.press(Command::Done);
    assert_eq!(screen.asked_for_names(), None);
}

#[test]
fn what_is_left_out_says_why_and_what_really_makes_room() {
    let hint = |screen: &Easel<Page>| {
        let of = |line: &&Line| line.of == Of::LeftOut;
        let line = screen.pane.lines.iter().find(of).expect("too much for it");
        let days = screen.pane.days.as_ref().expect("they are laid out");
        let hint = hint(line, &screen.model, days, screen.now);
        (line.text.clone(), hint)
    };
    let mut early = panel(3);
    early.model.profile.minutes_a_day = 15;
    early.tell(&Msg::Shown);
    assert!(hint(&early).1.contains("With more minutes a day"));
    let days = early.pane.days.as_ref().expect("they are laid out");
    let before = days.list.iter().filter(|day| day.part == Part::Before);
    let dates: Vec<NaiveDate> = before.map(|day| day.date).collect();
    early.model.profile.days = dates.into_iter().map(|date| (date, 0)).collect();
    early.tell(&Msg::Shown);
    assert!(
        hint(&early).1.contains("Enter opens the page"),
        "all are free"
    );
    for (days, words) in [
        (1, "These can rest on a last evening"),
        (0, "These can rest on the day itself"),
    ] {
        let (text, hint) = hint(&panel(days));
        assert!(text.starts_with(words), "{text}");
        assert!(hint.contains("Enter opens the page"), "{hint}");
    }
}
