//! How ids are made.

use chrono::{DateTime, SubsecRound, Utc};
use gatepass_core::id::{EntryId, SiteId};
use uuid::{Builder, Uuid};

/// The instant as it is stored. What is in memory must not be finer than what is read back.
pub(crate) fn to_millis(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(3)
}

/// A new id of version 7.
pub(crate) fn new_id(now: DateTime<Utc>) -> Uuid {
    let mut random = [0; 10];
    crate::keys::random(&mut random);
    Builder::from_unix_timestamp_millis(epoch_millis(now), &random).into_uuid()
}

/// The bits of an entry's id that hold its sequence number: 4 billion entries a site last for a while, and 10 bits
/// more cost nothing.
const SEQ_BITS: u32 = 42;

/// The id of an entry: a UUID of version 7 that holds the instant, a mark of the site and the sequence
/// number. The id is unique without being stored, and an entry is found by it without an index.
///
/// `mark` is 0 for entries older than the sequences of sites.
pub(super) fn entry_id(at: DateTime<Utc>, mark: u32, seq: i64) -> EntryId {
    // 80 bits follow the instant. The builder overwrites the upper 4 bits of byte 0 (version) and the upper 2 bits of
    // byte 2 (variant). The sequence fills the last 42 bits, the mark the 12 bits of bytes 0 and 1 that are left and the
    // 20 bits between variant and sequence.
    let mark = u128::from(mark);
    let number = u128::from(seq.unsigned_abs()) & ((1 << SEQ_BITS) - 1);
    let bits = (mark >> 20) << 64 | (mark & 0xF_FFFF) << SEQ_BITS | number;
    let mut counter = [0; 10];
    counter.copy_from_slice(&bits.to_be_bytes()[6..]);
    EntryId(Builder::from_unix_timestamp_millis(epoch_millis(at), &counter).into_uuid())
}

/// The sequence number of the entry with this id.
pub(crate) fn entry_seq(id: EntryId) -> i64 {
    let number = id.0.as_u128() & ((1 << SEQ_BITS) - 1);
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The mark of a site in the ids of its entries: 32 random bits of the site's id, never 0.
pub(super) fn site_mark(site: SiteId) -> u32 {
    let bits = u32::try_from(site.0.as_u128() & 0xFFFF_FFFF).unwrap_or(u32::MAX);
    bits.max(1)
}

fn epoch_millis(at: DateTime<Utc>) -> u64 {
    u64::try_from(at.timestamp_millis()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_an_entry_leads_back_to_it() {
        let at = DateTime::from_timestamp_millis(1_763_800_000_123).unwrap_or_default();
        for mark in [0, 1, 0xFFFF_FFFF, 0x8000_0001] {
            for seq in [1, 2, 255, 65_536, i64::from(u32::MAX) + 7, (1 << 41) + 3] {
                let id = entry_id(at, mark, seq);
                assert_eq!(entry_seq(id), seq);
                assert_eq!(id.0.get_version_num(), 7);
                assert_eq!(id.0.get_variant(), uuid::Variant::RFC4122);
                assert!(mark == 0 || id != entry_id(at, mark ^ 0x8010_0000, seq));
            }
        }
    }

    /// Ids that phones keep from before the sequences of sites.
    #[test]
    fn ids_of_old_entries_stay() {
        let at = DateTime::from_timestamp_millis(1_763_800_000_123).unwrap_or_default();
        let mut counter = [0; 10];
        counter[2..].copy_from_slice(&77_i64.to_be_bytes());
        let old = Builder::from_unix_timestamp_millis(1_763_800_000_123, &counter).into_uuid();
        assert_eq!(entry_id(at, 0, 77), EntryId(old));
    }
}
