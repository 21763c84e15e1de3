//! `gatepass profiles`: lists the homes this machine makes passes for.

use gatepass_core::wizard::Phrase;
use gatepass_words::terminal::Message;
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
    let (out, style) = (context.out, context.out.style);
    for profile in &profiles {
        let resident = &profile.resident;
        let home = format!("{}/{}", resident.site.name, resident.unit.name);
        context.out.line(format!("{}  {}", style.bold(&home), resident.name));
        let doors: Vec<_> = resident
            .doors
            .iter()
            .map(|door| (door.shareable, door.name.clone()))
            .map(|(free, door)| if free { door } else { out.say(Message::DoorNotShareable { door }) })
            .collect();
        let devices: Vec<_> = resident
            .devices
            .iter()
            .map(|device| (device.this, device.name.clone()))
            .map(|(this, device)| if this { out.say(Message::DeviceThis { device }) } else { device })
            .collect();
        let mut table = vec![
            (out.say(Message::LabelAddress), resident.site.address.clone()),
            (Phrase::LabelTimeZone.say(out.language), resident.site.time_zone.clone()),
            (out.say(Message::LabelServer), style.cyan(&profile.server)),
            (Phrase::LabelDoors.say(out.language), gatepass_words::list(&doors, out.language)),
            (out.say(Message::LabelDevices), gatepass_words::list(&devices, out.language)),
        ];
        if !resident.policy.passes_enabled {
            table.push((out.say(Message::LabelPasses), style.yellow(&out.say(Message::ProfilePassesOff))));
        }
        if !profile.signed_in {
            table.push((out.say(Message::LabelNote), style.yellow(&out.say(Message::ProfileSignedOut))));
        }
        out.table(&table);
    }
    context.print_sync_notes(&state).await
}
