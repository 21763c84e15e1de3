//! Benchmarks that need more than a function: servers side by side, durable decisions one at a time, the cost of the
//! phones' bindings.
//!
//! `cargo xtask bench` runs them. How each figure is measured, and how to read it, is in `docs/benchmarks.md`.

#![expect(clippy::cast_precision_loss, reason = "what is counted here stays far below 2^52")]

mod app;
mod echo;
mod figures;
mod http;
mod load;
mod process;
mod single;
mod start;
mod validate;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Figures measured side by side", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Durable decisions over HTTP: the service, a bare echo, and a fastify server in turn.
    Validate(validate::Options),
    /// One caller at a time: group commit against one transaction for each decision.
    Single(single::Options),
    /// A start with a million live passes: time until ready, and memory.
    Start(start::Options),
    /// Through the phones' bindings: the first list, and a step of the wizard.
    App(app::Options),
    /// The floor of `app`, in a process of its own.
    #[command(hide = true)]
    AppOnce(app::core_only::Options),
    /// The floor: reads a question as the service does, answers at once. Prints where it listens.
    #[command(hide = true)]
    Echo,
}

/// How long to measure.
#[derive(Args, Clone, Copy, Debug)]
struct RunLength {
    /// To see that it runs, not to quote.
    #[arg(long, env = "GATEPASS_BENCH_QUICK", value_parser = clap::builder::FalseyValueParser::new())]
    quick: bool,
    /// How many rounds; each measures every candidate once, in turn.
    #[arg(long)]
    rounds: Option<usize>,
}

impl RunLength {
    fn rounds(self, usual: usize) -> usize {
        self.rounds.unwrap_or(if self.quick { 2 } else { usual }).max(1)
    }
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Validate(options) => validate::run(&options),
        Command::Single(options) => single::run(&options),
        Command::Start(options) => start::run(&options),
        Command::App(options) => app::run(&options),
        Command::AppOnce(options) => app::core_only::run(&options),
        Command::Echo => echo::serve(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A result whose error is a text for a person.
type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;
