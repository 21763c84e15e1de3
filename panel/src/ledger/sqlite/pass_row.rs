//! A row of the table of passes, and what is found in other tables by it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use gatepass_core::id::{PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{Identifier, IdentifierKind, Pass, Policy, Timetable, Usage, standing};
use rusqlite::{Connection, OptionalExtension, Row};

use super::columns::{Day, Id, Json, Millis, Word};
use super::live::LivePass;
use crate::keys::Keys;
use crate::ledger::{PassRecord, Result};

/// A pass with the uses folded so far.
#[derive(Clone, Debug)]
pub(super) struct PassRow {
    /// Without identifiers.
    pub(super) pass: Pass,
    pub(super) site: SiteId,
    pub(super) unit: UnitId,
    pub(super) resident: ResidentId,
    pub(super) ends_at: DateTime<Utc>,
    pub(super) made_seq: i64,
    pub(super) changed_seq: i64,
    pub(super) usage: Usage,
    /// Arrivals up to here are in `usage`.
    pub(super) usage_seq: i64,
}

/// What [`PassRow::read`] reads, up to a condition.
pub(super) const SELECT: &str = "SELECT p.id, p.site_id, p.unit_id, p.resident_id, p.version, p.name, p.comment, \
     p.guest, p.schedule, p.uses, p.doors, p.created_at, p.revoked_at, p.ends_at, p.made_seq, p.changed_seq, \
     u.used, u.last_day, u.used_on_last_day, u.visit_began, u.seq \
     FROM passes p LEFT JOIN usage u ON u.pass_id = p.id ";

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
        Ok(Self {
            pass,
            site: SiteId(row.get::<_, Id>(1)?.0),
            unit: UnitId(row.get::<_, Id>(2)?.0),
            resident: ResidentId(row.get::<_, Id>(3)?.0),
            ends_at: row.get::<_, Millis>(13)?.0,
            made_seq: row.get(14)?,
            changed_seq: row.get(15)?,
            usage,
            usage_seq: row.get::<_, Option<i64>>(20)?.unwrap_or(0),
        })
    }

    /// The passes a query gives. `condition` follows [`SELECT`].
    pub(super) fn all(connection: &Connection, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Self>> {
        let mut statement = connection.prepare_cached(&[SELECT, condition].concat())?;
        let rows = statement.query_map(values, Self::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One pass, its uses up to now.
    pub(super) fn one(connection: &Connection, id: PassId) -> Result<Option<Self>> {
        let mut statement = connection.prepare_cached(&[SELECT, "WHERE p.id = ?1"].concat())?;
        let row = statement.query_row([Id(id.0)], Self::read).optional()?;
        let mut rows: Vec<Self> = row.into_iter().collect();
        spend_tail(connection, &mut rows)?;
        Ok(rows.pop())
    }

    /// The pass as a list shows it. The identifiers are in the clear only while it is valid.
    pub(super) fn record(
        mut self,
        connection: &Connection,
        keys: &Keys,
        policy: &Policy,
        now: DateTime<Utc>,
    ) -> Result<PassRecord> {
        let timetable = Timetable::of(&self.pass.schedule);
        let standing = standing(&self.pass, &timetable, &self.usage, policy, now);
        self.pass.identifiers = identifiers(connection, keys, self.pass.id, standing.status.is_valid())?;
        Ok(PassRecord {
            pass: self.pass,
            site: self.site,
            unit: self.unit,
            resident: self.resident,
            usage: self.usage,
            standing,
            seq: self.changed_seq,
        })
    }
}

impl LivePass {
    /// The pass as a list shows it.
    pub(super) fn record(
        &self,
        connection: &Connection,
        keys: &Keys,
        policy: &Policy,
        now: DateTime<Utc>,
    ) -> Result<PassRecord> {
        let standing = self.standing(policy, now);
        let mut pass = self.pass.clone();
        pass.identifiers = identifiers(connection, keys, pass.id, standing.status.is_valid())?;
        Ok(PassRecord {
            pass,
            site: self.site,
            unit: self.unit,
            resident: self.resident,
            usage: self.usage,
            standing,
            seq: self.seq,
        })
    }
}

/// Adds the arrivals that are not folded yet to the uses of these passes.
pub(super) fn spend_tail(connection: &Connection, rows: &mut [PassRow]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let places: HashMap<PassId, usize> = rows.iter().enumerate().map(|(at, row)| (row.pass.id, at)).collect();
    let mut tail = connection.prepare_cached(
        "SELECT seq, at, pass_id FROM entries
         WHERE seq > (SELECT value FROM marks WHERE name = 'folded_seq') AND arrival ORDER BY seq",
    )?;
    let mut tail = tail.query(())?;
    while let Some(entry) = tail.next()? {
        let pass = PassId(entry.get::<_, Id>(2)?.0);
        if let Some(row) = places.get(&pass).map(|at| &mut rows[*at])
            && entry.get::<_, i64>(0)? > row.usage_seq
        {
            row.usage.spend(entry.get::<_, Millis>(1)?.0, row.pass.schedule.time_zone());
        }
    }
    Ok(())
}

/// An identifier as a word of its kind and its secret.
pub(super) fn secret_of(identifier: &Identifier) -> &str {
    match identifier {
        Identifier::Qr { text } => text,
        Identifier::Code { digits } => digits,
        Identifier::Link { url } => url,
        Identifier::Plate { plate } => plate,
    }
}

/// The other way round.
pub(super) fn identifier_of(kind: IdentifierKind, secret: String) -> Option<Identifier> {
    match kind {
        IdentifierKind::Qr => Some(Identifier::Qr { text: secret }),
        IdentifierKind::Code => Some(Identifier::Code { digits: secret }),
        IdentifierKind::Link => Some(Identifier::Link { url: secret }),
        IdentifierKind::Plate => Some(Identifier::Plate { plate: secret }),
        IdentifierKind::Card => None,
    }
}

/// Encrypts the copy of an identifier.
pub(super) fn seal(keys: &Keys, pass: PassId, identifier: &Identifier) -> Vec<u8> {
    keys.seal(&context(pass, identifier.kind()), secret_of(identifier).as_bytes())
}

fn context(pass: PassId, kind: IdentifierKind) -> [Vec<u8>; 3] {
    [b"identifier".to_vec(), pass.0.as_bytes().to_vec(), kind.code().as_bytes().to_vec()]
}

/// Decrypts the copy of an identifier. One that does not open is shown without its secret: the pass still works.
pub(super) fn unseal(keys: &Keys, pass: PassId, kind: IdentifierKind, sealed: &[u8]) -> String {
    if sealed.is_empty() {
        return String::new();
    }
    match keys.open(&context(pass, kind), sealed) {
        Ok(plain) => String::from_utf8_lossy(&plain).into_owned(),
        Err(error) => {
            tracing::warn!(%pass, kind = kind.code(), %error, "an identifier cannot be shown again");
            String::new()
        }
    }
}

fn identifiers(connection: &Connection, keys: &Keys, pass: PassId, in_the_clear: bool) -> Result<Vec<Identifier>> {
    let mut statement =
        connection.prepare_cached("SELECT kind, sealed FROM identifiers WHERE pass_id = ?1 ORDER BY place")?;
    let mut rows = statement.query([Id(pass.0)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = row.get::<_, Word<IdentifierKind>>(0)?.0;
        let sealed = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        let secret = if in_the_clear { unseal(keys, pass, kind, sealed) } else { String::new() };
        found.extend(identifier_of(kind, secret));
    }
    Ok(found)
}
