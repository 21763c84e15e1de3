//! Reads the state from disk, at the start and after a failed commit.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{DoorId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::identifier::{Lookup, Plate};
use gatepass_core::pass::{Identifier, IdentifierKind};
use rusqlite::{Connection, Row, Rows};

use super::columns::{Day, Id, Json, Millis, Word};
use super::pass_row::{PassRow, SELECT};
use super::{entry_row, key_marks};
use crate::building::{
    DeviceRecord, Door, Invitation, Job, JobKind, LONGEST_VISIT, LookupForm, Manager, Panel, PassState, Record,
    Resident, Result, SealedIdentifier, Site, State, Totals, Unit, WrongCodes, secrets, stays_after_end,
};
use crate::decide::Ladder;
use crate::keys::{Keys, TokenHash};

/// Reads everything that decisions need at `now` and later.
pub(super) fn state(connection: &Connection, keys: &Keys, now: DateTime<Utc>, state: &mut State) -> Result<()> {
    key_marks::check(connection, keys)?;
    sites(connection, state)?;
    directory(connection, state)?;
    people(connection, state)?;
    passes(connection, keys, now, state)?;
    jobs(connection, state)?;
    visits(connection, state)?;
    entries(connection, state)?;
    used_numbers(connection, state)
}

/// Applies each row of a query to the state as a record.
fn each(
    connection: &Connection,
    query: &str,
    state: &mut State,
    record: impl Fn(&Row<'_>) -> rusqlite::Result<Record>,
) -> Result<()> {
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        state.apply(&record(row)?);
    }
    Ok(())
}

fn site_of(row: &Row<'_>) -> rusqlite::Result<SiteId> {
    Ok(SiteId(row.get::<_, Id>("site_id")?.0))
}

fn token_of(row: &Row<'_>, column: &str) -> rusqlite::Result<TokenHash> {
    Ok(TokenHash::from_bytes(row.get(column)?))
}

/// Sites, and what their entries add up to.
fn sites(connection: &Connection, state: &mut State) -> Result<()> {
    each(connection, "SELECT * FROM sites ORDER BY number", state, |row| {
        let site = Site {
            id: SiteId(row.get::<_, Id>("id")?.0),
            number: row.get("number")?,
            name: row.get("name")?,
            address: row.get("address")?,
            zone: row.get::<_, Word<_>>("time_zone")?.0,
            policy: Arc::new(row.get::<_, Json<_>>("policy")?.0),
            unmarked_until: row.get("unmarked_until")?,
        };
        Ok(Record::Site { site: Arc::new(site), seq: row.get("changed_seq")? })
    })?;
    let mut sites = connection.prepare("SELECT id, totals_seq, last_seq FROM sites")?;
    let mut sites = sites.query(())?;
    while let Some(row) = sites.next()? {
        let site = SiteId(row.get::<_, Id>(0)?.0);
        state.seq_was_used(site, row.get(2)?);
        state.apply(&Record::Totals(Box::new(Totals {
            site,
            seq: row.get(1)?,
            usage: Vec::new(),
            ladders: ladders(connection, site)?,
            wrong_codes: wrong_codes(connection, site)?,
        })));
    }
    Ok(())
}

fn ladders(connection: &Connection, site: SiteId) -> Result<Vec<(DoorId, Ladder)>> {
    let mut ladders =
        connection.prepare_cached("SELECT door_id, misses, locked_until FROM ladders WHERE site_id = ?1")?;
    let ladders = ladders.query_map([Id(site.0)], |row| {
        let locked_until = row.get::<_, Option<Millis>>(2)?.map(|until| until.0);
        Ok((DoorId(row.get::<_, Id>(0)?.0), Ladder::stored(row.get(1)?, locked_until)))
    })?;
    Ok(ladders.collect::<rusqlite::Result<_>>()?)
}

fn wrong_codes(connection: &Connection, site: SiteId) -> Result<Option<WrongCodes>> {
    let mut wrong = connection.prepare_cached("SELECT day, count FROM wrong_codes WHERE site_id = ?1")?;
    let mut wrong =
        wrong.query_map([Id(site.0)], |row| Ok(WrongCodes { day: row.get::<_, Day>(0)?.0, count: row.get(1)? }))?;
    Ok(wrong.next().transpose()?)
}

fn directory(connection: &Connection, state: &mut State) -> Result<()> {
    each(connection, "SELECT * FROM units ORDER BY site_id, made_seq", state, |row| {
        let unit = Unit {
            id: UnitId(row.get::<_, Id>("id")?.0),
            site: site_of(row)?,
            name: row.get("name")?,
            doors: row.get::<_, Option<Json<_>>>("doors")?.map(|doors| doors.0),
        };
        Ok(Record::Unit { unit: Arc::new(unit), seq: row.get("changed_seq")? })
    })?;
    each(connection, "SELECT * FROM doors ORDER BY site_id, made_seq", state, |row| {
        let door = Door {
            id: DoorId(row.get::<_, Id>("id")?.0),
            site: site_of(row)?,
            name: row.get("name")?,
            kind: row.get::<_, Word<_>>("kind")?.0,
            shareable: row.get("shareable")?,
            location: row.get::<_, Option<Json<_>>>("location")?.map(|location| location.0),
        };
        Ok(Record::Door { door: Arc::new(door), seq: row.get("made_seq")? })
    })?;
    each(connection, "SELECT * FROM panels ORDER BY site_id, made_seq", state, |row| {
        let panel = Panel {
            id: PanelId(row.get::<_, Id>("id")?.0),
            site: site_of(row)?,
            name: row.get("name")?,
            locks: row.get::<_, Json<_>>("locks")?.0,
            adapter: row.get::<_, Word<_>>("adapter")?.0,
            qr_alphabet: row.get::<_, Word<_>>("qr_alphabet")?.0,
            unknown: row.get::<_, Word<_>>("unknown")?.0,
            open_ms: row.get("open_ms")?,
        };
        Ok(Record::Panel { panel: Arc::new(panel), token: token_of(row, "token")?, seq: row.get("made_seq")? })
    })
}

fn people(connection: &Connection, state: &mut State) -> Result<()> {
    each(connection, "SELECT * FROM residents ORDER BY site_id, made_seq", state, |row| {
        let resident = Resident {
            id: ResidentId(row.get::<_, Id>("id")?.0),
            site: site_of(row)?,
            unit: UnitId(row.get::<_, Id>("unit_id")?.0),
            name: row.get("name")?,
            devices: Vec::new(),
        };
        Ok(Record::Resident { resident: Arc::new(resident), seq: row.get("made_seq")? })
    })?;
    each(connection, "SELECT * FROM devices ORDER BY site_id, created_at, id", state, |row| {
        let created_at = row.get::<_, Millis>("created_at")?.0;
        let device = DeviceRecord { id: row.get::<_, Id>("id")?.0, name: row.get("name")?, created_at };
        let resident = ResidentId(row.get::<_, Id>("resident_id")?.0);
        Ok(Record::Device { site: site_of(row)?, resident, device, token: token_of(row, "token")? })
    })?;
    each(connection, "SELECT * FROM invitations ORDER BY site_id, made_seq", state, |row| {
        let invitation = Invitation {
            id: row.get::<_, Id>("id")?.0,
            site: site_of(row)?,
            unit: UnitId(row.get::<_, Id>("unit_id")?.0),
            resident_name: row.get("resident_name")?,
            resident: row.get::<_, Option<Id>>("resident_id")?.map(|id| ResidentId(id.0)),
            expires_at: row.get::<_, Millis>("expires_at")?.0,
            used_at: row.get::<_, Option<Millis>>("used_at")?.map(|at| at.0),
        };
        let code = token_of(row, "code")?;
        Ok(Record::Invitation { invitation: Arc::new(invitation), code, seq: row.get("made_seq")? })
    })?;
    each(connection, "SELECT * FROM managers ORDER BY site_id, created_at, id", state, |row| {
        let manager = Manager {
            id: row.get::<_, Id>("id")?.0,
            site: site_of(row)?,
            name: row.get("name")?,
            created_at: row.get::<_, Millis>("created_at")?.0,
        };
        Ok(Record::Manager { manager: Arc::new(manager), token: token_of(row, "token")? })
    })
}

fn jobs(connection: &Connection, state: &mut State) -> Result<()> {
    let mut jobs = connection.prepare("SELECT * FROM jobs")?;
    let mut jobs = jobs.query(())?;
    while let Some(row) = jobs.next()? {
        let kind: String = row.get("kind")?;
        // A newer version's kind waits until that version is back.
        let Some(kind) = JobKind::named(&kind) else {
            tracing::warn!(kind, "a job of a kind this version does not know is left alone");
            continue;
        };
        state.apply(&Record::Job(Arc::new(Job {
            id: row.get::<_, Id>("id")?.0,
            site: site_of(row)?,
            kind,
            key: row.get("key")?,
            sealed: row.get("sealed")?,
            not_before: row.get::<_, Millis>("not_before")?.0,
            deadline: row.get::<_, Option<Millis>>("deadline")?.map(|at| at.0),
            attempts: row.get("attempts")?,
            last_error: row.get("last_error")?,
            given_up: row.get("given_up")?,
        })));
    }
    Ok(())
}

/// Passes that are not long over, and those with arrivals that are not added up yet. The look-ups come in the order of
/// the passes, so that all is read in one go.
fn passes(connection: &Connection, keys: &Keys, now: DateTime<Utc>, state: &mut State) -> Result<()> {
    let held =
        "WHERE p.ends_at > ?1 OR (p.site_id, p.id) IN (SELECT site_id, pass_id FROM entries_after_totals WHERE arrival)
                ORDER BY p.site_id, p.id";
    let mut passes = connection.prepare(&[SELECT, held].concat())?;
    let mut passes = passes.query([Millis(now - stays_after_end())])?;
    let mut lookups =
        connection.prepare("SELECT site_id, pass_id, form, lookup FROM lookups ORDER BY site_id, pass_id, form")?;
    let mut lookups = PassRows::new(lookups.query(())?, |row| {
        let form = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        Ok((Lookup::from_bytes(row.get(3)?), LookupForm::named(form)))
    })?;
    let mut plates = connection
        .prepare("SELECT site_id, pass_id, sealed FROM identifiers WHERE kind = 'plate' ORDER BY site_id, pass_id")?;
    let mut plates = PassRows::new(plates.query(())?, |row| row.get::<_, Vec<u8>>(2))?;
    while let Some(row) = passes.next()? {
        let PassRow { site, archived, counted_until, .. } = PassRow::read(row)?;
        let key = (Id(site.0), Id(archived.pass.id.0));
        let found = lookups.of(key)?.into_iter();
        let lookups: Vec<_> = found.filter_map(|(lookup, form)| Some((lookup, form?))).collect();
        let plate = plates.of(key)?.pop().and_then(|sealed| plate(keys, archived.pass.id, sealed));
        let mut pass = archived.pass;
        pass.identifiers = kinds(&lookups);
        state.apply(&Record::Pass(Box::new(PassState {
            pass,
            site,
            unit: archived.unit,
            resident: archived.resident,
            ends_at: archived.ends_at,
            seq: archived.seq,
            usage: archived.usage,
            counted_until,
            plate,
            lookups,
            sealed: Vec::new(),
        })));
    }
    Ok(())
}

/// An identifier of each kind that the pass is found by, without its secret.
fn kinds(lookups: &[(Lookup, LookupForm)]) -> Vec<Identifier> {
    let kind_of = |form| match form {
        LookupForm::Qr => IdentifierKind::Qr,
        LookupForm::Code => IdentifierKind::Code,
        LookupForm::Link => IdentifierKind::Link,
        LookupForm::Plate | LookupForm::PlateAlike => IdentifierKind::Plate,
    };
    let found = |kind: &IdentifierKind| lookups.iter().any(|(_, form)| kind_of(*form) == *kind);
    let kinds = IdentifierKind::OF_A_PASS.into_iter().filter(found);
    kinds.filter_map(|kind| secrets::identifier_of(kind, String::new())).collect()
}

fn plate(keys: &Keys, pass: PassId, sealed: Vec<u8>) -> Option<Plate> {
    let sealed = SealedIdentifier { kind: IdentifierKind::Plate, sealed };
    Plate::parse(&secrets::unseal(keys, pass, &sealed)).ok()
}

/// Rows that belong to passes, read along with these: both come in the order of site and pass.
struct PassRows<'a, T, F> {
    rows: Rows<'a>,
    read: F,
    next: Option<((Id, Id), T)>,
}

impl<'a, T, F: Fn(&Row<'_>) -> rusqlite::Result<T>> PassRows<'a, T, F> {
    fn new(rows: Rows<'a>, read: F) -> Result<Self> {
        let mut begun = Self { rows, read, next: None };
        begun.advance()?;
        Ok(begun)
    }

    fn advance(&mut self) -> Result<()> {
        self.next = match self.rows.next()? {
            None => None,
            Some(row) => Some(((row.get(0)?, row.get(1)?), (self.read)(row)?)),
        };
        Ok(())
    }

    /// The rows of this pass. Those of the passes before it are passed over.
    fn of(&mut self, pass: (Id, Id)) -> Result<Vec<T>> {
        let mut found = Vec::new();
        while let Some((key, value)) = self.next.take_if(|(key, _)| *key <= pass) {
            if key == pass {
                found.push(value);
            }
            self.advance()?;
        }
        Ok(found)
    }
}

/// The presentations of the last seconds, by the log's own clock, and all entries that are not added up yet.
fn entries(connection: &Connection, state: &mut State) -> Result<()> {
    let mut newest = connection.prepare("SELECT row, at FROM entries ORDER BY row DESC")?;
    let mut newest = newest.query(())?;
    let totals_row: i64 =
        connection.query_row("SELECT value FROM journal WHERE name = 'totals_row'", (), |row| row.get(0))?;
    let (mut first, mut last) = (totals_row + 1, None);
    while let Some(row) = newest.next()? {
        let at = row.get::<_, Millis>(1)?.0;
        // Twice as far as a presentation lasts, for requests come in a little out of order.
        if *last.get_or_insert(at) - at > TimeDelta::seconds(20) {
            break;
        }
        first = first.min(row.get(0)?);
    }
    let query = format!("SELECT {} FROM entries AS entry WHERE row >= ?1 ORDER BY row", entry_row::COLUMNS);
    let mut tail = connection.prepare(&query)?;
    let mut tail = tail.query([first])?;
    while let Some(row) = tail.next()? {
        state.apply(&Record::Entry(Box::new(entry_row::read(row)?)));
    }
    Ok(())
}

/// The doors that visits opened which may still be under way, by the log's own clock.
fn visits(connection: &Connection, state: &mut State) -> Result<()> {
    let mut newest = connection.prepare(
        "SELECT site_id, pass_id, door_id, at, arrival FROM entries
         WHERE reason = 'ok' AND pass_id IS NOT NULL ORDER BY row DESC",
    )?;
    let mut newest = newest.query(())?;
    let mut opened = Vec::new();
    let mut last = None;
    while let Some(row) = newest.next()? {
        let at = row.get::<_, Millis>(3)?.0;
        if *last.get_or_insert(at) - at > LONGEST_VISIT {
            break;
        }
        let (site, pass, door): (Id, Id, Id) = (row.get(0)?, row.get(1)?, row.get(2)?);
        opened.push((SiteId(site.0), PassId(pass.0), DoorId(door.0), at, row.get::<_, bool>(4)?));
    }
    for (site, pass, door, at, arrival) in opened.into_iter().rev() {
        state.door_was_opened(site, pass, door, at, arrival);
    }
    Ok(())
}

/// The last sequence number of each site that any pass or administrative act has, over or not.
fn used_numbers(connection: &Connection, state: &mut State) -> Result<()> {
    let mut last = connection.prepare(
        "SELECT site_id, max(changed_seq) FROM passes GROUP BY site_id
             UNION ALL SELECT site_id, max(seq) FROM audit GROUP BY site_id",
    )?;
    let mut last = last.query(())?;
    while let Some(row) = last.next()? {
        state.seq_was_used(SiteId(row.get::<_, Id>(0)?.0), row.get(1)?);
    }
    Ok(())
}
