//! What BAS-IP panels ask, exactly as their maker documents it.

use axum::Json;
use axum::extract::{Request, State};

use super::wire::{BasipRequest, BasipResponse};
use crate::adapters::ask;
use crate::app::App;
use crate::http::{PanelCaller, Refusal, read_body, read_json};

/// A BAS-IP panel asks
///
/// Enter this address in the panel as its custom remote access server. Identifiers no pass has, residents' cards
/// among them, and any failure on our side are answered `{"handled":false}`: the panel decides by its own list.
#[utoipa::path(
    post, path = "/basip/{token}/validate", tag = "panel", operation_id = "validate_basip", request_body = BasipRequest,
    params(("token" = String, Path, description = "The panel's token")),
    responses((status = OK, body = BasipResponse)),
)]
pub(super) async fn validate(
    State(app): State<App>,
    caller: PanelCaller,
    request: Request,
) -> Result<Json<BasipResponse>, Refusal> {
    let limits = &app.settings().limits;
    // Whatever the panel says its body is: it is JSON, or it is refused.
    let bytes = read_body(request.into_body(), limits.body_bytes, limits).await?;
    let asked: BasipRequest = read_json(&bytes)?;
    let Some((kind, value)) = asked.identifier() else { return Ok(Json(BasipResponse::NOT_HANDLED)) };
    match ask(&app, &caller, caller.presentation(kind, &value, None), None).await {
        Ok(decided) => Ok(Json(decided.into())),
        Err(error) => {
            tracing::error!(panel = %caller.panel.id, %error, "a presentation was answered \"not handled\"");
            Ok(Json(BasipResponse::NOT_HANDLED))
        }
    }
}
