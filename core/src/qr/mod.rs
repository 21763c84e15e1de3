//! QR codes: the picture a guest shows, for screens, for print and for the terminal.
//!
//! Level M (at equal size larger modules read better than more redundancy), black on white with a quiet zone of four
//! modules, never inverted, nothing drawn into it.

mod card;
mod lettering;
mod matrix;
mod picture;
mod svg;
mod terminal;

pub use card::Card;
pub use matrix::{Matrix, TooLong};
pub use picture::png;
pub use svg::svg;
pub use terminal::{Colours, terminal};
