//! What is secret is not in the log, whatever happens and however much is logged.

use serde_json::{Value, json};

use crate::cli::{Binary, Serving};
use crate::support::{client, identifier, text};

#[tokio::test]
async fn no_secret_is_ever_logged() {
    let binary = Binary::new();
    binary.run(&["init"]);
    let serving =
        Serving::start(&binary, &[("GATEPASS_PANEL_LOG_LEVEL", "debug"), ("GATEPASS_PANEL_LOG_FORMAT", "json")]);
    let http = client();
    let url = |path: &str| format!("{}{path}", serving.base);
    let run = |arguments: &[&str]| -> Value {
        serde_json::from_str(&binary.run(&[&["--json"], arguments].concat())).unwrap()
    };
    run(&["site", "add", "Elm House", "--time-zone", "America/New_York"]);
    run(&["door", "add", "Street door"]);
    let panel = text(&run(&["panel", "add", "P", "--door", "Street door"]), "token");
    let basip = text(&run(&["panel", "add", "B", "--door", "Street door", "--adapter", "basip"]), "token");
    run(&["unit", "add", "12B"]);
    run(&["policy", "set", "--passes", "on"]);
    let manager = text(&run(&["manager", "add", "Bruno"]), "token");
    let invitation = text(&run(&["invite", "Ana", "--unit", "12B"]), "code");
    let post = async |path: String, token: &str, body: Value| -> Value {
        let answer = http.post(url(&path)).bearer_auth(token).json(&body).send().await.unwrap();
        serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap_or_default()
    };
    let activation =
        post("/v1/activations".into(), "", json!({"invite_code": invitation, "device_name": "phone"})).await;
    let device = text(&activation, "token");
    let plate = "QX 77 ZYW";
    let identifiers = json!([{"type": "qr"}, {"type": "code"}, {"type": "link"}, {"type": "plate", "plate": plate}]);
    let tomorrow = json!({"type": "recurring", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "00:00", "to": "23:59",
        "starts": "2020-01-01", "expires": "2020-02-01"});
    // Refused for its dates, but read all the same.
    post(
        "/v1/passes".into(),
        &device,
        json!({"schedule": tomorrow, "identifiers": identifiers, "comment": "SECRET-COMMENT"}),
    )
    .await;
    let today = text(&activation_date(), "date");
    let schedule = json!({"type": "full_day", "date": today});
    let pass = post(
        "/v1/passes".into(),
        &device,
        json!({"schedule": schedule, "identifiers": identifiers, "comment": "SECRET-COMMENT"}),
    )
    .await;
    let (qr, digits, link) = (identifier(&pass, "qr"), identifier(&pass, "code"), identifier(&pass, "link"));
    let photo = "/9j/SECRETPHOTO";
    for (kind, value) in [
        ("qr", &*qr),
        ("code", &*digits),
        ("link", &*link),
        ("plate", plate),
        ("code", "314159"),
        ("card", "SECRETCARD"),
    ] {
        post(format!("/v1/panels/{panel}/validate"), "", json!({"type": kind, "value": value, "photo": photo})).await;
        post(format!("/v1/panels/{panel}/validate"), "", json!({"type": kind, "value": value, "door": 9})).await;
    }
    post(format!("/basip/{basip}/validate"), "", json!({"identifier_type": "input_code", "identifier_number": digits}))
        .await;
    post(format!("/basip/{basip}/validate"), "", json!({"identifier_type": [digits]})).await;
    post("/v1/panels/gpp_SECRETWRONG/validate".into(), "", json!({"type": "qr", "value": qr})).await;
    for path in ["/v1/me", "/v1/passes", "/v1/entries", "/v1/changes?since=SECRETQUERY"] {
        for token in [&*device, &*manager, "SECRETTOKEN"] {
            http.get(url(path)).bearer_auth(token).send().await.unwrap();
        }
    }
    post(format!("/v1/passes/{}/shares", text(&pass, "id")), &device, json!({"channel": "sms", "to": "+12125550147"}))
        .await;
    let operator = binary.operator_token();
    let log = serving.stop();
    assert!(log.lines().count() > 20, "the log was captured:\n{log}");
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "not JSON:\n{log}");
    assert!(log.contains("/v1/panels/{token}/validate"), "routes are logged");
    let link_token = link.rsplit('/').next().unwrap().to_owned();
    let invitation_plain = invitation.replace('-', "");
    let secrets = [
        &*panel,
        &basip,
        &manager,
        &invitation,
        &invitation_plain,
        &device,
        &qr,
        &digits,
        &link,
        &link_token,
        &operator,
        plate,
        "QX77ZYW",
        "314159",
        "SECRET",
        photo,
        "+12125550147",
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret} is in the log");
        assert!(!log.to_lowercase().contains(&secret.to_lowercase()), "{secret} is in the log");
    }
}

/// Today by the machine's clock: the binary has no other.
fn activation_date() -> Value {
    #[expect(clippy::disallowed_methods, reason = "the binary under test has the machine's clock")]
    let now = chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now());
    // In New York, whose day it is.
    let zone = gatepass_core::time::Zone::named("America/New_York").unwrap();
    json!({"date": zone.date(now).to_string()})
}
