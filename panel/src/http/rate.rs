//! Rate limits: a token bucket for each panel, device, manager and address.
//!
//! A bucket holds two seconds of its rate, so that a panel may report several events at once. Buckets that are full
//! again are removed, so that the memory depends on recent callers only.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Refusal;
use crate::config::Limits;

/// The owner of a bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RateSubject {
    /// A panel, by its id.
    Panel(Uuid),
    /// A resident's device or a manager, by the id of the token.
    Caller(Uuid),
    /// Anybody at this address.
    Address(IpAddr),
    /// Wrong tokens and invitation codes from this address.
    Wrong(IpAddr),
}

/// How many buckets are kept before full ones are looked for.
const SWEEP_AT: usize = 4096;

#[derive(Clone, Copy, Debug)]
struct Rate {
    burst: f64,
    per_second: f64,
}

impl Rate {
    fn per_second(count: u32) -> Option<Self> {
        (count > 0).then(|| Self { burst: 2.0 * f64::from(count), per_second: f64::from(count) })
    }

    fn per_minute(count: u32) -> Option<Self> {
        (count > 0).then(|| Self { burst: f64::from(count), per_second: f64::from(count) / 60.0 })
    }
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: DateTime<Utc>,
}

impl Bucket {
    fn filled(self, rate: Rate, now: DateTime<Utc>) -> Self {
        // A clock that was set back neither fills nor empties the bucket.
        let millis = (now - self.at).num_milliseconds().clamp(0, 86_400_000);
        #[expect(clippy::cast_precision_loss, reason = "a day in milliseconds is exact in f64")]
        let seconds = millis as f64 / 1000.0;
        Self { left: (self.left + seconds * rate.per_second).min(rate.burst), at: now }
    }
}

/// The buckets of a service.
pub(crate) struct RateLimiter {
    panel: Option<Rate>,
    caller: Option<Rate>,
    address: Option<Rate>,
    wrong: Option<Rate>,
    buckets: Mutex<Buckets>,
}

struct Buckets {
    of: HashMap<RateSubject, Bucket>,
    sweep_at: usize,
}

impl RateLimiter {
    /// Buckets of the sizes in the settings.
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            panel: Rate::per_second(limits.panel_per_second),
            caller: Rate::per_second(limits.caller_per_second),
            address: Rate::per_second(limits.address_per_second),
            wrong: Rate::per_minute(limits.wrong_tokens_per_minute),
            buckets: Mutex::new(Buckets { of: HashMap::new(), sweep_at: SWEEP_AT }),
        }
    }

    fn rate(&self, subject: RateSubject) -> Option<Rate> {
        match subject {
            RateSubject::Panel(_) => self.panel,
            RateSubject::Caller(_) => self.caller,
            RateSubject::Address(_) => self.address,
            RateSubject::Wrong(_) => self.wrong,
        }
    }

    /// Takes a token from the bucket.
    ///
    /// # Errors
    ///
    /// The bucket is empty; the refusal says how long to wait.
    pub(crate) fn take(&self, subject: RateSubject, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.draw(subject, now, 1.0)
    }

    /// Checks that the bucket has a token, without taking it.
    ///
    /// # Errors
    ///
    /// The bucket is empty; the refusal says how long to wait.
    pub(crate) fn look(&self, subject: RateSubject, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.draw(subject, now, 0.0)
    }

    fn draw(&self, subject: RateSubject, now: DateTime<Utc>, take: f64) -> Result<(), Refusal> {
        let Some(rate) = self.rate(subject) else { return Ok(()) };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.of.len() >= buckets.sweep_at {
            let full = |subject: RateSubject, bucket: Bucket| {
                self.rate(subject).is_none_or(|rate| bucket.filled(rate, now).left >= rate.burst)
            };
            buckets.of.retain(|subject, bucket| !full(*subject, *bucket));
            // If nearly all are in use, the next search waits until their number has doubled.
            buckets.sweep_at = SWEEP_AT.max(buckets.of.len() * 2);
        }
        let found = buckets.of.get(&subject).copied().unwrap_or(Bucket { left: rate.burst, at: now });
        let mut bucket = found.filled(rate, now);
        let enough = bucket.left >= 1.0;
        if enough {
            bucket.left -= take;
        }
        if take > 0.0 {
            buckets.of.insert(subject, bucket);
        }
        drop(buckets);
        if enough {
            return Ok(());
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 60 seconds, never negative"
        )]
        let wait = ((1.0 - bucket.left) / rate.per_second).ceil() as u64;
        Err(Refusal::too_many(wait))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn at(millis: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(millis)
    }

    proptest! {
        /// Whatever the times of asking, no more get through than the burst and what flowed in.
        #[test]
        fn never_more_than_the_burst_and_what_flowed_in(
            steps in proptest::collection::vec(0_i64..400, 1..400), per_second in 1_u32..50,
        ) {
            let rates = RateLimiter::new(&Limits { panel_per_second: per_second, ..Limits::default() });
            let subject = RateSubject::Panel(Uuid::nil());
            let (mut now, mut passed) = (0, 0_u32);
            for step in steps {
                now += step;
                passed += u32::from(rates.take(subject, at(now)).is_ok());
            }
            let flowed = f64::from(per_second) * f64::from(i32::try_from(now).unwrap()) / 1000.0;
            prop_assert!(f64::from(passed) <= 2.0 * f64::from(per_second) + flowed + 1e-6);
        }
    }

    #[test]
    fn a_bucket_fills_again_and_a_clock_set_back_fills_nothing() {
        let rates = RateLimiter::new(&Limits { panel_per_second: 1, ..Limits::default() });
        let subject = RateSubject::Panel(Uuid::nil());
        assert!(rates.take(subject, at(0)).is_ok());
        assert!(rates.take(subject, at(0)).is_ok());
        assert!(rates.take(subject, at(0)).is_err());
        assert!(rates.take(subject, at(-5000)).is_err());
        assert!(rates.take(subject, at(1000)).is_ok());
    }

    #[test]
    fn full_buckets_are_forgotten() {
        let rates = RateLimiter::new(&Limits::default());
        for address in 0..20_000_u32 {
            let now = at(i64::from(address) * 10);
            rates.take(RateSubject::Address(IpAddr::V4(address.into())), now).unwrap();
        }
        assert!(rates.buckets.lock().unwrap().of.len() <= 2 * SWEEP_AT);
    }
}
