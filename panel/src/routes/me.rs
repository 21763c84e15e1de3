//! The resident who asks, and their devices.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::Profile;
use uuid::Uuid;

use crate::app::App;
use crate::http::{PathParams, Refusal, Resident, resident_by};

/// The profile of who asks
///
/// The resident with unit, site, doors, policy, and devices.
#[utoipa::path(get, path = "/v1/me", tag = "resident", operation_id = "me", security(("resident" = [])), responses((status = OK, body = Profile)))]
pub(super) async fn me(State(app): State<App>, Resident(me): Resident) -> Result<Json<Profile>, Refusal> {
    Ok(Json(app.people().membership(me.resident).await?.profile(Some(me.device))))
}

/// Remove a device
///
/// A lost phone, or this one: signing out. Its token ends at once.
#[utoipa::path(
    delete, path = "/v1/me/devices/{id}", tag = "resident", operation_id = "remove_own_device", security(("resident" = [])),
    params(("id" = Uuid, Path, description = "The device")),
    responses((status = NO_CONTENT, description = "Removed")),
)]
pub(super) async fn remove_device(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(device): PathParams<Uuid>,
) -> Result<StatusCode, Refusal> {
    app.people().remove_device(me.resident, device, resident_by(&app, me)).await?;
    Ok(StatusCode::NO_CONTENT)
}
