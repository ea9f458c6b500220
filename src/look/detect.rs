//! What a terminal can show, from what the environment says. Nothing is asked of the terminal itself.

use super::theme::Depth;

/// The words of the environment that tell about the terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Environment<'a> {
    /// `$TERM`.
    pub term: Option<&'a str>,
    /// `$COLORTERM`.
    pub colorterm: Option<&'a str>,
    /// `$NO_COLOR`; any value but the empty one means no colors (no-color.org).
    pub no_color: Option<&'a str>,
    /// The first of `$LC_ALL`, `$LC_CTYPE` and `$LANG` that is set and not empty.
    pub locale: Option<&'a str>,
}

/// Terminals that have 256 colors without saying so in their name.
const INDEXED: [&str; 7] = [
    "256color",
    "direct",
    "kitty",
    "alacritty",
    "foot",
    "ghostty",
    "wezterm",
];

impl Environment<'_> {
    /// How many colors there are.
    ///
    /// 24 bits only where `$COLORTERM` promises them, 256 only where `$TERM` does, since a terminal that is
    /// sent more than it knows draws something else instead.
    pub fn depth(&self) -> Depth {
        let term = self.term.unwrap_or_default();
        if self.no_color.is_some_and(|v| !v.is_empty()) || term == "dumb" {
            Depth::None
        } else if term == "linux" {
            Depth::Ansi
        } else if self
            .colorterm
            .is_some_and(|c| c == "truecolor" || c == "24bit")
        {
            Depth::True
        } else if INDEXED.iter().any(|name| term.contains(name)) {
            Depth::Indexed
        } else {
            Depth::Ansi
        }
    }

    /// Whether only plain symbols should be drawn: on the Linux console, and where the locale has no others.
    ///
    /// An unset locale counts as able: containers and remote shells often have none and can draw all.
    pub fn wants_ascii(&self) -> bool {
        let locale = self.locale.unwrap_or_default();
        let charset = locale
            .split_once('.')
            .map(|(_, charset)| charset.to_ascii_lowercase());
        let other = charset.is_some_and(|c| !c.starts_with("utf-8") && !c.starts_with("utf8"));
        matches!(self.term, Some("linux" | "dumb")) || matches!(locale, "C" | "POSIX") || other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(term: &str, colorterm: Option<&str>, no_color: Option<&str>) -> Depth {
        Environment {
            term: Some(term),
            colorterm,
            no_color,
            locale: None,
        }
        .depth()
    }

    #[test]
    fn a_terminal_gets_no_more_colors_than_it_promises() {
        assert_eq!(
            depth("xterm-256color", Some("truecolor"), None),
            Depth::True
        );
        assert_eq!(depth("xterm-256color", Some("24bit"), None), Depth::True);
        assert_eq!(depth("xterm-256color", None, None), Depth::Indexed);
        assert_eq!(depth("xterm-kitty", Some(""), None), Depth::Indexed);
        assert_eq!(depth("xterm", None, None), Depth::Ansi);
        assert_eq!(depth("linux", Some("truecolor"), None), Depth::Ansi);
        assert_eq!(
            depth("xterm-256color", Some("truecolor"), Some("1")),
            Depth::None
        );
        assert_eq!(depth("xterm-256color", None, Some("")), Depth::Indexed);
        assert_eq!(depth("dumb", None, None), Depth::None);
        assert_eq!(Environment::default().depth(), Depth::Ansi);
    }

    #[test]
    fn plain_symbols_are_chosen_where_others_would_be_garbled() {
        let ascii = |term, locale| {
            Environment {
                term: Some(term),
                locale,
                ..Environment::default()
            }
            .wants_ascii()
        };
        assert!(ascii("linux", Some("en_US.UTF-8")));
        assert!(ascii("xterm", Some("C")));
        assert!(ascii("xterm", Some("POSIX")));
        assert!(ascii("xterm", Some("de_DE.ISO-8859-1")));
        assert!(!ascii("xterm", Some("C.UTF-8")));
        assert!(!ascii("xterm", Some("en_US.utf8")));
        assert!(!ascii("xterm", Some("de_DE.UTF-8@euro")));
        assert!(!ascii("xterm", None));
    }
}
