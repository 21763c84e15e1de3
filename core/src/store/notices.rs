//! The notices for the resident.

use chrono::{DateTime, Utc};
use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use super::row::{IdColumn, InstantColumn, text, value};
use super::{Db, StoreError};
use crate::id::{PassId, ProfileId};

/// A notice for the resident, kept until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// By which it is dismissed.
    pub id: i64,
    /// Since when.
    pub at: DateTime<Utc>,
    /// The profile, if the notice is about one.
    pub profile: Option<ProfileId>,
    /// What happened.
    pub kind: NoticeKind,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoticeKind {
    /// A change made here was dropped, because the pass was changed elsewhere first; it now is as the server has it.
    ChangeOverruled {
        /// The pass.
        pass: PassId,
        /// Its name.
        name: String,
    },
    /// A change made here was dropped, because the pass is no longer on the server.
    PassGone {
        /// The pass.
        pass: PassId,
        /// Its name.
        name: String,
    },
    /// The server no longer knows this device.
    SignedOut {
        /// The site.
        site: String,
    },
    /// The data on this device was damaged. It was put aside and is fetched again from the servers.
    StorageReplaced {
        /// Unsent changes that could be saved.
        kept: u32,
        /// Whether changes may have been lost: what was not yet sent may have to be done again.
        lost: bool,
        /// Where the damaged file is now.
        put_aside: String,
    },
}

pub(super) fn add(
    tx: &Transaction<'_>,
    now: DateTime<Utc>,
    profile: Option<ProfileId>,
    kind: &NoticeKind,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO notices (at, profile, kind) VALUES (?1, ?2, ?3)",
        params![InstantColumn(now), profile.map(|profile| IdColumn(profile.0)), text(kind)?],
    )?;
    Ok(())
}

impl Db {
    /// Adds a notice.
    pub fn notify(
        &mut self,
        now: DateTime<Utc>,
        profile: Option<ProfileId>,
        kind: &NoticeKind,
    ) -> Result<(), StoreError> {
        self.write(|tx| add(tx, now, profile, kind))
    }

    /// All notices, newest first.
    pub fn notices(&self) -> Result<Vec<Notice>, StoreError> {
        let mut statement = self.read().prepare_cached("SELECT id, at, profile, kind FROM notices ORDER BY id DESC")?;
        let mut rows = statement.query([])?;
        let mut notices = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: String = row.get(3)?;
            notices.push(Notice {
                id: row.get(0)?,
                at: row.get::<_, InstantColumn>(1)?.0,
                profile: row.get::<_, Option<IdColumn>>(2)?.map(|profile| ProfileId(profile.0)),
                kind: value(&kind, "notice")?,
            });
        }
        Ok(notices)
    }

    /// Forgets a notice.
    pub fn dismiss(&mut self, notice: i64) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute("DELETE FROM notices WHERE id = ?1", [notice])?;
            Ok(())
        })
    }
}
