//! `gatepass activate`: makes this machine a resident's device.

use gatepass_core::app::ProfileView;
use gatepass_words::terminal::Message;
use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;
use crate::json;
use crate::output::Output;

const EXAMPLES: &str = "\
Examples:
  gatepass activate --server https://passes.example WXYZ-2345-6789
  gatepass activate https://passes.example/i/WXYZ-2345-6789
  gatepass activate --secrets-file --server http://127.0.0.1:8080 WXYZ-2345-6789";

/// Make this machine yours, with an invitation from your building.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The code of the invitation, or the whole link it came in. Capitals and hyphens do not matter.
    #[arg(value_name = "INVITATION")]
    invitation: String,

    /// What you will know this machine by in the list of your devices.
    #[arg(long, value_name = "NAME")]
    device_name: Option<String>,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let device = args.device_name.unwrap_or_else(machine_name);
    let server = context.global.server.clone();
    if server.is_none() && !args.invitation.contains("://") {
        return Err(Failure::usage(Message::FailureWhichServer));
    }
    let profile = context.app.activate(server, args.invitation, device).await?;
    // The passes of the same home and the log are fetched now, or by a later command.
    let state = context.sync().await?;
    if context.out.json {
        context.out.print_json(&json!({ "profile": json::profile(&profile) }));
        return Ok(());
    }
    welcome(context.out, &profile);
    context.print_sync_notes(&state).await
}

fn welcome(out: Output, profile: &ProfileView) {
    let style = out.style;
    let resident = &profile.resident;
    out.done(Message::Welcome {
        name: style.bold(&resident.name),
        unit: style.bold(&resident.unit.name),
        site: style.bold(&resident.site.name),
    });
    let doors: Vec<_> = resident.doors.iter().filter(|door| door.shareable).map(|door| door.name.clone()).collect();
    let doors = if doors.is_empty() { Message::WelcomeNoDoor } else { Message::WelcomeDoors { doors } };
    out.line(format!("  {}", out.say(doors)));
    if resident.policy.passes_enabled {
        out.line(format!("  {}", out.say(Message::WelcomeMake { command: style.cyan("gatepass new") })));
    } else {
        out.line(format!("  {}", style.yellow(&out.say(Message::WelcomePassesOff))));
    }
}

fn machine_name() -> String {
    let name = ["HOSTNAME", "COMPUTERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let name = name.or_else(|| std::fs::read_to_string("/etc/hostname").ok());
    let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| "Terminal".to_owned())
}
