//! The operator's command line, through the real binary: with a service running, and without.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread::JoinHandle;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{client, ok, text};

/// The binary, on a folder of its own.
pub(crate) struct Binary {
    folder: TempDir,
}

impl Binary {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gatepass-panel"));
        command.env_clear().env("GATEPASS_PANEL_FOLDER", self.path()).stdin(Stdio::null());
        command
    }

    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().unwrap()
    }

    /// What it printed; it must have succeeded.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{arguments:?}: {out}{error}");
        out.into_owned()
    }

    /// What it complained of; it must have failed.
    pub(crate) fn fails(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(!output.status.success(), "{arguments:?} succeeded");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    pub(crate) fn operator_token(&self) -> String {
        let keys = std::fs::read_to_string(self.path().join("keys.toml")).unwrap();
        let keys: toml::Table = toml::from_str(&keys).unwrap();
        keys["operator_token"].as_str().unwrap().to_owned()
    }
}

/// `gatepass-panel serve`.
pub(crate) struct Serving {
    child: Child,
    pub(crate) base: String,
    log: Option<JoinHandle<String>>,
}

impl Serving {
    pub(crate) fn start(binary: &Binary, env: &[(&str, &str)]) -> Self {
        let mut command = binary.command();
        command.arg("serve").env("GATEPASS_PANEL_LISTEN", "127.0.0.1:0").envs(env.iter().copied());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let mut start = String::new();
        while !start.contains("listening") {
            let mut line = String::new();
            assert!(lines.read_line(&mut line).unwrap() > 0, "the service did not start: {start}");
            start.push_str(&line);
        }
        let address = std::fs::read_to_string(binary.path().join("address")).unwrap();
        let log = std::thread::spawn(move || {
            let mut log = start;
            lines.read_to_string(&mut log).unwrap();
            log
        });
        Self { child, base: format!("http://{}", address.trim()), log: Some(log) }
    }

    /// SIGTERM, as service managers send it; what it had logged.
    pub(crate) fn stop(mut self) -> String {
        let stopped = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(stopped.success());
        assert!(self.child.wait().unwrap().success(), "it stops in good order");
        self.log.take().unwrap().join().unwrap()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // If it was stopped already there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_fresh_folder_says_what_is_missing() {
    let binary = Binary::new();
    for command in [&["serve"][..], &["site", "list"]] {
        let said = binary.fails(command);
        assert!(said.contains("gatepass-panel init"), "{said}");
    }
    binary.run(&["init"]);
    let again = binary.fails(&["init"]);
    assert!(again.contains("never overwritten"), "{again}");
    assert!(binary.run(&["config"]).contains("panel_per_second = 20"));
    let said = binary.fails(&["unit", "add", "12B"]);
    assert!(said.contains("gatepass-panel site add"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_init_makes_is_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let binary = Binary::new();
    binary.run(&["init"]);
    let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(binary.path()), 0o700);
    assert_eq!(mode(binary.path().join("keys.toml")), 0o600);
    binary.run(&["site", "list"]);
    assert_eq!(mode(binary.path().join("photos")), 0o700);
}

/// With the key file of another service nothing is served and nothing is changed, and the text says which file is wanted.
#[test]
fn the_keys_of_another_service_are_refused() {
    let (binary, other) = (Binary::new(), Binary::new());
    binary.run(&["init"]);
    other.run(&["init"]);
    building(&binary);
    let (keys, aside) = (binary.path().join("keys.toml"), binary.path().join("aside.toml"));
    std::fs::rename(&keys, &aside).unwrap();
    std::fs::copy(other.path().join("keys.toml"), &keys).unwrap();
    let said = binary.fails(&["serve"]);
    assert!(said.contains("keys.toml") && said.contains("do not belong to"), "{said}");
    assert!(binary.fails(&["site", "list"]).contains("do not belong to"));
    // Where they are missing, new ones are no remedy.
    std::fs::remove_file(&keys).unwrap();
    for command in ["serve", "init"] {
        let said = binary.fails(&[command]);
        assert!(said.contains("keys.toml") && said.contains("is missing"), "{said}");
    }
    std::fs::rename(&aside, &keys).unwrap();
    assert!(binary.run(&["site", "list"]).contains("Elm House"));
}

/// Sets up a building, whatever the transport; what `panel add` and `invite` printed.
fn building(binary: &Binary) -> (String, String) {
    binary.run(&["site", "add", "Elm House", "--time-zone", "America/New_York", "--address", "1 Elm St"]);
    binary.run(&["door", "add", "Street door", "--kind", "street", "--location", "40.7411,-73.9897"]);
    binary.run(&["door", "add", "Garage", "--kind", "garage", "--private"]);
    let panel =
        binary.run(&["panel", "add", "Gate", "--door", "Street door", "--door", "7=garage", "--adapter", "basip"]);
    binary.run(&["unit", "add", "12B", "--door", "street door"]);
    let policy =
        binary.run(&["policy", "set", "--passes", "on", "--types", "one-time,full-day", "--live-per-unit", "3"]);
    assert!(policy.contains("one_time, full_day"), "{policy}");
    let invited = binary.run(&["invite", "Ana", "--unit", "12b"]);
    (panel, invited)
}

#[test]
fn a_building_is_set_up_without_a_service() {
    let binary = Binary::new();
    binary.run(&["init"]);
    let (panel, invited) = building(&binary);
    assert!(panel.contains("http://127.0.0.1:8080/basip/gpp_"), "{panel}");
    assert!(panel.contains("Set public_url"), "{panel}");
    assert!(panel.contains("custom_server_api_url") && panel.contains("\"enable\"") && panel.contains("\"enabled\""));
    assert!(invited.contains('█') || invited.contains('▀'), "a QR code:\n{invited}");
    let panels: Value = serde_json::from_str(&binary.run(&["--json", "panel", "list"])).unwrap();
    assert_eq!(panels[0]["locks"][1]["lock"], 7);
    assert_eq!((&panels[0]["qr_alphabet"], &panels[0]["unknown"]), (&"uuid".into(), &"not_handled".into()));
    assert!(binary.run(&["audit"]).contains("panel.added"));
    assert!(binary.run(&["jobs", "list"]).contains("Nothing is left to be done."));
    let entries = binary.run(&["entries"]);
    assert!(entries.contains("Nothing happened yet"), "{entries}");
    let said = binary.fails(&["door", "open", "Street door"]);
    assert!(said.contains("No panel of this door listens"), "{said}");
    let said = binary.fails(&["panel", "add", "Two", "--door", "Attic"]);
    assert!(said.contains("Street door, Garage"), "{said}");
    let said = binary.fails(&["policy", "set", "--grace-seconds", "100000"]);
    assert!(said.contains("grace_seconds: must be from 0 to 86400"), "{said}");
    let error: Value =
        serde_json::from_str(&binary.fails(&["--json", "site", "add", "x", "--time-zone", "Mars"])).unwrap();
    assert_eq!(error["errors"][0]["field"], "time_zone");
}

#[tokio::test]
async fn a_building_is_set_up_through_a_service_that_runs() {
    let binary = Binary::new();
    binary.run(&["init"]);
    let serving = Serving::start(&binary, &[]);
    let (panel, _) = building(&binary);
    assert!(panel.contains(&format!("{}/basip/gpp_", serving.base)), "{panel}");
    let invited: Value = serde_json::from_str(&binary.run(&["--json", "invite", "Ben", "--unit", "12B"])).unwrap();
    let body = json!({"invite_code": invited["code"], "device_name": "phone"});
    let http = client();
    let activated = http.post(format!("{}/v1/activations", serving.base)).json(&body).send().await.unwrap();
    let token = text(&ok(activated).await, "token");
    let residents = binary.run(&["resident", "list"]);
    assert!(residents.contains("Ben") && residents.contains("phone ("), "{residents}");
    let second = binary.fails(&["serve"]);
    assert!(second.contains("another service runs on"), "{second}");
    binary.run(&["resident", "remove", "ben"]);
    let me = http.get(format!("{}/v1/me", serving.base)).bearer_auth(token).send().await.unwrap();
    assert_eq!(me.status(), 401);
    let log = serving.stop();
    assert!(log.contains("stopped"), "{log}");
    assert!(!binary.path().join("address").exists());
    // And on, in process.
    assert!(binary.run(&["site", "list"]).contains("Elm House"));
}

#[test]
fn help_shows_examples() {
    let binary = Binary::new();
    let help = binary.run(&["--help"]);
    assert!(help.contains("A building in seven commands"), "{help}");
    for command in [
        "init", "serve", "site", "door", "unit", "panel", "policy", "invite", "resident", "manager", "pass", "entries",
        "audit", "jobs",
    ] {
        assert!(help.contains(command), "{command}");
        assert!(!binary.run(&[command, "--help"]).is_empty());
    }
    assert!(binary.run(&["panel", "add", "--help"]).contains("--adapter basip"));
}
