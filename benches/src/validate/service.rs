//! The service, with a site and passes made through its API.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gatepass_core::time::{Clock, Zone};
use gatepass_panel::{Service, Settings, SystemClock};
use serde_json::{Value, json};

use super::SeededSite;
use crate::Result;
use crate::figures::stopwatch;
use crate::http::JsonClient;
use crate::process::{Placement, Server};

/// The passes of one unit.
const PASSES_OF_A_UNIT: usize = 100;
const ZONE: &str = "America/New_York";
const DOORS: [(&str, &str); 4] =
    [("Street door", "street"), ("Lobby", "lobby"), ("Lift", "lift"), ("Garage", "garage")];

/// Makes the service's folder: a panel for each connection, and live passes spread over units.
pub(crate) fn seed(folder: &Path, passes: usize, connections: usize) -> Result<SeededSite> {
    let lists = ["panels.txt", "passes.txt"].map(|name| folder.join(name));
    if lists[1].exists() {
        let [panels, passes] = lists.map(|list| std::fs::read_to_string(list).map(|text| lines(&text)));
        return Ok(SeededSite { panels: panels?, passes: passes?.into() });
    }
    let begun = stopwatch();
    gatepass_panel::init(folder)?;
    // All requests come from one address, so the rate limits are off.
    let limits = "[limits]\npanel_per_second = 0\ncaller_per_second = 0\naddress_per_second = 0\ndecide_ms = 20000\n";
    std::fs::write(folder.join("config.toml"), format!("listen = \"127.0.0.1:0\"\n{limits}"))?;
    let site = tokio::runtime::Runtime::new()?.block_on(async {
        let running = Service::start(Settings::load(folder, [])?, Arc::new(SystemClock)).await?;
        let address = running.base_url().trim_start_matches("http://").to_owned();
        let site = fill(&address, &running.operator_token(), passes, connections).await;
        running.stop().await;
        site
    })?;
    std::fs::write(&lists[0], site.panels.join("\n"))?;
    std::fs::write(&lists[1], site.passes.join("\n"))?;
    println!("{} passes made in {:.1} s", site.passes.len(), begun.elapsed().as_secs_f64());
    Ok(site)
}

/// Starts the binary of the service, as an operator does.
pub(super) fn start(folder: &Path, placement: Placement) -> Result<Server> {
    let program: PathBuf = std::env::current_exe()?.with_file_name("gatepass-panel");
    if !program.exists() {
        return Err(
            format!("{} is missing; build it: cargo build --release -p gatepass-panel", program.display()).into()
        );
    }
    let record = folder.join("address");
    Server::start_with_record(placement.server(&program).arg("--folder").arg(folder).arg("serve"), &record)
}

async fn fill(address: &str, operator: &str, passes: usize, connections: usize) -> Result<SeededSite> {
    let mut manager = JsonClient::connect(address, operator).await?;
    let site = manager.send("POST", "/v1/manage/sites", &json!({"name": "Elm House", "time_zone": ZONE})).await?;
    let site = format!("/v1/manage/sites/{}", id(&site)?);
    // No grace: every presentation spends a use, so that all cost the same.
    let policy = json!({"passes_enabled": true, "grace_seconds": 0});
    manager.send("PATCH", &format!("{site}/policy"), &policy).await?;
    let mut doors = Vec::new();
    for (name, kind) in DOORS {
        let door = manager.send("POST", &format!("{site}/doors"), &json!({"name": name, "kind": kind})).await?;
        doors.push(id(&door)?.to_owned());
    }
    let (mut panels, mut tasks) = (Vec::new(), Vec::new());
    for at in 0..connections {
        let locks = json!([{"lock": 1, "door": doors[at % doors.len()]}]);
        let panel = json!({"name": format!("Panel {at}"), "locks": locks});
        panels.push(text(&manager.send("POST", &format!("{site}/panels"), &panel).await?["token"])?);
        let share = passes / connections + usize::from(at < passes % connections);
        let caller = JsonClient::connect(address, operator).await?;
        tasks.push(tokio::spawn(make_units(caller, address.to_owned(), site.clone(), at, share)));
    }
    let mut texts = Vec::new();
    for task in tasks {
        texts.extend(task.await??);
    }
    Ok(SeededSite { panels, passes: texts.into() })
}

/// Makes `count` passes in as many units as they need, and returns their QR texts.
async fn make_units(
    mut manager: JsonClient,
    address: String,
    site: String,
    floor: usize,
    mut count: usize,
) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for flat in 0.. {
        let some = count.min(PASSES_OF_A_UNIT);
        if some == 0 {
            break;
        }
        let unit = json!({"name": format!("{floor}-{flat}")});
        let unit = manager.send("POST", &format!("{site}/units"), &unit).await?;
        let invitations = format!("/v1/manage/units/{}/invitations", id(&unit)?);
        let invited = manager.send("POST", &invitations, &json!({"resident_name": "Ana"})).await?;
        texts.extend(make_passes(&address, &text(&invited["code"])?, some).await?);
        count -= some;
    }
    Ok(texts)
}

/// Activates a resident and makes `count` passes; returns their QR texts.
async fn make_passes(address: &str, invitation: &str, count: usize) -> Result<Vec<String>> {
    let activation = json!({"invite_code": invitation, "device_name": "phone"});
    let activated = JsonClient::connect(address, "").await?.send("POST", "/v1/activations", &activation).await?;
    let mut resident = JsonClient::connect(address, &text(&activated["token"])?).await?;
    let today = Zone::named(ZONE)?.date(SystemClock.now());
    let pass = json!({
        "name": "Cleaner",
        "schedule": {
            "type": "recurring", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            "from": "00:00", "to": "23:59", "starts": today, "expires": today + chrono::Days::new(300),
        },
        "uses": {"limit": 9999},
        "identifiers": [{"type": "qr"}, {"type": "link"}],
    });
    let mut texts = Vec::new();
    for _ in 0..count {
        let made = resident.send("POST", "/v1/passes", &pass).await?;
        let identifiers = made["identifiers"].as_array().ok_or("a pass has identifiers")?;
        texts.push(text(identifiers.iter().map(|one| &one["text"]).find(|one| one.is_string()).ok_or("no QR")?)?);
    }
    Ok(texts)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn id(made: &Value) -> Result<&str> {
    made["id"].as_str().ok_or_else(|| format!("no id: {made}").into())
}

fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().ok_or("a text is missing in an answer")?.to_owned())
}
