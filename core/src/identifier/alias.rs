//! The same QR code in the alphabets of panels that cannot read the usual text.
//!
//! BAS-IP panels take the text of a UUID, 2N cameras take decimal digits, at most 15. Both aliases are derived from
//! the token, so a pass needs no further secret and any implementation finds the same ones.
//!
//! The digits come out of a hash rather than out of the token's own bits because they are short and travel through
//! panels' logs and lists as a number: who has them has that alias, and learns nothing about the 128-bit text.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{Lookup, SitePepper, Token};

/// 15-digit numbers that do not begin with 0: from this, up to ten times this.
const SMALLEST: u64 = 100_000_000_000_000;

impl Token {
    /// The alias for panels that take a UUID: the token's bytes with the version (4) and variant bits of RFC 9562
    /// set. Written in lower case with hyphens.
    #[must_use]
    pub fn uuid(&self) -> Uuid {
        Builder::from_random_bytes(*self.bytes()).into_uuid()
    }

    /// The alias for panels that take digits: 15 of them, the first not 0, because some panels strip zeros in
    /// front.
    ///
    /// The first 16 bytes of SHA-256(`vp-dec15-derive-v1`, a zero byte, the token), as a big-endian number, modulo
    /// 9 × 10¹⁴, plus 10¹⁴. The modulo's bias is below 2⁻⁷⁷.
    #[must_use]
    pub fn digits(&self) -> String {
        let hash = Sha256::new().chain_update("vp-dec15-derive-v1\0").chain_update(self.bytes()).finalize();
        let number = hash.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        (number % u128::from(9 * SMALLEST) + u128::from(SMALLEST)).to_string()
    }

    /// What the UUID alias is looked up by.
    #[must_use]
    pub fn uuid_lookup(&self) -> Lookup {
        uuid_lookup(self.uuid())
    }

    /// What the 15-digit alias is looked up by. Peppered: a graphics card tries all 15-digit numbers in a day.
    #[must_use]
    pub fn digits_lookup(&self, site: &SitePepper) -> Lookup {
        digits_lookup(&self.digits(), site)
    }
}

pub(super) fn uuid_lookup(uuid: Uuid) -> Lookup {
    Lookup::hashed("vp-uuid-v1", uuid.as_bytes())
}

pub(super) fn digits_lookup(digits: &str, site: &SitePepper) -> Lookup {
    site.lookup("vp-dec15-v1", digits)
}

/// Whether this could be the 15-digit alias of a QR code.
pub(super) fn is_digits_alias(text: &str) -> bool {
    text.len() == 15 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}
