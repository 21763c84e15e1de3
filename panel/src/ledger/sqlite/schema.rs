//! Opens the database file, restricts its permissions and migrates it to the newest schema.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::building::{LedgerError, Result, StoreFailure};

/// In order; `user_version` counts those that were applied.
const MIGRATIONS: [&str; 5] = [
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_per_site.sql"),
    include_str!("migrations/0003_entry_lists.sql"),
    include_str!("migrations/0004_key_marks.sql"),
    include_str!("migrations/0005_opened_again.sql"),
];

/// Opens the database for writing and migrates it.
pub(super) fn open_for_writing(path: &Path) -> Result<Connection> {
    make_private(path).map_err(|error| StoreFailure::caused_by("cannot make the database", error))?;
    let mut connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA busy_timeout = 2000;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA cache_size = -32000;
         PRAGMA wal_autocheckpoint = 8000;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    migrate(&mut connection)?;
    Ok(connection)
}

/// Opens the database for reading alone.
pub(super) fn open_for_reading(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch("PRAGMA busy_timeout = 2000; PRAGMA query_only = ON; PRAGMA cache_size = -8000;")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Makes the file readable by its owner only: it has names of guests. SQLite gives the files beside it the same rights.
#[cfg(unix)]
fn make_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().append(true).create(true).mode(0o600).open(path).map(drop)
}

#[cfg(not(unix))]
fn make_private(_: &Path) -> std::io::Result<()> {
    Ok(())
}

fn migrate(connection: &mut Connection) -> Result<()> {
    let applied: u32 = connection.query_row("PRAGMA user_version", (), |row| row.get(0))?;
    let newest = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    if applied > newest {
        return Err(StoreFailure::new(format!(
            "the database was written by a newer version (schema {applied}, this one knows {newest}); update Gatepass",
        ))
        .into());
    }
    // A migration sorts whole tables, which a small machine cannot hold in memory.
    connection.pragma_update(None, "temp_store", "FILE")?;
    for (version, migration) in (1_u32..).zip(MIGRATIONS).skip(applied as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        StoreFailure::caused_by("the database failed", error).into()
    }
}
