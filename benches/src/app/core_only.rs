//! The floor: the core called from Rust, without a binding.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use gatepass_core::app::{App, AppConfig, PassHalf, PassQuery};
use gatepass_core::vault::MemoryVault;
use gatepass_core::wizard::{FieldId, FieldValue, WizardEvent};

use crate::Result;
use crate::figures::stopwatch;

#[derive(Args)]
pub(crate) struct Options {
    folder: PathBuf,
    steps: usize,
}

/// Does the same as First.kt and main.swift, and prints the same lines.
pub(crate) fn run(options: &Options) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let handle = runtime.handle().clone();
    runtime.block_on(async move {
        let begun = stopwatch();
        let config = AppConfig::new(&options.folder, Arc::new(MemoryVault::new()));
        let app = App::open(AppConfig { runtime: Some(handle), ..config }).await?;
        let query = PassQuery { half: PassHalf::All, limit: 1000, ..PassQuery::default() };
        let list = app.passes(query).await?;
        println!("FIRST {} {}", begun.elapsed().as_micros(), list.rows.len());

        let set = |field, value| WizardEvent::Set { field, value };
        let draft = app.start_wizard(None).await?.draft;
        app.send_wizard(draft, set(FieldId::TypeOfPass, FieldValue::Choice { id: "full_day".to_owned() })).await?;
        app.send_wizard(draft, WizardEvent::Next).await?;
        for step in 0..options.steps {
            let before = stopwatch();
            let event = set(FieldId::Name, FieldValue::Text { text: format!("Guest {step}") });
            let screen = app.send_wizard(draft, event).await?;
            let took = before.elapsed();
            if let Some(rejected) = screen.rejected {
                return Err(format!("the wizard refused a name: {rejected}").into());
            }
            println!("STEP {}", took.as_micros());
        }
        Ok(())
    })
}
