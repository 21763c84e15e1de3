//! What may change once a pass exists, and until when.

use gatepass_core::pass::{
    Editing, IdentifierKind, Pass, PassDraft, PassType, Policy, Rules, Schedule, Usage, UseLimits,
};

use crate::drafts::{NOW, doors, draft, new_york, problems};
use crate::given::*;

/// A pass from now for a day with three uses, its uses so far, the site's policy, and the draft of the edit.
pub(crate) struct Edit {
    pass: Pass,
    usage: Usage,
    policy: Policy,
    draft: PassDraft,
}

fn edit(change: impl FnOnce(&mut Edit)) -> Edit {
    let draft = PassDraft { uses: UseLimits { limit: Some(3), per_day: None }, ..draft(PassType::Custom) };
    let mut pass = pass(draft.schedule.clone(), draft.uses);
    pass.created_at = instant(NOW);
    let mut edit = Edit { pass, usage: Usage::default(), policy: policy(), draft };
    change(&mut edit);
    edit
}

fn used(times: u32) -> Usage {
    let mut usage = Usage::default();
    (0..times).for_each(|_| usage.spend(instant(NOW), new_york()));
    usage
}

fn check_at(edit: &Edit, now: &str) -> Vec<String> {
    problems(edit.draft.check(&Rules {
        now: instant(now),
        policy: &edit.policy,
        doors: &doors(),
        // An edit makes no further pass.
        live_passes: 1_000,
        editing: Some(Editing { pass: &edit.pass, usage: &edit.usage }),
    }))
}

fn check(edit: &Edit) -> Vec<String> {
    check_at(edit, "2026-11-22T17:00:00Z")
}

fn custom(ends_at: &str) -> Schedule {
    Schedule::Custom { starts_at: minute("2026-11-22T10:00"), ends_at: minute(ends_at), time_zone: new_york() }
}

/// An edit that is wrong, and what must be said of it.
type InvalidCase = (fn() -> Edit, &'static [&'static str]);

pub(crate) const WRONG: &[InvalidCase] = &[
    (|| edit(|edit| edit.policy.editable = false), &["pass: editing_off"]),
    (|| edit(|edit| edit.policy.passes_enabled = false), &["passes: passes_off"]),
    (|| edit(|edit| edit.pass.revoked_at = Some(instant(NOW))), &["pass: not_valid_any_more"]),
    (
        || {
            edit(|edit| {
                edit.pass.schedule = custom("2026-11-22T11:30");
                edit.draft.schedule = custom("2026-11-23T11:30");
            })
        },
        &["pass: not_valid_any_more"],
    ),
    (
        || {
            edit(|edit| {
                edit.usage = used(3);
                edit.draft.uses.limit = Some(4);
            })
        },
        &["pass: not_valid_any_more"],
    ),
    (
        || {
            edit(|edit| {
                edit.usage = used(1);
                edit.draft.schedule = draft(PassType::FullDay).schedule;
            })
        },
        &["schedule.type: type_fixed"],
    ),
    (
        || {
            edit(|edit| {
                edit.usage = used(2);
                edit.draft.uses.limit = Some(1);
            })
        },
        &["uses.limit: fewer_than_used"],
    ),
    (
        || {
            edit(|edit| {
                edit.usage = used(2);
                edit.draft.uses.limit = Some(0);
            })
        },
        &["uses.limit: uses_out_of_range"],
    ),
    (
        // A year from the making, not from the edit.
        || edit(|edit| edit.draft.schedule = custom("2027-11-22T10:01")),
        &["schedule.ends_at: more_than_a_year"],
    ),
    (|| edit(|edit| edit.draft.schedule = custom("2026-11-22T12:00")), &["schedule.ends_at: already_over"]),
    (|| edit(|edit| edit.draft.doors = vec![door(3)]), &["doors: door_not_held"]),
    (
        || {
            edit(|edit| {
                edit.policy.types = vec![PassType::Custom];
                edit.draft.schedule = draft(PassType::FullDay).schedule;
            })
        },
        &["schedule.type: type_not_allowed"],
    ),
];

#[test]
fn each_rule_reports_its_field_and_its_code() {
    for (make, expected) in WRONG {
        let edit = make();
        assert_eq!(check(&edit), *expected, "{:?}", edit.draft);
    }
}

#[test]
fn what_may_change() {
    let all = edit(|edit| {
        edit.draft.name = "Plumber".into();
        edit.draft.comment = "Bring him to the cellar".into();
        edit.draft.guest = gatepass_core::pass::GuestKind::Courier;
        edit.draft.schedule = custom("2027-11-22T10:00");
        edit.draft.doors = vec![door(2)];
        edit.draft.uses = UseLimits { limit: None, per_day: Some(3) };
        edit.usage = used(2);
    });
    assert_eq!(check(&all), [""; 0]);
    // Before the first entry also the type.
    for kind in PassType::ALL {
        let other = edit(|edit| {
            edit.draft.schedule = draft(kind).schedule;
            edit.draft.uses = kind.default_uses();
        });
        assert_eq!(check(&other), [""; 0], "{kind:?}");
    }
    // Identifiers are not the edit's to change, so it is not asked about them.
    let same = edit(|edit| {
        edit.draft.identifiers.clear();
        edit.policy.identifiers = vec![IdentifierKind::Code];
        edit.policy.live_per_unit = Some(1);
    });
    assert_eq!(check(&same), [""; 0]);
    // A type the site no longer offers stays; a start that is past by now stays.
    let old = edit(|edit| edit.policy.types = vec![PassType::OneTime]);
    assert_eq!(check_at(&old, "2026-11-23T14:59:59Z"), [""; 0]);
    // Down to the uses already made.
    let spent = edit(|edit| {
        edit.usage = used(2);
        edit.draft.uses.limit = Some(2);
    });
    assert_eq!(check(&spent), [""; 0]);
}

/// An hour after a one-time pass was used it cannot be changed; while its guest is still on the way in, it can.
#[test]
fn a_pass_can_be_changed_while_it_is_valid() {
    let used = edit(|edit| {
        edit.pass.schedule = draft(PassType::OneTime).schedule;
        edit.pass.uses = UseLimits::ONCE;
        edit.draft = draft(PassType::OneTime);
        edit.usage = used(1);
    });
    assert_eq!(check_at(&used, "2026-11-22T15:04:59Z"), [""; 0]);
    assert_eq!(check_at(&used, "2026-11-22T15:05:00Z"), ["pass: not_valid_any_more"]);
}
