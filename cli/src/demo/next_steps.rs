//! What to try while the demo's service runs.

use std::env;

use super::Folders;
use super::building::Building;
use super::passes::DemoPasses;
use crate::failure::Failure;
use crate::output::Output;
use gatepass_core::app::App;

/// Prints addresses, commands and an invitation, ready to paste.
pub(super) async fn print(
    folders: &Folders,
    building: &Building,
    passes: &DemoPasses,
    app: &App,
    out: Output,
) -> Result<(), Failure> {
    let style = out.style;
    let url = &building.url;
    let gatepass = this_program();
    let sitter = app.share(passes.sitter, "en".to_owned()).await?;
    let invitation = building.invite("You").await?;
    let say = |line: &str| out.line(line);
    let command = |line: String| out.line(format!("  {}", style.cyan(&line)));

    say("");
    say(&style.bold("The service goes on, in real time. Try it from another terminal:"));

    say("");
    say("Be a resident of the same home (this invitation is second_resident, and fresh):");
    command(format!("export GATEPASS_FOLDER={}", folders.second_resident().display()));
    command(format!("{gatepass} activate --secrets-file --server {url} {}", invitation.code));
    command(format!("{gatepass} list"));
    command(format!("{gatepass} new"));
    command(format!("{gatepass} log"));

    if let Some(text) = &sitter.qr_text {
        say("");
        say("Be the street panel, with the house sitter's QR code:");
        command(format!("curl -s {url}/v1/panels/{}/validate \\", building.street.token));
        command("  -H 'content-type: application/json' \\".to_owned());
        command(format!("  -d '{{\"type\":\"qr\",\"value\":\"{text}\"}}'"));
    }
    say("");
    say("Listen as that panel does; then, from a third terminal, open the door");
    say("from afar as the manager:");
    command(format!("curl -sN {url}/v1/panels/{}/commands", building.street.token));
    command(format!("curl -s -X POST {url}/v1/manage/doors/{}/open \\", building.street.door));
    command(format!("  -H 'authorization: Bearer {}'", building.manager));
    say("");
    say("Read on:");
    command(format!("curl -s {url}/openapi.json"));
    command(format!("curl -s {url}/metrics"));
    command(format!("ls -R {}", folders.shared("…").with_file_name("").display()));
    say("");
    say(&style.dim("Ctrl-C ends the service."));
    Ok(())
}

/// The command that starts this program again.
fn this_program() -> String {
    if env::var_os("CARGO_MANIFEST_DIR").is_some() {
        return "cargo run -q --".to_owned();
    }
    env::args().next().unwrap_or_else(|| "gatepass".to_owned())
}
