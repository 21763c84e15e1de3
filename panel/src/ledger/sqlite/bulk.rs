//! Many rows written at once.
//!
//! One statement for many rows spares what each costs besides its values: going down the tree from its root. Rows in the
//! order of their keys share pages.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};

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
