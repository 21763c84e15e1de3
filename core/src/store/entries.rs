//! The log.

use chrono::{DateTime, Utc};
use rusqlite::{Transaction, params, params_from_iter, types::ToSqlOutput};

use super::row::{IdColumn, InstantColumn, text, value};
use super::{Db, StoreError};
use crate::api::{EntryBody, EntryEvent};
use crate::id::{EntryRef, PassId, ProfileId};

/// Which entries to list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntryQuery {
    /// Of this profile; `None` is of all.
    pub profile: Option<ProfileId>,
    /// Of this pass only.
    pub pass: Option<PassId>,
    /// Only what happened so.
    pub only: EntryFilter,
    /// How many rows at most.
    pub limit: u32,
}

impl Default for EntryQuery {
    fn default() -> Self {
        Self { profile: None, pass: None, only: EntryFilter::All, limit: 50 }
    }
}

/// Which of what happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntryFilter {
    /// All.
    #[default]
    All,
    /// Guests that arrived.
    Arrivals,
    /// Whoever was refused.
    Refused,
}

impl EntryFilter {
    fn lets_through(self, entry: &EntryBody) -> bool {
        match self {
            Self::All => true,
            Self::Arrivals => entry.event() == EntryEvent::Arrived,
            Self::Refused => entry.event() == EntryEvent::Refused,
        }
    }
}

/// Keeps an entry. One that comes for the first time is news if the profile had caught up before.
pub(super) fn put(
    tx: &Transaction<'_>,
    profile: ProfileId,
    entry: &EntryBody,
    caught_up: bool,
) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO entries (profile, id, pass, seq, at, body, news) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (profile, id) DO UPDATE SET body = excluded.body",
    )?;
    let pass = entry.pass.map(|pass| IdColumn(pass.0));
    let news = caught_up && is_worth_telling(entry);
    statement.execute(params![
        IdColumn(profile.0),
        IdColumn(entry.id.0),
        pass,
        entry.seq,
        InstantColumn(entry.at),
        text(entry)?,
        news
    ])?;
    Ok(())
}

/// A guest arrived, or was refused with a pass of the resident's unit.
fn is_worth_telling(entry: &EntryBody) -> bool {
    entry.pass_name.is_some() && matches!(entry.event(), EntryEvent::Arrived | EntryEvent::Refused)
}

/// What the site no longer keeps is not kept here either.
pub(super) fn drop_older(tx: &Transaction<'_>, profile: ProfileId, than: DateTime<Utc>) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM entries WHERE profile = ?1 AND at < ?2",
        params![IdColumn(profile.0), InstantColumn(than)],
    )?;
    Ok(())
}

/// The largest number of news at a time. A longer burst is not worth a notification for each.
const MOST_NEWS: i64 = 20;

impl Db {
    /// The entries the resident was not notified of and has not seen: the newest ones, oldest first.
    pub fn news(&self) -> Result<Vec<(ProfileId, EntryBody)>, StoreError> {
        let mut statement = self.read().prepare_cached(
            "SELECT profile, body FROM (SELECT * FROM entries WHERE news ORDER BY at DESC, seq DESC LIMIT ?1)
             ORDER BY at, seq",
        )?;
        let mut rows = statement.query([MOST_NEWS])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let profile: IdColumn = row.get(0)?;
            let body: String = row.get(1)?;
            found.push((ProfileId(profile.0), value(&body, "entry")?));
        }
        Ok(found)
    }

    /// The resident has seen the log: nothing in it is news any more.
    pub fn log_seen(&mut self) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute("UPDATE entries SET news = 0 WHERE news", ())?;
            Ok(())
        })
    }

    /// Marks these entries as notified.
    pub fn told(&mut self, entries: &[EntryRef]) -> Result<(), StoreError> {
        self.write(|tx| {
            let mut told = tx.prepare_cached("UPDATE entries SET news = 0 WHERE profile = ?1 AND id = ?2")?;
            for entry in entries {
                told.execute(params![IdColumn(entry.profile.0), IdColumn(entry.entry.0)])?;
            }
            Ok(())
        })
    }

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
        sql.push_str(" ORDER BY at DESC, seq DESC");
        let mut statement = self.read().prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let profile: IdColumn = row.get(0)?;
            let body: String = row.get(1)?;
            let entry = value(&body, "entry")?;
            if !query.only.lets_through(&entry) {
                continue;
            }
            if found.len() >= query.limit as usize {
                return Ok((found, true));
            }
            found.push((ProfileId(profile.0), entry));
        }
        Ok((found, false))
    }
}
