//! A block of lines that is redrawn in place.

use std::io::{self, Write};
use std::ops::Range;

use crossterm::cursor::{Hide, MoveToColumn, MoveUp, Show};
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};

/// A surface for lines. Each drawing replaces the one before.
pub(crate) trait Screen {
    /// Draws the lines. If not all fit, it draws those around the line numbered `focus`.
    fn draw(&mut self, lines: &[String], focus: usize) -> io::Result<()>;
    /// Removes the drawing.
    fn clear(&mut self) -> io::Result<()>;
}

/// The terminal below the cursor's line. The lines above stay.
#[derive(Debug)]
pub(crate) struct TerminalScreen {
    drawn: u16,
}

impl TerminalScreen {
    /// A screen that begins at the cursor.
    pub(crate) fn begin() -> Self {
        Self { drawn: 0 }
    }
}

impl Screen for TerminalScreen {
    fn draw(&mut self, lines: &[String], focus: usize) -> io::Result<()> {
        self.clear()?;
        let mut out = io::stdout().lock();
        let (width, height) = crossterm::terminal::size().unwrap_or((80, 24));
        queue!(out, Hide)?;
        // A line that wraps or a block higher than the window could not be removed again.
        let shown = window(lines.len(), usize::from(height.saturating_sub(1)), focus);
        for line in &lines[shown.clone()] {
            write!(out, "{}\r\n", cut(line, usize::from(width.saturating_sub(1))))?;
        }
        self.drawn = u16::try_from(shown.len()).unwrap_or(u16::MAX);
        out.flush()
    }

    fn clear(&mut self) -> io::Result<()> {
        let mut out = io::stdout().lock();
        if self.drawn > 0 {
            queue!(out, MoveUp(self.drawn), MoveToColumn(0), Clear(ClearType::FromCursorDown))?;
        }
        self.drawn = 0;
        queue!(out, Show)?;
        out.flush()
    }
}

/// The range of `all` lines that a window of `height` shows, with `focus` in it.
fn window(all: usize, height: usize, focus: usize) -> Range<usize> {
    let first = focus.saturating_sub(height / 2).min(all.saturating_sub(height));
    first..(first + height).min(all)
}

/// The first `width` visible characters. Colour codes take no width and are kept.
fn cut(line: &str, width: usize) -> String {
    let (mut cut, mut shown, mut in_code) = (String::new(), 0, false);
    for letter in line.chars() {
        if letter == '\x1b' {
            in_code = true;
        }
        if in_code {
            cut.push(letter);
            in_code = letter != 'm';
        } else if shown < width {
            cut.push(letter);
            shown += 1;
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::{cut, window};

    #[test]
    fn the_line_in_focus_is_shown() {
        assert_eq!(window(10, 23, 9), 0..10);
        assert_eq!(window(30, 20, 0), 0..20);
        assert_eq!(window(30, 20, 29), 10..30);
        assert!((0..30).all(|focus| window(30, 7, focus).contains(&focus)));
    }

    #[test]
    fn a_line_is_cut_by_what_shows() {
        assert_eq!(cut("\x1b[1mabcdef\x1b[0m", 3), "\x1b[1mabc\x1b[0m");
        assert_eq!(cut("äöü", 2), "äö");
    }
}
