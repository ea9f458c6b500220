//! The sign of a stage on the road of an application: behind, passed over, here, ahead.

use std::cmp::Ordering;

use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::look::Role;
use crate::look::glyphs::Glyphs;

/// What stands beside a stage at which there was no interview.
pub const PASSED: &str = "left out";

/// Whether the road went past a stage without anything that happened there.
pub fn is_passed(application: &Application, stage: StageId) -> bool {
    stage < application.stage && !application.was_at(stage)
}

/// Symbol and style of a stage.
pub fn sign(application: &Application, stage: StageId, g: &Glyphs) -> (&'static str, Role) {
    match stage.cmp(&application.stage) {
        Ordering::Less if is_passed(application, stage) => (g.none, Role::Dim),
        Ordering::Less => (g.done, Role::Done),
        Ordering::Equal => (g.here, Role::Accent),
        Ordering::Greater => (g.ahead, Role::Dim),
    }
}
