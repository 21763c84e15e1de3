//! The project's tasks, one command each: `cargo xtask test | check | bindings | surface | bench`.

mod bench;
mod bench_app;
mod bindings;
mod boundaries;
mod browser;
mod cargo;
mod cldr;
mod dependencies;
mod licence;
mod machine;
mod modules;
mod oracle;
mod phones;
mod shells;
mod size;
mod size_by_crate;
mod steps;
mod surface;
mod targets;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use steps::{Failure, Steps};
use targets::Toolchain;

/// The project's tasks.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", max_term_width = 110, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything that has to pass before a change is taken.
    ///
    /// Formatting, boundaries between the crates, dependencies and their licences, clippy, the documentation, the
    /// golden files' oracles, the demo, the phone apps' suites in Swift, Kotlin and Python, the targets of phones and
    /// browsers, and every test. Needs Rust and a C compiler; on Debian and as root it installs what else it uses
    /// (Python, Swift, Java and Maven, a second QR decoder), otherwise it says what to install and leaves out what
    /// needs it.
    Test {
        /// Never install anything: leave out what cannot run, and say so.
        #[arg(long)]
        no_install: bool,
    },
    /// The cheap checks alone, or one long one by name.
    ///
    /// Without a name: formatting, boundaries, dependencies, clippy; a minute or two when built.
    Check {
        /// A check that is too long for every run.
        #[arg(value_enum)]
        what: Option<LongCheck>,
    },
    /// Builds the phones' library and writes its Swift, Kotlin and Python halves below target/bindings.
    Bindings,
    /// Compares what the bindings offer to the apps with bindings/surface.txt.
    Surface {
        /// Write the file anew.
        #[arg(long)]
        update: bool,
    },
    /// Writes words/cldr/data anew: what ICU4X knows of the offered languages. For a new language, or a newer ICU4X.
    ///
    /// Needs npm.
    Cldr,
    /// The Android app's screens in a window on this computer, with a building to try them on.
    ///
    /// Needs Java and Maven, and a display.
    App,
    /// Compares the size of the phones' library with bindings/size.json.
    Size {
        /// Write a new entry that says what the growth is for.
        #[arg(long)]
        note: Option<String>,
        /// Say also how much of it comes from which crate.
        #[arg(long)]
        by_crate: bool,
    },
    /// Benchmarks: figures measured side by side, as ratios against a floor or a peer of the same run.
    ///
    /// Builds in release first. Use a machine that does nothing else; see docs/benchmarks.md for how to read them.
    Bench {
        /// Which; all when missing.
        #[arg(value_enum, value_name = "WHICH")]
        benchmarks: Vec<bench::Benchmark>,
        /// Fewer and shorter rounds: to see that it runs, not to quote.
        #[arg(long)]
        quick: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum LongCheck {
    /// Every one of 395 million zone-minutes against the independent oracle, in release.
    Schedules,
    /// The bindings and the core for iOS and Android, without their SDKs.
    Phones,
    /// The core without its client for a browser's `wasm32`.
    Browser,
    /// The phone apps alone: the bindings, and the suites in Python, Swift and Kotlin.
    Apps,
    /// What each language lacks of the catalogue of words.
    Words,
    /// The size of the phones' library, built as for the stores, against bindings/size.json.
    Size,
}

fn main() -> ExitCode {
    let mut steps = Steps::start();
    let outcome = match Arguments::parse().task {
        Task::Test { no_install } => test(&mut steps, no_install),
        Task::Check { what: None } => check(&mut steps),
        Task::Check { what: Some(LongCheck::Schedules) } => steps.run("schedules, every minute", oracle::every_minute),
        Task::Check { what: Some(LongCheck::Phones) } => phones(&mut steps, true),
        Task::Check { what: Some(LongCheck::Browser) } => browser(&mut steps, true),
        Task::Check { what: Some(LongCheck::Apps) } => apps(&mut steps),
        Task::Check { what: Some(LongCheck::Words) } => steps.run("words", words::check),
        Task::Check { what: Some(LongCheck::Size) } => size(&mut steps, None),
        Task::Size { note, by_crate: false } => size(&mut steps, note.as_deref()),
        Task::Size { note, by_crate: true } => size(&mut steps, note.as_deref())
            .and_then(|()| steps.run("its crates", || size_by_crate::print(&size::library()))),
        Task::App => app(&mut steps),
        Task::Cldr => steps.run("data of the languages", cldr::generate),
        Task::Bindings => steps.run("bindings", bindings::generate),
        Task::Surface { update } => surface(&mut steps, update),
        Task::Bench { benchmarks, quick } => bench::run(&mut steps, &benchmarks, quick),
    };
    steps.close(&outcome)
}

/// Runs all checks, the cheap ones first, so that errors show early. The tests come last, so that their results are at the
/// end of the log.
fn test(steps: &mut Steps, no_install: bool) -> Result<(), Failure> {
    steps.run("machine", || machine::prepare(!no_install))?;
    let swift = if no_install { None } else { shells::start_swift_setup() };
    check(steps)?;
    steps.run("documentation builds without a broken link", || {
        cargo::run_with(
            &["doc", "--workspace", "--all-features", "--no-deps", "--quiet"],
            &[("RUSTDOCFLAGS", "-D warnings")],
        )
    })?;
    let oracles = "oracles agree with the golden files";
    match machine::missing(&[machine::PYTHON]) {
        None => steps.run(oracles, || oracle::golden_files("python3"))?,
        Some(missing) => steps.left_out(oracles, &missing),
    }
    steps.run("demo", || cargo::run(&["run", "--", "demo", "--exit"]))?;
    surface(steps, false)?;
    phones(steps, !no_install)?;
    browser(steps, !no_install)?;
    if let Some(mut setup) = swift {
        // The Swift step reports whether the setup succeeded.
        let _ = setup.wait();
    }
    shells::all(steps, !no_install)?;
    steps.run("tests", || cargo::run(&["test", "--workspace", "--all-features", "--no-fail-fast"]))
}

fn check(steps: &mut Steps) -> Result<(), Failure> {
    steps.run("formatting", || cargo::run(&["fmt", "--all", "--check"]))?;
    steps.run("dependencies: one version each, compatible licences", dependencies::check)?;
    steps.run("boundaries between the crates", boundaries::check)?;
    steps.run("words", words::check)?;
    steps.run("clippy", || {
        cargo::run(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])
    })
}

fn apps(steps: &mut Steps) -> Result<(), Failure> {
    steps.run("machine", || machine::prepare(true))?;
    steps.run("bindings", bindings::generate)?;
    shells::all(steps, true)
}

fn surface(steps: &mut Steps, update: bool) -> Result<(), Failure> {
    steps.run("bindings", bindings::generate)?;
    steps.run("what the bindings offer", || surface::check(update))
}

fn app(steps: &mut Steps) -> Result<(), Failure> {
    steps.run("bindings", bindings::generate)?;
    steps.run("a building for the app", shells::build_building)?;
    steps.run("the app in a window", shells::window)
}

fn size(steps: &mut Steps, note: Option<&str>) -> Result<(), Failure> {
    steps.run("size of the phones' library", || size::check(note))
}

fn phones(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    cross_check(steps, "phones' targets", phones::TARGETS, may_install, phones::check)
}

fn browser(steps: &mut Steps, may_install: bool) -> Result<(), Failure> {
    cross_check(steps, "core for a browser", browser::TARGETS, may_install, browser::check)
}

/// Runs a check for other machines, if there is a toolchain for them.
fn cross_check(
    steps: &mut Steps,
    name: &str,
    targets: &[&str],
    may_install: bool,
    check: impl FnOnce(Toolchain) -> Result<(), String>,
) -> Result<(), Failure> {
    if let Some(toolchain) = targets::toolchain(targets, may_install) {
        return steps.run(name, || check(toolchain));
    }
    steps.left_out(name, &targets::remedy(targets));
    Ok(())
}
