//! Saves what can be read of a damaged file.
//!
//! Passes and entries come again from the servers. What exists only here is read row by row until the file gives no
//! more: the profiles (their tokens are in the vault), the changes that wait, and unfinished drafts. If any of that
//! could not be read to its end, the resident gets a notice.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

pub(super) struct SalvageReport {
    /// Changes that wait and were saved.
    pub(super) kept: u32,
    /// Whether some may not have been.
    pub(super) lost: bool,
}

/// Moves the file and its companions aside, to a name not taken yet.
pub(super) fn put_aside(path: &Path) -> std::io::Result<PathBuf> {
    let named = |ending: &str| {
        let mut name = path.to_path_buf().into_os_string();
        name.push(ending);
        PathBuf::from(name)
    };
    let free = (1..=u32::MAX).map(|number| named(&format!(".damaged-{number}"))).find(|name| !name.exists());
    let aside = free.unwrap_or_else(|| named(".damaged"));
    fs::rename(path, &aside)?;
    for companion in ["-wal", "-shm"] {
        let mut beside = aside.clone().into_os_string();
        beside.push(companion);
        match fs::rename(named(companion), beside) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(aside)
}

/// Copies what exists only on this device. Never fails: less is saved then, and said so.
pub(super) fn save_what_can_be(damaged: &Path, fresh: &mut Connection) -> SalvageReport {
    // Not read-only: changes not yet checkpointed are read through the companion files, which must be writable.
    let Ok(old) = Connection::open_with_flags(damaged, OpenFlags::SQLITE_OPEN_READ_WRITE) else {
        return SalvageReport { kept: 0, lost: true };
    };
    let mut lost = false;
    let mut copy = |table: &str, columns: &str| -> u32 {
        let (copied, whole) = copy_rows(&old, fresh, table, columns);
        lost |= !whole;
        copied
    };
    copy("profiles", "id, server, signed_in, body");
    let kept = copy("outbox", "seq, profile, pass, key, command, sent, attempts, not_before, refusal");
    copy("drafts", "id, profile, pass, edits, at, state");
    copy("settings", "name, value");
    // A pass with a change that waits is shown from what was known of it; the rest is fetched again.
    let (_, whole) =
        copy_rows(&old, fresh, "passes", "profile, id, server, shown, created_at, valid_until, search, seen");
    let _ = whole;
    let waiting = "(SELECT 1 FROM outbox o WHERE o.profile = passes.profile AND o.pass = passes.id)";
    let _ = fresh.execute(&format!("DELETE FROM passes WHERE NOT EXISTS {waiting}"), []);
    // A change whose pass could not be read cannot be shown, and so neither retried nor discarded.
    let _ = fresh.execute(
        "DELETE FROM outbox WHERE NOT EXISTS
             (SELECT 1 FROM passes p WHERE p.profile = outbox.profile AND p.id = outbox.pass)",
        [],
    );
    let left = fresh.query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).unwrap_or(0);
    SalvageReport { kept: left, lost: lost || left < kept }
}

/// How many rows came over, and whether the table was read to its end.
fn copy_rows(old: &Connection, fresh: &Connection, table: &str, columns: &str) -> (u32, bool) {
    let count = columns.split(',').count();
    let marks = vec!["?"; count].join(", ");
    let insert = format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})");
    let Ok(mut rows) = old.prepare(&format!("SELECT {columns} FROM {table}")) else {
        return (0, false);
    };
    let Ok(mut rows) = rows.query([]) else {
        return (0, false);
    };
    let mut copied = 0;
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let values: Result<Vec<Value>, _> = (0..count).map(|at| row.get(at)).collect();
                match values.map(|values| fresh.execute(&insert, params_from_iter(values))) {
                    Ok(Ok(_)) => copied += 1,
                    _ => return (copied, false),
                }
            }
            Ok(None) => return (copied, true),
            Err(_) => return (copied, false),
        }
    }
}
