//! Calls the service over HTTP, as managers and panels do.

use std::time::Duration;

use gatepass_core::api::ProblemBody;
use reqwest::{Client, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// A client of one service.
#[derive(Clone, Debug)]
pub(super) struct ApiClient {
    client: Client,
    url: String,
    token: Option<String>,
}

impl ApiClient {
    /// A client of the service at `url`; managers and the operator need a token.
    #[expect(
        clippy::disallowed_methods,
        reason = "stands for a panel and a manager's browser, not for Gatepass's client"
    )]
    pub(super) fn new(url: &str, token: Option<&str>) -> Result<Self, Failure> {
        // The HTTP client needs a TLS provider, though nothing leaves this machine. Another part of the process may have
        // installed one already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().no_proxy().timeout(Duration::from_secs(30)).build();
        let client = client.map_err(|error| Failure::broken(format!("no HTTP client: {error}")))?;
        Ok(Self { client, url: url.to_owned(), token: token.map(str::to_owned) })
    }

    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.answer(path, self.client.post(self.address(path)).json(body)).await
    }

    pub(super) async fn patch<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.answer(path, self.client.patch(self.address(path)).json(body)).await
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    async fn answer<T: DeserializeOwned>(&self, path: &str, request: RequestBuilder) -> Result<T, Failure> {
        // A panel's path holds its token.
        let route = path.split('/').take(3).collect::<Vec<_>>().join("/");
        let request = match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let sent = request.send().await;
        let response = sent.map_err(|error| Failure::broken(format!("{route}: {}", error.without_url())))?;
        if !response.status().is_success() {
            return Err(refusal(&route, response).await);
        }
        let read = response.json().await;
        read.map_err(|error| Failure::broken(format!("{route}: the answer cannot be read: {}", error.without_url())))
    }
}

async fn refusal(route: &str, response: Response) -> Failure {
    let status = response.status();
    match response.json::<ProblemBody>().await {
        Ok(problem) => {
            let fields: Vec<_> = problem.errors.iter().map(|one| format!("{} {}", one.field, one.detail)).collect();
            let why = problem.detail.unwrap_or(problem.title);
            Failure::broken(format!("{route}: {status}: {why} {}", fields.join("; ")))
        }
        Err(_) => Failure::broken(format!("{route}: {status}")),
    }
}
