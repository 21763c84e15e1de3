//! What a panel read, prepared for the look-up of a pass.

use std::fmt;

use gatepass_core::identifier::{AccessCode, Lookup, Plate, SitePepper, Token, parse_link, presented, read_qr};
use gatepass_core::pass::IdentifierKind;

/// An identifier as presented: by what a pass is looked up, and by what the log knows it again. The text itself is
/// gone, but for a plate, which has to be compared letter by letter.
#[derive(Clone)]
pub struct Reading {
    /// How it was presented.
    pub kind: IdentifierKind,
    /// What to look a pass up by, if it could be an identifier of a pass at all.
    pub lookup: Option<Lookup>,
    /// By what the same value is known again at the same site. Not the value.
    pub fingerprint: Fingerprint,
    /// What a plate camera read.
    pub plate: Option<PlateReading>,
}

/// A plate as a camera read it.
#[derive(Clone)]
pub struct PlateReading {
    /// The plate.
    pub plate: Plate,
    /// By what plates are looked up that a camera might take for this one.
    pub look_alike: Lookup,
    /// How sure the camera was, 0 to 1.
    pub confidence: Option<f32>,
}

/// By what a presented value is known again.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 16]);

impl Fingerprint {
    fn of(lookup: &Lookup) -> Self {
        let (half, _) = lookup.as_bytes().split_first_chunk().expect("a look-up has 32 bytes");
        Self(*half)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fingerprint(…)")
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Reading {
    /// Reads what a panel sent. Never fails: what cannot be an identifier is one nobody has.
    #[must_use]
    pub fn read(kind: IdentifierKind, value: &str, confidence: Option<f32>, site: &SitePepper) -> Self {
        let found = match kind {
            // A link shown as a QR code is a link.
            IdentifierKind::Qr => read_qr(value, site).ok().map(|read| (read.kind, read.lookup)),
            IdentifierKind::Code => AccessCode::parse(value).ok().map(|code| (kind, code.lookup(site))),
            IdentifierKind::Link => {
                let token = parse_link(value).ok().or_else(|| Token::parse(value).ok());
                token.map(|token| (kind, token.link_lookup()))
            }
            IdentifierKind::Plate => return Self::read_plate(value, confidence, site),
            IdentifierKind::Card => None,
        };
        match found {
            Some((kind, lookup)) => {
                Self { kind, lookup: Some(lookup), fingerprint: Fingerprint::of(&lookup), plate: None }
            }
            None => Self::unmatchable(kind, value, site),
        }
    }

    fn read_plate(value: &str, confidence: Option<f32>, site: &SitePepper) -> Self {
        let kind = IdentifierKind::Plate;
        let Ok(plate) = Plate::parse(value) else { return Self::unmatchable(kind, value, site) };
        let lookup = plate.lookup(site);
        let look_alike = plate.ocr_lookup(site);
        let plate = Some(PlateReading { plate, look_alike, confidence });
        Self { kind, lookup: Some(lookup), fingerprint: Fingerprint::of(&lookup), plate }
    }

    /// The fingerprint is peppered: a short code of the panel's own list must not be found from the log.
    fn unmatchable(kind: IdentifierKind, value: &str, site: &SitePepper) -> Self {
        let fingerprint = Fingerprint::of(&site.lookup("gp-unknown-v1", presented(value)));
        Self { kind, lookup: None, fingerprint, plate: None }
    }
}
