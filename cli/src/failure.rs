//! Why a command did not do what it was asked, told with what to do about it, and the exit status.

use std::process::ExitCode;

use gatepass_core::api::FieldProblemBody;
use gatepass_core::app::AppError;
use gatepass_words::Language;
use gatepass_words::terminal::Message;
use serde_json::{Value, json};

use crate::words;

/// What to type to become a resident's device.
pub(crate) const ACTIVATE: &str = "gatepass activate --server URL CODE";

/// A command that did not come to its end. The variant is the exit status (see `gatepass --help`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What to tell scripts: stable.
    pub(crate) code: String,
    /// What to tell people.
    message: Told,
    /// Problems with what was asked for, one a line.
    pub(crate) errors: Vec<FieldLine>,
    status: Status,
}

/// One thing that cannot stay as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldLine {
    /// The field's name on the wire, `schedule.ends_at`.
    pub(crate) field: String,
    /// The flag that sets it, if one does.
    pub(crate) flag: Option<&'static str>,
    /// The stable name of the problem.
    pub(crate) code: String,
    /// What is wrong and what to do, in English.
    detail: String,
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
    pub(crate) fn usage(message: impl Into<Told>) -> Self {
        Self::new(Status::Usage, "usage", message)
    }

    /// Nothing of that name.
    pub(crate) fn not_found(message: impl Into<Told>) -> Self {
        Self::new(Status::NotFound, "not_found", message)
    }

    /// Not allowed as asked.
    pub(crate) fn refused(code: &str, message: impl Into<Told>) -> Self {
        Self::new(Status::Refused, code, message)
    }

    /// Something that should work does not.
    pub(crate) fn broken(message: impl Into<Told>) -> Self {
        Self::new(Status::Broken, "failed", message)
    }

    /// The server gave no answer, and the command needs one.
    pub(crate) fn unreachable() -> Self {
        Self::new(Status::Unreachable, "offline", Message::FailureNoAnswer)
    }

    /// The person at the keyboard left.
    pub(crate) fn cancelled() -> Self {
        Self::new(Status::Cancelled, "cancelled", Message::FailureNothingChanged)
    }

    fn new(status: Status, code: &str, message: impl Into<Told>) -> Self {
        Self { code: code.to_owned(), message: message.into(), errors: Vec::new(), status }
    }

    /// What the shell is told.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.status as u8)
    }

    /// The failure as lines for a person.
    pub(crate) fn lines(&self, language: Language) -> Vec<String> {
        let mut lines = vec![self.message.say(language)];
        lines.extend(self.errors.iter().map(|error| {
            let what = error.flag.unwrap_or(&error.field);
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
        Self { field: problem.field.clone(), flag: None, code: problem.code.clone(), detail: problem.detail.clone() }
    }

    fn say(&self, language: Language) -> String {
        words::problem(&self.code, &self.detail, language)
    }

    fn json(&self, language: Language) -> Value {
        let mut json = json!({ "field": self.field, "code": self.code, "message": self.say(language) });
        if let Some(flag) = self.flag {
            json["flag"] = flag.into();
        }
        json
    }
}

/// What a failure says: a message of the catalogue, or words that are not translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Message(Box<Message>),
    /// A refusal of the rules or the service, by its stable name and in English.
    Problem {
        code: String,
        detail: String,
    },
    /// What only the demo says, in English.
    #[cfg(feature = "demo")]
    Plain(String),
}

impl Told {
    fn say(&self, language: Language) -> String {
        match self {
            Self::Message(message) => message.say(language),
            Self::Problem { code, detail } => words::problem(code, detail, language),
            #[cfg(feature = "demo")]
            Self::Plain(text) => text.clone(),
        }
    }
}

impl From<Message> for Told {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

#[cfg(feature = "demo")]
impl From<String> for Told {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

#[cfg(feature = "demo")]
impl From<&str> for Told {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let (status, code, message) = match error {
            AppError::Offline { reason } => (Status::Unreachable, "offline", Message::FailureOffline { reason }),
            AppError::SignedOut { .. } => {
                (Status::Refused, "signed_out", Message::FailureSignedOut { command: ACTIVATE.to_owned() })
            }
            AppError::Invalid { fields } => {
                return Self {
                    errors: fields.iter().map(FieldLine::of).collect(),
                    ..Self::new(Status::Refused, "invalid", Message::FailureInvalid)
                };
            }
            AppError::NotAllowed { code, reason } => {
                return Self::new(Status::Refused, &code.clone(), Told::Problem { code, detail: reason });
            }
            AppError::NotFound { what } => (Status::NotFound, "not_found", Message::FailureNotFound { what }),
            AppError::Conflict { reason } => (Status::Refused, "conflict", Message::FailureConflict { reason }),
            AppError::Vault { unavailable: true, .. } => {
                (Status::Broken, "no_secret_service", Message::FailureNoSecretService)
            }
            AppError::Vault { reason, .. } => (Status::Broken, "vault", Message::FailureSecrets { reason }),
            AppError::StorageNewer => (Status::Broken, "storage_newer", Message::FailureStorageNewer),
            AppError::StorageBroken { reason } => (Status::Broken, "storage", Message::FailureStorage { reason }),
            AppError::Unreadable { reason } => (Status::Broken, "unreadable", Message::FailureUnreadable { reason }),
            AppError::Internal { reason } => (Status::Broken, "internal", Message::FailureInternal { reason }),
        };
        Self::new(status, code, message)
    }
}
