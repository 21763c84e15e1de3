//! Wizards left before their end.

use chrono::{DateTime, Utc};
use rusqlite::{Row, Transaction, params};

use super::row::{IdColumn, InstantColumn};
use super::{Db, StoreError};
use crate::id::{DraftId, PassId, ProfileId};

/// A wizard's session.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// The session.
    pub id: DraftId,
    /// The profile and the pass that is made or changed, once that is known.
    pub pass: Option<(ProfileId, PassId)>,
    /// Whether it changes a pass that is there.
    pub edits: bool,
    /// When it was last touched.
    pub at: DateTime<Utc>,
    /// The wizard, as it keeps itself.
    pub state: String,
}

const COLUMNS: &str = "id, profile, pass, edits, at, state";

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let id: IdColumn = row.get(0)?;
    let profile: Option<IdColumn> = row.get(1)?;
    let pass: Option<IdColumn> = row.get(2)?;
    Ok(Draft {
        id: DraftId(id.0),
        pass: profile.zip(pass).map(|(profile, pass)| (ProfileId(profile.0), PassId(pass.0))),
        edits: row.get(3)?,
        at: row.get::<_, InstantColumn>(4)?.0,
        state: row.get(5)?,
    })
}

/// Keeps a draft in the caller's transaction.
pub(crate) fn put(tx: &Transaction<'_>, draft: &Draft) -> Result<(), StoreError> {
    tx.execute(
        &format!("INSERT OR REPLACE INTO drafts ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
        params![
            IdColumn(draft.id.0),
            draft.pass.map(|(profile, _)| IdColumn(profile.0)),
            draft.pass.map(|(_, pass)| IdColumn(pass.0)),
            draft.edits,
            InstantColumn(draft.at),
            draft.state
        ],
    )?;
    Ok(())
}

/// Forgets a draft in the caller's transaction.
pub(crate) fn remove(tx: &Transaction<'_>, id: DraftId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM drafts WHERE id = ?1", [IdColumn(id.0)])?;
    Ok(())
}

impl Db {
    /// All drafts, newest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut statement =
            self.read().prepare_cached(&format!("SELECT {COLUMNS} FROM drafts ORDER BY at DESC, id DESC"))?;
        let mut rows = statement.query([])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            drafts.push(read(row)?);
        }
        Ok(drafts)
    }

    /// One draft.
    pub fn draft(&self, id: DraftId) -> Result<Draft, StoreError> {
        let mut statement = self.read().prepare_cached(&format!("SELECT {COLUMNS} FROM drafts WHERE id = ?1"))?;
        let mut rows = statement.query([IdColumn(id.0)])?;
        let draft = rows.next()?.map(read).transpose()?;
        draft.ok_or(StoreError::NotThere("draft"))
    }

    /// Forgets a draft.
    pub fn drop_draft(&mut self, id: DraftId) -> Result<(), StoreError> {
        self.write(|tx| remove(tx, id))
    }
}
