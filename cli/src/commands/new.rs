//! `gatepass new`: makes a pass, step by step or by flags.

use std::io::{self, IsTerminal as _};

use gatepass_core::api::{PassRequest, UsesRequest};
use gatepass_core::app::{AppError, PassRef};
use gatepass_core::pass::{IdentifierKind, Invalid, PassType, Schedule};
use gatepass_words::terminal::Message;

use super::flags::{self, PassFlags};
use super::{interactive, share, show};
use crate::context::Context;
use crate::failure::Failure;

const EXAMPLES: &str = "\
Examples:
  gatepass new                                            step by step
  gatepass new --type one-time --date 2026-11-24 --name Ana
  gatepass new --type recurring --days tue,thu --from 14:20 --to 15:20 --expires 2027-05-01 --name \"Dog walker\"
  gatepass new --type custom --starts 2026-11-24T20:00 --ends 2026-11-25T02:00 --uses 30 --name Party
  gatepass new --type business-hours --guest courier --plate \"ABC 1234\" --door Garage --json

JSON: as in `gatepass show`.";

/// Make a pass. Without flags: step by step, with arrow keys.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    pass: PassFlags,

    /// How the guest can open: any of `qr`, `code`, `link`, `plate`. Default: QR code, access code and link, as far
    /// as the building allows them.
    #[arg(long = "identifier", value_name = "KINDS", value_delimiter = ',', help_heading = "The pass")]
    identifiers: Option<Vec<String>>,

    /// The licence plate of a pass that opens by plate.
    #[arg(long, value_name = "PLATE", help_heading = "The pass")]
    plate: Option<String>,

    /// Go on with the pass you left unfinished in the wizard.
    #[arg(long)]
    resume: bool,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let by_flags = !args.pass.is_empty() || args.identifiers.is_some() || args.plate.is_some();
    if by_flags {
        let pass = make_by_flags(context, &args).await?;
        return print_new(context, pass).await;
    }
    if context.out.json || !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Failure::usage(Message::FailureNewNeedsTerminal));
    }
    match interactive::create(context, args.resume).await? {
        Some(pass) => print_new(context, pass).await,
        None => Ok(()),
    }
}

async fn make_by_flags(context: &Context, args: &Args) -> Result<PassRef, Failure> {
    let kind = args.pass.kind.ok_or_else(|| Failure::usage(Message::FailureNoType))?;
    let profile = context.profile().await?;
    // The building's rules and doors may have changed since the last sync.
    context.sync().await?;
    let profile = context.app.profiles().await?.into_iter().find(|now| now.id == profile.id).unwrap_or(profile);
    let resident = &profile.resident;
    let zone = resident.site.zone();
    let zone = zone.map_err(|error| Failure::broken(Message::FailureClock { reason: error.to_string() }))?;
    let kind = PassType::from(kind);
    let policy = &resident.policy;
    let usual: Vec<_> = IdentifierKind::OF_A_PASS
        .into_iter()
        .filter(|kind| *kind != IdentifierKind::Plate && policy.identifiers.contains(kind))
        .map(|kind| kind.code().to_owned())
        .collect();
    let identifiers = args.identifiers.as_deref().unwrap_or(&usual);
    let request = PassRequest {
        id: None,
        name: args.pass.name.clone().unwrap_or_default(),
        comment: args.pass.comment.clone().unwrap_or_default(),
        guest: args.pass.guest.map(Into::into).unwrap_or_default(),
        schedule: args.pass.schedule(&Schedule::default_of(kind, context.now(), zone))?,
        uses: Some(args.pass.uses(UsesRequest::from(kind.default_uses()))),
        doors: args.pass.door_ids(&resident.doors)?,
        identifiers: flags::identifiers(Some(identifiers), args.plate.as_deref()),
    };
    let shareable: Vec<_> = resident.doors.iter().filter(|door| door.shareable).map(|door| door.id).collect();
    let draft = request.parse(zone, &shareable, &policy.identifiers).map_err(flag_failure)?;
    context.app.create(profile.id, draft).await.map_err(|error| Failure::from(error).with_flags(flags::flag_of))
}

/// The failure for a pass that is not allowed, with the flag of each problem.
pub(super) fn flag_failure(invalid: Invalid) -> Failure {
    Failure::from(AppError::from(invalid)).with_flags(flags::flag_of)
}

/// Prints the new pass, and what to send.
async fn print_new(context: &Context, pass: PassRef) -> Result<(), Failure> {
    let state = context.sync().await?;
    if !context.out.json {
        let name = context.app.pass(pass).await?.row.name;
        context.out.done(Message::PassMade { name });
    }
    show::print(context, pass, &state, true).await?;
    if !context.out.json {
        share::hint(context, pass).await?;
    }
    Ok(())
}
