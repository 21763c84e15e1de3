//! What the client's tests share: a resident, passes as a server would show them, and a store in a fresh folder.

#![expect(clippy::unwrap_used, reason = "tests")]

use gatepass_core::api::{Changes, PassBody, Profile};
use gatepass_core::app::{PassRef, ProfileId};
use gatepass_core::id::PassId;
use gatepass_core::pass::{Pass, Timetable, standing};
use gatepass_core::store::Store;
use gatepass_core::time::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

/// 22 November 2026, 15:00 UTC: ten in the morning in New York.
pub(crate) fn noon() -> DateTime<Utc> {
    "2026-11-22T15:00:00Z".parse().unwrap()
}

pub(crate) fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | number)
}

pub(crate) const STREET: u128 = 0xd1;

pub(crate) fn resident() -> Profile {
    serde_json::from_value(json!({
        "id": uuid(1), "name": "Ana",
        "site": {"id": uuid(2), "name": "Elm House", "address": "1 Elm St", "time_zone": "America/New_York"},
        "unit": {"id": uuid(3), "name": "12B"},
        "doors": [{"id": uuid(STREET), "name": "Street door", "kind": "street", "shareable": true}],
        "policy": {"passes_enabled": true}
    }))
    .unwrap()
}

pub(crate) fn profile() -> ProfileId {
    ProfileId(resident().id.0)
}

pub(crate) fn pass_ref(number: u128) -> PassRef {
    PassRef { profile: profile(), pass: PassId(uuid(number)) }
}

/// A pass for one day of November 2026, as the server shows it; `change` alters the document.
pub(crate) fn body(number: u128, change: impl FnOnce(&mut Value)) -> PassBody {
    let mut document = json!({
        "id": uuid(number), "version": 1, "name": format!("Pass {number}"), "comment": "", "guest": "guest",
        "schedule": {"type": "full_day", "date": "2026-11-22", "time_zone": "America/New_York"},
        "uses": {"limit": null, "per_day": null, "used": 0},
        "doors": [uuid(STREET)],
        "identifiers": [{"type": "qr", "text": "0024H36H2NCSVRH6DAQF6DVVQZ"}, {"type": "code", "digits": "482915"}],
        "status": "open", "next_opening": null, "created_at": "2026-11-20T12:00:00Z", "revoked_at": null
    });
    change(&mut document);
    serde_json::from_value(document).unwrap()
}

pub(crate) fn page(passes: Vec<PassBody>, cursor: &str, more: bool) -> Changes {
    Changes { passes, entries: Vec::new(), profile: Some(resident()), cursor: cursor.to_owned(), more }
}

/// What the rules say of a pass at an instant.
pub(crate) fn is_valid(body: &PassBody, at: DateTime<Utc>) -> bool {
    let pass: Pass = body.pass().unwrap();
    standing(&pass, &Timetable::of(&pass.schedule), &body.uses.usage, &resident().policy, at).status.is_valid()
}

/// A store in a fresh folder with the resident in it.
pub(crate) async fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap().0;
    store.run(|db| db.sign_in(profile(), "http://localhost:1", &resident())).await.unwrap();
    (folder, store)
}

/// Runs a test that waits.
pub(crate) fn wait_for<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test)
}
