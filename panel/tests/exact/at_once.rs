//! Many panels ask about one pass at the same moment, over HTTP.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Barrier;

use crate::support::{Building, TestService, identifier, ok};

/// Panels that ask at once, each over its own connection.
const GUESTS: usize = 256;
const ROUNDS: usize = 200;

/// A panel's connection, kept open. So little of a client that 256 of them leave the service most of the machine.
struct PanelConnection {
    stream: TcpStream,
    head: String,
    answer: Vec<u8>,
}

impl PanelConnection {
    async fn to(service: &TestService, panel: &str) -> Self {
        let stream = TcpStream::connect(service.base.trim_start_matches("http://")).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let head =
            format!("POST /v1/panels/{panel}/validate HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n");
        Self { stream, head, answer: Vec::new() }
    }

    /// Shows a QR code as an event of its own; whether it was granted.
    async fn show(&mut self, qr: &str, event: &str) -> bool {
        let body = format!(r#"{{"type":"qr","value":"{qr}","event_id":"{event}"}}"#);
        let request = format!("{}content-length: {}\r\n\r\n{body}", self.head, body.len());
        self.stream.write_all(request.as_bytes()).await.unwrap();
        self.answer.clear();
        // The answer is one flat object.
        while !self.answer.ends_with(b"}") {
            assert!(self.stream.read_buf(&mut self.answer).await.unwrap() > 0, "the connection ended");
        }
        let answer = std::str::from_utf8(&self.answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let decision: Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
        let reason = decision["reason"].as_str().unwrap();
        assert!(["ok", "used_up", "used_up_today"].contains(&reason), "{decision}");
        decision["decision"] == "granted"
    }
}

/// A building without grace, and the panels' connections.
struct ConcurrentPresentations {
    service: TestService,
    building: Building,
    connections: Vec<PanelConnection>,
    rounds: usize,
}

impl ConcurrentPresentations {
    async fn new() -> Self {
        let service = TestService::new().await;
        let building = service.building().await;
        let policy = format!("/v1/manage/sites/{}/policy", building.site);
        ok(service.patch(&policy, &service.operator, &json!({"grace_seconds": 0})).await).await;
        let mut connections = Vec::new();
        for _ in 0..GUESTS {
            connections.push(PanelConnection::to(&service, &building.panel).await);
        }
        Self { service, building, connections, rounds: 0 }
    }

    /// A one-time pass, shown by so many at once: one is let in.
    async fn one_time(&mut self, guests: usize) {
        let schedule = json!({"schedule": {"type": "one_time", "date": "2026-11-24"}});
        let pass = self.service.pass(&self.building.resident, schedule).await;
        assert_eq!(self.at_once(&pass, guests).await, 1, "round {}", self.rounds);
    }

    /// Everybody shows the pass at once; how many were let in.
    async fn at_once(&mut self, pass: &Value, guests: usize) -> usize {
        self.rounds += 1;
        let start = Arc::new(Barrier::new(guests));
        let mut asking = Vec::new();
        for (number, mut connection) in self.connections.drain(..guests).enumerate() {
            let (start, qr) = (Arc::clone(&start), identifier(pass, "qr"));
            let event = format!("r{}-{number}", self.rounds);
            asking.push(tokio::spawn(async move {
                start.wait().await;
                (connection.show(&qr, &event).await, connection)
            }));
        }
        let mut granted = 0;
        for guest in asking {
            let (let_in, connection) = guest.await.unwrap();
            granted += usize::from(let_in);
            self.connections.push(connection);
        }
        granted
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_one_time_pass_is_granted_once_to_256_at_once() {
    let mut rush = ConcurrentPresentations::new().await;
    for round in 0..ROUNDS {
        // The full crowd every tenth time: a debug build on two cores has other tests to run.
        rush.one_time(if round % 10 == 0 { GUESTS } else { GUESTS / 8 }).await;
    }
}

/// `cargo test --release -p gatepass-panel --test exact -- --ignored`
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "51 200 decisions: half a minute of a debug build"]
async fn two_hundred_rounds_of_256_at_once() {
    let mut rush = ConcurrentPresentations::new().await;
    for _ in 0..ROUNDS {
        rush.one_time(GUESTS).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_of_three_and_limits_a_day_are_kept() {
    let mut rush = ConcurrentPresentations::new().await;
    for _ in 0..10 {
        let resident = rush.building.resident.clone();
        let three = rush.service.pass(&resident, json!({"uses": {"limit": 3}})).await;
        assert_eq!(rush.at_once(&three, GUESTS).await, 3);
        let schedule = json!({"type": "recurring", "days": ["tue", "wed"], "from": "00:00", "to": "23:59",
            "starts": "2026-11-24", "expires": "2026-11-25"});
        let uses = json!({"limit": null, "per_day": 2});
        let daily = rush.service.pass(&resident, json!({"schedule": schedule, "uses": uses})).await;
        assert_eq!(rush.at_once(&daily, GUESTS / 4).await, 2);
        // The next local day brings two more.
        rush.service.advance(24 * 3600);
        assert_eq!(rush.at_once(&daily, GUESTS / 4).await, 2);
        rush.service.advance(-24 * 3600);
    }
}
