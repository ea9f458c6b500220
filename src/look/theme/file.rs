//! Reads a theme file.

use std::fmt;

use ratatui::style::{Color, Modifier, Style};
use serde::de::{self, Deserialize, Deserializer, Visitor};

use super::color::{self, Depth};
use super::{Role, Theme};
use crate::content::from_toml::{self, Slip};
use crate::content::place;
use crate::problem::Problem;

/// A theme as it is written, with all its colors; [`Sheet::theme`] fits it to a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    name: String,
    roles: [Look; 8],
}

/// How one role looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct Look {
    fg: Option<Shade>,
    bg: Option<Shade>,
    /// Where there are only sixteen colors; the nearest one when left out.
    fg_16: Option<Shade>,
    bg_16: Option<Shade>,
    bold: bool,
    underline: bool,
    reverse: bool,
}

/// The file: one table for each role, all of them optional.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: u32,
    #[serde(default)]
    ink: Look,
    #[serde(default)]
    dim: Look,
    #[serde(default)]
    accent: Look,
    #[serde(default)]
    mark: Look,
    #[serde(default = "bold")]
    strong: Look,
    #[serde(default)]
    done: Look,
    #[serde(default)]
    warn: Look,
    #[serde(default)]
    overlay: Look,
}

/// What is strong where a theme says nothing of it.
const fn bold() -> Look {
    Look {
        fg: None,
        bg: None,
        fg_16: None,
        bg_16: None,
        bold: true,
        underline: false,
        reverse: false,
    }
}

/// The format of theme files that this program reads.
const FORMAT: u32 = 1;

impl Sheet {
    /// Reads a theme. `file` is how the file is called in messages.
    ///
    /// # Errors
    /// The first mistake, with its place.
    pub fn read(name: &str, file: &str, text: &str) -> Result<Self, Box<Problem>> {
        let raw: Raw = from_toml::read(text).map_err(|e| Box::new(problem(file, text, &e)))?;
        if raw.format != FORMAT {
            return Err(Box::new(Problem::in_file(
                file,
                format!(
                    "This theme has format {}; this version of greenroom reads format {FORMAT}.",
                    raw.format
                ),
                "Use a theme made for this version, or a newer greenroom.",
            )));
        }
        Ok(Self {
            name: name.to_owned(),
            roles: [
                raw.ink,
                raw.dim,
                raw.accent,
                raw.mark,
                raw.strong,
                raw.done,
                raw.warn,
                raw.overlay,
            ],
        })
    }

    /// The theme in the colors that the terminal has.
    pub fn theme(&self, depth: Depth) -> Theme {
        if depth == Depth::None {
            return Theme::mono(self.name.clone());
        }
        Theme {
            name: self.name.clone(),
            styles: Role::ALL.map(|role| self.roles[role as usize].style(depth)),
        }
    }
}

impl Look {
    fn style(self, depth: Depth) -> Style {
        let pick = |shade: Option<Shade>, few: Option<Shade>| match (depth, few) {
            (Depth::Ansi, Some(few)) => Some(few.0),
            _ => shade.map(|s| color::lower(s.0, depth)),
        };
        let mut style = Style::new();
        style.fg = pick(self.fg, self.fg_16);
        style.bg = pick(self.bg, self.bg_16);
        for (on, modifier) in [
            (self.bold, Modifier::BOLD),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
        ] {
            if on {
                style = style.add_modifier(modifier);
            }
        }
        style
    }
}

/// A color of a theme file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shade(Color);

impl<'de> Deserialize<'de> for Shade {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shades)
    }
}

struct Shades;

impl Visitor<'_> for Shades {
    type Value = Shade;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a color: \"#rrggbb\", a number from 0 to 255, \"default\", or a name such as \"cyan\" or \"bright-cyan\"")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Shade, E> {
        let unknown = || E::invalid_value(de::Unexpected::Str(text), &self);
        color::parse(text).map(Shade).ok_or_else(unknown)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Shade, E> {
        let number = u8::try_from(number).ok();
        let unknown = || E::custom("a color number is one from 0 to 255");
        number
            .map(|n| Shade(color::numbered(n)))
            .ok_or_else(unknown)
    }
}

fn problem(file: &str, text: &str, error: &Slip) -> Problem {
    let told = place::mistake(file, text, error);
    let hint = format!(
        "{} Until it is mended, the theme `terminal` is used.",
        told.hint
    );
    Problem { hint, ..told }
}
