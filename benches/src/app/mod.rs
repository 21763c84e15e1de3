//! The cost of the bindings. Each round starts a process in Kotlin, in Swift, and in Rust without a binding; each opens the
//! app, lists 1 000 passes and sends events to the wizard. `cargo xtask bench app` builds the programs.

pub(crate) mod core_only;
pub(crate) mod fill;

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::figures::{Target, median, report};
use crate::{Result, RunLength};

const PASSES: u32 = 1000;
const STEPS: usize = 200;

#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    length: RunLength,
    /// Where `cargo xtask bench app` put the programs in Kotlin and Swift.
    #[arg(long, default_value = "target/bench/app")]
    built: PathBuf,
    /// The folder of the library they use.
    #[arg(long, default_value = "target/mobile")]
    library: PathBuf,
}

/// What one process measured, in microseconds.
struct Measurement {
    first: f64,
    step: f64,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let full = tempfile::tempdir()?;
    fill::fill(full.path(), PASSES)?;
    let candidates = candidates(options)?;
    let mut rounds: Vec<Vec<Measurement>> = candidates.iter().map(|_| Vec::new()).collect();
    // The first round fills the page cache and is left out.
    for round in 0..=options.length.rounds(11) {
        for ((name, program), of) in candidates.iter().zip(&mut rounds) {
            let measurement = start(program, full.path()).map_err(|error| format!("{name}: {error}"))?;
            if round > 0 {
                of.push(measurement);
            }
        }
    }
    let medians: Vec<(f64, f64)> = rounds
        .iter()
        .map(|of| {
            (
                median(of.iter().map(|measurement| measurement.first)),
                median(of.iter().map(|measurement| measurement.step)),
            )
        })
        .collect();
    let Some((floor, shells)) = medians.split_first() else { return Err("nothing was measured".into()) };
    for ((name, _), (first, step)) in candidates.iter().skip(1).zip(shells) {
        report(
            &format!("{name}: from nothing to the first list of {PASSES} passes"),
            first / 1000.0,
            " ms",
            &Target::None,
        );
        report(&format!("{name}: the same against the core alone"), first / floor.0, " ×", &Target::None);
        report(&format!("{name}: one step of the wizard"), *step, " µs", &Target::None);
        report(&format!("{name}: of it across the binding"), step - floor.1, " µs", &Target::None);
    }
    println!("The core alone: {:.1} ms to the list, {:.0} µs a step.", floor.0 / 1000.0, floor.1);
    Ok(())
}

/// The unpacked native library of JNA for this machine.
fn jna(built: &Path) -> PathBuf {
    let os = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    let arch = std::env::consts::ARCH;
    let arch = if arch == "x86_64" { "x86-64" } else { arch };
    built.join(format!("jna/com/sun/jna/{os}-{arch}"))
}

/// The programs to measure. The first is the floor: this program, without a binding.
fn candidates(options: &Options) -> Result<Vec<(&'static str, Vec<String>)>> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let own = std::env::current_exe()?;
    let mut found = vec![("Rust", vec![text(&own), "app-once".to_owned()])];
    let classes = options.built.join("maven/classes");
    if classes.exists() {
        let path = format!("{}:{}/*", text(&classes), text(&options.built.join("jars")));
        let library = format!("-Djna.library.path={}", text(&options.library));
        let jna = format!("-Djna.boot.library.path={}", text(&jna(&options.built)));
        found.push(("Kotlin", ["java", &library, &jna, "-cp", &path, "FirstKt"].map(str::to_owned).to_vec()));
    }
    let swift = options.built.join("first-swift");
    if swift.exists() {
        // The script finds the standard library of Swift.
        let mut with_swift = vec!["bash".to_owned(), "ios/Support/swift-linux.sh".to_owned()];
        with_swift.push(text(&std::path::absolute(swift)?));
        found.push(("Swift", with_swift));
    }
    Ok(found)
}

/// Starts a program with a fresh copy of the data.
fn start(program: &[String], full: &Path) -> Result<Measurement> {
    // Below the project's folder, where a program in another root sees it too.
    let folder = tempfile::tempdir_in(std::env::current_dir()?.join("target"))?;
    for entry in std::fs::read_dir(full)? {
        let entry = entry?;
        std::fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
    }
    let output = Command::new(&program[0]).args(&program[1..]).arg(folder.path()).arg(STEPS.to_string()).output()?;
    if !output.status.success() {
        return Err(format!("{}\n{}", output.status, String::from_utf8_lossy(&output.stderr)).into());
    }
    let output = String::from_utf8(output.stdout)?;
    let of = |word: &'static str| {
        output.lines().filter_map(move |line| line.strip_prefix(word)?.split_whitespace().next()?.parse::<f64>().ok())
    };
    let rows = output.lines().find_map(|line| line.strip_prefix("FIRST ")?.split_whitespace().nth(1)?.parse().ok());
    if rows != Some(PASSES) {
        return Err(format!("{rows:?} rows instead of {PASSES}").into());
    }
    Ok(Measurement { first: median(of("FIRST ")), step: median(of("STEP ")) })
}
