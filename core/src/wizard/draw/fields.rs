//! The fields of a step.

use super::{Drawing, verbatim, why_not};
use crate::pass::{
    GuestKind, IdentifierKind, MAX_COMMENT, MAX_NAME, MAX_USES, PassType, Problem, Schedule, Timetable, Weekly,
};
use crate::share;
use crate::time::{Days, WallTime, Weekday, Zone};
use crate::wizard::bounds::value_of;
use crate::wizard::compose::RuleContext;
use crate::wizard::view::{Choice, Field, FieldKind};
use crate::wizard::{FieldId, Phrase, ShareAs, WizardStep};

/// The longest plate worth typing: twelve letters and digits, and what people put between them.
const MAX_PLATE: u32 = 24;

impl Drawing<'_> {
    pub(super) fn fields(&self) -> Vec<Field> {
        if self.state.step == WizardStep::ChooseProfile {
            return vec![self.field(FieldId::ForProfile, Phrase::LabelProfile, self.profiles())];
        }
        let Some(setting) = &self.setting else {
            return Vec::new();
        };
        let ids = self.state.fields_of(self.state.step, setting.zone, self.context.phone_zone);
        let mut fields = match self.state.step {
            WizardStep::Review => self.summary(setting),
            WizardStep::Saved => self.summary_of_made(),
            _ => Vec::new(),
        };
        fields.extend(ids.into_iter().filter_map(|id| self.draw_field(id, setting)));
        fields
    }

    /// A field that can be changed, with its problems.
    pub(super) fn field(&self, id: FieldId, label: Phrase, kind: FieldKind) -> Field {
        let errors = self.errors(id);
        Field { id, label, hint: None, errors, enabled: true, why_not: None, kind }
    }

    fn draw_field(&self, id: FieldId, setting: &RuleContext<'_>) -> Option<Field> {
        let entered = &self.state.entered;
        Some(match id {
            FieldId::TypeOfPass => {
                let field = self.field(id, Phrase::LabelType, self.types(setting));
                let fixed = PassType::ALL.into_iter().filter_map(|kind| setting.against_type(kind));
                match fixed.into_iter().find(|problem| matches!(problem, Problem::TypeFixed)) {
                    Some(problem) => Field { enabled: false, why_not: Some(why_not(&problem)), ..field },
                    None => field,
                }
            }
            FieldId::Guest => self.field(id, Phrase::LabelGuest, guests(entered.guest)),
            FieldId::Name => {
                let placeholder = Some(self.generated_name(setting));
                let kind = text(&entered.name, placeholder, MAX_NAME, false);
                self.hinted(id, Phrase::LabelName, Phrase::HintName, kind)
            }
            FieldId::Comment => {
                let kind = text(&entered.comment, None, MAX_COMMENT, true);
                self.hinted(id, Phrase::LabelComment, Phrase::HintComment, kind)
            }
            FieldId::Identifiers => self.fixed_in_edit(self.field(id, Phrase::LabelIdentifiers, self.kinds(setting))),
            FieldId::LicencePlate => {
                let kind = FieldKind::Text {
                    text: entered.plate.clone(),
                    placeholder: None,
                    max: MAX_PLATE,
                    multiline: false,
                };
                self.fixed_in_edit(self.hinted(id, Phrase::LabelPlate, Phrase::HintPlate, kind))
            }
            FieldId::VisitLimit => self.visit_limit(),
            FieldId::DailyLimit => {
                let uses = self.state.uses(entered.kind?);
                self.field(id, Phrase::LabelDailyLimit, number(uses.per_day, 1))
            }
            FieldId::Doors => self.field(id, Phrase::LabelDoors, self.doors(setting)),
            FieldId::TrialDoor => self.field(id, Phrase::LabelTrialDoor, self.trial_doors(setting)?),
            FieldId::TrialMoment => {
                let at = self.trial_moment(setting)?;
                let (earliest, latest) = self.trial_range(setting, at)?;
                self.field(id, Phrase::LabelTrialMoment, FieldKind::Moment { at, earliest, latest })
            }
            FieldId::ShareAs => self.field(id, Phrase::LabelShareAs, self.ways_to_share()),
            FieldId::TimeZone => self.field(id, Phrase::LabelTimeZone, self.zones(setting)),
            times => self.time_field(times, &self.state.schedule(entered.kind?, setting), setting)?,
        })
    }

    fn hinted(&self, id: FieldId, label: Phrase, hint: Phrase, kind: FieldKind) -> Field {
        Field { hint: Some(hint), ..self.field(id, label, kind) }
    }

    fn fixed_in_edit(&self, field: Field) -> Field {
        if self.state.is_edit() {
            Field { enabled: false, why_not: Some(Phrase::WhyIdentifiersFixed), ..field }
        } else {
            field
        }
    }

    fn time_field(&self, id: FieldId, schedule: &Schedule, setting: &RuleContext<'_>) -> Option<Field> {
        let moment = || FieldKind::Moment {
            at: value_of(id, schedule),
            earliest: setting.earliest(id, schedule),
            latest: setting.latest(id, schedule).max(value_of(id, schedule)),
        };
        let day = || FieldKind::Day {
            date: value_of(id, schedule).date(),
            earliest: setting.earliest(id, schedule).date(),
            latest: setting.latest(id, schedule).max(value_of(id, schedule)).date(),
        };
        let time = |time: WallTime| FieldKind::TimeOfDay { time };
        Some(match (id, schedule) {
            (FieldId::StartsAt, _) => self.field(id, Phrase::LabelStartsAt, moment()),
            (FieldId::EndsAt, _) => self.field(id, Phrase::LabelEndsAt, moment()),
            (FieldId::OnlyDay, _) => self.field(id, Phrase::LabelOnlyDay, day()),
            (FieldId::FirstDay, _) => self.field(id, Phrase::LabelFirstDay, day()),
            (FieldId::LastDay, _) => self.hinted(id, Phrase::LabelLastDay, Phrase::HintLastDay, day()),
            (_, Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly)) => match id {
                FieldId::Weekdays => self.field(id, Phrase::LabelWeekdays, weekdays(weekly)),
                FieldId::WindowFrom => self.field(id, Phrase::LabelWindowFrom, time(weekly.from)),
                FieldId::WindowTo => self.hinted(id, Phrase::LabelWindowTo, Phrase::HintWindowTo, time(weekly.to)),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn profiles(&self) -> FieldKind {
        let choices = self.context.profiles.iter().map(|home| {
            let profile = &home.profile;
            let off = !profile.policy.passes_enabled;
            Choice {
                id: profile.id.to_string(),
                label: Phrase::ProfileAt { unit: profile.unit.name.clone(), site: profile.site.name.clone() },
                explanation: Some(if off { Phrase::ProfilePassesOff } else { verbatim(&profile.site.address) }),
                chosen: self.state.profile == Some(profile.id),
                enabled: true,
                why_not: None,
            }
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    fn types(&self, setting: &RuleContext<'_>) -> FieldKind {
        let choices = PassType::ALL.into_iter().map(|kind| {
            let (label, explanation) = words_of_type(kind);
            let chosen = self.state.entered.kind == Some(kind);
            choice(kind.code(), label, Some(explanation), chosen, setting.against_type(kind))
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    fn kinds(&self, setting: &RuleContext<'_>) -> FieldKind {
        let chosen = self.state.identifiers(setting);
        let choices = IdentifierKind::OF_A_PASS.into_iter().filter_map(|kind| {
            let (label, explanation) = words_of_identifier(kind)?;
            let against = setting.against_identifier(kind).filter(|_| !self.state.is_edit());
            Some(choice(kind.code(), label, Some(explanation), chosen.contains(&kind), against))
        });
        FieldKind::ChooseSeveral { choices: choices.collect(), all_label: None, all_chosen: false }
    }

    fn visit_limit(&self) -> Field {
        let used = crate::wizard::begin::usage_of(&self.state.purpose).used;
        let limit = self.state.entered.kind.and_then(|kind| self.state.uses(kind).limit);
        let field = self.field(FieldId::VisitLimit, Phrase::LabelVisitLimit, number(limit, used.max(1)));
        let hint = if used == 0 { Phrase::HintVisitLimit } else { Phrase::HintUsedSoFar { used } };
        Field { hint: Some(hint), ..field }
    }

    fn doors(&self, setting: &RuleContext<'_>) -> FieldKind {
        let chosen = self.state.doors(setting);
        let choices: Vec<Choice> = setting
            .home
            .profile
            .doors
            .iter()
            .map(|door| {
                let against = setting.against_door(door.id);
                choice(&door.id.to_string(), verbatim(&door.name), None, chosen.contains(&door.id), against)
            })
            .collect();
        let all_chosen = choices.iter().all(|choice| choice.chosen || !choice.enabled);
        FieldKind::ChooseSeveral { choices, all_label: Some(Phrase::LabelAllDoors), all_chosen }
    }

    fn trial_doors(&self, setting: &RuleContext<'_>) -> Option<FieldKind> {
        let asked = self.trial_door(setting)?;
        let doors = setting.home.profile.doors.iter();
        let choices =
            doors.map(|door| choice(&door.id.to_string(), verbatim(&door.name), None, door.id == asked, None));
        Some(FieldKind::ChooseOne { choices: choices.collect() })
    }

    fn zones(&self, setting: &RuleContext<'_>) -> FieldKind {
        let chosen = self.state.entered.zone.unwrap_or(setting.zone);
        let phone = self.context.phone_zone;
        let zones = self.state.zones(setting.zone, phone);
        let choices = zones.into_iter().map(|zone: Zone| {
            let name = zone.name().to_owned();
            let label = if zone == setting.zone {
                Phrase::ZoneOfSite { zone: name }
            } else if Some(zone) == phone {
                Phrase::ZoneOfPhone { zone: name }
            } else {
                verbatim(zone.name())
            };
            choice(zone.name(), label, None, zone == chosen, None)
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    fn ways_to_share(&self) -> FieldKind {
        let choices = ShareAs::ALL.into_iter().map(|way| {
            let label = match way {
                ShareAs::Message => Phrase::ShareMessage,
                ShareAs::QrPicture => Phrase::ShareQrPicture,
                ShareAs::AccessCode => Phrase::ShareAccessCode,
                ShareAs::LinkOnly => Phrase::ShareLinkOnly,
            };
            let enabled = self.state.can_share(way);
            let why_not = (!enabled).then_some(Phrase::WhyShareNotInPass);
            let chosen = self.state.share_choice() == way;
            Choice { enabled, why_not, ..choice(way.code(), label, None, chosen, None) }
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    /// What the pass will be called if the resident gives it no name.
    pub(super) fn generated_name(&self, setting: &RuleContext<'_>) -> Phrase {
        let schedule = self.state.entered.kind.map(|kind| self.state.schedule(kind, setting));
        let now = setting.now;
        let date = schedule.map_or_else(|| setting.zone.date(now), |schedule| Timetable::of(&schedule).naming_day(now));
        share::name_of_pass(self.state.entered.guest, date)
    }
}

fn choice(id: &str, label: Phrase, explanation: Option<Phrase>, chosen: bool, against: Option<Problem>) -> Choice {
    Choice {
        id: id.to_owned(),
        label,
        explanation,
        chosen,
        enabled: against.is_none(),
        why_not: against.map(|problem| why_not(&problem)),
    }
}

fn text(text: &str, placeholder: Option<Phrase>, max: usize, multiline: bool) -> FieldKind {
    let max = u32::try_from(max).unwrap_or(u32::MAX);
    FieldKind::Text { text: text.to_owned(), placeholder, max, multiline }
}

fn number(number: Option<u32>, min: u32) -> FieldKind {
    FieldKind::Number { number, min, max: MAX_USES, unlimited_label: Some(Phrase::LabelUnlimited) }
}

fn guests(chosen: GuestKind) -> FieldKind {
    let of = |id, label, kind| choice(id, label, None, chosen == kind, None);
    FieldKind::ChooseOne {
        choices: vec![
            of("guest", Phrase::GuestGuest, GuestKind::Guest),
            of("courier", Phrase::GuestCourier, GuestKind::Courier),
        ],
    }
}

fn weekdays(weekly: &Weekly) -> FieldKind {
    let choices = Days::EVERY.iter().map(|day| {
        let label = match day {
            Weekday::Mon => Phrase::Monday,
            Weekday::Tue => Phrase::Tuesday,
            Weekday::Wed => Phrase::Wednesday,
            Weekday::Thu => Phrase::Thursday,
            Weekday::Fri => Phrase::Friday,
            Weekday::Sat => Phrase::Saturday,
            Weekday::Sun => Phrase::Sunday,
        };
        choice(Days::name(day), label, None, weekly.days.contains(day), None)
    });
    let all_label = Some(Phrase::SummaryEveryDay);
    FieldKind::ChooseSeveral { choices: choices.collect(), all_label, all_chosen: weekly.days == Days::EVERY }
}

pub(super) fn words_of_type(kind: PassType) -> (Phrase, Phrase) {
    match kind {
        PassType::Custom => (Phrase::TypeCustom, Phrase::TypeCustomExplained),
        PassType::Recurring => (Phrase::TypeRecurring, Phrase::TypeRecurringExplained),
        PassType::BusinessHours => (Phrase::TypeBusinessHours, Phrase::TypeBusinessHoursExplained),
        PassType::FullDay => (Phrase::TypeFullDay, Phrase::TypeFullDayExplained),
        PassType::OneTime => (Phrase::TypeOneTime, Phrase::TypeOneTimeExplained),
    }
}

/// The words for an identifier a pass can have.
pub(super) fn words_of_identifier(kind: IdentifierKind) -> Option<(Phrase, Phrase)> {
    Some(match kind {
        IdentifierKind::Qr => (Phrase::IdentifierQr, Phrase::IdentifierQrExplained),
        IdentifierKind::Code => (Phrase::IdentifierCode, Phrase::IdentifierCodeExplained),
        IdentifierKind::Link => (Phrase::IdentifierLink, Phrase::IdentifierLinkExplained),
        IdentifierKind::Plate => (Phrase::IdentifierPlate, Phrase::IdentifierPlateExplained),
        IdentifierKind::Card => return None,
    })
}
