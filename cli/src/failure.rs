//! Why a command failed: the message with its remedy, and the exit status.

use std::process::ExitCode;

use gatepass_core::api::{FieldProblemBody, refusal_phrase};
use gatepass_core::app::AppError;
use gatepass_words::Language;
use gatepass_words::terminal::Message;
use serde_json::{Value, json};

/// The command that makes this machine a resident's device.
pub(crate) const ACTIVATE: &str = "gatepass activate --server URL CODE";

/// A command that failed. The status is the exit status (see `gatepass --help`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The stable name for scripts.
    pub(crate) code: String,
    /// The text for people.
    message: FailureMessage,
    /// The fields that were not accepted.
    pub(crate) errors: Vec<FieldError>,
    status: ExitStatus,
}

/// A field that was not accepted, with the flag that sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldError {
    /// What is wrong with which field.
    problem: FieldProblemBody,
    /// The flag that sets the field, if there is one.
    flag: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExitStatus {
    Broken = 1,
    Usage = 2,
    Refused = 3,
    NotFound = 4,
    Unreachable = 5,
    Cancelled = 6,
}

impl Failure {
    /// The command line cannot be understood; `message` says how to write it.
    pub(crate) fn usage(message: impl Into<FailureMessage>) -> Self {
        Self::new(ExitStatus::Usage, "usage", message)
    }

    /// There is no such pass or profile.
    pub(crate) fn not_found(message: impl Into<FailureMessage>) -> Self {
        Self::new(ExitStatus::NotFound, "not_found", message)
    }

    /// The pass or the change is not allowed.
    pub(crate) fn refused(code: &str, message: impl Into<FailureMessage>) -> Self {
        Self::new(ExitStatus::Refused, code, message)
    }

    /// Something on this machine or on the server is broken.
    pub(crate) fn broken(message: impl Into<FailureMessage>) -> Self {
        Self::new(ExitStatus::Broken, "failed", message)
    }

    /// The server gave no answer, and the command needs one.
    pub(crate) fn unreachable() -> Self {
        Self::new(ExitStatus::Unreachable, "offline", Message::FailureNoAnswer)
    }

    /// The person at the keyboard left.
    pub(crate) fn cancelled() -> Self {
        Self::new(ExitStatus::Cancelled, "cancelled", Message::FailureNothingChanged)
    }

    fn new(status: ExitStatus, code: &str, message: impl Into<FailureMessage>) -> Self {
        Self { code: code.to_owned(), message: message.into(), errors: Vec::new(), status }
    }

    /// The exit status for the shell.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.status as u8)
    }

    /// The failure as lines for a person.
    pub(crate) fn lines(&self, language: Language) -> Vec<String> {
        let mut lines = vec![self.message.say(language)];
        lines.extend(self.errors.iter().map(|error| {
            let what = error.flag.unwrap_or(&error.problem.field);
            format!("  {what}: {}", error.say(language))
        }));
        lines
    }

    /// The failure for a script. The codes are stable, the messages are for people.
    pub(crate) fn json(&self, language: Language) -> Value {
        let mut json = json!({ "code": self.code, "message": self.message.say(language) });
        if !self.errors.is_empty() {
            json["errors"] = self.errors.iter().map(|error| error.json(language)).collect();
        }
        json
    }

    /// The failure with the flag of each field.
    pub(crate) fn with_flags(mut self, flag_of: impl Fn(&str) -> Option<&'static str>) -> Self {
        for error in &mut self.errors {
            error.flag = flag_of(&error.problem.field);
        }
        self
    }
}

impl FieldError {
    fn of(problem: FieldProblemBody) -> Self {
        Self { problem, flag: None }
    }

    fn say(&self, language: Language) -> String {
        self.problem.phrase().say(language)
    }

    fn json(&self, language: Language) -> Value {
        let mut json = json!({ "field": self.problem.field, "code": self.problem.code, "message": self.say(language) });
        if let Some(flag) = self.flag {
            json["flag"] = flag.into();
        }
        json
    }
}

/// The text of a failure: a message of the catalogue, or text that is not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FailureMessage {
    Message(Box<Message>),
    /// A refusal of the rules or the service, by its stable name and in English.
    Problem {
        code: String,
        detail: String,
    },
    /// A text of the demo, in English.
    #[cfg(feature = "demo")]
    Plain(String),
}

impl FailureMessage {
    fn say(&self, language: Language) -> String {
        match self {
            Self::Message(message) => message.say(language),
            Self::Problem { code, detail } => refusal_phrase(code, detail).say(language),
            #[cfg(feature = "demo")]
            Self::Plain(text) => text.clone(),
        }
    }
}

impl From<Message> for FailureMessage {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

#[cfg(feature = "demo")]
impl From<String> for FailureMessage {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

#[cfg(feature = "demo")]
impl From<&str> for FailureMessage {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let (status, code, message) = match error {
            AppError::Offline { reason } => (ExitStatus::Unreachable, "offline", Message::FailureOffline { reason }),
            AppError::SignedOut { .. } => {
                (ExitStatus::Refused, "signed_out", Message::FailureSignedOut { command: ACTIVATE.to_owned() })
            }
            AppError::Invalid { fields } => {
                return Self {
                    errors: fields.into_iter().map(FieldError::of).collect(),
                    ..Self::new(ExitStatus::Refused, "invalid", Message::FailureInvalid)
                };
            }
            AppError::NotAllowed { code, reason } => {
                return Self::new(ExitStatus::Refused, &code.clone(), FailureMessage::Problem { code, detail: reason });
            }
            AppError::NotFound { what } => (ExitStatus::NotFound, "not_found", Message::FailureNotFound { what }),
            AppError::Conflict { reason } => (ExitStatus::Refused, "conflict", Message::FailureConflict { reason }),
            AppError::Vault { unavailable: true, .. } => {
                (ExitStatus::Broken, "no_secret_service", Message::FailureNoSecretService)
            }
            AppError::Vault { reason, .. } => (ExitStatus::Broken, "vault", Message::FailureSecrets { reason }),
            AppError::StorageNewer => (ExitStatus::Broken, "storage_newer", Message::FailureStorageNewer),
            AppError::StorageBroken { reason } => (ExitStatus::Broken, "storage", Message::FailureStorage { reason }),
            AppError::Unreadable { reason } => {
                (ExitStatus::Broken, "unreadable", Message::FailureUnreadable { reason })
            }
            AppError::Internal { reason } => (ExitStatus::Broken, "internal", Message::FailureInternal { reason }),
        };
        Self::new(status, code, message)
    }
}
