//! A start with very many live passes: the time until the ledger is ready, and the memory of each pass.
//!
//! A small building is made through the service's API. Its passes are then copied in the database with new ids, look-ups
//! and sealed boxes.

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use gatepass_core::share::Language;
use gatepass_core::time::Clock;
use gatepass_panel::SystemClock;
use gatepass_panel::keys::Keys;
use gatepass_panel::ledger::{Maintenance, SqliteLedger};
use rusqlite::{Connection, params};

use crate::figures::{Target, report, stopwatch};
use crate::process::resident_memory;
use crate::validate::seed;
use crate::{Result, RunLength};

#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(flatten)]
    length: RunLength,
    /// Live passes.
    #[arg(long)]
    passes: Option<usize>,
}

/// The number of passes made through the API.
const SEEDED: usize = 1000;

pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let service = folder.path().join("service");
    seed(&service, SEEDED, 1)?;
    let database = service.join("gatepass.db");
    let times = options.passes.unwrap_or(if options.length.quick { 20_000 } else { 1_000_000 }) / SEEDED;
    multiply(&database, times)?;
    let expected = (times * SEEDED) as u64;
    tokio::runtime::Runtime::new()?.block_on(async move {
        let keys = Arc::new(Keys::load(&service.join("keys.toml"))?);
        let before = resident_memory()?;
        let begun = stopwatch();
        let ledger = SqliteLedger::open(&database, keys, Language::English, SystemClock.now()).await?;
        let took = begun.elapsed().as_secs_f64();
        let live = ledger.health().await?.live_passes;
        let taken = resident_memory()?.saturating_sub(before);
        ledger.close().await?;
        if live != expected {
            return Err(format!("{live} live passes instead of {expected}").into());
        }
        report("start: ready with all live passes", took, " s", &Target::AtMost(15.0));
        report("start: memory, all of it", taken as f64 / 1e9, " GB", &Target::AtMost(1.2));
        report("start: memory of a live pass", taken as f64 / live as f64, " bytes", &Target::None);
        Ok(())
    })
}

/// Copies every pass `times` times, with new ids and look-ups. The copies belong to the same units.
fn multiply(database: &Path, times: usize) -> Result<()> {
    let connection = Connection::open(database)?;
    // No journal: if this is interrupted, the folder is made again.
    connection.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;
         PRAGMA cache_size = -1500000; PRAGMA temp_store = MEMORY; BEGIN;
         CREATE TEMP TABLE copies (number BLOB PRIMARY KEY) WITHOUT ROWID;",
    )?;
    for copy in 1..times {
        let number = u32::try_from(copy)?.to_be_bytes();
        connection.prepare_cached("INSERT INTO copies VALUES (?1)")?.execute(params![&number[..]])?;
    }
    for table in ["passes", "identifiers", "lookups"] {
        connection.execute_batch(&format!("CREATE TEMP TABLE seeded_{table} AS SELECT * FROM {table}"))?;
    }
    // The low bytes of an id are random. With the copy's number there, the new id sorts like the old.
    let [own, of_pass] = ["id", "pass_id"].map(|id| format!("CAST(substr({id}, 1, 12) || number AS BLOB)"));
    connection.execute_batch(&format!(
        "INSERT INTO passes SELECT site_id, {own}, unit_id, resident_id, version, name, comment, guest, schedule, uses,
             doors, created_at, revoked_at, ends_at, made_seq, changed_seq
             FROM (SELECT * FROM seeded_passes ORDER BY id) CROSS JOIN copies;
         INSERT INTO identifiers SELECT site_id, {of_pass}, place, kind, sealed
             FROM (SELECT * FROM seeded_identifiers ORDER BY pass_id, place) CROSS JOIN copies;
         INSERT INTO lookups SELECT site_id, CAST(number || substr(lookup, 5) AS BLOB), {of_pass}, form
             FROM copies CROSS JOIN (SELECT * FROM seeded_lookups ORDER BY substr(lookup, 5));
         COMMIT; PRAGMA journal_mode = WAL;"
    ))?;
    Ok(())
}
