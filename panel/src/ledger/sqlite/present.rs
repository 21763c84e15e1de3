//! A presentation: the hot path. Decided in memory, written down as one row.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use gatepass_core::api::{Decision, PanelLock, UnknownPolicy};
use gatepass_core::id::{DoorId, PassId};
use gatepass_core::identifier::{Plate, PlateMatch, PlateMatching, PlateRead, match_plate};
use gatepass_core::pass::{Ask, IdentifierKind, Reason, Timetable, Verdict, decide};
use gatepass_core::time::Opening;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::columns::Id;
use super::core::Core;
use super::entry_row::{COLUMNS, EntryRow};
use super::live::{Earlier, LivePass};
use super::load::count_code;
use super::pass_row::{PassRow, spend_tail};
use crate::decide::{Candidate, Shown, choose};
use crate::ledger::{Conflict, Decided, EntryRecord, LedgerError, Panel, Presentation, Refused, Result, Site};

/// Wrong codes at a site on one day that are worth a look.
pub(super) const MANY_WRONG_CODES: u32 = 200;

/// What was decided, before it is written down.
struct Verdicted {
    reason: Reason,
    begins_visit: bool,
    next_opening: Option<Opening>,
    pass: Option<PassId>,
}

impl Verdicted {
    fn refused(reason: Reason) -> Self {
        Self { reason, begins_visit: false, next_opening: None, pass: None }
    }

    fn of(candidate: &Candidate<PassId>) -> Self {
        let (begins_visit, next_opening) = match candidate.verdict {
            Verdict::Granted { begins_visit } => (begins_visit, None),
            Verdict::Denied { next_opening, .. } => (false, next_opening),
            Verdict::NotHandled => (false, None),
        };
        Self { reason: candidate.verdict.reason(), begins_visit, next_opening, pass: Some(candidate.pass) }
    }
}

/// Decides and writes down.
pub(super) fn present(core: &mut Core, presentation: &Presentation, now: DateTime<Utc>) -> Result<Decided> {
    let (panel, site) = core.places(|places| -> Result<(Arc<Panel>, Arc<Site>)> {
        let (panel, _) = places.panel(presentation.panel)?;
        let site = places.site(panel.site)?;
        Ok((panel, site))
    })?;
    let lock = panel.lock(presentation.lock).ok_or(Refused::NoSuchLock)?;
    let shown = &presentation.shown;
    if shown.kind == IdentifierKind::Card {
        return Ok(not_handled(lock));
    }
    let earlier = match &presentation.event_id {
        Some(event_id) => same_event(core, &panel, event_id, shown, lock)?,
        None => same_presentation(core, &site, shown, lock, now),
    };
    if let Some(decided) = earlier {
        return Ok(decided);
    }
    let Some(verdict) = judge(core, &panel, &site, shown, lock.door, now)? else {
        return Ok(not_handled(lock));
    };
    let pass = match verdict.pass {
        Some(id) => named(core, id)?,
        None => None,
    };
    let entry = EntryRow {
        seq: core.live.next_seq(),
        site: site.id,
        at: now,
        door: lock.door,
        lock: lock.lock,
        panel: Some(panel.id),
        event_id: presentation.event_id.clone(),
        kind: Some(shown.kind),
        fingerprint: Some(shown.fingerprint),
        reason: verdict.reason,
        arrival: verdict.begins_visit,
        pass: verdict.pass,
        unit: pass.as_ref().map(|(_, unit)| *unit),
        pass_name: pass.map(|(name, _)| name),
        manager: None,
        photo: presentation.photo,
        next_opening: verdict.next_opening,
    };
    entry.insert(&core.connection)?;
    core.live.remember_event(&entry);
    Ok(remember(core, &entry, &site))
}

/// From here on nothing can fail: the row is written, so the memory follows.
fn remember(core: &mut Core, entry: &EntryRow, site: &Site) -> Decided {
    if entry.arrival
        && let Some((usage, timetable)) = entry.pass.and_then(|pass| core.live.usage_mut(pass))
    {
        usage.spend(entry.at, timetable.zone());
    }
    let directory = Arc::clone(&core.directory);
    let places = directory.read().unwrap_or_else(std::sync::PoisonError::into_inner);
    if count_code(&mut core.live, &places, entry) == Some(MANY_WRONG_CODES) {
        tracing::warn!(site = %site.id, "{MANY_WRONG_CODES} wrong access codes today; somebody may be guessing");
    }
    let decided = entry.decided(&places, false);
    if let (Some(kind), Some(fingerprint)) = (entry.kind, entry.fingerprint) {
        let earlier = Earlier { seq: entry.seq, decided: Decided { replayed: true, ..decided.clone() } };
        core.live.recent.remember((entry.door, kind, fingerprint), entry.at, earlier);
    }
    if entry.unit.is_some() {
        core.note_change(entry.site, entry.unit, entry.seq);
    }
    decided
}

fn not_handled(lock: PanelLock) -> Decided {
    Decided {
        decision: Decision::NotHandled,
        reason: Reason::Unknown,
        door: lock.door,
        lock: lock.lock,
        open_ms: 0,
        entry: None,
        pass: None,
        unit: None,
        next_opening: None,
        replayed: false,
    }
}

/// The decision this event of this panel got before, however long ago.
fn same_event(core: &Core, panel: &Panel, event_id: &str, shown: &Shown, lock: PanelLock) -> Result<Option<Decided>> {
    let seq = match core.live.event(panel.id, event_id) {
        Some(seq) => Some(seq),
        None => core
            .connection
            .prepare_cached("SELECT seq FROM events WHERE panel_id = ?1 AND event_id = ?2")?
            .query_row((Id(panel.id.0), event_id), |row| row.get::<_, i64>(0))
            .optional()?,
    };
    let Some(seq) = seq else { return Ok(None) };
    let found = EntryRow::all(&core.connection, &format!("SELECT {COLUMNS} FROM entries WHERE seq = ?1"), [seq])?;
    let Some(entry) = found.first() else { return Ok(None) };
    let same =
        entry.fingerprint == Some(shown.fingerprint) && entry.kind == Some(shown.kind) && entry.door == lock.door;
    if !same {
        return Err(Conflict::EventReused.into());
    }
    Ok(Some(core.places(|places| entry.decided(places, true))))
}

/// The decision the same value got at the same door within the last seconds, if it still holds: a grant while the
/// pass is not revoked and has the door, a refusal while nothing has changed that could turn it.
fn same_presentation(core: &Core, site: &Site, shown: &Shown, lock: PanelLock, now: DateTime<Utc>) -> Option<Decided> {
    let earlier = core.live.recent.find(&(lock.door, shown.kind, shown.fingerprint), now)?;
    let holds = if earlier.decided.decision == Decision::Granted {
        let open = site.policy.passes_enabled && site.policy.identifiers.contains(&shown.kind);
        let pass = earlier.decided.pass.and_then(|pass| core.live.pass(pass));
        open && pass.is_some_and(|pass| pass.pass.revoked_at.is_none() && pass.pass.doors.contains(&lock.door))
    } else {
        core.places(|places| places.site_changed(site.id)) < earlier.seq
            && candidates(core, site, shown).all(|pass| pass.seq < earlier.seq)
    };
    holds.then(|| earlier.decided.clone())
}

/// The passes of this site the value might mean. For a plate, what a camera may have misread is among them.
fn candidates<'a>(core: &'a Core, site: &Site, shown: &Shown) -> impl Iterator<Item = &'a LivePass> {
    let by = shown.plate.as_ref().map(|plate| plate.look_alike).or(shown.lookup);
    let found = by.map_or(&[][..], |lookup| core.live.found_by(&lookup));
    let site = site.id;
    found.iter().filter_map(|id| core.live.pass(*id)).filter(move |pass| pass.site == site)
}

/// What is to be said. `None`: not handled.
fn judge(
    core: &Core,
    panel: &Panel,
    site: &Site,
    shown: &Shown,
    door: DoorId,
    now: DateTime<Utc>,
) -> Result<Option<Verdicted>> {
    let leave_to_panel = panel.unknown == UnknownPolicy::NotHandled;
    let locked =
        shown.kind == IdentifierKind::Code && core.live.ladders.get(&door).is_some_and(|ladder| ladder.is_locked(now));
    if locked {
        // A panel with a list of its own has codes that are none of ours: those are not for us to lock out.
        return Ok((!leave_to_panel).then(|| Verdicted::refused(Reason::LockedOut)));
    }
    let ask = Ask { door, kind: shown.kind, at: now };
    let say = |pass: &LivePass| Candidate {
        pass: pass.pass.id,
        verdict: decide(&pass.pass, &pass.timetable, &pass.usage, &site.policy, ask),
    };
    let live = candidates(core, site, shown);
    let found = match &shown.plate {
        None => choose(live.map(say)),
        Some(read) => {
            let live: Vec<&LivePass> = live.collect();
            let by_id = |id: &PassId| core.live.pass(*id).map(say);
            let find = |plate: &Plate| {
                let same = live.iter().filter(|pass| pass.plate.as_ref() == Some(plate));
                // Only passes that would open this door now compete for a misread plate.
                let same = same.filter(|pass| *plate == read.plate || say(pass).verdict.is_granted());
                same.map(|pass| (pass.pass.id, PlateMatching::usual_for(pass.pass.uses))).collect()
            };
            let read = PlateRead { plates: std::slice::from_ref(&read.plate), confidence: read.confidence };
            match match_plate(&read, find) {
                PlateMatch::Exact(passes) => choose(passes.iter().filter_map(by_id)),
                PlateMatch::LookAlike(pass) => by_id(&pass),
                PlateMatch::Ambiguous => return Ok(Some(Verdicted::refused(Reason::AmbiguousPlate))),
                PlateMatch::Unsure | PlateMatch::None => None,
            }
        }
    };
    let found = match found {
        Some(found) => Some(found),
        None => long_over(core, site, shown, ask)?,
    };
    Ok(match found {
        Some(found) => Some(Verdicted::of(&found)),
        None if leave_to_panel => None,
        None => Some(Verdicted::refused(Reason::Unknown)),
    })
}

/// A pass long over, so that the log says "expired" and not "unknown".
fn long_over(core: &Core, site: &Site, shown: &Shown, ask: Ask) -> Result<Option<Candidate<PassId>>> {
    let Some(lookup) = shown.lookup else { return Ok(None) };
    let mut over = PassRow::all(
        &core.connection,
        "WHERE p.id IN (SELECT pass_id FROM lookups WHERE lookup = ?1) AND p.site_id = ?2 ORDER BY p.made_seq DESC",
        (&lookup.as_bytes()[..], Id(site.id.0)),
    )?;
    // Those in memory have had their say.
    over.retain(|row| core.live.pass(row.pass.id).is_none());
    spend_tail(&core.connection, &mut over)?;
    let say = |row: PassRow| {
        let timetable = Timetable::of(&row.pass.schedule);
        let verdict = decide(&row.pass, &timetable, &row.usage, &site.policy, ask);
        Candidate { pass: row.pass.id, verdict }
    };
    // What is not in memory is over, so this never grants; should it ever, nobody gets in on it.
    Ok(choose(over.into_iter().map(say)).filter(|candidate| !candidate.verdict.is_granted()))
}

/// The name and the unit of a pass, for the log.
fn named(core: &Core, id: PassId) -> Result<Option<(String, gatepass_core::id::UnitId)>> {
    if let Some(live) = core.live.pass(id) {
        return Ok(Some((live.pass.name.clone(), live.unit)));
    }
    Ok(PassRow::one(&core.connection, id)?.map(|row| (row.pass.name, row.unit)))
}

/// A manager opens a door from afar.
pub(super) fn open_door(
    core: &mut Core,
    door: DoorId,
    manager: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<EntryRecord> {
    let door = core.places(|places| places.door(door))?;
    let locks = core.places(|places| -> Vec<PanelLock> {
        places.panels(door.site).flat_map(|panel| panel.locks.clone()).filter(|lock| lock.door == door.id).collect()
    });
    let lock = locks.first().ok_or(LedgerError::NotFound("panel at this door"))?;
    let entry = EntryRow {
        seq: core.live.next_seq(),
        site: door.site,
        at: now,
        door: door.id,
        lock: lock.lock,
        panel: None,
        event_id: None,
        kind: None,
        fingerprint: None,
        reason: Reason::Ok,
        arrival: false,
        pass: None,
        pass_name: None,
        unit: None,
        manager,
        photo: None,
        next_opening: None,
    };
    entry.insert(&core.connection)?;
    Ok(core.places(|places| entry.record(places)))
}
