//! Compiles the apps' texts, and says how the library is linked.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use gatepass_words_compiler::{Catalogue, encode, records};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    texts()?;
    link();
    Ok(())
}

/// `locales/*/app.ftl`, as records and messages that cross the bindings.
fn texts() -> Result<(), Box<dyn Error>> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    let catalogue = Catalogue::read(&locales)?;
    let app = catalogue.resource("app").ok_or("locales/en/app.ftl is missing")?;
    let out = env::var("OUT_DIR")?;
    for language in &catalogue.languages {
        fs::write(Path::new(&out).join(format!("app.{language}.bin")), encode(app, language)?)?;
    }
    fs::write(Path::new(&out).join("app.rs"), records(app, &catalogue.languages))?;
    Ok(())
}

/// Here and not in a configuration of cargo, because flags in the environment would replace those without a word.
fn link() {
    let target = |part: &str| env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    let arguments: &[&str] = match (target("OS").as_str(), target("ENV").as_str()) {
        // Phones with pages of 16 KiB load nothing that is aligned to less (developer.android.com, "Support 16 KB page
        // sizes"). Packed relocations are read by Android since version 6.
        ("android", _) => &["-Wl,-z,max-page-size=16384", "-Wl,--pack-dyn-relocs=android"],
        // The same for measuring on this machine.
        ("linux", "gnu") => &["-Wl,-z,pack-relative-relocs"],
        _ => &[],
    };
    for argument in arguments {
        println!("cargo::rustc-link-arg-cdylib={argument}");
    }
    // Functions that are the same to the byte are kept once, as Apple's linker does by itself. Where Rust's own linker,
    // or the NDK's, links, and only for an app: a debugger is confused by it.
    let folds = target("OS") == "android" || (target("ENV") == "gnu" && target("ARCH") == "x86_64");
    if folds && env::var("OPT_LEVEL").is_ok_and(|level| level == "z") {
        println!("cargo::rustc-link-arg-cdylib=-Wl,--icf=all");
    }
}
