//! Every endpoint, one file per family.
//!
//! | who | files |
//! |---|---|
//! | residents | `activations`, `me`, `passes`, `pictures`, `shares`, `entries`, `changes` |
//! | panels | `adapters/`, a folder for each make |
//! | managers and the operator | `manage/` |
//! | operators | `operator` |

mod activations;
mod bodies;
mod changes;
mod entries;
mod manage;
mod me;
mod openapi;
mod operator;
mod page;
mod passes;
mod photo;
mod pictures;
mod shares;
pub(crate) mod stream;

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::adapters::MAKES;
use crate::app::App;
use crate::http::{Refusal, RequestLayer};

fn endpoints() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(openapi::head())
        .routes(routes!(activations::activate))
        .routes(routes!(me::me))
        .routes(routes!(me::remove_device))
        .routes(routes!(passes::list, passes::create))
        .routes(routes!(passes::read, passes::edit, passes::revoke))
        .routes(routes!(shares::share))
        .routes(routes!(pictures::qr_png))
        .routes(routes!(pictures::qr_svg))
        .routes(routes!(pictures::card_png))
        .routes(routes!(entries::list))
        .routes(routes!(entries::photo))
        .routes(routes!(changes::changes))
        .routes(routes!(changes::events))
        .merge(of_makes())
        .merge(manage::endpoints())
        .routes(routes!(operator::alive))
        .routes(routes!(operator::ready))
        .routes(routes!(operator::metrics))
        .routes(routes!(operator::document))
}

/// What each make of panel asks and hears.
fn of_makes() -> OpenApiRouter<App> {
    MAKES.iter().fold(OpenApiRouter::new(), |all, make| all.merge((make.endpoints)()))
}

/// The `OpenAPI` document of all endpoints, as it is served.
pub(crate) fn document() -> Bytes {
    let document = openapi::finished(endpoints().into_openapi());
    Bytes::from(document.to_pretty_json().expect("the document is plain JSON"))
}

/// All endpoints, ready to be served.
pub(crate) fn router(app: App) -> Router {
    let (router, _) = endpoints().split_for_parts();
    router
        .fallback(async || Refusal::not_found("address"))
        .method_not_allowed_fallback(async || {
            Refusal::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method_not_allowed",
                "This address does not take that method; /openapi.json says which it takes.",
            )
        })
        .layer(RequestLayer::new(app.clone()))
        .with_state(app)
}
