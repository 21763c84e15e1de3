//! How is a pass shown while changes of it wait, and is it as was wished already?

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Command, QueuedCommand};
use crate::api::{PassBody, PassEdit, PassRequest};
use crate::id::PassId;
use crate::pass::{Identifier, IdentifierKind, Invalid, Pass, Standing, Status, Usage, UseLimits};
use crate::time::Zone;

/// The pass as screens show it: what the server has, with what waits applied. A refused edit is not applied, since
/// it is not in force and will not be. `None` if there is nothing to show.
pub fn shown(server: Option<&PassBody>, queue: &[QueuedCommand]) -> Result<Option<PassBody>, Invalid> {
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
            Command::Revoke { at, .. } => {
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
    let pass = Pass {
        id: request.id.unwrap_or(PassId(Uuid::nil())),
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
    // The status is computed when the pass is shown and never read from here.
    Ok(PassBody::of(&pass, &Usage::default(), Standing { status: Status::Scheduled, opening: None }))
}

/// Whether making the edit would change nothing.
#[must_use]
pub fn is_as_wished(body: &PassBody, edit: &PassEdit) -> bool {
    let Ok(pass) = body.pass() else {
        return false;
    };
    edit.apply_to(&pass).is_ok_and(|draft| {
        draft.name == pass.name
            && draft.comment == pass.comment
            && draft.guest == pass.guest
            && draft.schedule == pass.schedule
            && draft.uses == pass.uses
            && draft.doors == pass.doors
    })
}
