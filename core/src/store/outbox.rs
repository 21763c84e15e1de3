//! Changes that wait to be sent.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, Transaction, params};

use super::row::{IdColumn, InstantColumn, text, value};
use super::{Db, NoticeKind, StoreError, notices, passes, profiles};
use crate::api::PassBody;
use crate::id::{PassId, PassRef, ProfileId};
use crate::outbox::{
    Command, QueuedCommand, Refusal, SetAside, built_on, discarded, join, overruled, refused, revocation_to_undo,
    waits_after_discard, waits_again,
};

/// A change that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueChange {
    /// Of which pass.
    pub pass: PassRef,
    /// What.
    pub queued: QueuedCommand,
    /// How often it was tried.
    pub attempts: u32,
}

const COLUMNS: &str = "seq, key, command, sent, refusal, profile, pass, attempts";

fn read(row: &Row<'_>) -> Result<DueChange, StoreError> {
    let command: String = row.get(2)?;
    let refusal: Option<String> = row.get(4)?;
    let (profile, pass): (IdColumn, IdColumn) = (row.get(5)?, row.get(6)?);
    Ok(DueChange {
        pass: PassRef { profile: ProfileId(profile.0), pass: PassId(pass.0) },
        queued: QueuedCommand {
            seq: row.get(0)?,
            key: row.get(1)?,
            command: value(&command, "change")?,
            sent: row.get(3)?,
            refusal: refusal.map(|refusal| value(&refusal, "refusal")).transpose()?,
        },
        attempts: row.get(7)?,
    })
}

/// The queue of one pass, in order.
pub(super) fn queue(connection: &Connection, pass: PassRef) -> Result<Vec<QueuedCommand>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE profile = ?1 AND pass = ?2 ORDER BY seq");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![IdColumn(pass.profile.0), IdColumn(pass.pass.0)])?;
    let mut queue = Vec::new();
    while let Some(row) = rows.next()? {
        queue.push(read(row)?.queued);
    }
    Ok(queue)
}

/// Adds a command to the queue of its pass and shows the pass as it will be, in the caller's transaction.
pub(crate) fn add(tx: &Transaction<'_>, pass: PassRef, command: Command) -> Result<(), StoreError> {
    let server = passes::server_body(tx, pass)?;
    let joined = join(&queue(tx, pass)?, server.is_some(), command);
    for seq in &joined.dropped {
        remove(tx, *seq)?;
    }
    if let Some(command) = &joined.pushed {
        put_last(tx, pass, command, None)?;
    }
    if joined.gone { passes::remove(tx, pass) } else { passes::refresh(tx, pass) }
}

/// Puts a command at the end of the queue, under a key of its own.
fn put_last(
    tx: &Transaction<'_>,
    pass: PassRef,
    command: &Command,
    refusal: Option<&Refusal>,
) -> Result<(), StoreError> {
    // Random, and only in the request: a person who knows the key could read the answer.
    let key = uuid::Uuid::new_v4().to_string();
    let mut statement =
        tx.prepare_cached("INSERT INTO outbox (profile, pass, key, command, refusal) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let (command, refusal) = (text(command)?, refusal.map(text).transpose()?);
    statement.execute(params![IdColumn(pass.profile.0), IdColumn(pass.pass.0), key, command, refusal])?;
    Ok(())
}

/// Puts what was set aside at the end of the queue.
fn put_back(tx: &Transaction<'_>, pass: PassRef, set_aside: &[SetAside]) -> Result<(), StoreError> {
    for again in set_aside {
        put_last(tx, pass, &again.command, again.refusal.as_ref())?;
    }
    Ok(())
}

pub(super) fn remove(tx: &Transaction<'_>, seq: i64) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM outbox WHERE seq = ?1")?.execute([seq])?;
    Ok(())
}

impl Db {
    /// The queue of one pass, in order.
    pub fn queue_of(&self, pass: PassRef) -> Result<Vec<QueuedCommand>, StoreError> {
        queue(self.read(), pass)
    }

    /// What can be sent for a profile after place `after`: of each pass the first change only, if it is not stuck;
    /// with `now`, only if it is due.
    pub fn next_waiting(
        &self,
        profile: ProfileId,
        after: i64,
        now: Option<DateTime<Utc>>,
    ) -> Result<Option<DueChange>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox o WHERE profile = ?1 AND seq > ?2 AND refusal IS NULL AND not_before <= ?3
                 AND NOT EXISTS (SELECT 1 FROM outbox e
                                 WHERE e.profile = o.profile AND e.pass = o.pass AND e.seq < o.seq)
             ORDER BY seq LIMIT 1"
        );
        let due = now.map_or(i64::MAX, |now| now.timestamp_millis());
        let mut statement = self.read().prepare_cached(&sql)?;
        let mut rows = statement.query(params![IdColumn(profile.0), after, due])?;
        rows.next()?.map(read).transpose()
    }

    /// When the next change of each profile is due that had to be put off.
    pub fn next_due(&self) -> Result<Vec<(ProfileId, DateTime<Utc>)>, StoreError> {
        let mut statement = self.read().prepare_cached(
            "SELECT o.profile, min(o.not_before) FROM outbox o JOIN profiles p ON p.id = o.profile
             WHERE o.refusal IS NULL AND o.not_before > 0 AND p.signed_in GROUP BY o.profile",
        )?;
        let rows = statement
            .query_map([], |row| Ok((ProfileId(row.get::<_, IdColumn>(0)?.0), row.get::<_, InstantColumn>(1)?.0)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many changes wait, and how many are stuck.
    pub fn waiting_and_stuck(&self) -> Result<(u32, u32), StoreError> {
        let mut statement =
            self.read().prepare_cached("SELECT count(*) FILTER (WHERE refusal IS NULL), count(refusal) FROM outbox")?;
        Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Notes that a change is about to leave the device. `false` if it is no longer there.
    pub fn mark_sent(&mut self, seq: i64) -> Result<bool, StoreError> {
        self.write(|tx| {
            let mut statement =
                tx.prepare_cached("UPDATE outbox SET sent = 1, attempts = attempts + 1 WHERE seq = ?1")?;
            Ok(statement.execute([seq])? == 1)
        })
    }

    /// Notes that a change has not left the device after all, because there was no connection.
    pub fn mark_unsent(&mut self, seq: i64) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.prepare_cached("UPDATE outbox SET sent = 0 WHERE seq = ?1")?.execute([seq])?;
            Ok(())
        })
    }

    /// Puts a change off until `until`.
    pub fn put_off(&mut self, seq: i64, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.prepare_cached("UPDATE outbox SET not_before = ?2 WHERE seq = ?1")?
                .execute(params![seq, InstantColumn(until)])?;
            Ok(())
        })
    }

    /// The server did what was asked; `answer` is the pass as it is now, or `None` if it is gone.
    pub fn acknowledge(&mut self, pass: PassRef, seq: i64, answer: Option<&PassBody>) -> Result<(), StoreError> {
        self.write(|tx| {
            remove(tx, seq)?;
            let Some(answer) = answer else {
                tx.execute(
                    "DELETE FROM outbox WHERE profile = ?1 AND pass = ?2",
                    params![IdColumn(pass.profile.0), IdColumn(pass.pass.0)],
                )?;
                return passes::remove(tx, pass);
            };
            if let Some((seq, command)) = built_on(&queue(tx, pass)?, answer.version) {
                tx.execute("UPDATE outbox SET command = ?2 WHERE seq = ?1", params![seq, text(&command)?])?;
            }
            passes::from_server(tx, pass.profile, answer, &profiles::policy(tx, pass.profile)?)
        })
    }

    /// The server refuses; the change stays until the resident retries, alters or discards it.
    pub fn refuse(&mut self, pass: PassRef, seq: i64, refusal: &Refusal) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute("UPDATE outbox SET refusal = ?2 WHERE seq = ?1", params![seq, text(refusal)?])?;
            passes::refresh(tx, pass)
        })
    }

    /// Another device was first: edits that wait are dropped (a revocation stays), and the pass is as the server has
    /// it, `None` if it is gone. The resident gets a notice.
    pub fn overrule(
        &mut self,
        pass: PassRef,
        answer: Option<&PassBody>,
        now: DateTime<Utc>,
        notice: &NoticeKind,
    ) -> Result<(), StoreError> {
        self.write(|tx| {
            notices::add(tx, now, Some(pass.profile), notice)?;
            for seq in overruled(&queue(tx, pass)?, answer.is_none()) {
                remove(tx, seq)?;
            }
            match answer {
                Some(answer) => passes::from_server(tx, pass.profile, answer, &profiles::policy(tx, pass.profile)?),
                None => passes::remove(tx, pass),
            }
        })
    }

    /// Lets refused changes of a pass be sent again, at once and under new keys: the server remembers its refusal
    /// under the old ones.
    pub fn retry(&mut self, pass: PassRef) -> Result<(), StoreError> {
        self.write(|tx| {
            for seq in refused(&queue(tx, pass)?) {
                tx.execute(
                    "UPDATE outbox SET refusal = NULL, sent = 0, attempts = 0, not_before = 0, key = ?2 WHERE seq = ?1",
                    params![seq, uuid::Uuid::new_v4().to_string()],
                )?;
            }
            passes::refresh(tx, pass)
        })
    }

    /// Drops what waits for a pass from its first refused change on; what a refused revocation had set aside waits again.
    /// A pass the server never had is gone then.
    pub fn discard(&mut self, pass: PassRef) -> Result<(), StoreError> {
        self.write(|tx| {
            let queue = queue(tx, pass)?;
            let dropped = discarded(&queue);
            for seq in &dropped {
                remove(tx, *seq)?;
            }
            put_back(tx, pass, waits_after_discard(&queue))?;
            let nothing_left = dropped.len() == queue.len() && passes::server_body(tx, pass)?.is_none();
            if nothing_left { passes::remove(tx, pass) } else { passes::refresh(tx, pass) }
        })
    }

    /// Takes a revocation out of the queue, if it has not left the device; what it had set aside waits again. `false` if
    /// there is none.
    pub fn undo_revoke(&mut self, pass: PassRef) -> Result<bool, StoreError> {
        self.write(|tx| {
            let queue = queue(tx, pass)?;
            let Some(unsent) = revocation_to_undo(&queue) else {
                return Ok(false);
            };
            remove(tx, unsent.seq)?;
            put_back(tx, pass, waits_again(&queue))?;
            passes::refresh(tx, pass)?;
            Ok(true)
        })
    }

    /// Adds a command to the queue of its pass.
    pub fn command(&mut self, pass: PassRef, command: Command) -> Result<(), StoreError> {
        self.write(|tx| add(tx, pass, command))
    }
}
