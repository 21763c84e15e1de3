//! Sites, units, doors and panels.

use crate::keys::TokenHash;
use crate::ledger::{
    Attribution, Conflict, DoorChange, IdempotentRequest, LedgerError, NewPanel, NewSite, NewUnit, PageRequest,
    PanelChange, RefusalReason, SiteChange, UnitChange,
};
use futures_util::future::join_all;
use gatepass_core::door::DoorKind;
use gatepass_core::pass::{IdentifierKind, Policy};
use uuid::Uuid;

use crate::ledger::conformance::building::{all, monday, new_door, new_panel, new_york, secret};
use crate::ledger::conformance::{Backend, Building};

pub(crate) async fn panels_come_and_go(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let pass = building.create(building.draft(), monday()).await;
    let (old, renewed) = (TokenHash::of("gpp_old"), TokenHash::of("gpp_new"));
    let new = NewPanel { token: old, ..new_panel(building.site, "Side", &[building.lobby]) };
    let panel = ledger.add_panel(new, None, Attribution::operator(monday())).await.unwrap().value;
    assert_eq!(*ledger.panel_by_token(old).unwrap().panel, panel);
    let change = PanelChange { open_ms: Some(9000), ..PanelChange::default() };
    assert_eq!(ledger.change_panel(panel.id, change, Attribution::operator(monday())).await.unwrap().open_ms, 9000);
    ledger.renew_panel(panel.id, renewed, Attribution::operator(monday())).await.unwrap();
    assert_eq!(ledger.panel_by_token(old), None);
    assert_eq!(ledger.panel_by_token(renewed).unwrap().panel.id, panel.id);
    let mut asked =
        building.presentation(building.lobby, building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr)));
    (asked.panel, asked.lock) = (panel.id, None);
    assert_eq!(ledger.present(asked.clone(), monday()).await.unwrap().open_ms, 9000);
    ledger.remove_panel(panel.id, Attribution::operator(monday())).await.unwrap();
    assert_eq!(ledger.panel_by_token(renewed), None);
    assert!(matches!(ledger.present(asked, monday()).await, Err(LedgerError::NotFound(_))));
    assert_eq!(ledger.panels(building.site).await.unwrap().len(), 1);
}

fn taken<T>(result: &Result<T, LedgerError>) -> bool {
    matches!(result, Err(LedgerError::Conflict(Conflict::NameTaken)))
}

pub(crate) async fn names_are_taken_once(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    assert!(taken(
        &ledger
            .add_door(new_door(building.site, "Lobby", DoorKind::Lobby), None, Attribution::operator(monday()))
            .await
    ));
    let new = NewUnit { site: building.site, name: "12B".into(), doors: None };
    assert!(taken(&ledger.add_unit(new, None, Attribution::operator(monday())).await));
    assert!(taken(
        &ledger
            .add_panel(new_panel(building.site, "Entrance", &[building.street]), None, Attribution::operator(monday()))
            .await
    ));
    let change = DoorChange { name: Some("Garage".into()), ..DoorChange::default() };
    assert!(taken(&ledger.change_door(building.lobby, change, Attribution::operator(monday())).await));
    // Of many who want one name at the same time, one gets it.
    let asked = (0..8).map(|_| {
        let new = NewUnit { site: building.site, name: "3C".into(), doors: None };
        ledger.add_unit(new, None, Attribution::operator(monday()))
    });
    assert_eq!(join_all(asked).await.iter().filter(|made| made.is_ok()).count(), 1);
    // Another site may use the same names.
    let new = NewSite { name: "Oak".into(), address: String::new(), zone: new_york(), policy: Policy::default() };
    let site = ledger.add_site(new, None, Attribution::operator(monday())).await.unwrap().value;
    ledger.add_door(new_door(site.id, "Lobby", DoorKind::Lobby), None, Attribution::operator(monday())).await.unwrap();
    let foreign = NewUnit { site: site.id, name: "1".into(), doors: Some(vec![building.street]) };
    let refused = ledger.add_unit(foreign, None, Attribution::operator(monday())).await;
    assert!(matches!(refused, Err(LedgerError::Refused(RefusalReason::BadDoors))));
}

pub(crate) async fn places_are_listed_in_order(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    for n in 0..7 {
        let new = NewUnit { site: building.site, name: format!("{n}"), doors: Some(vec![building.street]) };
        ledger.add_unit(new, None, Attribution::operator(monday())).await.unwrap();
    }
    let (mut names, mut after) = (Vec::new(), None);
    loop {
        let slice = ledger.units(building.site, PageRequest { after, limit: 3 }).await.unwrap();
        names.extend(slice.items.into_iter().map(|unit| unit.name));
        after = slice.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(names, ["12B", "0", "1", "2", "3", "4", "5", "6"]);
    let change = SiteChange { name: Some("Elm House".into()), address: None };
    let site = ledger.change_site(building.site, change, Attribution::operator(monday())).await.unwrap();
    assert_eq!((&*site.name, &*site.address), ("Elm House", "1 Elm Street"));
    assert_eq!(ledger.sites(all()).await.unwrap().items, [site]);
    let change = UnitChange { doors: Some(vec![building.lobby]), ..UnitChange::default() };
    assert_eq!(ledger.change_unit(building.unit, change, Attribution::operator(monday())).await.unwrap().name, "12B");
    let doors = ledger.membership(building.resident).await.unwrap().doors;
    assert_eq!(doors.iter().map(|door| door.id).collect::<Vec<_>>(), [building.lobby]);
    // All of it is there after a restart.
    let (after, _kept) = backend.after_a_kill(monday()).await;
    assert_eq!(after.units(building.site, all()).await.unwrap(), ledger.units(building.site, all()).await.unwrap());
    assert_eq!(after.doors(building.site).await.unwrap(), ledger.doors(building.site).await.unwrap());
    assert_eq!(after.panels(building.site).await.unwrap(), ledger.panels(building.site).await.unwrap());
    assert_eq!(after.sites(all()).await.unwrap(), ledger.sites(all()).await.unwrap());
}

pub(crate) async fn requests_are_done_once(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let once = |key: &str| {
        Some(IdempotentRequest {
            caller: Uuid::nil(),
            key: key.to_owned(),
            request: [3; 32],
            keep: key.as_bytes().to_vec(),
        })
    };
    let door = new_door(building.site, "Lift", DoorKind::Lift);
    let first = ledger.add_door(door.clone(), once("door"), Attribution::operator(monday())).await.unwrap();
    let again = ledger.add_door(door, once("door"), Attribution::operator(monday())).await.unwrap();
    assert_eq!((&again.value, again.kept.as_deref()), (&first.value, Some(&b"door"[..])));
    let panel = new_panel(building.site, "Lift", &[first.value.id]);
    let first = ledger.add_panel(panel.clone(), once("panel"), Attribution::operator(monday())).await.unwrap();
    let again = ledger.add_panel(panel, once("panel"), Attribution::operator(monday())).await.unwrap();
    assert_eq!((again.value, again.kept.is_some()), (first.value, true));
    let unit = NewUnit { site: building.site, name: "9".into(), doors: None };
    let asked = (0..8).map(|_| ledger.add_unit(unit.clone(), once("unit"), Attribution::operator(monday())));
    let made: Vec<_> = join_all(asked).await.into_iter().map(Result::unwrap).collect();
    assert!(made.iter().all(|one| one.value == made[0].value));
}
