//! A building with its service, and the devices of its residents.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;
use std::time::Duration;

use gatepass_core::app::{
    App, AppConfig, EntryQuery, PassHalf, PassList, PassQuery, PassRow, ProfileId, ProfileView, Subscription,
};
use gatepass_core::id::PassId;
use gatepass_core::pass::{GuestKind, IdentifierKind, PassDraft, PassType, Schedule};
use gatepass_core::time::{Clock, DateTime, ManualClock, Utc};
use gatepass_core::vault::{MemoryVault, SecretVault};
use gatepass_panel::{RunningService, Service, Settings};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A Tuesday in New York, at ten in the morning.
pub(crate) fn tuesday() -> DateTime<Utc> {
    "2026-11-24T15:00:00Z".parse().unwrap()
}

/// A service with one site: a street door with a panel, and units.
pub(crate) struct Building {
    pub(crate) base: String,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) site: String,
    pub(crate) panel: String,
    running: RunningService,
    http: reqwest::Client,
    _folder: TempDir,
}

impl Building {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        gatepass_panel::init(folder.path()).unwrap();
        let mut settings = Settings::in_folder(folder.path());
        settings.listen = "127.0.0.1:0".parse().unwrap();
        settings.limits.panel_per_second = 0;
        settings.limits.caller_per_second = 0;
        settings.limits.address_per_second = 0;
        settings.limits.wrong_tokens_per_minute = 0;
        settings.limits.decide_ms = 60_000;
        let clock = Arc::new(ManualClock::at(tuesday()));
        let running = Service::start(settings, clock.clone()).await.unwrap();
        // Installs the TLS provider of this process.
        gatepass_core::net::Http::new(true).unwrap();
        #[expect(clippy::disallowed_methods, reason = "the tests' own client")]
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let base = running.base_url();
        let mut building =
            Self { base, clock, site: String::new(), panel: String::new(), running, http, _folder: folder };
        let site = json!({"name": "Elm House", "address": "1 Elm St", "time_zone": "America/New_York"});
        building.site = text(&building.make("/v1/manage/sites", &site).await, "id");
        let of_site = |what: &str| format!("/v1/manage/sites/{}/{what}", building.site);
        let door = building.make(&of_site("doors"), &json!({"name": "Street door", "kind": "street"})).await;
        let locks = json!([{"lock": 1, "door": text(&door, "id")}]);
        let panel = building.make(&of_site("panels"), &json!({"name": "Street panel", "locks": locks})).await;
        building.ask(Method::PATCH, &of_site("policy"), &json!({"passes_enabled": true})).await;
        building.panel = text(&panel, "token");
        building
    }

    /// Sends a request as the operator. The answer must be a success.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: &Value) -> Value {
        let url = format!("{}{path}", self.base);
        let request = self.http.request(method, url).bearer_auth(self.running.operator_token()).json(body);
        let response = request.send().await.unwrap();
        let status = response.status();
        let text = response.text().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    pub(crate) async fn make(&self, path: &str, body: &Value) -> Value {
        self.ask(Method::POST, path, body).await
    }

    pub(crate) async fn unit(&self, name: &str) -> String {
        let unit = self.make(&format!("/v1/manage/sites/{}/units", self.site), &json!({"name": name})).await;
        text(&unit, "id")
    }

    /// Makes an invitation for a new resident of the unit: code and link.
    pub(crate) async fn invite(&self, unit: &str, name: &str) -> (String, String) {
        let made = self.make(&format!("/v1/manage/units/{unit}/invitations"), &json!({"resident_name": name})).await;
        (text(&made, "code"), text(&made, "link"))
    }

    /// Makes an invitation for another device of a resident.
    pub(crate) async fn invite_again(&self, unit: &str, profile: ProfileId) -> String {
        let body = json!({"resident_name": "Ana", "resident": profile.0});
        text(&self.make(&format!("/v1/manage/units/{unit}/invitations"), &body).await, "code")
    }

    /// The passes of the unit as the manager sees them.
    pub(crate) async fn passes(&self) -> Vec<Value> {
        let page = self.ask(Method::GET, &format!("/v1/manage/sites/{}/passes?limit=200", self.site), &json!({})).await;
        page["items"].as_array().unwrap().clone()
    }

    /// Presents a QR code at the street door.
    pub(crate) async fn scan(&self, qr: &str) -> Value {
        self.make(&format!("/v1/panels/{}/validate", self.panel), &json!({"type": "qr", "value": qr})).await
    }

    pub(crate) async fn stop(self) {
        self.running.stop().await;
    }
}

pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_else(|| panic!("no text {field} in {value}")).to_owned()
}

/// A phone with the app.
pub(crate) struct Phone {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
    pub(crate) vault: Arc<MemoryVault>,
    clock: Arc<ManualClock>,
}

impl Phone {
    pub(crate) async fn new(clock: &Arc<ManualClock>) -> Self {
        let (folder, vault) = (tempfile::tempdir().unwrap(), Arc::new(MemoryVault::new()));
        let app = open(&folder, &vault, clock).await;
        Self { app, folder, vault, clock: Arc::clone(clock) }
    }

    /// A phone of a new resident of the unit, which reaches the service through `server`.
    pub(crate) async fn of_resident(building: &Building, server: &str, unit: &str, name: &str) -> (Self, ProfileView) {
        let phone = Self::new(&building.clock).await;
        let (code, _) = building.invite(unit, name).await;
        let profile = phone.app.activate(Some(server.to_owned()), code, format!("{name}'s phone")).await.unwrap();
        (phone, profile)
    }

    /// Kills the app and starts it again.
    pub(crate) async fn restart(&mut self) {
        self.app = open(&self.folder, &self.vault, &self.clock).await;
    }

    pub(crate) async fn list(&self) -> Vec<PassRow> {
        let query = PassQuery { half: PassHalf::All, limit: 500, ..PassQuery::default() };
        self.app.passes(query).await.unwrap().rows
    }

    pub(crate) async fn log_length(&self) -> usize {
        self.app.entries(EntryQuery::default()).await.unwrap().rows.len()
    }
}

async fn open(folder: &TempDir, vault: &Arc<MemoryVault>, clock: &Arc<ManualClock>) -> App {
    let mut config = AppConfig::new(folder.path(), Arc::clone(vault) as Arc<dyn SecretVault>);
    config.clock = Arc::clone(clock) as Arc<dyn Clock>;
    App::open(config).await.unwrap()
}

/// A pass for all of today.
pub(crate) fn draft(profile: &ProfileView, name: &str) -> PassDraft {
    let zone = profile.resident.site.zone().unwrap();
    PassDraft {
        name: name.to_owned(),
        comment: String::new(),
        guest: GuestKind::Guest,
        schedule: Schedule::default_of(PassType::FullDay, tuesday(), zone),
        uses: PassType::FullDay.default_uses(),
        doors: profile.resident.doors.iter().map(|door| door.id).collect(),
        identifiers: vec![IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link],
        plate: None,
    }
}

/// Observes the list until it fulfils `condition`; fails if it never does.
pub(crate) async fn wait_for_list(app: &App, condition: impl Fn(&[PassRow]) -> bool + Send + Sync + 'static) {
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    let query = PassQuery { half: PassHalf::All, ..PassQuery::default() };
    let _subscription: Subscription = app.observe_passes(
        query,
        Arc::new(move |list: PassList| {
            let _ = sender.send(condition(&list.rows));
        }),
    );
    let fulfilled = async { while receiver.recv().await == Some(false) {} };
    tokio::time::timeout(Duration::from_mins(1), fulfilled).await.expect("the list fulfils the condition");
}

/// The part of a list that must be equal on the phone and on the server.
pub(crate) fn summary(rows: &[PassRow]) -> Vec<(PassId, String, bool)> {
    let mut summary: Vec<_> = rows
        .iter()
        .map(|row| (row.pass.pass, row.name.clone(), row.status == gatepass_core::pass::Status::Revoked))
        .collect();
    summary.sort();
    summary
}

/// The same summary of the server's passes.
pub(crate) fn server_summary(passes: &[Value]) -> Vec<(PassId, String, bool)> {
    let mut summary: Vec<_> = passes
        .iter()
        .map(|pass| (text(pass, "id").parse().unwrap(), text(pass, "name"), !pass["revoked_at"].is_null()))
        .collect();
    summary.sort();
    summary
}
