//! How long does a resident wait for the list? Opens a store with 10 000 passes and lists the first 50.
//!
//! Times are medians over fresh openings in one process; memory is the growth of the peak resident set of a process
//! that does it once. The floor in the same run is SQLite alone: open the file and read 50 bodies by the same index.
//!
//! `cargo bench -p gatepass-core --features client --bench store`

#![expect(clippy::unwrap_used, reason = "a benchmark")]
#![expect(clippy::disallowed_methods, reason = "durations are only reported")]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use gatepass_core::api::{Changes, PassBody, Profile};
use gatepass_core::app::{App, AppConfig, PassQuery, ProfileId};
use gatepass_core::store::Store;
use gatepass_core::time::{DateTime, ManualClock, TimeDelta, Utc};
use gatepass_core::vault::MemoryVault;
use serde_json::json;
use uuid::Uuid;

const PASSES: u32 = 10_000;
const ROWS: u32 = 50;
const ROUNDS: usize = 101;
/// What opening and listing may take in an app, in milliseconds.
const TARGET_MILLIS: f64 = 5.0;
/// What it may take of memory, in MiB.
const TARGET_MIB: f64 = 10.0;
const ONCE: &str = "GATEPASS_BENCH_ONCE";

fn now() -> DateTime<Utc> {
    "2026-11-22T15:00:00Z".parse().unwrap()
}

fn resident() -> Profile {
    serde_json::from_value(json!({
        "id": Uuid::from_u128(1), "name": "Ana",
        "site": {"id": Uuid::from_u128(2), "name": "Elm House", "address": "", "time_zone": "America/New_York"},
        "unit": {"id": Uuid::from_u128(3), "name": "12B"}, "doors": [], "policy": {"passes_enabled": true}
    }))
    .unwrap()
}

/// Every tenth pass is still valid, as after some years of use.
fn pass(number: u32) -> PassBody {
    let made = now() - TimeDelta::hours(i64::from(number));
    let date = if number.is_multiple_of(10) { "2026-11-30" } else { "2026-10-01" };
    serde_json::from_value(json!({
        "id": Uuid::from_u128(u128::from(number) + 100), "version": 1, "name": format!("Visitor {number}"),
        "comment": "Rings twice, and brings the dog", "guest": "guest",
        "schedule": {"type": "recurring", "days": ["mon", "thu"], "from": "09:00", "to": "17:30",
                     "starts": "2026-01-01", "expires": date, "time_zone": "America/New_York"},
        "uses": {"limit": 20, "per_day": 2, "used": 3},
        "doors": [Uuid::from_u128(4), Uuid::from_u128(5)],
        "identifiers": [{"type": "qr", "text": "0024H36H2NCSVRH6DAQF6DVVQZ"}, {"type": "code", "digits": "482915"},
                        {"type": "link", "url": "https://passes.example.com/g/0024H36H2NCSVRH6DAQF6DVVQZ"}],
        "status": "open", "next_opening": null, "created_at": made, "revoked_at": null
    }))
    .unwrap()
}

async fn fill(folder: &Path) {
    let (store, _) = Store::open(folder).unwrap();
    let profile = ProfileId(Uuid::from_u128(1));
    store.run(move |db| db.sign_in(profile, "http://localhost:1", &resident())).await.unwrap();
    let mut since: Option<String> = None;
    for chunk in (0..PASSES).collect::<Vec<_>>().chunks(500) {
        let cursor = chunk[0].to_string();
        let changes = Changes {
            passes: chunk.iter().copied().map(pass).collect(),
            entries: Vec::new(),
            profile: None,
            cursor: cursor.clone(),
            more: true,
        };
        let asked = since.replace(cursor);
        store.run(move |db| db.apply(profile, asked.as_deref(), &changes, now())).await.unwrap();
    }
}

async fn store_once(folder: &Path) -> Duration {
    let began = Instant::now();
    let (store, _) = Store::open(folder).unwrap();
    let query = PassQuery { limit: ROWS, ..PassQuery::default() };
    let page = store.run(move |db| db.passes(&query, now())).await.unwrap();
    let took = began.elapsed();
    assert_eq!((page.passes.len(), page.more), (ROWS as usize, true));
    took
}

/// What an app does: a runtime and threads of its own, the rules asked for every row.
async fn app_once(folder: &Path) -> Duration {
    let mut config = AppConfig::new(folder, Arc::new(MemoryVault::new()));
    config.clock = Arc::new(ManualClock::at(now()));
    let began = Instant::now();
    let app = App::open(config).await.unwrap();
    let list = app.passes(PassQuery { limit: ROWS, ..PassQuery::default() }).await.unwrap();
    let took = began.elapsed();
    assert_eq!(list.rows.len(), ROWS as usize);
    took
}

fn floor_once(folder: &Path) -> Duration {
    let began = Instant::now();
    let connection = rusqlite::Connection::open(folder.join("gatepass.db")).unwrap();
    let mut statement = connection
        .prepare("SELECT shown FROM passes WHERE valid_until > ?1 ORDER BY created_at DESC, id DESC LIMIT 51")
        .unwrap();
    let rows = statement.query_map([now().timestamp_millis()], |row| row.get::<_, String>(0)).unwrap();
    let bytes: usize = rows.map(|body| body.unwrap().len()).sum();
    let took = began.elapsed();
    assert!(bytes > 0);
    took
}

/// Waits until the one before has let go of the file: its log goes with it.
fn closed(folder: &Path) {
    while folder.join("gatepass.db-wal").exists() {
        std::thread::yield_now();
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// A figure of this process from Linux, in kibibytes.
fn memory(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find(|line| line.starts_with(name))?.split_whitespace().nth(1)?.parse().ok()
}

/// The line `cargo xtask bench` makes its table from.
fn figure(measured: &str, figure: f64, unit: &str, target: f64) {
    let verdict = if figure <= target { "met" } else { "missed" };
    println!("FIGURE\tstore: {measured}\t{figure:.2} {unit}\t\u{2264} {target:.0} {unit}\t{verdict}");
}

#[tokio::main]
async fn main() {
    if let Some(folder) = std::env::var_os(ONCE) {
        let before = memory("VmRSS");
        app_once(Path::new(&folder)).await;
        if let (Some(before), Some(peak)) = (before, memory("VmHWM")) {
            println!("{}", peak.saturating_sub(before));
        }
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path()).await;
    let (mut store, mut app, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        store.push(store_once(folder.path()).await);
        closed(folder.path());
        app.push(app_once(folder.path()).await);
        closed(folder.path());
        floor.push(floor_once(folder.path()));
    }
    let child = Command::new(std::env::current_exe().unwrap()).env(ONCE, folder.path()).output().unwrap();
    let peak: Option<f64> = String::from_utf8_lossy(&child.stdout).trim().parse().ok();

    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    let (store, app, floor) = (millis(median(store)), millis(median(app)), millis(median(floor)));
    println!("{PASSES} passes, first {ROWS} valid ones, median of {ROUNDS}");
    println!("  SQLite alone          {floor:7.2} ms");
    println!("  store: open and list  {store:7.2} ms   {:.1} x the floor", store / floor);
    println!("  app:   open and list  {app:7.2} ms   {:.1} x the floor", app / floor);
    figure("open the app and list the first 50 of 10 000 passes", app, "ms", TARGET_MILLIS);
    match peak {
        Some(kib) => figure("peak memory of that", kib / 1024.0, "MiB", TARGET_MIB),
        None => println!("  peak memory: not known on this system"),
    }
}
