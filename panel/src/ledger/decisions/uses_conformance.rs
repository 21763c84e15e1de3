//! A use is spent once, however many ask at the same time.

use futures_util::future::join_all;
use gatepass_core::panel::Decision;
use gatepass_core::pass::{IdentifierKind, PassChange, PassDraft, Policy, Reason, UseLimits};

use crate::ledger::PassView;
use crate::ledger::conformance::building::{monday, seconds, secret};
use crate::ledger::conformance::{Backend, Building};

/// Presents a pass `times` times at once, each as another presentation. Returns how many were granted.
async fn rush(building: &Building, pass: &PassView, round: usize, times: usize) -> usize {
    let qr = secret(pass, IdentifierKind::Qr);
    let doors = [building.street, building.lobby, building.garage];
    let asked = (0..times).map(|n| {
        let mut presentation = building.presentation(doors[n % 3], building.reading(IdentifierKind::Qr, &qr));
        presentation.event_id = Some(format!("round {round}, guest {n}"));
        building.ledger.present(presentation, monday() + seconds(1))
    });
    let answers = join_all(asked).await;
    let answers: Vec<_> = answers.into_iter().map(Result::unwrap).collect();
    let mut ids: Vec<_> = answers.iter().map(|answer| answer.entry.unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), times, "every presentation has its own entry");
    answers.iter().filter(|answer| answer.decision == Decision::Granted).count()
}

pub(crate) async fn one_of_256_gets_in(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    for round in 0..20 {
        let pass = building.create(building.one_time(), monday()).await;
        assert_eq!(rush(&building, &pass, round, 256).await, 1);
        assert_eq!(building.pass(pass.pass.id, monday() + seconds(2)).await.usage.used, 1);
    }
}

pub(crate) async fn limits_of_three_and_per_day(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    for (round, uses) in [
        UseLimits { limit: Some(3), per_day: None },
        UseLimits { limit: None, per_day: Some(2) },
        UseLimits { limit: Some(5), per_day: Some(4) },
    ]
    .into_iter()
    .enumerate()
    {
        let pass = building.create(PassDraft { uses, ..building.draft() }, monday()).await;
        let room = uses.per_day.or(uses.limit).unwrap() as usize;
        assert_eq!(rush(&building, &pass, round, 64).await, room);
        let refused = building.scan(building.street, &pass, monday() + seconds(20)).await;
        let today = uses.per_day.is_some();
        assert_eq!(refused.reason, if today { Reason::UsedUpToday } else { Reason::UsedUp });
        assert_eq!(refused.next_opening.is_some(), today);
        // The next day there is room again, for what the limit in all leaves.
        let tomorrow = building.scan(building.street, &pass, monday() + chrono::TimeDelta::days(1)).await;
        assert_eq!(tomorrow.decision == Decision::Granted, today);
    }
}

pub(crate) async fn a_visit_passes_all_its_doors(backend: &dyn Backend) {
    let policy = Policy { passes_enabled: true, grace_seconds: 300, ..Policy::default() };
    let building = Building::with_policy(backend, policy).await;
    let pass = building.create(building.one_time(), monday()).await;
    for (door, after) in [(building.street, 0), (building.lobby, 40), (building.street, 59), (building.garage, 299)] {
        let decided = building.scan(door, &pass, monday() + seconds(after)).await;
        assert_eq!(decided.decision, Decision::Granted, "{after} s after the first door");
    }
    assert_eq!(building.pass(pass.pass.id, monday() + seconds(299)).await.usage.used, 1);
    let late = building.scan(building.lobby, &pass, monday() + seconds(300)).await;
    assert_eq!(late.reason, Reason::UsedUp);
    let entries =
        building.ledger.entries(building.scope(), crate::ledger::conformance::building::all()).await.unwrap().items;
    let arrivals: Vec<bool> = entries.iter().rev().map(|view| view.entry.arrival).collect();
    assert_eq!(arrivals, [true, false, false, false, false]);
}

/// One visit is one party on its way in: a door that the visit has opened opens again for a minute and no longer, also
/// after a kill, and also once the log was added up. The log tells the repetition.
pub(crate) async fn a_door_opens_again_for_a_minute(backend: &dyn Backend) {
    let policy = Policy { passes_enabled: true, grace_seconds: 300, ..Policy::default() };
    let building = Building::with_policy(backend, policy).await;
    let pass = building.create(building.one_time(), monday()).await;
    let twice = UseLimits { limit: Some(2), per_day: None };
    let other = building.create(PassDraft { uses: twice, ..building.draft() }, monday()).await;
    for pass in [&pass, &other] {
        assert_eq!(building.scan(building.street, pass, monday()).await.reason, Reason::Ok);
        assert_eq!(building.scan(building.street, pass, monday() + seconds(59)).await.reason, Reason::Ok);
    }
    building.ledger.purge(monday() + seconds(59)).await.unwrap();
    let (after, _kept) = backend.after_a_kill(monday() + seconds(60)).await;
    for ledger in [&building.ledger, &after] {
        let present = async |door, pass: &PassView, after| {
            let reading = building.reading(IdentifierKind::Qr, &secret(pass, IdentifierKind::Qr));
            ledger.present(building.presentation(door, reading), monday() + seconds(after)).await.unwrap().reason
        };
        assert_eq!(present(building.street, &pass, 69).await, Reason::UsedUp);
        assert_eq!(present(building.lobby, &pass, 70).await, Reason::Ok, "another door of the visit");
        // With a use left it is another visit, whose doors are free again.
        assert_eq!(present(building.street, &other, 69).await, Reason::Ok);
        assert_eq!(ledger.pass(building.scope(), other.pass.id, monday() + seconds(70)).await.unwrap().usage.used, 2);
        assert_eq!(present(building.street, &other, 128).await, Reason::Ok);
    }
    let entries =
        building.ledger.entries(building.scope(), crate::ledger::conformance::building::all()).await.unwrap().items;
    let of = |pass: &PassView| -> Vec<(bool, bool)> {
        let of = entries.iter().rev().filter(|view| view.entry.pass == Some(pass.pass.id));
        of.map(|view| (view.entry.arrival, view.entry.again)).collect()
    };
    assert_eq!(of(&pass), [(true, false), (false, true), (false, false), (false, false)]);
    assert_eq!(of(&other), [(true, false), (false, true), (true, false), (false, true)]);
}

pub(crate) async fn strict_grace_spends_at_every_door(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.one_time(), monday()).await;
    assert_eq!(building.scan(building.street, &pass, monday()).await.reason, Reason::Ok);
    assert_eq!(building.scan(building.lobby, &pass, monday() + seconds(1)).await.reason, Reason::UsedUp);
    // The first door again within ten seconds is the first presentation again, and spends nothing.
    assert_eq!(building.scan(building.street, &pass, monday() + seconds(2)).await.reason, Reason::Ok);
    assert_eq!(building.scan(building.street, &pass, monday() + seconds(11)).await.reason, Reason::UsedUp);
}

pub(crate) async fn editing_the_limit_counts_what_was_used(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let uses = UseLimits { limit: Some(2), per_day: None };
    let pass = building.create(PassDraft { uses, ..building.draft() }, monday()).await;
    assert_eq!(rush(&building, &pass, 0, 8).await, 2);
    let more =
        |limit| PassChange { uses: Some(UseLimits { limit: Some(limit), per_day: None }), ..PassChange::default() };
    // Used up is no longer valid, and only a valid pass can be changed.
    assert!(building.edit(pass.pass.id, more(3), monday() + seconds(2)).await.is_err());
    let uses = UseLimits { limit: Some(3), per_day: None };
    let pass = building.create(PassDraft { uses, ..building.draft() }, monday()).await;
    assert_eq!(building.scan(building.street, &pass, monday()).await.reason, Reason::Ok);
    let edited = building.edit(pass.pass.id, more(2), monday() + seconds(1)).await.unwrap();
    assert_eq!(edited.usage.used, 1);
    assert_eq!(rush(&building, &pass, 1, 8).await, 1);
}
