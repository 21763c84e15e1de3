//! Problems, as sentences.

use super::verbatim;
use crate::pass::Problem;
use crate::wizard::Phrase;
use crate::wizard::state::ServerProblem;

/// What to show beside a field.
pub(super) fn phrase_of(problem: &Problem) -> Phrase {
    match *problem {
        Problem::Missing => Phrase::ProblemMissing,
        Problem::Malformed { .. } => Phrase::ProblemMalformed,
        Problem::EndsBeforeStart => Phrase::ProblemEndsBeforeStart,
        Problem::StartsInPast { earliest } => Phrase::ProblemStartsInPast { date: earliest },
        Problem::AlreadyOver => Phrase::ProblemAlreadyOver,
        Problem::NoWeekday => Phrase::ProblemNoWeekday,
        Problem::EmptyWindow => Phrase::ProblemEmptyWindow,
        Problem::NeverOpens => Phrase::ProblemNeverOpens,
        Problem::UnknownZone => Phrase::ProblemUnknownZone,
        Problem::NoSuchDate => Phrase::ProblemNoSuchDate,
        Problem::MoreThanAYear { latest } => Phrase::ProblemMoreThanAYear { date: latest },
        Problem::TooLong { days } => Phrase::ProblemTooLong { days: days.into() },
        Problem::TooFarAhead { days } => Phrase::ProblemTooFarAhead { days: days.into() },
        Problem::NoDoor => Phrase::ProblemNoDoor,
        Problem::DoorNotHeld => Phrase::ProblemDoorNotHeld,
        Problem::DoorNotShareable => Phrase::ProblemDoorNotShareable,
        Problem::UsesOutOfRange { max } => Phrase::ProblemUsesOutOfRange { max },
        Problem::FewerThanUsed { used } => Phrase::ProblemFewerThanUsed { used },
        Problem::OneTimeHasOneUse => Phrase::ProblemOneTimeHasOneUse,
        Problem::TypeNotAllowed => Phrase::ProblemTypeNotAllowed,
        Problem::TypeFixed { .. } => Phrase::ProblemTypeFixed,
        Problem::NoIdentifier => Phrase::ProblemNoIdentifier,
        Problem::IdentifierNotAllowed => Phrase::ProblemIdentifierNotAllowed,
        Problem::NotAPlate => Phrase::ProblemNotAPlate,
        Problem::TooLongText { max } => Phrase::ProblemTooLongText { max: u32::try_from(max).unwrap_or(u32::MAX) },
        Problem::TooManyPasses { max } => Phrase::ProblemTooManyPasses { max },
        Problem::PassesOff => Phrase::ProblemPassesOff,
        Problem::EditingOff => Phrase::ProblemEditingOff,
        Problem::NotValidAnyMore => Phrase::ProblemNotValidAnyMore,
    }
}

/// Why a choice cannot be taken.
pub(in crate::wizard) fn why_not(problem: &Problem) -> Phrase {
    match problem {
        Problem::TypeNotAllowed => Phrase::WhyTypeNotAllowed,
        Problem::TypeFixed { .. } => Phrase::WhyTypeFixed,
        Problem::IdentifierNotAllowed => Phrase::WhyIdentifierNotAllowed,
        Problem::DoorNotShareable => Phrase::WhyDoorNotShareable,
        other => phrase_of(other),
    }
}

/// What the server found: in the app's own words where its code says all, else in the server's.
pub(super) fn told_phrase(told: &ServerProblem) -> Phrase {
    problem_phrase(&told.code, &told.detail)
}

/// A problem by its stable name: in the app's own words where the name says all, else as `detail` has it.
#[must_use]
pub fn problem_phrase(code: &str, detail: &str) -> Phrase {
    let id = format!("problem-{}", code.replace('_', "-"));
    let known = Phrase::PLAIN.iter().find(|phrase| phrase.id() == id);
    known.cloned().unwrap_or_else(|| verbatim(detail))
}
