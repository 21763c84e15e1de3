//! Each reason, in its order: what weighs more is told first.

use gatepass_core::pass::{
    AccessRequest, IdentifierKind, Policy, Reason, Schedule, Status, Timetable, Usage, UseLimits, Verdict, Weekly,
    decide, standing,
};
use gatepass_core::time::{Days, Weekday};

use crate::given::*;

/// Tuesdays and Thursdays 14:20 to 15:20 in New York, 24 November to 31 December 2026.
fn dog_walker() -> Schedule {
    Schedule::Recurring(Weekly {
        days: Days::of(&[Weekday::Tue, Weekday::Thu]),
        from: clock("14:20"),
        to: clock("15:20"),
        starts: date("2026-11-24"),
        expires: date("2026-12-31"),
        time_zone: zone("America/New_York"),
    })
}

const IN_TIME: &str = "2026-11-24T19:30:00Z";
const TOO_EARLY: &str = "2026-11-24T19:19:59Z";
const BETWEEN: &str = "2026-11-24T20:20:00Z";
const OVER: &str = "2026-12-31T20:20:00Z";

#[test]
fn reasons_in_their_order() {
    let spent = {
        let mut usage = Usage::default();
        usage.spend(instant("2026-11-24T19:20:00Z"), zone("America/New_York"));
        usage
    };
    // From the lightest to the heaviest; each line adds what makes its reason, and keeps all before it.
    let mut pass = pass(dog_walker(), UseLimits::UNLIMITED);
    let mut policy = policy();
    let mut usage = Usage::default();
    let mut ask = at_its_door(instant(IN_TIME));
    let reason =
        |pass: &_, policy: &_, usage: &_, ask| decide(pass, &Timetable::of(&dog_walker()), usage, policy, ask).reason();
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::Ok);
    usage = spent;
    pass.uses.per_day = Some(1);
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::UsedUpToday);
    ask.at = instant(BETWEEN);
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::OutsideHours);
    ask.at = instant(TOO_EARLY);
    assert_eq!(reason(&pass, &Policy { grace_seconds: 0, ..policy.clone() }, &usage, ask), Reason::NotActive);
    ask.at = instant(OVER);
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::Expired);
    pass.uses.limit = Some(1);
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::UsedUp);
    ask.door = door(3);
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::WrongDoor);
    policy.identifiers = vec![IdentifierKind::Code];
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::IdentifierNotAccepted);
    policy.passes_enabled = false;
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::PassesOff);
    pass.revoked_at = Some(instant(IN_TIME));
    assert_eq!(reason(&pass, &policy, &usage, ask), Reason::Revoked);
    let card = AccessRequest { kind: IdentifierKind::Card, ..ask };
    assert_eq!(decide(&pass, &Timetable::of(&dog_walker()), &usage, &policy, card), Verdict::NotHandled);
}

#[test]
fn a_refusal_for_the_time_tells_the_next_opening() {
    let pass = pass(dog_walker(), UseLimits { limit: None, per_day: Some(1) });
    let timetable = Timetable::of(&pass.schedule);
    let next = |usage: &Usage, at| match decide(&pass, &timetable, usage, &policy(), at_its_door(instant(at))) {
        Verdict::Denied { next_opening, .. } => next_opening.map(|opening| opening.from),
        other => panic!("{other:?}"),
    };
    let (first, second) = (instant("2026-11-24T19:20:00Z"), instant("2026-11-26T19:20:00Z"));
    let mut usage = Usage::default();
    assert_eq!(next(&usage, TOO_EARLY), Some(first));
    assert_eq!(next(&usage, BETWEEN), Some(second));
    assert_eq!(next(&usage, OVER), None);
    // Came early, left, and is back before the window: today's visit is spent, so today's window is no promise.
    usage.spend(instant("2026-11-24T12:00:00Z"), timetable.zone());
    assert_eq!(next(&usage, TOO_EARLY), Some(second));
}

#[test]
fn revoked_is_revoked_whatever_the_clocks_say() {
    let mut pass = pass(dog_walker(), UseLimits::UNLIMITED);
    pass.revoked_at = Some(instant("2026-11-24T19:30:05Z"));
    let timetable = Timetable::of(&pass.schedule);
    let at = instant(IN_TIME);
    assert_eq!(decide(&pass, &timetable, &Usage::default(), &policy(), at_its_door(at)).reason(), Reason::Revoked);
    assert_eq!(standing(&pass, &timetable, &Usage::default(), &policy(), at).status, Status::Revoked);
}

#[test]
fn each_status() {
    let pass = pass(dog_walker(), UseLimits { limit: Some(1), per_day: None });
    let timetable = Timetable::of(&pass.schedule);
    let status = |usage: &Usage, at| standing(&pass, &timetable, usage, &policy(), instant(at)).status;
    let mut usage = Usage::default();
    assert_eq!(status(&usage, TOO_EARLY), Status::Scheduled);
    assert_eq!(status(&usage, IN_TIME), Status::Open);
    assert_eq!(status(&usage, BETWEEN), Status::BetweenWindows);
    assert_eq!(status(&usage, OVER), Status::Expired);
    usage.spend(instant(IN_TIME), timetable.zone());
    assert_eq!(status(&usage, "2026-11-24T19:34:59Z"), Status::Open, "the visit is under way");
    assert_eq!(status(&usage, "2026-11-24T19:35:00Z"), Status::UsedUp);
    assert_eq!(status(&usage, OVER), Status::UsedUp);
    let valid: Vec<_> =
        [Status::Scheduled, Status::Open, Status::BetweenWindows, Status::UsedUp, Status::Expired, Status::Revoked]
            .into_iter()
            .filter(|status| status.is_valid())
            .collect();
    assert_eq!(valid, [Status::Scheduled, Status::Open, Status::BetweenWindows]);
}
