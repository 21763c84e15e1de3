//! Errors on the wire: problem details of RFC 9457, `application/problem+json`.

use chrono::NaiveDate;
use gatepass_words::wizard::Message as Phrase;
use serde::{Deserialize, Deserializer, Serialize};

use crate::pass::{Expected, FieldProblem, Invalid, Problem};

/// An error. `code` is stable; `title` and `detail` are English for developers and logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProblemBody {
    /// `about:blank`, or a page about this kind of error.
    #[serde(rename = "type", default = "about_blank")]
    pub kind: String,
    /// What went wrong, in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable name of the error.
    pub code: String,
    /// What went wrong this time, and what to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// For bad input: which fields, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblemBody>,
}

/// One field that cannot stay as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblemBody {
    /// The field's path in the request body, `schedule.ends_at`.
    pub field: String,
    /// The stable name of the problem.
    pub code: String,
    /// What is wrong and what to do, in English.
    pub detail: String,
    /// What the problem's message names, so that a client can say it in its resident's language.
    #[serde(default, skip_serializing_if = "ProblemArguments::is_empty", deserialize_with = "leniently")]
    pub arguments: ProblemArguments,
}

/// What the message of a problem names. Each code has at most one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ProblemArguments {
    /// `starts_in_past`: the first local day that can be chosen; `more_than_a_year`: the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// `too_long`, `too_far_ahead`: how many days the site allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// `uses_out_of_range`, `too_long_text`, `too_many_passes`: the highest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// `fewer_than_used`: visits so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used: Option<u32>,
    /// `malformed`: what the field should look like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<Expected>,
}

fn about_blank() -> String {
    "about:blank".to_owned()
}

/// Arguments this version cannot read are as good as none: the problem is then said in English.
fn leniently<'de, D: Deserializer<'de>>(from: D) -> Result<ProblemArguments, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

impl ProblemArguments {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn of(problem: &Problem) -> Self {
        let none = Self::default();
        match *problem {
            Problem::StartsInPast { earliest: date } | Problem::MoreThanAYear { latest: date } => {
                Self { date: Some(date), ..none }
            }
            Problem::TooLong { days } | Problem::TooFarAhead { days } => Self { days: Some(days), ..none },
            Problem::UsesOutOfRange { max } | Problem::TooManyPasses { max } => Self { max: Some(max), ..none },
            Problem::TooLongText { max } => Self { max: u32::try_from(max).ok(), ..none },
            Problem::FewerThanUsed { used } => Self { used: Some(used), ..none },
            Problem::Malformed { expected } => Self { expected, ..none },
            _ => none,
        }
    }

    /// What to tell the resident of the problem of this code that has these arguments.
    pub(crate) fn phrase(&self, code: &str, detail: &str) -> Phrase {
        match self.problem(code) {
            Some(problem) => problem.phrase(),
            None => refusal_phrase(code, detail),
        }
    }

    /// The problem of this code that has these arguments; `None` if its message has none or lacks one.
    fn problem(&self, code: &str) -> Option<Problem> {
        Some(match code {
            "malformed" => Problem::Malformed { expected: self.expected },
            "starts_in_past" => Problem::StartsInPast { earliest: self.date? },
            "more_than_a_year" => Problem::MoreThanAYear { latest: self.date? },
            "too_long" => Problem::TooLong { days: self.days? },
            "too_far_ahead" => Problem::TooFarAhead { days: self.days? },
            "uses_out_of_range" => Problem::UsesOutOfRange { max: self.max? },
            "fewer_than_used" => Problem::FewerThanUsed { used: self.used? },
            "too_long_text" => Problem::TooLongText { max: usize::try_from(self.max?).ok()? },
            "too_many_passes" => Problem::TooManyPasses { max: self.max? },
            _ => return None,
        })
    }
}

impl FieldProblemBody {
    /// This problem of this field.
    #[must_use]
    pub fn of(field: &str, problem: &Problem) -> Self {
        Self {
            field: field.to_owned(),
            code: problem.code().to_owned(),
            detail: problem.to_string(),
            arguments: ProblemArguments::of(problem),
        }
    }

    /// The same, with more than its message says told to developers and managers, in English.
    #[must_use]
    pub fn with_detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// What to tell the resident. What only a later version of the service knows is said as it says it, in English.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match (self.field.as_str(), self.code.as_str()) {
            ("server", "missing") => Phrase::ProblemServerMissing,
            ("profile", "missing") => Phrase::ProblemChooseProfile,
            (_, code) => self.arguments.phrase(code, &self.detail),
        }
    }
}

/// What to tell the resident of a refusal: in the catalogue's words where its stable name says all, else as `reason`
/// has it, in English.
#[must_use]
pub fn refusal_phrase(code: &str, reason: &str) -> Phrase {
    // Who asks for a token has none: it was the invitation that did not do.
    let code = if code == "unauthorized" { "invitation_not_good" } else { code };
    let id = format!("problem-{}", code.replace('_', "-"));
    let known = Phrase::PLAIN.iter().find(|phrase| phrase.id() == id);
    known.cloned().unwrap_or_else(|| Phrase::Verbatim { text: reason.to_owned() })
}

impl From<&FieldProblem> for FieldProblemBody {
    fn from(found: &FieldProblem) -> Self {
        Self::of(found.field, &found.problem)
    }
}

impl From<&Invalid> for Vec<FieldProblemBody> {
    fn from(invalid: &Invalid) -> Self {
        invalid.0.iter().map(FieldProblemBody::from).collect()
    }
}
