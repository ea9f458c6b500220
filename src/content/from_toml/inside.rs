//! What is inside of lists, tables and choices.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::{
    self, DeserializeSeed, Deserializer as _, EnumAccess, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{Ear, Node, Slip, What};

/// The names under which `toml` asks for a date and for a value with its place.
const DATE: &str = "$__toml_private_datetime";
pub(super) const PLACED: [&str; 3] = [
    "$__serde_spanned_private_start",
    "$__serde_spanned_private_end",
    "$__serde_spanned_private_value",
];

/// The rest of a list.
pub(super) struct Array<'n>(std::slice::Iter<'n, Spanned<DeValue<'n>>>, Ear<'n>);

impl<'n> Array<'n> {
    pub(super) fn of(array: &'n DeArray<'n>, ear: Ear<'n>) -> Self {
        Self(array.iter(), ear)
    }
}

impl<'de> SeqAccess<'de> for Array<'_> {
    type Error = Slip;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Slip> {
        let next = self.0.next();
        next.map(|value| seed.deserialize(Node::value(value, self.1)))
            .transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// A key and its value.
type Entry<'n> = (Node<'n>, Node<'n>);

/// The rest of a table, or of what stands for one.
pub(super) enum Table<'n> {
    /// What is left, and the value of the key that was read last.
    Entries(
        toml::map::Iter<'n, Spanned<Cow<'n, str>>, Spanned<DeValue<'n>>>,
        Option<Node<'n>>,
        Ear<'n>,
    ),
    /// A date under the name for it.
    Date(Option<String>, Range<usize>),
    /// A value with its place.
    Placed(std::slice::Iter<'static, &'static str>, Node<'n>),
}

fn entry<'n>(
    (key, value): (&'n Spanned<Cow<'n, str>>, &'n Spanned<DeValue<'n>>),
    ear: Ear<'n>,
) -> Entry<'n> {
    let name = Node::word(key.get_ref(), key.span());
    (name, Node::value(value, ear))
}

impl<'n> Table<'n> {
    pub(super) fn of(table: &'n DeTable<'n>, ear: Ear<'n>) -> Self {
        Self::Entries(table.iter(), None, ear)
    }

    /// A value with its place, where that is asked for.
    pub(super) fn placed(value: Node<'n>) -> Self {
        Self::Placed(PLACED.iter(), value)
    }
}

impl<'de> MapAccess<'de> for Table<'_> {
    type Error = Slip;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Slip> {
        let key = match self {
            Self::Entries(rest, last, ear) => rest.next().map(|next| {
                let (key, value) = entry(next, *ear);
                *last = Some(value);
                key
            }),
            Self::Date(date, span) => (date.as_ref()).map(|_| Node::name(DATE, span.clone())),
            Self::Placed(names, value) => {
                (names.as_slice().first()).map(|name| Node::name(name, value.span.clone()))
            }
        };
        key.map(|key| seed.deserialize(key)).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Slip> {
        let date;
        let value = match self {
            Self::Entries(_, last, _) => last.take(),
            Self::Date(text, span) => {
                date = text.take().unwrap_or_default();
                Some(Node::word(&date, span.clone()))
            }
            Self::Placed(names, value) => names.next().map(|name| {
                let mut node = value.clone();
                if *name == PLACED[0] {
                    node.what = What::Place(value.span.start);
                } else if *name == PLACED[1] {
                    node.what = What::Place(value.span.end);
                }
                node
            }),
        };
        let unasked = || -> Slip { de::Error::custom("a value was asked for before its key") };
        let value = value.ok_or_else(unasked)?;
        let span = value.span.clone();
        seed.deserialize(value).map_err(|slip| slip.at(&span))
    }

    fn size_hint(&self) -> Option<usize> {
        match self {
            Self::Entries(rest, ..) => Some(rest.len()),
            Self::Date(..) | Self::Placed(..) => None,
        }
    }
}

/// One of several: a word, or a table whose only key is the word.
pub(super) struct Choice<'n> {
    word: Node<'n>,
    with: Option<Node<'n>>,
}

impl<'n> Choice<'n> {
    /// The choice that is written there.
    pub(super) fn of(node: Node<'n>) -> Result<Self, Slip> {
        if node.as_word().is_some() {
            return Ok(Self {
                word: node,
                with: None,
            });
        }
        let told = match node.what {
            What::Value(DeValue::Table(table)) if table.len() == 1 => {
                let (word, value) = table
                    .iter()
                    .map(|one| entry(one, node.ear))
                    .next()
                    .expect("one");
                let with = Some(value);
                return Ok(Self { word, with });
            }
            What::Value(DeValue::Table(_)) => "a table with exactly one key is needed",
            _ => "wanted string or table",
        };
        let slip: Slip = de::Error::custom(told);
        Err(slip.at(&node.span))
    }

    /// What stands beside the word, where something must.
    fn with(self, wanted: &str) -> Result<Node<'n>, Slip> {
        let missing = || de::Error::invalid_type(Unexpected::UnitVariant, &wanted);
        self.with.ok_or_else(missing)
    }
}

impl<'de> EnumAccess<'de> for Choice<'_> {
    type Error = Slip;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Slip> {
        let word = seed.deserialize(self.word.clone())?;
        Ok((word, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_> {
    type Error = Slip;

    fn unit_variant(self) -> Result<(), Slip> {
        match self.with {
            None => Ok(()),
            Some(with) => Err(with.wrong(&"nothing beside the word")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Slip> {
        seed.deserialize(self.with("newtype variant")?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Slip> {
        self.with("tuple variant")?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Slip> {
        self.with("struct variant")?.deserialize_map(visitor)
    }
}
