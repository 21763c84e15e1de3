//! What the site does not allow is shown, with the reason, and cannot be chosen.

use gatepass_core::pass::{IdentifierKind, PassType, Policy};
use gatepass_core::wizard::{
    FieldId, FieldKind, FieldValue, Phrase, Rejection, WizardContext, WizardEvent, WizardState, WizardStep,
};

use super::world::{
    ANA, PASS, ROOF, STREET, WizardDriver, at_home, at_home_with, day, home, keys, policy, with_office,
};

fn with(change: impl FnOnce(&mut Policy)) -> WizardContext {
    let mut policy = policy();
    change(&mut policy);
    at_home_with(policy)
}

fn refusal(hand: &mut WizardDriver, field: FieldId, value: FieldValue) -> &'static str {
    match hand.try_do(WizardEvent::Set { field, value }) {
        Err(Rejection::ChoiceNotOffered { why_not, .. }) => why_not.id(),
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_type_that_is_not_allowed() {
    let mut hand = WizardDriver::creating(with(|policy| policy.types = vec![PassType::OneTime, PassType::FullDay]));
    let choice = hand.choice(FieldId::TypeOfPass, "custom");
    assert!(!choice.enabled && choice.why_not.unwrap().id() == "why-type-not-allowed");
    let custom = FieldValue::Choice { id: "custom".to_owned() };
    assert_eq!(refusal(&mut hand, FieldId::TypeOfPass, custom), "why-type-not-allowed");
    assert!(hand.choice(FieldId::TypeOfPass, "one_time").enabled);
}

#[test]
fn the_only_type_is_chosen_already() {
    let hand = WizardDriver::creating(with(|policy| policy.types = vec![PassType::OneTime]));
    assert!(hand.choice(FieldId::TypeOfPass, "one_time").chosen);
    assert_eq!(hand.next().state.step(), WizardStep::About);
}

#[test]
fn an_identifier_that_is_not_allowed() {
    let context = with(|policy| policy.identifiers = vec![IdentifierKind::Qr, IdentifierKind::Link]);
    let mut hand =
        WizardDriver::creating(context).choose(FieldId::TypeOfPass, "one_time").on_to(WizardStep::Identifiers);
    let code = hand.choice(FieldId::Identifiers, "code");
    assert!(!code.enabled && !code.chosen && code.why_not.unwrap().id() == "why-identifier-not-allowed");
    let toggle = FieldValue::Toggle { id: "code".to_owned() };
    assert_eq!(refusal(&mut hand, FieldId::Identifiers, toggle), "why-identifier-not-allowed");
    assert_eq!(hand.on_to(WizardStep::Saving).draft().identifiers, [IdentifierKind::Qr, IdentifierKind::Link]);
}

#[test]
fn a_door_that_is_not_shareable() {
    let mut hand = WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, "one_time").on_to(WizardStep::Doors);
    let roof = hand.choice(FieldId::Doors, &ROOF.to_string());
    assert!(!roof.enabled && !roof.chosen && roof.why_not.unwrap().id() == "why-door-not-shareable");
    let toggle = FieldValue::Toggle { id: ROOF.to_string() };
    assert_eq!(refusal(&mut hand, FieldId::Doors, toggle), "why-door-not-shareable");
    let FieldKind::ChooseSeveral { all_chosen, .. } = hand.field(FieldId::Doors).kind else { panic!("no choices") };
    assert!(all_chosen, "all that can be shared");
    let hand = hand.set(FieldId::Doors, FieldValue::Choices { ids: Vec::new() }).next();
    assert_eq!(keys(&hand.field(FieldId::Doors).errors), ["problem-no-door"]);
}

#[test]
fn the_longest_duration_limits_the_last_day() {
    let context = with(|policy| policy.longest_days = 7);
    let hand =
        WizardDriver::creating(context).choose(FieldId::TypeOfPass, "business_hours").on_to(WizardStep::Schedule);
    // The first opening is Monday the 23rd at 9; seven days later at 9 the next one would only begin.
    let FieldKind::Day { date, latest, .. } = hand.field(FieldId::LastDay).kind else { panic!("no date") };
    assert_eq!((date, latest), (day("2026-11-29"), day("2026-11-29")), "and the default keeps within it");
    let too_late = hand.clone().date(FieldId::LastDay, "2026-11-30");
    assert_eq!(keys(&too_late.field(FieldId::LastDay).errors), ["problem-too-long"]);
    hand.date(FieldId::LastDay, "2026-11-29").on_to(WizardStep::Saving).draft();
}

#[test]
fn how_far_ahead_limits_the_first_day() {
    let hand = WizardDriver::creating(with(|policy| policy.ahead_days = 14))
        .choose(FieldId::TypeOfPass, "one_time")
        .on_to(WizardStep::Schedule);
    let FieldKind::Day { earliest, latest, .. } = hand.field(FieldId::OnlyDay).kind else { panic!("no date") };
    assert_eq!((earliest, latest), (day("2026-11-22"), day("2026-12-06")));
    let late = hand.date(FieldId::OnlyDay, "2026-12-07");
    assert_eq!(keys(&late.field(FieldId::OnlyDay).errors), ["problem-too-far-ahead"]);
}

#[test]
fn a_pass_ends_within_a_year() {
    let hand = WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, "custom").on_to(WizardStep::Schedule);
    let FieldKind::Moment { latest, .. } = hand.field(FieldId::EndsAt).kind else { panic!("no moment") };
    assert_eq!(latest.to_string(), "2027-11-22T10:00");
    let late = hand.moment(FieldId::EndsAt, "2027-11-22T10:01");
    assert_eq!(keys(&late.field(FieldId::EndsAt).errors), ["problem-more-than-a-year"]);
}

#[test]
fn where_nothing_can_be_made_the_wizard_says_whom_to_ask() {
    let why = |context: WizardContext| {
        let hand = WizardDriver::creating(context);
        assert_eq!(hand.state.step(), WizardStep::Unavailable);
        assert!(hand.view().primary.is_none() && !hand.view().can_go_back);
        hand.view().explanation.unwrap().id()
    };
    assert_eq!(why(with(|policy| policy.passes_enabled = false)), "unavailable-passes-off");
    assert_eq!(why(with(|policy| policy.types.clear())), "unavailable-no-type");
    assert_eq!(why(with(|policy| policy.identifiers.clear())), "unavailable-no-identifier");
    assert_eq!(why(with(|policy| policy.live_per_unit = Some(0))), "unavailable-too-many-passes");
    let mut no_door = at_home();
    no_door.profiles[0].profile.doors.retain(|door| !door.shareable);
    assert_eq!(why(no_door), "unavailable-no-door");
    let mut nowhere = at_home();
    nowhere.profiles[0].profile.site.time_zone = "Moon/Tycho".to_owned();
    assert_eq!(why(nowhere), "unavailable-unknown-zone");
    assert_eq!(why(WizardContext { profiles: Vec::new(), ..at_home() }), "unavailable-no-profile");
}

#[test]
fn with_several_profiles_another_one_can_be_chosen() {
    let mut context = with_office();
    context.profiles[0].profile.policy.passes_enabled = false;
    let hand = WizardDriver::creating(context);
    let choice = hand.choice(FieldId::ForProfile, &ANA.to_string());
    assert_eq!(choice.explanation.unwrap().id(), "profile-passes-off");
    let hand = hand.choose(FieldId::ForProfile, &ANA.to_string()).next();
    assert_eq!(hand.state.step(), WizardStep::Unavailable);
    assert_eq!(hand.back().state.step(), WizardStep::ChooseProfile);
}

#[test]
fn passes_switched_on_meanwhile_let_the_wizard_begin() {
    let mut hand = WizardDriver::creating(with(|policy| policy.passes_enabled = false));
    hand.context = at_home();
    let hand = hand.act(WizardEvent::Refreshed { pass: None });
    assert_eq!(hand.state.step(), WizardStep::ChooseType);
}

#[test]
fn passes_switched_off_meanwhile_stop_the_wizard_at_the_next_step() {
    let mut hand = WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, "one_time").on_to(WizardStep::Doors);
    hand.context = with(|policy| policy.passes_enabled = false);
    assert_eq!(hand.clone().next().state.step(), WizardStep::Unavailable);
    let mut off = hand.act(WizardEvent::Refreshed { pass: None });
    assert_eq!(off.state.step(), WizardStep::Unavailable);
    off.context = at_home();
    let on = off.act(WizardEvent::Refreshed { pass: None });
    assert_eq!(on.state.step(), WizardStep::Doors, "where it was");
}

#[test]
fn what_is_gone_is_taken_out_and_said() {
    let mut hand = WizardDriver::creating(at_home())
        .choose(FieldId::TypeOfPass, "one_time")
        .on_to(WizardStep::Identifiers)
        .set(FieldId::Identifiers, FieldValue::Choices { ids: vec!["qr".into(), "code".into()] })
        .on_to(WizardStep::Doors)
        .set(FieldId::Doors, FieldValue::Choices { ids: vec![STREET.to_string()] })
        .next();
    assert_eq!(hand.state.step(), WizardStep::Review);
    hand.context.profiles[0].profile.doors.retain(|door| door.id != STREET);
    hand.context.profiles[0].profile.policy.identifiers = vec![IdentifierKind::Qr];
    let hand = hand.act(WizardEvent::Refreshed { pass: None });
    let said = hand.view().notices;
    let expected = ["notice-door-gone", "notice-identifier-gone", "notice-look-again"];
    assert_eq!(keys(&said), expected);
    assert_eq!(said[0], Phrase::NoticeDoorGone { door: "Street door".to_owned() });
    assert_eq!(hand.state.step(), WizardStep::Doors, "no door is left to open");
    assert_eq!(keys(&hand.field(FieldId::Doors).errors), ["problem-no-door"]);
}

#[test]
fn a_profile_that_is_gone_ends_the_wizard() {
    let mut hand =
        WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, "one_time").on_to(WizardStep::Schedule);
    hand.context.profiles = vec![home(policy())];
    hand.context.profiles[0].profile.id = gatepass_core::id::ResidentId(uuid::Uuid::nil());
    assert_eq!(hand.view().explanation.unwrap().id(), "unavailable-no-profile");
    assert!(hand.clone().try_do(WizardEvent::Next).is_err());
    assert_eq!(hand.act(WizardEvent::Cancel).state.step(), WizardStep::Closed);
    assert_eq!(WizardState::create(PASS, &at_home()).step(), WizardStep::ChooseType);
}
