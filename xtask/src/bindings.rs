//! The phones' library and its Swift, Kotlin and Python halves.

use std::path::{Path, PathBuf};

use crate::cargo;

/// The file the generated code opens.
pub(crate) fn library() -> PathBuf {
    cargo::target().join("debug").join(if cfg!(target_os = "macos") {
        "libgatepass_ffi.dylib"
    } else {
        "libgatepass_ffi.so"
    })
}

/// Where the generated code is.
pub(crate) fn folder(language: &str) -> PathBuf {
    cargo::target().join("bindings").join(language)
}

/// Builds the library with what the boundary tests call, and writes all three languages.
///
/// Files that come out as they were keep their dates, so that nobody builds anew for nothing.
pub(crate) fn generate() -> Result<(), String> {
    // Each alone: built together, the generator would end up in the library.
    cargo::run(&["build", "--package", "gatepass-ffi", "--features", "probe"])?;
    cargo::run(&["build", "--package", "gatepass-bindgen"])?;
    for language in ["swift", "kotlin", "python"] {
        let fresh = folder(".fresh").join(language);
        generate_one(language, &library(), &fresh)?;
        put(&fresh, &folder(language))?;
    }
    put_one(&library(), &folder("python").join(library().file_name().unwrap_or_default()))?;
    into_ios()
}

/// Writes the code of one language for `library` into `folder`.
pub(crate) fn generate_one(language: &str, library: &Path, folder: &Path) -> Result<(), String> {
    remove(folder)?;
    let arguments = ["generate", "--no-format", "--language", language, "--out-dir"];
    cargo::show(generator().args(arguments).arg(folder).arg(library))
}

/// The generator, which has to be built.
pub(crate) fn generator() -> std::process::Command {
    cargo::program(cargo::target().join("debug").join("gatepass-bindgen"))
}

/// Where the Swift package has its generated targets.
fn into_ios() -> Result<(), String> {
    let (from, sources) = (folder("swift"), cargo::root().join("ios/Sources"));
    let header = sources.join("GatepassBindingsFFI/include");
    put_one(&from.join("GatepassBindings.swift"), &sources.join("GatepassBindings/GatepassBindings.swift"))?;
    put_one(&from.join("GatepassBindingsFFI.h"), &header.join("GatepassBindingsFFI.h"))?;
    put_one(&from.join("GatepassBindingsFFI.modulemap"), &header.join("module.modulemap"))
}

/// Makes `to` hold what `from` holds, and nothing else.
fn put(from: &Path, to: &Path) -> Result<(), String> {
    for old in files(to)? {
        if !from.join(&old).exists() {
            std::fs::remove_file(to.join(&old)).map_err(|error| said(to, &error))?;
        }
    }
    for new in files(from)? {
        put_one(&from.join(&new), &to.join(&new))?;
    }
    Ok(())
}

fn put_one(from: &Path, to: &Path) -> Result<(), String> {
    let content = std::fs::read(from).map_err(|error| said(from, &error))?;
    if std::fs::read(to).is_ok_and(|old| old == content) {
        return Ok(());
    }
    println!("{}", to.strip_prefix(cargo::root()).unwrap_or(to).display());
    let parent = to.parent().expect("a file is in a folder");
    std::fs::create_dir_all(parent).and_then(|()| std::fs::write(to, content)).map_err(|error| said(to, &error))
}

/// The files below a folder, by their paths in it; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        if !next.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&next).map_err(|error| said(&next, &error))?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).expect("it is below").to_owned());
            }
        }
    }
    Ok(found)
}

fn remove(folder: &Path) -> Result<(), String> {
    if folder.exists() { std::fs::remove_dir_all(folder).map_err(|error| said(folder, &error)) } else { Ok(()) }
}

fn said(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
