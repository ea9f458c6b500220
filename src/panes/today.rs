//! Today.
use super::*;
use crate::desk::*;
#[derive(Default)]
pub struct Today;
impl Pane for Today {
    fn context(&self, _m: &Model) -> Context {
        Context::Today
    }
    fn update(&mut self, _m: &Msg, _d: &mut Desk<'_>) {}
    fn head(&self, _v: &View<'_>) -> Head {
        Head::Sections {
            active: Section::Today,
            fact: String::new(),
        }
    }
    fn draw(&self, _v: &View<'_>, _a: Rect, _o: &mut Canvas<'_>) {}
}
