//! Adds up the log, and removes what the sites' policies no longer keep. Each act removes a limited number of rows, so that its commit is short.

use std::sync::Arc;

use chrono::TimeDelta;
use gatepass_core::id::SiteId;
use uuid::Uuid;

use super::live::stays_after_end;
use super::{Act, JobKind, NewJob, OldEntry, Outcome, Record, Result, Site};

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
pub struct PurgeReport {
    /// Entries.
    pub entries: u64,
    /// Passes long over.
    pub passes: u64,
    /// Photos of removed entries with their sites, to remove from the photo store.
    pub photos: Vec<(SiteId, Uuid)>,
}

/// What the entries of all sites add up to, so that they need not be added up again. It keeps each site's last sequence
/// number, too: a purge may remove the record that had it, and no number is given twice.
pub(crate) fn add_up(act: &Act<'_>) -> Outcome<()> {
    let totals = act.state.sites_to_add_up().into_iter().map(|site| act.site_state(site).totals(site));
    Outcome { answer: (), records: totals.map(|totals| Record::Totals(Box::new(totals))).collect() }
}

/// Plans a purge of every site. A purge that still waits is not planned twice.
pub(crate) fn plan_purges(act: &Act<'_>) -> Outcome<()> {
    let plan = |site: &Arc<Site>| {
        act.job(NewJob {
            site: site.id,
            kind: JobKind::Purge,
            key: String::new(),
            payload: &(),
            not_before: act.now,
            give_up_after: None,
        })
    };
    Outcome { answer: (), records: act.directory().sites().filter_map(plan).collect() }
}

/// Removes some of what a site's policy no longer keeps. Whether there may be more. The log must be added up: uses are
/// counted before the entries they are counted from are removed.
pub(crate) fn purge_some(act: &Act<'_>, site: SiteId) -> Result<Outcome<(PurgeReport, bool)>> {
    let site = act.directory().site(site)?;
    let days_ago = |days: i64| act.now - TimeDelta::days(days);
    let mut records = vec![
        Record::PassesPutAway { site: site.id, over_at: act.now - stays_after_end() },
        Record::MemoriesRemoved {
            site: site.id,
            requests_before: days_ago(REQUEST_DAYS),
            invitations_before: days_ago(INVITATION_DAYS),
            codes_until: act.now,
            audit_before: days_ago(site.policy.log_retention_days.into()),
        },
    ];
    let log_kept_from = days_ago(site.policy.log_retention_days.into());
    let photos_kept_from = days_ago(site.policy.photo_retention_days.into());
    let entries = act.archive.old_entries(site.id, log_kept_from, SOME)?;
    let photos = act.archive.old_photos(site.id, photos_kept_from, SOME)?;
    let passes = act.archive.old_passes(site.id, log_kept_from, SOME)?;
    let more = [entries.len(), photos.len(), passes.len()].contains(&SOME);
    let mut purged = PurgeReport { entries: entries.len() as u64, passes: passes.len() as u64, photos: Vec::new() };
    records.extend(remove(site, &entries, &photos, &mut purged.photos));
    records.extend(photo_job(act, site, &purged.photos));
    if !passes.is_empty() {
        let rest = |(pass, over_at)| (pass, over_at + TimeDelta::days(CODES_REST_DAYS));
        records.push(Record::PassesRemoved { site: site.id, passes: passes.into_iter().map(rest).collect() });
    }
    Ok(Outcome { answer: (purged, more), records })
}

/// The job that removes the photos of removed entries from the photo store after the commit.
fn photo_job(act: &Act<'_>, site: &Site, photos: &[(SiteId, Uuid)]) -> Option<Record> {
    let payload: Vec<Uuid> = photos.iter().map(|(_, photo)| *photo).collect();
    act.job(NewJob {
        site: site.id,
        kind: JobKind::RemovePhotos,
        // The first photo is removed once, so it makes the job single.
        key: payload.first()?.to_string(),
        payload: &payload,
        not_before: act.now,
        give_up_after: None,
    })
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
