//! The index of the log: which rows of `entries` are a site's or a unit's, for those up to the last totals.
//!
//! A row of the index lists many entries of one owner. A row of its own for each entry would cost more to write than
//! the entry itself: a small building has thousands of presentations between two totals, and a unit has a few of them.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};

use super::bulk;
use super::columns::Id;
use crate::building::{Result, StoreFailure};

/// The largest number of entries in a row of the index, chosen so that several rows fit into a page of the database.
const LARGEST: usize = 56;

/// The columns of an entry that the indexes need.
struct NewEntry {
    site: Id,
    unit: Option<Id>,
    /// The panel, and its name for the event.
    event: Option<(Id, String)>,
    indexed: Indexed,
}

impl NewEntry {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let event = match (row.get(4)?, row.get(5)?) {
            (Some(panel), Some(event_id)) => Some((panel, event_id)),
            _ => None,
        };
        let indexed = Indexed { row: row.get(0)?, seq: row.get(2)? };
        Ok(Self { site: row.get(1)?, unit: row.get(3)?, event, indexed })
    }
}

/// Adds the entries after the last totals to the indexes of the log.
pub(super) fn index_tail(connection: &Connection) -> Result<()> {
    let mut tail = connection.prepare_cached(
        "SELECT row, site_id, seq, unit_id, panel_id, event_id FROM entries_after_totals ORDER BY row",
    )?;
    let tail: Vec<NewEntry> = tail.query_map((), NewEntry::read)?.collect::<rusqlite::Result<_>>()?;
    let Some(last) = tail.last() else { return Ok(()) };
    let mut owned: BTreeMap<(Id, Id), Vec<Indexed>> = BTreeMap::new();
    for entry in &tail {
        for owner in entry.unit.iter().chain([&entry.site]) {
            owned.entry((entry.site, *owner)).or_default().push(entry.indexed);
        }
    }
    add(connection, &owned)?;
    let events = tail.iter().filter_map(|entry| Some((entry.site, entry.event.as_ref()?, entry.indexed.seq)));
    let mut events: Vec<_> = events.collect();
    events.sort_unstable();
    let values = events.iter().map(|(site, (panel, event_id), seq)| {
        let event_id = ToSqlOutput::Borrowed(ValueRef::Text(event_id.as_bytes()));
        [bulk::blob(site), bulk::blob(panel), event_id, (*seq).into()]
    });
    bulk::insert(connection, "INSERT OR IGNORE INTO events (site_id, panel_id, event_id, seq)", values)?;
    set_totals_row(connection, last.indexed.row)
}

/// Sets the last row that is in the indexes.
fn set_totals_row(connection: &Connection, row: i64) -> Result<()> {
    connection.prepare_cached("UPDATE journal SET value = ?1 WHERE name = 'totals_row'")?.execute([row])?;
    Ok(())
}

/// Corrects the last indexed row after entries were removed. If the newest were removed, the database gives their row
/// numbers to the next entries, which are not in the indexes.
pub(super) fn forget_removed_rows(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE journal SET value = min(value, (SELECT coalesce(max(row), 0) FROM entries))
             WHERE name = 'totals_row'",
        )?
        .execute(())?;
    Ok(())
}

/// An entry in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Indexed {
    pub(super) seq: i64,
    pub(super) row: i64,
}

/// The order of found entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    OldestFirst,
    NewestFirst,
}

impl Order {
    /// The word of the statement.
    pub(super) fn in_sql(self) -> &'static str {
        match self {
            Self::OldestFirst => "ASC",
            Self::NewestFirst => "DESC",
        }
    }
}

/// Adds entries to their owners' lists, in the order of their `seq`. An owner may have earlier entries but no later ones.
pub(super) fn add(connection: &Connection, entries: &BTreeMap<(Id, Id), Vec<Indexed>>) -> Result<()> {
    let rows = entries.iter().flat_map(|((site, owner), entries)| {
        entries.chunks(LARGEST).filter_map(move |some| Some((site, owner, some.last()?.seq, encode(some))))
    });
    let rows: Vec<_> = rows.collect();
    let values = rows.iter().map(|(site, owner, last_seq, entries)| {
        let entries = ToSqlOutput::Borrowed(ValueRef::Blob(entries));
        [bulk::blob(site), bulk::blob(owner), (*last_seq).into(), entries]
    });
    bulk::insert(connection, "INSERT INTO entry_lists (site_id, owner_id, last_seq, entries)", values)
}

/// At most `limit` entries of an owner within this part of the sequence.
pub(super) fn find(
    connection: &Connection,
    (site, owner): (Id, Id),
    seqs: RangeInclusive<i64>,
    order: Order,
    limit: usize,
) -> Result<Vec<Indexed>> {
    // The list that goes beyond the last wanted entry may begin before it.
    let mut lists = connection.prepare_cached(&format!(
        "SELECT entries FROM entry_lists WHERE site_id = ?1 AND owner_id = ?2 AND last_seq >= ?3
             AND last_seq <= coalesce((SELECT min(last_seq) FROM entry_lists
                 WHERE site_id = ?1 AND owner_id = ?2 AND last_seq >= ?4), ?4)
         ORDER BY last_seq {}",
        order.in_sql()
    ))?;
    let mut lists = lists.query((site, owner, seqs.start(), seqs.end()))?;
    let mut found = Vec::new();
    while found.len() < limit
        && let Some(list) = lists.next()?
    {
        let mut some = decode(list.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)?;
        if order == Order::NewestFirst {
            some.reverse();
        }
        found.extend(some.into_iter().filter(|entry| seqs.contains(&entry.seq)).take(limit - found.len()));
    }
    Ok(found)
}

/// One entry of a site.
pub(super) fn one(connection: &Connection, site: Id, seq: i64) -> Result<Option<Indexed>> {
    Ok(find(connection, (site, site), seq..=seq, Order::OldestFirst, 1)?.pop())
}

/// Removes entries from an owner's lists. `seqs` is sorted.
pub(super) fn remove(connection: &Connection, (site, owner): (Id, Id), seqs: &[i64]) -> Result<()> {
    let mut list_of = connection.prepare_cached(
        "SELECT last_seq, entries FROM entry_lists WHERE site_id = ?1 AND owner_id = ?2 AND last_seq >= ?3
         ORDER BY last_seq LIMIT 1",
    )?;
    let mut delete =
        connection.prepare_cached("DELETE FROM entry_lists WHERE site_id = ?1 AND owner_id = ?2 AND last_seq = ?3")?;
    let mut rest = seqs;
    while let Some(next) = rest.first() {
        let list = list_of.query_row((site, owner, next), |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)));
        let Some((last_seq, list)) = list.optional()? else { break };
        let mut list = decode(&list)?;
        list.retain(|entry| rest.binary_search(&entry.seq).is_err());
        delete.execute((site, owner, last_seq))?;
        add(connection, &BTreeMap::from([((site, owner), list)]))?;
        rest = &rest[rest.partition_point(|seq| *seq <= last_seq)..];
    }
    Ok(())
}

/// Of each entry its `seq` and its `row`, 8 bytes each, big-endian.
fn encode(entries: &[Indexed]) -> Vec<u8> {
    entries.iter().flat_map(|entry| [entry.seq.to_be_bytes(), entry.row.to_be_bytes()]).flatten().collect()
}

fn decode(list: &[u8]) -> Result<Vec<Indexed>> {
    let (numbers, cut_off) = list.as_chunks::<8>();
    let (entries, odd) = numbers.as_chunks::<2>();
    if !cut_off.is_empty() || !odd.is_empty() {
        return Err(StoreFailure::new("a row of the log's index is damaged; restore the database from a backup").into());
    }
    let entries = entries.iter().map(|[seq, row]| (i64::from_be_bytes(*seq), i64::from_be_bytes(*row)));
    Ok(entries.map(|(seq, row)| Indexed { seq, row }).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// The index finds what was added and not removed, whatever was added at a time and wherever lists end.
        #[test]
        fn it_finds_what_was_added_and_not_removed(
            gaps in prop::collection::vec(1_i64..4, 1..400),
            cuts in prop::collection::vec(1_usize..150, 1..20),
            removed in prop::collection::btree_set(1_i64..1200, 0..400),
            (first, last) in (0_i64..1200, 0_i64..1200),
            limit in 1_usize..200,
        ) {
            let connection = Connection::open_in_memory()?;
            connection.execute_batch(
                "CREATE TABLE entry_lists (site_id, owner_id, last_seq INTEGER, entries BLOB,
                 PRIMARY KEY (site_id, owner_id, last_seq)) WITHOUT ROWID",
            )?;
            let owner = (Id(Uuid::from_u128(1)), Id(Uuid::from_u128(2)));
            let mut seq = 0;
            let all: Vec<Indexed> = gaps.iter().map(|gap| { seq += gap; Indexed { seq, row: 2 * seq } }).collect();
            let mut rest = &all[..];
            for cut in cuts.iter().cycle() {
                let (some, later) = rest.split_at((*cut).min(rest.len()));
                add(&connection, &BTreeMap::from([(owner, some.to_vec())]))?;
                rest = later;
                if rest.is_empty() {
                    break;
                }
            }
            let seqs: Vec<i64> = removed.iter().copied().collect();
            remove(&connection, owner, &seqs)?;
            let left: BTreeSet<i64> = all.iter().map(|entry| entry.seq).filter(|seq| !removed.contains(seq)).collect();
            let wanted = |entries: &mut dyn Iterator<Item = &i64>| {
                let inside = entries.filter(|seq| (first..=last).contains(seq)).take(limit);
                inside.map(|seq| Indexed { seq: *seq, row: 2 * seq }).collect::<Vec<_>>()
            };
            let found = |order| find(&connection, owner, first..=last, order, limit);
            prop_assert_eq!(found(Order::OldestFirst)?, wanted(&mut left.iter()));
            prop_assert_eq!(found(Order::NewestFirst)?, wanted(&mut left.iter().rev()));
            let other = (owner.0, Id(Uuid::from_u128(3)));
            prop_assert!(find(&connection, other, first..=last, Order::OldestFirst, limit)?.is_empty());
        }
    }
}
