//! The demo, as a stranger runs it.

use crate::world::{bare, said};
use tempfile::TempDir;

#[tokio::test]
async fn every_step_comes_out_as_it_should() {
    let folder = TempDir::new().unwrap();
    let said = said(bare(&["demo", "--exit", "--folder", folder.path().to_str().unwrap()])).await;
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    // The log's refusals are marked so too; a step's number stands before its mark.
    assert!(!said.out.lines().any(|line| line.get(3..).is_some_and(|rest| rest.starts_with(" ✗"))), "{}", said.out);
    for step in [
        "A service runs on http://127.0.0.1:",
        "Maria's phone is activated",
        "One-time: Ana Lopez",
        "Custom duration: House sitter",
        "Recurring: Dog walker",
        "Business hours: Parcels",
        "Full day: Birthday party",
        "10:05 Street door, Ana's QR code → granted",
        "it asks again → the same decision",
        "10:06 Lobby, the same QR code → granted",
        "Two doors were one visit → 1 of 1 used",
        "10:20 Street door, once more after the visit → denied, used_up",
        "14:30 Street door, the dog walker types the code → granted",
        "16:00 Street door, the dog walker again → denied, outside_hours",
        "16:05 Lobby, the courier's code → denied, wrong_door",
        "its QR code → denied, revoked",
        "16:12 somebody tries 123456 → denied, unknown",
        "The log of Maria's home → 8 entries",
        "steps came out as they should.",
    ] {
        assert!(said.out.contains(step), "missing: {step}\n{}", said.out);
    }
    assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
    for file in ["ana-lopez/qr.png", "ana-lopez/message.txt", "dog-walker/card.png", "birthday-party/card.svg"] {
        assert!(folder.path().join("shared").join(file).is_file(), "{file}");
    }
}

#[tokio::test]
async fn a_folder_that_is_not_empty_is_left_alone() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("mine"), "precious").unwrap();
    let said = said(bare(&["demo", "--exit", "--folder", folder.path().to_str().unwrap()])).await;
    assert_eq!(said.status, 2);
    assert!(said.err.contains("the demo needs a fresh folder"), "{}", said.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
