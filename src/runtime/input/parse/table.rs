//! What the sequences of terminals mean: xterm's, which all others follow, with the Linux console's and
//! rxvt's own ones.

use crate::keys::{Code, Key};
use crate::runtime::input::Parsed;

/// A key of one byte below 0x80, ESC aside.
pub fn control_or_ascii(byte: u8) -> Option<Key> {
    let control = |c: char| Key::new(Code::Char(c), true, false, false);
    Some(match byte {
        0 => control(' '),
        b'\t' => Key::plain(Code::Tab),
        b'\r' => Key::plain(Code::Enter),
        0x01..=0x1a => control(char::from(byte - 1 + b'a')),
        // Ctrl with \ ] ^ _, which is what 4 to 7 give with Ctrl.
        0x1c..=0x1f => control(char::from(byte - 0x1c + b'4')),
        b' '..=b'~' => Key::plain(Code::Char(char::from(byte))),
        0x7f => Key::plain(Code::Backspace),
        _ => return None,
    })
}

/// ESC `O` and a letter.
pub fn ss3(byte: u8) -> Option<Key> {
    match byte {
        b'M' => Some(Key::plain(Code::Enter)),
        b'P'..=b'S' => Some(Key::plain(Code::F(byte - b'P' + 1))),
        _ => letter(byte).map(Key::plain),
    }
}

/// ESC `[`, parameters and a final byte; `None` for what is no key, such as an answer or a focus report.
pub fn csi(parameters: &[u8], end: u8) -> Option<Parsed> {
    if let Some(mouse) = parameters.strip_prefix(b"<") {
        return mouse_event(mouse, end);
    }
    let numbers = numbers(parameters)?;
    let first = numbers.first().copied().unwrap_or_default();
    let with = |code| modified(code, numbers.get(1).copied());
    let key = match end {
        b'~' if first == 27 => with(character(*numbers.get(2)?)?),
        b'~' => with(tilde(first)?),
        b'u' => with(character(first)?),
        b'Z' => Key {
            shift: true,
            ..Key::plain(Code::Tab)
        },
        b'P' | b'Q' | b'S' => with(Code::F(end - b'P' + 1)),
        // With numbers it is the answer where the cursor stands.
        b'R' if parameters.is_empty() => with(Code::F(3)),
        _ => with(letter(end)?),
    };
    Some(Parsed::Key(key))
}

/// The numbers between semicolons; sub-numbers after a colon are kept only for the kind of a key event.
fn numbers(parameters: &[u8]) -> Option<Vec<u32>> {
    let text = std::str::from_utf8(parameters).ok()?;
    let released = text.split(';').nth(1).and_then(|m| m.split(':').nth(1)) == Some("3");
    if released || text.starts_with(['?', '>', '=']) {
        return None;
    }
    let number = |part: &str| {
        let part = part.split(':').next().unwrap_or_default();
        if part.is_empty() {
            Some(0)
        } else {
            part.parse().ok()
        }
    };
    text.split(';').map(number).collect()
}

/// A key with the modifiers of xterm: one more than Shift 1, Alt 2, Ctrl 4.
fn modified(code: Code, modifiers: Option<u32>) -> Key {
    let bits = modifiers.unwrap_or_default().saturating_sub(1);
    Key::new(code, bits & 4 != 0, bits & 2 != 0, bits & 1 != 0)
}

fn letter(end: u8) -> Option<Code> {
    Some(match end {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        _ => return None,
    })
}

fn tilde(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Ins,
        3 => Code::Del,
        4 | 8 => Code::End,
        5 => Code::PgUp,
        6 => Code::PgDn,
        11..=15 => Code::F(u8::try_from(number - 10).ok()?),
        17..=21 => Code::F(u8::try_from(number - 11).ok()?),
        23 | 24 => Code::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    })
}

/// A key given by the number of its character, as kitty and `modifyOtherKeys` send it.
fn character(number: u32) -> Option<Code> {
    Some(match number {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        _ => Code::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}

/// SGR mouse report: button, column and row from 1; `M` is a press.
fn mouse_event(parameters: &[u8], end: u8) -> Option<Parsed> {
    let numbers = numbers(parameters)?;
    let [button, x, y] = *numbers.as_slice() else {
        return None;
    };
    let cell = |n: u32| u16::try_from(n).ok()?.checked_sub(1);
    match (button, end) {
        (0, b'M') => Some(Parsed::Click(cell(x)?, cell(y)?)),
        (64 | 65, b'M') => Some(Parsed::Wheel(button == 64)),
        _ => None,
    }
}
