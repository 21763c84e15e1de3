//! Measures the phones' library and compares it with a ledger in the tree, so that growth is a decision.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{bindings, cargo};

/// Growth by more than this factor needs a new entry with a note.
const ALLOWED_GROWTH: f64 = 1.05;

/// The target on 64-bit PCs, in bytes.
const TARGET_SIZE: u64 = 6_500_000;

/// Sizes in bytes.
pub(crate) struct LibrarySize {
    stripped: u64,
    gzip: u64,
}

/// Builds the library as for the apps' stores and compares its size with the ledger. With a note, it first writes a new entry.
pub(crate) fn check(new_note: Option<&str>) -> Result<(), String> {
    let target = cargo::host()?;
    let measured = measure()?;
    let aim = if measured.stripped <= TARGET_SIZE { "met" } else { "missed" };
    println!(
        "{target}: {} stripped, {} with gzip; aim {}: {aim}",
        megabytes(measured.stripped),
        megabytes(measured.gzip),
        megabytes(TARGET_SIZE)
    );
    let file = cargo::root().join("bindings/size.json");
    let mut ledger = read(&file)?;
    if let Some(note) = new_note {
        let entry = json!({"stripped": measured.stripped, "gzip": measured.gzip, "note": note});
        let entries = ledger.as_object_mut().ok_or("bindings/size.json is no object")?.entry(&target);
        entries.or_insert_with(|| json!([])).as_array_mut().ok_or("an entry is no list")?.push(entry);
        let text = serde_json::to_string_pretty(&ledger).map_err(|error| error.to_string())?;
        std::fs::write(&file, text + "\n").map_err(|error| format!("{}: {error}", file.display()))?;
    }
    check_notes(&ledger)?;
    let Some(last) = ledger[&target].as_array().and_then(|entries| entries.last()) else {
        println!("The ledger has no entry for {target}; `cargo xtask size --note \"first\"` makes one.");
        return Ok(());
    };
    let before = last["stripped"].as_u64().unwrap_or_default();
    if exceeds_growth(before, measured.stripped) {
        return Err(format!(
            "it was {}; if that is meant: cargo xtask size --note \"what it is for\"",
            megabytes(before)
        ));
    }
    Ok(())
}

/// Checks that every entry more than 5 % above the one before it has a note.
fn check_notes(ledger: &Value) -> Result<(), String> {
    for (target, entries) in ledger.as_object().into_iter().flatten() {
        let entries = entries.as_array().ok_or_else(|| format!("{target} has no list"))?;
        for pair in entries.windows(2) {
            let (before, after) = (pair[0]["stripped"].as_u64(), pair[1]["stripped"].as_u64());
            let note = pair[1]["note"].as_str().unwrap_or_default().trim();
            if exceeds_growth(before.unwrap_or_default(), after.unwrap_or_default()) && note.is_empty() {
                return Err(format!("{target}: an entry grew by more than 5 % and has no note"));
            }
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52")]
fn exceeds_growth(before: u64, after: u64) -> bool {
    after as f64 > before as f64 * ALLOWED_GROWTH
}

fn read(file: &Path) -> Result<Value, String> {
    match std::fs::read(file) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display())),
        Err(_) => Ok(json!({})),
    }
}

/// Builds the library with the profile of the apps and measures a stripped copy, because each platform's packaging strips
/// it. The generator needs the symbols.
pub(crate) fn measure() -> Result<LibrarySize, String> {
    cargo::run(&["build", "--package", "gatepass-ffi", "--profile", "mobile"])?;
    cargo::run(&["build", "--package", "gatepass-bindgen"])?;
    let library = library();
    let folder = cargo::target().join("size");
    bindings::generate_one("kotlin", &library, &folder.join("kotlin"))?;
    let stripped = folder.join("stripped.so");
    cargo::show(cargo::program("strip").arg("-o").arg(&stripped).arg(&library))?;
    cargo::show(cargo::program("gzip").args(["--best", "--keep", "--force"]).arg(&stripped))?;
    let size = |path: PathBuf| {
        std::fs::metadata(&path).map(|it| it.len()).map_err(|error| format!("{}: {error}", path.display()))
    };
    Ok(LibrarySize { gzip: size(folder.join("stripped.so.gz"))?, stripped: size(stripped)? })
}

/// The library with the profile of the apps, with its symbols.
pub(crate) fn library() -> PathBuf {
    cargo::target().join("mobile").join(bindings::library().file_name().unwrap_or_default())
}

/// The size as a line of the benchmarks' table.
pub(crate) fn figure(measured: &LibrarySize) -> Vec<String> {
    let figure = format!("{}, {} with gzip", megabytes(measured.stripped), megabytes(measured.gzip));
    let verdict = if measured.stripped <= TARGET_SIZE { "met" } else { "missed" };
    vec![
        "the phones' library, stripped".to_owned(),
        figure,
        format!("≤ {}", megabytes(TARGET_SIZE)),
        verdict.to_owned(),
    ]
}

fn megabytes(bytes: u64) -> String {
    let thousands = bytes / 1000;
    format!("{}.{:02} MB", thousands / 1000, thousands % 1000 / 10)
}

#[cfg(test)]
mod tests {
    use super::{check_notes, exceeds_growth, megabytes};
    use serde_json::json;

    #[test]
    fn growth_needs_a_note() {
        assert!(!exceeds_growth(1000, 1050) && exceeds_growth(1000, 1051));
        let entry = |stripped: u64, note: &str| json!({"stripped": stripped, "gzip": 1, "note": note});
        assert!(check_notes(&json!({"a": [entry(1000, ""), entry(1040, ""), entry(900, "")]})).is_ok());
        assert!(check_notes(&json!({"a": [entry(1000, ""), entry(1100, "cameras")]})).is_ok());
        assert!(check_notes(&json!({"a": [entry(1000, ""), entry(1100, " ")]})).is_err());
    }

    #[test]
    fn sizes_are_read_by_people() {
        assert_eq!((megabytes(4_499_999), megabytes(900_000)), ("4.49 MB".to_owned(), "0.90 MB".to_owned()));
    }
}
