//! Licence plates: one key for all the ways a plate is written, another for all the ways a camera misreads it.

/// A licence plate, normalised.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Plate {
    base: String,
}

/// This is no licence plate: fewer than 2 or more than 12 letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not a licence plate; enter 2 to 12 letters and digits")]
pub struct NotAPlate;

impl Plate {
    /// Normalises a plate as typed or as read.
    pub fn parse(text: &str) -> Result<Self, NotAPlate> {
        let base: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        if (2..=12).contains(&base.chars().count()) { Ok(Self { base }) } else { Err(NotAPlate) }
    }
}
