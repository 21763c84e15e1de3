//! Builds what `gatepass-bench app` runs: the library with the profile of the apps, and the two programs that use it.

use std::path::PathBuf;

use crate::size::{self, LibrarySize};
use crate::{bindings, cargo, machine, shells};

/// Builds the library and the programs this machine can build, and returns the library's size.
pub(crate) fn build() -> Result<LibrarySize, String> {
    let measured = size::measure()?;
    let folder = cargo::target().join("bench/app");
    for language in ["kotlin", "swift"] {
        // The code is generated from this library: that of the tests' library calls functions only that one has.
        bindings::generate_one(language, &size::library(), &folder.join(language))?;
    }
    match machine::missing(&[machine::JAVA, machine::MAVEN]) {
        Some(missing) => println!("Kotlin is left out: {missing}"),
        None => kotlin()?,
    }
    match shells::cannot_run_swift(true) {
        Some(why) => println!("Swift is left out: {why}"),
        None => swift(&folder)?,
    }
    Ok(measured)
}

fn kotlin() -> Result<(), String> {
    let arguments = ["--batch-mode", "--no-transfer-progress", "--quiet", "--file", "benches/app/pom.xml"];
    // Maven reads the parent project in place and builds none of it.
    cargo::show(cargo::program("mvn").args(arguments).arg("compile"))
}

fn swift(folder: &std::path::Path) -> Result<(), String> {
    let code = folder.join("swift");
    let modules: PathBuf = code.join("modules");
    std::fs::create_dir_all(&modules).map_err(|error| error.to_string())?;
    for (from, to) in
        [("GatepassBindingsFFI.h", "GatepassBindingsFFI.h"), ("GatepassBindingsFFI.modulemap", "module.modulemap")]
    {
        std::fs::copy(code.join(from), modules.join(to)).map_err(|error| format!("{from}: {error}"))?;
    }
    let libraries = size::library().parent().expect("a file is in a folder").to_owned();
    let mut command = shells::swift_command();
    command.args(["swiftc", "-O", "-swift-version", "5", "-suppress-warnings", "-module-name", "First"]);
    command.arg("-I").arg(&modules).arg("-L").arg(&libraries).arg("-lgatepass_ffi");
    command.args(["-Xlinker", "-rpath", "-Xlinker"]).arg(&libraries);
    command.arg("-o").arg(folder.join("first-swift"));
    command.arg(cargo::root().join("benches/app/main.swift")).arg(code.join("GatepassBindings.swift"));
    cargo::show(&mut command)
}
