//! How often is too often, by the service's clock.

use serde_json::json;

use crate::support::{TestService, code, problem};

#[tokio::test]
async fn a_panel_may_ask_twenty_times_a_second() {
    let service = TestService::with(|settings| settings.limits.panel_per_second = 20).await;
    let building = service.building().await;
    let path = format!("/v1/panels/{}/validate", building.panel);
    let ask = async || service.post(&path, "", &json!({"type": "qr", "value": "x"})).await;
    for _ in 0..40 {
        assert_eq!(ask().await.status(), 200);
    }
    let refused = ask().await;
    assert_eq!(refused.headers()["retry-after"], "1");
    insta::assert_json_snapshot!(problem(refused, 429).await);
    // The clock stands still: nothing flows in.
    assert_eq!(code(ask().await, 429).await, "too_many_requests");
    service.advance(1);
    for _ in 0..20 {
        assert_eq!(ask().await.status(), 200);
    }
    assert_eq!(code(ask().await, 429).await, "too_many_requests");
}

#[tokio::test]
async fn a_device_and_an_address_have_limits_too() {
    let service = TestService::with(|settings| settings.limits.caller_per_second = 5).await;
    let building = service.building().await;
    for _ in 0..10 {
        assert_eq!(service.get("/v1/me", &building.resident).await.status(), 200);
    }
    assert_eq!(code(service.get("/v1/me", &building.resident).await, 429).await, "too_many_requests");
    assert_eq!(service.get("/healthz", "").await.status(), 200);

    let service = TestService::with(|settings| settings.limits.address_per_second = 5).await;
    for _ in 0..10 {
        assert_eq!(service.get("/healthz", "").await.status(), 200);
    }
    assert_eq!(code(service.get("/healthz", "").await, 429).await, "too_many_requests");
}

#[tokio::test]
async fn wrong_tokens_are_few_and_right_ones_unhindered() {
    let service = TestService::with(|settings| {
        settings.limits.wrong_tokens_per_minute = 20;
        settings.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    let building = service.building().await;
    for _ in 0..20 {
        assert_eq!(code(service.get("/v1/me", "wrong").await, 401).await, "unauthorized");
    }
    assert_eq!(code(service.get("/v1/me", "wrong").await, 429).await, "too_many_requests");
    assert_eq!(service.get("/v1/me", &building.resident).await.status(), 200);
    // An invitation's code is short enough to be guessed at: no more tries at all.
    let body = json!({"invite_code": "0000", "device_name": "x"});
    assert_eq!(code(service.post("/v1/activations", "", &body).await, 429).await, "too_many_requests");
    // Somebody behind the proxy whose address is another.
    let other = service.request(reqwest::Method::POST, "/v1/activations", "").header("x-forwarded-for", "198.51.100.7");
    assert_eq!(code(other.json(&body).send().await.unwrap(), 422).await, "invitation_not_good");
    service.advance(60);
    assert_eq!(code(service.post("/v1/activations", "", &body).await, 422).await, "invitation_not_good");
}

#[tokio::test]
async fn an_address_one_claims_oneself_changes_nothing() {
    let service = TestService::with(|settings| settings.limits.address_per_second = 5).await;
    for number in 0..10 {
        let request =
            service.request(reqwest::Method::GET, "/healthz", "").header("x-forwarded-for", format!("10.0.0.{number}"));
        assert_eq!(request.send().await.unwrap().status(), 200);
    }
    let request = service.request(reqwest::Method::GET, "/healthz", "").header("x-forwarded-for", "10.0.1.1");
    assert_eq!(code(request.send().await.unwrap(), 429).await, "too_many_requests");
}
