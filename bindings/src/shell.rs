//! What the core asks of the phone. Implementations block and are called on background threads, never under a lock;
//! they must not call back into [`crate::Gatepass`].

use std::sync::Arc;

use gatepass_core::vault::{SecretVault as CoreVault, VaultError};

/// What a shell cannot do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ShellError {
    /// This phone has nowhere to keep secrets.
    #[error("not available: {reason}")]
    Unavailable {
        /// What failed.
        reason: String,
    },
    /// The phone is locked, or the resident said no.
    #[error("refused: {reason}")]
    Refused {
        /// What failed.
        reason: String,
    },
    /// It went wrong.
    #[error("broken: {reason}")]
    Broken {
        /// What failed.
        reason: String,
    },
}

/// An exception the shell did not declare.
impl From<uniffi::UnexpectedUniFFICallbackError> for ShellError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Broken { reason: error.reason }
    }
}

/// Keeps secrets by name: the iOS Keychain, the Android Keystore.
#[uniffi::export(foreign)]
pub trait SecretVault: Send + Sync {
    /// The secret with this name, if there is one. A secret that can no longer be decrypted is none: the resident is
    /// then signed out, and the app continues.
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, ShellError>;
    /// Keeps a secret under this name; an older one is replaced.
    fn set(&self, name: String, secret: Vec<u8>) -> Result<(), ShellError>;
    /// Forgets the secret with this name; fine if there is none.
    fn remove(&self, name: String) -> Result<(), ShellError>;
}

/// What only the phone knows. Asked once, when the library is opened, and at each activation.
#[uniffi::export(foreign)]
pub trait Platform: Send + Sync {
    /// The languages the resident reads, best first, as BCP 47 tags.
    fn locales(&self) -> Result<Vec<String>, ShellError>;
    /// What the resident will know this device by, `Ana's phone`.
    fn device_name(&self) -> Result<String, ShellError>;
    /// The phone's IANA zone, if it knows one.
    fn time_zone(&self) -> Result<Option<String>, ShellError>;
}

/// A shell's vault, as the core wants it.
pub(crate) struct Vault(pub(crate) Arc<dyn SecretVault>);

impl CoreVault for Vault {
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(self.0.get(name)?)
    }

    fn set(&self, name: String, secret: Vec<u8>) -> Result<(), VaultError> {
        Ok(self.0.set(name, secret)?)
    }

    fn remove(&self, name: String) -> Result<(), VaultError> {
        Ok(self.0.remove(name)?)
    }
}

impl From<ShellError> for VaultError {
    fn from(error: ShellError) -> Self {
        match error {
            ShellError::Unavailable { reason } => Self::Unavailable { reason },
            ShellError::Refused { reason } => Self::Refused { reason },
            ShellError::Broken { reason } => Self::Broken { reason },
        }
    }
}
