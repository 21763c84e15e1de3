//! New identifiers for a pass. Made inside the write, so that what is free is still free when it is taken.

use gatepass_core::api::QrAlphabet;
use gatepass_core::id::DoorId;
use gatepass_core::identifier::{AccessCode, Lookup, Plate, SitePepper, Token, allocate, length_for};
use gatepass_core::pass::{Identifier, IdentifierKind, Invalid, PassDraft, Problem};
use rusqlite::OptionalExtension;

use super::core::Core;
use crate::keys::random;
use crate::ledger::{LedgerError, Refused, Result, Site, Unit};

/// The identifiers of a new pass, and what they are found by.
#[derive(Default)]
pub(super) struct Minted {
    pub(super) identifiers: Vec<Identifier>,
    pub(super) lookups: Vec<(Lookup, &'static str)>,
    pub(super) plate: Option<Plate>,
}

pub(super) fn mint(core: &Core, site: &Site, unit: &Unit, draft: &PassDraft) -> Result<Minted> {
    let pepper = core.places(|places| places.pepper(site.id, &core.keys))?;
    let mut minted = Minted::default();
    for kind in IdentifierKind::OF_A_PASS.into_iter().filter(|kind| draft.identifiers.contains(kind)) {
        let identifier = match kind {
            IdentifierKind::Qr => {
                let (token, lookups) = free_token(core, |token| token.qr_lookups(&pepper).to_vec())?;
                minted.lookups.extend(lookups.into_iter().map(|lookup| (lookup, "qr")));
                let text = match strictest_alphabet(core, site, &draft.doors) {
                    QrAlphabet::Text => token.text(),
                    QrAlphabet::Uuid => token.uuid().to_string(),
                    QrAlphabet::Digits => token.digits(),
                };
                Identifier::Qr { text }
            }
            IdentifierKind::Link => {
                let (token, lookups) = free_token(core, |token| vec![token.link_lookup()])?;
                minted.lookups.extend(lookups.into_iter().map(|lookup| (lookup, "link")));
                Identifier::Link { url: token.text() }
            }
            IdentifierKind::Code => {
                let found = free_code(core, unit, &draft.doors, &pepper)?;
                minted.lookups.push((found.lookup(&pepper), "code"));
                Identifier::Code { digits: found.as_str().to_owned() }
            }
            IdentifierKind::Plate => {
                let typed = draft.plate.as_deref().unwrap_or_default().trim().to_owned();
                let plate = Plate::parse(&typed).map_err(|_| Invalid(vec![Problem::NotAPlate.at("plate")]))?;
                minted.lookups.push((plate.lookup(&pepper), "plate"));
                minted.lookups.push((plate.ocr_lookup(&pepper), "plate_alike"));
                minted.plate = Some(plate);
                Identifier::Plate { plate: typed }
            }
            IdentifierKind::Card => continue,
        };
        minted.identifiers.push(identifier);
    }
    Ok(minted)
}

/// A token none of whose look-ups is taken: its 15-digit alias is short enough for that to happen.
fn free_token(core: &Core, lookups: impl Fn(&Token) -> Vec<Lookup>) -> Result<(Token, Vec<Lookup>)> {
    loop {
        let mut bytes = [0; 16];
        random(&mut bytes);
        let token = Token::from_bytes(bytes);
        let found = lookups(&token);
        let mut free = true;
        for lookup in &found {
            free &= !is_taken(core, lookup)?;
        }
        if free {
            return Ok((token, found));
        }
    }
}

/// Whether any pass has this look-up, long over or not, or a removed one had it of late.
fn is_taken(core: &Core, lookup: &Lookup) -> Result<bool> {
    if !core.live.found_by(lookup).is_empty() {
        return Ok(true);
    }
    let mut find = core.connection.prepare_cached(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM lookups WHERE lookup = ?1)
             OR EXISTS (SELECT 1 FROM retired_codes WHERE lookup = ?1)",
    )?;
    Ok(find.query_row([&lookup.as_bytes()[..]], |_| Ok(())).optional()?.is_some())
}

/// The alphabet that every panel at these doors can read.
fn strictest_alphabet(core: &Core, site: &Site, doors: &[DoorId]) -> QrAlphabet {
    core.places(|places| {
        let here = places.panels(site.id).filter(|panel| panel.locks.iter().any(|lock| doors.contains(&lock.door)));
        here.map(|panel| panel.qr_alphabet).max().unwrap_or_default()
    })
}

/// A code no other pass of the site has: not only of those at the same doors and times, so that an edit of either can
/// never make two alike meet.
fn free_code(core: &Core, unit: &Unit, doors: &[DoorId], pepper: &SitePepper) -> Result<AccessCode> {
    let live = core.live.most_codes_at(doors) + 1;
    let shortest = length_for(live).map_err(|_| Refused::TooManyCodes)?;
    for length in shortest..=AccessCode::LONGEST {
        // A slip of the finger must not open another pass; where codes are few, there is room to see to that.
        let is_sparse = live * 100 < 10_usize.pow(u32::try_from(length).unwrap_or(8));
        let mut failed = None;
        let found = allocate(length, random_number, |code| {
            let taken = is_taken(core, &code.lookup(pepper)).unwrap_or_else(|error| {
                failed = Some(error);
                true
            });
            let beside_live = || code.neighbours().any(|other| !core.live.found_by(&other.lookup(pepper)).is_empty());
            taken || code.is_unit(&unit.name) || (is_sparse && beside_live())
        });
        if let Some(error) = failed {
            return Err(error);
        }
        if let Ok(code) = found {
            return Ok(code);
        }
    }
    Err(LedgerError::Refused(Refused::TooManyCodes))
}

fn random_number() -> u64 {
    let mut bytes = [0; 8];
    random(&mut bytes);
    u64::from_be_bytes(bytes)
}
