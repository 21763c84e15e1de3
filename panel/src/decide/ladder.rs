//! The lock-out ladder of a door: how guessing access codes is made hopeless.
//!
//! Five wrong codes are free; then codes are locked out for 30 s, then one try, 60 s, one try, 5, 15, 30 minutes and
//! 30 minutes from then on: 56 tries a day. A code that opens the door steps down by one, not to the bottom: otherwise
//! somebody with one valid code could reset the guard between guesses. QR codes and plates are not affected: nobody
//! guesses them, and one guest's slips must not keep another's out.

use chrono::{DateTime, TimeDelta, Utc};

/// The lock-out state of a door.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    misses: u8,
    locked_until: Option<DateTime<Utc>>,
}

/// Wrong codes that are free, the one that locks included.
const FREE: u8 = 5;
/// How long each further one locks, in seconds; the last again and again.
const LOCKS: [u16; 5] = [30, 60, 300, 900, 1800];
/// The top of the ladder.
const TOP: u8 = FREE + 4;

impl Ladder {
    /// A ladder as it was stored.
    #[must_use]
    pub fn stored(misses: u8, locked_until: Option<DateTime<Utc>>) -> Self {
        Self { misses: misses.min(TOP), locked_until }
    }

    /// How many steps up.
    #[must_use]
    pub fn misses(&self) -> u8 {
        self.misses
    }

    /// Until when codes are locked out.
    #[must_use]
    pub fn locked_until(&self) -> Option<DateTime<Utc>> {
        self.locked_until
    }

    /// Whether codes are locked out at `at`.
    #[must_use]
    pub fn is_locked(&self, at: DateTime<Utc>) -> bool {
        self.locked_until.is_some_and(|until| at < until)
    }

    /// A wrong code was tried while codes were not locked out.
    pub fn wrong(&mut self, at: DateTime<Utc>) {
        self.misses = (self.misses + 1).min(TOP);
        let step = self.misses.checked_sub(FREE).map(usize::from);
        self.locked_until = step.map(|step| at + TimeDelta::seconds(LOCKS[step.min(LOCKS.len() - 1)].into()));
    }

    /// A code opened the door.
    pub fn right(&mut self) {
        self.misses = self.misses.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(at: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(at)
    }

    /// Tries as often as the ladder lets for one day.
    #[test]
    fn a_day_of_guessing_is_56_tries() {
        let mut ladder = Ladder::default();
        let tries = (0..86_400).filter(|at| {
            let free = |ladder: &Ladder| !ladder.is_locked(second(*at));
            let mut tried = 0;
            while free(&ladder) && tried < 10 {
                ladder.wrong(second(*at));
                tried += 1;
            }
            tried > 0
        });
        // All five free ones fall into the first second.
        assert_eq!(tries.count() + 4, 56);
    }

    #[test]
    fn a_valid_code_steps_down_by_one() {
        let mut ladder = Ladder::default();
        for _ in 0..5 {
            ladder.wrong(second(0));
        }
        assert!(ladder.is_locked(second(29)));
        assert!(!ladder.is_locked(second(30)));
        ladder.right();
        assert_eq!(ladder.misses(), 4);
        ladder.wrong(second(100));
        assert!(ladder.is_locked(second(129)) && !ladder.is_locked(second(130)));
    }
}
