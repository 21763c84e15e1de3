//! Adds a new command to the queue of its pass.
//!
//! A change that has not left the device, or was refused, can still be altered, so an edit is folded into it, and a pass
//! made and revoked before anything was sent never reaches the server. Once a change has left, the server may have it
//! even if no answer came back: it is sent again as it was, under the same key.

use super::{Command, QueuedCommand};
use crate::api::{PassEdit, PassRequest};

/// What a new command does to the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueChange {
    /// The sequence numbers of the commands to remove.
    pub dropped: Vec<i64>,
    /// The command to add at the end, under a new key.
    pub pushed: Option<Command>,
    /// The pass never was on the server and never will be: nothing of it is left.
    pub gone: bool,
}

/// How `new` joins `queue`. `on_server` is whether the server has shown the pass.
#[must_use]
pub fn join(queue: &[QueuedCommand], on_server: bool, new: Command) -> QueueChange {
    match new {
        Command::Create { .. } => match queue.first() {
            // The same pass again, after a restart or a refusal: what the server cannot have is replaced.
            Some(first) if first.alterable() && matches!(first.command, Command::Create { .. }) => {
                QueueChange { dropped: places(queue), pushed: Some(new), gone: false }
            }
            None if !on_server => QueueChange { pushed: Some(new), ..QueueChange::default() },
            _ => QueueChange::default(),
        },
        Command::Edit { edit, base, at } => {
            if is_revoked(queue) {
                return QueueChange::default();
            }
            let alterable = alterable(queue);
            let command = match alterable.first() {
                None if queue.is_empty() => Command::Edit { edit, base, at },
                None => Command::Edit { edit, base: None, at },
                Some(first) => match &first.command {
                    Command::Create { request, at } => Command::Create { request: edited(request, &edit), at: *at },
                    // What is refused is no longer under way: the resident has looked at the pass since.
                    _ if first.refusal.is_some() => Command::Edit { edit, base, at },
                    Command::Edit { base, .. } => Command::Edit { edit, base: *base, at },
                    Command::Revoke { .. } => return QueueChange::default(),
                },
            };
            QueueChange { dropped: places(alterable), pushed: Some(command), gone: false }
        }
        Command::Revoke { at, .. } => {
            if is_revoked(queue) {
                return QueueChange::default();
            }
            let alterable = alterable(queue);
            let gone = alterable.len() == queue.len() && !on_server;
            let set_aside = alterable.iter().map(QueuedCommand::set_aside).collect();
            QueueChange {
                dropped: places(alterable),
                pushed: (!gone).then_some(Command::Revoke { at, set_aside }),
                gone,
            }
        }
    }
}

fn is_revoked(queue: &[QueuedCommand]) -> bool {
    queue.iter().any(|one| matches!(one.command, Command::Revoke { .. }))
}

/// The end of the queue that the server cannot have. Its first may be stuck, so all of it makes way for what is new.
fn alterable(queue: &[QueuedCommand]) -> &[QueuedCommand] {
    let left = queue.iter().rposition(|one| !one.alterable()).map_or(0, |last| last + 1);
    &queue[left..]
}

fn places(queue: &[QueuedCommand]) -> Vec<i64> {
    queue.iter().map(|one| one.seq).collect()
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
