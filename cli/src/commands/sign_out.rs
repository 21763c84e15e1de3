//! `gatepass sign-out`: removes this machine from the resident's devices.

use gatepass_words::terminal::Message;
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
    let server_told = context.app.sign_out(profile.id).await?;
    if context.out.json {
        context.out.print_json(&json!({ "signed_out": true, "server_told": server_told }));
        return Ok(());
    }
    context.out.done(Message::SignedOut { site: profile.resident.site.name });
    if !server_told {
        context.out.note(context.out.say(Message::SignedOutUntold));
    }
    Ok(())
}
