//! A key as a person names it: `ctrl+s`, `shift+tab`, `pgdn`, `G`, `space`.
//!
//! This file imports nothing, because the build script reads it too: the shipped keymap is turned into
//! rows by the same parser that reads the user's own lines.

use std::fmt;

/// What was pressed, modifiers aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A printable character; Shift is already in it (`G`, `?`).
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Del,
    /// Insert.
    Ins,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PgUp,
    /// Page down.
    PgDn,
    /// Home.
    Home,
    /// End.
    End,
    /// A function key, from 1.
    F(u8),
}

/// Names of the keys that are not characters: in files, then on the screen.
const NAMES: [(Code, &str, &str); 15] = [
    (Code::Enter, "enter", "Enter"),
    (Code::Esc, "esc", "Esc"),
    (Code::Tab, "tab", "Tab"),
    (Code::Backspace, "backspace", "Backspace"),
    (Code::Del, "del", "Del"),
    (Code::Ins, "ins", "Ins"),
    (Code::Up, "up", "Up"),
    (Code::Down, "down", "Down"),
    (Code::Left, "left", "Left"),
    (Code::Right, "right", "Right"),
    (Code::PgUp, "pgup", "PgUp"),
    (Code::PgDn, "pgdn", "PgDn"),
    (Code::Home, "home", "Home"),
    (Code::End, "end", "End"),
    (Code::Char(' '), "space", "Space"),
];

/// How arrow keys are shown: up, down, left, right.
pub type Arrows = [&'static str; 4];

/// Two keys that belong together: `←→`, and `Left Right` where they are words.
pub fn pair(first: &str, second: &str) -> String {
    let gap = if first.is_ascii() || second.is_ascii() {
        " "
    } else {
        ""
    };
    format!("{first}{gap}{second}")
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt (Option, Meta).
    pub alt: bool,
    /// With Shift; never set for a character, whose case or symbol says it.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A key with modifiers, brought into the one form in which keys are compared.
    ///
    /// Shift goes into the character. A letter with Ctrl is lower case, since terminals do not tell.
    pub fn new(code: Code, ctrl: bool, alt: bool, shift: bool) -> Self {
        let code = match code {
            Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
            Code::Char(c) if shift => Code::Char(c.to_ascii_uppercase()),
            other => other,
        };
        let shift = shift && !matches!(code, Code::Char(_));
        Self {
            code,
            ctrl,
            alt,
            shift,
        }
    }

    /// Reads a name; `None` when there is no such key. Case matters only for a single letter.
    pub fn parse(name: &str) -> Option<Self> {
        let (mut rest, mut ctrl, mut alt, mut shift) = (name, false, false, false);
        while let Some((head, tail)) = rest
            .split_once('+')
            .filter(|(h, t)| !h.is_empty() && !t.is_empty())
        {
            let flag = match head.to_ascii_lowercase().as_str() {
                "ctrl" => &mut ctrl,
                "alt" => &mut alt,
                "shift" => &mut shift,
                _ => return None,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
            rest = tail;
        }
        Some(Self::new(Code::parse(rest)?, ctrl, alt, shift))
    }

    /// The character that this key types, if it types one: no modifier but Shift.
    pub const fn printable(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key that `AltGr` meant, where a system reports it as Ctrl and Alt together.
    pub const fn without_altgr(self) -> Option<Self> {
        match self.code {
            Code::Char(_) if self.ctrl && self.alt => Some(Self::plain(self.code)),
            _ => None,
        }
    }

    /// Whether it types a character.
    pub const fn is_printable(self) -> bool {
        self.printable().is_some()
    }

    /// The name shown to people: `Ctrl+S`, `G`, `Alt+↑`.
    pub fn label(self, arrows: Arrows) -> String {
        let mut out = String::new();
        for (on, name) in [
            (self.ctrl, "Ctrl+"),
            (self.alt, "Alt+"),
            (self.shift, "Shift+"),
        ] {
            if on {
                out.push_str(name);
            }
        }
        out.push_str(&self.code.label(arrows, self.ctrl || self.alt));
        out
    }
}

impl fmt::Display for Key {
    /// The name that [`Key::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (on, name) in [
            (self.ctrl, "ctrl+"),
            (self.alt, "alt+"),
            (self.shift, "shift+"),
        ] {
            if on {
                f.write_str(name)?;
            }
        }
        match (NAMES.iter().find(|n| n.0 == self.code), self.code) {
            (Some(named), _) => f.write_str(named.1),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, Code::F(n)) => write!(f, "f{n}"),
            (None, _) => Err(fmt::Error),
        }
    }
}

impl Code {
    fn parse(name: &str) -> Option<Self> {
        let mut chars = name.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return (c != ' ' && !c.is_control()).then_some(Self::Char(c));
        }
        let name = name.to_ascii_lowercase();
        if let Some(named) = NAMES.iter().find(|n| n.1 == name) {
            return Some(named.0);
        }
        let number: u8 = name.strip_prefix('f')?.parse().ok()?;
        (1..=12).contains(&number).then_some(Self::F(number))
    }

    fn label(self, [up, down, left, right]: Arrows, modified: bool) -> String {
        match (NAMES.iter().find(|n| n.0 == self), self) {
            (_, Self::Up) => up.to_owned(),
            (_, Self::Down) => down.to_owned(),
            (_, Self::Left) => left.to_owned(),
            (_, Self::Right) => right.to_owned(),
            (Some(named), _) => named.2.to_owned(),
            (None, Self::Char(c)) if modified => c.to_uppercase().to_string(),
            (None, Self::Char(c)) => c.to_string(),
            (None, Self::F(n)) => format!("F{n}"),
            (None, _) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_and_printed_alike() {
        for name in [
            "ctrl+s",
            "shift+tab",
            "pgdn",
            "G",
            "space",
            "alt+backspace",
            "f1",
            "?",
            "+",
            "ctrl++",
            "ctrl+alt+x",
            "é",
            "ctrl+\\",
            "del",
        ] {
            let key = Key::parse(name).expect(name);
            assert_eq!(key.to_string(), name);
        }
    }

    #[test]
    fn spelling_is_forgiven_and_nonsense_is_not() {
        assert_eq!(Key::parse("Ctrl+S"), Key::parse("ctrl+s"));
        assert_eq!(Key::parse("ctrl+S"), Key::parse("ctrl+s"));
        assert_eq!(Key::parse("shift+g"), Key::parse("G"));
        assert_eq!(Key::parse("PgDn"), Key::parse("pgdn"));
        for wrong in [
            "",
            "strg+s",
            "ctrl+",
            "ctrl+ctrl+s",
            "f0",
            "f13",
            "pagedown",
            " ",
            "ctrl+ab",
        ] {
            assert_eq!(Key::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn labels_are_what_a_hint_shows() {
        let arrows = ["↑", "↓", "←", "→"];
        let label = |name: &str| Key::parse(name).expect(name).label(arrows);
        assert_eq!(label("ctrl+s"), "Ctrl+S");
        assert_eq!(label("up"), "↑");
        assert_eq!(label("ctrl+left"), "Ctrl+←");
        assert_eq!(label("shift+tab"), "Shift+Tab");
        assert_eq!(label("G"), "G");
        assert_eq!(label("g"), "g");
        assert_eq!(label("space"), "Space");
        assert_eq!(label("f1"), "F1");
    }

    #[test]
    fn only_a_key_without_ctrl_and_alt_types_a_character() {
        let printable = |name: &str| Key::parse(name).expect(name).printable();
        assert_eq!(printable("G"), Some('G'));
        assert_eq!(printable("space"), Some(' '));
        assert_eq!(printable("ctrl+g"), None);
        assert_eq!(printable("alt+g"), None);
        assert_eq!(printable("enter"), None);
    }
}
