//! Seals again what an older seal closed, after the keys were rotated.

use super::JobError;
use crate::app::App;
use crate::ledger::Job;

/// What the current seal closed already is left alone.
pub(super) async fn run(app: &App, job: &Job) -> Result<(), JobError> {
    app.jobs().reseal_site(job.site, app.now()).await?;
    let photos = app.photos().seal_again(job.site).await?;
    tracing::info!(site = %job.site, photos, "identifiers and photos are sealed with the current key");
    Ok(())
}
