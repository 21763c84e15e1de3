//! Runs the benchmarks and prints one table of what they found.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use clap::ValueEnum;

use crate::steps::{Failure, Steps};
use crate::{bench_app, cargo, size};

/// A benchmark prints one line for each figure: this word, what was measured, the figure, the target, `met` or
/// `missed`, with tabs between.
const MARK: &str = "FIGURE\t";

const MISSED: &str = "missed";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Which {
    /// A schedule check against the plain conversion by the zone database.
    Schedule,
    /// Opening a resident's store of 10 000 passes.
    Store,
    /// Durable decisions over HTTP, against a bare echo and against a fastify server.
    Validate,
    /// The same with guests who arrive at random, 5 000 a second: how long they wait.
    Open,
    /// One caller at a time: group commit against one transaction for each decision.
    Single,
    /// A start with a million live passes.
    Start,
    /// The phones' library: its size, the first list through it, and a step of the wizard, in Kotlin and Swift.
    App,
}

/// Runs those asked for, all when none is, and prints the table.
pub(crate) fn run(steps: &mut Steps, which: &[Which], quick: bool) -> Result<(), Failure> {
    let which = if which.is_empty() { Which::value_variants() } else { which };
    let mut figures = Vec::new();
    for one in which {
        let (name, arguments): (_, &[&str]) = match one {
            Which::Schedule => ("schedule", &["bench", "--package", "gatepass-core", "--bench", "schedule"]),
            Which::Store => {
                ("store", &["bench", "--package", "gatepass-core", "--features", "client", "--bench", "store"])
            }
            Which::Validate => ("validate", &["run", "--release", "--package", "gatepass-bench", "--", "validate"]),
            Which::Open => (
                "open",
                &[
                    "run",
                    "--release",
                    "--package",
                    "gatepass-bench",
                    "--",
                    "validate",
                    "--without-peer",
                    "--arrivals",
                    "5000",
                ],
            ),
            Which::Single => ("single", &["run", "--release", "--package", "gatepass-bench", "--", "single"]),
            Which::Start => ("start", &["run", "--release", "--package", "gatepass-bench", "--", "start"]),
            Which::App => ("app", &["run", "--release", "--package", "gatepass-bench", "--", "app"]),
        };
        steps.run(name, || {
            if matches!(one, Which::Validate | Which::Open | Which::Start) {
                cargo::run(&["build", "--release", "--package", "gatepass-panel"])?;
            }
            if *one == Which::App {
                figures.push(size::figure(&bench_app::build()?));
            }
            figures.extend(measure(arguments, quick)?);
            Ok(())
        })?;
    }
    table(&figures);
    let missed = figures.iter().filter(|figure| figure.last().is_some_and(|verdict| verdict == MISSED)).count();
    steps.run("targets", || if missed == 0 { Ok(()) } else { Err(format!("{missed} of {} missed", figures.len())) })
}

/// Runs one benchmark, shows what it says, and keeps its figures.
fn measure(arguments: &[&str], quick: bool) -> Result<Vec<Vec<String>>, String> {
    let mut command = cargo::cargo();
    command.args(arguments).stdout(Stdio::piped());
    if quick {
        command.env("GATEPASS_BENCH_QUICK", "1");
    }
    let mut child = command.spawn().map_err(|error| format!("cargo did not start: {error}"))?;
    let mut figures = Vec::new();
    for line in BufReader::new(child.stdout.take().expect("the output is piped")).lines() {
        let line = line.map_err(|error| format!("its output cannot be read: {error}"))?;
        match line.strip_prefix(MARK) {
            Some(figure) => figures.push(figure.split('\t').map(str::to_owned).collect()),
            None => println!("{line}"),
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    // A benchmark whose figure misses its target may end with a failure; its figures count all the same.
    match (status.success(), figures.is_empty()) {
        (_, false) => Ok(figures),
        (false, true) => Err(format!("ended with {status}")),
        (true, true) => Err("printed no figure".to_owned()),
    }
}

fn table(figures: &[Vec<String>]) {
    let heading = ["measured", "figure", "target", ""].map(str::to_owned).to_vec();
    let rows: Vec<&Vec<String>> = std::iter::once(&heading).chain(figures).collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heading.len()).map(width).collect();
    println!();
    for row in rows {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        println!("  {}", cells.join("  ").trim_end());
    }
}
