//! A draft as text, so that it survives a killed app.

use serde::{Deserialize, Serialize};

use super::state::{WizardContext, WizardState};
use super::{Step, WizardStep};

/// The version of the text. It changes if an older text would be read wrongly; such a draft is dropped.
const VERSION: u32 = 1;

/// Why a draft cannot be resumed. The app should delete it; if a pass was begun, tell the resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The text is damaged.
    #[error("the draft cannot be read; forget it and begin again")]
    Unreadable,
    /// Another version of the app wrote it.
    #[error("the draft was written by another version of the app (format {found}); forget it and begin again")]
    OtherVersion {
        /// The version it has.
        found: u32,
    },
    /// The profile it was for is no longer on this phone.
    #[error("the draft was for a home that is no longer on this phone; forget it")]
    ProfileGone,
}

#[derive(Serialize)]
struct StoredDraft<'a> {
    version: u32,
    state: &'a WizardState,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Deserialize)]
struct LoadedDraft {
    state: WizardState,
}

impl WizardState {
    /// The text to keep after each step; nothing once the pass is made, or the wizard is over: then forget the draft.
    #[must_use]
    pub fn keep(&self) -> Option<String> {
        match self.step {
            WizardStep::Saved | WizardStep::Share | WizardStep::Closed => None,
            _ => serde_json::to_string(&StoredDraft { version: VERSION, state: self }).ok(),
        }
    }

    /// Resumes a draft at its step. It is compared with the current profiles: what is gone is taken out, what is no longer
    /// allowed is shown with its value. A draft left while saving asks for the same effect again.
    pub fn resume(text: &str, context: &WizardContext) -> Result<Step, DraftError> {
        let Version { version } = serde_json::from_str(text).map_err(|_| DraftError::Unreadable)?;
        if version != VERSION {
            return Err(DraftError::OtherVersion { found: version });
        }
        let LoadedDraft { mut state }: LoadedDraft = serde_json::from_str(text).map_err(|_| DraftError::Unreadable)?;
        if let Some(profile) = state.profile
            && !context.profiles.iter().any(|home| home.profile.id == profile)
        {
            return Err(DraftError::ProfileGone);
        }
        if state.step == WizardStep::Saving {
            let effects = state.ask_again();
            return if effects.is_empty() { Err(DraftError::Unreadable) } else { Ok(Step { state, effects }) };
        }
        state.refresh(None, context);
        Ok(Step { state, effects: Vec::new() })
    }

    /// Where the wizard is.
    #[must_use]
    pub fn step(&self) -> WizardStep {
        self.step
    }
}
