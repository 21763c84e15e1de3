//! Photos of entries, read back.

use axum::body::Bytes;
use gatepass_core::id::SiteId;
use uuid::Uuid;

use crate::app::App;
use crate::http::Refusal;

/// The photo; one that was removed since is not there.
pub(super) async fn read(app: &App, site: SiteId, photo: Uuid) -> Result<Bytes, Refusal> {
    match app.photos().get(site, photo).await {
        Ok(Some(jpeg)) => Ok(jpeg),
        Ok(None) => Err(Refusal::not_found("photo")),
        Err(error) => {
            tracing::error!(%error, "a photo could not be read");
            Err(Refusal::internal())
        }
    }
}
