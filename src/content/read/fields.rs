//! The names of a record's fields, taken from the type itself so that no second list can grow stale.

use std::fmt;

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

/// The names of the fields of a struct, in its order; none for any other type.
pub fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut fields: &'static [&'static str] = &[];
    let asked = T::deserialize(Ask(&mut fields));
    debug_assert!(asked.is_err(), "there is nothing to read");
    fields
}

/// Answers every question with an error, after noting which fields were asked for.
struct Ask<'f>(&'f mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Ask<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom(fmt::Error))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(Error::custom(fmt::Error))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::raw::{Datum, Topic};

    #[test]
    fn the_fields_are_those_of_the_type() {
        assert_eq!(fields_of::<Datum>(), ["ask", "reply"]);
        assert!(fields_of::<Topic>().contains(&"kinds"));
        assert!(fields_of::<Vec<String>>().is_empty());
    }
}
