//! Which doors the visits under way have opened, and when first.

use chrono::{DateTime, TimeDelta, Utc};
use foldhash::HashMap;
use gatepass_core::id::{DoorId, PassId};
use gatepass_core::pass::Policy;

/// The longest grace time a policy can have: older visits are over.
pub(crate) const LONGEST_VISIT: TimeDelta = TimeDelta::seconds(Policy::LONGEST_GRACE as i64);

/// The doors that the latest visit of each pass has opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct VisitDoors {
    /// By pass; never empty.
    doors: HashMap<PassId, Vec<OpenedDoor>>,
    /// The latest instant at which a door was opened.
    latest: DateTime<Utc>,
}

/// A door, and when the visit first opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OpenedDoor {
    door: DoorId,
    at: DateTime<Utc>,
}

impl VisitDoors {
    /// A pass opened a door. With `arrival` a visit began.
    pub(crate) fn add(&mut self, pass: PassId, door: DoorId, at: DateTime<Utc>, arrival: bool) {
        self.latest = self.latest.max(at);
        let doors = self.doors.entry(pass).or_default();
        if arrival {
            doors.clear();
        }
        if !doors.iter().any(|opened| opened.door == door) {
            doors.push(OpenedDoor { door, at });
        }
    }

    /// When the latest visit of a pass first opened a door, if it has.
    pub(crate) fn opened_at(&self, pass: PassId, door: DoorId) -> Option<DateTime<Utc>> {
        self.doors.get(&pass)?.iter().find(|opened| opened.door == door).map(|opened| opened.at)
    }

    /// Forgets visits that are over.
    pub(crate) fn forget_old(&mut self) {
        let latest = self.latest;
        self.doors.retain(|_, doors| is_recent(doors, latest));
    }

    /// Whether the two know the same of visits that may be under way.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        let recent = |visits: &Self| -> HashMap<PassId, Vec<OpenedDoor>> {
            let recent = visits.doors.iter().filter(|(_, doors)| is_recent(doors, visits.latest));
            recent.map(|(pass, doors)| (*pass, doors.clone())).collect()
        };
        recent(self) == recent(other)
    }
}

fn is_recent(doors: &[OpenedDoor], latest: DateTime<Utc>) -> bool {
    doors.iter().any(|opened| latest - opened.at < LONGEST_VISIT)
}
