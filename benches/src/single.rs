//! One caller at a time: does group commit make a single guest wait?
//!
//! One task calls the service's ledger through its public trait and waits for each answer. The floor is the least a durable
//! decision can cost: the same row in the same table and a commit, on the caller's thread. The two alternate, decision by
//! decision, each on its own database on the same disk.

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use gatepass_core::api::Decision;
use gatepass_core::pass::IdentifierKind;
use gatepass_core::share::Language;
use gatepass_core::time::Clock;
use gatepass_panel::SystemClock;
use gatepass_panel::decide::Reading;
use gatepass_panel::keys::{Keys, TokenHash};
use gatepass_panel::ledger::{Decisions, Maintenance, Panel, PanelAnswer, Places, Presentation, Site, SqliteLedger};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::figures::{Target, median, report, stopwatch};
use crate::validate::seed;
use crate::{Result, RunLength};

#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(flatten)]
    length: RunLength,
    /// Decisions of each kind in a round.
    #[arg(long, default_value_t = 400)]
    decisions: usize,
}

const PASSES: usize = 1000;

pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let service = folder.path().join("service");
    let seeded = seed(&service, PASSES, 1)?;
    let database = service.join("gatepass.db");
    let copy = folder.path().join("alone.db");
    std::fs::copy(&database, &copy)?;

    tokio::runtime::Runtime::new()?.block_on(async move {
        let keys = Arc::new(Keys::load(&service.join("keys.toml"))?);
        let ledger = SqliteLedger::open(&database, Arc::clone(&keys), Language::English, SystemClock.now()).await?;
        let token = seeded.panels.first().ok_or("there is a panel")?;
        let at = ledger.panel_by_token(TokenHash::of(token)).ok_or("the panel has its token")?;
        let (panel, site) = (at.panel, at.site);
        let floor = SingleTransactions::open(&copy)?;
        let ledger = LedgerCandidate { ledger, panel, site, keys, passes: seeded.passes };
        // On a worker of the runtime, like the connections of the service.
        let (rounds, decisions) = (options.length.rounds(9), options.decisions);
        tokio::spawn(ledger.alternate(floor, rounds, decisions)).await?
    })
}

/// The ledger of the service.
struct LedgerCandidate {
    ledger: SqliteLedger,
    panel: Arc<Panel>,
    site: Arc<Site>,
    keys: Arc<Keys>,
    passes: Arc<[String]>,
}

impl LedgerCandidate {
    async fn alternate(self, mut floor: SingleTransactions, rounds: usize, decisions: usize) -> Result<()> {
        let (mut ledger_times, mut floor_times, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        // The first round warms up and is not counted.
        for round in 0..=rounds {
            let (mut of_ledger, mut of_floor) = (Vec::new(), Vec::new());
            for at in 0..decisions {
                let event = format!("{round:08x}{at:08x}");
                let presentation = self.presentation(at, &event);
                let fingerprint = presentation.reading.fingerprint;
                let begun = stopwatch();
                let decided = self.ledger.present(presentation, SystemClock.now()).await?;
                of_ledger.push(begun.elapsed().as_secs_f64() * 1e6);
                if decided.decision != Decision::Granted {
                    return Err(format!("the door did not open: {:?}", decided.reason).into());
                }
                let begun = stopwatch();
                floor.decide(&self.panel, &fingerprint.0, &event, &decided)?;
                of_floor.push(begun.elapsed().as_secs_f64() * 1e6);
            }
            if round > 0 {
                ratios.push(median(of_ledger.iter().copied()) / median(of_floor.iter().copied()));
                ledger_times.push(median(of_ledger));
                floor_times.push(median(of_floor));
            }
        }
        self.ledger.close().await?;
        let (ours, theirs) = (median(ledger_times), median(floor_times));
        println!("{ours:.0} µs a decision by group commit, {theirs:.0} µs on the caller's own thread");
        report("single: a lone decision", ours, " µs", &Target::None);
        report("single: against one transaction for each decision", median(ratios), " ×", &Target::AtMost(1.1));
        Ok(())
    }

    fn presentation(&self, at: usize, event: &str) -> Presentation {
        let text = &self.passes[at % self.passes.len()];
        Presentation {
            panel: self.panel.id,
            lock: None,
            reading: Reading::read(IdentifierKind::Qr, text, None, &self.keys.pepper_of(self.site.number)),
            event_id: Some(event.to_owned()),
            photo: None,
        }
    }
}

/// The floor: the look-up of the event, one row and a commit.
struct SingleTransactions {
    connection: Connection,
    seq: i64,
}

impl SingleTransactions {
    fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000;
             PRAGMA wal_autocheckpoint = 8000;",
        )?;
        let seq = connection.query_row("SELECT max(last_seq) FROM sites", (), |row| row.get(0))?;
        Ok(Self { connection, seq })
    }

    fn decide(&mut self, panel: &Panel, fingerprint: &[u8], event: &str, decided: &PanelAnswer) -> Result<()> {
        self.seq += 1;
        let id = |id: uuid::Uuid| *id.as_bytes();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut before = transaction
                .prepare_cached("SELECT seq FROM events WHERE site_id = ? AND panel_id = ? AND event_id = ?")?;
            if before.exists(params![id(panel.site.0), id(panel.id.0), event])? {
                return Err("the event is new".into());
            }
            let mut insert = transaction.prepare_cached(
                "INSERT INTO entries (seq, site_id, at, door_id, lock, panel_id, event_id, kind, fingerprint, reason,
                                      arrival, pass_id, pass_name, unit_id)
                 VALUES (?, ?, ?, ?, ?, ?, ?, 'qr', ?, ?, TRUE, ?, 'Cleaner', ?)",
            )?;
            insert.execute(params![
                self.seq,
                id(panel.site.0),
                SystemClock.now().timestamp_millis(),
                id(decided.door.0),
                decided.lock,
                id(panel.id.0),
                event,
                fingerprint,
                decided.reason.code(),
                decided.pass.map(|pass| id(pass.0)),
                decided.unit.map(|unit| id(unit.0)),
            ])?;
        }
        transaction.commit()?;
        Ok(())
    }
}
