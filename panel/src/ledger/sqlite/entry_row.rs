//! A row of the log.

use chrono::{DateTime, Utc};
use gatepass_core::api::Decision;
use gatepass_core::id::{DoorId, PanelId, PassId, SiteId, UnitId};
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::time::Opening;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::columns::{Id, Millis, Word, entry_id};
use super::directory::Directory;
use crate::decide::Fingerprint;
use crate::ledger::{Decided, EntryRecord, Result};

/// As it is on disk.
#[derive(Clone, Debug)]
pub(super) struct EntryRow {
    pub(super) seq: i64,
    pub(super) site: SiteId,
    pub(super) at: DateTime<Utc>,
    pub(super) door: DoorId,
    pub(super) lock: u16,
    pub(super) panel: Option<PanelId>,
    pub(super) event_id: Option<String>,
    pub(super) kind: Option<IdentifierKind>,
    pub(super) fingerprint: Option<Fingerprint>,
    pub(super) reason: Reason,
    pub(super) arrival: bool,
    pub(super) pass: Option<PassId>,
    pub(super) pass_name: Option<String>,
    pub(super) unit: Option<UnitId>,
    pub(super) manager: Option<Uuid>,
    pub(super) photo: Option<Uuid>,
    pub(super) next_opening: Option<Opening>,
}

/// In the order in which [`EntryRow::read`] wants them.
pub(super) const COLUMNS: &str = "seq, site_id, at, door_id, lock, panel_id, event_id, kind, fingerprint, reason, \
     arrival, pass_id, pass_name, unit_id, manager_id, photo, next_from, next_to";

const INSERT: &str = "INSERT INTO entries (seq, site_id, at, door_id, lock, panel_id, event_id, kind, fingerprint, \
     reason, arrival, pass_id, pass_name, unit_id, manager_id, photo, next_from, next_to) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";

impl EntryRow {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let opening = match (row.get::<_, Option<Millis>>(16)?, row.get::<_, Option<Millis>>(17)?) {
            (Some(from), Some(to)) => Some(Opening { from: from.0, to: to.0 }),
            _ => None,
        };
        Ok(Self {
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
            pass: row.get::<_, Option<Id>>(11)?.map(|id| PassId(id.0)),
            pass_name: row.get(12)?,
            unit: row.get::<_, Option<Id>>(13)?.map(|id| UnitId(id.0)),
            manager: row.get::<_, Option<Id>>(14)?.map(|id| id.0),
            photo: row.get::<_, Option<Id>>(15)?.map(|id| id.0),
            next_opening: opening,
        })
    }

    pub(super) fn insert(&self, connection: &Connection) -> Result<()> {
        let mut insert = connection.prepare_cached(INSERT)?;
        insert.execute(rusqlite::params![
            self.seq,
            Id(self.site.0),
            Millis(self.at),
            Id(self.door.0),
            self.lock,
            self.panel.map(|id| Id(id.0)),
            self.event_id,
            self.kind.map(IdentifierKind::code),
            self.fingerprint.as_ref().map(|fingerprint| &fingerprint.0[..]),
            self.reason.code(),
            self.arrival,
            self.pass.map(|id| Id(id.0)),
            self.pass_name,
            self.unit.map(|id| Id(id.0)),
            self.manager.map(Id),
            self.photo.map(Id),
            self.next_opening.map(|opening| Millis(opening.from)),
            self.next_opening.map(|opening| Millis(opening.to)),
        ])?;
        Ok(())
    }

    /// The entries a query gives.
    pub(super) fn all(connection: &Connection, query: &str, values: impl rusqlite::Params) -> Result<Vec<Self>> {
        let mut statement = connection.prepare_cached(query)?;
        let rows = statement.query_map(values, Self::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn decision(&self) -> Decision {
        if self.reason == Reason::Ok { Decision::Granted } else { Decision::Denied }
    }

    /// The answer the panel got.
    pub(super) fn decided(&self, places: &Directory, replayed: bool) -> Decided {
        let granted = self.decision() == Decision::Granted;
        let open_ms = self.panel.filter(|_| granted).and_then(|panel| places.panel(panel).ok());
        Decided {
            decision: self.decision(),
            reason: self.reason,
            door: self.door,
            lock: self.lock,
            open_ms: open_ms.map_or(0, |(panel, _)| panel.open_ms),
            entry: Some(entry_id(self.at, self.seq)),
            pass: self.pass,
            unit: self.unit,
            next_opening: self.next_opening,
            replayed,
        }
    }

    pub(super) fn record(self, places: &Directory) -> EntryRecord {
        EntryRecord {
            id: entry_id(self.at, self.seq),
            seq: self.seq,
            site: self.site,
            at: self.at,
            door: self.door,
            door_name: places.door(self.door).map(|door| door.name.clone()).unwrap_or_default(),
            panel: self.panel,
            kind: self.kind,
            decision: self.decision(),
            reason: self.reason,
            arrival: self.arrival,
            pass: self.pass,
            pass_name: self.pass_name,
            unit: self.unit,
            manager: self.manager,
            photo: self.photo,
        }
    }
}
