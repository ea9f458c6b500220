//! Says one thing for every array of a content file.

/// Runs the body once for each array of a `raw::File`, with `$records` as a mutable reference to its `Vec`.
macro_rules! each_array {
    ({ $file:expr, $records:ident, $body:expr } $($array:ident $type:ident $shelf:ident,)+) => {
        $({
            let $records = &mut $file.$array;
            $body
        })+
    };
    ($file:expr, |$records:ident| $body:expr) => {
        $crate::content::packed::shelves!(each_array! { $file, $records, $body })
    };
}
pub(super) use each_array;
