//! The key file: the secrets that must be kept apart from the data.
//!
//! The database alone contains only hashes and sealed boxes; the key file alone has nothing to open. So the two belong in
//! different backups. The file holds
//!
//! - the **pepper**, with which short secrets (access codes, plates) are hashed before they are looked up,
//! - the **seals**, the keys of the encrypted copies: identifiers shown again while their pass is valid, and photos. A
//!   box says which seal closed it, so a new seal can be made current while the old ones go on opening,
//! - the **operator token**, which the operator uses before any manager exists.

mod file;
mod seals;
mod token;

use std::fmt;
use std::sync::{Mutex, PoisonError, RwLock};

use gatepass_core::id::SiteId;
use gatepass_core::identifier::SitePepper;
use zeroize::{Zeroize, Zeroizing};

pub use file::KeyFileError;
pub use seals::SealInfo;
use seals::Seals;
pub use token::{TokenHash, mint_invitation_code, mint_token};

/// The secrets of a service. Wiped from memory when dropped, and never shown.
pub struct Keys {
    pepper: [u8; 32],
    seals: RwLock<Seals>,
    /// Held while the key file is rewritten.
    rotating: Mutex<()>,
    operator_token: Zeroizing<String>,
}

/// A sealed box does not open: it was sealed with another key, for another purpose, or it is damaged.
///
/// The caller should treat what was in it as lost, and say so in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot be decrypted with this key file; is it the one that belongs to this data?")]
pub struct UnsealError;

impl Keys {
    /// New keys from the operating system's generator.
    #[must_use]
    pub fn generate() -> Self {
        let mut pepper = [0; 32];
        random(&mut pepper);
        let operator_token = Zeroizing::new(mint_token("gpo"));
        Self { pepper, seals: RwLock::new(Seals::new()), rotating: Mutex::default(), operator_token }
    }

    /// The operator's token.
    #[must_use]
    pub fn operator_token(&self) -> &str {
        &self.operator_token
    }

    /// What codes, plates and short aliases of the site of this number are hashed with.
    #[must_use]
    pub fn pepper_of(&self, site_number: u32) -> SitePepper {
        SitePepper::new(self.pepper, site_number)
    }

    /// Encrypts with the current seal. `context` says what it is and whose: the box opens only with the same again, so
    /// that nobody who can write to the database can put one pass's secret under another.
    #[must_use]
    pub fn seal(&self, context: &[impl AsRef<[u8]>], plain: &[u8]) -> Vec<u8> {
        self.read(|seals| seals.close(&joined(context), plain))
    }

    /// Decrypts what [`Keys::seal`] encrypted with the same `context`, with whichever seal.
    ///
    /// # Errors
    ///
    /// The box was damaged, has another context, or its seal is not in the key file.
    pub fn open(&self, context: &[impl AsRef<[u8]>], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
        self.read(|seals| seals.open(&joined(context), sealed))
    }

    /// Whether a box was closed by the current seal. One that was not is to be sealed again.
    #[must_use]
    pub fn is_current(&self, sealed: &[u8]) -> bool {
        self.read(|seals| seals.is_current(sealed))
    }

    /// How every box of the current seal begins.
    #[must_use]
    pub fn current_prefix(&self) -> Vec<u8> {
        self.read(|seals| seals.current_prefix().to_vec())
    }

    /// The same contents in a box of the current seal.
    ///
    /// # Errors
    ///
    /// The box does not open.
    pub fn seal_again(&self, context: &[impl AsRef<[u8]>], sealed: &[u8]) -> Result<Vec<u8>, UnsealError> {
        let plain = self.open(context, sealed)?;
        Ok(self.seal(context, &plain))
    }

    /// What a site keeps to recognise its keys by: a hash with the pepper, in a box of the current seal.
    pub(crate) fn mark_of(&self, site: SiteId) -> Vec<u8> {
        self.seal(&key_mark_context(site), self.pepper_of(0).lookup(KEY_MARK, &site.to_string()).as_bytes())
    }

    /// Whether these are the keys with which the mark of a site was made, or with which they were rotated since.
    pub(crate) fn made(&self, mark: &[u8], site: SiteId) -> bool {
        let hash = self.pepper_of(0).lookup(KEY_MARK, &site.to_string());
        self.open(&key_mark_context(site), mark).is_ok_and(|marked| marked[..] == hash.as_bytes()[..])
    }

    /// The seals there are, the current one last. Shows no key.
    #[must_use]
    pub fn seal_infos(&self) -> Vec<SealInfo> {
        self.read(Seals::infos)
    }

    fn read<T>(&self, ask: impl FnOnce(&Seals) -> T) -> T {
        ask(&self.seals.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        self.pepper.zeroize();
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

const KEY_MARK: &str = "gp-key-mark-v1";

fn key_mark_context(site: SiteId) -> [Vec<u8>; 2] {
    [KEY_MARK.into(), site.0.as_bytes().to_vec()]
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
