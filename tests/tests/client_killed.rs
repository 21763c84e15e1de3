//! The app is killed between any two steps from invitation to pass, then started again: there is one device and one
//! pass on the server, and the phone shows it.
//!
//! The phone is another process: this test's binary, which runs one of its tests. It aborts at a given step, without
//! closing anything, as if the power failed.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use client_support::{Building, server_summary, summary, text, tuesday};
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
const ABORT_AT: &str = "GATEPASS_TEST_STOP_AT";

/// Counts the steps of the sync, and aborts the process at one of them.
struct AbortAtStep {
    steps: AtomicU32,
    abort_at: u32,
}

impl Subscriber for AbortAtStep {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == STEPS
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {
        if self.steps.fetch_add(1, Ordering::SeqCst) + 1 == self.abort_at {
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

/// Activates the phone, makes one pass and syncs. It skips what was done before.
async fn make_one_pass(app: &App, link: String) {
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
        // The event is refused if the draft is past this step.
        app.send_wizard(screen.draft, choose).await.unwrap();
        while screen.view.step.is_filled_in() {
            screen = app.send_wizard(screen.draft, WizardEvent::Next).await.unwrap();
        }
    }
    app.sync_now().await.unwrap();
}

/// The phone's process. Without its environment variables it does nothing.
#[test]
fn the_phone() {
    let (Some(folder), Ok(link)) = (std::env::var_os(FOLDER), std::env::var(LINK)) else {
        return;
    };
    let abort_at = std::env::var(ABORT_AT).unwrap().parse().unwrap();
    tracing::subscriber::set_global_default(AbortAtStep { steps: AtomicU32::new(0), abort_at }).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = open(&PathBuf::from(folder)).await;
        make_one_pass(&app, link).await;
    });
}

/// Runs the phone's process; `true` if it finished.
fn run_phone(folder: &Path, link: &str, abort_at: u32) -> bool {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_phone", "--nocapture"])
        .env(FOLDER, folder)
        .env(LINK, link)
        .env(ABORT_AT, abort_at.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    status.success()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_between_any_two_steps_there_is_one_pass() {
    let building = Building::new().await;
    let mut abort_at = 0;
    let mut finished = false;
    while !finished {
        abort_at += 1;
        assert!(abort_at < 40, "the phone never came to its end");
        let unit = building.unit(&format!("unit {abort_at}")).await;
        let (_, link) = building.invite(&unit, "Ana").await;
        let before = building.passes().await;
        let folder = tempfile::tempdir().unwrap();
        let phone = folder.path().to_owned();
        finished = {
            let (phone, link) = (phone.clone(), link.clone());
            tokio::task::spawn_blocking(move || run_phone(&phone, &link, abort_at)).await.unwrap()
        };

        // The app starts again and continues.
        let app = open(&phone).await;
        make_one_pass(&app, link).await;
        let mut there = building.passes().await;
        there.retain(|pass| !before.contains(pass));
        assert_eq!(there.len(), 1, "killed at step {abort_at}");
        let all = PassQuery { half: PassHalf::All, ..PassQuery::default() };
        let rows = app.passes(all).await.unwrap().rows;
        assert_eq!(summary(&rows), server_summary(&there), "killed at step {abort_at}");
        assert_eq!(rows[0].sync, PassSync::Synced, "killed at step {abort_at}");
        let path = format!("/v1/manage/residents/{}", rows[0].pass.profile);
        let resident = building.ask(Method::GET, &path, &json!({})).await;
        assert_eq!(resident["devices"].as_array().unwrap().len(), 1, "killed at step {abort_at}");
        assert_eq!(text(&resident["devices"][0], "name"), "Ana's phone");
    }
    // Four of the activation, two of storing, three of sending.
    assert!(abort_at > 9, "only {abort_at} steps were seen");
    building.stop().await;
}
