//! How screens follow what is on the phone. See [`crate::listen`] for the contract of every listener.
//!
//! What takes the name of something can fail, though it never does for a name the library gave: in a call that cannot, a
//! text that is no name would end the app.

use std::sync::Arc;

use gatepass_core::app::{self, DraftId};

use crate::listen::told;
use crate::{
    EntryList, EntryListListener, EntryQuery, Gatepass, GatepassError, Notice, NoticesListener, PassDetails,
    PassListListener, PassListener, PassQuery, PassRef, ProfileView, ProfilesListener, Subscription, SyncListener,
    SyncState, WizardListener, WizardScreen,
};

#[uniffi::export]
impl Gatepass {
    /// Follows a list of passes.
    pub fn observe_passes(
        &self,
        query: PassQuery,
        listener: Arc<dyn PassListListener>,
    ) -> Result<Arc<Subscription>, GatepassError> {
        let tell = move |list: app::PassList| told(listener.on_passes(list.into()));
        Ok(Arc::new(self.app.observe_passes(query, Arc::new(tell)).into()))
    }

    /// Follows one pass.
    pub fn observe_pass(
        &self,
        pass: PassRef,
        listener: Arc<dyn PassListener>,
    ) -> Result<Arc<Subscription>, GatepassError> {
        let language = self.speaks();
        let tell = move |pass: Option<app::PassDetails>| {
            told(listener.on_pass(pass.map(|details| PassDetails::of(details, language))));
        };
        Ok(Arc::new(self.app.observe_pass(pass, Arc::new(tell)).into()))
    }

    /// Follows a list of entries.
    pub fn observe_entries(
        &self,
        query: EntryQuery,
        listener: Arc<dyn EntryListListener>,
    ) -> Result<Arc<Subscription>, GatepassError> {
        let language = self.speaks();
        let tell = move |list: app::EntryList| told(listener.on_entries(EntryList::of(list, language)));
        Ok(Arc::new(self.app.observe_entries(query, Arc::new(tell)).into()))
    }

    /// Follows the profiles.
    pub fn observe_profiles(&self, listener: Arc<dyn ProfilesListener>) -> Arc<Subscription> {
        let tell = move |profiles: Vec<app::ProfileView>| {
            told(listener.on_profiles(profiles.into_iter().map(ProfileView::from).collect()));
        };
        Arc::new(self.app.observe_profiles(Arc::new(tell)).into())
    }

    /// Follows synchronisation.
    pub fn observe_sync(&self, listener: Arc<dyn SyncListener>) -> Arc<Subscription> {
        let tell = move |state: SyncState| told(listener.on_sync(state));
        Arc::new(self.app.observe_sync(Arc::new(tell)).into())
    }

    /// Follows a wizard.
    pub fn observe_wizard(
        &self,
        draft: DraftId,
        listener: Arc<dyn WizardListener>,
    ) -> Result<Arc<Subscription>, GatepassError> {
        let language = self.speaks();
        let tell = move |screen: app::WizardScreen| told(listener.on_wizard(WizardScreen::of(screen, language)));
        Ok(Arc::new(self.app.observe_wizard(draft, Arc::new(tell)).into()))
    }

    /// Follows the notices.
    pub fn observe_notices(&self, listener: Arc<dyn NoticesListener>) -> Arc<Subscription> {
        let language = self.speaks();
        let tell = move |notices: Vec<app::Notice>| {
            told(listener.on_notices(notices.into_iter().map(|notice| Notice::of(notice, language)).collect()));
        };
        Arc::new(self.app.observe_notices(Arc::new(tell)).into())
    }
}
