//! The app is killed between any two steps from invitation to pass, then started again: there is one device and one
//! pass on the server, and the phone shows it.
//!
//! The phone is a process of its own: this test's binary, asked for one of its tests. It aborts at the step it is told
//! to, as a phone does when the battery is taken out: nothing is closed, nothing is said.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use client_support::{Building, essence, essence_of, text, tuesday};
use gatepass_core::app::{App, AppConfig, PassHalf, PassQuery, PassSync};
use gatepass_core::sync::STEPS;
use gatepass_core::time::ManualClock;
use gatepass_core::vault::FileVault;
use gatepass_core::wizard::{FieldId, FieldValue, WizardEvent};
use reqwest::Method;
use serde_json::json;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

const FOLDER: &str = "GATEPASS_TEST_FOLDER";
const LINK: &str = "GATEPASS_TEST_LINK";
const STOP_AT: &str = "GATEPASS_TEST_STOP_AT";

/// Counts the steps, and takes the battery out at one of them.
struct Battery {
    steps: AtomicU32,
    lasts: u32,
}

impl Subscriber for Battery {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == STEPS
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {
        if self.steps.fetch_add(1, Ordering::SeqCst) + 1 == self.lasts {
            std::process::abort();
        }
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

async fn open(folder: &Path) -> App {
    let mut config = AppConfig::new(folder, Arc::new(FileVault::at(folder.join("secrets.json"))));
    config.clock = Arc::new(ManualClock::at(tuesday()));
    App::open(config).await.unwrap()
}

/// What a resident does with a phone, from wherever it stands: activate, make the one pass that is wanted, wait for
/// it to be sent.
async fn want_one_pass(app: &App, link: String) {
    if app.profiles().await.unwrap().is_empty() {
        app.activate(None, link, "Ana's phone".to_owned()).await.unwrap();
    }
    let all = PassQuery { half: PassHalf::All, ..PassQuery::default() };
    if app.passes(all).await.unwrap().rows.is_empty() {
        let begun = app.drafts().await.unwrap();
        let mut screen = match begun.first() {
            Some(draft) => app.wizard(draft.id).await.unwrap(),
            None => app.start_wizard(None).await.unwrap(),
        };
        let value = FieldValue::Choice { id: "one_time".to_owned() };
        let choose = WizardEvent::Set { field: FieldId::TypeOfPass, value };
        // Refused where the wizard is already further on.
        app.send_wizard(screen.draft, choose).await.unwrap();
        while screen.view.step.is_filled_in() {
            screen = app.send_wizard(screen.draft, WizardEvent::Next).await.unwrap();
        }
    }
    app.sync_now().await.unwrap();
}

/// The phone's process. Without its variables it is no test and does nothing.
#[test]
fn the_phone() {
    let (Some(folder), Ok(link)) = (std::env::var_os(FOLDER), std::env::var(LINK)) else {
        return;
    };
    let lasts = std::env::var(STOP_AT).unwrap().parse().unwrap();
    tracing::subscriber::set_global_default(Battery { steps: AtomicU32::new(0), lasts }).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = open(&PathBuf::from(folder)).await;
        want_one_pass(&app, link).await;
    });
}

/// Runs the phone; `true` if it came to its end.
fn run_phone(folder: &Path, link: &str, stop_at: u32) -> bool {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_phone", "--nocapture"])
        .env(FOLDER, folder)
        .env(LINK, link)
        .env(STOP_AT, stop_at.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    status.success()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_between_any_two_steps_there_is_one_pass() {
    let building = Building::new().await;
    let mut stop_at = 0;
    let mut came_to_its_end = false;
    while !came_to_its_end {
        stop_at += 1;
        assert!(stop_at < 40, "the phone never came to its end");
        let unit = building.unit(&format!("unit {stop_at}")).await;
        let (_, link) = building.invite(&unit, "Ana").await;
        let before = building.passes().await;
        let folder = tempfile::tempdir().unwrap();
        let phone = folder.path().to_owned();
        came_to_its_end = {
            let (phone, link) = (phone.clone(), link.clone());
            tokio::task::spawn_blocking(move || run_phone(&phone, &link, stop_at)).await.unwrap()
        };

        // Charged again, and picked up where it was left.
        let app = open(&phone).await;
        want_one_pass(&app, link).await;
        let mut there = building.passes().await;
        there.retain(|pass| !before.contains(pass));
        assert_eq!(there.len(), 1, "killed at step {stop_at}");
        let all = PassQuery { half: PassHalf::All, ..PassQuery::default() };
        let rows = app.passes(all).await.unwrap().rows;
        assert_eq!(essence(&rows), essence_of(&there), "killed at step {stop_at}");
        assert_eq!(rows[0].sync, PassSync::Synced, "killed at step {stop_at}");
        let path = format!("/v1/manage/residents/{}", rows[0].pass.profile);
        let resident = building.ask(Method::GET, &path, &json!({})).await;
        assert_eq!(resident["devices"].as_array().unwrap().len(), 1, "killed at step {stop_at}");
        assert_eq!(text(&resident["devices"][0], "name"), "Ana's phone");
    }
    // Four of the activation, two of storing, three of sending.
    assert!(stop_at > 9, "only {stop_at} steps were seen");
    building.stop().await;
}
