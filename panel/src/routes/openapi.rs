//! The head of the `OpenAPI` document, and what all operations have in common.

use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, ContentBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, PathItem, Ref, RefOr,
    ResponseBuilder, ResponsesBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use gatepass_core::api::{FieldProblemBody, ProblemArguments, ProblemBody};
use gatepass_core::pass::Expected;

/// Title, tags, the ways to sign in, and the errors.
pub(super) fn head() -> OpenApi {
    let mut components = Components::new();
    let bearer = || SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    components.add_security_scheme("resident", bearer());
    components.add_security_scheme("manager", bearer());
    components.schemas.insert(ProblemBody::name().into_owned(), ProblemBody::schema());
    components.schemas.insert(FieldProblemBody::name().into_owned(), FieldProblemBody::schema());
    components.schemas.insert(ProblemArguments::name().into_owned(), ProblemArguments::schema());
    components.schemas.insert(Expected::name().into_owned(), Expected::schema());
    let tag = |name: &str, text: &str| TagBuilder::new().name(name).description(Some(text)).build();
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Gatepass panel-validation service")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(
                    "Visitor passes: residents make them, panels ask whether they open a door, managers run the \
                     building. Errors are problem details (RFC 9457) with a stable `code`.",
                ))
                .license(Some(LicenseBuilder::new().name("MIT OR Apache-2.0").build()))
                .build(),
        )
        .tags(Some([
            tag("resident", "Residents' devices; the token comes from an activation."),
            tag("panel", "Panels at the doors; the token is in the path."),
            tag("manager", "Managers of a site, with their token; the operator, with the token of the key file."),
            tag("operator", "Health, metrics, this document."),
        ]))
        .components(Some(components))
        .build()
}

/// Adds to every operation the errors it can answer with.
pub(super) fn finished(mut document: OpenApi) -> OpenApi {
    for (path, item) in &mut document.paths.paths {
        for operation in operations(item) {
            errors(path, operation);
        }
    }
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete].into_iter().flatten()
}

fn errors(path: &str, operation: &mut Operation) {
    let mut codes: Vec<(&str, &str)> = Vec::new();
    if operation.request_body.is_some() {
        codes.extend([
            ("400", "The body cannot be read"),
            ("408", "The body did not arrive in time"),
            ("413", "The body is too large"),
            ("422", "Fields cannot stay as they are"),
        ]);
        // Panels of other makes may name any type, or none.
        if path.starts_with("/v1/") {
            codes.push(("415", "The body is not JSON"));
        }
    } else if operation.parameters.is_some() {
        codes.push(("400", "A parameter cannot be read"));
    }
    if operation.security.is_some() {
        codes.push(("401", "No token, or one that is not good (any more)"));
    }
    if operation.security.is_some() && path.starts_with("/v1/manage/") {
        codes.push(("403", "For the operator alone"));
    }
    if path.contains('{') {
        codes.push(("404", "There is no such thing, or not for this caller"));
    }
    let creates = operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.name == "idempotency-key"));
    if creates {
        codes.push(("409", "It collides with what is there, or the key was used with another request"));
    }
    codes.push(("429", "Too many requests; `Retry-After` says how long to wait"));
    codes.push(("500", "The service failed; nothing was done"));
    codes.push(("503", "Too much is waiting; try again in a moment"));
    for (code, text) in codes {
        let found = operation.responses.responses.entry(code.to_owned());
        found.or_insert_with(|| RefOr::T(ResponseBuilder::new().description(text).build()));
    }
    let problem = || ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemBody::name()))).build();
    for (code, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && code.starts_with(['4', '5'])
        {
            response.content.insert("application/problem+json".to_owned(), RefOr::T(problem()));
        }
    }
    // Sorted by status, whatever the order of their making.
    let sorted = std::mem::take(&mut operation.responses.responses);
    operation.responses = ResponsesBuilder::new().responses_from_iter(sorted).build();
}
