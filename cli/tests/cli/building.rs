//! A test building: a real service in this process, and the real binary as another process.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use gatepass_core::api::{
    DoorBody, DoorKind, DoorRequest, InvitationCreated, InvitationRequest, PanelCreated, PanelLock, PanelRequest,
    SiteBody, SiteRequest, UnitBody, UnitRequest,
};
use gatepass_core::id::{SiteId, UnitId};
use gatepass_panel::{RunningService, Service, Settings, SystemClock};
use reqwest::{Client, Method};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A service with one building: Maple Court, unit 12B, a street door, a lobby and a garage.
pub(crate) struct TestBuilding {
    folder: TempDir,
    running: Option<RunningService>,
    pub(crate) url: String,
    operator: String,
    client: Client,
    pub(crate) site: SiteId,
    unit: UnitId,
    /// The street door's panel.
    pub(crate) panel: String,
}

impl TestBuilding {
    pub(crate) async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        gatepass_panel::init(&folder.path().join("service")).unwrap();
        let running = start(folder.path(), "127.0.0.1:0").await;
        let (url, operator) = (running.base_url(), running.operator_token());
        #[expect(clippy::disallowed_methods, reason = "stands for a manager's browser and a panel")]
        let client = {
            let _ = rustls::crypto::ring::default_provider().install_default();
            Client::builder().no_proxy().build().unwrap()
        };
        let mut building = Self {
            folder,
            running: Some(running),
            url,
            operator,
            client,
            site: "00000000-0000-0000-0000-000000000000".parse().unwrap(),
            unit: "00000000-0000-0000-0000-000000000000".parse().unwrap(),
            panel: String::new(),
        };
        let site = SiteRequest {
            name: "Maple Court".to_owned(),
            address: "12 Maple Street".to_owned(),
            time_zone: "America/New_York".to_owned(),
        };
        building.site = building.post::<SiteBody>("sites", &site).await.id;
        let site = building.site;
        let mut doors = Vec::new();
        for (name, kind) in
            [("Street door", DoorKind::Street), ("Lobby", DoorKind::Lobby), ("Garage", DoorKind::Garage)]
        {
            let request = DoorRequest { name: name.to_owned(), kind, shareable: true, location: None };
            doors.push(building.post::<DoorBody>(&format!("sites/{site}/doors"), &request).await);
        }
        let panel = PanelRequest {
            name: "Street panel".to_owned(),
            locks: doors.iter().zip(1..).map(|(door, lock)| PanelLock { lock, door: door.id }).collect(),
            adapter: gatepass_core::api::MakeName::NATIVE,
            qr_alphabet: None,
            unknown: None,
            open_ms: None,
        };
        building.panel = building.post::<PanelCreated>(&format!("sites/{site}/panels"), &panel).await.token;
        building.policy(&json!({ "passes_enabled": true })).await;
        let unit = UnitRequest { name: "12B".to_owned(), doors: None };
        building.unit = building.post::<UnitBody>(&format!("sites/{site}/units"), &unit).await.id;
        building
    }

    /// Changes the building's policy.
    pub(crate) async fn policy(&self, change: &Value) {
        let _: Value = self.ask(Method::PATCH, &format!("sites/{}/policy", self.site), change).await;
    }

    /// The code of a fresh invitation.
    pub(crate) async fn invitation(&self) -> String {
        let request = InvitationRequest { resident_name: "Maria".to_owned(), ..InvitationRequest::default() };
        self.post::<InvitationCreated>(&format!("units/{}/invitations", self.unit), &request).await.code
    }

    async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> T {
        self.ask(Method::POST, path, body).await
    }

    async fn ask<T: DeserializeOwned>(&self, method: Method, path: &str, body: &impl Serialize) -> T {
        let request = self.client.request(method, format!("{}/v1/manage/{path}", self.url));
        let answer = request.bearer_auth(&self.operator).json(body).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.text().await.unwrap());
        answer.json().await.unwrap()
    }

    /// Presents an identifier at a lock of the panel.
    pub(crate) async fn present(&self, kind: &str, value: &str, lock: u16) -> Value {
        let request = self.client.post(format!("{}/v1/panels/{}/validate", self.url, self.panel));
        let body = json!({ "type": kind, "value": value, "door": lock, "event_id": uuid::Uuid::new_v4().to_string() });
        request.json(&body).send().await.unwrap().json().await.unwrap()
    }

    /// Stops the service.
    pub(crate) async fn stop(&mut self) {
        self.running.take().unwrap().stop().await;
    }

    /// Starts the service again at the same address.
    pub(crate) async fn start_again(&mut self) {
        let address = self.url.trim_start_matches("http://").to_owned();
        self.running = Some(start(self.folder.path(), &address).await);
    }

    /// A machine that is the resident's device.
    pub(crate) async fn resident(&self) -> TestMachine {
        let machine = self.machine("maria");
        let code = self.invitation().await;
        machine.ok(&["activate", "--secrets-file", "--server", &self.url, &code]).await;
        machine
    }

    /// A machine that is not activated.
    pub(crate) fn machine(&self, name: &str) -> TestMachine {
        TestMachine { folder: self.folder.path().join(name) }
    }
}

async fn start(folder: &Path, listen: &str) -> RunningService {
    let listen: SocketAddr = listen.parse().unwrap();
    let settings = Settings { listen, ..Settings::in_folder(folder.join("service")) };
    Service::start(settings, Arc::new(SystemClock)).await.unwrap()
}

/// The command line of one machine.
pub(crate) struct TestMachine {
    pub(crate) folder: PathBuf,
}

/// The output of a command.
#[derive(Debug)]
pub(crate) struct CommandOutput {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl TestMachine {
    /// A command with this machine's folder and none of the tester's settings.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = bare_command(arguments);
        command.env("GATEPASS_FOLDER", &self.folder);
        command
    }

    pub(crate) async fn run(&self, arguments: &[&str]) -> CommandOutput {
        output_of(self.command(arguments)).await
    }

    /// Runs a command that has to succeed.
    pub(crate) async fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments).await;
        assert_eq!(output.status, 0, "{arguments:?}\n{}{}", output.out, output.err);
        output.out
    }

    /// Runs a command that has to succeed, and returns its JSON.
    pub(crate) async fn json(&self, arguments: &[&str]) -> Value {
        let out = self.ok(&[arguments, &["--json"]].concat()).await;
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{out}"))
    }

    /// Runs a command that has to fail, and returns its status and JSON.
    pub(crate) async fn refused(&self, arguments: &[&str]) -> (i32, Value) {
        let output = self.run(&[arguments, &["--json"]].concat()).await;
        let error = serde_json::from_str::<Value>(&output.err);
        let error = error.unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{}{}", output.out, output.err));
        (output.status, error["error"].clone())
    }
}

/// The binary with a minimal environment.
pub(crate) fn bare_command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gatepass"));
    let kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
    let kept: Vec<_> = kept.into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))).collect();
    command.env_clear().envs(kept).env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs a command to its end and returns its output.
pub(crate) async fn output_of(mut command: Command) -> CommandOutput {
    // The service runs on this runtime's threads: a command must not block one.
    let output: Output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    CommandOutput {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
