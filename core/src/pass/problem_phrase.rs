//! Which message of the catalogue says what is wrong with a field.

use gatepass_words::wizard::Message as Phrase;

use super::{Expected, Problem};

impl Problem {
    /// What to show beside the field.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match *self {
            Self::Missing => Phrase::ProblemMissing,
            Self::Malformed { expected } => expected.map_or(Phrase::ProblemMalformed, Expected::phrase),
            Self::Unreadable => Phrase::ProblemUnreadable,
            Self::OutOfRange => Phrase::ProblemOutOfRange,
            Self::UnknownField => Phrase::ProblemUnknownField,
            Self::UnknownMake => Phrase::ProblemUnknownMake,
            Self::UnknownLanguage => Phrase::ProblemUnknownLanguage,
            Self::PlainHttp => Phrase::ProblemPlainHttp,
            Self::EndsBeforeStart => Phrase::ProblemEndsBeforeStart,
            Self::StartsInPast { earliest } => Phrase::ProblemStartsInPast { date: earliest },
            Self::AlreadyOver => Phrase::ProblemAlreadyOver,
            Self::NoWeekday => Phrase::ProblemNoWeekday,
            Self::EmptyWindow => Phrase::ProblemEmptyWindow,
            Self::NeverOpens => Phrase::ProblemNeverOpens,
            Self::UnknownZone => Phrase::ProblemUnknownZone,
            Self::NoSuchDate => Phrase::ProblemNoSuchDate,
            Self::MoreThanAYear { latest } => Phrase::ProblemMoreThanAYear { date: latest },
            Self::TooLong { days } => Phrase::ProblemTooLong { days: days.into() },
            Self::TooFarAhead { days } => Phrase::ProblemTooFarAhead { days: days.into() },
            Self::NoDoor => Phrase::ProblemNoDoor,
            Self::DoorNotHeld => Phrase::ProblemDoorNotHeld,
            Self::DoorNotShareable => Phrase::ProblemDoorNotShareable,
            Self::UsesOutOfRange { max } => Phrase::ProblemUsesOutOfRange { max },
            Self::FewerThanUsed { used } => Phrase::ProblemFewerThanUsed { used },
            Self::OneTimeHasOneUse => Phrase::ProblemOneTimeHasOneUse,
            Self::TypeNotAllowed => Phrase::ProblemTypeNotAllowed,
            Self::TypeFixed => Phrase::ProblemTypeFixed,
            Self::NoIdentifier => Phrase::ProblemNoIdentifier,
            Self::IdentifierNotAllowed => Phrase::ProblemIdentifierNotAllowed,
            Self::NotAPlate => Phrase::ProblemNotAPlate,
            Self::TooLongText { max } => Phrase::ProblemTooLongText { max: u32::try_from(max).unwrap_or(u32::MAX) },
            Self::TooManyPasses { max } => Phrase::ProblemTooManyPasses { max },
            Self::PassesOff => Phrase::ProblemPassesOff,
            Self::EditingOff => Phrase::ProblemEditingOff,
            Self::NotValidAnyMore => Phrase::ProblemNotValidAnyMore,
        }
    }
}

impl Expected {
    fn phrase(self) -> Phrase {
        match self {
            Self::Moment => Phrase::ProblemMalformedMoment { example: "2026-11-24T14:20".to_owned() },
            Self::Time => Phrase::ProblemMalformedTime { example: "09:30".to_owned() },
            Self::Date => Phrase::ProblemMalformedDate { example: "2026-11-24".to_owned() },
            Self::PassType => words("custom, recurring, business_hours, full_day, one_time"),
            Self::Weekdays => words("mon, tue, wed, thu, fri, sat, sun"),
            Self::Identifier => words("qr, code, link, plate"),
            Self::Invitation => Phrase::ProblemInvitationNotGood,
            Self::ServerAddress => Phrase::ProblemNotAServer,
        }
    }
}

fn words(words: &str) -> Phrase {
    Phrase::ProblemMalformedWord { words: words.to_owned() }
}
