//! The wizard as a shell draws it: the core's view with its phrases already said in the app's language.
//!
//! No type here can be printed for debugging: what is typed may be a licence plate.

use gatepass_core::app::{self, DraftId};
use gatepass_core::id::DoorId;
use gatepass_core::share::Language;
use gatepass_core::time::{LocalMinute, WallTime};
use gatepass_core::wizard::{self as core, Phrase, Rejection};

use crate::names::{LocalDate, Timestamp};
use crate::{FieldId, FieldValue, OpeningView, PassRef, Progress, Purpose, ShareAs, WizardStep};

/// The screen of a wizard after an event.
#[derive(Clone, PartialEq, uniffi::Record)]
pub struct WizardScreen {
    /// The session.
    pub draft: DraftId,
    /// What to draw.
    pub view: WizardView,
    /// The pass it changes, or has made.
    pub pass: Option<PassRef>,
    /// Set when the event did not fit and changed nothing: why, in the app's language where there is a reason to
    /// tell, else empty: draw the view again.
    pub rejected: Option<String>,
    /// What the shell has to do now.
    pub tasks: Vec<WizardTask>,
}

/// What the shell has to do for a wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum WizardTask {
    /// Open the share sheet with what `share` gives, then send `Shared`.
    OpenShareSheet {
        /// The pass.
        pass: PassRef,
        /// What to share of it.
        share_as: ShareAs,
    },
    /// Leave the wizard's screen; the session is over.
    Leave,
}

/// A wizard left before its end.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct DraftRow {
    /// The session.
    pub id: DraftId,
    /// When it was last touched.
    pub at: Timestamp,
    /// The pass it edits; none makes a new one.
    pub edits: Option<PassRef>,
}

/// What to draw. Every text is a whole sentence or label in the app's language.
#[derive(Clone, PartialEq, uniffi::Record)]
pub struct WizardView {
    /// Whether a pass is made or changed.
    pub purpose: Purpose,
    /// Where the wizard is; a key for animations and tests, no shell needs to look at it.
    pub step: WizardStep,
    /// The heading.
    pub title: String,
    /// A sentence below the heading.
    pub explanation: Option<String>,
    /// How far the resident has come; none where there is nothing to fill in.
    pub progress: Option<Progress>,
    /// What to tell before the fields.
    pub notices: Vec<String>,
    /// What is wrong with the pass as a whole.
    pub problems: Vec<String>,
    /// What to draw, in this order.
    pub fields: Vec<Field>,
    /// When the pass would open.
    pub preview: Option<Preview>,
    /// Whether `Back` goes somewhere.
    pub can_go_back: bool,
    /// Whether `Next` would go on. When it would not, the button is still there to press: that shows what is missing.
    pub can_go_next: bool,
    /// The one prominent button.
    pub primary: Option<Button>,
    /// The other buttons, in this order.
    pub secondary: Vec<Button>,
    /// Whether something is under way: draw a spinner.
    pub busy: bool,
}

/// A button, and what to send when it is pressed.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Button {
    /// What is on it.
    pub label: String,
    /// What to send.
    pub event: WizardEvent,
    /// Whether it can be pressed.
    pub enabled: bool,
    /// Why not, where there is a reason to tell.
    pub why_not: Option<String>,
}

/// One field.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Field {
    /// Which; goes back in `Set`.
    pub id: FieldId,
    /// Its label.
    pub label: String,
    /// A sentence below it.
    pub hint: Option<String>,
    /// What is wrong with it, to show beside it.
    pub errors: Vec<String>,
    /// Whether it can be changed.
    pub enabled: bool,
    /// Why not.
    pub why_not: Option<String>,
    /// How to draw it, and its value.
    pub kind: FieldKind,
}

/// How to draw a field, and its value.
#[derive(Clone, PartialEq, Eq, uniffi::Enum)]
pub enum FieldKind {
    /// One of a list. Answer with `Choice`.
    ChooseOne {
        /// The list.
        choices: Vec<Choice>,
    },
    /// Any of a list. Answer with `Toggle`, `Choices` or `Everything`.
    ChooseSeveral {
        /// The list.
        choices: Vec<Choice>,
        /// The label of a switch that chooses everything, where there is one. Answer with `Everything`.
        all_label: Option<String>,
        /// Whether everything is chosen.
        all_chosen: bool,
    },
    /// A text. Answer with `Text`.
    Text {
        /// As it is.
        text: String,
        /// Shown in grey while it is empty.
        placeholder: Option<String>,
        /// The longest text, in characters.
        max: u32,
        /// Whether it may have several lines.
        multiline: bool,
    },
    /// A time of day. Answer with `Time`.
    TimeOfDay {
        /// As it is.
        time: WallTime,
    },
    /// A date. Answer with `Date`.
    Day {
        /// As it is.
        date: LocalDate,
        /// The first date to offer.
        earliest: LocalDate,
        /// The last date to offer.
        latest: LocalDate,
    },
    /// A date and time. Answer with `Moment`.
    Moment {
        /// As it is, on the clock of the schedule's zone.
        at: LocalMinute,
        /// The first to offer.
        earliest: LocalMinute,
        /// The last to offer.
        latest: LocalMinute,
    },
    /// A number. Answer with `Number`.
    Number {
        /// As it is; none is unlimited.
        number: Option<u32>,
        /// The lowest.
        min: u32,
        /// The highest.
        max: u32,
        /// The label of "no limit", where that can be chosen.
        unlimited_label: Option<String>,
    },
    /// Only to read.
    Summary {
        /// What it says, one line each.
        lines: Vec<String>,
        /// What to send when it is tapped, where it can be changed.
        change: Option<WizardEvent>,
    },
}

/// One of a list.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct Choice {
    /// Goes back in the event.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// A sentence about it.
    pub explanation: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Why not.
    pub why_not: Option<String>,
}

/// When the pass would open.
#[derive(Clone, PartialEq, uniffi::Record)]
pub struct Preview {
    /// The next openings, at most five.
    pub openings: Vec<OpeningView>,
    /// Whether more follow.
    pub more: bool,
    /// The IANA zone whose clock they are on.
    pub time_zone: String,
    /// A word of warning when that is not the clock on this phone, or not the building's.
    pub zone_note: Option<String>,
    /// "Will it open this door then?", on the review.
    pub trial: Option<Trial>,
}

/// The answer to "will it open this door then?".
#[derive(Clone, PartialEq, uniffi::Record)]
pub struct Trial {
    /// Which door.
    pub door: DoorId,
    /// When, on the schedule's clock.
    pub at: LocalMinute,
    /// Whether it opens.
    pub opens: bool,
    /// The same in words, and why not.
    pub answer: String,
    /// When it does, if not then.
    pub next_opening: Option<OpeningView>,
}

/// What the resident does. What only the app's own core tells the wizard is not among it.
#[derive(Clone, PartialEq, Eq, uniffi::Enum)]
pub enum WizardEvent {
    /// The resident set a field of this step.
    Set {
        /// Which.
        field: FieldId,
        /// To what.
        value: FieldValue,
    },
    /// The resident pressed the primary button. Where fields have problems the wizard stays and shows them.
    Next,
    /// The resident went back. Nothing entered is lost.
    Back,
    /// The resident went to a step seen before, from the review or back to it.
    Jump {
        /// Where to.
        step: WizardStep,
    },
    /// The resident is done with a saved pass.
    Finish,
    /// The resident gave up; what was entered is forgotten. (Leaving without this event keeps the draft.)
    Cancel,
    /// The phone's share sheet did its work.
    Shared,
}

/// Says phrases in one language.
#[derive(Clone, Copy)]
struct Voice(Language);

impl Voice {
    fn say(self, phrase: &Phrase) -> String {
        phrase.say(self.0)
    }

    fn maybe(self, phrase: Option<&Phrase>) -> Option<String> {
        phrase.map(|phrase| self.say(phrase))
    }

    fn all(self, phrases: &[Phrase]) -> Vec<String> {
        phrases.iter().map(|phrase| self.say(phrase)).collect()
    }
}

impl WizardScreen {
    pub(crate) fn of(screen: app::WizardScreen, language: Language) -> Self {
        let voice = Voice(language);
        let rejected = screen.rejected.map(|rejection| match rejection {
            Rejection::ChoiceNotOffered { why_not, .. } | Rejection::FieldFixed { why_not, .. } => voice.say(&why_not),
            _ => String::new(),
        });
        let tasks = screen.tasks.into_iter().map(WizardTask::from).collect();
        Self { draft: screen.draft, view: view(screen.view, voice), pass: screen.pass, rejected, tasks }
    }
}

impl From<app::WizardTask> for WizardTask {
    fn from(task: app::WizardTask) -> Self {
        match task {
            app::WizardTask::OpenShareSheet { pass, share_as } => Self::OpenShareSheet { pass, share_as },
            app::WizardTask::Leave => Self::Leave,
        }
    }
}

impl From<app::DraftRow> for DraftRow {
    fn from(row: app::DraftRow) -> Self {
        Self { id: row.id, at: row.at, edits: row.edits }
    }
}

fn view(view: core::WizardView, voice: Voice) -> WizardView {
    WizardView {
        purpose: view.purpose,
        step: view.step,
        title: voice.say(&view.title),
        explanation: voice.maybe(view.explanation.as_ref()),
        progress: view.progress,
        notices: voice.all(&view.notices),
        problems: voice.all(&view.problems),
        fields: view.fields.into_iter().map(|one| field(one, voice)).collect(),
        preview: view.preview.map(|one| preview(one, voice)),
        can_go_back: view.can_go_back,
        can_go_next: view.can_go_next,
        primary: view.primary.and_then(|one| button(one, voice)),
        secondary: view.secondary.into_iter().filter_map(|one| button(one, voice)).collect(),
        busy: view.busy,
    }
}

fn button(button: core::Button, voice: Voice) -> Option<Button> {
    Some(Button {
        label: voice.say(&button.label),
        event: event(button.event)?,
        enabled: button.enabled,
        why_not: voice.maybe(button.why_not.as_ref()),
    })
}

fn field(field: core::Field, voice: Voice) -> Field {
    Field {
        id: field.id,
        label: voice.say(&field.label),
        hint: voice.maybe(field.hint.as_ref()),
        errors: voice.all(&field.errors),
        enabled: field.enabled,
        why_not: voice.maybe(field.why_not.as_ref()),
        kind: kind(field.kind, voice),
    }
}

fn kind(kind: core::FieldKind, voice: Voice) -> FieldKind {
    let choices = |list: Vec<core::Choice>| list.into_iter().map(|one| choice(one, voice)).collect();
    match kind {
        core::FieldKind::ChooseOne { choices: list } => FieldKind::ChooseOne { choices: choices(list) },
        core::FieldKind::ChooseSeveral { choices: list, all_label, all_chosen } => {
            let all_label = voice.maybe(all_label.as_ref());
            FieldKind::ChooseSeveral { choices: choices(list), all_label, all_chosen }
        }
        core::FieldKind::Text { text, placeholder, max, multiline } => {
            FieldKind::Text { text, placeholder: voice.maybe(placeholder.as_ref()), max, multiline }
        }
        core::FieldKind::TimeOfDay { time } => FieldKind::TimeOfDay { time },
        core::FieldKind::Day { date, earliest, latest } => FieldKind::Day { date, earliest, latest },
        core::FieldKind::Moment { at, earliest, latest } => FieldKind::Moment { at, earliest, latest },
        core::FieldKind::Number { number, min, max, unlimited_label } => {
            FieldKind::Number { number, min, max, unlimited_label: voice.maybe(unlimited_label.as_ref()) }
        }
        core::FieldKind::Summary { lines, change } => {
            FieldKind::Summary { lines: voice.all(&lines), change: change.and_then(event) }
        }
    }
}

fn choice(choice: core::Choice, voice: Voice) -> Choice {
    Choice {
        id: choice.id,
        label: voice.say(&choice.label),
        explanation: voice.maybe(choice.explanation.as_ref()),
        chosen: choice.chosen,
        enabled: choice.enabled,
        why_not: voice.maybe(choice.why_not.as_ref()),
    }
}

fn preview(preview: core::Preview, voice: Voice) -> Preview {
    let trial = preview.trial.map(|trial| Trial {
        door: trial.door,
        at: trial.at,
        opens: trial.opens,
        answer: voice.say(&trial.answer),
        next_opening: trial.next_opening,
    });
    Preview {
        openings: preview.openings,
        more: preview.more,
        time_zone: preview.time_zone,
        zone_note: voice.maybe(preview.zone_note.as_ref()),
        trial,
    }
}

/// What only the core tells the wizard is never on a button.
fn event(event: core::WizardEvent) -> Option<WizardEvent> {
    Some(match event {
        core::WizardEvent::Set { field, value } => WizardEvent::Set { field, value },
        core::WizardEvent::Next => WizardEvent::Next,
        core::WizardEvent::Back => WizardEvent::Back,
        core::WizardEvent::Jump { step } => WizardEvent::Jump { step },
        core::WizardEvent::Finish => WizardEvent::Finish,
        core::WizardEvent::Cancel => WizardEvent::Cancel,
        core::WizardEvent::Shared => WizardEvent::Shared,
        core::WizardEvent::Refreshed { .. }
        | core::WizardEvent::Accepted { .. }
        | core::WizardEvent::Queued
        | core::WizardEvent::Failed { .. } => return None,
    })
}

impl From<WizardEvent> for core::WizardEvent {
    fn from(event: WizardEvent) -> Self {
        match event {
            WizardEvent::Set { field, value } => Self::Set { field, value },
            WizardEvent::Next => Self::Next,
            WizardEvent::Back => Self::Back,
            WizardEvent::Jump { step } => Self::Jump { step },
            WizardEvent::Finish => Self::Finish,
            WizardEvent::Cancel => Self::Cancel,
            WizardEvent::Shared => Self::Shared,
        }
    }
}
