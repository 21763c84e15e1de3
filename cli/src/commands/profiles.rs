//! `gatepass profiles`: for whom this machine speaks.

use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json;

/// List the homes this machine gives passes for, their doors and what the building allows.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "JSON: {\"profiles\": [{id, server, signed_in, name, site, unit, doors, policy, devices}], \"sync\"}"
)]
pub(crate) struct Args {}

pub(crate) async fn run(context: &Context, _: Args) -> Result<(), Failure> {
    context.profiles().await?;
    let state = context.sync().await?;
    let profiles = context.profiles().await?;
    if context.out.json {
        let profiles: Vec<_> = profiles.iter().map(json::profile).collect();
        context.out.print_json(&json!({ "profiles": profiles, "sync": sync_json(&state) }));
        return Ok(());
    }
    let style = context.out.style;
    for profile in &profiles {
        let resident = &profile.resident;
        let home = format!("{}/{}", resident.site.name, resident.unit.name);
        context.out.line(format!("{}  {}", style.bold(&home), resident.name));
        let add = |label: &str, text: &str| context.out.line(format!("  {}{text}", style.dim(&format!("{label:<9}"))));
        add("Address", &resident.site.address);
        add("Clock", &resident.site.time_zone);
        add("Server", &style.cyan(&profile.server));
        let doors: Vec<_> = resident
            .doors
            .iter()
            .map(|door| if door.shareable { door.name.clone() } else { format!("{} (not to be shared)", door.name) })
            .collect();
        add("Doors", &doors.join(", "));
        let devices: Vec<_> = resident
            .devices
            .iter()
            .map(|device| if device.this { format!("{} (this one)", device.name) } else { device.name.clone() })
            .collect();
        add("Devices", &devices.join(", "));
        if !resident.policy.passes_enabled {
            add("Passes", &style.yellow("off; ask the building's manager to switch them on"));
        }
        if !profile.signed_in {
            add("Note", &style.yellow("the server no longer knows this machine; ask for a new invitation"));
        }
    }
    context.tell(&state).await
}
