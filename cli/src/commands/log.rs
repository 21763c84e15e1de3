//! `gatepass log`: who came, when, where, and who was refused and why.

use gatepass_core::app::{EntryEvent, EntryQuery, EntryRow};
use gatepass_core::time::{NaiveDate, Zone};
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json::EntryLine;
use crate::terminal::Style;
use crate::words;

const EXAMPLES: &str = "\
Examples:
  gatepass log
  gatepass log --pass \"Dog walker\" --limit 20
  gatepass log --json | jq '.entries[] | select(.arrival)'

JSON: {\"entries\": [{id, at, time_zone, door, door_name, kind, decision, reason, arrival, pass, pass_name, photo}],
\"more\", \"sync\"}, newest first.";

/// Show who came: arrivals, doors opened, and refusals with their reason.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Only of this pass: its name, its id, or the end of its id.
    #[arg(long, value_name = "PASS")]
    pass: Option<String>,

    /// How many at most.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let narrowed = context.narrowed().await?.map(|profile| profile.id);
    let state = context.sync().await?;
    let pass = match &args.pass {
        Some(text) => Some(context.pass(text).await?),
        None => None,
    };
    let profile = pass.map(|pass| pass.profile).or(narrowed);
    let query = EntryQuery { profile, pass: pass.map(|pass| pass.pass), limit: args.limit, ..EntryQuery::default() };
    let list = context.app.entries(query).await?;
    if context.out.json {
        let entries: Vec<_> = list.rows.iter().map(EntryLine::from).collect();
        context.out.print_json(&json!({ "entries": entries, "more": list.more, "sync": sync_json(&state) }));
        return Ok(());
    }
    if list.rows.is_empty() {
        context.out.line("Nobody has come yet.");
    }
    for line in lines(context.out.style, &list.rows) {
        context.out.line(line);
    }
    if list.more {
        context.out.note("There is more; add --limit N.");
    }
    context.tell(&state).await
}

/// The log, a heading a day.
pub(crate) fn lines(style: Style, rows: &[EntryRow]) -> Vec<String> {
    let widest =
        |of: fn(&EntryRow) -> &str, most| rows.iter().map(|row| of(row).chars().count()).max().unwrap_or(0).min(most);
    let widths = [widest(name, 20), widest(|row| &row.entry.door_name, 16), widest(how, 7)];
    let mut lines = Vec::new();
    let mut shown: Option<NaiveDate> = None;
    for row in rows {
        if shown != Some(row.day.date) {
            lines.push(style.bold(&row.day.date.format("%A %-d %B %Y").to_string()));
            shown = Some(row.day.date);
        }
        let zone = Zone::named(&row.time_zone).unwrap_or_else(|_| Zone::utc());
        lines.push(
            format!("  {}  {}", zone.local(row.entry.at).time(), entry(style, row, widths)).trim_end().to_owned(),
        );
    }
    lines
}

fn name(row: &EntryRow) -> &str {
    row.entry.pass_name.as_deref().unwrap_or("–")
}

fn how(row: &EntryRow) -> &str {
    row.entry.kind.map_or("manager", words::identifier_in_short)
}

fn entry(style: Style, row: &EntryRow, [of_name, of_door, of_how]: [usize; 3]) -> String {
    let entry = &row.entry;
    let (mark, what, why) = match row.event {
        EntryEvent::Arrived => (style.green("✓"), style.bold("arrived"), ""),
        EntryEvent::Opened | EntryEvent::OpenedByManager => (style.green("✓"), "opened ".to_owned(), ""),
        EntryEvent::Refused => (style.red("✗"), "refused".to_owned(), words::reason(entry.reason)),
        EntryEvent::NotHandled => (style.dim("·"), "ignored".to_owned(), words::reason(entry.reason)),
    };
    let (name, door) = (cut(name(row), of_name), cut(&entry.door_name, of_door));
    format!("{mark} {what}  {name:<of_name$}  {door:<of_door$}  {:<of_how$}  {}", how(row), style.yellow(why))
}

/// The text, with an ellipsis where it is too long.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}
