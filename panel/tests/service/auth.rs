//! Who may do what: every route, asked by everybody who may not.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{TestService, code, id, ok, text};

/// Every operation of the document: method, path, who signs in.
async fn operations(service: &TestService) -> Vec<(Method, String, Option<String>)> {
    let document = ok(service.get("/openapi.json", "").await).await;
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let who = operation["security"][0].as_object().and_then(|scheme| scheme.keys().next().cloned());
            found.push((method, path.clone(), who));
        }
    }
    found
}

/// A request that is well formed, so that only the token can be wrong.
async fn ask(service: &TestService, method: &Method, path: &str, token: &str) -> reqwest::Response {
    let request = service.request(method.clone(), path, token).header("if-match", "*");
    let request = if matches!(*method, Method::GET | Method::DELETE) { request } else { request.json(&json!({})) };
    request.send().await.unwrap()
}

fn filled(path: &str, id: &str) -> String {
    path.replace("{id}", id).replace("{device}", id).replace("{pass}", id)
}

#[tokio::test]
async fn no_token_and_wrong_tokens_are_refused_everywhere() {
    let service = TestService::new().await;
    let building = service.building().await;
    let path = format!("/v1/manage/sites/{}/managers", building.site);
    let made = service.make(&path, &json!({"name": "Bruno"})).await;
    let gone = text(&made, "token");
    let manager = format!("/v1/manage/managers/{}", id(&made["manager"]));
    assert_eq!(service.delete(&manager, &service.operator).await.status(), 204);
    let lost = service.resident(&building.unit, "Ben").await;
    let me = ok(service.get("/v1/me", &lost).await).await;
    let device = format!("/v1/me/devices/{}", me["devices"][0]["id"].as_str().unwrap());
    assert_eq!(service.delete(&device, &lost).await.status(), 204);
    let mut asked = 0;
    for (method, path, who) in operations(&service).await {
        let Some(who) = who else { continue };
        // A resident's token is no manager's, and the other way round.
        let other = if who == "resident" { &service.operator } else { &building.resident };
        for token in ["", "wrong", &gone, &lost, other, &building.panel] {
            let answer = ask(&service, &method, &filled(&path, &building.site), token).await;
            assert_eq!(code(answer, 401).await, "unauthorized", "{method} {path}");
            asked += 1;
        }
    }
    assert!(asked > 150, "only {asked}");
}

#[tokio::test]
async fn routes_without_sign_in_are_the_ones_meant() {
    let service = TestService::new().await;
    let mut open: Vec<String> = Vec::new();
    for (method, path, who) in operations(&service).await {
        if who.is_none() {
            open.push(format!("{method} {path}"));
        }
    }
    open.sort();
    insta::assert_json_snapshot!(open);
}

#[tokio::test]
async fn a_manager_of_another_site_finds_nothing_here() {
    let service = TestService::new().await;
    let building = service.building().await;
    let there = service.make("/v1/manage/sites", &json!({"name": "Oak House", "time_zone": "Europe/Berlin"})).await;
    let managers = format!("/v1/manage/sites/{}/managers", id(&there));
    let stranger = text(&service.make(&managers, &json!({"name": "Olga"})).await, "token");
    let pass = service.pass(&building.resident, json!({})).await;
    let me = ok(service.get("/v1/me", &building.resident).await).await;
    let invitations = format!("/v1/manage/units/{}/invitations", building.unit);
    let invitation = service.make(&invitations, &json!({"resident_name": "Ben"})).await;
    let mut asked = 0;
    for (method, path, _) in operations(&service).await {
        let Some(rest) = path.strip_prefix("/v1/manage/") else { continue };
        let named = match rest.split('/').next().unwrap() {
            "sites" => building.site.clone(),
            "units" => building.unit.clone(),
            "doors" => building.doors[0].clone(),
            "panels" => building.panel_id.clone(),
            "invitations" => id(&invitation["invitation"]),
            "residents" => id(&me),
            // For the operator alone, or about no site.
            "managers" | "jobs" | "keys" | "makes" => continue,
            other => panic!("{other} is new here: who may not?"),
        };
        if !path.contains("{id}") {
            continue;
        }
        let path = path.replace("{id}", &named).replace("{pass}", &id(&pass));
        let path = path.replace("{device}", me["devices"][0]["id"].as_str().unwrap());
        let body = match path.rsplit('/').next().unwrap() {
            "doors" => json!({"name": "x", "kind": "street"}),
            "panels" => json!({"name": "x", "locks": []}),
            _ => json!({"name": "x"}),
        };
        let request = service.request(method.clone(), &path, &stranger);
        let request = if matches!(method, Method::GET | Method::DELETE) { request } else { request.json(&body) };
        let answer = request.send().await.unwrap();
        let expected = if path.ends_with("/managers") && method == Method::POST { 403 } else { 404 };
        assert_eq!(answer.status(), expected, "{method} {path}");
        asked += 1;
    }
    assert!(asked > 25, "only {asked}");
    let own = ok(service.get("/v1/manage/sites", &stranger).await).await;
    assert_eq!(own["items"].as_array().unwrap().len(), 1);
    assert_eq!(own["items"][0]["name"], "Oak House");
    let site = json!({"name": "x", "time_zone": "UTC"});
    assert_eq!(code(service.post("/v1/manage/sites", &stranger, &site).await, 403).await, "forbidden");
    for path in ["/v1/manage/jobs", "/v1/manage/keys"] {
        assert_eq!(code(service.get(path, &stranger).await, 403).await, "forbidden");
    }
    // Nothing of all that was done.
    assert_eq!(ok(service.get("/v1/me", &building.resident).await).await["name"], "Ana");
    let still = ok(service.get(&format!("/v1/passes/{}", id(&pass)), &building.resident).await).await;
    assert_eq!(still, pass);
}

#[tokio::test]
async fn a_neighbour_finds_nothing_either() {
    let service = TestService::new().await;
    let building = service.building().await;
    let unit = service.make(&format!("/v1/manage/sites/{}/units", building.site), &json!({"name": "9A"})).await;
    let neighbour = service.resident(&id(&unit), "Nosy").await;
    let pass = service.pass(&building.resident, json!({})).await;
    let shown = json!({"type": "qr", "value": crate::support::identifier(&pass, "qr")});
    let entry = service.show(&building.panel, &shown).await;
    for (method, path, who) in operations(&service).await {
        if who.as_deref() != Some("resident") || !path.contains("{id}") {
            continue;
        }
        let named = if path.contains("entries") { text(&entry, "decision_id") } else { id(&pass) };
        let path = filled(&path, &named);
        let answer = if path.ends_with("/shares") {
            service.post(&path, &neighbour, &json!({"channel": "link"})).await
        } else {
            ask(&service, &method, &path, &neighbour).await
        };
        assert_eq!(code(answer, 404).await, "not_found", "{method} {path}");
    }
    for path in ["/v1/passes", "/v1/entries"] {
        assert_eq!(ok(service.get(path, &neighbour).await).await["items"], json!([]), "{path}");
    }
    let changes = ok(service.get("/v1/changes", &neighbour).await).await;
    assert_eq!((&changes["passes"], &changes["entries"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn managers_see_passes_without_secrets() {
    let service = TestService::new().await;
    let building = service.building().await;
    let pass = service.pass(&building.resident, json!({"comment": "key under the mat"})).await;
    let path = format!("/v1/manage/sites/{}/passes", building.site);
    let managers = format!("/v1/manage/sites/{}/managers", building.site);
    let manager = text(&service.make(&managers, &json!({"name": "Bruno"})).await, "token");
    let seen = ok(service.get(&path, &manager).await).await.to_string();
    assert!(seen.contains(&id(&pass)));
    for secret in ["key under the mat".to_owned(), secret(&pass, "qr"), secret(&pass, "code"), secret(&pass, "link")] {
        assert!(!seen.contains(&secret));
    }
    let revoked = ok(service.delete(&format!("{path}/{}", id(&pass)), &manager).await).await;
    assert_eq!(revoked["status"], "revoked");
    let mine = ok(service.get(&format!("/v1/passes/{}", id(&pass)), &building.resident).await).await;
    assert_eq!(mine["status"], "revoked");
}

fn secret(pass: &Value, kind: &str) -> String {
    crate::support::identifier(pass, kind)
}
