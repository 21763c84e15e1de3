//! A client that follows the cursor misses nothing, and a restart changes nothing: for random histories.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ledger::{Attribution, EntryView, Ledger, NewPass, NewUnit, PassView, Presentation, Scope};
use chrono::{DateTime, TimeDelta, Utc};
use gatepass_core::id::{DoorId, EntryId, PassId, UnitId};
use gatepass_core::pass::{IdentifierKind, PassChange, Policy, Schedule, ScheduleText, UseLimits, Weekly};
use gatepass_core::time::Zone;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::ledger::conformance::building::{all, monday, new_york, seconds, secret};
use crate::ledger::conformance::{Backend, Building};

/// Something that happens.
#[derive(Clone, Debug)]
enum Step {
    Create { unit: usize, counted: bool, plate: bool },
    Edit { pass: usize, limit: u32, zone: bool },
    Revoke { pass: usize },
    Present { pass: usize, kind: usize, door: usize, event: Option<u8> },
    GuessLimit { door: usize, code: u8 },
    Wait { seconds: i64 },
    Grace { seconds: u32 },
    Purge,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..2_usize, any::<bool>(), any::<bool>())
            .prop_map(|(unit, counted, plate)| Step::Create { unit, counted, plate }),
        2 => (0..20_usize, 1..6_u32, any::<bool>()).prop_map(|(pass, limit, zone)| Step::Edit { pass, limit, zone }),
        1 => (0..20_usize).prop_map(|pass| Step::Revoke { pass }),
        12 => (0..20_usize, 0..4_usize, 0..3_usize, proptest::option::of(0..40_u8))
            .prop_map(|(pass, kind, door, event)| Step::Present { pass, kind, door, event }),
        4 => (0..3_usize, 0..12_u8).prop_map(|(door, code)| Step::GuessLimit { door, code }),
        6 => prop_oneof![0..15_i64, 0..20_000_i64].prop_map(|seconds| Step::Wait { seconds }),
        1 => (0..400_u32).prop_map(|seconds| Step::Grace { seconds }),
        1 => Just(Step::Purge),
    ]
}

/// A client that knows only what it got by its cursor.
struct Follower {
    unit: UnitId,
    cursor: i64,
    passes: BTreeMap<PassId, PassView>,
    entries: BTreeMap<EntryId, EntryView>,
}

impl Follower {
    async fn pull(&mut self, ledger: &Arc<dyn Ledger>, limit: usize, now: DateTime<Utc>) {
        loop {
            let changes = ledger.changes(self.unit, self.cursor, limit, now).await.unwrap();
            assert!(changes.cursor > self.cursor || !changes.more);
            self.cursor = changes.cursor;
            self.passes.extend(changes.passes.into_iter().map(|pass| (pass.pass.id, pass)));
            self.entries.extend(changes.entries.into_iter().map(|entry| (entry.id, entry)));
            if !changes.more {
                return;
            }
        }
    }

    /// The client works out itself what time alone changes, so the comparison leaves it out.
    async fn assert_agrees(&self, ledger: &Arc<dyn Ledger>, now: DateTime<Utc>) {
        let passes = ledger.passes(Scope::Unit(self.unit), None, all(), now).await.unwrap().items;
        for pass in passes {
            let known = self.passes.get(&pass.pass.id).unwrap_or_else(|| panic!("never heard of {}", pass.pass.id));
            let plain = |pass: &PassView| {
                let mut plain = pass.pass.clone();
                plain.identifiers.clear();
                (plain, pass.usage, pass.seq)
            };
            assert_eq!(plain(known), plain(&pass));
        }
        let entries = ledger.entries(Scope::Unit(self.unit), all()).await.unwrap().items;
        for entry in entries {
            assert_eq!(self.entries.get(&entry.id), Some(&entry));
        }
    }
}

struct LogScenario {
    building: Building,
    units: Vec<(UnitId, gatepass_core::id::ResidentId)>,
    passes: Vec<PassView>,
    now: DateTime<Utc>,
}

impl LogScenario {
    async fn new(backend: &dyn Backend) -> Self {
        let policy = Policy { passes_enabled: true, grace_seconds: 60, log_retention_days: 2, ..Policy::default() };
        let building = Building::with_policy(backend, policy).await;
        let new = NewUnit { site: building.site, name: "Second".into(), doors: None };
        let second = building.ledger.add_unit(new, None, Attribution::operator(monday())).await.unwrap().value.id;
        let resident = building.add_resident(second, "Ben").await;
        let units = vec![(building.unit, building.resident), (second, resident)];
        Self { building, units, passes: Vec::new(), now: monday() }
    }

    fn door(&self, door: usize) -> DoorId {
        [self.building.street, self.building.lobby, self.building.garage][door]
    }

    /// Old passes are dull: nothing happens to them.
    fn recent_pass(&self, pass: usize) -> Option<&PassView> {
        self.passes.iter().rev().nth(pass % 6)
    }

    /// One step. Refusals are part of the scenario.
    async fn carry_out(&mut self, step: &Step) {
        let (building, now) = (&self.building, self.now);
        match *step {
            Step::Create { unit, counted, plate } => {
                let mut draft = building.draft();
                if let Schedule::Recurring(weekly) = &mut draft.schedule {
                    weekly.starts = new_york().date(now);
                }
                if counted {
                    draft.uses = UseLimits { limit: Some(3), per_day: Some(2) };
                }
                if plate {
                    draft.identifiers.push(IdentifierKind::Plate);
                    draft.plate = Some("KLM 5082".into());
                }
                let new = NewPass { id: None, resident: self.units[unit].1, draft };
                if let Ok(made) = building.ledger.create_pass(new, None, now).await {
                    self.passes.push(made.value);
                }
            }
            Step::Edit { pass, limit, zone } => {
                let Some(pass) = self.recent_pass(pass) else { return };
                let mut edit =
                    PassChange { uses: Some(UseLimits { limit: Some(limit), per_day: None }), ..PassChange::default() };
                if let (true, Schedule::Recurring(weekly)) = (zone, &pass.pass.schedule) {
                    let time_zone = Zone::named("Pacific/Kiritimati").unwrap();
                    let moved = Schedule::Recurring(Weekly { time_zone, ..weekly.clone() });
                    edit.schedule = Some(ScheduleText::from(&moved));
                }
                let edit = crate::ledger::PassUpdate { id: pass.pass.id, unit: pass.unit, version: None, change: edit };
                let _ = building.ledger.edit_pass(edit, None, now).await;
            }
            Step::Revoke { pass } => {
                let Some(pass) = self.recent_pass(pass) else { return };
                let _ =
                    building.ledger.revoke_pass(Scope::Unit(pass.unit), pass.pass.id, Attribution::operator(now)).await;
            }
            Step::Present { pass, kind, door, event } => {
                let Some(pass) = self.recent_pass(pass) else { return };
                let kind = IdentifierKind::OF_A_PASS[kind];
                if !pass.pass.identifiers.iter().any(|identifier| identifier.kind() == kind) {
                    return;
                }
                let presentation = Presentation {
                    event_id: event.map(|event| format!("event {event}")),
                    ..building.presentation(self.door(door), building.reading(kind, &secret(pass, kind)))
                };
                let _ = building.ledger.present(presentation, now).await;
            }
            Step::GuessLimit { door, code } => {
                let code = format!("{:06}", 104_729 + u32::from(code) * 613);
                building.type_code(self.door(door), &code, now).await;
            }
            Step::Wait { seconds: by } => self.now += seconds(by),
            Step::Grace { seconds } => building.set_policy(|policy| policy.grace_seconds = seconds, now).await,
            Step::Purge => {
                building.ledger.purge(now).await.unwrap();
            }
        }
    }
}

fn scenarios(count: usize, length: usize) -> Vec<Vec<Step>> {
    let mut runner = TestRunner::deterministic();
    let scenario = proptest::collection::vec(step(), length..length + 40);
    (0..count).map(|_| scenario.new_tree(&mut runner).unwrap().current()).collect()
}

pub(crate) async fn whoever_follows_the_cursor_knows_everything(backend: &dyn Backend) {
    let mut scenario = LogScenario::new(backend).await;
    let mut followers: Vec<Follower> = scenario
        .units
        .iter()
        .map(|(unit, _)| Follower { unit: *unit, cursor: 0, passes: BTreeMap::new(), entries: BTreeMap::new() })
        .collect();
    for (n, step) in scenarios(4, 80).iter().flatten().enumerate() {
        scenario.carry_out(step).await;
        if n % 7 == 0 {
            for follower in &mut followers {
                follower.pull(&scenario.building.ledger, 1 + n % 5, scenario.now).await;
                follower.assert_agrees(&scenario.building.ledger, scenario.now).await;
            }
        }
    }
    for follower in followers {
        let seen = (follower.passes.len(), follower.entries.len());
        assert!(seen.0 > 5 && seen.1 > 20, "the scenarios were dull: {seen:?} passes and entries");
    }
}

pub(crate) async fn listeners_are_notified(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let mut changes = building.ledger.subscribe();
    let pass = building.create(building.draft(), monday()).await;
    let notice = changes.recv().await.unwrap();
    assert_eq!((notice.unit, notice.seq), (Some(building.unit), pass.seq));
    building.scan(building.street, &pass, monday()).await;
    assert_eq!(changes.recv().await.unwrap().unit, Some(building.unit));
    building.set_policy(|policy| policy.grace_seconds = 1, monday()).await;
    assert_eq!(changes.recv().await.unwrap().unit, None, "a policy is everybody's affair");
    let since = building.ledger.changes(building.unit, pass.seq, 10, monday()).await.unwrap();
    assert!(since.profile && since.passes.len() == 1 && since.entries.len() == 1 && !since.more);
    let none = building.ledger.changes(building.unit, since.cursor, 10, monday()).await.unwrap();
    assert!(!none.profile && none.passes.is_empty() && none.entries.is_empty() && none.cursor == since.cursor);
}

pub(crate) async fn a_restart_changes_nothing(backend: &dyn Backend) {
    let mut scenario = LogScenario::new(backend).await;
    for (n, step) in scenarios(3, 60).iter().flatten().enumerate() {
        scenario.carry_out(step).await;
        if n % 23 == 0 {
            let (after, _kept) = backend.after_a_kill(scenario.now).await;
            for (unit, _) in &scenario.units {
                let listed = async |ledger: &Arc<dyn Ledger>| {
                    (
                        ledger.passes(Scope::Unit(*unit), None, all(), scenario.now).await.unwrap(),
                        ledger.entries(Scope::Unit(*unit), all()).await.unwrap(),
                    )
                };
                assert_eq!(listed(&after).await, listed(&scenario.building.ledger).await);
            }
            // Both give the same answer to the next presentation.
            let qr = |pass: &PassView| scenario.building.reading(IdentifierKind::Qr, &secret(pass, IdentifierKind::Qr));
            for pass in &scenario.passes {
                for door in 0..3 {
                    let next = scenario.building.presentation(scenario.door(door), qr(pass));
                    let at = scenario.now + TimeDelta::seconds(1);
                    let here = scenario.building.ledger.present(next.clone(), at).await.unwrap();
                    let there = after.present(next, at).await.unwrap();
                    let said = |decided: &crate::ledger::PanelAnswer| {
                        (decided.decision, decided.reason, decided.next_opening, decided.replayed)
                    };
                    assert_eq!(said(&here), said(&there));
                }
            }
        }
    }
}
