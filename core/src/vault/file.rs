//! Secrets in a file that only its owner can read: for machines without a secret service, on request.
//!
//! The file is JSON, `{"name": "hexadecimal bytes"}`. It is replaced as a whole: written beside, synced, renamed; so
//! a crash leaves either the old file or the new one. A lock file keeps two processes from losing each other's
//! changes.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use data_encoding::HEXLOWER_PERMISSIVE;
use zeroize::{Zeroize as _, Zeroizing};

use super::{SecretVault, VaultError};

type Secrets = BTreeMap<String, String>;

/// Keeps secrets in one owner-only file.
#[derive(Debug)]
pub struct FileVault {
    path: PathBuf,
    turn: Mutex<()>,
}

impl FileVault {
    /// Secrets in the file at `path`, which is made when the first is set. Its folder must exist.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), turn: Mutex::new(()) }
    }

    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(ending);
        name.into()
    }

    fn locked<T>(&self, act: impl FnOnce() -> std::io::Result<T>) -> Result<T, VaultError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let result = owner_only(&self.beside(".lock")).and_then(|lock| {
            lock.lock()?;
            act()
        });
        result.map_err(|error| VaultError::Broken { reason: format!("{}: {error}", self.path.display()) })
    }

    fn read(&self) -> std::io::Result<Secrets> {
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Secrets::new()),
            Err(error) => return Err(error),
        };
        refuse_if_others_can_read(&file)?;
        let mut text = Zeroizing::new(String::new());
        file.read_to_string(&mut text)?;
        // The parser's own message would quote the file.
        serde_json::from_str(&text).map_err(|_| std::io::Error::new(ErrorKind::InvalidData, "is not a secrets file"))
    }

    fn write(&self, secrets: &Secrets) -> std::io::Result<()> {
        let fresh = self.beside(".new");
        let text = Zeroizing::new(serde_json::to_vec(secrets)?);
        let mut file = owner_only(&fresh)?;
        file.set_len(0)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&fresh, &self.path)?;
        sync_folder(&self.path)
    }

    fn change(&self, change: impl FnOnce(&mut Secrets)) -> Result<(), VaultError> {
        self.locked(|| {
            let mut secrets = self.read()?;
            change(&mut secrets);
            let written = self.write(&secrets);
            wipe(secrets);
            written
        })
    }
}

impl SecretVault for FileVault {
    fn get(&self, name: String) -> Result<Option<Vec<u8>>, VaultError> {
        self.locked(|| {
            let secrets = self.read()?;
            let found = secrets.get(&name).and_then(|hex| HEXLOWER_PERMISSIVE.decode(hex.as_bytes()).ok());
            wipe(secrets);
            Ok(found)
        })
    }

    fn set(&self, name: String, secret: Vec<u8>) -> Result<(), VaultError> {
        let secret = Zeroizing::new(secret);
        self.change(|secrets| {
            secrets.insert(name, HEXLOWER_PERMISSIVE.encode(&secret));
        })
    }

    fn remove(&self, name: String) -> Result<(), VaultError> {
        self.change(|secrets| {
            secrets.remove(&name);
        })
    }
}

fn wipe(secrets: Secrets) {
    for mut secret in secrets.into_values() {
        secret.zeroize();
    }
}

/// Opens or makes a file that only its owner can read.
fn owner_only(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(unix)]
fn refuse_if_others_can_read(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        let words = "others can read it; make it owner-only (chmod 600)";
        return Err(std::io::Error::new(ErrorKind::PermissionDenied, words));
    }
    Ok(())
}

#[cfg(not(unix))]
fn refuse_if_others_can_read(_: &File) -> std::io::Result<()> {
    Ok(())
}

/// Makes a rename durable where folders can be synced.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
