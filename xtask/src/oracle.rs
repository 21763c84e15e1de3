//! Runs the independent oracles: Python programs beside their golden files that share no code with the rules.

use std::path::{Path, PathBuf};

use crate::cargo;

/// Generates the golden files of every folder of `fixtures` with a `make.py`, and compares them with those in the tree.
pub(crate) fn golden_files(python: &str) -> Result<(), String> {
    let programs = programs()?;
    let own_python = environment(python)?;
    for program in programs {
        let requirements = program.with_file_name("requirements.txt");
        if requirements.exists() {
            let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
            cargo::show(cargo::program(&own_python).args(pip).arg(requirements))?;
        }
        cargo::show(cargo::program(&own_python).arg(&program).arg("--check"))?;
    }
    Ok(())
}

fn programs() -> Result<Vec<PathBuf>, String> {
    let fixtures = cargo::root().join("fixtures");
    let folders = std::fs::read_dir(&fixtures).map_err(|error| format!("{}: {error}", fixtures.display()))?;
    let mut programs: Vec<PathBuf> =
        folders.flatten().map(|folder| folder.path().join("make.py")).filter(|program| program.exists()).collect();
    programs.sort();
    if programs.is_empty() { Err(format!("no make.py below {}", fixtures.display())) } else { Ok(programs) }
}

/// A virtual environment below the target folder, so that nothing is installed outside it.
fn environment(python: &str) -> Result<PathBuf, String> {
    let folder = cargo::target().join("oracles");
    let own_python = folder.join("bin").join("python3");
    if !works(&own_python) {
        cargo::show(cargo::program(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
    }
    Ok(own_python)
}

fn works(python: &Path) -> bool {
    cargo::read(cargo::program(python).args(["-m", "pip", "--version"])).is_ok()
}

/// Compares all zone-minutes with the oracle, in release.
pub(crate) fn every_minute() -> Result<(), String> {
    cargo::run(&[
        "test",
        "--release",
        "--package",
        "gatepass-core",
        "--test",
        "schedule_oracle",
        "--",
        "--include-ignored",
        "--nocapture",
    ])
}
