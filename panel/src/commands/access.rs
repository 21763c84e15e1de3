//! `gatepass-panel pass` and `entries`: what residents gave, and what happened at the doors.

use clap::{Args, Subcommand};
use gatepass_core::api::{EntryBody, Page, PassBody};
use uuid::Uuid;

use super::{ApiClient, Failure, Printer};

/// `gatepass-panel pass`.
#[derive(Subcommand)]
pub(super) enum PassCommand {
    /// List the passes of a site
    List {
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
    /// Revoke a pass; it opens nothing from now on
    Revoke {
        /// Its id
        id: Uuid,
        /// The site, if there are several
        #[arg(long)]
        site: Option<String>,
    },
}

pub(super) async fn pass(command: PassCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        PassCommand::List { site } => {
            let site = api.site(site.as_deref()).await?.id;
            let passes: Vec<PassBody> = api.all(&format!("/v1/manage/sites/{site}/passes")).await?;
            let row = |pass: &PassBody| {
                let limit = pass.uses.limits.limit.map_or("∞".to_owned(), |limit| limit.to_string());
                let status = serde_json::to_value(pass.status).ok().and_then(|value| Some(value.as_str()?.to_owned()));
                let uses = format!("{}/{limit}", pass.uses.usage.used);
                [pass.name.clone(), status.unwrap_or_default(), uses, pass.id.to_string()]
            };
            printer.list(&passes, ["PASS", "STATUS", "USED", "ID"], row, "No pass yet.");
        }
        PassCommand::Revoke { id, site } => {
            let site = api.site(site.as_deref()).await?.id;
            api.delete(&format!("/v1/manage/sites/{site}/passes/{id}")).await?;
            printer.say(&id, || "Pass revoked.".to_owned());
        }
    }
    Ok(())
}

/// `gatepass-panel entries`.
#[derive(Args)]
pub(super) struct EntriesArguments {
    /// The site, if there are several
    #[arg(long)]
    site: Option<String>,
    /// How many, 1 to 200
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=200))]
    limit: u16,
}

pub(super) async fn entries(asked: EntriesArguments, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    let site = api.site(asked.site.as_deref()).await?.id;
    let page: Page<EntryBody> = api.get(&format!("/v1/manage/sites/{site}/entries?limit={}", asked.limit)).await?;
    let row = |entry: &EntryBody| {
        let decision = serde_json::to_value(entry.decision).ok().and_then(|value| Some(value.as_str()?.to_owned()));
        [
            entry.at.format("%Y-%m-%d %H:%M:%S").to_string(),
            entry.door_name.clone(),
            entry.kind.map_or("manager", |kind| kind.code()).to_owned(),
            decision.unwrap_or_default() + if entry.again { " again" } else { "" },
            entry.reason.code().to_owned(),
            entry.pass_name.clone().unwrap_or_default(),
        ]
    };
    printer.list(
        &page.items,
        ["WHEN (UTC)", "DOOR", "HOW", "DECISION", "REASON", "PASS"],
        row,
        "Nothing happened yet.",
    );
    Ok(())
}
