//! Managers of a site. The operator makes and removes them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{ManagerBody, ManagerCreated, ManagerRequest, Page};
use gatepass_core::id::SiteId;
use uuid::Uuid;

use super::name;
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, Manager as Caller, Operator, PathParams, Refusal, secret};
use crate::keys::{TokenHash, mint_token};
use crate::ledger::{Manager, NewManager};
use crate::routes::page::single_page;

/// The managers of a site
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/managers", tag = "manager", operation_id = "list_managers",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site")),
    responses((status = OK, body = Page<ManagerBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Caller,
    PathParams(site): PathParams<SiteId>,
) -> Result<Json<Page<ManagerBody>>, Refusal> {
    manager.of(site, "site")?;
    app.places().site(site).await?;
    Ok(Json(single_page(&app.people().managers(site).await?, Manager::body)))
}

/// Add a manager
///
/// For the operator. The answer has the token, shown once.
#[utoipa::path(
    post, path = "/v1/manage/sites/{id}/managers", tag = "manager", operation_id = "add_manager",
    security(("manager" = [])), request_body = ManagerRequest,
    params(
        ("id" = SiteId, Path, description = "The site"),
        ("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat"),
    ),
    responses((status = CREATED, body = ManagerCreated)),
)]
pub(in crate::routes) async fn add(
    State(app): State<App>,
    Operator(operator): Operator,
    PathParams(site): PathParams<SiteId>,
    key: IdempotencyKey,
    JsonBody { value: asked, fingerprint }: JsonBody<ManagerRequest>,
) -> Result<(StatusCode, Json<ManagerCreated>), Refusal> {
    let minted = mint_token("gpm");
    let new = NewManager { site, name: name(&asked.name)?, token: TokenHash::of(&minted) };
    let once = key.once(&app, operator.caller(), fingerprint, &minted);
    let made = app.people().add_manager(new, once, operator.by(&app)).await?;
    let token = secret(&app, operator.caller(), &made, minted)?;
    Ok((StatusCode::CREATED, Json(ManagerCreated { manager: made.value.body(), token })))
}

/// Remove a manager
///
/// For the operator. The token ends at once.
#[utoipa::path(
    delete, path = "/v1/manage/managers/{id}", tag = "manager", operation_id = "remove_manager",
    security(("manager" = [])), params(("id" = Uuid, Path, description = "The manager")),
    responses((status = NO_CONTENT, description = "Removed")),
)]
pub(in crate::routes) async fn remove(
    State(app): State<App>,
    Operator(operator): Operator,
    PathParams(id): PathParams<Uuid>,
) -> Result<StatusCode, Refusal> {
    app.people().remove_manager(id, operator.by(&app)).await?;
    Ok(StatusCode::NO_CONTENT)
}
