//! Writes `words/cldr/data`: ICU4X's data of the offered languages, from the Unicode Consortium's CLDR.
//!
//! CLDR comes as npm packages, the generator as a crate. Both versions are pinned: the data must be made by the version
//! of ICU4X that reads it, and the same command must write the same bytes.

use std::path::{Path, PathBuf};

use gatepass_words_compiler::Catalogue;
use serde_json::Value;

use crate::cargo;

const ICU4X: &str = "2.4.0";
const CLDR: &str = "48.2.0";
const PACKAGES: [&str; 7] =
    ["core", "dates-full", "numbers-full", "misc-full", "localenames-full", "units-full", "bcp47"];
const MARKERS: [&str; 11] = [
    "DatetimePatternsDateGregorianV1",
    "DatetimePatternsTimeV1",
    "DatetimePatternsGlueV1",
    "DatetimeNamesMonthGregorianV1",
    "DatetimeNamesYearGregorianV1",
    "DatetimeNamesWeekdayV1",
    "DatetimeNamesDayperiodV1",
    "DecimalSymbolsV1",
    "DecimalDigitsV1",
    "ListAndV1",
    "PluralsCardinalV1",
];

/// Fetches CLDR and the generator, and writes the data. Needs npm, and a few minutes the first time.
pub(crate) fn generate() -> Result<(), String> {
    let folder = cargo::target().join("cldr");
    let source = folder.join("source");
    std::fs::create_dir_all(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    for package in PACKAGES {
        fetch(&source, package)?;
    }
    adapt_to_generator(&source)?;
    let root = folder.join("generator");
    cargo::show(
        cargo::cargo().args(["install", "icu4x-datagen", "--version", ICU4X, "--locked", "--root"]).arg(&root),
    )?;
    let catalogue = Catalogue::read(&cargo::root().join("locales")).map_err(|error| error.to_string())?;
    let mut command = cargo::program(root.join("bin/icu4x-datagen"));
    command.arg("--cldr-root").arg(&source);
    // A leading `@` selects the language without its regions.
    command.args(["--locales", "@und"]).args(catalogue.languages.iter().map(|language| format!("@{language}")));
    command.args(["--deduplication", "none", "--no-internal-fallback", "--use-separate-crates"]);
    command.args(["--format", "baked", "--overwrite", "--out"]).arg(cargo::root().join("words/cldr/data"));
    cargo::show(command.arg("--markers").args(MARKERS))
}

fn fetch(source: &Path, package: &str) -> Result<(), String> {
    let folder = source.join(format!("cldr-{package}"));
    if folder.exists() {
        return Ok(());
    }
    let archive = format!("cldr-{package}-{CLDR}.tgz");
    cargo::show(cargo::program("npm").args(["pack", &format!("cldr-{package}@{CLDR}")]).current_dir(source))?;
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let unpack = ["--extract", "--gzip", "--strip-components=1", "--file", &archive, "--directory"];
    cargo::show(cargo::program("tar").args(unpack).arg(&folder).current_dir(source))
}

/// Adapts the npm packages to the generator, which expects a newer CLDR. It differs in two things, and neither is in the
/// written data: interval formats have a table of ranges, and Japanese eras before 1868 are removed.
fn adapt_to_generator(source: &Path) -> Result<(), String> {
    let main = source.join("cldr-dates-full/main");
    let unreadable = |error: std::io::Error| format!("{}: {error}", main.display());
    for language in std::fs::read_dir(&main).map_err(unreadable)? {
        for file in std::fs::read_dir(language.map_err(unreadable)?.path()).map_err(unreadable)? {
            let path = file.map_err(unreadable)?.path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("ca-")) {
                change(&path, add_interval_ranges)?;
            }
        }
    }
    change(&source.join("cldr-core/supplemental/calendarData.json"), |data| {
        const MEIJI: u32 = 232;
        if let Some(eras) = data.pointer_mut("/supplemental/calendarData/japanese/eras").and_then(Value::as_object_mut)
        {
            eras.retain(|era, _| era.parse().is_ok_and(|era: u32| era >= MEIJI));
        }
    })
}

fn add_interval_ranges(data: &mut Value) {
    if let Some(object) = data.as_object_mut() {
        for (key, value) in object.iter_mut() {
            if let Some(formats) = value.as_object_mut().filter(|_| key == "intervalFormats") {
                formats.entry("intervalFormatRanges").or_insert_with(|| Value::Object(serde_json::Map::new()));
            }
            add_interval_ranges(value);
        }
    }
}

fn change(path: &PathBuf, change: impl FnOnce(&mut Value)) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| failed(&error))?;
    let mut data: Value = serde_json::from_str(&text).map_err(|error| failed(&error))?;
    change(&mut data);
    std::fs::write(path, data.to_string()).map_err(|error| failed(&error))
}
