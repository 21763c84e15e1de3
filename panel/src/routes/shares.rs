//! What a resident sends a guest.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{ShareChannel, ShareRequest, ShareResponse};
use gatepass_core::id::PassId;
use gatepass_core::pass::{Pass, Problem};
use gatepass_core::share::{self, Language, PassLocation};

use super::passes::body;
use crate::app::App;
use crate::http::{JsonBody, PathParams, Refusal, Resident};
use crate::ledger::{DeviceHolder, PassView, Scope};

/// Get a pass ready to be sent
///
/// `link` gives the message for the phone's own share sheet.
#[utoipa::path(
    post, path = "/v1/passes/{id}/shares", tag = "resident", operation_id = "share_pass", security(("resident" = [])), request_body = ShareRequest,
    params(("id" = PassId, Path, description = "The pass")),
    responses(
        (status = OK, body = ShareResponse),
        (status = CONFLICT, description = "The pass is no longer valid"),
        (status = NOT_IMPLEMENTED, description = "This service sends neither text messages nor mail; share from the phone"),
    ),
)]
pub(super) async fn share(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(id): PathParams<PassId>,
    JsonBody { value: request, .. }: JsonBody<ShareRequest>,
) -> Result<Json<ShareResponse>, Refusal> {
    let language = language(&app, request.language.as_deref())?;
    let record = valid(&app, me, id).await?;
    match request.channel {
        ShareChannel::Link => {
            let payload = payload(&app, me, &record, language).await?;
            Ok(Json(ShareResponse { text: payload.text, url: payload.url }))
        }
        ShareChannel::Sms | ShareChannel::Email => Err(Refusal::new(
            StatusCode::NOT_IMPLEMENTED,
            "channel_not_available",
            "This service sends no text messages and no mail. Share from the phone instead: ask with channel `link`.",
        )),
    }
}

/// The language asked for, or the service's.
pub(super) fn language(app: &App, tag: Option<&str>) -> Result<Language, Refusal> {
    let unknown =
        || Refusal::invalid_field("language", &Problem::UnknownLanguage, "is not spoken here; choose en, es or ar");
    tag.map_or(Ok(app.language()), |tag| Language::from_tag(tag).ok_or_else(unknown))
}

/// The pass, if it is still worth sending.
pub(super) async fn valid(app: &App, me: DeviceHolder, id: PassId) -> Result<PassView, Refusal> {
    let record = app.passes().pass(Scope::Unit(me.unit), id, app.now()).await?;
    if record.standing.status.is_valid() {
        return Ok(record);
    }
    Err(Refusal::new(
        StatusCode::CONFLICT,
        "no_longer_valid",
        "This pass no longer opens anything, so it is not shown any more; make a new one.",
    ))
}

/// What is sent, in words and pictures.
pub(super) async fn payload(
    app: &App,
    me: DeviceHolder,
    record: &PassView,
    language: Language,
) -> Result<share::SharePayload, Refusal> {
    let site = app.places().site(me.site).await?;
    let doors = app.places().doors(me.site).await?;
    let named = |pass: &Pass| {
        let found = pass.doors.iter().filter_map(|id| doors.iter().find(|door| door.id == *id));
        found.map(|door| door.name.as_str()).collect::<Vec<_>>()
    };
    let pass = Pass { identifiers: body(app, record).identifiers, ..record.pass.clone() };
    let place = PassLocation { site: &site.name, address: &site.address, zone: site.zone, doors: &named(&pass) };
    Ok(share::message(&pass, &record.usage, &place, language))
}
