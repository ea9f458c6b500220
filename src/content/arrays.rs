//! Says one thing for every array of a content file.

/// Runs the body once for each array of a `raw::File`, with `$records` as a mutable reference to its `Vec`.
macro_rules! each_array {
    ($file:expr, |$records:ident| $body:expr) => {
        each_array! { @ $file, $records, $body,
            stage question item dimension exemplar perspective checklist scenario panel persona blueprint
            ask template plan story_prompt competency family framework topic
        }
    };
    (@ $file:expr, $records:ident, $body:expr, $($array:ident)+) => {
        $({
            let $records = &mut $file.$array;
            $body
        })+
    };
}
pub(super) use each_array;
