//! Folds the tail of the log: what decisions only appended is made quick to read, in bulk and in order.
//!
//! A decision writes one row and touches no other page. So who reads uses, or a unit's log, adds up what is folded and
//! what came after. This keeps the tail short: it indexes entries by unit, by site and by event, writes down uses, ladders and
//! counts, and moves the mark. In the order of the keys, many rows share a page.

use gatepass_core::id::PassId;

use super::columns::{Day, Id, Millis};
use super::core::Core;
use super::pass_row::PassRow;
use crate::ledger::Result;

/// Inside a transaction.
pub(super) fn fold(core: &mut Core) -> Result<()> {
    let (from, to) = (core.live.folded_seq, core.live.last_seq);
    for owner in ["unit_id", "site_id"] {
        let mut index = core.connection.prepare_cached(&format!(
            "INSERT OR IGNORE INTO entries_of (owner_id, seq) SELECT {owner}, seq FROM entries
             WHERE seq > ?1 AND seq <= ?2 AND {owner} IS NOT NULL ORDER BY {owner}, seq"
        ))?;
        index.execute([from, to])?;
    }
    core.connection
        .prepare_cached(
            "INSERT INTO events (panel_id, event_id, seq) SELECT panel_id, event_id, seq FROM entries
             WHERE seq > ?1 AND seq <= ?2 AND event_id IS NOT NULL ORDER BY panel_id, event_id",
        )?
        .execute([from, to])?;
    let used = {
        let mut used = core.connection.prepare_cached(
            "SELECT DISTINCT pass_id FROM entries WHERE seq > ?1 AND seq <= ?2 AND arrival ORDER BY pass_id",
        )?;
        let ids = used.query_map([from, to], |row| row.get::<_, Id>(0))?;
        ids.map(|id| id.map(|id| PassId(id.0))).collect::<rusqlite::Result<Vec<_>>>()?
    };
    for pass in used {
        write_usage(core, pass, to)?;
    }
    let mut ladder = core
        .connection
        .prepare_cached("INSERT OR REPLACE INTO ladders (door_id, misses, locked_until) VALUES (?1, ?2, ?3)")?;
    for (door, state) in &core.live.ladders {
        ladder.execute((Id(door.0), state.misses(), state.locked_until().map(Millis)))?;
    }
    let mut wrong = core
        .connection
        .prepare_cached("INSERT OR REPLACE INTO wrong_codes (site_id, day, count) VALUES (?1, ?2, ?3)")?;
    for (site, counted) in &core.live.wrong_codes {
        wrong.execute((Id(site.0), Day(counted.day), counted.count))?;
    }
    let mut mark =
        core.connection.prepare_cached("UPDATE marks SET value = ?1 WHERE name IN ('last_seq', 'folded_seq')")?;
    mark.execute([to])?;
    core.live.folded(to);
    Ok(())
}

/// Writes down the uses of a pass, all of those up to `seq`.
pub(super) fn write_usage(core: &Core, pass: PassId, seq: i64) -> Result<()> {
    let usage = match core.live.pass(pass) {
        Some(live) => live.usage,
        None => match PassRow::one(&core.connection, pass)? {
            Some(row) => row.usage,
            None => return Ok(()),
        },
    };
    let mut write = core.connection.prepare_cached(
        "INSERT OR REPLACE INTO usage (pass_id, seq, used, last_day, used_on_last_day, visit_began)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    write.execute((
        Id(pass.0),
        seq,
        usage.used,
        usage.last_day.map(Day),
        usage.used_on_last_day,
        usage.visit_began.map(Millis),
    ))?;
    Ok(())
}
