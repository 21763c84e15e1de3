//! `gatepass revoke`: revokes a pass at once, everywhere.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use gatepass_core::app::{AppError, PassSync};
use gatepass_words::terminal::Message;
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json::PassDetailsJson;

const EXAMPLES: &str = "\
Examples:
  gatepass revoke \"Dog walker\"
  gatepass revoke 3fa9c1 --yes --json

JSON: {\"pass\": {…}, \"sync\": {…}}; `pass` is null if it had not been sent: it is gone.";

/// End a pass for good: QR code, access code, link and plate stop opening doors at once.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The pass: its name, its id, or the end of its id as `list` shows it.
    #[arg(value_name = "PASS")]
    pass: String,

    /// Do not ask first. Without a terminal nothing is asked anyway.
    #[arg(long, short)]
    yes: bool,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    context.profiles().await?;
    let pass = context.pass(&args.pass).await?;
    let name = context.app.pass(pass).await?.row.name;
    if !args.yes && !context.out.json && io::stdin().is_terminal() && io::stdout().is_terminal() {
        confirm(context, &name)?;
    }
    context.app.revoke(pass).await?;
    let state = context.sync().await?;
    // A pass that never left this device is gone.
    let details = match context.app.pass(pass).await {
        Ok(details) => Some(details),
        Err(AppError::NotFound { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    if context.out.json {
        let pass = details.as_ref().map(PassDetailsJson::from);
        context.out.print_json(&json!({ "pass": pass, "sync": sync_json(&state) }));
        return Ok(());
    }
    match details.map(|details| details.row.sync) {
        None | Some(PassSync::Synced) => context.out.done(Message::PassRevoked { name }),
        _ => context.out.line(context.out.style.yellow(&context.out.say(Message::PassRevokedHere { name }))),
    }
    context.print_sync_notes(&state).await
}

fn confirm(context: &Context, name: &str) -> Result<(), Failure> {
    let broken = |error: io::Error| Failure::broken(Message::FailureTerminal { reason: error.to_string() });
    print!("{} ", context.out.say(Message::RevokeQuestion { name: name.to_owned() }));
    io::stdout().flush().map_err(broken)?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).map_err(broken)?;
    let yes = matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "s" | "si" | "sí" | "ن" | "نعم");
    if yes { Ok(()) } else { Err(Failure::cancelled()) }
}
