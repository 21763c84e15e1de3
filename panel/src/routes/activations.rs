//! A resident's device comes to life by an invitation.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{Activation, ActivationRequest};
use gatepass_core::pass::Problem;
use uuid::Uuid;

use crate::app::App;
use crate::http::{GuessLimit, IdempotencyKey, JsonBody, Refusal, secret};
use crate::keys::{TokenHash, mint_token};
use crate::ledger::{LedgerError, NewDevice, RefusalReason};

/// The longest name of a device, in characters.
const MAX_NAME: usize = 80;

/// Activate a device
///
/// Uses up an invitation. The token is shown once; with the same `Idempotency-Key` the same answer comes again.
#[utoipa::path(
    post, path = "/v1/activations", tag = "resident", operation_id = "activate",
    request_body = ActivationRequest,
    params(("idempotency-key" = Option<String>, Header, description = "Makes the request safe to repeat")),
    responses((status = CREATED, body = Activation)),
)]
pub(super) async fn activate(
    State(app): State<App>,
    guess: GuessLimit,
    key: IdempotencyKey,
    input: JsonBody<ActivationRequest>,
) -> Result<(StatusCode, Json<Activation>), Refusal> {
    let ActivationRequest { invite_code, device_name } = input.value;
    let device_name = device_name.trim().to_owned();
    if device_name.is_empty() || device_name.chars().count() > MAX_NAME {
        let detail = format!("say what the resident will know this device by, in 1 to {MAX_NAME} characters");
        return Err(Refusal::invalid_field("device_name", &Problem::Missing, detail));
    }
    let code = TokenHash::of_invitation(&invite_code);
    // Nobody is signed in yet: the key belongs to the invitation.
    let (half, _) = code.as_bytes().split_first_chunk::<16>().expect("a hash has 32 bytes");
    let caller = Uuid::from_bytes(*half);
    let minted = mint_token("gpd");
    let once = key.once(&app, caller, input.fingerprint, &minted);
    let activate = NewDevice { code, device_name, token: TokenHash::of(&minted) };
    let made = match app.people().activate(activate, once, app.now()).await {
        Err(LedgerError::Refused(RefusalReason::InvitationNotGood)) => {
            let answer = LedgerError::Refused(RefusalReason::InvitationNotGood).into();
            return Err(guess.was_wrong("invitation", answer));
        }
        other => other?,
    };
    let token = secret(&app, caller, &made, minted)?;
    let membership = app.people().membership(made.value.resident).await?;
    let profile = membership.profile(Some(made.value.device));
    Ok((StatusCode::CREATED, Json(Activation { token, profile })))
}
