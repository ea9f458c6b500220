//! Whole mocks: every shipped one is sat to the end by a seeded robot, and each fits the person who sits it.

use std::collections::HashSet;
use std::time::Duration;

use greenroom::content::shipped;
use greenroom::desk::go::{MockWish, SetupFor};
use greenroom::domain::dice::Dice;
use greenroom::domain::id::FamilyId;
use greenroom::domain::library::{Blueprint, Kind, Library, Seniority, StageId};
use greenroom::domain::practice::history::History;
use greenroom::domain::practice::mock::{Laid, Seat, lay_out};
use greenroom::domain::practice::pick::{
    Draw, Filter, Order, Steer, fits_every_life, needs_a_panel,
};
use greenroom::domain::practice::schedule::Schedule;
use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins, secs};
use crate::{items, places};

fn lay(blueprint: &Blueprint, library: &Library, family: &str, level: Option<Seniority>) -> Laid {
    let seat = Seat {
        family: FamilyId::new(family),
        seniority: level,
        weak: Vec::new(),
    };
    lay_out(blueprint, library, &seat, 5)
}

#[test]
fn every_mock_is_full_for_its_fields_and_asks_nothing_twice() {
    let library = shipped::library();
    for blueprint in library.blueprints.iter() {
        for family in library.families.iter() {
            if !blueprint.is_for(&family.id) {
                continue;
            }
            for level in [None, Some(Seniority::Entry), Some(Seniority::Senior)] {
                let laid = lay(&blueprint, &library, family.id.as_str(), level);
                let who = format!("{} for {} {level:?}", blueprint.id, family.id);
                assert!(laid.short.is_empty(), "{who}: {:?}", laid.short);
                let ids: HashSet<_> = laid.plan.iter().map(|p| p.question.as_str()).collect();
                assert_eq!(ids.len(), laid.plan.len(), "{who}");
                for planned in &laid.plan {
                    let card = library
                        .card(planned.question.as_str())
                        .expect("it is there");
                    assert_ne!(card.kind, Kind::Inappropriate, "{who}");
                    let known = |f: &FamilyId| {
                        *f == family.id || f.as_str() == "general" || blueprint.families.contains(f)
                    };
                    assert!(card.roles.iter().any(known), "{who}: {}", card.id);
                }
                let kinds: Vec<Kind> = (laid.plan.iter())
                    .filter_map(|p| library.card(p.question.as_str()).map(|c| c.kind))
                    .collect();
                for must in &blueprint.must_include {
                    assert!(kinds.contains(must), "{who}: {must:?}");
                }
            }
        }
    }
}

#[test]
fn nobody_is_asked_about_a_life_or_a_room_that_is_not_theirs() {
    let library = shipped::library();
    for blueprint in library.blueprints.iter() {
        for seed in 0..30 {
            let seat = Seat {
                family: FamilyId::new("software"),
                seniority: Some(Seniority::Mid),
                weak: Vec::new(),
            };
            let laid = lay_out(&blueprint, &library, &seat, seed);
            let fixed = blueprint.sections.iter().flat_map(|s| &s.fixed);
            let fixed: HashSet<_> = fixed.map(String::as_str).collect();
            let named: HashSet<_> = (blueprint.sections.iter())
                .flat_map(|s| s.pick.iter().flat_map(|p| &p.topics))
                .collect();
            for (n, planned) in laid.plan.iter().enumerate() {
                let id = planned.question.as_str();
                let card = library.card(id).expect("it is there");
                let told = format!("{}, seed {seed}: {id}", blueprint.id);
                let about = card.topic.as_ref().is_some_and(|t| named.contains(t));
                assert!(fits_every_life(card) || (about && n > 0), "{told}");
                let room = blueprint.panel.is_some() || fixed.contains(id);
                assert!(room || !needs_a_panel(card), "{told}");
            }
        }
    }
}

#[test]
fn a_drill_for_a_nurse_asks_more_than_one_question_that_nurses_are_asked() {
    let library = shipped::library();
    let (history, steer) = (History::default(), Steer::default());
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
    let schedule = Schedule::of(&history, &library, None, today);
    let family = FamilyId::new("nursing");
    let mut own = 0;
    for seed in 0..60 {
        let filter = Filter {
            stage: Some(StageId::InPerson),
            family: Some(family.clone()),
            ..Filter::default()
        };
        let draw = Draw {
            library: &library,
            history: &history,
            schedule: &schedule,
            steer: &steer,
            filter: &filter,
            order: Order::Helps,
            count: 6,
            seed,
            today,
        };
        for planned in draw.plan() {
            let card = library
                .card(planned.question.as_str())
                .expect("it is there");
            assert!(fits_every_life(card) && !needs_a_panel(card), "{}", card.id);
            own += usize::from(card.roles.contains(&family));
        }
    }
    // Three in two sittings at least: a third of what is drawn is usual, and chance moves that by a tenth.
    assert!(own >= 60 * 3 / 2, "{own} of {}", 60 * 6);
}

#[test]
fn most_questions_of_a_mock_belong_to_its_stage() {
    let library = shipped::library();
    let (mut fit, mut all) = (0, 0);
    for blueprint in library.blueprints.iter() {
        let family = blueprint.families.first().map_or("general", |f| f.as_str());
        let laid = lay(&blueprint, &library, family, Some(Seniority::Mid));
        for planned in &laid.plan {
            let card = library
                .card(planned.question.as_str())
                .expect("it is there");
            all += 1;
            fit += usize::from(card.stages.contains(&blueprint.stage));
        }
    }
    assert!(fit * 10 >= all * 8, "{fit} of {all}");
}

#[test]
fn codes_tell_all_shipped_mocks_and_fields_apart() {
    let library = shipped::library();
    let mut codes = HashSet::new();
    let mut count = 0;
    for blueprint in library.blueprints.iter() {
        for family in library.families.iter() {
            codes.insert(
                lay(&blueprint, &library, family.id.as_str(), None)
                    .shape
                    .code,
            );
            count += 1;
        }
    }
    assert_eq!(codes.len(), count);
}

/// Somebody who sits mocks at random speed, pauses, closes the laptop and trips over the power cord.
struct Robot {
    dice: Dice,
    said: Vec<String>,
    kills: usize,
}

impl Robot {
    fn new(seed: u64) -> Self {
        Self {
            dice: Dice::new(seed),
            said: Vec::new(),
            kills: 0,
        }
    }

    /// One step on.
    fn step(&mut self, v: &mut Visit) {
        match self.dice.below(40) {
            0 => drop(v.sleeps(mins(90))),
            1 | 2 => return self.trip(v),
            3..6 => drop(v.wait(secs(self.dice.below(50) as u64))),
            _ => {}
        }
        match v.context() {
            Context::Think if self.dice.below(6) == 0 => drop(v.press(Command::Pause)),
            Context::Think | Context::Ready | Context::Stop | Context::Anchors | Context::After => {
                v.press(Command::Main);
            }
            Context::Keep if self.dice.below(2) == 0 => drop(v.press(Command::Retry)),
            Context::Keep | Context::Sheet | Context::Heard => drop(v.press(Command::Main)),
            Context::Answer => self.answer(v),
            Context::Aloud => {
                v.wait(Duration::from_secs(self.dice.below(90) as u64 + 1));
                if v.context() == Context::Aloud {
                    v.press(Command::Main);
                }
            }
            Context::Ownwords => self.reply(v),
            Context::Scenario if self.dice.below(5) == 0 => drop(v.press(Command::Pause)),
            Context::Scenario => {
                let pick = [Command::Pick1, Command::Pick2, Command::Pick3][self.dice.below(3)];
                v.press(pick).press(Command::Main);
            }
            Context::Item => items::answer(v),
            Context::Evidence => drop(v.press(Command::Tick).press(Command::Main)),
            Context::Today => drop(v.press(Command::PracticeHome).press(Command::Main)),
            other => panic!("lost in {}\n{}", other.name(), v.screen()),
        }
    }

    fn reply(&mut self, v: &mut Visit) {
        let words = format!("Reply number {} that must not be lost.", self.said.len());
        v.pastes(&words);
        if self.dice.below(4) == 0 {
            self.trip(v);
        } else if v.screen().has("must not be lost") {
            v.press(Command::Save);
            self.said.push(words);
        }
    }

    fn answer(&mut self, v: &mut Visit) {
        let words = format!("Words number {} that must not be lost.", self.said.len());
        v.pastes(&words);
        if self.dice.below(4) == 0 {
            v.pastes(&"more and more ".repeat(self.dice.below(60)));
        }
        if v.context() == Context::Answer && v.screen().has("must not be lost") {
            v.press(Command::Save);
            self.said.push(words);
        }
    }

    /// Everything stops at once; two seconds of typing may be gone, nothing that was finished.
    fn trip(&mut self, v: &mut Visit) {
        self.kills += 1;
        v.wait(secs(3)).kill();
    }
}

/// Sits one mock to its result.
fn sit(blueprint: &str, seed: u64) -> (Visit, Robot) {
    let mut v = Visit::new().ignore_toasts();
    let mut robot = Robot::new(seed);
    places::whole(&mut v, blueprint);
    for _ in 0..3000 {
        if v.context() == Context::Results {
            return (v, robot);
        }
        robot.step(&mut v);
    }
    panic!("{blueprint} has no end\n{}", v.screen());
}

#[test]
fn every_shipped_mock_is_sat_to_the_end() {
    let library = shipped::library();
    for (seed, blueprint) in (0..).zip(library.blueprints.ids()) {
        let (v, robot) = sit(blueprint, seed);
        let file = v.file("practice/2026/….toml");
        file.contains("what = \"finished\"")
            .contains(&format!("blueprint = \"{blueprint}\""));
        for words in &robot.said {
            assert!(
                file.count(words) >= 1,
                "{blueprint}: {words}\n{}",
                file.text
            );
        }
        assert!(file.text.trim_end().ends_with("end = true"));
        assert_eq!(v.files("drafts/…"), Vec::<String>::new(), "{blueprint}");
    }
}

#[test]
fn a_code_sits_the_same_interview_on_another_machine() {
    let plan = |v: &Visit| {
        let text = v.file("practice/2026/….toml").text;
        let plan: Vec<String> = text
            .lines()
            .filter(|l| l.contains("question = "))
            .map(str::to_owned)
            .collect();
        let code = text
            .split_once("code = \"")
            .and_then(|(_, rest)| rest.split_once('"'));
        (plan, code.map(|(code, _)| code.to_owned()).expect("a code"))
    };
    let mut here = Visit::new().seed(7);
    places::whole(&mut here, "ward-panel-30");
    let (asked, code) = plan(&here);
    let mut there = Visit::new().seed(99).on("2026-05-04");
    there.drills(&SetupFor {
        mock: Some(MockWish::Code(code.to_lowercase())),
        ..SetupFor::default()
    });
    assert_eq!(plan(&there), (asked.clone(), code));
    let mut other = Visit::new().seed(8);
    places::whole(&mut other, "ward-panel-30");
    assert_ne!(plan(&other).0, asked);
}

#[test]
fn a_mock_is_found_looked_at_and_started() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome);
    while !v.screen().has("From the first word to your own questions") {
        v.press(Command::Down);
    }
    v.press(Command::Main)
        .is_in(Context::Mocks)
        .sees("Recruiter call, 20 minutes")
        .sees_not("Ward panel");
    v.press(Command::Find)
        .types("nurses and care workers")
        .sees("Ward panel for nurses");
    v.press(Command::Main)
        .press(Command::Main)
        .is_in(Context::Mock);
    v.sees("Three situations from a shift: 3 questions")
        .sees("All of it is rated after the last question, about 5 minutes more.");
    v.press(Command::Right).sees("Nerves now: 5 of 10.");
    v.press(Command::Main)
        .is_in(Context::Think)
        .sees("part 1 of 4")
        .sees("Around the table");
    v.sees("asking now")
        .sees("6 minutes for this part, none used yet; 30 in all.");
    v.file("practice/2026/….toml")
        .contains("what = \"nerves\"")
        .contains("seconds = 5");
}

/// The page before a mock, with twice the time.
fn before(mock: &str) -> Visit {
    let profile = "format = 1\nfactor = \"2\"\n";
    let mut v = Visit::new()
        .ignore_toasts()
        .with_file("profile.toml", profile);
    v.runs(mock).is_in(Context::Mock);
    v
}

#[test]
fn the_page_before_a_mock_gives_the_time_that_one_has() {
    let mut v = before("one-way video");
    v.sees("32 minutes (x2, your time)");
    v.sees("After 1:00 of thinking the answer starts by itself, after 3:00 it ends by itself (x2, your time)");
    v.sees("  4 min  ").press(Command::Main);
    while v.context() != Context::Stop {
        places::rate_on(&mut v);
    }
    v.sees("4 minutes. Work through it in real life");
}

#[test]
fn a_one_way_video_runs_by_itself_to_the_second() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "one-way-5q");
    v.is_in(Context::Stop)
        .sees("Set up and sound check")
        .sees("[ ] ");
    v.press(Command::Tick).sees("[x] ").sees_not("…");
    v.resize(40, 24).sees_not("…").resize(80, 24);
    v.press(Command::Main)
        .is_in(Context::Think)
        .sees("think 0:00 of 0:30");
    v.sees_not("s hint");
    v.wait(secs(29)).is_in(Context::Think);
    v.wait(secs(1)).is_in(Context::Answer).sees("of 1:30");
    v.pastes("I fix what is broken and say so.");
    v.wait(secs(89)).is_in(Context::Answer);
    v.wait(secs(2)).is_in(Context::Think).sees("part 3 of 6");
    v.file("practice/2026/….toml")
        .contains("I fix what is broken and say so.")
        .contains("seconds = 90");
    v.press(Command::Pause)
        .sees("The clock is running")
        .sees_not("Skip");
}

#[test]
fn every_letter_before_the_end_of_a_one_way_answer_is_kept_and_the_end_is_told() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "one-way-5q");
    v.press(Command::Main).wait(secs(30)).is_in(Context::Answer);
    v.wait(secs(80));
    let mut typed = 0;
    while v.context() == Context::Answer {
        typed += 1;
        v.types(&format!("w{typed} "));
    }
    v.sees("Time. What you said is kept. The next question is here.");
    // The last word was cut somewhere; the one before it was whole.
    v.types("and on it goes ").is_in(Context::Think);
    v.sees("Time. What you said is kept. The next question is here.");
    let file = v.file("practice/2026/….toml");
    for word in 1..typed {
        file.contains(&format!("w{word} "));
    }
}

#[test]
fn on_the_smallest_screen_the_title_says_who_asks() {
    let mut v = Visit::new().size(40, 10).ignore_toasts();
    places::whole(&mut v, "panel-45");
    v.is_in(Context::Think).sees("Mr. Ibrahim");
    v.press(Command::Main)
        .is_in(Context::Answer)
        .sees("Mr. Ibrahim");
    v.types("So").resize(80, 24).sees("Mr. Ibrahim asks");
}

/// Goes on in a sitting to its result.
fn to_the_result(v: &mut Visit) -> &mut Visit {
    while v.context() != Context::Results {
        places::rate_on(v);
    }
    v
}

#[test]
fn the_result_answers_at_a_glance_and_is_kept_beside_the_one_before() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    to_the_result(&mut v);
    v.sees("Change: ")
        .sees("Change: ")
        .sees("Next: ")
        .sees("Moments that mattered");
    v.sees_not("%").sees("How nervous are you now");
    v.press(Command::Right).sees("Nerves now: 5 of 10.");
    v.press(Command::Copy);
    let copied = v.copied.clone().expect("it is copied");
    assert!(copied.contains("## Part by part"), "{copied}");
    v.press(Command::View).sees("time").sees("level");
    v.press(Command::View).sees("Change: ");
    v.press(Command::Close);
    v.file("practice/2026/….toml").contains("what = \"nerves\"");
    v.wait(mins(3)).restart();
    places::whole(&mut v, "recruiter-screen-20");
    to_the_result(&mut v);
    v.press(Command::View)
        .press(Command::View)
        .sees("and before it 2 Mar")
        .sees("Before: ");
    // Weeks later nobody knows how nervous they were then.
    v.press(Command::Close).sleeps(mins(14 * 24 * 60));
    v.runs("past sittings").press(Command::Main);
    v.sees("Change: ").sees_not("How nervous are you now");
    v.press(Command::Right).sees_not("Nerves now");
}

#[test]
fn the_result_can_be_read_on_the_smallest_screen() {
    let mut v = Visit::new().ignore_toasts().size(40, 10);
    places::whole(&mut v, "apprentice-panel-15");
    to_the_result(&mut v);
    v.sees("Change: ");
    v.press(Command::Last).sees("greenroom drill --code");
}

#[test]
fn the_ladder_is_climbed_only_by_those_who_want_to() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome);
    while !v.screen().has("The lowest rung") {
        v.press(Command::Down);
    }
    v.press(Command::Main)
        .is_in(Context::Ladder)
        .sees("any rung may be taken");
    v.press(Command::View)
        .sees("My worry is words")
        .sees("Write down only the first sentence");
    v.press_times(Command::Right, 2)
        .sees("Nerves now: 6 of 10.");
    v.press(Command::Main)
        .is_in(Context::Think)
        .sees("Outline open, no clock")
        .sees("Outline: ");
    v.file("practice/2026/….toml")
        .contains("rung = 0")
        .contains("seconds = 6");
    // Nothing of it is rated, and nothing reminds of how it went before.
    v.sees_not("the last time").sees_not("How will this go?");
    for _ in 0..2 {
        v.press(Command::Main)
            .pastes("I have led a team of six for three years.")
            .press(Command::Save);
    }
    v.is_in(Context::Results).sees_not("hint");
    v.sees("Nothing was rated. You have done the lowest rung");
    v.file("practice/2026/….toml").lacks("[[rating]]");
    v.sees("How nervous are you now").press(Command::Close);
    v.sees("You have done the lowest rung.").sees_not("easy");
    v.press_times(Command::Up, 6)
        .press_times(Command::Down, 3)
        .press(Command::Main);
    v.is_in(Context::Ready)
        .sees("One take, somebody who says nothing");
    v.press(Command::Pause)
        .sees_not("Skip")
        .sees_not("Show the next hint");
}

#[test]
fn who_skips_the_lowest_rung_is_told_that_one_answer_leads_on() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("ladder against nerves").press(Command::Main);
    while v.context() != Context::Results {
        crate::results::skip_on(&mut v);
    }
    v.sees("Nothing was rated. One answer on this rung leads on.")
        .sees_not("offered")
        .sees("skipped")
        .sees_not("not rated");
    v.press(Command::Close)
        .sees("Once more here; one answer leads on.");
}

#[test]
fn who_answers_aloud_does_so_on_the_lowest_rung_too() {
    let profile = "format = 1\ninput = \"aloud\"\n";
    let mut v = Visit::new().with_file("profile.toml", profile);
    v.runs("ladder against nerves").press(Command::Main);
    v.is_in(Context::Ready).sees("Outline: ");
}

#[test]
fn a_warm_up_is_not_rated_and_leaves_no_trace() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome);
    while !v.screen().has("To hear your own voice first") {
        v.press(Command::Down);
    }
    v.press(Command::Main).is_in(Context::Think).sees("Warm-up");
    for _ in 0..2 {
        // Where nothing is rated, nobody is asked for a rating beforehand.
        v.sees_not("How will this go?");
        v.press(Command::Main)
            .pastes("Something said aloud, to begin with.")
            .press(Command::Save);
    }
    v.is_in(Context::Results).sees("Nothing was rated.");
    v.file("practice/2026/….toml")
        .contains("warm_up = true")
        .lacks("expected")
        .lacks("[[rating]]");
    v.restart();
    assert!(v.app().model().practice.history.facts().is_empty());
}

#[test]
fn nerves_on_the_ladder_are_asked_anew_each_time_and_at_the_smallest_size() {
    let mut v = places::visit().size(40, 10);
    v.runs("ladder against nerves").is_in(Context::Ladder);
    v.sees("How nervous are you").sees("Outline open").sees("↓");
    v.press_times(Command::Right, 2)
        .sees("Nerves now: 6 of 10.");
    v.press(Command::Last)
        .sees("A panel")
        .sees("Nerves now: 6 of 10.");
    v.press(Command::First).press(Command::Main);
    places::on_to(&mut v, Context::Results);
    v.file("practice/2026/2026-03-03….toml")
        .contains("what = \"nerves\"")
        .contains("seconds = 6");
    v.press(Command::Close).is_in(Context::Ladder);
    v.sees("How nervous are you").sees_not("Nerves now");
}

#[test]
fn a_clock_that_runs_on_is_not_shown_standing_still() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "one-way-5q");
    places::on_to(&mut v, Context::Answer);
    v.wait(secs(6)).press(Command::Pause);
    v.sees("The clock is running").sees_not("at 0:06");
}

#[test]
fn who_is_cut_off_has_one_sentence_left_whatever_the_target_time_was() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "panel-45");
    v.press(Command::Record);
    for _ in 0..40 {
        let speaks = v.context() == Context::Aloud;
        for _ in 0..20 {
            if speaks && !v.screen().has("They cut in") {
                v.wait(secs(6));
            }
        }
        if v.screen().has("They cut in") {
            v.sees("one sentence more").sees_not("in the target time");
            v.wait(secs(30)).sees(" over");
            return;
        }
        v.press(Command::Main);
    }
    panic!("nobody cut in");
}
