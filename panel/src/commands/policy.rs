//! `gatepass-panel policy`: what residents of a site may do.

use clap::{Args, Subcommand, ValueEnum};
use gatepass_core::pass::{IdentifierKind, PassType, Policy};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{ApiClient, Failure, Printer};

/// `gatepass-panel policy`.
#[derive(Subcommand)]
pub(super) enum PolicyCommand {
    /// Show what residents may do
    Show {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Change it; what is not named stays
    #[command(
        after_help = "Examples:\n  gatepass-panel policy set --passes on\n  gatepass-panel policy set --types one-time,full-day --grace-seconds 0 --live-per-unit 10"
    )]
    Set(Box<PolicyChanges>),
}

/// On or off.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Switch {
    /// Yes
    On,
    /// No
    Off,
}

/// The types of passes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum PassTypeArgument {
    /// One interval
    Custom,
    /// Weekdays and a daily window
    Recurring,
    /// Monday to Friday, 09:00 to 17:00
    BusinessHours,
    /// One date, all day
    FullDay,
    /// One date, one use
    OneTime,
}

/// How guests may show a pass.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum IdentifierArgument {
    /// A QR code
    Qr,
    /// An access code
    Code,
    /// A link
    Link,
    /// A licence plate
    Plate,
}

/// `gatepass-panel policy set`.
#[derive(Args)]
pub(super) struct PolicyChanges {
    /// The site, if there are several
    #[arg(long)]
    site: Option<String>,
    /// Whether residents may give passes at all
    #[arg(long, value_enum)]
    passes: Option<Switch>,
    /// The types residents may choose, with commas
    #[arg(long, value_enum, value_delimiter = ',')]
    types: Option<Vec<PassTypeArgument>>,
    /// How guests may show a pass, with commas
    #[arg(long, value_enum, value_delimiter = ',')]
    identifiers: Option<Vec<IdentifierArgument>>,
    /// The longest pass, in days
    #[arg(long)]
    longest_days: Option<u16>,
    /// How far ahead a pass may begin, in days
    #[arg(long)]
    ahead_days: Option<u16>,
    /// How many valid passes a unit may have at once, or `none` for no limit
    #[arg(long)]
    live_per_unit: Option<String>,
    /// How long a visit goes on without spending another use, in seconds; 0 is strict
    #[arg(long)]
    grace_seconds: Option<u32>,
    /// How long a door that a visit has opened opens again in it, in seconds, at most 300
    #[arg(long)]
    reopen_seconds: Option<u32>,
    /// How early a guest may come, in minutes
    #[arg(long)]
    early_minutes: Option<u16>,
    /// Whether residents may change a pass once it is made
    #[arg(long, value_enum)]
    editable: Option<Switch>,
    /// How long entries are kept, in days, at most 730
    #[arg(long)]
    log_days: Option<u16>,
    /// How long photos are kept, in days, at most 730
    #[arg(long)]
    photo_days: Option<u16>,
}

impl PolicyChanges {
    fn patch(&self) -> Result<Value, Failure> {
        fn put<T: Serialize>(patch: &mut Map<String, Value>, key: &str, value: Option<T>) {
            if let Some(value) = value {
                patch.insert(key.to_owned(), json!(value));
            }
        }
        let mut patch = Map::new();
        let on = |switch: Switch| matches!(switch, Switch::On);
        put(&mut patch, "passes_enabled", self.passes.map(on));
        put(&mut patch, "editable", self.editable.map(on));
        let types = self.types.as_ref().map(|types| types.iter().map(|kind| kind.meant()).collect::<Vec<_>>());
        put(&mut patch, "types", types);
        let kinds = self.identifiers.as_ref().map(|kinds| kinds.iter().map(|kind| kind.meant()).collect::<Vec<_>>());
        put(&mut patch, "identifiers", kinds);
        put(&mut patch, "longest_days", self.longest_days);
        put(&mut patch, "ahead_days", self.ahead_days);
        put(&mut patch, "grace_seconds", self.grace_seconds);
        put(&mut patch, "reopen_seconds", self.reopen_seconds);
        put(&mut patch, "early_arrival_minutes", self.early_minutes);
        put(&mut patch, "log_retention_days", self.log_days);
        put(&mut patch, "photo_retention_days", self.photo_days);
        if let Some(text) = &self.live_per_unit {
            let limit = if text == "none" {
                None
            } else {
                let number: u32 = text
                    .parse()
                    .map_err(|_| Failure::Unclear(format!("--live-per-unit {text}: expected a number, or none")))?;
                Some(number)
            };
            patch.insert("live_per_unit".to_owned(), json!(limit));
        }
        if patch.is_empty() {
            return Err(Failure::Unclear("say what to change: gatepass-panel policy set --passes on".to_owned()));
        }
        Ok(Value::Object(patch))
    }
}

impl PassTypeArgument {
    fn meant(self) -> PassType {
        match self {
            Self::Custom => PassType::Custom,
            Self::Recurring => PassType::Recurring,
            Self::BusinessHours => PassType::BusinessHours,
            Self::FullDay => PassType::FullDay,
            Self::OneTime => PassType::OneTime,
        }
    }
}

impl IdentifierArgument {
    fn meant(self) -> IdentifierKind {
        match self {
            Self::Qr => IdentifierKind::Qr,
            Self::Code => IdentifierKind::Code,
            Self::Link => IdentifierKind::Link,
            Self::Plate => IdentifierKind::Plate,
        }
    }
}

pub(super) async fn policy(command: PolicyCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    let policy: Policy = match &command {
        PolicyCommand::Show { site } => {
            let site = api.site(site.as_deref()).await?.id;
            api.get(&format!("/v1/manage/sites/{site}/policy")).await?
        }
        PolicyCommand::Set(changes) => {
            let patch = changes.patch()?;
            let site = api.site(changes.site.as_deref()).await?.id;
            api.patch(&format!("/v1/manage/sites/{site}/policy"), &patch).await?
        }
    };
    printer.say(&policy, || text(&policy));
    Ok(())
}

fn text(policy: &Policy) -> String {
    let list = |codes: Vec<&str>| if codes.is_empty() { "none".to_owned() } else { codes.join(", ") };
    let on = |on: bool| if on { "on" } else { "off" }.to_owned();
    let lines = [
        ("passes", on(policy.passes_enabled)),
        ("types", list(policy.types.iter().map(|kind| kind.code()).collect())),
        ("identifiers", list(policy.identifiers.iter().map(|kind| kind.code()).collect())),
        ("longest pass", format!("{} days", policy.longest_days)),
        ("begins at most", format!("{} days ahead", policy.ahead_days)),
        ("valid passes a unit", policy.live_per_unit.map_or("no limit".to_owned(), |limit| limit.to_string())),
        ("grace of a visit", format!("{} seconds", policy.grace_seconds)),
        ("same door again", format!("{} seconds", policy.reopen_seconds)),
        ("early arrival", format!("{} minutes", policy.early_arrival_minutes)),
        ("editing", on(policy.editable)),
        ("log kept", format!("{} days", policy.log_retention_days)),
        ("photos kept", format!("{} days", policy.photo_retention_days)),
    ];
    lines.map(|(name, value)| format!("{name:<20}{value}")).join("\n")
}
