//! May this pass be made, or changed, so?

use std::fmt;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{
    FieldProblem, GuestKind, IdentifierKind, Invalid, Pass, PassType, Policy, Problem, Schedule, Timetable, Usage,
    UseLimits, standing,
};
use crate::id::DoorId;
use crate::identifier::Plate;
use crate::time::{LocalMinute, WallTime};

/// The largest limit of uses.
pub const MAX_USES: u32 = 9999;
/// The longest name, in characters.
pub const MAX_NAME: usize = 80;
/// The longest comment, in characters.
pub const MAX_COMMENT: usize = 500;

/// A licence plate as the resident typed it.
pub type PlateText = String;

/// What a resident asks for: a pass without what only the server can give it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassDraft {
    /// What the guest and the resident read; empty is replaced by a generated one.
    pub name: String,
    /// For the resident alone.
    pub comment: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// When it opens.
    pub schedule: Schedule,
    /// How often it opens.
    pub uses: UseLimits,
    /// What it opens.
    pub doors: Vec<DoorId>,
    /// How it can be presented.
    pub identifiers: Vec<IdentifierKind>,
    /// The plate, when `identifiers` has one.
    pub plate: Option<PlateText>,
}

/// Never shows the plate: debug output ends up in logs.
impl fmt::Debug for PassDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PassDraft")
            .field("name", &self.name)
            .field("guest", &self.guest)
            .field("schedule", &self.schedule)
            .field("uses", &self.uses)
            .field("doors", &self.doors)
            .field("identifiers", &self.identifiers)
            .finish_non_exhaustive()
    }
}

/// A door as far as the rules care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftDoor {
    /// The door.
    pub id: DoorId,
    /// Whether residents may share it.
    pub shareable: bool,
}

/// What a draft is held against.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The instant of asking.
    pub now: DateTime<Utc>,
    /// The site's policy.
    pub policy: &'a Policy,
    /// The doors the resident holds.
    pub doors: &'a [DraftDoor],
    /// How many valid passes the unit has; for an edit, the edited one left out.
    pub live_passes: u32,
    /// The pass that is edited, if this is an edit.
    pub editing: Option<Editing<'a>>,
}

/// A pass that is edited.
#[derive(Clone, Copy, Debug)]
pub struct Editing<'a> {
    /// As it is.
    pub pass: &'a Pass,
    /// Its uses so far.
    pub usage: &'a Usage,
}

impl PassDraft {
    /// All that is wrong with the draft; `Ok` means the pass may be made, or changed, so.
    pub fn check(&self, rules: &Rules<'_>) -> Result<(), Invalid> {
        let mut found = Vec::new();
        if !rules.policy.passes_enabled {
            return Err(Invalid(vec![Problem::PassesOff.at("passes")]));
        }
        match &rules.editing {
            Some(editing) => self.check_edit(rules, editing, &mut found),
            None => self.check_new(rules, &mut found),
        }
        self.check_texts(&mut found);
        self.check_type(rules, &mut found);
        self.check_schedule(rules, &mut found);
        self.check_uses(&mut found);
        self.check_doors(rules, &mut found);
        if found.is_empty() { Ok(()) } else { Err(Invalid(found)) }
    }

    /// The same for a new pass that was made at `made`, without a connection, and is heard of only now. What began in
    /// the meantime may have begun; what ended in the meantime is over.
    pub fn check_made(&self, made: DateTime<Utc>, rules: &Rules<'_>) -> Result<(), Invalid> {
        self.check(&Rules { now: made.min(rules.now), ..*rules })?;
        let today = self.check(rules).err().map_or_else(Vec::new, |invalid| invalid.0);
        let over: Vec<_> = today.into_iter().filter(|found| found.problem == Problem::AlreadyOver).collect();
        if over.is_empty() { Ok(()) } else { Err(Invalid(over)) }
    }

    fn check_new(&self, rules: &Rules<'_>, found: &mut Vec<FieldProblem>) {
        if let Some(max) = rules.policy.live_per_unit.filter(|max| rules.live_passes >= *max) {
            found.push(Problem::TooManyPasses { max }.at("passes"));
        }
        if self.identifiers.is_empty() {
            found.push(Problem::NoIdentifier.at("identifiers"));
        }
        if self.identifiers.iter().any(|kind| *kind == IdentifierKind::Card || !rules.policy.identifiers.contains(kind))
        {
            found.push(Problem::IdentifierNotAllowed.at("identifiers"));
        }
        if self.identifiers.contains(&IdentifierKind::Plate) {
            match self.plate.as_deref().map(str::trim).filter(|plate| !plate.is_empty()) {
                None => found.push(Problem::Missing.at("plate")),
                Some(plate) if Plate::parse(plate).is_err() => found.push(Problem::NotAPlate.at("plate")),
                Some(_) => {}
            }
        }
    }

    fn check_edit(&self, rules: &Rules<'_>, editing: &Editing<'_>, found: &mut Vec<FieldProblem>) {
        if !rules.policy.editable {
            found.push(Problem::EditingOff.at("pass"));
        }
        let timetable = Timetable::of(&editing.pass.schedule);
        if !standing(editing.pass, &timetable, editing.usage, rules.policy, rules.now).status.is_valid() {
            found.push(Problem::NotValidAnyMore.at("pass"));
        }
        if editing.usage.used > 0 && self.schedule.pass_type() != editing.pass.pass_type() {
            found.push(Problem::TypeFixed.at("schedule.type"));
        }
        let used = editing.usage.used;
        if self.uses.limit.is_some_and(|limit| (1..used).contains(&limit)) {
            found.push(Problem::FewerThanUsed { used }.at("uses.limit"));
        }
    }

    fn check_texts(&self, found: &mut Vec<FieldProblem>) {
        if self.name.chars().count() > MAX_NAME {
            found.push(Problem::TooLongText { max: MAX_NAME }.at("name"));
        }
        if self.comment.chars().count() > MAX_COMMENT {
            found.push(Problem::TooLongText { max: MAX_COMMENT }.at("comment"));
        }
    }

    fn check_type(&self, rules: &Rules<'_>, found: &mut Vec<FieldProblem>) {
        let kind = self.schedule.pass_type();
        let unchanged = rules.editing.is_some_and(|editing| editing.pass.pass_type() == kind);
        if !unchanged && !rules.policy.types.contains(&kind) {
            found.push(Problem::TypeNotAllowed.at("schedule.type"));
        }
    }

    fn check_schedule(&self, rules: &Rules<'_>, found: &mut Vec<FieldProblem>) {
        let before = found.len();
        let ends_field = self.check_shape(found);
        if found.len() > before {
            return;
        }
        let timetable = Timetable::of(&self.schedule);
        let (Some(starts), Some(ends)) = (timetable.starts(), timetable.ends()) else {
            found.push(Problem::NeverOpens.at(ends_field));
            return;
        };
        let zone = timetable.zone();
        let starts_field = starts_field(&self.schedule);
        let made = rules.editing.map_or(rules.now, |editing| editing.pass.created_at);
        let earliest = zone.earliest_reading_from(made).date();
        if starts_field != ends_field && starts_on(&self.schedule) < earliest {
            found.push(Problem::StartsInPast { earliest }.at(starts_field));
        }
        if ends <= rules.now {
            found.push(Problem::AlreadyOver.at(ends_field));
            return;
        }
        let limit = zone.local(made).one_year_later();
        if ends_after(&self.schedule, ends, limit) {
            found.push(Problem::MoreThanAYear { latest: latest_end(&self.schedule, limit) }.at(ends_field));
            return;
        }
        let longest = rules.policy.longest_days;
        if lasts_longer(&self.schedule, zone.local(made), longest) {
            found.push(Problem::TooLong { days: longest }.at(ends_field));
        }
        let ahead = rules.policy.ahead_days;
        if zone.date(starts) > zone.local(rules.now).plus_days(i64::from(ahead)).date() {
            found.push(Problem::TooFarAhead { days: ahead }.at(starts_field));
        }
    }

    /// What can be said of the schedule without asking when it opens. Returns the field that holds its end.
    fn check_shape(&self, found: &mut Vec<FieldProblem>) -> &'static str {
        match &self.schedule {
            Schedule::Custom { starts_at, ends_at, .. } => {
                if ends_at <= starts_at {
                    found.push(Problem::EndsBeforeStart.at("schedule.ends_at"));
                }
                "schedule.ends_at"
            }
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => {
                if weekly.days.is_empty() {
                    found.push(Problem::NoWeekday.at("schedule.days"));
                }
                if weekly.from == weekly.to && weekly.to != WallTime::END_OF_DAY {
                    found.push(Problem::EmptyWindow.at("schedule.to"));
                }
                if weekly.expires < weekly.starts {
                    found.push(Problem::EndsBeforeStart.at("schedule.expires"));
                }
                "schedule.expires"
            }
            Schedule::FullDay { date, time_zone } | Schedule::OneTime { date, time_zone } => {
                if !time_zone.has_date(*date) {
                    found.push(Problem::NoSuchDate.at("schedule.date"));
                }
                "schedule.date"
            }
        }
    }

    fn check_uses(&self, found: &mut Vec<FieldProblem>) {
        let out_of_range = |uses: Option<u32>| uses.is_some_and(|uses| uses == 0 || uses > MAX_USES);
        if self.schedule.pass_type() == PassType::OneTime {
            if self.uses.limit != Some(1) {
                found.push(Problem::OneTimeHasOneUse.at("uses.limit"));
            }
        } else if out_of_range(self.uses.limit) {
            found.push(Problem::UsesOutOfRange { max: MAX_USES }.at("uses.limit"));
        }
        if out_of_range(self.uses.per_day) {
            found.push(Problem::UsesOutOfRange { max: MAX_USES }.at("uses.per_day"));
        }
    }

    fn check_doors(&self, rules: &Rules<'_>, found: &mut Vec<FieldProblem>) {
        if self.doors.is_empty() {
            found.push(Problem::NoDoor.at("doors"));
        }
        let held = |id: &DoorId| rules.doors.iter().find(|door| door.id == *id);
        if self.doors.iter().any(|id| held(id).is_none()) {
            found.push(Problem::DoorNotHeld.at("doors"));
        }
        if self.doors.iter().filter_map(held).any(|door| !door.shareable) {
            found.push(Problem::DoorNotShareable.at("doors"));
        }
    }
}

fn starts_field(schedule: &Schedule) -> &'static str {
    match schedule {
        Schedule::Custom { .. } => "schedule.starts_at",
        Schedule::Recurring(_) | Schedule::BusinessHours(_) => "schedule.starts",
        Schedule::FullDay { .. } | Schedule::OneTime { .. } => "schedule.date",
    }
}

/// The local day of the start, as its maker wrote it.
fn starts_on(schedule: &Schedule) -> NaiveDate {
    match schedule {
        Schedule::Custom { starts_at, .. } => starts_at.date(),
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => weekly.starts,
        Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => *date,
    }
}

/// The local day of the end, as its maker wrote it.
fn ends_on(schedule: &Schedule) -> NaiveDate {
    match schedule {
        Schedule::Custom { ends_at, .. } => ends_at.date(),
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => weekly.expires,
        Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => *date,
    }
}

/// Whether the schedule lasts longer than `days`: an interval to the minute, a recurring one by its dates, so that
/// thirty days last from today to the same day of next month whatever the time is now.
fn lasts_longer(schedule: &Schedule, made: LocalMinute, days: u16) -> bool {
    let days = i64::from(days);
    match schedule {
        Schedule::Custom { starts_at, ends_at, .. } => made.max(*starts_at).plus_days(days) < *ends_at,
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => {
            (weekly.expires - made.date().max(weekly.starts)).num_days() > days
        }
        Schedule::FullDay { .. } | Schedule::OneTime { .. } => days < 1,
    }
}

/// Whether the schedule is not over at the one-year limit.
fn ends_after(schedule: &Schedule, ends: DateTime<Utc>, limit: LocalMinute) -> bool {
    ends > schedule.time_zone().last_instant_of(limit) || ends_on(schedule) > limit.date()
}

/// The last local date the schedule may end on: found by asking, because a zone may skip an hour or a day. An interval may
/// end on the limit's own day, at an earlier time.
fn latest_end(schedule: &Schedule, limit: LocalMinute) -> NaiveDate {
    let may_end = |date: &NaiveDate| {
        let mut schedule = schedule.clone();
        match &mut schedule {
            Schedule::Custom { .. } => return true,
            Schedule::FullDay { date: day, .. } | Schedule::OneTime { date: day, .. } => *day = *date,
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => weekly.expires = *date,
        }
        let ends = Timetable::of(&schedule).ends();
        ends.is_none_or(|ends| !ends_after(&schedule, ends, limit)) && schedule.time_zone().has_date(*date)
    };
    let last = limit.date();
    // A window is over on the next day at the latest.
    (0..4).map(|back| last - TimeDelta::days(back)).find(may_end).unwrap_or(last)
}
