//! Server-sent events: what residents and panels listen to, and how the service stops.

use std::time::Duration;

use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::support::{TestService, code, id, identifier, ok, text};

/// A stream of events, read one by one.
struct Events {
    stream: std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<axum::body::Bytes>> + Send>>,
    rest: String,
}

impl Events {
    async fn of(service: &TestService, path: &str, token: &str) -> Self {
        let response = service.get(path, token).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no", "nginx passes events on at once");
        Self { stream: Box::pin(response.bytes_stream()), rest: String::new() }
    }

    /// Event and data of the next one; `None` when the stream has ended.
    async fn next(&mut self) -> Option<(String, String)> {
        loop {
            if let Some(end) = self.rest.find("\n\n") {
                let block: String = self.rest.drain(..end + 2).collect();
                let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
                if let Some(data) = field("data:") {
                    return Some((field("event:").unwrap_or_default().to_owned(), data.to_owned()));
                }
                continue;
            }
            let chunk =
                tokio::time::timeout(Duration::from_secs(30), self.stream.next()).await.expect("an event in time");
            match chunk {
                Some(Ok(bytes)) => self.rest.push_str(std::str::from_utf8(&bytes).unwrap()),
                Some(Err(_)) | None => return None,
            }
        }
    }
}

#[tokio::test]
async fn residents_hear_when_something_of_their_unit_changes() {
    let service = TestService::new().await;
    let building = service.building().await;
    let unit = service.make(&format!("/v1/manage/sites/{}/units", building.site), &json!({"name": "9A"})).await;
    let neighbour = service.resident(&id(&unit), "Nosy").await;
    let mut events = Events::of(&service, "/v1/events", &building.resident).await;
    assert_eq!(events.next().await.unwrap().0, "changed", "one at the beginning");
    let start = ok(service.get("/v1/changes", &building.resident).await).await;
    assert!(start["profile"].is_object());
    service.pass(&neighbour, json!({"name": "not yours"})).await;
    let pass = service.pass(&building.resident, json!({"name": "yours"})).await;
    let (event, cursor) = events.next().await.unwrap();
    assert_eq!(event, "changed");
    let since = format!("/v1/changes?since={}", text(&start, "cursor"));
    let news = ok(service.get(&since, &building.resident).await).await;
    assert_eq!(news["cursor"], json!(cursor));
    assert_eq!(news["passes"], json!([pass]));
    assert_eq!(news["profile"], json!(null));
    service.show(&building.panel, &json!({"type": "qr", "value": identifier(&pass, "qr")})).await;
    events.next().await.unwrap();
    let since = format!("/v1/changes?since={cursor}");
    let news = ok(service.get(&since, &building.resident).await).await;
    assert_eq!(news["entries"][0]["reason"], "ok");
    assert_eq!(news["passes"][0]["uses"]["used"], 1);
    assert_eq!(news["more"], false);
}

#[tokio::test]
async fn a_removed_device_hears_nothing_more() {
    let service = TestService::new().await;
    let building = service.building().await;
    let mut events = Events::of(&service, "/v1/events", &building.resident).await;
    events.next().await.unwrap();
    let me = ok(service.get("/v1/me", &building.resident).await).await;
    let device = format!("/v1/me/devices/{}", me["devices"][0]["id"].as_str().unwrap());
    assert_eq!(service.delete(&device, &building.resident).await.status(), 204);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_manager_opens_a_door_through_a_panel_that_listens() {
    let service = TestService::new().await;
    let building = service.building().await;
    let open = format!("/v1/manage/doors/{}/open", building.doors[1]);
    let nobody = service.post(&open, &service.operator, &json!(null)).await;
    assert_eq!(code(nobody, 409).await, "no_panel_listening");
    let commands = format!("/v1/panels/{}/commands", building.panel);
    let mut listening = Events::of(&service, &commands, "").await;
    let opened = ok(service.post(&open, &service.operator, &json!(null)).await).await;
    assert_eq!(opened["panels"], 1);
    let (event, data) = listening.next().await.unwrap();
    let command: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(event, "open");
    assert_eq!((&command["command"], &command["lock"]), (&json!("open"), &json!(2)));
    assert_eq!(command["decision_id"], opened["decision_id"]);
    assert_eq!(command["expires_at"], "2026-11-24T15:00:10Z");
    let log = ok(service.get(&format!("/v1/manage/sites/{}/entries", building.site), &service.operator).await).await;
    assert_eq!(log["items"][0]["id"], opened["decision_id"]);
    assert_eq!(log["items"][0]["door_name"], "Lobby");
    let panel = ok(service.get(&format!("/v1/manage/panels/{}", building.panel_id), &service.operator).await).await;
    assert_eq!(panel["listening"], true);
    // A new token ends the stream of the old one.
    service.make(&format!("/v1/manage/panels/{}/token", building.panel_id), &json!(null)).await;
    assert!(listening.next().await.is_none());
}

/// "Asked to open" and what came of it are two facts.
#[tokio::test]
async fn a_panel_says_what_came_of_a_command() {
    let service = TestService::new().await;
    let building = service.building().await;
    let mut commands = Events::of(&service, &format!("/v1/panels/{}/commands", building.panel), "").await;
    let open = format!("/v1/manage/doors/{}/open", building.doors[0]);
    let asked = ok(service.post(&open, &service.operator, &json!(null)).await).await;
    assert_eq!(asked["outcome"], json!(null));
    commands.next().await.unwrap();
    let entries = format!("/v1/manage/sites/{}/entries", building.site);
    let newest = async || ok(service.get(&entries, &service.operator).await).await["items"][0].clone();
    assert_eq!((&newest().await["decision"], &newest().await["outcome"]), (&json!("granted"), &json!(null)));
    let report = |id: &Value| format!("/v1/panels/{}/commands/{}", building.panel, id.as_str().unwrap());
    let opened = json!({"outcome": "opened"});
    for _ in 0..2 {
        ok(service.post(&report(&asked["decision_id"]), "", &opened).await).await;
    }
    assert_eq!(newest().await["outcome"], "opened");
    let failed = json!({"outcome": "failed"});
    let second = service.post(&report(&asked["decision_id"]), "", &failed).await;
    assert_eq!(code(second, 409).await, "already_reported");
    // A decision about a pass is no command.
    let shown = service.show(&building.panel, &json!({"type": "code", "value": "918273"})).await;
    assert_eq!(code(service.post(&report(&shown["decision_id"]), "", &opened).await, 404).await, "not_found");
    // The client may wait for it.
    let waiting =
        async { ok(service.post(&format!("{open}?wait_ms=10000"), &service.operator, &json!(null)).await).await };
    let reporting = async {
        let (_, command) = commands.next().await.unwrap();
        let command: Value = serde_json::from_str(&command).unwrap();
        ok(service.post(&report(&command["decision_id"]), "", &failed).await).await
    };
    let (answer, _) = tokio::join!(waiting, reporting);
    assert_eq!(answer["outcome"], "failed");
    assert_eq!(newest().await["outcome"], "failed");
    let endless = service.post(&format!("{open}?wait_ms=60000"), &service.operator, &json!(null)).await;
    assert_eq!(code(endless, 400).await, "unreadable");
}

#[tokio::test]
async fn stopping_ends_streams_and_answers_what_was_asked() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({})).await;
    let mut events = Events::of(&service, "/v1/events", &building.resident).await;
    events.next().await.unwrap();
    let url = service.url(&format!("/v1/panels/{}/validate", building.panel));
    let body = json!({"type": "qr", "value": identifier(&pass, "qr")});
    let mut asked = Vec::new();
    for number in 0..32 {
        let mut body = body.clone();
        body["event_id"] = json!(format!("e{number}"));
        asked.push(tokio::spawn(service.http.post(&url).json(&body).send()));
    }
    // The first answer is there, others are on their way.
    let (first, _, asked) = futures_util::future::select_all(asked).await;
    assert_eq!(first.unwrap().unwrap().status(), 200);
    let TestService { running, folder, clock, .. } = service;
    running.stop().await;
    // What was under way is told; then it ends.
    while events.next().await.is_some() {}
    let mut answered = 1;
    for answer in asked {
        // Not accepted, or accepted and answered; nothing in between.
        if let Ok(answer) = answer.await.unwrap() {
            assert_eq!(answer.status(), 200);
            let decision: Value = answer.json().await.unwrap();
            assert_eq!(decision["decision"], "granted");
            answered += 1;
        }
    }
    let again = TestService::on(folder, gatepass_core::time::Clock::now(&*clock), |_| ()).await;
    let log = ok(again.get("/v1/entries", &building.resident).await).await;
    assert!(log["items"].as_array().unwrap().len() >= answered, "an answer that is not in the log");
}
