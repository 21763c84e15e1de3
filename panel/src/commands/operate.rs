//! `gatepass-panel jobs`, `keys` and `audit`: what is still to be done, which keys there are, who administered what.

use clap::{Args, Subcommand};
use gatepass_core::api::{AuditBody, JobBody, Page, SealBody};
use uuid::Uuid;

use super::{ApiClient, Failure, Printer};

/// `gatepass-panel jobs`.
#[derive(Subcommand)]
pub(super) enum JobsCommand {
    /// List the jobs that are not done: those that wait, and those that were given up
    List,
    /// Have a job tried again at once, one that was given up, too
    Retry {
        /// Its id
        id: Uuid,
    },
    /// Drop a job: it is never done
    Drop {
        /// Its id
        id: Uuid,
    },
}

pub(super) async fn jobs(command: JobsCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        JobsCommand::List => {
            let jobs: Vec<JobBody> = api.all("/v1/manage/jobs").await?;
            let row = |job: &JobBody| {
                let state = if job.given_up { "given up" } else { "waits" };
                [
                    job.kind.clone(),
                    state.to_owned(),
                    job.attempts.to_string(),
                    job.not_before.format("%Y-%m-%d %H:%M:%S").to_string(),
                    job.last_error.clone().unwrap_or_default(),
                    job.id.to_string(),
                ]
            };
            let heads = ["JOB", "STATE", "TRIES", "NOT BEFORE (UTC)", "LAST ERROR", "ID"];
            printer.list(&jobs, heads, row, "Nothing is left to be done.");
        }
        JobsCommand::Retry { id } => {
            let job: JobBody = api.post(&format!("/v1/manage/jobs/{id}/retry"), &()).await?;
            printer.say(&job, || "The job is tried again; a service that runs does it now.".to_owned());
        }
        JobsCommand::Drop { id } => {
            api.delete(&format!("/v1/manage/jobs/{id}")).await?;
            printer.say(&id, || "Job dropped.".to_owned());
        }
    }
    Ok(())
}

/// `gatepass-panel keys`.
#[derive(Subcommand)]
pub(super) enum KeysCommand {
    /// List the keys of sealed boxes: ids and ages, never a key
    List,
    /// Make a new key current; jobs seal again what the old ones closed
    Rotate,
}

pub(super) async fn keys(command: KeysCommand, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    let row = |seal: &SealBody| {
        let made = seal.made_at.map_or("with the folder".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string());
        [seal.id.to_string(), made, if seal.current { "current" } else { "opens only" }.to_owned()]
    };
    let heads = ["KEY", "MADE (UTC)", "USE"];
    match command {
        KeysCommand::List => {
            let seals: Vec<SealBody> = api.all("/v1/manage/keys").await?;
            printer.list(&seals, heads, row, "There is no key.");
        }
        KeysCommand::Rotate => {
            let seals: Page<SealBody> = api.post("/v1/manage/keys/rotate", &()).await?;
            printer.list(&seals.items, heads, row, "There is no key.");
            if !printer.json {
                println!(
                    "\nkeys.toml was written anew: back it up again, apart from the data. The service does not \
                     start with the old copy any more. The pepper of codes and plates stays."
                );
            }
        }
    }
    Ok(())
}

/// `gatepass-panel audit`.
#[derive(Args)]
pub(super) struct AuditArguments {
    /// The site, if there are several
    #[arg(long)]
    site: Option<String>,
}

pub(super) async fn audit(asked: AuditArguments, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    let site = api.site(asked.site.as_deref()).await?.id;
    let page: Page<AuditBody> = api.get(&format!("/v1/manage/sites/{site}/audit")).await?;
    let text = |value: &Option<serde_json::Value>| value.as_ref().map(ToString::to_string).unwrap_or_default();
    let row = |entry: &AuditBody| {
        let who = entry.actor_id.map_or(entry.actor.clone(), |id| format!("{} {id}", entry.actor));
        let change = match (&entry.before, &entry.after) {
            (Some(_), Some(_)) => format!("{} -> {}", text(&entry.before), text(&entry.after)),
            (Some(_), None) => text(&entry.before),
            _ => text(&entry.after),
        };
        [entry.at.format("%Y-%m-%d %H:%M:%S").to_string(), who, entry.act.clone(), change]
    };
    printer.list(&page.items, ["WHEN (UTC)", "WHO", "ACT", "WHAT"], row, "Nothing was administered yet.");
    Ok(())
}
