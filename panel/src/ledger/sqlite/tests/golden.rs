//! Databases written by earlier versions are read as they were meant.

use gatepass_core::pass::{IdentifierKind, PassDraft, Reason, UseLimits};

use crate::ledger::Attribution;

use super::{Backend, Folder};
use crate::ledger::conformance::Building;
use crate::ledger::conformance::building::{all, monday, seconds, secret};

const WRITE: &str = "GATEPASS_WRITE_GOLDEN";
/// The schema that this version writes. Each new schema gets a new fixture; those of released versions stay.
const NEWEST: u32 = 5;

fn fixtures() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/db")
}

/// `GATEPASS_WRITE_GOLDEN=1 cargo test -p gatepass-panel --lib golden` writes the one of this version,
/// with keys that were made for it and open nothing else.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_of_this_version_is_read() {
    let name = format!("schema-{NEWEST}");
    if std::env::var_os(WRITE).is_some() {
        write(&fixtures().join(format!("{name}.db")), &fixtures().join(format!("{name}.keys.toml"))).await;
    }
    is_read(&name).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_schema_1_is_read() {
    is_read("schema-1").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_schema_2_is_read() {
    is_read("schema-2").await;
}

/// Databases of earlier versions whose mark is above their last row: one that was purged to its end, and one of schema 1 in
/// which a pass was made last. What happens after the first start is listed, remembered and counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_entry_is_lost_after_an_update() {
    let unpurged = "UPDATE marks SET value = value + 20 WHERE name = 'folded_seq'";
    let purged = "DELETE FROM entries; DELETE FROM entries_of; DELETE FROM events";
    for (name, before) in [("schema-1", unpurged), ("schema-2", purged)] {
        let (database, keys) = (fixtures().join(format!("{name}.db")), fixtures().join(format!("{name}.keys.toml")));
        let folder = Folder::with_keys_of(&keys);
        std::fs::copy(&database, folder.path()).unwrap();
        rusqlite::Connection::open(folder.path()).unwrap().execute_batch(before).unwrap();
        let now = monday() + seconds(600);
        let ledger: std::sync::Arc<dyn crate::ledger::Ledger> = folder.sqlite(now).await;
        let building = Building::found(ledger, folder.keys()).await;
        let scope = crate::ledger::Scope::Site(building.site);
        let kept = building.ledger.entries(scope, all()).await.unwrap().items.len();
        let pass = building.create(building.one_time(), now).await;
        let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
        let event = crate::ledger::Presentation {
            event_id: Some("after".into()),
            ..building.presentation(building.street, reading)
        };
        let first = building.ledger.present(event.clone(), now).await.unwrap();
        assert_eq!(first.reason, Reason::Ok);
        assert_eq!(building.ledger.present(event.clone(), now + seconds(60)).await.unwrap().entry, first.entry);
        assert_eq!(building.ledger.entries(scope, all()).await.unwrap().items.len(), kept + 1, "{name}");
        let (after, _kept) = folder.after_a_kill(now).await;
        assert_eq!(after.present(event, now + seconds(60)).await.unwrap().entry, first.entry, "{name}");
        assert_eq!(after.pass(building.scope(), pass.pass.id, now).await.unwrap().usage.used, 1, "{name}");
    }
}

/// What phones keep of a service from before sites had sequences of their own stays good: ids of entries, cursors.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ids_and_cursors_of_schema_1_stay() {
    let database = fixtures().join("schema-1.db");
    let old = rusqlite::Connection::open_with_flags(&database, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut entries = old.prepare("SELECT at, seq FROM entries ORDER BY seq DESC").unwrap();
    let entries: Vec<(i64, i64)> =
        entries.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    let last: i64 = old.query_row("SELECT max(changed_seq) FROM passes", (), |row| row.get(0)).unwrap();
    let cursor = last.max(entries[0].1);
    let folder = Folder::with_keys_of(&fixtures().join("schema-1.keys.toml"));
    std::fs::copy(&database, folder.path()).unwrap();
    let ledger: std::sync::Arc<dyn crate::ledger::Ledger> = folder.sqlite(monday() + seconds(60)).await;
    let building = Building::found(ledger, folder.keys()).await;
    let site = crate::ledger::Scope::Site(building.site);
    let now: Vec<uuid::Uuid> =
        building.ledger.entries(site, all()).await.unwrap().items.iter().map(|entry| entry.id.0).collect();
    let then = entries.iter().map(|(at, seq)| {
        let mut counter = [0; 10];
        counter[2..].copy_from_slice(&seq.to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(*at).unwrap(), &counter).into_uuid()
    });
    assert_eq!(now, then.collect::<Vec<_>>());
    let later = monday() + seconds(600);
    let nothing = building.ledger.changes(building.unit, cursor, 100, later).await.unwrap();
    assert!(nothing.passes.is_empty() && nothing.entries.is_empty());
    let made = building.create(building.draft(), later).await;
    let news = building.ledger.changes(building.unit, cursor, 100, later).await.unwrap();
    assert_eq!(news.passes.iter().map(|pass| pass.pass.id).collect::<Vec<_>>(), [made.pass.id]);
    assert!(news.cursor > cursor);
}

/// A database of this name is read as it was meant.
async fn is_read(name: &str) {
    let (database, keys) = (fixtures().join(format!("{name}.db")), fixtures().join(format!("{name}.keys.toml")));
    let folder = Folder::with_keys_of(&keys);
    std::fs::copy(&database, folder.path()).unwrap();
    let ledger = folder.sqlite(monday() + seconds(60)).await;
    assert!(ledger.memory_equals_disk().await.unwrap());
    let ledger: std::sync::Arc<dyn crate::ledger::Ledger> = ledger;
    let building = Building::found(ledger, folder.keys()).await;
    let passes = building.ledger.passes(building.scope(), None, all(), monday() + seconds(60)).await.unwrap().items;
    let found: Vec<_> = passes.iter().map(|pass| (&*pass.pass.name, pass.usage.used)).collect();
    assert_eq!(found, [("Revoked", 0), ("Car", 0), ("Three visits", 2)]);
    let three = &passes[2];
    assert_eq!(three.pass.comment, "Has the key to the flat");
    let again = monday() + seconds(600);
    assert_eq!(building.scan(building.lobby, three, again).await.reason, Reason::Ok);
    assert_eq!(
        building.type_code(building.garage, &secret(three, IdentifierKind::Code), again).await.reason,
        Reason::UsedUp
    );
    let car = building.present(building.garage, IdentifierKind::Plate, "ABC 1234", again).await.unwrap();
    assert_eq!(car.pass, Some(passes[1].pass.id));
    let entries = building.ledger.entries(building.scope(), all()).await.unwrap().items;
    assert_eq!(entries.len(), 5);
}

async fn write(database: &std::path::Path, keys: &std::path::Path) {
    for old in [database, keys] {
        let _ = std::fs::remove_file(old);
    }
    std::fs::create_dir_all(fixtures()).unwrap();
    crate::keys::Keys::create(keys).unwrap();
    let folder = Folder::with_keys_of(keys);
    let building = Building::new(&folder).await;
    let uses = UseLimits { limit: Some(3), per_day: None };
    let three = PassDraft { name: "Three visits".into(), uses, ..building.draft() };
    let three = building.create(three, monday()).await;
    building.scan(building.street, &three, monday()).await;
    building.scan(building.lobby, &three, monday() + seconds(1)).await;
    let car = PassDraft {
        name: "Car".into(),
        identifiers: vec![IdentifierKind::Plate],
        plate: Some("abc-1234".into()),
        ..building.draft()
    };
    building.create(car, monday() + seconds(2)).await;
    let revoked = building.create(PassDraft { name: "Revoked".into(), ..building.draft() }, monday()).await;
    building
        .ledger
        .revoke_pass(building.scope(), revoked.pass.id, Attribution::operator(monday() + seconds(3)))
        .await
        .unwrap();
    building.type_code(building.street, "104729", monday() + seconds(4)).await;
    building.ledger.close().await.unwrap();
    drop(building);
    let connection = rusqlite::Connection::open(folder.path()).unwrap();
    connection.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM;").unwrap();
    drop(connection);
    std::fs::copy(folder.path(), database).unwrap();
}
