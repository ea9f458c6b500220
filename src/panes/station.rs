//! The sign of a stage on the road of an application: behind, left out, here, ahead.

use std::cmp::Ordering;

use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::look::Role;
use crate::look::glyphs::Glyphs;

/// What stands beside a stage at which there was no interview.
pub const LEFT_OUT: &str = "left out";

/// Whether the road went past a stage without anything that happened there.
pub fn is_left_out(application: &Application, stage: StageId) -> bool {
    stage < application.stage && !application.was_at(stage)
}

/// Where an application is with a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Behind,
    LeftOut,
    Here,
    Ahead,
}

impl Way {
    const ALL: [Self; 4] = [Self::Behind, Self::LeftOut, Self::Here, Self::Ahead];

    fn of(application: &Application, stage: StageId) -> Self {
        match stage.cmp(&application.stage) {
            Ordering::Less if is_left_out(application, stage) => Self::LeftOut,
            Ordering::Less => Self::Behind,
            Ordering::Equal => Self::Here,
            Ordering::Greater => Self::Ahead,
        }
    }

    const fn sign(self, g: &Glyphs) -> (&'static str, Role) {
        match self {
            Self::Behind => (g.done, Role::Done),
            Self::LeftOut => (g.none, Role::Dim),
            Self::Here => (g.here, Role::Accent),
            Self::Ahead => (g.ahead, Role::Dim),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Behind => "behind you",
            Self::LeftOut => LEFT_OUT,
            Self::Here => "here",
            Self::Ahead => "ahead",
        }
    }
}

/// Symbol and style of a stage.
pub fn sign(application: &Application, stage: StageId, g: &Glyphs) -> (&'static str, Role) {
    Way::of(application, stage).sign(g)
}

/// What the signs of a road say, of those that stand on it: `◐ here   ○ ahead`.
pub fn key(application: &Application, g: &Glyphs) -> String {
    let ways = StageId::ALL.map(|stage| Way::of(application, stage));
    let shown = Way::ALL.iter().filter(|way| ways.contains(way));
    let words: Vec<String> = shown
        .map(|way| format!("{} {}", way.sign(g).0, way.word()))
        .collect();
    words.join("   ")
}
