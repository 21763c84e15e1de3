//! A pass that is there already.

use gatepass_core::api::PassBody;
use gatepass_core::pass::{IdentifierKind, PassDraft, Schedule, UseLimits};
use gatepass_core::wizard::{Effect, FieldId, FieldKind, FieldValue, Rejection, WizardEvent, WizardStep};

use super::world::{LOBBY, PASS, STREET, WizardDriver, at_home, at_home_with, day, keys, made, policy};

fn existing(used: u32) -> (PassBody, PassDraft) {
    let context = at_home();
    let draft = WizardDriver::creating(context.clone())
        .choose(FieldId::TypeOfPass, "business_hours")
        .next()
        .type_in(FieldId::Name, "Painter")
        .on_to(WizardStep::Uses)
        .number(FieldId::VisitLimit, Some(20))
        .on_to(WizardStep::Saving)
        .draft();
    (made(&draft, used, &context), draft)
}

#[test]
fn it_begins_at_the_review_with_everything_filled_in() {
    let (pass, draft) = existing(0);
    let hand = WizardDriver::editing(&pass, at_home());
    assert_eq!(hand.state.step(), WizardStep::Review);
    assert_eq!(hand.view().primary.unwrap().label.id(), "button-save");
    let saved = hand.next();
    assert!(matches!(saved.effects[..], [Effect::Save { id: PASS, version: 1, .. }]));
    let identifiers = vec![IdentifierKind::Qr, IdentifierKind::Code];
    assert_eq!(saved.draft(), PassDraft { identifiers, ..draft }, "nothing was changed");
    let done = saved.act(WizardEvent::Accepted { pass });
    assert_eq!(done.view().title.id(), "title-changed");
    assert_eq!(done.view().primary.unwrap().event, WizardEvent::Finish, "nothing has to be sent again");
}

#[test]
fn every_step_is_one_jump_away_and_back() {
    let (pass, _) = existing(0);
    let hand = WizardDriver::editing(&pass, at_home());
    for field in hand.view().fields {
        let FieldKind::Summary { change, .. } = field.kind else { continue };
        let there = hand.clone().act(change.unwrap());
        assert_eq!(there.jump(WizardStep::Review).state.step(), WizardStep::Review);
    }
    let hand = hand.jump(WizardStep::Schedule).date(FieldId::LastDay, "2027-03-01").jump(WizardStep::Doors);
    let hand = hand.toggle(FieldId::Doors, &LOBBY.to_string()).jump(WizardStep::Review).next();
    let Schedule::BusinessHours(weekly) = hand.draft().schedule else { panic!("not business hours") };
    assert_eq!((weekly.expires, hand.draft().doors), (day("2027-03-01"), vec![STREET]));
}

#[test]
fn identifiers_are_shown_but_fixed() {
    let (pass, _) = existing(0);
    let mut hand = WizardDriver::editing(&pass, at_home()).jump(WizardStep::Identifiers);
    let field = hand.field(FieldId::Identifiers);
    assert!(!field.enabled && field.why_not.unwrap().id() == "why-identifiers-fixed");
    let event = WizardEvent::Set { field: FieldId::Identifiers, value: FieldValue::Toggle { id: "link".to_owned() } };
    assert!(matches!(hand.try_do(event), Err(Rejection::FieldFixed { field: FieldId::Identifiers, .. })));
}

#[test]
fn the_type_is_fixed_after_the_first_entry() {
    let event =
        |kind: &str| WizardEvent::Set { field: FieldId::TypeOfPass, value: FieldValue::Choice { id: kind.to_owned() } };
    let mut unused = WizardDriver::editing(&existing(0).0, at_home()).jump(WizardStep::ChooseType);
    assert!(unused.field(FieldId::TypeOfPass).enabled);
    unused.try_do(event("recurring")).unwrap();
    assert!(matches!(unused.jump(WizardStep::Review).next().draft().schedule, Schedule::Recurring(_)));

    let mut used = WizardDriver::editing(&existing(1).0, at_home()).jump(WizardStep::ChooseType);
    let field = used.field(FieldId::TypeOfPass);
    assert!(!field.enabled && field.why_not.unwrap().id() == "why-type-fixed");
    assert!(matches!(used.try_do(event("recurring")), Err(Rejection::ChoiceNotOffered { .. })));
    used.try_do(event("business_hours")).unwrap();
}

#[test]
fn a_limit_below_the_visits_made_is_refused() {
    let hand = WizardDriver::editing(&existing(4).0, at_home()).jump(WizardStep::Uses);
    let FieldKind::Number { min, .. } = hand.field(FieldId::VisitLimit).kind else { panic!("no number") };
    assert_eq!(min, 4);
    let hand = hand.number(FieldId::VisitLimit, Some(3)).jump(WizardStep::Review);
    assert_eq!(hand.state.step(), WizardStep::Uses, "the way back is barred");
    assert_eq!(keys(&hand.field(FieldId::VisitLimit).errors), ["problem-fewer-than-used"]);
    assert_eq!(
        hand.number(FieldId::VisitLimit, None).jump(WizardStep::Review).next().draft().uses,
        UseLimits::UNLIMITED
    );
}

#[test]
fn a_pass_that_may_not_be_changed_says_why() {
    let (pass, _) = existing(0);
    let why = |hand: &WizardDriver| (hand.state.step(), hand.view().explanation.unwrap().id());
    let off = at_home_with(gatepass_core::pass::Policy { editable: false, ..policy() });
    assert_eq!(why(&WizardDriver::editing(&pass, off)), (WizardStep::Unavailable, "unavailable-editing-off"));
    let revoked = PassBody { revoked_at: Some(at_home().now), ..pass };
    assert_eq!(why(&WizardDriver::editing(&revoked, at_home())), (WizardStep::Unavailable, "unavailable-not-valid"));
}

#[test]
fn a_change_made_elsewhere_is_taken_up_and_said() {
    let (pass, _) = existing(0);
    let hand = WizardDriver::editing(&pass, at_home()).jump(WizardStep::About).type_in(FieldId::Name, "The painter");
    let mut newer = PassBody { version: 2, ..pass };
    newer.uses.usage.used = 1;
    let hand = hand.act(WizardEvent::Refreshed { pass: Some(newer) });
    assert_eq!(keys(&hand.view().notices), ["notice-pass-changed"]);
    let hand = hand.jump(WizardStep::Review).next();
    assert!(matches!(&hand.effects[..], [Effect::Save { version: 2, draft, .. }] if draft.name == "The painter"));
}
