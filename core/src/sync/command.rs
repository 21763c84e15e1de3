//! What waits to be sent for one pass, and how a new wish joins it.
//!
//! The queue of a pass is kept in order. A change that has not left the device can still be altered, so an edit is
//! folded into it, and a pass made and revoked before anything was sent never reaches the server. Once a change has
//! left, the server may have it even if no answer came back: it is sent again as it was, under the same key.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::api::{FieldProblemBody, PassBody, PassEdit, PassRequest};
use crate::pass::{Identifier, IdentifierKind, Invalid, Standing, Status, Usage, UseLimits};
use crate::time::Zone;

/// What the resident wants of a pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Make it.
    Create {
        /// The whole request; its id is the pass's.
        request: PassRequest,
        /// When the resident asked.
        at: DateTime<Utc>,
    },
    /// Change it.
    Edit {
        /// All that can be changed.
        edit: PassEdit,
        /// The version the resident looked at; `None` is whatever the change before this one results in.
        base: Option<u32>,
        /// When the resident asked.
        at: DateTime<Utc>,
    },
    /// End it.
    Revoke {
        /// When the resident asked.
        at: DateTime<Utc>,
    },
}

/// A command in the queue of its pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Its place.
    pub seq: i64,
    /// The idempotency key it is sent under.
    pub key: String,
    /// What is wanted.
    pub command: Command,
    /// Whether it has left the device at least once.
    pub sent: bool,
    /// The server's refusal, if it is stuck.
    pub refusal: Option<Refusal>,
}

impl Queued {
    /// Whether the server cannot have it: it never left, or was refused.
    fn alterable(&self) -> bool {
        !self.sent || self.refusal.is_some()
    }
}

/// Why the server does not do what is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The stable name.
    pub code: String,
    /// In English.
    pub reason: String,
    /// Problems with fields, if that is why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblemBody>,
}

/// What a new command does to the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// These are taken out.
    pub dropped: Vec<i64>,
    /// This is put at the end, under a key of its own.
    pub pushed: Option<Command>,
    /// The pass never was on the server and never will be: nothing of it is left.
    pub gone: bool,
}

/// How `new` joins `queue`. `on_server` is whether the server has shown the pass.
#[must_use]
pub fn join(queue: &[Queued], on_server: bool, new: Command) -> Joined {
    match new {
        Command::Create { .. } => match queue.first() {
            // The same pass again, after a restart or a refusal: what the server cannot have is replaced.
            Some(first) if first.alterable() && matches!(first.command, Command::Create { .. }) => {
                Joined { dropped: queue.iter().map(|one| one.seq).collect(), pushed: Some(new), gone: false }
            }
            None if !on_server => Joined { pushed: Some(new), ..Joined::default() },
            _ => Joined::default(),
        },
        Command::Edit { edit, base, at } => {
            let Some(last) = queue.last() else {
                return Joined { pushed: Some(Command::Edit { edit, base, at }), ..Joined::default() };
            };
            let folded = match &last.command {
                Command::Create { request, at } if last.alterable() => {
                    Command::Create { request: edited(request, &edit), at: *at }
                }
                Command::Edit { base, .. } if last.alterable() => Command::Edit { edit, base: *base, at },
                Command::Revoke { .. } => return Joined::default(),
                _ => {
                    let pushed = Some(Command::Edit { edit, base: None, at });
                    return Joined { pushed, ..Joined::default() };
                }
            };
            Joined { dropped: vec![last.seq], pushed: Some(folded), gone: false }
        }
        Command::Revoke { .. } => {
            if queue.iter().any(|one| matches!(one.command, Command::Revoke { .. })) {
                return Joined::default();
            }
            let left = queue.iter().rposition(|one| !one.alterable()).map_or(0, |last| last + 1);
            let dropped = queue.iter().skip(left).map(|one| one.seq).collect();
            let gone = left == 0 && !on_server;
            Joined { dropped, pushed: (!gone).then_some(new), gone }
        }
    }
}

/// A request with an edit folded in.
fn edited(request: &PassRequest, edit: &PassEdit) -> PassRequest {
    let mut request = request.clone();
    if let Some(name) = &edit.name {
        request.name.clone_from(name);
    }
    if let Some(comment) = &edit.comment {
        request.comment.clone_from(comment);
    }
    if let Some(guest) = edit.guest {
        request.guest = guest;
    }
    if let Some(schedule) = &edit.schedule {
        request.schedule = schedule.clone();
    }
    request.uses = edit.uses.or(request.uses);
    if edit.doors.is_some() {
        request.doors.clone_from(&edit.doors);
    }
    request
}

/// The pass as screens show it: what the server has, with what waits applied. A refused edit is not applied, since
/// it is not in force and will not be. `None` if there is nothing to show.
pub fn shown(server: Option<&PassBody>, queue: &[Queued]) -> Result<Option<PassBody>, Invalid> {
    let mut body = server.cloned();
    for queued in queue {
        match &queued.command {
            Command::Create { request, at } if body.is_none() => body = Some(not_yet_made(request, *at)?),
            Command::Edit { edit, .. } if queued.refusal.is_none() => {
                if let Some(body) = &mut body {
                    let draft = edit.apply_to(&body.pass()?)?;
                    body.name = draft.name;
                    body.comment = draft.comment;
                    body.guest = draft.guest;
                    body.schedule = (&draft.schedule).into();
                    body.uses.limits = draft.uses;
                    body.doors = draft.doors;
                }
            }
            // The server has made it, or refuses the change.
            Command::Create { .. } | Command::Edit { .. } => {}
            Command::Revoke { at } => {
                if let Some(body) = &mut body {
                    body.revoked_at = body.revoked_at.or(Some(*at));
                }
            }
        }
    }
    Ok(body)
}

/// A pass the server has not made yet: its identifiers are kinds only.
fn not_yet_made(request: &PassRequest, at: DateTime<Utc>) -> Result<PassBody, Invalid> {
    let schedule = request.schedule.parse(Zone::utc())?;
    let kinds = request.identifiers.iter().flatten();
    let identifiers = kinds.filter_map(|asked| match IdentifierKind::from_code(&asked.kind)? {
        IdentifierKind::Qr => Some(Identifier::Qr { text: String::new() }),
        IdentifierKind::Code => Some(Identifier::Code { digits: String::new() }),
        IdentifierKind::Link => Some(Identifier::Link { url: String::new() }),
        IdentifierKind::Plate => Some(Identifier::Plate { plate: asked.plate.clone().unwrap_or_default() }),
        IdentifierKind::Card => None,
    });
    let pass = crate::pass::Pass {
        id: request.id.unwrap_or(crate::id::PassId(uuid::Uuid::nil())),
        version: 0,
        name: request.name.clone(),
        comment: request.comment.clone(),
        guest: request.guest,
        uses: request.uses.map_or_else(|| schedule.pass_type().default_uses(), UseLimits::from),
        schedule,
        doors: request.doors.clone().unwrap_or_default(),
        identifiers: identifiers.collect(),
        created_at: at,
        revoked_at: None,
    };
    // Where it stands is asked of the rules each time it is shown, never read from here.
    Ok(PassBody::of(&pass, &Usage::default(), Standing { status: Status::Scheduled, opening: None }))
}
