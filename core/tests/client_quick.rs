//! What is done and seen without opening the app: a pass with one tap, the next pass, a deletion taken back; and the
//! resident's language.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::sync::Arc;
use std::time::Duration;

use client_support::{body, noon, page, pass_ref, profile, resident, uuid, wait_for};
use gatepass_core::api::{Profile, refusal_phrase};
use gatepass_core::app::{App, AppConfig, AppError, PassAction, PassDetails, PassRef, ProfileId, QuickPass};
use gatepass_core::pass::{GuestKind, IdentifierKind, PassType, Status, UseLimits};
use gatepass_core::share::Language;
use gatepass_core::store::Store;
use gatepass_core::time::{ManualClock, TimeDelta};
use gatepass_core::vault::{MemoryVault, SecretVault};

struct Device {
    folder: tempfile::TempDir,
    clock: Arc<ManualClock>,
}

impl Device {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), clock: Arc::new(ManualClock::at(noon())) }
    }

    async fn with(self, id: ProfileId, resident: Profile) -> Self {
        let store = Store::open(self.folder.path()).unwrap().0;
        store.run(move |db| db.sign_in(id, "http://localhost:1", &resident)).await.unwrap();
        self
    }

    async fn app(&self) -> App {
        let vault = Arc::new(MemoryVault::new()) as Arc<dyn SecretVault>;
        let mut config = AppConfig::new(self.folder.path(), vault);
        config.clock = Arc::clone(&self.clock) as _;
        App::open(config).await.unwrap()
    }
}

#[test]
fn a_courier_is_expected_today_with_one_tap() {
    wait_for(async {
        let device = Device::new().with(profile(), resident()).await;
        let app = device.app().await;
        app.set_language("es-MX");
        let pass = app.quick_pass(None, QuickPass::CourierToday).await.unwrap();
        let details = app.pass(pass).await.unwrap();
        assert_eq!((details.row.guest, details.row.kind), (GuestKind::Courier, PassType::FullDay));
        assert_eq!((details.row.status, details.row.uses_left), (Status::Open, Some(3)));
        assert!(!details.row.identifiers.contains(&IdentifierKind::Plate));
        assert_eq!(details.doors.len(), resident().doors.iter().filter(|door| door.shareable).count());
        assert!(details.row.name.contains("22"), "a name of today: {}", details.row.name);
        assert!(details.validity.contains("noviembre") || details.validity.contains("nov"), "{}", details.validity);

        app.set_language("en");
        assert!(app.pass(pass).await.unwrap().validity.contains("Nov"));
    });
}

#[test]
fn a_building_without_whole_days_still_takes_a_courier() {
    wait_for(async {
        let mut strict = resident();
        strict.policy.types = vec![PassType::OneTime];
        strict.policy.identifiers = vec![IdentifierKind::Code];
        let device = Device::new().with(profile(), strict).await;
        let app = device.app().await;
        let details = app.pass(app.quick_pass(Some(profile()), QuickPass::CourierToday).await.unwrap()).await.unwrap();
        assert_eq!((details.row.kind, details.row.uses), (PassType::OneTime, UseLimits::ONCE));
        assert_eq!(details.row.identifiers, [IdentifierKind::Code]);
    });
}

#[test]
fn with_several_homes_one_has_to_be_named_and_with_none_there_is_no_pass() {
    wait_for(async {
        let none = Device::new();
        assert!(matches!(
            none.app().await.quick_pass(None, QuickPass::GuestToday).await,
            Err(AppError::NotFound { .. })
        ));
        assert_eq!(none.app().await.next_pass().await.unwrap(), None);

        let other = ProfileId(uuid(900));
        let second = Profile { id: gatepass_core::id::ResidentId(other.0), ..resident() };
        let two = Device::new().with(profile(), resident()).await.with(other, second).await;
        let app = two.app().await;
        let asked = app.quick_pass(None, QuickPass::GuestToday).await.unwrap_err();
        assert!(matches!(&asked, AppError::Invalid { fields } if fields[0].field == "profile"), "{asked:?}");
        assert_eq!(app.quick_pass(Some(other), QuickPass::GuestToday).await.unwrap().profile, other);

        let mut off = resident();
        off.policy.passes_enabled = false;
        let closed = Device::new().with(profile(), off).await;
        let refused = closed.app().await.quick_pass(None, QuickPass::GuestToday).await.unwrap_err();
        assert!(matches!(&refused, AppError::Invalid { fields } if fields[0].code == "passes_off"), "{refused:?}");
    });
}

#[test]
fn the_next_pass_is_the_one_that_opens_first() {
    wait_for(async {
        let device = Device::new().with(profile(), resident()).await;
        let app = device.app().await;
        device.clock.advance(TimeDelta::days(-1));
        let today = app.quick_pass(None, QuickPass::GuestToday).await.unwrap();
        device.clock.advance(TimeDelta::days(1));
        let tomorrow = app.quick_pass(None, QuickPass::CourierToday).await.unwrap();
        assert_eq!(app.next_pass().await.unwrap().unwrap().row.pass, tomorrow, "the other is over");
        device.clock.advance(TimeDelta::days(-1));
        assert_eq!(app.next_pass().await.unwrap().unwrap().row.pass, today, "the earlier day comes first");
        app.revoke(today).await.unwrap();
        assert_eq!(app.next_pass().await.unwrap().unwrap().row.pass, tomorrow);
    });
}

fn offers(details: &PassDetails, action: PassAction) -> bool {
    details.row.actions.contains(&action)
}

#[test]
fn a_deletion_is_taken_back_as_long_as_the_server_does_not_know() {
    wait_for(async {
        let device = Device::new().with(profile(), resident()).await;
        let store = Store::open(device.folder.path()).unwrap().0;
        store.run(|db| db.apply(profile(), None, &page(vec![body(10, |_| {})], "7", false), noon())).await.unwrap();
        drop(store);
        let app = device.app().await;
        let pass = pass_ref(10);
        app.undo_revoke(pass).await.expect("nothing to take back");
        assert!(offers(&app.pass(pass).await.unwrap(), PassAction::Share));

        app.revoke(pass).await.unwrap();
        let deleted = app.pass(pass).await.unwrap();
        assert_eq!(
            (deleted.row.status, deleted.row.actions.as_slice()),
            (Status::Revoked, &[PassAction::UndoDelete][..])
        );
        app.undo_revoke(pass).await.unwrap();
        app.undo_revoke(pass).await.expect("a second tap does no harm");
        let back = app.pass(pass).await.unwrap();
        assert_eq!((back.row.status, offers(&back, PassAction::UndoDelete)), (Status::Open, false));
        assert_eq!(app.sync_state().await.unwrap().waiting, 0);

        // Once it left this device the server may know.
        app.revoke(pass).await.unwrap();
        drop(app);
        let store = Store::open(device.folder.path()).unwrap().0;
        store
            .run(move |db| {
                let seq = db.queue_of(pass)?[0].seq;
                db.mark_sent(seq)
            })
            .await
            .unwrap();
        drop(store);
        let app = device.app().await;
        assert!(!offers(&app.pass(pass).await.unwrap(), PassAction::UndoDelete));
        assert_eq!(too_late(&app, pass).await, TOO_LATE);
        assert_eq!(app.pass(pass).await.unwrap().row.status, Status::Revoked);
    });
}

const TOO_LATE: &str = "It is too late to bring this pass back, sorry. You can make a new one at any time.";

/// What the resident is told who takes the deletion back too late.
async fn too_late(app: &App, pass: PassRef) -> String {
    match app.undo_revoke(pass).await.unwrap_err() {
        AppError::NotAllowed { code, reason } => refusal_phrase(&code, &reason).say(Language::English),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pass_that_is_gone_cannot_be_brought_back() {
    wait_for(async {
        let device = Device::new().with(profile(), resident()).await;
        let app = device.app().await;
        let pass = app.quick_pass(None, QuickPass::GuestToday).await.unwrap();
        app.revoke(pass).await.unwrap();
        assert!(app.pass(pass).await.is_err(), "the server never had it");
        assert_eq!(too_late(&app, pass).await, TOO_LATE);
    });
}

#[test]
fn a_tap_counts_even_if_whoever_tapped_is_gone() {
    wait_for(async {
        let device = Device::new().with(profile(), resident()).await;
        let app = device.app().await;
        let gone = tokio::time::timeout(Duration::ZERO, app.quick_pass(None, QuickPass::GuestToday)).await;
        drop(gone);
        for _ in 0..1000 {
            if app.next_pass().await.unwrap().is_some() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the pass was never made");
    });
}
