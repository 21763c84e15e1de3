//! Writes totals of the log, and removes entries and photos.

use std::collections::{BTreeMap, BTreeSet};

use gatepass_core::id::SiteId;
use rusqlite::{Connection, OptionalExtension};

use super::passes::{PUT_USAGE, usage_values};
use super::run;
use crate::building::{Result, Totals};
use crate::ledger::sqlite::columns::{Day, Id, Millis};
use crate::ledger::sqlite::{bulk, entry_index, entry_row};

pub(super) fn put_totals(connection: &Connection, totals: &Totals) -> Result<()> {
    let site = Id(totals.site.0);
    let passes: Vec<_> = totals.usage.iter().map(|(pass, usage)| (Id(pass.0), usage)).collect();
    let usage = passes.iter().map(|(pass, usage)| usage_values(&site, pass, totals.seq, usage));
    bulk::insert(connection, PUT_USAGE, usage)?;
    for (door, ladder) in &totals.ladders {
        run(
            connection,
            "INSERT OR REPLACE INTO ladders (site_id, door_id, misses, locked_until) VALUES (?1, ?2, ?3, ?4)",
            (site, Id(door.0), ladder.misses(), ladder.locked_until().map(Millis)),
        )?;
    }
    if let Some(wrong) = totals.wrong_codes {
        let put = "INSERT OR REPLACE INTO wrong_codes (site_id, day, count) VALUES (?1, ?2, ?3)";
        run(connection, put, (site, Day(wrong.day), wrong.count))?;
    }
    let mark = "UPDATE sites SET totals_seq = ?2, last_seq = max(last_seq, ?2) WHERE id = ?1";
    run(connection, mark, (site, totals.seq))?;
    Ok(())
}

pub(super) fn remove_entries(connection: &Connection, site: SiteId, seqs: &[i64]) -> Result<()> {
    let id = Id(site.0);
    let mut removed: BTreeMap<Id, BTreeSet<i64>> = BTreeMap::new();
    for seq in seqs {
        let Some(row) = entry_row::row_of(connection, site, *seq)? else { continue };
        run(
            connection,
            "DELETE FROM events WHERE (site_id, panel_id, event_id) IN
                 (SELECT site_id, panel_id, event_id FROM entries WHERE row = ?1 AND event_id IS NOT NULL)",
            [row],
        )?;
        run(connection, "DELETE FROM command_outcomes WHERE site_id = ?1 AND seq = ?2", (id, seq))?;
        let mut delete = connection.prepare_cached("DELETE FROM entries WHERE row = ?1 RETURNING unit_id")?;
        let unit = delete.query_row([row], |row| row.get::<_, Option<Id>>(0)).optional()?;
        for owner in unit.flatten().into_iter().chain([id]) {
            removed.entry(owner).or_default().insert(*seq);
        }
    }
    for (owner, seqs) in removed {
        let seqs: Vec<i64> = seqs.into_iter().collect();
        entry_index::remove(connection, (id, owner), &seqs)?;
    }
    entry_index::forget_removed_rows(connection)
}

/// Removes the photos of entries that stay.
pub(super) fn remove_photos(connection: &Connection, site: SiteId, seqs: &[i64]) -> Result<()> {
    for seq in seqs {
        if let Some(row) = entry_row::row_of(connection, site, *seq)? {
            run(connection, "UPDATE entries SET photo = NULL WHERE row = ?1", [row])?;
        }
    }
    Ok(())
}
