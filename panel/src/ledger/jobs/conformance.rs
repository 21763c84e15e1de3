//! Work that is still to be done is never lost, and never there twice.

use crate::building::kept_answer_context;
use crate::ledger::{Attribution, IdempotentRequest, Job, JobKind, JobResult, LedgerError, Presentation};
use chrono::TimeDelta;
use gatepass_core::door::DoorKind;
use gatepass_core::id::SiteId;
use gatepass_core::pass::IdentifierKind;
use uuid::Uuid;

use crate::ledger::conformance::building::{monday, new_door, secret};
use crate::ledger::conformance::{Backend, Building};

fn day(days: i64) -> chrono::DateTime<chrono::Utc> {
    monday() + TimeDelta::days(days)
}

/// A building with an entry whose photo is kept for ten days.
async fn with_a_photo(backend: &dyn Backend) -> (Building, Uuid) {
    let building = Building::new(backend).await;
    building.set_policy(|policy| policy.photo_retention_days = 10, monday()).await;
    let pass = building.create(building.one_time(), monday()).await;
    let photo = Uuid::from_u128(99);
    let reading = building.reading(IdentifierKind::Qr, &secret(&pass, IdentifierKind::Qr));
    let with_photo = Presentation { photo: Some(photo), ..building.presentation(building.street, reading) };
    building.ledger.present(with_photo, monday()).await.unwrap();
    (building, photo)
}

fn photos(building: &Building, job: &Job) -> Vec<Uuid> {
    job.payload(&building.keys).unwrap()
}

pub(crate) async fn a_job_is_on_disk_with_its_act(backend: &dyn Backend) {
    let (building, photo) = with_a_photo(backend).await;
    let mut changes = building.ledger.job_changes();
    building.ledger.purge_site(building.site, day(9)).await.unwrap();
    assert!(building.ledger.jobs(day(9)).await.unwrap().is_empty());
    building.ledger.purge_site(building.site, day(11)).await.unwrap();
    assert!(changes.has_changed().unwrap(), "whoever waits for jobs is told");
    changes.borrow_and_update();
    let (after, _kept) = backend.after_a_kill(day(11)).await;
    for ledger in [&building.ledger, &after] {
        let jobs = ledger.jobs(day(11)).await.unwrap();
        let [job] = &jobs[..] else { panic!("{jobs:?}") };
        assert_eq!((job.kind, job.site, job.attempts), (JobKind::RemovePhotos, building.site, 0));
        assert_eq!(photos(&building, job), [photo]);
        ledger.settle_job(job.id, JobResult::Done, day(11)).await.unwrap();
        // Told twice, it is still done.
        ledger.settle_job(job.id, JobResult::Done, day(11)).await.unwrap();
        assert!(ledger.jobs(day(11)).await.unwrap().is_empty());
        assert_eq!(ledger.health().await.unwrap().jobs_waiting, 0);
    }
    let (after, _kept) = backend.after_a_kill(day(11)).await;
    assert!(after.jobs(day(11)).await.unwrap().is_empty());
}

pub(crate) async fn a_failed_job_waits_and_is_given_up(backend: &dyn Backend) {
    let (building, _) = with_a_photo(backend).await;
    building.ledger.purge_site(building.site, day(11)).await.unwrap();
    let id = building.ledger.jobs(day(11)).await.unwrap()[0].id;
    let retry = JobResult::Retry { at: day(12), error: "the store is full".into() };
    building.ledger.settle_job(id, retry, day(11)).await.unwrap();
    let (after, _kept) = backend.after_a_kill(day(11)).await;
    let waiting = after.jobs(day(11)).await.unwrap().remove(0);
    assert_eq!((waiting.attempts, waiting.not_before, waiting.given_up), (1, day(12), false));
    assert_eq!(waiting.last_error.as_deref(), Some("the store is full"));
    let give_up = JobResult::GiveUp { error: "the store is gone".into() };
    building.ledger.settle_job(id, give_up, day(12)).await.unwrap();
    let health = building.ledger.health().await.unwrap();
    assert_eq!((health.jobs_waiting, health.jobs_given_up), (0, 1));
    let again = building.ledger.retry_job(id, Attribution::operator(day(13))).await.unwrap();
    assert_eq!((again.given_up, again.not_before, again.attempts), (false, day(13), 2));
    building.ledger.drop_job(id, Attribution::operator(day(13))).await.unwrap();
    assert!(building.ledger.jobs(day(13)).await.unwrap().is_empty());
    let gone = building.ledger.retry_job(id, Attribution::operator(day(13))).await;
    assert!(matches!(gone, Err(LedgerError::NotFound(_))));
    // What was dropped while it ran stays dropped.
    let late = JobResult::Retry { at: day(14), error: "late".into() };
    building.ledger.settle_job(id, late, day(13)).await.unwrap();
    assert!(building.ledger.jobs(day(13)).await.unwrap().is_empty());
}

pub(crate) async fn one_job_for_a_key(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    building.ledger.plan_purges(monday()).await.unwrap();
    building.ledger.plan_purges(day(1)).await.unwrap();
    let jobs = building.ledger.jobs(day(1)).await.unwrap();
    assert_eq!(jobs.iter().map(|job| (job.kind, job.not_before)).collect::<Vec<_>>(), [(JobKind::Purge, monday())]);
    building.ledger.settle_job(jobs[0].id, JobResult::Done, day(1)).await.unwrap();
    building.ledger.plan_purges(day(2)).await.unwrap();
    assert_eq!(building.ledger.jobs(day(2)).await.unwrap()[0].not_before, day(2));
}

/// Rotates the keys, without a file that would be read again.
fn rotate(building: &Building) -> u32 {
    let folder = tempfile::tempdir().unwrap();
    building.keys.rotate(&folder.path().join("keys.toml"), day(11)).unwrap();
    building.keys.seal_infos().last().unwrap().id
}

/// What is kept for a repetition, and the payload of an open job, are of the new seal after a rotation, too.
pub(crate) async fn records_are_sealed_again(backend: &dyn Backend) {
    let (building, photo) = with_a_photo(backend).await;
    building.ledger.purge_site(building.site, day(11)).await.unwrap();
    let caller = Uuid::from_u128(7);
    let keep = building.keys.seal(&kept_answer_context(&caller), b"a token");
    let once = IdempotentRequest { caller, key: "key".into(), request: [1; 32], keep };
    let door = new_door(building.site, "Lift", DoorKind::Lift);
    building.ledger.add_door(door.clone(), Some(once.clone()), Attribution::operator(monday())).await.unwrap();
    rotate(&building);
    building.ledger.reseal_site(building.site, day(11)).await.unwrap();
    let (after, _kept) = backend.after_a_kill(day(11)).await;
    for ledger in [&building.ledger, &after] {
        let job = ledger.jobs(day(11)).await.unwrap().remove(0);
        assert!(building.keys.is_current(&job.sealed));
        assert_eq!(photos(&building, &job), [photo]);
        let again = ledger.add_door(door.clone(), Some(once.clone()), Attribution::operator(day(11))).await.unwrap();
        let kept = again.kept.unwrap();
        assert!(building.keys.is_current(&kept));
        assert_eq!(&building.keys.open(&kept_answer_context(&caller), &kept).unwrap()[..], b"a token");
    }
}

/// A service may end between a rotation and its plan.
pub(crate) async fn a_lost_plan_is_made_again(backend: &dyn Backend) {
    let building = Building::new(backend).await;
    let plan = async |photos: Vec<SiteId>| {
        let seal = building.keys.seal_infos().last().unwrap().id;
        building.ledger.plan_missing_reseals(seal, photos, day(1)).await.unwrap();
        building.ledger.jobs(day(1)).await.unwrap().iter().map(|job| job.kind).collect::<Vec<_>>()
    };
    building.create(building.draft(), monday()).await;
    assert_eq!(plan(vec![]).await, [], "everything is of the current seal");
    rotate(&building);
    assert_eq!(plan(vec![]).await, [JobKind::Reseal]);
    assert_eq!(plan(vec![]).await, [JobKind::Reseal], "once");
    building.ledger.reseal_site(building.site, day(1)).await.unwrap();
    let job = building.ledger.jobs(day(1)).await.unwrap()[0].id;
    building.ledger.settle_job(job, JobResult::Done, day(1)).await.unwrap();
    assert_eq!(plan(vec![]).await, []);
    assert_eq!(plan(vec![building.site]).await, [JobKind::Reseal], "photos are not the ledger's");
}
