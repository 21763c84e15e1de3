//! How a service finds the pass of an identifier without keeping the identifier.
//!
//! What has 122 random bits or more is looked up by a plain SHA-256: nobody guesses it from its hash. What is short
//! (access codes, plates, the 15-digit alias of a QR code) could be guessed from a plain hash within hours, so it is
//! looked up by an HMAC whose key, the pepper, is kept outside the database. Every kind has its own domain prefix:
//! one never answers for another, even where both were the same bits.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

/// What an identifier is looked up by. It opens nothing by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lookup([u8; 32]);

impl Lookup {
    /// A look-up as it was stored.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// SHA-256 over `domain`, a zero byte and `secret`.
    pub(super) fn hashed(domain: &str, secret: &[u8]) -> Self {
        let hash = Sha256::new().chain_update(domain).chain_update([0]).chain_update(secret);
        Self(hash.finalize().into())
    }
}

/// Shows nothing: the look-up of a short secret is a secret's half.
impl fmt::Debug for Lookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lookup(…)")
    }
}

/// The pepper of a service together with the number of one of its sites: the same code at two sites has two
/// look-ups. Wiped from memory when dropped.
#[derive(Clone)]
pub struct SitePepper {
    pepper: [u8; 32],
    site: u32,
}

impl SitePepper {
    /// `site` is the site's number within its service; it must never change.
    #[must_use]
    pub const fn new(pepper: [u8; 32], site: u32) -> Self {
        Self { pepper, site }
    }

    /// HMAC-SHA-256 over `domain`, a zero byte, the site's number (big-endian) and `secret`.
    #[must_use]
    pub fn lookup(&self, domain: &str, secret: &str) -> Lookup {
        let mac = Hmac::<Sha256>::new_from_slice(&self.pepper).expect("HMAC takes keys of any length");
        let mac = mac.chain_update(domain).chain_update([0]).chain_update(self.site.to_be_bytes());
        Lookup(mac.chain_update(secret).finalize().into_bytes().into())
    }
}

impl Drop for SitePepper {
    fn drop(&mut self) {
        self.pepper.zeroize();
    }
}

impl fmt::Debug for SitePepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SitePepper").field("site", &self.site).finish_non_exhaustive()
    }
}
