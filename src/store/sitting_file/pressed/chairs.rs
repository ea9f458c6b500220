//! Two friends at one laptop, packed and read back.

use crate::domain::id::DimensionId;
use crate::domain::practice::record::{Noted, Pair};
use crate::store::pressed::{Eye, Pen};

pub(super) fn pair(pen: &mut Pen<'_>, pair: &Pair) {
    pen.put(&(pair.first, pair.swap));
    pen.name(&pair.me);
    pen.name(&pair.friend);
}

pub(super) fn take_pair(eye: &mut Eye<'_>) -> Option<Pair> {
    let (first, swap) = eye.get()?;
    Some(Pair {
        me: eye.text()?,
        friend: eye.text()?,
        first,
        swap,
    })
}

pub(super) fn noted(pen: &mut Pen<'_>, one: &Noted) {
    pen.put(&(6_u8, one.index, one.seat, one.second, one.what));
    pen.moment(one.at);
    pen.put(&(one.n, one.mark, one.level));
    pen.each(one.dimension.as_slice(), |pen, id| pen.name(id.as_str()));
}

pub(super) fn take_noted(eye: &mut Eye<'_>) -> Option<Noted> {
    let (index, seat, second, what) = eye.get()?;
    let at = eye.moment()?;
    let (n, mark, level) = eye.get()?;
    let dimension = eye.each(|eye| eye.name().map(DimensionId::shared))?;
    Some(Noted {
        index,
        seat,
        at,
        second,
        what,
        n,
        mark,
        dimension: dimension.into_iter().next(),
        level,
        text: String::new(),
    })
}
