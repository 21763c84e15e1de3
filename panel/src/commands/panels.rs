//! `gatepass-panel panel`: the devices at the doors, and what to enter in them.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Subcommand, ValueEnum};
use gatepass_core::api::{
    MakeName, PanelBody, PanelChange, PanelCreated, PanelLock, PanelRequest, QrAlphabet, UnknownPolicy,
};
use gatepass_core::id::SiteId;

use super::ask::one;
use super::{ApiClient, Failure, Printer};
use crate::adapters::MAKES;

/// The makes this service knows, as words of the command line.
fn makes() -> PossibleValuesParser {
    PossibleValuesParser::new(MAKES.iter().map(|make| PossibleValue::new(make.name).help(make.label)))
}

/// What QR codes it reads.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum AlphabetArgument {
    /// Any text
    Text,
    /// UUIDs only (what BAS-IP panels expect)
    Uuid,
    /// Digits only
    Digits,
}

impl From<AlphabetArgument> for QrAlphabet {
    fn from(alphabet: AlphabetArgument) -> Self {
        match alphabet {
            AlphabetArgument::Text => Self::Text,
            AlphabetArgument::Uuid => Self::Uuid,
            AlphabetArgument::Digits => Self::Digits,
        }
    }
}

/// What it hears of identifiers no pass has.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum UnknownArgument {
    /// Refused
    Deny,
    /// Left to the panel's own list
    NotHandled,
}

impl From<UnknownArgument> for UnknownPolicy {
    fn from(unknown: UnknownArgument) -> Self {
        match unknown {
            UnknownArgument::Deny => Self::Deny,
            UnknownArgument::NotHandled => Self::NotHandled,
        }
    }
}

const ADD_EXAMPLES: &str = "\
Examples:
  gatepass-panel panel add \"Street panel\" --door \"Street door\" --adapter basip
  gatepass-panel panel add \"Gate\" --door 1=\"Street door\" --door 2=Garage
The token in the printed address is the panel's secret; it is shown once.";

/// `gatepass-panel panel`.
#[derive(Subcommand)]
pub(super) enum PanelCommand {
    /// Add a panel, and print what to enter in it
    #[command(after_help = ADD_EXAMPLES)]
    Add {
        /// What you call it
        name: String,
        /// A door it opens, as DOOR or LOCK=DOOR; repeat it for more. Without a lock number: 1, 2, …
        #[arg(long = "door", value_name = "[LOCK=]DOOR", required = true)]
        doors: Vec<String>,
        /// Its make: how it speaks
        #[arg(long, value_parser = makes(), default_value = "native")]
        adapter: String,
        /// The QR codes it can read; without it: as usual for its make
        #[arg(long, value_enum)]
        qr: Option<AlphabetArgument>,
        /// What it is told about identifiers no pass has; without it: as usual for its make
        #[arg(long, value_enum)]
        unknown: Option<UnknownArgument>,
        /// How long a lock stays open, in milliseconds, at least 3000
        #[arg(long)]
        open_ms: Option<u32>,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// List the panels, and when each was last heard of
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Change a panel
    Edit {
        /// Its name or id
        panel: String,
        /// The new name
        #[arg(long)]
        name: Option<String>,
        /// The doors it opens from now on, as DOOR or LOCK=DOOR
        #[arg(long = "door", value_name = "[LOCK=]DOOR")]
        doors: Vec<String>,
        /// What it is told about identifiers no pass has
        #[arg(long, value_enum)]
        unknown: Option<UnknownArgument>,
        /// How long a lock stays open, in milliseconds, at least 3000
        #[arg(long)]
        open_ms: Option<u32>,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Give a panel a new token; the old one stops at once
    Token {
        /// Its name or id
        panel: String,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Remove a panel; its token stops at once
    Remove {
        /// Its name or id
        panel: String,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
}

pub(super) async fn panel(command: PanelCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        PanelCommand::Add { name, doors, adapter, qr, unknown, open_ms, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let adapter = MakeName(adapter.into());
            let qr_alphabet = qr.map(QrAlphabet::from);
            let locks = locks(api, site, &doors).await?;
            let unknown = unknown.map(UnknownPolicy::from);
            let request = PanelRequest { name, locks, adapter, qr_alphabet, unknown, open_ms };
            let made: PanelCreated = api.post(&format!("/v1/manage/sites/{site}/panels"), &request).await?;
            printer.say(&made, || {
                format!("Panel {} added ({}).\n\n{}", made.panel.name, made.panel.id, what_to_enter(&made))
            });
        }
        PanelCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let panels = panels(api, site).await?;
            let row = |panel: &PanelBody| {
                let seen = panel.last_seen.map_or("not since the start".to_owned(), |at| at.to_rfc3339());
                let listening = if panel.listening { "yes" } else { "no" };
                [panel.name.clone(), panel.adapter.to_string(), seen, listening.to_owned(), panel.id.to_string()]
            };
            let nothing = "No panel yet. Add one: gatepass-panel panel add \"Street panel\" --door \"Street door\"";
            printer.list(&panels, ["PANEL", "MAKE", "LAST SEEN", "LISTENING", "ID"], row, nothing);
        }
        PanelCommand::Edit { panel, name, doors, unknown, open_ms, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let id = find(api, site, &panel).await?.id;
            let locks = if doors.is_empty() { None } else { Some(locks(api, site, &doors).await?) };
            let change = PanelChange { name, locks, unknown: unknown.map(UnknownPolicy::from), open_ms };
            let panel: PanelBody = api.patch(&format!("/v1/manage/panels/{id}"), &change).await?;
            printer.say(&panel, || format!("Panel {} changed.", panel.name));
        }
        PanelCommand::Token { panel, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let id = find(api, site, &panel).await?.id;
            let made: PanelCreated = api.post(&format!("/v1/manage/panels/{id}/token"), &()).await?;
            printer.say(&made, || {
                format!(
                    "Panel {} has a new token; the old one no longer works.\n\n{}",
                    made.panel.name,
                    what_to_enter(&made)
                )
            });
        }
        PanelCommand::Remove { panel, site } => {
            let site = api.site(site.as_deref()).await?.id;
            let panel = find(api, site, &panel).await?;
            api.delete(&format!("/v1/manage/panels/{}", panel.id)).await?;
            printer.say(&panel, || format!("Panel {} removed.", panel.name));
        }
    }
    Ok(())
}

async fn panels(api: &ApiClient, site: SiteId) -> Result<Vec<PanelBody>, Failure> {
    api.all(&format!("/v1/manage/sites/{site}/panels")).await
}

async fn find(api: &ApiClient, site: SiteId, named: &str) -> Result<PanelBody, Failure> {
    let panels = panels(api, site).await?;
    let known = || panels.iter().map(|panel| &*panel.name).collect::<Vec<_>>().join(", ");
    one(&panels, named, |panel| (panel.id.to_string(), &panel.name))
        .ok_or_else(|| Failure::Unclear(format!("there is no panel {named:?}; there is: {}", known())))
}

/// `2=Garage` is lock 2; a door without a number gets its position in the list.
async fn locks(api: &ApiClient, site: SiteId, named: &[String]) -> Result<Vec<PanelLock>, Failure> {
    let mut locks = Vec::new();
    for (text, position) in named.iter().zip(1..) {
        let numbered = text.split_once('=').and_then(|(lock, door)| Some((lock.trim().parse().ok()?, door.trim())));
        let (lock, door) = numbered.unwrap_or((position, text));
        locks.push(PanelLock { lock, door: api.door(site, door).await?.id });
    }
    Ok(locks)
}

/// What a technician does with the address.
fn what_to_enter(made: &PanelCreated) -> String {
    let url = &made.validate_url;
    if ["http://127.", "http://localhost", "http://[::1]"].iter().any(|own| url.starts_with(own)) {
        return format!(
            "{}\n\nNo panel elsewhere reaches this address: it is this machine's own. Set public_url in the \
             configuration, then: gatepass-panel panel token \"{}\"",
            made.instructions, made.panel.name
        );
    }
    made.instructions.clone()
}
