//! What a pass says and offers: the golden rows of `fixtures/app/rows.json`, which both apps' suites draw, and laws that
//! hold for any pass in any state of sending.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::sync::Arc;

use client_support::{STREET, body, noon, pass_ref, profile, resident, uuid, wait_for};
use gatepass_core::api::{Changes, PassBody, PassEdit, PassRequest, Profile};
use gatepass_core::app::{
    App, AppConfig, AppError, Badge, EmptyList, Hindrance, PassAction, PassDetails, PassHalf, PassNote, PassQuery,
    PassRef, PassSync, RowState,
};
use gatepass_core::id::DoorId;
use gatepass_core::outbox::{Command, Refusal};
use gatepass_core::pass::{GuestKind, IdentifierKind, PassDraft, Schedule, Status, UseLimits};
use gatepass_core::store::Store;
use gatepass_core::time::{DateTime, ManualClock, Opening, TimeDelta, Utc, Zone};
use gatepass_core::vault::{MemoryVault, SecretVault};
use gatepass_core::wizard::WizardStep;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What became of a change that was made here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sending {
    Waits,
    Left,
    Refused,
}

/// A change that was made here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Made,
    Edited,
    Deleted,
}

/// A pass, and all that decides what is said of it.
#[derive(Clone, Debug)]
struct RowInputs {
    /// As the server shows it; `None` was made here.
    server: Option<PassBody>,
    changes: Vec<(Change, Sending)>,
    resident: Profile,
    signed_in: bool,
}

fn given(change: impl FnOnce(&mut Value)) -> RowInputs {
    RowInputs { server: Some(body(10, change)), changes: Vec::new(), resident: resident(), signed_in: true }
}

fn changed(change: Change, sending: Sending) -> RowInputs {
    RowInputs { changes: vec![(change, sending)], ..given(|_| {}) }
}

fn made(sending: Sending) -> RowInputs {
    RowInputs { server: None, changes: vec![(Change::Made, sending)], ..given(|_| {}) }
}

const PASS: u128 = 10;

fn pass() -> PassRef {
    pass_ref(PASS)
}

/// A device with this pass at ten in the morning, New York's time.
struct Device {
    app: App,
    clock: Arc<ManualClock>,
    _folder: tempfile::TempDir,
}

impl Device {
    async fn with(given: &RowInputs) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap().0;
        let given = given.clone();
        store
            .run(move |db| {
                db.sign_in(profile(), "http://localhost:1", &given.resident)?;
                let changes = Changes {
                    passes: given.server.into_iter().collect(),
                    entries: Vec::new(),
                    profile: Some(given.resident),
                    cursor: "7".to_owned(),
                    more: false,
                };
                db.apply(profile(), None, &changes, noon())?;
                for (change, sending) in given.changes {
                    db.command(pass(), command(change))?;
                    let Some(seq) = db.queue_of(pass())?.last().map(|queued| queued.seq) else { continue };
                    if sending != Sending::Waits {
                        db.mark_sent(seq)?;
                    }
                    if sending == Sending::Refused {
                        db.refuse(pass(), seq, &refusal())?;
                    }
                }
                if given.signed_in { Ok(()) } else { db.signed_out(profile(), noon()) }
            })
            .await
            .unwrap();
        drop(store);
        let clock = Arc::new(ManualClock::at(noon()));
        let mut config = AppConfig::new(folder.path(), Arc::new(MemoryVault::new()) as Arc<dyn SecretVault>);
        config.clock = Arc::clone(&clock) as _;
        Self { app: App::open(config).await.unwrap(), clock, _folder: folder }
    }

    async fn shown(&self) -> Option<PassDetails> {
        match self.app.pass(pass()).await {
            Ok(details) => Some(details),
            Err(AppError::NotFound { .. }) => None,
            Err(error) => panic!("{error}"),
        }
    }
}

fn command(change: Change) -> Command {
    let at = noon();
    match change {
        Change::Made => Command::Create { request: PassRequest::of(pass().pass, &today()), at },
        Change::Edited => Command::Edit {
            edit: PassEdit { name: Some("Cleaner".to_owned()), ..PassEdit::default() },
            base: Some(1),
            at,
        },
        Change::Deleted => Command::revoke(at),
    }
}

fn refusal() -> Refusal {
    Refusal { code: "too_far_ahead".to_owned(), reason: "too far ahead".to_owned(), fields: Vec::new() }
}

fn today() -> PassDraft {
    let zone = Zone::named("America/New_York").unwrap();
    PassDraft {
        name: "Gardener".to_owned(),
        comment: String::new(),
        guest: GuestKind::Guest,
        schedule: Schedule::FullDay { date: zone.date(noon()), time_zone: zone },
        uses: UseLimits::UNLIMITED,
        doors: vec![DoorId(uuid(STREET))],
        identifiers: vec![IdentifierKind::Qr],
        plate: None,
    }
}

/// Tuesdays and Thursdays in the afternoon; today is a Sunday.
fn twice_a_week() -> Value {
    json!({"type": "recurring", "days": ["tue", "thu"], "from": "14:20", "to": "15:20", "starts": "2026-11-01",
           "expires": "2026-12-31", "time_zone": "America/New_York"})
}

/// Friday evening to Monday morning, in one; today is the Sunday between.
fn weekend() -> Value {
    json!({"type": "custom", "starts_at": "2026-11-20T18:00", "ends_at": "2026-11-23T10:00",
           "time_zone": "America/New_York"})
}

fn golden() -> Vec<(&'static str, RowInputs)> {
    let uses = |limit: u32, used: u32| move |pass: &mut Value| pass["uses"] = json!({"limit": limit, "used": used});
    let policy = |change: fn(&mut Profile)| {
        let mut given = given(|_| {});
        change(&mut given.resident);
        given
    };
    vec![
        ("open", given(|_| {})),
        ("opens tomorrow", given(|pass| pass["schedule"]["date"] = json!("2026-11-23"))),
        ("opens again", given(|pass| pass["schedule"] = twice_a_week())),
        (
            "visits of the day are spent",
            given(|pass| {
                pass["schedule"] = json!({"type": "recurring", "days": ["sun", "mon"], "from": "09:00", "to": "17:00",
                "starts": "2026-11-01", "expires": "2026-12-31", "time_zone": "America/New_York"});
                pass["uses"] = json!({"limit": null, "per_day": 1, "used": 1, "last_day": "2026-11-22", "used_on_last_day": 1,
                "visit_began": "2026-11-22T14:30:00Z"});
            }),
        ),
        ("visits are left", given(uses(5, 2))),
        ("the last of several visits", given(uses(5, 4))),
        ("one visit in all", given(uses(1, 0))),
        (
            "a guest is in",
            given(|pass| {
                pass["uses"] = json!({"limit": 5, "used": 2, "last_day": "2026-11-22", "used_on_last_day": 1,
                "visit_began": "2026-11-22T14:59:00Z"});
            }),
        ),
        (
            "a one-time courier",
            given(|pass| {
                pass["guest"] = json!("courier");
                pass["schedule"]["type"] = json!("one_time");
                pass["uses"] = json!({"limit": 1, "used": 0});
            }),
        ),
        ("used up", given(uses(1, 1))),
        ("expired", given(|pass| pass["schedule"]["date"] = json!("2026-11-21"))),
        ("ended by the manager", given(|pass| pass["revoked_at"] = json!("2026-11-22T14:00:00Z"))),
        ("made here", made(Sending::Waits)),
        ("made here and refused", made(Sending::Refused)),
        ("changed here", changed(Change::Edited, Sending::Waits)),
        ("a change is refused", changed(Change::Edited, Sending::Refused)),
        ("deleted here", changed(Change::Deleted, Sending::Waits)),
        ("a deletion is on its way", changed(Change::Deleted, Sending::Left)),
        ("changing is switched off", policy(|home| home.policy.editable = false)),
        ("passes are switched off", policy(|home| home.policy.passes_enabled = false)),
        ("signed out", RowInputs { signed_in: false, ..given(|_| {}) }),
    ]
}

/// What a row and a pass's own screen say and offer, as the golden file has it.
fn said(pass: &PassDetails) -> Value {
    let row = &pass.row;
    json!({"state": row.state, "uses_left": row.uses_left, "badges": row.badges, "actions": row.actions,
           "notes": pass.notes, "over": row.over})
}

#[test]
fn the_golden_rows_are_what_the_client_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/app/rows.json");
    let rows = golden().into_iter().map(|(pass, given)| {
        let details = wait_for(async { Device::with(&given).await.shown().await }).unwrap();
        let mut row = said(&details);
        row["pass"] = json!(pass);
        row
    });
    let rows: Vec<Value> = rows.collect();
    if std::env::var_os("GATEPASS_WRITE_GOLDEN").is_some() {
        let lines: Vec<_> = rows.iter().map(|row| format!("  {row}")).collect();
        std::fs::write(path, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    }
    let kept: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for (row, kept) in rows.iter().zip(&kept) {
        assert_eq!(row, kept);
    }
    assert_eq!(rows.len(), kept.len());
}

fn any_given() -> impl Strategy<Value = RowInputs> {
    let server = (
        0_usize..5,
        -1_i64..2,
        prop::option::of(1_u32..4),
        prop::option::of(1_u32..3),
        0_u32..4,
        0_i64..20,
        any::<bool>(),
    );
    let sending = prop::sample::select(vec![Sending::Waits, Sending::Left, Sending::Refused]);
    let change = (prop::sample::select(vec![Change::Edited, Change::Deleted]), sending.clone());
    (prop::option::weighted(0.8, server), prop::collection::vec(change, 0..3), sending, any::<[bool; 4]>()).prop_map(
        |(server, mut changes, made, [editable, enabled, signed_in, other_doors])| {
            let server = server.map(|(kind, day, limit, per_day, used, began, revoked)| {
                body(PASS, |pass| {
                    let day = noon().date_naive() + TimeDelta::days(day);
                    pass["schedule"] = match kind {
                        0 => json!({"type": "full_day", "date": day, "time_zone": "America/New_York"}),
                        1 => json!({"type": "one_time", "date": day, "time_zone": "America/New_York"}),
                        2 => twice_a_week(),
                        3 => weekend(),
                        _ => json!({"type": "custom", "starts_at": format!("{day}T08:00"), "ends_at": format!("{day}T10:30"),
                                    "time_zone": "America/New_York"}),
                    };
                    let limit = if kind == 1 { Some(1) } else { limit };
                    let began = (used > 0).then(|| noon() - TimeDelta::minutes(began));
                    pass["uses"] = json!({"limit": limit, "per_day": per_day, "used": used, "visit_began": began,
                        "last_day": began.map(|began| began.date_naive()), "used_on_last_day": used.min(1)});
                    if revoked {
                        pass["revoked_at"] = json!("2026-11-22T14:00:00Z");
                    }
                })
            });
            if server.is_none() {
                changes.insert(0, (Change::Made, made));
            }
            let mut resident = resident();
            resident.policy.editable = editable;
            resident.policy.passes_enabled = enabled;
            if other_doors {
                resident.doors[0].shareable = false;
            }
            RowInputs { server, changes, resident, signed_in }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_offered_is_what_the_client_accepts(given in any_given()) {
        wait_for(async {
            let device = Device::with(&given).await;
            let Some(before) = device.shown().await else { return Ok(()) };
            let offers = |action| before.row.actions.contains(&action);

            let shared = device.app.share(pass(), "en".to_owned()).await;
            prop_assert_eq!(offers(PassAction::Share), shared.is_ok(), "{:?}", shared.err());
            if let Ok(payload) = shared {
                prop_assert!(!payload.ways.is_empty());
            }
            let wizard = device.app.edit_wizard(pass()).await.unwrap();
            prop_assert_eq!(offers(PassAction::Edit), wizard.view.step != WizardStep::Unavailable);
            let stuck = matches!(before.row.sync, PassSync::Stuck { .. });
            prop_assert_eq!((offers(PassAction::Retry), offers(PassAction::Discard)), (stuck, stuck));
            prop_assert_eq!(offers(PassAction::Delete), !before.row.over);

            if offers(PassAction::Delete) {
                let other = Device::with(&given).await;
                other.app.revoke(pass()).await.unwrap();
                prop_assert!(other.shown().await.is_none_or(|after| after.row.over));
            }
            if offers(PassAction::Retry) {
                let other = Device::with(&given).await;
                other.app.retry(pass()).await.unwrap();
                let after = other.shown().await.unwrap();
                prop_assert!(!after.row.actions.contains(&PassAction::Retry), "{:?}", after.row);
            }
            if offers(PassAction::Discard) {
                let other = Device::with(&given).await;
                other.app.discard(pass()).await.unwrap();
                prop_assert!(other.shown().await.is_none_or(|after| !after.row.actions.contains(&PassAction::Discard)));
            }
            // Where nothing was deleted there is nothing to take back, and nothing to say of it.
            let deleted = before.row.status == Status::Revoked;
            let undone = device.app.undo_revoke(pass()).await.is_ok();
            prop_assert_eq!(offers(PassAction::UndoDelete) || !deleted, undone);
            Ok(())
        })?;
    }

    #[test]
    fn what_is_said_holds_together(given in any_given()) {
        wait_for(async {
            let device = Device::with(&given).await;
            let Some(details) = device.shown().await else { return Ok(()) };
            let row = &details.row;
            let over = matches!(row.status, Status::UsedUp | Status::Expired | Status::Revoked);
            prop_assert_eq!((row.over, row.state.is_over()), (over, over));
            let half = if over { PassHalf::Invalid } else { PassHalf::Valid };
            let list = device.app.passes(PassQuery { half, ..PassQuery::default() }).await.unwrap();
            prop_assert_eq!(list.rows.as_slice(), std::slice::from_ref(row), "the row is the same in its half of the list");

            let says = |badge| row.badges.contains(&badge);
            prop_assert!(!(says(Badge::LastUse) && row.uses_left.is_some()), "said twice");
            let told = row.uses_left.is_some() || says(Badge::LastUse) || says(Badge::OneTime);
            prop_assert!(row.uses.limit.is_none() || over || told, "a limit that nothing tells");
            if let Some(left) = row.uses_left {
                prop_assert_eq!(Some(left), row.uses.limit.map(|limit| limit.saturating_sub(row.used)));
                prop_assert!(!over);
            }
            prop_assert!(row.badges.is_sorted() && row.actions.is_sorted() && details.notes.is_sorted());

            let notes = |note| details.notes.contains(&note);
            let offers = |action| row.actions.contains(&action);
            prop_assert_eq!(notes(PassNote::Refused), offers(PassAction::Retry));
            prop_assert_eq!(notes(PassNote::DeletedHere), offers(PassAction::UndoDelete));
            prop_assert_eq!(notes(PassNote::Over) || notes(PassNote::DeletedHere), over);
            prop_assert!(!(notes(PassNote::Over) && notes(PassNote::DeletedHere)), "it opens doors until the server knows");
            Ok(())
        })?;
    }

    #[test]
    fn what_will_be_said_is_what_is_said_then(given in any_given()) {
        wait_for(async {
            let device = Device::with(&given).await;
            let Some(now) = device.shown().await else { return Ok(()) };
            let mut before = (noon(), now.row.state);
            for ahead in &now.ahead {
                prop_assert!(before.0 < ahead.since && before.1 != ahead.state, "{:?}", now.ahead);
                device.clock.set(ahead.since - TimeDelta::milliseconds(1));
                prop_assert_eq!(device.shown().await.unwrap().row.state, before.1);
                device.clock.set(ahead.since);
                prop_assert_eq!(device.shown().await.unwrap().row.state, ahead.state);
                before = (ahead.since, ahead.state);
            }
            Ok(())
        })?;
    }
}

#[test]
fn a_pass_whose_day_is_spent_opens_again_at_midnight() {
    wait_for(async {
        let at = |text: &str| -> DateTime<Utc> { text.parse().unwrap() };
        let (midnight, closes) = (at("2026-11-23T05:00:00Z"), at("2026-11-23T15:00:00Z"));
        let visit = |began: DateTime<Utc>| {
            given(move |pass| {
                pass["schedule"] = weekend();
                pass["uses"] = json!({"limit": null, "per_day": 1, "used": 1, "last_day": "2026-11-22",
                    "used_on_last_day": 1, "visit_began": began});
            })
        };
        let to_come = |details: &PassDetails| -> Vec<_> {
            details.ahead.iter().map(|ahead| (ahead.since, ahead.state)).collect()
        };
        let (again, open) = (RowState::OpensAgain { at: midnight }, RowState::Open { until: closes });
        let spent = Device::with(&visit(noon() - TimeDelta::hours(1))).await.shown().await.unwrap();
        assert_eq!(spent.row.state, again);
        assert_eq!(spent.openings, [Opening { from: midnight, to: closes }]);
        assert_eq!(to_come(&spent), [(midnight, open), (closes, RowState::Expired)]);

        let visiting = Device::with(&visit(noon())).await.shown().await.unwrap();
        assert_eq!(visiting.row.state, open);
        let left = noon() + resident().policy.grace();
        assert_eq!(to_come(&visiting), [(left, again), (midnight, open), (closes, RowState::Expired)]);
    });
}

#[test]
fn a_list_says_why_it_is_empty_and_what_is_in_the_way() {
    wait_for(async {
        let hints = |given: RowInputs, search: &'static str, half| async move {
            let query = PassQuery { half, search: search.to_owned(), ..PassQuery::default() };
            Device::with(&given).await.app.passes(query).await.unwrap().hints
        };
        let off = || {
            let mut off = given(|_| {});
            off.resident.policy.passes_enabled = false;
            off
        };
        let passes_off = || Hindrance::PassesOff { site: "Elm House".to_owned() };

        let ready = hints(given(|_| {}), "", PassHalf::Valid).await;
        assert!(ready.offers_new && ready.hindrance.is_none() && ready.empty.is_none());
        let none = hints(given(|_| {}), "", PassHalf::Invalid).await;
        assert_eq!((none.offers_new, none.empty), (true, Some(EmptyList::NoneInvalid)));
        let nothing = hints(given(|_| {}), " zoë ", PassHalf::Valid).await;
        assert_eq!(nothing.empty, Some(EmptyList::NothingFound { search: "zoë".to_owned() }));

        let beside = hints(off(), "", PassHalf::Valid).await;
        assert_eq!((beside.offers_new, beside.hindrance, beside.empty), (false, Some(passes_off()), None));
        let instead = hints(off(), "", PassHalf::Invalid).await;
        assert_eq!((instead.hindrance, instead.empty), (None, Some(EmptyList::Hindered { by: passes_off() })));
        let both = hints(off(), "zoë", PassHalf::Valid).await;
        assert_eq!(both.hindrance, Some(passes_off()));
        assert_eq!(both.empty, Some(EmptyList::NothingFound { search: "zoë".to_owned() }));

        let signed_out = hints(RowInputs { signed_in: false, ..off() }, "", PassHalf::Invalid).await;
        assert_eq!(signed_out.empty, Some(EmptyList::Hindered { by: Hindrance::SignedOut }));
        let nowhere = hints(made(Sending::Waits), "", PassHalf::Invalid).await;
        assert_eq!(nowhere.empty, Some(EmptyList::NoneInvalid));
    });
}

#[test]
fn the_next_pass_says_what_it_will_say_later() {
    wait_for(async {
        let device = Device::with(&given(|pass| pass["schedule"] = twice_a_week())).await;
        let next = device.app.next_pass().await.unwrap().unwrap();
        let at = |text: &str| text.parse().unwrap();
        let (opens, closes) = (at("2026-11-24T19:20:00Z"), at("2026-11-24T20:20:00Z"));
        assert_eq!((next.opening.from, next.opening.to, next.site.as_str()), (opens, closes, "Elm House"));
        let first: Vec<_> = next.ahead.iter().take(2).map(|ahead| (ahead.since, ahead.state)).collect();
        let again = RowState::OpensAgain { at: at("2026-11-26T19:20:00Z") };
        assert_eq!(first, [(opens, RowState::Open { until: closes }), (closes, again)]);
        assert_eq!(next.known_until, Some(at("2026-12-10T19:20:00Z")), "the sixth opening");
        assert_eq!(next.ahead.len(), 10, "five openings, and what comes after each");
    });
}
