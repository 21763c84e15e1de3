//! The service in a temporary folder, and its operator.

use std::collections::BTreeMap;
use std::sync::Arc;

use gatepass_panel::{RunningService, Service, Settings, SystemClock};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{BoxError, state};

/// A door's id, and the token of its panel.
struct Door {
    id: String,
    panel: String,
}

/// A building with its running service.
pub(crate) struct Building {
    settings: Settings,
    /// `None` while the service is stopped.
    running: Option<RunningService>,
    http: reqwest::Client,
    site: String,
    unit: String,
    resident: String,
    doors: BTreeMap<String, Door>,
    _folder: TempDir,
}

impl Building {
    /// Makes the building of the flows and starts its service.
    pub(crate) async fn new(plan: &Value) -> Result<Self, BoxError> {
        let folder = tempfile::tempdir()?;
        gatepass_panel::init(folder.path())?;
        let mut settings = Settings::in_folder(folder.path());
        settings.listen = "127.0.0.1:0".parse()?;
        // A suite sends faster than the limits allow.
        settings.limits.caller_per_second = 0;
        settings.limits.address_per_second = 0;
        settings.limits.wrong_tokens_per_minute = 0;
        // Installs the TLS provider of this process.
        gatepass_core::net::Http::new(true)?;
        #[expect(clippy::disallowed_methods, reason = "the operator's own client")]
        let http = reqwest::Client::builder().no_proxy().build()?;
        let running = Service::start(settings.clone(), Arc::new(SystemClock)).await?;
        // A restart uses the same address.
        settings.listen = running.base_url().trim_start_matches("http://").parse()?;
        let mut building = Self {
            settings,
            running: Some(running),
            http,
            site: String::new(),
            unit: String::new(),
            resident: text(plan, "resident")?,
            doors: BTreeMap::new(),
            _folder: folder,
        };
        building.set_up_site(plan).await?;
        Ok(building)
    }

    async fn set_up_site(&mut self, plan: &Value) -> Result<(), BoxError> {
        self.site = text(&self.ask(Method::POST, "/v1/manage/sites", &plan["site"]).await?, "id")?;
        let of_site = |what: &str, site: &str| format!("/v1/manage/sites/{site}/{what}");
        for door in list(&plan["doors"]) {
            let id = text(&self.ask(Method::POST, &of_site("doors", &self.site), door).await?, "id")?;
            let name = text(door, "name")?;
            let panel = json!({"name": format!("{name} panel"), "locks": [{"lock": 1, "door": id}]});
            let panel = text(&self.ask(Method::POST, &of_site("panels", &self.site), &panel).await?, "token")?;
            self.doors.insert(name, Door { id, panel });
        }
        self.change_policy(&plan["policy"]).await?;
        let unit = self.ask(Method::POST, &of_site("units", &self.site), &json!({"name": plan["unit"]})).await?;
        self.unit = text(&unit, "id")?;
        Ok(())
    }

    pub(crate) fn base(&self) -> String {
        format!("http://{}", self.settings.listen)
    }

    /// Sends a request as the operator.
    ///
    /// # Errors
    ///
    /// The answer is not a success.
    async fn ask(&self, method: Method, path: &str, body: &Value) -> Result<Value, BoxError> {
        let running = self.running.as_ref().ok_or("the service is down")?;
        self.ask_as(&running.operator_token(), method, path, body).await
    }

    async fn ask_as(&self, token: &str, method: Method, path: &str, body: &Value) -> Result<Value, BoxError> {
        let request = self.http.request(method, format!("{}{path}", self.base())).bearer_auth(token).json(body);
        let response = request.send().await?;
        let (status, answer) = (response.status(), response.text().await?);
        if status.is_success() {
            Ok(serde_json::from_str(&answer).unwrap_or(Value::Null))
        } else {
            Err(format!("{path}: {status} {answer}").into())
        }
    }

    /// Makes an invitation, for the resident of the flows or for a new resident of the unit.
    pub(crate) async fn invite(&self, name: Option<&str>) -> Result<Value, BoxError> {
        let mut body = json!({"resident_name": name.unwrap_or(&self.resident)});
        if name.is_none()
            && let Some(resident) = self.resident_id().await?
        {
            body["resident"] = json!(resident);
        }
        let made = self.ask(Method::POST, &format!("/v1/manage/units/{}/invitations", self.unit), &body).await?;
        let (code, link) = (text(&made, "code")?, text(&made, "link")?);
        let message = format!("Welcome to the building! Open {link} on your phone, or enter {code}.");
        Ok(json!({"code": code, "link": link, "message": message}))
    }

    async fn residents(&self) -> Result<Vec<Value>, BoxError> {
        let answer = self.ask(Method::GET, &format!("/v1/manage/units/{}/residents", self.unit), &Value::Null).await?;
        Ok(list(if answer.is_array() { &answer } else { &answer["items"] }).cloned().collect())
    }

    /// The id of the resident of the flows, after the activation.
    async fn resident_id(&self) -> Result<Option<String>, BoxError> {
        let residents = self.residents().await?;
        residents.iter().find(|one| one["name"] == *self.resident).map(|one| text(one, "id")).transpose()
    }

    /// Stops the service.
    pub(crate) async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// Starts the service again, at the same address.
    pub(crate) async fn start(&mut self) -> Result<(), BoxError> {
        if self.running.is_none() {
            self.running = Some(Service::start(self.settings.clone(), Arc::new(SystemClock)).await?);
        }
        Ok(())
    }

    /// Presents an identifier at a door's panel.
    pub(crate) async fn present(
        &self,
        kind: &str,
        value: &str,
        door: &str,
        photo: Option<&str>,
    ) -> Result<Value, BoxError> {
        let panel = &self.doors.get(door).ok_or_else(|| format!("there is no door {door:?}"))?.panel;
        let mut body = json!({"type": kind, "value": value});
        if let Some(photo) = photo {
            body["photo"] = json!(photo);
        }
        let answer = self.ask(Method::POST, &format!("/v1/panels/{panel}/validate"), &body).await?;
        Ok(json!({"decision": answer["decision"], "reason": answer["reason"]}))
    }

    pub(crate) async fn change_policy(&self, change: &Value) -> Result<(), BoxError> {
        self.ask(Method::PATCH, &format!("/v1/manage/sites/{}/policy", self.site), change).await.map(|_| ())
    }

    /// Revokes the pass of that name, as the manager.
    pub(crate) async fn revoke(&self, name: &str) -> Result<(), BoxError> {
        let passes = format!("/v1/manage/sites/{}/passes", self.site);
        let page = self.ask(Method::GET, &format!("{passes}?limit=200"), &Value::Null).await?;
        let pass = list(&page["items"]).find(|pass| pass["name"] == name).ok_or_else(|| format!("no pass {name:?}"))?;
        self.ask(Method::DELETE, &format!("{passes}/{}", text(pass, "id")?), &Value::Null).await.map(|_| ())
    }

    /// Ends every device of the resident, as the manager.
    pub(crate) async fn end_devices(&self) -> Result<(), BoxError> {
        for resident in self.residents().await? {
            for device in list(&resident["devices"]) {
                let path = format!("/v1/manage/residents/{}/devices/{}", text(&resident, "id")?, text(device, "id")?);
                self.ask(Method::DELETE, &path, &Value::Null).await?;
            }
        }
        Ok(())
    }

    /// The resident's passes and entries on the server, read by another device of the resident, because managers see no
    /// comments.
    pub(crate) async fn state(&self) -> Result<Value, BoxError> {
        let invitation = self.invite(None).await?;
        let body = json!({"invite_code": invitation["code"], "device_name": "the suite"});
        let token = text(&self.ask_as("", Method::POST, "/v1/activations", &body).await?, "token")?;
        let see = async |path: &str| -> Result<Vec<Value>, BoxError> {
            let page = self.ask_as(&token, Method::GET, path, &Value::Null).await?;
            Ok(list(&page["items"]).cloned().collect())
        };
        let doors = self.doors.iter().map(|(name, door)| (door.id.clone(), name.clone())).collect();
        state::comparable(&see("/v1/passes?limit=200").await?, &see("/v1/entries?limit=200").await?, &doors)
    }
}

pub(crate) fn text(value: &Value, field: &str) -> Result<String, BoxError> {
    Ok(value[field].as_str().ok_or_else(|| format!("no text {field:?} in the answer"))?.to_owned())
}

pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
