//! Reads any type from the tree of a TOML text, and says at which place it could not.
//!
//! The reader that comes with `toml` is built anew for every type, several times over, which was a quarter of the
//! program. This one has a single way into each type: keys, values and places are all a `Node`.

use std::cell::RefCell;
use std::ops::Range;

use serde::de::{self, DeserializeOwned, Deserializer, Expected, Unexpected, Visitor};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

mod inside;
mod slip;

use inside::{Array, Choice, Table};
pub use slip::Slip;

/// Reads a text.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Slip> {
    let tree = DeTable::parse(text)?;
    let span = tree.span();
    value(&Spanned::new(span, DeValue::Table(tree.into_inner())))
}

/// Reads a value of a tree.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn value<T: DeserializeOwned>(value: &Spanned<DeValue<'_>>) -> Result<T, Slip> {
    T::deserialize(Node::value(value, None))
}

/// A name in a table for which the type that was read has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// Where the name stands, in bytes.
    pub at: usize,
    /// The name.
    pub name: String,
    /// The names that the type has.
    pub fields: &'static [&'static str],
}

/// Who hears of strangers.
type Ear<'n> = Option<&'n RefCell<Vec<Stranger>>>;

/// Reads a value of a tree as [`value`] does, and gives the strangers that were met on the way.
pub fn value_with_strangers<T: DeserializeOwned>(
    value: &Spanned<DeValue<'_>>,
) -> (Result<T, Slip>, Vec<Stranger>) {
    let strangers = RefCell::default();
    let read = T::deserialize(Node::value(value, Some(&strangers)));
    (read, strangers.into_inner())
}

/// Something that can be read.
#[derive(Clone)]
struct Node<'n> {
    what: What<'n>,
    span: Range<usize>,
    ear: Ear<'n>,
}

#[derive(Clone, Copy)]
enum What<'n> {
    Value(&'n DeValue<'n>),
    /// A key, or a date as it is written.
    Word(&'n str),
    /// A key under which `toml` asks for something.
    Name(&'static str),
    /// Where a value begins or ends.
    Place(usize),
}

impl<'n> Node<'n> {
    fn value(value: &'n Spanned<DeValue<'n>>, ear: Ear<'n>) -> Self {
        Self {
            what: What::Value(value.get_ref()),
            span: value.span(),
            ear,
        }
    }

    fn word(word: &'n str, span: Range<usize>) -> Self {
        Self {
            what: What::Word(word),
            span,
            ear: None,
        }
    }

    const fn name(name: &'static str, span: Range<usize>) -> Self {
        Self {
            what: What::Name(name),
            span,
            ear: None,
        }
    }

    /// A text, a key, or a word that chooses among several.
    fn as_word(&self) -> Option<&'n str> {
        match self.what {
            What::Word(word) | What::Name(word) => Some(word),
            What::Value(DeValue::String(text)) => Some(text),
            What::Value(_) | What::Place(_) => None,
        }
    }

    fn as_array(&self) -> Option<Array<'n>> {
        match self.what {
            What::Value(DeValue::Array(array)) => Some(Array::of(array, self.ear)),
            _ => None,
        }
    }

    /// The table, or what stands for one.
    fn as_table(&self) -> Option<Table<'n>> {
        match self.what {
            What::Value(DeValue::Table(table)) => Some(Table::of(table, self.ear)),
            What::Value(DeValue::Datetime(date)) => {
                Some(Table::Date(Some(date.to_string()), self.span.clone()))
            }
            _ => None,
        }
    }

    fn as_number(&self) -> Option<Number> {
        match self.what {
            What::Value(DeValue::Integer(number)) => {
                let (text, radix) = (number.as_str(), number.radix());
                let signed = i64::from_str_radix(text, radix).map(Number::Signed);
                signed
                    .or_else(|_| u64::from_str_radix(text, radix).map(Number::Unsigned))
                    .ok()
            }
            What::Value(DeValue::Float(number)) => number.as_str().parse().ok().map(Number::Float),
            What::Place(place) => u64::try_from(place).ok().map(Number::Unsigned),
            What::Value(_) | What::Word(_) | What::Name(_) => None,
        }
    }

    /// Tells names that are not among the fields.
    fn hear(&self, fields: &'static [&'static str]) {
        let (Some(ear), What::Value(DeValue::Table(table))) = (self.ear, self.what) else {
            return;
        };
        let keys = table
            .keys()
            .filter(|key| !fields.contains(&key.get_ref().as_ref()));
        ear.borrow_mut().extend(keys.map(|key| Stranger {
            at: key.span().start,
            name: key.get_ref().to_string(),
            fields,
        }));
    }

    /// Something else is needed here.
    fn wrong(&self, wanted: &dyn Expected) -> Slip {
        let large;
        let found = match (self.as_number(), self.as_word()) {
            (Some(Number::Signed(number)), _) => Unexpected::Signed(number),
            (Some(Number::Unsigned(number)), _) => Unexpected::Unsigned(number),
            (Some(Number::Float(number)), _) => Unexpected::Float(number),
            (None, Some(word)) => Unexpected::Str(word),
            (None, None) => match self.what {
                What::Value(DeValue::Boolean(yes)) => Unexpected::Bool(*yes),
                What::Value(DeValue::Array(_)) => Unexpected::Seq,
                What::Value(DeValue::Integer(number)) => {
                    large = format!("integer `{}`", number.as_str());
                    Unexpected::Other(&large)
                }
                _ => Unexpected::Map,
            },
        };
        let slip: Slip = de::Error::invalid_type(found, wanted);
        slip.at(&self.span)
    }
}

enum Number {
    Signed(i64),
    Unsigned(u64),
    Float(f64),
}

impl Number {
    fn visit<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match self {
            Self::Signed(number) => visitor.visit_i64(number),
            Self::Unsigned(number) => visitor.visit_u64(number),
            Self::Float(number) => visitor.visit_f64(number),
        }
    }
}

/// Questions that are answered in the same way.
macro_rules! alike {
    ($like:ident: $($method:ident)+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
            self.$like(visitor)
        }
    )+};
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = Slip;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match self.what {
            What::Value(DeValue::Boolean(_)) => self.deserialize_bool(visitor),
            What::Value(DeValue::Array(_)) => self.deserialize_seq(visitor),
            What::Value(DeValue::Table(_) | DeValue::Datetime(_)) => self.deserialize_map(visitor),
            What::Value(DeValue::String(_)) | What::Word(_) | What::Name(_) => {
                self.deserialize_str(visitor)
            }
            What::Value(DeValue::Integer(_) | DeValue::Float(_)) | What::Place(_) => {
                self.deserialize_i64(visitor)
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match self.what {
            What::Value(DeValue::Boolean(yes)) => visitor.visit_bool(*yes),
            _ => Err(self.wrong(&visitor)),
        }
        .map_err(|slip: Slip| slip.at(&self.span))
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match self.as_number() {
            Some(number) => number.visit(visitor).map_err(|slip| slip.at(&self.span)),
            None => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match (self.what, self.as_word()) {
            (What::Name(name), _) => visitor.visit_borrowed_str(name),
            (_, Some(word)) => visitor.visit_str(word),
            (_, None) => Err(self.wrong(&visitor)),
        }
        .map_err(|slip: Slip| slip.at(&self.span))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match self.as_array() {
            Some(array) => (visitor.visit_seq(array)).map_err(|slip| slip.at(&self.span)),
            None => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        match self.as_table() {
            Some(table) => (visitor.visit_map(table)).map_err(|slip| slip.at(&self.span)),
            None => Err(self.wrong(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Slip> {
        if fields == inside::PLACED {
            return visitor.visit_map(Table::placed(self));
        }
        self.hear(fields);
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Slip> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Slip> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Slip> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Slip> {
        let span = self.span.clone();
        let choice = Choice::of(self)?;
        (visitor.visit_enum(choice)).map_err(|slip| slip.at(&span))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Slip> {
        visitor.visit_unit()
    }

    alike! { deserialize_i64: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_u8 deserialize_u16
    deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 }
    alike! { deserialize_str: deserialize_char deserialize_string deserialize_identifier deserialize_bytes
    deserialize_byte_buf }
    alike! { deserialize_map: deserialize_unit }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Slip> {
        self.deserialize_map(visitor)
    }
}

#[cfg(test)]
mod tests;
