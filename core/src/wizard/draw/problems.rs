//! Problems, as sentences.

use crate::pass::Problem;
use crate::wizard::state::Told;
use crate::wizard::{Phrase, PhraseKey};

/// What to show beside a field.
pub(super) fn phrase_of(problem: &Problem) -> Phrase {
    let of = |key, number: u32| Phrase::with(key, vec![number.into()]);
    match *problem {
        Problem::Missing => PhraseKey::ProblemMissing.into(),
        Problem::Malformed { .. } => PhraseKey::ProblemMalformed.into(),
        Problem::EndsBeforeStart => PhraseKey::ProblemEndsBeforeStart.into(),
        Problem::StartsInPast { earliest } => Phrase::with(PhraseKey::ProblemStartsInPast, vec![earliest.into()]),
        Problem::AlreadyOver => PhraseKey::ProblemAlreadyOver.into(),
        Problem::NoWeekday => PhraseKey::ProblemNoWeekday.into(),
        Problem::EmptyWindow => PhraseKey::ProblemEmptyWindow.into(),
        Problem::NeverOpens => PhraseKey::ProblemNeverOpens.into(),
        Problem::UnknownZone => PhraseKey::ProblemUnknownZone.into(),
        Problem::NoSuchDate => PhraseKey::ProblemNoSuchDate.into(),
        Problem::MoreThanAYear { latest } => Phrase::with(PhraseKey::ProblemMoreThanAYear, vec![latest.into()]),
        Problem::TooLong { days } => of(PhraseKey::ProblemTooLong, days.into()),
        Problem::TooFarAhead { days } => of(PhraseKey::ProblemTooFarAhead, days.into()),
        Problem::NoDoor => PhraseKey::ProblemNoDoor.into(),
        Problem::DoorNotHeld => PhraseKey::ProblemDoorNotHeld.into(),
        Problem::DoorNotShareable => PhraseKey::ProblemDoorNotShareable.into(),
        Problem::UsesOutOfRange { max } => of(PhraseKey::ProblemUsesOutOfRange, max),
        Problem::FewerThanUsed { used } => of(PhraseKey::ProblemFewerThanUsed, used),
        Problem::OneTimeHasOneUse => PhraseKey::ProblemOneTimeHasOneUse.into(),
        Problem::TypeNotAllowed => PhraseKey::ProblemTypeNotAllowed.into(),
        Problem::TypeFixed { .. } => PhraseKey::ProblemTypeFixed.into(),
        Problem::NoIdentifier => PhraseKey::ProblemNoIdentifier.into(),
        Problem::IdentifierNotAllowed => PhraseKey::ProblemIdentifierNotAllowed.into(),
        Problem::NotAPlate => PhraseKey::ProblemNotAPlate.into(),
        Problem::TooLongText { max } => of(PhraseKey::ProblemTooLongText, u32::try_from(max).unwrap_or(u32::MAX)),
        Problem::TooManyPasses { max } => of(PhraseKey::ProblemTooManyPasses, max),
        Problem::PassesOff => PhraseKey::ProblemPassesOff.into(),
        Problem::EditingOff => PhraseKey::ProblemEditingOff.into(),
        Problem::NotValidAnyMore => PhraseKey::ProblemNotValidAnyMore.into(),
    }
}

/// Why a choice cannot be taken.
pub(in crate::wizard) fn why_not(problem: &Problem) -> Phrase {
    match problem {
        Problem::TypeNotAllowed => PhraseKey::WhyTypeNotAllowed.into(),
        Problem::TypeFixed { .. } => PhraseKey::WhyTypeFixed.into(),
        Problem::IdentifierNotAllowed => PhraseKey::WhyIdentifierNotAllowed.into(),
        Problem::DoorNotShareable => PhraseKey::WhyDoorNotShareable.into(),
        other => phrase_of(other),
    }
}

/// What the server found: in the app's own words where its code says all, else in the server's.
pub(super) fn told_phrase(told: &Told) -> Phrase {
    problem_phrase(&told.code, &told.detail)
}

/// A problem by its stable name: in the app's own words where the name says all, else as `detail` has it.
#[must_use]
pub fn problem_phrase(code: &str, detail: &str) -> Phrase {
    let code = format!("problem_{code}");
    let known = PhraseKey::ALL.iter().find(|key| key.code() == code && key.parameters() == 0);
    known.map_or_else(|| Phrase::verbatim(detail), |key| Phrase::plain(*key))
}
