//! Setting one field of the step that is shown.

use super::compose::RuleContext;
use super::draw::why_not;
use super::state::{ChosenDoor, Intent, Limit, WizardContext, WizardState};
use super::{FieldId, FieldValue, Phrase, Rejection, ShareAs};
use crate::id::{DoorId, ResidentId};
use crate::pass::{GuestKind, IdentifierKind, PassType};
use crate::time::{Days, Zone};

impl WizardState {
    /// This state with the field set.
    pub(super) fn with_field(
        &self,
        field: FieldId,
        value: FieldValue,
        context: &WizardContext,
    ) -> Result<Self, Rejection> {
        let mut next = self.clone();
        if field == FieldId::ForProfile && self.step == super::WizardStep::ChooseProfile {
            next.set_profile(value, context)?;
        } else {
            let setting =
                RuleContext::of(self, context).map_err(|_| Rejection::NoSuchField { step: self.step, field })?;
            if !self.fields_of(self.step, setting.zone, context.phone_zone).contains(&field) {
                return Err(Rejection::NoSuchField { step: self.step, field });
            }
            next.set(field, value, &setting)?;
        }
        next.touched.insert(field);
        next.told.retain(|told| told.field != Some(field));
        Ok(next)
    }

    fn set_profile(&mut self, value: FieldValue, context: &WizardContext) -> Result<(), Rejection> {
        let field = FieldId::ForProfile;
        let id = parsed::<ResidentId>(field, &one(field, value)?)?;
        if !context.profiles.iter().any(|home| home.profile.id == id) {
            return Err(Rejection::NoSuchChoice { field });
        }
        if self.profile != Some(id) {
            // Doors and clock belong to the place; the rest fits anywhere, or the rules will say so.
            self.entered.doors = None;
            self.entered.zone = None;
            self.trial_door = None;
            self.told.clear();
        }
        self.profile = Some(id);
        Ok(())
    }

    fn set(&mut self, field: FieldId, value: FieldValue, setting: &RuleContext<'_>) -> Result<(), Rejection> {
        match (field, value) {
            (FieldId::TypeOfPass, value) => self.set_type(&one(field, value)?, setting)?,
            (FieldId::Name, FieldValue::Text { text }) => self.entered.name = text,
            (FieldId::Comment, FieldValue::Text { text }) => self.entered.comment = text,
            (FieldId::Guest, value) => {
                self.entered.guest = match one(field, value)?.as_str() {
                    "guest" => GuestKind::Guest,
                    "courier" => GuestKind::Courier,
                    _ => return Err(Rejection::NoSuchChoice { field }),
                }
            }
            (FieldId::Identifiers, value) => self.set_identifiers(value, setting)?,
            (FieldId::LicencePlate, FieldValue::Text { text }) => {
                self.not_fixed(field)?;
                self.entered.plate = text;
            }
            (FieldId::StartsAt, FieldValue::Moment { at }) => {
                self.entered.first_day = Some(at.date());
                self.entered.start_time = Some(at.time());
            }
            (FieldId::EndsAt, FieldValue::Moment { at }) => self.entered.ends_at = Some(at),
            (FieldId::Weekdays, value) => self.set_days(value, setting)?,
            (FieldId::WindowFrom, FieldValue::Time { time }) => self.entered.window_from = Some(time),
            (FieldId::WindowTo, FieldValue::Time { time }) => self.entered.window_to = Some(time),
            (FieldId::FirstDay | FieldId::OnlyDay, FieldValue::Date { date }) => self.entered.first_day = Some(date),
            (FieldId::LastDay, FieldValue::Date { date }) => self.entered.last_day = Some(date),
            (FieldId::TimeZone, value) => {
                let zone = Zone::named(&one(field, value)?).map_err(|_| Rejection::NoSuchChoice { field })?;
                self.entered.zone = Some(zone);
            }
            (FieldId::VisitLimit, FieldValue::Number { number }) => self.entered.limit = Some(Limit::of(number)),
            (FieldId::DailyLimit, FieldValue::Number { number }) => self.entered.per_day = Some(Limit::of(number)),
            (FieldId::Doors, value) => self.set_doors(value, setting)?,
            (FieldId::TrialDoor, value) => {
                let door = parsed::<DoorId>(field, &one(field, value)?)?;
                known_door(field, door, setting)?;
                self.trial_door = Some(door);
            }
            (FieldId::TrialMoment, FieldValue::Moment { at }) => self.trial_moment = Some(at),
            (FieldId::ShareAs, value) => {
                let id = one(field, value)?;
                let chosen = ShareAs::ALL.into_iter().find(|way| way.code() == id);
                let chosen = chosen.ok_or(Rejection::NoSuchChoice { field })?;
                if !self.can_share(chosen) {
                    return Err(not_offered(field, Phrase::WhyShareNotInPass));
                }
                self.share_as = Some(chosen);
            }
            _ => return Err(Rejection::WrongValue { field }),
        }
        Ok(())
    }

    /// The pass is of another type from now on. What was entered stays as it is; each type takes from it what fits.
    fn set_type(&mut self, id: &str, setting: &RuleContext<'_>) -> Result<(), Rejection> {
        let field = FieldId::TypeOfPass;
        let kind = PassType::from_code(id).ok_or(Rejection::NoSuchChoice { field })?;
        if self.entered.kind != Some(kind)
            && let Some(problem) = setting.against_type(kind)
        {
            return Err(Rejection::ChoiceNotOffered { field, why_not: why_not(&problem) });
        }
        self.entered.kind = Some(kind);
        Ok(())
    }

    fn set_identifiers(&mut self, value: FieldValue, setting: &RuleContext<'_>) -> Result<(), Rejection> {
        let field = FieldId::Identifiers;
        self.not_fixed(field)?;
        let chosen = self.identifiers(setting);
        let parse = |id: &str| {
            IdentifierKind::OF_A_PASS
                .into_iter()
                .find(|kind| kind.code() == id)
                .ok_or(Rejection::NoSuchChoice { field })
        };
        let allowed = |kind| setting.against_identifier(kind);
        let everything = || IdentifierKind::OF_A_PASS.into_iter().filter(|kind| allowed(*kind).is_none()).collect();
        let mut kinds = several(field, value, chosen, parse, everything)?;
        if let Some(problem) = kinds.iter().find_map(|kind| allowed(*kind)) {
            return Err(Rejection::ChoiceNotOffered { field, why_not: why_not(&problem) });
        }
        kinds.sort_unstable();
        self.entered.identifiers = Some(kinds);
        Ok(())
    }

    fn set_days(&mut self, value: FieldValue, setting: &RuleContext<'_>) -> Result<(), Rejection> {
        let field = FieldId::Weekdays;
        let chosen = self.days(setting).iter().collect();
        let parse = |id: &str| Days::parse_day(id).ok_or(Rejection::NoSuchChoice { field });
        let days = several(field, value, chosen, parse, || Days::EVERY.iter().collect())?;
        self.entered.days = Some(Days::of(&days));
        Ok(())
    }

    fn set_doors(&mut self, value: FieldValue, setting: &RuleContext<'_>) -> Result<(), Rejection> {
        let field = FieldId::Doors;
        if value == FieldValue::Everything {
            self.entered.doors = None;
            return Ok(());
        }
        let before = self.doors(setting);
        let parse = |id: &str| {
            let door = parsed::<DoorId>(field, id)?;
            if before.contains(&door) { Ok(door) } else { known_door(field, door, setting) }
        };
        let doors = several(field, value, before.clone(), parse, Vec::new)?;
        let mut new = doors.iter().filter(|door| !before.contains(door));
        if let Some(problem) = new.find_map(|door| setting.against_door(*door)) {
            return Err(Rejection::ChoiceNotOffered { field, why_not: why_not(&problem) });
        }
        let name = |id: DoorId| {
            let held = setting.home.profile.doors.iter().find(|door| door.id == id);
            held.map(|door| door.name.clone()).unwrap_or_default()
        };
        self.entered.doors = Some(doors.into_iter().map(|id| ChosenDoor { id, name: name(id) }).collect());
        Ok(())
    }

    /// Identifiers never change once the pass is made.
    fn not_fixed(&self, field: FieldId) -> Result<(), Rejection> {
        match self.purpose {
            Intent::Create { .. } => Ok(()),
            Intent::Edit { .. } => Err(Rejection::FieldFixed { field, why_not: Phrase::WhyIdentifiersFixed }),
        }
    }
}

fn not_offered(field: FieldId, why_not: Phrase) -> Rejection {
    Rejection::ChoiceNotOffered { field, why_not }
}

fn known_door(field: FieldId, door: DoorId, setting: &RuleContext<'_>) -> Result<DoorId, Rejection> {
    let known = setting.home.profile.doors.iter().any(|held| held.id == door);
    if known { Ok(door) } else { Err(Rejection::NoSuchChoice { field }) }
}

fn one(field: FieldId, value: FieldValue) -> Result<String, Rejection> {
    match value {
        FieldValue::Choice { id } => Ok(id),
        _ => Err(Rejection::WrongValue { field }),
    }
}

fn parsed<Id: std::str::FromStr>(field: FieldId, id: &str) -> Result<Id, Rejection> {
    id.parse().map_err(|_| Rejection::NoSuchChoice { field })
}

/// The choices after the event, each once.
fn several<T: PartialEq + Copy>(
    field: FieldId,
    value: FieldValue,
    mut chosen: Vec<T>,
    parse: impl Fn(&str) -> Result<T, Rejection>,
    everything: impl FnOnce() -> Vec<T>,
) -> Result<Vec<T>, Rejection> {
    match value {
        FieldValue::Everything => Ok(everything()),
        FieldValue::Toggle { id } => {
            let one = parse(&id)?;
            if chosen.contains(&one) {
                chosen.retain(|other| *other != one);
            } else {
                chosen.push(one);
            }
            Ok(chosen)
        }
        FieldValue::Choices { ids } => {
            let mut chosen = Vec::new();
            for id in &ids {
                let one = parse(id)?;
                if !chosen.contains(&one) {
                    chosen.push(one);
                }
            }
            Ok(chosen)
        }
        _ => Err(Rejection::WrongValue { field }),
    }
}
