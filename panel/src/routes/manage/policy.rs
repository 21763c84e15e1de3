//! What a site allows.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use gatepass_core::api::FieldProblemBody;
use gatepass_core::id::SiteId;
use gatepass_core::pass::{IdentifierKind, Policy, Problem};
use serde_json::Value;

use crate::app::App;
use crate::http::{JsonBody, Manager, PathParams, Refusal, read_json};

/// Days entries and photos are kept at most.
const MAX_RETENTION: u64 = 730;
/// Days in the longest year.
const YEAR: u64 = 366;
/// Minutes of a day.
const DAY: u64 = 1440;

/// What a site allows
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/policy", tag = "manager", operation_id = "policy", security(("manager" = [])),
    params(("id" = SiteId, Path, description = "The site")), responses((status = OK, body = Policy)),
)]
pub(in crate::routes) async fn read(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<SiteId>,
) -> Result<Json<Policy>, Refusal> {
    manager.of(id, "site")?;
    Ok(Json((*app.places().site(id).await?.policy).clone()))
}

/// Replace what a site allows
///
/// What is missing in the body goes back to its default.
#[utoipa::path(
    put, path = "/v1/manage/sites/{id}/policy", tag = "manager", operation_id = "replace_policy",
    security(("manager" = [])), request_body = Policy,
    params(("id" = SiteId, Path, description = "The site")), responses((status = OK, body = Policy)),
)]
pub(in crate::routes) async fn replace(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<SiteId>,
    JsonBody { value: asked, .. }: JsonBody<BTreeMap<String, Value>>,
) -> Result<Json<Policy>, Refusal> {
    manager.of(id, "site")?;
    set(&app, manager, id, &Policy::default(), asked).await
}

/// Change what a site allows
///
/// What is missing in the body stays.
#[utoipa::path(
    patch, path = "/v1/manage/sites/{id}/policy", tag = "manager", operation_id = "change_policy",
    security(("manager" = [])), request_body = Policy,
    params(("id" = SiteId, Path, description = "The site")), responses((status = OK, body = Policy)),
)]
pub(in crate::routes) async fn change(
    State(app): State<App>,
    manager: Manager,
    PathParams(id): PathParams<SiteId>,
    JsonBody { value: asked, .. }: JsonBody<BTreeMap<String, Value>>,
) -> Result<Json<Policy>, Refusal> {
    manager.of(id, "site")?;
    let now = app.places().site(id).await?.policy;
    set(&app, manager, id, &now, asked).await
}

async fn set(
    app: &App,
    manager: Manager,
    site: SiteId,
    from: &Policy,
    asked: BTreeMap<String, Value>,
) -> Result<Json<Policy>, Refusal> {
    let policy = merge(from, asked)?;
    check(&policy)?;
    let site = app.places().set_policy(site, policy, manager.by(app)).await?;
    Ok(Json((*site.policy).clone()))
}

/// `from` with what is asked for over it. A key that does not exist is a typo, and a typo must not look done.
fn merge(from: &Policy, asked: BTreeMap<String, Value>) -> Result<Policy, Refusal> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(from) else { return Err(Refusal::internal()) };
    for (key, value) in asked {
        match fields.get_mut(&key) {
            Some(field) => *field = value,
            None => return Err(Refusal::invalid_field(&key, &Problem::UnknownField, "is nothing a policy has")),
        }
    }
    let text = serde_json::to_vec(&fields).map_err(|_| Refusal::internal())?;
    read_json(&text)
}

fn check(policy: &Policy) -> Result<(), Refusal> {
    let ranges = [
        ("longest_days", u64::from(policy.longest_days), 1, YEAR),
        ("ahead_days", u64::from(policy.ahead_days), 0, YEAR),
        ("live_per_unit", policy.live_per_unit.map_or(1, u64::from), 1, 100_000),
        ("grace_seconds", u64::from(policy.grace_seconds), 0, Policy::LONGEST_GRACE.into()),
        ("reopen_seconds", u64::from(policy.reopen_seconds), 0, Policy::LONGEST_REOPENING.into()),
        ("early_arrival_minutes", u64::from(policy.early_arrival_minutes), 0, DAY),
        ("log_retention_days", u64::from(policy.log_retention_days), 0, MAX_RETENTION),
        ("photo_retention_days", u64::from(policy.photo_retention_days), 0, MAX_RETENTION),
    ];
    let wrong = ranges.into_iter().filter(|(_, value, least, most)| !(least..=most).contains(&value));
    let mut errors: Vec<FieldProblemBody> = wrong
        .map(|(field, _, least, most)| {
            FieldProblemBody::of(field, &Problem::OutOfRange).with_detail(format!("must be from {least} to {most}"))
        })
        .collect();
    if policy.identifiers.contains(&IdentifierKind::Card) {
        let problem = FieldProblemBody::of("identifiers", &Problem::IdentifierNotAllowed);
        errors.push(problem.with_detail("can be qr, code, link and plate; cards are the panel's own affair"));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid(errors)) }
}
