//! Problems, as sentences.

use crate::pass::Problem;
use crate::wizard::Phrase;

/// Why a choice cannot be taken.
pub(in crate::wizard) fn why_not(problem: &Problem) -> Phrase {
    match problem {
        Problem::TypeNotAllowed => Phrase::WhyTypeNotAllowed,
        Problem::TypeFixed => Phrase::WhyTypeFixed,
        Problem::IdentifierNotAllowed => Phrase::WhyIdentifierNotAllowed,
        Problem::DoorNotShareable => Phrase::WhyDoorNotShareable,
        other => other.phrase(),
    }
}
