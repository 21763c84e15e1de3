//! Units of a site.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{Page, UnitBody, UnitChange, UnitRequest};
use gatepass_core::id::{SiteId, UnitId};

use super::{name, new_name};
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, Manager, PathParams, QueryParams, Refusal};
use crate::ledger::{self, NewUnit, Unit};
use crate::routes::page::{PageQuery, page};

/// The units of a site, in the order they were made
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/units", tag = "manager", operation_id = "list_units",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site"), PageQuery),
    responses((status = OK, body = Page<UnitBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<UnitBody>>, Refusal> {
    manager.of(site, "site")?;
    app.places().site(site).await?;
    Ok(Json(page(&app.places().units(site, paging.ask()?).await?, Unit::body)))
}

/// Add a unit
#[utoipa::path(
    post, path = "/v1/manage/sites/{id}/units", tag = "manager", operation_id = "add_unit",
    security(("manager" = [])), request_body = UnitRequest,
    params(
        ("id" = SiteId, Path, description = "The site"),
        ("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat"),
    ),
    responses((status = CREATED, body = UnitBody)),
)]
pub(in crate::routes) async fn add(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    key: IdempotencyKey,
    JsonBody { value: asked, fingerprint }: JsonBody<UnitRequest>,
) -> Result<(StatusCode, Json<UnitBody>), Refusal> {
    manager.of(site, "site")?;
    let new = NewUnit { site, name: name(&asked.name)?, doors: asked.doors };
    let once = key.once(&app, manager.caller(), fingerprint, "");
    let made = app.places().add_unit(new, once, manager.by(&app)).await?;
    Ok((StatusCode::CREATED, Json(made.value.body())))
}

async fn managed(app: &App, manager: Manager, id: UnitId) -> Result<Unit, Refusal> {
    let unit = app.places().unit(id).await?;
    manager.of(unit.site, "unit")?;
    Ok(unit)
}

/// A unit
#[utoipa::path(
    get, path = "/v1/manage/units/{id}", tag = "manager", operation_id = "unit", security(("manager" = [])),
    params(("id" = UnitId, Path, description = "The unit")), responses((status = OK, body = UnitBody)),
)]
pub(in crate::routes) async fn read(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<UnitId>,
) -> Result<Json<UnitBody>, Refusal> {
    Ok(Json(managed(&app, manager, id).await?.body()))
}

/// Change a unit's name or doors
#[utoipa::path(
    patch, path = "/v1/manage/units/{id}", tag = "manager", operation_id = "change_unit", security(("manager" = [])),
    request_body = UnitChange,
    params(("id" = UnitId, Path, description = "The unit")), responses((status = OK, body = UnitBody)),
)]
pub(in crate::routes) async fn change(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<UnitId>,
    JsonBody { value: asked, .. }: JsonBody<UnitChange>,
) -> Result<Json<UnitBody>, Refusal> {
    managed(&app, manager, id).await?;
    let change = ledger::UnitChange { name: new_name(asked.name.as_ref())?, doors: asked.doors };
    Ok(Json(app.places().change_unit(id, change, manager.by(&app)).await?.body()))
}
