//! Who asks, and may they?
//!
//! Wrong tokens are counted by address, so that nobody can try many; the answer to a wrong token and to one that
//! was revoked is the same.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;
use gatepass_core::identifier::SitePepper;
use gatepass_core::pass::IdentifierKind;
use serde::Deserialize;
use uuid::Uuid;

use super::{ClientAddress, PathOf, Refusal, Subject};
use crate::app::App;
use crate::decide::Reading;
use crate::keys::TokenHash;
use crate::ledger::{Actor, Attribution, DeviceHolder, Panel, PanelAtSite, Presentation, Site};

/// The token after `Bearer`.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim()).filter(|token| !token.is_empty())
}

/// The guess at a secret, counted if it was wrong. A right one always passes: neighbours behind one address must not
/// be able to shut each other out.
pub(crate) struct Guess {
    app: App,
    from: Subject,
}

impl Guess {
    /// A guess from this request's address.
    fn from(parts: &Parts, app: &App) -> Result<Self, Refusal> {
        let address = parts.extensions.get::<ClientAddress>().copied();
        let address = address.ok_or_else(Refusal::internal)?;
        Ok(Self { app: app.clone(), from: Subject::Wrong(address.counted()) })
    }

    /// It was wrong. `caller` says what was guessed, for the metrics.
    pub(crate) fn was_wrong(&self, caller: &'static str, answer: Refusal) -> Refusal {
        self.app.metrics().auth_failure(caller);
        match self.app.rates().take(self.from, self.app.now()) {
            Ok(()) => answer,
            Err(too_many) => too_many,
        }
    }
}

/// For secrets short enough to be typed: refused unseen where too many wrong ones came from here.
impl FromRequestParts<App> for Guess {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let guess = Self::from(parts, app)?;
        app.rates().look(guess.from, app.now())?;
        Ok(guess)
    }
}

/// A resident's device.
#[derive(Clone, Copy)]
pub(crate) struct Resident(pub(crate) DeviceHolder);

impl FromRequestParts<App> for Resident {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let guess = Guess::from(parts, app)?;
        let Some(token) = bearer(&parts.headers) else {
            return Err(guess.was_wrong("resident", Refusal::unauthorized()));
        };
        match app.people().device_by_token(TokenHash::of(token)).await? {
            None => Err(guess.was_wrong("resident", Refusal::unauthorized())),
            Some(holder) => {
                app.rates().take(Subject::Caller(holder.device), app.now())?;
                Ok(Self(holder))
            }
        }
    }
}

/// The resident who does something, now.
pub(crate) fn resident_by(app: &App, me: DeviceHolder) -> Attribution {
    Attribution { actor: Actor::Resident { resident: me.resident, device: me.device }, at: app.now() }
}

/// Who runs a site, or the whole service.
#[derive(Clone, Copy)]
pub(crate) struct Manager {
    /// The manager; `None` is the operator.
    pub(crate) id: Option<Uuid>,
    site: Option<SiteId>,
}

impl Manager {
    /// Whose idempotency keys these are.
    pub(crate) fn caller(&self) -> Uuid {
        self.id.unwrap_or(Uuid::nil())
    }

    /// Who does something, now.
    pub(crate) fn by(self, app: &App) -> Attribution {
        Attribution { actor: self.id.map_or(Actor::Operator, Actor::Manager), at: app.now() }
    }

    /// Only the site's managers and the operator go on; for others there is no such thing.
    pub(crate) fn of(&self, site: SiteId, what: &'static str) -> Result<(), Refusal> {
        match self.site {
            Some(own) if own != site => Err(Refusal::not_found(what)),
            _ => Ok(()),
        }
    }

    /// The one site of a manager; the operator has all.
    pub(crate) fn only_site(&self) -> Option<SiteId> {
        self.site
    }
}

impl FromRequestParts<App> for Manager {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let guess = Guess::from(parts, app)?;
        let Some(token) = bearer(&parts.headers) else {
            return Err(guess.was_wrong("manager", Refusal::unauthorized()));
        };
        let hash = TokenHash::of(token);
        if hash == TokenHash::of(app.keys().operator_token()) {
            return Ok(Self { id: None, site: None });
        }
        match app.people().manager_by_token(hash).await? {
            None => Err(guess.was_wrong("manager", Refusal::unauthorized())),
            Some(manager) => {
                app.rates().take(Subject::Caller(manager.id), app.now())?;
                Ok(Self { id: Some(manager.id), site: Some(manager.site) })
            }
        }
    }
}

/// Who runs the service.
pub(crate) struct Operator(pub(crate) Manager);

impl FromRequestParts<App> for Operator {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let manager = Manager::from_request_parts(parts, app).await?;
        if manager.site.is_some() {
            return Err(Refusal::forbidden("Only the operator may do this, with the token of the key file."));
        }
        Ok(Self(manager))
    }
}

/// A panel, by the token in the path.
pub(crate) struct PanelCaller {
    /// The panel.
    pub(crate) panel: Arc<Panel>,
    /// Its site.
    pub(crate) site: Arc<Site>,
    /// What short secrets of the site are hashed with.
    pepper: SitePepper,
    /// When it asks.
    pub(crate) now: DateTime<Utc>,
}

impl PanelCaller {
    /// What the panel read, as a presentation at its first lock that has no name of its own.
    pub(crate) fn presentation(&self, kind: IdentifierKind, value: &str, confidence: Option<f32>) -> Presentation {
        let reading = Reading::read(kind, value, confidence, &self.pepper);
        Presentation { panel: self.panel.id, lock: None, reading, event_id: None, photo: None }
    }
}

#[derive(Deserialize)]
struct TokenInPath {
    token: String,
}

impl FromRequestParts<App> for PanelCaller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let guess = Guess::from(parts, app)?;
        let PathOf(TokenInPath { token }) = PathOf::from_request_parts(parts, app).await?;
        let Some(PanelAtSite { panel, site }) = app.places().panel_by_token(TokenHash::of(&token)) else {
            let answer = Refusal::new(
                StatusCode::NOT_FOUND,
                "unknown_panel",
                "No panel has this token; enter the address that was shown when the panel was added, or give it a new token.",
            );
            return Err(guess.was_wrong("panel", answer));
        };
        let now = app.now();
        app.rates().take(Subject::Panel(panel.id.0), now)?;
        app.presence().seen(panel.id, now);
        let pepper = app.keys().pepper_of(site.number);
        Ok(Self { panel, site, pepper, now })
    }
}
