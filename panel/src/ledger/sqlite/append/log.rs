//! How totals of the log are written, and how entries and photos are removed.

use gatepass_core::id::SiteId;
use rusqlite::Connection;

use super::passes::{PUT_USAGE, usage_values};
use super::run;
use crate::building::{Result, Totals};
use crate::ledger::sqlite::columns::{Day, Id, Millis};
use crate::ledger::sqlite::{bulk, entry_row};

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
    for seq in seqs {
        let Some(row) = entry_row::row_of(connection, site, *seq)? else { continue };
        run(
            connection,
            "DELETE FROM events WHERE (site_id, panel_id, event_id) IN
                 (SELECT site_id, panel_id, event_id FROM entries WHERE row = ?1 AND event_id IS NOT NULL)",
            [row],
        )?;
        run(
            connection,
            "DELETE FROM entries_of WHERE site_id = ?1 AND seq = ?2 AND owner_id IN
                 (SELECT site_id FROM entries WHERE row = ?3 UNION ALL SELECT unit_id FROM entries WHERE row = ?3)",
            (id, seq, row),
        )?;
        run(connection, "DELETE FROM command_outcomes WHERE site_id = ?1 AND seq = ?2", (id, seq))?;
        run(connection, "DELETE FROM entries WHERE row = ?1", [row])?;
    }
    Ok(())
}

/// The entry stays, its photo goes.
pub(super) fn remove_photos(connection: &Connection, site: SiteId, seqs: &[i64]) -> Result<()> {
    for seq in seqs {
        if let Some(row) = entry_row::row_of(connection, site, *seq)? {
            run(connection, "UPDATE entries SET photo = NULL WHERE row = ?1", [row])?;
        }
    }
    Ok(())
}
