//! The keys of the terminal.

use std::io;

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

/// The keys a form reacts to.
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
    /// Ctrl-C or Ctrl-D: leaves the form.
    Interrupt,
    /// Empties the field.
    Clear,
    Char(char),
}

/// A source of keys: the keyboard, or a test.
pub(crate) trait KeySource {
    /// Waits for the next key.
    fn next(&mut self) -> io::Result<Key>;
}

/// The terminal's keyboard in raw mode, until it is dropped.
#[derive(Debug)]
pub(crate) struct Keyboard(());

impl Keyboard {
    /// Switches the terminal to raw mode.
    pub(crate) fn open() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self(()))
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        // An error cannot be handled here; the terminal stays as it is.
        let _ = disable_raw_mode();
    }
}

impl KeySource for Keyboard {
    fn next(&mut self) -> io::Result<Key> {
        loop {
            if let Event::Key(event) = crossterm::event::read()?
                && event.kind != KeyEventKind::Release
                && let Some(key) = key(event.code, event.modifiers)
            {
                return Ok(key);
            }
        }
    }
}

fn key(code: KeyCode, with: KeyModifiers) -> Option<Key> {
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
