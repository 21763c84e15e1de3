//! Jobs that are still to be done. For the operator.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use gatepass_core::api::{JobBody, Page};
use uuid::Uuid;

use crate::app::App;
use crate::http::{Operator, PathParams, Refusal};
use crate::ledger::Job;
use crate::routes::page::single_page;

fn body(job: &Job) -> JobBody {
    JobBody {
        id: job.id,
        site: job.site,
        kind: job.kind.code().to_owned(),
        not_before: job.not_before,
        deadline: job.deadline,
        attempts: job.attempts,
        last_error: job.last_error.clone(),
        given_up: job.given_up,
    }
}

/// The jobs that are not done
///
/// For the operator. Those that wait, the next one first, then those that were given up.
#[utoipa::path(
    get, path = "/v1/manage/jobs", tag = "operator", operation_id = "list_jobs", security(("manager" = [])),
    responses((status = OK, body = Page<JobBody>)),
)]
pub(in crate::routes) async fn list(State(app): State<App>, _: Operator) -> Result<Json<Page<JobBody>>, Refusal> {
    Ok(Json(single_page(&app.jobs().jobs(app.now()).await?, |job| body(job))))
}

/// Have a job tried again at once
///
/// For the operator. One that was given up is taken up again.
#[utoipa::path(
    post, path = "/v1/manage/jobs/{id}/retry", tag = "operator", operation_id = "retry_job",
    security(("manager" = [])), params(("id" = Uuid, Path, description = "The job")),
    responses((status = OK, body = JobBody)),
)]
pub(in crate::routes) async fn retry(
    State(app): State<App>,
    Operator(operator): Operator,
    PathParams(id): PathParams<Uuid>,
) -> Result<Json<JobBody>, Refusal> {
    Ok(Json(body(&*app.jobs().retry_job(id, operator.by(&app)).await?)))
}

/// Drop a job
///
/// For the operator. It is never done.
#[utoipa::path(
    delete, path = "/v1/manage/jobs/{id}", tag = "operator", operation_id = "drop_job",
    security(("manager" = [])), params(("id" = Uuid, Path, description = "The job")),
    responses((status = NO_CONTENT, description = "Dropped")),
)]
pub(in crate::routes) async fn remove(
    State(app): State<App>,
    Operator(operator): Operator,
    PathParams(id): PathParams<Uuid>,
) -> Result<StatusCode, Refusal> {
    app.jobs().drop_job(id, operator.by(&app)).await?;
    Ok(StatusCode::NO_CONTENT)
}
