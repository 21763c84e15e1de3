//! What does an answer mean: done, later, or no?
//!
//! Only a problem document (RFC 9457) is an error of the service. Any other unexpected answer, such as the page of a
//! hotel's network or of a proxy, means that the service was not reached, and the request is tried again later under
//! the same key.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;

use crate::api::ProblemBody;
use crate::outbox::Refusal;

/// No answer of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NetError {
    /// Try later: the server could not be reached, or did not answer in time.
    #[error("not reached: {reason}")]
    Unreachable {
        /// What failed, without addresses.
        reason: String,
        /// Whether the request may have left the device. Without a connection it has not.
        left: bool,
    },
    /// Try later: the service says it cannot now.
    #[error("busy: {reason}")]
    Busy {
        /// The time after which the service allows a retry, if it says so.
        retry_after: Option<Duration>,
        /// What it says.
        reason: String,
    },
    /// Sign in again: the token is not good (any more).
    #[error("the token is not good any more")]
    Unauthorized,
    /// Look again: the pass was changed since.
    #[error("changed since")]
    Changed,
    /// It is not there (any more).
    #[error("not there")]
    Missing,
    /// The service says no, and will again.
    #[error("refused: {}", .0.code)]
    Refused(Refusal),
}

impl NetError {
    /// Whether the same request may succeed later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Busy { .. })
    }

    pub(super) fn strange(reason: impl Into<String>) -> Self {
        Self::Unreachable { reason: reason.into(), left: true }
    }
}

/// Never the address: where a server puts secrets into one, they would end up in a log.
impl From<reqwest::Error> for NetError {
    fn from(error: reqwest::Error) -> Self {
        use std::error::Error as _;
        let left = !error.is_connect();
        let error = error.without_url();
        let mut reason = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            let text = inner.to_string();
            if !reason.contains(&text) {
                reason.push_str(": ");
                reason.push_str(&text);
            }
            cause = inner.source();
        }
        Self::Unreachable { reason, left }
    }
}

/// The largest body read; a page of changes is far smaller.
const LARGEST: usize = 16 << 20;

/// The body of a good answer, or what the answer means.
pub(super) async fn body(mut response: Response) -> Result<Vec<u8>, NetError> {
    let status = response.status();
    let retry_after = response
        .headers()
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .map(|seconds: u64| Duration::from_secs(seconds.min(3600)));
    let is_problem = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("application/problem+json"));
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > LARGEST {
            return Err(NetError::strange("the answer is too long"));
        }
        bytes.extend_from_slice(&chunk);
    }
    if status.is_success() {
        return Ok(bytes);
    }
    let problem = is_problem.then(|| read::<ProblemBody>(&bytes).ok()).flatten();
    Err(meaning(status, problem, retry_after))
}

fn meaning(status: StatusCode, problem: Option<ProblemBody>, retry_after: Option<Duration>) -> NetError {
    let Some(problem) = problem else {
        return NetError::strange(format!("answered {} without saying why", status.as_u16()));
    };
    let reason = problem.detail.unwrap_or(problem.title);
    match status {
        StatusCode::UNAUTHORIZED => NetError::Unauthorized,
        StatusCode::NOT_FOUND | StatusCode::GONE => NetError::Missing,
        StatusCode::PRECONDITION_FAILED => NetError::Changed,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY => {
            NetError::Busy { retry_after, reason }
        }
        status if status.is_server_error() => NetError::Busy { retry_after, reason },
        status if status.is_client_error() => {
            NetError::Refused(Refusal { code: problem.code, reason, fields: problem.errors })
        }
        _ => NetError::strange(format!("answered {}", status.as_u16())),
    }
}

/// The value of a good answer.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, NetError> {
    let text = std::str::from_utf8(bytes).map_err(|_| NetError::strange("the answer is no text"))?;
    // From a text, as the store reads: the code that reads a type is then there once.
    serde_json::from_str(text).map_err(|error| {
        // The reader's own message would quote the body.
        NetError::strange(format!("the answer cannot be read ({:?}, column {})", error.classify(), error.column()))
    })
}
