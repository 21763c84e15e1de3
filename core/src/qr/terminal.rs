//! A QR code drawn with characters, two modules to one of them.

use super::{Matrix, TooLong};

/// Whether the terminal may be sent colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Black on white by explicit colours: reads on dark and on light terminals.
    On,
    /// Plain characters, drawn so that a terminal with light text on a dark ground shows the code black on white.
    Off,
}

/// The QR code of a text, one line for every two rows of modules, each ended by a line feed.
pub fn terminal(text: &str, colours: Colours) -> Result<String, TooLong> {
    let matrix = Matrix::of(text)?;
    let mut drawing = String::new();
    for row in (0..matrix.side()).step_by(2) {
        if colours == Colours::On {
            // 16-colour codes follow the terminal's theme, in which white may be grey; these two do not.
            drawing.push_str("\u{1b}[38;5;16;48;5;231m");
        }
        for column in 0..matrix.side() {
            let above = matrix.is_dark(column, row);
            // Below the last row there is nothing: the ground.
            let below = if row + 1 < matrix.side() { matrix.is_dark(column, row + 1) } else { colours == Colours::Off };
            drawing.push(match (colours, above, below) {
                (Colours::On, true, true) | (Colours::Off, false, false) => '█',
                (Colours::On, true, false) | (Colours::Off, false, true) => '▀',
                (Colours::On, false, true) | (Colours::Off, true, false) => '▄',
                (Colours::On, false, false) | (Colours::Off, true, true) => ' ',
            });
        }
        if colours == Colours::On {
            drawing.push_str("\u{1b}[0m");
        }
        drawing.push('\n');
    }
    Ok(drawing)
}
