//! Adds up the symbols of the phones' library by crate.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cargo;

/// Crates that come with the compiler. A symbol counts as theirs only if it names no other crate.
const STANDARD: &[&str] =
    &["alloc", "core", "hashbrown", "std", "gimli", "addr2line", "rustc_demangle", "compiler_builtins"];

/// Prints the largest crates of a library with symbols. Unwinding tables and unnamed constants are in no crate's sum.
pub(crate) fn print(library: &Path) -> Result<(), String> {
    let symbols =
        cargo::read(cargo::program("nm").args(["--print-size", "--defined-only", "--demangle"]).arg(library))?;
    let sizes = by_crate(&symbols);
    let mut largest: Vec<(&String, &u64)> = sizes.iter().collect();
    largest.sort_by_key(|(_, size)| std::cmp::Reverse(**size));
    for (name, size) in largest.into_iter().take(30) {
        println!("{:>9} KB  {name}", size / 1000);
    }
    Ok(())
}

fn by_crate(symbols: &str) -> BTreeMap<String, u64> {
    let (mut sizes, mut seen) = (BTreeMap::new(), std::collections::BTreeSet::new());
    for line in symbols.lines() {
        let mut parts = line.splitn(4, ' ');
        let (Some(at), Some(size), Some(_), Some(name)) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let Ok(size) = u64::from_str_radix(size, 16) else { continue };
        // Folded functions share one address.
        if seen.insert(at) {
            *sizes.entry(owner(name)).or_default() += size;
        }
    }
    sizes
}

/// The crate of a symbol: the first crate in a Rust name that is not the compiler's, else the part of the C code.
fn owner(name: &str) -> String {
    let mut standard = false;
    for (at, _) in name.match_indices("::") {
        // The newer mangling demangles to `core[c1f1a4ba060b9bfa]::ptr`.
        let before = name[..at].strip_suffix(']').and_then(|text| text.rsplit_once('[')).map_or(&name[..at], |it| it.0);
        let start = before.rfind(|letter: char| !(letter.is_alphanumeric() || letter == '_')).map_or(0, |at| at + 1);
        if start >= before.len() || before[..start].ends_with("::") || !before[start..].starts_with(char::is_lowercase)
        {
            continue;
        }
        if !STANDARD.contains(&&before[start..]) {
            return before[start..].to_owned();
        }
        standard = true;
    }
    let c = [
        ("ring_core", "ring (C and assembler)"),
        ("ecp_", "ring (C and assembler)"),
        ("UNIFFI_META", "what the generator reads"),
    ];
    match c.iter().find(|(start, _)| name.starts_with(start)) {
        _ if standard => "the standard library".to_owned(),
        Some((_, owner)) => (*owner).to_owned(),
        None if name.starts_with("uniffi_") || name.starts_with("ffi_") => "gatepass_ffi".to_owned(),
        None => "SQLite and other C".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{by_crate, owner};

    #[test]
    fn a_symbol_has_an_owner() {
        assert_eq!(owner("tokio::runtime::task::core::Cell<T,S>::new::h0123"), "tokio");
        assert_eq!(owner("<alloc::vec::Vec<gatepass_core::pass::Pass> as core::clone::Clone>::clone"), "gatepass_core");
        assert_eq!(owner("core[c1f1a4ba060b9bfa]::num::dec2flt::table::POWER"), "the standard library");
        assert_eq!(owner("miniz_oxide[b662226d77c6ee8e]::inflate::core::decompress"), "miniz_oxide");
        assert_eq!(owner("sqlite3VdbeExec"), "SQLite and other C");
        assert_eq!(owner("ring_core_0_17_14__x25519_sc_muladd"), "ring (C and assembler)");
    }

    #[test]
    fn what_was_folded_counts_once() {
        let sizes =
            by_crate("00000010 00000008 t tokio::a\n00000010 00000008 t tokio::b\n00000020 0000000a t tokio::c\nU x");
        assert_eq!(sizes.get("tokio"), Some(&18));
    }
}
