//! Runs steps in order, times them and prints a summary.

use std::process::ExitCode;
use std::time::{Duration, Instant};

/// A step failed and printed the reason; the following steps do not run.
pub(crate) struct Failure;

/// How a step ended.
enum StepOutcome {
    Passed,
    Failed(String),
    LeftOut(String),
}

/// The steps so far.
pub(crate) struct Steps {
    started: Instant,
    done: Vec<(String, Duration, StepOutcome)>,
}

#[expect(clippy::disallowed_methods, reason = "durations are shown, nothing depends on them")]
fn now() -> Instant {
    Instant::now()
}

impl Steps {
    /// An empty list of steps.
    pub(crate) fn start() -> Self {
        Self { started: now(), done: Vec::new() }
    }

    /// Runs one step.
    pub(crate) fn run(&mut self, name: &str, step: impl FnOnce() -> Result<(), String>) -> Result<(), Failure> {
        println!("\n=== {name}");
        let begun = now();
        let result = step();
        let took = begun.elapsed();
        match result {
            Ok(()) => {
                println!("--- {name}: {}", seconds(took));
                self.done.push((name.to_owned(), took, StepOutcome::Passed));
                Ok(())
            }
            Err(why) => {
                eprintln!("--- {name}: FAILED after {}\n{why}", seconds(took));
                self.done.push((name.to_owned(), took, StepOutcome::Failed(why)));
                Err(Failure)
            }
        }
    }

    /// Records a step that cannot run here.
    pub(crate) fn left_out(&mut self, name: &str, why: &str) {
        println!("\n=== {name}\n--- left out: {why}");
        self.done.push((name.to_owned(), Duration::ZERO, StepOutcome::LeftOut(why.to_owned())));
    }

    /// Prints the summary and returns the exit status.
    pub(crate) fn close(&self, outcome: &Result<(), Failure>) -> ExitCode {
        println!("\n=== summary");
        for (name, took, outcome) in &self.done {
            match outcome {
                StepOutcome::Passed => println!("  passed   {:>8}  {name}", seconds(*took)),
                StepOutcome::Failed(why) => {
                    println!("  FAILED   {:>8}  {name}: {}", seconds(*took), why.lines().next().unwrap_or_default());
                }
                StepOutcome::LeftOut(why) => println!("  left out {:>8}  {name}: {why}", ""),
            }
        }
        let total = seconds(self.started.elapsed());
        if outcome.is_ok() {
            println!("Everything that ran passed, in {total}.");
            ExitCode::SUCCESS
        } else {
            println!("Stopped at the first failure, after {total}.");
            ExitCode::FAILURE
        }
    }
}

fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole >= 60 { format!("{}m{:02}s", whole / 60, whole % 60) } else { format!("{:.1}s", duration.as_secs_f64()) }
}
