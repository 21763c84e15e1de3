//! Which of the passes that might be meant decides.

use gatepass_core::pass::{Reason, Verdict};

/// The pass that opens the door, one whose visit is under way first, for it spends nothing; else the one whose reason
/// tells most. Of equals the first.
pub fn choose<P>(candidates: impl IntoIterator<Item = (P, Verdict)>) -> Option<(P, Verdict)> {
    candidates.into_iter().min_by_key(|(_, verdict)| rank(verdict))
}

fn rank(verdict: &Verdict) -> u8 {
    let reason = match verdict {
        Verdict::Granted { begins_visit: false } => return 0,
        Verdict::Granted { begins_visit: true } => return 1,
        Verdict::NotHandled => return u8::MAX,
        Verdict::Denied { reason, .. } => reason,
    };
    match reason {
        // It will open this door again.
        Reason::OutsideHours | Reason::UsedUpToday => 2,
        Reason::NotActive => 3,
        // It did.
        Reason::UsedUp => 4,
        Reason::Expired => 5,
        Reason::Revoked => 6,
        // It opens others.
        Reason::WrongDoor => 7,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn denied(pass: u8, reason: Reason) -> (u8, Verdict) {
        (pass, Verdict::Denied { reason, next_opening: None })
    }

    #[test]
    fn a_pass_that_opens_wins_and_the_cheapest_first() {
        let granted = |pass, begins_visit| (pass, Verdict::Granted { begins_visit });
        let all = [denied(1, Reason::UsedUp), granted(2, true), granted(3, false), denied(4, Reason::Revoked)];
        assert_eq!(choose(all).map(|(pass, _)| pass), Some(3));
        let refused = [denied(1, Reason::WrongDoor), denied(2, Reason::OutsideHours), denied(3, Reason::Expired)];
        assert_eq!(choose(refused).map(|(pass, _)| pass), Some(2));
        assert_eq!(choose::<u8>([]), None);
    }
}
