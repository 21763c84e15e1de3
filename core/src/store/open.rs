//! Is the file there, ours, whole and of this version?

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, damaged};

/// The file's name in the app's folder.
pub(super) const FILE: &str = "gatepass.db";
/// Left beside the file when damage was met while working: the next opening then looks at every page.
pub(super) const SUSPECT: &str = "gatepass.db.suspect";
/// `GPas`: tells our files from others'.
const APPLICATION: i64 = 0x4750_6173;

/// Each once, in order; the number of those applied is the file's `user_version`. Never change one that was released.
const MIGRATIONS: [&str; 2] = [include_str!("migrations/001_first.sql"), include_str!("migrations/002_news.sql")];

/// The outcome of opening the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenReport {
    /// Set when the file was damaged and a fresh one was made.
    pub replaced: Option<ReplacedFile>,
}

/// A damaged file that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplacedFile {
    /// Where it is now.
    pub put_aside: PathBuf,
    /// Unsent changes that could be saved.
    pub kept: u32,
    /// Whether something that was not yet sent may be lost.
    pub lost: bool,
}

pub(super) fn open(folder: &Path) -> Result<(Connection, OpenReport), StoreError> {
    make_folder(folder)?;
    let path = folder.join(FILE);
    let suspect = folder.join(SUSPECT);
    match connect(&path, suspect.exists()) {
        Ok(connection) => {
            forget(&suspect)?;
            Ok((connection, OpenReport::default()))
        }
        Err(StoreError::Damaged(_)) => {
            let put_aside = damaged::put_aside(&path)?;
            let mut connection = connect(&path, false)?;
            let saved = damaged::save_what_can_be(&put_aside, &mut connection);
            forget(&suspect)?;
            Ok((
                connection,
                OpenReport { replaced: Some(ReplacedFile { put_aside, kept: saved.kept, lost: saved.lost }) },
            ))
        }
        Err(error) => Err(error),
    }
}

/// Notes that the file in `folder` gave wrong answers.
pub(crate) fn suspect(folder: &Path) {
    // If even this cannot be written, the next opening meets the damage by itself.
    let _ = fs::write(folder.join(SUSPECT), b"");
}

fn forget(marker: &Path) -> std::io::Result<()> {
    match fs::remove_file(marker) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn connect(path: &Path, look_at_every_page: bool) -> Result<Connection, StoreError> {
    make_file(path)?;
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // What was said to be saved stays saved when the battery dies.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Answers with the mode it ended up in; a file that is not a database fails here.
    connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0))?;
    if look_at_every_page {
        let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(StoreError::Damaged(verdict));
        }
    }
    migrate(&mut connection)?;
    Ok(connection)
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    let version = |connection: &Connection| connection.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0));
    if version(connection)? == known {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again inside: another process may have migrated meanwhile.
    let found = version(&transaction)?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let application: i64 = transaction.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if found > 0 && application != APPLICATION {
        return Err(StoreError::Damaged("it is another program's database".to_owned()));
    }
    for step in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", known)?;
    transaction.commit()?;
    Ok(())
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// SQLite gives its companion files the rights of the main one, so this covers all three.
fn make_file(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let file = options.open(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
        }
    }
    drop(file);
    Ok(())
}
