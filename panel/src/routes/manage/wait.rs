//! Requests that may wait for what comes of them.

use std::time::Duration;

use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::Refusal;

/// The longest a request may wait for a panel's report, in milliseconds.
const MOST_MS: u64 = 10_000;

/// Whether to wait for what comes of a command.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(in crate::routes) struct WaitQuery {
    /// For how long to wait for a panel's report, in milliseconds, up to 10000; missing: not at all.
    wait_ms: u64,
}

impl WaitQuery {
    /// For how long.
    pub(super) fn duration(&self) -> Result<Duration, Refusal> {
        if self.wait_ms > MOST_MS {
            return Err(Refusal::unreadable("wait_ms", format!("must be from 0 to {MOST_MS}")));
        }
        Ok(Duration::from_millis(self.wait_ms))
    }
}
