//! What managers and the operator set up. A manager has one site; for other sites' things the answer is "not found".
//! The operator has all, and alone makes sites and managers.

mod audit;
mod doors;
mod invitations;
mod jobs;
mod keys;
mod log;
mod managers;
mod panels;
mod policy;
mod residents;
mod sites;
mod units;
mod wait;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::http::Refusal;
use gatepass_core::pass::Problem;

pub(super) fn endpoints() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(sites::list, sites::add))
        .routes(routes!(sites::read, sites::change))
        .routes(routes!(policy::read, policy::replace, policy::change))
        .routes(routes!(units::list, units::add))
        .routes(routes!(units::read, units::change))
        .routes(routes!(doors::list, doors::add))
        .routes(routes!(doors::read, doors::change))
        .routes(routes!(doors::open))
        .routes(routes!(panels::list, panels::add))
        .routes(routes!(panels::read, panels::change, panels::remove))
        .routes(routes!(panels::renew))
        .routes(routes!(panels::makes))
        .routes(routes!(invitations::list, invitations::invite))
        .routes(routes!(invitations::withdraw))
        .routes(routes!(residents::list))
        .routes(routes!(residents::read, residents::remove))
        .routes(routes!(residents::remove_device))
        .routes(routes!(managers::list, managers::add))
        .routes(routes!(managers::remove))
        .routes(routes!(log::passes))
        .routes(routes!(log::revoke))
        .routes(routes!(log::entries))
        .routes(routes!(audit::list))
        .routes(routes!(jobs::list))
        .routes(routes!(keys::list))
        .routes(routes!(keys::rotate))
        .routes(routes!(jobs::retry))
        .routes(routes!(jobs::remove))
}

/// The longest name of anything, in characters.
const MAX_NAME: usize = 80;
/// The longest address of a site, in characters.
const MAX_ADDRESS: usize = 200;

/// A name as it is kept: trimmed, not empty, not endless.
fn name(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::invalid_field("name", &Problem::Missing, "is missing"));
    }
    checked_text("name", text, MAX_NAME)
}

fn checked_text(field: &str, text: &str, max: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > max {
        return Err(Refusal::invalid_field(
            field,
            &Problem::TooLongText { max },
            format!("is too long; {max} characters at most"),
        ));
    }
    Ok(text.to_owned())
}

fn new_name(text: Option<&String>) -> Result<Option<String>, Refusal> {
    text.map(|text| name(text)).transpose()
}
