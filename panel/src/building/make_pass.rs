//! A resident makes a pass.

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{PassId, UnitId};
use gatepass_core::pass::{Pass, PassDraft, Rules, Timetable, Usage};
use gatepass_core::share::generated_name;

use super::ids::new_id;
use super::mint::mint;
use super::passes::forget;
use super::{
    Act, Conflict, EntityKind, IdempotentAnswer, IdempotentRequest, LedgerError, NewPass, Outcome, PassState, PassView,
    Record, Result, Site, secrets,
};

/// The longest a phone may have kept a pass to itself, in days; older ones count as made then.
const LONGEST_OFFLINE: i64 = 30;

/// Makes a pass with its identifiers.
pub(crate) fn make_pass(
    act: &Act<'_>,
    new: NewPass,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<PassView>>> {
    let directory = act.directory();
    let unit = directory.unit(directory.resident(new.resident)?.unit)?;
    let site = directory.site(unit.site)?;
    if let Some((made, kept)) = act.repeated(Some(site.id), once.as_ref())? {
        let made = record_of(act, site, PassId(made))?;
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let draft = tidied(act, new.draft);
    let id = new.id.unwrap_or_else(|| PassId(new_id(act.now)));
    let made = made_at(id, act.now);
    let doors = directory.draft_doors(unit);
    let live_passes = live_passes(act, site, unit.id, None);
    draft.check_made(made, &Rules { now: act.now, policy: &site.policy, doors: &doors, live_passes, editing: None })?;
    if act.archive.pass(site.id, id)?.is_some() {
        return Err(Conflict::IdTaken.into());
    }
    let minted = mint(act, site, unit, &draft)?;
    let timetable = Timetable::of(&draft.schedule);
    let mut state = PassState {
        sealed: minted.identifiers.iter().map(|identifier| secrets::seal(act.keys, id, identifier)).collect(),
        pass: Pass {
            id,
            version: 1,
            name: draft.name,
            comment: draft.comment,
            guest: draft.guest,
            schedule: draft.schedule,
            uses: draft.uses,
            doors: draft.doors,
            identifiers: minted.identifiers,
            created_at: made,
            revoked_at: None,
        },
        site: site.id,
        unit: unit.id,
        resident: new.resident,
        ends_at: timetable.ends().unwrap_or(act.now),
        seq: act.sequence(site.id).next(),
        usage: Usage::default(),
        counted_until: 0,
        plate: minted.plate,
        lookups: minted.lookups,
    };
    state.pass.identifiers.iter_mut().for_each(forget);
    let record = state.record(site, &state.sealed, act);
    let mut records = vec![Record::Pass(Box::new(state))];
    records.extend(act.request_done(Some(site.id), once, id.0));
    Ok(Outcome { answer: IdempotentAnswer::new(record), records })
}

/// When the pass was made, by the phone's word as far as it can be true.
fn made_at(id: PassId, now: DateTime<Utc>) -> DateTime<Utc> {
    id.made_at().unwrap_or(now).clamp(now - TimeDelta::days(LONGEST_OFFLINE), now)
}

/// Valid passes of a unit, `but` one that is edited.
pub(super) fn live_passes(act: &Act<'_>, site: &Site, unit: UnitId, but: Option<PassId>) -> u32 {
    let passes = &act.site_state(site.id).passes;
    let others = passes.of_unit(unit).filter(|pass| Some(pass.id) != but);
    let valid = others.filter(|pass| passes.standing(pass, &site.policy, act.now).status.is_valid()).count();
    u32::try_from(valid).unwrap_or(u32::MAX)
}

/// Each door once; a name where there is none.
pub(super) fn tidied(act: &Act<'_>, mut draft: PassDraft) -> PassDraft {
    let mut seen = std::collections::HashSet::new();
    draft.doors.retain(|door| seen.insert(*door));
    if draft.name.trim().is_empty() {
        let day = Timetable::of(&draft.schedule).naming_day(act.now);
        draft.name = generated_name(draft.guest, day, act.language);
    }
    draft
}

/// A pass as lists show it.
pub(super) fn record_of(act: &Act<'_>, site: &Site, id: PassId) -> Result<PassView> {
    let found = act.archive.pass(site.id, id)?.ok_or(LedgerError::NotFound(EntityKind::Pass))?;
    let sealed = act.archive.identifiers(site.id, id)?;
    Ok(found.record(site, &sealed, act.keys, act.now))
}
