//! The independent oracle of the schedules: a Python program that knows zones from Python's own library.

use crate::cargo;

/// Pins the zone data the golden files were made from: the release our own zone data is made of.
const REQUIREMENTS: &str = "fixtures/schedules/requirements.txt";

/// Makes the golden files again and compares them with those in the tree.
pub(crate) fn golden_files(python: &str) -> Result<(), String> {
    let venv = cargo::target().join("oracle-venv");
    let own_python = venv.join("bin/python3");
    if !own_python.exists() {
        cargo::show(cargo::program(python).args(["-m", "venv"]).arg(&venv))?;
    }
    cargo::show(cargo::program(&own_python).args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        REQUIREMENTS,
    ]))?;
    cargo::show(cargo::program(&own_python).args(["fixtures/schedules/make.py", "--check"]))
}

/// All zone-minutes, in release.
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
