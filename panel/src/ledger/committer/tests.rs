//! The committer with a journal that a test controls.

use std::sync::atomic::AtomicBool;

use gatepass_core::id::{PanelId, PassId, SiteId};
use gatepass_core::identifier::Lookup;
use uuid::Uuid;

use super::*;
use crate::building::{
    Archive, ArchivedPass, Entry, IdempotencyRecord, KeptAnswer, OldEntry, Outcome, SealedIdentifier,
};

/// A journal that keeps nothing.
struct EmptyJournal {
    /// Called by each commit, before it returns.
    on_commit: Box<dyn FnMut() + Send>,
    /// Whether the disk fails.
    broken: Arc<AtomicBool>,
}

impl EmptyJournal {
    fn answer(&self) -> Result<()> {
        if self.broken.load(Ordering::Relaxed) { Err(StoreFailure::new("no room").into()) } else { Ok(()) }
    }
}

impl Journal for EmptyJournal {
    fn load(&mut self, _: &Keys, _: DateTime<Utc>, _: &mut State) -> Result<()> {
        Ok(())
    }

    fn begin(&mut self) -> Result<()> {
        self.answer()
    }

    fn append(&mut self, _: &[Record]) -> Result<()> {
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        (self.on_commit)();
        Ok(())
    }

    fn roll_back(&mut self) {}

    fn tidy(&mut self) -> Result<()> {
        self.answer()
    }

    fn close(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Archive for EmptyJournal {
    fn pass(&self, _: SiteId, _: PassId) -> Result<Option<ArchivedPass>> {
        Ok(None)
    }

    fn passes_found_by(&self, _: SiteId, _: &Lookup) -> Result<Vec<ArchivedPass>> {
        Ok(Vec::new())
    }

    fn is_taken(&self, _: SiteId, _: &Lookup) -> Result<bool> {
        Ok(false)
    }

    fn identifiers(&self, _: SiteId, _: PassId) -> Result<Vec<SealedIdentifier>> {
        Ok(Vec::new())
    }

    fn sealed_otherwise(
        &self,
        _: SiteId,
        _: &[u8],
        _: Option<PassId>,
        _: usize,
    ) -> Result<Vec<(PassId, SealedIdentifier)>> {
        Ok(Vec::new())
    }

    fn answers_sealed_otherwise(
        &self,
        _: SiteId,
        _: &[u8],
        _: Option<(Uuid, String)>,
        _: usize,
    ) -> Result<Vec<KeptAnswer>> {
        Ok(Vec::new())
    }

    fn entry(&self, _: SiteId, _: i64) -> Result<Option<Entry>> {
        Ok(None)
    }

    fn event(&self, _: SiteId, _: PanelId, _: &str) -> Result<Option<Entry>> {
        Ok(None)
    }

    fn request(&self, _: Option<SiteId>, _: Uuid, _: &str) -> Result<Option<IdempotencyRecord>> {
        Ok(None)
    }

    fn old_entries(&self, _: SiteId, _: DateTime<Utc>, _: usize) -> Result<Vec<OldEntry>> {
        Ok(Vec::new())
    }

    fn old_photos(&self, _: SiteId, _: DateTime<Utc>, _: usize) -> Result<Vec<OldEntry>> {
        Ok(Vec::new())
    }

    fn old_passes(&self, _: SiteId, _: DateTime<Utc>, _: usize) -> Result<Vec<(PassId, DateTime<Utc>)>> {
        Ok(Vec::new())
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-24T15:00:00Z".parse().unwrap()
}

fn committer(
    changes: &broadcast::Sender<ChangeNotice>,
    on_commit: impl FnMut() + Send + 'static,
) -> (Committer<EmptyJournal>, Arc<AtomicBool>) {
    let context = WriterContext {
        keys: Arc::new(Keys::generate()),
        language: Language::English,
        directory: Arc::default(),
        changes: changes.clone(),
        job_changes: watch::Sender::new(0),
        counters: Arc::default(),
    };
    let broken = Arc::new(AtomicBool::new(false));
    let journal = EmptyJournal { on_commit: Box::new(on_commit), broken: Arc::clone(&broken) };
    (Committer::new(journal, context, now()).unwrap(), broken)
}

fn change(site: SiteId, seq: i64) -> Box<dyn QueuedAct> {
    let by = Attribution { actor: Actor::Service, at: now() };
    let outcome = move |_: &crate::building::Act<'_>| {
        Ok(Outcome { answer: (), records: vec![Record::SiteChanged { site, seq }] })
    };
    queued(by, false, outcome).0
}

#[test]
fn a_listener_that_subscribes_during_a_commit_is_notified_of_it() {
    let (changes, _) = broadcast::channel(8);
    let listener = Arc::new(std::sync::Mutex::new(None));
    let (sender, slot) = (changes.clone(), Arc::clone(&listener));
    let (mut committer, _) = committer(&changes, move || *slot.lock().unwrap() = Some(sender.subscribe()));
    let site = SiteId(Uuid::from_u128(1));
    assert!(committer.commit(&mut [change(site, 1), change(site, 2)]));
    let mut listener = listener.lock().unwrap().take().unwrap();
    assert_eq!(listener.try_recv(), Ok(ChangeNotice { site, unit: None, seq: 2 }));
    assert!(listener.try_recv().is_err(), "one notice for both changes");
}

#[test]
fn tidying_that_fails_says_so() {
    let (changes, _) = broadcast::channel(8);
    let (mut committer, broken) = committer(&changes, || {});
    assert!(committer.tidy());
    broken.store(true, Ordering::Relaxed);
    assert!(!committer.tidy());
    assert!(!committer.commit(&mut [change(SiteId(Uuid::from_u128(1)), 1)]));
}
