//! How does a wizard live through a restart, and who does what it asks for?
//!
//! The wizard is pure; here its events meet the device. After each event the draft is kept, in one transaction with
//! the pass it may have asked for: a restart finds both or neither, and what was asked for twice is done once,
//! because the pass has its id from the wizard's beginning.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::{Mutex, MutexGuard};

use super::client::Client;
use super::{App, AppError, DraftId, DraftRow, PassRef, ProfileId, SyncPhase, WizardScreen, WizardTask};
use crate::api::PassEdit;
use crate::id::{PassId, ResidentId};
use crate::outbox::{Command, Refusal, is_as_wished};
use crate::store::{Draft, StoredPass, add_command, put_draft, remove_draft};
use crate::sync::step;
use crate::wizard::{self, Effect, WizardContext, WizardEvent, WizardProfile, WizardState, WizardStep};

/// The wizards that are open.
pub(super) type Sessions = Mutex<HashMap<DraftId, Session>>;

/// A wizard that is open.
#[derive(Clone)]
pub(super) struct Session {
    state: WizardState,
    /// The pass that is made or changed, once that is known.
    pass: Option<PassRef>,
    edits: bool,
    /// The change that was asked for.
    wished: Option<PassEdit>,
}

impl App {
    /// Begins a wizard for a new pass; without a profile it asks for one where there are several.
    pub async fn start_wizard(&self, profile: Option<ProfileId>) -> Result<WizardScreen, AppError> {
        self.run(|client| async move {
            let mut context = client.wizard_context(None).await?;
            if let Some(profile) = profile {
                context.profiles.retain(|home| home.profile.id.0 == profile.0);
            }
            let state = WizardState::create(PassId(client.new_id()), &context);
            client.begin(Session { state, pass: None, edits: false, wished: None }).await
        })
        .await
    }

    /// Begins a wizard that changes a pass.
    pub async fn edit_wizard(&self, pass: PassRef) -> Result<WizardScreen, AppError> {
        self.run(|client| async move {
            let context = client.wizard_context(Some(pass)).await?;
            let stored = client.stored_pass(pass).await?;
            let state = WizardState::edit(&stored.shown, ResidentId(pass.profile.0), &context)?;
            client.begin(Session { state, pass: Some(pass), edits: true, wished: None }).await
        })
        .await
    }

    /// The wizard as it is now: an open one, or one left before its end, also by an earlier run of the app.
    pub async fn wizard(&self, draft: DraftId) -> Result<WizardScreen, AppError> {
        self.run(|client| async move { client.look_at(draft).await }).await
    }

    /// Sends an event of the view to a wizard.
    pub async fn send_wizard(&self, draft: DraftId, event: WizardEvent) -> Result<WizardScreen, AppError> {
        self.run(|client| async move { client.send(draft, event).await }).await
    }

    /// Wizards left before their end, newest first.
    pub async fn drafts(&self) -> Result<Vec<DraftRow>, AppError> {
        self.run(|client| async move {
            let drafts = client.db(|db| db.drafts()).await?;
            let row = |draft: Draft| {
                let pass = draft.pass.map(|(profile, pass)| PassRef { profile, pass });
                DraftRow { id: draft.id, at: draft.at, edits: pass.filter(|_| draft.edits) }
            };
            Ok(drafts.into_iter().map(row).collect())
        })
        .await
    }

    /// Forgets a wizard and what was entered. A pass it has made stays.
    pub async fn discard_draft(&self, draft: DraftId) -> Result<(), AppError> {
        self.run(|client| async move {
            client.sessions.lock().await.remove(&draft);
            client.db(move |db| db.drop_draft(draft)).await
        })
        .await
    }
}

/// The commands and tasks that follow an event.
#[derive(Default)]
struct Outcome {
    commands: Vec<(PassRef, Command)>,
    tasks: Vec<WizardTask>,
}

impl Client {
    async fn wizard_context(&self, edited: Option<PassRef>) -> Result<WizardContext, AppError> {
        let (now, phone_zone) = (self.now(), self.phone_zone);
        let profiles = self.db(move |db| {
            let mut profiles = Vec::new();
            for stored in db.profiles()?.into_iter().filter(|stored| stored.signed_in) {
                let without = edited.filter(|edited| edited.profile == stored.id).map(|edited| edited.pass);
                let live_passes = db.live_passes(stored.id, without, now)?;
                profiles.push(WizardProfile { profile: stored.body, live_passes });
            }
            Ok(profiles)
        });
        Ok(WizardContext { now, phone_zone, profiles: profiles.await? })
    }

    async fn begin(&self, session: Session) -> Result<WizardScreen, AppError> {
        let draft = DraftId(self.new_id());
        let mut sessions = self.sessions.lock().await;
        self.keep(draft, &session, Vec::new()).await?;
        let screen = self.screen(draft, &session, Vec::new()).await?;
        sessions.insert(draft, session);
        Ok(screen)
    }

    async fn look_at(&self, draft: DraftId) -> Result<WizardScreen, AppError> {
        let mut sessions = self.sessions.lock().await;
        let (mut session, mut outcome) = self.taken_up(&sessions, draft).await?;
        let before = session.state.clone();
        self.settle(&mut session, &mut outcome).await?;
        if session.state != before || !outcome.commands.is_empty() {
            self.keep(draft, &session, std::mem::take(&mut outcome.commands)).await?;
        }
        let screen = self.screen(draft, &session, outcome.tasks).await?;
        sessions.insert(draft, session);
        Ok(screen)
    }

    async fn send(&self, draft: DraftId, event: WizardEvent) -> Result<WizardScreen, AppError> {
        let mut sessions = self.sessions.lock().await;
        let (mut session, mut outcome) = self.taken_up(&sessions, draft).await?;
        let context = self.wizard_context(session.pass).await?;
        let rejected = match wizard::step(&session.state, event, &context) {
            Ok(step) => {
                session.state = step.state;
                self.perform(&mut session, step.effects, &mut outcome).await?;
                None
            }
            Err(rejection) => Some(rejection),
        };
        self.settle(&mut session, &mut outcome).await?;
        self.keep(draft, &session, std::mem::take(&mut outcome.commands)).await?;
        let mut screen = self.screen(draft, &session, outcome.tasks).await?;
        screen.rejected = rejected;
        if session.state.step() == WizardStep::Closed {
            sessions.remove(&draft);
        } else {
            sessions.insert(draft, session);
        }
        Ok(screen)
    }

    /// An open session, or one kept by an earlier run.
    async fn taken_up(
        &self,
        sessions: &MutexGuard<'_, HashMap<DraftId, Session>>,
        draft: DraftId,
    ) -> Result<(Session, Outcome), AppError> {
        let mut outcome = Outcome::default();
        if let Some(session) = sessions.get(&draft) {
            return Ok((session.clone(), outcome));
        }
        let kept = self.db(move |db| db.draft(draft)).await?;
        let pass = kept.pass.map(|(profile, pass)| PassRef { profile, pass });
        let context = self.wizard_context(pass).await?;
        let Ok(step) = WizardState::resume(&kept.state, &context) else {
            self.db(move |db| db.drop_draft(draft)).await?;
            return Err(AppError::NotFound { what: "draft that this version can take up".to_owned() });
        };
        let mut session = Session { state: step.state, pass, edits: kept.edits, wished: None };
        if let (true, Some(pass)) = (kept.edits, pass) {
            let now = self.db(move |db| db.pass(pass)).await?.map(|stored| stored.shown);
            self.feed(&mut session, WizardEvent::Refreshed { pass: now }).await?;
        }
        self.perform(&mut session, step.effects, &mut outcome).await?;
        Ok((session, outcome))
    }

    /// Does what the wizard asks for, as far as it is not the shell's to do.
    async fn perform(
        &self,
        session: &mut Session,
        effects: Vec<Effect>,
        outcome: &mut Outcome,
    ) -> Result<(), AppError> {
        for effect in effects {
            let (pass, wish) = match effect {
                Effect::Create { id, profile, draft } => {
                    let pass = PassRef { profile: ProfileId(profile.0), pass: id };
                    session.pass = Some(pass);
                    let made = self.db(move |db| db.pass(pass)).await?;
                    if made.is_some_and(|made| refusal(&made).is_none()) {
                        // Asked for again after a restart.
                        continue;
                    }
                    (pass, self.wish_to_create(pass, draft).await)
                }
                Effect::Save { id, profile, version, draft } => {
                    let pass = PassRef { profile: ProfileId(profile.0), pass: id };
                    session.wished = Some(PassEdit::of(&draft));
                    // Version 0 was never on the server: what was shown is what this device has made of it.
                    let version = Some(version).filter(|version| *version > 0);
                    (pass, self.wish_to_edit(pass, draft, version).await)
                }
                Effect::Share { share_as, .. } => {
                    outcome.tasks.extend(session.pass.map(|pass| WizardTask::OpenShareSheet { pass, share_as }));
                    continue;
                }
                Effect::Close => {
                    outcome.tasks.push(WizardTask::Leave);
                    continue;
                }
            };
            match wish {
                Ok(wish) => {
                    if let Command::Edit { edit, .. } = &wish {
                        session.wished = Some(edit.clone());
                    }
                    outcome.commands.push((pass, wish));
                }
                Err(AppError::Invalid { fields }) => {
                    self.feed(session, WizardEvent::Failed { problems: fields, detail: String::new() }).await?;
                }
                Err(error) => return Err(error),
            }
        }
        if !outcome.commands.is_empty() && !*self.engine.foreground.borrow() {
            self.feed(session, WizardEvent::Queued).await?;
        }
        Ok(())
    }

    /// Tells a wizard that waits for the server what has become of its pass.
    async fn settle(&self, session: &mut Session, outcome: &mut Outcome) -> Result<(), AppError> {
        let waits = matches!(session.state.step(), WizardStep::Saving | WizardStep::Saved);
        let (true, true, Some(pass)) = (waits, outcome.commands.is_empty(), session.pass) else {
            return Ok(());
        };
        let Some(stored) = self.db(move |db| db.pass(pass)).await? else {
            return Ok(());
        };
        if let Some(refusal) = refusal(&stored) {
            let told = WizardEvent::Failed { problems: refusal.fields, detail: refusal.reason };
            return self.feed(session, told).await;
        }
        if stored.queue.is_empty() {
            let overruled = session.wished.as_ref().is_some_and(|wished| !is_as_wished(&stored.shown, wished));
            if !overruled {
                return self.feed(session, WizardEvent::Accepted { pass: stored.shown }).await;
            }
            session.wished = None;
            let detail = "The pass was changed on another device meanwhile. Look at it again.".to_owned();
            self.feed(session, WizardEvent::Failed { problems: Vec::new(), detail }).await?;
            return self.feed(session, WizardEvent::Refreshed { pass: Some(stored.shown) }).await;
        }
        let reached = matches!(*self.engine.phase.borrow(), SyncPhase::Idle | SyncPhase::Running);
        if !reached || !*self.engine.foreground.borrow() {
            return self.feed(session, WizardEvent::Queued).await;
        }
        Ok(())
    }

    /// Hands the wizard an event of the app's own. One that no longer fits changes nothing.
    async fn feed(&self, session: &mut Session, event: WizardEvent) -> Result<(), AppError> {
        let context = self.wizard_context(session.pass).await?;
        if let Ok(step) = wizard::step(&session.state, event, &context) {
            session.state = step.state;
        }
        Ok(())
    }

    /// The draft and the commands, on disk together.
    async fn keep(&self, id: DraftId, session: &Session, commands: Vec<(PassRef, Command)>) -> Result<(), AppError> {
        let at = self.now();
        let pass = session.pass.map(|pass| (pass.profile, pass.pass));
        let kept = session.state.keep().map(|state| Draft { id, pass, edits: session.edits, at, state });
        let asked = !commands.is_empty();
        if asked {
            step!("about to store");
        }
        let stored = self.db(move |db| {
            db.write(|tx| {
                for (pass, command) in commands {
                    add_command(tx, pass, command)?;
                }
                match &kept {
                    Some(draft) => put_draft(tx, draft),
                    None => remove_draft(tx, id),
                }
            })
        });
        stored.await?;
        if asked {
            step!("stored");
            self.engine.wake();
        }
        Ok(())
    }

    async fn screen(
        &self,
        draft: DraftId,
        session: &Session,
        tasks: Vec<WizardTask>,
    ) -> Result<WizardScreen, AppError> {
        let context = self.wizard_context(session.pass).await?;
        let view = wizard::view(&session.state, &context);
        Ok(WizardScreen { draft, view, pass: session.pass, rejected: None, tasks })
    }

    pub(super) async fn wizard_screen(self: Arc<Self>, draft: DraftId) -> Result<WizardScreen, AppError> {
        self.look_at(draft).await
    }
}

fn refusal(stored: &StoredPass) -> Option<Refusal> {
    stored.queue.iter().find_map(|queued| queued.refusal.clone())
}
