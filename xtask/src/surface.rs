//! Compares the interface of the bindings with the text in the tree.

use std::collections::BTreeSet;

use crate::{bindings, cargo};

const HEADING: &str = "# What the phones' library offers to the apps, as Kotlin and Swift see it.
# Written by `cargo xtask surface --update`; a change here is a change for app developers.

";

/// Compares the text in the tree with the interface of the library, or writes it again.
///
/// # Errors
///
/// They differ; the differing lines are printed.
pub(crate) fn check(update: bool) -> Result<(), String> {
    let file = cargo::root().join("bindings/surface.txt");
    let offered = offered()?;
    if update {
        return std::fs::write(&file, offered).map_err(|error| format!("{}: {error}", file.display()));
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    if written == offered {
        println!("{} lines, as in bindings/surface.txt", offered.lines().count());
        return Ok(());
    }
    for line in differences(&written, &offered) {
        println!("{line}");
    }
    Err("the bindings changed; if that is meant: cargo xtask surface --update".to_owned())
}

fn offered() -> Result<String, String> {
    let program = cargo::target().join("debug/surface");
    cargo::read(cargo::program(program).arg(bindings::library())).map(|surface| format!("{HEADING}{surface}"))
}

/// The removed and the added lines, each with its heading.
fn differences(before: &str, after: &str) -> Vec<String> {
    let (old, new) = (full_lines(before), full_lines(after));
    let gone = old.difference(&new).map(|line| format!("- {line}"));
    let added = new.difference(&old).map(|line| format!("+ {line}"));
    gone.chain(added).collect()
}

/// Each line with the heading it is indented below.
fn full_lines(text: &str) -> BTreeSet<String> {
    let mut heading = "";
    let mut lines = BTreeSet::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if line.starts_with(' ') {
            lines.insert(format!("{heading}: {}", line.trim()));
        } else {
            heading = line;
            lines.insert(line.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn a_difference_names_what_it_belongs_to() {
        let before = "# heading\n\nrecord Pass\n    name: String\n";
        let after = "# heading\n\nrecord Pass\n    name: String?\n\nenum Half\n    Valid\n";
        assert_eq!(
            differences(before, after),
            ["- record Pass: name: String", "+ enum Half", "+ enum Half: Valid", "+ record Pass: name: String?"]
        );
        assert!(differences(before, "record Pass\n    name: String\n").is_empty(), "comments are none of the surface");
    }
}
