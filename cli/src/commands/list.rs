//! `gatepass list`: the passes of the home, valid ones first.

use gatepass_core::app::{PassHalf, PassQuery, PassRow, RowState};
use gatepass_words::terminal::Message;
use serde_json::json;

use crate::context::{Context, sync_json};
use crate::failure::Failure;
use crate::json::PassRowJson;
use crate::words;

const EXAMPLES: &str = "\
Examples:
  gatepass list
  gatepass list --invalid --search cleaner
  gatepass list --all --json | jq '.passes[] | {name, status}'

JSON: {\"passes\": [{id, profile, name, guest, type, status, state, valid, opening, time_zone, uses, uses_left,
identifiers, badges, actions, sync, created_at}], \"more\", \"sync\": {phase, waiting, stuck, last_synced}}";

/// List passes: valid ones, or those that are used up, expired or revoked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Only passes that no longer open anything.
    #[arg(long, conflicts_with = "all")]
    invalid: bool,

    /// Valid and invalid ones.
    #[arg(long)]
    all: bool,

    /// Only passes with these words in name, comment or plate.
    #[arg(long, value_name = "WORDS", default_value = "")]
    search: String,

    /// How many at most.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let profile = context.selected_profile().await?.map(|profile| profile.id);
    let state = context.sync().await?;
    let half = match (args.all, args.invalid) {
        (true, _) => PassHalf::All,
        (false, true) => PassHalf::Invalid,
        (false, false) => PassHalf::Valid,
    };
    let list = context.app.passes(PassQuery { profile, half, search: args.search, limit: args.limit }).await?;
    if context.out.json {
        let passes: Vec<_> = list.rows.iter().map(PassRowJson::from).collect();
        context.out.print_json(&json!({ "passes": passes, "more": list.more, "sync": sync_json(&state) }));
        return Ok(());
    }
    let (valid, invalid): (Vec<_>, Vec<_>) = list.rows.iter().partition(|row| !row.over);
    if half != PassHalf::Invalid {
        section(context, Message::ListValid, &valid, Message::ListNoValid);
    }
    if half == PassHalf::All {
        context.out.line("");
    }
    if half != PassHalf::Valid {
        section(context, Message::ListInvalid, &invalid, Message::ListNoInvalid);
    }
    if list.more {
        context.out.note(context.out.say(Message::ListMore));
    }
    let mut zones: Vec<_> = list.rows.iter().map(|row| row.time_zone.clone()).collect();
    zones.sort_unstable();
    zones.dedup();
    if !zones.is_empty() {
        let clock = context.out.say(Message::ListClock { zones });
        context.out.line(format!("\n{}", context.out.style.dim(&clock)));
    }
    context.print_sync_notes(&state).await
}

fn section(context: &Context, title: Message, rows: &[&PassRow], none: Message) {
    let (style, language) = (context.out.style, context.out.language);
    context.out.line(style.bold(&context.out.say(title)));
    if rows.is_empty() {
        context.out.line(format!("  {}", style.dim(&context.out.say(none))));
    }
    let now = context.now();
    let widest = |of: &dyn Fn(&PassRow) -> usize| rows.iter().map(|row| of(row)).max().unwrap_or(0);
    let name_width = widest(&|row| row.name.chars().count()).clamp(12, 26);
    let state_width = widest(&|row| words::state_phrase(row, now, language).chars().count());
    for row in rows {
        context.out.line(line(context, row, (name_width, state_width)));
    }
}

fn line(context: &Context, row: &PassRow, (width, state_width): (usize, usize)) -> String {
    let (style, language) = (context.out.style, context.out.language);
    let name: String = if row.name.chars().count() > width {
        row.name.chars().take(width - 1).chain(['…']).collect()
    } else {
        row.name.clone()
    };
    let state_text = format!("{:<state_width$}", words::state_phrase(row, context.now(), language));
    let state_text = match row.state {
        RowState::Open { .. } => style.green(&state_text),
        RowState::Opens { .. } | RowState::OpensAgain { .. } => state_text,
        RowState::UsedUp | RowState::Expired | RowState::Revoked { .. } => style.dim(&state_text),
    };
    let badges: Vec<_> = row.badges.iter().map(|badge| words::badge(*badge).say(language)).collect();
    let badges = if badges.is_empty() { String::new() } else { format!("  {}", style.yellow(&badges.join(" · "))) };
    format!(
        "  {}  {name:<width$}  {state_text}  {}{badges}",
        style.dim(&words::short_id(row.pass.pass)),
        words::uses(row.uses, row.used, language),
    )
}
