//! The failures of the command line: message, code and exit status.

use crate::building::{TestBuilding, bare_command, output_of};
use serde_json::json;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn problems_name_the_flag_and_the_remedy() {
    let building = TestBuilding::new().await;
    let maria = building.resident().await;

    let (status, error) = maria.refused(&["new", "--type", "one-time", "--date", "2020-01-01"]).await;
    assert_eq!((status, &error["code"]), (3, &json!("invalid")));
    assert_eq!((&error["errors"][0]["flag"], &error["errors"][0]["code"]), (&json!("--date"), &json!("already_over")));

    let output = maria.run(&["new", "--type", "recurring"]).await;
    assert_eq!(output.status, 3);
    assert!(output.err.contains("--days: Choose at least one day of the week."), "{}", output.err);

    let output =
        maria.run(&["new", "--type", "custom", "--starts", "tomorrow", "--uses", "0", "--identifier", "face"]).await;
    assert_eq!(output.status, 3);
    for words in ["--starts: This cannot be read. Enter a date and time like 2026-11-24T14:20.", "--identifier: "] {
        assert!(output.err.contains(words), "{words}\n{}", output.err);
    }

    let output = maria.run(&["new", "--type", "one-time", "--from", "10:00"]).await;
    assert_eq!(output.status, 2);
    assert!(
        output.err.contains("--from says nothing about a one-time pass; its times are set with --date"),
        "{}",
        output.err
    );

    let output = maria.run(&["new", "--type", "one-time", "--door", "cellar"]).await;
    assert_eq!(output.status, 2);
    assert!(output.err.contains("choose from \"Street door\", \"Lobby\", \"Garage\""), "{}", output.err);

    let output = maria.run(&["new", "--name", "Ana"]).await;
    assert_eq!(output.status, 2);
    assert!(output.err.contains("--type is missing; choose custom, "), "{}", output.err);

    let output = maria.run(&["new"]).await;
    assert_eq!(output.status, 2);
    assert!(output.err.contains("step by step needs a terminal"), "{}", output.err);

    let output = maria.run(&["show", "nobody"]).await;
    assert_eq!(output.status, 4);
    assert!(output.err.contains("no pass is called \"nobody\""), "{}", output.err);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_building_with_passes_off_says_whom_to_ask() {
    let building = TestBuilding::new().await;
    let maria = building.resident().await;
    building.policy(&json!({ "passes_enabled": false })).await;
    let (status, error) = maria.refused(&["new", "--type", "one-time"]).await;
    assert_eq!((status, &error["errors"][0]["code"]), (3, &json!("passes_off")));
    assert!(error["errors"][0]["message"].as_str().unwrap().contains("Ask the manager"), "{error}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn activation_says_what_is_wrong_with_it() {
    let building = TestBuilding::new().await;
    let machine = building.machine("anybody");
    let code = building.invitation().await;

    let output = machine.run(&["list", "--secrets-file"]).await;
    assert_eq!(output.status, 4);
    assert!(output.err.contains("gatepass activate --server URL CODE"), "{}", output.err);

    let output = machine.run(&["activate", &code]).await;
    assert_ne!(output.status, 0);
    assert!(output.err.contains("--secrets-file"), "no secret service runs here: {}", output.err);

    let output = machine.run(&["activate", "--secrets-file", &code]).await;
    assert_eq!(output.status, 2);
    assert!(output.err.contains("add --server URL"), "{}", output.err);

    let nowhere = ["activate", "--secrets-file", "--server", "http://127.0.0.1:1", &code];
    assert_eq!(machine.refused(&nowhere).await.0, 5);
    let wrong = ["activate", "--secrets-file", "--server", &building.url, "AAAA-AAAA-AAAA"];
    assert_eq!(machine.refused(&wrong).await.0, 3);

    let good = ["activate", "--secrets-file", "--server", &building.url, &code];
    let out = machine.ok(&good).await;
    assert!(out.contains("Welcome, Maria. This machine gives passes for 12B at Maple Court."), "{out}");
    // From now on the file is found by itself.
    machine.ok(&["list"]).await;
    let profiles = machine.json(&["profiles"]).await;
    assert_eq!(profiles["profiles"][0]["unit"]["name"], "12B");
    assert_eq!(machine.json(&["sign-out"]).await, json!({ "signed_out": true, "server_told": true }));
    assert_eq!(machine.run(&["list"]).await.status, 4);
}

#[tokio::test]
async fn help_and_colours() {
    let help = output_of(bare_command(&["--help"])).await;
    assert_eq!(help.status, 0);
    for word in ["activate", "new", "list", "show", "share", "edit", "revoke", "log", "profiles", "sync", "sign-out"] {
        assert!(help.out.contains(&format!("  {word}")), "{word} is missing in\n{}", help.out);
        let of_one = output_of(bare_command(&[word, "--help"])).await;
        assert_eq!(of_one.status, 0);
        assert!(of_one.out.contains("Usage: gatepass"), "{word}");
    }
    assert!(help.out.contains("Exit status:"));
    assert_eq!(output_of(bare_command(&["list", "--limit", "0"])).await.status, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn colours_only_where_they_are_wanted() {
    let building = TestBuilding::new().await;
    let maria = building.resident().await;
    maria.ok(&["new", "--type", "full-day", "--name", "Ana"]).await;
    assert!(!maria.ok(&["list"]).await.contains('\x1b'), "this is no terminal");
    assert!(maria.ok(&["list", "--color", "always"]).await.contains('\x1b'));
    assert!(!maria.ok(&["show", "Ana", "--color", "never"]).await.contains('\x1b'));
}
