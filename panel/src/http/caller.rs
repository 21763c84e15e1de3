//! Authenticates the callers of endpoints.
//!
//! Wrong tokens are counted by address, so that nobody can try many. A wrong token and a revoked one get the same answer.

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

use super::{ClientAddress, PathParams, RateSubject, Refusal};
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

/// Counts wrong guesses at a secret by address. A correct secret always passes, so that neighbours behind one address
/// cannot lock each other out.
pub(crate) struct GuessLimit {
    app: App,
    from: RateSubject,
}

impl GuessLimit {
    /// The limit of this request's address.
    fn from(parts: &Parts, app: &App) -> Result<Self, Refusal> {
        let address = parts.extensions.get::<ClientAddress>().copied();
        let address = address.ok_or_else(Refusal::internal)?;
        Ok(Self { app: app.clone(), from: RateSubject::Wrong(address.counted()) })
    }

    /// Counts a wrong guess and returns the answer to it. `caller` is the kind of caller, for the metrics.
    pub(crate) fn was_wrong(&self, caller: &'static str, answer: Refusal) -> Refusal {
        self.app.metrics().auth_failure(caller);
        match self.app.rates().take(self.from, self.app.now()) {
            Ok(()) => answer,
            Err(too_many) => too_many,
        }
    }
}

/// For secrets short enough to be typed: after too many wrong ones from an address, all are refused unread.
impl FromRequestParts<App> for GuessLimit {
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
        let guess = GuessLimit::from(parts, app)?;
        let Some(token) = bearer(&parts.headers) else {
            return Err(guess.was_wrong("resident", Refusal::unauthorized()));
        };
        match app.people().device_by_token(TokenHash::of(token)).await? {
            None => Err(guess.was_wrong("resident", Refusal::unauthorized())),
            Some(holder) => {
                app.rates().take(RateSubject::Caller(holder.device), app.now())?;
                Ok(Self(holder))
            }
        }
    }
}

/// The attribution of an act of this resident, now.
pub(crate) fn resident_by(app: &App, me: DeviceHolder) -> Attribution {
    Attribution { actor: Actor::Resident { resident: me.resident, device: me.device }, at: app.now() }
}

/// A manager of a site, or the operator.
#[derive(Clone, Copy)]
pub(crate) struct Manager {
    /// The manager; `None` is the operator.
    pub(crate) id: Option<Uuid>,
    site: Option<SiteId>,
}

impl Manager {
    /// The owner of the caller's idempotency keys.
    pub(crate) fn caller(&self) -> Uuid {
        self.id.unwrap_or(Uuid::nil())
    }

    /// The attribution of an act of this caller, now.
    pub(crate) fn by(self, app: &App) -> Attribution {
        Attribution { actor: self.id.map_or(Actor::Operator, Actor::Manager), at: app.now() }
    }

    /// Checks that the caller may manage the site.
    ///
    /// # Errors
    ///
    /// For managers of other sites the thing named `what` does not exist.
    pub(crate) fn of(&self, site: SiteId, what: &'static str) -> Result<(), Refusal> {
        match self.site {
            Some(own) if own != site => Err(Refusal::not_found(what)),
            _ => Ok(()),
        }
    }

    /// The site of a manager; `None` for the operator, who has all sites.
    pub(crate) fn only_site(&self) -> Option<SiteId> {
        self.site
    }
}

impl FromRequestParts<App> for Manager {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let guess = GuessLimit::from(parts, app)?;
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
                app.rates().take(RateSubject::Caller(manager.id), app.now())?;
                Ok(Self { id: Some(manager.id), site: Some(manager.site) })
            }
        }
    }
}

/// The operator of the service.
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
    /// The pepper of the site's short secrets.
    pepper: SitePepper,
    /// The instant of the request.
    pub(crate) now: DateTime<Utc>,
}

impl PanelCaller {
    /// A presentation of what the panel read, at its first lock and without an event id.
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
        let guess = GuessLimit::from(parts, app)?;
        let PathParams(TokenInPath { token }) = PathParams::from_request_parts(parts, app).await?;
        let Some(PanelAtSite { panel, site }) = app.places().panel_by_token(TokenHash::of(&token)) else {
            let answer = Refusal::new(
                StatusCode::NOT_FOUND,
                "unknown_panel",
                "No panel has this token; enter the address that was shown when the panel was added, or give it a new token.",
            );
            return Err(guess.was_wrong("panel", answer));
        };
        let now = app.now();
        app.rates().take(RateSubject::Panel(panel.id.0), now)?;
        app.presence().seen(panel.id, now);
        let pepper = app.keys().pepper_of(site.number);
        Ok(Self { panel, site, pepper, now })
    }
}
