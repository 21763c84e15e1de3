//! How does a device become a resident's, and how does it end?

use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::client::{Client, asked};
use super::{App, AppError, ProfileId, ProfileView};
use crate::api::ActivationRequest;
use crate::net::{Api, Invitation, NetError, Server};
use crate::pass::{Expected, Problem};
use crate::share::Language;
use crate::store::StoredProfile;
use crate::sync::step;

impl App {
    /// Makes this device speak for a resident. `invitation` is the code, or the whole link or message it came in;
    /// `server` is needed only when `invitation` does not name it. Safe to repeat when it was interrupted: the
    /// same invitation on the same device gives the same profile.
    pub async fn activate(
        &self,
        server: Option<String>,
        invitation: String,
        device_name: String,
    ) -> Result<ProfileView, AppError> {
        self.run(|client| async move { client.activate(server, &invitation, device_name).await }).await
    }

    /// The profiles on this device, oldest first.
    pub async fn profiles(&self) -> Result<Vec<ProfileView>, AppError> {
        self.run(|client| async move { client.profiles().await }).await
    }

    /// Ends this device for the profile and forgets everything of it here: token, passes, log, unsent changes. The
    /// server is notified if it can be reached; returns whether it was.
    pub async fn sign_out(&self, profile: ProfileId) -> Result<bool, AppError> {
        self.run(|client| async move { client.sign_out(profile).await }).await
    }
}

impl App {
    /// Speaks this language from now on (a BCP 47 tag; `en`, `es` and `ar`, others fall back to English).
    pub fn set_language(&self, tag: &str) {
        self.0.client.speak(Language::from_tag(tag).unwrap_or_default());
    }
}

impl Client {
    async fn activate(
        &self,
        server: Option<String>,
        invitation: &str,
        device_name: String,
    ) -> Result<ProfileView, AppError> {
        let no_invitation = Problem::Malformed { expected: Some(Expected::Invitation) };
        let read = Invitation::read(invitation).ok_or_else(|| AppError::field("invitation", &no_invitation))?;
        let typed = server.filter(|server| !server.trim().is_empty());
        let named = typed.or(read.server).ok_or_else(|| AppError::field("server", &Problem::Missing))?;
        let server = Server::parse(&named, self.engine.allow_plain_http)
            .map_err(|bad| AppError::field("server", &bad.into()))?;
        let address = server.to_string();

        // The request is the same word for word each time it is repeated, so the name is kept with the key.
        let setting = format!("activation {}", digest(&address, &read.code));
        let kept = self.db({
            let setting = setting.clone();
            move |db| db.setting(&setting, || format!("{} {}", Uuid::new_v4(), device_name.trim()))
        });
        let kept = kept.await?;
        let (key, device_name) = kept.split_once(' ').unwrap_or((&kept, ""));
        let request = ActivationRequest { invite_code: read.code, device_name: device_name.to_owned() };
        step!("about to activate");
        let http = self.engine.http(&server).map_err(|error| asked(None, error))?;
        let api = Api::of(http, server);
        let activation = match api.activate(&request, key).await {
            Ok(activation) => activation,
            Err(error) => {
                if !error.is_transient() {
                    self.db(move |db| db.forget_setting(&setting)).await?;
                }
                return Err(asked(None, error));
            }
        };
        step!("activated");

        let id = ProfileId(activation.profile.id.0);
        let known = self.stored_profiles().await?.into_iter().find(|profile| profile.id == id);
        if known.is_some_and(|known| known.server != address) {
            // The device just made over there is nobody's.
            let _ = tell_server(&api.with_token(Zeroizing::new(activation.token))).await;
            let reason = "this resident is already on this device, on another server; sign out there first";
            return Err(AppError::NotAllowed { code: "on_other_server".to_owned(), reason: reason.to_owned() });
        }
        self.engine.keep_token(id, activation.token).await?;
        step!("token kept");
        let stored = self.db(move |db| {
            db.sign_in(id, &address, &activation.profile)?;
            db.forget_setting(&setting)?;
            db.profile(id)
        });
        let stored = stored.await?;
        step!("profile kept");
        // What the unit already has. If that fails now, it comes with the next synchronisation.
        let _ = self.engine.synchronise(id, true).await;
        self.engine.wake();
        Ok(ProfileView::from(stored))
    }

    pub(super) async fn profiles(&self) -> Result<Vec<ProfileView>, AppError> {
        Ok(self.stored_profiles().await?.into_iter().map(ProfileView::from).collect())
    }

    pub(super) async fn stored_profiles(&self) -> Result<Vec<StoredProfile>, AppError> {
        self.db(|db| db.profiles()).await
    }

    async fn sign_out(&self, profile: ProfileId) -> Result<bool, AppError> {
        self.db(move |db| db.profile(profile)).await?;
        let turn = self.engine.turn(profile);
        let _turn = turn.lock().await;
        let told = match self.engine.api(profile).await {
            Ok(api) => tell_server(&api).await.is_ok(),
            Err(_) => false,
        };
        self.engine.drop_token(profile).await?;
        self.db(move |db| db.forget(profile)).await?;
        self.engine.forget(profile);
        Ok(told)
    }
}

/// Ends this device on its server. A token that is no longer good says that it has ended already.
async fn tell_server(api: &Api) -> Result<(), NetError> {
    let ended = async {
        let me = api.me().await?;
        match me.devices.iter().find(|device| device.this) {
            Some(device) => api.end_device(device.id).await,
            None => Err(NetError::Missing),
        }
    };
    match ended.await {
        Err(NetError::Unauthorized) => Ok(()),
        ended => ended,
    }
}

/// Stands for an invitation at rest: the code itself is a secret until it is used.
fn digest(server: &str, code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).flat_map(char::to_uppercase).collect();
    let hash = Sha256::new().chain_update(server).chain_update("\0").chain_update(code).finalize();
    data_encoding::HEXLOWER.encode(&hash)
}

impl From<StoredProfile> for ProfileView {
    fn from(stored: StoredProfile) -> Self {
        Self { id: stored.id, server: stored.server, signed_in: stored.signed_in, resident: stored.body }
    }
}
