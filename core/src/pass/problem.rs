//! What is wrong with which field of a pass, and what to do about it.

use std::fmt;

use chrono::NaiveDate;
use gatepass_words::Language;
use serde::{Deserialize, Serialize};

/// One field that cannot stay as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field, as on the wire: `schedule.ends_at`, `uses.limit`, `doors`.
    pub field: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

/// A pass that cannot be made, or changed, as asked.
///
/// The caller should show each problem beside its field; nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid(pub Vec<FieldProblem>);

impl std::error::Error for Invalid {}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(f, "{separator}{}: {}", problem.field, problem.problem)?;
        }
        Ok(())
    }
}

/// What is wrong with a field. It is said by [`Problem::phrase`]; `Display` is that in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was given.
    Missing,
    /// It does not read as what it should be.
    Malformed {
        /// What it should look like; `None` if that needs no saying.
        expected: Option<Expected>,
    },
    /// It cannot be read at all.
    Unreadable,
    /// A number past the lowest or the highest possible one.
    OutOfRange,
    /// Nothing of that name can be set.
    UnknownField,
    /// No make of panel.
    UnknownMake,
    /// A language that is not spoken here.
    UnknownLanguage,
    /// An address without encryption.
    PlainHttp,
    /// The end is not after the start.
    EndsBeforeStart,
    /// The start lies before the day on which the pass is made.
    StartsInPast {
        /// The first local day on which the pass may start.
        earliest: NaiveDate,
    },
    /// The last opening is already over.
    AlreadyOver,
    /// A recurring pass without a weekday.
    NoWeekday,
    /// A daily window that opens and closes at the same time.
    EmptyWindow,
    /// The schedule never opens: no chosen weekday between the dates, or a time the clock skips.
    NeverOpens,
    /// Not an IANA zone.
    UnknownZone,
    /// The zone's calendar skips this date.
    NoSuchDate,
    /// Past the one-year limit.
    MoreThanAYear {
        /// The last local day the pass may end on.
        latest: NaiveDate,
    },
    /// Longer than the site allows.
    TooLong {
        /// The site's limit.
        days: u16,
    },
    /// Begins further ahead than the site allows.
    TooFarAhead {
        /// The site's limit.
        days: u16,
    },
    /// No door chosen.
    NoDoor,
    /// A door the resident has no access to.
    DoorNotHeld,
    /// A door residents may not share.
    DoorNotShareable,
    /// Zero, or past the highest number.
    UsesOutOfRange {
        /// The highest number.
        max: u32,
    },
    /// Fewer uses than were made already.
    FewerThanUsed {
        /// Visits so far.
        used: u32,
    },
    /// A one-time pass has exactly one use.
    OneTimeHasOneUse,
    /// The site does not allow this type.
    TypeNotAllowed,
    /// The type cannot change any more.
    TypeFixed,
    /// No identifier chosen.
    NoIdentifier,
    /// The site does not allow this identifier.
    IdentifierNotAllowed,
    /// Not a licence plate.
    NotAPlate,
    /// Too much text.
    TooLongText {
        /// The limit in characters.
        max: usize,
    },
    /// The unit has as many valid passes as it may have.
    TooManyPasses {
        /// The site's limit.
        max: u32,
    },
    /// Passes are switched off.
    PassesOff,
    /// Editing is switched off.
    EditingOff,
    /// Only a valid pass can be changed.
    NotValidAnyMore,
}

impl std::error::Error for Problem {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.phrase().say(Language::English))
    }
}

/// What a field that cannot be read should look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// A local date and time.
    Moment,
    /// A time of day.
    Time,
    /// A date.
    Date,
    /// One of the types of pass.
    PassType,
    /// Weekdays.
    Weekdays,
    /// Ways to open a door.
    Identifier,
    /// An invitation's code or link.
    Invitation,
    /// A server's address.
    ServerAddress,
}

impl Problem {
    /// The stable name on the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Malformed { .. } => "malformed",
            Self::Unreadable => "unreadable",
            Self::OutOfRange => "out_of_range",
            Self::UnknownField => "unknown_field",
            Self::UnknownMake => "unknown_make",
            Self::UnknownLanguage => "unknown_language",
            Self::PlainHttp => "plain_http",
            Self::EndsBeforeStart => "ends_before_start",
            Self::StartsInPast { .. } => "starts_in_past",
            Self::AlreadyOver => "already_over",
            Self::NoWeekday => "no_weekday",
            Self::EmptyWindow => "empty_window",
            Self::NeverOpens => "never_opens",
            Self::UnknownZone => "unknown_zone",
            Self::NoSuchDate => "no_such_date",
            Self::MoreThanAYear { .. } => "more_than_a_year",
            Self::TooLong { .. } => "too_long",
            Self::TooFarAhead { .. } => "too_far_ahead",
            Self::NoDoor => "no_door",
            Self::DoorNotHeld => "door_not_held",
            Self::DoorNotShareable => "door_not_shareable",
            Self::UsesOutOfRange { .. } => "uses_out_of_range",
            Self::FewerThanUsed { .. } => "fewer_than_used",
            Self::OneTimeHasOneUse => "one_time_has_one_use",
            Self::TypeNotAllowed => "type_not_allowed",
            Self::TypeFixed => "type_fixed",
            Self::NoIdentifier => "no_identifier",
            Self::IdentifierNotAllowed => "identifier_not_allowed",
            Self::NotAPlate => "not_a_plate",
            Self::TooLongText { .. } => "too_long_text",
            Self::TooManyPasses { .. } => "too_many_passes",
            Self::PassesOff => "passes_off",
            Self::EditingOff => "editing_off",
            Self::NotValidAnyMore => "not_valid_any_more",
        }
    }

    /// At this field.
    #[must_use]
    pub fn at(self, field: &'static str) -> FieldProblem {
        FieldProblem { field, problem: self }
    }
}
