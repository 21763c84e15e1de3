//! A resident's passes.

use reqwest::Method;
use serde_json::json;

use crate::support::{TestService, code, id, identifier, ok, problem, text};

#[tokio::test]
async fn a_pass_is_made_read_listed_and_shared() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({"name": "Dog walker", "comment": "key at the desk"})).await;
    assert_eq!(pass["status"], "open");
    assert_eq!(pass["version"], 1);
    assert_eq!(identifier(&pass, "qr").len(), 26);
    assert_eq!(identifier(&pass, "code").len(), 6);
    assert!(identifier(&pass, "link").starts_with(&format!("{}/g/", service.base)));
    let path = format!("/v1/passes/{}", id(&pass));
    let read = service.get(&path, &building.resident).await;
    assert_eq!(read.headers()["etag"], "\"1\"");
    assert_eq!(read.headers()["cache-control"], "no-store");
    assert_eq!(ok(read).await, pass);
    let list = ok(service.get("/v1/passes?valid=true", &building.resident).await).await;
    assert_eq!(list["items"], json!([pass]));
    assert_eq!(ok(service.get("/v1/passes?valid=false", &building.resident).await).await["items"], json!([]));
    let shared =
        ok(service.post(&format!("{path}/shares"), &building.resident, &json!({"channel": "link"})).await).await;
    assert_eq!(text(&shared, "url"), identifier(&pass, "link"));
    assert!(text(&shared, "text").contains(&identifier(&pass, "code")));
    assert!(!text(&shared, "text").contains("key at the desk"));
    let spanish = json!({"channel": "link", "language": "es"});
    let spanish = ok(service.post(&format!("{path}/shares"), &building.resident, &spanish).await).await;
    assert_ne!(spanish["text"], shared["text"]);
}

#[tokio::test]
async fn pictures_show_the_pass_and_nothing_once_it_is_over() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let path = format!("/v1/passes/{}", id(&pass));
    let png = service.get(&format!("{path}/qr.png"), &building.resident).await;
    assert_eq!(png.headers()["content-type"], "image/png");
    assert!(png.bytes().await.unwrap().starts_with(b"\x89PNG"));
    let svg = service.get(&format!("{path}/qr.svg"), &building.resident).await;
    assert_eq!(svg.headers()["content-type"], "image/svg+xml");
    assert!(svg.text().await.unwrap().starts_with("<svg"));
    let only_code = service.pass(&building.resident, json!({"identifiers": [{"type": "code"}]})).await;
    let none = service.get(&format!("/v1/passes/{}/qr.png", id(&only_code)), &building.resident).await;
    insta::assert_json_snapshot!("a_picture_of_no_qr_code", problem(none, 404).await);
    ok(service.delete(&path, &building.resident).await).await;
    let gone = service.get(&format!("{path}/qr.png"), &building.resident).await;
    insta::assert_json_snapshot!("a_picture_of_a_revoked_pass", problem(gone, 409).await);
}

#[tokio::test]
async fn a_channel_the_service_lacks_says_what_to_do() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let path = format!("/v1/passes/{}/shares", id(&pass));
    for channel in ["sms", "email"] {
        let asked = json!({"channel": channel, "to": "+12125550100"});
        let refused = problem(service.post(&path, &building.resident, &asked).await, 501).await;
        insta::assert_json_snapshot!("a_channel_the_service_lacks", refused);
    }
    let klingon = json!({"channel": "link", "language": "tlh"});
    assert_eq!(code(service.post(&path, &building.resident, &klingon).await, 422).await, "invalid");
}

#[tokio::test]
async fn editing_needs_the_version_one_saw() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let path = format!("/v1/passes/{}", id(&pass));
    let edit = json!({"name": "Plumber"});
    let without = service.patch(&path, &building.resident, &edit).await;
    insta::assert_json_snapshot!("an_edit_without_if_match", problem(without, 428).await);
    let with = async |etag: &str| {
        let request = service.request(Method::PATCH, &path, &building.resident).header("if-match", etag);
        request.json(&edit).send().await.unwrap()
    };
    assert_eq!(code(with("3").await, 400).await, "unreadable");
    let changed = with("\"1\"").await;
    assert_eq!(changed.headers()["etag"], "\"2\"");
    let changed = ok(changed).await;
    assert_eq!(changed["name"], "Plumber");
    assert_eq!(changed["identifiers"], pass["identifiers"]);
    let late = with("\"1\"").await;
    assert_eq!(late.headers()["etag"], "\"2\"");
    insta::assert_json_snapshot!("an_edit_of_an_old_version", problem(late, 412).await);
    assert_eq!(ok(with("*").await).await["name"], "Plumber");
}

#[tokio::test]
async fn a_repeated_post_makes_one_pass() {
    let service = TestService::new().await;
    let building = service.building().await;
    let post = async |key: &str, name: &str| {
        let body = json!({"name": name, "schedule": {"type": "one_time", "date": "2026-11-24"}});
        let request = service.request(Method::POST, "/v1/passes", &building.resident).header("idempotency-key", key);
        request.json(&body).send().await.unwrap()
    };
    let (first, second) = tokio::join!(post("k", "A"), post("k", "A"));
    assert_eq!(ok(first).await["id"], ok(second).await["id"]);
    insta::assert_json_snapshot!("a_key_used_for_another_request", problem(post("k", "B").await, 409).await);
    let all = ok(service.get("/v1/passes", &building.resident).await).await;
    assert_eq!(all["items"].as_array().unwrap().len(), 1);
    let bad = problem(post("", "A").await, 400).await;
    insta::assert_json_snapshot!("an_empty_idempotency_key", bad);
}

#[tokio::test]
async fn an_impossible_pass_is_refused_field_by_field() {
    let service = TestService::new().await;
    let building = service.building().await;
    let body = json!({
        "name": "x".repeat(81),
        "schedule": {"type": "recurring", "days": [], "from": "09:00", "to": "09:00", "starts": "2026-11-24", "expires": "2026-11-20"},
        "uses": {"limit": 0}, "doors": [], "identifiers": [],
    });
    insta::assert_json_snapshot!(problem(service.post("/v1/passes", &building.resident, &body).await, 422).await);
    let off = json!({"passes_enabled": false});
    let path = format!("/v1/manage/sites/{}/policy", building.site);
    ok(service.patch(&path, &service.operator, &off).await).await;
    let body = json!({"schedule": {"type": "full_day", "date": "2026-11-24"}});
    let refused = problem(service.post("/v1/passes", &building.resident, &body).await, 422).await;
    insta::assert_json_snapshot!("passes_are_off", refused);
}

#[tokio::test]
async fn lists_come_in_pages() {
    let service = TestService::new().await;
    let building = service.building().await;
    for number in 0..5 {
        service.pass(&building.resident, json!({"name": format!("P{number}")})).await;
    }
    let mut names = Vec::new();
    let mut path = "/v1/passes?limit=2".to_owned();
    loop {
        let page = ok(service.get(&path, &building.resident).await).await;
        names.extend(page["items"].as_array().unwrap().iter().map(|pass| text(pass, "name")));
        match page["cursor"].as_str() {
            Some(cursor) => path = format!("/v1/passes?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(names, ["P4", "P3", "P2", "P1", "P0"]);
    for wrong in ["limit=0", "limit=201", "cursor=x", "limit=many", "valid=perhaps"] {
        assert_eq!(
            code(service.get(&format!("/v1/passes?{wrong}"), &building.resident).await, 400).await,
            "unreadable"
        );
    }
}

#[tokio::test]
async fn a_revoked_pass_opens_nothing_and_hides_its_secrets() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let path = format!("/v1/passes/{}", id(&pass));
    let revoked = ok(service.delete(&path, &building.resident).await).await;
    assert_eq!(revoked["status"], "revoked");
    assert_eq!(identifier(&revoked, "code"), "");
    assert_eq!(ok(service.delete(&path, &building.resident).await).await["revoked_at"], revoked["revoked_at"]);
    let shown = service.show(&building.panel, &json!({"type": "qr", "value": identifier(&pass, "qr")})).await;
    assert_eq!(shown["reason"], "revoked");
    let edit = service.request(Method::PATCH, &path, &building.resident).header("if-match", "*");
    let refused = edit.json(&json!({"name": "x"})).send().await.unwrap();
    insta::assert_json_snapshot!("an_edit_of_a_revoked_pass", problem(refused, 422).await);
}

/// The name of a pass whose resident gave it none is made of the day it first opens, as the app makes it.
#[tokio::test]
async fn a_skipped_name_has_the_day_of_the_first_opening() {
    let service = TestService::new().await;
    let building = service.building().await;
    let schedule = json!({"type": "recurring", "days": ["fri"], "from": "09:00", "to": "17:00",
        "starts": "2026-11-24", "expires": "2026-12-31"});
    assert_eq!(service.pass(&building.resident, json!({"schedule": schedule})).await["name"], "Guest, 27 Nov");
}
