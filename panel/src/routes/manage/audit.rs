//! Who administered what at a site.

use axum::Json;
use axum::extract::State;
use gatepass_core::api::{AuditBody, Page};
use gatepass_core::id::SiteId;

use crate::app::App;
use crate::http::{Manager, PathParams, QueryParams, Refusal};
use crate::ledger::AuditEntry;
use crate::routes::page::{PageQuery, page};

fn body(entry: &AuditEntry) -> AuditBody {
    AuditBody {
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor.clone(),
        actor_id: entry.actor_id,
        act: entry.act.clone(),
        subject: entry.subject,
        before: entry.before.clone(),
        after: entry.after.clone(),
    }
}

/// The administrative acts at a site, newest first
///
/// Who did what, and what it changed. No entry holds a secret. They are kept as long as the log.
#[utoipa::path(
    get, path = "/v1/manage/sites/{id}/audit", tag = "manager", operation_id = "list_audit",
    security(("manager" = [])), params(("id" = SiteId, Path, description = "The site"), PageQuery),
    responses((status = OK, body = Page<AuditBody>)),
)]
pub(in crate::routes) async fn list(
    State(app): State<App>,
    manager: Manager,
    PathParams(site): PathParams<SiteId>,
    QueryParams(paging): QueryParams<PageQuery>,
) -> Result<Json<Page<AuditBody>>, Refusal> {
    manager.of(site, "site")?;
    Ok(Json(page(&app.log().audit(site, paging.ask()?).await?, body)))
}
