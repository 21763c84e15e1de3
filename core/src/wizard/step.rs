//! From one state to the next. Total: every event in every state is either accepted or refused with its reason.

use super::begin::only_type;
use super::compose::{DraftProblem, RuleContext, as_a_whole};
use super::state::{Intent, Notice, ServerProblem, UnavailableReason, WizardContext, WizardState};
use super::{Effect, Rejection, ShareAs, Step, WizardEvent, WizardStep};
use crate::api::{FieldProblemBody, PassBody};
use crate::id::{PassId, ResidentId};
use crate::pass::PassDraft;

/// What follows from `event`. On `Err` the state stays as it was.
pub fn step(state: &WizardState, event: WizardEvent, context: &WizardContext) -> Result<Step, Rejection> {
    let mut next = state.clone();
    next.leave_lost_place(context);
    let effects = next.apply(event, context)?;
    Ok(Step { state: next, effects })
}

impl WizardState {
    fn apply(&mut self, event: WizardEvent, context: &WizardContext) -> Result<Vec<Effect>, Rejection> {
        use WizardStep::{Closed, Saved, Saving, Share, Unavailable};
        let filling = self.step.is_filled_in();
        let not_now = Rejection::NotNow { step: self.step };
        let none = Vec::new();
        match (event, self.step) {
            (WizardEvent::Set { field, value }, _) if filling || self.step == Share => {
                *self = self.with_field(field, value, context)?;
                Ok(none)
            }
            (WizardEvent::Next, _) if filling => Ok(self.next(context)),
            (WizardEvent::Next, Saved) if self.made.is_some() => Ok(self.go(Share)),
            (WizardEvent::Next, Share) => self.share(not_now),
            (WizardEvent::Back, here) => {
                let before = match here {
                    Share => Some(Saved),
                    Unavailable => Some(WizardStep::ChooseProfile).filter(|_| self.can_choose_profile(context)),
                    _ => self.before(context).filter(|_| filling),
                };
                Ok(self.go(before.ok_or(not_now)?))
            }
            (WizardEvent::Jump { step: to }, _) if filling => self.jump(to, context),
            (WizardEvent::Finish, Saved | Share) | (WizardEvent::Cancel, Unavailable) => Ok(self.close()),
            (WizardEvent::Cancel, _) if filling => Ok(self.close()),
            (WizardEvent::Refreshed { pass }, here) if here != Closed => {
                self.refresh(pass, context);
                Ok(none)
            }
            (WizardEvent::Accepted { pass }, Saving | Saved) => self.accepted(pass, not_now),
            (WizardEvent::Queued, Saving) => Ok(self.go(Saved)),
            (WizardEvent::Failed { problems, detail }, Saving | Saved) if self.made.is_none() => {
                self.failed(&problems, &detail, context);
                Ok(none)
            }
            (WizardEvent::Shared, Share) => {
                self.notices = vec![Notice::Shared];
                Ok(none)
            }
            _ => Err(not_now),
        }
    }

    /// Moves on, or stays where something is wrong and shows it.
    fn next(&mut self, context: &WizardContext) -> Vec<Effect> {
        let here = self.step;
        let found = self.found(context);
        if let Some(in_the_way) = first_up_to(&found, here) {
            return self.refuse(in_the_way);
        }
        let setting = match RuleContext::of(self, context) {
            Ok(setting) => setting,
            Err(reason) => return self.give_up(reason),
        };
        if let Some(reason) = setting.unavailable() {
            return self.give_up(reason);
        }
        if here == WizardStep::Review {
            return self.submit(context);
        }
        let only_type = only_type(&setting);
        self.entered.kind = self.entered.kind.or(only_type);
        let after = self.plan(context).into_iter().find(|step| *step > here).unwrap_or(WizardStep::Review);
        self.furthest = self.furthest.max(after);
        self.go(after)
    }

    fn submit(&mut self, context: &WizardContext) -> Vec<Effect> {
        let checked = RuleContext::of(self, context).ok().and_then(|setting| {
            let draft = self.draft(&setting)?;
            Some((setting.check(&draft), draft, setting.home.profile.id))
        });
        let Some((found, draft, profile)) = checked else {
            return self.go(WizardStep::ChooseType);
        };
        if let Some(first) = found.first() {
            return self.refuse(first);
        }
        self.told.clear();
        self.asked = Some(draft.clone());
        self.go(WizardStep::Saving);
        vec![self.asking_for(draft, profile)]
    }

    fn asking_for(&self, draft: PassDraft, profile: ResidentId) -> Effect {
        match &self.purpose {
            Intent::Create { id } => Effect::Create { id: *id, profile, draft },
            Intent::Edit { pass, .. } => Effect::Save { id: pass.id, profile, version: pass.version, draft },
        }
    }

    /// The effect that was asked for when the wizard was left while saving. Exactly the same: the pass may be made
    /// already, and what was sound then is not asked about again.
    pub(super) fn ask_again(&self) -> Vec<Effect> {
        let asked = self.asked.clone().zip(self.profile);
        asked.map(|(draft, profile)| self.asking_for(draft, profile)).into_iter().collect()
    }

    fn refuse(&mut self, found: &DraftProblem) -> Vec<Effect> {
        if let Some(reason) = as_a_whole(found) {
            return self.give_up(reason);
        }
        let step = found.step();
        self.refused.insert(step);
        self.go(step)
    }

    pub(super) fn give_up(&mut self, reason: UnavailableReason) -> Vec<Effect> {
        self.unavailable = Some(reason);
        self.go(WizardStep::Unavailable)
    }

    fn jump(&mut self, to: WizardStep, context: &WizardContext) -> Result<Vec<Effect>, Rejection> {
        if !self.can_jump(to, context) {
            return Err(Rejection::NotReachable { step: to });
        }
        let found = self.found(context);
        match found.iter().find(|found| self.step < to && found.step() < to) {
            Some(in_the_way) => Ok(self.refuse(in_the_way)),
            None => Ok(self.go(to)),
        }
    }

    pub(super) fn can_jump(&self, to: WizardStep, context: &WizardContext) -> bool {
        self.step.is_filled_in() && to != self.step && to <= self.furthest && self.plan(context).contains(&to)
    }

    fn share(&mut self, not_now: Rejection) -> Result<Vec<Effect>, Rejection> {
        let share_as = self.share_choice();
        match &self.made {
            Some(pass) if self.can_share(share_as) => {
                let id = pass.id;
                self.notices.clear();
                Ok(vec![Effect::Share { id, share_as }])
            }
            _ => Err(not_now),
        }
    }

    pub(super) fn share_choice(&self) -> ShareAs {
        self.share_as.unwrap_or(ShareAs::Message)
    }

    /// Whether the pass has what would be shared.
    pub(super) fn can_share(&self, share_as: ShareAs) -> bool {
        self.made.as_ref().is_some_and(|pass| {
            share_as.needs().is_none_or(|needed| pass.identifiers.iter().any(|has| has.kind() == needed))
        })
    }

    fn accepted(&mut self, pass: PassBody, not_now: Rejection) -> Result<Vec<Effect>, Rejection> {
        if pass.id != self.pass_id() {
            return Err(not_now);
        }
        self.made = Some(pass);
        Ok(self.go(WizardStep::Saved))
    }

    /// Lands on the first step that owns one of the refused fields.
    fn failed(&mut self, problems: &[FieldProblemBody], detail: &str, context: &WizardContext) {
        self.told = problems.iter().cloned().map(ServerProblem::of).collect();
        let plan = self.plan(context);
        let owners = self.told.iter().filter_map(|told| told.field.map(super::plan::owner));
        let landing = owners.filter(|step| plan.contains(step)).min().unwrap_or(WizardStep::Review);
        self.go(landing);
        if problems.is_empty() {
            self.notices.push(Notice::Failed { detail: detail.to_owned() });
        }
    }

    /// The pass that is made or changed. An app that finds it stored when it takes up a draft left while saving needs
    /// the draft no longer.
    #[must_use]
    pub fn pass_id(&self) -> PassId {
        match &self.purpose {
            Intent::Create { id } => *id,
            Intent::Edit { pass, .. } => pass.id,
        }
    }

    /// The step before this one.
    pub(super) fn before(&self, context: &WizardContext) -> Option<WizardStep> {
        self.plan(context).into_iter().rfind(|step| *step < self.step)
    }

    pub(super) fn can_choose_profile(&self, context: &WizardContext) -> bool {
        self.plan(context).contains(&WizardStep::ChooseProfile)
    }

    pub(super) fn go(&mut self, step: WizardStep) -> Vec<Effect> {
        self.step = step;
        self.notices.clear();
        Vec::new()
    }

    fn close(&mut self) -> Vec<Effect> {
        self.go(WizardStep::Closed);
        vec![Effect::Close]
    }
}

/// The first problem that keeps the resident from leaving a step. A problem with the pass as a whole belongs to no step
/// and is shown separately.
pub(super) fn first_up_to(found: &[DraftProblem], step: WizardStep) -> Option<&DraftProblem> {
    found.iter().find(|found| found.step() <= step)
}
