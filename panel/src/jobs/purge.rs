//! Removes what a site's policy no longer keeps.

use chrono::TimeDelta;

use super::JobError;
use crate::app::App;
use crate::ledger::Job;

/// Entries, passes and photos that are gone already are no error.
pub(super) async fn run(app: &App, job: &Job) -> Result<(), JobError> {
    let purged = app.maintenance().purge_site(job.site, app.now()).await?;
    if purged.entries + purged.passes > 0 {
        tracing::info!(site = %job.site, entries = purged.entries, passes = purged.passes, "purged");
    }
    // Photos without an entry are known to the photo store alone.
    let site = app.places().site(job.site).await?;
    let oldest = app.now() - TimeDelta::days(i64::from(site.policy.photo_retention_days));
    let photos = app.photos().remove_older(site.id, oldest).await?;
    if photos > 0 {
        tracing::info!(site = %job.site, photos, "purged");
    }
    Ok(())
}
