//! Doors of a site, and opening one from afar.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::TimeDelta;
use gatepass_core::api::{DoorBody, DoorChange, DoorRequest, Location, OpenedBody, Page, PanelCommand};
use gatepass_core::id::{DoorId, SiteId};
use gatepass_core::pass::Problem;
use tokio::sync::broadcast::error::RecvError;

use super::wait::WaitQuery;
use super::{name, new_name};
use crate::adapters::{Driver, make};
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, Manager, PathParams, QueryParams, Refusal};
use crate::ledger::{self, Door, NewDoor, Panel};
use crate::routes::page::single_page;

/// How long a panel may take to carry out a command: a visitor does not wait longer at a door.
const COMMAND_SECONDS: i64 = 10;

/// The doors of a site, in the order they were made
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/doors", tag = "manager", operation_id = "list_doors",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site")),
    responses((status = OK, body = Page<DoorBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
) -> Result<Json<Page<DoorBody>>, Refusal> {
    manager.of(site, "site")?;
    app.places().site(site).await?;
    Ok(Json(single_page(&app.places().doors(site).await?, Door::body)))
}

/// Add a door
#[utoipa::path(
    post, path = "/v1/manage/sites/{id}/doors", tag = "manager", operation_id = "add_door",
    security(("manager" = [])), request_body = DoorRequest,
    params(
        ("id" = SiteId, Path, description = "The site"),
        ("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat"),
    ),
    responses((status = CREATED, body = DoorBody)),
)]
pub(in crate::routes) async fn add(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    key: IdempotencyKey,
    JsonBody { value: asked, fingerprint }: JsonBody<DoorRequest>,
) -> Result<(StatusCode, Json<DoorBody>), Refusal> {
    manager.of(site, "site")?;
    let DoorRequest { name: called, kind, shareable, location } = asked;
    let location = checked_location(location)?;
    let new = NewDoor { site, name: name(&called)?, kind, shareable, location };
    let once = key.once(&app, manager.caller(), fingerprint, "");
    let made = app.places().add_door(new, once, manager.by(&app)).await?;
    Ok((StatusCode::CREATED, Json(made.value.body())))
}

fn checked_location(location: Option<Location>) -> Result<Option<Location>, Refusal> {
    let inside = |at: &Location| at.latitude.abs() <= 90.0 && at.longitude.abs() <= 180.0;
    if location.as_ref().is_none_or(inside) {
        return Ok(location);
    }
    let detail = "latitude must be from -90 to 90, longitude from -180 to 180";
    Err(Refusal::invalid_field("location", &Problem::OutOfRange, detail))
}

async fn managed(app: &App, manager: Manager, id: DoorId) -> Result<Door, Refusal> {
    let door = app.places().door(id).await?;
    manager.of(door.site, "door")?;
    Ok(door)
}

/// A door
#[utoipa::path(
    get, path = "/v1/manage/doors/{id}", tag = "manager", operation_id = "door", security(("manager" = [])),
    params(("id" = DoorId, Path, description = "The door")), responses((status = OK, body = DoorBody)),
)]
pub(in crate::routes) async fn read(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<DoorId>,
) -> Result<Json<DoorBody>, Refusal> {
    Ok(Json(managed(&app, manager, id).await?.body()))
}

/// Change a door
#[utoipa::path(
    patch, path = "/v1/manage/doors/{id}", tag = "manager", operation_id = "change_door", security(("manager" = [])),
    request_body = DoorChange,
    params(("id" = DoorId, Path, description = "The door")), responses((status = OK, body = DoorBody)),
)]
pub(in crate::routes) async fn change(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<DoorId>,
    JsonBody { value: asked, .. }: JsonBody<DoorChange>,
) -> Result<Json<DoorBody>, Refusal> {
    managed(&app, manager, id).await?;
    let DoorChange { name, shareable, location } = asked;
    let change =
        ledger::DoorChange { name: new_name(name.as_ref())?, shareable, location: checked_location(location)? };
    Ok(Json(app.places().change_door(id, change, manager.by(&app)).await?.body()))
}

/// Open a door now
///
/// Asks every panel that listens for commands and has a lock of this door. That it was asked is in the log before
/// it is; what a panel says came of it follows there, and here if it comes within `wait_ms`.
#[utoipa::path(
    post, path = "/v1/manage/doors/{id}/open", tag = "manager", operation_id = "open_door", security(("manager" = [])),
    params(("id" = DoorId, Path, description = "The door"), WaitQuery),
    responses(
        (status = OK, body = OpenedBody),
        (status = CONFLICT, description = "No panel of this door listens now"),
    ),
)]
pub(in crate::routes) async fn open(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<DoorId>,
    QueryParams(wait): QueryParams<WaitQuery>,
) -> Result<Json<OpenedBody>, Refusal> {
    let wait = wait.duration()?;
    let door = managed(&app, manager, id).await?;
    let panels = app.places().panels(door.site).await?;
    let reached: Vec<_> = panels.iter().filter_map(|panel| driver_for(&app, panel, id)).collect();
    if reached.is_empty() {
        return Err(nobody_listens());
    }
    let now = app.now();
    let mut reports = app.presence().reports();
    let entry = app.decisions().open_door(id, manager.by(&app)).await?;
    let expires_at = now + TimeDelta::seconds(COMMAND_SECONDS);
    let mut told = 0;
    for (panel, lock, driver) in reached {
        let command = PanelCommand::Open { decision_id: entry.id, lock, open_ms: panel.open_ms, expires_at };
        told += driver.ask(&app, panel, &command).await;
    }
    if told == 0 {
        return Err(nobody_listens());
    }
    let report = async {
        loop {
            match reports.recv().await {
                Ok((command, outcome)) if command == entry.id => return Some(outcome),
                Ok(_) | Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    };
    let outcome = tokio::time::timeout(wait, report).await.ok().flatten();
    Ok(Json(OpenedBody { decision_id: entry.id, panels: told, outcome }))
}

/// How this panel is asked to open the door: by which lock, by which driver. `None` if it cannot be asked now.
fn driver_for<'a>(app: &App, panel: &'a Panel, door: DoorId) -> Option<(&'a Panel, u16, &'static dyn Driver)> {
    let lock = panel.locks.iter().find(|lock| lock.door == door)?.lock;
    let driver = make(&panel.adapter.0)?.driver?;
    driver.reaches(app, panel).then_some((panel, lock, driver))
}

fn nobody_listens() -> Refusal {
    Refusal::new(
        StatusCode::CONFLICT,
        "no_panel_listening",
        "No panel of this door listens for commands now, so nothing can open it; is the panel on, and is its command address set?",
    )
}
