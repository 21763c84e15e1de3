//! `gatepass`: the resident's terminal shell, and the demo.
//!
//! It holds no rule and makes no HTTP call. It turns the command line into calls of [`gatepass_core::app::App`], and
//! their results into text or JSON.

mod args;
mod commands;
mod context;
#[cfg(feature = "demo")]
mod demo;
mod failure;
mod json;
mod output;
mod terminal;
mod wizard;
mod words;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use context::Context;
use failure::Failure;
use gatepass_words::terminal::Message;
use output::Output;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let output = Output::new(&cli.global);
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output.failure(&Failure::broken(Message::FailureThreads { reason: error.to_string() })),
    };
    match runtime.block_on(run(cli, output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => output.failure(&failure),
    }
}

async fn run(cli: Cli, output: Output) -> Result<(), Failure> {
    let Cli { global, command } = cli;
    #[cfg(feature = "demo")]
    if let Command::Demo(args) = &command {
        return demo::run(&global, args, output).await;
    }
    let context = Context::open(global, output).await?;
    match command {
        Command::Activate(args) => commands::activate::run(&context, args).await,
        Command::New(args) => commands::new::run(&context, args).await,
        Command::List(args) => commands::list::run(&context, args).await,
        Command::Show(args) => commands::show::run(&context, args).await,
        Command::Share(args) => commands::share::run(&context, args).await,
        Command::Edit(args) => commands::edit::run(&context, args).await,
        Command::Revoke(args) => commands::revoke::run(&context, args).await,
        Command::Log(args) => commands::log::run(&context, args).await,
        Command::Profiles(args) => commands::profiles::run(&context, args).await,
        Command::Sync(args) => commands::sync::run(&context, args).await,
        Command::SignOut(args) => commands::sign_out::run(&context, args).await,
        #[cfg(feature = "demo")]
        Command::Demo(_) => Ok(()),
    }
}
