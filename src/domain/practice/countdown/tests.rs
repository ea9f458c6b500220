//! Clocks that stop, sleep, jump and are noticed late.

use std::time::Duration;

use crate::seeded::cases;
use proptest::prelude::*;

use super::*;
use crate::domain::time::{Mono, Now};

fn at(seconds: f64) -> Now {
    wall_at(seconds, seconds)
}

/// Monotonic and wall reading apart.
fn wall_at(mono: f64, wall: f64) -> Now {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "small figures of this test"
    )]
    let millis = (wall * 1000.0) as i64;
    let start = chrono::DateTime::parse_from_rfc3339("2026-03-29T01:59:50+01:00").expect("a date");
    Now {
        mono: Mono(Duration::from_secs_f64(mono + 100.0)),
        wall: start + chrono::Duration::milliseconds(millis),
    }
}

const SPAN: Span = Span { min: 60, max: 130 };

fn window() -> Countdown {
    Countdown::start(Some(SPAN), Pacing::Window, at(0.0))
}

#[test]
fn time_is_computed_from_the_start_and_pauses_are_left_out() {
    let mut clock = window();
    clock.pause(at(10.0));
    assert_eq!(clock.seconds(at(500.0)), 10);
    assert_eq!(clock.paused(at(500.0)), Duration::from_secs(490));
    clock.resume(at(500.0));
    clock.resume(at(505.0));
    assert_eq!(clock.seconds(at(520.0)), 30);
    assert_eq!(clock.paused(at(520.0)), Duration::from_secs(490));
}

#[test]
fn the_edges_of_the_window_are_words() {
    let clock = window();
    assert_eq!(clock.edge(at(59.9)), Some(Edge::Before));
    assert_eq!(clock.edge(at(60.0)), Some(Edge::Inside));
    assert_eq!(clock.edge(at(130.9)), Some(Edge::Inside));
    assert_eq!(clock.edge(at(131.0)), Some(Edge::Over));
}

#[test]
fn a_laptop_that_slept_is_noticed_and_not_counted() {
    let mut clock = window();
    assert_eq!(clock.notice(wall_at(20.0, 20.0)), None);
    assert_eq!(
        clock.notice(wall_at(21.0, 741.0)),
        Some(Duration::from_mins(12))
    );
    assert_eq!(clock.seconds(wall_at(21.0, 741.0)), 21);
    assert_eq!(clock.paused(wall_at(21.0, 741.0)), Duration::from_mins(12));
    assert_eq!(clock.notice(wall_at(22.0, 742.0)), None);
}

#[test]
fn small_steps_of_the_wall_clock_and_steps_back_change_nothing() {
    let mut clock = window();
    assert_eq!(clock.notice(wall_at(10.0, 14.0)), None);
    assert_eq!(clock.notice(wall_at(20.0, -3600.0)), None);
    assert_eq!(clock.notice(wall_at(30.0, -3590.0)), None);
    assert_eq!(clock.seconds(wall_at(30.0, -3590.0)), 30);
    assert_eq!(clock.paused(wall_at(30.0, -3590.0)), Duration::ZERO);
}

#[test]
fn only_a_hard_clock_ends_anything_and_it_knows_since_when() {
    assert_eq!(window().over_since(at(1000.0)), None);
    let mut hard = Countdown::start(Some(SPAN), Pacing::Hard, at(0.0));
    assert_eq!(hard.over_since(at(129.9)), None);
    assert_eq!(hard.over_since(at(190.0)), Some(at(130.0)));
    hard.pause(at(100.0));
    assert_eq!(hard.over_since(at(1000.0)), None);
    hard.resume(at(1000.0));
    assert_eq!(hard.over_since(at(1031.0)), Some(at(1030.0)));
}

#[test]
fn it_wakes_at_whole_seconds_minutes_or_edges() {
    let clock = window();
    let wake = |clock: &Countdown, now: f64, announce| {
        clock
            .next_wake(at(now), announce)
            .map(|m| (m.since(at(0.0).mono)).as_secs_f64())
    };
    assert_eq!(wake(&clock, 3.2, Announce::Seconds), Some(4.0));
    assert_eq!(wake(&clock, 4.0, Announce::Seconds), Some(5.0));
    assert_eq!(wake(&clock, 3.2, Announce::Minutes), Some(60.0));
    assert_eq!(wake(&clock, 121.0, Announce::Minutes), Some(131.0));
    assert_eq!(wake(&clock, 3.2, Announce::Marks), Some(60.0));
    assert_eq!(wake(&clock, 60.0, Announce::Marks), Some(131.0));
    assert_eq!(wake(&clock, 131.0, Announce::Marks), None);

    let hard = Countdown::start(Some(SPAN), Pacing::Hard, at(0.0));
    assert_eq!(wake(&hard, 60.0, Announce::Marks), Some(130.0));
    let mut paused = window();
    paused.pause(at(1.0));
    assert_eq!(wake(&paused, 2.0, Announce::Seconds), None);
    let none = Countdown::start(Some(SPAN), Pacing::None, at(0.0));
    assert_eq!(wake(&none, 2.0, Announce::Seconds), None);
    assert_eq!(none.edge(at(2.0)), None);
}

#[test]
fn ten_minutes_of_odd_ticks_do_not_drift() {
    let mut clock = window();
    let mut now = 0.0;
    while now < 600.0 {
        now += 0.937;
        clock.notice(at(now));
    }
    let off = clock.elapsed(at(600.0)).as_secs_f64() - 600.0;
    assert!(off.abs() < 0.001, "{off}");
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn whatever_the_clocks_do_time_never_runs_backward(
        steps in prop::collection::vec((0u32..4000, -90_000_000i64..90_000_000, 0u8..4), 1..40)
    ) {
        let mut clock = Countdown::start(Some(SPAN), Pacing::Hard, at(0.0));
        let (mut mono, mut last) = (0.0, Duration::ZERO);
        for (ahead, wall, what) in steps {
            mono += f64::from(ahead) / 1000.0;
            #[expect(clippy::cast_precision_loss, reason = "any wall time will do")]
            let now = wall_at(mono, wall as f64);
            match what {
                0 => clock.pause(now),
                1 => clock.resume(now),
                _ => drop(clock.notice(now)),
            }
            prop_assert!(clock.elapsed(now) >= last);
            last = clock.elapsed(now);
            prop_assert!(clock.next_wake(now, Announce::Seconds).is_none_or(|w| w > now.mono));
        }
    }
}
