//! How a command reaches the managers' API: over HTTP where a service runs on the folder, else in this process.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use gatepass_core::api::{DoorBody, ProblemBody, SiteBody, UnitBody};
use gatepass_core::id::SiteId;
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower::ServiceExt;

use super::Printer;
use crate::clock::SystemClock;
use crate::config::{ConfigError, Settings};
use crate::keys::Keys;
use crate::service::{AssembledService, KEY_FILE, StartError, recorded_address};

/// Why a command was not done. The text says what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The service refused.
    #[error("{}", said(.0))]
    Refused(Box<ProblemBody>),
    /// The folder cannot be used.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A service holds the folder, but does not answer.
    #[error("a service runs on this folder, but {address} does not answer ({detail}); is it stopping?")]
    NoAnswer {
        /// Where it listens.
        address: SocketAddr,
        /// What went wrong.
        detail: String,
    },
    /// The command does not say enough, or names what is not there.
    #[error("{0}")]
    Unclear(String),
}

fn said(problem: &ProblemBody) -> String {
    let mut lines = vec![problem.detail.clone().unwrap_or_else(|| problem.title.clone())];
    lines.extend(problem.errors.iter().map(|error| format!("  {}: {}", error.field, error.detail)));
    lines.join("\n")
}

impl Failure {
    /// Prints it where errors go.
    pub(crate) fn print(&self, printer: Printer) {
        match self {
            Self::Refused(problem) if printer.json => {
                eprintln!("{}", serde_json::to_string_pretty(problem).expect("a problem is plain JSON"));
            }
            other => eprintln!("gatepass-panel: {other}"),
        }
    }
}

/// The managers' API, wherever it is.
pub(crate) struct ApiClient {
    transport: Transport,
    token: String,
}

enum Transport {
    Http(SocketAddr),
    Here(Box<AssembledService>),
}

impl ApiClient {
    /// The API of this folder's service.
    pub(crate) async fn of(folder: &Path) -> Result<Self, Failure> {
        let settings = Settings::load(folder, std::env::vars())?;
        match AssembledService::new(settings, Arc::new(SystemClock)).await {
            Ok(here) => Ok(Self { token: here.operator_token(), transport: Transport::Here(Box::new(here)) }),
            Err(StartError::Locked { folder }) => {
                let address = recorded_address(&folder).ok_or_else(|| {
                    Failure::Unclear(format!(
                        "another process is busy with {}; try again in a moment",
                        folder.display()
                    ))
                })?;
                let keys = Keys::load(&folder.join(KEY_FILE)).map_err(StartError::from)?;
                Ok(Self { token: keys.operator_token().to_owned(), transport: Transport::Http(address) })
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Ends what was started for this command.
    pub(crate) async fn close(self) {
        if let Transport::Here(here) = self.transport {
            here.close().await;
        }
    }

    /// `GET`.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        self.call(Method::GET, path, None::<&()>).await
    }

    /// `POST` of something new.
    pub(crate) async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.call(Method::POST, path, Some(body)).await
    }

    /// `PATCH` with what changes.
    pub(crate) async fn patch<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.call(Method::PATCH, path, Some(body)).await
    }

    /// `DELETE`.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), Failure> {
        self.call::<Option<serde_json::Value>>(Method::DELETE, path, None::<&()>).await.map(drop)
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&impl Serialize>,
    ) -> Result<T, Failure> {
        let bytes = body.map(|body| serde_json::to_vec(body).expect("requests are JSON")).unwrap_or_default();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::HOST, "localhost")
            .body(Body::from(bytes))
            .expect("method, path and headers are well formed");
        let (status, bytes) = self.send(request).await?;
        if status.is_success() {
            let text = if bytes.is_empty() { b"null" } else { &*bytes };
            return serde_json::from_slice(text).map_err(|error| {
                Failure::Unclear(format!("the service answered what this version does not understand: {error}"))
            });
        }
        let problem = serde_json::from_slice(&bytes)
            .map_err(|_| Failure::Unclear(format!("the service answered {status} without saying why")))?;
        Err(Failure::Refused(Box::new(problem)))
    }

    async fn send(&self, request: Request<Body>) -> Result<(StatusCode, Vec<u8>), Failure> {
        match &self.transport {
            Transport::Here(here) => {
                let response = here
                    .router()
                    .oneshot(request)
                    .await
                    .unwrap_or_else(|never: std::convert::Infallible| match never {});
                let status = response.status();
                let bytes =
                    response.into_body().collect().await.map_err(|error| Failure::Unclear(error.to_string()))?;
                Ok((status, bytes.to_bytes().to_vec()))
            }
            Transport::Http(address) => {
                over_http(*address, request).await.map_err(|detail| Failure::NoAnswer { address: *address, detail })
            }
        }
    }

    /// The site that is meant: by name or id, or the only one there is.
    pub(crate) async fn site(&self, named: Option<&str>) -> Result<SiteBody, Failure> {
        let sites: Vec<SiteBody> = self.all("/v1/manage/sites").await?;
        let known = || sites.iter().map(|site| &*site.name).collect::<Vec<_>>().join(", ");
        match named {
            Some(text) => one(&sites, text, |site| (site.id.to_string(), &site.name))
                .ok_or_else(|| Failure::Unclear(format!("there is no site {text:?}; there is: {}", known()))),
            None if sites.is_empty() => Err(Failure::Unclear(
                "there is no site yet; make one: gatepass-panel site add \"Elm House\" --time-zone America/New_York"
                    .to_owned(),
            )),
            None if sites.len() == 1 => Ok(sites[0].clone()),
            None => Err(Failure::Unclear(format!("which site? Say --site with one of: {}", known()))),
        }
    }

    /// The doors of `site` that are meant, by name or id.
    pub(crate) async fn door(&self, site: SiteId, named: &str) -> Result<DoorBody, Failure> {
        let doors: Vec<DoorBody> = self.all(&format!("/v1/manage/sites/{site}/doors")).await?;
        let known = || doors.iter().map(|door| &*door.name).collect::<Vec<_>>().join(", ");
        one(&doors, named, |door| (door.id.to_string(), &door.name))
            .ok_or_else(|| Failure::Unclear(format!("there is no door {named:?}; there is: {}", known())))
    }

    /// The unit of `site` that is meant, by name or id.
    pub(crate) async fn unit(&self, site: SiteId, named: &str) -> Result<UnitBody, Failure> {
        let units: Vec<UnitBody> = self.all(&format!("/v1/manage/sites/{site}/units")).await?;
        let known = || units.iter().map(|unit| &*unit.name).collect::<Vec<_>>().join(", ");
        one(&units, named, |unit| (unit.id.to_string(), &unit.name))
            .ok_or_else(|| Failure::Unclear(format!("there is no unit {named:?}; there is: {}", known())))
    }

    /// All rows of a list, from all its pages.
    pub(crate) async fn all<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<T>, Failure> {
        let mut items = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let page: gatepass_core::api::Page<T> = match &cursor {
                Some(cursor) => {
                    let joint = if path.contains('?') { '&' } else { '?' };
                    self.get(&format!("{path}{joint}cursor={cursor}")).await?
                }
                None => self.get(path).await?,
            };
            items.extend(page.items);
            cursor = page.cursor;
            if cursor.is_none() {
                return Ok(items);
            }
        }
    }
}

/// The item with this id or, if only one has it, this name.
pub(crate) fn one<'a, T: Clone>(items: &'a [T], text: &str, of: impl Fn(&'a T) -> (String, &'a String)) -> Option<T> {
    if let Some(found) = items.iter().find(|item| of(item).0 == text) {
        return Some(found.clone());
    }
    let mut named = items.iter().filter(|item| of(item).1.eq_ignore_ascii_case(text));
    named.next().filter(|_| named.next().is_none()).cloned()
}

async fn over_http(address: SocketAddr, request: Request<Body>) -> Result<(StatusCode, Vec<u8>), String> {
    let told = |error: &dyn std::error::Error| error.to_string();
    let stream = tokio::net::TcpStream::connect(address).await.map_err(|error| told(&error))?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(|error| told(&error))?;
    let driver = tokio::spawn(connection);
    let response = sender.send_request(request).await.map_err(|error| told(&error))?;
    let status = response.status();
    let bytes = response.into_body().collect().await.map_err(|error| told(&error))?.to_bytes().to_vec();
    driver.abort();
    Ok((status, bytes))
}
