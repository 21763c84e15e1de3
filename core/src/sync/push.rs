//! How is a waiting change sent, and what follows from the answer?
//!
//! | answer | what follows |
//! |---|---|
//! | done | the change leaves the queue, the pass is as the server has it |
//! | not reached | everything of this server waits, longer each time |
//! | busy | this change waits, or all if the server says for how long |
//! | changed since | the server's pass holds, the resident is told; unless it already is as was wished |
//! | gone | a wish to end it is fulfilled; of any other the resident is told |
//! | no | the change is stuck with the reason, until the resident retries, alters or discards it |

use super::backoff::{backoff, random};
use super::engine::{Engine, SyncFailure};
use super::step;
use crate::api::PassBody;
use crate::id::{PassRef, ProfileId};
use crate::net::{Api, NetError};
use crate::outbox::{Command, Refusal, is_as_wished};
use crate::store::{DueChange, NoticeKind, StoreError};
use crate::time::TimeDelta;

impl Engine {
    /// Sends what waits for a profile; with `asked` also what was put off.
    pub(super) async fn push(&self, api: &Api, profile: ProfileId, asked: bool) -> Result<(), SyncFailure> {
        let mut after = 0;
        loop {
            let now = (!asked).then(|| self.clock.now());
            let next = self.store.run(move |db| db.next_waiting(profile, after, now)).await?;
            let Some(waiting) = next else {
                return Ok(());
            };
            after = waiting.queued.seq;
            self.send(api, waiting).await?;
        }
    }

    async fn send(&self, api: &Api, mut waiting: DueChange) -> Result<(), SyncFailure> {
        let seq = waiting.queued.seq;
        if !self.store.run(move |db| db.mark_sent(seq)).await? {
            // Altered in this very moment; its successor has a place further on.
            return Ok(());
        }
        waiting.attempts += 1;
        step!("about to send");
        let id = waiting.pass.pass;
        let key = &waiting.queued.key;
        let answer = match &waiting.queued.command {
            Command::Create { request, .. } => api.create(request, key).await,
            Command::Edit { edit, base, .. } => {
                let version = match base {
                    Some(version) => *version,
                    None => self.known_version(waiting.pass).await?,
                };
                api.edit(id, edit, version, key).await
            }
            Command::Revoke { .. } => api.revoke(id).await,
        };
        step!("answered");
        let answer = answer.and_then(|body| {
            // Whatever this is, it is not the pass that was asked about.
            if body.id == id && body.pass().is_ok() { Ok(body) } else { Err(unreadable()) }
        });
        self.follow(api, waiting, answer).await?;
        step!("settled");
        Ok(())
    }

    async fn follow(
        &self,
        api: &Api,
        waiting: DueChange,
        answer: Result<PassBody, NetError>,
    ) -> Result<(), SyncFailure> {
        let (pass, seq) = (waiting.pass, waiting.queued.seq);
        match (answer, &waiting.queued.command) {
            (Ok(body), _) => self.acknowledge(pass, seq, Some(body)).await,
            (Err(NetError::Unauthorized), _) => Err(SyncFailure::SignedOut),
            (Err(later @ (NetError::Unreachable { .. } | NetError::Busy { .. })), _) => {
                if matches!(later, NetError::Unreachable { left: false, .. }) && !waiting.queued.sent {
                    // Nobody was there to take it, so it can still be altered and taken back.
                    self.store.run(move |db| db.mark_unsent(seq)).await?;
                }
                self.put_off(seq, waiting.attempts, later).await
            }
            (Err(NetError::Missing), Command::Revoke { .. }) => self.acknowledge(pass, seq, None).await,
            (Err(NetError::Missing), Command::Edit { .. }) => self.overrule(pass, None).await,
            (Err(NetError::Missing), Command::Create { .. }) => {
                self.refuse(pass, seq, Refusal::named("not_found", "the server takes no passes at this address")).await
            }
            (Err(NetError::Changed), command) => self.look_again(api, &waiting, command, None).await,
            (Err(NetError::Refused(refusal)), command) => self.look_again(api, &waiting, command, Some(refusal)).await,
        }
    }

    /// Before a refusal is believed: an earlier sending may have been done and its answer lost, and what another
    /// device did first is no refusal.
    async fn look_again(
        &self,
        api: &Api,
        waiting: &DueChange,
        command: &Command,
        refusal: Option<Refusal>,
    ) -> Result<(), SyncFailure> {
        let (pass, seq) = (waiting.pass, waiting.queued.seq);
        let now = match api.pass(pass.pass).await {
            Ok(body) if body.id == pass.pass && body.pass().is_ok() => Some(body),
            Ok(_) => return self.put_off(seq, waiting.attempts, unreadable()).await,
            Err(NetError::Missing) => None,
            Err(NetError::Unauthorized) => return Err(SyncFailure::SignedOut),
            Err(later) if later.is_transient() => return self.put_off(seq, waiting.attempts, later).await,
            Err(NetError::Refused(refusal)) => return self.refuse(pass, seq, refusal).await,
            Err(error) => return Err(SyncFailure::Strange(error)),
        };
        match (command, now, refusal) {
            (Command::Create { .. }, Some(body), _) => self.acknowledge(pass, seq, Some(body)).await,
            (Command::Edit { edit, .. }, Some(body), _) if is_as_wished(&body, edit) => {
                self.acknowledge(pass, seq, Some(body)).await
            }
            (Command::Edit { .. }, Some(body), None) => self.overrule(pass, Some(body)).await,
            // Ended elsewhere meanwhile: no change can be made any more, here or there.
            (Command::Edit { .. }, Some(body), Some(_)) if body.revoked_at.is_some() => {
                self.overrule(pass, Some(body)).await
            }
            (Command::Edit { .. }, None, _) => self.overrule(pass, None).await,
            (Command::Revoke { .. }, Some(body), _) if body.revoked_at.is_some() => {
                self.acknowledge(pass, seq, Some(body)).await
            }
            (Command::Revoke { .. }, None, _) => self.acknowledge(pass, seq, None).await,
            (_, _, refusal) => {
                let refusal =
                    refusal.unwrap_or_else(|| Refusal::named("changed_meanwhile", "it was changed meanwhile"));
                self.refuse(pass, seq, refusal).await
            }
        }
    }

    async fn known_version(&self, pass: PassRef) -> Result<u32, StoreError> {
        let stored = self.store.run(move |db| db.pass(pass)).await?;
        Ok(stored.map_or(0, |stored| stored.shown.version))
    }

    async fn acknowledge(&self, pass: PassRef, seq: i64, answer: Option<PassBody>) -> Result<(), SyncFailure> {
        Ok(self.store.run(move |db| db.acknowledge(pass, seq, answer.as_ref())).await?)
    }

    async fn refuse(&self, pass: PassRef, seq: i64, refusal: Refusal) -> Result<(), SyncFailure> {
        tracing::info!(code = refusal.code, "a change was refused");
        Ok(self.store.run(move |db| db.refuse(pass, seq, &refusal)).await?)
    }

    async fn overrule(&self, pass: PassRef, answer: Option<PassBody>) -> Result<(), SyncFailure> {
        let now = self.clock.now();
        let overruled = self.store.run(move |db| {
            let name = db.pass(pass)?.map(|stored| stored.shown.name).unwrap_or_default();
            let notice = match &answer {
                Some(body) => NoticeKind::ChangeOverruled { pass: pass.pass, name: body.name.clone() },
                None => NoticeKind::PassGone { pass: pass.pass, name },
            };
            db.overrule(pass, answer.as_ref(), now, &notice)
        });
        Ok(overruled.await?)
    }

    async fn put_off(&self, seq: i64, attempts: u32, why: NetError) -> Result<(), SyncFailure> {
        let asked = match &why {
            NetError::Busy { retry_after, .. } => *retry_after,
            _ => None,
        };
        let wait = backoff(attempts, random()).max(asked.unwrap_or_default());
        let until = self.clock.now() + TimeDelta::from_std(wait).unwrap_or_default();
        self.store.run(move |db| db.put_off(seq, until)).await?;
        // A server that fails on one change may do the others; one that is not there, or says "not now", will not.
        if matches!(why, NetError::Busy { retry_after: None, .. }) { Ok(()) } else { Err(SyncFailure::Later(why)) }
    }
}

fn unreadable() -> NetError {
    NetError::Unreachable { reason: "the answer is about something else".to_owned(), left: true }
}
