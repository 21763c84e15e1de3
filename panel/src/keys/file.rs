//! The key file on disk: TOML, for the owner's eyes only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::Keys;
use super::seals::{Seal, Seals};

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
struct KeyFile {
    version: u32,
    pepper: String,
    /// The one seal of a file of version 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seal: Option<String>,
    operator_token: String,
    #[serde(default)]
    seals: Vec<SealEntry>,
}

#[derive(Serialize, Deserialize)]
struct SealEntry {
    id: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_at: Option<DateTime<Utc>>,
    key: String,
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        self.pepper.zeroize();
        self.seal.zeroize();
        self.operator_token.zeroize();
        for seal in &mut self.seals {
            seal.key.zeroize();
        }
    }
}

/// Version 1 had one seal, without an id.
const VERSION: u32 = 2;

const HEAD: &str = "\
# The keys of a Gatepass service. Keep a copy of this file in a safe place, apart from backups of the data:
# without it the data cannot be read, and together with it they are an open book.
";

impl Keys {
    /// Makes the key file with new keys, readable by its owner alone.
    ///
    /// # Errors
    ///
    /// The file exists already, or cannot be written.
    pub fn create(path: &Path) -> Result<Self, KeyFileError> {
        let keys = Self::generate();
        match write(path, &keys, None) {
            Ok(()) => Ok(keys),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(KeyFileError::Exists(path.to_owned())),
            Err(source) => Err(KeyFileError::Io { path: path.to_owned(), source }),
        }
    }

    /// Makes a new seal current and rewrites the file. Old seals stay, so that what they closed can be opened. The
    /// new seal closes nothing before it is on disk; if the file cannot be written, nothing changes.
    ///
    /// # Errors
    ///
    /// The file cannot be written; the old seal stays current.
    pub fn rotate(&self, path: &Path, now: DateTime<Utc>) -> Result<(), KeyFileError> {
        let _alone = self.rotating.lock().unwrap_or_else(PoisonError::into_inner);
        let seal = self.read(|seals| seals.another(now));
        let new = path.with_extension("toml.new");
        // One may be left from an attempt that was cut off.
        let _ = fs::remove_file(&new);
        let written =
            write(&new, self, Some(&seal)).and_then(|()| fs::rename(&new, path)).and_then(|()| sync_folder(path));
        written.map_err(|source| KeyFileError::Io { path: path.to_owned(), source })?;
        self.seals.write().unwrap_or_else(PoisonError::into_inner).add(seal);
        Ok(())
    }

    /// Reads the key file.
    ///
    /// # Errors
    ///
    /// The file is missing, readable by others, or malformed. The text says what to do.
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
        let on_disk: KeyFile = toml::from_str(text).map_err(|_| "it is not TOML, or something is missing in it")?;
        if on_disk.version == 0 || on_disk.version > VERSION {
            return Err("it was written by a newer version");
        }
        if on_disk.operator_token.len() < 20 {
            return Err("the operator token is too short");
        }
        let mut seals = Vec::new();
        if let Some(unmarked) = &on_disk.seal {
            seals.push(Seal { id: 0, key: key(unmarked)?, made_at: None });
        }
        for seal in &on_disk.seals {
            seals.push(Seal { id: seal.id, key: key(&seal.key)?, made_at: seal.made_at });
        }
        let seals = Seals::from_stored(seals).ok_or("it has no seal, or two of one id")?;
        Ok(Self {
            pepper: key(&on_disk.pepper)?,
            seals: RwLock::new(seals),
            rotating: Mutex::default(),
            operator_token: Zeroizing::new(on_disk.operator_token.clone()),
        })
    }
}

fn key(text: &str) -> Result<[u8; 32], &'static str> {
    let bytes = Zeroizing::new(BASE64.decode(text.as_bytes()).unwrap_or_default());
    <[u8; 32]>::try_from(&bytes[..]).map_err(|_| "a key is not 32 bytes in base64")
}

/// Writes a key file that is not there yet. `another` is a seal to be added to those the keys have.
fn write(path: &Path, keys: &Keys, another: Option<&Seal>) -> io::Result<()> {
    let seal = |seal: &Seal| SealEntry { id: seal.id, made_at: seal.made_at, key: BASE64.encode(&seal.key) };
    let on_disk = KeyFile {
        version: VERSION,
        pepper: BASE64.encode(&keys.pepper),
        seal: None,
        operator_token: keys.operator_token().to_owned(),
        seals: keys.read(|seals| seals.iter().chain(another).map(seal).collect()),
    };
    let text = Zeroizing::new(toml::to_string(&on_disk).map_err(io::Error::other)?);
    let mut file = new_private_file(path)?;
    file.write_all(HEAD.as_bytes())?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A file that was renamed is there after a power cut only once its folder is on disk.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
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

    #[test]
    fn a_rotation_is_on_disk_and_opens_what_was_sealed_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let keys = Keys::create(&path).unwrap();
        let old = keys.seal(&["pass"], b"secret");
        keys.rotate(&path, DateTime::UNIX_EPOCH).unwrap();
        assert!(!keys.is_current(&old));
        let again = keys.seal_again(&["pass"], &old).unwrap();
        let loaded = Keys::load(&path).unwrap();
        assert!(loaded.is_current(&again));
        for sealed in [&old, &again] {
            assert_eq!(&loaded.open(&["pass"], sealed).unwrap()[..], b"secret");
        }
        assert_eq!(loaded.operator_token(), keys.operator_token());
        // Where the file cannot be written, the old seal stays current.
        let nowhere = folder.path().join("gone").join("keys.toml");
        assert!(keys.rotate(&nowhere, DateTime::UNIX_EPOCH).is_err());
        assert!(keys.is_current(&again));
    }

    #[test]
    fn a_file_of_version_1_is_read_and_rotated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let key = BASE64.encode(&[7; 32]);
        let text = format!(
            "version = 1\npepper = '{key}'\nseal = '{key}'\noperator_token = 'gpo_0123456789012345678901234'\n"
        );
        fs::write(&path, &text).unwrap();
        let keys = Keys::parse(&text).unwrap();
        assert_eq!(keys.seal_infos().iter().map(|seal| seal.id).collect::<Vec<_>>(), [0]);
        let sealed = keys.seal(&["pass"], b"secret");
        keys.rotate(&path, DateTime::UNIX_EPOCH).unwrap();
        let loaded = Keys::load(&path).unwrap();
        let infos = loaded.seal_infos();
        assert!(infos.len() == 2 && infos[0].id == 0 && infos[1].id != 0 && infos[1].current);
        assert_eq!(&loaded.open(&["pass"], &sealed).unwrap()[..], b"secret");
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
        for text in ["", "version = 1", "version = 9\npepper='x'\nseal='y'\noperator_token='z'"] {
            assert!(Keys::parse(text).is_err());
        }
        let short = "version = 1\npepper = 'c2VjcmV0'\nseal = 'c2VjcmV0'\noperator_token = 'gpo_0123456789012345'";
        assert!(!Keys::parse(short).unwrap_err().contains("c2VjcmV0"));
    }
}
