//! The flags that describe a pass, for `new` and `edit`.

use clap::{Args, ValueEnum};
use gatepass_core::api::{DoorBody, IdentifierRequest, UsesRequest};
use gatepass_core::id::DoorId;
use gatepass_core::pass::{GuestKind, PassType, Schedule, ScheduleText};
use gatepass_words::terminal::Message;

use crate::failure::Failure;

/// The flags that say what a pass is. Times are on the clock of the building unless `--time-zone` says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "The pass")]
pub(crate) struct PassFlags {
    /// Which of the five types.
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) kind: Option<PassTypeFlag>,

    /// What you and your guest read; left out, one is made up, such as "Courier, 22 Nov".
    #[arg(long)]
    pub(crate) name: Option<String>,

    /// A note for yourself; nobody else sees it.
    #[arg(long)]
    pub(crate) comment: Option<String>,

    /// Whom the pass is for.
    #[arg(long, value_name = "KIND")]
    pub(crate) guest: Option<GuestKindFlag>,

    /// full-day, one-time: the day, `2026-11-24`. Default: today.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,

    /// custom: when it begins, `2026-11-24T14:20`; default: now. recurring, business-hours: the first day; default:
    /// today.
    #[arg(long, value_name = "WHEN")]
    pub(crate) starts: Option<String>,

    /// custom: when it ends, `2026-11-25T14:20`. Default: a day after it begins.
    #[arg(long, value_name = "WHEN")]
    pub(crate) ends: Option<String>,

    /// recurring, business-hours: the weekdays, `mon,tue,wed`. Default for business-hours: Monday to Friday.
    #[arg(long, value_name = "DAYS", value_delimiter = ',')]
    pub(crate) days: Option<Vec<String>>,

    /// recurring, business-hours: when the daily window opens. Default: 09:00.
    #[arg(long, value_name = "HH:MM")]
    pub(crate) from: Option<String>,

    /// recurring, business-hours: when it closes; earlier than --from means the next morning, 23:59 the end of the
    /// day. Default: 17:00.
    #[arg(long, value_name = "HH:MM")]
    pub(crate) to: Option<String>,

    /// recurring, business-hours: the last day that is open. Default: in 30 days.
    #[arg(long, value_name = "DATE")]
    pub(crate) expires: Option<String>,

    /// Whose clock, as an IANA name. Default: the building's.
    #[arg(long, value_name = "ZONE")]
    pub(crate) time_zone: Option<String>,

    /// How many visits in all: 1 to 9999, or `unlimited`.
    #[arg(long, value_name = "N", value_parser = number_or_unlimited)]
    pub(crate) uses: Option<UseLimit>,

    /// How many visits a day: 1 to 9999, or `unlimited`.
    #[arg(long, value_name = "N", value_parser = number_or_unlimited)]
    pub(crate) uses_per_day: Option<UseLimit>,

    /// A door it opens, by name or id; several times or with commas. Default: every door you may share.
    #[arg(long = "door", value_name = "DOOR", value_delimiter = ',')]
    pub(crate) doors: Option<Vec<String>>,
}

/// The five types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PassTypeFlag {
    /// From one moment to another.
    #[value(alias = "custom_duration", alias = "custom-duration")]
    Custom,
    /// Weekdays and a daily window.
    Recurring,
    /// Recurring, Monday to Friday 09:00 to 17:00 unless said otherwise.
    #[value(alias = "business_hours")]
    BusinessHours,
    /// One day, from midnight to midnight.
    #[value(alias = "full_day")]
    FullDay,
    /// One visit on one day.
    #[value(alias = "one_time")]
    OneTime,
}

/// The guest kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GuestKindFlag {
    /// A visitor.
    Guest,
    /// Somebody who delivers.
    Courier,
}

/// A limit, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UseLimit(pub(crate) Option<i64>);

fn number_or_unlimited(text: &str) -> Result<UseLimit, String> {
    if text.eq_ignore_ascii_case("unlimited") {
        return Ok(UseLimit(None));
    }
    text.parse().map(|number| UseLimit(Some(number))).map_err(|_| "write a number, or `unlimited`".to_owned())
}

impl From<PassTypeFlag> for PassType {
    fn from(kind: PassTypeFlag) -> Self {
        match kind {
            PassTypeFlag::Custom => Self::Custom,
            PassTypeFlag::Recurring => Self::Recurring,
            PassTypeFlag::BusinessHours => Self::BusinessHours,
            PassTypeFlag::FullDay => Self::FullDay,
            PassTypeFlag::OneTime => Self::OneTime,
        }
    }
}

impl From<GuestKindFlag> for GuestKind {
    fn from(guest: GuestKindFlag) -> Self {
        match guest {
            GuestKindFlag::Guest => Self::Guest,
            GuestKindFlag::Courier => Self::Courier,
        }
    }
}

impl PassFlags {
    /// Whether no flag was given.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// `base` with the changes of the flags.
    ///
    /// # Errors
    ///
    /// A flag does not apply to the type of the pass; the failure names both.
    pub(crate) fn schedule(&self, base: &Schedule) -> Result<ScheduleText, Failure> {
        let mut text = ScheduleText::from(base);
        let given = [
            ("--date", self.date.is_some()),
            ("--starts", self.starts.is_some()),
            ("--ends", self.ends.is_some()),
            ("--days", self.days.is_some()),
            ("--from", self.from.is_some()),
            ("--to", self.to.is_some()),
            ("--expires", self.expires.is_some()),
        ];
        let fitting: &[&str] = match base.pass_type() {
            PassType::Custom => &["--starts", "--ends"],
            PassType::Recurring | PassType::BusinessHours => &["--days", "--from", "--to", "--starts", "--expires"],
            PassType::FullDay | PassType::OneTime => &["--date"],
        };
        if let Some((flag, _)) = given.iter().find(|(flag, given)| *given && !fitting.contains(flag)) {
            return Err(Failure::usage(Message::FailureFlagUnused {
                flag: (*flag).to_owned(),
                kind: base.pass_type().code().replace('_', "-"),
                flags: fitting.join(", "),
            }));
        }
        match base {
            Schedule::Custom { .. } => {
                if let Some(starts) = &self.starts {
                    // A start without an end moves the end to a day later, as the wizard does.
                    let default_end = starts.replace(' ', "T").parse().ok();
                    let default_end = default_end.map(|at: gatepass_core::time::LocalMinute| at.plus_days(1));
                    text.starts_at = Some(starts.replace(' ', "T"));
                    text.ends_at = default_end.map(|end| end.to_string()).or(text.ends_at);
                }
                text.ends_at = self.ends.as_ref().map(|ends| ends.replace(' ', "T")).or(text.ends_at);
            }
            Schedule::Recurring(_) | Schedule::BusinessHours(_) => {
                text.starts = self.starts.clone().or(text.starts);
                text.expires = self.expires.clone().or(text.expires);
                text.days = self.days.clone().or(text.days);
                text.from = self.from.clone().or(text.from);
                text.to = self.to.clone().or(text.to);
            }
            Schedule::FullDay { .. } | Schedule::OneTime { .. } => text.date = self.date.clone().or(text.date),
        }
        text.time_zone = self.time_zone.clone().or(text.time_zone);
        Ok(text)
    }

    /// `base` with the limits of the flags.
    pub(crate) fn uses(&self, base: UsesRequest) -> UsesRequest {
        UsesRequest {
            limit: self.uses.map_or(base.limit, |limit| limit.0),
            per_day: self.uses_per_day.map_or(base.per_day, |limit| limit.0),
        }
    }

    /// The doors that the flags name.
    ///
    /// # Errors
    ///
    /// The resident has no such door; the failure lists those there are.
    pub(crate) fn door_ids(&self, held: &[DoorBody]) -> Result<Option<Vec<DoorId>>, Failure> {
        let Some(wanted) = &self.doors else { return Ok(None) };
        wanted.iter().map(|name| door(held, name.trim())).collect::<Result<Vec<_>, _>>().map(Some)
    }
}

/// A door by its id, its name, or a part of the name that no other door has.
fn door(held: &[DoorBody], name: &str) -> Result<DoorId, Failure> {
    let lower = name.to_lowercase();
    let exact = held.iter().find(|door| door.id.to_string() == lower || door.name.to_lowercase() == lower);
    let parts: Vec<_> = held.iter().filter(|door| door.name.to_lowercase().contains(&lower)).collect();
    match (exact, parts.as_slice()) {
        (Some(door), _) => Ok(door.id),
        (None, [door]) => Ok(door.id),
        _ => {
            let names: Vec<_> = held.iter().map(|door| format!("\"{}\"", door.name)).collect();
            Err(Failure::usage(Message::FailureNoSuchDoor { name: name.to_owned(), doors: names.join(", ") }))
        }
    }
}

/// The identifiers of `--identifier` and `--plate`. `--plate` implies the identifier `plate`.
pub(crate) fn identifiers(kinds: Option<&[String]>, plate: Option<&str>) -> Option<Vec<IdentifierRequest>> {
    let mut asked: Vec<_> = kinds?.iter().map(|kind| kind.trim().to_lowercase()).collect();
    if plate.is_some() && !asked.iter().any(|kind| kind == "plate") {
        asked.push("plate".to_owned());
    }
    let request = |kind: String| IdentifierRequest {
        plate: plate.filter(|_| kind == "plate").map(str::to_owned),
        kind: if kind == "pin" { "code".to_owned() } else { kind },
    };
    Some(asked.into_iter().map(request).collect())
}

/// The flag that sets a field, for messages.
pub(crate) fn flag_of(field: &str) -> Option<&'static str> {
    Some(match field {
        "name" => "--name",
        "comment" => "--comment",
        "guest" => "--guest",
        "schedule.type" => "--type",
        "schedule.starts_at" | "schedule.starts" => "--starts",
        "schedule.ends_at" => "--ends",
        "schedule.days" => "--days",
        "schedule.from" => "--from",
        "schedule.to" => "--to",
        "schedule.expires" => "--expires",
        "schedule.date" => "--date",
        "schedule.time_zone" => "--time-zone",
        "uses.limit" => "--uses",
        "uses.per_day" => "--uses-per-day",
        "doors" => "--door",
        "identifiers" | "identifiers.type" => "--identifier",
        "plate" | "identifiers.plate" => "--plate",
        _ => return None,
    })
}
