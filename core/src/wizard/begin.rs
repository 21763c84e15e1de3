//! How a wizard begins, for a new pass or for one that is there; and how it takes up again after the world changed.

use super::compose::RuleContext;
use super::state::{ChosenDoor, EnteredValues, Intent, Limit, Notice, UnavailableReason, WizardContext, WizardState};
use super::{FieldId, WizardStep};
use crate::api::PassBody;
use crate::id::{PassId, ResidentId};
use crate::pass::{Identifier, Invalid, Pass, PassType, Problem, Schedule, Usage};
use crate::time::Days;

impl WizardState {
    /// A wizard for a new pass, which will have the id `id`.
    #[must_use]
    pub fn create(id: PassId, context: &WizardContext) -> Self {
        let mut state = Self::fresh(Intent::Create { id }, WizardStep::ChooseProfile, context);
        if let [only] = context.profiles.as_slice() {
            state.profile = Some(only.profile.id);
        }
        state.enter(context);
        state.furthest = state.plan(context).first().copied().unwrap_or(WizardStep::ChooseType);
        state
    }

    /// A wizard that changes `pass`, which belongs to `profile`. It begins at the review, from where every step is
    /// one jump away.
    pub fn edit(pass: &PassBody, profile: ResidentId, context: &WizardContext) -> Result<Self, Invalid> {
        let (usage, pass) = (pass.uses.usage, pass.pass()?);
        let entered = EnteredValues::of(&pass, context, profile);
        let intent = Intent::Edit { pass: Box::new(pass), usage };
        let mut state = Self::fresh(intent, WizardStep::Review, context);
        state.furthest = WizardStep::Review;
        state.profile = Some(profile);
        state.entered = entered;
        state.enter(context);
        Ok(state)
    }

    fn fresh(purpose: Intent, step: WizardStep, context: &WizardContext) -> Self {
        Self {
            step,
            furthest: step,
            purpose,
            profile: None,
            began: context.now,
            entered: EnteredValues::default(),
            touched: std::collections::BTreeSet::new(),
            refused: std::collections::BTreeSet::new(),
            notices: Vec::new(),
            told: Vec::new(),
            trial_door: None,
            trial_moment: None,
            unavailable: None,
            asked: None,
            made: None,
            share_as: None,
        }
    }

    /// Takes the place it is at for granted no longer: it may not be in the plan, or nothing may be allowed at all.
    fn enter(&mut self, context: &WizardContext) {
        if context.profiles.is_empty() {
            self.give_up(UnavailableReason::NoProfile);
            return;
        }
        let plan = self.plan(context);
        if self.step.is_filled_in() && !plan.contains(&self.step) {
            let after = plan.iter().copied().find(|step| *step > self.step);
            self.go(after.unwrap_or(WizardStep::Review));
        }
        if self.step == WizardStep::ChooseProfile {
            return;
        }
        match RuleContext::of(self, context) {
            Err(reason) => {
                self.give_up(reason);
            }
            Ok(setting) => {
                let only = only_type(&setting).filter(|_| self.entered.kind.is_none());
                if let Some(reason) = setting.unavailable() {
                    self.give_up(reason);
                } else if only.is_some() {
                    self.entered.kind = only;
                }
            }
        }
    }

    /// Where the profile is gone, or its zone cannot be read, no step past the choice of the profile can be shown.
    pub(super) fn leave_lost_place(&mut self, context: &WizardContext) {
        if self.step.is_filled_in()
            && self.step != WizardStep::ChooseProfile
            && let Err(reason) = RuleContext::of(self, context)
        {
            self.give_up(reason);
        }
    }

    /// Looks at the context again: what is gone is taken out and said, and the resident lands where something is
    /// wrong now that was not.
    pub(super) fn refresh(&mut self, pass: Option<PassBody>, context: &WizardContext) {
        let mut notices = self.take_up(pass);
        if !self.step.is_filled_in() && self.step != WizardStep::Unavailable {
            return;
        }
        if self.step == WizardStep::Unavailable {
            self.unavailable = None;
            self.step = self.furthest;
        }
        if let (None, [only]) = (self.profile, context.profiles.as_slice()) {
            self.profile = Some(only.profile.id);
        }
        let before = self.clone();
        if let Ok(setting) = RuleContext::of(&before, context) {
            notices.extend(self.take_out_what_is_gone(&setting));
        }
        self.enter(context);
        if self.step.is_filled_in() {
            let found = self.found(context);
            if let Some(first) = found.iter().find(|found| found.field.is_some() && found.step() < self.step) {
                self.go(first.step());
                self.refused.insert(first.step());
                notices.push(Notice::LookAgain);
            }
        }
        notices.retain(|notice| !self.notices.contains(notice));
        self.notices.append(&mut notices);
    }

    /// The edited pass, if it is another version now, and its uses.
    fn take_up(&mut self, body: Option<PassBody>) -> Vec<Notice> {
        let (Intent::Edit { pass, usage }, Some(body)) = (&mut self.purpose, body) else {
            return Vec::new();
        };
        let Some(newer) = body.pass().ok().filter(|newer| newer.id == pass.id) else {
            return Vec::new();
        };
        *usage = body.uses.usage;
        let changed = newer.version != pass.version;
        **pass = newer;
        if changed { vec![Notice::PassChanged] } else { Vec::new() }
    }

    fn take_out_what_is_gone(&mut self, setting: &RuleContext<'_>) -> Vec<Notice> {
        let mut notices = Vec::new();
        if let Some(doors) = &mut self.entered.doors {
            doors.retain(|door| match setting.against_door(door.id) {
                Some(Problem::DoorNotHeld) => {
                    notices.push(Notice::DoorGone { name: door.name.clone() });
                    false
                }
                Some(Problem::DoorNotShareable) => {
                    notices.push(Notice::DoorNotShareable { name: door.name.clone() });
                    false
                }
                _ => true,
            });
        }
        if !notices.is_empty() {
            self.touched.insert(FieldId::Doors);
        }
        let held = |id| setting.home.profile.doors.iter().any(|door| door.id == id);
        self.trial_door = self.trial_door.filter(|id| held(*id));
        if !self.is_edit()
            && let Some(kinds) = &mut self.entered.identifiers
        {
            let before = kinds.len();
            kinds.retain(|kind| setting.against_identifier(*kind).is_none());
            if kinds.len() < before {
                self.touched.insert(FieldId::Identifiers);
                notices.push(Notice::IdentifierGone);
            }
        }
        notices
    }

    pub(super) fn days(&self, setting: &RuleContext<'_>) -> Days {
        match self.entered.kind.map(|kind| self.schedule(kind, setting)) {
            Some(Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly)) => weekly.days,
            _ => Days::NONE,
        }
    }
}

/// The type, where the site leaves no choice.
pub(super) fn only_type(setting: &RuleContext<'_>) -> Option<PassType> {
    let mut allowed = PassType::ALL.into_iter().filter(|kind| setting.against_type(*kind).is_none());
    allowed.next().filter(|_| allowed.next().is_none())
}

impl EnteredValues {
    /// The pass as if it had been entered.
    fn of(pass: &Pass, context: &WizardContext, profile: ResidentId) -> Self {
        let home = context.profiles.iter().find(|home| home.profile.id == profile);
        let name = |id| {
            let held = home.and_then(|home| home.profile.doors.iter().find(|door| door.id == id));
            held.map(|door| door.name.clone()).unwrap_or_default()
        };
        let plate = pass.identifiers.iter().find_map(|identifier| match identifier {
            Identifier::Plate { plate } => Some(plate.clone()),
            _ => None,
        });
        // A one-time pass has its one use from its type; another type would not want it.
        let counted = pass.pass_type() != PassType::OneTime;
        let mut entered = Self {
            kind: Some(pass.pass_type()),
            name: pass.name.clone(),
            comment: pass.comment.clone(),
            guest: pass.guest,
            identifiers: Some(pass.identifiers.iter().map(Identifier::kind).collect()),
            plate: plate.unwrap_or_default(),
            zone: Some(pass.schedule.time_zone()),
            limit: counted.then(|| Limit::of(pass.uses.limit)),
            per_day: counted.then(|| Limit::of(pass.uses.per_day)),
            doors: Some(pass.doors.iter().map(|id| ChosenDoor { id: *id, name: name(*id) }).collect()),
            ..Self::default()
        };
        match &pass.schedule {
            Schedule::Custom { starts_at, ends_at, .. } => {
                entered.first_day = Some(starts_at.date());
                entered.start_time = Some(starts_at.time());
                entered.ends_at = Some(*ends_at);
            }
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => {
                entered.days = Some(weekly.days);
                entered.window_from = Some(weekly.from);
                entered.window_to = Some(weekly.to);
                entered.first_day = Some(weekly.starts);
                entered.last_day = Some(weekly.expires);
            }
            Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => entered.first_day = Some(*date),
        }
        entered
    }
}

/// No visit yet: what a new pass starts with.
pub(super) fn usage_of(purpose: &Intent) -> Usage {
    match purpose {
        Intent::Create { .. } => Usage::default(),
        Intent::Edit { usage, .. } => *usage,
    }
}
