//! A resident's passes: made, listed, changed, revoked.

#![expect(unused_qualifications, reason = "what `utoipa::path` makes of a parameter type has its full path")]

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use gatepass_core::api::{Page, PassBody, PassEdit, PassRequest};
use gatepass_core::id::{DoorId, PassId};
use gatepass_core::identifier::{Token, link_url};
use serde::Deserialize;
use utoipa::IntoParams;

use super::page::{PageQuery, page};
use crate::app::App;
use crate::http::{IdempotencyKey, JsonBody, PathParams, QueryParams, Refusal, Resident, resident_by};
use crate::ledger::{NewPass, PassUpdate, PassView, Scope};

/// The pass as its resident sees it.
pub(super) fn body(app: &App, record: &PassView) -> PassBody {
    // A token that does not read was damaged on disk: the guest's page will say so.
    record.body(|token| Token::parse(token).map_or_else(|_| String::new(), |token| link_url(app.public_url(), &token)))
}

fn answer(app: &App, status: StatusCode, record: &PassView) -> Response {
    let mut response = (status, Json(body(app, record))).into_response();
    response.headers_mut().insert(header::ETAG, etag(record.pass.version));
    response
}

fn etag(version: u32) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("digits and quotes are visible ASCII")
}

/// Which half of the list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PassFilter {
    /// `true`: passes that open or will open something; `false`: the others; missing: all.
    pub(super) valid: Option<bool>,
}

/// The unit's passes, newest first
#[utoipa::path(
    get, path = "/v1/passes", tag = "resident", operation_id = "list_passes", security(("resident" = [])), params(PassFilter, PageQuery),
    responses((status = OK, body = Page<PassBody>)),
)]
pub(super) async fn list(
    State(app): State<App>,
    Resident(me): Resident,
    QueryParams(filter): QueryParams<PassFilter>,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<PassBody>>, Refusal> {
    let slice = app.passes().passes(Scope::Unit(me.unit), filter.valid, paging.ask()?, app.now()).await?;
    Ok(Json(page(&slice, |record| body(&app, record))))
}

/// Make a pass
///
/// The service holds it against the site's rules and gives it its identifiers. With the same `Idempotency-Key` the
/// same pass comes again; so it does with the same `id` in the body.
#[utoipa::path(
    post, path = "/v1/passes", tag = "resident", operation_id = "create_pass", security(("resident" = [])), request_body = PassRequest,
    params(("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat")),
    responses((status = CREATED, body = PassBody, headers(("etag" = String, description = "The version, in quotes")))),
)]
pub(super) async fn create(
    State(app): State<App>,
    Resident(me): Resident,
    key: IdempotencyKey,
    input: JsonBody<PassRequest>,
) -> Result<Response, Refusal> {
    let membership = app.people().membership(me.resident).await?;
    let shareable: Vec<DoorId> = membership.doors.iter().filter(|door| door.shareable).map(|door| door.id).collect();
    let draft = input.value.parse(membership.site.zone, &shareable, &membership.site.policy.identifiers)?;
    let new = NewPass { id: input.value.id, resident: me.resident, draft };
    let once = key.once(&app, me.device, input.fingerprint, "");
    let made = app.passes().create_pass(new, once, app.now()).await?;
    let mut response = answer(&app, StatusCode::CREATED, &made.value);
    let location = format!("/v1/passes/{}", made.value.pass.id);
    response.headers_mut().insert(header::LOCATION, HeaderValue::try_from(location).expect("a UUID is visible ASCII"));
    Ok(response)
}

/// A pass
#[utoipa::path(
    get, path = "/v1/passes/{id}", tag = "resident", operation_id = "read_pass", security(("resident" = [])),
    params(("id" = PassId, Path, description = "The pass")),
    responses((status = OK, body = PassBody, headers(("etag" = String, description = "The version, in quotes")))),
)]
pub(super) async fn read(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(id): PathParams<PassId>,
) -> Result<Response, Refusal> {
    let record = app.passes().pass(Scope::Unit(me.unit), id, app.now()).await?;
    Ok(answer(&app, StatusCode::OK, &record))
}

/// Change a pass
///
/// What is missing in the body stays. `If-Match` says which version the change was made from, so that two phones of
/// one home do not overwrite each other; `*` means whichever it is.
#[utoipa::path(
    patch, path = "/v1/passes/{id}", tag = "resident", operation_id = "edit_pass", security(("resident" = [])), request_body = PassEdit,
    params(
        ("id" = PassId, Path, description = "The pass"),
        ("if-match" = String, Header, description = "The `ETag` of the version that was changed, or `*`"),
        ("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat"),
    ),
    responses(
        (status = OK, body = PassBody, headers(("etag" = String, description = "The version, in quotes"))),
        (status = PRECONDITION_FAILED, description = "It was changed meanwhile; `ETag` has its version now"),
        (status = PRECONDITION_REQUIRED, description = "`If-Match` is missing"),
    ),
)]
pub(super) async fn edit(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(id): PathParams<PassId>,
    headers: HeaderMap,
    key: IdempotencyKey,
    input: JsonBody<PassEdit>,
) -> Result<Response, Refusal> {
    let version = if_match(&headers)?;
    let edit = PassUpdate { id, unit: me.unit, version, change: input.value.into() };
    let once = key.once(&app, me.device, input.fingerprint, "");
    let made = app.passes().edit_pass(edit, once, app.now()).await?;
    Ok(answer(&app, StatusCode::OK, &made.value))
}

/// The version the client saw; `None` for `*`.
fn if_match(headers: &HeaderMap) -> Result<Option<u32>, Refusal> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Err(Refusal::new(
            StatusCode::PRECONDITION_REQUIRED,
            "if_match_required",
            "Send `If-Match` with the `ETag` of the pass you changed, or `*` for whichever version it has.",
        ));
    };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let version = quoted.and_then(|digits| digits.parse().ok());
    version
        .map(Some)
        .ok_or_else(|| Refusal::unreadable("if-match", "must be one `ETag` of the pass, such as \"3\", or *"))
}

/// Revoke a pass
///
/// It opens nothing from now on. Revoking again changes nothing.
#[utoipa::path(
    delete, path = "/v1/passes/{id}", tag = "resident", operation_id = "revoke_pass", security(("resident" = [])),
    params(("id" = PassId, Path, description = "The pass")),
    responses((status = OK, body = PassBody)),
)]
pub(super) async fn revoke(
    State(app): State<App>,
    Resident(me): Resident,
    PathParams(id): PathParams<PassId>,
) -> Result<Response, Refusal> {
    let record = app.passes().revoke_pass(Scope::Unit(me.unit), id, resident_by(&app, me)).await?;
    Ok(answer(&app, StatusCode::OK, &record))
}
