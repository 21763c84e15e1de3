//! Reads the live state from disk: at the start, and after a commit that failed.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{DoorId, PassId, SiteId};
use gatepass_core::identifier::{Lookup, Plate};
use gatepass_core::pass::{Identifier, IdentifierKind, Reason, Timetable};
use rusqlite::Connection;

use super::columns::{Id, Millis, Word};
use super::directory::Directory;
use super::entry_row::{COLUMNS, EntryRow};
use super::live::{Live, LivePass, WrongCodes, stays_after_end};
use super::pass_row::{PassRow, identifier_of, unseal};
use crate::decide::Ladder;
use crate::keys::Keys;
use crate::ledger::Result;

/// All that decisions need at `now` and later.
pub(super) fn live(connection: &Connection, keys: &Keys, places: &Directory, now: DateTime<Utc>) -> Result<Live> {
    let mark = |name| connection.query_row("SELECT value FROM marks WHERE name = ?1", [name], |row| row.get(0));
    let mut live = Live::default();
    live.folded_seq = mark("folded_seq")?;
    live.last_seq = connection.query_row(
        "SELECT max((SELECT value FROM marks WHERE name = 'last_seq'),
                    (SELECT coalesce(max(seq), 0) FROM entries),
                    (SELECT coalesce(max(changed_seq), 0) FROM passes),
                    (SELECT coalesce(max(changed_seq), 0) FROM sites),
                    (SELECT coalesce(max(changed_seq), 0) FROM units))",
        (),
        |row| row.get(0),
    )?;
    passes(connection, keys, now, &mut live)?;
    guards(connection, &mut live)?;
    let tail = format!("SELECT {COLUMNS} FROM entries WHERE seq > ?1 ORDER BY seq");
    for entry in EntryRow::all(connection, &tail, [live.folded_seq])? {
        live.remember_event(&entry);
        count_code(&mut live, places, &entry);
    }
    recent(connection, places, &mut live)?;
    Ok(live)
}

fn passes(connection: &Connection, keys: &Keys, now: DateTime<Utc>, live: &mut Live) -> Result<()> {
    let not_long_over = Millis(now - stays_after_end());
    let mut rows = PassRow::all(connection, "WHERE p.ends_at > ?1", [not_long_over])?;
    super::pass_row::spend_tail(connection, &mut rows)?;
    let mut found_by: HashMap<PassId, Vec<Lookup>> = HashMap::with_capacity(rows.len());
    let mut lookups = connection.prepare(
        "SELECT l.pass_id, l.lookup FROM lookups l JOIN passes p ON p.id = l.pass_id WHERE p.ends_at > ?1
         ORDER BY l.pass_id, l.lookup",
    )?;
    let mut lookups = lookups.query([not_long_over])?;
    while let Some(row) = lookups.next()? {
        let pass = PassId(row.get::<_, Id>(0)?.0);
        found_by.entry(pass).or_default().push(Lookup::from_bytes(row.get(1)?));
    }
    let mut identifiers: HashMap<PassId, (Vec<Identifier>, Option<Plate>)> = HashMap::with_capacity(rows.len());
    let mut kinds = connection.prepare(
        "SELECT i.pass_id, i.kind, i.sealed FROM identifiers i JOIN passes p ON p.id = i.pass_id
         WHERE p.ends_at > ?1 ORDER BY i.pass_id, i.place",
    )?;
    let mut kinds = kinds.query([not_long_over])?;
    while let Some(row) = kinds.next()? {
        let pass = PassId(row.get::<_, Id>(0)?.0);
        let kind = row.get::<_, Word<IdentifierKind>>(1)?.0;
        let (identifiers, plate) = identifiers.entry(pass).or_default();
        identifiers.extend(identifier_of(kind, String::new()));
        if kind == IdentifierKind::Plate {
            let sealed = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
            *plate = Plate::parse(&unseal(keys, pass, kind, sealed)).ok();
        }
    }
    for mut row in rows {
        let (identifiers, plate) = identifiers.remove(&row.pass.id).unwrap_or_default();
        row.pass.identifiers = identifiers;
        live.put(LivePass {
            lookups: found_by.remove(&row.pass.id).unwrap_or_default(),
            timetable: Timetable::of(&row.pass.schedule),
            site: row.site,
            unit: row.unit,
            resident: row.resident,
            usage: row.usage,
            plate,
            ends_at: row.ends_at,
            seq: row.changed_seq,
            pass: row.pass,
        });
    }
    Ok(())
}

/// Ladders and counts of wrong codes, as they were folded.
fn guards(connection: &Connection, live: &mut Live) -> Result<()> {
    let mut ladders = connection.prepare("SELECT door_id, misses, locked_until FROM ladders")?;
    let mut ladders = ladders.query(())?;
    while let Some(row) = ladders.next()? {
        let locked_until = row.get::<_, Option<Millis>>(2)?.map(|until| until.0);
        live.ladders.insert(DoorId(row.get::<_, Id>(0)?.0), Ladder::stored(row.get(1)?, locked_until));
    }
    let mut wrong = connection.prepare("SELECT site_id, day, count FROM wrong_codes")?;
    let mut wrong = wrong.query(())?;
    while let Some(row) = wrong.next()? {
        let counted = WrongCodes { day: row.get::<_, super::columns::Day>(1)?.0, count: row.get(2)? };
        live.wrong_codes.insert(SiteId(row.get::<_, Id>(0)?.0), counted);
    }
    Ok(())
}

/// What an entry means to the guards against guessing. Returns how many wrong codes the site has had on that day, if
/// this is one.
pub(super) fn count_code(live: &mut Live, places: &Directory, entry: &EntryRow) -> Option<u32> {
    if entry.kind != Some(IdentifierKind::Code) {
        return None;
    }
    match entry.reason {
        Reason::Ok => {
            if let Some(ladder) = live.ladders.get_mut(&entry.door) {
                ladder.right();
            }
            None
        }
        Reason::Unknown => {
            live.ladders.entry(entry.door).or_default().wrong(entry.at);
            let zone = places.site(entry.site).ok()?.zone;
            Some(live.count_wrong_code(entry.site, zone.date(entry.at)))
        }
        _ => None,
    }
}

/// The presentations of the last seconds, by the log's own clock.
fn recent(connection: &Connection, places: &Directory, live: &mut Live) -> Result<()> {
    let mut newest = connection.prepare(&format!("SELECT {COLUMNS} FROM entries ORDER BY seq DESC"))?;
    let mut found: Vec<EntryRow> = Vec::new();
    for entry in newest.query_map((), EntryRow::read)? {
        let entry = entry?;
        // Twice as far, for requests come in a little out of order.
        if found.first().is_some_and(|last| last.at - entry.at > TimeDelta::seconds(20)) {
            break;
        }
        found.push(entry);
    }
    for entry in found.into_iter().rev() {
        if let (Some(kind), Some(fingerprint)) = (entry.kind, entry.fingerprint) {
            let presented = (entry.door, kind, fingerprint);
            let decided = entry.decided(places, true);
            live.recent.remember(presented, entry.at, super::live::Earlier { seq: entry.seq, decided });
        }
    }
    Ok(())
}
