//! Panels of a site, and their tokens.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{MakeBody, MakeName, Page, PanelBody, PanelChange, PanelCreated, PanelRequest};
use gatepass_core::id::{PanelId, SiteId};
use gatepass_core::pass::Problem;

use super::{name, new_name};
use crate::adapters::{MAKES, Make, make};
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, Manager, PathParams, Refusal, secret};
use crate::keys::{TokenHash, mint_token};
use crate::ledger::{self, NewPanel, Panel};
use crate::routes::page::single_page;

/// The shortest release time of a lock that IEC 60839-11-1 allows a system to define, and the usual one.
const LEAST_OPEN_MS: u32 = 3000;
/// The longest: a minute.
const MOST_OPEN_MS: u32 = 60_000;

fn body(app: &App, panel: &Panel) -> PanelBody {
    let (last_seen, listening) = app.presence().of(panel.id);
    PanelBody {
        id: panel.id,
        name: panel.name.clone(),
        locks: panel.locks.clone(),
        adapter: panel.adapter.clone(),
        qr_alphabet: panel.qr_alphabet,
        unknown: panel.unknown,
        open_ms: panel.open_ms,
        last_seen,
        listening,
    }
}

fn created(app: &App, panel: &Panel, token: String) -> Result<PanelCreated, Refusal> {
    let make = known(&panel.adapter)?;
    let validate_url = format!("{}{}", app.public_url(), (make.path)(&token));
    let instructions = (make.instructions)(&validate_url);
    Ok(PanelCreated { panel: body(app, panel), token, validate_url, instructions })
}

/// The make of this name.
fn known(name: &MakeName) -> Result<&'static Make, Refusal> {
    make(&name.0).ok_or_else(|| {
        let names: Vec<_> = MAKES.iter().map(|make| make.name).collect();
        let detail = format!("is no make this service knows; it knows {}", names.join(", "));
        Refusal::invalid_field("adapter", &Problem::UnknownMake, detail)
    })
}

/// The makes of panel this service knows
///
/// What `adapter` may be, what is usual for each, and what its panels can do.
#[utoipa::path(
    get, path = "/v1/manage/makes", tag = "manager", operation_id = "list_makes", security(("manager" = [])),
    responses((status = OK, body = Page<MakeBody>)),
)]
pub(in crate::routes) async fn makes(_: Manager) -> Json<Page<MakeBody>> {
    Json(single_page(MAKES, |make| make.body()))
}

fn open_ms(asked: Option<u32>) -> Result<Option<u32>, Refusal> {
    if asked.is_none_or(|ms| (LEAST_OPEN_MS..=MOST_OPEN_MS).contains(&ms)) {
        return Ok(asked);
    }
    let detail = format!("must be from {LEAST_OPEN_MS} to {MOST_OPEN_MS}");
    Err(Refusal::invalid_field("open_ms", &Problem::OutOfRange, detail))
}

/// The panels of a site, in the order they were made
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/panels", tag = "manager", operation_id = "list_panels",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site")),
    responses((status = OK, body = Page<PanelBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
) -> Result<Json<Page<PanelBody>>, Refusal> {
    manager.of(site, "site")?;
    app.places().site(site).await?;
    Ok(Json(single_page(&app.places().panels(site).await?, |panel| body(&app, panel))))
}

/// Add a panel
///
/// The answer has its token, shown once, and the address to enter in the panel.
#[utoipa::path(
    post, path = "/v1/manage/sites/{id}/panels", tag = "manager", operation_id = "add_panel",
    security(("manager" = [])), request_body = PanelRequest,
    params(
        ("id" = SiteId, Path, description = "The site"),
        ("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat"),
    ),
    responses((status = CREATED, body = PanelCreated)),
)]
pub(in crate::routes) async fn add(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    key: IdempotencyKey,
    JsonBody { value: asked, fingerprint }: JsonBody<PanelRequest>,
) -> Result<(StatusCode, Json<PanelCreated>), Refusal> {
    manager.of(site, "site")?;
    let make = known(&asked.adapter)?;
    let minted = mint_token("gpp");
    let new = NewPanel {
        site,
        name: name(&asked.name)?,
        locks: asked.locks,
        adapter: asked.adapter,
        qr_alphabet: asked.qr_alphabet.unwrap_or(make.usual_alphabet()),
        unknown: asked.unknown.unwrap_or(make.unknown),
        open_ms: open_ms(asked.open_ms)?.unwrap_or(LEAST_OPEN_MS),
        token: TokenHash::of(&minted),
    };
    let once = key.once(&app, manager.caller(), fingerprint, &minted);
    let added = app.places().add_panel(new, once, manager.by(&app)).await?;
    let token = secret(&app, manager.caller(), &added, minted)?;
    Ok((StatusCode::CREATED, Json(created(&app, &added.value, token)?)))
}

async fn managed(app: &App, manager: Manager, id: PanelId) -> Result<Panel, Refusal> {
    let panel = app.places().panel(id).await?;
    manager.of(panel.site, "panel")?;
    Ok(panel)
}

/// A panel
#[utoipa::path(
    get, path = "/v1/manage/panels/{id}", tag = "manager", operation_id = "panel", security(("manager" = [])),
    params(("id" = PanelId, Path, description = "The panel")), responses((status = OK, body = PanelBody)),
)]
pub(in crate::routes) async fn read(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<PanelId>,
) -> Result<Json<PanelBody>, Refusal> {
    let panel = managed(&app, manager, id).await?;
    Ok(Json(body(&app, &panel)))
}

/// Change a panel
#[utoipa::path(
    patch, path = "/v1/manage/panels/{id}", tag = "manager", operation_id = "change_panel",
    security(("manager" = [])), request_body = PanelChange,
    params(("id" = PanelId, Path, description = "The panel")), responses((status = OK, body = PanelBody)),
)]
pub(in crate::routes) async fn change(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<PanelId>,
    JsonBody { value: asked, .. }: JsonBody<PanelChange>,
) -> Result<Json<PanelBody>, Refusal> {
    managed(&app, manager, id).await?;
    let PanelChange { name, locks, unknown, open_ms: asked_ms } = asked;
    let change = ledger::PanelChange { name: new_name(name.as_ref())?, locks, unknown, open_ms: open_ms(asked_ms)? };
    let panel = app.places().change_panel(id, change, manager.by(&app)).await?;
    Ok(Json(body(&app, &panel)))
}

/// Remove a panel
///
/// Its token ends at once.
#[utoipa::path(
    delete, path = "/v1/manage/panels/{id}", tag = "manager", operation_id = "remove_panel",
    security(("manager" = [])), params(("id" = PanelId, Path, description = "The panel")),
    responses((status = NO_CONTENT, description = "Removed")),
)]
pub(in crate::routes) async fn remove(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<PanelId>,
) -> Result<StatusCode, Refusal> {
    managed(&app, manager, id).await?;
    app.places().remove_panel(id, manager.by(&app)).await?;
    app.presence().dismiss(id);
    Ok(StatusCode::NO_CONTENT)
}

/// Give a panel a new token
///
/// The old one ends at once, also for streams that are open.
#[utoipa::path(
    post, path = "/v1/manage/panels/{id}/token", tag = "manager", operation_id = "renew_panel_token",
    security(("manager" = [])), params(("id" = PanelId, Path, description = "The panel")),
    responses((status = OK, body = PanelCreated)),
)]
pub(in crate::routes) async fn renew(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<PanelId>,
) -> Result<Json<PanelCreated>, Refusal> {
    managed(&app, manager, id).await?;
    let minted = mint_token("gpp");
    let panel = app.places().renew_panel(id, TokenHash::of(&minted), manager.by(&app)).await?;
    app.presence().dismiss(id);
    Ok(Json(created(&app, &panel, minted)?))
}
