//! Residents of a unit and their devices, as managers see them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{Page, ResidentBody};
use gatepass_core::id::{ResidentId, UnitId};
use uuid::Uuid;

use crate::app::App;
use crate::http::{Manager, PathParams, Refusal};
use crate::ledger::Resident;
use crate::routes::page::single_page;

/// The residents of a unit
#[utoipa::path(
    get, path = "/v1/manage/units/{id}/residents", tag = "manager", operation_id = "list_residents",
    security(("manager" = [])), params(("id" = UnitId, Path, description = "The unit")),
    responses((status = OK, body = Page<ResidentBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    PathParams(unit): PathParams<UnitId>,
) -> Result<Json<Page<ResidentBody>>, Refusal> {
    manager.of(app.places().unit(unit).await?.site, "unit")?;
    Ok(Json(single_page(&app.people().residents(unit).await?, Resident::body)))
}

async fn managed(app: &App, manager: Manager, id: ResidentId) -> Result<Resident, Refusal> {
    let resident = app.people().membership(id).await?.resident;
    manager.of(resident.site, "resident")?;
    Ok(resident)
}

/// A resident
#[utoipa::path(
    get, path = "/v1/manage/residents/{id}", tag = "manager", operation_id = "resident", security(("manager" = [])),
    params(("id" = ResidentId, Path, description = "The resident")), responses((status = OK, body = ResidentBody)),
)]
pub(in crate::routes) async fn read(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<ResidentId>,
) -> Result<Json<ResidentBody>, Refusal> {
    Ok(Json(managed(&app, manager, id).await?.body()))
}

/// Remove a resident
///
/// Every device ends at once, and every pass the resident gave is revoked.
#[utoipa::path(
    delete, path = "/v1/manage/residents/{id}", tag = "manager", operation_id = "remove_resident",
    security(("manager" = [])), params(("id" = ResidentId, Path, description = "The resident")),
    responses((status = NO_CONTENT, description = "Removed")),
)]
pub(in crate::routes) async fn remove(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<ResidentId>,
) -> Result<StatusCode, Refusal> {
    managed(&app, manager, id).await?;
    app.people().remove_resident(id, manager.by(&app)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Remove a resident's device
///
/// A lost phone. Its token ends at once.
#[utoipa::path(
    delete, path = "/v1/manage/residents/{id}/devices/{device}", tag = "manager", operation_id = "remove_device",
    security(("manager" = [])),
    params(("id" = ResidentId, Path, description = "The resident"), ("device" = Uuid, Path, description = "The device")),
    responses((status = NO_CONTENT, description = "Removed")),
)]
pub(in crate::routes) async fn remove_device(
    State(app): State<App>,
    manager: Manager,
    PathParams((id, device)): PathParams<(ResidentId, Uuid)>,
) -> Result<StatusCode, Refusal> {
    managed(&app, manager, id).await?;
    app.people().remove_device(id, device, manager.by(&app)).await?;
    Ok(StatusCode::NO_CONTENT)
}
