//! The client, as a shell calls it.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use gatepass_core::app::{App, AppConfig, AppError, DraftId, EntryRef, ProfileId};
use gatepass_core::share::Language;

use crate::shell::Vault;
use crate::{
    DraftRow, EntryList, EntryQuery, EntryRow, GatepassError, NextPass, Notice, PassDetails, PassList, PassQuery,
    PassRef, Platform, ProfileView, QuickPass, SecretVault, SharePayload, SyncState, WizardEvent, WizardScreen,
    runtime,
};

/// What the library is opened with.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Config {
    /// The folder for its data, private to the app and left out of backups. Made if it is missing.
    pub folder: String,
    /// The language the resident chose, as a BCP 47 tag; none is the phone's.
    pub language: Option<String>,
    /// Whether servers may be reached over plain `http://` on other machines than this one. Ask the resident before
    /// switching it on: tokens and codes would cross the network in the clear.
    pub allow_plain_http: bool,
}

/// The resident's client. Lists and details come from the phone's own store and every command is written there first,
/// so everything but activation, photos and synchronisation works without a network.
///
/// Methods may be called from any thread. A command that was begun runs to its end, even when its caller is cancelled.
#[derive(uniffi::Object)]
pub struct Gatepass {
    pub(crate) app: App,
    platform: Arc<dyn Platform>,
    language: RwLock<Language>,
}

impl Gatepass {
    pub(crate) fn speaks(&self) -> Language {
        *self.language.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn failed(&self, error: AppError) -> GatepassError {
        GatepassError::of(error, self.speaks())
    }
}

#[uniffi::export]
impl Gatepass {
    /// Opens the data in the folder, or makes it. Where it was damaged a notice says what became of it.
    ///
    /// Open one client for a folder at a time. On Android the library has to be prepared before
    /// (`GatepassError.NotPrepared`).
    #[uniffi::constructor]
    pub async fn open(
        config: Config,
        vault: Arc<dyn SecretVault>,
        platform: Arc<dyn Platform>,
    ) -> Result<Arc<Self>, GatepassError> {
        #[cfg(target_os = "android")]
        crate::android::must_be_prepared()?;
        let runtime = runtime::handle()?;
        let asked = Arc::clone(&platform);
        let phone = runtime.spawn_blocking(move || (asked.locales(), asked.time_zone())).await;
        let (locales, device_zone) = phone.map_err(|_| GatepassError::internal("the phone's answers never came"))?;
        let language = spoken(config.language, &locales.unwrap_or_default());
        let opening = App::open(AppConfig {
            language: language.tag().to_owned(),
            device_zone: device_zone.unwrap_or_default(),
            allow_plain_http: config.allow_plain_http,
            runtime: Some(runtime),
            ..AppConfig::new(PathBuf::from(config.folder), Arc::new(Vault(vault)))
        });
        let app = opening.await.map_err(|error| GatepassError::of(error, language))?;
        Ok(Arc::new(Self { app, platform, language: RwLock::new(language) }))
    }

    /// Makes this phone speak for a resident. `invitation` is what was pasted, scanned or opened: the code, the link,
    /// or the whole message; `server` is needed only where that does not name it (`Invalid` with field `server`). Safe
    /// to repeat when it was interrupted.
    pub async fn activate(&self, invitation: String, server: Option<String>) -> Result<ProfileView, GatepassError> {
        let platform = Arc::clone(&self.platform);
        let asked = runtime::handle()?.spawn_blocking(move || platform.device_name()).await;
        let device_name = asked.ok().and_then(Result::ok).filter(|name| !name.trim().is_empty());
        let device_name = device_name.unwrap_or_else(|| "Phone".to_owned());
        let activated = self.app.activate(server, invitation, device_name).await;
        activated.map(ProfileView::from).map_err(|error| self.failed(error))
    }

    /// The profiles on this phone, oldest first.
    pub async fn profiles(&self) -> Result<Vec<ProfileView>, GatepassError> {
        let profiles = self.app.profiles().await.map_err(|error| self.failed(error))?;
        Ok(profiles.into_iter().map(ProfileView::from).collect())
    }

    /// Ends this phone for the profile and forgets everything of it here: token, passes, log, unsent changes. The
    /// server is notified if it can be reached; returns whether it was.
    pub async fn sign_out(&self, profile: ProfileId) -> Result<bool, GatepassError> {
        self.app.sign_out(profile).await.map_err(|error| self.failed(error))
    }

    /// A list of passes.
    pub async fn passes(&self, query: PassQuery) -> Result<PassList, GatepassError> {
        let list = self.app.passes(query).await.map_err(|error| self.failed(error))?;
        Ok(list.into())
    }

    /// All of one pass.
    pub async fn pass(&self, pass: PassRef) -> Result<PassDetails, GatepassError> {
        let details = self.app.pass(pass).await.map_err(|error| self.failed(error))?;
        Ok(PassDetails::of(details, self.speaks()))
    }

    /// Ends a pass for good. One that never reached the server is simply gone.
    pub async fn revoke(&self, pass: PassRef) -> Result<(), GatepassError> {
        self.app.revoke(pass).await.map_err(|error| self.failed(error))
    }

    /// Takes a revocation back that has not left this phone yet. False if it has: the pass stays revoked.
    pub async fn undo_revoke(&self, pass: PassRef) -> Result<(), GatepassError> {
        self.app.undo_revoke(pass).await.map_err(|error| self.failed(error))
    }

    /// Sends a refused change again.
    pub async fn retry(&self, pass: PassRef) -> Result<(), GatepassError> {
        self.app.retry(pass).await.map_err(|error| self.failed(error))
    }

    /// Drops the changes of a pass that the server refused; a pass it never had is gone.
    pub async fn discard(&self, pass: PassRef) -> Result<(), GatepassError> {
        self.app.discard(pass).await.map_err(|error| self.failed(error))
    }

    /// The pass a guest will use next: for the widget. None where none will.
    pub async fn next_pass(&self) -> Result<Option<NextPass>, GatepassError> {
        let next = self.app.next_pass().await.map_err(|error| self.failed(error))?;
        Ok(next.map(NextPass::from))
    }

    /// Makes a pass with one tap, for every door that can be shared. Without a profile it is for the only one
    /// (`Invalid` with field `profile` where there are several).
    pub async fn quick_pass(&self, profile: Option<ProfileId>, quick: QuickPass) -> Result<PassRef, GatepassError> {
        self.app.quick_pass(profile, quick).await.map_err(|error| self.failed(error))
    }

    /// What to send to the guest, in this language, or the app's. Nothing can be shared of a pass that is not on the
    /// server yet or is over (`NotAllowed`).
    pub async fn share(&self, pass: PassRef, language: Option<String>) -> Result<SharePayload, GatepassError> {
        let language = language.unwrap_or_else(|| self.speaks().tag().to_owned());
        self.app.share(pass, language).await.map_err(|error| self.failed(error))
    }

    /// A list of entries.
    pub async fn entries(&self, query: EntryQuery) -> Result<EntryList, GatepassError> {
        let list = self.app.entries(query).await.map_err(|error| self.failed(error))?;
        Ok(EntryList::of(list, self.speaks()))
    }

    /// The news: guests that arrived or were refused and that the resident was not notified of and has not seen in the log,
    /// the oldest first. Call `news_told` with the entries of the notifications.
    pub async fn news(&self) -> Result<Vec<EntryRow>, GatepassError> {
        let rows = self.app.news().await.map_err(|error| self.failed(error))?;
        Ok(EntryRow::all(rows, self.speaks()))
    }

    /// Marks these entries as notified.
    pub async fn news_told(&self, entries: Vec<EntryRef>) -> Result<(), GatepassError> {
        self.app.news_told(entries).await.map_err(|error| self.failed(error))
    }

    /// The resident looks at the log: nothing in it is news any more.
    pub async fn log_seen(&self) -> Result<(), GatepassError> {
        self.app.log_seen().await.map_err(|error| self.failed(error))
    }

    /// The photo of an entry as JPEG bytes, fetched from the server; none if there is none (any more).
    pub async fn entry_photo(&self, entry: EntryRef) -> Result<Option<Vec<u8>>, GatepassError> {
        self.app.entry_photo(entry).await.map_err(|error| self.failed(error))
    }

    /// Wizards left before their end, newest first.
    pub async fn drafts(&self) -> Result<Vec<DraftRow>, GatepassError> {
        let drafts = self.app.drafts().await.map_err(|error| self.failed(error))?;
        Ok(drafts.into_iter().map(DraftRow::from).collect())
    }

    /// Begins a wizard for a new pass; without a profile it asks for one where there are several.
    pub async fn start_wizard(&self, profile: Option<ProfileId>) -> Result<WizardScreen, GatepassError> {
        let screen = self.app.start_wizard(profile).await.map_err(|error| self.failed(error))?;
        Ok(WizardScreen::of(screen, self.speaks()))
    }

    /// Begins a wizard that changes a pass.
    pub async fn edit_wizard(&self, pass: PassRef) -> Result<WizardScreen, GatepassError> {
        let screen = self.app.edit_wizard(pass).await.map_err(|error| self.failed(error))?;
        Ok(WizardScreen::of(screen, self.speaks()))
    }

    /// The wizard as it is now: an open one, or one left before its end, also by an earlier run of the app.
    pub async fn wizard(&self, draft: DraftId) -> Result<WizardScreen, GatepassError> {
        let screen = self.app.wizard(draft).await.map_err(|error| self.failed(error))?;
        Ok(WizardScreen::of(screen, self.speaks()))
    }

    /// Sends an event of the view to a wizard.
    pub async fn send_wizard(&self, draft: DraftId, event: WizardEvent) -> Result<WizardScreen, GatepassError> {
        let screen = self.app.send_wizard(draft, event.into()).await.map_err(|error| self.failed(error))?;
        Ok(WizardScreen::of(screen, self.speaks()))
    }

    /// Forgets a wizard and what was entered. A pass it has made stays.
    pub async fn discard_draft(&self, draft: DraftId) -> Result<(), GatepassError> {
        self.app.discard_draft(draft).await.map_err(|error| self.failed(error))
    }

    /// Sends what waits and fetches what is new, once, for every profile. Returns when it is done; the state tells
    /// whether the servers could be reached and what is stuck.
    pub async fn sync_now(&self) -> Result<SyncState, GatepassError> {
        self.app.sync_now().await.map_err(|error| self.failed(error))
    }

    /// What synchronisation is doing.
    pub async fn sync_state(&self) -> Result<SyncState, GatepassError> {
        self.app.sync_state().await.map_err(|error| self.failed(error))
    }

    /// While the app is in the foreground, changes are sent at once and the server's news are followed.
    pub fn set_foreground(&self, foreground: bool) {
        self.app.set_foreground(foreground);
    }

    /// The notices for the resident, newest first.
    pub async fn notices(&self) -> Result<Vec<Notice>, GatepassError> {
        let notices = self.app.notices().await.map_err(|error| self.failed(error))?;
        Ok(notices.into_iter().map(|notice| Notice::of(notice, self.speaks())).collect())
    }

    /// The resident has read it.
    pub async fn dismiss_notice(&self, notice: i64) -> Result<(), GatepassError> {
        self.app.dismiss_notice(notice).await.map_err(|error| self.failed(error))
    }

    /// The tag of the client's current language, one of `languages()`.
    pub fn language(&self) -> String {
        self.speaks().tag().to_owned()
    }

    /// Sets the client's language; none is the phone's. Observe lists again to get them in it.
    pub async fn set_language(&self, language: Option<String>) -> Result<(), GatepassError> {
        let platform = Arc::clone(&self.platform);
        let asked = runtime::handle()?.spawn_blocking(move || platform.locales()).await;
        let language = spoken(language, &asked.ok().and_then(Result::ok).unwrap_or_default());
        *self.language.write().unwrap_or_else(PoisonError::into_inner) = language;
        self.app.set_language(language.tag());
        Ok(())
    }
}

/// The chosen language, else the first of the phone's that is offered, else English.
fn spoken(chosen: Option<String>, locales: &[String]) -> Language {
    chosen.iter().chain(locales).find_map(|tag| Language::from_tag(tag)).unwrap_or_default()
}
