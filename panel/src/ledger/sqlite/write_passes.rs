//! Passes are made, changed, ended.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{Editing, Pass, PassDraft, Rules, Timetable};
use gatepass_core::share::generated_name;
use rusqlite::OptionalExtension;

use super::columns::{Id, Json, Millis, Word, new_id};
use super::core::Core;
use super::live::{Live, LivePass};
use super::mint::mint;
use super::pass_row::{PassRow, seal};
use super::{fold, once};
use crate::ledger::passes::forget;
use crate::ledger::{Conflict, EditPass, LedgerError, Made, NewPass, Once, PassRecord, Result, Scope, Site, Unit};

pub(super) fn create(
    core: &mut Core,
    new: NewPass,
    once: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<PassRecord>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let made = record(core, PassId(made), now)?;
        return Ok(Made { made, kept: Some(kept) });
    }
    let (site, unit) = home_of(core, new.resident)?;
    let draft = tidied(core, new.draft, now);
    let live_passes = live_passes(&core.live, &site, unit.id, None, now);
    let doors = core.places(|places| places.draft_doors(&unit));
    let id = new.id.unwrap_or_else(|| PassId(new_id(now)));
    let made = made_at(id, now);
    draft.check_made(made, &Rules { now, policy: &site.policy, doors: &doors, live_passes, editing: None })?;
    if PassRow::one(&core.connection, id)?.is_some() {
        return Err(Conflict::IdTaken.into());
    }
    let minted = mint(core, &site, &unit, &draft)?;
    let timetable = Timetable::of(&draft.schedule);
    let seq = core.live.next_seq();
    let mut pass = LivePass {
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
        ends_at: timetable.ends().unwrap_or(now),
        timetable,
        usage: gatepass_core::pass::Usage::default(),
        plate: minted.plate,
        lookups: minted.lookups.iter().map(|(lookup, _)| *lookup).collect(),
        seq,
    };
    pass.lookups.sort_unstable();
    insert(core, &pass)?;
    let mut lookup = core
        .connection
        .prepare_cached("INSERT INTO lookups (lookup, pass_id, site_id, form) VALUES (?1, ?2, ?3, ?4)")?;
    for (found_by, form) in &minted.lookups {
        lookup.execute((&found_by.as_bytes()[..], Id(id.0), Id(site.id.0), form))?;
    }
    drop(lookup);
    once::remember(&core.connection, once, id.0, now)?;
    pass.pass.identifiers.iter_mut().for_each(forget);
    let record = pass.record(&core.connection, &core.keys, &site.policy, now)?;
    core.live.put(pass);
    core.note_change(site.id, Some(unit.id), seq);
    Ok(Made::now(record))
}

/// The longest a phone may have kept a pass to itself, in days; older ones count as made then.
const LONGEST_OFFLINE: i64 = 30;

/// When the pass was made, by the phone's word as far as it can be true.
fn made_at(id: PassId, now: DateTime<Utc>) -> DateTime<Utc> {
    id.made_at().unwrap_or(now).clamp(now - TimeDelta::days(LONGEST_OFFLINE), now)
}

fn insert(core: &Core, pass: &LivePass) -> Result<()> {
    let mut insert = core.connection.prepare_cached(
        "INSERT INTO passes (id, site_id, unit_id, resident_id, version, name, comment, guest, schedule, uses, doors,
             created_at, revoked_at, ends_at, made_seq, changed_seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, NULL, ?13, ?14, ?14)",
    )?;
    let it = &pass.pass;
    insert.execute(rusqlite::params![
        Id(it.id.0),
        Id(pass.site.0),
        Id(pass.unit.0),
        Id(pass.resident.0),
        it.version,
        it.name,
        it.comment,
        Word(it.guest),
        Json(&it.schedule),
        Json(it.uses),
        Json(&it.doors),
        Millis(it.created_at),
        Millis(pass.ends_at),
        pass.seq,
    ])?;
    let mut copy = core.connection.prepare_cached(
        "INSERT INTO identifiers (pass_id, place, site_id, kind, sealed) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (place, identifier) in (0_i64..).zip(&it.identifiers) {
        let sealed = seal(&core.keys, it.id, identifier);
        copy.execute((Id(it.id.0), place, Id(pass.site.0), identifier.kind().code(), sealed))?;
    }
    Ok(())
}

pub(super) fn edit(
    core: &mut Core,
    edit: &EditPass,
    once: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<PassRecord>> {
    if let Some((made, kept)) = once::done_before(&core.connection, once)? {
        let made = record(core, PassId(made), now)?;
        return Ok(Made { made, kept: Some(kept) });
    }
    let old = current(core, Scope::Unit(edit.unit), edit.id)?;
    let (site, unit) = core.places(|places| -> Result<_> { Ok((places.site(old.site)?, places.unit(old.unit)?)) })?;
    if edit.version.is_some_and(|version| version != old.pass.version) {
        let now_is = old.record(&core.connection, &core.keys, &site.policy, now)?;
        return Err(LedgerError::Changed(Box::new(now_is)));
    }
    let draft = tidied(core, edit.edit.apply_to(&old.pass)?, now);
    let live_passes = live_passes(&core.live, &site, unit.id, Some(edit.id), now);
    let doors = core.places(|places| places.draft_doors(&unit));
    let editing = Some(Editing { pass: &old.pass, usage: &old.usage });
    draft.check(&Rules { now, policy: &site.policy, doors: &doors, live_passes, editing })?;
    let timetable = Timetable::of(&draft.schedule);
    let seq = core.live.next_seq();
    let pass = Pass {
        version: old.pass.version + 1,
        name: draft.name,
        comment: draft.comment,
        guest: draft.guest,
        schedule: draft.schedule,
        uses: draft.uses,
        doors: draft.doors,
        ..old.pass
    };
    let ends_at = timetable.ends().unwrap_or(now);
    let mut update = core.connection.prepare_cached(
        "UPDATE passes SET version = ?2, name = ?3, comment = ?4, guest = ?5, schedule = ?6, uses = ?7, doors = ?8,
             ends_at = ?9, changed_seq = ?10
         WHERE id = ?1",
    )?;
    update.execute(rusqlite::params![
        Id(pass.id.0),
        pass.version,
        pass.name,
        pass.comment,
        Word(pass.guest),
        Json(&pass.schedule),
        Json(pass.uses),
        Json(&pass.doors),
        Millis(ends_at),
        seq,
    ])?;
    drop(update);
    // Days of past visits were counted on the old schedule's calendar.
    fold::write_usage(core, pass.id, seq)?;
    once::remember(&core.connection, once, pass.id.0, now)?;
    let live = LivePass { pass, timetable, ends_at, seq, ..old };
    let record = live.record(&core.connection, &core.keys, &site.policy, now)?;
    core.live.put(live);
    core.note_change(site.id, Some(unit.id), seq);
    Ok(Made::now(record))
}

pub(super) fn revoke(core: &mut Core, scope: Scope, id: PassId, now: DateTime<Utc>) -> Result<PassRecord> {
    let mut pass = current(core, scope, id)?;
    let site = core.places(|places| places.site(pass.site))?;
    if pass.pass.revoked_at.is_none() {
        let seq = core.live.next_seq();
        let mut update =
            core.connection.prepare_cached("UPDATE passes SET revoked_at = ?2, changed_seq = ?3 WHERE id = ?1")?;
        update.execute((Id(id.0), Millis(now), seq))?;
        drop(update);
        pass.pass.revoked_at = Some(now);
        pass.seq = seq;
        core.note_change(pass.site, Some(pass.unit), seq);
    }
    let record = pass.record(&core.connection, &core.keys, &site.policy, now)?;
    if core.live.pass(id).is_some() {
        core.live.put(pass);
    }
    Ok(record)
}

/// Every pass a resident gave ends.
pub(super) fn revoke_all_of(core: &mut Core, unit: UnitId, resident: ResidentId, now: DateTime<Utc>) -> Result<()> {
    let given: Vec<PassId> = core
        .live
        .of_unit(unit)
        .filter(|pass| pass.resident == resident && pass.pass.revoked_at.is_none())
        .map(|pass| pass.pass.id)
        .collect();
    core.memory_goes_ahead();
    for id in given {
        revoke(core, Scope::Unit(unit), id, now)?;
    }
    core.memory_is_level();
    Ok(())
}

/// A pass as it is now, read from disk if it is long over.
fn current(core: &Core, scope: Scope, id: PassId) -> Result<LivePass> {
    let in_scope = |site: SiteId, unit: UnitId| match scope {
        Scope::Unit(asked) => asked == unit,
        Scope::Site(asked) => asked == site,
    };
    let unknown = || LedgerError::NotFound("pass");
    if let Some(live) = core.live.pass(id) {
        return if in_scope(live.site, live.unit) { Ok(live.clone()) } else { Err(unknown()) };
    }
    let row = PassRow::one(&core.connection, id)?.filter(|row| in_scope(row.site, row.unit)).ok_or_else(unknown)?;
    Ok(LivePass {
        timetable: Timetable::of(&row.pass.schedule),
        site: row.site,
        unit: row.unit,
        resident: row.resident,
        usage: row.usage,
        plate: None,
        lookups: Vec::new(),
        ends_at: row.ends_at,
        seq: row.changed_seq,
        pass: row.pass,
    })
}

fn record(core: &Core, id: PassId, now: DateTime<Utc>) -> Result<PassRecord> {
    let row = PassRow::one(&core.connection, id)?.ok_or(LedgerError::NotFound("pass"))?;
    let site = core.places(|places| places.site(row.site))?;
    row.record(&core.connection, &core.keys, &site.policy, now)
}

fn home_of(core: &Core, resident: ResidentId) -> Result<(Arc<Site>, Arc<Unit>)> {
    let mut find = core.connection.prepare_cached("SELECT unit_id FROM residents WHERE id = ?1")?;
    let unit = find.query_row([Id(resident.0)], |row| row.get::<_, Id>(0)).optional()?;
    let unit = UnitId(unit.ok_or(LedgerError::NotFound("resident"))?.0);
    core.places(|places| {
        let unit = places.unit(unit)?;
        Ok((places.site(unit.site)?, unit))
    })
}

/// Valid passes of a unit, `but` one that is edited.
fn live_passes(live: &Live, site: &Site, unit: UnitId, but: Option<PassId>, now: DateTime<Utc>) -> u32 {
    let valid = live
        .of_unit(unit)
        .filter(|pass| Some(pass.pass.id) != but && pass.standing(&site.policy, now).status.is_valid())
        .count();
    u32::try_from(valid).unwrap_or(u32::MAX)
}

/// Each door once; a name where there is none.
fn tidied(core: &Core, mut draft: PassDraft, now: DateTime<Utc>) -> PassDraft {
    let mut seen = std::collections::HashSet::new();
    draft.doors.retain(|door| seen.insert(*door));
    if draft.name.trim().is_empty() {
        let zone = draft.schedule.time_zone();
        let first =
            Timetable::of(&draft.schedule).opening_at_or_after(now).map_or(now, |opening| opening.from.max(now));
        draft.name = generated_name(draft.guest, zone.date(first), core.language);
    }
    draft
}
