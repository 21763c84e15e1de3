//! The client with the real service: activation, passes with and without a connection, several devices and servers,
//! conflicts, updates in the foreground, a device that was ended.

#![expect(clippy::unwrap_used, reason = "tests")]

mod client_support;

use client_support::{Building, Phone, draft, server_summary, summary, text, wait_for_list};
use gatepass_core::app::{AppError, Badge, EntryRef, NoticeKind, PassAction, PassSync, SyncPhase, WizardScreen};
use gatepass_core::pass::{PassDraft, Status};
use gatepass_core::wizard::{FieldId, FieldValue, WizardEvent, WizardStep};
use reqwest::Method;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn from_the_invitation_to_the_log() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (_, link) = building.invite(&unit, "Ana").await;
    let mut phone = Phone::new(&building.clock).await;
    let message = format!("Welcome to Elm House! Open {link} on your phone.");
    let profile = phone.app.activate(None, message.clone(), "Ana's phone".to_owned()).await.unwrap();
    assert_eq!((profile.resident.name.as_str(), profile.server.as_str()), ("Ana", building.base.as_str()));

    // Again, as after a crash: the same profile, and still one device.
    let again = phone.app.activate(None, message, "another name".to_owned()).await;
    assert!(matches!(&again, Err(AppError::NotAllowed { code, .. }) if code == "invitation_not_good"), "{again:?}");
    assert_eq!(phone.app.profiles().await.unwrap().len(), 1);

    let pass = phone.app.create(profile.id, draft(&profile, "")).await.unwrap();
    let details = phone.app.pass(pass).await.unwrap();
    assert_eq!(
        (details.row.name.as_str(), details.row.badges.as_slice()),
        ("Guest, 24 Nov", [Badge::NotOnServer].as_slice())
    );
    let state = phone.app.sync_now().await.unwrap();
    assert_eq!((state.phase, state.waiting, state.stuck), (SyncPhase::Idle, 0, 0));
    assert_eq!(state.last_synced, Some(client_support::tuesday()));
    let shared = phone.app.share(pass, "en".to_owned()).await.unwrap();
    assert!(shared.url.as_deref().is_some_and(|url| url.starts_with(&building.base)));

    let granted = building.scan(shared.qr_text.as_deref().unwrap()).await;
    assert_eq!(granted["decision"], "granted");
    phone.app.sync_now().await.unwrap();
    let log = phone.app.entries(gatepass_core::app::EntryQuery::default()).await.unwrap().rows;
    assert_eq!((log[0].entry.pass, log[0].time_zone.as_str()), (Some(pass.pass), "America/New_York"));
    let entry = EntryRef { profile: profile.id, entry: log[0].entry.id };
    assert_eq!(phone.app.entry_photo(entry).await.unwrap(), None);
    let row = phone.list().await.remove(0);
    assert_eq!((row.used, row.badges.contains(&Badge::Visiting)), (1, true));

    phone.app.edit(pass, PassDraft { name: "Gardener".to_owned(), ..draft(&profile, "") }).await.unwrap();
    phone.app.sync_now().await.unwrap();
    assert_eq!(summary(&phone.list().await), server_summary(&building.passes().await));
    phone.app.revoke(pass).await.unwrap();
    assert_eq!(phone.list().await[0].status, Status::Revoked, "shown before it is sent");
    phone.app.sync_now().await.unwrap();
    assert_eq!(building.scan(shared.qr_text.as_deref().unwrap()).await["reason"], "revoked");

    phone.restart().await;
    assert_eq!(phone.list().await[0].name, "Gardener");
    assert!(phone.app.sign_out(profile.id).await.unwrap(), "the server was told");
    assert_eq!((phone.list().await.len(), phone.log_length().await), (0, 0));
    let residents = building.ask(Method::GET, &format!("/v1/manage/units/{unit}/residents"), &json!({})).await;
    let residents = residents.as_array().or(residents["items"].as_array()).unwrap().clone();
    assert_eq!(residents[0]["devices"], json!([]));
    building.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_without_a_connection_is_there_when_it_is_back() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (mut phone, profile) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    let kept = phone.app.create(profile.id, draft(&profile, "kept")).await.unwrap();
    let ended = phone.app.create(profile.id, draft(&profile, "ended")).await.unwrap();
    phone.app.sync_now().await.unwrap();

    // In the lift.
    phone.app.edit(kept, draft(&profile, "kept and changed")).await.unwrap();
    phone.app.revoke(ended).await.unwrap();
    let brief = phone.app.create(profile.id, draft(&profile, "brief")).await.unwrap();
    phone.app.revoke(brief).await.unwrap();
    let made = phone.app.create(profile.id, draft(&profile, "made")).await.unwrap();
    phone.app.edit(made, draft(&profile, "made and changed")).await.unwrap();
    phone.restart().await;
    assert_eq!(phone.app.sync_state().await.unwrap().waiting, 3);
    let state = phone.app.sync_now().await.unwrap();
    assert_eq!((state.waiting, state.stuck), (0, 0));
    let there = server_summary(&building.passes().await);
    assert_eq!(summary(&phone.list().await), there);
    assert_eq!(there.len(), 3, "the brief one never was: {there:?}");
    assert!(there.contains(&(made.pass, "made and changed".to_owned(), false)));
    assert!(there.contains(&(ended.pass, "ended".to_owned(), true)));
    building.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_phones_of_one_resident_and_who_was_first() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (one, profile) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    let other = Phone::new(&building.clock).await;
    let code = building.invite_again(&unit, profile.id).await;
    let same = other.app.activate(Some(building.base.clone()), code, "tablet".to_owned()).await.unwrap();
    assert_eq!(same.id, profile.id);

    let [first, second, third] = ["first", "second", "third"].map(|name| (name, draft(&profile, name)));
    let mut made = Vec::new();
    for (_, draft) in [first, second, third] {
        made.push(one.app.create(profile.id, draft).await.unwrap());
    }
    one.app.sync_now().await.unwrap();
    other.app.sync_now().await.unwrap();
    assert_eq!(summary(&one.list().await), summary(&other.list().await));

    // Both change all three; one of them is first. The third is ended instead.
    for (pass, name) in made.iter().zip(["one's", "same", "one's"]) {
        one.app.edit(*pass, draft(&profile, name)).await.unwrap();
    }
    other.app.edit(made[0], draft(&profile, "other's")).await.unwrap();
    other.app.edit(made[1], draft(&profile, "same")).await.unwrap();
    other.app.revoke(made[2]).await.unwrap();
    other.app.sync_now().await.unwrap();
    let state = one.app.sync_now().await.unwrap();
    assert_eq!((state.waiting, state.stuck), (0, 0));

    let there = server_summary(&building.passes().await);
    assert_eq!(summary(&one.list().await), there);
    assert!(there.contains(&(made[0].pass, "other's".to_owned(), false)), "{there:?}");
    let mut told: Vec<_> = one
        .app
        .notices()
        .await
        .unwrap()
        .into_iter()
        .map(|notice| match notice.kind {
            NoticeKind::ChangeOverruled { pass, .. } => pass,
            other => panic!("{other:?}"),
        })
        .collect();
    told.sort();
    let mut overruled = vec![made[0].pass, made[2].pass];
    overruled.sort();
    assert_eq!(told, overruled, "where both wished the same nobody is overruled");
    assert_eq!(other.app.notices().await.unwrap(), []);
    building.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_homes_on_two_servers() {
    let (elm, oak) = (Building::new().await, Building::new().await);
    let phone = Phone::new(&elm.clock).await;
    let mut profiles = Vec::new();
    for building in [&elm, &oak] {
        let unit = building.unit("12B").await;
        let (_, link) = building.invite(&unit, "Ana").await;
        profiles.push(phone.app.activate(None, link, "phone".to_owned()).await.unwrap());
    }
    for profile in &profiles {
        phone.app.create(profile.id, draft(profile, &profile.server)).await.unwrap();
    }
    oak.stop().await;
    let state = phone.app.sync_now().await.unwrap();
    assert_eq!((state.phase, state.waiting), (SyncPhase::Offline, 1), "one server away holds up no other");
    assert_eq!(elm.passes().await.len(), 1);
    assert!(!phone.app.sign_out(profiles[1].id).await.unwrap());
    let left = phone.list().await;
    assert_eq!((left.len(), left[0].pass.profile), (1, profiles[0].id));
    assert_eq!(phone.app.sync_now().await.unwrap().phase, SyncPhase::Idle);
    elm.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_that_found_no_server_can_still_be_taken_back() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (phone, home) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    let pass = phone.app.create(home.id, draft(&home, "Parcel")).await.unwrap();
    phone.app.sync_now().await.unwrap();
    building.stop().await;

    phone.app.revoke(pass).await.unwrap();
    let state = phone.app.sync_now().await.unwrap();
    assert_eq!((state.phase, state.waiting), (SyncPhase::Offline, 1), "it was tried");
    assert!(phone.list().await[0].actions.contains(&PassAction::UndoDelete));
    phone.app.undo_revoke(pass).await.unwrap();
    assert_eq!(phone.app.sync_state().await.unwrap().waiting, 0);
    assert!(phone.list().await[0].actions.contains(&PassAction::Share), "as if nothing had happened");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_foreground_news_come_and_go_by_themselves() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (ana, home) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    let (ben, bens) = Phone::of_resident(&building, &building.base, &unit, "Ben").await;
    ana.app.set_foreground(true);
    ben.app.set_foreground(true);
    let pass = ana.app.create(home.id, draft(&home, "Grandma")).await.unwrap();
    wait_for_list(&ana.app, |rows| rows.iter().any(|row| row.sync == PassSync::Synced)).await;
    wait_for_list(&ben.app, |rows| rows.iter().any(|row| row.name == "Grandma")).await;
    let qr = ana.app.share(pass, "en".to_owned()).await.unwrap().qr_text.unwrap();
    building.scan(&qr).await;
    wait_for_list(&ben.app, |rows| rows.iter().any(|row| row.used == 1)).await;
    let seen = gatepass_core::app::PassRef { profile: bens.id, pass: pass.pass };
    ben.app.revoke(seen).await.unwrap();
    wait_for_list(&ana.app, |rows| rows.iter().all(|row| row.status == Status::Revoked)).await;
    building.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wizard_hears_of_the_server_by_itself() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (phone, _) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    phone.app.set_foreground(true);
    let screen = phone.app.start_wizard(None).await.unwrap();
    let value = FieldValue::Choice { id: "one_time".to_owned() };
    let mut screen =
        phone.app.send_wizard(screen.draft, WizardEvent::Set { field: FieldId::TypeOfPass, value }).await.unwrap();
    while screen.view.step.is_filled_in() {
        screen = phone.app.send_wizard(screen.draft, WizardEvent::Next).await.unwrap();
        assert_eq!(screen.rejected, None);
    }
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let listener = move |screen: WizardScreen| drop(tell.send(screen));
    let _subscription = phone.app.observe_wizard(screen.draft, std::sync::Arc::new(listener));
    let accepted = async {
        while let Some(screen) = told.recv().await {
            if screen.view.step == WizardStep::Saved && screen.view.can_go_next {
                return;
            }
        }
    };
    tokio::time::timeout(std::time::Duration::from_mins(1), accepted).await.expect("the server's answer was shown");
    let shared = phone.app.send_wizard(screen.draft, WizardEvent::Next).await.unwrap();
    assert_eq!(shared.view.step, WizardStep::Share);
    let tasks = phone.app.send_wizard(screen.draft, WizardEvent::Next).await.unwrap().tasks;
    assert_eq!(tasks.len(), 1);
    assert_eq!(building.passes().await.len(), 1);
    building.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_building_no_longer_allows_is_stuck_with_its_reason() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (phone, profile) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    let pass = phone.app.create(profile.id, draft(&profile, "late")).await.unwrap();
    let policy = format!("/v1/manage/sites/{}/policy", building.site);
    building.ask(Method::PATCH, &policy, &json!({"passes_enabled": false})).await;
    let state = phone.app.sync_now().await.unwrap();
    assert_eq!((state.waiting, state.stuck), (0, 1));
    let row = phone.list().await.remove(0);
    assert!(row.badges.contains(&Badge::Stuck));
    assert!(matches!(&row.sync, PassSync::Stuck { fields, .. } if fields[0].code == "passes_off"), "{:?}", row.sync);
    // The policy came along with the refusal: the rules on the device say the same now.
    let refused = phone.app.create(profile.id, draft(&profile, "later")).await.unwrap_err();
    assert!(matches!(&refused, AppError::Invalid { fields } if fields[0].code == "passes_off"));
    building.ask(Method::PATCH, &policy, &json!({"passes_enabled": true})).await;
    phone.app.retry(pass).await.unwrap();
    let state = phone.app.sync_now().await.unwrap();
    assert_eq!((state.waiting, state.stuck, building.passes().await.len()), (0, 0, 1));
    building.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_ended_by_the_manager_is_signed_out_and_keeps_what_it_shows() {
    let building = Building::new().await;
    let unit = building.unit("12B").await;
    let (phone, profile) = Phone::of_resident(&building, &building.base, &unit, "Ana").await;
    phone.app.create(profile.id, draft(&profile, "Grandma")).await.unwrap();
    phone.app.sync_now().await.unwrap();
    let path = format!("/v1/manage/residents/{}", profile.id);
    let resident = building.ask(Method::GET, &path, &json!({})).await;
    let device = text(&resident["devices"][0], "id");
    building.ask(Method::DELETE, &format!("{path}/devices/{device}"), &json!({})).await;
    phone.app.create(profile.id, draft(&profile, "unsent")).await.unwrap();
    phone.app.sync_now().await.unwrap();
    assert!(!phone.app.profiles().await.unwrap()[0].signed_in);
    assert!(matches!(phone.app.notices().await.unwrap()[0].kind, NoticeKind::SignedOut { .. }));
    assert_eq!(phone.list().await.len(), 2);
    // A new invitation for the same resident takes up where it stood.
    let code = building.invite_again(&unit, profile.id).await;
    phone.app.activate(Some(building.base.clone()), code, "phone".to_owned()).await.unwrap();
    phone.app.sync_now().await.unwrap();
    assert_eq!(summary(&phone.list().await), server_summary(&building.passes().await));
    assert_eq!(building.passes().await.len(), 2);
    building.stop().await;
}
