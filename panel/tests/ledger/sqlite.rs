//! The ledger on SQLite: where it is kept, and what only it can get wrong.

use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::share::Language;
use gatepass_panel::keys::Keys;
use gatepass_panel::ledger::{Ledger, SqliteLedger};
use tempfile::TempDir;

use crate::suite::Backend;

/// A folder with a database.
pub(crate) struct Folder {
    folder: TempDir,
    keys: Arc<Keys>,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keys: Arc::new(Keys::generate()) }
    }

    pub(crate) fn with_keys_of(key_file: &std::path::Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Git keeps no rights, and a key file others can read is refused.
        let private = folder.path().join("keys.toml");
        std::fs::copy(key_file, &private).unwrap();
        make_private(&private);
        let keys = Arc::new(Keys::load(&private).unwrap());
        Self { folder, keys }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("gatepass.db")
    }

    pub(crate) async fn sqlite(&self, now: DateTime<Utc>) -> Arc<SqliteLedger> {
        Arc::new(SqliteLedger::open(&self.path(), Arc::clone(&self.keys), Language::English, now).await.unwrap())
    }
}

#[cfg(unix)]
fn make_private(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[cfg(not(unix))]
fn make_private(_: &std::path::Path) {}

#[async_trait]
impl Backend for Folder {
    fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys)
    }

    async fn open(&self, now: DateTime<Utc>) -> Arc<dyn Ledger> {
        self.sqlite(now).await
    }

    async fn after_a_kill(&self, now: DateTime<Utc>) -> (Arc<dyn Ledger>, Box<dyn Backend>) {
        let copy = Self { folder: tempfile::tempdir().unwrap(), keys: Arc::clone(&self.keys) };
        for suffix in ["", "-wal"] {
            let name = format!("{}{suffix}", self.path().display());
            if std::path::Path::new(&name).exists() {
                std::fs::copy(&name, format!("{}{suffix}", copy.path().display())).unwrap();
            }
        }
        let ledger = copy.sqlite(now).await;
        assert!(ledger.memory_equals_disk().await.unwrap());
        (ledger, Box::new(copy))
    }
}

mod golden {
    //! Databases written by earlier versions are read as they were meant.

    use gatepass_core::pass::{IdentifierKind, PassDraft, Reason, UseLimits};

    use gatepass_panel::ledger::Attribution;

    use super::{Backend, Folder};
    use crate::suite::Building;
    use crate::suite::building::{all, monday, seconds, secret};

    const WRITE: &str = "GATEPASS_WRITE_GOLDEN";
    /// The schema that this version writes. A new one gets a fixture of its own; the old ones stay.
    const NEWEST: u32 = 2;

    fn fixtures() -> std::path::PathBuf {
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/db")
    }

    /// `GATEPASS_WRITE_GOLDEN=1 cargo test -p gatepass-panel --test ledger golden` writes the one of this version,
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
        let ledger: std::sync::Arc<dyn gatepass_panel::ledger::Ledger> = folder.sqlite(monday() + seconds(60)).await;
        let building = Building::found(ledger, folder.keys()).await;
        let site = gatepass_panel::ledger::Scope::Site(building.site);
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
        let ledger: std::sync::Arc<dyn gatepass_panel::ledger::Ledger> = ledger;
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
        gatepass_panel::keys::Keys::create(keys).unwrap();
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
}

mod failures {
    //! The disk fails. Nobody is told "granted", and afterwards the memory is what is on disk.

    use futures_util::future::join_all;
    use gatepass_core::pass::{IdentifierKind, PassDraft, Reason, UseLimits};
    use gatepass_panel::ledger::{LedgerError, Presentation};
    use rusqlite::Connection;

    use super::{Backend, Folder};
    use crate::suite::Building;
    use crate::suite::building::{monday, seconds, secret};

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

    #[tokio::test]
    async fn a_database_from_the_future_is_refused() {
        let folder = Folder::new();
        let connection = Connection::open(folder.path()).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        let path = folder.path();
        let opened = gatepass_panel::ledger::SqliteLedger::open(
            &path,
            folder.keys(),
            gatepass_core::share::Language::English,
            monday(),
        );
        assert!(opened.await.is_err_and(|error| error.to_string().contains("newer version")));
    }
}
