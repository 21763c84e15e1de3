//! `gatepass-panel jobs` and `audit`: what is still to be done, and who administered what.

use clap::{Args, Subcommand};
use gatepass_core::api::{AuditBody, JobBody, Page};
use uuid::Uuid;

use super::{Api, Failure, Printer};

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

pub(super) async fn jobs(command: JobsCommand, api: &Api, printer: Printer) -> Result<(), Failure> {
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

/// `gatepass-panel audit`.
#[derive(Args)]
pub(super) struct Audit {
    /// The site, if there are several
    #[arg(long)]
    site: Option<String>,
}

pub(super) async fn audit(asked: Audit, api: &Api, printer: Printer) -> Result<(), Failure> {
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
