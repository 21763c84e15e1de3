//! Secrets in memory, gone with the process.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use super::{SecretVault, VaultError};

/// Keeps secrets until it is dropped.
#[derive(Default)]
pub struct MemoryVault(Mutex<HashMap<String, Zeroizing<Vec<u8>>>>);

impl MemoryVault {
    /// An empty vault.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn secrets(&self) -> std::sync::MutexGuard<'_, HashMap<String, Zeroizing<Vec<u8>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SecretVault for MemoryVault {
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(self.secrets().get(&name).map(|secret| secret.to_vec()))
    }

    fn set(&self, name: String, secret: Vec<u8>) -> Result<(), VaultError> {
        self.secrets().insert(name, Zeroizing::new(secret));
        Ok(())
    }

    fn remove(&self, name: String) -> Result<(), VaultError> {
        self.secrets().remove(&name);
        Ok(())
    }
}
