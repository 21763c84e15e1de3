//! BAS-IP panels: the words of their *remote access server*.
//!
//! Source: developers.bas-ip.com, "Custom remote access server". The panel posts what was presented and waits ten
//! seconds; it sends neither its name nor an id of the event. It asks about residents' cards, too, which are its own
//! affair: the answer to those is `{"handled":false}`.

pub mod fake;
mod route;
mod wire;

use gatepass_core::api::{MakeAbilities, QrAlphabet, UnknownPolicy};
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Make;
use super::driver::ListeningPanels;
use crate::app::App;

pub(crate) static MAKE: Make = Make {
    name: "basip",
    label: "BAS-IP",
    // Their readers take any text, but their own management knows UUIDs only.
    qr_alphabets: &[QrAlphabet::Uuid, QrAlphabet::Text, QrAlphabet::Digits],
    // The panel asks about residents' cards and codes, too, which only its own list knows.
    unknown: UnknownPolicy::NotHandled,
    can: MakeAbilities { qr: true, code: true, plate: true, photo: false, names_events: false, opens_from_afar: false },
    path: |token| format!("/basip/{token}/validate"),
    instructions,
    endpoints,
    // The panel itself does not listen, but a device beside it may, with the panel's token.
    driver: Some(&ListeningPanels),
};

fn endpoints() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(route::validate))
}

fn instructions(url: &str) -> String {
    // Firmware up to API 2.9 calls the switch `enable`, later firmware `enabled`.
    let body = json!({
        "enabled": true, "enable": true,
        "custom_server_enabled": true,
        "custom_server_api_url": url,
    });
    format!(
        "In the panel's web interface, open its remote access server settings:\n  1. switch the remote access server \
         on,\n  2. switch the custom server on,\n  3. enter as the custom server's address (keep it secret, it is shown \
         once):\n     {url}\n\nThe same through the panel's own API (older firmware reads `enable`, newer `enabled`; \
         send both):\n  {body}\n\nCards and codes Gatepass does not know are left to the panel's own list."
    )
}
