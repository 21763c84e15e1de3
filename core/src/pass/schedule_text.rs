//! A schedule as text, the one form in which it is sent, stored and read back.
//!
//! Every part is optional text, so that reading one collects all that is wrong, field by field, where a derived
//! reader would stop at the first byte it does not like.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Expected, FieldProblem, Invalid, PassType, Problem, Schedule, Weekly};
use crate::time::{Days, LocalMinute, WallTime, Zone, parse_date};

/// `custom` has `starts_at` and `ends_at`; `recurring` and `business_hours` have `days`, `from`, `to`, `starts` and
/// `expires`; `full_day` and `one_time` have `date`. Without `time_zone` the site's is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ScheduleText {
    /// `custom`, `recurring`, `business_hours`, `full_day` or `one_time`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The first local minute that is open, `2026-11-24T14:20`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<String>,
    /// The first local minute that no longer is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<String>,
    /// Weekdays on which a window starts, `mon` to `sun`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Vec<String>>,
    /// When the daily window opens, `09:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// When it closes; not after `from` means the next morning, `23:59` (or `24:00`) the end of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The first local day that is open, `2026-11-24`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<String>,
    /// The last local day that is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    /// The one local day that is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// An IANA zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

impl ScheduleText {
    /// Reads the schedule; `site_zone` stands in for a missing `time_zone`.
    ///
    /// [`super::PassDraft::check`] checks whether the schedule is allowed.
    pub fn parse(&self, site_zone: Zone) -> Result<Schedule, Invalid> {
        let mut read = Reader(Vec::new());
        let zone = match self.time_zone.as_deref() {
            None => site_zone,
            Some(name) => {
                read.found("schedule.time_zone", Zone::named(name).map_err(|_| Problem::UnknownZone), site_zone)
            }
        };
        let schedule = match PassType::from_code(&self.kind) {
            Some(PassType::Custom) => Schedule::Custom {
                starts_at: read.minute("schedule.starts_at", self.starts_at.as_deref()),
                ends_at: read.minute("schedule.ends_at", self.ends_at.as_deref()),
                time_zone: zone,
            },
            Some(PassType::Recurring) => Schedule::Recurring(self.weekly(zone, &mut read)),
            Some(PassType::BusinessHours) => Schedule::BusinessHours(self.weekly(zone, &mut read)),
            Some(PassType::FullDay) => {
                Schedule::FullDay { date: read.date("schedule.date", self.date.as_deref()), time_zone: zone }
            }
            Some(PassType::OneTime) => {
                Schedule::OneTime { date: read.date("schedule.date", self.date.as_deref()), time_zone: zone }
            }
            None => {
                let problem = if self.kind.is_empty() {
                    Problem::Missing
                } else {
                    Problem::Malformed { expected: Some(Expected::PassType) }
                };
                read.0.push(problem.at("schedule.type"));
                return Err(Invalid(read.0));
            }
        };
        if read.0.is_empty() { Ok(schedule) } else { Err(Invalid(read.0)) }
    }

    fn weekly(&self, zone: Zone, read: &mut Reader) -> Weekly {
        let days = self.days.as_deref().ok_or(Problem::Missing).and_then(|names| {
            Days::try_from(names.to_vec()).map_err(|_| Problem::Malformed { expected: Some(Expected::Weekdays) })
        });
        Weekly {
            days: read.found("schedule.days", days, Days::NONE),
            from: read.time("schedule.from", self.from.as_deref()),
            to: read.time("schedule.to", self.to.as_deref().map(|to| if to == "24:00" { "23:59" } else { to })),
            starts: read.date("schedule.starts", self.starts.as_deref()),
            expires: read.date("schedule.expires", self.expires.as_deref()),
            time_zone: zone,
        }
    }
}

/// Collects what is wrong while the rest is read on.
struct Reader(Vec<FieldProblem>);

impl Reader {
    fn found<T>(&mut self, field: &'static str, value: Result<T, Problem>, otherwise: T) -> T {
        value.unwrap_or_else(|problem| {
            self.0.push(problem.at(field));
            otherwise
        })
    }

    fn text<T>(
        &mut self,
        field: &'static str,
        text: Option<&str>,
        (expected, parse): (Expected, impl Fn(&str) -> Option<T>),
        otherwise: T,
    ) -> T {
        let value = text
            .ok_or(Problem::Missing)
            .and_then(|text| parse(text).ok_or(Problem::Malformed { expected: Some(expected) }));
        self.found(field, value, otherwise)
    }

    fn date(&mut self, field: &'static str, text: Option<&str>) -> NaiveDate {
        self.text(field, text, (Expected::Date, parse_date), NaiveDate::MIN)
    }

    fn time(&mut self, field: &'static str, text: Option<&str>) -> WallTime {
        self.text(field, text, (Expected::Time, |text| text.parse().ok()), WallTime::MIDNIGHT)
    }

    fn minute(&mut self, field: &'static str, text: Option<&str>) -> LocalMinute {
        let never = LocalMinute::new(NaiveDate::MIN, WallTime::MIDNIGHT);
        self.text(field, text, (Expected::Moment, |text| text.parse().ok()), never)
    }
}

impl From<&Schedule> for ScheduleText {
    fn from(schedule: &Schedule) -> Self {
        let mut text = Self {
            kind: schedule.pass_type().code().to_owned(),
            time_zone: Some(schedule.time_zone().name().to_owned()),
            ..Self::default()
        };
        match schedule {
            Schedule::Custom { starts_at, ends_at, .. } => {
                text.starts_at = Some(starts_at.to_string());
                text.ends_at = Some(ends_at.to_string());
            }
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => {
                text.days = Some(weekly.days.into());
                text.from = Some(weekly.from.to_string());
                text.to = Some(weekly.to.to_string());
                text.starts = Some(weekly.starts.to_string());
                text.expires = Some(weekly.expires.to_string());
            }
            Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => text.date = Some(date.to_string()),
        }
        text
    }
}

impl From<Schedule> for ScheduleText {
    fn from(schedule: Schedule) -> Self {
        Self::from(&schedule)
    }
}

impl TryFrom<ScheduleText> for Schedule {
    type Error = Invalid;

    fn try_from(text: ScheduleText) -> Result<Self, Invalid> {
        if text.time_zone.is_none() {
            return Err(Invalid(vec![Problem::Missing.at("schedule.time_zone")]));
        }
        text.parse(Zone::utc())
    }
}
