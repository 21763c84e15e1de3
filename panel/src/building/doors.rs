//! Doors are made and changed, and managers open them from afar.

use std::sync::Arc;

use gatepass_core::id::{DoorId, EntryId, PanelId};
use gatepass_core::panel::CommandOutcome;
use gatepass_core::pass::Reason;

use super::audit::shown;
use super::ids::{entry_seq, new_id};
use super::{
    Act, Conflict, Door, DoorChange, EntityKind, Entry, EntryView, IdempotentAnswer, IdempotentRequest, LedgerError,
    NewDoor, Outcome, Record, Result,
};

/// Makes a door.
pub(crate) fn add_door(
    act: &Act<'_>,
    new: NewDoor,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<Door>>> {
    if let Some((made, kept)) = act.repeated(Some(new.site), once.as_ref())? {
        let made = (**act.directory().door(DoorId(made))?).clone();
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let door = Door {
        id: DoorId(new_id(act.now)),
        site: new.site,
        name: new.name,
        kind: new.kind,
        shareable: new.shareable,
        location: new.location,
    };
    let Outcome { answer, mut records } = put(act, door)?;
    records.extend(act.request_done(Some(new.site), once, answer.id.0));
    Ok(Outcome { answer: IdempotentAnswer::new(answer), records })
}

/// Changes a door.
pub(crate) fn change_door(act: &Act<'_>, id: DoorId, change: DoorChange) -> Result<Outcome<Door>> {
    let mut door = (**act.directory().door(id)?).clone();
    door.name = change.name.unwrap_or(door.name);
    door.shareable = change.shareable.unwrap_or(door.shareable);
    door.location = change.location.or(door.location);
    put(act, door)
}

/// A door is part of the profile of everybody at its site.
fn put(act: &Act<'_>, door: Door) -> Result<Outcome<Door>> {
    let directory = act.directory();
    directory.site(door.site)?;
    if directory.doors(door.site).any(|other| other.name == door.name && other.id != door.id) {
        return Err(Conflict::NameTaken.into());
    }
    let seq = act.sequence(door.site).next();
    let old = directory.door(door.id).ok();
    let done = if old.is_some() { "door.changed" } else { "door.added" };
    let before = old.and_then(|old| shown(&old.body()));
    let records = vec![
        Record::Door { door: Arc::new(door.clone()), seq },
        Record::SiteChanged { site: door.site, seq },
        act.audit(door.site, done, door.id.0, before, shown(&door.body())),
    ];
    Ok(Outcome { answer: door, records })
}

/// Records the outcome of a command that a panel reports. The first report counts; a repetition changes nothing.
pub(crate) fn settle_command(
    act: &Act<'_>,
    panel: PanelId,
    decision: EntryId,
    outcome: CommandOutcome,
) -> Result<Outcome<()>> {
    let directory = act.directory();
    let panel = directory.panel(panel)?;
    let entry = act.archive.entry(panel.site, entry_seq(decision))?;
    // Only what this panel was asked: a door it has a lock for, opened without an identifier.
    let asked = entry.filter(|entry| {
        directory.entry_id(entry) == decision
            && entry.kind.is_none()
            && panel.locks.iter().any(|lock| lock.door == entry.door)
    });
    let entry = asked.ok_or(LedgerError::NotFound(EntityKind::Command))?;
    match entry.outcome {
        Some(told) if told == outcome => Ok(Outcome::unchanged(())),
        Some(_) => Err(Conflict::AlreadyReported.into()),
        None => {
            let record = Record::CommandSettled { site: entry.site, seq: entry.seq, outcome, at: act.now };
            Ok(Outcome { answer: (), records: vec![record] })
        }
    }
}

/// Writes down that a door is asked to open from afar.
pub(crate) fn open_door(act: &Act<'_>, door: DoorId) -> Result<Outcome<EntryView>> {
    let directory = act.directory();
    let door = directory.door(door)?;
    let mut locks = directory.panels(door.site).flat_map(|panel| &panel.locks);
    let lock = locks.find(|lock| lock.door == door.id).ok_or(LedgerError::NotFound(EntityKind::PanelAtDoor))?;
    let entry = Entry {
        seq: act.sequence(door.site).next(),
        site: door.site,
        at: act.now,
        door: door.id,
        lock: lock.lock,
        panel: None,
        event_id: None,
        kind: None,
        fingerprint: None,
        reason: Reason::Ok,
        arrival: false,
        again: false,
        pass: None,
        pass_name: None,
        unit: None,
        manager: act.actor.id(),
        photo: None,
        next_opening: None,
        outcome: None,
    };
    let answer = entry.clone().view(directory);
    let audit = act.audit(door.site, "door.opened", door.id.0, None, shown(&answer.body()));
    Ok(Outcome { answer, records: vec![Record::Entry(Box::new(entry)), audit] })
}
