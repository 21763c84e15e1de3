//! Requests that may come twice.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::columns::{Id, Millis};
use crate::ledger::{Conflict, Once, Result};

/// What the same request made before: its id, and what was kept with it.
pub(super) fn done_before(connection: &Connection, once: Option<&Once>) -> Result<Option<(Uuid, Vec<u8>)>> {
    let Some(once) = once else { return Ok(None) };
    let mut find =
        connection.prepare_cached("SELECT request, made, keep FROM done_once WHERE caller = ?1 AND key = ?2")?;
    let found = find.query_row((Id(once.caller), &once.key), |row| {
        Ok((row.get::<_, [u8; 32]>(0)?, row.get::<_, Id>(1)?.0, row.get::<_, Vec<u8>>(2)?))
    });
    match found.optional()? {
        None => Ok(None),
        Some((request, made, keep)) if request == once.request => Ok(Some((made, keep))),
        Some(_) => Err(Conflict::KeyReused.into()),
    }
}

/// Remembers that the request made this.
pub(super) fn remember(connection: &Connection, once: Option<&Once>, made: Uuid, now: DateTime<Utc>) -> Result<()> {
    let Some(once) = once else { return Ok(()) };
    let mut remember = connection.prepare_cached(
        "INSERT INTO done_once (caller, key, request, made, keep, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    remember.execute((Id(once.caller), &once.key, &once.request[..], Id(made), &once.keep, Millis(now)))?;
    Ok(())
}
