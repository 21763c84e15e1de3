//! Refusals: problem details of RFC 9457, each with a stable code and a remedy.

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use gatepass_core::api::{FieldProblemBody, ProblemBody};
use gatepass_core::pass::{Invalid, Problem};

use crate::ledger::{Conflict, LedgerError, RefusalReason};

/// Why a request was refused.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    code: &'static str,
    detail: Cow<'static, str>,
    errors: Vec<FieldProblemBody>,
    retry_after: Option<u64>,
    etag: Option<u32>,
}

impl Refusal {
    /// A refusal with this status and stable code.
    pub(crate) fn new(status: StatusCode, code: &'static str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { status, code, detail: detail.into(), errors: Vec::new(), retry_after: None, etag: None }
    }

    /// What is asked for does not exist, or not for this caller.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", format!("There is no such {what} here."))
    }

    /// No token, or one that is not good (any more).
    pub(crate) fn unauthorized() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "Send a token that is still good as `Authorization: Bearer …`; activate the device again if it was removed.",
        )
    }

    /// The token is good, but not for this.
    pub(crate) fn forbidden(detail: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", detail)
    }

    /// Fields that cannot stay as they are.
    pub(crate) fn invalid(errors: Vec<FieldProblemBody>) -> Self {
        Self {
            errors,
            ..Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
                "Some fields cannot stay as they are; `errors` says which and why.",
            )
        }
    }

    /// One field that cannot stay as it is.
    pub(crate) fn invalid_field(field: &str, problem: &Problem, detail: impl Into<String>) -> Self {
        Self::invalid(vec![FieldProblemBody::of(field, problem).with_detail(detail)])
    }

    /// A body or parameter that cannot be read at all.
    pub(crate) fn unreadable(field: &str, detail: impl Into<String>) -> Self {
        Self {
            errors: vec![FieldProblemBody::of(field, &Problem::Unreadable).with_detail(detail)],
            ..Self::new(
                StatusCode::BAD_REQUEST,
                "unreadable",
                "The request cannot be read; `errors` says where and why. /openapi.json has every body.",
            )
        }
    }

    /// It comes too often.
    pub(crate) fn too_many(retry_after: u64) -> Self {
        Self {
            retry_after: Some(retry_after.max(1)),
            ..Self::new(
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_requests",
                "Too many requests; wait as many seconds as `Retry-After` says.",
            )
        }
    }

    /// The body is larger than is accepted.
    pub(crate) fn too_large(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("The body is larger than the {limit} bytes accepted here."),
        )
    }

    /// The service is at fault. What happened is in its log, not in the answer.
    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "The service failed; nothing was done. Try again, and tell its operator the `x-request-id`.",
        )
    }

    fn body(&self) -> ProblemBody {
        ProblemBody {
            kind: "about:blank".to_owned(),
            title: self.status.canonical_reason().unwrap_or("Error").to_owned(),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            detail: Some(self.detail.clone().into_owned()),
            errors: self.errors.clone(),
        }
    }
}

impl From<Invalid> for Refusal {
    fn from(invalid: Invalid) -> Self {
        Self::invalid(Vec::from(&invalid))
    }
}

impl From<LedgerError> for Refusal {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::NotFound(thing) => Self::not_found(thing.name()),
            LedgerError::Invalid(invalid) => invalid.into(),
            LedgerError::Changed(now) => Self {
                etag: Some(now.pass.version),
                ..Self::new(
                    StatusCode::PRECONDITION_FAILED,
                    "changed_meanwhile",
                    format!(
                        "The pass was changed meanwhile; it has version {} now. Read it and try again.",
                        now.pass.version
                    ),
                )
            },
            LedgerError::Conflict(conflict) => {
                let code = match conflict {
                    Conflict::KeyReused => "idempotency_key_reused",
                    Conflict::IdTaken => "id_taken",
                    Conflict::EventReused => "event_reused",
                    Conflict::AlreadyReported => "already_reported",
                    Conflict::NameTaken => "name_taken",
                };
                Self::new(StatusCode::CONFLICT, code, conflict.to_string())
            }
            LedgerError::Refused(refused) => {
                let code = match refused {
                    RefusalReason::InvitationNotGood => "invitation_not_good",
                    RefusalReason::TooManyCodes => "too_many_codes",
                    RefusalReason::NoSuchLock => "no_such_lock",
                    RefusalReason::BadLocks => "bad_locks",
                    RefusalReason::BadDoors => "bad_doors",
                };
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, refused.to_string())
            }
            LedgerError::Busy => Self {
                retry_after: Some(1),
                ..Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "busy",
                    "More is waiting than can be done; nothing was done. Try again in a moment.",
                )
            },
            LedgerError::Unavailable(failure) => {
                tracing::error!(%failure, "the ledger failed");
                Self::internal()
            }
            LedgerError::WrongKeys => {
                tracing::error!("the keys do not belong to the data");
                Self::internal()
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let text = serde_json::to_vec(&self.body()).expect("a problem is plain text and numbers");
        let mut response = (self.status, text).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"gatepass\""));
        }
        if let Some(value) = self.etag.and_then(|version| HeaderValue::try_from(format!("\"{version}\"")).ok()) {
            headers.insert(header::ETAG, value);
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
