//! From the state to the view.

mod fields;
mod preview;
mod problems;
mod summary;

use super::compose::{DraftProblem, RuleContext};
use super::plan::owner;
use super::state::{Intent, Notice, ServerProblem, UnavailableReason, WizardContext, WizardState};
use super::step::first_up_to;
use super::view::{Button, Progress, Purpose, WizardView};
use super::{FieldId, Phrase, WizardEvent, WizardStep};

pub(super) use problems::why_not;

/// What to draw.
#[must_use]
pub fn view(state: &WizardState, context: &WizardContext) -> WizardView {
    let mut state = state.clone();
    state.leave_lost_place(context);
    let found = if state.step.is_filled_in() { state.found(context) } else { Vec::new() };
    let drawing = Drawing { setting: RuleContext::of(&state, context).ok(), state: &state, context, found };
    drawing.draw()
}

/// All that drawing one view needs.
struct Drawing<'a> {
    state: &'a WizardState,
    context: &'a WizardContext,
    setting: Option<RuleContext<'a>>,
    found: Vec<DraftProblem>,
}

impl Drawing<'_> {
    fn draw(&self) -> WizardView {
        let state = self.state;
        WizardView {
            purpose: if state.is_edit() { Purpose::EditPass } else { Purpose::NewPass },
            step: state.step,
            title: self.title(),
            explanation: self.explanation(),
            progress: self.progress(),
            notices: state.notices.iter().map(notice).collect(),
            problems: self.problems_of_no_field(),
            fields: self.fields(),
            preview: self.preview(),
            can_go_back: self.can_go_back(),
            can_go_next: self.can_go_next(),
            primary: self.primary(),
            secondary: self.secondary(),
            busy: state.step == WizardStep::Saving,
        }
    }

    fn title(&self) -> Phrase {
        let edit = self.state.is_edit();
        match self.state.step {
            WizardStep::ChooseProfile => Phrase::TitleChooseProfile,
            WizardStep::ChooseType => Phrase::TitleChooseType,
            WizardStep::About => Phrase::TitleAbout,
            WizardStep::Identifiers => Phrase::TitleIdentifiers,
            WizardStep::Schedule => Phrase::TitleSchedule,
            WizardStep::Uses => Phrase::TitleUses,
            WizardStep::Doors => Phrase::TitleDoors,
            WizardStep::Review if edit => Phrase::TitleReviewEdit,
            WizardStep::Review => Phrase::TitleReview,
            WizardStep::Saving => Phrase::TitleSaving,
            WizardStep::Saved if self.state.made.is_none() => Phrase::TitleQueued,
            WizardStep::Saved if edit => Phrase::TitleChanged,
            WizardStep::Saved => Phrase::TitleMade,
            WizardStep::Share => Phrase::TitleShare,
            WizardStep::Unavailable if edit => Phrase::TitleUnavailableEdit,
            WizardStep::Unavailable => Phrase::TitleUnavailable,
            WizardStep::Closed => Phrase::TitleClosed,
        }
    }

    fn explanation(&self) -> Option<Phrase> {
        let state = self.state;
        let name = self.name_of_pass();
        Some(match state.step {
            WizardStep::Identifiers if !state.is_edit() => Phrase::ExplainIdentifiers,
            WizardStep::Uses => Phrase::ExplainUses,
            WizardStep::Review => Phrase::ExplainReview,
            WizardStep::Share => Phrase::ExplainShare,
            WizardStep::Saved => match (&state.made, state.is_edit()) {
                (Some(_), false) => Phrase::ExplainMade { name },
                (Some(_), true) => Phrase::ExplainChanged { name },
                (None, false) => Phrase::ExplainQueued,
                (None, true) => Phrase::ExplainQueuedEdit,
            },
            WizardStep::Unavailable => self.why_unavailable(),
            _ => return None,
        })
    }

    fn name_of_pass(&self) -> String {
        self.state.made.as_ref().map_or_else(|| self.state.entered.name.trim().to_owned(), |pass| pass.name.clone())
    }

    fn why_unavailable(&self) -> Phrase {
        let site = self.setting.as_ref().map(|setting| setting.home.profile.site.name.clone()).unwrap_or_default();
        match self.state.unavailable.unwrap_or(UnavailableReason::NoProfile) {
            UnavailableReason::PassesOff => Phrase::UnavailablePassesOff { site },
            UnavailableReason::TooManyPasses { max } => Phrase::UnavailableTooManyPasses { max },
            UnavailableReason::EditingOff => Phrase::UnavailableEditingOff { site },
            UnavailableReason::NotValidAnyMore => Phrase::UnavailableNotValid,
            UnavailableReason::NoTypeAllowed => Phrase::UnavailableNoType { site },
            UnavailableReason::NoIdentifierAllowed => Phrase::UnavailableNoIdentifier { site },
            UnavailableReason::NoDoorToShare => Phrase::UnavailableNoDoor { site },
            UnavailableReason::NoProfile => Phrase::UnavailableNoProfile,
            UnavailableReason::UnknownZone => Phrase::UnavailableUnknownZone,
        }
    }

    fn progress(&self) -> Option<Progress> {
        let plan = self.state.plan(self.context);
        let at = plan.iter().position(|step| *step == self.state.step)?;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(Progress { at: number(at + 1), of: number(plan.len()) })
    }

    /// What is wrong with the pass as a whole, or with something this app knows no field for.
    fn problems_of_no_field(&self) -> Vec<Phrase> {
        if self.state.step != WizardStep::Review {
            return Vec::new();
        }
        let found = self.found.iter().filter(|found| found.field.is_none()).map(|found| found.problem.phrase());
        found.chain(self.state.told.iter().filter(|told| told.field.is_none()).map(ServerProblem::phrase)).collect()
    }

    /// What to show beside a field: not before the resident touched it or tried to go on.
    fn errors(&self, field: FieldId) -> Vec<Phrase> {
        let state = self.state;
        let shown =
            state.touched.contains(&field) || state.refused.contains(&owner(field)) || state.step == WizardStep::Review;
        let found = self.found.iter().filter(|found| shown && found.field == Some(field));
        let told = state.told.iter().filter(|told| told.field == Some(field)).map(ServerProblem::phrase);
        let mut errors: Vec<Phrase> = found.map(|found| found.problem.phrase()).collect();
        for told in told {
            if !errors.contains(&told) {
                errors.push(told);
            }
        }
        errors
    }

    fn can_go_back(&self) -> bool {
        match self.state.step {
            WizardStep::Share => true,
            WizardStep::Unavailable => self.state.can_choose_profile(self.context),
            step => step.is_filled_in() && self.state.before(self.context).is_some(),
        }
    }

    fn can_go_next(&self) -> bool {
        let state = self.state;
        match state.step {
            WizardStep::Saved => state.made.is_some(),
            WizardStep::Share => state.can_share(state.share_choice()),
            WizardStep::Review => self.found.is_empty(),
            step => {
                step.is_filled_in()
                    && first_up_to(&self.found, step).is_none()
                    && self.setting.as_ref().is_some_and(|setting| setting.unavailable().is_none())
            }
        }
    }

    fn primary(&self) -> Option<Button> {
        let state = self.state;
        match state.step {
            WizardStep::Review if state.is_edit() => Some(button(Phrase::ButtonSave, WizardEvent::Next)),
            WizardStep::Review => Some(button(Phrase::ButtonCreate, WizardEvent::Next)),
            WizardStep::Saved if self.shares_first() => Some(button(Phrase::ButtonShare, WizardEvent::Next)),
            WizardStep::Saved => Some(button(Phrase::ButtonDone, WizardEvent::Finish)),
            WizardStep::Share => Some(button(Phrase::ButtonShare, WizardEvent::Next)),
            step if step.is_filled_in() => Some(button(Phrase::ButtonNext, WizardEvent::Next)),
            _ => None,
        }
    }

    fn secondary(&self) -> Vec<Button> {
        let state = self.state;
        match state.step {
            WizardStep::Saved if self.shares_first() => vec![button(Phrase::ButtonDone, WizardEvent::Finish)],
            WizardStep::Saved => {
                let why_not = state.made.is_none().then_some(Phrase::WhyShareNotYet);
                let enabled = why_not.is_none();
                vec![Button { enabled, why_not, ..button(Phrase::ButtonShare, WizardEvent::Next) }]
            }
            WizardStep::Share => vec![button(Phrase::ButtonDone, WizardEvent::Finish)],
            WizardStep::Unavailable => vec![button(Phrase::ButtonCancel, WizardEvent::Cancel)],
            step if step.is_filled_in() => {
                let mut buttons = Vec::new();
                if state.can_jump(WizardStep::Review, self.context) {
                    let jump = WizardEvent::Jump { step: WizardStep::Review };
                    buttons.push(button(Phrase::ButtonReview, jump));
                }
                buttons.push(button(Phrase::ButtonCancel, WizardEvent::Cancel));
                buttons
            }
            _ => Vec::new(),
        }
    }

    /// A new pass has to be sent to the guest; a changed one has not.
    fn shares_first(&self) -> bool {
        self.state.made.is_some() && matches!(self.state.purpose, Intent::Create { .. })
    }
}

fn button(label: Phrase, event: WizardEvent) -> Button {
    Button { label, event, enabled: true, why_not: None }
}

/// A name or other text that is the same in every language.
fn verbatim(text: &str) -> Phrase {
    Phrase::Verbatim { text: text.to_owned() }
}

fn notice(notice: &Notice) -> Phrase {
    match notice {
        Notice::DoorGone { name } if name.is_empty() => Phrase::NoticeUnnamedDoorGone,
        Notice::DoorGone { name } => Phrase::NoticeDoorGone { door: name.clone() },
        Notice::DoorNotShareable { name } => Phrase::NoticeDoorNotShareable { door: name.clone() },
        Notice::IdentifierGone => Phrase::NoticeIdentifierGone,
        Notice::PassChanged => Phrase::NoticePassChanged,
        Notice::LookAgain => Phrase::NoticeLookAgain,
        Notice::Failed { detail } => Phrase::NoticeFailed { detail: detail.clone() },
        Notice::Shared => Phrase::NoticeShared,
    }
}
