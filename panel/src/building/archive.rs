//! What acts may ask of what is not in memory.

use chrono::{DateTime, Utc};
use gatepass_core::id::{PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::identifier::Lookup;
use gatepass_core::pass::{Pass, Usage};
use uuid::Uuid;

use super::{Entry, IdempotencyRecord, KeptAnswer, Result, SealedIdentifier};

/// The past of each site. Answers know every record that was written before, in the same batch too.
pub trait Archive {
    /// A pass, whether it is over or not.
    fn pass(&self, site: SiteId, pass: PassId) -> Result<Option<ArchivedPass>>;
    /// The passes with this look-up, newest first.
    fn passes_found_by(&self, site: SiteId, lookup: &Lookup) -> Result<Vec<ArchivedPass>>;
    /// Whether any pass has this look-up, over or not, or a pass that was removed recently had it.
    fn is_taken(&self, site: SiteId, lookup: &Lookup) -> Result<bool>;
    /// The encrypted identifiers of a pass, in their order.
    fn identifiers(&self, site: SiteId, pass: PassId) -> Result<Vec<SealedIdentifier>>;
    /// Sealed identifiers whose box does not begin so, of `after` and the passes behind it in their order, at
    /// most `limit`.
    fn sealed_otherwise(
        &self,
        site: SiteId,
        prefix: &[u8],
        after: Option<PassId>,
        limit: usize,
    ) -> Result<Vec<(PassId, SealedIdentifier)>>;
    /// Answers kept for repetitions at the site whose box is not empty and does not begin so, of the callers and keys
    /// behind `after` in their order, at most `limit`.
    fn answers_sealed_otherwise(
        &self,
        site: SiteId,
        prefix: &[u8],
        after: Option<(Uuid, String)>,
        limit: usize,
    ) -> Result<Vec<KeptAnswer>>;
    /// An entry by its sequence number.
    fn entry(&self, site: SiteId, seq: i64) -> Result<Option<Entry>>;
    /// The entry of a panel's event, for events up to the last totals.
    fn event(&self, site: SiteId, panel: PanelId, event_id: &str) -> Result<Option<Entry>>;
    /// A request that was done at the site, or that made a site. Without a site: that was done anywhere.
    fn request(&self, site: Option<SiteId>, caller: Uuid, key: &str) -> Result<Option<IdempotencyRecord>>;
    /// Entries older than `before`, oldest first, at most `limit`, of those up to the last totals.
    fn old_entries(&self, site: SiteId, before: DateTime<Utc>, limit: usize) -> Result<Vec<OldEntry>>;
    /// Entries with a photo older than `before`, at most `limit`.
    fn old_photos(&self, site: SiteId, before: DateTime<Utc>, limit: usize) -> Result<Vec<OldEntry>>;
    /// Passes that were over or revoked before `before`, with the instant of that, at most `limit`.
    fn old_passes(&self, site: SiteId, before: DateTime<Utc>, limit: usize) -> Result<Vec<(PassId, DateTime<Utc>)>>;
}

/// A pass as it is on disk, its uses up to now.
#[derive(Clone, Debug)]
pub struct ArchivedPass {
    /// The pass. Its identifiers are left out, see [`Archive::identifiers`].
    pub pass: Pass,
    /// Its unit.
    pub unit: UnitId,
    /// The resident who made it.
    pub resident: ResidentId,
    /// When its last opening is over.
    pub ends_at: DateTime<Utc>,
    /// Its sequence number.
    pub seq: i64,
    /// Its uses.
    pub usage: Usage,
}

/// An entry to be removed.
#[derive(Clone, Copy, Debug)]
pub struct OldEntry {
    /// Its sequence number.
    pub seq: i64,
    /// Its photo.
    pub photo: Option<Uuid>,
}
