//! Inserts many rows with few statements.
//!
//! A statement for many rows saves the fixed cost of each: it descends the tree once for neighbouring rows. Rows in the
//! order of their keys share pages.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};

use super::columns::Id;
use crate::building::Result;

/// The number of rows in one statement.
const ROWS_PER_STATEMENT: usize = 64;

/// Inserts rows of `N` values. `insert` is the statement up to its values.
pub(super) fn insert<'a, const N: usize>(
    connection: &Connection,
    insert: &str,
    rows: impl Iterator<Item = [ToSqlOutput<'a>; N]>,
) -> Result<()> {
    let row = format!("({})", vec!["?"; N].join(", "));
    let [many, one] =
        [ROWS_PER_STATEMENT, 1].map(|count| format!("{insert} VALUES {}", vec![&row[..]; count].join(", ")));
    let rows: Vec<_> = rows.collect();
    let (full, rest) = rows.as_chunks::<ROWS_PER_STATEMENT>();
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
