//! A building to test the command line in: a real service in this process, the real binary as another.

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
pub(crate) struct World {
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

impl World {
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
        let mut world = Self {
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
        world.site = world.post::<SiteBody>("sites", &site).await.id;
        let site = world.site;
        let mut doors = Vec::new();
        for (name, kind) in
            [("Street door", DoorKind::Street), ("Lobby", DoorKind::Lobby), ("Garage", DoorKind::Garage)]
        {
            let request = DoorRequest { name: name.to_owned(), kind, shareable: true, location: None };
            doors.push(world.post::<DoorBody>(&format!("sites/{site}/doors"), &request).await);
        }
        let panel = PanelRequest {
            name: "Street panel".to_owned(),
            locks: doors.iter().zip(1..).map(|(door, lock)| PanelLock { lock, door: door.id }).collect(),
            adapter: gatepass_core::api::MakeName::NATIVE,
            qr_alphabet: None,
            unknown: None,
            open_ms: None,
        };
        world.panel = world.post::<PanelCreated>(&format!("sites/{site}/panels"), &panel).await.token;
        world.policy(&json!({ "passes_enabled": true })).await;
        let unit = UnitRequest { name: "12B".to_owned(), doors: None };
        world.unit = world.post::<UnitBody>(&format!("sites/{site}/units"), &unit).await.id;
        world
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

    /// Somebody presents something at the panel's lock.
    pub(crate) async fn present(&self, kind: &str, value: &str, lock: u16) -> Value {
        let request = self.client.post(format!("{}/v1/panels/{}/validate", self.url, self.panel));
        let body = json!({ "type": kind, "value": value, "door": lock, "event_id": uuid::Uuid::new_v4().to_string() });
        request.json(&body).send().await.unwrap().json().await.unwrap()
    }

    /// The service is gone, as when the network is.
    pub(crate) async fn stop(&mut self) {
        self.running.take().unwrap().stop().await;
    }

    /// It is back, where it was.
    pub(crate) async fn start_again(&mut self) {
        let address = self.url.trim_start_matches("http://").to_owned();
        self.running = Some(start(self.folder.path(), &address).await);
    }

    /// A machine that is a resident's device.
    pub(crate) async fn resident(&self) -> Shell {
        let shell = self.shell("maria");
        let code = self.invitation().await;
        shell.ok(&["activate", "--secrets-file", "--server", &self.url, &code]).await;
        shell
    }

    /// A machine that is nobody's yet.
    pub(crate) fn shell(&self, name: &str) -> Shell {
        Shell { folder: self.folder.path().join(name) }
    }
}

async fn start(folder: &Path, listen: &str) -> RunningService {
    let listen: SocketAddr = listen.parse().unwrap();
    let settings = Settings { listen, ..Settings::in_folder(folder.join("service")) };
    Service::start(settings, Arc::new(SystemClock)).await.unwrap()
}

/// The command line of one machine.
pub(crate) struct Shell {
    pub(crate) folder: PathBuf,
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Shell {
    /// A command, run with nothing of the tester's own settings.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = bare(arguments);
        command.env("GATEPASS_FOLDER", &self.folder);
        command
    }

    pub(crate) async fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments)).await
    }

    /// Runs a command that has to succeed.
    pub(crate) async fn ok(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments).await;
        assert_eq!(said.status, 0, "{arguments:?}\n{}{}", said.out, said.err);
        said.out
    }

    /// Runs a command that has to succeed, for its JSON.
    pub(crate) async fn json(&self, arguments: &[&str]) -> Value {
        let out = self.ok(&[arguments, &["--json"]].concat()).await;
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{out}"))
    }

    /// Runs a command that has to fail, for its status and its JSON.
    pub(crate) async fn refused(&self, arguments: &[&str]) -> (i32, Value) {
        let said = self.run(&[arguments, &["--json"]].concat()).await;
        let error = serde_json::from_str::<Value>(&said.err);
        let error = error.unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{}{}", said.out, said.err));
        (said.status, error["error"].clone())
    }
}

/// The binary, with an environment of nothing but what it needs.
pub(crate) fn bare(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gatepass"));
    let kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
    let kept: Vec<_> = kept.into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))).collect();
    command.env_clear().envs(kept).env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    command.args(arguments).stdin(Stdio::null());
    command
}

/// What a command says when it is run to its end.
pub(crate) async fn said(mut command: Command) -> Said {
    // The service runs on this runtime's threads: a command must not hold one up.
    let output: Output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    Said {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
