//! The phones' library and its generated Swift, Kotlin and Python code.

use std::path::{Path, PathBuf};

use crate::cargo;

/// The library that the generated code loads.
pub(crate) fn library() -> PathBuf {
    cargo::target().join("debug").join(if cfg!(target_os = "macos") {
        "libgatepass_ffi.dylib"
    } else {
        "libgatepass_ffi.so"
    })
}

/// The folder of the generated code.
pub(crate) fn folder(language: &str) -> PathBuf {
    cargo::target().join("bindings").join(language)
}

/// Builds the library with the functions of the boundary tests, and writes the code of all three languages.
///
/// Unchanged files keep their dates, so that nothing is rebuilt without need.
pub(crate) fn generate() -> Result<(), String> {
    // Two builds: in one, feature unification would mirror_folder the generator into the library.
    cargo::run(&["build", "--package", "gatepass-ffi", "--features", "probe"])?;
    cargo::run(&["build", "--package", "gatepass-bindgen"])?;
    for language in ["swift", "kotlin", "python"] {
        let fresh = folder(".fresh").join(language);
        generate_one(language, &library(), &fresh)?;
        mirror_folder(&fresh, &folder(language))?;
    }
    copy_if_changed(&library(), &folder("python").join(library().file_name().unwrap_or_default()))?;
    copy_into_ios()
}

/// Writes the code of one language for `library` into `folder`.
pub(crate) fn generate_one(language: &str, library: &Path, folder: &Path) -> Result<(), String> {
    remove(folder)?;
    let arguments = ["generate", "--no-format", "--language", language, "--out-dir"];
    cargo::show(generator().args(arguments).arg(folder).arg(library))
}

/// The generator. It must be built before.
pub(crate) fn generator() -> std::process::Command {
    cargo::program(cargo::target().join("debug").join("gatepass-bindgen"))
}

/// Copies the generated Swift code into the Swift package.
fn copy_into_ios() -> Result<(), String> {
    let (from, sources) = (folder("swift"), cargo::root().join("ios/Sources"));
    let header = sources.join("GatepassBindingsFFI/include");
    copy_if_changed(&from.join("GatepassBindings.swift"), &sources.join("GatepassBindings/GatepassBindings.swift"))?;
    copy_if_changed(&from.join("GatepassBindingsFFI.h"), &header.join("GatepassBindingsFFI.h"))?;
    copy_if_changed(&from.join("GatepassBindingsFFI.modulemap"), &header.join("module.modulemap"))
}

/// Makes the content of `to` equal to that of `from`.
fn mirror_folder(from: &Path, to: &Path) -> Result<(), String> {
    for old in files(to)? {
        if !from.join(&old).exists() {
            std::fs::remove_file(to.join(&old)).map_err(|error| with_path(to, &error))?;
        }
    }
    for new in files(from)? {
        copy_if_changed(&from.join(&new), &to.join(&new))?;
    }
    Ok(())
}

fn copy_if_changed(from: &Path, to: &Path) -> Result<(), String> {
    let content = std::fs::read(from).map_err(|error| with_path(from, &error))?;
    if std::fs::read(to).is_ok_and(|old| old == content) {
        return Ok(());
    }
    println!("{}", to.strip_prefix(cargo::root()).unwrap_or(to).display());
    let parent = to.parent().expect("a file is in a folder");
    std::fs::create_dir_all(parent).and_then(|()| std::fs::write(to, content)).map_err(|error| with_path(to, &error))
}

/// The paths of the files below a folder, relative to it; none if the folder does not exist.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        if !next.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&next).map_err(|error| with_path(&next, &error))?.flatten() {
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
    if folder.exists() { std::fs::remove_dir_all(folder).map_err(|error| with_path(folder, &error)) } else { Ok(()) }
}

fn with_path(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
