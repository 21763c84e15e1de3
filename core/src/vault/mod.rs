//! Where secrets are kept: device tokens live in a vault and nowhere else.
//!
//! | vault | for |
//! |---|---|
//! | the shell's own (iOS Keychain, Android Keystore) | phones, through [`SecretVault`] |
//! | `KeyringVault` (feature `desktop-vault`) | desktops with a secret service |
//! | [`FileVault`] | machines without one, when their owner asks for it |
//! | [`MemoryVault`] | tests |

mod file;
#[cfg(feature = "desktop-vault")]
mod keyring;
mod memory;

pub use file::FileVault;
#[cfg(feature = "desktop-vault")]
pub use keyring::KeyringVault;
pub use memory::MemoryVault;

/// Keeps secrets by name. Implementations block; the client calls them off its async threads and never under a lock.
pub trait SecretVault: Send + Sync {
    /// The secret with this name, if there is one. A secret that can no longer be decrypted is `None`: the resident
    /// is then signed out, and the app continues.
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, VaultError>;
    /// Keeps `secret` under this name; an older one is replaced.
    fn set(&self, name: String, secret: Vec<u8>) -> Result<(), VaultError>;
    /// Forgets the secret with this name; fine if there is none.
    fn remove(&self, name: String) -> Result<(), VaultError>;
}

/// Secrets cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// This machine has nowhere to keep secrets: choose another vault.
    #[error(
        "no secret service is running here ({reason}); start one (GNOME Keyring or KWallet), or choose to keep \
         secrets in a file that only you can read"
    )]
    Unavailable {
        /// What failed.
        reason: String,
    },
    /// The vault is there and is locked, or the resident said no: ask again.
    #[error("the secret store is locked or access was refused ({reason}); unlock it and try again")]
    Refused {
        /// What failed.
        reason: String,
    },
    /// Reading or writing failed.
    #[error("secrets cannot be read or written: {reason}")]
    Broken {
        /// What failed.
        reason: String,
    },
}
