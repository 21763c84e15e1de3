//! Answers the archive's questions of acts on the writer's connection.

use chrono::{DateTime, Utc};
use gatepass_core::id::{PanelId, PassId, SiteId};
use gatepass_core::identifier::Lookup;
use gatepass_core::pass::IdentifierKind;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::columns::{Id, Millis, Word, rows};
use super::entry_index::{self, Order};
use super::entry_row;
use super::journal::{SqliteJournal, site_or_none};
use super::pass_row::{self, PassRow, spend_tail};
use crate::building::{
    Archive, ArchivedPass, Entry, IdempotencyRecord, IdempotentRequest, KeptAnswer, OldEntry, Result, SealedIdentifier,
    secrets,
};

impl Archive for SqliteJournal {
    fn pass(&self, site: SiteId, pass: PassId) -> Result<Option<ArchivedPass>> {
        let Some(row) = PassRow::one(&self.connection, site, pass)? else { return Ok(None) };
        Ok(Some(self.with_kinds(row)?))
    }

    fn passes_found_by(&self, site: SiteId, lookup: &Lookup) -> Result<Vec<ArchivedPass>> {
        let mut found = PassRow::all(
            &self.connection,
            "WHERE p.site_id = ?1 AND p.id IN (SELECT pass_id FROM lookups WHERE site_id = ?1 AND lookup = ?2)
             ORDER BY p.made_seq DESC",
            (Id(site.0), &lookup.as_bytes()[..]),
        )?;
        spend_tail(&self.connection, &mut found)?;
        found.into_iter().map(|row| self.with_kinds(row)).collect()
    }

    fn is_taken(&self, site: SiteId, lookup: &Lookup) -> Result<bool> {
        let mut find = self.connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM lookups WHERE site_id = ?1 AND lookup = ?2)
                 OR EXISTS (SELECT 1 FROM retired_codes WHERE site_id = ?1 AND lookup = ?2)",
        )?;
        Ok(find.query_row((Id(site.0), &lookup.as_bytes()[..]), |row| row.get(0))?)
    }

    fn identifiers(&self, site: SiteId, pass: PassId) -> Result<Vec<SealedIdentifier>> {
        pass_row::identifiers(&self.connection, site, pass)
    }

    fn sealed_otherwise(
        &self,
        site: SiteId,
        prefix: &[u8],
        after: Option<PassId>,
        limit: usize,
    ) -> Result<Vec<(PassId, SealedIdentifier)>> {
        let mut find = self.connection.prepare_cached(
            "SELECT pass_id, kind, sealed FROM identifiers
             WHERE site_id = ?1 AND pass_id >= ?2 AND sealed <> x'' AND substr(sealed, 1, length(?3)) <> ?3
             ORDER BY pass_id, place LIMIT ?4",
        )?;
        let after = Id(after.map_or(Uuid::nil(), |pass| pass.0));
        let found = find.query_map((Id(site.0), after, prefix, rows(limit)), |row| {
            let sealed = SealedIdentifier { kind: row.get::<_, Word<IdentifierKind>>(1)?.0, sealed: row.get(2)? };
            Ok((PassId(row.get::<_, Id>(0)?.0), sealed))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn answers_sealed_otherwise(
        &self,
        site: SiteId,
        prefix: &[u8],
        after: Option<(Uuid, String)>,
        limit: usize,
    ) -> Result<Vec<KeptAnswer>> {
        let mut find = self.connection.prepare_cached(
            "SELECT caller, key, keep FROM requests
             WHERE site_id = ?1 AND (caller, key) > (?2, ?3) AND keep <> x'' AND substr(keep, 1, length(?4)) <> ?4
             ORDER BY caller, key LIMIT ?5",
        )?;
        let (caller, key) = after.unwrap_or_default();
        let found = find.query_map((Id(site.0), Id(caller), key, prefix, rows(limit)), |row| {
            Ok(KeptAnswer { caller: row.get::<_, Id>(0)?.0, key: row.get(1)?, sealed: row.get(2)? })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn entry(&self, site: SiteId, seq: i64) -> Result<Option<Entry>> {
        entry_row::one(&self.connection, site, seq)
    }

    fn event(&self, site: SiteId, panel: PanelId, event_id: &str) -> Result<Option<Entry>> {
        if !self.known_events.may_contain(site, panel, event_id) {
            return Ok(None);
        }
        let mut find = self
            .connection
            .prepare_cached("SELECT seq FROM events WHERE site_id = ?1 AND panel_id = ?2 AND event_id = ?3")?;
        let seq = find.query_row((Id(site.0), Id(panel.0), event_id), |row| row.get::<_, i64>(0)).optional()?;
        seq.map_or(Ok(None), |seq| entry_row::one(&self.connection, site, seq))
    }

    fn request(&self, site: Option<SiteId>, caller: Uuid, key: &str) -> Result<Option<IdempotencyRecord>> {
        let mut find = self.connection.prepare_cached(
            "SELECT request, made, keep, at FROM requests
             WHERE caller = ?2 AND key = ?3
                 AND site_id IN (SELECT ?1 UNION SELECT x'' UNION SELECT id FROM sites WHERE ?1 = x'')",
        )?;
        let found = find.query_row((site_or_none(site.as_ref()), Id(caller), key), |row| {
            Ok(IdempotencyRecord {
                once: IdempotentRequest { caller, key: key.to_owned(), request: row.get(0)?, keep: row.get(2)? },
                made: row.get::<_, Id>(1)?.0,
                at: row.get::<_, Millis>(3)?.0,
            })
        });
        Ok(found.optional()?)
    }

    fn old_entries(&self, site: SiteId, before: DateTime<Utc>, limit: usize) -> Result<Vec<OldEntry>> {
        let id = Id(site.0);
        let oldest = entry_index::find(&self.connection, (id, id), 0..=i64::MAX, Order::OldestFirst, limit)?;
        let mut read = self.connection.prepare_cached("SELECT photo, at FROM entries WHERE row = ?1")?;
        let mut old = Vec::new();
        for indexed in oldest {
            let found =
                read.query_row([indexed.row], |row| Ok((row.get::<_, Option<Id>>(0)?, row.get::<_, Millis>(1)?)));
            // One that is in the index alone is removed from it.
            let (photo, at) = found.optional()?.map_or((None, None), |(photo, at)| (photo, Some(at.0)));
            if at.is_some_and(|at| at >= before) {
                break;
            }
            old.push(OldEntry { seq: indexed.seq, photo: photo.map(|photo| photo.0) });
        }
        Ok(old)
    }

    fn old_photos(&self, site: SiteId, before: DateTime<Utc>, limit: usize) -> Result<Vec<OldEntry>> {
        let mut old = self.connection.prepare_cached(
            "SELECT seq, photo FROM entries WHERE photo IS NOT NULL AND site_id = ?1 AND at < ?2 LIMIT ?3",
        )?;
        let found = old.query_map((Id(site.0), Millis(before), rows(limit)), |row| {
            Ok(OldEntry { seq: row.get(0)?, photo: row.get::<_, Option<Id>>(1)?.map(|photo| photo.0) })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    fn old_passes(&self, site: SiteId, before: DateTime<Utc>, limit: usize) -> Result<Vec<(PassId, DateTime<Utc>)>> {
        let mut over = self.connection.prepare_cached(
            "SELECT id, min(at) FROM (
                 SELECT id, ends_at AS at FROM passes WHERE site_id = ?1 AND ends_at < ?2
                 UNION ALL SELECT id, revoked_at FROM passes WHERE site_id = ?1 AND revoked_at < ?2
             ) GROUP BY id LIMIT ?3",
        )?;
        let found = over.query_map((Id(site.0), Millis(before), rows(limit)), |row| {
            Ok((PassId(row.get::<_, Id>(0)?.0), row.get::<_, Millis>(1)?.0))
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

impl SqliteJournal {
    /// The pass with its identifiers' kinds.
    fn with_kinds(&self, row: PassRow) -> Result<ArchivedPass> {
        let kinds = kinds(&self.connection, row.site, row.archived.pass.id)?;
        let mut archived = row.archived;
        let empty = kinds.into_iter().filter_map(|kind| secrets::identifier_of(kind, String::new()));
        archived.pass.identifiers = empty.collect();
        Ok(archived)
    }
}

fn kinds(connection: &Connection, site: SiteId, pass: PassId) -> Result<Vec<IdentifierKind>> {
    Ok(pass_row::identifiers(connection, site, pass)?.into_iter().map(|sealed| sealed.kind).collect())
}
