//! Runs the benchmarks and prints one table of their figures.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use clap::ValueEnum;

use crate::steps::{Failure, Steps};
use crate::{bench_app, cargo, size};

/// A benchmark prints one line for each figure, with tabs between: this word, what was measured, the figure, the target,
/// `met` or `missed`.
const FIGURE_PREFIX: &str = "FIGURE\t";

const MISSED: &str = "missed";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Benchmark {
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

/// Runs the named benchmarks, or all if none is named, and prints the table.
pub(crate) fn run(steps: &mut Steps, named: &[Benchmark], quick: bool) -> Result<(), Failure> {
    let benchmarks = if named.is_empty() { Benchmark::value_variants() } else { named };
    let mut figures = Vec::new();
    for benchmark in benchmarks {
        let (name, arguments): (_, &[&str]) = match benchmark {
            Benchmark::Schedule => ("schedule", &["bench", "--package", "gatepass-core", "--bench", "schedule"]),
            Benchmark::Store => {
                ("store", &["bench", "--package", "gatepass-core", "--features", "client", "--bench", "store"])
            }
            Benchmark::Validate => ("validate", &["run", "--release", "--package", "gatepass-bench", "--", "validate"]),
            Benchmark::Open => (
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
            Benchmark::Single => ("single", &["run", "--release", "--package", "gatepass-bench", "--", "single"]),
            Benchmark::Start => ("start", &["run", "--release", "--package", "gatepass-bench", "--", "start"]),
            Benchmark::App => ("app", &["run", "--release", "--package", "gatepass-bench", "--", "app"]),
        };
        steps.run(name, || {
            if matches!(benchmark, Benchmark::Validate | Benchmark::Open | Benchmark::Start) {
                cargo::run(&["build", "--release", "--package", "gatepass-panel"])?;
            }
            if *benchmark == Benchmark::App {
                figures.push(size::figure(&bench_app::build()?));
            }
            figures.extend(measure(arguments, quick)?);
            Ok(())
        })?;
    }
    print_table(&figures);
    let missed = figures.iter().filter(|figure| figure.last().is_some_and(|verdict| verdict == MISSED)).count();
    steps.run("targets", || if missed == 0 { Ok(()) } else { Err(format!("{missed} of {} missed", figures.len())) })
}

/// Runs one benchmark, shows its output and returns its figures.
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
        match line.strip_prefix(FIGURE_PREFIX) {
            Some(figure) => figures.push(figure.split('\t').map(str::to_owned).collect()),
            None => println!("{line}"),
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    // A benchmark that missed a target may end with a failure; its figures still count.
    match (status.success(), figures.is_empty()) {
        (_, false) => Ok(figures),
        (false, true) => Err(format!("ended with {status}")),
        (true, true) => Err("printed no figure".to_owned()),
    }
}

fn print_table(figures: &[Vec<String>]) {
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
