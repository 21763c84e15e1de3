//! Units are made and changed.

use std::sync::Arc;

use gatepass_core::id::{DoorId, UnitId};

use super::audit::shown;
use super::ids::new_id;
use super::{
    Act, Conflict, IdempotentAnswer, IdempotentRequest, LedgerError, NewUnit, Outcome, Record, RefusalReason, Result,
    Unit, UnitChange,
};

/// Makes a unit.
pub(crate) fn add_unit(
    act: &Act<'_>,
    new: NewUnit,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<Unit>>> {
    if let Some((made, kept)) = act.repeated(Some(new.site), once.as_ref())? {
        let made = (**act.directory().unit(UnitId(made))?).clone();
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let unit = Unit { id: UnitId(new_id(act.now)), site: new.site, name: new.name, doors: new.doors };
    let Outcome { answer, mut records } = put(act, unit)?;
    records.extend(act.request_done(Some(new.site), once, answer.id.0));
    Ok(Outcome { answer: IdempotentAnswer::new(answer), records })
}

/// Changes a unit.
pub(crate) fn change_unit(act: &Act<'_>, id: UnitId, change: UnitChange) -> Result<Outcome<Unit>> {
    let mut unit = (**act.directory().unit(id)?).clone();
    unit.name = change.name.unwrap_or(unit.name);
    unit.doors = change.doors.or(unit.doors);
    put(act, unit)
}

fn put(act: &Act<'_>, unit: Unit) -> Result<Outcome<Unit>> {
    let directory = act.directory();
    directory.site(unit.site)?;
    let taken = directory.units(unit.site).any(|other| other.name == unit.name && other.id != unit.id);
    let own = |door: &DoorId| directory.door(*door).is_ok_and(|door| door.site == unit.site);
    if taken {
        return Err(Conflict::NameTaken.into());
    }
    if !unit.doors.iter().flatten().all(own) {
        return Err(LedgerError::Refused(RefusalReason::BadDoors));
    }
    let old = directory.unit(unit.id).ok();
    let done = if old.is_some() { "unit.changed" } else { "unit.added" };
    let before = old.and_then(|old| shown(&old.body()));
    let records = vec![
        Record::Unit { unit: Arc::new(unit.clone()), seq: act.sequence(unit.site).next() },
        act.audit(unit.site, done, unit.id.0, before, shown(&unit.body())),
    ];
    Ok(Outcome { answer: unit, records })
}
