//! What was pressed.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// A key, as far as a form cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Up,
    Down,
    Left,
    Right,
    Enter,
    Escape,
    Tab,
    BackTab,
    Home,
    End,
    Backspace,
    Delete,
    /// Ctrl-C or Ctrl-D: leave.
    Interrupt,
    /// Empty the field.
    Clear,
    Char(char),
}

/// Where keys come from: a keyboard, or a test.
pub(crate) trait Keys {
    /// The next key; waits for it.
    fn next(&mut self) -> io::Result<Key>;
}

/// The terminal's keyboard, key by key for as long as this lives.
#[derive(Debug)]
pub(crate) struct Keyboard(());

impl Keyboard {
    /// Takes over the keyboard.
    pub(crate) fn open() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self(()))
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        // Nothing better is left to do with an error here than to leave the terminal as it is.
        let _ = disable_raw_mode();
    }
}

impl Keys for Keyboard {
    fn next(&mut self) -> io::Result<Key> {
        loop {
            if let Event::Key(event) = crossterm::event::read()?
                && event.kind != KeyEventKind::Release
                && let Some(key) = meaning(event.code, event.modifiers)
            {
                return Ok(key);
            }
        }
    }
}

fn meaning(code: KeyCode, with: KeyModifiers) -> Option<Key> {
    let control = with.contains(KeyModifiers::CONTROL);
    Some(match code {
        KeyCode::Char('c' | 'd') if control => Key::Interrupt,
        KeyCode::Char('u') if control => Key::Clear,
        KeyCode::Char('n') if control => Key::Down,
        KeyCode::Char('p') if control => Key::Up,
        KeyCode::Char(_) if control || with.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}
