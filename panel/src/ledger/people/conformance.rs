//! Residents, devices, invitations and managers.

use crate::keys::{TokenHash, mint_invitation_code, mint_token};
use crate::ledger::{Attribution, IdempotentRequest, LedgerError, NewDevice, NewInvitation, NewManager, RefusalReason};
use chrono::TimeDelta;
use futures_util::future::join_all;
use gatepass_core::pass::Reason;
use uuid::Uuid;

use crate::ledger::conformance::building::{monday, seconds};
use crate::ledger::conformance::{Backend, Building};

fn invitation(building: &Building, code: &str) -> NewInvitation {
    NewInvitation {
        unit: building.unit,
        resident_name: "Carla".into(),
        resident: None,
        code: TokenHash::of_invitation(code),
        expires_at: monday() + TimeDelta::hours(72),
    }
}

fn activate(code: &str) -> NewDevice {
    NewDevice {
        code: TokenHash::of_invitation(code),
        device_name: "Phone".into(),
        token: TokenHash::of(&mint_token("gpd")),
    }
}

pub(crate) async fn an_invitation_is_good_once(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let code = mint_invitation_code();
    let made = ledger.invite(invitation(&building, &code), None, Attribution::operator(monday())).await.unwrap().value;
    assert_eq!(made.used_at, None);
    // Typed as people type.
    let typed = code.to_lowercase().replace('-', " ").replace('1', "l").replace('0', "o");
    let done = join_all((0..32).map(|_| ledger.activate(activate(&typed), None, monday()))).await;
    let good: Vec<_> = done.into_iter().filter_map(Result::ok).collect();
    assert_eq!(good.len(), 1);
    assert!(ledger.invitation(made.id).await.unwrap().used_at.is_some());
    let membership = ledger.membership(good[0].value.resident).await.unwrap();
    assert_eq!((&*membership.resident.name, membership.unit.id), ("Carla", building.unit));
    assert_eq!(membership.doors.len(), 3);
    // A repetition under its key is given what was kept, so that a lost answer does not lose the invitation.
    let code = mint_invitation_code();
    ledger.invite(invitation(&building, &code), None, Attribution::operator(monday())).await.unwrap();
    let once =
        IdempotentRequest { caller: Uuid::nil(), key: "a".into(), request: [0; 32], keep: b"sealed token".to_vec() };
    let first = ledger.activate(activate(&code), Some(once.clone()), monday()).await.unwrap();
    let again = ledger.activate(activate(&code), Some(once), monday()).await.unwrap();
    assert_eq!((again.value, again.kept.as_deref()), (first.value, Some(&b"sealed token"[..])));
    // An invitation for somebody who is here already adds a device.
    let code = mint_invitation_code();
    let new = NewInvitation { resident: Some(building.resident), ..invitation(&building, &code) };
    assert_eq!(ledger.invite(new, None, Attribution::operator(monday())).await.unwrap().value.resident_name, "Ana");
    let added = ledger.activate(activate(&code), None, monday()).await.unwrap().value;
    assert_eq!(added.resident, building.resident);
    assert_eq!(ledger.membership(building.resident).await.unwrap().resident.devices.len(), 2);
    assert_eq!(ledger.residents(building.unit).await.unwrap().len(), 3);
}

pub(crate) async fn invitations_expire_and_are_withdrawn(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let refused = |result| matches!(result, Err(LedgerError::Refused(RefusalReason::InvitationNotGood)));
    let (late, withdrawn) = (mint_invitation_code(), mint_invitation_code());
    ledger.invite(invitation(&building, &late), None, Attribution::operator(monday())).await.unwrap();
    let made =
        ledger.invite(invitation(&building, &withdrawn), None, Attribution::operator(monday())).await.unwrap().value;
    ledger.withdraw_invitation(made.id, Attribution::operator(monday())).await.unwrap();
    let at_the_end = monday() + TimeDelta::hours(72);
    assert!(refused(ledger.activate(activate(&late), None, at_the_end).await.map(|_| ())));
    assert!(refused(ledger.activate(activate(&withdrawn), None, monday()).await.map(|_| ())));
    assert!(refused(ledger.activate(activate("0000-0000-0000-0000"), None, monday()).await.map(|_| ())));
    assert!(ledger.activate(activate(&late), None, at_the_end - seconds(1)).await.is_ok());
    let used = ledger.invitations(building.unit).await.unwrap()[0].id;
    assert!(ledger.withdraw_invitation(used, Attribution::operator(monday())).await.is_err(), "used is used");
}

pub(crate) async fn a_token_ends_at_once(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let code = mint_invitation_code();
    ledger.invite(invitation(&building, &code), None, Attribution::operator(monday())).await.unwrap();
    let activate = activate(&code);
    let made = ledger.activate(activate.clone(), None, monday()).await.unwrap().value;
    assert_eq!(ledger.device_by_token(activate.token).await.unwrap(), Some(made));
    assert!(
        ledger.remove_device(building.resident, made.device, Attribution::operator(monday())).await.is_err(),
        "not that resident's"
    );
    ledger.remove_device(made.resident, made.device, Attribution::operator(monday())).await.unwrap();
    assert_eq!(ledger.device_by_token(activate.token).await.unwrap(), None);
}

pub(crate) async fn removing_a_resident_ends_the_passes(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let pass = building.create(building.draft(), monday()).await;
    building.ledger.remove_resident(building.resident, Attribution::operator(monday())).await.unwrap();
    assert!(matches!(building.ledger.membership(building.resident).await, Err(LedgerError::NotFound(_))));
    assert_eq!(building.scan(building.street, &pass, monday() + seconds(1)).await.reason, Reason::Revoked);
    assert!(building.try_create(building.draft(), monday()).await.is_err());
    assert!(building.pass(pass.pass.id, monday()).await.pass.revoked_at.is_some());
}

pub(crate) async fn managers_come_and_go(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let ledger = &building.ledger;
    let token = TokenHash::of("gpm_token");
    let new = NewManager { site: building.site, name: "Mia".into(), token };
    let manager = ledger.add_manager(new, None, Attribution::operator(monday())).await.unwrap().value;
    assert_eq!(ledger.manager_by_token(token).await.unwrap().as_ref(), Some(&manager));
    assert_eq!(ledger.managers(building.site).await.unwrap(), std::slice::from_ref(&manager));
    ledger.remove_manager(manager.id, Attribution::operator(monday())).await.unwrap();
    assert_eq!(ledger.manager_by_token(token).await.unwrap(), None);
    assert!(ledger.remove_manager(manager.id, Attribution::operator(monday())).await.is_err());
}
