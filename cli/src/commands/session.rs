//! A wizard of the resident's, with everything behind it: drafts, the store, the queue of changes.

use std::time::Duration;

use gatepass_core::app::{App, PassRef, WizardScreen};
use gatepass_core::wizard::{WizardEvent, WizardView};
use gatepass_words::terminal::Message;

use crate::context::Context;
use crate::failure::Failure;
use crate::terminal::{InPlace, Keyboard};
use crate::wizard::{Left, Session, play};

/// Makes a pass; `None` when the person at the keyboard left.
pub(super) async fn create(context: &Context, resume: bool) -> Result<Option<PassRef>, Failure> {
    let narrowed = context.narrowed().await?.map(|profile| profile.id);
    // The building's rules and doors may have changed since they were last seen.
    let state = context.sync().await?;
    context.tell(&state).await?;
    let kept = context.app.drafts().await?.into_iter().find(|draft| draft.edits.is_none());
    let screen = match kept {
        Some(draft) if resume => context.app.wizard(draft.id).await?,
        None if resume => return Err(Failure::not_found(Message::FailureNoDraft)),
        _ => context.app.start_wizard(narrowed).await?,
    };
    run(context, screen, "gatepass new --resume").await
}

/// Changes a pass; `false` when the person at the keyboard left.
pub(super) async fn edit(context: &Context, pass: PassRef) -> Result<bool, Failure> {
    let screen = context.app.edit_wizard(pass).await?;
    Ok(run(context, screen, "gatepass edit").await?.is_some())
}

async fn run(context: &Context, screen: WizardScreen, again: &str) -> Result<Option<PassRef>, Failure> {
    let keyboard = Keyboard::open();
    let mut keyboard =
        keyboard.map_err(|error| Failure::broken(Message::FailureTerminal { reason: error.to_string() }))?;
    let mut live = Live { app: context.app.clone(), screen };
    let (style, language) = (context.out.style, context.out.language);
    let left = play(&mut live, &mut keyboard, &mut InPlace::begin(), style, language).await?;
    drop(keyboard);
    match left {
        Left::Saved => {
            let pass = live.screen.pass;
            live.send(WizardEvent::Finish).await?;
            Ok(pass)
        }
        Left::Cancelled => Err(Failure::cancelled()),
        Left::Kept => {
            if live.screen.pass.is_some() {
                // What is edited is there to be edited again.
                live.app.discard_draft(live.screen.draft).await?;
                return Err(Failure::cancelled());
            }
            context.out.note(context.out.say(Message::DraftKept { command: again.to_owned() }));
            Ok(None)
        }
    }
}

/// A wizard of the client's.
struct Live {
    app: App,
    screen: WizardScreen,
}

impl Session for Live {
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
