//! A building to make passes for, and a hand that walks the wizard.

use gatepass_core::api::{DoorBody, DoorKind, PassBody, Profile, SiteBody, UnitBody};
use gatepass_core::id::{DoorId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{Identifier, Pass, PassDraft, Policy, Timetable, Usage, standing};
use gatepass_core::time::{DateTime, LocalMinute, NaiveDate, Utc, WallTime, Zone};
use gatepass_core::wizard::{
    Effect, Field, FieldId, FieldKind, FieldValue, Phrase, Rejection, WizardContext, WizardEvent, WizardProfile,
    WizardState, WizardStep, WizardView, step, view,
};
use uuid::Uuid;

/// Sunday, 22 November 2026, 10:00 in New York.
pub(crate) const NOW: &str = "2026-11-22T15:00:00Z";

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn minute(text: &str) -> LocalMinute {
    text.parse().unwrap()
}

pub(crate) fn time(text: &str) -> WallTime {
    text.parse().unwrap()
}

pub(crate) fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

pub(crate) fn new_york() -> Zone {
    zone("America/New_York")
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub(crate) const STREET: DoorId = DoorId(Uuid::from_u128(0xd1));
pub(crate) const LOBBY: DoorId = DoorId(Uuid::from_u128(0xd2));
pub(crate) const ROOF: DoorId = DoorId(Uuid::from_u128(0xd3));
pub(crate) const PASS: PassId = PassId(Uuid::from_u128(0xa1));
pub(crate) const ANA: ResidentId = ResidentId(Uuid::from_u128(0xe1));
pub(crate) const ANA_AT_WORK: ResidentId = ResidentId(Uuid::from_u128(0xe2));

pub(crate) fn policy() -> Policy {
    Policy { passes_enabled: true, ..Policy::default() }
}

/// A flat with a street door and a lobby to share, and a roof that stays private.
pub(crate) fn home(policy: Policy) -> WizardProfile {
    let door =
        |id, name: &str, kind, shareable| DoorBody { id, name: name.to_owned(), kind, shareable, location: None };
    let profile = Profile {
        id: ANA,
        name: "Ana".to_owned(),
        site: SiteBody {
            id: SiteId(id(0x51)),
            name: "Linden Court".to_owned(),
            address: "1 Linden Street".to_owned(),
            time_zone: "America/New_York".to_owned(),
        },
        unit: UnitBody { id: UnitId(id(0x61)), name: "12B".to_owned(), doors: None },
        doors: vec![
            door(STREET, "Street door", DoorKind::Street, true),
            door(LOBBY, "Lobby", DoorKind::Lobby, true),
            door(ROOF, "Roof", DoorKind::Lift, false),
        ],
        policy,
        devices: Vec::new(),
    };
    WizardProfile { profile, live_passes: 0 }
}

pub(crate) fn at_home_with(policy: Policy) -> WizardContext {
    WizardContext { now: instant(NOW), phone_zone: None, profiles: vec![home(policy)] }
}

pub(crate) fn at_home() -> WizardContext {
    at_home_with(policy())
}

/// Two profiles: home, and an office in Berlin.
pub(crate) fn with_office() -> WizardContext {
    let mut context = at_home();
    let mut office = home(policy());
    office.profile.id = ANA_AT_WORK;
    "Spree Tower".clone_into(&mut office.profile.site.name);
    "Europe/Berlin".clone_into(&mut office.profile.site.time_zone);
    office.profile.doors.remove(1);
    context.profiles.push(office);
    context
}

/// A pass as the server would have made it from a draft.
pub(crate) fn made(draft: &PassDraft, used: u32, context: &WizardContext) -> PassBody {
    let pass = Pass {
        id: PASS,
        version: 1,
        name: draft.name.clone(),
        comment: draft.comment.clone(),
        guest: draft.guest,
        schedule: draft.schedule.clone(),
        uses: draft.uses,
        doors: draft.doors.clone(),
        identifiers: vec![
            Identifier::Qr { text: "0024H36H2NCSVRH6DAQF6DVVQZ".to_owned() },
            Identifier::Code { digits: "482915".to_owned() },
        ],
        created_at: context.now,
        revoked_at: None,
    };
    let usage = Usage { used, ..Usage::default() };
    let timetable = Timetable::of(&pass.schedule);
    PassBody::of(&pass, &usage, standing(&pass, &timetable, &usage, &policy(), context.now))
}

/// A hand that walks the wizard and fails the test where it is refused.
#[derive(Clone)]
pub(crate) struct WizardDriver {
    pub(crate) state: WizardState,
    pub(crate) context: WizardContext,
    pub(crate) effects: Vec<Effect>,
}

impl WizardDriver {
    pub(crate) fn creating(context: WizardContext) -> Self {
        Self { state: WizardState::create(PASS, &context), context, effects: Vec::new() }
    }

    pub(crate) fn editing(pass: &PassBody, context: WizardContext) -> Self {
        Self { state: WizardState::edit(pass, ANA, &context).unwrap(), context, effects: Vec::new() }
    }

    pub(crate) fn try_do(&mut self, event: WizardEvent) -> Result<(), Rejection> {
        let next = step(&self.state, event, &self.context)?;
        self.state = next.state;
        self.effects = next.effects;
        Ok(())
    }

    pub(crate) fn act(mut self, event: WizardEvent) -> Self {
        let at = self.state.step();
        let label = format!("{event:?}");
        self.try_do(event).unwrap_or_else(|rejection| panic!("{label} at {at:?}: {rejection}"));
        self
    }

    pub(crate) fn set(self, field: FieldId, value: FieldValue) -> Self {
        self.act(WizardEvent::Set { field, value })
    }

    pub(crate) fn choose(self, field: FieldId, id: &str) -> Self {
        self.set(field, FieldValue::Choice { id: id.to_owned() })
    }

    pub(crate) fn toggle(self, field: FieldId, id: &str) -> Self {
        self.set(field, FieldValue::Toggle { id: id.to_owned() })
    }

    pub(crate) fn type_in(self, field: FieldId, text: &str) -> Self {
        self.set(field, FieldValue::Text { text: text.to_owned() })
    }

    pub(crate) fn date(self, field: FieldId, date: &str) -> Self {
        self.set(field, FieldValue::Date { date: day(date) })
    }

    pub(crate) fn moment(self, field: FieldId, at: &str) -> Self {
        self.set(field, FieldValue::Moment { at: minute(at) })
    }

    pub(crate) fn number(self, field: FieldId, number: Option<u32>) -> Self {
        self.set(field, FieldValue::Number { number })
    }

    pub(crate) fn next(self) -> Self {
        self.act(WizardEvent::Next)
    }

    pub(crate) fn back(self) -> Self {
        self.act(WizardEvent::Back)
    }

    pub(crate) fn jump(self, step: WizardStep) -> Self {
        self.act(WizardEvent::Jump { step })
    }

    /// Presses Next until the wizard is at `step`.
    pub(crate) fn on_to(mut self, step: WizardStep) -> Self {
        while self.state.step() != step {
            let before = self.state.step();
            self = self.next();
            assert_ne!(self.state.step(), before, "stuck: {:?}", self.view());
        }
        self
    }

    pub(crate) fn view(&self) -> WizardView {
        view(&self.state, &self.context)
    }

    pub(crate) fn field(&self, id: FieldId) -> Field {
        self.view().fields.into_iter().find(|field| field.id == id).unwrap_or_else(|| panic!("no field {id:?}"))
    }

    pub(crate) fn choice(&self, field: FieldId, id: &str) -> gatepass_core::wizard::Choice {
        let (FieldKind::ChooseOne { choices } | FieldKind::ChooseSeveral { choices, .. }) = self.field(field).kind
        else {
            panic!("{field:?} is no choice");
        };
        choices.into_iter().find(|choice| choice.id == id).unwrap()
    }

    /// The draft the wizard asked to create or save.
    pub(crate) fn draft(&self) -> PassDraft {
        match self.effects.as_slice() {
            [Effect::Create { draft, .. } | Effect::Save { draft, .. }] => draft.clone(),
            other => panic!("no pass was asked for: {other:?}, {:?}", self.view()),
        }
    }
}

pub(crate) fn keys(phrases: &[Phrase]) -> Vec<&'static str> {
    phrases.iter().map(Phrase::id).collect()
}
