//! Whatever bytes come, the answer is never a failure of the service.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use reqwest::Method;
use serde_json::{Map, Value, json};

use crate::support::{TestService, id};

/// Any JSON, of the words real bodies are made of.
fn any_json() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "type",
        "value",
        "name",
        "schedule",
        "date",
        "time_zone",
        "days",
        "from",
        "to",
        "starts",
        "expires",
        "uses",
        "limit",
        "per_day",
        "doors",
        "identifiers",
        "plate",
        "qr",
        "code",
        "full_day",
        "recurring",
        "custom",
        "2026-11-24",
        "23:59",
        "UTC",
        "Asia/Kathmandu",
        "America/New_York",
        "tue",
        "event_id",
        "door",
        "locks",
        "lock",
        "kind",
        "street",
        "location",
        "latitude",
        "id",
        "channel",
        "link",
        "invite_code",
        "device_name",
        "grace_seconds",
        "identifier_number",
        "identifier_type",
        "starts_at",
        "ends_at",
        "2026-11-24T10:00",
        "+999999-12-31",
        "",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..6).prop_map(|fields| {
                Value::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
            }),
        ]
    })
}

/// A good body with one thing in it replaced.
fn nearly(good: Value) -> impl Strategy<Value = Value> {
    (any::<prop::sample::Index>(), any_json()).prop_map(move |(at, other)| {
        let mut body = good.clone();
        let mut places = Vec::new();
        pointers(&body, String::new(), &mut places);
        let place = at.get(&places).clone();
        if let Some(value) = body.pointer_mut(&place) {
            *value = other;
        }
        body
    })
}

fn pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| pointers(value, format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| pointers(value, format!("{at}/{n}"), found));
        }
        _ => {}
    }
    found.push(at);
}

#[test]
fn no_body_brings_it_down() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (service, building, pass) = runtime.block_on(async {
        let service = TestService::new().await;
        let building = service.building().await;
        let pass = service.pass(&building.resident, json!({})).await;
        (service, building, pass)
    });
    let site = format!("/v1/manage/sites/{}", building.site);
    let (resident, operator) = (building.resident.as_str(), service.operator.as_str());
    let recurring = json!({"type": "recurring", "days": ["tue"], "from": "14:20", "to": "15:20", "starts": "2026-11-24", "expires": "2027-05-01", "time_zone": "America/New_York"});
    let custom =
        json!({"type": "custom", "starts_at": "2026-11-24T12:00", "ends_at": "2026-11-25T12:00", "time_zone": "UTC"});
    let lock = json!([{"lock": 1, "door": building.doors[0]}]);
    let request = json!({"name": "x", "comment": "", "guest": "guest", "schedule": recurring, "uses": {"limit": 3, "per_day": 1}, "doors": [building.doors[0]], "identifiers": [{"type": "plate", "plate": "ABC 1234"}]});
    let cases: Vec<(Method, String, &str, Value)> = vec![
        (Method::POST, "/v1/passes".into(), resident, request),
        (
            Method::PATCH,
            format!("/v1/passes/{}", id(&pass)),
            resident,
            json!({"schedule": custom, "uses": {"limit": null}}),
        ),
        (
            Method::POST,
            format!("/v1/passes/{}/shares", id(&pass)),
            resident,
            json!({"channel": "link", "to": "x", "language": "en"}),
        ),
        (Method::POST, "/v1/activations".into(), "", json!({"invite_code": "ABCD", "device_name": "x"})),
        (
            Method::POST,
            format!("/v1/panels/{}/validate", building.panel),
            "",
            json!({"type": "plate", "value": "ABC 1234", "door": 1, "event_id": "e", "photo": "AAAA", "confidence": 0.5}),
        ),
        (
            Method::POST,
            format!("/basip/{}/validate", building.panel),
            "",
            json!({"identifier_number": "1", "identifier_type": "input_code"}),
        ),
        (
            Method::POST,
            format!("{site}/doors"),
            operator,
            json!({"name": "x", "kind": "lift", "shareable": true, "location": {"latitude": 1.0, "longitude": 2.0}}),
        ),
        (Method::POST, format!("{site}/units"), operator, json!({"name": "x", "doors": [building.doors[0]]})),
        (
            Method::POST,
            format!("{site}/panels"),
            operator,
            json!({"name": "x", "locks": lock, "adapter": "native", "qr_alphabet": "text", "unknown": "deny", "open_ms": 3000}),
        ),
        (
            Method::PATCH,
            format!("{site}/policy"),
            operator,
            json!({"types": ["custom"], "grace_seconds": 1, "passes_enabled": true, "early_arrival_minutes": 3}),
        ),
        (Method::PUT, format!("{site}/policy"), operator, json!({"identifiers": ["qr"], "passes_enabled": true})),
        (
            Method::POST,
            format!("/v1/manage/units/{}/invitations", building.unit),
            operator,
            json!({"resident_name": "x", "resident": building.unit, "valid_hours": 3}),
        ),
        (Method::POST, "/v1/manage/sites".into(), operator, json!({"name": "x", "address": "y", "time_zone": "UTC"})),
        (
            Method::PATCH,
            format!("/v1/manage/panels/{}", building.panel_id),
            operator,
            json!({"name": "x", "locks": lock, "open_ms": 4000}),
        ),
    ];
    let send = |method: &Method, path: &str, token: &str, bytes: Vec<u8>| {
        let request = service.request(method.clone(), path, token).header("content-type", "application/json");
        let request = request.header("if-match", "*").body(bytes);
        runtime.block_on(async { request.send().await.unwrap().status() })
    };
    for (method, path, token, good) in cases {
        let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
        let bodies = prop_oneof![
            4 => nearly(good).prop_map(|body| serde_json::to_vec(&body).unwrap()),
            2 => any_json().prop_map(|body| serde_json::to_vec(&body).unwrap()),
            1 => prop::collection::vec(any::<u8>(), 0..200),
        ];
        let checked = runner.run(&bodies, |bytes| {
            let status = send(&method, &path, token, bytes);
            prop_assert!(!status.is_server_error() || status == 501, "{status}");
            Ok(())
        });
        if let Err(error) = checked {
            panic!("{method} {path}: {error}");
        }
    }
}
