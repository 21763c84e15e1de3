//! Who came: the log of a unit.

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use gatepass_core::api::{EntryBody, Page};
use gatepass_core::id::EntryId;

use super::page::{PageQuery, page};
use crate::app::App;
use crate::http::{PathParams, QueryParams, Refusal, Resident};
use crate::ledger::{EntryView, Scope};

/// The unit's entries, newest first
#[utoipa::path(
    get, path = "/v1/entries", tag = "resident", operation_id = "list_entries", security(("resident" = [])), params(PageQuery),
    responses((status = OK, body = Page<EntryBody>)),
)]
pub(super) async fn list(
    State(app): State<App>,
    Resident(me): Resident,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<EntryBody>>, Refusal> {
    let slice = app.log().entries(Scope::Unit(me.unit), paging.ask()?).await?;
    Ok(Json(page(&slice, EntryView::body)))
}

/// The photo of an entry
#[utoipa::path(
    get, path = "/v1/entries/{id}/photo", tag = "resident", operation_id = "photo", security(("resident" = [])),
    params(("id" = EntryId, Path, description = "The entry")),
    responses((status = OK, body = [u8], content_type = "image/jpeg")),
)]
pub(super) async fn photo(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(id): PathParams<EntryId>,
) -> Result<Response, Refusal> {
    let entry = app.log().entry(Scope::Unit(me.unit), id).await?.entry;
    let photo = entry.photo.ok_or_else(|| Refusal::not_found("photo"))?;
    let jpeg = super::photo::read(&app, entry.site, photo).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg")], jpeg).into_response())
}
