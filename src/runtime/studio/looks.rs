//! What the screen looks like.

use crate::domain::settings::{Config, GlyphSet};
use crate::look::detect::Environment;
use crate::look::{Look, Theme, glyphs};

/// Theme and symbols, from the settings and from what the environment says of the terminal.
pub fn of(config: &Config, env: &[(String, String)]) -> Look {
    let get = |name: &str| {
        env.iter()
            .find(|(n, v)| n == name && !v.is_empty())
            .map(|(_, v)| v.as_str())
    };
    let environment = Environment {
        term: get("TERM"),
        colorterm: get("COLORTERM"),
        no_color: get("NO_COLOR"),
        locale: get("LC_ALL")
            .or_else(|| get("LC_CTYPE"))
            .or_else(|| get("LANG")),
    };
    let depth = environment.depth();
    let ascii = match config.glyphs {
        GlyphSet::Auto => environment.wants_ascii(),
        GlyphSet::Ascii => true,
        GlyphSet::Unicode => false,
    };
    Look {
        theme: Theme::shipped(&config.theme, depth).unwrap_or_else(|| Theme::terminal(depth)),
        glyphs: if ascii {
            &glyphs::ASCII
        } else {
            &glyphs::UNICODE
        },
        depth,
    }
}
