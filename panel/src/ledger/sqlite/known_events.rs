//! Which events of panels are on disk, as far as it takes to say of a new one that it is new.
//!
//! Nearly every presentation is a new event, and looking for it in the database costs more than the decision. So the
//! journal holds a filter in memory: it knows every event that was written, and takes few others for known. Only those
//! that may be known are looked for on disk.

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

/// Bits kept for each event: about one new event in a hundred is taken for known.
const BITS: u64 = 12;
/// Bits of a block. A block is a line of the processor's cache, and all bits of an event are in one.
const BLOCK: u64 = 512;
/// Bits set for an event. Each is chosen by 9 bits of its hash.
const SET: u32 = 6;
/// Room is made for at least and at most so many events; beyond that more new ones are taken for known.
const FEWEST: u64 = 1 << 18;
const MOST: u64 = 1 << 25;

/// The events that are known, and the thread that reads those of earlier runs.
pub(super) struct KnownEvents {
    filter: Arc<Filter>,
    reading: Option<JoinHandle<()>>,
}

struct Filter {
    blocks: Box<[[AtomicU64; 8]]>,
    hash: RandomState,
    /// Whether the events of earlier runs are in it.
    complete: AtomicBool,
    /// Whether nobody asks any more.
    ended: AtomicBool,
}

impl KnownEvents {
    /// Begins to read the events in this database. `connection` is one to it.
    pub(super) fn read(connection: &Connection, path: &Path) -> Result<Self> {
        let rows = connection
            .query_row("SELECT coalesce(max(row) - min(row), 0) FROM entries", (), |row| row.get::<_, i64>(0))?;
        let filter = Arc::new(Filter::with_room_for(rows.unsigned_abs().saturating_mul(2)));
        let (path, told) = (path.to_owned(), Arc::clone(&filter));
        let reading = std::thread::Builder::new().name("known-events".to_owned()).spawn(move || told.read_all(&path));
        // Without it, every event is looked for on disk.
        let reading = reading.inspect_err(|error| tracing::warn!(%error, "events of earlier runs are not read")).ok();
        Ok(Self { filter, reading })
    }

    /// An event was written.
    pub(super) fn add(&self, site: SiteId, panel: PanelId, event_id: &str) {
        self.filter.add(site.0, panel.0, event_id);
    }

    /// Whether an event may be on disk. If not, it is not.
    pub(super) fn may_have(&self, site: SiteId, panel: PanelId, event_id: &str) -> bool {
        !self.filter.complete.load(Ordering::Acquire) || self.filter.has(site.0, panel.0, event_id)
    }

    /// Stops reading, so that the file can be closed.
    pub(super) fn stop(&mut self) {
        self.filter.ended.store(true, Ordering::Relaxed);
        if let Some(reading) = self.reading.take() {
            // If it panicked, its filter was never complete.
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
    fn with_room_for(events: u64) -> Self {
        let blocks = (events.clamp(FEWEST, MOST) * BITS).div_ceil(BLOCK);
        Self {
            blocks: (0..blocks).map(|_| Default::default()).collect(),
            hash: RandomState::default(),
            complete: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        }
    }

    /// The block of an event, and its bits there: words with masks.
    fn place(&self, site: Uuid, panel: Uuid, event_id: &str) -> (&[AtomicU64; 8], impl Iterator<Item = (usize, u64)>) {
        let hash = self.hash.hash_one((site.as_bytes(), panel.as_bytes(), event_id));
        // The upper bits choose the block, mixed ones the bits in it.
        let block = (u128::from(hash) * self.blocks.len() as u128) >> 64;
        let mixed = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 10;
        let bits = (0..SET).map(move |nth| mixed >> (9 * nth) & 511);
        let bits = bits.map(|bit| (usize::try_from(bit / 64).unwrap_or(0), 1 << (bit % 64)));
        (&self.blocks[usize::try_from(block).unwrap_or(0)], bits)
    }

    fn add(&self, site: Uuid, panel: Uuid, event_id: &str) {
        let (block, bits) = self.place(site, panel, event_id);
        for (word, mask) in bits {
            block[word].fetch_or(mask, Ordering::Relaxed);
        }
    }

    fn has(&self, site: Uuid, panel: Uuid, event_id: &str) -> bool {
        let (block, mut bits) = self.place(site, panel, event_id);
        bits.all(|(word, mask)| block[word].load(Ordering::Relaxed) & mask != 0)
    }

    /// Adds what is on disk.
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
        // One moment: what is written later, the writer adds itself.
        let moment = connection.unchecked_transaction()?;
        let mut events = moment.prepare(
            "SELECT site_id, panel_id, event_id FROM events
             UNION ALL
             SELECT site_id, panel_id, event_id FROM entries
             WHERE row > (SELECT value FROM journal WHERE name = 'totals_row') AND event_id IS NOT NULL",
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
        let filter = Filter::with_room_for(0);
        let (site, panel) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let name = |number: u64| format!("event {number}");
        for number in 0..FEWEST {
            filter.add(site, panel, &name(number));
        }
        assert!((0..FEWEST).all(|number| filter.has(site, panel, &name(number))));
        let wrong = (FEWEST..2 * FEWEST).filter(|number| filter.has(site, panel, &name(*number))).count();
        // Full to the brim: 1 in 50 would be plenty. That of another site or panel is another event.
        assert!(wrong < usize::try_from(FEWEST / 50).unwrap_or(0), "{wrong}");
        let elsewhere = (0..FEWEST).filter(|number| filter.has(panel, site, &name(*number))).count();
        assert!(elsewhere < usize::try_from(FEWEST / 50).unwrap_or(0), "{elsewhere}");
    }
}
