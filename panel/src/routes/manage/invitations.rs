//! Invitations: how a resident comes to a device.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use chrono::TimeDelta;
use gatepass_core::api::{InvitationBody, InvitationCreated, InvitationRequest, Page};
use gatepass_core::id::UnitId;
use gatepass_core::pass::Problem;
use uuid::Uuid;

use super::name;
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, Manager, PathParams, Refusal, secret};
use crate::keys::{TokenHash, mint_invitation_code};
use crate::ledger::{Invitation, NewInvitation, Unit};
use crate::routes::page::single_page;

/// Hours an invitation is good for where nobody says otherwise, and at most.
const USUAL_HOURS: u32 = 72;
const MOST_HOURS: u32 = 720;

async fn managed(app: &App, manager: Manager, id: UnitId) -> Result<Unit, Refusal> {
    let unit = app.places().unit(id).await?;
    manager.of(unit.site, "unit")?;
    Ok(unit)
}

/// The invitations of a unit, newest first
#[utoipa::path(
    get, path = "/v1/manage/units/{id}/invitations", tag = "manager", operation_id = "list_invitations",
    security(("manager" = [])), params(("id" = UnitId, Path, description = "The unit")),
    responses((status = OK, body = Page<InvitationBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    PathParams(unit): PathParams<UnitId>,
) -> Result<Json<Page<InvitationBody>>, Refusal> {
    managed(&app, manager, unit).await?;
    Ok(Json(single_page(&app.people().invitations(unit).await?, Invitation::body)))
}

/// Invite a resident
///
/// The answer has the code, shown once, good for one device.
#[utoipa::path(
    post, path = "/v1/manage/units/{id}/invitations", tag = "manager", operation_id = "invite",
    security(("manager" = [])), request_body = InvitationRequest,
    params(
        ("id" = UnitId, Path, description = "The unit"),
        ("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat"),
    ),
    responses((status = CREATED, body = InvitationCreated)),
)]
pub(in crate::routes) async fn invite(
    State(app): State<App>,
    manager: Manager,
    PathParams(unit): PathParams<UnitId>,
    key: IdempotencyKey,
    JsonBody { value: asked, fingerprint }: JsonBody<InvitationRequest>,
) -> Result<(StatusCode, Json<InvitationCreated>), Refusal> {
    managed(&app, manager, unit).await?;
    let hours = asked.valid_hours.unwrap_or(USUAL_HOURS);
    if !(1..=MOST_HOURS).contains(&hours) {
        let detail = format!("must be from 1 to {MOST_HOURS}");
        return Err(Refusal::invalid_field("valid_hours", &Problem::OutOfRange, detail));
    }
    let resident_name = match asked.resident {
        // A device more for somebody who has a name already.
        Some(resident) if asked.resident_name.trim().is_empty() => {
            app.people().membership(resident).await?.resident.name
        }
        _ => name(&asked.resident_name).map_err(|_| {
            Refusal::invalid_field(
                "resident_name",
                &Problem::Missing,
                "must be the resident's name, 80 characters at most",
            )
        })?,
    };
    let now = app.now();
    let minted = mint_invitation_code();
    let new = NewInvitation {
        unit,
        resident_name,
        resident: asked.resident,
        code: TokenHash::of_invitation(&minted),
        expires_at: now + TimeDelta::hours(i64::from(hours)),
    };
    let once = key.once(&app, manager.caller(), fingerprint, &minted);
    let made = app.people().invite(new, once, manager.by(&app)).await?;
    let code = secret(&app, manager.caller(), &made, minted)?;
    let link = format!("{}/i/{code}", app.public_url());
    Ok((StatusCode::CREATED, Json(InvitationCreated { invitation: made.value.body(), code, link })))
}

/// Withdraw an invitation that was not used
#[utoipa::path(
    delete, path = "/v1/manage/invitations/{id}", tag = "manager", operation_id = "withdraw_invitation",
    security(("manager" = [])), params(("id" = Uuid, Path, description = "The invitation")),
    responses((status = NO_CONTENT, description = "Withdrawn")),
)]
pub(in crate::routes) async fn withdraw(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<Uuid>,
) -> Result<StatusCode, Refusal> {
    let invitation = app.people().invitation(id).await?;
    manager.of(invitation.site, "invitation")?;
    app.people().withdraw_invitation(id, manager.by(&app)).await?;
    Ok(StatusCode::NO_CONTENT)
}
