//! The fields of a step.

use super::{Drawing, why_not};
use crate::pass::{
    GuestKind, IdentifierKind, MAX_COMMENT, MAX_NAME, MAX_USES, PassType, Problem, Schedule, Timetable, Weekly,
};
use crate::time::{Days, WallTime, Weekday, Zone};
use crate::wizard::bounds::value_of;
use crate::wizard::compose::Setting;
use crate::wizard::view::{Choice, Field, FieldKind};
use crate::wizard::{FieldId, Phrase, PhraseKey, ShareAs, WizardStep};

/// The longest plate worth typing: twelve letters and digits, and what people put between them.
const MAX_PLATE: u32 = 24;

impl Drawing<'_> {
    pub(super) fn fields(&self) -> Vec<Field> {
        if self.state.step == WizardStep::ChooseProfile {
            return vec![self.field(FieldId::ForProfile, PhraseKey::LabelProfile, self.profiles())];
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
    pub(super) fn field(&self, id: FieldId, label: PhraseKey, kind: FieldKind) -> Field {
        let errors = self.errors(id);
        Field { id, label: label.into(), hint: None, errors, enabled: true, why_not: None, kind }
    }

    fn draw_field(&self, id: FieldId, setting: &Setting<'_>) -> Option<Field> {
        let entered = &self.state.entered;
        Some(match id {
            FieldId::TypeOfPass => {
                let field = self.field(id, PhraseKey::LabelType, self.types(setting));
                let fixed = PassType::ALL.into_iter().filter_map(|kind| setting.against_type(kind));
                match fixed.into_iter().find(|problem| matches!(problem, Problem::TypeFixed { .. })) {
                    Some(problem) => Field { enabled: false, why_not: Some(why_not(&problem)), ..field },
                    None => field,
                }
            }
            FieldId::Guest => self.field(id, PhraseKey::LabelGuest, guests(entered.guest)),
            FieldId::Name => {
                let placeholder = Some(self.generated_name(setting));
                let kind = text(&entered.name, placeholder, MAX_NAME, false);
                self.hinted(id, PhraseKey::LabelName, PhraseKey::HintName, kind)
            }
            FieldId::Comment => {
                let kind = text(&entered.comment, None, MAX_COMMENT, true);
                self.hinted(id, PhraseKey::LabelComment, PhraseKey::HintComment, kind)
            }
            FieldId::Identifiers => {
                self.fixed_in_edit(self.field(id, PhraseKey::LabelIdentifiers, self.kinds(setting)))
            }
            FieldId::LicencePlate => {
                let kind = FieldKind::Text {
                    text: entered.plate.clone(),
                    placeholder: None,
                    max: MAX_PLATE,
                    multiline: false,
                };
                self.fixed_in_edit(self.hinted(id, PhraseKey::LabelPlate, PhraseKey::HintPlate, kind))
            }
            FieldId::VisitLimit => self.visit_limit(),
            FieldId::DailyLimit => {
                let uses = self.state.uses(entered.kind?);
                self.field(id, PhraseKey::LabelDailyLimit, number(uses.per_day, 1))
            }
            FieldId::Doors => self.field(id, PhraseKey::LabelDoors, self.doors(setting)),
            FieldId::TrialDoor => self.field(id, PhraseKey::LabelTrialDoor, self.trial_doors(setting)?),
            FieldId::TrialMoment => {
                let at = self.trial_moment(setting)?;
                let (earliest, latest) = self.trial_range(setting, at)?;
                self.field(id, PhraseKey::LabelTrialMoment, FieldKind::Moment { at, earliest, latest })
            }
            FieldId::ShareAs => self.field(id, PhraseKey::LabelShareAs, self.ways_to_share()),
            FieldId::TimeZone => self.field(id, PhraseKey::LabelTimeZone, self.zones(setting)),
            times => self.time_field(times, &self.state.schedule(entered.kind?, setting), setting)?,
        })
    }

    fn hinted(&self, id: FieldId, label: PhraseKey, hint: PhraseKey, kind: FieldKind) -> Field {
        Field { hint: Some(hint.into()), ..self.field(id, label, kind) }
    }

    fn fixed_in_edit(&self, field: Field) -> Field {
        if self.state.is_edit() {
            Field { enabled: false, why_not: Some(PhraseKey::WhyIdentifiersFixed.into()), ..field }
        } else {
            field
        }
    }

    fn time_field(&self, id: FieldId, schedule: &Schedule, setting: &Setting<'_>) -> Option<Field> {
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
            (FieldId::StartsAt, _) => self.field(id, PhraseKey::LabelStartsAt, moment()),
            (FieldId::EndsAt, _) => self.field(id, PhraseKey::LabelEndsAt, moment()),
            (FieldId::OnlyDay, _) => self.field(id, PhraseKey::LabelOnlyDay, day()),
            (FieldId::FirstDay, _) => self.field(id, PhraseKey::LabelFirstDay, day()),
            (FieldId::LastDay, _) => self.hinted(id, PhraseKey::LabelLastDay, PhraseKey::HintLastDay, day()),
            (_, Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly)) => match id {
                FieldId::Weekdays => self.field(id, PhraseKey::LabelWeekdays, weekdays(weekly)),
                FieldId::WindowFrom => self.field(id, PhraseKey::LabelWindowFrom, time(weekly.from)),
                FieldId::WindowTo => {
                    self.hinted(id, PhraseKey::LabelWindowTo, PhraseKey::HintWindowTo, time(weekly.to))
                }
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
                label: Phrase::with(
                    PhraseKey::ProfileAt,
                    vec![profile.unit.name.as_str().into(), profile.site.name.as_str().into()],
                ),
                explanation: Some(if off {
                    PhraseKey::ProfilePassesOff.into()
                } else {
                    Phrase::verbatim(&profile.site.address)
                }),
                chosen: self.state.profile == Some(profile.id),
                enabled: true,
                why_not: None,
            }
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    fn types(&self, setting: &Setting<'_>) -> FieldKind {
        let choices = PassType::ALL.into_iter().map(|kind| {
            let (label, explanation) = words_of_type(kind);
            let chosen = self.state.entered.kind == Some(kind);
            choice(kind.code(), label, Some(explanation), chosen, setting.against_type(kind))
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    fn kinds(&self, setting: &Setting<'_>) -> FieldKind {
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
        let field = self.field(FieldId::VisitLimit, PhraseKey::LabelVisitLimit, number(limit, used.max(1)));
        let hint = if used == 0 {
            PhraseKey::HintVisitLimit.into()
        } else {
            Phrase::with(PhraseKey::HintUsedSoFar, vec![used.into()])
        };
        Field { hint: Some(hint), ..field }
    }

    fn doors(&self, setting: &Setting<'_>) -> FieldKind {
        let chosen = self.state.doors(setting);
        let choices: Vec<Choice> = setting
            .home
            .profile
            .doors
            .iter()
            .map(|door| {
                let against = setting.against_door(door.id);
                Choice {
                    label: Phrase::verbatim(&door.name),
                    ..choice(&door.id.to_string(), PhraseKey::Verbatim, None, chosen.contains(&door.id), against)
                }
            })
            .collect();
        let all_chosen = choices.iter().all(|choice| choice.chosen || !choice.enabled);
        FieldKind::ChooseSeveral { choices, all_label: Some(PhraseKey::LabelAllDoors.into()), all_chosen }
    }

    fn trial_doors(&self, setting: &Setting<'_>) -> Option<FieldKind> {
        let asked = self.trial_door(setting)?;
        let choices = setting.home.profile.doors.iter().map(|door| Choice {
            label: Phrase::verbatim(&door.name),
            ..choice(&door.id.to_string(), PhraseKey::Verbatim, None, door.id == asked, None)
        });
        Some(FieldKind::ChooseOne { choices: choices.collect() })
    }

    fn zones(&self, setting: &Setting<'_>) -> FieldKind {
        let chosen = self.state.entered.zone.unwrap_or(setting.zone);
        let phone = self.context.phone_zone;
        let zones = self.state.zones(setting.zone, phone);
        let choices = zones.into_iter().map(|zone: Zone| {
            let named = |key| Phrase::with(key, vec![zone.name().into()]);
            let label = if zone == setting.zone {
                named(PhraseKey::ZoneOfSite)
            } else if Some(zone) == phone {
                named(PhraseKey::ZoneOfPhone)
            } else {
                Phrase::verbatim(zone.name())
            };
            Choice { label, ..choice(zone.name(), PhraseKey::Verbatim, None, zone == chosen, None) }
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    fn ways_to_share(&self) -> FieldKind {
        let choices = ShareAs::ALL.into_iter().map(|way| {
            let label = match way {
                ShareAs::Message => PhraseKey::ShareMessage,
                ShareAs::QrPicture => PhraseKey::ShareQrPicture,
                ShareAs::AccessCode => PhraseKey::ShareAccessCode,
                ShareAs::LinkOnly => PhraseKey::ShareLinkOnly,
            };
            let enabled = self.state.can_share(way);
            let why_not = (!enabled).then(|| PhraseKey::WhyShareNotInPass.into());
            let chosen = self.state.share_choice() == way;
            Choice { enabled, why_not, ..choice(way.code(), label, None, chosen, None) }
        });
        FieldKind::ChooseOne { choices: choices.collect() }
    }

    /// What the pass will be called if the resident gives it no name.
    pub(super) fn generated_name(&self, setting: &Setting<'_>) -> Phrase {
        let key = match self.state.entered.guest {
            GuestKind::Guest => PhraseKey::NameOfGuest,
            GuestKind::Courier => PhraseKey::NameOfCourier,
        };
        let schedule = self.state.entered.kind.map(|kind| self.state.schedule(kind, setting));
        let now = setting.now;
        let date = schedule.map_or_else(|| setting.zone.date(now), |schedule| Timetable::of(&schedule).naming_day(now));
        Phrase::with(key, vec![date.into()])
    }
}

fn choice(
    id: &str,
    label: PhraseKey,
    explanation: Option<PhraseKey>,
    chosen: bool,
    against: Option<Problem>,
) -> Choice {
    Choice {
        id: id.to_owned(),
        label: label.into(),
        explanation: explanation.map(Phrase::from),
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
    FieldKind::Number { number, min, max: MAX_USES, unlimited_label: Some(PhraseKey::LabelUnlimited.into()) }
}

fn guests(chosen: GuestKind) -> FieldKind {
    let of = |id, label, kind| choice(id, label, None, chosen == kind, None);
    FieldKind::ChooseOne {
        choices: vec![
            of("guest", PhraseKey::GuestGuest, GuestKind::Guest),
            of("courier", PhraseKey::GuestCourier, GuestKind::Courier),
        ],
    }
}

fn weekdays(weekly: &Weekly) -> FieldKind {
    let choices = Days::EVERY.iter().map(|day| {
        let label = match day {
            Weekday::Mon => PhraseKey::Monday,
            Weekday::Tue => PhraseKey::Tuesday,
            Weekday::Wed => PhraseKey::Wednesday,
            Weekday::Thu => PhraseKey::Thursday,
            Weekday::Fri => PhraseKey::Friday,
            Weekday::Sat => PhraseKey::Saturday,
            Weekday::Sun => PhraseKey::Sunday,
        };
        choice(Days::name(day), label, None, weekly.days.contains(day), None)
    });
    let all_label = Some(PhraseKey::SummaryEveryDay.into());
    FieldKind::ChooseSeveral { choices: choices.collect(), all_label, all_chosen: weekly.days == Days::EVERY }
}

pub(super) fn words_of_type(kind: PassType) -> (PhraseKey, PhraseKey) {
    match kind {
        PassType::Custom => (PhraseKey::TypeCustom, PhraseKey::TypeCustomExplained),
        PassType::Recurring => (PhraseKey::TypeRecurring, PhraseKey::TypeRecurringExplained),
        PassType::BusinessHours => (PhraseKey::TypeBusinessHours, PhraseKey::TypeBusinessHoursExplained),
        PassType::FullDay => (PhraseKey::TypeFullDay, PhraseKey::TypeFullDayExplained),
        PassType::OneTime => (PhraseKey::TypeOneTime, PhraseKey::TypeOneTimeExplained),
    }
}

/// The words for an identifier a pass can have.
pub(super) fn words_of_identifier(kind: IdentifierKind) -> Option<(PhraseKey, PhraseKey)> {
    Some(match kind {
        IdentifierKind::Qr => (PhraseKey::IdentifierQr, PhraseKey::IdentifierQrExplained),
        IdentifierKind::Code => (PhraseKey::IdentifierCode, PhraseKey::IdentifierCodeExplained),
        IdentifierKind::Link => (PhraseKey::IdentifierLink, PhraseKey::IdentifierLinkExplained),
        IdentifierKind::Plate => (PhraseKey::IdentifierPlate, PhraseKey::IdentifierPlateExplained),
        IdentifierKind::Card => return None,
    })
}
