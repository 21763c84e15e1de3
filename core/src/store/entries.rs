//! The log.

use chrono::{DateTime, Utc};
use rusqlite::{Transaction, params, params_from_iter, types::ToSqlOutput};

use super::row::{At, Key, text, value};
use super::{Db, StoreError};
use crate::api::EntryBody;
use crate::app::{EntryQuery, ProfileId};

pub(super) fn put(tx: &Transaction<'_>, profile: ProfileId, entry: &EntryBody) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO entries (profile, id, pass, seq, at, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (profile, id) DO UPDATE SET body = excluded.body",
    )?;
    let pass = entry.pass.map(|pass| Key(pass.0));
    statement.execute(params![Key(profile.0), Key(entry.id.0), pass, entry.seq, At(entry.at), text(entry)?])?;
    Ok(())
}

/// What the site no longer keeps is not kept here either.
pub(super) fn drop_older(tx: &Transaction<'_>, profile: ProfileId, than: DateTime<Utc>) -> Result<(), StoreError> {
    tx.execute("DELETE FROM entries WHERE profile = ?1 AND at < ?2", params![Key(profile.0), At(than)])?;
    Ok(())
}

impl Db {
    /// Entries, newest first, and whether a higher limit would give more.
    pub fn entries(&self, query: &EntryQuery) -> Result<(Vec<(ProfileId, EntryBody)>, bool), StoreError> {
        let mut sql = "SELECT profile, body FROM entries WHERE 1".to_owned();
        let mut values: Vec<ToSqlOutput<'_>> = Vec::new();
        if let Some(profile) = query.profile {
            sql.push_str(" AND profile = ?");
            values.push(profile.0.as_bytes().to_vec().into());
        }
        if let Some(pass) = query.pass {
            sql.push_str(" AND pass = ?");
            values.push(pass.0.as_bytes().to_vec().into());
        }
        sql.push_str(" ORDER BY at DESC, seq DESC LIMIT ?");
        values.push((i64::from(query.limit) + 1).into());
        let mut statement = self.read().prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            if found.len() >= query.limit as usize {
                return Ok((found, true));
            }
            let profile: Key = row.get(0)?;
            let body: String = row.get(1)?;
            found.push((ProfileId(profile.0), value(&body, "entry")?));
        }
        Ok((found, false))
    }
}
