//! A building to test in: street door, lobby and garage, one panel with a lock for each, one unit with one resident.

use std::sync::Arc;

use crate::decide::Reading;
use crate::keys::{Keys, TokenHash, mint_invitation_code, mint_token};
use crate::ledger::{
    Attribution, Ledger, NewDevice, NewDoor, NewInvitation, NewPanel, NewPass, NewSite, NewUnit, PageRequest,
    PanelAnswer, PassUpdate, PassView, Presentation, Result, Scope,
};
use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::door::DoorKind;
use gatepass_core::id::{DoorId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::panel::{MakeName, PanelLock, QrAlphabet, UnknownPolicy};
use gatepass_core::pass::{
    GuestKind, Identifier, IdentifierKind, PassChange, PassDraft, PassType, Policy, Schedule, UseLimits, Weekly,
};
use gatepass_core::time::{Days, WallTime, Zone};

use super::Backend;

pub(crate) struct Building {
    pub(crate) ledger: Arc<dyn Ledger>,
    pub(crate) keys: Arc<Keys>,
    pub(crate) site: SiteId,
    pub(crate) site_number: u32,
    pub(crate) street: DoorId,
    pub(crate) lobby: DoorId,
    pub(crate) garage: DoorId,
    pub(crate) panel: PanelId,
    pub(crate) unit: UnitId,
    pub(crate) resident: ResidentId,
}

/// A Monday morning, ten o'clock in New York.
pub(crate) fn monday() -> DateTime<Utc> {
    "2026-11-23T15:00:00Z".parse().unwrap()
}

pub(crate) fn new_york() -> Zone {
    Zone::named("America/New_York").unwrap()
}

pub(crate) fn seconds(count: i64) -> TimeDelta {
    TimeDelta::seconds(count)
}

pub(crate) fn all() -> PageRequest {
    PageRequest { after: None, limit: 10_000 }
}

pub(crate) fn new_panel(site: SiteId, name: &str, locks: &[DoorId]) -> NewPanel {
    let locks = (1_u16..).zip(locks).map(|(lock, door)| PanelLock { lock, door: *door }).collect();
    NewPanel {
        site,
        name: name.to_owned(),
        locks,
        adapter: MakeName::NATIVE,
        qr_alphabet: QrAlphabet::Text,
        unknown: UnknownPolicy::Deny,
        open_ms: 3000,
        token: TokenHash::of(&mint_token("gpp")),
    }
}

pub(crate) fn new_door(site: SiteId, name: &str, kind: DoorKind) -> NewDoor {
    NewDoor { site, name: name.to_owned(), kind, shareable: true, location: None }
}

impl Building {
    /// With passes on and strict grace, so that every presentation counts unless a test wants otherwise.
    pub(crate) async fn new(backend: &dyn Backend) -> Self {
        let policy = Policy { passes_enabled: true, grace_seconds: 0, ..Policy::default() };
        Self::with_policy(backend, policy).await
    }

    pub(crate) async fn with_policy(backend: &dyn Backend, policy: Policy) -> Self {
        let now = monday();
        let ledger = backend.open(now).await;
        let new = NewSite { name: "Elm Court".into(), address: "1 Elm Street".into(), zone: new_york(), policy };
        let site = ledger.add_site(new, None, Attribution::operator(now)).await.unwrap().value;
        let mut doors = Vec::new();
        for (name, kind) in
            [("Street door", DoorKind::Street), ("Lobby", DoorKind::Lobby), ("Garage", DoorKind::Garage)]
        {
            doors.push(
                ledger
                    .add_door(new_door(site.id, name, kind), None, Attribution::operator(now))
                    .await
                    .unwrap()
                    .value
                    .id,
            );
        }
        let panel = ledger
            .add_panel(new_panel(site.id, "Entrance", &doors), None, Attribution::operator(now))
            .await
            .unwrap()
            .value;
        let new = NewUnit { site: site.id, name: "12B".into(), doors: None };
        let unit = ledger.add_unit(new, None, Attribution::operator(now)).await.unwrap().value.id;
        let (site_id, site_number) = (site.id, site.number);
        let mut building = Self {
            ledger,
            keys: backend.keys(),
            site: site_id,
            site_number,
            street: doors[0],
            lobby: doors[1],
            garage: doors[2],
            panel: panel.id,
            unit,
            resident: ResidentId(uuid::Uuid::nil()),
        };
        building.resident = building.add_resident(unit, "Ana").await;
        building
    }

    /// The building in a ledger that has one.
    pub(crate) async fn found(ledger: Arc<dyn Ledger>, keys: Arc<Keys>) -> Self {
        let site = ledger.sites(all()).await.unwrap().items.remove(0);
        let doors: Vec<DoorId> = ledger.doors(site.id).await.unwrap().iter().map(|door| door.id).collect();
        let panel = ledger.panels(site.id).await.unwrap().remove(0).id;
        let unit = ledger.units(site.id, all()).await.unwrap().items.remove(0).id;
        let resident = ledger.residents(unit).await.unwrap().remove(0).id;
        let (street, lobby, garage) = (doors[0], doors[1], doors[2]);
        Self { ledger, keys, site: site.id, site_number: site.number, street, lobby, garage, panel, unit, resident }
    }

    /// A new resident of a unit.
    pub(crate) async fn add_resident(&self, unit: UnitId, name: &str) -> ResidentId {
        let code = TokenHash::of_invitation(&mint_invitation_code());
        let new = NewInvitation {
            unit,
            resident_name: name.to_owned(),
            resident: None,
            code,
            expires_at: monday() + TimeDelta::days(3),
        };
        self.ledger.invite(new, None, Attribution::operator(monday())).await.unwrap();
        let token = TokenHash::of(&mint_token("gpd"));
        let activate = NewDevice { code, device_name: format!("{name}'s phone"), token };
        self.ledger.activate(activate, None, monday()).await.unwrap().value.resident
    }

    pub(crate) fn scope(&self) -> Scope {
        Scope::Unit(self.unit)
    }

    /// A pass for all doors, all week from 09:00 to 17:00, unlimited, with QR, code and link.
    pub(crate) fn draft(&self) -> PassDraft {
        PassDraft {
            name: "Dog walker".into(),
            comment: "Has the key to the flat".into(),
            guest: GuestKind::Guest,
            schedule: Schedule::Recurring(Weekly {
                days: Days::EVERY,
                from: WallTime::new(9, 0).unwrap(),
                to: WallTime::new(17, 0).unwrap(),
                starts: "2026-11-23".parse().unwrap(),
                expires: "2026-12-31".parse().unwrap(),
                time_zone: new_york(),
            }),
            uses: UseLimits::UNLIMITED,
            doors: vec![self.street, self.lobby, self.garage],
            identifiers: vec![IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link],
            plate: None,
        }
    }

    pub(crate) fn one_time(&self) -> PassDraft {
        let schedule = Schedule::OneTime { date: "2026-11-23".parse().unwrap(), time_zone: new_york() };
        assert_eq!(schedule.pass_type(), PassType::OneTime);
        PassDraft { schedule, uses: UseLimits::ONCE, ..self.draft() }
    }

    pub(crate) async fn create(&self, draft: PassDraft, now: DateTime<Utc>) -> PassView {
        self.try_create(draft, now).await.unwrap()
    }

    pub(crate) async fn try_create(&self, draft: PassDraft, now: DateTime<Utc>) -> Result<PassView> {
        let new = NewPass { id: None, resident: self.resident, draft };
        self.ledger.create_pass(new, None, now).await.map(|made| made.value)
    }

    pub(crate) async fn edit(&self, pass: PassId, change: PassChange, now: DateTime<Utc>) -> Result<PassView> {
        let edit = PassUpdate { id: pass, unit: self.unit, version: None, change };
        self.ledger.edit_pass(edit, None, now).await.map(|made| made.value)
    }

    /// The pass as its resident sees it.
    pub(crate) async fn pass(&self, id: PassId, now: DateTime<Utc>) -> PassView {
        self.ledger.pass(self.scope(), id, now).await.unwrap()
    }

    pub(crate) fn reading(&self, kind: IdentifierKind, value: &str) -> Reading {
        self.reading_with_confidence(kind, value, None)
    }

    pub(crate) fn reading_with_confidence(
        &self,
        kind: IdentifierKind,
        value: &str,
        confidence: Option<f32>,
    ) -> Reading {
        Reading::read(kind, value, confidence, &self.keys.pepper_of(self.site_number))
    }

    /// The presentation of `value` at the panel of a door, without an event id.
    pub(crate) fn presentation(&self, door: DoorId, reading: Reading) -> Presentation {
        let lock = [self.street, self.lobby, self.garage].iter().position(|known| *known == door).unwrap() + 1;
        let lock = Some(u16::try_from(lock).unwrap());
        Presentation { panel: self.panel, lock, reading, event_id: None, photo: None }
    }

    pub(crate) async fn present(
        &self,
        door: DoorId,
        kind: IdentifierKind,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<PanelAnswer> {
        self.ledger.present(self.presentation(door, self.reading(kind, value)), now).await
    }

    /// Shows the QR code of a pass.
    pub(crate) async fn scan(&self, door: DoorId, pass: &PassView, now: DateTime<Utc>) -> PanelAnswer {
        self.present(door, IdentifierKind::Qr, &secret(pass, IdentifierKind::Qr), now).await.unwrap()
    }

    /// Types a code.
    pub(crate) async fn type_code(&self, door: DoorId, code: &str, now: DateTime<Utc>) -> PanelAnswer {
        self.present(door, IdentifierKind::Code, code, now).await.unwrap()
    }

    pub(crate) async fn set_policy(&self, change: impl FnOnce(&mut Policy), now: DateTime<Utc>) {
        let mut policy = (*self.ledger.site(self.site).await.unwrap().policy).clone();
        change(&mut policy);
        self.ledger.set_policy(self.site, policy, Attribution::operator(now)).await.unwrap();
    }
}

/// The secret of one identifier of a pass.
pub(crate) fn secret(pass: &PassView, kind: IdentifierKind) -> String {
    let found = pass.pass.identifiers.iter().find(|identifier| identifier.kind() == kind).unwrap();
    match found {
        Identifier::Qr { text } => text,
        Identifier::Code { digits } => digits,
        Identifier::Link { url } => url,
        Identifier::Plate { plate } => plate,
    }
    .clone()
}
