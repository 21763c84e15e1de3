//! What the resident is told of: each arrival and refusal once, however late it comes.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use client_support::{STREET, noon, page, profile, resident, store, uuid, wait_for};
use gatepass_core::api::{Changes, Decision, EntryBody, EntryEvent};
use gatepass_core::app::{EntryRef, ProfileId};
use gatepass_core::id::{DoorId, EntryId, PassId, UnitId};
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::store::{Db, EntryFilter, EntryQuery, Store};
use gatepass_core::time::TimeDelta;

/// An arrival this many minutes after noon.
fn arrival(number: u128, minutes: i64) -> EntryBody {
    EntryBody {
        id: EntryId(uuid(number)),
        seq: i64::try_from(number).unwrap(),
        at: noon() + TimeDelta::minutes(minutes),
        door: DoorId(uuid(STREET)),
        door_name: "Street door".to_owned(),
        kind: Some(IdentifierKind::Qr),
        decision: Decision::Granted,
        reason: Reason::Ok,
        arrival: true,
        again: false,
        pass: Some(PassId(uuid(10))),
        pass_name: Some("Dog walker".to_owned()),
        unit: Some(UnitId(uuid(3))),
        outcome: None,
        photo: false,
    }
}

fn refusal(number: u128, minutes: i64) -> EntryBody {
    EntryBody { decision: Decision::Denied, reason: Reason::OutsideHours, arrival: false, ..arrival(number, minutes) }
}

fn entries(entries: Vec<EntryBody>, cursor: &str, more: bool) -> Changes {
    Changes { entries, ..page(vec![], cursor, more) }
}

async fn fetched(store: &Store, who: ProfileId, since: Option<&str>, changes: Changes) {
    let since = since.map(str::to_owned);
    store.run(move |db| db.apply(who, since.as_deref(), &changes, noon())).await.unwrap();
}

async fn news(store: &Store) -> Vec<u128> {
    let found = store.run(|db| db.news()).await.unwrap();
    found.into_iter().map(|(_, entry)| entry.seq.unsigned_abs().into()).collect()
}

async fn told(store: &Store, numbers: &[u128]) {
    let told: Vec<EntryRef> =
        numbers.iter().map(|number| EntryRef { profile: profile(), entry: EntryId(uuid(*number)) }).collect();
    store.run(move |db| db.told(&told)).await.unwrap();
}

#[test]
fn history_is_no_news_and_the_first_guest_of_all_is() {
    wait_for(async {
        let (_folder, store) = store().await;
        fetched(&store, profile(), None, entries(vec![arrival(1, -60)], "1", true)).await;
        fetched(&store, profile(), Some("1"), entries(vec![arrival(2, -30)], "2", false)).await;
        assert_eq!(news(&store).await, [0; 0], "what the first fetch brings is history, on its last page, too");
        fetched(&store, profile(), Some("2"), entries(vec![refusal(3, 1), arrival(4, 2)], "4", false)).await;
        assert_eq!(news(&store).await, [3, 4]);

        // A profile whose log was empty: its first guest is news.
        let other = ProfileId(uuid(77));
        store.run(move |db| db.sign_in(other, "http://localhost:2", &resident())).await.unwrap();
        fetched(&store, other, None, entries(vec![], "1", false)).await;
        fetched(&store, other, Some("1"), entries(vec![arrival(5, 3)], "5", false)).await;
        assert_eq!(news(&store).await, [3, 4, 5]);
    });
}

#[test]
fn an_entry_that_comes_late_is_told_and_none_is_told_twice() {
    wait_for(async {
        let (_folder, store) = store().await;
        fetched(&store, profile(), None, entries(vec![], "0", false)).await;
        fetched(&store, profile(), Some("0"), entries(vec![arrival(9, 30)], "9", false)).await;
        told(&store, &[9]).await;
        // It happened before the one that was told, and reached this device after it.
        fetched(&store, profile(), Some("9"), entries(vec![arrival(5, 10)], "10", false)).await;
        assert_eq!(news(&store).await, [5]);
        told(&store, &[5]).await;
        // The server was restored from a backup and everything is fetched again.
        store.run(|db| db.start_over(profile())).await.unwrap();
        fetched(&store, profile(), None, entries(vec![arrival(5, 10), arrival(9, 30), arrival(11, 40)], "11", false))
            .await;
        assert_eq!(news(&store).await, [11], "only what was never here before");
    });
}

#[test]
fn only_guests_are_news_the_newest_twenty_and_not_once_the_log_was_seen() {
    wait_for(async {
        let (folder, store) = store().await;
        fetched(&store, profile(), None, entries(vec![], "0", false)).await;
        let opened = EntryBody { arrival: false, ..arrival(1, 1) };
        let nobodys = EntryBody { pass: None, pass_name: None, ..refusal(2, 2) };
        fetched(&store, profile(), Some("0"), entries(vec![opened, nobodys], "2", false)).await;
        assert_eq!(news(&store).await, [0; 0]);
        let many = (10..40).map(|number| arrival(number, i64::try_from(number).unwrap())).collect();
        fetched(&store, profile(), Some("2"), entries(many, "40", false)).await;
        drop(store);
        let (store, _) = Store::open(folder.path()).unwrap();
        assert_eq!(news(&store).await, (20..40).collect::<Vec<_>>(), "also after a restart");
        store.run(Db::log_seen).await.unwrap();
        assert_eq!(news(&store).await, [0; 0]);
    });
}

#[test]
fn a_log_is_narrowed_to_arrivals_or_refusals_before_it_is_cut() {
    wait_for(async {
        let (_folder, store) = store().await;
        let opened = EntryBody { arrival: false, ..arrival(4, 4) };
        let by_manager = EntryBody { kind: None, pass: None, pass_name: None, ..arrival(5, 5) };
        let again = EntryBody { arrival: false, again: true, ..arrival(8, 8) };
        assert_eq!(again.event(), EntryEvent::OpenedAgain);
        let unheard = EntryBody { decision: Decision::NotHandled, ..refusal(6, 6) };
        let all = vec![arrival(1, 1), refusal(2, 2), arrival(3, 3), opened, by_manager, unheard, arrival(7, 7), again];
        fetched(&store, profile(), None, entries(all, "8", false)).await;
        let listed = async |only, limit| {
            let query = EntryQuery { only, limit, ..EntryQuery::default() };
            let (found, more) = store.run(move |db| db.entries(&query)).await.unwrap();
            (found.into_iter().map(|(_, entry)| entry.seq).collect::<Vec<_>>(), more)
        };
        assert_eq!(listed(EntryFilter::All, 50).await, (vec![8, 7, 6, 5, 4, 3, 2, 1], false));
        assert_eq!(listed(EntryFilter::All, 6).await, (vec![8, 7, 6, 5, 4, 3], true));
        assert_eq!(listed(EntryFilter::Arrivals, 50).await, (vec![7, 3, 1], false));
        assert_eq!(listed(EntryFilter::Arrivals, 2).await, (vec![7, 3], true));
        assert_eq!(listed(EntryFilter::Refused, 1).await, (vec![2], false));
    });
}
