//! `gatepass edit`: changes a valid pass. The guest's identifiers stay the same.

use std::io::{self, IsTerminal as _};

use gatepass_core::api::UsesRequest;
use gatepass_core::app::{PassDetails, PassRef, ProfileView};
use gatepass_core::pass::{Identifier, PassDraft, PassType, Schedule, UseLimits};
use gatepass_words::terminal::Message;

use super::flags::{self, PassFlags};
use super::{interactive, show};
use crate::context::Context;
use crate::failure::Failure;

const EXAMPLES: &str = "\
Examples:
  gatepass edit \"Dog walker\"                              step by step
  gatepass edit \"Dog walker\" --days mon,tue,thu --to 16:00
  gatepass edit Party --uses 40
  gatepass edit 3fa9c1 --door \"Street door\" --door Lobby --json

QR code, access code, link and plate never change: nothing has to be sent again. JSON: as in `gatepass show`.";

/// Change a pass. Without flags: step by step, with arrow keys.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The pass: its name, its id, or the end of its id as `list` shows it.
    #[arg(value_name = "PASS")]
    target: String,

    #[command(flatten)]
    pass: PassFlags,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    context.profiles().await?;
    // The change is made to the server's newest state.
    context.sync().await?;
    let pass = context.pass(&args.target).await?;
    if args.pass.is_empty() {
        if context.out.json || !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Failure::usage(Message::FailureEditNeedsTerminal));
        }
        if !interactive::edit(context, pass).await? {
            return Ok(());
        }
    } else {
        change(context, pass, &args.pass).await?;
    }
    let state = context.sync().await?;
    if !context.out.json {
        let name = context.app.pass(pass).await?.row.name;
        context.out.done(Message::PassChanged { name });
    }
    show::print(context, pass, &state, false).await
}

async fn change(context: &Context, pass: PassRef, flags: &PassFlags) -> Result<(), Failure> {
    let details = context.app.pass(pass).await?;
    let profile = context.app.profiles().await?.into_iter().find(|profile| profile.id == pass.profile);
    let profile = profile.ok_or_else(|| Failure::not_found(Message::FailureProfileGone))?;
    let draft = draft(context, &details, &profile, flags)?;
    context.app.edit(pass, draft).await.map_err(|error| Failure::from(error).with_flags(flags::flag_of))
}

/// The draft of the pass with the changes of the flags.
fn draft(
    context: &Context,
    pass: &PassDetails,
    profile: &ProfileView,
    flags: &PassFlags,
) -> Result<PassDraft, Failure> {
    let zone = pass.schedule.time_zone();
    let kind = flags.kind.map_or(pass.row.kind, PassType::from);
    // A new type starts from its own defaults.
    let same = kind == pass.row.kind;
    let base = if same { pass.schedule.clone() } else { Schedule::default_of(kind, context.now(), zone) };
    let uses = if same { pass.row.uses } else { kind.default_uses() };
    let schedule = flags.schedule(&base)?.parse(zone).map_err(super::new::flag_failure)?;
    let plate = pass.identifiers.iter().find_map(|identifier| match identifier {
        Identifier::Plate { plate } => Some(plate.clone()),
        _ => None,
    });
    let doors = flags.door_ids(&profile.resident.doors)?;
    Ok(PassDraft {
        name: flags.name.clone().unwrap_or_else(|| pass.row.name.clone()),
        comment: flags.comment.clone().unwrap_or_else(|| pass.comment.clone()),
        guest: flags.guest.map_or(pass.row.guest, Into::into),
        schedule,
        uses: UseLimits::from(flags.uses(UsesRequest::from(uses))),
        doors: doors.unwrap_or_else(|| pass.doors.iter().map(|door| door.id).collect()),
        identifiers: pass.row.identifiers.clone(),
        plate,
    })
}
