//! Every text is read as the reader that comes with `toml` reads it, and refused at the same place in the same words.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Deserialize;
use toml::value::Datetime;

use super::*;
use crate::content::raw::{Date, File};
use crate::content::shipped;

/// What both readers make of a text.
fn both<T: DeserializeOwned + Debug>(text: &str) -> [String; 2] {
    let theirs = toml::from_str::<T>(text).map_err(Slip::from);
    [read::<T>(text), theirs].map(|made| match made {
        Ok(made) => format!("{made:?}"),
        Err(slip) => format!("{:?} {}", slip.span(), slip.message()),
    })
}

fn alike<T: DeserializeOwned + Debug>(text: &str) -> String {
    let [ours, theirs] = both::<T>(text);
    assert_eq!(ours, theirs, "{text}");
    ours
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only looked at as a whole")]
struct Thing {
    word: Option<String>,
    small: Option<u8>,
    large: Option<i64>,
    part: Option<f64>,
    yes: Option<bool>,
    list: Option<Vec<u8>>,
    pair: Option<(u8, String)>,
    at: Option<Datetime>,
    placed: Option<Spanned<Vec<u8>>>,
    choice: Option<Pick>,
    names: Option<BTreeMap<String, u8>>,
    inner: Option<Box<Self>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Pick {
    First,
    #[expect(dead_code, reason = "only looked at as a whole")]
    WithOne(u8),
}

#[test]
fn values_of_every_shape_are_read_alike() {
    for text in [
        "",
        "word = \"a\\tb\"",
        "word = '''raw'''",
        "small = 0xff",
        "large = -1_000",
        "part = 2",
        "part = -0.5e3",
        "part = inf",
        "yes = true",
        "list = [1, 2]",
        "pair = [1, 'a']",
        "at = 2026-05-01T10:00:00+02:00",
        "at = 10:00:00",
        "placed = [ 1 ]",
        "choice = 'first'",
        "choice = { with-one = 3 }",
        "names = { a = 1, \"b c\" = 2 }",
        "[inner]\nword = 'x'\n[inner.inner]\nsmall = 1",
    ] {
        let read = alike::<Thing>(text);
        assert!(read.starts_with("Thing"), "{text}: {read}");
    }
}

#[test]
fn mistakes_are_told_at_the_same_place_in_the_same_words() {
    for text in [
        "word",
        "word = 3",
        "word = 1979-05-27",
        "small = 256",
        "small = -1",
        "small = 1.5",
        "small = 'x'",
        "large = 9223372036854775808",
        "part = 'x'",
        "yes = 1",
        "list = 1",
        "list = [1, 'x']",
        "list = [1, 300]",
        "list = {}",
        "pair = [1]",
        "at = 'monday'",
        "placed = 'x'",
        "placed = [1, 'x']",
        "choice = 'second'",
        "choice = 3",
        "choice = { second = 3 }",
        "choice = { with-one = 'x' }",
        "names = { a = 'x' }",
        "names = 3",
        "inner = 3",
        "inner = { wrod = 'x' }",
        "[inner]\nword = 1\nsmall = 1",
        "wrod = 1",
    ] {
        let told = alike::<Thing>(text);
        assert!(!told.starts_with("Thing"), "{text}: {told}");
    }
}

/// A number that says only after it was read that it is wrong.
#[derive(Debug)]
#[expect(dead_code, reason = "only looked at as a whole")]
struct Even(u8);

impl<'de> Deserialize<'de> for Even {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = u8::deserialize(from)?;
        let even = number.is_multiple_of(2).then_some(Self(number));
        even.ok_or_else(|| de::Error::custom("an even number is needed"))
    }
}

#[test]
fn what_is_found_wrong_after_the_reading_has_its_place_too() {
    type Table = BTreeMap<String, Even>;
    assert_eq!(alike::<Table>("a = 2"), "{\"a\": Even(2)}");
    assert!(alike::<Table>("a = 2\nb = 3").starts_with("Some(10..11)"));
    alike::<BTreeMap<String, Vec<Even>>>("a = [2, 3]");
}

#[test]
fn what_may_be_written_in_two_ways_is() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only looked at as a whole")]
    struct Dated {
        day: Date,
    }
    for text in [
        "day = 2026-05-01",
        "day = '2026-05-01'",
        "day = 5",
        "day = { a = 1 }",
        "day = ['x']",
    ] {
        alike::<Dated>(text);
    }
}

#[test]
fn the_whole_library_is_read_alike() {
    let mut read = 0;
    for (_, text) in shipped::sources() {
        alike::<File>(text);
        read += 1;
    }
    assert!(read > 20, "{read}");
}

#[test]
fn a_list_in_the_place_of_a_table_is_refused() {
    let slip = read::<Thing>("inner = ['x']").expect_err("no table");
    assert_eq!(slip.span(), Some(8..13));
    assert!(
        slip.message().starts_with("invalid type: sequence"),
        "{slip}"
    );
}
