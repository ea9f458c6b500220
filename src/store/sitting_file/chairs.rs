//! Two friends at one laptop in a sitting's file: who they are, and what either of them noted.

use toml_edit::Value;

use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::practice::record::{Form, Noted};
use crate::store::toml_out::{Lines, inline, moment, word};

/// The key of the head that says who they are.
pub fn pair(form: &Form) -> Option<Value> {
    let Form::Chairs(pair) = form else {
        return None;
    };
    Some(inline([
        ("me", pair.me.as_str().into()),
        ("friend", pair.friend.as_str().into()),
        ("first", word(pair.first).into()),
        ("swap", word(pair.swap).into()),
    ]))
}

/// What was noted.
pub fn noted(noted: &Noted) -> Lines {
    Lines::new()
        .put("index", i64::from(noted.index))
        .put("seat", word(noted.seat))
        .put("at", moment(noted.at))
        .put("second", i64::from(noted.second))
        .put("what", word(noted.what))
        .maybe("n", (noted.n > 0).then(|| i64::from(noted.n)))
        .maybe("mark", noted.mark.map(word))
        .maybe(
            "dimension",
            noted.dimension.as_ref().map(DimensionId::as_str),
        )
        .maybe("level", noted.level.map(Level::id))
        .maybe("text", Some(noted.text.as_str()).filter(|t| !t.is_empty()))
        .put("end", true)
}
