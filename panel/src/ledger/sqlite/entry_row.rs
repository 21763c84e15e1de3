//! A row of the log.

use gatepass_core::id::{DoorId, PanelId, PassId, SiteId, UnitId};
use gatepass_core::pass::IdentifierKind;
use gatepass_core::time::Opening;
use rusqlite::{Connection, OptionalExtension, Row};

use super::columns::{Id, Millis, Word};
use super::entry_index;
use crate::building::{Entry, Result};
use crate::decide::Fingerprint;

/// In the order in which [`read`] wants them, from a table that is called `entry`.
pub(super) const COLUMNS: &str = "seq, site_id, at, door_id, lock, panel_id, event_id, kind, fingerprint, reason, \
     arrival, pass_id, pass_name, unit_id, manager_id, photo, next_from, next_to, again, \
     (SELECT outcome FROM command_outcomes AS told WHERE told.site_id = entry.site_id AND told.seq = entry.seq)";

const INSERT: &str = "INSERT INTO entries (seq, site_id, at, door_id, lock, panel_id, event_id, kind, fingerprint, \
     reason, arrival, pass_id, pass_name, unit_id, manager_id, photo, next_from, next_to, again) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let opening = match (row.get::<_, Option<Millis>>(16)?, row.get::<_, Option<Millis>>(17)?) {
        (Some(from), Some(to)) => Some(Opening { from: from.0, to: to.0 }),
        _ => None,
    };
    Ok(Entry {
        seq: row.get(0)?,
        site: SiteId(row.get::<_, Id>(1)?.0),
        at: row.get::<_, Millis>(2)?.0,
        door: DoorId(row.get::<_, Id>(3)?.0),
        lock: row.get(4)?,
        panel: row.get::<_, Option<Id>>(5)?.map(|id| PanelId(id.0)),
        event_id: row.get(6)?,
        kind: row.get::<_, Option<Word<_>>>(7)?.map(|kind| kind.0),
        fingerprint: row.get::<_, Option<[u8; 16]>>(8)?.map(Fingerprint),
        reason: row.get::<_, Word<_>>(9)?.0,
        arrival: row.get(10)?,
        again: row.get(18)?,
        pass: row.get::<_, Option<Id>>(11)?.map(|id| PassId(id.0)),
        pass_name: row.get(12)?,
        unit: row.get::<_, Option<Id>>(13)?.map(|id| UnitId(id.0)),
        manager: row.get::<_, Option<Id>>(14)?.map(|id| id.0),
        photo: row.get::<_, Option<Id>>(15)?.map(|id| id.0),
        next_opening: opening,
        outcome: row.get::<_, Option<Word<_>>>(19)?.map(|outcome| outcome.0),
    })
}

pub(super) fn insert(connection: &Connection, entry: &Entry) -> Result<()> {
    let mut insert = connection.prepare_cached(INSERT)?;
    insert.execute(rusqlite::params![
        entry.seq,
        Id(entry.site.0),
        Millis(entry.at),
        Id(entry.door.0),
        entry.lock,
        entry.panel.map(|id| Id(id.0)),
        entry.event_id,
        entry.kind.map(IdentifierKind::code),
        entry.fingerprint.as_ref().map(|fingerprint| &fingerprint.0[..]),
        entry.reason.code(),
        entry.arrival,
        entry.pass.map(|id| Id(id.0)),
        entry.pass_name,
        entry.unit.map(|id| Id(id.0)),
        entry.manager.map(Id),
        entry.photo.map(Id),
        entry.next_opening.map(|opening| Millis(opening.from)),
        entry.next_opening.map(|opening| Millis(opening.to)),
        entry.again,
    ])?;
    Ok(())
}

/// The entries a query gives.
pub(super) fn all(connection: &Connection, query: &str, values: impl rusqlite::Params) -> Result<Vec<Entry>> {
    let mut statement = connection.prepare_cached(query)?;
    let rows = statement.query_map(values, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The row of an entry: by the index, or among those that are not in it yet.
pub(super) fn row_of(connection: &Connection, site: SiteId, seq: i64) -> Result<Option<i64>> {
    if let Some(indexed) = entry_index::one(connection, Id(site.0), seq)? {
        return Ok(Some(indexed.row));
    }
    let mut find = connection.prepare_cached("SELECT row FROM entries_after_totals WHERE site_id = ?1 AND seq = ?2")?;
    Ok(find.query_row((Id(site.0), seq), |row| row.get(0)).optional()?)
}

/// The entry in this row.
pub(super) fn in_row(connection: &Connection, row: i64) -> Result<Option<Entry>> {
    let mut found = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM entries AS entry WHERE row = ?1"))?;
    Ok(found.query_row([row], read).optional()?)
}

/// An entry by its sequence number.
pub(super) fn one(connection: &Connection, site: SiteId, seq: i64) -> Result<Option<Entry>> {
    row_of(connection, site, seq)?.map_or(Ok(None), |row| in_row(connection, row))
}
