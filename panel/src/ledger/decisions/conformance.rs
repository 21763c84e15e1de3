//! Which answer a presentation gets, and that it lasts.

use crate::ledger::{
    Actor, Attribution, Conflict, LedgerError, NewPanel, PassView, Presentation, RefusalReason, Scope,
};
use chrono::TimeDelta;
use futures_util::future::join_all;
use gatepass_core::identifier::Token;
use gatepass_core::panel::{Decision, MakeName, UnknownPolicy};
use gatepass_core::pass::{IdentifierKind, PassChange, PassDraft, Reason, Schedule, ScheduleText, UseLimits, Weekly};
use gatepass_core::time::WallTime;

use crate::ledger::conformance::building::{all, monday, new_panel, seconds, secret};
use crate::ledger::conformance::{Backend, Building};

/// Codes no pass of an empty building has.
fn wrong_code(n: u32) -> String {
    format!("{:06}", 104_729 + n * 613)
}

pub(crate) async fn the_same_again_within_ten_seconds_is_one(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    let first = building.scan(building.street, &pass, monday()).await;
    assert!(!first.replayed && first.open_ms == 3000 && first.lock == 1);
    let again = building.scan(building.street, &pass, monday() + TimeDelta::milliseconds(9_999)).await;
    assert!(again.replayed);
    assert_eq!((again.entry, again.decision, again.open_ms), (first.entry, Decision::Granted, 3000));
    let elsewhere = building.scan(building.lobby, &pass, monday() + seconds(1)).await;
    assert_ne!(elsewhere.entry, first.entry);
    let later = building.scan(building.street, &pass, monday() + seconds(10)).await;
    assert!(!later.replayed);
    // Unknown ones too, and whatever way they are written.
    let unknown = building.type_code(building.street, "104729", monday()).await;
    let again = building.type_code(building.street, "10 47 29#", monday() + seconds(3)).await;
    assert_eq!((again.entry, again.reason, again.replayed), (unknown.entry, Reason::Unknown, true));
    assert_eq!(building.ledger.entries(Scope::Site(building.site), all()).await.unwrap().items.len(), 4);
    assert_eq!(building.pass(pass.pass.id, monday() + seconds(11)).await.usage.used, 3);
}

/// The same again within ten seconds gets the same answer only while that is still the answer.
pub(crate) async fn a_presentation_ends_with_an_edit_or_an_opening(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    // It opens at nine, five seconds after the guest came.
    let early = monday() - TimeDelta::hours(1) - seconds(5);
    let refused = building.scan(building.street, &pass, early).await;
    assert_eq!((refused.reason, refused.replayed), (Reason::NotActive, false));
    assert!(building.scan(building.street, &pass, early + seconds(4)).await.replayed);
    assert_eq!(building.scan(building.street, &pass, early + seconds(5)).await.reason, Reason::Ok);
    // An edit moves the pass away.
    assert_eq!(building.scan(building.lobby, &pass, monday()).await.reason, Reason::Ok);
    let later = Weekly { from: WallTime::new(11, 0).unwrap(), ..weekly(&pass) };
    let schedule = Some(ScheduleText::from(Schedule::Recurring(later)));
    building.edit(pass.pass.id, PassChange { schedule, ..PassChange::default() }, monday() + seconds(2)).await.unwrap();
    assert_eq!(building.scan(building.lobby, &pass, monday() + seconds(3)).await.reason, Reason::NotActive);
    // Codes are locked out for 30 s, and then they are not.
    let other = building.create(building.draft(), monday()).await;
    let code = secret(&other, IdentifierKind::Code);
    for n in 0..5 {
        building.type_code(building.garage, &wrong_code(n), monday()).await;
    }
    assert_eq!(building.type_code(building.garage, &code, monday() + seconds(25)).await.reason, Reason::LockedOut);
    assert_eq!(building.type_code(building.garage, &code, monday() + seconds(30)).await.reason, Reason::Ok);
}

fn weekly(pass: &PassView) -> Weekly {
    match &pass.pass.schedule {
        Schedule::Recurring(weekly) => weekly.clone(),
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn an_event_keeps_its_answer_forever(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.one_time(), monday()).await;
    let other = building.create(building.one_time(), monday()).await;
    let event = |name: &str, reading| Presentation {
        event_id: Some(name.to_owned()),
        ..building.presentation(building.street, reading)
    };
    let qr = |pass| building.reading(IdentifierKind::Qr, &secret(pass, IdentifierKind::Qr));
    let first = building.ledger.present(event("1", qr(&pass)), monday()).await.unwrap();
    let second = building.ledger.present(event("2", qr(&pass)), monday() + seconds(1)).await.unwrap();
    assert_eq!((first.reason, second.reason), (Reason::Ok, Reason::UsedUp), "another event is another presentation");
    building
        .ledger
        .revoke_pass(building.scope(), pass.pass.id, Attribution::operator(monday() + seconds(2)))
        .await
        .unwrap();
    for days in [0, 1, 30] {
        let again = building.ledger.present(event("1", qr(&pass)), monday() + TimeDelta::days(days)).await.unwrap();
        assert_eq!((again.entry, again.decision, again.open_ms), (first.entry, Decision::Granted, 3000));
        assert!(again.replayed);
        let again = building.ledger.present(event("2", qr(&pass)), monday() + TimeDelta::days(days)).await.unwrap();
        assert_eq!((again.entry, again.reason), (second.entry, Reason::UsedUp));
    }
    let reused = building.ledger.present(event("1", qr(&other)), monday()).await;
    assert!(matches!(reused, Err(LedgerError::Conflict(Conflict::EventReused))));
    let mut elsewhere = event("1", qr(&pass));
    elsewhere.lock = Some(2);
    let reused = building.ledger.present(elsewhere, monday()).await;
    assert!(matches!(reused, Err(LedgerError::Conflict(Conflict::EventReused))));
    // The same event id at another panel is another event.
    let new = new_panel(building.site, "Kiosk", &[building.street]);
    let kiosk = building.ledger.add_panel(new, None, Attribution::operator(monday())).await.unwrap().value;
    let there = Presentation { panel: kiosk.id, ..event("1", qr(&other)) };
    assert_eq!(building.ledger.present(there, monday()).await.unwrap().reason, Reason::Ok);
}

pub(crate) async fn concurrent_repetitions_of_an_event_agree(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    for round in 0..10 {
        let pass = building.create(building.one_time(), monday()).await;
        let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
        let asked = (0..64).map(|_| {
            let presentation = Presentation {
                event_id: Some(format!("event {round}")),
                ..building.presentation(building.street, reading.clone())
            };
            building.ledger.present(presentation, monday())
        });
        let answers: Vec<_> = join_all(asked).await.into_iter().map(Result::unwrap).collect();
        assert!(answers.iter().all(|answer| answer.decision == Decision::Granted));
        assert!(answers.iter().all(|answer| answer.entry == answers[0].entry));
        assert_eq!(answers.iter().filter(|answer| !answer.replayed).count(), 1);
    }
}

pub(crate) async fn reasons_are_the_true_ones(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let draft = PassDraft { doors: vec![building.street], ..building.draft() };
    let pass = building.create(draft, monday()).await;
    let day = |days| monday() + TimeDelta::days(days);
    let expect = async |door, at, reason| {
        let decided = building.scan(door, &pass, at).await;
        assert_eq!((decided.reason, decided.decision), (reason, Decision::Denied), "at {at}");
        assert_eq!((decided.pass, decided.unit), (Some(pass.pass.id), Some(building.unit)));
        decided
    };
    expect(building.lobby, monday(), Reason::WrongDoor).await;
    let closed = expect(building.street, monday() + TimeDelta::hours(8), Reason::OutsideHours).await;
    assert_eq!(closed.next_opening.unwrap().from, day(1) - TimeDelta::hours(1));
    expect(building.street, day(60), Reason::Expired).await;
    building.set_policy(|policy| policy.identifiers = vec![IdentifierKind::Code], day(1)).await;
    expect(building.street, day(1), Reason::IdentifierNotAccepted).await;
    building.set_policy(|policy| policy.passes_enabled = false, day(2)).await;
    expect(building.street, day(2), Reason::PassesOff).await;
    building
        .set_policy(
            |policy| *policy = gatepass_core::pass::Policy { passes_enabled: true, ..Default::default() },
            day(3),
        )
        .await;
    building.ledger.revoke_pass(building.scope(), pass.pass.id, Attribution::operator(day(3))).await.unwrap();
    expect(building.street, day(3), Reason::Revoked).await;
    let no_lock = Presentation {
        lock: Some(9),
        ..building.presentation(building.street, building.reading(IdentifierKind::Qr, "x"))
    };
    let refused = building.ledger.present(no_lock, day(3)).await;
    assert!(matches!(refused, Err(LedgerError::Refused(RefusalReason::NoSuchLock))));
}

pub(crate) async fn unknown_is_denied_or_left_to_the_panel(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let values = [
        (IdentifierKind::Qr, "not a pass at all"),
        (IdentifierKind::Qr, "0024H36H2NCSVRH6DAQF6DVVQZ"),
        (IdentifierKind::Code, "12"),
        (IdentifierKind::Link, "https://example.org/"),
        (IdentifierKind::Plate, "ABC 1234"),
        (IdentifierKind::Plate, "?"),
    ];
    for (kind, value) in values {
        let decided = building.present(building.street, kind, value, monday()).await.unwrap();
        assert_eq!((decided.decision, decided.reason), (Decision::Denied, Reason::Unknown));
        assert!(decided.entry.is_some());
    }
    let new = NewPanel {
        unknown: UnknownPolicy::NotHandled,
        adapter: MakeName::new("basip"),
        ..new_panel(building.site, "BAS-IP", &[building.street])
    };
    let panel = building.ledger.add_panel(new, None, Attribution::operator(monday())).await.unwrap().value.id;
    for (kind, value) in values {
        let reading = building.reading(kind, value);
        let presentation = Presentation { panel, lock: None, reading, event_id: None, photo: None };
        let decided = building.ledger.present(presentation, monday() + seconds(20)).await.unwrap();
        assert_eq!((decided.decision, decided.entry), (Decision::NotHandled, None));
    }
    assert_eq!(building.ledger.entries(Scope::Site(building.site), all()).await.unwrap().items.len(), values.len());
}

pub(crate) async fn cards_are_never_handled(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let decided = building.present(building.street, IdentifierKind::Card, "0004711", monday()).await.unwrap();
    assert_eq!((decided.decision, decided.entry), (Decision::NotHandled, None));
    assert!(building.ledger.entries(Scope::Site(building.site), all()).await.unwrap().items.is_empty());
}

pub(crate) async fn every_dialect_of_a_qr_code_opens(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    let token = Token::parse(&secret(&pass, IdentifierKind::Qr)).unwrap();
    let link = secret(&pass, IdentifierKind::Link);
    let values = [token.text(), token.text().to_lowercase(), token.uuid().to_string(), token.digits()];
    for (value, at) in values.iter().zip(0..) {
        let decided = building.present(building.street, IdentifierKind::Qr, value, monday() + seconds(at * 10)).await;
        assert_eq!(decided.unwrap().reason, Reason::Ok, "dialect {at}");
    }
    let as_link = building.present(building.lobby, IdentifierKind::Link, &link, monday()).await.unwrap();
    assert_eq!((as_link.reason, as_link.pass), (Reason::Ok, Some(pass.pass.id)));
    // The secret of a link is none of a QR code.
    let crossed = building.present(building.garage, IdentifierKind::Qr, &link, monday()).await.unwrap();
    assert_eq!(crossed.reason, Reason::Unknown);
}

pub(crate) async fn plates_are_read_with_sense(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let plate = |plate: &str, uses| PassDraft {
        identifiers: vec![IdentifierKind::Plate],
        plate: Some(plate.to_owned()),
        uses,
        ..building.draft()
    };
    let uncounted = building.create(plate("MKB 5082", UseLimits::UNLIMITED), monday()).await;
    let counted = building.create(plate("tö-x 771", UseLimits { limit: Some(2), per_day: None }), monday()).await;
    let mut at = monday();
    let mut read = async |value: &str, sure| {
        at += seconds(30);
        let reading = building.reading_with_confidence(IdentifierKind::Plate, value, sure);
        building.ledger.present(building.presentation(building.garage, reading), at).await.unwrap()
    };
    assert_eq!(read("mkb-5082", None).await.pass, Some(uncounted.pass.id));
    assert_eq!(read("TOX771", Some(0.9)).await.pass, Some(counted.pass.id));
    assert_eq!(read("MKB 5O82", Some(0.85)).await.pass, Some(uncounted.pass.id), "one look-alike");
    assert_eq!(read("MKB 5O82", Some(0.75)).await.reason, Reason::Unknown, "too unsure for a look-alike");
    assert_eq!(read("MKB SO82", Some(0.99)).await.reason, Reason::Unknown, "two look-alikes");
    assert_eq!(read("T0X771", Some(0.99)).await.reason, Reason::Unknown, "a counted pass is never guessed");
    assert_eq!(read("MKB 5082", Some(0.5)).await.reason, Reason::Unknown, "too unsure for anything");
    let twin = building.create(plate("MKB 5D82", UseLimits::UNLIMITED), monday()).await;
    assert_eq!(read("MKB 5Q82", Some(0.9)).await.reason, Reason::AmbiguousPlate);
    assert_eq!(read("MKB 5D82", Some(0.9)).await.pass, Some(twin.pass.id), "the plate itself is never ambiguous");
}

pub(crate) async fn the_ladder_slows_guessing(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    let code = secret(&pass, IdentifierKind::Code);
    let mut at = monday();
    for n in 0..5 {
        at += seconds(1);
        assert_eq!(building.type_code(building.street, &wrong_code(n), at).await.reason, Reason::Unknown);
    }
    // The same again within ten seconds was one try, and the fifth locked this door's codes for 30 s.
    assert_eq!(building.type_code(building.street, &code, at + seconds(29)).await.reason, Reason::LockedOut);
    assert_eq!(building.scan(building.street, &pass, at + seconds(29)).await.reason, Reason::Ok);
    assert_eq!(building.type_code(building.lobby, &code, at + seconds(29)).await.reason, Reason::Ok);
    let mut n = 5;
    for locked in [30, 60, 300, 900, 1800, 1800] {
        let tried = building.type_code(building.street, &wrong_code(n), at + seconds(locked - 1)).await;
        assert_eq!(tried.reason, Reason::LockedOut, "after {locked} s less one");
        at += seconds(locked);
        let tried = building.type_code(building.street, &wrong_code(n + 1), at).await;
        assert_eq!(tried.reason, Reason::Unknown, "after {locked} s");
        n += 2;
    }
    // A valid code steps down by one: the next wrong one locks for half an hour again, and not for 30 s.
    at += seconds(1800);
    assert_eq!(building.type_code(building.street, &code, at).await.reason, Reason::Ok);
    at += seconds(1);
    assert_eq!(building.type_code(building.street, &wrong_code(n), at).await.reason, Reason::Unknown);
    let (after, _kept) = backend.after_a_kill(at).await;
    for ledger in [&building.ledger, &after] {
        let early = building.presentation(building.street, building.reading(IdentifierKind::Code, &code));
        assert_eq!(ledger.present(early.clone(), at + seconds(1799)).await.unwrap().reason, Reason::LockedOut);
        assert_eq!(ledger.present(early, at + seconds(1810)).await.unwrap().reason, Reason::Ok);
    }
}

pub(crate) async fn a_revoked_pass_opens_nothing_at_once(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    assert_eq!(building.scan(building.street, &pass, monday()).await.reason, Reason::Ok);
    // Within the ten seconds of a granted presentation, too.
    building
        .ledger
        .revoke_pass(building.scope(), pass.pass.id, Attribution::operator(monday() + seconds(1)))
        .await
        .unwrap();
    for kind in [IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link] {
        let decided = building.present(building.street, kind, &secret(&pass, kind), monday() + seconds(2)).await;
        assert_eq!(decided.unwrap().reason, Reason::Revoked);
    }
    // A door taken away is gone at once; a name changed keeps the presentation what it was.
    let pass = building.create(building.draft(), monday()).await;
    let first = building.scan(building.street, &pass, monday() + seconds(3)).await;
    let renamed = PassChange { name: Some("Cat sitter".into()), ..PassChange::default() };
    building.edit(pass.pass.id, renamed, monday() + seconds(4)).await.unwrap();
    assert_eq!(building.scan(building.street, &pass, monday() + seconds(5)).await.entry, first.entry);
    let moved = PassChange { doors: Some(vec![building.lobby]), ..PassChange::default() };
    building.edit(pass.pass.id, moved, monday() + seconds(6)).await.unwrap();
    assert_eq!(building.scan(building.street, &pass, monday() + seconds(7)).await.reason, Reason::WrongDoor);
    let back = PassChange { doors: Some(vec![building.street]), ..PassChange::default() };
    building.edit(pass.pass.id, back, monday() + seconds(8)).await.unwrap();
    assert_eq!(building.scan(building.street, &pass, monday() + seconds(9)).await.reason, Reason::Ok);
}

pub(crate) async fn a_manager_opens_a_door(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let manager = uuid::Uuid::from_u128(7);
    let opened = building
        .ledger
        .open_door(building.lobby, Attribution { actor: Actor::Manager(manager), at: monday() })
        .await
        .unwrap();
    assert_eq!(
        (opened.entry.decision(), opened.entry.kind, opened.entry.manager),
        (Decision::Granted, None, Some(manager))
    );
    let site = building.ledger.entries(Scope::Site(building.site), all()).await.unwrap().items;
    assert_eq!(site, [opened]);
    assert!(building.ledger.entries(building.scope(), all()).await.unwrap().items.is_empty());
}

pub(crate) async fn many_wrong_codes_are_noticed(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    for n in 0..200 {
        assert!(building.ledger.health().await.unwrap().sites_under_attack.is_empty());
        building.type_code(building.street, &wrong_code(n), monday() + seconds(i64::from(n) * 20)).await;
        // The lock-out would slow this test's guessing down, which counts tries and not lock-outs.
        let new = crate::ledger::NewDoor {
            name: format!("Gate {n}"),
            ..crate::ledger::conformance::building::new_door(building.site, "", gatepass_core::door::DoorKind::Street)
        };
        let gate = building.ledger.add_door(new, None, Attribution::operator(monday())).await.unwrap().value.id;
        let change = crate::ledger::PanelChange {
            locks: Some(vec![gatepass_core::panel::PanelLock { lock: 1, door: gate }]),
            ..Default::default()
        };
        building.ledger.change_panel(building.panel, change, Attribution::operator(monday())).await.unwrap();
    }
    assert_eq!(building.ledger.health().await.unwrap().sites_under_attack, [building.site]);
}

pub(crate) async fn answers_survive_a_kill(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.one_time(), monday()).await;
    let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
    let event = Presentation { event_id: Some("e".into()), ..building.presentation(building.street, reading.clone()) };
    let first = building.ledger.present(event.clone(), monday()).await.unwrap();
    let (after, _kept) = backend.after_a_kill(monday() + seconds(1)).await;
    assert_eq!(after.present(event, monday() + TimeDelta::days(1)).await.unwrap().entry, first.entry);
    let same = building.presentation(building.street, reading.clone());
    assert_eq!(after.present(same, monday() + seconds(5)).await.unwrap().entry, first.entry);
    let lobby = building.presentation(building.lobby, reading);
    assert_eq!(after.present(lobby, monday() + seconds(5)).await.unwrap().reason, Reason::UsedUp);
    assert_eq!(after.pass(building.scope(), pass.pass.id, monday()).await.unwrap().usage.used, 1);
}
