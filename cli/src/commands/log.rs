//! `gatepass log`: arrivals, opened doors and refusals, with time, door and reason.

use gatepass_core::app::{EntryEvent, EntryQuery, EntryRow};
use gatepass_core::time::{NaiveDate, Zone};
use gatepass_words::terminal::Message;
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json::EntryRowJson;
use crate::output::Output;
use crate::terminal::Style;
use crate::words;

const EXAMPLES: &str = "\
Examples:
  gatepass log
  gatepass log --pass \"Dog walker\" --limit 20
  gatepass log --json | jq '.entries[] | select(.arrival)'

JSON: {\"entries\": [{id, at, time_zone, door, door_name, kind, decision, reason, arrival, again, pass, pass_name, photo}],
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
    let selected_profile = context.selected_profile().await?.map(|profile| profile.id);
    let state = context.sync().await?;
    let pass = match &args.pass {
        Some(text) => Some(context.pass(text).await?),
        None => None,
    };
    let profile = pass.map(|pass| pass.profile).or(selected_profile);
    let query = EntryQuery { profile, pass: pass.map(|pass| pass.pass), limit: args.limit, ..EntryQuery::default() };
    let list = context.app.entries(query).await?;
    if context.out.json {
        let entries: Vec<_> = list.rows.iter().map(EntryRowJson::from).collect();
        context.out.print_json(&json!({ "entries": entries, "more": list.more, "sync": sync_json(&state) }));
        return Ok(());
    }
    if list.rows.is_empty() {
        context.out.line(context.out.say(Message::LogEmpty));
    }
    for line in lines(context.out, &list.rows) {
        context.out.line(line);
    }
    if list.more {
        context.out.note(context.out.say(Message::LogMore));
    }
    context.print_sync_notes(&state).await
}

/// The lines of the log, with a heading for each day.
pub(crate) fn lines(out: Output, rows: &[EntryRow]) -> Vec<String> {
    let entries: Vec<_> = rows.iter().map(|row| LogLine::of(out, row)).collect();
    let widest = |of: fn(&LogLine) -> &str, most| {
        entries.iter().map(|entry| of(entry).chars().count()).max().unwrap_or(0).min(most)
    };
    let widths = ColumnWidths {
        time: widest(|line| &line.time, 8),
        what: widest(|line| &line.what, 24),
        name: widest(|line| &line.name, 20),
        door: widest(|line| &line.door, 16),
        how: widest(|line| &line.how, 16),
    };
    let mut lines = Vec::new();
    let mut shown: Option<NaiveDate> = None;
    for (row, entry) in rows.iter().zip(&entries) {
        if shown != Some(row.day.date) {
            lines.push(out.style.bold(&out.say(Message::LogDay { day: row.day.date })));
            shown = Some(row.day.date);
        }
        lines.push(entry.drawn(out.style, &widths).trim_end().to_owned());
    }
    lines
}

/// The texts of one entry, by column.
struct LogLine {
    event: EntryEvent,
    time: String,
    what: String,
    name: String,
    door: String,
    how: String,
    why: String,
}

/// The width of each column.
struct ColumnWidths {
    time: usize,
    what: usize,
    name: usize,
    door: usize,
    how: usize,
}

impl LogLine {
    fn of(out: Output, row: &EntryRow) -> Self {
        let entry = &row.entry;
        let zone = Zone::named(&row.time_zone).unwrap_or_else(|_| Zone::utc());
        let what = match row.event {
            EntryEvent::Arrived => Message::LogArrived,
            EntryEvent::Opened | EntryEvent::OpenedByManager => Message::LogOpened,
            EntryEvent::OpenedAgain => Message::LogOpenedAgain,
            EntryEvent::Refused => Message::LogRefused,
            EntryEvent::NotHandled => Message::LogIgnored,
        };
        let why = match row.event {
            EntryEvent::Arrived | EntryEvent::Opened | EntryEvent::OpenedAgain | EntryEvent::OpenedByManager => {
                String::new()
            }
            EntryEvent::Refused | EntryEvent::NotHandled => out.say(words::reason(entry.reason)),
        };
        Self {
            event: row.event,
            time: gatepass_words::time(zone.local(entry.at).time().into(), out.language),
            what: out.say(what),
            name: entry.pass_name.clone().unwrap_or_else(|| "–".to_owned()),
            door: entry.door_name.clone(),
            how: out.say(entry.kind.map_or(Message::HowManager, words::identifier_column)),
            why,
        }
    }

    fn drawn(&self, style: Style, widths: &ColumnWidths) -> String {
        let what = format!("{:<width$}", self.what, width = widths.what);
        let (mark, what) = match self.event {
            EntryEvent::Arrived => (style.green("✓"), style.bold(&what)),
            EntryEvent::Opened | EntryEvent::OpenedAgain | EntryEvent::OpenedByManager => (style.green("✓"), what),
            EntryEvent::Refused => (style.red("✗"), what),
            EntryEvent::NotHandled => (style.dim("·"), what),
        };
        let time = format!("{:>width$}", self.time, width = widths.time);
        let name = format!("{:<width$}", cut(&self.name, widths.name), width = widths.name);
        let door = format!("{:<width$}", cut(&self.door, widths.door), width = widths.door);
        let how = format!("{:<width$}", self.how, width = widths.how);
        format!("  {time}  {mark} {what}  {name}  {door}  {how}  {}", style.yellow(&self.why))
    }
}

/// The text, cut with an ellipsis if it is too long.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}
