//! How the service says no.

use serde_json::json;

use crate::support::{TestService, ok, problem};

#[tokio::test]
async fn every_error_is_a_problem() {
    let service = TestService::new().await;
    let building = service.building().await;
    let resident = &building.resident;
    insta::assert_json_snapshot!("no_such_address", problem(service.get("/v1/nothing", "").await, 404).await);
    insta::assert_json_snapshot!("no_such_method", problem(service.delete("/v1/passes", resident).await, 405).await);
    let post = |kind: &'static str, body: &'static str| {
        service.request(reqwest::Method::POST, "/v1/passes", resident).header("content-type", kind).body(body).send()
    };
    let form = post("application/x-www-form-urlencoded", "a=b").await.unwrap();
    insta::assert_json_snapshot!("not_json", problem(form, 415).await);
    let broken = post("application/json", r#"{"schedule":{"type":"full_day","date":7}}"#).await.unwrap();
    insta::assert_json_snapshot!("unreadable_field", problem(broken, 400).await);
    let cut = post("application/json", r#"{"name":"#).await.unwrap();
    insta::assert_json_snapshot!("unreadable_json", problem(cut, 400).await);
    let large = json!({"comment": "x".repeat(70_000)});
    insta::assert_json_snapshot!("too_large", problem(service.post("/v1/passes", resident, &large).await, 413).await);
    let path = "/v1/passes/not-a-uuid";
    insta::assert_json_snapshot!("no_uuid", problem(service.get(path, resident).await, 404).await);
    insta::assert_json_snapshot!("no_token", problem(service.get("/v1/me", "").await, 401).await);
    insta::assert_json_snapshot!(
        "unreadable_query",
        problem(service.get("/v1/changes?since=x", resident).await, 400).await
    );
}

#[tokio::test]
async fn every_answer_has_its_headers() {
    let service = TestService::new().await;
    for path in ["/healthz", "/v1/me", "/nothing"] {
        let answer = service.get(path, "").await;
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(answer.headers()["cache-control"], "no-store", "{path}");
        assert_eq!(answer.headers()["referrer-policy"], "no-referrer", "{path}");
        assert!(answer.headers().contains_key("x-request-id"), "{path}");
    }
    let unauthorized = service.get("/v1/me", "").await;
    assert!(unauthorized.headers()["www-authenticate"].to_str().unwrap().starts_with("Bearer"));
}

#[tokio::test]
async fn operators_see_how_it_is() {
    let service = TestService::new().await;
    assert_eq!(service.get("/healthz", "").await.text().await.unwrap(), "ok\n");
    assert_eq!(service.get("/readyz", "").await.text().await.unwrap(), "ready\n");
    let building = service.building().await;
    service.pass(&building.resident, json!({})).await;
    service.show(&building.panel, &json!({"type": "qr", "value": "nobody's"})).await;
    assert_eq!(service.get("/v1/me", "wrong").await.status(), 401);
    let metrics = service.get("/metrics", "").await;
    assert!(metrics.headers()["content-type"].to_str().unwrap().starts_with("application/openmetrics-text"));
    let metrics = metrics.text().await.unwrap();
    for line in [
        r#"gatepass_decisions_total{reason="unknown"} 1"#,
        r#"gatepass_auth_failures_total{caller="resident"} 1"#,
        r#"gatepass_http_requests_total{method="POST",route="/v1/panels/{token}/validate",status="200"} 1"#,
        "gatepass_decision_seconds_count 1",
        "gatepass_live_passes 1",
        "gatepass_ledger_commits_total",
        "# EOF",
    ] {
        assert!(metrics.contains(line), "no {line} in\n{metrics}");
    }
    assert!(!metrics.contains(&building.panel));
    ok(service.get("/openapi.json", "").await).await;
}
