//! What an answer, or the resident, does to the queue of a pass.
//!
//! Each function takes the queue in order and returns the changes of its rows.

use super::{Command, QueuedCommand, SetAside};

/// After the head was done, which left the pass in `version`: an edit made while it was under way builds on that, also
/// one that a revocation has set aside. The row whose command is replaced, and by what.
#[must_use]
pub fn built_on(queue: &[QueuedCommand], version: u32) -> Option<(i64, Command)> {
    let next = queue.first()?;
    let mut command = next.command.clone();
    let edit = match &mut command {
        Command::Revoke { set_aside, .. } => &mut set_aside.first_mut()?.command,
        other => other,
    };
    match edit {
        Command::Edit { base: base @ None, .. } => *base = Some(version),
        _ => return None,
    }
    Some((next.seq, command))
}

/// Another device was first: the rows that are dropped. Edits go; a revocation stays, unless the pass itself is gone.
#[must_use]
pub fn overruled(queue: &[QueuedCommand], pass_gone: bool) -> Vec<i64> {
    let dropped = queue.iter().filter(|queued| pass_gone || matches!(queued.command, Command::Edit { .. }));
    dropped.map(|queued| queued.seq).collect()
}

/// The resident lets it be tried again: the rows that were refused. Each is sent under a new key, because the server
/// remembers its refusal under the old one.
#[must_use]
pub fn refused(queue: &[QueuedCommand]) -> Vec<i64> {
    queue.iter().filter(|queued| queued.refusal.is_some()).map(|queued| queued.seq).collect()
}

/// The resident gives up: the rows that are dropped, from the first refused one on, since what follows builds on it.
#[must_use]
pub fn discarded(queue: &[QueuedCommand]) -> Vec<i64> {
    queue.iter().skip_while(|queued| queued.refusal.is_none()).map(|queued| queued.seq).collect()
}

/// The revocation that can still be taken back, because it has not left the device.
#[must_use]
pub fn revocation_to_undo(queue: &[QueuedCommand]) -> Option<&QueuedCommand> {
    queue.iter().find(|queued| matches!(queued.command, Command::Revoke { .. })).filter(|revocation| !revocation.sent)
}

/// What waits again once the revocation is taken back. An edit whose predecessor was overruled meanwhile does not: the
/// resident has been told.
#[must_use]
pub fn waits_again(queue: &[QueuedCommand]) -> &[SetAside] {
    let set_aside = queue.iter().find_map(QueuedCommand::set_aside_here).unwrap_or_default();
    let builds_on_nothing = |one: &SetAside| matches!(one.command, Command::Edit { base: None, .. });
    let overruled = queue.len() == 1 && set_aside.first().is_some_and(builds_on_nothing);
    if overruled { &[] } else { set_aside }
}

/// What waits again once the resident gives up a refused revocation: all before the first that was refused itself.
#[must_use]
pub fn waits_after_discard(queue: &[QueuedCommand]) -> &[SetAside] {
    let refused = queue.iter().find(|queued| queued.refusal.is_some());
    if refused.and_then(QueuedCommand::set_aside_here).is_none() {
        return &[];
    }
    let again = waits_again(queue);
    let stuck = again.iter().position(|one| one.refusal.is_some());
    &again[..stuck.unwrap_or(again.len())]
}
