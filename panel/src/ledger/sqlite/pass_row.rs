//! A row of the table of passes, and what is found in other tables by it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use gatepass_core::id::{PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{IdentifierKind, Pass, Usage};
use rusqlite::{Connection, OptionalExtension, Row};

use super::columns::{Day, Id, Json, Millis, Word};
use crate::building::{ArchivedPass, Result, SealedIdentifier, Site};
use crate::keys::Keys;
use crate::ledger::PassView;

/// A pass with the uses that are added up so far.
#[derive(Clone, Debug)]
pub(super) struct PassRow {
    pub(super) site: SiteId,
    pub(super) made_seq: i64,
    pub(super) archived: ArchivedPass,
    /// Arrivals up to here are in the usage.
    pub(super) counted_until: i64,
}

/// What [`PassRow::read`] reads, up to a condition.
pub(super) const SELECT: &str = "SELECT p.id, p.site_id, p.unit_id, p.resident_id, p.version, p.name, p.comment, \
     p.guest, p.schedule, p.uses, p.doors, p.created_at, p.revoked_at, p.ends_at, p.made_seq, p.changed_seq, \
     u.used, u.last_day, u.used_on_last_day, u.visit_began, u.seq \
     FROM passes p LEFT JOIN usage u ON u.site_id = p.site_id AND u.pass_id = p.id ";

impl PassRow {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let pass = Pass {
            id: PassId(row.get::<_, Id>(0)?.0),
            version: row.get(4)?,
            name: row.get(5)?,
            comment: row.get(6)?,
            guest: row.get::<_, Word<_>>(7)?.0,
            schedule: row.get::<_, Json<_>>(8)?.0,
            uses: row.get::<_, Json<_>>(9)?.0,
            doors: row.get::<_, Json<_>>(10)?.0,
            identifiers: Vec::new(),
            created_at: row.get::<_, Millis>(11)?.0,
            revoked_at: row.get::<_, Option<Millis>>(12)?.map(|at| at.0),
        };
        let usage = match row.get::<_, Option<u32>>(16)? {
            None => Usage::default(),
            Some(used) => Usage {
                used,
                last_day: row.get::<_, Option<Day>>(17)?.map(|day| day.0),
                used_on_last_day: row.get(18)?,
                visit_began: row.get::<_, Option<Millis>>(19)?.map(|at| at.0),
            },
        };
        let archived = ArchivedPass {
            pass,
            unit: UnitId(row.get::<_, Id>(2)?.0),
            resident: ResidentId(row.get::<_, Id>(3)?.0),
            ends_at: row.get::<_, Millis>(13)?.0,
            seq: row.get(15)?,
            usage,
        };
        Ok(Self {
            site: SiteId(row.get::<_, Id>(1)?.0),
            made_seq: row.get(14)?,
            archived,
            counted_until: row.get::<_, Option<i64>>(20)?.unwrap_or(0),
        })
    }

    /// The passes a query gives, their uses as they are added up. `condition` follows [`SELECT`].
    pub(super) fn all(connection: &Connection, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Self>> {
        let mut statement = connection.prepare_cached(&[SELECT, condition].concat())?;
        let rows = statement.query_map(values, Self::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One pass, its uses up to now.
    pub(super) fn one(connection: &Connection, site: SiteId, id: PassId) -> Result<Option<Self>> {
        let mut statement = connection.prepare_cached(&[SELECT, "WHERE p.site_id = ?1 AND p.id = ?2"].concat())?;
        let row = statement.query_row((Id(site.0), Id(id.0)), Self::read).optional()?;
        let mut rows: Vec<Self> = row.into_iter().collect();
        spend_tail(connection, &mut rows)?;
        Ok(rows.pop())
    }

    /// The pass as lists show it.
    pub(super) fn record(
        self,
        connection: &Connection,
        keys: &Keys,
        site: &Site,
        now: DateTime<Utc>,
    ) -> Result<PassView> {
        let sealed = identifiers(connection, self.site, self.archived.pass.id)?;
        Ok(self.archived.record(site, &sealed, keys, now))
    }
}

/// Adds the arrivals that are not added up yet to the uses of these passes.
pub(super) fn spend_tail(connection: &Connection, rows: &mut [PassRow]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let indexes = rows.iter().enumerate().map(|(at, row)| ((row.site, row.archived.pass.id), at));
    let indexes: HashMap<(SiteId, PassId), usize> = indexes.collect();
    let mut tail = connection
        .prepare_cached("SELECT seq, at, pass_id, site_id FROM entries_after_totals WHERE arrival ORDER BY row")?;
    let mut tail = tail.query(())?;
    while let Some(entry) = tail.next()? {
        let key = (SiteId(entry.get::<_, Id>(3)?.0), PassId(entry.get::<_, Id>(2)?.0));
        if let Some(row) = indexes.get(&key).map(|at| &mut rows[*at])
            && entry.get::<_, i64>(0)? > row.counted_until
        {
            row.archived.usage.spend(entry.get::<_, Millis>(1)?.0, row.archived.pass.schedule.time_zone());
        }
    }
    Ok(())
}

/// The encrypted identifiers of a pass, in their order.
pub(super) fn identifiers(connection: &Connection, site: SiteId, pass: PassId) -> Result<Vec<SealedIdentifier>> {
    let mut statement = connection
        .prepare_cached("SELECT kind, sealed FROM identifiers WHERE site_id = ?1 AND pass_id = ?2 ORDER BY place")?;
    let found = statement.query_map((Id(site.0), Id(pass.0)), |row| {
        Ok(SealedIdentifier { kind: row.get::<_, Word<IdentifierKind>>(0)?.0, sealed: row.get(1)? })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
