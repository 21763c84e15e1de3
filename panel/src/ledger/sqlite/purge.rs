//! Removes what the sites' policies no longer keep, a little at a time: a commit must not take long.

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{PassId, SiteId};
use uuid::Uuid;

use super::columns::{Id, Millis, rows};
use super::core::Core;
use super::fold;
use super::live::stays_after_end;
use crate::ledger::{Purged, Result};

/// Rows of one kind that are removed at once.
const SOME: i64 = 1000;
/// A code is not given again for so long after its pass was over.
const CODES_REST_DAYS: i64 = 90;
/// A request that comes again so much later is a new one.
const ONCE_DAYS: i64 = 30;
/// Invitations are remembered so long after they expired.
const INVITATION_DAYS: i64 = 90;

/// Removes some. Whether there may be more.
pub(super) fn purge_some(core: &mut Core, now: DateTime<Utc>) -> Result<(Purged, bool)> {
    core.memory_goes_ahead();
    // Uses are counted before the entries they are counted from are removed.
    fold::fold(core)?;
    core.live.forget_old(now);
    remove_secrets(core, now)?;
    let days_ago = |days: i64| Millis(now - TimeDelta::days(days));
    core.connection.execute("DELETE FROM done_once WHERE at < ?1", [days_ago(ONCE_DAYS)])?;
    core.connection.execute("DELETE FROM invitations WHERE expires_at < ?1", [days_ago(INVITATION_DAYS)])?;
    core.connection.execute("DELETE FROM retired_codes WHERE until < ?1", [Millis(now)])?;
    let sites: Vec<_> = core.places(|places| places.sites().cloned().collect());
    let (mut purged, mut more) = (Purged::default(), false);
    for site in sites {
        let kept = |days: u16| now - TimeDelta::days(days.into());
        let entries = remove_entries(core, site.id, kept(site.policy.log_retention_days), &mut purged.photos)?;
        let passes = remove_passes(core, site.id, kept(site.policy.log_retention_days))?;
        let photos = forget_photos(core, site.id, kept(site.policy.photo_retention_days), &mut purged.photos)?;
        more |= [entries, passes, photos].contains(&SOME);
        purged.entries += entries.unsigned_abs();
        purged.passes += passes.unsigned_abs();
    }
    core.memory_is_level();
    Ok((purged, more))
}

fn remove_entries(core: &Core, site: SiteId, before: DateTime<Utc>, photos: &mut Vec<(SiteId, Uuid)>) -> Result<i64> {
    let oldest = {
        let mut oldest = core.connection.prepare_cached(
            "SELECT e.seq, e.at, e.unit_id, e.photo, e.panel_id, e.event_id FROM entries_of o JOIN entries e ON e.seq = o.seq
             WHERE o.owner_id = ?1 ORDER BY o.seq LIMIT ?2",
        )?;
        let found = oldest.query_map((Id(site.0), SOME), |row| {
            let event = row.get::<_, Option<Id>>(4)?.zip(row.get::<_, Option<String>>(5)?);
            let ids = (row.get::<_, Option<Id>>(2)?, row.get::<_, Option<Id>>(3)?);
            Ok((row.get::<_, i64>(0)?, row.get::<_, Millis>(1)?.0, ids, event))
        })?;
        found.collect::<rusqlite::Result<Vec<_>>>()?
    };
    let mut entry = core.connection.prepare_cached("DELETE FROM entries WHERE seq = ?1")?;
    let mut index = core.connection.prepare_cached("DELETE FROM entries_of WHERE owner_id = ?1 AND seq = ?2")?;
    let mut removed = 0;
    for (seq, _, (unit, photo), event) in oldest.into_iter().take_while(|(_, at, ..)| *at < before) {
        entry.execute([seq])?;
        index.execute((Id(site.0), seq))?;
        if let Some(unit) = unit {
            index.execute((unit, seq))?;
        }
        if let Some((panel, event_id)) = event {
            core.connection
                .prepare_cached("DELETE FROM events WHERE panel_id = ?1 AND event_id = ?2")?
                .execute((panel, event_id))?;
        }
        photos.extend(photo.map(|photo| (site, photo.0)));
        removed += 1;
    }
    Ok(removed)
}

/// The entry stays, its photo goes.
fn forget_photos(core: &Core, site: SiteId, before: DateTime<Utc>, photos: &mut Vec<(SiteId, Uuid)>) -> Result<i64> {
    let mut old = core.connection.prepare_cached(
        "SELECT seq, photo FROM entries WHERE photo IS NOT NULL AND site_id = ?1 AND at < ?2 LIMIT ?3",
    )?;
    let old = old
        .query_map((Id(site.0), Millis(before), SOME), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Id>(1)?.0)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (seq, photo) in &old {
        core.connection.prepare_cached("UPDATE entries SET photo = NULL WHERE seq = ?1")?.execute([seq])?;
        photos.push((site, *photo));
    }
    Ok(rows(old.len()))
}

fn remove_passes(core: &mut Core, site: SiteId, before: DateTime<Utc>) -> Result<i64> {
    let over = {
        let mut over = core.connection.prepare_cached(
            "SELECT id, ends_at FROM passes WHERE site_id = ?1 AND ends_at < ?2
             UNION SELECT id, revoked_at FROM passes WHERE site_id = ?1 AND revoked_at < ?2 LIMIT ?3",
        )?;
        let found = over.query_map((Id(site.0), Millis(before), SOME), |row| {
            Ok((PassId(row.get::<_, Id>(0)?.0), row.get::<_, Millis>(1)?.0))
        })?;
        found.collect::<rusqlite::Result<Vec<_>>>()?
    };
    for (id, over_at) in &over {
        let until = Millis(*over_at + TimeDelta::days(CODES_REST_DAYS));
        core.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO retired_codes (lookup, site_id, until)
                 SELECT lookup, site_id, ?2 FROM lookups WHERE pass_id = ?1 AND form = 'code'",
            )?
            .execute((Id(id.0), until))?;
        core.connection.prepare_cached("DELETE FROM usage WHERE pass_id = ?1")?.execute([Id(id.0)])?;
        core.connection.prepare_cached("DELETE FROM passes WHERE id = ?1")?.execute([Id(id.0)])?;
        core.live.remove(*id);
    }
    Ok(rows(over.len()))
}

/// The encrypted copies of passes that are over are never shown again.
fn remove_secrets(core: &Core, now: DateTime<Utc>) -> Result<()> {
    let until = Millis(now - stays_after_end());
    core.connection.execute(
        "UPDATE identifiers SET sealed = x'' WHERE pass_id IN (SELECT id FROM passes
             WHERE ends_at <= ?1 AND ends_at > (SELECT value FROM marks WHERE name = 'secrets_removed_until'))",
        [until],
    )?;
    core.connection
        .execute("UPDATE marks SET value = ?1 WHERE name = 'secrets_removed_until' AND value < ?1", [until])?;
    Ok(())
}
