//! Work that acts leave behind: done, tried again, seen by the operator.

use serde_json::{Value, json};

use crate::support::{TestService, code, eventually, id, identifier, ok, tuesday};

async fn jobs(service: &TestService) -> Vec<Value> {
    ok(service.get("/v1/manage/jobs", &service.operator).await).await["items"].as_array().unwrap().clone()
}

/// A photo of three weeks ago cannot be removed from a store that fails: the job waits, is seen, and is done once the
/// store is back.
#[tokio::test]
async fn a_job_that_fails_waits_for_its_store_and_for_the_operator() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let photo = json!({"type": "qr", "value": identifier(&pass, "qr"), "photo": "/9j/4AAQ"});
    assert_eq!(service.show(&building.panel, &photo).await["decision"], "granted");
    let policy = format!("/v1/manage/sites/{}/policy", building.site);
    ok(service.patch(&policy, &service.operator, &json!({"photo_retention_days": 7})).await).await;
    let TestService { running, folder, .. } = service;
    running.stop().await;
    // A file in the place of the site's folder: nothing below it can be listed or removed.
    let (kept, aside) = (folder.path().join("photos").join(&building.site), folder.path().join("aside"));
    std::fs::rename(&kept, &aside).unwrap();
    std::fs::write(&kept, "in the way").unwrap();
    let service = TestService::on(folder, tuesday() + chrono::TimeDelta::days(21), |_| ()).await;
    eventually(async || jobs(&service).await.iter().any(|job| job["attempts"] != 0)).await;
    let failed = jobs(&service).await;
    let failed = failed.iter().find(|job| job["attempts"] != 0).unwrap();
    assert_eq!((&failed["given_up"], failed["last_error"].is_string()), (&json!(false), true));
    let metrics = service.get("/metrics", "").await.text().await.unwrap();
    assert!(metrics.contains("gatepass_jobs_failed_total{kind=\""), "{metrics}");
    std::fs::remove_file(&kept).unwrap();
    std::fs::rename(&aside, &kept).unwrap();
    // The clock stands still, so nothing is tried again by itself.
    for job in jobs(&service).await {
        let retry = format!("/v1/manage/jobs/{}/retry", id(&job));
        service.post(&retry, &service.operator, &json!(null)).await;
    }
    eventually(async || jobs(&service).await.is_empty()).await;
    assert!(!kept.exists() || std::fs::read_dir(&kept).unwrap().count() == 0, "the photo is gone");
    let gone = service.post(&format!("/v1/manage/jobs/{}/retry", id(failed)), &service.operator, &json!(null)).await;
    assert_eq!(code(gone, 404).await, "not_found");
}

#[tokio::test]
async fn the_audit_says_who_changed_what() {
    let service = TestService::new().await;
    let building = service.building().await;
    let managers = format!("/v1/manage/sites/{}/managers", building.site);
    let bruno = service.make(&managers, &json!({"name": "Bruno"})).await;
    let token = bruno["token"].as_str().unwrap();
    let door = format!("/v1/manage/doors/{}", building.doors[0]);
    ok(service.patch(&door, token, &json!({"name": "Front door"})).await).await;
    let audit = format!("/v1/manage/sites/{}/audit?limit=2", building.site);
    let page = ok(service.get(&audit, token).await).await;
    let newest = &page["items"][0];
    assert_eq!((&newest["act"], &newest["actor"]), (&json!("door.changed"), &json!("manager")));
    assert_eq!(newest["actor_id"], bruno["manager"]["id"]);
    assert_eq!((&newest["before"]["name"], &newest["after"]["name"]), (&json!("Street door"), &json!("Front door")));
    let next = format!("{audit}&cursor={}", page["cursor"].as_str().unwrap());
    assert_eq!(ok(service.get(&next, token).await).await["items"].as_array().unwrap().len(), 2);
}

/// After a rotation, what was sealed before is shown as before, and jobs seal it again.
#[tokio::test]
async fn keys_are_rotated_while_the_service_runs() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let photo = json!({"type": "qr", "value": identifier(&pass, "qr"), "photo": "/9j/4AAQ"});
    assert_eq!(service.show(&building.panel, &photo).await["decision"], "granted");
    let entry = ok(service.get("/v1/entries", &building.resident).await).await["items"][0].clone();
    let picture = format!("/v1/entries/{}/photo", id(&entry));
    eventually(async || service.get(&picture, &building.resident).await.status() == 200).await;
    let rotated = service.make("/v1/manage/keys/rotate", &json!(null)).await;
    let current: Vec<bool> = rotated["items"].as_array().unwrap().iter().map(|key| key["current"] == true).collect();
    assert_eq!(current, [false, true]);
    eventually(async || jobs(&service).await.is_empty()).await;
    let shows = async |service: &TestService| {
        let path = format!("/v1/passes/{}", id(&pass));
        let shown = ok(service.get(&path, &building.resident).await).await;
        for kind in ["qr", "code"] {
            assert_eq!(identifier(&shown, kind), identifier(&pass, kind));
        }
        let seen = service.get(&picture, &building.resident).await;
        assert_eq!(seen.status(), 200);
        assert_eq!(&seen.bytes().await.unwrap()[..4], [0xFF, 0xD8, 0xFF, 0xE0]);
    };
    shows(&service).await;
    // The old key opens nothing any more: everything was sealed again.
    let TestService { running, folder, .. } = service;
    running.stop().await;
    let key_file = folder.path().join("keys.toml");
    forget_first_key(&key_file);
    let service = TestService::on(folder, tuesday(), |_| ()).await;
    shows(&service).await;
}

/// A service that ended right after the new key was written, before it could plan anything, makes up for it at the start.
#[tokio::test]
async fn a_start_plans_what_a_rotation_could_not() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let TestService { running, folder, .. } = service;
    running.stop().await;
    let key_file = folder.path().join("keys.toml");
    gatepass_panel::keys::Keys::load(&key_file).unwrap().rotate(&key_file, tuesday()).unwrap();
    let service = TestService::on(folder, tuesday(), |_| ()).await;
    eventually(async || jobs(&service).await.is_empty()).await;
    let TestService { running, folder, .. } = service;
    running.stop().await;
    forget_first_key(&key_file);
    let service = TestService::on(folder, tuesday(), |_| ()).await;
    let shown = ok(service.get(&format!("/v1/passes/{}", id(&pass)), &building.resident).await).await;
    assert_eq!(identifier(&shown, "qr"), identifier(&pass, "qr"));
}

/// Removes the older of two keys from the key file.
fn forget_first_key(key_file: &std::path::Path) {
    let text = std::fs::read_to_string(key_file).unwrap();
    let (head, seals) = text.split_once("[[seals]]").unwrap();
    let (_, newest) = seals.split_once("[[seals]]").unwrap();
    std::fs::write(key_file, format!("{head}[[seals]]{newest}")).unwrap();
}
