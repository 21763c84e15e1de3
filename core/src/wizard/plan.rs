//! Which steps there are, and which fields each has.

use super::state::{Intent, WizardContext, WizardState};
use super::{FieldId, WizardStep};
use crate::pass::PassType;
use crate::time::Zone;

impl WizardState {
    /// The steps to fill in, in order.
    pub(super) fn plan(&self, context: &WizardContext) -> Vec<WizardStep> {
        let choose_profile = !self.is_edit() && context.profiles.len() > 1;
        let uses = self.entered.kind != Some(PassType::OneTime);
        WizardStep::ALL
            .into_iter()
            .filter(|step| match step {
                WizardStep::ChooseProfile => choose_profile,
                WizardStep::Uses => uses,
                other => other.is_filled_in(),
            })
            .collect()
    }

    pub(super) fn is_edit(&self) -> bool {
        matches!(self.purpose, Intent::Edit { .. })
    }

    /// The fields of a step, as it is now, in the order in which they are drawn.
    pub(super) fn fields_of(&self, step: WizardStep, site_zone: Zone, phone_zone: Option<Zone>) -> Vec<FieldId> {
        match step {
            WizardStep::ChooseProfile => vec![FieldId::ForProfile],
            WizardStep::ChooseType => vec![FieldId::TypeOfPass],
            WizardStep::About => vec![FieldId::Guest, FieldId::Name, FieldId::Comment],
            WizardStep::Identifiers if self.has_plate() => vec![FieldId::Identifiers, FieldId::LicencePlate],
            WizardStep::Identifiers => vec![FieldId::Identifiers],
            WizardStep::Schedule => {
                let mut fields = self.entered.kind.map_or(&[][..], times_of).to_vec();
                if self.zones(site_zone, phone_zone).len() > 1 {
                    fields.push(FieldId::TimeZone);
                }
                fields
            }
            WizardStep::Uses if self.has_daily_limit() => vec![FieldId::VisitLimit, FieldId::DailyLimit],
            WizardStep::Uses => vec![FieldId::VisitLimit],
            WizardStep::Doors => vec![FieldId::Doors],
            WizardStep::Review => vec![FieldId::TrialDoor, FieldId::TrialMoment],
            WizardStep::Share => vec![FieldId::ShareAs],
            WizardStep::Saving | WizardStep::Saved | WizardStep::Unavailable | WizardStep::Closed => Vec::new(),
        }
    }

    /// The zones to choose from: the building's, the phone's, and the one that is chosen.
    pub(super) fn zones(&self, site_zone: Zone, phone_zone: Option<Zone>) -> Vec<Zone> {
        let mut zones = vec![site_zone];
        for zone in [phone_zone, self.entered.zone].into_iter().flatten() {
            if !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        zones
    }

    /// Whether a limit a day makes sense: not on a pass of one day, unless somebody gave it one.
    pub(super) fn has_daily_limit(&self) -> bool {
        match self.entered.kind {
            Some(PassType::OneTime) | None => false,
            Some(PassType::FullDay) => {
                matches!(&self.purpose, Intent::Edit { pass, .. } if pass.uses.per_day.is_some())
            }
            Some(PassType::Custom | PassType::Recurring | PassType::BusinessHours) => true,
        }
    }
}

/// The step that owns a field. What is only shown on the review is owned by it too.
pub(super) fn owner(field: FieldId) -> WizardStep {
    match field {
        FieldId::ForProfile => WizardStep::ChooseProfile,
        FieldId::TypeOfPass => WizardStep::ChooseType,
        FieldId::Name | FieldId::Comment | FieldId::Guest => WizardStep::About,
        FieldId::Identifiers | FieldId::LicencePlate => WizardStep::Identifiers,
        FieldId::StartsAt
        | FieldId::EndsAt
        | FieldId::Weekdays
        | FieldId::WindowFrom
        | FieldId::WindowTo
        | FieldId::FirstDay
        | FieldId::LastDay
        | FieldId::OnlyDay
        | FieldId::TimeZone
        | FieldId::Times => WizardStep::Schedule,
        FieldId::VisitLimit | FieldId::DailyLimit => WizardStep::Uses,
        FieldId::Doors => WizardStep::Doors,
        FieldId::TrialDoor | FieldId::TrialMoment => WizardStep::Review,
        FieldId::ShareAs => WizardStep::Share,
    }
}

/// The field of the wizard for a field's name on the wire.
pub(super) fn field_named(name: &str) -> Option<FieldId> {
    Some(match name {
        "schedule.type" => FieldId::TypeOfPass,
        "name" => FieldId::Name,
        "comment" => FieldId::Comment,
        "guest" => FieldId::Guest,
        "identifiers" | "identifiers.type" => FieldId::Identifiers,
        "plate" | "identifiers.plate" => FieldId::LicencePlate,
        "schedule.starts_at" => FieldId::StartsAt,
        "schedule.ends_at" => FieldId::EndsAt,
        "schedule.days" => FieldId::Weekdays,
        "schedule.from" => FieldId::WindowFrom,
        "schedule.to" => FieldId::WindowTo,
        "schedule.starts" => FieldId::FirstDay,
        "schedule.expires" => FieldId::LastDay,
        "schedule.date" => FieldId::OnlyDay,
        "schedule.time_zone" => FieldId::TimeZone,
        "uses" | "uses.limit" => FieldId::VisitLimit,
        "uses.per_day" => FieldId::DailyLimit,
        "doors" => FieldId::Doors,
        _ => return None,
    })
}

/// The fields of a type's schedule.
fn times_of(kind: PassType) -> &'static [FieldId] {
    match kind {
        PassType::Custom => &[FieldId::StartsAt, FieldId::EndsAt],
        PassType::Recurring | PassType::BusinessHours => {
            &[FieldId::Weekdays, FieldId::WindowFrom, FieldId::WindowTo, FieldId::FirstDay, FieldId::LastDay]
        }
        PassType::FullDay | PassType::OneTime => &[FieldId::OnlyDay],
    }
}
