//! The key file: the secrets that must not lie beside the data.
//!
//! Who has the database alone finds hashes in it and sealed boxes; who has the key file alone has nothing to open.
//! So the two belong into different backups. The file holds
//!
//! - the **pepper**, with which short secrets (access codes, plates) are hashed before they are looked up,
//! - the **seal**, the key of the encrypted copies: identifiers shown again while their pass is valid, and photos,
//! - the **operator token**, with which whoever runs the service speaks to it before any manager exists.

mod file;
mod token;

use std::fmt;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use gatepass_core::identifier::SitePepper;
use zeroize::{Zeroize, Zeroizing};

pub use file::KeyFileError;
pub use token::{TokenHash, mint_invitation_code, mint_token};

/// The secrets of a service. Wiped from memory when dropped, and never shown.
pub struct Keys {
    pepper: [u8; 32],
    seal: [u8; 32],
    operator_token: Zeroizing<String>,
}

/// A sealed box does not open: it was sealed with another key, for another purpose, or it is damaged.
///
/// The caller should treat what was in it as lost, and say so in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot be decrypted with this key file; is it the one that belongs to this data?")]
pub struct CannotOpen;

const NONCE: usize = 24;

impl Keys {
    /// New keys from the operating system's generator.
    #[must_use]
    pub fn generate() -> Self {
        let mut keys = Self { pepper: [0; 32], seal: [0; 32], operator_token: Zeroizing::new(mint_token("gpo")) };
        random(&mut keys.pepper);
        random(&mut keys.seal);
        keys
    }

    /// The token of whoever runs the service.
    #[must_use]
    pub fn operator_token(&self) -> &str {
        &self.operator_token
    }

    /// What codes, plates and short aliases of the site of this number are hashed with.
    #[must_use]
    pub fn pepper_of(&self, site_number: u32) -> SitePepper {
        SitePepper::new(self.pepper, site_number)
    }

    /// Encrypts. `context` says what it is and whose: the box opens only with the same again, so that nobody who can
    /// write to the database can put one pass's secret under another.
    #[must_use]
    pub fn seal(&self, context: &[impl AsRef<[u8]>], plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        random(&mut nonce);
        let aad = joined(context);
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &aad });
        let sealed = sealed.expect("XChaCha20-Poly1305 takes messages up to 256 GiB");
        [&nonce[..], &sealed].concat()
    }

    /// Decrypts what [`Keys::seal`] encrypted with the same `context`.
    pub fn open(&self, context: &[impl AsRef<[u8]>], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(CannotOpen)?;
        let aad = joined(context);
        let plain = self.cipher().decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: &aad });
        plain.map(Zeroizing::new).map_err(|_| CannotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.seal.into())
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        self.pepper.zeroize();
        self.seal.zeroize();
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

/// The parts with their lengths, so that no two lists give the same bytes.
fn joined(context: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let parts = context.iter().map(AsRef::as_ref);
    parts.flat_map(|part: &[u8]| [&(part.len() as u64).to_be_bytes(), part].concat()).collect()
}

/// Fills `bytes` from the operating system's generator.
pub(crate) fn random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system has a random generator");
}
