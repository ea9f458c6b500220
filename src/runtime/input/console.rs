//! Keys as the system reports them, where it does so itself.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::Parsed;
use crate::keys::{Code, Key};

/// What an event means; `None` for a key that was let go, a change of focus or size, and keys without a name.
pub fn parsed(event: Event) -> Option<Parsed> {
    match event {
        Event::Key(event) => key(event).map(Parsed::Key),
        Event::Paste(text) => Some(Parsed::Paste(
            text.replace("\r\n", "\n").replace('\r', "\n"),
        )),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Parsed::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Parsed::Wheel(true)),
            MouseEventKind::ScrollDown => Some(Parsed::Wheel(false)),
            _ => None,
        },
        _ => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let with = |modifier| event.modifiers.contains(modifier);
    let shift = with(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab;
    let key = Key::new(
        code(event.code)?,
        with(KeyModifiers::CONTROL),
        with(KeyModifiers::ALT),
        shift,
    );
    Some(key)
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Del,
        KeyCode::Insert => Code::Ins,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PgUp,
        KeyCode::PageDown => Code::PgDn,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Parsed> {
        parsed(Event::Key(KeyEvent::new(code, modifiers)))
    }

    fn named(name: &str) -> Option<Parsed> {
        Key::parse(name).map(Parsed::Key)
    }

    #[test]
    fn m80_one_press_is_one_key() {
        let held = KeyEvent::new_with_kind(
            KeyCode::Char('x'),
            KeyModifiers::NONE,
            KeyEventKind::Release,
        );
        assert_eq!(parsed(Event::Key(held)), None);
        assert_eq!(press(KeyCode::Char('x'), KeyModifiers::NONE), named("x"));
    }

    #[test]
    fn keys_have_one_form_however_the_system_puts_them() {
        assert_eq!(
            press(KeyCode::BackTab, KeyModifiers::SHIFT),
            named("shift+tab")
        );
        assert_eq!(press(KeyCode::Char('G'), KeyModifiers::SHIFT), named("G"));
        assert_eq!(
            press(KeyCode::Char('S'), KeyModifiers::CONTROL),
            named("ctrl+s")
        );
        assert_eq!(
            press(
                KeyCode::Char('@'),
                KeyModifiers::CONTROL | KeyModifiers::ALT
            ),
            named("ctrl+alt+@")
        );
        assert_eq!(press(KeyCode::Null, KeyModifiers::NONE), None);
        assert_eq!(parsed(Event::FocusLost), None);
        assert_eq!(
            parsed(Event::Paste("a\r\nb".to_owned())),
            Some(Parsed::Paste("a\nb".to_owned()))
        );
    }
}
