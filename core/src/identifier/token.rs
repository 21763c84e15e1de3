//! The 128 random bits behind a QR code or a link.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroize;

use super::{Lookup, SitePepper};

/// The secret of a QR code or of a link: its holder is let in. The service makes it of 16 random bytes; a pass with both
/// has two different tokens. It is wiped from memory when dropped, and `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 16]);

/// This is not the text of a token.
///
/// The caller should treat it as an unknown identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not a pass: its text has 26 letters and digits, without U, and begins with a digit up to 7")]
pub struct NotAToken;

/// Crockford's base32 alphabet: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Token {
    /// Characters of the text: 26 × 5 bits hold 128, with two zero bits in front.
    pub const TEXT_LENGTH: usize = 26;

    /// These 16 bytes. They must come from a cryptographic generator.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// 26 characters of Crockford's base32, upper case, most significant first.
    #[must_use]
    pub fn text(&self) -> String {
        let number = u128::from_be_bytes(self.0);
        let character = |place: usize| char::from(ALPHABET[(number >> (5 * place)) as usize & 31]);
        (0..Self::TEXT_LENGTH).rev().map(character).collect()
    }

    /// Reads the text in either case, with or without hyphens, with I and L for 1 and O for 0, and with white space
    /// around it.
    pub fn parse(text: &str) -> Result<Self, NotAToken> {
        let mut number = 0_u128;
        let mut length = 0;
        for character in text.trim().bytes().filter(|byte| *byte != b'-') {
            let value = value_of(character).ok_or(NotAToken)?;
            if length == Self::TEXT_LENGTH || (length == 0 && value > 7) {
                return Err(NotAToken);
            }
            number = number << 5 | u128::from(value);
            length += 1;
        }
        if length == Self::TEXT_LENGTH { Ok(Self(number.to_be_bytes())) } else { Err(NotAToken) }
    }

    /// What this token is looked up by when it is the text of a QR code.
    #[must_use]
    pub fn qr_lookup(&self) -> Lookup {
        Lookup::hashed("vp-opaque-v1", &self.0)
    }

    /// The look-up of this token in a link. It has another domain than that of a QR code, so that a photograph of a QR code
    /// cannot become a link that opens the door from afar.
    #[must_use]
    pub fn link_lookup(&self) -> Lookup {
        Lookup::hashed("vp-link-v1", &self.0)
    }

    /// All three look-ups of a QR code: by its text, by its UUID alias, by its 15-digit alias. A service registers
    /// them all, so that any panel of the site may read the code in its own dialect.
    #[must_use]
    pub fn qr_lookups(&self, site: &SitePepper) -> [Lookup; 3] {
        [self.qr_lookup(), self.uuid_lookup(), self.digits_lookup(site)]
    }
}

fn value_of(character: u8) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        b'I' | b'L' => b'1',
        b'O' => b'0',
        other => other,
    };
    // At most 31.
    ALPHABET.iter().position(|known| *known == upper).and_then(|place| u8::try_from(place).ok())
}

impl FromStr for Token {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        Self::parse(text)
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
