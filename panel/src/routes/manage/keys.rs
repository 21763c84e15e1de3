//! The keys of sealed boxes. For the operator.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{Page, SealBody};

use crate::app::App;
use crate::http::{Operator, Refusal};
use crate::keys::SealInfo;
use crate::routes::page::single_page;
use crate::service::KEY_FILE;

fn body(seal: &SealInfo) -> SealBody {
    SealBody { id: seal.id, made_at: seal.made_at, current: seal.current }
}

/// The keys of sealed boxes, the current one last
///
/// For the operator. Shows ids and ages, never a key.
#[utoipa::path(
    get, path = "/v1/manage/keys", tag = "operator", operation_id = "list_keys", security(("manager" = [])),
    responses((status = OK, body = Page<SealBody>)),
)]
pub(in crate::routes) async fn list(State(app): State<App>, _: Operator) -> Json<Page<SealBody>> {
    Json(single_page(&app.keys().seal_infos(), body))
}

/// Rotate the key of sealed boxes
///
/// For the operator. A new key closes from now on, the old ones go on opening, and jobs seal again what the old ones
/// closed. The key file is written anew: back it up again.
#[utoipa::path(
    post, path = "/v1/manage/keys/rotate", tag = "operator", operation_id = "rotate_keys", security(("manager" = [])),
    responses((status = OK, body = Page<SealBody>)),
)]
pub(in crate::routes) async fn rotate(
    State(app): State<App>,
    Operator(operator): Operator,
) -> Result<Json<Page<SealBody>>, Refusal> {
    app.keys().rotate(&app.settings().folder.join(KEY_FILE), app.now()).map_err(|error| {
        tracing::error!(%error, "the keys could not be rotated");
        Refusal::internal()
    })?;
    let seals = app.keys().seal_infos();
    if let Some(current) = seals.last() {
        app.jobs().plan_reseals(current.id, operator.by(&app)).await.map_err(|error| {
            tracing::error!(%error, "the keys were rotated, but sealing again was not planned");
            Refusal::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "rotated_not_planned",
                "The key was rotated and the key file written, but sealing again could not be planned. The next start of \
                 the service plans it; do not rotate again.",
            )
        })?;
    }
    Ok(Json(single_page(&seals, body)))
}
