//! Creating POSTs that may come twice: the same `Idempotency-Key` gives the first answer again.
//!
//! The thing that was made is read again from the ledger. A secret that is shown once is kept sealed beside the key, so
//! that a client whose answer was lost can get it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use gatepass_core::api::IDEMPOTENCY_KEY;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Refusal;
use crate::app::App;
use crate::building::kept_answer_context as context;
use crate::ledger::{IdempotentAnswer, IdempotentRequest};

/// The request's `Idempotency-Key`, if it has one.
pub(crate) struct IdempotencyKey {
    key: Option<String>,
    /// Method and path. The same key at another endpoint is another request.
    endpoint: String,
}

impl FromRequestParts<App> for IdempotencyKey {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Refusal> {
        let endpoint = format!("{} {}", parts.method, parts.uri.path());
        let Some(value) = parts.headers.get(IDEMPOTENCY_KEY) else {
            return Ok(Self { key: None, endpoint });
        };
        let key = value.to_str().ok().filter(|key| (1..=255).contains(&key.len()));
        let key = key.ok_or_else(|| {
            Refusal::unreadable(IDEMPOTENCY_KEY, "must be 1 to 255 visible ASCII characters; a UUID is a good one")
        })?;
        Ok(Self { key: Some(key.to_owned()), endpoint })
    }
}

impl IdempotencyKey {
    /// The request for the ledger, with the secret to keep for a repetition.
    pub(crate) fn once(&self, app: &App, caller: Uuid, fingerprint: [u8; 32], keep: &str) -> Option<IdempotentRequest> {
        let key = self.key.clone()?;
        let request =
            Sha256::new().chain_update(&self.endpoint).chain_update("\0").chain_update(fingerprint).finalize();
        let keep = if keep.is_empty() { Vec::new() } else { app.keys().seal(&context(&caller), keep.as_bytes()) };
        Some(IdempotentRequest { caller, key, request: request.into(), keep })
    }
}

/// The secret to show: the one just minted or, for a repetition, the one that was kept the first time.
pub(crate) fn secret<T>(
    app: &App,
    caller: Uuid,
    made: &IdempotentAnswer<T>,
    minted: String,
) -> Result<String, Refusal> {
    let Some(kept) = &made.kept else { return Ok(minted) };
    let opened = app.keys().open(&context(&caller), kept).ok();
    opened.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()).ok_or_else(|| {
        tracing::error!("what was kept with an idempotency key does not open with this key file");
        Refusal::internal()
    })
}
