//! The contract BAS-IP documents, played by a panel that misbehaves in every way such panels do.

use std::time::Duration;

use gatepass_panel::adapters::basip::fake;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{Building, TestService, code, identifier, ok, text};

struct Panel {
    token: String,
    service: TestService,
    building: Building,
}

impl Panel {
    async fn new() -> Self {
        Self::with(|_| ()).await
    }

    async fn with(change: impl FnOnce(&mut gatepass_panel::Settings)) -> Self {
        let service = TestService::with(change).await;
        let building = service.building().await;
        let locks = json!([{"lock": 1, "door": building.doors[0]}, {"lock": 2, "door": building.doors[1]}]);
        let panel = json!({"name": "AV-08FB", "adapter": "basip", "locks": locks});
        let made = service.make(&format!("/v1/manage/sites/{}/panels", building.site), &panel).await;
        assert_eq!(text(&made, "validate_url"), format!("{}/basip/{}/validate", service.base, text(&made, "token")));
        Self { token: text(&made, "token"), service, building }
    }

    fn path(&self) -> String {
        fake::path(&self.token)
    }

    async fn asks(&self, kind: &str, number: impl Into<Value>) -> Value {
        ok(self.service.post(&self.path(), "", &fake::question(kind, number)).await).await
    }
}

#[tokio::test]
async fn granted_denied_and_not_handled_are_what_the_panel_expects() {
    let panel = Panel::new().await;
    let doors = json!([panel.building.doors[0]]);
    let pass = panel.service.pass(&panel.building.resident, json!({"uses": {"limit": 1}, "doors": doors})).await;
    let digits = identifier(&pass, "code");
    let granted = json!({"handled": true, "access": {"granted": true, "lock_number": 1}});
    assert_eq!(panel.asks("input_code", digits.clone()).await, granted);
    assert_eq!(panel.asks("inputCode", digits.clone()).await, granted, "the word of newer firmware");
    // The site has a panel that reads UUIDs only, yet any text a guest may show opens.
    assert_eq!(panel.asks("qr", identifier(&pass, "qr")).await, granted);
    panel.service.advance(600);
    let denied = json!({"handled": true, "access": {"granted": false}});
    assert_eq!(panel.asks("input_code", digits).await, denied, "used up");
    let own = json!({"handled": false});
    assert_eq!(panel.asks("input_code", "0000").await, own, "a resident's own code");
    assert_eq!(panel.asks("card", "3735928559").await, own, "a resident's card");
    assert_eq!(panel.asks("ukey", "A1B2").await, own);
    assert_eq!(panel.asks("face_id", "17").await, own);
    assert_eq!(panel.asks("something_new", "17").await, own);
    assert_eq!(panel.asks("qr", "https://example.org/menu").await, own);
}

#[tokio::test]
async fn digits_may_come_as_a_number() {
    let panel = Panel::new().await;
    let digits = loop {
        // A number has no leading zero.
        let pass = panel.service.pass(&panel.building.resident, json!({})).await;
        let digits = identifier(&pass, "code");
        if !digits.starts_with('0') {
            break digits;
        }
    };
    let number: u64 = digits.parse().unwrap();
    assert_eq!(panel.asks("input_code", number).await["access"]["granted"], true);
}

#[tokio::test]
async fn a_uuid_is_the_same_pass() {
    let panel = Panel::new().await;
    let pass = panel.service.pass(&panel.building.resident, json!({})).await;
    let token = gatepass_core::identifier::Token::parse(&identifier(&pass, "qr"));
    // A site whose panels read UUIDs may show the alias already.
    let uuid = token.map_or_else(|_| identifier(&pass, "qr"), |token| token.uuid().to_string());
    assert_eq!(panel.asks("qr", uuid).await["access"]["granted"], true);
}

#[tokio::test]
async fn a_code_sent_twice_after_a_time_out_is_one_use() {
    let panel = Panel::new().await;
    let policy = format!("/v1/manage/sites/{}/policy", panel.building.site);
    ok(panel.service.patch(&policy, &panel.service.operator, &json!({"grace_seconds": 0})).await).await;
    let pass = panel.service.pass(&panel.building.resident, json!({"uses": {"limit": 1}})).await;
    let digits = identifier(&pass, "code");
    let first = panel.asks("input_code", digits.clone()).await;
    panel.service.advance(9);
    assert_eq!(panel.asks("input_code", digits.clone()).await, first);
    let log = ok(panel.service.get("/v1/entries", &panel.building.resident).await).await;
    assert_eq!(log["items"].as_array().unwrap().len(), 1, "one presentation");
    panel.service.advance(10);
    assert_eq!(panel.asks("input_code", digits).await["access"]["granted"], false);
}

#[tokio::test]
async fn faults_are_refused_without_opening_anything() {
    let panel = Panel::new().await;
    let service = &panel.service;
    let asked = json!({"identifier_number": "1", "identifier_type": "qr"});
    assert_eq!(code(service.post("/basip/gpp_wrong/validate", "", &asked).await, 404).await, "unknown_panel");
    for malformed in
        ["", "{", "[]", "null", r#"{"identifier_type":"qr"}"#, r#"{"identifier_number":[],"identifier_type":"qr"}"#]
    {
        let request = service.request(reqwest::Method::POST, &panel.path(), "").body(malformed);
        assert_eq!(code(request.send().await.unwrap(), 400).await, "unreadable", "{malformed}");
    }
    let large = service.request(reqwest::Method::POST, &panel.path(), "").body("x".repeat(20_000_000));
    // The service need not read what it refuses: the panel may see the connection end instead of the answer.
    if let Ok(answer) = large.send().await {
        assert_eq!(code(answer, 413).await, "too_large");
    }
    assert_eq!(code(service.get(&panel.path(), "").await, 405).await, "method_not_allowed");
    assert_eq!(ok(service.get("/v1/entries", &panel.building.resident).await).await["items"], json!([]));
}

#[tokio::test]
async fn a_body_that_drips_is_cut_off() {
    let panel = Panel::with(|settings| settings.limits.body_seconds = 1).await;
    let address = panel.service.base.trim_start_matches("http://").to_owned();
    let mut slow = TcpStream::connect(&address).await.unwrap();
    let head = format!(
        "POST {} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 80\r\n\r\n{{",
        panel.path()
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    tokio::time::timeout(Duration::from_secs(30), slow.read_to_string(&mut answer)).await.unwrap().unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    // Others are served meanwhile and after.
    assert_eq!(panel.asks("card", "1").await, json!({"handled": false}));
}

#[tokio::test]
async fn a_head_that_drips_is_cut_off() {
    let panel = Panel::with(|settings| settings.limits.head_seconds = 1).await;
    let address = panel.service.base.trim_start_matches("http://").to_owned();
    let mut slow = TcpStream::connect(&address).await.unwrap();
    slow.write_all(b"POST /basip/").await.unwrap();
    let mut answer = Vec::new();
    tokio::time::timeout(Duration::from_secs(30), slow.read_to_end(&mut answer)).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&answer).contains("200"));
}

#[tokio::test]
async fn when_the_service_fails_the_panel_decides_alone() {
    let panel = Panel::with(|settings| settings.limits.decide_ms = 1).await;
    let pass = panel.service.pass(&panel.building.resident, json!({})).await;
    let database = panel.service.folder.path().join("gatepass.db");
    // Somebody holds the database: nothing can be committed in time.
    let blocker = rusqlite::Connection::open(&database).unwrap();
    blocker.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(panel.asks("input_code", identifier(&pass, "code")).await, json!({"handled": false}));
    let native = json!({"type": "qr", "value": identifier(&pass, "qr")});
    let shown = panel.service.show(&panel.building.panel, &native).await;
    assert_eq!((&shown["decision"], &shown["reason"]), (&json!("not_handled"), &json!("error")));
    assert_eq!((&shown["decision_id"], &shown["open_ms"], &shown["display"]), (&json!(null), &json!(0), &json!("")));
    blocker.execute_batch("ROLLBACK").unwrap();
    let metrics = panel.service.get("/metrics", "").await.text().await.unwrap();
    assert!(metrics.contains(r#"gatepass_decisions_total{reason="error"} 2"#), "{metrics}");
}
