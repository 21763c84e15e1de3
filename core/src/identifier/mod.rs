//! How a guest presents a pass: QR and link tokens, access codes, licence plates.
//!
//! | file | the question it answers |
//! |---|---|
//! | `kind` | in which ways can a pass be presented? |
//! | `token` | what are the 128 bits behind a QR code or a link, and how are they written? |
//! | `alias` | how is the same QR code written for panels that cannot read the usual text? |
//! | `link` | what is the address of the guest's page? |
//! | `read` | a camera read this: is it ours, and which identifier is it? |
//! | `code`, `allocate` | what is an access code, which are too easy to guess, and how is a new one found? |
//! | `plate`, `plate_match` | when are two plates the same, and when is a read near enough? |
//! | `lookup` | how does a service find the pass without keeping the secret? |

mod alias;
mod allocate;
mod code;
mod kind;
mod link;
mod lookup;
mod plate;
mod plate_match;
mod read;
mod token;

pub use allocate::{NoCodeLeft, TooManyCodes, allocate, length_for};
pub use code::{AccessCode, NotACode, code_in_groups};
pub use kind::{Identifier, IdentifierKind};
pub use link::{NotALink, link_url, parse_link};
pub use lookup::{Lookup, SitePepper};
pub use plate::{NotAPlate, Plate};
pub use plate_match::{PlateMatch, PlateMatching, PlateRead, match_plate};
pub use read::{IdentifierLookup, NotOurs, presented, read_qr};
pub use token::{NotAToken, Token};
