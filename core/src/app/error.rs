//! The errors of the client, by what the app should do about them.

use crate::api::FieldProblemBody;
use crate::pass::{Invalid, Problem};
use crate::vault::VaultError;

use super::ProfileId;

/// The one error of the client's façade. Each variant says what the app should do; texts are English, for developers
/// and logs, and hold no secret. Shells choose their own words by variant and `code`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppError {
    /// Try again later: the server cannot be reached or is busy. Nothing is lost.
    #[error("the server cannot be reached now ({reason}); try again later")]
    Offline {
        /// What failed, for the log.
        reason: String,
    },
    /// Ask for a new invitation: the server no longer knows this device. What is on the device stays until the
    /// resident signs out.
    #[error("this device is signed out; ask the building for a new invitation")]
    SignedOut {
        /// The profile whose device token is no longer valid.
        profile: ProfileId,
    },
    /// Show each problem beside its field; nothing was done.
    #[error("{}", fields_in_words(.fields))]
    Invalid {
        /// What is wrong with which field.
        fields: Vec<FieldProblemBody>,
    },
    /// Tell the resident: the building or the server does not allow it, and asking again does not help.
    #[error("not allowed ({code}): {reason}")]
    NotAllowed {
        /// The stable name of the refusal.
        code: String,
        /// The refusal in English.
        reason: String,
    },
    /// Go back to the list: it is not on this device (any more).
    #[error("there is no such {what}")]
    NotFound {
        /// What was asked for.
        what: String,
    },
    /// Show the thing again as it is now, then let the resident decide: it was changed elsewhere meanwhile.
    #[error("it was changed elsewhere meanwhile: {reason}")]
    Conflict {
        /// What changed.
        reason: String,
    },
    /// Ask the resident to update the app: the data on this device was written by a newer version.
    #[error("the data in this folder was written by a newer version of Gatepass; update this one")]
    StorageNewer,
    /// Ask the resident to free space or restart: the data on this device cannot be read or written.
    #[error("the data on this device cannot be used: {reason}")]
    StorageBroken {
        /// What failed.
        reason: String,
    },
    /// Secrets cannot be kept or read: tell the resident what the text says.
    #[error("{reason}")]
    Vault {
        /// What failed and what to do.
        reason: String,
        /// Whether this device has no secret service at all, so that another vault must be chosen.
        unavailable: bool,
    },
    /// Update the app or check the address: the server answers in a way this version does not understand.
    #[error("the server's answer cannot be understood: {reason}")]
    Unreadable {
        /// What is strange about it.
        reason: String,
    },
    /// A defect of Gatepass; report it.
    #[error("internal error: {reason}")]
    Internal {
        /// What broke.
        reason: String,
    },
}

impl AppError {
    /// One problem with one field.
    pub(crate) fn field(field: &str, problem: &Problem) -> Self {
        Self::Invalid { fields: vec![FieldProblemBody::of(field, problem)] }
    }
}

impl From<Invalid> for AppError {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid { fields: (&invalid).into() }
    }
}

impl From<VaultError> for AppError {
    fn from(error: VaultError) -> Self {
        Self::Vault { unavailable: matches!(error, VaultError::Unavailable { .. }), reason: error.to_string() }
    }
}

fn fields_in_words(fields: &[FieldProblemBody]) -> String {
    let words: Vec<_> = fields.iter().map(|problem| format!("{}: {}", problem.field, problem.detail)).collect();
    words.join("; ")
}
