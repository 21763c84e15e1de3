//! Sets up the site of the demo through the managers' API, as a manager does.

use gatepass_core::api::{
    DoorBody, DoorKind, DoorRequest, InvitationCreated, InvitationRequest, MakeName, ManagerCreated, ManagerRequest,
    PanelCreated, PanelLock, PanelRequest, QrAlphabet, SiteBody, SiteRequest, UnitBody, UnitRequest,
};
use gatepass_core::app::{App, ProfileView};
use gatepass_core::id::{DoorId, SiteId, UnitId};
use gatepass_core::pass::Policy;
use serde_json::json;

use super::api_client::ApiClient;
use super::clock::ZONE;
use super::panel::Panel;
use super::report::Report;
use crate::failure::Failure;

/// The building of the demo.
pub(super) struct Building {
    pub(super) url: String,
    pub(super) manager: String,
    manager_api: ApiClient,
    unit: UnitId,
    pub(super) street: Panel,
    pub(super) lobby: Panel,
    pub(super) garage: Panel,
}

const NAME: &str = "Maple Court";

impl Building {
    /// Makes the site, its doors, panels and the first unit; switches passes on.
    pub(super) async fn set_up(url: &str, operator: &str, report: &mut Report) -> Result<Self, Failure> {
        let api = ApiClient::new(url, Some(operator))?;
        let site = SiteRequest {
            name: NAME.to_owned(),
            address: "12 Maple Street, New York, NY 10001".to_owned(),
            time_zone: ZONE.to_owned(),
        };
        let site: SiteBody = api.post("/v1/manage/sites", &site).await?;
        let made: ManagerCreated = api
            .post(
                &format!("/v1/manage/sites/{}/managers", site.id),
                &ManagerRequest { name: "Sam, manager".to_owned() },
            )
            .await?;
        report.done(
            &format!("The operator makes a site: {NAME}, clock of {ZONE}"),
            &["and a manager, Sam, who does the rest"],
        );

        let api = ApiClient::new(url, Some(&made.token))?;
        let street = door(&api, site.id, "Street door", DoorKind::Street).await?;
        let lobby = door(&api, site.id, "Lobby", DoorKind::Lobby).await?;
        let garage = door(&api, site.id, "Garage", DoorKind::Garage).await?;
        report.done("Three doors: Street door, Lobby, Garage", &[]);

        let street = panel(&api, url, site.id, "Street panel", &street, MakeName::NATIVE).await?;
        let lobby = panel(&api, url, site.id, "Lobby reader", &lobby, MakeName::NATIVE).await?;
        let garage = panel(&api, url, site.id, "Garage panel", &garage, MakeName::new("basip")).await?;
        report.done(
            "Three panels, each with a secret address to ask",
            &["street: camera and keypad · lobby: QR reader · garage: a BAS-IP panel"],
        );

        let policy: Policy =
            api.patch(&format!("/v1/manage/sites/{}/policy", site.id), &json!({ "passes_enabled": true })).await?;
        let on = if policy.passes_enabled { "on" } else { "off" };
        let grace = format!("a visit lasts {} minutes: street door, then lobby, is one use", policy.grace_seconds / 60);
        report.expect("DemoPasses are off until a manager switches them on", "on", on, &[&grace]);

        let unit = UnitRequest { name: "12B".to_owned(), doors: None };
        let unit: UnitBody = api.post(&format!("/v1/manage/sites/{}/units", site.id), &unit).await?;
        Ok(Self { url: url.to_owned(), manager: made.token, manager_api: api, unit: unit.id, street, lobby, garage })
    }

    /// An invitation for unit 12B.
    pub(super) async fn invite(&self, name: &str) -> Result<InvitationCreated, Failure> {
        let request = InvitationRequest { resident_name: name.to_owned(), ..InvitationRequest::default() };
        self.manager_api.post(&format!("/v1/manage/units/{}/invitations", self.unit), &request).await
    }

    /// Activates Maria's phone with an invitation.
    pub(super) async fn activate(&self, app: &App, report: &mut Report) -> Result<ProfileView, Failure> {
        let invitation = self.invite("Maria").await?;
        let code = invitation.code.clone();
        report.done(&format!("Sam invites Maria, unit 12B: {code}"), &["good once, for three days"]);
        let profile = app.activate(Some(self.url.clone()), code, "Maria's phone".to_owned()).await?;
        let resident = &profile.resident;
        let mut doors: Vec<_> = resident.doors.iter().map(|door| &*door.name).collect();
        doors.sort_unstable();
        report.expect(
            "Maria's phone is activated; her doors",
            "Garage, Lobby, Street door",
            &doors.join(", "),
            &[&format!("{} at {}, unit {}", resident.name, resident.site.name, resident.unit.name)],
        );
        let again = app.activate(Some(self.url.clone()), invitation.code, "A stranger's phone".to_owned()).await;
        let refused = if again.is_err() { "refused" } else { "accepted" };
        report.expect("The same invitation on a second phone", "refused", refused, &[]);
        Ok(profile)
    }
}

async fn door(api: &ApiClient, site: SiteId, name: &str, kind: DoorKind) -> Result<DoorBody, Failure> {
    let request = DoorRequest { name: name.to_owned(), kind, shareable: true, location: None };
    api.post(&format!("/v1/manage/sites/{site}/doors"), &request).await
}

async fn panel(
    api: &ApiClient,
    url: &str,
    site: SiteId,
    name: &str,
    door: &DoorBody,
    adapter: MakeName,
) -> Result<Panel, Failure> {
    let request = PanelRequest {
        name: name.to_owned(),
        locks: vec![PanelLock { lock: 1, door: door.id }],
        adapter,
        // Every panel here has a camera that reads any text.
        qr_alphabet: Some(QrAlphabet::Text),
        unknown: None,
        open_ms: None,
    };
    let made: PanelCreated = api.post(&format!("/v1/manage/sites/{site}/panels"), &request).await?;
    let door: DoorId = door.id;
    Panel::new(url, &made.token, door)
}
