//! Gatepass's own panel protocol.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::support::{TestService, code, eventually, id, identifier, ok, problem, text, tuesday};

#[tokio::test]
async fn every_identifier_opens_the_doors_of_its_pass() {
    let service = TestService::new().await;
    let building = service.building().await;
    let identifiers =
        json!([{"type": "qr"}, {"type": "code"}, {"type": "link"}, {"type": "plate", "plate": "ABC 1234"}]);
    let doors = json!([building.doors[0], building.doors[1]]);
    let pass = service.pass(&building.resident, json!({"identifiers": identifiers, "doors": doors})).await;
    for kind in ["qr", "code", "link", "plate"] {
        let shown =
            service.show(&building.panel, &json!({"type": kind, "value": identifier(&pass, kind), "lock": 2})).await;
        assert_eq!(shown["decision"], "granted", "{kind}: {shown}");
        assert_eq!((&shown["lock"], &shown["open_ms"]), (&json!(2), &json!(3000)));
    }
    let elsewhere =
        service.show(&building.panel, &json!({"type": "qr", "value": identifier(&pass, "qr"), "door": 3})).await;
    assert_eq!((&elsewhere["decision"], &elsewhere["reason"]), (&json!("denied"), &json!("wrong_door")));
    let log = ok(service.get("/v1/entries", &building.resident).await).await;
    let reasons: Vec<String> = log["items"].as_array().unwrap().iter().map(|entry| text(entry, "reason")).collect();
    assert_eq!(reasons, ["wrong_door", "ok", "ok", "ok", "ok"]);
    let arrivals = log["items"].as_array().unwrap().iter().filter(|entry| entry["arrival"] == true).count();
    assert_eq!(arrivals, 1, "one visit");
    assert_eq!(log["items"][0]["id"], elsewhere["decision_id"]);
}

#[tokio::test]
async fn the_display_never_tells_unknown_from_revoked() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    ok(service.delete(&format!("/v1/passes/{}", id(&pass)), &building.resident).await).await;
    let revoked = service.show(&building.panel, &json!({"type": "code", "value": identifier(&pass, "code")})).await;
    let unknown = service.show(&building.panel, &json!({"type": "code", "value": "918273"})).await;
    assert_eq!((&revoked["reason"], &unknown["reason"]), (&json!("revoked"), &json!("unknown")));
    assert_eq!((&revoked["decision"], &revoked["display"]), (&unknown["decision"], &unknown["display"]));
    let card = service.show(&building.panel, &json!({"type": "card", "value": "0102030405"})).await;
    assert_eq!(card["decision"], "not_handled");
    assert_eq!(card["decision_id"], json!(null));
}

#[tokio::test]
async fn the_same_event_gets_the_same_answer_for_ever() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({"uses": {"limit": 1}})).await;
    let asked = json!({"type": "qr", "value": identifier(&pass, "qr"), "event_id": "e1"});
    let first = service.show(&building.panel, &asked).await;
    assert_eq!(first["decision"], "granted");
    service.advance(3600);
    assert_eq!(service.show(&building.panel, &asked).await, first);
    let new = json!({"type": "qr", "value": identifier(&pass, "qr"), "event_id": "e2"});
    assert_eq!(service.show(&building.panel, &new).await["reason"], "used_up");
    let misused = json!({"type": "code", "value": identifier(&pass, "code"), "event_id": "e1"});
    let refused = service.post(&format!("/v1/panels/{}/validate", building.panel), "", &misused).await;
    insta::assert_json_snapshot!(problem(refused, 409).await);
}

#[tokio::test]
async fn without_an_event_ten_seconds_are_one_presentation() {
    let service = TestService::new().await;
    let building = service.building().await;
    let policy = format!("/v1/manage/sites/{}/policy", building.site);
    ok(service.patch(&policy, &service.operator, &json!({"grace_seconds": 0})).await).await;
    let pass = service.pass(&building.resident, json!({"uses": {"limit": 1}})).await;
    let asked = json!({"type": "qr", "value": identifier(&pass, "qr")});
    let first = service.show(&building.panel, &asked).await;
    service.advance(9);
    assert_eq!(service.show(&building.panel, &asked).await, first);
    service.advance(2);
    assert_eq!(service.show(&building.panel, &asked).await["reason"], "used_up");
}

#[tokio::test]
async fn what_a_panel_asks_must_make_sense() {
    let service = TestService::new().await;
    let building = service.building().await;
    let path = format!("/v1/panels/{}/validate", building.panel);
    let refused = async |body: serde_json::Value, status| problem(service.post(&path, "", &body).await, status).await;
    insta::assert_json_snapshot!("a_kind_nobody_knows", refused(json!({"type": "smile", "value": "x"}), 400).await);
    insta::assert_json_snapshot!("no_value", refused(json!({"type": "qr", "value": ""}), 422).await);
    let event = json!({"type": "qr", "value": "x", "event_id": "e".repeat(65)});
    insta::assert_json_snapshot!("a_long_event", refused(event, 422).await);
    let lock = json!({"type": "qr", "value": "x", "door": 9});
    insta::assert_json_snapshot!("no_such_lock", refused(lock, 422).await);
    let sure = json!({"type": "plate", "value": "ABC 1234", "confidence": 7});
    insta::assert_json_snapshot!("surer_than_sure", refused(sure, 422).await);
    let wrong = service.post("/v1/panels/gpp_0000/validate", "", &json!({"type": "qr", "value": "x"})).await;
    insta::assert_json_snapshot!("a_wrong_panel_token", problem(wrong, 404).await);
}

#[tokio::test]
async fn a_photo_comes_back_to_the_resident_alone() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let jpeg = [&[0xFF, 0xD8, 0xFF, 0xE0][..], &[7; 5000]].concat();
    let asked = json!({"type": "qr", "value": identifier(&pass, "qr"), "photo": BASE64_STANDARD.encode(&jpeg)});
    let shown = service.show(&building.panel, &asked).await;
    let path = format!("/v1/entries/{}/photo", text(&shown, "decision_id"));
    // It is written after the answer.
    eventually(async || service.get(&path, &building.resident).await.status() == 200).await;
    let photo = service.get(&path, &building.resident).await;
    assert_eq!(photo.headers()["content-type"], "image/jpeg");
    assert_eq!(photo.bytes().await.unwrap(), jpeg);
    let other = service.make(&format!("/v1/manage/sites/{}/units", building.site), &json!({"name": "9A"})).await;
    let neighbour = service.resident(&id(&other), "Nosy").await;
    assert_eq!(code(service.get(&path, &neighbour).await, 404).await, "not_found");
    let junk = json!({"type": "code", "value": identifier(&pass, "code"), "photo": "no base64!"});
    let shown = service.show(&building.panel, &junk).await;
    assert_eq!(shown["decision"], "granted", "a broken camera keeps nobody out");
    let path = format!("/v1/entries/{}/photo", text(&shown, "decision_id"));
    assert_eq!(code(service.get(&path, &building.resident).await, 404).await, "not_found");
}

#[tokio::test]
async fn a_photo_is_gone_when_its_time_is_over_and_its_entry_stays() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let jpeg = BASE64_STANDARD.encode([0xFF, 0xD8, 0xFF, 0xE0]);
    let asked = json!({"type": "qr", "value": identifier(&pass, "qr"), "photo": jpeg});
    let entry = text(&service.show(&building.panel, &asked).await, "decision_id");
    // It purges when it starts, and every hour.
    let later = tuesday() + chrono::TimeDelta::days(29);
    let service = service.restarted(later).await;
    let photo = format!("/v1/entries/{entry}/photo");
    assert_eq!(service.get(&photo, &building.resident).await.status(), 200);
    let service = service.restarted(later + chrono::TimeDelta::days(2)).await;
    eventually(async || service.get(&photo, &building.resident).await.status() == 404).await;
    let log = ok(service.get("/v1/entries", &building.resident).await).await;
    assert_eq!(log["items"][0]["id"], json!(entry));
    let service = service.restarted(later + chrono::TimeDelta::days(90)).await;
    let log = async || ok(service.get("/v1/entries", &building.resident).await).await["items"].clone();
    eventually(async || log().await == json!([])).await;
}

#[tokio::test]
async fn a_new_token_ends_the_old_one() {
    let service = TestService::new().await;
    let building = service.building().await;
    let made = service.make(&format!("/v1/manage/panels/{}/token", building.panel_id), &json!(null)).await;
    let asked = json!({"type": "qr", "value": "x"});
    let old = service.post(&format!("/v1/panels/{}/validate", building.panel), "", &asked).await;
    assert_eq!(code(old, 404).await, "unknown_panel");
    assert_eq!(service.show(&text(&made, "token"), &asked).await["reason"], "unknown");
    assert_eq!(
        service.delete(&format!("/v1/manage/panels/{}", building.panel_id), &service.operator).await.status(),
        204
    );
    let removed = service.post(&format!("/v1/panels/{}/validate", text(&made, "token")), "", &asked).await;
    assert_eq!(code(removed, 404).await, "unknown_panel");
}
