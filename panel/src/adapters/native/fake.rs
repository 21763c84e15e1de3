//! A panel without hardware that speaks Gatepass's own protocol, for tests and demos. The caller brings the HTTP client.

use gatepass_core::api::ValidateRequest;
use gatepass_core::pass::IdentifierKind;

/// The path at which the panel with this token asks.
#[must_use]
pub fn path(token: &str) -> String {
    (super::MAKE.path)(token)
}

/// What the panel sends when it reads `value`. `event` is its own name for that.
#[must_use]
pub fn question(kind: IdentifierKind, value: &str, event: &str) -> ValidateRequest {
    ValidateRequest {
        kind,
        value: value.to_owned(),
        lock: None,
        event_id: Some(event.to_owned()),
        photo: None,
        confidence: None,
    }
}
