//! What is removed, what stays, and the end.

use crate::ledger::{LedgerError, NewPass, Presentation, PurgeReport, Scope};
use chrono::TimeDelta;
use gatepass_core::pass::{IdentifierKind, PassDraft, Reason, Schedule, UseLimits};
use uuid::Uuid;

use crate::ledger::conformance::building::{all, monday, new_york, seconds, secret};
use crate::ledger::conformance::{Backend, Building};

fn day(days: i64) -> chrono::DateTime<chrono::Utc> {
    monday() + TimeDelta::days(days)
}

pub(crate) async fn a_purge_keeps_the_uses(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    building.set_policy(|policy| policy.log_retention_days = 3, monday()).await;
    let uses = UseLimits { limit: Some(7), per_day: Some(2) };
    let pass = building.create(PassDraft { uses, ..building.draft() }, monday()).await;
    for days in 0..5 {
        let decided = building.scan(building.street, &pass, day(days)).await;
        assert_eq!(decided.reason, Reason::Ok);
        building.ledger.purge(day(days) + seconds(1)).await.unwrap();
    }
    let purged = building.ledger.purge(day(20)).await.unwrap();
    assert_eq!(purged.entries, 3, "two went before");
    assert!(building.ledger.entries(building.scope(), all()).await.unwrap().items.is_empty());
    let (after, _kept) = backend.after_a_kill(day(20)).await;
    for ledger in [&building.ledger, &after] {
        assert_eq!(ledger.pass(building.scope(), pass.pass.id, day(20)).await.unwrap().usage.used, 5);
        let mut reasons = Vec::new();
        for (n, door) in [building.street, building.lobby, building.garage].into_iter().enumerate() {
            let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
            let at = day(20 + i64::try_from(n).unwrap());
            reasons.push(ledger.present(building.presentation(door, reading), at).await.unwrap().reason);
        }
        assert_eq!(reasons, [Reason::Ok, Reason::Ok, Reason::UsedUp]);
    }
}

pub(crate) async fn a_purge_removes_what_is_not_kept(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let change = |policy: &mut gatepass_core::pass::Policy| {
        (policy.log_retention_days, policy.photo_retention_days) = (30, 10);
    };
    building.set_policy(change, monday()).await;
    let pass = building.create(building.one_time(), monday()).await;
    let photo = Uuid::from_u128(99);
    let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
    let with_photo = Presentation { photo: Some(photo), ..building.presentation(building.street, reading) };
    building.ledger.present(with_photo, monday()).await.unwrap();
    let newest = async || building.ledger.entries(Scope::Site(building.site), all()).await.unwrap().items;
    assert_eq!(building.ledger.purge(day(9)).await.unwrap(), PurgeReport::default());
    assert_eq!(newest().await[0].entry.photo, Some(photo));
    // The photo goes first, then the entry, then the pass, a retention after its end.
    let purged = building.ledger.purge(day(11)).await.unwrap();
    assert_eq!((purged.photos, purged.entries), (vec![(building.site, photo)], 0));
    assert_eq!(newest().await[0].entry.photo, None);
    assert_eq!(building.scan(building.lobby, &pass, day(12)).await.reason, Reason::UsedUp);
    let purged = building.ledger.purge(day(32)).await.unwrap();
    assert_eq!((purged.entries, purged.passes), (1, 1));
    assert!(building.ledger.passes(building.scope(), None, all(), day(32)).await.unwrap().items.is_empty());
    assert_eq!(building.scan(building.lobby, &pass, day(32)).await.reason, Reason::Unknown);
    assert_eq!(newest().await.len(), 2);
}

/// What a purge removes may have had the site's last sequence number. It is not given again, so a client that has seen it
/// misses nothing.
pub(crate) async fn a_purge_keeps_the_sequence(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    building.set_policy(|policy| policy.log_retention_days = 3, monday()).await;
    building.create(building.one_time(), monday()).await;
    let seen = building.ledger.changes(building.unit, 0, 100, monday()).await.unwrap().cursor;
    let purged = building.ledger.purge(day(20)).await.unwrap();
    assert_eq!(purged.passes, 1);
    let (after, _kept) = backend.after_a_kill(day(20)).await;
    let schedule = Schedule::OneTime { date: "2026-12-13".parse().unwrap(), time_zone: new_york() };
    let draft = PassDraft { schedule, ..building.one_time() };
    let new = NewPass { id: None, resident: building.resident, draft };
    let made = after.create_pass(new, None, day(20)).await.unwrap().value;
    let news = after.changes(building.unit, seen, 100, day(20)).await.unwrap();
    assert_eq!(news.passes.iter().map(|pass| pass.pass.id).collect::<Vec<_>>(), [made.pass.id]);
}

/// A log whose last entry was removed continues: later entries are listed, and counted after a kill.
pub(crate) async fn a_purge_of_everything_loses_nothing_later(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    building.set_policy(|policy| policy.log_retention_days = 3, monday()).await;
    let uses = UseLimits { limit: Some(7), per_day: None };
    let pass = building.create(PassDraft { uses, ..building.draft() }, monday()).await;
    for days in 0..3 {
        assert_eq!(building.scan(building.street, &pass, day(days)).await.reason, Reason::Ok);
    }
    assert_eq!(building.ledger.purge(day(20)).await.unwrap().entries, 3);
    assert_eq!(building.scan(building.street, &pass, day(20)).await.reason, Reason::Ok);
    let (after, _kept) = backend.after_a_kill(day(20)).await;
    for ledger in [&building.ledger, &after] {
        for scope in [building.scope(), Scope::Site(building.site)] {
            assert_eq!(ledger.entries(scope, all()).await.unwrap().items.len(), 1);
        }
        assert_eq!(ledger.pass(building.scope(), pass.pass.id, day(20)).await.unwrap().usage.used, 4);
    }
}

pub(crate) async fn a_closed_ledger_says_so(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.one_time(), monday()).await;
    // What was accepted is answered.
    let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
    let waiting = (0..100).map(|n| {
        let presentation =
            Presentation { event_id: Some(n.to_string()), ..building.presentation(building.street, reading.clone()) };
        let ledger = std::sync::Arc::clone(&building.ledger);
        tokio::spawn(async move { ledger.present(presentation, monday()).await })
    });
    let waiting: Vec<_> = waiting.collect();
    building.ledger.close().await.unwrap();
    let mut granted = 0;
    for answer in waiting {
        match answer.await.unwrap() {
            Ok(decided) => granted += usize::from(decided.reason == Reason::Ok),
            Err(error) => assert!(matches!(error, LedgerError::Unavailable(_))),
        }
    }
    assert!(building.ledger.health().await.is_err());
    assert!(building.ledger.passes(building.scope(), None, all(), monday()).await.is_err());
    building.ledger.close().await.unwrap();
    let again = backend.open(monday() + seconds(1)).await;
    let used = again.pass(building.scope(), pass.pass.id, monday()).await.unwrap().usage.used;
    assert_eq!(usize::try_from(used).unwrap(), granted);
}
