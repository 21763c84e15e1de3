//! Secrets in the desktop's own secret service: Keychain on macOS, Credential Manager on Windows, Secret Service
//! (GNOME Keyring, KWallet) elsewhere.

use keyring::v1::{Entry, Error};

use super::{SecretVault, VaultError};

/// Keeps secrets in the desktop's secret service.
#[derive(Debug)]
pub struct KeyringVault {
    service: String,
}

impl KeyringVault {
    /// The secret service, with `service` as the application's name in it. Fails at once, in words, where none runs.
    pub fn open(service: &str) -> Result<Self, VaultError> {
        match Entry::store_status() {
            Ok(()) => Ok(Self { service: service.to_owned() }),
            Err(error) => Err(VaultError::Unavailable { reason: in_words(error) }),
        }
    }

    fn entry(&self, name: &str) -> Result<Entry, VaultError> {
        Entry::new(&self.service, name).map_err(|error| refusal(&error))
    }
}

impl SecretVault for KeyringVault {
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, VaultError> {
        match self.entry(&name)?.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            // What cannot be decrypted any more is as good as gone.
            Err(Error::NoEntry | Error::BadDataFormat(..)) => Ok(None),
            Err(error) => Err(refusal(&error)),
        }
    }

    fn set(&self, name: String, secret: Vec<u8>) -> Result<(), VaultError> {
        let secret = zeroize::Zeroizing::new(secret);
        self.entry(&name)?.set_secret(&secret).map_err(|error| refusal(&error))
    }

    fn remove(&self, name: String) -> Result<(), VaultError> {
        match self.entry(&name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(refusal(&error)),
        }
    }
}

fn refusal(error: &Error) -> VaultError {
    let reason = in_words(error);
    match error {
        Error::NoStorageAccess(_) => VaultError::Refused { reason },
        Error::NoDefaultStore => VaultError::Unavailable { reason },
        _ => VaultError::Broken { reason },
    }
}

/// Some of the library's errors carry the secret; only those that cannot are quoted.
fn in_words(error: &Error) -> String {
    match error {
        Error::PlatformFailure(inner) | Error::NoStorageAccess(inner) => inner.to_string(),
        Error::NoDefaultStore => "there is no store".to_owned(),
        Error::NotSupportedByStore(what) | Error::BadStoreFormat(what) => what.clone(),
        Error::TooLong(what, limit) => format!("{what} is longer than {limit}"),
        _ => "the store refused the entry".to_owned(),
    }
}
