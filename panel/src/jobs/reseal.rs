//! Seals again what an older seal closed, after the keys were rotated.

use super::JobError;
use crate::app::App;
use crate::ledger::{Job, PageRequest};

/// Plans what a service that ended right after a rotation could not plan any more.
pub(super) async fn plan_missing(app: &App) -> Result<(), JobError> {
    let seals = app.keys().seal_infos();
    let [.., _, current] = &seals[..] else { return Ok(()) };
    let all = PageRequest { after: None, limit: usize::MAX };
    let mut old_photos = Vec::new();
    for site in app.places().sites(all).await?.items {
        if app.photos().needs_resealing(site.id).await? {
            old_photos.push(site.id);
        }
    }
    Ok(app.jobs().plan_missing_reseals(current.id, old_photos, app.now()).await?)
}

/// What the current seal closed stays as it is.
pub(super) async fn run(app: &App, job: &Job) -> Result<(), JobError> {
    app.jobs().reseal_site(job.site, app.now()).await?;
    let photos = app.photos().seal_again(job.site).await?;
    tracing::info!(site = %job.site, photos, "identifiers and photos are sealed with the current key");
    Ok(())
}
