//! What the service knows of a make of panel.

use gatepass_core::api::{MakeAbilities, MakeBody, MakeName, QrAlphabet, UnknownPolicy};
use utoipa_axum::router::OpenApiRouter;

use super::driver::Driver;
use crate::app::App;

/// A make of panel: its data, its endpoints, and how it is reached.
pub(crate) struct Make {
    /// The name on the wire, on the command line and in the database. It never changes.
    pub(crate) name: &'static str,
    /// What people call it.
    pub(crate) label: &'static str,
    /// The QR codes its panels can read, the usual ones first.
    pub(crate) qr_alphabets: &'static [QrAlphabet],
    /// The answer its panels get for unknown identifiers, unless a manager chooses another.
    pub(crate) unknown: UnknownPolicy,
    /// What its panels can do.
    pub(crate) can: MakeAbilities,
    /// The path at which a panel with this token asks.
    pub(crate) path: fn(token: &str) -> String,
    /// What a technician does with the address, in plain text.
    pub(crate) instructions: fn(url: &str) -> String,
    /// Its endpoints.
    pub(crate) endpoints: fn() -> OpenApiRouter<App>,
    /// How its panels are asked to open; `None` where they cannot be.
    pub(crate) driver: Option<&'static dyn Driver>,
}

impl Make {
    /// The make on the wire.
    pub(crate) fn body(&self) -> MakeBody {
        MakeBody {
            name: MakeName::new(self.name),
            label: self.label.to_owned(),
            qr_alphabets: self.qr_alphabets.to_vec(),
            unknown: self.unknown,
            can: self.can,
        }
    }

    /// The QR codes its panels usually read.
    pub(crate) fn usual_alphabet(&self) -> QrAlphabet {
        self.qr_alphabets.first().copied().unwrap_or_default()
    }
}
