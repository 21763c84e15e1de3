//! How are passes listed, made, changed and ended?

use super::client::Client;
use super::{App, AppError, ListHints, PassDetails, PassList, PassQuery, PassRef, ProfileId, show};
use crate::api::{PassEdit, PassRequest, Profile};
use crate::id::PassId;
use crate::outbox::Command;
use crate::pass::{Editing, PassDraft, Rules, Timetable};
use crate::share::generated_name;
use crate::store::{Db, StoreError, StoredPass, StoredProfile};
use crate::sync::step;
use crate::time::{DateTime, Utc};

impl App {
    /// A list of passes.
    pub async fn passes(&self, query: PassQuery) -> Result<PassList, AppError> {
        self.run(|client| async move { client.passes(query).await }).await
    }

    /// All of one pass.
    pub async fn pass(&self, pass: PassRef) -> Result<PassDetails, AppError> {
        self.run(|client| async move { client.pass(pass).await }).await
    }

    /// Makes a pass. It is on this device at once and on the server as soon as that can be reached.
    pub async fn create(&self, profile: ProfileId, draft: PassDraft) -> Result<PassRef, AppError> {
        self.run(move |client| async move { client.create(profile, draft).await }).await
    }

    /// Changes a pass. Identifiers stay as they are, whatever the draft says.
    pub async fn edit(&self, pass: PassRef, draft: PassDraft) -> Result<(), AppError> {
        self.run(|client| async move {
            let wish = client.wish_to_edit(pass, draft, None).await?;
            client.command(pass, wish).await
        })
        .await
    }

    /// Ends a pass for good. One that never reached the server is simply gone.
    pub async fn revoke(&self, pass: PassRef) -> Result<(), AppError> {
        self.run(|client| async move {
            let at = client.now();
            let stored = client.stored_pass(pass).await?;
            if stored.shown.revoked_at.is_some() {
                return Ok(());
            }
            client.command(pass, Command::revoke(at)).await
        })
        .await
    }

    /// Takes a revocation back that has not left this device yet. A pass that is not revoked stays as it is. A change
    /// that was waiting when the pass was revoked waits again.
    ///
    /// # Errors
    ///
    /// [`AppError::NotAllowed`] with the code `too_late_to_undo` if the server may know already, or the pass is gone.
    pub async fn undo_revoke(&self, pass: PassRef) -> Result<(), AppError> {
        let undone = self.run(|client| async move {
            let undone = client.db(move |db| Ok(db.undo_revoke(pass)? || stored(db, pass)?.shown.revoked_at.is_none()));
            let undone = undone.await?;
            client.engine.wake();
            Ok(undone)
        });
        match undone.await {
            Ok(true) => Ok(()),
            Ok(false) | Err(AppError::NotFound { .. }) => {
                let reason = "the pass stays revoked: the server may know of it already; make a new one";
                Err(AppError::NotAllowed { code: "too_late_to_undo".to_owned(), reason: reason.to_owned() })
            }
            Err(error) => Err(error),
        }
    }

    /// Sends a refused change again.
    pub async fn retry(&self, pass: PassRef) -> Result<(), AppError> {
        self.run(|client| async move {
            client.stored_pass(pass).await?;
            client.db(move |db| db.retry(pass)).await?;
            client.engine.wake();
            Ok(())
        })
        .await
    }

    /// Drops the changes of a pass that the server refused; a pass it never had is gone. A change that was waiting when a
    /// refused revocation was made waits again.
    pub async fn discard(&self, pass: PassRef) -> Result<(), AppError> {
        self.run(|client| async move {
            client.stored_pass(pass).await?;
            client.db(move |db| db.discard(pass)).await?;
            client.engine.wake();
            Ok(())
        })
        .await
    }
}

impl Client {
    pub(super) async fn create(&self, profile: ProfileId, draft: PassDraft) -> Result<PassRef, AppError> {
        let pass = PassRef { profile, pass: PassId(self.new_id()) };
        let wish = self.wish_to_create(pass, draft).await?;
        self.command(pass, wish).await?;
        Ok(pass)
    }

    pub(super) async fn passes(&self, query: PassQuery) -> Result<PassList, AppError> {
        let now = self.now();
        let asked = query.clone();
        let found = self.db(move |db| Ok((db.passes(&query, now)?, db.profiles()?)));
        let (page, homes) = found.await?;
        let mut rows = Vec::with_capacity(page.passes.len());
        for stored in &page.passes {
            if let Some(home) = homes.iter().find(|home| home.id == stored.pass.profile) {
                rows.push(show::row(stored, home, now)?);
            }
        }
        let hints = ListHints::of(&asked, &homes, !rows.is_empty());
        Ok(PassList { rows, more: page.more, hints })
    }

    pub(super) async fn pass(&self, pass: PassRef) -> Result<PassDetails, AppError> {
        let (stored, home) = self.stored_with_home(pass).await?;
        show::details(&stored, &home, self.now(), self.language())
    }

    pub(super) async fn stored_pass(&self, pass: PassRef) -> Result<StoredPass, AppError> {
        self.db(move |db| stored(db, pass)).await
    }

    pub(super) async fn stored_with_home(&self, pass: PassRef) -> Result<(StoredPass, StoredProfile), AppError> {
        self.db(move |db| Ok((stored(db, pass)?, db.profile(pass.profile)?))).await
    }

    /// Puts a command into the queue of its pass; this and the pass as it will be are on disk when it returns.
    async fn command(&self, pass: PassRef, command: Command) -> Result<(), AppError> {
        step!("about to store");
        self.db(move |db| db.command(pass, command)).await?;
        step!("stored");
        self.engine.wake();
        Ok(())
    }

    /// Holds a new pass against the rules, as the server will.
    pub(super) async fn wish_to_create(&self, pass: PassRef, mut draft: PassDraft) -> Result<Command, AppError> {
        let now = self.now();
        let found = self.db(move |db| {
            let resident = db.profile(pass.profile)?.body;
            Ok((resident, db.live_passes(pass.profile, Some(pass.pass), now)?))
        });
        let (resident, live_passes) = found.await?;
        check(&draft, &resident, live_passes, None, now)?;
        self.name(&mut draft, now);
        Ok(Command::Create { request: PassRequest::of(pass.pass, &draft), at: now })
    }

    /// Holds a change against the rules, as the server will. `base` is the version the resident looked at, if that
    /// is not the one shown now.
    pub(super) async fn wish_to_edit(
        &self,
        pass: PassRef,
        mut draft: PassDraft,
        base: Option<u32>,
    ) -> Result<Command, AppError> {
        let now = self.now();
        let (stored, home) = self.stored_with_home(pass).await?;
        let shown = stored.shown.pass()?;
        let usage = stored.shown.uses.usage;
        check(&draft, &home.body, 0, Some(Editing { pass: &shown, usage: &usage }), now)?;
        self.name(&mut draft, now);
        let base = stored.on_server.then(|| base.unwrap_or(shown.version));
        Ok(Command::Edit { edit: PassEdit::of(&draft), base, at: now })
    }

    /// A skipped name is generated, in the resident's language.
    fn name(&self, draft: &mut PassDraft, now: DateTime<Utc>) {
        if draft.name.trim().is_empty() {
            let day = Timetable::of(&draft.schedule).naming_day(now);
            draft.name = generated_name(draft.guest, day, self.language());
        }
    }
}

fn stored(db: &Db, pass: PassRef) -> Result<StoredPass, StoreError> {
    db.pass(pass)?.ok_or(StoreError::NotThere("pass"))
}

fn check(
    draft: &PassDraft,
    resident: &Profile,
    live_passes: u32,
    editing: Option<Editing<'_>>,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let doors = resident.draft_doors();
    Ok(draft.check(&Rules { now, policy: &resident.policy, doors: &doors, live_passes, editing })?)
}
