//! The folder of a service, with all its files.

use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use super::StartError;
use crate::config::CONFIG_FILE;
use crate::keys::Keys;

/// The keys, in the folder.
pub const KEY_FILE: &str = "keys.toml";
/// The database, in the folder.
pub(super) const DATABASE: &str = "gatepass.db";
/// Photos, in the folder.
pub(super) const PHOTOS: &str = "photos";
/// The file that the process which uses the folder locks.
const LOCK: &str = "lock";
/// The file with the address of the running service.
pub(super) const ADDRESS: &str = "address";

/// The files of a new service's folder.
#[derive(Debug)]
pub struct NewFolder {
    /// The configuration, with comments.
    pub config: PathBuf,
    /// The keys.
    pub keys: PathBuf,
}

/// Makes `folder` a service's folder: configuration, keys. The database comes with the first use.
///
/// # Errors
///
/// The folder has a key file already, or a file cannot be written.
pub fn init(folder: &Path) -> Result<NewFolder, StartError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| StartError::File { path, source }
    };
    std::fs::create_dir_all(folder).map_err(failed(folder))?;
    private(folder).map_err(failed(folder))?;
    let (config, keys) = (folder.join(CONFIG_FILE), folder.join(KEY_FILE));
    keys_are_not_missing(folder)?;
    Keys::create(&keys)?;
    if !config.exists() {
        std::fs::write(&config, include_str!("../config.toml")).map_err(failed(&config))?;
    }
    Ok(NewFolder { config, keys })
}

/// Refuses a folder that has data and no keys.
pub(super) fn keys_are_not_missing(folder: &Path) -> Result<(), StartError> {
    let (keys, database) = (folder.join(KEY_FILE), folder.join(DATABASE));
    if database.exists() && !keys.exists() {
        return Err(StartError::KeysMissing { keys, database });
    }
    Ok(())
}

/// Restricts a folder with the database or the photos to its owner.
#[cfg(unix)]
pub(super) fn private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
pub(super) fn private(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The address of the service that runs on this folder, if one does.
pub(crate) fn recorded_address(folder: &Path) -> Option<SocketAddr> {
    std::fs::read_to_string(folder.join(ADDRESS)).ok()?.trim().parse().ok()
}

pub(super) fn locked(folder: &Path) -> Result<File, StartError> {
    let path = folder.join(LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|source| StartError::File { path: path.clone(), source })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StartError::Locked { folder: folder.to_owned() }),
        Err(TryLockError::Error(source)) => Err(StartError::File { path, source }),
    }
}
