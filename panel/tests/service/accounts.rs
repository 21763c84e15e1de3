//! Invitations, activations, devices.

use serde_json::json;

use crate::support::{TestService, code, id, ok, problem, text};

#[tokio::test]
async fn an_invitation_activates_one_device_once() {
    let service = TestService::new().await;
    let building = service.building().await;
    let invite = service.invitation(&building.unit, "Ben").await;
    // As somebody types it who heard it on the telephone.
    let typed = invite.to_lowercase().replace('-', " ");
    let body = json!({"invite_code": typed, "device_name": "Ben's phone"});
    let activation = ok(service.post("/v1/activations", "", &body).await).await;
    assert_eq!(activation["profile"]["name"], "Ben");
    assert_eq!(activation["profile"]["doors"].as_array().unwrap().len(), 3);
    let again = problem(service.post("/v1/activations", "", &body).await, 422).await;
    insta::assert_json_snapshot!("an_invitation_used_twice", again);
    let unknown = json!({"invite_code": "0000-0000-0000-0000", "device_name": "x"});
    assert_eq!(problem(service.post("/v1/activations", "", &unknown).await, 422).await, again);
    let me = ok(service.get("/v1/me", &text(&activation, "token")).await).await;
    assert_eq!(me["devices"][0]["this"], true);
    assert_eq!(me["site"]["time_zone"], "America/New_York");
}

#[tokio::test]
async fn an_activation_repeated_with_its_key_gives_the_same_token() {
    let service = TestService::new().await;
    let building = service.building().await;
    let invite = service.invitation(&building.unit, "Ben").await;
    let body = json!({"invite_code": invite, "device_name": "Ben's phone"});
    let once = async |key: &str, body| {
        let request = service.request(reqwest::Method::POST, "/v1/activations", "");
        request.header("idempotency-key", key).json(&body).send().await.unwrap()
    };
    let first = ok(once("k1", body.clone()).await).await;
    let second = ok(once("k1", body.clone()).await).await;
    assert_eq!(first["token"], second["token"]);
    assert_eq!(first["profile"]["id"], second["profile"]["id"]);
    let other = json!({"invite_code": invite, "device_name": "Another phone"});
    assert_eq!(code(once("k1", other).await, 409).await, "idempotency_key_reused");
    assert_eq!(code(once("k2", body).await, 422).await, "invitation_not_good");
}

#[tokio::test]
async fn an_invitation_expires_and_can_be_withdrawn() {
    let service = TestService::new().await;
    let building = service.building().await;
    let path = format!("/v1/manage/units/{}/invitations", building.unit);
    let made = service.make(&path, &json!({"resident_name": "Ben", "valid_hours": 1})).await;
    service.advance(3600);
    let body = json!({"invite_code": made["code"], "device_name": "x"});
    assert_eq!(code(service.post("/v1/activations", "", &body).await, 422).await, "invitation_not_good");

    let made = service.make(&path, &json!({"resident_name": "Ben"})).await;
    let invitation = format!("/v1/manage/invitations/{}", id(&made["invitation"]));
    assert_eq!(service.delete(&invitation, &service.operator).await.status(), 204);
    let body = json!({"invite_code": made["code"], "device_name": "x"});
    assert_eq!(code(service.post("/v1/activations", "", &body).await, 422).await, "invitation_not_good");
    let hours = json!({"resident_name": "Ben", "valid_hours": 721});
    let refused = problem(service.post(&path, &service.operator, &hours).await, 422).await;
    insta::assert_json_snapshot!("an_invitation_for_too_long", refused);
}

#[tokio::test]
async fn a_removed_device_is_a_stranger_at_once() {
    let service = TestService::new().await;
    let building = service.building().await;
    let me = ok(service.get("/v1/me", &building.resident).await).await;
    let second = {
        let path = format!("/v1/manage/units/{}/invitations", building.unit);
        let made = service.make(&path, &json!({"resident": me["id"]})).await;
        let body = json!({"invite_code": made["code"], "device_name": "Tablet"});
        let activation = ok(service.post("/v1/activations", "", &body).await).await;
        assert_eq!(activation["profile"]["id"], me["id"]);
        text(&activation, "token")
    };
    let devices = ok(service.get("/v1/me", &second).await).await["devices"].clone();
    assert_eq!(devices.as_array().unwrap().len(), 2);
    let lost = devices.as_array().unwrap().iter().find(|device| device["this"] == false).unwrap();
    assert_eq!(service.delete(&format!("/v1/me/devices/{}", id(lost)), &second).await.status(), 204);
    assert_eq!(code(service.get("/v1/me", &building.resident).await, 401).await, "unauthorized");
    assert_eq!(service.get("/v1/me", &second).await.status(), 200);
    assert_eq!(code(service.delete(&format!("/v1/me/devices/{}", id(lost)), &second).await, 404).await, "not_found");
}

#[tokio::test]
async fn a_device_needs_a_name() {
    let service = TestService::new().await;
    let body = json!({"invite_code": "0000", "device_name": " "});
    let refused = problem(service.post("/v1/activations", "", &body).await, 422).await;
    insta::assert_json_snapshot!("a_device_without_a_name", refused);
}
