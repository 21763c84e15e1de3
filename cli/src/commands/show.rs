//! `gatepass show`: all of one pass, with its QR code.

use gatepass_core::app::{PassDetails, PassRef, SyncState};
use gatepass_core::pass::Identifier;
use gatepass_core::qr;
use gatepass_core::time::Zone;
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json::PassWhole;
use crate::output::Output;
use crate::wizard::wrapped;
use crate::words;

const EXAMPLES: &str = "\
Examples:
  gatepass show \"Dog walker\"
  gatepass show 3fa9c1 --no-qr
  gatepass show 3fa9c1 --json | jq -r '.pass.credentials[] | select(.type == \"code\") | .digits'

JSON: {\"pass\": {as in `list`, and: comment, schedule, openings, doors, credentials, editable, not_editable_because,
revoked_at}, \"sync\"}. `credentials` holds what opens doors; mind where you print it.";

/// Show a pass: QR code, access code, link, when it opens, how often it was used.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The pass: its name, its id, or the end of its id as `list` shows it.
    #[arg(value_name = "PASS")]
    pass: String,

    /// Leave the QR code out.
    #[arg(long)]
    no_qr: bool,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    context.profiles().await?;
    let state = context.sync().await?;
    let pass = context.pass(&args.pass).await?;
    print(context, pass, &state, !args.no_qr).await
}

/// The whole pass, as text or JSON.
pub(crate) async fn print(context: &Context, pass: PassRef, state: &SyncState, qr: bool) -> Result<(), Failure> {
    let details = context.app.pass(pass).await?;
    if context.out.json {
        context.out.print_json(&json!({ "pass": PassWhole::from(&details), "sync": sync_json(state) }));
        return Ok(());
    }
    if qr && let Some(text) = details.identifiers.iter().find_map(qr_text) {
        draw_qr(context.out, text)?;
    }
    let validity = context.validity(&details).await?;
    for line in lines(context, &details, &validity) {
        context.out.line(line);
    }
    context.tell(state).await
}

/// The QR code of a text in half blocks.
pub(crate) fn draw_qr(out: Output, text: &str) -> Result<(), Failure> {
    let colours = if out.style.colours { qr::Colours::On } else { qr::Colours::Off };
    let drawing = qr::terminal(text, colours).map_err(|error| Failure::broken(format!("the QR code {error}")))?;
    out.line("");
    drawing.lines().for_each(|line| out.line(format!("  {line}")));
    Ok(())
}

fn qr_text(identifier: &Identifier) -> Option<&str> {
    match identifier {
        Identifier::Qr { text } => Some(text),
        _ => None,
    }
}

fn lines(context: &Context, pass: &PassDetails, validity: &str) -> Vec<String> {
    let style = context.out.style;
    let row = &pass.row;
    let mut lines = Vec::new();
    let standing = words::standing(row, context.now());
    let standing = if row.over { style.red(&standing) } else { style.green(&standing) };
    lines.push(format!("  {}  {standing}", style.bold(&row.name)));
    let mut add = |label: &str, text: &str| lines.push(format!("  {}{text}", style.dim(&format!("{label:<10}"))));
    for identifier in &pass.identifiers {
        match identifier {
            Identifier::Qr { .. } => {}
            Identifier::Code { digits } => add("Code", &style.bold(&spaced(digits))),
            Identifier::Link { url } => add("Link", &style.cyan(url)),
            Identifier::Plate { plate } => add("Plate", &style.bold(plate)),
        }
    }
    if pass.identifiers.is_empty() && !row.over {
        let kinds: Vec<_> = row.identifiers.iter().map(|kind| words::identifier(*kind)).collect();
        add("Opens by", &format!("{}, once the server has it", kinds.join(", ")));
    }
    add("Type", &format!("{}, for a {}", words::type_of_pass(row.kind), words::guest(row.guest)));
    for (at, line) in wrapped(validity, 64).iter().enumerate() {
        add(if at == 0 { "When" } else { "" }, line);
    }
    let zone = Zone::named(&row.time_zone).unwrap_or_else(|_| Zone::utc());
    for (at, opening) in pass.openings.iter().take(3).enumerate() {
        add(if at == 0 { "Next" } else { "" }, &words::opening(zone.local(opening.from), zone.local(opening.to)));
    }
    add("Uses", &words::uses(row.uses, row.used));
    let doors: Vec<_> = pass.doors.iter().map(|door| &*door.name).collect();
    add("Doors", &doors.join(", "));
    if !pass.comment.is_empty() {
        add("Comment", &pass.comment.replace('\n', " "));
    }
    if let Some(words) = words::sync_of_pass(&row.sync) {
        add("Sync", &style.yellow(&words));
    }
    add("Id", &row.pass.pass.to_string());
    lines
}

/// `482 915`: digits as they are read aloud.
fn spaced(digits: &str) -> String {
    let middle = digits.len().div_ceil(2);
    digits.get(..middle).zip(digits.get(middle..)).map_or(digits.to_owned(), |(a, b)| format!("{a} {b}"))
}
