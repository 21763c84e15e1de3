//! The requests of BAS-IP panels, and the responses to them.

use gatepass_core::api::Decision;
use gatepass_core::pass::IdentifierKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ledger::PanelAnswer;

/// What the panel posts.
#[derive(Deserialize, ToSchema)]
#[schema(as = BasipRequest)]
pub(crate) struct BasipRequest {
    /// What was read: the digits typed, the card's number, the QR code's text.
    pub(crate) identifier_number: IdentifierNumber,
    /// `input_code`, `qr`, `card`; newer firmware also `ukey`, `face_id`, `license_plate`.
    pub(crate) identifier_type: String,
}

/// Firmware differs in whether digits are text or a number.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(as = BasipNumber)]
pub(crate) enum IdentifierNumber {
    /// As text.
    Text(String),
    /// As a number.
    Digits(u64),
}

impl BasipRequest {
    /// What was presented and how, if it is for Gatepass to decide.
    pub(crate) fn identifier(self) -> Option<(IdentifierKind, String)> {
        let kind = match &*self.identifier_type {
            "input_code" | "inputCode" => IdentifierKind::Code,
            "qr" => IdentifierKind::Qr,
            "license_plate" => IdentifierKind::Plate,
            _ => return None,
        };
        let value = match self.identifier_number {
            IdentifierNumber::Text(text) => text,
            IdentifierNumber::Digits(digits) => digits.to_string(),
        };
        Some((kind, value))
    }
}

/// The response to a panel.
#[derive(Serialize, ToSchema)]
#[schema(as = BasipResponse)]
pub(crate) struct BasipResponse {
    /// `false`: the panel decides by its own list.
    pub(crate) handled: bool,
    /// The decision, if handled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) access: Option<Access>,
}

/// Whether a lock opens.
#[derive(Serialize, ToSchema)]
#[schema(as = BasipAccess)]
pub(crate) struct Access {
    /// Whether it does.
    pub(crate) granted: bool,
    /// Which; 1 and up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lock_number: Option<u16>,
}

impl BasipResponse {
    /// The panel decides by its own list.
    pub(crate) const NOT_HANDLED: Self = Self { handled: false, access: None };
}

impl From<PanelAnswer> for BasipResponse {
    fn from(decided: PanelAnswer) -> Self {
        match decided.decision {
            Decision::Granted => {
                Self { handled: true, access: Some(Access { granted: true, lock_number: Some(decided.lock) }) }
            }
            Decision::Denied => Self { handled: true, access: Some(Access { granted: false, lock_number: None }) },
            Decision::NotHandled => Self::NOT_HANDLED,
        }
    }
}
