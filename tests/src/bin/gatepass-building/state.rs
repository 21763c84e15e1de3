//! The state of a server in a form that is equal for every run of the flows: without ids, instants and secrets.

use std::collections::BTreeMap;

use gatepass_core::time::{DateTime, NaiveDate, Utc, Zone};
use serde_json::{Value, json};

use crate::BoxError;
use crate::building::{list, text};

/// The comparable state: passes by name, entries in the order of the log.
pub(crate) fn comparable(
    passes: &[Value],
    entries: &[Value],
    doors: &BTreeMap<String, String>,
) -> Result<Value, BoxError> {
    let mut passes: Vec<Value> = passes.iter().map(|pass| plain_pass(pass, doors)).collect::<Result<_, _>>()?;
    passes.sort_by_key(|pass| pass["name"].as_str().unwrap_or_default().to_owned());
    let mut entries: Vec<&Value> = entries.iter().collect();
    entries.sort_by_key(|entry| entry["seq"].as_i64());
    let entries: Vec<Value> = entries.into_iter().map(plain_entry).collect();
    Ok(json!({"passes": passes, "entries": entries}))
}

fn plain_pass(pass: &Value, doors: &BTreeMap<String, String>) -> Result<Value, BoxError> {
    let mut schedule = pass["schedule"].clone();
    let zone = Zone::named(&text(&schedule, "time_zone")?)?;
    let made: DateTime<Utc> = text(pass, "created_at")?.parse()?;
    let made = zone.date(made);
    for field in ["date", "starts", "expires", "starts_at", "ends_at"] {
        if let Some(day) = schedule[field].as_str() {
            let day: NaiveDate = day[..10].parse()?;
            schedule[field] = json!(format!("{:+}", (day - made).num_days()));
        }
    }
    let mut doors: Vec<&str> =
        list(&pass["doors"]).filter_map(|id| doors.get(id.as_str()?)).map(String::as_str).collect();
    doors.sort_unstable();
    let identifiers: Vec<String> = list(&pass["identifiers"])
        .map(|identifier| {
            let kind = identifier["type"].as_str().unwrap_or_default();
            identifier["plate"].as_str().map_or_else(|| kind.to_owned(), |plate| format!("{kind} {plate}"))
        })
        .collect();
    let uses = &pass["uses"];
    Ok(json!({
        "name": pass["name"], "comment": pass["comment"], "guest": pass["guest"],
        "revoked": !pass["revoked_at"].is_null(), "schedule": schedule,
        "uses": {"limit": uses["limit"], "per_day": uses["per_day"], "used": uses["used"]},
        "doors": doors, "identifiers": identifiers,
    }))
}

fn plain_entry(entry: &Value) -> Value {
    json!({
        "pass": entry["pass_name"], "door": entry["door_name"], "kind": entry["kind"],
        "decision": entry["decision"], "reason": entry["reason"], "arrival": entry["arrival"],
    })
}

/// The differences between two states, one a line.
pub(crate) fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    compare("", expected, found, &mut differences);
    differences
}

fn compare(at: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(one), Value::Object(other)) => {
            let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                compare(&format!("{at}.{name}"), &expected[name.as_str()], &found[name.as_str()], differences);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.iter().chain(other).all(Value::is_object) => {
            for number in 0..one.len().max(other.len()) {
                let (expected, found) = (one.get(number), other.get(number));
                let name = expected.or(found).and_then(|item| item["name"].as_str()).unwrap_or_default();
                let at = format!("{at}[{number} {name}]");
                compare(&at, expected.unwrap_or(&Value::Null), found.unwrap_or(&Value::Null), differences);
            }
        }
        _ if expected == found => {}
        _ => differences.push(format!("{}: {expected} is wanted, there is {found}", at.trim_start_matches('.'))),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::{comparable, differences};
    use serde_json::json;
    use std::collections::BTreeMap;

    #[test]
    fn a_state_has_no_ids_instants_or_secrets() {
        let pass = json!({
            "id": "0198", "name": "Plumber", "comment": "", "guest": "guest", "version": 2,
            "schedule": {"type": "custom", "starts_at": "2026-11-22T22:30", "ends_at": "2026-11-23T22:30",
                         "time_zone": "America/New_York"},
            "uses": {"limit": 1, "per_day": null, "used": 1, "last": "2026-11-23T03:31:00Z"}, "doors": ["d2", "d1"],
            "identifiers": [{"type": "code", "digits": "482915"}, {"type": "plate", "plate": "ABC 1234"}],
            // The day before, in New York.
            "created_at": "2026-11-23T03:30:00Z", "revoked_at": null,
        });
        let entries = [
            json!({"seq": 2, "pass_name": null, "door_name": "Lobby", "kind": "code", "decision": "denied", "reason": "unknown", "arrival": false}),
            json!({"seq": 1, "pass_name": "Plumber", "door_name": "Lobby", "kind": "qr", "decision": "granted", "reason": "ok", "arrival": true}),
        ];
        let doors = BTreeMap::from([("d1".to_owned(), "Garage".to_owned()), ("d2".to_owned(), "Lobby".to_owned())]);
        let state = comparable(&[pass], &entries, &doors).unwrap();
        let expected = json!({
            "passes": [{
                "name": "Plumber", "comment": "", "guest": "guest", "revoked": false,
                "schedule": {"type": "custom", "starts_at": "+0", "ends_at": "+1", "time_zone": "America/New_York"},
                "uses": {"limit": 1, "per_day": null, "used": 1},
                "doors": ["Garage", "Lobby"], "identifiers": ["code", "plate ABC 1234"],
            }],
            "entries": [
                {"pass": "Plumber", "door": "Lobby", "kind": "qr", "decision": "granted", "reason": "ok", "arrival": true},
                {"pass": null, "door": "Lobby", "kind": "code", "decision": "denied", "reason": "unknown", "arrival": false},
            ],
        });
        assert_eq!(differences(&expected, &state), Vec::<String>::new());

        let mut other = expected.clone();
        other["passes"][0]["uses"]["used"] = json!(0);
        other["entries"].as_array_mut().unwrap().pop();
        let found = differences(&other, &state);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|line| line == "passes[0 Plumber].uses.used: 0 is wanted, there is 1"), "{found:?}");
    }
}
