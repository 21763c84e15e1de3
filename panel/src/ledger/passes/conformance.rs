//! Passes are made, changed, shown and ended.

use std::collections::HashSet;

use crate::keys::{TokenHash, mint_token};
use crate::ledger::{
    Attribution, Conflict, IdempotentRequest, LedgerError, NewPanel, NewPass, NewUnit, PageRequest, PassUpdate,
    RefusalReason, Scope,
};
use chrono::TimeDelta;
use gatepass_core::id::PassId;
use gatepass_core::panel::QrAlphabet;
use gatepass_core::pass::{IdentifierKind, PassChange, PassDraft, Problem, Status};
use uuid::Uuid;

use crate::ledger::conformance::building::{all, monday, new_panel, seconds, secret};
use crate::ledger::conformance::{Backend, Building};

fn once(key: &str, request: u8) -> IdempotentRequest {
    IdempotentRequest { caller: Uuid::from_u128(1), key: key.to_owned(), request: [request; 32], keep: vec![1, 2, 3] }
}

pub(crate) async fn a_pass_is_made_once(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let id = PassId(Uuid::from_u128(42));
    let new = NewPass { id: Some(id), resident: building.resident, draft: building.draft() };
    let asked = (0..16).map(|_| building.ledger.create_pass(new.clone(), Some(once("k", 1)), monday()));
    let made: Vec<_> = futures_util::future::join_all(asked).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(made.iter().filter(|made| !made.is_repetition()).count(), 1);
    assert!(made.iter().all(|one| one.value == made[0].value && one.value.pass.id == id));
    assert!(made.iter().filter_map(|made| made.kept.as_ref()).all(|kept| *kept == [1, 2, 3]));
    let other = building.ledger.create_pass(new.clone(), Some(once("k", 2)), monday()).await;
    assert!(matches!(other, Err(LedgerError::Conflict(Conflict::KeyReused))));
    let taken = building.ledger.create_pass(new.clone(), Some(once("k2", 1)), monday()).await;
    assert!(matches!(taken, Err(LedgerError::Conflict(Conflict::IdTaken))));
    // A request that was refused may be corrected under its key.
    let bad = NewPass { id: None, draft: PassDraft { doors: vec![], ..building.draft() }, ..new.clone() };
    assert!(building.ledger.create_pass(bad, Some(once("k3", 1)), monday()).await.is_err());
    let good = NewPass { id: None, ..new };
    assert!(building.ledger.create_pass(good, Some(once("k3", 2)), monday()).await.is_ok());
    assert_eq!(building.ledger.passes(building.scope(), None, all(), monday()).await.unwrap().items.len(), 2);
}

pub(crate) async fn a_pass_is_made_as_the_rules_allow(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let refused = async |draft: PassDraft| match building.try_create(draft, monday()).await {
        Err(LedgerError::Invalid(invalid)) => invalid.0.iter().map(|found| found.problem.code()).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let stranger = gatepass_core::id::DoorId(Uuid::from_u128(5));
    assert_eq!(refused(PassDraft { doors: vec![stranger], ..building.draft() }).await, ["door_not_held"]);
    building.set_policy(|policy| policy.live_per_unit = Some(2), monday()).await;
    for _ in 0..2 {
        building.create(building.draft(), monday()).await;
    }
    assert_eq!(refused(building.draft()).await, [Problem::TooManyPasses { max: 2 }.code()]);
    building.set_policy(|policy| policy.passes_enabled = false, monday()).await;
    assert_eq!(refused(building.draft()).await, ["passes_off"]);
    building.set_policy(|policy| (policy.passes_enabled, policy.live_per_unit) = (true, None), monday()).await;
    let twice = PassDraft {
        name: "  ".into(),
        doors: vec![building.street, building.lobby, building.street],
        ..building.one_time()
    };
    let made = building.create(twice, monday()).await;
    assert_eq!(made.pass.doors, [building.street, building.lobby]);
    assert_eq!(made.pass.name, "Guest, 23 Nov");
    assert_eq!((made.pass.version, made.standing.status), (1, Status::Open));
}

pub(crate) async fn edits_need_the_version_they_saw(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    let edit = |version, name: &str| PassUpdate {
        id: pass.pass.id,
        unit: building.unit,
        version,
        change: PassChange { name: Some(name.to_owned()), ..PassChange::default() },
    };
    let edited = building.ledger.edit_pass(edit(Some(1), "A"), None, monday()).await.unwrap().value;
    assert_eq!((edited.pass.version, &*edited.pass.name), (2, "A"));
    assert_eq!(edited.pass.identifiers, pass.pass.identifiers, "identifiers never change");
    match building.ledger.edit_pass(edit(Some(1), "B"), None, monday()).await {
        Err(LedgerError::Changed(now_is)) => assert_eq!(*now_is, edited),
        other => panic!("{other:?}"),
    }
    // Of many who saw the same version, one gets through.
    let asked = (0..16).map(|n| {
        let edit = edit(Some(2), &n.to_string());
        building.ledger.edit_pass(edit, None, monday())
    });
    let done = futures_util::future::join_all(asked).await;
    assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1);
    let done = building.ledger.edit_pass(edit(Some(3), "C"), Some(once("e", 1)), monday()).await.unwrap();
    let again = building.ledger.edit_pass(edit(Some(3), "C"), Some(once("e", 1)), monday()).await.unwrap();
    assert_eq!((done.value.pass.version, again.is_repetition()), (4, true));
    assert_eq!(again.value, done.value);
    building.set_policy(|policy| policy.editable = false, monday()).await;
    assert!(building.ledger.edit_pass(edit(None, "D"), None, monday()).await.is_err());
    building.ledger.revoke_pass(building.scope(), pass.pass.id, Attribution::operator(monday())).await.unwrap();
}

pub(crate) async fn secrets_are_shown_only_while_valid(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let draft = PassDraft {
        identifiers: IdentifierKind::OF_A_PASS.to_vec(),
        plate: Some(" abc 123 ".into()),
        ..building.draft()
    };
    let pass = building.create(draft, monday()).await;
    let kinds: Vec<_> = pass.pass.identifiers.iter().map(gatepass_core::pass::Identifier::kind).collect();
    assert_eq!(kinds, IdentifierKind::OF_A_PASS);
    assert_eq!(secret(&pass, IdentifierKind::Plate), "abc 123");
    assert_eq!(building.pass(pass.pass.id, monday()).await, pass);
    let listed = building.ledger.passes(building.scope(), Some(true), all(), monday()).await.unwrap().items;
    assert_eq!(listed, std::slice::from_ref(&pass));
    let body = pass.body(|token| format!("https://gate.example/g/{token}"));
    assert!(format!("{:?}", body.identifiers).len() < 200, "debug output shows no secret");
    let bare = pass.body_for_manager();
    assert!(bare.comment.is_empty());
    let over = building.pass(pass.pass.id, monday() + TimeDelta::days(60)).await;
    let revoked =
        building.ledger.revoke_pass(building.scope(), pass.pass.id, Attribution::operator(monday())).await.unwrap();
    for pass in [over, revoked, building.pass(pass.pass.id, monday()).await] {
        assert!(!pass.standing.status.is_valid());
        assert_eq!(pass.pass.identifiers.len(), 4);
        assert!(IdentifierKind::OF_A_PASS.iter().all(|kind| secret(&pass, *kind).is_empty()));
    }
}

pub(crate) async fn codes_differ_and_grow(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let draft = PassDraft { identifiers: vec![IdentifierKind::Code], ..building.draft() };
    let mut codes = Vec::new();
    for n in 1..=160 {
        let pass = building.create(draft.clone(), monday()).await;
        let code = secret(&pass, IdentifierKind::Code);
        let length = if n <= 15 {
            6
        } else if n <= 150 {
            7
        } else {
            8
        };
        assert_eq!(code.len(), length, "code {n}");
        codes.push((code, pass.pass.id));
    }
    let different: HashSet<_> = codes.iter().map(|(code, _)| code).collect();
    assert_eq!(different.len(), codes.len());
    for (n, (one, _)) in codes.iter().enumerate() {
        for (other, _) in codes[..n].iter().filter(|(other, _)| other.len() == one.len()) {
            assert!(one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() >= 2, "a slip away");
        }
    }
    // Ended passes make room for short codes again.
    for (_, id) in &codes[10..] {
        building.ledger.revoke_pass(building.scope(), *id, Attribution::operator(monday())).await.unwrap();
    }
    let pass = building.create(draft, monday()).await;
    assert_eq!(secret(&pass, IdentifierKind::Code).len(), 6);
}

pub(crate) async fn the_panel_decides_the_alphabet(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    for (name, alphabet, door) in
        [("BAS-IP", QrAlphabet::Uuid, building.lobby), ("2N", QrAlphabet::Digits, building.garage)]
    {
        let new = NewPanel { qr_alphabet: alphabet, ..new_panel(building.site, name, &[door]) };
        building.ledger.add_panel(new, None, Attribution::operator(monday())).await.unwrap();
    }
    let cases = [
        (vec![building.street], 26),
        (vec![building.street, building.lobby], 36),
        (vec![building.street, building.lobby, building.garage], 15),
    ];
    for (doors, length) in cases {
        let draft = PassDraft { doors, identifiers: vec![IdentifierKind::Qr], ..building.draft() };
        let pass = building.create(draft, monday()).await;
        assert_eq!(secret(&pass, IdentifierKind::Qr).len(), length);
        let opened = building.scan(building.street, &pass, monday()).await;
        assert_eq!(opened.pass, Some(pass.pass.id));
    }
}

pub(crate) async fn lists_come_by_pages(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let mut made = Vec::new();
    for n in 0..23 {
        let draft = PassDraft { name: n.to_string(), ..building.draft() };
        let pass = building.create(draft, monday() + seconds(n)).await;
        if n % 3 == 0 {
            building.ledger.revoke_pass(building.scope(), pass.pass.id, Attribution::operator(monday())).await.unwrap();
        }
        building.scan(building.street, &pass, monday() + seconds(n)).await;
        made.push(pass.pass.id);
    }
    made.reverse();
    let later = monday() + seconds(60);
    for scope in [building.scope(), Scope::Site(building.site)] {
        for (valid, wanted) in [(None, 23), (Some(true), 15), (Some(false), 8)] {
            let (mut found, mut after) = (Vec::new(), None);
            loop {
                let page = PageRequest { after, limit: 4 };
                let slice = building.ledger.passes(scope, valid, page, later).await.unwrap();
                assert!(slice.items.len() <= 4);
                found.extend(slice.items.iter().map(|pass| pass.pass.id));
                after = slice.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(found.len(), wanted);
            let in_order: Vec<_> = made.iter().filter(|id| found.contains(id)).copied().collect();
            assert_eq!(found, in_order, "newest first");
        }
        let (mut seqs, mut after) = (Vec::new(), None);
        loop {
            let slice = building.ledger.entries(scope, PageRequest { after, limit: 5 }).await.unwrap();
            seqs.extend(slice.items.iter().map(|view| view.entry.seq));
            after = slice.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seqs.len(), 23);
        assert!(seqs.is_sorted_by(|one, next| one > next));
    }
}

pub(crate) async fn strangers_see_nothing(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let new = NewUnit { site: building.site, name: "7A".into(), doors: Some(vec![building.street]) };
    let stranger = building.ledger.add_unit(new, None, Attribution::operator(monday())).await.unwrap().value.id;
    let pass = building.create(building.draft(), monday()).await;
    let entry = building.scan(building.street, &pass, monday()).await.entry.unwrap();
    let theirs = Scope::Unit(stranger);
    assert!(matches!(building.ledger.pass(theirs, pass.pass.id, monday()).await, Err(LedgerError::NotFound(_))));
    assert!(matches!(building.ledger.entry(theirs, entry).await, Err(LedgerError::NotFound(_))));
    assert!(matches!(
        building.ledger.revoke_pass(theirs, pass.pass.id, Attribution::operator(monday())).await,
        Err(LedgerError::NotFound(_))
    ));
    let edit = PassUpdate { id: pass.pass.id, unit: stranger, version: None, change: PassChange::default() };
    assert!(matches!(building.ledger.edit_pass(edit, None, monday()).await, Err(LedgerError::NotFound(_))));
    assert!(building.ledger.passes(theirs, None, all(), monday()).await.unwrap().items.is_empty());
    assert!(building.ledger.entries(theirs, all()).await.unwrap().items.is_empty());
    assert!(building.ledger.changes(stranger, 0, 100, monday()).await.unwrap().passes.is_empty());
    let nobody = TokenHash::of(&mint_token("gpd"));
    assert!(building.ledger.device_by_token(nobody).await.unwrap().is_none());
    assert!(building.ledger.manager_by_token(nobody).await.unwrap().is_none());
    assert!(building.ledger.panel_by_token(nobody).is_none());
    assert_eq!(building.ledger.entry(building.scope(), entry).await.unwrap().entry.pass, Some(pass.pass.id));
    // A resident of the other unit may not share doors that unit does not hold.
    let resident = building.add_resident(stranger, "Ben").await;
    let new = NewPass { id: None, resident, draft: building.draft() };
    assert!(matches!(building.ledger.create_pass(new, None, monday()).await, Err(LedgerError::Invalid(_))));
    let own = NewPanel { locks: vec![], ..new_panel(building.site, "No locks", &[]) };
    let refused = building.ledger.add_panel(own, None, Attribution::operator(monday())).await;
    assert!(matches!(refused, Err(LedgerError::Refused(RefusalReason::BadLocks))));
}
