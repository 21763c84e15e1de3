//! Checks the lock file: one version of each crate, and only accepted licences.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{cargo, licence};

/// Crates with more than one version, and the reason. Remove a line when it is no longer true.
const DUPLICATES: &[(&str, &str)] = &[
    ("getrandom", "ring still asks for 0.2, the rest has 0.4"),
    ("miniz_oxide", "png asks for two of them itself"),
    ("syn", "procedural macros move to 3 one by one; not in what we ship"),
    ("tower-http", "reqwest still asks for 0.6"),
];

/// Crates under MPL-2.0, used unchanged. Code that links to them keeps its own licence; the apps have to say that their
/// source is at `https://github.com/mozilla/uniffi-rs`.
const MOZILLA: &[&str] = &[
    "uniffi",
    "uniffi_bindgen",
    "uniffi_core",
    "uniffi_internal_macros",
    "uniffi_macros",
    "uniffi_meta",
    "uniffi_pipeline",
    "uniffi_udl",
];

/// Checks the packages that a build on this machine uses.
///
/// # Errors
///
/// A licence is not accepted, or the list of duplicates is out of date; the message says what to do.
pub(crate) fn check() -> Result<(), String> {
    let host = cargo::host()?;
    let metadata =
        cargo::read(cargo::cargo().args(["metadata", "--format-version=1", "--locked", "--filter-platform", &host]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let built: BTreeSet<&str> = list(&metadata["resolve"]["nodes"]).filter_map(|node| node["id"].as_str()).collect();
    let packages: Vec<&Value> = list(&metadata["packages"])
        .filter(|package| package["id"].as_str().is_some_and(|id| built.contains(id)))
        .collect();

    let mut problems = licences(&packages);
    problems.extend(duplicates(&packages));
    if problems.is_empty() {
        println!("{} packages, every licence accepted, {} known duplicates", packages.len(), DUPLICATES.len());
        Ok(())
    } else {
        Err(problems.join("\n"))
    }
}

fn licences(packages: &[&Value]) -> Vec<String> {
    packages
        .iter()
        .filter(|package| !package["license"].as_str().is_some_and(licence::accepted))
        .filter(|package| {
            package["license"] != "MPL-2.0" || !package["name"].as_str().is_some_and(|name| MOZILLA.contains(&name))
        })
        .map(|package| {
            format!(
                "{} {}: its licence is {}; accept it in xtask/src/licence.rs or leave the crate",
                package["name"], package["version"], package["license"]
            )
        })
        .collect()
}

fn duplicates(packages: &[&Value]) -> Vec<String> {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages {
        if let (Some(name), Some(version)) = (package["name"].as_str(), package["version"].as_str()) {
            versions.entry(name).or_default().insert(version);
        }
    }
    let known: BTreeSet<&str> = DUPLICATES.iter().map(|(name, _)| *name).collect();
    let found: BTreeSet<&str> = versions.iter().filter(|(_, of)| of.len() > 1).map(|(name, _)| *name).collect();
    let new = found.difference(&known).map(|name| {
        format!("{name} is there in several versions ({:?}); see `cargo tree --duplicates`, align them, or give the reason in xtask/src/dependencies.rs", versions[name])
    });
    let gone = known
        .difference(&found)
        .map(|name| format!("{name} is there once now: take it off the list in xtask/src/dependencies.rs"));
    new.chain(gone).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
