//! A building for tests: the service on a free port in a fresh folder, with a site, doors, a panel and a resident.
#![allow(dead_code, clippy::allow_attributes, reason = "each test binary uses its part of it")]

use std::sync::{Arc, Once};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::time::ManualClock;
use gatepass_panel::{RunningService, Service, Settings};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A Tuesday in New York, ten in the morning.
pub(crate) fn tuesday() -> DateTime<Utc> {
    "2026-11-24T15:00:00Z".parse().unwrap()
}

/// A client without a pool: each test decides itself which connections are shared.
pub(crate) fn client() -> reqwest::Client {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        // Another test of this process may have been first.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    #[expect(clippy::disallowed_methods, reason = "the tests' own client")]
    reqwest::Client::builder().no_proxy().timeout(Duration::from_mins(1)).build().unwrap()
}

/// A service that runs.
pub(crate) struct TestService {
    pub(crate) running: RunningService,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) http: reqwest::Client,
    pub(crate) base: String,
    pub(crate) operator: String,
    pub(crate) folder: TempDir,
}

impl TestService {
    /// With no limits on rates.
    pub(crate) async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// With other settings.
    pub(crate) async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        gatepass_panel::init(folder.path()).unwrap();
        Self::on(folder, tuesday(), change).await
    }

    /// On a folder that is there already.
    pub(crate) async fn on(folder: TempDir, now: DateTime<Utc>, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::in_folder(folder.path());
        settings.listen = "127.0.0.1:0".parse().unwrap();
        settings.limits.panel_per_second = 0;
        settings.limits.caller_per_second = 0;
        settings.limits.address_per_second = 0;
        settings.limits.wrong_tokens_per_minute = 0;
        // Tests run in parallel on few cores: a late decision must not become "not handled" here.
        settings.limits.decide_ms = 60_000;
        change(&mut settings);
        let clock = Arc::new(ManualClock::at(now));
        let running = Service::start(settings, clock.clone()).await.unwrap();
        let (base, operator) = (running.base_url(), running.operator_token());
        Self { running, clock, http: client(), base, operator, folder }
    }

    /// Stopped and started again, at another time.
    pub(crate) async fn restarted(self, now: DateTime<Utc>) -> Self {
        let Self { running, folder, .. } = self;
        running.stop().await;
        Self::on(folder, now, |_| ()).await
    }

    pub(crate) fn advance(&self, seconds: i64) {
        self.clock.advance(TimeDelta::seconds(seconds));
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    pub(crate) fn request(&self, method: Method, path: &str, token: &str) -> reqwest::RequestBuilder {
        let request = self.http.request(method, self.url(path));
        if token.is_empty() { request } else { request.bearer_auth(token) }
    }

    pub(crate) async fn get(&self, path: &str, token: &str) -> Response {
        self.request(Method::GET, path, token).send().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, token: &str, body: &Value) -> Response {
        self.request(Method::POST, path, token).json(body).send().await.unwrap()
    }

    pub(crate) async fn patch(&self, path: &str, token: &str, body: &Value) -> Response {
        self.request(Method::PATCH, path, token).json(body).send().await.unwrap()
    }

    pub(crate) async fn delete(&self, path: &str, token: &str) -> Response {
        self.request(Method::DELETE, path, token).send().await.unwrap()
    }

    /// Makes something as the operator.
    pub(crate) async fn make(&self, path: &str, body: &Value) -> Value {
        let response = self.post(path, &self.operator, body).await;
        ok(response).await
    }

    /// A site with three doors, a panel for them, a unit with a resident, and passes switched on.
    pub(crate) async fn building(&self) -> Building {
        let site = self
            .make(
                "/v1/manage/sites",
                &json!({"name": "Elm House", "address": "1 Elm St", "time_zone": "America/New_York"}),
            )
            .await;
        let site = id(&site);
        let mut doors = Vec::new();
        for (name, kind) in [("Street door", "street"), ("Lobby", "lobby"), ("Garage", "garage")] {
            let path = format!("/v1/manage/sites/{site}/doors");
            doors.push(id(&self.make(&path, &json!({"name": name, "kind": kind})).await));
        }
        let locks =
            json!([{"lock": 1, "door": doors[0]}, {"lock": 2, "door": doors[1]}, {"lock": 3, "door": doors[2]}]);
        let path = format!("/v1/manage/sites/{site}/panels");
        let panel = self.make(&path, &json!({"name": "Street panel", "locks": locks})).await;
        let policy = json!({"passes_enabled": true});
        ok(self.patch(&format!("/v1/manage/sites/{site}/policy"), &self.operator, &policy).await).await;
        let unit = id(&self.make(&format!("/v1/manage/sites/{site}/units"), &json!({"name": "12B"})).await);
        let resident = self.resident(&unit, "Ana").await;
        Building { panel: text(&panel, "token"), panel_id: id(&panel["panel"]), site, doors, unit, resident }
    }

    /// Invites and activates; the device's token.
    pub(crate) async fn resident(&self, unit: &str, name: &str) -> String {
        let code = self.invitation(unit, name).await;
        let body = json!({"invite_code": code, "device_name": format!("{name}'s phone")});
        let activation = ok(self.post("/v1/activations", "", &body).await).await;
        text(&activation, "token")
    }

    pub(crate) async fn invitation(&self, unit: &str, name: &str) -> String {
        let path = format!("/v1/manage/units/{unit}/invitations");
        text(&self.make(&path, &json!({"resident_name": name})).await, "code")
    }

    /// A pass for today.
    pub(crate) async fn pass(&self, resident: &str, change: Value) -> Value {
        let mut body = json!({"schedule": {"type": "full_day", "date": "2026-11-24"}});
        if let (Value::Object(body), Value::Object(change)) = (&mut body, change) {
            body.extend(change);
        }
        ok(self.post("/v1/passes", resident, &body).await).await
    }

    /// Presents the identifier of this kind.
    pub(crate) async fn show(&self, panel: &str, body: &Value) -> Value {
        ok(self.post(&format!("/v1/panels/{panel}/validate"), "", body).await).await
    }
}

/// What [`TestService::building`] made.
pub(crate) struct Building {
    pub(crate) site: String,
    pub(crate) doors: Vec<String>,
    pub(crate) panel: String,
    pub(crate) panel_id: String,
    pub(crate) unit: String,
    pub(crate) resident: String,
}

/// Waits until it is so, with an end.
pub(crate) async fn eventually(is_so: impl AsyncFn() -> bool) {
    for _ in 0..1000 {
        if is_so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it never came to be");
}

/// The answer, which must be a success.
pub(crate) async fn ok(response: Response) -> Value {
    let status = response.status();
    let text = response.text().await.unwrap();
    assert!(status.is_success(), "{status}: {text}");
    if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() }
}

/// The answer, which must be a problem with this status.
pub(crate) async fn problem(response: Response, status: u16) -> Value {
    assert_eq!(response.headers().get("content-type").unwrap(), "application/problem+json");
    let actual = response.status();
    let text = response.text().await.unwrap();
    assert_eq!(actual, StatusCode::from_u16(status).unwrap(), "{text}");
    let problem: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["status"], json!(status));
    problem
}

/// The code of a problem with this status.
pub(crate) async fn code(response: Response, status: u16) -> String {
    text(&problem(response, status).await, "code")
}

/// The pass's own way in, of this kind.
pub(crate) fn identifier(pass: &Value, kind: &str) -> String {
    let all = pass["identifiers"].as_array().unwrap();
    let found = all.iter().find(|identifier| identifier["type"] == kind).unwrap();
    let field = match kind {
        "qr" => "text",
        "code" => "digits",
        "link" => "url",
        _ => "plate",
    };
    text(found, field)
}

pub(crate) fn id(value: &Value) -> String {
    text(value, "id")
}

pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_else(|| panic!("no text {field} in {value}")).to_owned()
}
