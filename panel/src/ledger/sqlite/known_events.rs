//! A filter of the events of panels that are on disk.
//!
//! Nearly every presentation is a new event, and looking for it in the database costs more than the decision. So the
//! journal has a Bloom filter in memory: it contains every event that was written, and few others seem to be in it. Only
//! events that may be in it are looked up on disk.

use std::hash::BuildHasher;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;

use foldhash::quality::RandomState;
use gatepass_core::id::{PanelId, SiteId};
use rusqlite::Connection;
use uuid::Uuid;

use super::columns::Id;
use super::schema::open_for_reading;
use crate::building::Result;

/// The bits for each event. With these about one new event in a hundred seems to be known.
const BITS_PER_EVENT: u64 = 12;
/// The bits of a block. A block is a cache line, and all bits of an event are in one block.
const BITS_PER_BLOCK: u64 = 512;
/// The bits that an event sets. 9 bits of its hash choose each.
const BITS_SET: u32 = 6;
/// The smallest and the largest capacity, in events. Beyond the capacity more new events seem to be known.
const MIN_CAPACITY: u64 = 1 << 18;
const MAX_CAPACITY: u64 = 1 << 25;

/// The filter, and the thread that adds the events of earlier runs.
pub(super) struct KnownEvents {
    filter: Arc<Filter>,
    reading: Option<JoinHandle<()>>,
}

struct Filter {
    blocks: Box<[[AtomicU64; 8]]>,
    hash: RandomState,
    /// Whether the events of earlier runs are in the filter.
    complete: AtomicBool,
    /// Whether the reading thread has to stop.
    ended: AtomicBool,
}

impl KnownEvents {
    /// Starts to read the events of the database at `path`, to which `connection` is open.
    pub(super) fn read(connection: &Connection, path: &Path) -> Result<Self> {
        let rows = connection
            .query_row("SELECT coalesce(max(row) - min(row), 0) FROM entries", (), |row| row.get::<_, i64>(0))?;
        let filter = Arc::new(Filter::with_capacity_for(rows.unsigned_abs().saturating_mul(2)));
        let (path, reader) = (path.to_owned(), Arc::clone(&filter));
        let reading = std::thread::Builder::new().name("known-events".to_owned()).spawn(move || reader.read_all(&path));
        // Without the thread, every event is looked up on disk.
        let reading = reading.inspect_err(|error| tracing::warn!(%error, "events of earlier runs are not read")).ok();
        Ok(Self { filter, reading })
    }

    /// Adds an event that was written.
    pub(super) fn add(&self, site: SiteId, panel: PanelId, event_id: &str) {
        self.filter.add(site.0, panel.0, event_id);
    }

    /// Whether an event may be on disk. `false` means that it is not.
    pub(super) fn may_contain(&self, site: SiteId, panel: PanelId, event_id: &str) -> bool {
        !self.filter.complete.load(Ordering::Acquire) || self.filter.contains(site.0, panel.0, event_id)
    }

    /// Stops the reading thread, so that the file can be closed.
    pub(super) fn stop(&mut self) {
        self.filter.ended.store(true, Ordering::Relaxed);
        if let Some(reading) = self.reading.take() {
            // If the thread panicked, the filter was never complete.
            let _ = reading.join();
        }
    }
}

impl Drop for KnownEvents {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Filter {
    fn with_capacity_for(events: u64) -> Self {
        let blocks = (events.clamp(MIN_CAPACITY, MAX_CAPACITY) * BITS_PER_EVENT).div_ceil(BITS_PER_BLOCK);
        Self {
            blocks: (0..blocks).map(|_| Default::default()).collect(),
            hash: RandomState::default(),
            complete: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        }
    }

    /// The block of an event, and its bits there: indexes of words with masks.
    fn bits_of(
        &self,
        site: Uuid,
        panel: Uuid,
        event_id: &str,
    ) -> (&[AtomicU64; 8], impl Iterator<Item = (usize, u64)>) {
        let hash = self.hash.hash_one((site.as_bytes(), panel.as_bytes(), event_id));
        // The upper bits choose the block, mixed ones the bits in it.
        let block = (u128::from(hash) * self.blocks.len() as u128) >> 64;
        let mixed = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 10;
        let bits = (0..BITS_SET).map(move |nth| mixed >> (9 * nth) & 511);
        let bits = bits.map(|bit| (usize::try_from(bit / 64).unwrap_or(0), 1 << (bit % 64)));
        (&self.blocks[usize::try_from(block).unwrap_or(0)], bits)
    }

    fn add(&self, site: Uuid, panel: Uuid, event_id: &str) {
        let (block, bits) = self.bits_of(site, panel, event_id);
        for (word, mask) in bits {
            block[word].fetch_or(mask, Ordering::Relaxed);
        }
    }

    fn contains(&self, site: Uuid, panel: Uuid, event_id: &str) -> bool {
        let (block, mut bits) = self.bits_of(site, panel, event_id);
        bits.all(|(word, mask)| block[word].load(Ordering::Relaxed) & mask != 0)
    }

    /// Adds all events on disk, and completes the filter if that succeeds.
    fn read_all(&self, path: &Path) {
        match self.add_all(path) {
            // All bits were set before.
            Ok(()) => self.complete.store(!self.ended.load(Ordering::Relaxed), Ordering::Release),
            Err(error) => {
                tracing::warn!(%error, "events of earlier runs could not be read; each is looked for on disk");
            }
        }
    }

    fn add_all(&self, path: &Path) -> Result<()> {
        let connection = open_for_reading(path)?;
        // One snapshot. The writer itself adds events that are written later.
        let snapshot = connection.unchecked_transaction()?;
        let mut events = snapshot.prepare(
            "SELECT site_id, panel_id, event_id FROM events
             UNION ALL
             SELECT site_id, panel_id, event_id FROM entries_after_totals WHERE event_id IS NOT NULL",
        )?;
        let mut events = events.query(())?;
        while let Some(row) = events.next()? {
            if self.ended.load(Ordering::Relaxed) {
                break;
            }
            let event_id = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
            self.add(row.get::<_, Id>(0)?.0, row.get::<_, Id>(1)?.0, event_id);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_known_and_little_else() {
        let filter = Filter::with_capacity_for(0);
        let (site, panel) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let name = |number: u64| format!("event {number}");
        for number in 0..MIN_CAPACITY {
            filter.add(site, panel, &name(number));
        }
        assert!((0..MIN_CAPACITY).all(|number| filter.contains(site, panel, &name(number))));
        let wrong =
            (MIN_CAPACITY..2 * MIN_CAPACITY).filter(|number| filter.contains(site, panel, &name(*number))).count();
        // The filter is at its capacity. An event of another site or panel is another event.
        assert!(wrong < usize::try_from(MIN_CAPACITY / 50).unwrap_or(0), "{wrong}");
        let elsewhere = (0..MIN_CAPACITY).filter(|number| filter.contains(panel, site, &name(*number))).count();
        assert!(elsewhere < usize::try_from(MIN_CAPACITY / 50).unwrap_or(0), "{elsewhere}");
    }
}
