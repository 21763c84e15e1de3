//! The disk fails: no presentation is granted, and afterwards the memory equals the disk.

use std::sync::Arc;

use crate::keys::Keys;
use crate::ledger::{Attribution, LedgerError, Maintenance, PassQueries, Presentation};
use futures_util::future::join_all;
use gatepass_core::pass::{IdentifierKind, PassDraft, Reason, UseLimits};
use rusqlite::Connection;

use super::{Backend, Folder};
use crate::ledger::conformance::Building;
use crate::ledger::conformance::building::{monday, seconds, secret};

/// A pass for four, presented by eight at once while the database is as `sabotage` left it, and once again after
/// `repair`.
async fn nobody_gets_in_on_a_failed_commit(sabotage: impl Fn(&Connection), repair: impl Fn(&Connection)) {
    let folder = Folder::new();
    let building = Building::new(&folder).await;
    let uses = UseLimits { limit: Some(4), per_day: None };
    let pass = building.create(PassDraft { uses, ..building.draft() }, monday()).await;
    let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
    let rush = |name: &'static str| {
        let asked = (0..8).map(|n| {
            let presentation = Presentation {
                event_id: Some(format!("{name} {n}")),
                ..building.presentation(building.street, reading.clone())
            };
            building.ledger.present(presentation, monday())
        });
        join_all(asked.collect::<Vec<_>>())
    };
    let saboteur = Connection::open(folder.path()).unwrap();
    sabotage(&saboteur);
    for answer in rush("failing").await {
        assert!(matches!(answer, Err(LedgerError::Unavailable(_))), "{answer:?}");
    }
    assert!(building.ledger.health().await.is_err() || building.ledger.health().await.unwrap().failed_commits > 0);
    repair(&saboteur);
    drop(saboteur);
    assert_eq!(building.pass(pass.pass.id, monday()).await.usage.used, 0);
    let answers = rush("repaired").await;
    let granted = answers.into_iter().filter(|answer| answer.as_ref().unwrap().reason == Reason::Ok).count();
    assert_eq!(granted, 4);
    let (after, _kept) = folder.after_a_kill(monday() + seconds(1)).await;
    assert_eq!(after.pass(building.scope(), pass.pass.id, monday()).await.unwrap().usage.used, 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_that_fails_fails_everybody_in_it() {
    // Every entry breaks a promise that is only checked at the commit.
    let sabotage = |connection: &Connection| {
        let trap = "CREATE TABLE nobody (id INTEGER PRIMARY KEY);
            CREATE TABLE trap (id INTEGER REFERENCES nobody (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER spring AFTER INSERT ON entries BEGIN INSERT INTO trap VALUES (1); END;";
        connection.execute_batch(trap).unwrap();
    };
    let repair = |connection: &Connection| {
        connection.execute_batch("DROP TRIGGER spring; DROP TABLE trap; DROP TABLE nobody;").unwrap();
    };
    nobody_gets_in_on_a_failed_commit(sabotage, repair).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_entry_that_cannot_be_written_is_no_decision() {
    let sabotage = |connection: &Connection| {
        let wall = "CREATE TRIGGER wall BEFORE INSERT ON entries BEGIN SELECT raise(ROLLBACK, 'no room'); END;";
        connection.execute_batch(wall).unwrap();
    };
    let repair = |connection: &Connection| connection.execute_batch("DROP TRIGGER wall;").unwrap();
    nobody_gets_in_on_a_failed_commit(sabotage, repair).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_is_no_decision() {
    let sabotage = |connection: &Connection| connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    let repair = |connection: &Connection| connection.execute_batch("ROLLBACK").unwrap();
    nobody_gets_in_on_a_failed_commit(sabotage, repair).await;
}

/// A service that cannot commit is not ready, even while nobody asks anything that writes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_database_is_not_healthy() {
    let folder = Folder::new();
    let building = Building::new(&folder).await;
    building.ledger.health().await.unwrap();
    let saboteur = Connection::open(folder.path()).unwrap();
    saboteur.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert!(matches!(building.ledger.health().await, Err(LedgerError::Unavailable(_))));
    saboteur.execute_batch("ROLLBACK").unwrap();
    building.ledger.health().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_bad_operation_does_not_fail_its_batch() {
    let folder = Folder::new();
    let building = Building::new(&folder).await;
    let bad = PassDraft { doors: vec![], ..building.draft() };
    let asked = (0..64).map(|n| {
        let draft = if n % 2 == 0 { bad.clone() } else { building.draft() };
        building.try_create(draft, monday())
    });
    let done = join_all(asked).await;
    assert!(done.iter().enumerate().all(|(n, done)| done.is_ok() == (n % 2 == 1)));
    assert_eq!(building.ledger.health().await.unwrap().failed_commits, 0);
}

/// With other keys no code would be known and nothing sealed could be read, so the database is not opened with them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_of_another_service_and_keys_older_than_a_rotation_are_refused() {
    let folder = Folder::new();
    let building = Building::new(&folder).await;
    let pass = building.create(building.draft(), monday()).await;
    let files = tempfile::tempdir().unwrap();
    let key_file = files.path().join("keys.toml");
    folder.keys().rotate(&key_file, monday()).unwrap();
    let before = Arc::new(Keys::load(&key_file).unwrap());
    folder.keys().rotate(&key_file, monday()).unwrap();
    building
        .ledger
        .plan_reseals(folder.keys().seal_infos().last().unwrap().id, Attribution::operator(monday()))
        .await
        .unwrap();
    building.ledger.close().await.unwrap();
    let open = async |keys| {
        crate::ledger::SqliteLedger::open(&folder.path(), keys, gatepass_core::share::Language::English, monday()).await
    };
    for other in [Arc::new(Keys::generate()), before] {
        assert!(matches!(open(other).await, Err(LedgerError::WrongKeys)));
    }
    // A database from before there were marks is recognised by what is sealed in it.
    let connection = Connection::open(folder.path()).unwrap();
    connection.execute("UPDATE sites SET key_mark = NULL", ()).unwrap();
    assert!(matches!(open(Arc::new(Keys::generate())).await, Err(LedgerError::WrongKeys)));
    // A site with nothing sealed proves nothing: it is not marked by the wrong keys before another site refuses them.
    let empty =
        "INSERT INTO sites SELECT x'00000000000000000000000000000001', 0, 'Oak House', address, time_zone, policy,
        changed_seq, unmarked_until, last_seq, totals_seq, put_away_until, NULL FROM sites";
    connection.execute(empty, ()).unwrap();
    assert!(matches!(open(Arc::new(Keys::generate())).await, Err(LedgerError::WrongKeys)));
    let again = open(folder.keys()).await.unwrap();
    let shown = again.pass(building.scope(), pass.pass.id, monday()).await.unwrap();
    assert_eq!(secret(&shown, IdentifierKind::Code), secret(&pass, IdentifierKind::Code));
    again.close().await.unwrap();
    let marks: i64 = connection.query_row("SELECT count(key_mark) FROM sites", (), |row| row.get(0)).unwrap();
    assert_eq!(marks, 2);
}

#[tokio::test]
async fn a_database_from_the_future_is_refused() {
    let folder = Folder::new();
    let connection = Connection::open(folder.path()).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    let path = folder.path();
    let opened =
        crate::ledger::SqliteLedger::open(&path, folder.keys(), gatepass_core::share::Language::English, monday());
    assert!(opened.await.is_err_and(|error| error.to_string().contains("newer version")));
}
