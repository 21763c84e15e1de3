//! What every endpoint needs of HTTP: who asks, from where, how often, what is in the body, and how to say no.
//!
//! | file | the question it answers |
//! |---|---|
//! | `refusal` | how is an error said? |
//! | `body` | what is in the request's body, its path, its query? |
//! | `address` | from where does the request really come? |
//! | `rate` | is it too often? |
//! | `caller` | who asks, and may they? |
//! | `once` | was this creating POST answered before? |
//! | `wrap` | what happens around every request: id, log line, metrics, panics, headers |
//! | `serve` | how are connections accepted, timed out and closed? |

mod address;
mod body;
mod caller;
mod once;
mod rate;
mod refusal;
mod serve;
mod wrap;

pub(crate) use address::{ClientAddress, client_address};
pub(crate) use body::{Input, LargeInput, PathOf, QueryOf, read_body, read_json};
pub(crate) use caller::{Guess, Manager, Operator, PanelCaller, Resident, resident_by};
pub(crate) use once::{IdempotencyKey, secret};
pub(crate) use rate::{Rates, Subject};
pub(crate) use refusal::Refusal;
pub(crate) use serve::{Serving, serve};
pub(crate) use wrap::Wrap;
