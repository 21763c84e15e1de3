//! The key file on disk: TOML, for the owner's eyes only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::Keys;

/// The key file cannot be used. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// There is none: run `gatepass-panel init`, or name the right one.
    #[error("there is no key file at {0}; `gatepass-panel init` makes one")]
    Missing(PathBuf),
    /// There is one already, and its data would be lost with it.
    #[error("there is a key file at {0} already; it is never overwritten, because the data cannot be read without it")]
    Exists(PathBuf),
    /// Others may read it: correct its rights.
    #[error("the key file {0} can be read by others; run `chmod 600` on it")]
    NotPrivate(PathBuf),
    /// It is not a key file of this version: restore it from a backup.
    #[error("{path} is not a key file this version can read: {why}")]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// Why; never shows what is in it.
        why: &'static str,
    },
    /// It cannot be read or written.
    #[error("cannot read or write the key file {path}: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

#[derive(Serialize, Deserialize)]
struct OnDisk {
    version: u32,
    pepper: String,
    seal: String,
    operator_token: String,
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        self.pepper.zeroize();
        self.seal.zeroize();
        self.operator_token.zeroize();
    }
}

const VERSION: u32 = 1;

const HEAD: &str = "\
# The keys of a Gatepass service. Keep a copy of this file in a safe place, apart from backups of the data:
# without it the data cannot be read, and together with it they are an open book.
";

impl Keys {
    /// Makes the key file with new keys, readable by its owner alone.
    pub fn create(path: &Path) -> Result<Self, KeyFileError> {
        let keys = Self::generate();
        let on_disk = OnDisk {
            version: VERSION,
            pepper: BASE64.encode(&keys.pepper),
            seal: BASE64.encode(&keys.seal),
            operator_token: keys.operator_token().to_owned(),
        };
        let text = Zeroizing::new(toml::to_string(&on_disk).expect("text and numbers are TOML"));
        let written = new_private_file(path).and_then(|mut file| {
            file.write_all(HEAD.as_bytes())?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        match written {
            Ok(()) => Ok(keys),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(KeyFileError::Exists(path.to_owned())),
            Err(source) => Err(KeyFileError::Io { path: path.to_owned(), source }),
        }
    }

    /// Reads the key file.
    pub fn load(path: &Path) -> Result<Self, KeyFileError> {
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound => KeyFileError::Missing(path.to_owned()),
            _ => KeyFileError::Io { path: path.to_owned(), source },
        };
        if !is_private(&fs::metadata(path).map_err(failed)?) {
            return Err(KeyFileError::NotPrivate(path.to_owned()));
        }
        let text = Zeroizing::new(fs::read_to_string(path).map_err(failed)?);
        Self::parse(&text).map_err(|why| KeyFileError::Malformed { path: path.to_owned(), why })
    }

    fn parse(text: &str) -> Result<Self, &'static str> {
        let on_disk: OnDisk = toml::from_str(text).map_err(|_| "it is not TOML, or something is missing in it")?;
        if on_disk.version != VERSION {
            return Err("it was written by a newer version");
        }
        let key = |text: &str| {
            let bytes = Zeroizing::new(BASE64.decode(text.as_bytes()).unwrap_or_default());
            <[u8; 32]>::try_from(&bytes[..]).map_err(|_| "a key is not 32 bytes in base64")
        };
        if on_disk.operator_token.len() < 20 {
            return Err("the operator token is too short");
        }
        Ok(Self {
            pepper: key(&on_disk.pepper)?,
            seal: key(&on_disk.seal)?,
            operator_token: Zeroizing::new(on_disk.operator_token.clone()),
        })
    }
}

#[cfg(unix)]
fn new_private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn new_private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn is_private(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode().trailing_zeros() >= 6
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_was_created_is_loaded_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let made = Keys::create(&path).unwrap();
        let loaded = Keys::load(&path).unwrap();
        assert_eq!(made.operator_token(), loaded.operator_token());
        let sealed = made.seal(&["pass", "qr"], b"secret");
        assert_eq!(&loaded.open(&["pass", "qr"], &sealed).unwrap()[..], b"secret");
        assert!(loaded.open(&["passq", "r"], &sealed).is_err());
        assert!(Keys::generate().open(&["pass", "qr"], &sealed).is_err());
        assert!(matches!(Keys::create(&path), Err(KeyFileError::Exists(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        Keys::create(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Keys::load(&path), Err(KeyFileError::NotPrivate(_))));
    }

    #[test]
    fn a_damaged_key_file_is_refused_without_telling_what_is_in_it() {
        for text in ["", "version = 1", "version = 2\npepper='x'\nseal='y'\noperator_token='z'"] {
            assert!(Keys::parse(text).is_err());
        }
        let short = "version = 1\npepper = 'c2VjcmV0'\nseal = 'c2VjcmV0'\noperator_token = 'gpo_0123456789012345'";
        assert!(!Keys::parse(short).unwrap_err().contains("c2VjcmV0"));
    }
}
