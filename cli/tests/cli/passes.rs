//! The life of a pass on the command line, through the real binary and a real service.

use crate::building::TestBuilding;
use gatepass_core::app::SystemClock;
use gatepass_core::time::{Clock, TimeDelta, Zone};
use serde_json::{Value, json};

fn credential<'a>(pass: &'a Value, kind: &str) -> &'a Value {
    pass["credentials"].as_array().unwrap().iter().find(|one| one["type"] == kind).unwrap()
}

fn names(list: &Value) -> Vec<&str> {
    list["passes"].as_array().unwrap().iter().map(|pass| pass["name"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pass_is_made_shown_shared_used_edited_and_revoked() {
    let building = TestBuilding::new().await;
    let maria = building.resident().await;

    let made = maria.json(&["new", "--type", "full-day", "--name", "Ana", "--door", "street", "--uses", "3"]).await;
    let pass = &made["pass"];
    assert_eq!((&pass["name"], &pass["type"], &pass["status"]), (&json!("Ana"), &json!("full_day"), &json!("open")));
    assert_eq!((&pass["sync"], &pass["uses"]["limit"]), (&json!("synced"), &json!(3)));
    assert_eq!(pass["doors"][0]["name"], "Street door");
    assert_eq!(pass["identifiers"], json!(["qr", "code", "link"]));
    let (qr, code) = (credential(pass, "qr")["text"].as_str().unwrap(), credential(pass, "code")["digits"].clone());

    let shared = maria.json(&["share", "Ana"]).await;
    assert_eq!((&shared["qr_text"], &shared["code"]), (&json!(qr), &code));
    assert!(shared["text"].as_str().unwrap().contains("Maple Court"));
    assert_eq!(maria.ok(&["share", "Ana", "--as", "code"]).await.trim(), code.as_str().unwrap());

    assert_eq!(building.present("qr", qr, 1).await["decision"], "granted");
    assert_eq!(building.present("qr", qr, 2).await["reason"], "wrong_door");
    let log = maria.json(&["log", "--pass", "Ana"]).await;
    let entries = log["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((&entries[0]["reason"], &entries[0]["arrival"]), (&json!("wrong_door"), &json!(false)));
    assert_eq!((&entries[1]["reason"], &entries[1]["arrival"]), (&json!("ok"), &json!(true)));
    assert_eq!(entries[1]["door_name"], "Street door");

    let edited =
        maria.json(&["edit", "ana", "--door", "Street door,Lobby", "--uses", "9", "--comment", "plumber"]).await;
    assert_eq!(
        (&edited["pass"]["uses"], &edited["pass"]["comment"]),
        (&json!({ "limit": 9, "per_day": null, "used": 1 }), &json!("plumber"))
    );
    assert_eq!(credential(&edited["pass"], "qr")["text"], qr, "an edit changes no identifier");
    assert_eq!(building.present("qr", qr, 2).await["decision"], "granted", "still the same visit, now at the lobby");

    let id = pass["id"].as_str().unwrap();
    let revoked = maria.json(&["revoke", &id[id.len() - 6..]]).await;
    assert_eq!(revoked["pass"]["status"], "revoked");
    assert_eq!(building.present("qr", qr, 1).await["reason"], "revoked");
    assert_eq!(names(&maria.json(&["list"]).await), Vec::<&str>::new());
    assert_eq!(names(&maria.json(&["list", "--invalid"]).await), ["Ana"]);
    let (status, error) = maria.refused(&["edit", "Ana", "--uses", "10"]).await;
    assert_eq!((status, &error["errors"][0]["code"]), (3, &json!("not_valid_any_more")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_type_is_made_by_flags() {
    let building = TestBuilding::new().await;
    let maria = building.resident().await;
    let zone = Zone::named("America/New_York").unwrap();
    let today = zone.date(SystemClock.now());
    let [day, next_day, last] = [60, 61, 120].map(|days| (today + TimeDelta::days(days)).to_string());
    let (evening, next_evening) = (format!("{day}T20:00"), format!("{next_day}T20:00"));
    let workdays = ["mon", "tue", "wed", "thu", "fri"];
    let cases: [(&[&str], Value); 5] = [
        (&["--type", "one-time", "--date", &day], json!({ "type": "one_time", "date": day })),
        (
            &["--type", "full-day", "--date", &day, "--time-zone", "Europe/Berlin"],
            json!({ "type": "full_day", "date": day, "time_zone": "Europe/Berlin" }),
        ),
        // A start alone moves the end along.
        (
            &["--type", "custom", "--starts", &evening],
            json!({ "type": "custom", "starts_at": evening, "ends_at": next_evening }),
        ),
        (
            &[
                "--type",
                "recurring",
                "--days",
                "tue,thu",
                "--from",
                "14:20",
                "--to",
                "15:20",
                "--starts",
                &day,
                "--expires",
                &last,
            ],
            json!({ "type": "recurring", "days": ["tue", "thu"], "from": "14:20", "to": "15:20", "starts": day,
                    "expires": last }),
        ),
        (
            &["--type", "business-hours", "--guest", "courier"],
            json!({ "type": "business_hours", "days": workdays, "from": "09:00", "to": "17:00" }),
        ),
    ];
    for (flags, expected) in cases {
        let made = maria.json(&[&["new"], flags].concat()).await;
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&made["pass"]["schedule"][field], value, "{flags:?}");
        }
    }
    let all = maria.json(&["list"]).await;
    assert_eq!(all["passes"].as_array().unwrap().len(), 5);
    assert!(names(&all).iter().any(|name| name.starts_with("Courier, ")), "a name is made up: {all}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_server_passes_are_made_and_wait() {
    let mut building = TestBuilding::new().await;
    let maria = building.resident().await;
    building.stop().await;

    let made = maria.json(&["new", "--type", "full-day", "--name", "Party"]).await;
    assert_eq!((&made["pass"]["sync"], &made["sync"]["phase"]), (&json!("waiting"), &json!("offline")));
    assert_eq!(made["pass"]["credentials"], json!([]), "the server gives identifiers");
    let output = maria.run(&["list"]).await;
    assert_eq!(output.status, 0);
    assert!(output.out.contains("Party") && output.out.contains("not sent yet"), "{}", output.out);
    assert!(output.err.contains("1 change waits to be sent"), "{}", output.err);
    let (status, error) = maria.refused(&["share", "Party"]).await;
    assert_eq!((status, &error["code"]), (3, &json!("not_on_server")));
    assert_eq!(maria.run(&["sync"]).await.status, 5);
    // One that never left the device is gone when it is revoked.
    maria.json(&["--offline", "new", "--type", "full-day", "--name", "Mistake"]).await;
    let gone = maria.run(&["--offline", "revoke", "Mistake", "--yes"]).await;
    assert!(gone.status == 0 && gone.out.contains("opens no door any more"), "{} {}", gone.out, gone.err);
    assert_eq!(names(&maria.json(&["list", "--all"]).await), ["Party"]);

    building.start_again().await;
    maria.ok(&["sync"]).await;
    let shown = maria.json(&["show", "Party"]).await;
    assert_eq!((&shown["pass"]["sync"], &shown["pass"]["id"]), (&json!("synced"), &made["pass"]["id"]));
    let qr = credential(&shown["pass"], "qr")["text"].as_str().unwrap();
    assert_eq!(building.present("qr", qr, 3).await["decision"], "granted");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_for_the_guest_is_for_its_owner_alone() {
    let building = TestBuilding::new().await;
    let maria = building.resident().await;
    maria.ok(&["new", "--type", "full-day", "--name", "Ana"]).await;
    let folder = maria.folder.join("shared");
    let shared = maria.json(&["share", "Ana", "--out", folder.to_str().unwrap(), "--language", "es"]).await;
    assert_eq!(shared["files"].as_array().unwrap().len(), 4);
    for name in ["message.txt", "qr.png", "card.png", "card.svg"] {
        let path = folder.join(name);
        assert!(path.metadata().unwrap().len() > 100, "{name}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o077, 0, "{name}");
        }
    }
    assert!(std::fs::read_to_string(folder.join("message.txt")).unwrap().contains("Ana"));
}
