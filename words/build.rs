//! Compiles `locales/` into the types and the data of this crate.

use std::path::Path;
use std::{env, error, fs};

use gatepass_words_compiler::{Catalogue, LANGUAGE, encode, languages, messages};

/// The texts of the apps. The bindings compile them.
const APP: &str = "app";

fn main() -> Result<(), Box<dyn error::Error>> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let catalogue = match Catalogue::read(&locales) {
        Ok(catalogue) => catalogue,
        Err(problems) => {
            for problem in problems.to_string().lines() {
                println!("cargo::error={problem}");
            }
            return Err("the catalogue of words cannot be used".into());
        }
    };
    fs::write(out.join("languages.rs"), languages(&catalogue)?)?;
    for resource in catalogue.resources.iter().filter(|resource| ![LANGUAGE, APP].contains(&resource.name.as_str())) {
        for language in &catalogue.languages {
            fs::write(out.join(format!("{}.{language}.bin", resource.name)), encode(resource, language)?)?;
        }
        fs::write(out.join(format!("{}.rs", resource.name)), messages(resource, &catalogue.languages))?;
    }
    Ok(())
}
