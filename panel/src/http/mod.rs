//! The parts of HTTP that every endpoint uses: callers, addresses, rates, bodies and refusals.
//!
//! | file | the question it answers |
//! |---|---|
//! | `refusal` | how does an error look? |
//! | `body` | what is in the request's body, its path, its query? |
//! | `address` | from where does the request really come? |
//! | `rate` | is it too often? |
//! | `caller` | who asks, and may they? |
//! | `idempotency` | was this creating POST answered before? |
//! | `middleware` | what happens around every request: id, log line, metrics, panics, headers |
//! | `serve` | how are connections accepted, timed out and closed? |

mod address;
mod body;
mod caller;
mod idempotency;
mod middleware;
mod rate;
mod refusal;
mod serve;

pub(crate) use address::{ClientAddress, client_address};
pub(crate) use body::{JsonBody, LargeJsonBody, PathParams, QueryParams, read_body, read_json};
pub(crate) use caller::{GuessLimit, Manager, Operator, PanelCaller, Resident, resident_by};
pub(crate) use idempotency::{IdempotencyKey, secret};
pub(crate) use middleware::RequestLayer;
pub(crate) use rate::{RateLimiter, RateSubject};
pub(crate) use refusal::Refusal;
pub(crate) use serve::{Server, serve};
