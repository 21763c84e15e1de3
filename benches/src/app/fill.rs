//! Fills the store of a resident with many passes. The resident is signed in on a server that never answers.

use std::path::Path;

use gatepass_core::api::{Changes, PassBody, Profile};
use gatepass_core::app::{ProfileId, SystemClock};
use gatepass_core::store::Store;
use gatepass_core::time::{Clock as _, DateTime, TimeDelta, Utc};
use serde_json::json;
use uuid::Uuid;

use crate::Result;

/// Makes the store in the folder.
pub(crate) fn fill(folder: &Path, passes: u32) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let (store, _) = Store::open(folder)?;
    let (profile, now) = (ProfileId(Uuid::from_u128(1)), SystemClock.now());
    let resident = resident()?;
    let passes = (0..passes).map(|number| pass(number, now)).collect::<Result<_>>()?;
    let changes = Changes { passes, entries: Vec::new(), profile: None, cursor: "1".to_owned(), more: false };
    runtime.block_on(async {
        store.run(move |db| db.sign_in(profile, "http://127.0.0.1:1", &resident)).await?;
        store.run(move |db| db.apply(profile, None, &changes, now)).await
    })?;
    Ok(())
}

fn resident() -> Result<Profile> {
    let door = |number: u128, name: &str| json!({"id": Uuid::from_u128(number), "name": name, "kind": "street", "shareable": true});
    Ok(serde_json::from_value(json!({
        "id": Uuid::from_u128(1), "name": "Ana",
        "site": {"id": Uuid::from_u128(2), "name": "Elm House", "address": "", "time_zone": "America/New_York"},
        "unit": {"id": Uuid::from_u128(3), "name": "12B"},
        "doors": [door(4, "Street door"), door(5, "Garden door")], "policy": {"passes_enabled": true}
    }))?)
}

/// A pass. Every tenth is valid, as after some years of use.
fn pass(number: u32, now: DateTime<Utc>) -> Result<PassBody> {
    let made = now - TimeDelta::hours(i64::from(number) + 1);
    let last = if number.is_multiple_of(10) { now + TimeDelta::days(20) } else { now - TimeDelta::days(20) };
    Ok(serde_json::from_value(json!({
        "id": Uuid::from_u128(u128::from(number) + 100), "version": 1, "name": format!("Visitor {number}"),
        "comment": "Rings twice, and brings the dog", "guest": "guest",
        "schedule": {"type": "recurring", "days": ["mon", "thu"], "from": "09:00", "to": "17:30",
                     "starts": (now - TimeDelta::days(90)).date_naive(), "expires": last.date_naive(),
                     "time_zone": "America/New_York"},
        "uses": {"limit": 20, "per_day": 2, "used": 3},
        "doors": [Uuid::from_u128(4), Uuid::from_u128(5)],
        "identifiers": [{"type": "qr", "text": "0024H36H2NCSVRH6DAQF6DVVQZ"}, {"type": "code", "digits": "482915"}],
        "status": "open", "next_opening": null, "created_at": made, "revoked_at": null
    }))?)
}
