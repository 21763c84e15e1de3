//! Checks the allowed direction, shells → core ← panel, in the dependency trees and the sources.

use std::collections::BTreeSet;

use crate::{cargo, modules};

/// A crate with the crates that it must not depend on.
struct Boundary {
    /// The rule, for the output.
    rule: &'static str,
    /// The arguments of `cargo tree`.
    tree: &'static [&'static str],
    forbidden: &'static [&'static str],
}

/// Crates that do I/O, or ask the machine for the time or for random numbers.
const IMPURE: &[&str] =
    &["getrandom", "tokio", "mio", "socket2", "hyper", "reqwest", "rusqlite", "libsqlite3-sys", "rustls", "keyring"];

/// Crates an app must not contain: the service, the generator, key stores of other systems, TLS that needs another compiler.
const FOREIGN_TO_PHONES: &[&str] =
    &["gatepass-panel", "axum", "uniffi_bindgen", "clap", "keyring", "openssl-sys", "aws-lc-sys"];

const BOUNDARIES: &[Boundary] = &[
    Boundary {
        rule: "core without `client` is pure",
        tree: &["--package", "gatepass-core", "--no-default-features"],
        forbidden: IMPURE,
    },
    Boundary {
        rule: "core with the schemas alone is pure",
        tree: &["--package", "gatepass-core", "--no-default-features", "--features", "openapi"],
        forbidden: IMPURE,
    },
    Boundary {
        rule: "core knows neither the phones' bindings nor a web server",
        tree: &["--package", "gatepass-core", "--all-features"],
        forbidden: &["uniffi", "uniffi_core", "axum", "axum-core", "gatepass-panel"],
    },
    Boundary {
        rule: "the service uses core without `client`",
        tree: &["--package", "gatepass-panel", "--all-features"],
        forbidden: &["reqwest", "keyring", "uniffi"],
    },
    Boundary {
        rule: "the phones' library is a client only, without the generator of its other halves",
        tree: &["--package", "gatepass-ffi"],
        forbidden: FOREIGN_TO_PHONES,
    },
    Boundary {
        rule: "so it is on Android",
        tree: &["--package", "gatepass-ffi", "--target", "aarch64-linux-android"],
        forbidden: FOREIGN_TO_PHONES,
    },
    Boundary {
        rule: "so it is on iOS",
        tree: &["--package", "gatepass-ffi", "--target", "aarch64-apple-ios"],
        forbidden: FOREIGN_TO_PHONES,
    },
    Boundary {
        rule: "the shell without the demo is a client only",
        tree: &["--package", "gatepass-cli", "--no-default-features"],
        forbidden: &["gatepass-panel", "axum", "rxing"],
    },
];

/// Names that `panel/src/building` must not use: databases, threads, the web and what travels over it, the clock.
const FOREIGN_TO_BUILDING: &[&str] = &[
    "rusqlite",
    "tokio",
    "axum",
    "hyper",
    "std::thread",
    "std::fs",
    "SystemTime",
    "SystemClock",
    "Utc::now",
    "::ledger",
    "core::api",
];

/// The lines of these sources that use a forbidden name.
fn violations(sources: &[(String, String)]) -> Vec<String> {
    let lines = sources.iter().flat_map(|(path, text)| text.lines().map(move |line| (path, line)));
    let code = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
    let foreign = code.filter(|(_, line)| FOREIGN_TO_BUILDING.iter().any(|name| line.contains(name)));
    foreign.map(|(path, line)| format!("building/ is pure: {path}: {}", line.trim())).collect()
}

fn sources_of_building() -> Result<Vec<(String, String)>, String> {
    let folder = cargo::root().join("panel/src/building");
    let files = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    files
        .map(|file| {
            let path = file.map_err(|error| error.to_string())?.path();
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            Ok((path.display().to_string(), text))
        })
        .collect()
}

/// Checks all boundaries.
///
/// # Errors
///
/// A boundary is violated; the message names the crate or the line.
pub(crate) fn check() -> Result<(), String> {
    cargo::run(&["check", "--package", "gatepass-core", "--no-default-features"])?;
    modules::check()?;
    let sources = sources_of_building()?;
    let mut violations = violations(&sources);
    println!("what the service means is pure: {} files", sources.len());
    for boundary in BOUNDARIES {
        let crates = crates(boundary.tree)?;
        let found: Vec<&str> = boundary.forbidden.iter().copied().filter(|name| crates.contains(*name)).collect();
        if found.is_empty() {
            println!("{}: {} crates", boundary.rule, crates.len());
        } else {
            violations.push(format!(
                "not true any more: {}; it holds {}. See `cargo tree {} --edges normal --invert {}`",
                boundary.rule,
                found.join(", "),
                boundary.tree.join(" "),
                found[0],
            ));
        }
    }
    if violations.is_empty() { Ok(()) } else { Err(violations.join("\n")) }
}

/// The names of all crates in this dependency tree.
fn crates(tree: &[&str]) -> Result<BTreeSet<String>, String> {
    let text = cargo::read(
        cargo::cargo().args(["tree", "--locked", "--edges=normal", "--prefix=none", "--format={p}"]).args(tree),
    )?;
    let names: BTreeSet<String> =
        text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect();
    if names.len() < 2 { Err(format!("`cargo tree {}` says nothing", tree.join(" "))) } else { Ok(names) }
}

#[cfg(test)]
mod tests {
    use super::violations;

    #[test]
    fn a_violation_is_found() {
        let of = |text: &str| violations(&[("present.rs".to_owned(), text.to_owned())]).len();
        assert_eq!(of("use rusqlite::Connection;\nlet now = Utc::now();"), 2);
        assert_eq!(of("use crate::ledger::LedgerError;"), 1);
        assert_eq!(of("use gatepass_core::api::PassBody;"), 1);
        assert_eq!(of("// The writer (tokio) does that.\nuse super::Act;"), 0);
    }
}
