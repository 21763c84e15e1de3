//! Why a command did not do what it was asked, told with what to do about it, and the exit status.

use std::process::ExitCode;

use gatepass_core::api::FieldProblemBody;
use gatepass_core::app::AppError;
use serde::Serialize;

/// A command that did not come to its end. The variant is the exit status (see `gatepass --help`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// What to tell scripts: stable.
    pub(crate) code: String,
    /// What to tell people.
    pub(crate) message: String,
    /// Problems with what was asked for, one a line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) errors: Vec<FieldLine>,
    #[serde(skip)]
    status: Status,
}

/// One thing that cannot stay as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FieldLine {
    /// The field's name on the wire, `schedule.ends_at`.
    pub(crate) field: String,
    /// The flag that sets it, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) flag: Option<&'static str>,
    /// The stable name of the problem.
    pub(crate) code: String,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Broken = 1,
    Usage = 2,
    Refused = 3,
    NotFound = 4,
    Unreachable = 5,
    Cancelled = 6,
}

impl Failure {
    /// The command line makes no sense as a whole; `message` says how to write it.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Status::Usage, "usage", message)
    }

    /// Nothing of that name.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(Status::NotFound, "not_found", message)
    }

    /// Not allowed as asked.
    pub(crate) fn refused(code: &str, message: impl Into<String>) -> Self {
        Self::new(Status::Refused, code, message)
    }

    /// Something that should work does not.
    pub(crate) fn broken(message: impl Into<String>) -> Self {
        Self::new(Status::Broken, "failed", message)
    }

    /// The person at the keyboard left.
    pub(crate) fn cancelled(message: impl Into<String>) -> Self {
        Self::new(Status::Cancelled, "cancelled", message)
    }

    fn new(status: Status, code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), errors: Vec::new(), status }
    }

    /// What the shell is told.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.status as u8)
    }

    /// The failure as lines for a person.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.message.clone()];
        lines.extend(self.errors.iter().map(|error| {
            let what = error.flag.unwrap_or(&error.field);
            format!("  {what}: {}", error.message)
        }));
        lines
    }

    /// Names the flag of each field.
    pub(crate) fn with_flags(mut self, flag_of: impl Fn(&str) -> Option<&'static str>) -> Self {
        for error in &mut self.errors {
            error.flag = flag_of(&error.field);
        }
        self
    }
}

impl FieldLine {
    pub(crate) fn of(problem: &FieldProblemBody) -> Self {
        Self { field: problem.field.clone(), flag: None, code: problem.code.clone(), message: problem.detail.clone() }
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let message = error.to_string();
        match error {
            AppError::Offline { .. } => Self::new(Status::Unreachable, "offline", message),
            AppError::SignedOut { .. } => Self::new(
                Status::Refused,
                "signed_out",
                "the building no longer knows this device; ask for a new invitation, then \
                 `gatepass activate --server URL CODE`",
            ),
            AppError::Invalid { fields } => Self {
                errors: fields.iter().map(FieldLine::of).collect(),
                ..Self::new(Status::Refused, "invalid", "this cannot be done as asked:")
            },
            AppError::NotAllowed { code, reason } => Self::new(Status::Refused, &code, reason),
            AppError::NotFound { .. } => Self::new(Status::NotFound, "not_found", message),
            AppError::Conflict { .. } => Self::new(Status::Refused, "conflict", message),
            AppError::Vault { unavailable: true, .. } => Self::new(
                Status::Broken,
                "no_secret_service",
                "this machine runs no secret service that could keep your access token.\n\
                 Start one (GNOME Keyring, KWallet, KeePassXC), or let Gatepass keep it in a file that only you can \
                 read: add --secrets-file",
            ),
            AppError::Vault { .. } => Self::new(Status::Broken, "vault", message),
            AppError::StorageNewer => Self::new(Status::Broken, "storage_newer", message),
            AppError::StorageBroken { .. } => Self::new(Status::Broken, "storage", message),
            AppError::Unreadable { .. } => Self::new(Status::Broken, "unreadable", message),
            AppError::Internal { .. } => Self::new(Status::Broken, "internal", message),
        }
    }
}
