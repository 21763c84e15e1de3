//! The local store: opening, lists, and what a server's page does to it.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

mod client_support;

use client_support::{body, is_valid, noon, page, pass_ref, profile, resident, store, uuid, wait_for};
use gatepass_core::api::PassEdit;
use gatepass_core::app::{EntryQuery, NoticeKind, PassHalf, PassQuery};
use gatepass_core::id::PassId;
use gatepass_core::outbox::Command;
use gatepass_core::store::{Store, StoreError};
use gatepass_core::time::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::json;

fn rename(name: &str) -> Command {
    let edit = PassEdit { name: Some(name.to_owned()), ..PassEdit::default() };
    Command::Edit { edit, base: Some(1), at: noon() }
}

async fn names(store: &Store, half: PassHalf, search: &str, limit: u32) -> (Vec<String>, bool) {
    let query = PassQuery { half, search: search.to_owned(), limit, ..PassQuery::default() };
    let page = store.run(move |db| db.passes(&query, noon())).await.unwrap();
    (page.passes.into_iter().map(|pass| pass.shown.name).collect(), page.more)
}

#[cfg(unix)]
#[test]
fn the_files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    wait_for(async {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("made/by/the/app");
        let (store, _) = Store::open(&folder).unwrap();
        store.run(|db| db.sign_in(profile(), "http://localhost:1", &resident())).await.unwrap();
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(files.len() >= 2, "the database and its log: {files:?}");
        for file in files {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
    });
}

#[test]
fn what_was_written_is_there_after_reopening() {
    wait_for(async {
        let (folder, store) = store().await;
        store.run(|db| db.apply(profile(), None, &page(vec![body(10, |_| {})], "7", false), noon())).await.unwrap();
        drop(store);
        let (store, opened) = Store::open(folder.path()).unwrap();
        assert_eq!(opened.replaced, None);
        let profiles = store.run(|db| db.profiles()).await.unwrap();
        assert_eq!(profiles[0].cursor.as_deref(), Some("7"));
        assert_eq!(profiles[0].body, resident());
        assert_eq!(names(&store, PassHalf::All, "", 9).await.0, ["Pass 10"]);
    });
}

#[test]
fn a_file_of_every_schema_so_far_opens_with_all_it_holds() {
    wait_for(async {
        for schema in [include_str!("../../fixtures/client/store-schema-1.sql")] {
            let folder = tempfile::tempdir().unwrap();
            let old = rusqlite::Connection::open(folder.path().join("gatepass.db")).unwrap();
            old.execute_batch(schema).unwrap();
            drop(old);
            let (store, opened) = Store::open(folder.path()).unwrap();
            assert_eq!(opened.replaced, None);
            let known = store.run(|db| db.profile(profile())).await.unwrap();
            assert_eq!((known.body, known.cursor.as_deref(), known.signed_in), (resident(), Some("7"), true));
            let mut listed = names(&store, PassHalf::Valid, "", 9).await.0;
            listed.sort();
            assert_eq!(listed, strings(&["Plain", "Wished"]));
            let queue = store.run(|db| db.queue_of(pass_ref(10))).await.unwrap();
            assert_eq!(queue.iter().map(|queued| &queued.command).collect::<Vec<_>>(), [&rename("Wished")]);
            assert_eq!(store.run(|db| db.entries(&EntryQuery::default())).await.unwrap().0[0].1.seq, 3);
            assert_eq!(store.run(|db| db.notices()).await.unwrap().len(), 1);
            store.run(|db| db.discard(pass_ref(10))).await.unwrap();
        }
    });
}

#[test]
fn a_newer_file_is_left_alone_and_said_so() {
    wait_for(async {
        let (folder, store) = store().await;
        drop(store);
        let path = folder.path().join("gatepass.db");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        drop(connection);
        let Err(StoreError::Newer { found: 99, known }) = Store::open(folder.path()) else {
            panic!("a newer file was opened");
        };
        assert!(known < 99);
        let connection = rusqlite::Connection::open(&path).unwrap();
        let profiles: u32 = connection.query_row("SELECT count(*) FROM profiles", [], |row| row.get(0)).unwrap();
        assert_eq!(profiles, 1);
    });
}

#[test]
fn a_file_that_is_no_database_is_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let rubbish = vec![0x5a; 20_000];
    std::fs::write(folder.path().join("gatepass.db"), &rubbish).unwrap();
    let (_store, opened) = Store::open(folder.path()).unwrap();
    let replaced = opened.replaced.unwrap();
    assert!(replaced.lost, "nobody can know what was in it");
    assert_eq!(std::fs::read(replaced.put_aside).unwrap(), rubbish);
}

/// Breaks the first page of a table or index in the closed file.
fn break_page(folder: &std::path::Path, name: &str) {
    let path = folder.join("gatepass.db");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let size: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    let root: i64 =
        connection.query_row("SELECT rootpage FROM sqlite_master WHERE name = ?1", [name], |row| row.get(0)).unwrap();
    drop(connection);
    let mut bytes = std::fs::read(&path).unwrap();
    let start = usize::try_from((root - 1) * size).unwrap();
    bytes[start..start + usize::try_from(size).unwrap()].fill(0xee);
    std::fs::write(&path, bytes).unwrap();
}

async fn with_unsent_changes() -> tempfile::TempDir {
    let (folder, store) = store().await;
    let passes = vec![body(10, |_| {}), body(11, |_| {}), body(12, |_| {})];
    store.run(move |db| db.apply(profile(), None, &page(passes, "7", false), noon())).await.unwrap();
    store.run(|db| db.command(pass_ref(10), rename("Ten"))).await.unwrap();
    store.run(|db| db.command(pass_ref(11), Command::revoke(noon()))).await.unwrap();
    folder
}

#[test]
fn what_waits_is_saved_from_a_damaged_file() {
    wait_for(async {
        let folder = with_unsent_changes().await;
        break_page(folder.path(), "entries_by_time");
        // Nothing reads that page while opening; the damage shows when the log is looked at.
        let (store, opened) = Store::open(folder.path()).unwrap();
        assert_eq!(opened.replaced, None);
        let looked = store.run(|db| db.entries(&EntryQuery::default()));
        assert!(matches!(looked.await, Err(StoreError::Damaged(_))));
        drop(store);
        std::fs::write(folder.path().join("gatepass.db.suspect"), "").unwrap();

        let (store, opened) = Store::open(folder.path()).unwrap();
        let replaced = opened.replaced.unwrap();
        assert_eq!((replaced.kept, replaced.lost), (2, false));
        assert_eq!(store.run(|db| db.waiting_and_stuck()).await.unwrap(), (2, 0));
        let known = store.run(|db| db.profile(profile())).await.unwrap();
        assert_eq!(known.cursor, None, "everything else is fetched again");
        let kept = store.run(|db| db.pass(pass_ref(10))).await.unwrap().unwrap();
        assert_eq!(kept.shown.name, "Ten");
        drop(store);
        assert_eq!(Store::open(folder.path()).unwrap().1.replaced, None, "once is enough");
    });
}

#[test]
fn what_could_not_be_saved_is_said() {
    wait_for(async {
        let folder = with_unsent_changes().await;
        break_page(folder.path(), "outbox");
        std::fs::write(folder.path().join("gatepass.db.suspect"), "").unwrap();
        let replaced = Store::open(folder.path()).unwrap().1.replaced.unwrap();
        assert_eq!((replaced.kept, replaced.lost), (0, true));
    });
}

#[test]
fn lists_are_newest_first_in_halves_and_pages() {
    wait_for(async {
        let (_folder, store) = store().await;
        let made = |day: u32| json!(format!("2026-11-{day:02}T12:00:00Z"));
        let passes = vec![
            body(10, |pass| pass["created_at"] = made(10)),
            body(11, |pass| pass["created_at"] = made(12)),
            body(12, |pass| pass["created_at"] = made(11)),
            body(13, |pass| {
                pass["created_at"] = made(13);
                pass["schedule"]["date"] = json!("2026-11-21");
            }),
            body(14, |pass| pass["revoked_at"] = made(21)),
            body(15, |pass| pass["uses"] = json!({"limit": 1, "used": 1})),
        ];
        store.run(move |db| db.apply(profile(), None, &page(passes, "7", false), noon())).await.unwrap();
        let list = |half, limit| names(&store, half, "", limit);
        assert_eq!(list(PassHalf::Valid, 9).await, (strings(&["Pass 11", "Pass 12", "Pass 10"]), false));
        assert_eq!(list(PassHalf::Valid, 2).await, (strings(&["Pass 11", "Pass 12"]), true));
        assert!(!list(PassHalf::Valid, 3).await.1);
        assert_eq!(list(PassHalf::Invalid, 9).await.0, strings(&["Pass 15", "Pass 14", "Pass 13"]));
        assert_eq!(list(PassHalf::All, 9).await.0.len(), 6);
    });
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn a_search_forgives_case_and_accents_and_finds_comments_and_plates() {
    wait_for(async {
        let (_folder, store) = store().await;
        let passes = vec![
            body(10, |pass| pass["name"] = json!("José Núñez")),
            body(11, |pass| pass["comment"] = json!("brings the PIANO")),
            body(12, |pass| pass["identifiers"] = json!([{"type": "plate", "plate": "ABC 1234"}])),
        ];
        store.run(move |db| db.apply(profile(), None, &page(passes, "7", false), noon())).await.unwrap();
        for (words, found) in [
            ("jose", "José Núñez"),
            ("NUÑEZ josé", "José Núñez"),
            ("piano", "Pass 11"),
            ("abc", "Pass 12"),
            ("Pass 12", "Pass 12"),
        ] {
            assert_eq!(names(&store, PassHalf::Valid, words, 9).await.0, strings(&[found]), "{words}");
        }
        for words in ["josep", "%", "_", "'", "jose piano"] {
            assert_eq!(names(&store, PassHalf::Valid, words, 9).await.0, strings(&[]), "{words}");
        }
    });
}

#[test]
fn a_page_taken_over_twice_changes_nothing_and_a_late_one_is_ignored() {
    wait_for(async {
        let (_folder, store) = store().await;
        let first = page(vec![body(10, |_| {})], "7", false);
        let again = first.clone();
        store.run(move |db| db.apply(profile(), None, &first, noon())).await.unwrap();
        store
            .run(|db| {
                let newer = body(10, |pass| pass["name"] = json!("Newer"));
                db.apply(profile(), Some("7"), &page(vec![newer], "8", false), noon())
            })
            .await
            .unwrap();
        // What another exchange fetched before, arriving late.
        store.run(move |db| db.apply(profile(), None, &again, noon())).await.unwrap();
        assert_eq!(names(&store, PassHalf::All, "", 9).await.0, ["Newer"]);
        assert_eq!(store.run(|db| db.profile(profile())).await.unwrap().cursor.as_deref(), Some("8"));
    });
}

#[test]
fn after_a_fetch_from_the_start_what_the_server_no_longer_has_is_gone() {
    wait_for(async {
        let (_folder, store) = store().await;
        let passes = vec![body(10, |_| {}), body(11, |_| {}), body(12, |_| {})];
        store.run(move |db| db.apply(profile(), None, &page(passes, "7", false), noon())).await.unwrap();
        store.run(|db| db.command(pass_ref(12), rename("Wanted"))).await.unwrap();
        store.run(|db| db.start_over(profile())).await.unwrap();
        // In two pages, with the app closed in between.
        store.run(|db| db.apply(profile(), None, &page(vec![], "1", true), noon())).await.unwrap();
        assert_eq!(names(&store, PassHalf::All, "", 9).await.0.len(), 3, "not before the end");
        store
            .run(|db| db.apply(profile(), Some("1"), &page(vec![body(11, |_| {})], "7", false), noon()))
            .await
            .unwrap();
        let mut left = names(&store, PassHalf::All, "", 9).await.0;
        left.sort();
        assert_eq!(left, strings(&["Pass 11", "Wanted"]), "a change that waits keeps its pass");
    });
}

#[test]
fn the_log_keeps_no_longer_than_the_site() {
    wait_for(async {
        let (_folder, store) = store().await;
        let entry = |number: u128, days: i64| {
            serde_json::from_value(json!({
                "id": uuid(number), "seq": number, "at": noon() - TimeDelta::days(days), "door": uuid(0xd1),
                "door_name": "Street door", "kind": "qr", "decision": "granted", "reason": "ok", "arrival": true,
                "pass": uuid(10), "pass_name": "Pass 10", "unit": uuid(3), "photo": false
            }))
            .unwrap()
        };
        let mut changes = page(vec![body(10, |_| {})], "7", false);
        changes.entries = vec![entry(1, 100), entry(2, 91), entry(3, 89), entry(4, 0)];
        store.run(move |db| db.apply(profile(), None, &changes, noon())).await.unwrap();
        let seen = |query: EntryQuery| {
            let store = store.clone();
            async move {
                let (entries, more) = store.run(move |db| db.entries(&query)).await.unwrap();
                (entries.iter().map(|(_, entry)| entry.seq).collect::<Vec<_>>(), more)
            }
        };
        assert_eq!(seen(EntryQuery::default()).await, (vec![4, 3], false));
        assert_eq!(seen(EntryQuery { limit: 1, ..EntryQuery::default() }).await, (vec![4], true));
        assert_eq!(
            seen(EntryQuery { pass: Some(PassId(uuid(11))), ..EntryQuery::default() }).await.0,
            Vec::<i64>::new()
        );
    });
}

#[test]
fn signing_out_forgets_all_of_a_profile_and_nothing_else() {
    wait_for(async {
        let (_folder, store) = store().await;
        store.run(|db| db.apply(profile(), None, &page(vec![body(10, |_| {})], "7", false), noon())).await.unwrap();
        store.run(|db| db.command(pass_ref(10), rename("Ten"))).await.unwrap();
        store.run(|db| db.signed_out(profile(), noon())).await.unwrap();
        store.run(|db| db.signed_out(profile(), noon())).await.unwrap();
        let notices = store.run(|db| db.notices()).await.unwrap();
        assert_eq!(notices.len(), 1, "told once");
        assert_eq!(notices[0].kind, NoticeKind::SignedOut { site: "Elm House".to_owned() });
        assert_eq!(names(&store, PassHalf::All, "", 9).await.0, ["Ten"], "kept until the resident decides");
        store.run(|db| db.forget(profile())).await.unwrap();
        assert_eq!(names(&store, PassHalf::All, "", 9).await.0, strings(&[]));
        assert_eq!(store.run(|db| db.waiting_and_stuck()).await.unwrap(), (0, 0));
        assert!(store.run(|db| db.notices()).await.unwrap().is_empty());
    });
}

/// One visit in all, begun two minutes before the doors close until the next day.
#[test]
fn a_pass_whose_last_opening_closes_during_the_visit_is_over_then() {
    wait_for(async {
        let (_folder, store) = store().await;
        let closes: DateTime<Utc> = "2026-11-22T15:30:00Z".parse().unwrap();
        let pass = body(10, |pass| {
            pass["schedule"] = json!({"type": "recurring", "days": ["sun", "mon"], "from": "09:00", "to": "10:30",
                "starts": "2026-11-01", "expires": "2026-12-31", "time_zone": "America/New_York"});
            pass["uses"] = json!({"limit": 1, "per_day": null, "used": 1, "last_day": "2026-11-22",
                "used_on_last_day": 1, "visit_began": closes - TimeDelta::minutes(2)});
        });
        store.run(move |db| db.apply(profile(), None, &page(vec![pass.clone()], "7", false), noon())).await.unwrap();
        for (at, listed) in [(closes - TimeDelta::milliseconds(1), 1), (closes, 0)] {
            let found = store.run(move |db| db.passes(&PassQuery::default(), at)).await.unwrap();
            assert_eq!(found.passes.len(), listed, "{at}");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// The two halves of the list are cut by a column; the rules, asked pass by pass, cut them the same.
    #[test]
    fn the_halves_are_what_the_rules_say(
        passes in proptest::collection::vec(
            (0_i64..6, 0_u32..4, proptest::option::of(1_u32..3), proptest::option::of(1_u32..3), any::<bool>(), prop_oneof![0_i64..3000, 0_i64..6],
             prop::option::of(-1_i64..8)),
            1..8,
        ),
        minutes in 0_i64..6000,
    ) {
        let now = noon() + TimeDelta::minutes(minutes);
        let bodies: Vec<_> = passes.iter().enumerate().map(|(number, (day, used, limit, per_day, revoked, ago, closes))| {
            let began = noon() + TimeDelta::minutes(minutes - ago);
            body(10 + number as u128, |pass| {
                pass["schedule"]["date"] = json!(format!("2026-11-{}", 21 + day));
                if let Some(closes) = closes {
                    // Every day, and about now is when the doors close.
                    let to = (now + TimeDelta::minutes(closes - 5 * 60)).format("%H:%M").to_string();
                    pass["schedule"] = json!({"type": "recurring", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
                        "from": "09:00", "to": to, "starts": "2026-11-20", "expires": format!("2026-11-{}", 22 + day),
                        "time_zone": "America/New_York"});
                }
                pass["uses"] = json!({
                    "limit": limit, "per_day": per_day, "used": used,
                    "last_day": (*used > 0).then(|| (began - TimeDelta::hours(5)).date_naive()),
                    "used_on_last_day": used, "visit_began": (*used > 0).then_some(began),
                });
                if *revoked {
                    pass["revoked_at"] = json!("2026-11-21T00:00:00Z");
                }
            })
        }).collect();
        let expected: Vec<_> = bodies.iter().map(|body| (body.id, is_valid(body, now))).collect();
        let (valid, invalid) = wait_for(async {
            let (_folder, store) = store().await;
            store.run(move |db| db.apply(profile(), None, &page(bodies, "7", false), noon())).await.unwrap();
            let mut halves = Vec::new();
            for half in [PassHalf::Valid, PassHalf::Invalid] {
                let query = PassQuery { half, ..PassQuery::default() };
                let page = store.run(move |db| db.passes(&query, now)).await.unwrap();
                halves.push(page.passes.into_iter().map(|pass| pass.pass.pass).collect::<Vec<_>>());
            }
            let live = store.run(move |db| db.live_passes(profile(), None, now)).await.unwrap();
            assert_eq!(live as usize, halves[0].len());
            (halves.remove(0), halves.remove(0))
        });
        for (id, is_valid) in expected {
            prop_assert_eq!(valid.contains(&id), is_valid);
            prop_assert_eq!(invalid.contains(&id), !is_valid);
        }
    }
}
