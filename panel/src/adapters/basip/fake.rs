//! A BAS-IP panel without hardware, for tests and demos. The caller brings the HTTP client.

use serde_json::{Value, json};

/// The path at which the panel with this token asks.
#[must_use]
pub fn path(token: &str) -> String {
    (super::MAKE.path)(token)
}

/// What the panel posts: `kind` is `input_code`, `qr`, `card` and so on, `number` what was read.
#[must_use]
pub fn question(kind: &str, number: impl Into<Value>) -> Value {
    json!({ "identifier_number": number.into(), "identifier_type": kind })
}
