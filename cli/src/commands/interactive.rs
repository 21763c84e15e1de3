//! The wizard of `new` and `edit`, step by step in the terminal, over the resident's client.

use std::time::Duration;

use gatepass_core::app::{App, PassRef, WizardScreen};
use gatepass_core::wizard::{WizardEvent, WizardView};
use gatepass_words::terminal::Message;

use crate::context::Context;
use crate::failure::Failure;
use crate::terminal::{Keyboard, TerminalScreen};
use crate::wizard::{WizardOutcome, WizardSession, run_wizard};

/// Makes a pass; `None` if the person at the keyboard left.
pub(super) async fn create(context: &Context, resume: bool) -> Result<Option<PassRef>, Failure> {
    let selected_profile = context.selected_profile().await?.map(|profile| profile.id);
    // The building's rules and doors may have changed since the last sync.
    let state = context.sync().await?;
    context.print_sync_notes(&state).await?;
    let draft = context.app.drafts().await?.into_iter().find(|draft| draft.edits.is_none());
    let screen = match draft {
        Some(draft) if resume => context.app.wizard(draft.id).await?,
        None if resume => return Err(Failure::not_found(Message::FailureNoDraft)),
        _ => context.app.start_wizard(selected_profile).await?,
    };
    run(context, screen, "gatepass new --resume").await
}

/// Changes a pass; `false` if the person at the keyboard left.
pub(super) async fn edit(context: &Context, pass: PassRef) -> Result<bool, Failure> {
    let screen = context.app.edit_wizard(pass).await?;
    Ok(run(context, screen, "gatepass edit").await?.is_some())
}

async fn run(context: &Context, screen: WizardScreen, again: &str) -> Result<Option<PassRef>, Failure> {
    let keyboard = Keyboard::open();
    let mut keyboard =
        keyboard.map_err(|error| Failure::broken(Message::FailureTerminal { reason: error.to_string() }))?;
    let mut session = AppSession { app: context.app.clone(), screen };
    let (style, language) = (context.out.style, context.out.language);
    let outcome = run_wizard(&mut session, &mut keyboard, &mut TerminalScreen::begin(), style, language).await?;
    drop(keyboard);
    match outcome {
        WizardOutcome::Saved => {
            let pass = session.screen.pass;
            session.send(WizardEvent::Finish).await?;
            Ok(pass)
        }
        WizardOutcome::Cancelled => Err(Failure::cancelled()),
        WizardOutcome::DraftKept => {
            if session.screen.pass.is_some() {
                // A pass can be edited again, so its draft is not needed.
                session.app.discard_draft(session.screen.draft).await?;
                return Err(Failure::cancelled());
            }
            context.out.note(context.out.say(Message::DraftKept { command: again.to_owned() }));
            Ok(None)
        }
    }
}

/// A wizard of the client.
struct AppSession {
    app: App,
    screen: WizardScreen,
}

impl WizardSession for AppSession {
    async fn view(&mut self) -> Result<WizardView, Failure> {
        Ok(self.screen.view.clone())
    }

    async fn send(&mut self, event: WizardEvent) -> Result<(), Failure> {
        self.screen = self.app.send_wizard(self.screen.draft, event).await?;
        Ok(())
    }

    async fn settled(&mut self) -> Result<(), Failure> {
        tokio::time::sleep(Duration::from_millis(100)).await;
        self.screen = self.app.wizard(self.screen.draft).await?;
        Ok(())
    }
}
