//! The demo through the real binary.

use crate::building::{bare_command, output_of};
use tempfile::TempDir;

#[tokio::test]
async fn every_step_comes_out_as_it_should() {
    let folder = TempDir::new().unwrap();
    let output = output_of(bare_command(&["demo", "--exit", "--folder", folder.path().to_str().unwrap()])).await;
    assert_eq!(output.status, 0, "{}{}", output.out, output.err);
    // The log's refusals are marked so too; a step's number stands before its mark.
    assert!(!output.out.lines().any(|line| line.get(3..).is_some_and(|rest| rest.starts_with(" ✗"))), "{}", output.out);
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
        assert!(output.out.contains(step), "missing: {step}\n{}", output.out);
    }
    assert!(output.out.lines().all(|line| line.chars().count() <= 80), "{}", output.out);
    for file in ["ana-lopez/qr.png", "ana-lopez/message.txt", "dog-walker/card.png", "birthday-party/card.svg"] {
        assert!(folder.path().join("shared").join(file).is_file(), "{file}");
    }
}

#[tokio::test]
async fn a_folder_that_is_not_empty_is_left_alone() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("mine"), "precious").unwrap();
    let output = output_of(bare_command(&["demo", "--exit", "--folder", folder.path().to_str().unwrap()])).await;
    assert_eq!(output.status, 2);
    assert!(output.err.contains("the demo needs a fresh folder"), "{}", output.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
