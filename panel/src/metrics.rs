//! What Prometheus reads at `/metrics`. No label holds anything of a person.

use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use gatepass_core::pass::Reason;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::ledger::Health;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByReason {
    reason: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByCaller {
    caller: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByKind {
    kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ByRoute {
    method: &'static str,
    route: String,
    status: u16,
}

/// The service's counters and histograms.
pub(crate) struct Metrics {
    registry: Registry,
    decisions: Family<ByReason, Counter>,
    decision_seconds: Histogram,
    lockouts: Counter,
    auth_failures: Family<ByCaller, Counter>,
    requests: Family<ByRoute, Counter>,
    request_seconds: Histogram,
    listening: Gauge,
    live_passes: Gauge,
    waiting: Gauge,
    commits: Counter,
    failed_commits: Counter,
    operations: Counter,
    under_attack: Gauge,
    jobs_done: Family<ByKind, Counter>,
    jobs_failed: Family<ByKind, Counter>,
    jobs_waiting: Gauge,
    jobs_given_up: Gauge,
}

impl Metrics {
    /// All of them, at zero.
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("gatepass");
        let decisions = Family::default();
        let decision_seconds = Histogram::new([0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.5]);
        let lockouts = Counter::default();
        let auth_failures = Family::default();
        let requests = Family::default();
        let request_seconds = Histogram::new([0.001, 0.005, 0.025, 0.1, 0.5, 2.5]);
        let listening = Gauge::default();
        registry.register("decisions", "Decisions at doors, by reason", decisions.clone());
        registry.register_with_unit(
            "decision",
            "From the presentation's arrival to its durable answer",
            Unit::Seconds,
            decision_seconds.clone(),
        );
        registry.register("lockouts", "Codes refused because a door was locked out", lockouts.clone());
        registry.register("auth_failures", "Requests with a wrong or missing token", auth_failures.clone());
        registry.register("http_requests", "Requests, by route", requests.clone());
        registry.register_with_unit("http_request", "Time to answer", Unit::Seconds, request_seconds.clone());
        registry.register("panels_listening", "Panels that listen for commands", listening.clone());
        let (live_passes, waiting, under_attack) = (Gauge::default(), Gauge::default(), Gauge::default());
        let (commits, failed_commits, operations) = (Counter::default(), Counter::default(), Counter::default());
        registry.register("live_passes", "Passes held ready", live_passes.clone());
        registry.register("ledger_waiting", "Operations waiting for the next commit", waiting.clone());
        registry.register("ledger_commits", "Commits", commits.clone());
        registry.register("ledger_failed_commits", "Commits that failed", failed_commits.clone());
        registry.register(
            "ledger_operations",
            "Operations committed; divided by commits, how many share one",
            operations.clone(),
        );
        registry.register(
            "sites_under_attack",
            "Sites where too many wrong codes were tried in a day",
            under_attack.clone(),
        );
        let (jobs_done, jobs_failed) = (Family::default(), Family::default());
        let (jobs_waiting, jobs_given_up) = (Gauge::default(), Gauge::default());
        registry.register("jobs_done", "Jobs done, by kind", jobs_done.clone());
        registry.register("jobs_failed", "Tries of jobs that failed, by kind", jobs_failed.clone());
        registry.register("jobs_waiting", "Jobs that wait or run", jobs_waiting.clone());
        registry.register("jobs_given_up", "Jobs that were given up and wait for an operator", jobs_given_up.clone());
        Self {
            registry,
            decisions,
            decision_seconds,
            lockouts,
            auth_failures,
            requests,
            request_seconds,
            listening,
            live_passes,
            waiting,
            commits,
            failed_commits,
            operations,
            under_attack,
            jobs_done,
            jobs_failed,
            jobs_waiting,
            jobs_given_up,
        }
    }

    /// A job was done.
    pub(crate) fn job_done(&self, kind: &'static str) {
        self.jobs_done.get_or_create(&ByKind { kind }).inc();
    }

    /// A try of a job failed.
    pub(crate) fn job_failed(&self, kind: &'static str) {
        self.jobs_failed.get_or_create(&ByKind { kind }).inc();
    }

    /// A decision was answered.
    pub(crate) fn decision(&self, reason: Reason, took: Duration) {
        self.decisions.get_or_create(&ByReason { reason: reason.code() }).inc();
        self.decision_seconds.observe(took.as_secs_f64());
        if reason == Reason::LockedOut {
            self.lockouts.inc();
        }
    }

    /// Somebody had no good token.
    pub(crate) fn auth_failure(&self, caller: &'static str) {
        self.auth_failures.get_or_create(&ByCaller { caller }).inc();
    }

    /// A request was answered.
    pub(crate) fn request(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let labels = ByRoute { method: known(method), route: route.to_owned(), status: status.as_u16() };
        self.requests.get_or_create(&labels).inc();
        self.request_seconds.observe(took.as_secs_f64());
    }

    /// Everything, as `OpenMetrics` text, the ledger's own figures among it if it has them now.
    pub(crate) fn text(&self, listening: usize, health: Option<&Health>) -> String {
        self.listening.set(i64::try_from(listening).unwrap_or(i64::MAX));
        if let Some(health) = health {
            let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
            self.live_passes.set(signed(health.live_passes));
            self.waiting.set(signed(health.waiting));
            self.commits.inner().store(health.commits, Ordering::Relaxed);
            self.failed_commits.inner().store(health.failed_commits, Ordering::Relaxed);
            self.operations.inner().store(health.operations, Ordering::Relaxed);
            self.jobs_waiting.set(signed(health.jobs_waiting));
            self.jobs_given_up.set(signed(health.jobs_given_up));
            self.under_attack.set(i64::try_from(health.sites_under_attack.len()).unwrap_or(i64::MAX));
        }
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &self.registry)
            .expect("a String takes all that is written");
        text
    }
}

/// A client can invent methods, but must not create time series with them.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
