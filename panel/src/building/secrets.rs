//! The encrypted copies of identifiers. They show a pass again while it is valid.

use gatepass_core::id::PassId;
use gatepass_core::pass::{Identifier, IdentifierKind};

use super::SealedIdentifier;
use crate::keys::Keys;

/// An identifier's secret.
fn secret_of(identifier: &Identifier) -> &str {
    match identifier {
        Identifier::Qr { text } => text,
        Identifier::Code { digits } => digits,
        Identifier::Link { url } => url,
        Identifier::Plate { plate } => plate,
    }
}

/// The identifier of a kind with this secret. A pass has no card.
pub(crate) fn identifier_of(kind: IdentifierKind, secret: String) -> Option<Identifier> {
    match kind {
        IdentifierKind::Qr => Some(Identifier::Qr { text: secret }),
        IdentifierKind::Code => Some(Identifier::Code { digits: secret }),
        IdentifierKind::Link => Some(Identifier::Link { url: secret }),
        IdentifierKind::Plate => Some(Identifier::Plate { plate: secret }),
        IdentifierKind::Card => None,
    }
}

/// Encrypts the copy of an identifier.
pub(crate) fn seal(keys: &Keys, pass: PassId, identifier: &Identifier) -> SealedIdentifier {
    let kind = identifier.kind();
    SealedIdentifier { kind, sealed: keys.seal(&context(pass, kind), secret_of(identifier).as_bytes()) }
}

/// What the box of an identifier is bound to.
pub(crate) fn context(pass: PassId, kind: IdentifierKind) -> [Vec<u8>; 3] {
    [b"identifier".to_vec(), pass.0.as_bytes().to_vec(), kind.code().as_bytes().to_vec()]
}

/// Decrypts the copy of an identifier. One that does not open is shown without its secret: the pass still works.
pub(crate) fn unseal(keys: &Keys, pass: PassId, identifier: &SealedIdentifier) -> String {
    if identifier.sealed.is_empty() {
        return String::new();
    }
    match keys.open(&context(pass, identifier.kind), &identifier.sealed) {
        Ok(plain) => String::from_utf8_lossy(&plain).into_owned(),
        Err(error) => {
            tracing::warn!(%pass, kind = identifier.kind.code(), %error, "an identifier cannot be shown again");
            String::new()
        }
    }
}

/// The identifiers of a pass for showing: in the clear, or with an empty secret each.
pub(crate) fn shown(keys: &Keys, pass: PassId, sealed: &[SealedIdentifier], in_the_clear: bool) -> Vec<Identifier> {
    let secret = |sealed| if in_the_clear { unseal(keys, pass, sealed) } else { String::new() };
    sealed.iter().filter_map(|sealed| identifier_of(sealed.kind, secret(sealed))).collect()
}
