//! A text as black and white modules.

use qrcode::{EcLevel, QrCode};

/// The modules of a QR code, without the quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Matrix {
    side: usize,
    dark: Vec<bool>,
}

/// The text does not fit into a QR code.
///
/// The caller should shorten it: 2331 bytes fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is too long for a QR code; 2331 bytes fit")]
pub struct TooLong;

impl Matrix {
    /// Modules of white around the code.
    pub const QUIET: usize = 4;

    /// The modules for a text.
    pub fn of(text: &str) -> Result<Self, TooLong> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)?;
        let dark = code.to_colors().into_iter().map(|module| module == qrcode::Color::Dark).collect();
        Ok(Self { side: code.width(), dark })
    }

    /// Modules on one side, the quiet zone included.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side + 2 * Self::QUIET
    }

    /// Whether the module is dark; both count from 0 at the top left corner of the quiet zone.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        let inside = |place: usize| place.checked_sub(Self::QUIET).filter(|place| *place < self.side);
        match (inside(column), inside(row)) {
            (Some(column), Some(row)) => self.dark[row * self.side + column],
            _ => false,
        }
    }

    /// Stretches `[from, to)` of dark modules in a row.
    pub(super) fn runs(&self, row: usize) -> impl Iterator<Item = (usize, usize)> {
        let mut column = 0;
        std::iter::from_fn(move || {
            let from = (column..self.side()).find(|at| self.is_dark(*at, row))?;
            let to = (from..self.side()).find(|at| !self.is_dark(*at, row)).unwrap_or(self.side());
            column = to;
            Some((from, to))
        })
    }
}
