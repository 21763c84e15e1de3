//! What the resident should be told.

use chrono::{DateTime, Utc};
use rusqlite::{Transaction, params};

use super::row::{At, Key, text, value};
use super::{Db, StoreError};
use crate::app::{Notice, NoticeKind, ProfileId};

pub(super) fn add(
    tx: &Transaction<'_>,
    now: DateTime<Utc>,
    profile: Option<ProfileId>,
    kind: &NoticeKind,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO notices (at, profile, kind) VALUES (?1, ?2, ?3)",
        params![At(now), profile.map(|profile| Key(profile.0)), text(kind)?],
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
                at: row.get::<_, At>(1)?.0,
                profile: row.get::<_, Option<Key>>(2)?.map(|profile| ProfileId(profile.0)),
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
