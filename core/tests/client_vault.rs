//! Every vault keeps what it is given and forgets what it is told to; the file is its owner's alone.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

use gatepass_core::vault::{FileVault, MemoryVault, SecretVault, VaultError};

fn keeps_its_promise(vault: &dyn SecretVault, reopened: Option<&dyn SecretVault>) {
    let (one, two) = (|| "token one".to_owned(), || "token two".to_owned());
    assert_eq!(vault.get(one()).unwrap(), None);
    vault.remove(one()).unwrap();
    vault.set(one(), b"first".to_vec()).unwrap();
    vault.set(one(), vec![0, 255, b'"', b'\\', 0]).unwrap();
    vault.set(two(), Vec::new()).unwrap();
    let vault = reopened.unwrap_or(vault);
    assert_eq!(vault.get(one()).unwrap(), Some(vec![0, 255, b'"', b'\\', 0]));
    assert_eq!(vault.get(two()).unwrap(), Some(Vec::new()));
    vault.remove(one()).unwrap();
    assert_eq!(vault.get(one()).unwrap(), None);
    assert_eq!(vault.get(two()).unwrap(), Some(Vec::new()));
}

#[test]
fn in_memory() {
    keeps_its_promise(&MemoryVault::new(), None);
}

#[test]
fn in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.json");
    keeps_its_promise(&FileVault::at(&path), Some(&FileVault::at(&path)));
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.json");
    let vault = FileVault::at(&path);
    vault.set("token".to_owned(), b"gpd_secret".to_vec()).unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        assert_eq!(file.unwrap().metadata().unwrap().permissions().mode() & 0o077, 0);
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let refused = vault.get("token".to_owned()).unwrap_err();
    assert!(refused.to_string().contains("chmod 600"), "{refused}");
}

#[test]
fn a_file_that_is_something_else_is_neither_quoted_nor_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.json");
    private(&path, "{\"token\": \"gpd_secret\", oops");
    let vault = FileVault::at(&path);
    for error in [vault.get("token".to_owned()).unwrap_err(), vault.set("a".to_owned(), vec![1]).unwrap_err()] {
        assert!(matches!(error, VaultError::Broken { .. }));
        assert!(!error.to_string().contains("gpd_secret"), "{error}");
    }
    assert!(std::fs::read_to_string(&path).unwrap().ends_with("oops"));
}

fn private(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
}

#[test]
fn two_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secrets.json");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..8 {
                    // Each its own, as two processes would have.
                    FileVault::at(path).set(format!("{writer} {number}"), vec![writer, number]).unwrap();
                }
            });
        }
    });
    let vault = FileVault::at(&path);
    for (writer, number) in (0..4).flat_map(|writer| (0..8).map(move |number| (writer, number))) {
        assert_eq!(vault.get(format!("{writer} {number}")).unwrap(), Some(vec![writer, number]));
    }
}

/// On a machine with a secret service this is the vault's promise; on one without, its words.
#[cfg(feature = "desktop-vault")]
#[test]
fn without_a_secret_service_it_says_what_to_do_instead() {
    use gatepass_core::vault::KeyringVault;
    match KeyringVault::open("gatepass-test") {
        Ok(vault) => drop(vault),
        Err(error) => {
            assert!(matches!(error, VaultError::Unavailable { .. }), "{error:?}");
            let words = error.to_string();
            assert!(words.contains("no secret service") && words.contains("file that only you can read"), "{words}");
        }
    }
}
