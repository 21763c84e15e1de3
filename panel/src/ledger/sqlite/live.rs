//! The state decisions are made from, in memory: passes not long over with their uses, what they are found by, the
//! presentations of the last seconds, the lock-out ladders. One thread owns it.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use gatepass_core::id::{DoorId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::identifier::{Lookup, Plate};
use gatepass_core::pass::{IdentifierKind, Pass, Policy, Standing, Timetable, Usage, standing};

use super::entry_row::EntryRow;
use crate::decide::{Ladder, Recent};
use crate::ledger::Decided;

/// A pass as decisions need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LivePass {
    /// Without the secrets: its identifiers have their kinds only.
    pub(super) pass: Pass,
    pub(super) site: SiteId,
    pub(super) unit: UnitId,
    pub(super) resident: ResidentId,
    pub(super) timetable: Timetable,
    pub(super) usage: Usage,
    /// Its plate, to be compared letter by letter.
    pub(super) plate: Option<Plate>,
    pub(super) lookups: Vec<Lookup>,
    pub(super) ends_at: DateTime<Utc>,
    /// Its place in the sequence of changes.
    pub(super) seq: i64,
}

impl LivePass {
    pub(super) fn standing(&self, policy: &Policy, now: DateTime<Utc>) -> Standing {
        standing(&self.pass, &self.timetable, &self.usage, policy, now)
    }

    fn has_code(&self) -> bool {
        self.pass.revoked_at.is_none()
            && self.pass.identifiers.iter().any(|identifier| identifier.kind() == IdentifierKind::Code)
    }
}

/// A decision of the last seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Earlier {
    /// Its place in the sequence: what changed after it may have made it wrong.
    pub(super) seq: i64,
    pub(super) decided: Decided,
}

/// Wrong codes of a site on one of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrongCodes {
    pub(super) day: NaiveDate,
    pub(super) count: u32,
}

/// All of it.
#[derive(Clone, Default)]
pub(super) struct Live {
    passes: HashMap<PassId, LivePass>,
    found_by: HashMap<Lookup, Vec<PassId>>,
    of_unit: HashMap<UnitId, BTreeSet<PassId>>,
    codes_at: HashMap<DoorId, usize>,
    pub(super) recent: Recent<Earlier>,
    /// The entries of panels' events that are not folded yet.
    events: HashMap<PanelId, HashMap<String, i64>>,
    pub(super) ladders: HashMap<DoorId, Ladder>,
    pub(super) wrong_codes: HashMap<SiteId, WrongCodes>,
    /// The last place in the sequence that was handed out.
    pub(super) last_seq: i64,
    /// Up to where the log is folded.
    pub(super) folded_seq: i64,
}

/// How long a pass stays in memory once it is over: a guest who comes too late is told so from memory.
pub(super) fn stays_after_end() -> TimeDelta {
    TimeDelta::days(1)
}

impl Live {
    pub(super) fn next_seq(&mut self) -> i64 {
        self.last_seq += 1;
        self.last_seq
    }

    pub(super) fn pass(&self, id: PassId) -> Option<&LivePass> {
        self.passes.get(&id)
    }

    /// The uses of a pass, to spend one. Nothing else of a pass changes in place.
    pub(super) fn usage_mut(&mut self, id: PassId) -> Option<(&mut Usage, &Timetable)> {
        self.passes.get_mut(&id).map(|pass| (&mut pass.usage, &pass.timetable))
    }

    /// The entry of an event that is not folded yet.
    pub(super) fn event(&self, panel: PanelId, event_id: &str) -> Option<i64> {
        self.events.get(&panel)?.get(event_id).copied()
    }

    pub(super) fn remember_event(&mut self, entry: &EntryRow) {
        if let (Some(panel), Some(event_id)) = (entry.panel, &entry.event_id) {
            self.events.entry(panel).or_default().insert(event_id.clone(), entry.seq);
        }
    }

    /// The log is folded up to here.
    pub(super) fn folded(&mut self, seq: i64) {
        self.folded_seq = seq;
        self.events.clear();
    }

    pub(super) fn found_by(&self, lookup: &Lookup) -> &[PassId] {
        self.found_by.get(lookup).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = &LivePass> {
        self.of_unit.get(&unit).into_iter().flatten().filter_map(|id| self.passes.get(id))
    }

    /// Live access codes at the busiest of these doors.
    pub(super) fn most_codes_at(&self, doors: &[DoorId]) -> usize {
        doors.iter().filter_map(|door| self.codes_at.get(door)).max().copied().unwrap_or(0)
    }

    pub(super) fn len(&self) -> usize {
        self.passes.len()
    }

    /// Puts a pass in, in the place of an older version of it.
    pub(super) fn put(&mut self, pass: LivePass) {
        let id = pass.pass.id;
        self.remove(id);
        for lookup in &pass.lookups {
            let found = self.found_by.entry(*lookup).or_default();
            if let Err(at) = found.binary_search(&id) {
                found.insert(at, id);
            }
        }
        self.of_unit.entry(pass.unit).or_default().insert(id);
        if pass.has_code() {
            for door in &pass.pass.doors {
                *self.codes_at.entry(*door).or_default() += 1;
            }
        }
        self.passes.insert(id, pass);
    }

    pub(super) fn remove(&mut self, id: PassId) -> Option<LivePass> {
        let pass = self.passes.remove(&id)?;
        for lookup in &pass.lookups {
            if let Some(found) = self.found_by.get_mut(lookup) {
                found.retain(|other| *other != id);
                if found.is_empty() {
                    self.found_by.remove(lookup);
                }
            }
        }
        if let Some(passes) = self.of_unit.get_mut(&pass.unit) {
            passes.remove(&id);
            if passes.is_empty() {
                self.of_unit.remove(&pass.unit);
            }
        }
        if pass.has_code() {
            for door in &pass.pass.doors {
                if let Some(codes) = self.codes_at.get_mut(door) {
                    *codes = codes.saturating_sub(1);
                    if *codes == 0 {
                        self.codes_at.remove(door);
                    }
                }
            }
        }
        Some(pass)
    }

    /// Forgets passes long over.
    pub(super) fn forget_old(&mut self, now: DateTime<Utc>) {
        let old: Vec<PassId> =
            self.passes.values().filter(|pass| pass.ends_at + stays_after_end() <= now).map(|p| p.pass.id).collect();
        for id in old {
            self.remove(id);
        }
    }

    /// A wrong code at a site on this local day. How many that makes.
    pub(super) fn count_wrong_code(&mut self, site: SiteId, day: NaiveDate) -> u32 {
        let wrong = self.wrong_codes.entry(site).or_insert(WrongCodes { day, count: 0 });
        if wrong.day != day {
            *wrong = WrongCodes { day, count: 0 };
        }
        wrong.count = wrong.count.saturating_add(1);
        wrong.count
    }

    /// Whether the two would decide alike from `now` on. Places in the sequence that failed operations took do not
    /// matter.
    pub(super) fn same_as(&self, other: &Self, now: DateTime<Utc>) -> bool {
        let recent =
            |live: &Self| -> HashMap<_, _> { live.recent.at(now).map(|(key, decided)| (*key, decided.seq)).collect() };
        self.passes == other.passes
            && self.found_by == other.found_by
            && self.of_unit == other.of_unit
            && self.codes_at == other.codes_at
            && self.events == other.events
            && self.ladders == other.ladders
            && self.wrong_codes == other.wrong_codes
            && self.folded_seq == other.folded_seq
            && recent(self) == recent(other)
    }
}
