//! Profiles, and how far each has been fetched.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

use super::row::{IdColumn, InstantColumn, text, value};
use super::{Db, NoticeKind, StoreError, entries, notices, passes};
use crate::api::{Changes, Profile};
use crate::id::ProfileId;
use crate::pass::Policy;

/// A profile on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredProfile {
    /// Its name on this device.
    pub id: ProfileId,
    /// The server it lives on.
    pub server: String,
    /// Whether the server still knows this device.
    pub signed_in: bool,
    /// The resident, as the server last showed it.
    pub body: Profile,
    /// How far it has been fetched.
    pub cursor: Option<String>,
    /// When it was last up to date.
    pub synced_at: Option<DateTime<Utc>>,
}

const SELECT: &str = "SELECT p.id, p.server, p.signed_in, p.body, c.cursor, c.synced_at
                      FROM profiles p LEFT JOIN cursors c ON c.profile = p.id";

fn read(row: &Row<'_>) -> Result<StoredProfile, StoreError> {
    let id: IdColumn = row.get(0)?;
    let body: String = row.get(3)?;
    Ok(StoredProfile {
        id: ProfileId(id.0),
        server: row.get(1)?,
        signed_in: row.get(2)?,
        body: value(&body, "profile")?,
        cursor: row.get(4)?,
        synced_at: row.get::<_, Option<InstantColumn>>(5)?.map(|at| at.0),
    })
}

fn profile(connection: &Connection, id: ProfileId) -> Result<Option<StoredProfile>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{SELECT} WHERE p.id = ?1"))?;
    let mut rows = statement.query([IdColumn(id.0)])?;
    rows.next()?.map(read).transpose()
}

/// What the site of a profile allows.
pub(super) fn policy(connection: &Connection, id: ProfileId) -> Result<Policy, StoreError> {
    Ok(profile(connection, id)?.ok_or(StoreError::NotThere("profile"))?.body.policy)
}

fn set_body(tx: &Transaction<'_>, id: ProfileId, body: &Profile) -> Result<(), StoreError> {
    let before = policy(tx, id)?;
    tx.execute("UPDATE profiles SET body = ?2 WHERE id = ?1", params![IdColumn(id.0), text(body)?])?;
    if before != body.policy {
        passes::reckon_again(tx, id, &body.policy)?;
    }
    Ok(())
}

fn setting(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM settings WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

impl Db {
    /// All profiles, oldest first.
    pub fn profiles(&self) -> Result<Vec<StoredProfile>, StoreError> {
        let mut statement = self.read().prepare_cached(&format!("{SELECT} ORDER BY p.rowid"))?;
        let mut rows = statement.query([])?;
        let mut profiles = Vec::new();
        while let Some(row) = rows.next()? {
            profiles.push(read(row)?);
        }
        Ok(profiles)
    }

    /// One profile.
    pub fn profile(&self, id: ProfileId) -> Result<StoredProfile, StoreError> {
        profile(self.read(), id)?.ok_or(StoreError::NotThere("profile"))
    }

    /// Adds a profile, or signs it in again. What it holds stays; it is fetched from the start.
    pub fn sign_in(&mut self, id: ProfileId, server: &str, body: &Profile) -> Result<(), StoreError> {
        self.write(|tx| {
            let known = profile(tx, id)?.is_some();
            tx.execute(
                "INSERT INTO profiles (id, server, signed_in, body) VALUES (?1, ?2, 1, ?3)
                 ON CONFLICT (id) DO UPDATE SET signed_in = 1, server = excluded.server",
                params![IdColumn(id.0), server, text(body)?],
            )?;
            if known {
                set_body(tx, id, body)?;
            }
            tx.execute("DELETE FROM cursors WHERE profile = ?1", [IdColumn(id.0)])?;
            Ok(())
        })
    }

    /// The server no longer knows this device. What it holds stays until the resident decides.
    pub fn signed_out(&mut self, id: ProfileId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.write(|tx| {
            let Some(known) = profile(tx, id)?.filter(|known| known.signed_in) else {
                return Ok(());
            };
            tx.execute("UPDATE profiles SET signed_in = 0 WHERE id = ?1", [IdColumn(id.0)])?;
            notices::add(tx, now, Some(id), &NoticeKind::SignedOut { site: known.body.site.name })
        })
    }

    /// Forgets a profile and all that is its own.
    pub fn forget(&mut self, id: ProfileId) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute("DELETE FROM drafts WHERE profile = ?1", [IdColumn(id.0)])?;
            tx.execute("DELETE FROM profiles WHERE id = ?1", [IdColumn(id.0)])?;
            Ok(())
        })
    }

    /// Takes over a page of what is new on the server; `since` is the cursor it was asked with.
    pub fn apply(
        &mut self,
        id: ProfileId,
        since: Option<&str>,
        changes: &Changes,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.write(|tx| {
            let known = profile(tx, id)?.ok_or(StoreError::NotThere("profile"))?;
            if known.cursor.as_deref() != since {
                // Somebody else has gone on meanwhile; asking again from there is cheaper than sorting it out.
                return Ok(());
            }
            if since.is_none() {
                passes::unsee(tx, id)?;
                tx.execute(
                    "INSERT INTO cursors (profile, sweeping) VALUES (?1, 1)
                     ON CONFLICT (profile) DO UPDATE SET sweeping = 1",
                    [IdColumn(id.0)],
                )?;
            }
            if let Some(body) = changes.profile.as_ref().filter(|body| body.id.0 == id.0) {
                set_body(tx, id, body)?;
            }
            let policy = policy(tx, id)?;
            for pass in &changes.passes {
                passes::from_server(tx, id, pass, &policy)?;
            }
            let caught_up =
                tx.query_row("SELECT caught_up FROM cursors WHERE profile = ?1", [IdColumn(id.0)], |row| row.get(0));
            let caught_up = caught_up.optional()?.unwrap_or(false);
            for entry in &changes.entries {
                entries::put(tx, id, entry, caught_up)?;
            }
            if !changes.more {
                if tx
                    .query_row("SELECT sweeping FROM cursors WHERE profile = ?1", [IdColumn(id.0)], |row| row.get(0))?
                {
                    passes::sweep(tx, id)?;
                }
                entries::drop_older(tx, id, now - TimeDelta::days(i64::from(policy.log_retention_days)))?;
            }
            tx.execute(
                "UPDATE cursors SET cursor = ?2, synced_at = coalesce(?3, synced_at), sweeping = sweeping AND ?4,
                     caught_up = caught_up OR NOT ?4
                 WHERE profile = ?1",
                params![IdColumn(id.0), changes.cursor, (!changes.more).then_some(InstantColumn(now)), changes.more],
            )?;
            Ok(())
        })
    }

    /// The server no longer knows the cursor: fetch from the start.
    pub fn start_over(&mut self, id: ProfileId) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute("UPDATE cursors SET cursor = NULL WHERE profile = ?1", [IdColumn(id.0)])?;
            Ok(())
        })
    }

    /// A value of this installation, made on first use.
    pub fn setting(&mut self, name: &str, make: impl FnOnce() -> String) -> Result<String, StoreError> {
        if let Some(known) = setting(self.read(), name)? {
            return Ok(known);
        }
        self.write(|tx| {
            // Asked again inside: another process may have been first.
            if let Some(known) = setting(tx, name)? {
                return Ok(known);
            }
            let value = make();
            tx.execute("INSERT INTO settings (name, value) VALUES (?1, ?2)", params![name, value])?;
            Ok(value)
        })
    }

    /// Forgets a value of this installation.
    pub fn forget_setting(&mut self, name: &str) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute("DELETE FROM settings WHERE name = ?1", [name])?;
            Ok(())
        })
    }
}
