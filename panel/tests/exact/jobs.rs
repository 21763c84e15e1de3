//! Jobs outlive the service, however it dies.

use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::TimeDelta;
use serde_json::json;

use crate::killed::{ServiceProcess, now, random};
use crate::support::{Building, TestService, client, eventually, identifier, ok};

const PHOTOS: usize = 60;

/// A folder whose log has photos of three weeks ago, of which none may be kept.
async fn with_old_photos() -> (tempfile::TempDir, Building, String) {
    let folder = tempfile::tempdir().unwrap();
    gatepass_panel::init(folder.path()).unwrap();
    let service = TestService::on(folder, now() - TimeDelta::days(21), |_| ()).await;
    let building = service.building().await;
    let day = gatepass_core::time::Zone::named("America/New_York").unwrap().date(now() - TimeDelta::days(21));
    let schedule = json!({"type": "full_day", "date": day.to_string()});
    let pass = service.pass(&building.resident, json!({"schedule": schedule})).await;
    let qr = identifier(&pass, "qr");
    for number in 0..PHOTOS {
        let photo = BASE64_STANDARD.encode([&[0xFF, 0xD8, 0xFF, 0xE0][..], &number.to_be_bytes()].concat());
        let body = json!({"type": "qr", "value": qr, "event_id": format!("{number}"), "photo": photo});
        assert_eq!(service.show(&building.panel, &body).await["decision"], "granted");
    }
    let policy = format!("/v1/manage/sites/{}/policy", building.site);
    ok(service.patch(&policy, &service.operator, &json!({"photo_retention_days": 7})).await).await;
    let TestService { running, folder, operator, .. } = service;
    // Photos are kept after their answer; a service that stops waits for them.
    running.stop().await;
    (folder, building, operator)
}

fn files(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn photos_that_may_not_be_kept_go_however_often_the_service_is_killed() {
    let (folder, building, operator) = with_old_photos().await;
    let photos = folder.path().join("photos");
    assert_eq!(files(&photos), PHOTOS);
    let mut seed = 7;
    for _ in 0..15 {
        let mut service = ServiceProcess::start(&folder).await;
        // The point is random; nothing is asserted of it.
        tokio::time::sleep(Duration::from_millis(random(&mut seed) % 25)).await;
        service.kill();
    }
    let service = ServiceProcess::start(&folder).await;
    let http = client();
    let left = async || {
        let jobs = http.get(format!("{}/v1/manage/jobs", service.base)).bearer_auth(&operator);
        ok(jobs.send().await.unwrap()).await["items"].as_array().unwrap().len()
    };
    eventually(async || files(&photos) == 0 && left().await == 0).await;
    let entries = http.get(format!("{}/v1/entries?limit=200", service.base)).bearer_auth(&building.resident);
    let entries = ok(entries.send().await.unwrap()).await;
    let entries = entries["items"].as_array().unwrap();
    assert_eq!(entries.len(), PHOTOS, "the entries stay");
    assert!(entries.iter().all(|entry| entry["photo"] == false));
}
