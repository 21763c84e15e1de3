//! The real binary, killed at random points under load.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Building, TestService, client, id, identifier, ok};

const ROUNDS: u64 = 50;
const GUESTS: usize = 8;
const PASSES: usize = 12;
const LIMIT: u32 = 6;

/// An answer that reached a client.
struct Answer {
    event: String,
    qr: String,
    body: Value,
}

pub(crate) struct ServiceProcess {
    child: Child,
    pub(crate) base: String,
}

impl ServiceProcess {
    pub(crate) async fn start(folder: &TempDir) -> Self {
        let record = folder.path().join("address");
        // What the one killed before had written.
        let _ = std::fs::remove_file(&record);
        let mut child = Command::new(env!("CARGO_BIN_EXE_gatepass-panel"))
            .arg("serve")
            .env_clear()
            .env("GATEPASS_PANEL_FOLDER", folder.path())
            .env("GATEPASS_PANEL_LISTEN", "127.0.0.1:0")
            .env("GATEPASS_PANEL_LOG_LEVEL", "error")
            .env("GATEPASS_PANEL_LIMITS_PANEL_PER_SECOND", "0")
            .env("GATEPASS_PANEL_LIMITS_CALLER_PER_SECOND", "0")
            .env("GATEPASS_PANEL_LIMITS_ADDRESS_PER_SECOND", "0")
            .env("GATEPASS_PANEL_LIMITS_DECIDE_MS", "60000")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        for _ in 0..3000 {
            if let Ok(address) = std::fs::read_to_string(&record)
                && address.ends_with('\n')
            {
                return Self { child, base: format!("http://{}", address.trim()) };
            }
            assert!(child.try_wait().unwrap().is_none(), "the service did not start");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the service does not listen");
    }

    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for ServiceProcess {
    fn drop(&mut self) {
        // Killed already, mostly.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A small generator: the same points of killing in every run, as far as the machine allows.
pub(crate) fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_is_lost_however_the_service_dies() {
    let (folder, building) = prepared().await;
    let http = client();
    let mut service = ServiceProcess::start(&folder).await;
    let passes = passes(&http, &service.base, &building).await;
    let mut answers: Vec<Answer> = Vec::new();
    let mut seed = 42;
    for round in 0..ROUNDS {
        let stop = Arc::new(AtomicBool::new(false));
        let mut guests = Vec::new();
        for guest in 0..GUESTS {
            let (http, stop) = (http.clone(), Arc::clone(&stop));
            let url = format!("{}/v1/panels/{}/validate", service.base, building.panel);
            let qrs: Vec<String> = passes.iter().map(|(_, qr)| qr.clone()).collect();
            guests.push(tokio::spawn(async move {
                let mut answers = Vec::new();
                let mut number = 0_usize;
                while !stop.load(Ordering::Relaxed) {
                    let qr = qrs[(number * GUESTS + guest) % qrs.len()].clone();
                    let event = format!("r{round}-g{guest}-{number}");
                    let Some(body) = present(&http, &url, &qr, &event).await else { break };
                    answers.push(Answer { event, qr, body });
                    number += 1;
                }
                answers
            }));
        }
        // The point is random; nothing is asserted of it.
        tokio::time::sleep(Duration::from_millis(random(&mut seed) % 60)).await;
        service.kill();
        stop.store(true, Ordering::Relaxed);
        let mut fresh = Vec::new();
        for guest in guests {
            fresh.extend(guest.await.unwrap());
        }
        service = ServiceProcess::start(&folder).await;
        let url = format!("{}/v1/panels/{}/validate", service.base, building.panel);
        for answer in fresh.iter().take(3) {
            let again = present(&http, &url, &answer.qr, &answer.event).await.unwrap();
            assert_eq!(again, answer.body, "round {round}: the same event, another answer");
        }
        answers.extend(fresh);
    }
    assert!(answers.len() > 50, "only {} answers: that was no load", answers.len());
    let log = log(&http, &service.base, &building).await;
    let mut granted: HashMap<String, u32> = HashMap::new();
    for answer in &answers {
        let decision = answer.body["decision_id"].as_str().unwrap();
        let entry = log.get(decision).unwrap_or_else(|| panic!("{} was answered and is not in the log", answer.event));
        assert_eq!((&entry["decision"], &entry["reason"]), (&answer.body["decision"], &answer.body["reason"]));
    }
    for entry in log.values().filter(|entry| entry["arrival"] == true) {
        *granted.entry(entry["pass"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    for (pass, _) in &passes {
        let read = http.get(format!("{}/v1/passes/{pass}", service.base)).bearer_auth(&building.resident);
        let used = ok(read.send().await.unwrap()).await["uses"]["used"].as_u64().unwrap();
        let visits = granted.get(pass).copied().unwrap_or_default();
        assert_eq!(used, u64::from(visits), "uses equal granted visits");
        assert!(visits <= LIMIT);
    }
}

async fn present(http: &reqwest::Client, url: &str, qr: &str, event: &str) -> Option<Value> {
    let body = json!({"type": "qr", "value": qr, "event_id": event});
    // An answer that broke off did not reach anybody.
    let answer: Value = http.post(url).json(&body).send().await.ok()?.json().await.ok()?;
    assert_ne!(answer["decision"], "not_handled", "{answer}");
    Some(answer)
}

/// A folder with a building whose visits have no grace, left by a service that was stopped, not killed.
async fn prepared() -> (TempDir, Building) {
    let folder = tempfile::tempdir().unwrap();
    gatepass_panel::init(folder.path()).unwrap();
    let service = TestService::on(folder, now(), |_| ()).await;
    let building = service.building().await;
    let policy = format!("/v1/manage/sites/{}/policy", building.site);
    ok(service.patch(&policy, &service.operator, &json!({"grace_seconds": 0})).await).await;
    let TestService { running, folder, .. } = service;
    running.stop().await;
    (folder, building)
}

/// Passes that are open for a week, by the clock the binary has: the machine's.
async fn passes(http: &reqwest::Client, base: &str, building: &Building) -> Vec<(String, String)> {
    let zone = gatepass_core::time::Zone::named("America/New_York").unwrap();
    let day = |days: i64| zone.date(now() + chrono::TimeDelta::days(days)).to_string();
    let schedule = json!({"type": "recurring", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "from": "00:00", "to": "23:59", "starts": day(0), "expires": day(7)});
    let mut made = Vec::new();
    for number in 0..PASSES {
        let limit = if number % 2 == 0 { LIMIT } else { 2 };
        let body = json!({"name": format!("P{number}"), "schedule": schedule, "uses": {"limit": limit}});
        let post = http.post(format!("{base}/v1/passes")).bearer_auth(&building.resident).json(&body);
        let pass = ok(post.send().await.unwrap()).await;
        made.push((id(&pass), identifier(&pass, "qr")));
    }
    made
}

pub(crate) fn now() -> chrono::DateTime<chrono::Utc> {
    #[expect(clippy::disallowed_methods, reason = "the binary under test has the machine's clock")]
    std::time::SystemTime::now().into()
}

/// Every entry, by its id.
async fn log(http: &reqwest::Client, base: &str, building: &Building) -> HashMap<String, Value> {
    let mut entries = HashMap::new();
    let mut path = "/v1/entries?limit=200".to_owned();
    loop {
        let page = ok(http.get(format!("{base}{path}")).bearer_auth(&building.resident).send().await.unwrap()).await;
        entries.extend(page["items"].as_array().unwrap().iter().map(|entry| (id(entry), entry.clone())));
        match page["cursor"].as_str() {
            Some(cursor) => path = format!("/v1/entries?limit=200&cursor={cursor}"),
            None => return entries,
        }
    }
}
