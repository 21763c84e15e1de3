//! When a job that failed is tried again, and when it is given up.

use chrono::{DateTime, TimeDelta, Utc};

use super::most_attempts;
use crate::ledger::{Job, JobResult};

/// The wait after the first failure, in seconds. It doubles with each further one.
const FIRST_SECONDS: i64 = 5;
/// The longest wait, in seconds.
const LONGEST_SECONDS: i64 = 3600;

/// The result of a job that failed at `now`. `spread` is a random number, so that jobs that failed together are not
/// retried together.
pub(super) fn after_failure(job: &Job, error: String, now: DateTime<Utc>, spread: u32) -> JobResult {
    let tries = job.attempts.saturating_add(1);
    if tries >= most_attempts(job.kind) {
        return JobResult::GiveUp { error };
    }
    let at = now + wait(tries, spread);
    if job.deadline.is_some_and(|deadline| at > deadline) {
        return JobResult::GiveUp { error };
    }
    JobResult::Retry { at, error }
}

/// Three quarters to five quarters of the doubled wait.
fn wait(tries: u32, spread: u32) -> TimeDelta {
    let doublings = tries.saturating_sub(1).min(16);
    let seconds = (FIRST_SECONDS << doublings).min(LONGEST_SECONDS);
    let percent = 75 + i64::from(spread % 51);
    TimeDelta::milliseconds(seconds * 10 * percent)
}

#[cfg(test)]
mod tests {
    use gatepass_core::id::SiteId;
    use uuid::Uuid;

    use super::*;
    use crate::ledger::JobKind;

    fn job(attempts: u32, deadline: Option<i64>) -> Job {
        Job {
            id: Uuid::nil(),
            site: SiteId(Uuid::nil()),
            kind: JobKind::RemovePhotos,
            key: String::new(),
            sealed: Vec::new(),
            not_before: DateTime::UNIX_EPOCH,
            deadline: deadline.map(|seconds| DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)),
            attempts,
            last_error: None,
            given_up: false,
        }
    }

    fn waits(attempts: u32, spread: u32) -> Option<TimeDelta> {
        match after_failure(&job(attempts, None), String::new(), DateTime::UNIX_EPOCH, spread) {
            JobResult::Retry { at, .. } => Some(at - DateTime::UNIX_EPOCH),
            _ => None,
        }
    }

    #[test]
    fn waits_double_up_to_an_hour_and_are_spread() {
        assert_eq!(waits(0, 25), Some(TimeDelta::seconds(5)));
        assert_eq!(waits(1, 25), Some(TimeDelta::seconds(10)));
        assert_eq!(waits(4, 0), Some(TimeDelta::seconds(60)));
        assert_eq!(waits(4, 50), Some(TimeDelta::seconds(100)));
        assert_eq!(waits(30, 25), Some(TimeDelta::hours(1)));
    }

    #[test]
    fn a_job_is_given_up_after_its_last_try_and_past_its_deadline() {
        assert_eq!(waits(49, 0), None);
        let late = after_failure(&job(0, Some(4)), "no".into(), DateTime::UNIX_EPOCH, 25);
        assert_eq!(late, JobResult::GiveUp { error: "no".into() });
    }
}
