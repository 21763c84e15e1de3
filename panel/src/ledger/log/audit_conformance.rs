//! Administrative acts leave audit entries, and sites are separate.

use crate::keys::{TokenHash, mint_token};
use crate::ledger::{Actor, Attribution, DoorChange, NewManager, NewSite, NewUnit, PageRequest, Scope};
use gatepass_core::door::DoorKind;
use gatepass_core::pass::{IdentifierKind, Policy, Reason};

use crate::ledger::conformance::building::{all, monday, new_door, new_panel, new_york, seconds};
use crate::ledger::conformance::{Backend, Building};

pub(crate) async fn every_administrative_act_is_written_down(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let token = mint_token("gpm");
    let new = NewManager { site: building.site, name: "Bruno".into(), token: TokenHash::of(&token) };
    let manager = ledger.add_manager(new, None, Attribution::operator(monday())).await.unwrap().value.id;
    let by = |second| Attribution { actor: Actor::Manager(manager), at: monday() + seconds(second) };
    let change = DoorChange { name: Some("Back door".into()), ..DoorChange::default() };
    ledger.change_door(building.street, change, by(1)).await.unwrap();
    let renewed = mint_token("gpp");
    ledger.renew_panel(building.panel, TokenHash::of(&renewed), by(2)).await.unwrap();
    let pass = building.create(building.draft(), monday() + seconds(3)).await;
    ledger.revoke_pass(Scope::Site(building.site), pass.pass.id, by(4)).await.unwrap();
    ledger.open_door(building.lobby, by(5)).await.unwrap();
    ledger.remove_resident(building.resident, by(6)).await.unwrap();
    ledger.remove_panel(building.panel, by(7)).await.unwrap();
    ledger.remove_manager(manager, Attribution::operator(monday() + seconds(8))).await.unwrap();
    let (after, _kept) = backend.after_a_kill(monday() + seconds(9)).await;
    for ledger in [ledger, &after] {
        let entries = ledger.audit(building.site, all()).await.unwrap().items;
        let acts: Vec<&str> = entries.iter().rev().map(|entry| &*entry.act).collect();
        assert_eq!(
            acts,
            [
                "site.added",
                "door.added",
                "door.added",
                "door.added",
                "panel.added",
                "unit.added",
                "resident.invited",
                "manager.added",
                "door.changed",
                "panel.renewed",
                "pass.revoked",
                "door.opened",
                "resident.removed",
                "panel.removed",
                "manager.removed",
            ]
        );
        let renamed = entries.iter().find(|entry| entry.act == "door.changed").unwrap();
        assert_eq!((&*renamed.actor, renamed.actor_id, renamed.subject), ("manager", Some(manager), building.street.0));
        let names = [&renamed.before, &renamed.after].map(|shown| shown.as_ref().unwrap()["name"].clone());
        assert_eq!(names, ["Street door", "Back door"]);
        // No token, no identifier, no comment.
        let told = format!("{entries:?}");
        let secrets = pass.pass.identifiers.iter().map(|identifier| serde_json::to_value(identifier).unwrap());
        let secrets = secrets.flat_map(|value| value.as_object().unwrap().values().cloned().collect::<Vec<_>>());
        let secrets = secrets.filter_map(|value| value.as_str().map(str::to_owned)).filter(|text| text.len() > 5);
        for secret in secrets.chain([token.clone(), renewed.clone(), pass.pass.comment.clone()]) {
            assert!(!told.contains(&secret), "the audit shows a secret");
        }
        let page = ledger.audit(building.site, PageRequest { after: Some(entries[0].seq), limit: 3 }).await.unwrap();
        assert_eq!((page.next, &page.items[..]), (Some(entries[3].seq), &entries[1..4]));
    }
}

/// Two sites have separate sequences, logs and look-ups.
pub(crate) async fn sites_are_apart(backend: &dyn Backend) {
    let here = Building::new(backend).await;
    let policy = Policy { passes_enabled: true, ..Policy::default() };
    let new = NewSite { name: "Oak Court".into(), address: "2 Oak Street".into(), zone: new_york(), policy };
    let there = here.ledger.add_site(new, None, Attribution::operator(monday())).await.unwrap().value;
    let door = new_door(there.id, "Gate", DoorKind::Street);
    let door = here.ledger.add_door(door, None, Attribution::operator(monday())).await.unwrap().value;
    let panel = new_panel(there.id, "Gate panel", &[door.id]);
    let panel = here.ledger.add_panel(panel, None, Attribution::operator(monday())).await.unwrap().value;
    let unit = NewUnit { site: there.id, name: "1".into(), doors: None };
    let unit = here.ledger.add_unit(unit, None, Attribution::operator(monday())).await.unwrap().value;
    let before = here.ledger.changes(unit.id, 0, 100, monday()).await.unwrap().cursor;
    let pass = here.create(here.draft(), monday()).await;
    here.scan(here.street, &pass, monday()).await;
    let changes = here.ledger.changes(unit.id, before, 100, monday()).await.unwrap();
    assert_eq!(
        (changes.cursor, changes.entries.len()),
        (before, 0),
        "another site's sequence does not move this one's"
    );
    let secret = crate::ledger::conformance::building::secret(&pass, IdentifierKind::Qr);
    let shown = crate::decide::Reading::read(IdentifierKind::Qr, &secret, None, &here.keys.pepper_of(there.number));
    let presentation =
        crate::ledger::Presentation { panel: panel.id, lock: None, reading: shown, event_id: None, photo: None };
    let stranger = here.ledger.present(presentation, monday()).await.unwrap();
    assert_eq!(stranger.reason, Reason::Unknown);
    let log = here.ledger.entries(Scope::Site(there.id), all()).await.unwrap().items;
    assert_eq!(log.len(), 1);
    let ours = here.ledger.entries(Scope::Site(here.site), all()).await.unwrap().items;
    assert_ne!(log[0].id, ours[0].id);
    // The same sequence number in another site's scope: there is no such entry.
    assert!(here.ledger.entry(Scope::Site(there.id), ours[0].id).await.is_err());
    let (after, _kept) = backend.after_a_kill(monday() + seconds(1)).await;
    assert_eq!(after.entry(Scope::Site(there.id), log[0].id).await.unwrap(), log[0]);
}
