//! Progress.
use super::*;
use crate::desk::*;
#[derive(Default)]
pub struct Progress;
impl Pane for Progress {
    fn context(&self, _m: &Model) -> Context {
        Context::Progress
    }
    fn update(&mut self, _m: &Msg, _d: &mut Desk<'_>) {}
    fn head(&self, _v: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Progress,
            fact: String::new(),
        }
    }
    fn draw(&self, _v: &View<'_>, _a: Rect, _o: &mut Canvas<'_>) {}
}
