//! The façade without any server: everything but activation works, is shown at once, and survives a restart.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::sync::{Arc, mpsc};
use std::time::Duration;

use client_support::{STREET, body, noon, page, pass_ref, profile, resident, uuid, wait_for};
use gatepass_core::app::{
    App, AppConfig, AppError, Badge, NoticeKind, PassAction, PassHalf, PassList, PassQuery, PassSync, SyncPhase,
    WizardScreen, WizardTask,
};
use gatepass_core::id::DoorId;
use gatepass_core::pass::{GuestKind, IdentifierKind, PassDraft, PassType, Schedule, Status};
use gatepass_core::store::Store;
use gatepass_core::time::{ManualClock, TimeDelta, Zone};
use gatepass_core::vault::{MemoryVault, SecretVault};
use gatepass_core::wizard::{FieldId, FieldValue, WizardEvent, WizardStep};

struct Device {
    folder: tempfile::TempDir,
    vault: Arc<MemoryVault>,
    clock: Arc<ManualClock>,
}

impl Device {
    /// A device with a resident on a server that is not there.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap().0;
        store.run(|db| db.sign_in(profile(), "http://localhost:1", &resident())).await.unwrap();
        let vault = Arc::new(MemoryVault::new());
        Self { folder, vault, clock: Arc::new(ManualClock::at(noon())) }
    }

    async fn with_pass() -> Self {
        let device = Self::new().await;
        let store = Store::open(device.folder.path()).unwrap().0;
        store.run(|db| db.apply(profile(), None, &page(vec![body(10, |_| {})], "7", false), noon())).await.unwrap();
        device
    }

    async fn app(&self) -> App {
        let mut config = AppConfig::new(self.folder.path(), Arc::clone(&self.vault) as Arc<dyn SecretVault>);
        config.clock = Arc::clone(&self.clock) as _;
        App::open(config).await.unwrap()
    }
}

fn draft(kind: PassType) -> PassDraft {
    PassDraft {
        name: String::new(),
        comment: "the blue bike".to_owned(),
        guest: GuestKind::Courier,
        schedule: Schedule::default_of(kind, noon(), Zone::named("America/New_York").unwrap()),
        uses: kind.default_uses(),
        doors: vec![DoorId(uuid(STREET))],
        identifiers: vec![IdentifierKind::Qr, IdentifierKind::Code],
        plate: None,
    }
}

async fn list(app: &App, half: PassHalf) -> PassList {
    app.passes(PassQuery { half, ..PassQuery::default() }).await.unwrap()
}

#[test]
fn a_pass_is_made_changed_and_revoked_without_a_server() {
    wait_for(async {
        let device = Device::new().await;
        let app = device.app().await;
        let pass = app.create(profile(), draft(PassType::OneTime)).await.unwrap();
        let row = list(&app, PassHalf::Valid).await.rows.remove(0);
        assert_eq!((row.name.as_str(), row.status, row.kind), ("Courier, 22 Nov", Status::Open, PassType::OneTime));
        assert_eq!(row.badges, [Badge::NotOnServer, Badge::Courier, Badge::OneTime]);
        assert_eq!(row.identifiers, [IdentifierKind::Qr, IdentifierKind::Code]);
        assert_eq!(row.sync, PassSync::Waiting);
        let details = app.pass(pass).await.unwrap();
        assert!(details.identifiers.is_empty() && details.row.actions.contains(&PassAction::Edit));
        assert_eq!(details.doors[0].name, "Street door");
        assert_eq!(details.openings.len(), 1);
        let shared = app.share(pass, "en".to_owned()).await.unwrap_err();
        assert!(matches!(shared, AppError::NotAllowed { code, .. } if code == "not_on_server"));

        // Killed and started again.
        drop(app);
        let app = device.app().await;
        app.edit(pass, PassDraft { name: "Bike".to_owned(), ..draft(PassType::FullDay) }).await.unwrap();
        let details = app.pass(pass).await.unwrap();
        assert_eq!((details.row.name.as_str(), details.row.kind), ("Bike", PassType::FullDay));
        let state = app.sync_now().await.unwrap();
        assert_eq!((state.waiting, state.stuck), (1, 0), "one request holds it all");
        app.revoke(pass).await.unwrap();
        assert_eq!(list(&app, PassHalf::All).await.rows, []);
        assert_eq!(app.sync_state().await.unwrap().waiting, 0, "nothing left the device");
        assert!(matches!(app.pass(pass).await, Err(AppError::NotFound { .. })));
    });
}

#[test]
fn a_draft_against_the_rules_is_refused_field_by_field() {
    wait_for(async {
        let device = Device::new().await;
        let app = device.app().await;
        let refused = app.create(profile(), PassDraft { doors: vec![], ..draft(PassType::Recurring) }).await;
        let Err(AppError::Invalid { fields }) = refused else { panic!("{refused:?}") };
        let found: Vec<_> = fields.iter().map(|problem| (problem.field.as_str(), problem.code.as_str())).collect();
        assert_eq!(found, [("schedule.days", "no_weekday"), ("doors", "no_door")]);
        assert_eq!(list(&app, PassHalf::All).await.rows, []);
    });
}

#[test]
fn a_pass_of_the_server_is_shared_from_the_device() {
    wait_for(async {
        let device = Device::with_pass().await;
        let app = device.app().await;
        let payload = app.share(pass_ref(10), "es-MX".to_owned()).await.unwrap();
        assert!(payload.text.contains("Elm House") && payload.text.contains("482915"), "{}", payload.text);
        assert_eq!((payload.code.as_deref(), payload.url), (Some("482915"), None));
        assert_eq!(payload.qr_text.as_deref(), Some("0024H36H2NCSVRH6DAQF6DVVQZ"));
        assert_eq!(&payload.qr_png.unwrap()[1..4], b"PNG");
        assert!(payload.qr_svg.unwrap().starts_with("<svg"));
        device.clock.advance(TimeDelta::days(1));
        let late = app.share(pass_ref(10), "en".to_owned()).await.unwrap_err();
        assert!(matches!(late, AppError::NotAllowed { code, .. } if code == "not_valid_any_more"));
        let details = app.pass(pass_ref(10)).await.unwrap();
        assert_eq!(details.not_editable_because.as_deref(), Some("not_valid_any_more"));
    });
}

/// The next value that passes `wanted`; fails if none comes in time.
fn until<T>(values: &mpsc::Receiver<T>, wanted: impl Fn(&T) -> bool) -> T {
    loop {
        let value = values.recv_timeout(Duration::from_secs(20)).expect("the listener was told");
        if wanted(&value) {
            return value;
        }
    }
}

#[test]
fn listeners_get_the_current_value_first_and_then_each_change() {
    wait_for(async {
        let device = Device::with_pass().await;
        let app = device.app().await;
        let (tell, told) = mpsc::channel();
        let subscription =
            app.observe_passes(PassQuery::default(), Arc::new(move |list: PassList| drop(tell.send(list))));
        assert_eq!(until(&told, |_| true).rows.len(), 1);
        let pass = app.create(profile(), draft(PassType::FullDay)).await.unwrap();
        assert_eq!(until(&told, |list| list.rows.len() == 2).rows[0].pass, pass);
        app.revoke(pass).await.unwrap();
        until(&told, |list| list.rows.len() == 1);
        subscription.cancel();
        // The channel closes when the listener is let go.
        while told.recv_timeout(Duration::from_secs(20)).is_ok() {}
        assert_eq!(told.try_recv(), Err(mpsc::TryRecvError::Disconnected));
    });
}

#[test]
fn a_list_follows_the_clock() {
    wait_for(async {
        let device = Device::with_pass().await;
        // Twenty milliseconds before the day of the pass is over in New York.
        device.clock.set("2026-11-23T04:59:59.980Z".parse().unwrap());
        let app = device.app().await;
        let (tell, told) = mpsc::channel();
        let clock = Arc::clone(&device.clock);
        let _subscription = app.observe_passes(
            PassQuery { half: PassHalf::All, ..PassQuery::default() },
            Arc::new(move |list: PassList| {
                clock.set("2026-11-23T05:00:00Z".parse().unwrap());
                let _ = tell.send(list.rows[0].status);
            }),
        );
        assert_eq!(until(&told, |_| true), Status::Open);
        assert_eq!(until(&told, |_| true), Status::Expired);
    });
}

#[test]
fn a_listener_that_panics_harms_nobody_and_one_can_call_back() {
    wait_for(async {
        let device = Device::with_pass().await;
        let app = device.app().await;
        let _angry = app.observe_passes(PassQuery::default(), Arc::new(|_: PassList| panic!("a shell's own defect")));
        let (tell, told) = mpsc::channel();
        let inner = app.clone();
        let _curious = app.observe_passes(
            PassQuery::default(),
            Arc::new(move |_: PassList| {
                let again = wait_for(inner.passes(PassQuery::default())).unwrap();
                let _ = tell.send(again.rows.len());
            }),
        );
        assert_eq!(until(&told, |_| true), 1);
        app.create(profile(), draft(PassType::FullDay)).await.unwrap();
        until(&told, |rows| *rows == 2);
    });
}

async fn press(app: &App, screen: &WizardScreen, event: WizardEvent) -> WizardScreen {
    let next = app.send_wizard(screen.draft, event).await.unwrap();
    assert_eq!(next.rejected, None);
    next
}

/// Answers the wizard's first question and goes on to the review.
async fn to_review(app: &App, mut screen: WizardScreen) -> WizardScreen {
    let value = FieldValue::Choice { id: "one_time".to_owned() };
    screen = press(app, &screen, WizardEvent::Set { field: FieldId::TypeOfPass, value }).await;
    for _ in 0..12 {
        if screen.view.step == WizardStep::Review {
            return screen;
        }
        screen = press(app, &screen, WizardEvent::Next).await;
    }
    panic!("stuck at {:?}", screen.view);
}

#[test]
fn a_wizard_survives_a_restart_at_every_step_and_makes_one_pass() {
    wait_for(async {
        let device = Device::new().await;
        let mut app = device.app().await;
        let mut screen = app.start_wizard(None).await.unwrap();
        let value = FieldValue::Choice { id: "one_time".to_owned() };
        screen = press(&app, &screen, WizardEvent::Set { field: FieldId::TypeOfPass, value }).await;
        let mut steps = 0;
        while !matches!(screen.view.step, WizardStep::Saved) {
            screen = press(&app, &screen, WizardEvent::Next).await;
            steps += 1;
            assert!(steps < 12, "stuck at {:?}", screen.view);
            if screen.view.step != WizardStep::Saved {
                drop(app);
                app = device.app().await;
                assert_eq!(app.drafts().await.unwrap()[0].id, screen.draft);
                let again = app.wizard(screen.draft).await.unwrap();
                assert_eq!(again.view, screen.view);
            }
        }
        assert_eq!(list(&app, PassHalf::All).await.rows.len(), 1);
        assert_eq!(app.drafts().await.unwrap(), [], "what is made needs no draft");
        screen = press(&app, &screen, WizardEvent::Finish).await;
        assert_eq!(screen.tasks, [WizardTask::Leave]);
        assert!(matches!(app.wizard(screen.draft).await, Err(AppError::NotFound { .. })));
    });
}

#[test]
fn a_wizard_edits_a_pass_and_a_wrong_event_changes_nothing() {
    wait_for(async {
        let device = Device::with_pass().await;
        let app = device.app().await;
        let screen = app.edit_wizard(pass_ref(10)).await.unwrap();
        let refused = app.send_wizard(screen.draft, WizardEvent::Shared).await.unwrap();
        assert!(refused.rejected.is_some());
        assert_eq!(refused.view, screen.view);
        let screen = press(&app, &screen, WizardEvent::Jump { step: WizardStep::About }).await;
        let value = FieldValue::Text { text: "Grandma".to_owned() };
        let screen = press(&app, &screen, WizardEvent::Set { field: FieldId::Name, value }).await;
        let screen = press(&app, &screen, WizardEvent::Jump { step: WizardStep::Review }).await;
        let screen = press(&app, &screen, WizardEvent::Next).await;
        assert_eq!(screen.view.step, WizardStep::Saved);
        let row = list(&app, PassHalf::Valid).await.rows.remove(0);
        assert_eq!((row.name.as_str(), row.sync), ("Grandma", PassSync::Waiting));
    });
}

#[test]
fn a_draft_can_be_thrown_away() {
    wait_for(async {
        let device = Device::new().await;
        let app = device.app().await;
        let screen = app.start_wizard(Some(profile())).await.unwrap();
        let screen = to_review(&app, screen).await;
        app.discard_draft(screen.draft).await.unwrap();
        assert_eq!(app.drafts().await.unwrap(), []);
        assert!(matches!(app.wizard(screen.draft).await, Err(AppError::NotFound { .. })));
        assert_eq!(list(&app, PassHalf::All).await.rows, []);
    });
}

#[test]
fn a_profile_whose_token_is_gone_is_signed_out_and_keeps_what_it_has() {
    wait_for(async {
        let device = Device::with_pass().await;
        let app = device.app().await;
        app.sync_now().await.unwrap();
        let profiles = app.profiles().await.unwrap();
        assert!(!profiles[0].signed_in);
        assert_eq!(list(&app, PassHalf::All).await.rows.len(), 1);
        let notices = app.notices().await.unwrap();
        assert!(matches!(notices[0].kind, NoticeKind::SignedOut { .. }));
        app.dismiss_notice(notices[0].id).await.unwrap();
        assert_eq!(app.notices().await.unwrap(), []);
        assert!(!app.sign_out(profile()).await.unwrap(), "the server could not be told");
        assert_eq!(app.profiles().await.unwrap(), []);
        assert_eq!(list(&app, PassHalf::All).await.rows, []);
    });
}

#[test]
fn a_damaged_file_is_told_and_looked_at_on_the_next_start() {
    wait_for(async {
        let device = Device::with_pass().await;
        let app = device.app().await;
        let path = device.folder.path().join("gatepass.db");
        let other = rusqlite::Connection::open(&path).unwrap();
        other.execute("UPDATE passes SET shown = '{'", []).unwrap();
        let broken = app.passes(PassQuery::default()).await.unwrap_err();
        assert!(matches!(broken, AppError::StorageBroken { .. }), "{broken:?}");
        assert!(device.folder.path().join("gatepass.db.suspect").exists());
    });
}

#[test]
fn what_is_damaged_at_the_start_is_put_aside_and_told() {
    wait_for(async {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("gatepass.db"), [7; 9000]).unwrap();
        let clock = Arc::new(ManualClock::at(noon()));
        let device = Device { folder, vault: Arc::new(MemoryVault::new()), clock };
        let app = device.app().await;
        let notices = app.notices().await.unwrap();
        assert!(matches!(&notices[0].kind, NoticeKind::StorageReplaced { lost: true, .. }), "{notices:?}");
    });
}

#[test]
fn it_works_on_a_given_runtime_and_from_none() {
    let device = wait_for(Device::with_pass());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut config = AppConfig::new(device.folder.path(), Arc::new(MemoryVault::new()));
    config.runtime = Some(runtime.handle().clone());
    // No tokio where these futures are polled.
    let app = block(App::open(config)).unwrap();
    assert_eq!(block(app.passes(PassQuery { half: PassHalf::All, ..PassQuery::default() })).unwrap().rows.len(), 1);
    assert_eq!(block(app.sync_state()).unwrap().phase, SyncPhase::Idle);
    drop(app);
    let alone = block(App::open(AppConfig::new(device.folder.path(), Arc::new(MemoryVault::new())))).unwrap();
    assert_eq!(block(alone.profiles()).unwrap().len(), 1);
}

/// The plainest executor there is.
fn block<T>(future: impl Future<Output = T>) -> T {
    struct UnparkWaker(std::thread::Thread);
    impl std::task::Wake for UnparkWaker {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Arc::new(UnparkWaker(std::thread::current())).into();
    let mut context = std::task::Context::from_waker(&waker);
    let mut future = std::pin::pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            std::task::Poll::Ready(value) => return value,
            std::task::Poll::Pending => std::thread::park(),
        }
    }
}

#[test]
fn plain_http_is_taken_for_this_machine_only() {
    wait_for(async {
        let device = Device::new().await;
        let app = device.app().await;
        let code = || "ABCD-EFGH-JKMN-PQRS".to_owned();
        let ask = |server: &str| app.activate(Some(server.to_owned()), code(), "phone".to_owned());
        let refused = ask("http://passes.example.com").await.unwrap_err();
        assert!(matches!(&refused, AppError::Invalid { fields } if fields[0].code == "plain_http"), "{refused:?}");
        let refused = ask("ftp://passes.example.com").await.unwrap_err();
        assert!(matches!(&refused, AppError::Invalid { fields } if fields[0].field == "server"), "{refused:?}");
        for here in ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"] {
            assert!(matches!(ask(here).await, Err(AppError::Offline { .. })), "{here}");
        }
        let nothing = app.activate(None, "hello there".to_owned(), "phone".to_owned()).await.unwrap_err();
        assert!(matches!(&nothing, AppError::Invalid { fields } if fields[0].field == "invitation"), "{nothing:?}");
    });
}
