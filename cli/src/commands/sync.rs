//! `gatepass sync`: syncs with the server, and retries or drops a change the server refused.

use gatepass_core::app::{AppError, SyncPhase};
use gatepass_words::terminal::Message;
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;

const EXAMPLES: &str = "\
Examples:
  gatepass sync
  gatepass sync --retry \"Dog walker\"      send a refused change again
  gatepass sync --discard \"Dog walker\"    drop it; the pass is again as the server has it

JSON: {\"sync\": {phase, reason, waiting, stuck, last_synced}}";

/// Send what waits and fetch what is new. Every other command does so too; this one says whether it worked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Send the refused change of this pass again.
    #[arg(long, value_name = "PASS", conflicts_with = "discard")]
    retry: Option<String>,

    /// Drop the refused change of this pass.
    #[arg(long, value_name = "PASS")]
    discard: Option<String>,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    context.profiles().await?;
    if let Some(text) = &args.retry {
        context.app.retry(context.pass(text).await?).await?;
    }
    if let Some(text) = &args.discard {
        context.app.discard(context.pass(text).await?).await?;
    }
    let state = context.sync().await?;
    if context.out.json {
        context.out.print_json(&json!({ "sync": sync_json(&state) }));
    } else {
        context.print_sync_notes(&state).await?;
    }
    match state.phase {
        SyncPhase::Offline if context.global.offline => Ok(()),
        SyncPhase::Offline => Err(Failure::unreachable()),
        SyncPhase::Failed { reason } => Err(AppError::Unreadable { reason }.into()),
        SyncPhase::Idle | SyncPhase::Running => {
            context.out.done(Message::SyncDone);
            Ok(())
        }
    }
}
