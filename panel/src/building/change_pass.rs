//! A pass is edited or revoked.

use std::sync::Arc;

use gatepass_core::id::{PassId, ResidentId, UnitId};
use gatepass_core::pass::{Editing, Pass, Rules, Timetable};

use super::act::Sequence;
use super::audit::shown;
use super::make_pass::{live_passes, record_of, tidied};
use super::{
    Act, ArchivedPass, EntityKind, IdempotentAnswer, IdempotentRequest, LedgerError, Outcome, PassState, PassUpdate,
    PassView, Record, Result, Scope, Site,
};

/// Changes a pass.
pub(crate) fn edit_pass(
    act: &Act<'_>,
    edit: &PassUpdate,
    once: Option<IdempotentRequest>,
) -> Result<Outcome<IdempotentAnswer<PassView>>> {
    let unit = act.directory().unit(edit.unit)?;
    let site = act.directory().site(unit.site)?;
    if let Some((made, kept)) = act.repeated(Some(site.id), once.as_ref())? {
        let made = record_of(act, site, PassId(made))?;
        return Ok(Outcome::unchanged(IdempotentAnswer { value: made, kept: Some(kept) }));
    }
    let (_, old) = current(act, Scope::Unit(edit.unit), edit.id)?;
    let sealed = act.archive.identifiers(site.id, edit.id)?;
    if edit.version.is_some_and(|version| version != old.pass.version) {
        return Err(LedgerError::Changed(Box::new(old.record(site, &sealed, act.keys, act.now))));
    }
    let draft = tidied(act, edit.change.apply_to(&old.pass)?);
    let live_passes = live_passes(act, site, unit.id, Some(edit.id));
    let doors = act.directory().draft_doors(unit);
    let editing = Some(Editing { pass: &old.pass, usage: &old.usage });
    draft.check(&Rules { now: act.now, policy: &site.policy, doors: &doors, live_passes, editing })?;
    let ends_at = Timetable::of(&draft.schedule).ends().unwrap_or(act.now);
    let pass = Pass {
        version: old.pass.version + 1,
        name: draft.name,
        comment: draft.comment,
        guest: draft.guest,
        schedule: draft.schedule,
        uses: draft.uses,
        doors: draft.doors,
        ..old.pass.clone()
    };
    let state = changed(site, ArchivedPass { pass, ends_at, ..old }, &mut act.sequence(site.id));
    let record = state.record(site, &sealed, act);
    let mut records = vec![Record::Pass(Box::new(state))];
    records.extend(act.request_done(Some(site.id), once, edit.id.0));
    Ok(Outcome { answer: IdempotentAnswer::new(record), records })
}

/// Ends a pass. One that was ended before stays as it is.
pub(crate) fn revoke_pass(act: &Act<'_>, scope: Scope, id: PassId) -> Result<Outcome<PassView>> {
    let (site, pass) = current(act, scope, id)?;
    let sealed = act.archive.identifiers(site.id, id)?;
    if pass.pass.revoked_at.is_some() {
        return Ok(Outcome::unchanged(pass.record(&site, &sealed, act.keys, act.now)));
    }
    let before = pass.clone().record(&site, &[], act.keys, act.now);
    let state = revoked(act, &site, pass, &mut act.sequence(site.id));
    let answer = state.record(&site, &sealed, act);
    let mut records = vec![Record::Pass(Box::new(state))];
    if matches!(scope, Scope::Site(_)) {
        let (before, after) = (shown(&before.body_for_manager()), shown(&answer.body_for_manager()));
        records.push(act.audit(site.id, "pass.revoked", id.0, before, after));
    }
    Ok(Outcome { answer, records })
}

/// Every pass a resident gave ends.
pub(super) fn revoke_all_of(
    act: &Act<'_>,
    unit: UnitId,
    resident: ResidentId,
    sequence: &mut Sequence,
) -> Result<Vec<Record>> {
    let site = act.directory().unit(unit)?.site;
    let passes = &act.site_state(site).passes;
    let given = passes.of_unit(unit).filter(|pass| pass.resident == resident && !passes.terms(pass).revoked);
    let mut records = Vec::new();
    for live in given {
        let (site, pass) = current(act, Scope::Unit(unit), live.id)?;
        records.push(Record::Pass(Box::new(revoked(act, &site, pass, sequence))));
    }
    Ok(records)
}

fn revoked(act: &Act<'_>, site: &Site, mut pass: ArchivedPass, sequence: &mut Sequence) -> PassState {
    pass.pass.revoked_at = Some(act.now);
    changed(site, pass, sequence)
}

/// The record of a changed pass. Days of past visits were counted on the old schedule's calendar, so its uses are
/// written down with it.
fn changed(site: &Site, pass: ArchivedPass, sequence: &mut Sequence) -> PassState {
    let seq = sequence.next();
    PassState {
        pass: pass.pass,
        site: site.id,
        unit: pass.unit,
        resident: pass.resident,
        ends_at: pass.ends_at,
        seq,
        usage: pass.usage,
        counted_until: seq,
        plate: None,
        lookups: Vec::new(),
        sealed: Vec::new(),
    }
}

/// A pass as it is now, and its site.
fn current(act: &Act<'_>, scope: Scope, id: PassId) -> Result<(Arc<Site>, ArchivedPass)> {
    let directory = act.directory();
    let site = match scope {
        Scope::Site(site) => directory.site(site)?,
        Scope::Unit(unit) => directory.site(directory.unit(unit)?.site)?,
    };
    let found = act.archive.pass(site.id, id)?;
    let found = found.filter(|pass| scope == Scope::Site(site.id) || scope == Scope::Unit(pass.unit));
    Ok((Arc::clone(site), found.ok_or(LedgerError::NotFound(EntityKind::Pass))?))
}
