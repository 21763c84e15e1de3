//! What happens at a site: its passes and its entries, without secrets and without residents' comments.

use axum::Json;
use axum::extract::State;
use gatepass_core::api::{EntryBody, Page, PassBody};
use gatepass_core::id::{PassId, SiteId};

use crate::app::App;
use crate::http::{Manager, PathParams, QueryParams, Refusal};
use crate::ledger::{EntryView, PassView, Scope};
use crate::routes::page::{PageQuery, page};
use crate::routes::passes::PassFilter;

/// The passes of a site, newest first
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/passes", tag = "manager", operation_id = "list_site_passes",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site"), PassFilter, PageQuery),
    responses((status = OK, body = Page<PassBody>)),
)]
pub(in crate::routes) async fn passes(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    QueryParams(filter): QueryParams<PassFilter>,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<PassBody>>, Refusal> {
    manager.of(site, "site")?;
    app.places().site(site).await?;
    let slice = app.passes().passes(Scope::Site(site), filter.valid, paging.ask()?, app.now()).await?;
    Ok(Json(page(&slice, PassView::body_for_manager)))
}

/// Revoke a pass
///
/// It opens nothing from now on; its resident sees it revoked.
#[utoipa::path(
    delete, path = "/v1/manage/sites/{id}/passes/{pass}", tag = "manager", operation_id = "revoke_site_pass",
    security(("manager" = [])),
    params(("id" = SiteId, Path, description = "The site"), ("pass" = PassId, Path, description = "The pass")),
    responses((status = OK, body = PassBody)),
)]
pub(in crate::routes) async fn revoke(
    State(app): State<App>,
    manager: Manager,
    PathParams((site, pass)): PathParams<(SiteId, PassId)>,
) -> Result<Json<PassBody>, Refusal> {
    manager.of(site, "site")?;
    Ok(Json(app.passes().revoke_pass(Scope::Site(site), pass, manager.by(&app)).await?.body_for_manager()))
}

/// The log of a site's doors, newest first
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/entries", tag = "manager", operation_id = "list_site_entries",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site"), PageQuery),
    responses((status = OK, body = Page<EntryBody>)),
)]
pub(in crate::routes) async fn entries(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<EntryBody>>, Refusal> {
    manager.of(site, "site")?;
    app.places().site(site).await?;
    Ok(Json(page(&app.log().entries(Scope::Site(site), paging.ask()?).await?, EntryView::body)))
}
