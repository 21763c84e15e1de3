//! Sites.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{Page, SiteBody, SiteChange, SiteRequest};
use gatepass_core::id::SiteId;
use gatepass_core::pass::{Policy, Problem};
use gatepass_core::time::Zone;

use super::{MAX_ADDRESS, checked_text, name, new_name};
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, Manager, Operator, PathParams, QueryParams, Refusal};
use crate::ledger::{self, NewSite, Site};
use crate::routes::page::{PageQuery, page, single_page};

/// The sites one may run, in the order they were made
#[utoipa::path(
    get, path = "/v1/manage/sites", tag = "manager", operation_id = "list_sites", security(("manager" = [])),
    params(PageQuery), responses((status = OK, body = Page<SiteBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<SiteBody>>, Refusal> {
    let ask = paging.ask()?;
    Ok(Json(match manager.only_site() {
        Some(own) => single_page(&[app.places().site(own).await?], Site::body),
        None => page(&app.places().sites(ask).await?, Site::body),
    }))
}

/// Add a site
///
/// For the operator. Passes are off until its policy switches them on.
#[utoipa::path(
    post, path = "/v1/manage/sites", tag = "manager", operation_id = "add_site", security(("manager" = [])),
    request_body = SiteRequest,
    params(("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat")),
    responses((status = CREATED, body = SiteBody)),
)]
pub(in crate::routes) async fn add(
    State(app): State<App>,
    Operator(operator): Operator,
    key: IdempotencyKey,
    JsonBody { value: request, fingerprint }: JsonBody<SiteRequest>,
) -> Result<(StatusCode, Json<SiteBody>), Refusal> {
    let zone = Zone::named(request.time_zone.trim())
        .map_err(|unknown| Refusal::invalid_field("time_zone", &Problem::UnknownZone, unknown.to_string()))?;
    let name = name(&request.name)?;
    let address = checked_text("address", &request.address, MAX_ADDRESS)?;
    let new = NewSite { name, address, zone, policy: Policy::default() };
    let once = key.once(&app, operator.caller(), fingerprint, "");
    let made = app.places().add_site(new, once, operator.by(&app)).await?;
    Ok((StatusCode::CREATED, Json(made.value.body())))
}

/// A site
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}", tag = "manager", operation_id = "site", security(("manager" = [])),
    params(("id" = SiteId, Path, description = "The site")), responses((status = OK, body = SiteBody)),
)]
pub(in crate::routes) async fn read(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<SiteId>,
) -> Result<Json<SiteBody>, Refusal> {
    manager.of(id, "site")?;
    Ok(Json(app.places().site(id).await?.body()))
}

/// Change a site's name or address
#[utoipa::path(
    patch, path = "/v1/manage/sites/{id}", tag = "manager", operation_id = "change_site", security(("manager" = [])),
    request_body = SiteChange,
    params(("id" = SiteId, Path, description = "The site")), responses((status = OK, body = SiteBody)),
)]
pub(in crate::routes) async fn change(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<SiteId>,
    JsonBody { value: asked, .. }: JsonBody<SiteChange>,
) -> Result<Json<SiteBody>, Refusal> {
    manager.of(id, "site")?;
    let address = asked.address.map(|text| checked_text("address", &text, MAX_ADDRESS)).transpose()?;
    let change = ledger::SiteChange { name: new_name(asked.name.as_ref())?, address };
    Ok(Json(app.places().change_site(id, change, manager.by(&app)).await?.body()))
}
