//! Many panels ask about one pass at the same moment, over HTTP.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::Barrier;

use crate::support::{Building, House, identifier, ok};

/// Presentations at once.
const GUESTS: usize = 256;
/// Connections they come over.
const CONNECTIONS: usize = 32;

async fn strict() -> (House, Building) {
    let house = House::new().await;
    let building = house.building().await;
    let policy = format!("/v1/manage/sites/{}/policy", building.site);
    ok(house.patch(&policy, &house.operator, &json!({"grace_seconds": 0})).await).await;
    (house, building)
}

/// Presents the pass's QR code `guests` times at once, each time as an event of its own; how many were granted.
async fn rush(house: &House, panel: &str, pass: &Value, guests: usize, round: usize) -> usize {
    let url = house.url(&format!("/v1/panels/{panel}/validate"));
    let start = Arc::new(Barrier::new(CONNECTIONS));
    let mut connections = Vec::new();
    for connection in 0..CONNECTIONS {
        let (http, url, qr, start) = (house.http.clone(), url.clone(), identifier(pass, "qr"), Arc::clone(&start));
        connections.push(tokio::spawn(async move {
            start.wait().await;
            let mut granted = 0;
            for number in (connection..guests).step_by(CONNECTIONS) {
                let body = json!({"type": "qr", "value": qr, "event_id": format!("r{round}-{number}")});
                let answer: Value = http.post(&url).json(&body).send().await.unwrap().json().await.unwrap();
                let reason = answer["reason"].as_str().unwrap();
                assert!(["ok", "used_up", "used_up_today"].contains(&reason), "{answer}");
                granted += usize::from(answer["decision"] == "granted");
            }
            granted
        }));
    }
    let mut granted = 0;
    for connection in connections {
        granted += connection.await.unwrap();
    }
    granted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_one_time_pass_is_granted_once_to_256_at_once() {
    let (house, building) = strict().await;
    // All 256 once, and then many rounds in which fewer collide: what matters is the collision.
    for (round, guests) in std::iter::once(GUESTS).chain([CONNECTIONS; 199]).enumerate() {
        let schedule = json!({"schedule": {"type": "one_time", "date": "2026-11-24"}});
        let pass = house.pass(&building.resident, schedule).await;
        assert_eq!(rush(&house, &building.panel, &pass, guests, round).await, 1, "round {round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_of_three_and_limits_a_day_are_kept() {
    let (house, building) = strict().await;
    let mut round = 1000;
    for _ in 0..10 {
        let three = house.pass(&building.resident, json!({"uses": {"limit": 3}})).await;
        assert_eq!(rush(&house, &building.panel, &three, 64, round).await, 3);
        let schedule = json!({"type": "recurring", "days": ["tue", "wed"], "from": "00:00", "to": "23:59",
            "starts": "2026-11-24", "expires": "2026-11-25"});
        let daily =
            house.pass(&building.resident, json!({"schedule": schedule, "uses": {"limit": null, "per_day": 2}})).await;
        assert_eq!(rush(&house, &building.panel, &daily, 64, round + 1).await, 2);
        round += 2;
        // The next local day brings two more.
        house.advance(24 * 3600);
        assert_eq!(rush(&house, &building.panel, &daily, 64, round).await, 2);
        house.advance(-24 * 3600);
        round += 1;
    }
}
