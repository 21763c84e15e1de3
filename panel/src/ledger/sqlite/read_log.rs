//! Passes, entries and changes are listed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use gatepass_core::id::{EntryId, PassId, SiteId, UnitId};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::columns::{Id, Millis, entry_id, entry_seq, rows};
use super::entry_row::{COLUMNS, EntryRow};
use super::pass_row::{PassRow, spend_tail};
use super::readers::Reader;
use crate::ledger::{ChangeSet, EntryRecord, LedgerError, PageAsk, PassRecord, Result, Scope, Slice};

/// The site of a scope, its key, and the column it is in.
fn resolve(reader: &Reader<'_>, scope: Scope) -> Result<(SiteId, Uuid, &'static str)> {
    reader.places(|places| match scope {
        Scope::Unit(unit) => Ok((places.unit(unit)?.site, unit.0, "unit_id")),
        Scope::Site(site) => Ok((places.site(site)?.id, site.0, "site_id")),
    })
}

pub(super) fn pass(reader: &Reader<'_>, scope: Scope, id: PassId, now: DateTime<Utc>) -> Result<PassRecord> {
    let (site, key, column) = resolve(reader, scope)?;
    let row = PassRow::one(reader.connection, id)?;
    let row = row.filter(|row| key == if column == "unit_id" { row.unit.0 } else { row.site.0 });
    let policy = reader.places(|places| places.site(site))?.policy.clone();
    row.ok_or(LedgerError::NotFound("pass"))?.record(reader.connection, reader.keys, &policy, now)
}

pub(super) fn passes(
    reader: &Reader<'_>,
    scope: Scope,
    valid: Option<bool>,
    page: &PageAsk,
    now: DateTime<Utc>,
) -> Result<Slice<PassRecord>> {
    let (site, key, column) = resolve(reader, scope)?;
    let policy = reader.places(|places| places.site(site))?.policy.clone();
    let limit = page.limit.max(1);
    let mut items = Vec::new();
    let mut after = page.after.unwrap_or(i64::MAX);
    // What is surely over need not be looked at for the valid ones. A visit under way makes none valid again.
    let surely = if valid == Some(true) { "AND p.revoked_at IS NULL AND p.ends_at > ?4" } else { "AND ?4 > 0" };
    let condition = format!("WHERE p.{column} = ?1 AND p.made_seq < ?2 {surely} ORDER BY p.made_seq DESC LIMIT ?3");
    loop {
        let asked = limit.saturating_add(1).max(64);
        let mut found = PassRow::all(reader.connection, &condition, (Id(key), after, rows(asked), Millis(now)))?;
        spend_tail(reader.connection, &mut found)?;
        let read = found.len();
        for row in found {
            let made_seq = row.made_seq;
            let record = row.record(reader.connection, reader.keys, &policy, now)?;
            if valid.is_none_or(|valid| record.standing.status.is_valid() == valid) {
                if items.len() == limit {
                    return Ok(Slice { items, next: Some(after) });
                }
                items.push(record);
            }
            after = made_seq;
        }
        if read < asked {
            return Ok(Slice { items, next: None });
        }
    }
}

/// Entries of a unit or a site: those folded by the index, those after by looking at each. `?1` is whose, `?2` and
/// `?3` hold the sequence between them, `?4` is how many.
fn entries_between(column: &str, order: &str) -> String {
    format!(
        "SELECT {COLUMNS} FROM (
             SELECT * FROM (SELECT e.* FROM entries_of o JOIN entries e ON e.seq = o.seq
                 WHERE o.owner_id = ?1 AND o.seq > ?2 AND o.seq < ?3 ORDER BY o.seq {order} LIMIT ?4)
             UNION ALL
             SELECT * FROM (SELECT * FROM entries WHERE seq > max(?2, (SELECT value FROM marks WHERE name = 'folded_seq'))
                 AND seq < ?3 AND {column} = ?1 ORDER BY seq {order} LIMIT ?4)
         ) ORDER BY seq {order} LIMIT ?4"
    )
}

pub(super) fn entries(reader: &Reader<'_>, scope: Scope, page: &PageAsk) -> Result<Slice<EntryRecord>> {
    let (_, key, column) = resolve(reader, scope)?;
    let limit = page.limit.max(1);
    let before = page.after.unwrap_or(i64::MAX);
    let query = entries_between(column, "DESC");
    let mut found = EntryRow::all(reader.connection, &query, (Id(key), 0, before, rows(limit + 1)))?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| row.seq);
    let items = reader.places(|places| found.into_iter().map(|row| row.record(places)).collect());
    Ok(Slice { items, next })
}

pub(super) fn entry(reader: &Reader<'_>, scope: Scope, id: EntryId) -> Result<EntryRecord> {
    let (_, key, column) = resolve(reader, scope)?;
    let mut find =
        reader.connection.prepare_cached(&format!("SELECT {COLUMNS} FROM entries WHERE seq = ?1 AND {column} = ?2"))?;
    let row = find.query_row((entry_seq(id), Id(key)), EntryRow::read).optional()?;
    let row = row.filter(|row| entry_id(row.at, row.seq) == id).ok_or(LedgerError::NotFound("entry"))?;
    Ok(reader.places(|places| row.record(places)))
}

pub(super) fn changes(
    reader: &Reader<'_>,
    unit: UnitId,
    since: i64,
    limit: usize,
    now: DateTime<Utc>,
) -> Result<ChangeSet> {
    let limit = limit.max(1);
    let site = reader.places(|places| -> Result<_> { places.site(places.unit(unit)?.site) })?;
    let changed = PassRow::all(
        reader.connection,
        "WHERE p.unit_id = ?1 AND p.changed_seq > ?2 ORDER BY p.changed_seq LIMIT ?3",
        (Id(unit.0), since, rows(limit + 1)),
    )?;
    let query = entries_between("unit_id", "ASC");
    let mut entries = EntryRow::all(reader.connection, &query, (Id(unit.0), since, i64::MAX, rows(limit + 1)))?;
    let mut places: Vec<i64> =
        changed.iter().map(|row| row.changed_seq).chain(entries.iter().map(|entry| entry.seq)).collect();
    places.sort_unstable();
    let more = places.len() > limit;
    places.truncate(limit);
    let mut cursor = places.last().copied().unwrap_or(since);
    entries.retain(|entry| entry.seq <= cursor);
    let mut passes: BTreeMap<PassId, PassRow> =
        changed.into_iter().filter(|row| row.changed_seq <= cursor).map(|row| (row.pass.id, row)).collect();
    for used in entries.iter().filter(|entry| entry.arrival).filter_map(|entry| entry.pass) {
        if !passes.contains_key(&used) {
            let found = PassRow::all(reader.connection, "WHERE p.id = ?1", [Id(used.0)])?;
            passes.extend(found.into_iter().map(|row| (used, row)));
        }
    }
    let mut found: Vec<PassRow> = passes.into_values().collect();
    spend_tail(reader.connection, &mut found)?;
    found.sort_by_key(|row| row.changed_seq);
    let profile_seq: i64 = reader.connection.query_row(
        "SELECT max(u.changed_seq, s.changed_seq) FROM units u JOIN sites s ON s.id = u.site_id WHERE u.id = ?1",
        [Id(unit.0)],
        |row| row.get(0),
    )?;
    if !more {
        cursor = cursor.max(profile_seq);
    }
    let passes = found.into_iter().map(|row| row.record(reader.connection, reader.keys, &site.policy, now));
    Ok(ChangeSet {
        passes: passes.collect::<Result<_>>()?,
        entries: reader.places(|places| entries.into_iter().map(|entry| entry.record(places)).collect()),
        profile: since == 0 || profile_seq > since,
        cursor,
        more,
    })
}
