//! Many rows written at once.
//!
//! One statement for many rows spares what each costs besides its values: going down the tree from its root. Rows in the
//! order of their keys share pages.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};

use super::columns::Id;
use crate::building::Result;

/// Rows of one statement.
const TOGETHER: usize = 64;

/// Writes rows of `N` values. `insert` is the statement up to its values.
pub(super) fn insert<'a, const N: usize>(
    connection: &Connection,
    insert: &str,
    rows: impl Iterator<Item = [ToSqlOutput<'a>; N]>,
) -> Result<()> {
    let row = format!("({})", vec!["?"; N].join(", "));
    let [many, one] = [TOGETHER, 1].map(|count| format!("{insert} VALUES {}", vec![&row[..]; count].join(", ")));
    let rows: Vec<_> = rows.collect();
    let (full, rest) = rows.as_chunks::<TOGETHER>();
    for rows in full {
        connection.prepare_cached(&many)?.execute(params_from_iter(rows.iter().flatten()))?;
    }
    for row in rest {
        connection.prepare_cached(&one)?.execute(params_from_iter(row))?;
    }
    Ok(())
}

/// An id as a value.
pub(super) fn blob(id: &Id) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Blob(id.0.as_bytes()))
}

/// An entry as far as indexes know it.
struct Indexed {
    row: i64,
    site: Id,
    seq: i64,
    unit: Option<Id>,
    /// The panel, and its name for the event.
    event: Option<(Id, String)>,
}

impl Indexed {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let event = match (row.get(4)?, row.get(5)?) {
            (Some(panel), Some(event_id)) => Some((panel, event_id)),
            _ => None,
        };
        Ok(Self { row: row.get(0)?, site: row.get(1)?, seq: row.get(2)?, unit: row.get(3)?, event })
    }
}

/// Indexes the entries after the last totals.
pub(super) fn index_tail(connection: &Connection) -> Result<()> {
    let mut tail = connection.prepare_cached(
        "SELECT row, site_id, seq, unit_id, panel_id, event_id FROM entries
         WHERE row > (SELECT value FROM journal WHERE name = 'totals_row') ORDER BY row",
    )?;
    let tail: Vec<Indexed> = tail.query_map((), Indexed::read)?.collect::<rusqlite::Result<_>>()?;
    let Some(last) = tail.last() else { return Ok(()) };
    let index_of = |owner: fn(&Indexed) -> Option<&Id>| {
        let mut owned: Vec<_> = tail.iter().filter_map(|entry| Some((entry, owner(entry)?))).collect();
        owned.sort_by_key(|(entry, owner)| (entry.site, **owner, entry.seq));
        let values =
            owned.iter().map(|(entry, owner)| [blob(&entry.site), blob(owner), entry.seq.into(), entry.row.into()]);
        insert(connection, "INSERT INTO entries_of (site_id, owner_id, seq, row)", values)
    };
    index_of(|entry| entry.unit.as_ref())?;
    index_of(|entry| Some(&entry.site))?;
    let mut events: Vec<_> = tail.iter().filter_map(|entry| Some((entry, entry.event.as_ref()?))).collect();
    events.sort_by_key(|(entry, (panel, event_id))| (entry.site, *panel, event_id));
    let values = events.iter().map(|(entry, (panel, event_id))| {
        let event_id = ToSqlOutput::Borrowed(ValueRef::Text(event_id.as_bytes()));
        [blob(&entry.site), blob(panel), event_id, entry.seq.into()]
    });
    insert(connection, "INSERT INTO events (site_id, panel_id, event_id, seq)", values)?;
    connection.prepare_cached("UPDATE journal SET value = ?1 WHERE name = 'totals_row'")?.execute([last.row])?;
    Ok(())
}
