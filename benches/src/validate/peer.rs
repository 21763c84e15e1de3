//! The peer: `benches/fastify`, installed below `target` and filled with the same panels and passes.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::SeededSite;
use crate::Result;
use crate::process::{Placement, Server};

const FILES: &[&str] = &["package.json", "package-lock.json", "database.js", "decide.js", "server.js"];

/// Installs, fills and starts the server.
pub(super) fn start(folder: &Path, site: &SeededSite, placement: Placement) -> Result<Server> {
    let program = install()?;
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir(folder)?;
    std::fs::write(folder.join("panels.txt"), site.panels.join("\n"))?;
    std::fs::write(folder.join("passes.txt"), site.passes.join("\n"))?;
    let seeded = Command::new("node").arg(&program).arg(folder).arg("--seed").status()?;
    if !seeded.success() {
        return Err("the fastify server could not make its database".into());
    }
    Server::start(placement.server(Path::new("node")).arg(&program).arg(folder).env("NODE_ENV", "production"))
}

/// Copies the sources below `target` and installs their packages there, so that the tree stays clean.
fn install() -> Result<PathBuf> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("fastify");
    let own = std::env::current_exe()?;
    let folder = own.ancestors().nth(2).ok_or("the program has no folder")?.join("fastify");
    std::fs::create_dir_all(&folder)?;
    let lock = |of: &Path| std::fs::read(of.join("package-lock.json")).ok();
    let installed = folder.join("node_modules/better-sqlite3/build/Release/better_sqlite3.node").exists()
        && lock(&folder) == lock(&sources);
    for file in FILES {
        std::fs::copy(sources.join(file), folder.join(file))?;
    }
    if !installed {
        println!("installing fastify and better-sqlite3 (needs Node 20 or later and npm)");
        let npm = Command::new("npm").args(["ci", "--no-fund", "--no-audit"]).current_dir(&folder).status();
        let npm = npm.map_err(|error| format!("npm did not start: {error}; --without-peer leaves the peer out"))?;
        if !npm.success() {
            return Err("npm could not install the peer; --without-peer leaves it out".into());
        }
    }
    Ok(folder.join("server.js"))
}
