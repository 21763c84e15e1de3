//! New identifiers for a pass. They are minted in the act that makes the pass, so that what is free is still free when
//! it is taken.

use gatepass_core::id::DoorId;
use gatepass_core::identifier::{AccessCode, Lookup, Plate, SitePepper, Token, allocate, length_for};
use gatepass_core::panel::QrAlphabet;
use gatepass_core::pass::{Identifier, IdentifierKind, Invalid, PassDraft, Problem};

use super::{Act, LedgerError, LookupForm, RefusalReason, Result, Site, Unit};
use crate::keys::random;

/// The identifiers of a new pass, and what they are found by.
#[derive(Default)]
pub(super) struct NewIdentifiers {
    pub(super) identifiers: Vec<Identifier>,
    pub(super) lookups: Vec<(Lookup, LookupForm)>,
    pub(super) plate: Option<Plate>,
}

pub(super) fn mint(act: &Act<'_>, site: &Site, unit: &Unit, draft: &PassDraft) -> Result<NewIdentifiers> {
    let mint = Mint { act, site, pepper: act.directory().pepper(site.id, act.keys)? };
    let mut minted = NewIdentifiers::default();
    for kind in IdentifierKind::OF_A_PASS.into_iter().filter(|kind| draft.identifiers.contains(kind)) {
        let identifier = match kind {
            IdentifierKind::Qr => {
                let (token, lookups) = mint.free_token(|token| token.qr_lookups(&mint.pepper).to_vec())?;
                minted.lookups.extend(lookups.into_iter().map(|lookup| (lookup, LookupForm::Qr)));
                let text = match mint.strictest_alphabet(&draft.doors) {
                    QrAlphabet::Text => token.text(),
                    QrAlphabet::Uuid => token.uuid().to_string(),
                    QrAlphabet::Digits => token.digits(),
                };
                Identifier::Qr { text }
            }
            IdentifierKind::Link => {
                let (token, lookups) = mint.free_token(|token| vec![token.link_lookup()])?;
                minted.lookups.extend(lookups.into_iter().map(|lookup| (lookup, LookupForm::Link)));
                Identifier::Link { url: token.text() }
            }
            IdentifierKind::Code => {
                let found = mint.free_code(unit, &draft.doors)?;
                minted.lookups.push((found.lookup(&mint.pepper), LookupForm::Code));
                Identifier::Code { digits: found.as_str().to_owned() }
            }
            IdentifierKind::Plate => {
                let typed = draft.plate.as_deref().unwrap_or_default().trim().to_owned();
                let plate = Plate::parse(&typed).map_err(|_| Invalid(vec![Problem::NotAPlate.at("plate")]))?;
                minted.lookups.push((plate.lookup(&mint.pepper), LookupForm::Plate));
                minted.lookups.push((plate.ocr_lookup(&mint.pepper), LookupForm::PlateAlike));
                minted.plate = Some(plate);
                Identifier::Plate { plate: typed }
            }
            IdentifierKind::Card => continue,
        };
        minted.identifiers.push(identifier);
    }
    Ok(minted)
}

struct Mint<'a> {
    act: &'a Act<'a>,
    site: &'a Site,
    pepper: SitePepper,
}

impl Mint<'_> {
    /// A token none of whose look-ups is taken: its 15-digit alias is short enough for that to happen.
    fn free_token(&self, lookups: impl Fn(&Token) -> Vec<Lookup>) -> Result<(Token, Vec<Lookup>)> {
        loop {
            let mut bytes = [0; 16];
            random(&mut bytes);
            let token = Token::from_bytes(bytes);
            let found = lookups(&token);
            let mut free = true;
            for lookup in &found {
                free &= !self.is_taken(lookup)?;
            }
            if free {
                return Ok((token, found));
            }
        }
    }

    /// Whether a pass of the site has this look-up in memory.
    fn is_live(&self, lookup: &Lookup) -> bool {
        self.act.site_state(self.site.id).passes.has(lookup)
    }

    /// Whether any pass of the site has this look-up, long over or not, or a pass that was removed recently had it.
    fn is_taken(&self, lookup: &Lookup) -> Result<bool> {
        Ok(self.is_live(lookup) || self.act.archive.is_taken(self.site.id, lookup)?)
    }

    /// The alphabet that every panel at these doors can read.
    fn strictest_alphabet(&self, doors: &[DoorId]) -> QrAlphabet {
        let panels = self.act.directory().panels(self.site.id);
        let here = panels.filter(|panel| panel.locks.iter().any(|lock| doors.contains(&lock.door)));
        here.map(|panel| panel.qr_alphabet).max().unwrap_or_default()
    }

    /// A code no other pass of the site has: not only of those at the same doors and times, so that an edit of either
    /// can never make two alike meet.
    fn free_code(&self, unit: &Unit, doors: &[DoorId]) -> Result<AccessCode> {
        let live = self.act.site_state(self.site.id).passes.most_codes_at(doors) + 1;
        let shortest = length_for(live).map_err(|_| RefusalReason::TooManyCodes)?;
        for length in shortest..=AccessCode::LONGEST {
            // A slip of the finger must not open another pass; where codes are few, there is room to see to that.
            let is_sparse = live * 100 < 10_usize.pow(u32::try_from(length).unwrap_or(8));
            let mut failed = None;
            let found = allocate(length, random_number, |code| {
                let taken = self.is_taken(&code.lookup(&self.pepper)).unwrap_or_else(|error| {
                    failed = Some(error);
                    true
                });
                let beside_live = || code.neighbours().any(|other| self.is_live(&other.lookup(&self.pepper)));
                taken || code.is_unit(&unit.name) || (is_sparse && beside_live())
            });
            if let Some(error) = failed {
                return Err(error);
            }
            if let Ok(code) = found {
                return Ok(code);
            }
        }
        Err(LedgerError::Refused(RefusalReason::TooManyCodes))
    }
}

fn random_number() -> u64 {
    let mut bytes = [0; 8];
    random(&mut bytes);
    u64::from_be_bytes(bytes)
}
