//! The events at the doors on the day of the scenario, with their expected outcomes.

use gatepass_core::api::{Decision, ValidateResponse};
use gatepass_core::app::{App, EntryQuery, EntryRow};
use gatepass_core::pass::IdentifierKind;
use gatepass_core::time::Zone;

use super::Folders;
use super::building::Building;
use super::clock::{DemoClock, ZONE};
use super::panel::scan;
use super::passes::{DemoPasses, VISITOR, code_of};
use super::report::Report;
use crate::commands::log;
use crate::failure::Failure;

/// A code that is never issued because it is too easy to guess.
const GUESSED: &str = "123456";

/// Plays the events of the day.
pub(super) async fn play(
    app: &App,
    folders: &Folders,
    building: &Building,
    passes: &DemoPasses,
    clock: &DemoClock,
    report: &mut Report,
) -> Result<(), Failure> {
    visitor(app, folders, building, passes, clock, report).await?;
    walker(app, building, passes, clock, report).await?;
    refusals(app, folders, building, passes, clock, report).await?;
    garage(app, building, passes, clock, report).await
}

async fn visitor(
    app: &App,
    folders: &Folders,
    building: &Building,
    passes: &DemoPasses,
    clock: &DemoClock,
    report: &mut Report,
) -> Result<(), Failure> {
    let (street, lobby) = (&building.street, &building.lobby);
    clock.set(10, 5);
    let picture = folders.shared(VISITOR).join("qr.png");
    let read = scan(&picture)?;
    let issued = app.share(passes.visitor, "en".to_owned()).await?.qr_text;
    let same = if issued.as_ref() == Some(&read) { "the code of the pass" } else { "another code" };
    report.expect(
        "10:05 the street camera reads the picture file",
        "the code of the pass",
        same,
        &[&format!("{} characters, decoded from {}", read.len(), file_name(&picture))],
    );

    let opened = street.ask(IdentifierKind::Qr, &read, "street-1").await?;
    report.expect(
        "10:05 Street door, Ana's QR code",
        "granted",
        &outcome(&opened),
        &[&format!(
            "lock {} opens for {} s; the display says \"{}\"",
            opened.lock,
            opened.open_ms / 1000,
            opened.display
        )],
    );
    let again = street.ask(IdentifierKind::Qr, &read, "street-1").await?;
    let same = if again.decision_id == opened.decision_id { "the same decision" } else { "another decision" };
    report.expect("10:05 the panel's network stutters: it asks again", "the same decision", same, &[]);

    clock.set(10, 6);
    let inside = lobby.ask(IdentifierKind::Qr, &read, "lobby-1").await?;
    report.expect("10:06 Lobby, the same QR code", "granted", &outcome(&inside), &["still the same visit"]);
    app.sync_now().await?;
    let row = app.pass(passes.visitor).await?.row;
    let uses = crate::words::uses(row.uses, row.used, report.output().language);
    report.expect("Two doors were one visit", "1 of 1 used", &uses, &[]);

    clock.set(10, 20);
    let second = street.ask(IdentifierKind::Qr, &read, "street-2").await?;
    report.expect("10:20 Street door, once more after the visit", "denied, used_up", &outcome(&second), &[]);
    Ok(())
}

async fn walker(
    app: &App,
    building: &Building,
    passes: &DemoPasses,
    clock: &DemoClock,
    report: &mut Report,
) -> Result<(), Failure> {
    let code = code_of(app, passes.walker).await?;
    clock.set(14, 30);
    let inside = building.street.ask(IdentifierKind::Code, &code, "street-3").await?;
    report.expect("14:30 Street door, the dog walker types the code", "granted", &outcome(&inside), &[]);
    clock.set(16, 0);
    let late = building.street.ask(IdentifierKind::Code, &code, "street-4").await?;
    report.expect(
        "16:00 Street door, the dog walker again",
        "denied, outside_hours",
        &outcome(&late),
        &["the pass is open from 14:20 to 15:20"],
    );
    Ok(())
}

async fn refusals(
    app: &App,
    folders: &Folders,
    building: &Building,
    passes: &DemoPasses,
    clock: &DemoClock,
    report: &mut Report,
) -> Result<(), Failure> {
    clock.set(16, 5);
    let code = code_of(app, passes.courier).await?;
    let elsewhere = building.lobby.ask(IdentifierKind::Code, &code, "lobby-2").await?;
    report.expect(
        "16:05 Lobby, the courier's code",
        "denied, wrong_door",
        &outcome(&elsewhere),
        &["the pass opens the Garage"],
    );

    clock.set(16, 10);
    let party = scan(&folders.shared("Birthday party").join("qr.png"))?;
    app.revoke(passes.party).await?;
    app.sync_now().await?;
    let revoked = building.street.ask(IdentifierKind::Qr, &party, "street-5").await?;
    report.expect("16:10 Maria revokes the party; its QR code", "denied, revoked", &outcome(&revoked), &[]);

    clock.set(16, 12);
    let unknown = building.street.ask(IdentifierKind::Code, GUESSED, "street-6").await?;
    report.expect(
        &format!("16:12 somebody tries {GUESSED}"),
        "denied, unknown",
        &outcome(&unknown),
        &["such codes are never given"],
    );
    let told = if unknown.display == revoked.display { "the same" } else { "something else" };
    report.expect("What the display tells both", "the same", told, &[&format!("\"{}\"", unknown.display)]);
    Ok(())
}

async fn garage(
    app: &App,
    building: &Building,
    passes: &DemoPasses,
    clock: &DemoClock,
    report: &mut Report,
) -> Result<(), Failure> {
    clock.set(16, 15);
    let code = code_of(app, passes.courier).await?;
    let answer = building.garage.ask_as_basip("input_code", &code).await?;
    let granted = r#"{"access":{"granted":true,"lock_number":1},"handled":true}"#;
    report.expect("16:15 Garage, a BAS-IP panel asks about the courier's code", granted, &answer.to_string(), &[]);
    clock.set(16, 16);
    let card = building.garage.ask_as_basip("card", "04A2241A9F").await?;
    report.expect(
        "16:16 Garage, a resident's own card",
        r#"{"handled":false}"#,
        &card.to_string(),
        &["not ours: the panel decides by its own list"],
    );
    Ok(())
}

/// Prints the log of the resident's client after a sync.
pub(super) async fn log(app: &App, report: &mut Report) -> Result<(), Failure> {
    app.sync_now().await?;
    let entries = app.entries(EntryQuery::default()).await?;
    let expected = [
        "10:05 Street door arrived",
        "10:06 Lobby opened",
        "10:20 Street door used_up",
        "14:30 Street door arrived",
        "16:00 Street door outside_hours",
        "16:05 Lobby wrong_door",
        "16:10 Street door revoked",
        "16:15 Garage arrived",
    ];
    let got: Vec<_> = entries.rows.iter().rev().map(in_short).collect();
    let (all, right) = (expected.len(), got.iter().zip(expected).filter(|(got, expected)| got == expected).count());
    let got = if right == all && got.len() == all { format!("{all} entries") } else { got.join("; ") };
    report.expect("The log of Maria's home", &format!("{all} entries"), &got, &[]);
    let out = report.output();
    out.line("");
    for line in log::lines(out, &entries.rows) {
        out.line(format!("  {line}"));
    }
    Ok(())
}

fn in_short(row: &EntryRow) -> String {
    let zone = Zone::named(ZONE).unwrap_or_else(|_| Zone::utc());
    let entry = &row.entry;
    let what = match (entry.decision, entry.arrival) {
        (Decision::Granted, true) => "arrived",
        (Decision::Granted, false) => "opened",
        _ => entry.reason.code(),
    };
    format!("{} {} {what}", zone.local(entry.at).time(), entry.door_name)
}

/// The decision of an answer, with the reason of a refusal.
fn outcome(answer: &ValidateResponse) -> String {
    match answer.decision {
        Decision::Granted => "granted".to_owned(),
        Decision::Denied => format!("denied, {}", answer.reason.code()),
        Decision::NotHandled => format!("not handled, {}", answer.reason.code()),
    }
}

fn file_name(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
