//! Panels that speak Gatepass's own protocol: any device that can send one POST.

pub mod fake;
mod listen;
mod validate;

use gatepass_core::api::{MakeAbilities, QrAlphabet, UnknownPolicy};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Make;
use super::driver::ListeningPanels;
use crate::app::App;

pub(crate) static MAKE: Make = Make {
    name: "native",
    label: "Gatepass's own protocol",
    qr_alphabets: &[QrAlphabet::Text, QrAlphabet::Uuid, QrAlphabet::Digits],
    unknown: UnknownPolicy::Deny,
    can: MakeAbilities { qr: true, code: true, plate: true, photo: true, names_events: true, opens_from_afar: true },
    path: |token| format!("/v1/panels/{token}/validate"),
    instructions,
    endpoints,
    driver: Some(&ListeningPanels),
};

fn endpoints() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(validate::validate))
        .routes(routes!(listen::commands))
        .routes(routes!(listen::report))
}

fn instructions(url: &str) -> String {
    format!(
        "The panel asks at (keep it secret, it is shown once):\n  {url}\n\nTry it:\n  curl -s {url} -H 'Content-Type: \
         application/json' \\\n    -d '{{\"type\":\"code\",\"value\":\"000000\"}}'"
    )
}
