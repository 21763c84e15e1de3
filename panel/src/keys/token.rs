//! Tokens of devices, panels and managers, and the codes of invitations: shown once, kept as a hash.

use std::fmt;

use gatepass_core::identifier::Token;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::random;

/// What a token is kept and looked up by. A plain SHA-256 is enough: no token has fewer than 80 random bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// Of a token as it was sent.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(Sha256::new().chain_update("gp-token-v1\0").chain_update(token).finalize().into())
    }

    /// Of an invitation's code as a person typed it: case, hyphens and spaces do not matter, and neither do I and L
    /// for 1 and O for 0.
    #[must_use]
    pub fn of_invitation(code: &str) -> Self {
        let plain = code.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        });
        let plain: String = plain.collect();
        Self(Sha256::new().chain_update("gp-invitation-v1\0").chain_update(plain).finalize().into())
    }

    /// Whether the two are the same, in constant time: how much of a hash is right must not show in how long the
    /// comparison takes.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    /// As it was stored.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

/// A new token: `prefix`, so that a leaked one is recognised for what it is, and 128 random bits.
#[must_use]
pub fn mint_token(prefix: &str) -> String {
    let mut bytes = [0; 16];
    random(&mut bytes);
    format!("{prefix}_{}", Token::from_bytes(bytes).text().to_ascii_lowercase())
}

/// A new invitation code: 80 random bits in four groups that a person can read aloud.
#[must_use]
pub fn mint_invitation_code() -> String {
    let mut bytes = [0; 16];
    random(&mut bytes);
    let text = Token::from_bytes(bytes).text();
    // The first character holds three bits only; the last sixteen hold five each.
    let code = &text[text.len() - 16..];
    [&code[..4], &code[4..8], &code[8..12], &code[12..]].join("-")
}
