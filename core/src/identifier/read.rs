//! What a camera read as a QR code: is it ours, and which identifier is it?

use uuid::Uuid;

use super::alias::{digits_lookup, is_digits_alias, uuid_lookup};
use super::{IdentifierKind, Lookup, SitePepper, Token, parse_link};

/// An identifier as presented at a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentifierLookup {
    /// How the pass is presented.
    pub kind: IdentifierKind,
    /// What to look the pass up by.
    pub lookup: Lookup,
}

/// What was presented, without what readers put around it: white space, control characters, a byte-order mark.
#[must_use]
pub fn presented(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character.is_control() || character == '\u{feff}')
}

/// What was read is no identifier of Gatepass.
///
/// The caller should answer *not handled*, so that the panel decides by its own list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not a pass: a pass is 26 letters and digits, a UUID, 15 digits, or a link ending in /g/ and 26 characters")]
pub struct NotOurs;

/// Reads a QR code's text, whichever dialect of the site's panels it is in: the token's text (in any case, with or
/// without hyphens), its UUID alias, its 15-digit alias, or the guest's link, which makes it a link.
pub fn read_qr(text: &str, site: &SitePepper) -> Result<IdentifierLookup, NotOurs> {
    let text = presented(text);
    let qr = |lookup| Ok(IdentifierLookup { kind: IdentifierKind::Qr, lookup });
    if let Ok(token) = Token::parse(text) {
        return qr(token.qr_lookup());
    }
    if is_digits_alias(text) {
        return qr(digits_lookup(text, site));
    }
    if let Ok(uuid) = Uuid::try_parse(text) {
        return qr(uuid_lookup(uuid));
    }
    let token = parse_link(text).map_err(|_| NotOurs)?;
    Ok(IdentifierLookup { kind: IdentifierKind::Link, lookup: token.link_lookup() })
}
