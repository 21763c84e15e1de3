//! The errors of the library, by what the app should do about them.

use gatepass_core::api::{FieldProblemBody, refusal_phrase};
use gatepass_core::app::{AppError, ProfileId};
use gatepass_core::share::Language;

use crate::words::Words;

/// The one error of the library. Each variant says what the app should do. `text` is for the resident, in the app's
/// language; `reason` is English, for the app's log. Neither holds a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum GatepassError {
    /// Try again later: the server cannot be reached or is busy. Nothing is lost.
    #[error("offline: {reason}")]
    Offline {
        /// For the resident.
        text: String,
        /// For the log.
        reason: String,
    },
    /// Ask for a new invitation: the server no longer knows this device. What is on the device stays until the
    /// resident signs out.
    #[error("signed out")]
    SignedOut {
        /// For the resident.
        text: String,
        /// The profile whose device token is no longer valid.
        profile: ProfileId,
    },
    /// Show each problem beside its field; nothing was done.
    #[error("invalid input")]
    Invalid {
        /// For the resident: the first problem.
        text: String,
        /// What is wrong with which field.
        problems: Vec<FieldProblem>,
    },
    /// Tell the resident: the building or the server does not allow it, and asking again does not help.
    #[error("not allowed: {code}")]
    NotAllowed {
        /// For the resident.
        text: String,
        /// The stable name of the refusal.
        code: String,
    },
    /// Go back to the list: it is not on this device (any more).
    #[error("not found: {reason}")]
    NotFound {
        /// For the resident.
        text: String,
        /// What was asked for.
        reason: String,
    },
    /// Show the thing again as it is now, then let the resident decide: it was changed elsewhere meanwhile.
    #[error("changed meanwhile: {reason}")]
    Conflict {
        /// For the resident.
        text: String,
        /// What changed.
        reason: String,
    },
    /// Ask the resident to update the app: the data on this device was written by a newer version.
    #[error("the data was written by a newer version")]
    StorageNewer {
        /// For the resident.
        text: String,
    },
    /// Ask the resident to free space or restart: the data on this device cannot be read or written.
    #[error("storage: {reason}")]
    StorageBroken {
        /// For the resident.
        text: String,
        /// What failed.
        reason: String,
    },
    /// The phone's key store refuses: ask the resident to unlock the phone, then try again.
    #[error("key store: {reason}")]
    Vault {
        /// For the resident.
        text: String,
        /// What failed.
        reason: String,
    },
    /// Update the app or check the address: the server answers in a way this version does not understand.
    #[error("unreadable answer: {reason}")]
    Unreadable {
        /// For the resident.
        text: String,
        /// What is strange about it.
        reason: String,
    },
    /// A defect of the app: on Android the library has to be prepared with the application's context before it is
    /// opened.
    #[error("the library was not prepared: {reason}")]
    NotPrepared {
        /// What to call.
        reason: String,
    },
    /// A defect of Gatepass; report it.
    #[error("internal: {reason}")]
    Internal {
        /// For the resident.
        text: String,
        /// What broke.
        reason: String,
    },
}

/// One field that cannot stay as it is.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldProblem {
    /// The field, as in `server` or `schedule.ends_at`.
    pub field: String,
    /// The stable name of the problem.
    pub code: String,
    /// What is wrong and what to do, in the app's language.
    pub text: String,
}

impl GatepassError {
    /// A defect.
    pub(crate) fn internal(reason: impl Into<String>) -> Self {
        let text = Words::of(Language::English).errors.internal;
        Self::Internal { text, reason: reason.into() }
    }

    /// The core's error, with words for the resident.
    pub(crate) fn of(error: AppError, language: Language) -> Self {
        let words = Words::of(language).errors;
        match error {
            AppError::Offline { reason } => Self::Offline { text: words.offline, reason },
            AppError::SignedOut { profile } => Self::SignedOut { text: words.signed_out, profile },
            AppError::Invalid { fields } => {
                let problem = |found: FieldProblemBody| FieldProblem {
                    text: found.phrase().say(language),
                    field: found.field,
                    code: found.code,
                };
                let problems: Vec<_> = fields.into_iter().map(problem).collect();
                let first = problems.first().map(|problem| problem.text.clone());
                Self::Invalid { text: first.unwrap_or(words.invalid), problems }
            }
            AppError::NotAllowed { code, reason } => {
                Self::NotAllowed { text: refusal_phrase(&code, &reason).say(language), code }
            }
            AppError::NotFound { what } => Self::NotFound { text: words.not_found, reason: what },
            AppError::Conflict { reason } => Self::Conflict { text: words.conflict, reason },
            AppError::StorageNewer => Self::StorageNewer { text: words.storage_newer },
            AppError::StorageBroken { reason } => Self::StorageBroken { text: words.storage_broken, reason },
            AppError::Vault { reason, .. } => Self::Vault { text: words.vault, reason },
            AppError::Unreadable { reason } => Self::Unreadable { text: words.unreadable, reason },
            AppError::Internal { reason } => Self::Internal { text: words.internal, reason },
        }
    }
}
