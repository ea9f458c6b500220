//! What somebody else said to an answer, packed and read back.

use crate::domain::practice::record::Comment;
use crate::store::pressed::{Eye, Pen};

pub(super) fn put(pen: &mut Pen<'_>, one: &Comment) {
    pen.put(&(9_u8, one.index, one.rater));
    pen.moment(one.at);
    pen.name(&one.by);
    pen.name(&one.change);
}

pub(super) fn take(eye: &mut Eye<'_>) -> Option<Comment> {
    let (index, rater) = eye.get()?;
    Some(Comment {
        index,
        rater,
        at: eye.moment()?,
        by: eye.text()?,
        keep: String::new(),
        change: eye.text()?,
        text: String::new(),
    })
}
