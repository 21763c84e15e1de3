//! Checks the order of core's modules in the sources: each may use only those below it, and each kind of I/O has owners.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::cargo;

/// From the bottom up. A module may use the modules of the rows before its own.
const ORDER: &[&[&str]] = &[
    &["id", "time", "unicode"],
    &["door", "identifier", "panel", "qr"],
    &["pass"],
    &["api"],
    &["share"],
    &["wizard"],
    &["outbox", "vault"],
    &["net", "store"],
    &["sync"],
    &["app"],
];

/// Names that only their owners may use. So the other modules are pure with the feature `client` too.
const OWNERS: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("reqwest", &["net"]),
    ("rustls", &["net"]),
    ("keyring", &["vault"]),
    ("tokio", &["net", "store", "sync", "app"]),
    ("std::fs", &["store", "vault"]),
    ("std::net", &["net"]),
    ("std::thread", &["store"]),
    ("SystemTime", &["app"]),
];

/// A file of core.
struct Source {
    module: String,
    path: String,
    /// The depth of the file below the root of the crate.
    depth: usize,
    text: String,
}

/// Checks the sources of core.
pub(crate) fn check() -> Result<(), String> {
    let sources = sources(&cargo::root().join("core/src"))?;
    let violations = violations(&sources);
    if !violations.is_empty() {
        return Err(violations.join("\n"));
    }
    println!("core's modules keep their order: {} files", sources.len());
    Ok(())
}

fn sources(folder: &Path) -> Result<Vec<Source>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for file in fs::read_dir(&next).map_err(|error| format!("{}: {error}", next.display()))? {
            let path = file.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let within = path.strip_prefix(folder).map_err(|error| error.to_string())?.with_extension("");
            let depth = within.iter().filter(|part| *part != "mod").count();
            let module = within.iter().next().unwrap_or_default().to_string_lossy().into_owned();
            // The root only declares its modules.
            if module == "lib" || path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            found.push(Source { module, path: path.display().to_string(), depth, text });
        }
    }
    Ok(found)
}

fn row_of(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

fn violations(sources: &[Source]) -> Vec<String> {
    let mut violations = Vec::new();
    for Source { module, path, depth, text } in sources {
        let code = without_comments(text);
        let Some(row) = row_of(module) else {
            violations.push(format!("{path}: say in xtask/src/modules.rs where `{module}` stands in core's order"));
            continue;
        };
        for used in crate_modules_used(&code) {
            let allowed = used == *module || row_of(&used).is_some_and(|below| below < row);
            if !allowed {
                violations
                    .push(format!("{path}: `{module}` may not use `crate::{used}`, which does not stand below it"));
            }
        }
        if names(&code, vec!["super"; *depth].join("::").as_str()) {
            violations
                .push(format!("{path}: a module of the crate is named from `crate`, so that its place can be checked"));
        }
        for (what, owners) in OWNERS {
            if !owners.contains(&module.as_str()) && names(&code, what) {
                violations.push(format!("{path}: `{what}` belongs to {} alone", owners.join(", ")));
            }
        }
    }
    violations
}

fn without_comments(text: &str) -> String {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

fn is_identifier_char(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether the code contains the name as a whole word.
fn names(code: &str, what: &str) -> bool {
    code.match_indices(what).any(|(at, _)| {
        !code[..at].ends_with(is_identifier_char) && !code[at + what.len()..].starts_with(is_identifier_char)
    })
}

/// The first names after `crate::`, in imports, in groups of imports and in paths.
fn crate_modules_used(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, start) in code.match_indices("crate::") {
        if code[..at].ends_with(is_identifier_char) {
            continue;
        }
        let after = &code[at + start.len()..];
        match after.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.extend(first_name(after)),
        }
    }
    found
}

fn first_name(path: &str) -> Option<String> {
    let name: String = path.trim_start().chars().take_while(|letter| is_identifier_char(*letter)).collect();
    (!name.is_empty()).then_some(name)
}

/// The first names of a group's members, up to the brace that ends it.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut begin, mut found) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.extend(first_name(&group[begin..at]));
                begin = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Source, violations};

    fn wrong(module: &str, text: &str) -> Vec<String> {
        violations(&[Source { module: module.to_owned(), path: "a.rs".to_owned(), depth: 2, text: text.to_owned() }])
    }

    #[test]
    fn an_import_against_the_order_is_found() {
        assert_eq!(wrong("store", "use crate::sync::Engine;\nuse crate::outbox::Command;").len(), 1);
        assert_eq!(wrong("outbox", "let app: Option<crate::app::App> = None;").len(), 1, "a path within the code");
        assert_eq!(wrong("pass", "use crate::{\n    id::{PassId, DoorId},\n    api, wizard::step,\n};").len(), 2);
        assert_eq!(wrong("net", "pub(crate) use crate::store::Store;").len(), 1, "beside it is not below it");
        assert!(wrong("net", "use crate::net::{Api, NetError};\nuse mycrate::app::App;").is_empty());
        assert!(wrong("store", "//! As [`crate::sync`] needs it.\nuse crate::pass::Pass;").is_empty());
    }

    #[test]
    fn a_path_through_super_is_found() {
        assert_eq!(wrong("store", "use super::super::app::App;").len(), 1);
        assert!(wrong("store", "use super::{Db, StoreError};").is_empty());
    }

    #[test]
    fn a_module_without_a_row_is_found() {
        assert_eq!(wrong("helpers", "").len(), 1);
        assert_eq!(wrong("app", "use crate::helpers::of;").len(), 1);
    }

    #[test]
    fn io_has_its_owners() {
        assert_eq!(wrong("outbox", "use rusqlite::Connection;\nuse tokio::sync::Mutex;").len(), 2);
        assert_eq!(wrong("sync", "use reqwest::Client;").len(), 1);
        assert!(wrong("store", "use rusqlite::Connection;\nuse std::fs;").is_empty());
        assert!(wrong("pass", "let reqwested = 1;").is_empty());
    }
}
