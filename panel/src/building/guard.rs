//! What protects the doors of a site: lock-out ladders, wrong codes, and the presentations of the last seconds.

use foldhash::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use gatepass_core::id::{DoorId, PanelId};
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::time::Zone;

use super::{Directory, Entry, PanelAnswer};
use crate::decide::{Ladder, PresentationKey, RecentDecisions};

/// Wrong codes at a site on one day that are worth a look.
pub(crate) const MANY_WRONG_CODES: u32 = 200;

/// A decision of the last seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EarlierDecision {
    /// Its sequence number: what changed after it may have made it wrong.
    pub(crate) seq: i64,
    pub(crate) answer: PanelAnswer,
}

/// Wrong codes of a site on one of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongCodes {
    /// The local date.
    pub day: NaiveDate,
    /// How many.
    pub count: u32,
}

/// The guard of one site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guard {
    ladders: HashMap<DoorId, Ladder>,
    wrong_codes: Option<WrongCodes>,
    recent: RecentDecisions<EarlierDecision>,
    /// The entries of panels' events since the last totals.
    events: HashMap<PanelId, HashMap<String, i64>>,
}

impl Guard {
    /// Takes a new entry in.
    pub(crate) fn count(&mut self, entry: &Entry, zone: Zone) {
        if let (Some(panel), Some(event_id)) = (entry.panel, &entry.event_id) {
            self.events.entry(panel).or_default().insert(event_id.clone(), entry.seq);
        }
        if entry.kind != Some(IdentifierKind::Code) {
            return;
        }
        match entry.reason {
            Reason::Ok => _ = self.ladders.entry(entry.door).and_modify(Ladder::right),
            Reason::Unknown => {
                self.ladders.entry(entry.door).or_default().wrong(entry.at);
                self.count_wrong_code(zone.date(entry.at));
            }
            _ => {}
        }
    }

    fn count_wrong_code(&mut self, day: NaiveDate) {
        let before = self.wrong_codes.filter(|wrong| wrong.day == day).map_or(0, |wrong| wrong.count);
        self.wrong_codes = Some(WrongCodes { day, count: before.saturating_add(1) });
    }

    /// Remembers the answer an entry got, for when the same is presented again.
    pub(crate) fn remember(&mut self, entry: &Entry, directory: &Directory) {
        if let (Some(kind), Some(fingerprint)) = (entry.kind, entry.fingerprint) {
            let earlier = EarlierDecision { seq: entry.seq, answer: entry.answer(directory, true) };
            self.recent.remember((entry.door, kind, fingerprint), entry.at, earlier);
        }
    }

    /// Takes totals in: they hold every entry so far.
    pub(crate) fn start_from(&mut self, ladders: &[(DoorId, Ladder)], wrong_codes: Option<WrongCodes>) {
        self.ladders = ladders.iter().copied().collect();
        self.wrong_codes = wrong_codes;
        self.events.clear();
    }

    /// The decision the same presentation got before.
    pub(crate) fn earlier(&self, presented: &PresentationKey, now: DateTime<Utc>) -> Option<&EarlierDecision> {
        self.recent.find(presented, now)
    }

    /// The entry of an event since the last totals.
    pub(crate) fn event(&self, panel: PanelId, event_id: &str) -> Option<i64> {
        self.events.get(&panel)?.get(event_id).copied()
    }

    /// Whether codes are locked out at a door.
    pub(crate) fn is_locked(&self, door: DoorId, at: DateTime<Utc>) -> bool {
        self.ladders.get(&door).is_some_and(|ladder| ladder.is_locked(at))
    }

    /// How far up the ladder each door is, in the order of the doors.
    pub(crate) fn ladders(&self) -> Vec<(DoorId, Ladder)> {
        let mut ladders: Vec<_> = self.ladders.iter().map(|(door, ladder)| (*door, *ladder)).collect();
        ladders.sort_unstable_by_key(|(door, _)| *door);
        ladders
    }

    /// Wrong codes on the latest day that had any.
    pub(crate) fn wrong_codes(&self) -> Option<WrongCodes> {
        self.wrong_codes
    }

    /// Whether the two would decide alike from `now` on.
    pub(crate) fn same_as(&self, other: &Self, now: DateTime<Utc>) -> bool {
        let recent = |guard: &Self| -> HashMap<_, _> {
            guard.recent.at(now).map(|(key, earlier)| (*key, earlier.seq)).collect()
        };
        self.ladders == other.ladders
            && self.wrong_codes == other.wrong_codes
            && self.events == other.events
            && recent(self) == recent(other)
    }
}
