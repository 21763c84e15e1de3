//! Removes photos from the photo store after the entries that referred to them were removed.

use uuid::Uuid;

use super::JobError;
use crate::app::App;
use crate::ledger::Job;

/// A photo that is gone already is no error.
pub(super) async fn run(app: &App, job: &Job) -> Result<(), JobError> {
    let photos: Vec<Uuid> = job.payload(app.keys())?;
    for photo in photos {
        app.photos().remove(job.site, photo).await?;
    }
    Ok(())
}
