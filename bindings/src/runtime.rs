//! The threads the work runs on.

use std::sync::LazyLock;

use tokio::runtime::{Builder, Handle, Runtime};

use crate::GatepassError;

/// Two workers: requests and small work. What blocks (the vault, the shells' listeners) has a few threads more.
static RUNTIME: LazyLock<Result<Runtime, String>> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .thread_name("gatepass")
        .enable_all()
        .build()
        .map_err(|error| error.to_string())
});

/// The one runtime of the process; it is never taken down, because the phone ends apps without asking.
pub(crate) fn handle() -> Result<Handle, GatepassError> {
    match &*RUNTIME {
        Ok(runtime) => Ok(runtime.handle().clone()),
        Err(reason) => Err(GatepassError::internal(format!("no threads: {reason}"))),
    }
}
