//! The conformance suite: what a [`Ledger`] must do, whatever it is built on. It speaks through the trait alone.
//!
//! A new ledger brings a [`Backend`] and runs all of it with `conformance!`.

pub(crate) mod building;
pub(crate) mod exactly_once;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_panel::keys::Keys;
use gatepass_panel::ledger::Ledger;

pub(crate) use building::Building;

/// Somewhere to keep a ledger.
#[async_trait]
pub(crate) trait Backend: Send + Sync {
    /// The keys of what is kept there.
    fn keys(&self) -> Arc<Keys>;
    /// The ledger, empty at first. After it was closed: the same again.
    async fn open(&self, now: DateTime<Utc>) -> Arc<dyn Ledger>;
    /// The ledger as it would be, had it been killed now. The one that is open stays as it is.
    async fn after_a_kill(&self, now: DateTime<Utc>) -> (Arc<dyn Ledger>, Box<dyn Backend>);
}

/// Runs the whole suite on a backend.
macro_rules! conformance {
    ($backend:expr) => {
        $crate::suite::conformance! { @each $backend,
            exactly_once: one_of_256_gets_in, limits_of_three_and_per_day, a_visit_passes_all_its_doors,
                strict_grace_spends_at_every_door, editing_the_limit_counts_what_was_used;
        }
    };
    (@each $backend:expr, $($module:ident: $($test:ident),+;)+) => {$(
        mod $module {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    $crate::suite::$module::$test(&$backend).await;
                }
            )+
        }
    )+};
}
pub(crate) use conformance;
