//! Errors on the wire: problem details of RFC 9457, `application/problem+json`.

use serde::{Deserialize, Serialize};

use crate::pass::{FieldProblem, Invalid};

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
}

fn about_blank() -> String {
    "about:blank".to_owned()
}

impl From<&FieldProblem> for FieldProblemBody {
    fn from(found: &FieldProblem) -> Self {
        Self { field: found.field.to_owned(), code: found.problem.code().to_owned(), detail: found.problem.to_string() }
    }
}

impl From<&Invalid> for Vec<FieldProblemBody> {
    fn from(invalid: &Invalid) -> Self {
        invalid.0.iter().map(FieldProblemBody::from).collect()
    }
}
