//! Adds up the log, and removes what the sites' policies no longer keep, a little at a time: a commit must not take long.

use chrono::TimeDelta;
use gatepass_core::id::SiteId;
use uuid::Uuid;

use super::live::stays_after_end;
use super::{Act, OldEntry, Outcome, Record, Result, Site};

/// Rows of one kind that are removed at once.
const SOME: usize = 1000;
/// A code is not given again for so long after its pass was over.
const CODES_REST_DAYS: i64 = 90;
/// A request that comes again so much later is a new one.
const REQUEST_DAYS: i64 = 30;
/// Invitations are remembered so long after they expired.
const INVITATION_DAYS: i64 = 90;

/// What a purge removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Entries.
    pub entries: u64,
    /// Passes long over.
    pub passes: u64,
    /// Photos no entry speaks of any more, with their sites: to be removed from the photo store.
    pub photos: Vec<(SiteId, Uuid)>,
}

/// What the entries of all sites add up to, so that they need not be added up again.
pub(crate) fn add_up(act: &Act<'_>) -> Outcome<()> {
    let totals = act.state.sites_with_tail().into_iter().map(|site| act.site_state(site).totals(site));
    Outcome { answer: (), records: totals.map(|totals| Record::Totals(Box::new(totals))).collect() }
}

/// Removes some. Whether there may be more. The log must be added up: uses are counted before the entries they are
/// counted from are removed.
pub(crate) fn purge_some(act: &Act<'_>) -> Result<Outcome<(Purged, bool)>> {
    let (mut purged, mut more) = (Purged::default(), false);
    let mut records = Vec::new();
    for site in act.directory().sites() {
        more |= purge_site(act, site, &mut purged, &mut records)?;
    }
    Ok(Outcome { answer: (purged, more), records })
}

fn purge_site(act: &Act<'_>, site: &Site, purged: &mut Purged, records: &mut Vec<Record>) -> Result<bool> {
    let days_ago = |days: i64| act.now - TimeDelta::days(days);
    records.push(Record::PassesPutAway { site: site.id, over_at: act.now - stays_after_end() });
    records.push(Record::MemoriesRemoved {
        site: site.id,
        requests_before: days_ago(REQUEST_DAYS),
        invitations_before: days_ago(INVITATION_DAYS),
        codes_until: act.now,
    });
    let log_kept_from = days_ago(site.policy.log_retention_days.into());
    let photos_kept_from = days_ago(site.policy.photo_retention_days.into());
    let entries = act.archive.old_entries(site.id, log_kept_from, SOME)?;
    let photos = act.archive.old_photos(site.id, photos_kept_from, SOME)?;
    let passes = act.archive.old_passes(site.id, log_kept_from, SOME)?;
    let more = [entries.len(), photos.len(), passes.len()].contains(&SOME);
    purged.entries += entries.len() as u64;
    purged.passes += passes.len() as u64;
    let removed = remove(site, &entries, &photos, &mut purged.photos);
    records.extend(removed);
    if !passes.is_empty() {
        let rest = |(pass, over_at)| (pass, over_at + TimeDelta::days(CODES_REST_DAYS));
        records.push(Record::PassesRemoved { site: site.id, passes: passes.into_iter().map(rest).collect() });
    }
    Ok(more)
}

/// Entries go with their photos; of newer ones, the photo alone.
fn remove(site: &Site, entries: &[OldEntry], photos: &[OldEntry], gone: &mut Vec<(SiteId, Uuid)>) -> Vec<Record> {
    let photos: Vec<&OldEntry> =
        photos.iter().filter(|old| !entries.iter().any(|entry| entry.seq == old.seq)).collect();
    let lost = entries.iter().chain(photos.iter().copied()).filter_map(|old| old.photo);
    gone.extend(lost.map(|photo| (site.id, photo)));
    let mut records = Vec::new();
    if !entries.is_empty() {
        records.push(Record::EntriesRemoved { site: site.id, seqs: entries.iter().map(|old| old.seq).collect() });
    }
    if !photos.is_empty() {
        records.push(Record::PhotosRemoved { site: site.id, seqs: photos.iter().map(|old| old.seq).collect() });
    }
    records
}
