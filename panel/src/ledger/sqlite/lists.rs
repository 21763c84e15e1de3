//! Passes, entries and changes are listed.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{EntryId, PassId, SiteId, UnitId};
use rusqlite::Connection;
use uuid::Uuid;

use super::columns::{Id, Json, Millis, rows};
use super::entry_index::{self, Order};
use super::entry_row::{self, COLUMNS};
use super::pass_row::{PassRow, spend_tail};
use super::readers::{Reader, Readers};
use crate::building::ids::entry_seq;
use crate::building::{EntityKind, Entry, LedgerError, Result, Site};
use crate::ledger::ports::Lists;
use crate::ledger::{
    AuditEntry, ChangeSet, EntryView, ListPage, LogQueries, PageRequest, PassQueries, PassView, Scope,
};

#[async_trait]
impl PassQueries for Readers {
    async fn pass(&self, scope: Scope, id: PassId, now: DateTime<Utc>) -> Result<PassView> {
        self.ask(move |reader| pass(reader, scope, id, now)).await
    }

    async fn passes(
        &self,
        scope: Scope,
        valid: Option<bool>,
        page: PageRequest,
        now: DateTime<Utc>,
    ) -> Result<ListPage<PassView>> {
        self.ask(move |reader| passes(reader, scope, valid, &page, now)).await
    }
}

#[async_trait]
impl LogQueries for Readers {
    async fn entries(&self, scope: Scope, page: PageRequest) -> Result<ListPage<EntryView>> {
        self.ask(move |reader| entries(reader, scope, &page)).await
    }

    async fn entry(&self, scope: Scope, id: EntryId) -> Result<EntryView> {
        self.ask(move |reader| entry(reader, scope, id)).await
    }

    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet> {
        self.ask(move |reader| changes(reader, unit, since, limit, now)).await
    }

    async fn audit(&self, site: SiteId, page: PageRequest) -> Result<ListPage<AuditEntry>> {
        self.ask(move |reader| audit(reader, site, &page)).await
    }
}

impl Lists for Readers {
    fn close(&self) {
        Readers::close(self);
    }
}

/// The site of a scope, its key, and the column it is in.
fn resolve(reader: &Reader<'_>, scope: Scope) -> Result<(Arc<Site>, Uuid, &'static str)> {
    reader.directory(|directory| match scope {
        Scope::Unit(unit) => Ok((Arc::clone(directory.site(directory.unit(unit)?.site)?), unit.0, "unit_id")),
        Scope::Site(site) => Ok((Arc::clone(directory.site(site)?), site.0, "site_id")),
    })
}

fn pass(reader: &Reader<'_>, scope: Scope, id: PassId, now: DateTime<Utc>) -> Result<PassView> {
    let (site, _, _) = resolve(reader, scope)?;
    let row = PassRow::one(reader.connection, site.id, id)?;
    let row = row.filter(|row| scope == Scope::Site(site.id) || scope == Scope::Unit(row.archived.unit));
    row.ok_or(LedgerError::NotFound(EntityKind::Pass))?.record(reader.connection, reader.keys, &site, now)
}

fn passes(
    reader: &Reader<'_>,
    scope: Scope,
    valid: Option<bool>,
    page: &PageRequest,
    now: DateTime<Utc>,
) -> Result<ListPage<PassView>> {
    let (site, key, column) = resolve(reader, scope)?;
    let limit = page.limit.max(1);
    let mut items = Vec::new();
    let mut after = page.after.unwrap_or(i64::MAX);
    // What is surely over need not be looked at for the valid ones. A visit under way makes none valid again.
    let surely = if valid == Some(true) { "AND p.revoked_at IS NULL AND p.ends_at > ?4" } else { "AND ?4 > 0" };
    let condition = format!(
        "WHERE p.site_id = ?5 AND p.{column} = ?1 AND p.made_seq < ?2 {surely} ORDER BY p.made_seq DESC LIMIT ?3"
    );
    loop {
        let asked = limit.saturating_add(1).max(64);
        let values = (Id(key), after, rows(asked), Millis(now), Id(site.id.0));
        let mut found = PassRow::all(reader.connection, &condition, values)?;
        spend_tail(reader.connection, &mut found)?;
        let read = found.len();
        for row in found {
            let made_seq = row.made_seq;
            let record = row.record(reader.connection, reader.keys, &site, now)?;
            if valid.is_none_or(|valid| record.standing.status.is_valid() == valid) {
                if items.len() == limit {
                    return Ok(ListPage { items, next: Some(after) });
                }
                items.push(record);
            }
            after = made_seq;
        }
        if read < asked {
            return Ok(ListPage { items, next: None });
        }
    }
}

/// At most `limit` entries of a site, or of a unit in it, within this part of the sequence: those up to the last totals
/// by the index, those after by looking at each.
fn entries_between(
    connection: &Connection,
    (site, owner): (SiteId, Uuid),
    seqs: RangeInclusive<i64>,
    order: Order,
    limit: usize,
) -> Result<Vec<Entry>> {
    let indexed = |limit: usize| -> Result<Vec<Entry>> {
        let found = entry_index::find(connection, (Id(site.0), Id(owner)), seqs.clone(), order, limit)?;
        found.into_iter().filter_map(|indexed| entry_row::in_row(connection, indexed.row).transpose()).collect()
    };
    let newest = |limit: usize| {
        let order = order.in_sql();
        let query = format!(
            "SELECT {COLUMNS} FROM entries_after_totals AS entry
             WHERE site_id = ?1 AND ?2 IN (site_id, unit_id) AND seq BETWEEN ?3 AND ?4
             ORDER BY row {order} LIMIT ?5"
        );
        entry_row::all(connection, &query, (Id(site.0), Id(owner), seqs.start(), seqs.end(), rows(limit)))
    };
    match order {
        Order::OldestFirst => {
            let mut found = indexed(limit)?;
            found.extend(newest(limit - found.len())?);
            Ok(found)
        }
        Order::NewestFirst => {
            let mut found = newest(limit)?;
            found.extend(indexed(limit - found.len())?);
            Ok(found)
        }
    }
}

fn entries(reader: &Reader<'_>, scope: Scope, page: &PageRequest) -> Result<ListPage<EntryView>> {
    let (site, key, _) = resolve(reader, scope)?;
    let limit = page.limit.max(1);
    let before = page.after.unwrap_or(i64::MAX);
    let mut found = entries_between(reader.connection, (site.id, key), 0..=before - 1, Order::NewestFirst, limit + 1)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|entry| entry.seq);
    let items = reader.directory(|directory| found.into_iter().map(|entry| entry.view(directory)).collect());
    Ok(ListPage { items, next })
}

fn entry(reader: &Reader<'_>, scope: Scope, id: EntryId) -> Result<EntryView> {
    let (site, _, _) = resolve(reader, scope)?;
    let found = entry_row::one(reader.connection, site.id, entry_seq(id))?;
    let found = found.filter(|entry| match scope {
        Scope::Unit(unit) => entry.unit == Some(unit),
        Scope::Site(_) => true,
    });
    let found = found.map(|entry| reader.directory(|directory| entry.view(directory)));
    found.filter(|record| record.id == id).ok_or(LedgerError::NotFound(EntityKind::Entry))
}

fn audit(reader: &Reader<'_>, site: SiteId, page: &PageRequest) -> Result<ListPage<AuditEntry>> {
    let limit = page.limit.max(1);
    let mut acts = reader.connection.prepare_cached(
        "SELECT seq, at, actor, actor_id, act, subject, before, after FROM audit
         WHERE site_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
    )?;
    let before = page.after.unwrap_or(i64::MAX);
    let found = acts.query_map((Id(site.0), before, rows(limit + 1)), |row| {
        Ok(AuditEntry {
            seq: row.get(0)?,
            site,
            at: row.get::<_, Millis>(1)?.0,
            actor: row.get(2)?,
            actor_id: row.get::<_, Option<Id>>(3)?.map(|id| id.0),
            act: row.get(4)?,
            subject: row.get::<_, Id>(5)?.0,
            before: row.get::<_, Option<Json<_>>>(6)?.map(|before| before.0),
            after: row.get::<_, Option<Json<_>>>(7)?.map(|after| after.0),
        })
    })?;
    let mut items = found.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|entry| entry.seq);
    Ok(ListPage { items, next })
}

/// When something in the profiles of a unit's residents changed last.
fn profile_changed(reader: &Reader<'_>, site: SiteId, unit: UnitId) -> Result<i64> {
    let mut changed = reader.connection.prepare_cached(
        "SELECT max(u.changed_seq, s.changed_seq) FROM units u JOIN sites s ON s.id = u.site_id
         WHERE u.site_id = ?1 AND u.id = ?2",
    )?;
    Ok(changed.query_row((Id(site.0), Id(unit.0)), |row| row.get(0))?)
}

fn changes(reader: &Reader<'_>, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet> {
    let limit = limit.max(1);
    let (site, _, _) = resolve(reader, Scope::Unit(unit))?;
    let changed = PassRow::all(
        reader.connection,
        "WHERE p.site_id = ?4 AND p.unit_id = ?1 AND p.changed_seq > ?2 ORDER BY p.changed_seq LIMIT ?3",
        (Id(unit.0), since, rows(limit + 1), Id(site.id.0)),
    )?;
    let mut entries = entries_between(
        reader.connection,
        (site.id, unit.0),
        since.saturating_add(1)..=i64::MAX,
        Order::OldestFirst,
        limit + 1,
    )?;
    let mut seqs: Vec<i64> =
        changed.iter().map(|row| row.archived.seq).chain(entries.iter().map(|entry| entry.seq)).collect();
    seqs.sort_unstable();
    let more = seqs.len() > limit;
    seqs.truncate(limit);
    let mut cursor = seqs.last().copied().unwrap_or(since);
    entries.retain(|entry| entry.seq <= cursor);
    let mut passes: BTreeMap<PassId, PassRow> =
        changed.into_iter().filter(|row| row.archived.seq <= cursor).map(|row| (row.archived.pass.id, row)).collect();
    for used in entries.iter().filter(|entry| entry.arrival).filter_map(|entry| entry.pass) {
        if !passes.contains_key(&used) {
            let condition = "WHERE p.site_id = ?1 AND p.id = ?2";
            let found = PassRow::all(reader.connection, condition, (Id(site.id.0), Id(used.0)))?;
            passes.extend(found.into_iter().map(|row| (used, row)));
        }
    }
    let mut found: Vec<PassRow> = passes.into_values().collect();
    spend_tail(reader.connection, &mut found)?;
    found.sort_by_key(|row| row.archived.seq);
    let profile_seq = profile_changed(reader, site.id, unit)?;
    if !more {
        cursor = cursor.max(profile_seq);
    }
    let passes = found.into_iter().map(|row| row.record(reader.connection, reader.keys, &site, now));
    Ok(ChangeSet {
        passes: passes.collect::<Result<_>>()?,
        entries: reader.directory(|directory| entries.into_iter().map(|entry| entry.view(directory)).collect()),
        profile: since == 0 || profile_seq > since,
        cursor,
        more,
    })
}
