//! The passes of a site that are not long over, held ready for decisions.
//!
//! A service may hold a million of them, so each keeps only what a decision needs. What many passes share (their set of
//! doors) is kept once, and passes refer to each other's indexes by a 32-bit slot.

use foldhash::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{DoorId, PassId, ResidentId, UnitId};
use gatepass_core::identifier::{Lookup, Plate};
use gatepass_core::pass::{IdentifierKind, Policy, Standing, Terms, Timetable, Usage, UseLimits, standing};

use super::PassState;

/// A pass as decisions need it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LivePass {
    pub(crate) id: PassId,
    pub(crate) unit: UnitId,
    pub(crate) resident: ResidentId,
    pub(crate) name: Box<str>,
    pub(crate) timetable: Timetable,
    pub(crate) usage: Usage,
    pub(crate) ends_at: DateTime<Utc>,
    /// Its sequence number.
    pub(crate) seq: i64,
    uses: UseLimits,
    doors: DoorSet,
    revoked: bool,
    has_code: bool,
}

/// The index of a pass in its site's table.
type Slot = u32;
/// The index of a set of doors in its site's table.
type DoorSet = u32;

/// What passes are found by in memory: half of the look-up. 128 bits of a hash are as hard to meet by chance as the
/// identifier itself is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct ShortLookup([u8; 16]);

impl ShortLookup {
    fn of(lookup: &Lookup) -> Self {
        let (half, _) = lookup.as_bytes().split_first_chunk().expect("a look-up has 32 bytes");
        Self(*half)
    }
}

/// How long a pass stays in memory after its end, so that a guest who comes too late is answered from memory.
pub(crate) fn stays_after_end() -> TimeDelta {
    TimeDelta::days(1)
}

/// The live passes of one site.
#[derive(Clone, Debug, Default)]
pub(crate) struct LivePasses {
    table: Vec<Option<LivePass>>,
    free: Vec<Slot>,
    by_id: HashMap<PassId, Slot>,
    /// The first pass with a look-up. Nearly always the only one.
    found_by: HashMap<ShortLookup, Slot>,
    /// The other passes with it: those of the same plate, or of plates that look alike.
    also_found_by: HashMap<ShortLookup, Vec<Slot>>,
    plates: HashMap<Slot, Plate>,
    of_unit: HashMap<UnitId, Vec<Slot>>,
    door_sets: Vec<Box<[DoorId]>>,
    door_set_of: HashMap<Box<[DoorId]>, DoorSet>,
    codes_at: HashMap<DoorId, u32>,
}

impl LivePasses {
    /// Puts a pass in. It replaces an older version of it.
    pub(crate) fn put(&mut self, state: &PassState) {
        let pass = &state.pass;
        let live = LivePass {
            id: pass.id,
            unit: state.unit,
            resident: state.resident,
            name: pass.name.as_str().into(),
            timetable: Timetable::of(&pass.schedule),
            usage: state.usage,
            ends_at: state.ends_at,
            seq: state.seq,
            uses: pass.uses,
            doors: self.door_set(&pass.doors),
            revoked: pass.revoked_at.is_some(),
            has_code: pass.identifiers.iter().any(|identifier| identifier.kind() == IdentifierKind::Code),
        };
        let slot = if let Some(slot) = self.by_id.get(&pass.id).copied() {
            self.count_codes(slot, -1);
            slot
        } else {
            let slot = self.free.pop().unwrap_or_else(|| {
                self.table.push(None);
                Slot::try_from(self.table.len() - 1).expect("a site has fewer than four billion passes")
            });
            self.by_id.insert(pass.id, slot);
            self.of_unit.entry(state.unit).or_default().push(slot);
            slot
        };
        self.table[slot as usize] = Some(live);
        self.count_codes(slot, 1);
        self.plates.extend(state.plate.clone().map(|plate| (slot, plate)));
        for (lookup, _) in &state.lookups {
            self.index(ShortLookup::of(lookup), slot);
        }
    }

    fn index(&mut self, lookup: ShortLookup, slot: Slot) {
        match self.found_by.get(&lookup) {
            None => _ = self.found_by.insert(lookup, slot),
            Some(first) if *first == slot => {}
            Some(_) => {
                let others = self.also_found_by.entry(lookup).or_default();
                if !others.contains(&slot) {
                    others.push(slot);
                }
            }
        }
    }

    fn door_set(&mut self, doors: &[DoorId]) -> DoorSet {
        if let Some(set) = self.door_set_of.get(doors) {
            return *set;
        }
        let set = DoorSet::try_from(self.door_sets.len()).expect("a site has fewer than four billion sets of doors");
        self.door_sets.push(doors.into());
        self.door_set_of.insert(doors.into(), set);
        set
    }

    /// Counts the access code of a pass at its doors, or no longer.
    fn count_codes(&mut self, slot: Slot, by: i32) {
        let Some(pass) = &self.table[slot as usize] else { return };
        if !pass.has_code || pass.revoked {
            return;
        }
        for door in &*self.door_sets[pass.doors as usize] {
            let codes = self.codes_at.entry(*door).or_default();
            *codes = codes.saturating_add_signed(by);
        }
    }

    fn remove_all(&mut self, gone: &[Slot]) {
        if gone.is_empty() {
            return;
        }
        for slot in gone {
            self.count_codes(*slot, -1);
            if let Some(pass) = self.table[*slot as usize].take() {
                self.by_id.remove(&pass.id);
                if let Some(slots) = self.of_unit.get_mut(&pass.unit) {
                    slots.retain(|other| other != slot);
                }
            }
            self.plates.remove(slot);
            self.free.push(*slot);
        }
        // Passes do not keep their look-ups, so the index is walked. That is once an hour, for all that are over.
        let is_gone = |table: &[Option<LivePass>], slot: Slot| table[slot as usize].is_none();
        self.also_found_by.retain(|_, slots| {
            slots.retain(|slot| !is_gone(&self.table, *slot));
            !slots.is_empty()
        });
        let also = &mut self.also_found_by;
        self.found_by.retain(|lookup, slot| {
            if !is_gone(&self.table, *slot) {
                return true;
            }
            let next = also.get_mut(lookup).and_then(Vec::pop);
            if let Some(next) = next {
                *slot = next;
            }
            next.is_some()
        });
        also.retain(|_, slots| !slots.is_empty());
        self.of_unit.retain(|_, slots| !slots.is_empty());
    }

    /// Takes passes out.
    pub(crate) fn remove(&mut self, ids: impl Iterator<Item = PassId>) {
        let gone: Vec<Slot> = ids.filter_map(|id| self.by_id.get(&id).copied()).collect();
        self.remove_all(&gone);
    }

    /// Takes out the passes that were over at this instant, `but` some.
    pub(crate) fn remove_over(&mut self, over_at: DateTime<Utc>, but: &HashSet<PassId>) {
        let over = self.iter().filter(|pass| pass.ends_at <= over_at && !but.contains(&pass.id));
        let over: Vec<Slot> = over.filter_map(|pass| self.by_id.get(&pass.id).copied()).collect();
        self.remove_all(&over);
    }

    fn iter(&self) -> impl Iterator<Item = &LivePass> {
        self.table.iter().flatten()
    }

    fn at(&self, slot: Slot) -> Option<&LivePass> {
        self.table.get(slot as usize)?.as_ref()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.by_id.len()
    }

    /// A pass.
    pub(crate) fn pass(&self, id: PassId) -> Option<&LivePass> {
        self.at(*self.by_id.get(&id)?)
    }

    /// The uses of a pass, to spend one. Nothing else of a pass changes in place.
    pub(crate) fn pass_mut(&mut self, id: PassId) -> Option<&mut LivePass> {
        let slot = *self.by_id.get(&id)?;
        self.table.get_mut(slot as usize)?.as_mut()
    }

    /// The passes with this look-up, in the order of their ids.
    pub(crate) fn found_by(&self, lookup: &Lookup) -> Vec<&LivePass> {
        let short = ShortLookup::of(lookup);
        let Some(first) = self.found_by.get(&short) else { return Vec::new() };
        let others = self.also_found_by.get(&short).into_iter().flatten();
        let mut found: Vec<_> = std::iter::once(first).chain(others).filter_map(|slot| self.at(*slot)).collect();
        found.sort_unstable_by_key(|pass| pass.id);
        found
    }

    /// Whether a pass has this look-up.
    pub(crate) fn has(&self, lookup: &Lookup) -> bool {
        self.found_by.contains_key(&ShortLookup::of(lookup))
    }

    /// The passes of a unit.
    pub(crate) fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = &LivePass> {
        self.of_unit.get(&unit).into_iter().flatten().filter_map(|slot| self.at(*slot))
    }

    /// The plate of a pass.
    pub(crate) fn plate(&self, id: PassId) -> Option<&Plate> {
        self.plates.get(self.by_id.get(&id)?)
    }

    /// What of a pass decides.
    pub(crate) fn terms(&self, pass: &LivePass) -> Terms<'_> {
        Terms { uses: pass.uses, doors: &self.door_sets[pass.doors as usize], revoked: pass.revoked }
    }

    /// The status of a pass.
    pub(crate) fn standing(&self, pass: &LivePass, policy: &Policy, now: DateTime<Utc>) -> Standing {
        standing(self.terms(pass), &pass.timetable, &pass.usage, policy, now)
    }

    /// Live access codes at the busiest of these doors.
    pub(crate) fn most_codes_at(&self, doors: &[DoorId]) -> usize {
        let most = doors.iter().filter_map(|door| self.codes_at.get(door)).max().copied().unwrap_or(0);
        usize::try_from(most).unwrap_or(usize::MAX)
    }

    /// Whether both hold the same passes, in any slots.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        let same_pass = |pass: &LivePass| {
            other.pass(pass.id).is_some_and(|twin| {
                let same_doors = self.terms(pass) == other.terms(twin);
                same_doors
                    && LivePass { doors: 0, ..pass.clone() } == LivePass { doors: 0, ..twin.clone() }
                    && self.plate(pass.id) == other.plate(pass.id)
            })
        };
        let found = |passes: &Self, short: &ShortLookup| {
            let slots =
                passes.found_by.get(short).into_iter().chain(passes.also_found_by.get(short).into_iter().flatten());
            let mut ids: Vec<PassId> = slots.filter_map(|slot| passes.at(*slot)).map(|pass| pass.id).collect();
            ids.sort_unstable();
            ids
        };
        let codes = |passes: &Self| {
            let codes = passes.codes_at.iter().filter(|(_, codes)| **codes > 0);
            codes.map(|(door, codes)| (*door, *codes)).collect::<HashMap<_, _>>()
        };
        self.len() == other.len()
            && self.iter().all(same_pass)
            && self.found_by.len() == other.found_by.len()
            && self.found_by.keys().all(|short| found(self, short) == found(other, short))
            && codes(self) == codes(other)
    }
}
