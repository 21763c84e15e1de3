//! `gatepass sign-out`: this machine is nobody's device any more.

use serde_json::json;

use crate::context::Context;
use crate::failure::Failure;

/// End this machine for a profile, and forget everything of it here. Passes stay good; revoke them first if they
/// should not.
#[derive(Debug, clap::Args)]
#[command(after_help = "JSON: {\"signed_out\": true, \"server_told\": bool}")]
pub(crate) struct Args {}

pub(crate) async fn run(context: &Context, _: Args) -> Result<(), Failure> {
    let profile = context.profile().await?;
    let told = context.app.sign_out(profile.id).await?;
    if context.out.json {
        context.out.print_json(&json!({ "signed_out": true, "server_told": told }));
        return Ok(());
    }
    let site = &profile.resident.site.name;
    context.out.line(format!("{} signed out of {site}; nothing of it is kept here", context.out.style.green("✓")));
    if !told {
        context.out.note(
            "The server could not be told. Ask the building to remove this machine from your devices, or do it from \
             another one.",
        );
    }
    Ok(())
}
