//! The requests of the client, one function each.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderValue, IF_MATCH};
use reqwest::{Client, Method, RequestBuilder, redirect};
use url::Url;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::answer::{body, read};
use super::{Events, NetError, Server};
use crate::api::{Activation, ActivationRequest, Changes, IDEMPOTENCY_KEY, PassBody, PassEdit, PassRequest, Profile};
use crate::id::{EntryId, PassId};

const CONNECT: Duration = Duration::from_secs(10);
const WHOLE_ANSWER: Duration = Duration::from_secs(30);

/// The machinery all servers share: connections, trust in certificates.
#[derive(Clone)]
pub struct Http(Client);

impl Http {
    /// Makes the client and reads the system's root certificates. With `direct` it uses no proxy, even if the environment
    /// names one: a proxy would look for a server on this machine on its own.
    #[expect(clippy::disallowed_methods, reason = "the one place that builds the client")]
    pub fn new(direct: bool) -> Result<Self, NetError> {
        // Whoever came first has installed it; any is as good for what is done here.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .user_agent(concat!("gatepass/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(CONNECT)
            // The service never redirects; a hotel's network does, and would be shown the token.
            .redirect(redirect::Policy::none())
            .referer(false);
        let client = if direct { client.no_proxy() } else { client };
        Ok(Self(client.build()?))
    }
}

/// One server, asked in the name of one device.
#[derive(Clone)]
pub struct Api {
    http: Http,
    server: Server,
    token: Option<Arc<Zeroizing<String>>>,
}

impl Api {
    /// The server, asked by nobody in particular.
    #[must_use]
    pub fn of(http: Http, server: Server) -> Self {
        Self { http, server, token: None }
    }

    /// The server, asked by the device with this token.
    #[must_use]
    pub fn with_token(self, token: Zeroizing<String>) -> Self {
        Self { token: Some(Arc::new(token)), ..self }
    }

    fn ask(&self, method: Method, path: &[&str]) -> RequestBuilder {
        self.ask_at(method, self.server.at(path))
    }

    fn ask_at(&self, method: Method, url: Url) -> RequestBuilder {
        let request = self.http.0.request(method, url);
        match &self.token {
            None => request,
            Some(token) => {
                let value = Zeroizing::new(format!("Bearer {}", token.as_str()));
                // A token that fits no header is none of ours; the server answers that it is not good.
                let mut value = HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("Bearer"));
                value.set_sensitive(true);
                request.header(AUTHORIZATION, value)
            }
        }
    }

    async fn answer(request: RequestBuilder) -> Result<Vec<u8>, NetError> {
        body(request.timeout(WHOLE_ANSWER).send().await?).await
    }

    /// `POST /v1/activations`. Under the same key it gives the same token again.
    pub async fn activate(&self, request: &ActivationRequest, key: &str) -> Result<Activation, NetError> {
        let ask = self.ask(Method::POST, &["v1", "activations"]).header(IDEMPOTENCY_KEY, key).json(request);
        read(&Self::answer(ask).await?)
    }

    /// `POST /v1/passes`.
    pub async fn create(&self, request: &PassRequest, key: &str) -> Result<PassBody, NetError> {
        let ask = self.ask(Method::POST, &["v1", "passes"]).header(IDEMPOTENCY_KEY, key).json(request);
        read(&Self::answer(ask).await?)
    }

    /// `PATCH /v1/passes/{id}`: changes this version of it and no other.
    pub async fn edit(&self, pass: PassId, edit: &PassEdit, version: u32, key: &str) -> Result<PassBody, NetError> {
        let ask = self
            .ask(Method::PATCH, &["v1", "passes", &pass.to_string()])
            .header(IF_MATCH, format!("\"{version}\""))
            .header(IDEMPOTENCY_KEY, key)
            .json(edit);
        read(&Self::answer(ask).await?)
    }

    /// `DELETE /v1/passes/{id}`; the pass as it is then.
    pub async fn revoke(&self, pass: PassId) -> Result<PassBody, NetError> {
        let bytes = Self::answer(self.ask(Method::DELETE, &["v1", "passes", &pass.to_string()])).await?;
        if bytes.is_empty() { self.pass(pass).await } else { read(&bytes) }
    }

    /// `GET /v1/passes/{id}`.
    pub async fn pass(&self, pass: PassId) -> Result<PassBody, NetError> {
        read(&Self::answer(self.ask(Method::GET, &["v1", "passes", &pass.to_string()])).await?)
    }

    /// `GET /v1/changes`.
    pub async fn changes(&self, since: Option<&str>) -> Result<Changes, NetError> {
        let mut url = self.server.at(&["v1", "changes"]);
        if let Some(since) = since {
            url.query_pairs_mut().append_pair("since", since);
        }
        read(&Self::answer(self.ask_at(Method::GET, url)).await?)
    }

    /// `GET /v1/me`.
    pub async fn me(&self) -> Result<Profile, NetError> {
        read(&Self::answer(self.ask(Method::GET, &["v1", "me"])).await?)
    }

    /// `GET /v1/entries/{id}/photo`.
    pub async fn photo(&self, entry: EntryId) -> Result<Vec<u8>, NetError> {
        Self::answer(self.ask(Method::GET, &["v1", "entries", &entry.to_string(), "photo"])).await
    }

    /// `DELETE /v1/me/devices/{id}`.
    pub async fn end_device(&self, device: Uuid) -> Result<(), NetError> {
        Self::answer(self.ask(Method::DELETE, &["v1", "me", "devices", &device.to_string()])).await.map(drop)
    }

    /// `GET /v1/events`.
    pub async fn events(&self) -> Result<Events, NetError> {
        let ask = self.ask(Method::GET, &["v1", "events"]).header(ACCEPT, "text/event-stream");
        let response = tokio::time::timeout(WHOLE_ANSWER, ask.send())
            .await
            .map_err(|_| NetError::strange("no answer in time"))??;
        if response.status().is_success() {
            return Ok(Events::of(response));
        }
        body(response).await?;
        Err(NetError::strange("no events"))
    }
}
