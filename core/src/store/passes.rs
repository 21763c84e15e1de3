//! Passes: as the server has them, and as they are shown.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Transaction, params, params_from_iter, types::ToSqlOutput};

use super::row::{IdColumn, InstantColumn, text, value};
use super::{Db, StoreError, outbox, profiles};
use crate::api::PassBody;
use crate::id::{PassId, PassRef, ProfileId};
use crate::outbox::{QueuedCommand, shown};
use crate::pass::{Identifier, Policy, Timetable, standing};
use crate::unicode::{is_mark, nfkd};

/// Which half of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PassHalf {
    /// Passes that open something, or will.
    #[default]
    Valid,
    /// Used up, expired, revoked.
    Invalid,
    /// Both.
    All,
}

/// Which passes to list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PassQuery {
    /// Of this profile; `None` is of all.
    pub profile: Option<ProfileId>,
    /// Which half.
    pub half: PassHalf,
    /// Words to find in name, comment or plate; empty finds all. Case and accents do not matter.
    pub search: String,
    /// How many rows at most; ask again with more when the list says there are more.
    pub limit: u32,
}

impl Default for PassQuery {
    fn default() -> Self {
        Self { profile: None, half: PassHalf::Valid, search: String::new(), limit: 50 }
    }
}

/// A pass on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPass {
    /// The pass.
    pub pass: PassRef,
    /// As it is shown: what the server has, with what waits applied.
    pub shown: PassBody,
    /// Whether the server has shown it yet.
    pub on_server: bool,
    /// What waits for it.
    pub queue: Vec<QueuedCommand>,
}

/// Some passes, and whether there are more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassPage {
    /// The passes, newest first.
    pub passes: Vec<StoredPass>,
    /// Whether a higher limit would give more.
    pub more: bool,
}

/// The pass as the server last showed it.
pub(super) fn server_body(connection: &Connection, pass: PassRef) -> Result<Option<PassBody>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT server FROM passes WHERE profile = ?1 AND id = ?2")?;
    let found: Option<Option<String>> =
        statement.query_row(params![IdColumn(pass.profile.0), IdColumn(pass.pass.0)], |row| row.get(0)).optional()?;
    found.flatten().map(|body| value(&body, "pass")).transpose()
}

/// Takes over what the server shows.
pub(super) fn from_server(
    tx: &Transaction<'_>,
    profile: ProfileId,
    body: &PassBody,
    policy: &Policy,
) -> Result<(), StoreError> {
    put(tx, PassRef { profile, pass: body.id }, Some(body), policy)
}

/// Updates the shown pass after its queue has changed.
pub(super) fn refresh(tx: &Transaction<'_>, pass: PassRef) -> Result<(), StoreError> {
    let policy = profiles::policy(tx, pass.profile)?;
    let server = server_body(tx, pass)?;
    put(tx, pass, server.as_ref(), &policy)
}

fn put(tx: &Transaction<'_>, pass: PassRef, server: Option<&PassBody>, policy: &Policy) -> Result<(), StoreError> {
    let queue = outbox::queue(tx, pass)?;
    let Some(shown) = shown(server, &queue)? else {
        return remove(tx, pass);
    };
    let mut statement = tx.prepare_cached(
        "INSERT INTO passes (profile, id, server, shown, created_at, valid_until, search)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (profile, id) DO UPDATE SET server = excluded.server, shown = excluded.shown,
             created_at = excluded.created_at, valid_until = excluded.valid_until, search = excluded.search,
             seen = 1",
    )?;
    statement.execute(params![
        IdColumn(pass.profile.0),
        IdColumn(pass.pass.0),
        server.map(text).transpose()?,
        text(&shown)?,
        InstantColumn(shown.created_at),
        InstantColumn(valid_until(&shown, policy)?),
        searched(&shown),
    ])?;
    Ok(())
}

pub(super) fn remove(tx: &Transaction<'_>, pass: PassRef) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM passes WHERE profile = ?1 AND id = ?2")?
        .execute(params![IdColumn(pass.profile.0), IdColumn(pass.pass.0)])?;
    Ok(())
}

/// The instant from which the pass is no longer valid, unless something happens to it: asked of the rules at the
/// instants at which validity can end by itself, the end of the visit under way, the end of the last opening that
/// begins within it, and the end of the schedule.
fn valid_until(body: &PassBody, policy: &Policy) -> Result<DateTime<Utc>, StoreError> {
    let pass = body.pass()?;
    let timetable = Timetable::of(&pass.schedule);
    let usage = &body.uses.usage;
    let valid = |at| standing(&pass, &timetable, usage, policy, at).status.is_valid();
    let Some(ends) = timetable.ends().filter(|_| pass.revoked_at.is_none()) else {
        return Ok(DateTime::UNIX_EPOCH);
    };
    // While a visit is under way the limits do not bind; from its end on they do.
    let since = usage.visit_began.unwrap_or(pass.created_at);
    let settled = usage.visit_began.map_or(since, |began| began + policy.grace());
    if settled >= ends || valid(settled) {
        return Ok(ends);
    }
    let last = timetable.openings(since).take_while(|opening| opening.from < settled).last();
    Ok(last.map_or(since, |opening| opening.to.min(settled)))
}

/// What a search looks through: no case, no accents.
fn searched(body: &PassBody) -> String {
    let plates = body.identifiers.iter().filter_map(|identifier| match identifier {
        Identifier::Plate { plate } => Some(plate.as_str()),
        _ => None,
    });
    let words: Vec<&str> = [body.name.as_str(), body.comment.as_str()].into_iter().chain(plates).collect();
    folded(&words.join("\n"))
}

fn folded(words: &str) -> String {
    nfkd(words.chars()).filter(|letter| !is_mark(*letter)).flat_map(char::to_lowercase).collect()
}

impl Db {
    /// Passes, newest first.
    pub fn passes(&self, query: &PassQuery, now: DateTime<Utc>) -> Result<PassPage, StoreError> {
        let mut sql = "SELECT profile, id, shown, server IS NOT NULL FROM passes WHERE 1".to_owned();
        let mut values: Vec<ToSqlOutput<'_>> = Vec::new();
        let now = now.timestamp_millis();
        match query.half {
            PassHalf::Valid => sql.push_str(" AND valid_until > ?"),
            PassHalf::Invalid => sql.push_str(" AND valid_until <= ?"),
            PassHalf::All => {}
        }
        if query.half != PassHalf::All {
            values.push(now.into());
        }
        if let Some(profile) = query.profile {
            sql.push_str(" AND profile = ?");
            values.push(profile.0.as_bytes().to_vec().into());
        }
        for word in folded(&query.search).split_whitespace() {
            sql.push_str(" AND instr(search, ?) > 0");
            values.push(word.to_owned().into());
        }
        sql.push_str(" ORDER BY created_at DESC, id DESC LIMIT ?");
        values.push((i64::from(query.limit) + 1).into());
        let mut statement = self.read().prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut page = PassPage::default();
        while let Some(row) = rows.next()? {
            if page.passes.len() >= query.limit as usize {
                page.more = true;
                break;
            }
            let (profile, id): (IdColumn, IdColumn) = (row.get(0)?, row.get(1)?);
            let body: String = row.get(2)?;
            let pass = PassRef { profile: ProfileId(profile.0), pass: PassId(id.0) };
            page.passes.push(StoredPass {
                pass,
                shown: value(&body, "pass")?,
                on_server: row.get(3)?,
                queue: outbox::queue(self.read(), pass)?,
            });
        }
        Ok(page)
    }

    /// One pass.
    pub fn pass(&self, pass: PassRef) -> Result<Option<StoredPass>, StoreError> {
        let mut statement = self
            .read()
            .prepare_cached("SELECT shown, server IS NOT NULL FROM passes WHERE profile = ?1 AND id = ?2")?;
        let found: Option<(String, bool)> = statement
            .query_row(params![IdColumn(pass.profile.0), IdColumn(pass.pass.0)], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((body, on_server)) = found else {
            return Ok(None);
        };
        let queue = outbox::queue(self.read(), pass)?;
        Ok(Some(StoredPass { pass, shown: value(&body, "pass")?, on_server, queue }))
    }

    /// How many passes of a profile are valid, one left out.
    pub fn live_passes(
        &self,
        profile: ProfileId,
        without: Option<PassId>,
        now: DateTime<Utc>,
    ) -> Result<u32, StoreError> {
        let mut statement = self
            .read()
            .prepare_cached("SELECT count(*) FROM passes WHERE profile = ?1 AND valid_until > ?2 AND id IS NOT ?3")?;
        Ok(statement
            .query_row(params![IdColumn(profile.0), InstantColumn(now), without.map(|id| IdColumn(id.0))], |row| {
                row.get(0)
            })?)
    }

    /// Takes over one pass the server shows.
    pub fn take_over(&mut self, profile: ProfileId, body: &PassBody) -> Result<(), StoreError> {
        self.write(|tx| from_server(tx, profile, body, &profiles::policy(tx, profile)?))
    }
}

/// Before a fetch from the start: nothing has been seen yet.
pub(super) fn unsee(tx: &Transaction<'_>, profile: ProfileId) -> Result<(), StoreError> {
    tx.execute("UPDATE passes SET seen = 0 WHERE profile = ?1", [IdColumn(profile.0)])?;
    Ok(())
}

/// After a fetch from the start: passes the server no longer shows go, unless something of theirs waits.
pub(super) fn sweep(tx: &Transaction<'_>, profile: ProfileId) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM passes WHERE profile = ?1 AND seen = 0 AND server IS NOT NULL AND NOT EXISTS
             (SELECT 1 FROM outbox o WHERE o.profile = passes.profile AND o.pass = passes.id)",
        [IdColumn(profile.0)],
    )?;
    Ok(())
}

/// After the policy changed: until when passes are valid depends on the site's grace time.
pub(super) fn reckon_again(tx: &Transaction<'_>, profile: ProfileId, policy: &Policy) -> Result<(), StoreError> {
    let mut read = tx.prepare_cached("SELECT id, shown FROM passes WHERE profile = ?1")?;
    let mut write = tx.prepare_cached("UPDATE passes SET valid_until = ?3 WHERE profile = ?1 AND id = ?2")?;
    let mut rows = read.query([IdColumn(profile.0)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, body): (IdColumn, String) = (row.get(0)?, row.get(1)?);
        found.push((id, valid_until(&value(&body, "pass")?, policy)?));
    }
    for (id, until) in found {
        write.execute(params![IdColumn(profile.0), id, InstantColumn(until)])?;
    }
    Ok(())
}
