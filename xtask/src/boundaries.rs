//! The allowed direction: shells → core ← panel. Proved from the dependency trees and the sources, not from good will.

use std::collections::BTreeSet;

use crate::{cargo, modules};

struct Boundary {
    what: &'static str,
    tree: &'static [&'static str],
    without: &'static [&'static str],
}

/// Crates that do I/O, or ask the machine for the time or for chance.
const IMPURE: &[&str] =
    &["getrandom", "tokio", "mio", "socket2", "hyper", "reqwest", "rusqlite", "libsqlite3-sys", "rustls", "keyring"];

/// What an app must not carry: the service, the generator, key stores that are not the phone's, TLS that needs another compiler.
const FOREIGN_TO_PHONES: &[&str] =
    &["gatepass-panel", "axum", "uniffi_bindgen", "clap", "keyring", "openssl-sys", "aws-lc-sys"];

const BOUNDARIES: &[Boundary] = &[
    Boundary {
        what: "core without `client` is pure",
        tree: &["--package", "gatepass-core", "--no-default-features"],
        without: IMPURE,
    },
    Boundary {
        what: "core with the schemas alone is pure",
        tree: &["--package", "gatepass-core", "--no-default-features", "--features", "openapi"],
        without: IMPURE,
    },
    Boundary {
        what: "core knows neither the phones' bindings nor a web server",
        tree: &["--package", "gatepass-core", "--all-features"],
        without: &["uniffi", "uniffi_core", "axum", "axum-core", "gatepass-panel"],
    },
    Boundary {
        what: "the service uses core without `client`",
        tree: &["--package", "gatepass-panel", "--all-features"],
        without: &["reqwest", "keyring", "uniffi"],
    },
    Boundary {
        what: "the phones' library is a client only, without the generator of its other halves",
        tree: &["--package", "gatepass-ffi"],
        without: FOREIGN_TO_PHONES,
    },
    Boundary {
        what: "so it is on Android",
        tree: &["--package", "gatepass-ffi", "--target", "aarch64-linux-android"],
        without: FOREIGN_TO_PHONES,
    },
    Boundary {
        what: "so it is on iOS",
        tree: &["--package", "gatepass-ffi", "--target", "aarch64-apple-ios"],
        without: FOREIGN_TO_PHONES,
    },
    Boundary {
        what: "the shell without the demo is a client only",
        tree: &["--package", "gatepass-cli", "--no-default-features"],
        without: &["gatepass-panel", "axum", "rxing"],
    },
];

/// What the meaning of the service must not touch: databases, threads, the web, the clock.
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
];

/// The lines of sources below `panel/src/building` that touch it.
fn trespasses(sources: &[(String, String)]) -> Vec<String> {
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

/// Checks them all.
pub(crate) fn check() -> Result<(), String> {
    cargo::run(&["check", "--package", "gatepass-core", "--no-default-features"])?;
    modules::check()?;
    let sources = sources_of_building()?;
    let mut wrong = trespasses(&sources);
    println!("what the service means is pure: {} files", sources.len());
    for boundary in BOUNDARIES {
        let crates = crates(boundary.tree)?;
        let trespassers: Vec<&str> = boundary.without.iter().copied().filter(|name| crates.contains(*name)).collect();
        if trespassers.is_empty() {
            println!("{}: {} crates", boundary.what, crates.len());
        } else {
            wrong.push(format!(
                "not true any more: {}; it holds {}. See `cargo tree {} --edges normal --invert {}`",
                boundary.what,
                trespassers.join(", "),
                boundary.tree.join(" "),
                trespassers[0],
            ));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The names of all crates that are built into the one asked for.
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
    use super::trespasses;

    #[test]
    fn a_trespass_is_seen() {
        let of = |text: &str| trespasses(&[("present.rs".to_owned(), text.to_owned())]).len();
        assert_eq!(of("use rusqlite::Connection;\nlet now = Utc::now();"), 2);
        assert_eq!(of("use crate::ledger::LedgerError;"), 1);
        assert_eq!(of("// The writer (tokio) does that.\nuse super::Act;"), 0);
    }
}
