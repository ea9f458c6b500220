//! A form: fields in reading order, one of them with the focus.
