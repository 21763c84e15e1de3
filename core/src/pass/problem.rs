//! What is wrong with which field of a pass, and what to do about it.

use std::fmt;

use chrono::NaiveDate;

use super::PassType;

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

/// What is wrong with a field. `Display` is plain English for logs, managers and the command line; shells translate
/// by [`Problem::code`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing was given.
    #[error("is missing")]
    Missing,
    /// It does not read as what it should be.
    #[error("cannot be read; expected {expected}")]
    Malformed {
        /// What it should look like.
        expected: &'static str,
    },
    /// The end is not after the start.
    #[error("must be after the start")]
    EndsBeforeStart,
    /// The start lies before the day on which the pass is made.
    #[error("is in the past; choose {earliest} or later")]
    StartsInPast {
        /// The first local day on which the pass may start.
        earliest: NaiveDate,
    },
    /// The last opening is already over.
    #[error("is already over; choose a later time")]
    AlreadyOver,
    /// A recurring pass without a weekday.
    #[error("choose at least one weekday")]
    NoWeekday,
    /// A daily window that opens and closes at the same time.
    #[error("must differ from the start of the window; for the whole day choose 00:00 to 23:59")]
    EmptyWindow,
    /// The schedule never opens: no chosen weekday between the dates, or a time the clock skips.
    #[error("leaves no time at which the pass opens; choose other days or times")]
    NeverOpens,
    /// Not an IANA zone.
    #[error("is not a time zone; use an IANA name such as America/New_York")]
    UnknownZone,
    /// The zone's calendar skips this date.
    #[error("does not exist in this time zone; choose another date")]
    NoSuchDate,
    /// Past the one-year limit.
    #[error("is more than a year ahead; choose {latest} or earlier")]
    MoreThanAYear {
        /// The last local day the pass may end on.
        latest: NaiveDate,
    },
    /// Longer than the site allows.
    #[error("makes the pass longer than this building allows ({days} days)")]
    TooLong {
        /// The site's limit.
        days: u16,
    },
    /// Begins further ahead than the site allows.
    #[error("is further ahead than this building allows ({days} days)")]
    TooFarAhead {
        /// The site's limit.
        days: u16,
    },
    /// No door chosen.
    #[error("choose at least one door")]
    NoDoor,
    /// A door the resident has no access to.
    #[error("has a door you have no access to; leave it out")]
    DoorNotHeld,
    /// A door residents may not share.
    #[error("has a door this building does not let residents share; leave it out")]
    DoorNotShareable,
    /// Zero, or past the highest number.
    #[error("must be from 1 to {max}, or unlimited")]
    UsesOutOfRange {
        /// The highest number.
        max: u32,
    },
    /// Fewer uses than were made already.
    #[error("cannot be fewer than the {used} already made")]
    FewerThanUsed {
        /// Visits so far.
        used: u32,
    },
    /// A one-time pass has exactly one use.
    #[error("of a one-time pass is always 1")]
    OneTimeHasOneUse,
    /// The site does not allow this type.
    #[error("is a type this building does not offer; choose another")]
    TypeNotAllowed,
    /// The type cannot change any more.
    #[error("cannot change after the first entry; it stays {0:?}", .current)]
    TypeFixed {
        /// The type it has.
        current: PassType,
    },
    /// No identifier chosen.
    #[error("choose at least one way to open the door")]
    NoIdentifier,
    /// The site does not allow this identifier.
    #[error("has a way to open the door that this building does not offer; leave it out")]
    IdentifierNotAllowed,
    /// Not a licence plate.
    #[error("is not a licence plate; enter 2 to 12 letters and digits")]
    NotAPlate,
    /// Too much text.
    #[error("is too long; {max} characters at most")]
    TooLongText {
        /// The limit in characters.
        max: usize,
    },
    /// The unit has as many valid passes as it may have.
    #[error("your home already has {max} valid passes, as many as this building allows; revoke one first")]
    TooManyPasses {
        /// The site's limit.
        max: u32,
    },
    /// Passes are switched off.
    #[error("passes are off in this building; ask its manager to switch them on")]
    PassesOff,
    /// Editing is switched off.
    #[error("this building does not allow changing a pass; revoke it and make a new one")]
    EditingOff,
    /// Only a valid pass can be changed.
    #[error("this pass is no longer valid; make a new one")]
    NotValidAnyMore,
}

impl Problem {
    /// The stable name on the wire, by which shells translate.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Malformed { .. } => "malformed",
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
            Self::TypeFixed { .. } => "type_fixed",
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
