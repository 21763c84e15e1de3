//! Composes a pass from the entered values and checks it. It has no rule: [`PassDraft::check`] makes every verdict.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::plan::{field_named, owner};
use super::state::{EnteredValues, Intent, Limit, UnavailableReason, WizardContext, WizardProfile, WizardState};
use super::{FieldId, WizardStep};
use crate::id::DoorId;
use crate::pass::{
    DraftDoor, Editing, GuestKind, IdentifierKind, PassDraft, PassType, Problem, Rules, Schedule, UseLimits, Weekly,
};
use crate::time::{LocalMinute, Zone};

/// A problem, and the field at which the wizard shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DraftProblem {
    /// The field; none if it is the pass as a whole.
    pub(super) field: Option<FieldId>,
    pub(super) problem: Problem,
}

impl DraftProblem {
    /// The step that shows the problem.
    pub(super) fn step(&self) -> WizardStep {
        self.field.map_or(WizardStep::Unavailable, owner)
    }
}

/// The home of the pass, with the inputs of the rules.
pub(super) struct RuleContext<'a> {
    pub(super) home: &'a WizardProfile,
    pub(super) zone: Zone,
    pub(super) now: DateTime<Utc>,
    doors: Vec<DraftDoor>,
    intent: &'a Intent,
}

impl<'a> RuleContext<'a> {
    /// The context of the chosen profile.
    pub(super) fn of(state: &'a WizardState, context: &'a WizardContext) -> Result<Self, UnavailableReason> {
        let chosen = state.profile.ok_or(UnavailableReason::NoProfile)?;
        let home =
            context.profiles.iter().find(|home| home.profile.id == chosen).ok_or(UnavailableReason::NoProfile)?;
        let zone = home.profile.site.zone().map_err(|_| UnavailableReason::UnknownZone)?;
        Ok(Self { home, zone, now: context.now, doors: home.profile.draft_doors(), intent: &state.purpose })
    }

    /// Whether a pass is made or changed.
    pub(super) fn intent(&self) -> &'a Intent {
        self.intent
    }

    /// The problems of a draft.
    pub(super) fn check(&self, draft: &PassDraft) -> Vec<DraftProblem> {
        let editing = match self.intent {
            Intent::Create { .. } => None,
            Intent::Edit { pass, usage } => Some(Editing { pass, usage }),
        };
        let rules = Rules {
            now: self.now,
            policy: &self.home.profile.policy,
            doors: &self.doors,
            live_passes: self.home.live_passes,
            editing,
        };
        let found = draft.check(&rules).err().map_or_else(Vec::new, |invalid| invalid.0);
        found
            .into_iter()
            .map(|found| DraftProblem { field: field_named(found.field), problem: found.problem })
            .collect()
    }

    /// A draft with nothing wrong with it but what the site or the edited pass forbid: to ask about one choice.
    pub(super) fn probe(&self) -> PassDraft {
        PassDraft {
            name: String::new(),
            comment: String::new(),
            guest: GuestKind::Guest,
            schedule: Schedule::default_of(PassType::FullDay, self.now, self.zone),
            uses: UseLimits::UNLIMITED,
            doors: self.shareable(),
            identifiers: self.usual_identifiers(),
            plate: None,
        }
    }

    /// What the rules say of one field of a draft.
    pub(super) fn problem_with(&self, field: FieldId, draft: &PassDraft) -> Option<Problem> {
        self.check(draft).into_iter().find(|found| found.field == Some(field)).map(|found| found.problem)
    }

    /// The problem with this type, if it is not allowed.
    pub(super) fn against_type(&self, kind: PassType) -> Option<Problem> {
        let schedule = Schedule::default_of(kind, self.now, self.zone);
        self.problem_with(FieldId::TypeOfPass, &PassDraft { schedule, ..self.probe() })
    }

    /// The problem with this identifier on a new pass, if it is not allowed.
    pub(super) fn against_identifier(&self, kind: IdentifierKind) -> Option<Problem> {
        self.problem_with(FieldId::Identifiers, &PassDraft { identifiers: vec![kind], ..self.probe() })
    }

    /// The problem with this door, if it cannot be shared.
    pub(super) fn against_door(&self, door: DoorId) -> Option<Problem> {
        self.problem_with(FieldId::Doors, &PassDraft { doors: vec![door], ..self.probe() })
    }

    /// The doors a pass opens unless the resident chooses.
    pub(super) fn shareable(&self) -> Vec<DoorId> {
        self.doors.iter().filter(|door| door.shareable).map(|door| door.id).collect()
    }

    /// How a pass is presented unless the resident chooses.
    pub(super) fn usual_identifiers(&self) -> Vec<IdentifierKind> {
        let usual = [IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link];
        let allowed = &self.home.profile.policy.identifiers;
        usual.into_iter().filter(|kind| allowed.contains(kind)).collect()
    }

    /// Why nothing can be made or changed here at all.
    pub(super) fn unavailable(&self) -> Option<UnavailableReason> {
        let found = self.check(&self.probe());
        if let Some(reason) = found.iter().filter(|found| found.field.is_none()).find_map(as_a_whole) {
            return Some(reason);
        }
        if matches!(self.intent, Intent::Edit { .. }) {
            return None;
        }
        let no_type = PassType::ALL.into_iter().all(|kind| self.against_type(kind).is_some());
        let no_identifier = IdentifierKind::OF_A_PASS.into_iter().all(|kind| self.against_identifier(kind).is_some());
        let no_door = self.doors.iter().all(|door| self.against_door(door.id).is_some());
        [
            (no_type, UnavailableReason::NoTypeAllowed),
            (no_identifier, UnavailableReason::NoIdentifierAllowed),
            (no_door, UnavailableReason::NoDoorToShare),
        ]
        .into_iter()
        .find_map(|(is_so, reason)| is_so.then_some(reason))
    }
}

/// The reason behind a problem with the pass as a whole.
pub(super) fn as_a_whole(found: &DraftProblem) -> Option<UnavailableReason> {
    match found.problem {
        Problem::PassesOff => Some(UnavailableReason::PassesOff),
        Problem::TooManyPasses { max } => Some(UnavailableReason::TooManyPasses { max }),
        Problem::EditingOff => Some(UnavailableReason::EditingOff),
        Problem::NotValidAnyMore => Some(UnavailableReason::NotValidAnyMore),
        _ => None,
    }
}

impl WizardState {
    /// The pass as entered so far, once its type is chosen.
    pub(super) fn draft(&self, setting: &RuleContext<'_>) -> Option<PassDraft> {
        let kind = self.entered.kind?;
        let plate = self.entered.plate.trim();
        Some(PassDraft {
            name: self.entered.name.trim().to_owned(),
            comment: self.entered.comment.trim().to_owned(),
            guest: self.entered.guest,
            schedule: self.schedule(kind, setting),
            uses: self.uses(kind),
            doors: self.doors(setting),
            identifiers: self.identifiers(setting),
            plate: (self.has_plate() && !plate.is_empty()).then(|| plate.to_owned()),
        })
    }

    /// All that is wrong so far, the earliest step's first.
    pub(super) fn found(&self, context: &WizardContext) -> Vec<DraftProblem> {
        let missing = |field| vec![DraftProblem { field: Some(field), problem: Problem::Missing }];
        let Ok(setting) = RuleContext::of(self, context) else {
            return missing(FieldId::ForProfile);
        };
        let Some(draft) = self.draft(&setting) else {
            return missing(FieldId::TypeOfPass);
        };
        let mut found = setting.check(&draft);
        found.sort_by_key(DraftProblem::step);
        found
    }

    pub(super) fn has_plate(&self) -> bool {
        self.entered.identifiers.as_ref().is_some_and(|kinds| kinds.contains(&IdentifierKind::Plate))
    }

    pub(super) fn identifiers(&self, setting: &RuleContext<'_>) -> Vec<IdentifierKind> {
        self.entered.identifiers.clone().unwrap_or_else(|| setting.usual_identifiers())
    }

    pub(super) fn doors(&self, setting: &RuleContext<'_>) -> Vec<DoorId> {
        match &self.entered.doors {
            Some(doors) => doors.iter().map(|door| door.id).collect(),
            None => setting.shareable(),
        }
    }

    pub(super) fn uses(&self, kind: PassType) -> UseLimits {
        let usual = kind.default_uses();
        if kind == PassType::OneTime {
            return usual;
        }
        let or = |entered: Option<Limit>, usual| entered.map_or(usual, Limit::number);
        UseLimits {
            limit: or(self.entered.limit, usual.limit),
            per_day: or(self.entered.per_day.filter(|_| self.has_daily_limit()), usual.per_day),
        }
    }

    /// The schedule: what was entered, and the type's default for the rest. A default end keeps its distance from
    /// the start that was entered, and keeps within what the site allows.
    pub(super) fn schedule(&self, kind: PassType, setting: &RuleContext<'_>) -> Schedule {
        let schedule = self.entered.schedule(kind, self.began, setting.zone);
        match schedule {
            Schedule::Recurring(weekly) if self.entered.last_day.is_none() => {
                Schedule::Recurring(within_reach(&weekly, setting, Schedule::Recurring))
            }
            Schedule::BusinessHours(weekly) if self.entered.last_day.is_none() => {
                Schedule::BusinessHours(within_reach(&weekly, setting, Schedule::BusinessHours))
            }
            other => other,
        }
    }
}

impl EnteredValues {
    fn schedule(&self, kind: PassType, began: DateTime<Utc>, site_zone: Zone) -> Schedule {
        let zone = self.zone.unwrap_or(site_zone);
        let day = |usual: NaiveDate| self.first_day.unwrap_or(usual);
        match Schedule::default_of(kind, began, zone) {
            Schedule::Custom { starts_at, ends_at, time_zone } => {
                let begins =
                    LocalMinute::new(day(starts_at.date()), self.start_time.unwrap_or_else(|| starts_at.time()));
                let length = ends_at.date() - starts_at.date();
                let ends_at = self.ends_at.unwrap_or_else(|| begins.plus_days(length.num_days()));
                Schedule::Custom { starts_at: begins, ends_at, time_zone }
            }
            Schedule::Recurring(usual) => Schedule::Recurring(self.weekly(&usual)),
            Schedule::BusinessHours(usual) => Schedule::BusinessHours(self.weekly(&usual)),
            Schedule::FullDay { date, time_zone } => Schedule::FullDay { date: day(date), time_zone },
            Schedule::OneTime { date, time_zone } => Schedule::OneTime { date: day(date), time_zone },
        }
    }

    fn weekly(&self, usual: &Weekly) -> Weekly {
        let starts = self.first_day.unwrap_or(usual.starts);
        Weekly {
            days: self.days.unwrap_or(usual.days),
            from: self.window_from.unwrap_or(usual.from),
            to: self.window_to.unwrap_or(usual.to),
            starts,
            expires: self.last_day.unwrap_or_else(|| later(starts, usual.expires - usual.starts)),
            time_zone: usual.time_zone,
        }
    }
}

/// The weekly schedule with an expiry the site allows.
fn within_reach(weekly: &Weekly, setting: &RuleContext<'_>, as_schedule: fn(Weekly) -> Schedule) -> Weekly {
    let latest = setting.latest(FieldId::LastDay, &as_schedule(weekly.clone()));
    Weekly { expires: weekly.expires.min(latest.date()).max(weekly.starts), ..weekly.clone() }
}

/// `date` moved on, or left alone at the calendar's end.
pub(super) fn later(date: NaiveDate, by: TimeDelta) -> NaiveDate {
    date.checked_add_signed(by).unwrap_or(date)
}

impl Limit {
    pub(super) fn of(number: Option<u32>) -> Self {
        number.map_or(Self::Unlimited, Self::AtMost)
    }

    pub(super) fn number(self) -> Option<u32> {
        match self {
            Self::Unlimited => None,
            Self::AtMost(number) => Some(number),
        }
    }
}
