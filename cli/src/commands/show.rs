//! `gatepass show`: one pass with all details and its QR code.

use gatepass_core::app::{PassDetails, PassRef, SyncState};
use gatepass_core::identifier::code_in_groups;
use gatepass_core::pass::Identifier;
use gatepass_core::qr;
use gatepass_core::time::Zone;
use gatepass_core::wizard::Phrase;
use gatepass_words::terminal::Message;
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json::PassDetailsJson;
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

/// Prints the details of a pass, as text or JSON.
pub(crate) async fn print(context: &Context, pass: PassRef, state: &SyncState, qr: bool) -> Result<(), Failure> {
    let details = context.app.pass(pass).await?;
    if context.out.json {
        context.out.print_json(&json!({ "pass": PassDetailsJson::from(&details), "sync": sync_json(state) }));
        return Ok(());
    }
    if qr && let Some(text) = details.identifiers.iter().find_map(qr_text) {
        draw_qr(context.out, text)?;
    }
    let validity = context.validity(&details).await?;
    let (out, row) = (context.out, &details.row);
    let state_text = words::state_phrase(row, context.now(), out.language);
    let state_text = if row.over { out.style.red(&state_text) } else { out.style.green(&state_text) };
    out.line(format!("  {}  {state_text}", out.style.bold(&row.name)));
    out.table(&table(out, &details, &validity));
    context.print_sync_notes(state).await
}

/// Prints the QR code of a text in half blocks.
pub(crate) fn draw_qr(out: Output, text: &str) -> Result<(), Failure> {
    let colours = if out.style.colours { qr::Colours::On } else { qr::Colours::Off };
    let drawing = qr::terminal(text, colours)
        .map_err(|error| Failure::broken(Message::FailureQr { reason: error.to_string() }))?;
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

fn table(out: Output, pass: &PassDetails, validity: &str) -> Vec<(String, String)> {
    let (style, language) = (out.style, out.language);
    let row = &pass.row;
    let mut rows = Vec::new();
    let mut add = |label: String, text: String| rows.push((label, text));
    for identifier in &pass.identifiers {
        let text = match identifier {
            Identifier::Qr { .. } => continue,
            Identifier::Code { digits } => style.bold(&code_in_groups(digits)),
            Identifier::Link { url } => style.cyan(url),
            Identifier::Plate { plate } => style.bold(plate),
        };
        add(words::identifier(identifier.kind(), language), text);
    }
    if pass.identifiers.is_empty() && !row.over {
        let ways = row.identifiers.iter().map(|kind| words::identifier(*kind, language)).collect();
        add(out.say(Message::LabelOpensBy), out.say(Message::OpensByLater { ways }));
    }
    add(Phrase::LabelType.say(language), words::type_of_pass(row.kind).say(language));
    add(Phrase::LabelGuest.say(language), words::guest(row.guest).say(language));
    let mut label = Phrase::LabelTimes.say(language);
    for line in wrapped(validity, 64) {
        add(std::mem::take(&mut label), line);
    }
    let zone = Zone::named(&row.time_zone).unwrap_or_else(|_| Zone::utc());
    let mut label = out.say(Message::LabelNext);
    for opening in pass.openings.iter().take(3) {
        let text = words::opening(zone.local(opening.from), zone.local(opening.to), language);
        add(std::mem::take(&mut label), text);
    }
    add(out.say(Message::LabelUses), words::uses(row.uses, row.used, language));
    let doors: Vec<_> = pass.doors.iter().map(|door| door.name.clone()).collect();
    add(Phrase::LabelDoors.say(language), gatepass_words::list(&doors, language));
    if !pass.comment.is_empty() {
        add(Phrase::LabelComment.say(language), pass.comment.replace('\n', " "));
    }
    if let Some(message) = words::sync_of_pass(&row.sync, language) {
        add(out.say(Message::LabelSync), style.yellow(&out.say(message)));
    }
    add(out.say(Message::LabelId), row.pass.pass.to_string());
    rows
}
