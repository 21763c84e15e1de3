//! Setting up a building.

use reqwest::Method;
use serde_json::json;

use crate::support::{TestService, code, id, ok, problem, text};

#[tokio::test]
async fn everything_made_can_be_read_and_changed() {
    let service = TestService::new().await;
    let building = service.building().await;
    let operator = &service.operator;
    let site = format!("/v1/manage/sites/{}", building.site);
    let changed = ok(service.patch(&site, operator, &json!({"address": "2 Elm St"})).await).await;
    assert_eq!((&changed["name"], &changed["address"]), (&json!("Elm House"), &json!("2 Elm St")));
    assert_eq!(ok(service.get(&site, operator).await).await, changed);

    let door = format!("/v1/manage/doors/{}", building.doors[2]);
    let changed = ok(service.patch(&door, operator, &json!({"shareable": false})).await).await;
    assert_eq!((&changed["name"], &changed["shareable"]), (&json!("Garage"), &json!(false)));
    assert_eq!(ok(service.get(&door, operator).await).await, changed);

    let unit = format!("/v1/manage/units/{}", building.unit);
    let doors = json!({"doors": [building.doors[0]]});
    let changed = ok(service.patch(&unit, operator, &doors).await).await;
    assert_eq!(changed["doors"], doors["doors"]);
    let me = ok(service.get("/v1/me", &building.resident).await).await;
    assert_eq!(me["doors"].as_array().unwrap().len(), 1);

    let panel = format!("/v1/manage/panels/{}", building.panel_id);
    let changed = ok(service.patch(&panel, operator, &json!({"open_ms": 5000, "name": "Gate"})).await).await;
    assert_eq!((&changed["open_ms"], &changed["name"]), (&json!(5000), &json!("Gate")));
    assert_eq!(changed["listening"], false);
    service.show(&building.panel, &json!({"type": "qr", "value": "x"})).await;
    assert!(ok(service.get(&panel, operator).await).await["last_seen"].is_string());

    for list in ["units", "doors", "panels", "managers", "passes", "entries"] {
        let page = ok(service.get(&format!("{site}/{list}"), operator).await).await;
        assert!(page["items"].is_array(), "{list}");
    }
    let residents = ok(service.get(&format!("{unit}/residents"), operator).await).await;
    assert_eq!(residents["items"][0]["name"], "Ana");
    let resident = format!("/v1/manage/residents/{}", id(&residents["items"][0]));
    assert_eq!(ok(service.get(&resident, operator).await).await, residents["items"][0]);
    assert_eq!(service.delete(&resident, operator).await.status(), 204);
    assert_eq!(service.get("/v1/me", &building.resident).await.status(), 401);
}

#[tokio::test]
async fn a_policy_is_changed_replaced_and_checked() {
    let service = TestService::new().await;
    let building = service.building().await;
    let path = format!("/v1/manage/sites/{}/policy", building.site);
    let before = ok(service.get(&path, &service.operator).await).await;
    let after = ok(service.patch(&path, &service.operator, &json!({"grace_seconds": 60})).await).await;
    assert_eq!(after["grace_seconds"], 60);
    assert_eq!(after["passes_enabled"], before["passes_enabled"]);
    let put = service.request(Method::PUT, &path, &service.operator).json(&json!({"types": ["one_time"]}));
    let replaced = ok(put.send().await.unwrap()).await;
    assert_eq!((&replaced["passes_enabled"], &replaced["types"]), (&json!(false), &json!(["one_time"])));
    let wrong =
        json!({"grace_seconds": 90_000, "log_retention_days": 731, "live_per_unit": 0, "identifiers": ["card"]});
    insta::assert_json_snapshot!(
        "a_policy_out_of_range",
        problem(service.patch(&path, &service.operator, &wrong).await, 422).await
    );
    let typo = json!({"grace_second": 1});
    insta::assert_json_snapshot!(
        "a_policy_with_a_typo",
        problem(service.patch(&path, &service.operator, &typo).await, 422).await
    );
    let kind = json!({"types": ["weekly"]});
    insta::assert_json_snapshot!(
        "a_policy_with_a_wrong_type",
        problem(service.patch(&path, &service.operator, &kind).await, 400).await
    );
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_the_reason() {
    let service = TestService::new().await;
    let building = service.building().await;
    let site = format!("/v1/manage/sites/{}", building.site);
    let refused =
        async |path: &str, body, status| problem(service.post(path, &service.operator, &body).await, status).await;
    let zone = json!({"name": "x", "time_zone": "Mars/Olympus"});
    insta::assert_json_snapshot!("a_zone_nobody_has", refused("/v1/manage/sites", zone, 422).await);
    let nameless = json!({"time_zone": "UTC"});
    insta::assert_json_snapshot!("a_site_without_a_name", refused("/v1/manage/sites", nameless, 422).await);
    let nowhere = json!({"name": "x", "kind": "street", "location": {"latitude": 91.0, "longitude": 0.0}});
    insta::assert_json_snapshot!("a_door_nowhere", refused(&format!("{site}/doors"), nowhere, 422).await);
    let twice = json!({"name": "Lobby", "kind": "lobby"});
    insta::assert_json_snapshot!("a_name_twice", refused(&format!("{site}/doors"), twice, 409).await);
    let lockless = json!({"name": "x", "locks": []});
    insta::assert_json_snapshot!("a_panel_without_locks", refused(&format!("{site}/panels"), lockless, 422).await);
    let hasty = json!({"name": "x", "locks": [{"lock": 1, "door": building.doors[0]}], "open_ms": 2999});
    insta::assert_json_snapshot!("a_lock_too_quick", refused(&format!("{site}/panels"), hasty, 422).await);
    let other = service.make("/v1/manage/sites", &json!({"name": "Oak House", "time_zone": "UTC"})).await;
    let foreign = json!({"name": "x", "doors": [building.doors[0]]});
    let path = format!("/v1/manage/sites/{}/units", id(&other));
    insta::assert_json_snapshot!("a_door_of_another_site", refused(&path, foreign, 422).await);
}

#[tokio::test]
async fn a_repeated_post_makes_one_thing_and_shows_its_secret_again() {
    let service = TestService::new().await;
    let building = service.building().await;
    let site = format!("/v1/manage/sites/{}", building.site);
    let locks = json!([{"lock": 1, "door": building.doors[0]}]);
    let cases = [
        (format!("{site}/units"), json!({"name": "1A"})),
        (format!("{site}/doors"), json!({"name": "Back door", "kind": "street"})),
        (format!("{site}/panels"), json!({"name": "Back panel", "locks": locks})),
        (format!("{site}/managers"), json!({"name": "Bruno"})),
        (format!("/v1/manage/units/{}/invitations", building.unit), json!({"resident_name": "Ben"})),
        ("/v1/manage/sites".to_owned(), json!({"name": "Third", "time_zone": "UTC"})),
    ];
    for (path, body) in cases {
        let post = async || {
            let request = service.request(Method::POST, &path, &service.operator).header("idempotency-key", "again");
            request.json(&body).send().await.unwrap()
        };
        // One key each: the key is its caller's, whatever it was used for.
        if path != format!("{site}/units") {
            assert_eq!(code(post().await, 409).await, "idempotency_key_reused", "{path}");
            continue;
        }
        assert_eq!(ok(post().await).await, ok(post().await).await, "{path}");
    }
    let path = format!("{site}/panels");
    let body = json!({"name": "Back panel", "locks": locks});
    let post = async || {
        let request = service.request(Method::POST, &path, &service.operator).header("idempotency-key", "panel");
        ok(request.json(&body).send().await.unwrap()).await
    };
    let (first, second) = (post().await, post().await);
    assert_eq!(first["token"], second["token"]);
    assert_eq!(first["panel"]["id"], second["panel"]["id"]);
    service.show(&text(&first, "token"), &json!({"type": "qr", "value": "x"})).await;
}

/// The API and the command line read the same list, so they have the same defaults.
#[tokio::test]
async fn every_make_has_its_own_defaults() {
    let service = TestService::new().await;
    let building = service.building().await;
    let makes = ok(service.get("/v1/manage/makes", &service.operator).await).await;
    let makes = makes["items"].as_array().unwrap();
    assert!(makes.len() > 1);
    let panels = format!("/v1/manage/sites/{}/panels", building.site);
    let locks = json!([{"lock": 1, "door": building.doors[0]}]);
    for make in makes {
        let body = json!({"name": make["label"], "adapter": make["name"], "locks": locks});
        let made = service.make(&panels, &body).await;
        assert_eq!(made["panel"]["adapter"], make["name"]);
        assert_eq!(made["panel"]["qr_alphabet"], make["qr_alphabets"][0]);
        assert_eq!(made["panel"]["unknown"], make["unknown"]);
        assert!(text(&made, "instructions").contains(&text(&made, "validate_url")));
    }
    let body = json!({"name": "Toaster", "adapter": "toaster", "locks": locks});
    let unknown = problem(service.post(&panels, &service.operator, &body).await, 422).await;
    assert_eq!(
        (&unknown["errors"][0]["field"], &unknown["errors"][0]["code"]),
        (&json!("adapter"), &json!("unknown_make"))
    );
    assert!(unknown["errors"][0]["detail"].as_str().unwrap().contains("basip"), "{unknown}");
}
