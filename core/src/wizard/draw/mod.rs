//! From the state to the view.

mod fields;
mod preview;
mod problems;
mod summary;

use super::compose::{Found, Setting};
use super::plan::owner;
use super::state::{Intent, Notice, Unavailable, WizardContext, WizardState};
use super::step::first_up_to;
use super::view::{Button, Progress, Purpose, WizardView};
use super::{FieldId, Phrase, PhraseKey, WizardEvent, WizardStep};

pub use problems::problem_phrase;
pub(super) use problems::why_not;
use problems::{phrase_of, told_phrase};

/// What to draw.
#[must_use]
pub fn view(state: &WizardState, context: &WizardContext) -> WizardView {
    let mut state = state.clone();
    state.leave_lost_place(context);
    let found = if state.step.is_filled_in() { state.found(context) } else { Vec::new() };
    let drawing = Drawing { setting: Setting::of(&state, context).ok(), state: &state, context, found };
    drawing.draw()
}

/// All that drawing one view needs.
struct Drawing<'a> {
    state: &'a WizardState,
    context: &'a WizardContext,
    setting: Option<Setting<'a>>,
    found: Vec<Found>,
}

impl Drawing<'_> {
    fn draw(&self) -> WizardView {
        let state = self.state;
        WizardView {
            purpose: if state.is_edit() { Purpose::EditPass } else { Purpose::NewPass },
            step: state.step,
            title: self.title().into(),
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

    fn title(&self) -> PhraseKey {
        let edit = self.state.is_edit();
        match self.state.step {
            WizardStep::ChooseProfile => PhraseKey::TitleChooseProfile,
            WizardStep::ChooseType => PhraseKey::TitleChooseType,
            WizardStep::About => PhraseKey::TitleAbout,
            WizardStep::Identifiers => PhraseKey::TitleIdentifiers,
            WizardStep::Schedule => PhraseKey::TitleSchedule,
            WizardStep::Uses => PhraseKey::TitleUses,
            WizardStep::Doors => PhraseKey::TitleDoors,
            WizardStep::Review if edit => PhraseKey::TitleReviewEdit,
            WizardStep::Review => PhraseKey::TitleReview,
            WizardStep::Saving => PhraseKey::TitleSaving,
            WizardStep::Saved if self.state.made.is_none() => PhraseKey::TitleQueued,
            WizardStep::Saved if edit => PhraseKey::TitleChanged,
            WizardStep::Saved => PhraseKey::TitleMade,
            WizardStep::Share => PhraseKey::TitleShare,
            WizardStep::Unavailable if edit => PhraseKey::TitleUnavailableEdit,
            WizardStep::Unavailable => PhraseKey::TitleUnavailable,
            WizardStep::Closed => PhraseKey::TitleClosed,
        }
    }

    fn explanation(&self) -> Option<Phrase> {
        let state = self.state;
        let named = |key| Phrase::with(key, vec![self.name_of_pass().as_str().into()]);
        Some(match state.step {
            WizardStep::Identifiers if !state.is_edit() => PhraseKey::ExplainIdentifiers.into(),
            WizardStep::Uses => PhraseKey::ExplainUses.into(),
            WizardStep::Review => PhraseKey::ExplainReview.into(),
            WizardStep::Share => PhraseKey::ExplainShare.into(),
            WizardStep::Saved => match (&state.made, state.is_edit()) {
                (Some(_), false) => named(PhraseKey::ExplainMade),
                (Some(_), true) => named(PhraseKey::ExplainChanged),
                (None, false) => PhraseKey::ExplainQueued.into(),
                (None, true) => PhraseKey::ExplainQueuedEdit.into(),
            },
            WizardStep::Unavailable => self.why_unavailable(),
            _ => return None,
        })
    }

    fn name_of_pass(&self) -> String {
        self.state.made.as_ref().map_or_else(|| self.state.entered.name.trim().to_owned(), |pass| pass.name.clone())
    }

    fn why_unavailable(&self) -> Phrase {
        let site = self.setting.as_ref().map_or("", |setting| setting.home.profile.site.name.as_str());
        let at_site = |key| Phrase::with(key, vec![site.into()]);
        match self.state.unavailable.unwrap_or(Unavailable::NoProfile) {
            Unavailable::PassesOff => at_site(PhraseKey::UnavailablePassesOff),
            Unavailable::TooManyPasses { max } => Phrase::with(PhraseKey::UnavailableTooManyPasses, vec![max.into()]),
            Unavailable::EditingOff => at_site(PhraseKey::UnavailableEditingOff),
            Unavailable::NotValidAnyMore => PhraseKey::UnavailableNotValid.into(),
            Unavailable::NoTypeAllowed => at_site(PhraseKey::UnavailableNoType),
            Unavailable::NoIdentifierAllowed => at_site(PhraseKey::UnavailableNoIdentifier),
            Unavailable::NoDoorToShare => at_site(PhraseKey::UnavailableNoDoor),
            Unavailable::NoProfile => PhraseKey::UnavailableNoProfile.into(),
            Unavailable::UnknownZone => PhraseKey::UnavailableUnknownZone.into(),
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
        let found = self.found.iter().filter(|found| found.field.is_none()).map(|found| phrase_of(&found.problem));
        found.chain(self.state.told.iter().filter(|told| told.field.is_none()).map(told_phrase)).collect()
    }

    /// What to show beside a field: not before the resident touched it or tried to go on.
    fn errors(&self, field: FieldId) -> Vec<Phrase> {
        let state = self.state;
        let shown =
            state.touched.contains(&field) || state.refused.contains(&owner(field)) || state.step == WizardStep::Review;
        let found = self.found.iter().filter(|found| shown && found.field == Some(field));
        let told = state.told.iter().filter(|told| told.field == Some(field)).map(told_phrase);
        let mut errors: Vec<Phrase> = found.map(|found| phrase_of(&found.problem)).collect();
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
            WizardStep::Review if state.is_edit() => Some(button(PhraseKey::ButtonSave, WizardEvent::Next)),
            WizardStep::Review => Some(button(PhraseKey::ButtonCreate, WizardEvent::Next)),
            WizardStep::Saved if self.shares_first() => Some(button(PhraseKey::ButtonShare, WizardEvent::Next)),
            WizardStep::Saved => Some(button(PhraseKey::ButtonDone, WizardEvent::Finish)),
            WizardStep::Share => Some(button(PhraseKey::ButtonShare, WizardEvent::Next)),
            step if step.is_filled_in() => Some(button(PhraseKey::ButtonNext, WizardEvent::Next)),
            _ => None,
        }
    }

    fn secondary(&self) -> Vec<Button> {
        let state = self.state;
        match state.step {
            WizardStep::Saved if self.shares_first() => vec![button(PhraseKey::ButtonDone, WizardEvent::Finish)],
            WizardStep::Saved => {
                let why_not = state.made.is_none().then(|| PhraseKey::WhyShareNotYet.into());
                let enabled = why_not.is_none();
                vec![Button { enabled, why_not, ..button(PhraseKey::ButtonShare, WizardEvent::Next) }]
            }
            WizardStep::Share => vec![button(PhraseKey::ButtonDone, WizardEvent::Finish)],
            WizardStep::Unavailable => vec![button(PhraseKey::ButtonCancel, WizardEvent::Cancel)],
            step if step.is_filled_in() => {
                let mut buttons = Vec::new();
                if state.can_jump(WizardStep::Review, self.context) {
                    let jump = WizardEvent::Jump { step: WizardStep::Review };
                    buttons.push(button(PhraseKey::ButtonReview, jump));
                }
                buttons.push(button(PhraseKey::ButtonCancel, WizardEvent::Cancel));
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

fn button(label: PhraseKey, event: WizardEvent) -> Button {
    Button { label: label.into(), event, enabled: true, why_not: None }
}

fn notice(notice: &Notice) -> Phrase {
    let named = |key, name: &str| Phrase::with(key, vec![name.into()]);
    match notice {
        Notice::DoorGone { name } if name.is_empty() => PhraseKey::NoticeUnnamedDoorGone.into(),
        Notice::DoorGone { name } => named(PhraseKey::NoticeDoorGone, name),
        Notice::DoorNotShareable { name } => named(PhraseKey::NoticeDoorNotShareable, name),
        Notice::IdentifierGone => PhraseKey::NoticeIdentifierGone.into(),
        Notice::PassChanged => PhraseKey::NoticePassChanged.into(),
        Notice::LookAgain => PhraseKey::NoticeLookAgain.into(),
        Notice::Failed { detail } => named(PhraseKey::NoticeFailed, detail),
        Notice::Shared => PhraseKey::NoticeShared.into(),
    }
}
