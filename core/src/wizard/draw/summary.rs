//! The lines that show the pass on the review, and after it is made.

use super::fields::{words_of_identifier, words_of_type};
use super::{Drawing, verbatim};
use crate::id::DoorId;
use crate::pass::{GuestKind, IdentifierKind, Schedule, UseLimits, Weekly};
use crate::time::{Days, WallTime, Zone};
use crate::wizard::compose::RuleContext;
use crate::wizard::plan::owner;
use crate::wizard::view::{Field, FieldKind};
use crate::wizard::{FieldId, Phrase, WizardEvent};

impl Drawing<'_> {
    pub(super) fn summary(&self, setting: &RuleContext<'_>) -> Vec<Field> {
        let entered = &self.state.entered;
        let Some(kind) = entered.kind else {
            return Vec::new();
        };
        let schedule = self.state.schedule(kind, setting);
        let name = match entered.name.trim() {
            "" => self.generated_name(setting),
            name => verbatim(name),
        };
        let comment = entered.comment.trim();
        let mut fields = Vec::new();
        if self.state.can_choose_profile(self.context) {
            let place = verbatim(&setting.home.profile.site.name);
            fields.push(self.line(FieldId::ForProfile, Phrase::LabelProfile, vec![place]));
        }
        fields.push(self.line(FieldId::TypeOfPass, Phrase::LabelType, vec![words_of_type(kind).0]));
        fields.push(self.line(FieldId::Name, Phrase::LabelName, vec![name]));
        fields.push(self.line(FieldId::Guest, Phrase::LabelGuest, vec![guest(entered.guest)]));
        if !comment.is_empty() {
            fields.push(self.line(FieldId::Comment, Phrase::LabelComment, vec![verbatim(comment)]));
        }
        let kinds = self.state.identifiers(setting);
        fields.push(self.line(FieldId::Identifiers, Phrase::LabelIdentifiers, identifiers(&kinds)));
        if self.state.has_plate() {
            let plate = verbatim(entered.plate.trim());
            fields.push(self.line(FieldId::LicencePlate, Phrase::LabelPlate, vec![plate]));
        }
        fields.push(self.line(FieldId::Times, Phrase::LabelTimes, times(&schedule, setting.zone)));
        let uses = uses(self.state.uses(kind));
        fields.push(self.line(FieldId::VisitLimit, Phrase::LabelVisitLimit, uses));
        let doors = names_of(&self.state.doors(setting), setting);
        fields.push(self.line(FieldId::Doors, Phrase::LabelDoors, doors));
        fields
    }

    /// What the pass got from the server, in short.
    pub(super) fn summary_of_made(&self) -> Vec<Field> {
        let Some(pass) = &self.state.made else {
            return Vec::new();
        };
        let kinds: Vec<IdentifierKind> = pass.identifiers.iter().map(crate::pass::Identifier::kind).collect();
        vec![
            self.line(FieldId::Name, Phrase::LabelName, vec![verbatim(&pass.name)]),
            self.line(FieldId::Identifiers, Phrase::LabelIdentifiers, identifiers(&kinds)),
        ]
    }

    fn line(&self, id: FieldId, label: Phrase, lines: Vec<Phrase>) -> Field {
        let lines = if lines.is_empty() { vec![Phrase::NothingChosen] } else { lines };
        let step = owner(id);
        let change = self.state.can_jump(step, self.context).then_some(WizardEvent::Jump { step });
        let field = self.field(id, label, FieldKind::Summary { lines, change });
        // The lines of a step show the problems of all its fields that have no line.
        let hidden: &[FieldId] = match id {
            FieldId::Times => &[
                FieldId::StartsAt,
                FieldId::EndsAt,
                FieldId::Weekdays,
                FieldId::WindowFrom,
                FieldId::WindowTo,
                FieldId::FirstDay,
                FieldId::LastDay,
                FieldId::OnlyDay,
                FieldId::TimeZone,
            ],
            FieldId::VisitLimit => &[FieldId::DailyLimit],
            _ => &[],
        };
        let errors = field.errors.into_iter().chain(hidden.iter().flat_map(|id| self.errors(*id))).collect();
        Field { errors, enabled: change_is_possible(&field.kind), ..field }
    }
}

fn names_of(doors: &[DoorId], setting: &RuleContext<'_>) -> Vec<Phrase> {
    let held = |id: &DoorId| setting.home.profile.doors.iter().find(|door| door.id == *id);
    doors.iter().filter_map(held).map(|door| verbatim(&door.name)).collect()
}

fn change_is_possible(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Summary { change: Some(_), .. })
}

fn guest(guest: GuestKind) -> Phrase {
    match guest {
        GuestKind::Guest => Phrase::GuestGuest,
        GuestKind::Courier => Phrase::GuestCourier,
    }
}

fn identifiers(kinds: &[IdentifierKind]) -> Vec<Phrase> {
    kinds.iter().filter_map(|kind| words_of_identifier(*kind)).map(|(label, _)| label).collect()
}

fn uses(uses: UseLimits) -> Vec<Phrase> {
    let in_all = match uses.limit {
        None => Phrase::UsesUnlimited,
        Some(1) => Phrase::UsesOnce,
        Some(limit) => Phrase::UsesLimited { limit },
    };
    let a_day = uses.per_day.map(|limit| match limit {
        1 => Phrase::UsesOnceADay,
        limit => Phrase::UsesLimitedADay { limit },
    });
    std::iter::once(in_all).chain(a_day).collect()
}

fn times(schedule: &Schedule, site_zone: Zone) -> Vec<Phrase> {
    let mut lines = match schedule {
        Schedule::Custom { starts_at, ends_at, .. } => {
            vec![Phrase::SummaryInterval { from: (*starts_at).into(), to: (*ends_at).into() }]
        }
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => weekly_times(weekly),
        Schedule::FullDay { date, .. } => vec![Phrase::SummaryFullDay { date: *date }],
        Schedule::OneTime { date, .. } => vec![Phrase::SummaryOneTime { date: *date }],
    };
    let zone = schedule.time_zone();
    if zone != site_zone {
        lines.push(Phrase::SummaryZone { zone: zone.name().to_owned() });
    }
    lines
}

fn weekly_times(weekly: &Weekly) -> Vec<Phrase> {
    let days = if weekly.days == Days::EVERY {
        Phrase::SummaryEveryDay
    } else if weekly.days.is_empty() {
        Phrase::NothingChosen
    } else {
        Phrase::SummaryWeekdays { days: weekly.days.into() }
    };
    let (from, to) = (weekly.from.into(), weekly.to.into());
    let window = if weekly.from == WallTime::MIDNIGHT && weekly.to == WallTime::END_OF_DAY {
        Phrase::SummaryAllDay
    } else if weekly.to <= weekly.from && weekly.to != WallTime::END_OF_DAY {
        Phrase::SummaryOvernight { from, to }
    } else {
        Phrase::SummaryWindow { from, to }
    };
    let dates = Phrase::SummaryDates { first: weekly.starts, last: weekly.expires };
    vec![days, window, dates]
}
