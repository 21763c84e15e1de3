//! Drafts survive a restart, and the night.

use gatepass_core::pass::Schedule;
use gatepass_core::wizard::{DraftError, Effect, FieldId, FieldKind, FieldValue, WizardEvent, WizardState, WizardStep};
use proptest::prelude::*;

use super::world::{PASS, STREET, WizardDriver, at_home, day, instant, keys, made, with_office};

fn restarted(hand: &WizardDriver) -> WizardDriver {
    let text = hand.state.keep().unwrap();
    let step = WizardState::resume(&text, &hand.context).unwrap();
    WizardDriver { state: step.state, effects: step.effects, context: hand.context.clone() }
}

fn half_way() -> WizardDriver {
    WizardDriver::creating(at_home())
        .choose(FieldId::TypeOfPass, "recurring")
        .next()
        .type_in(FieldId::Name, "Cleaner")
        .on_to(WizardStep::Schedule)
        .toggle(FieldId::Weekdays, "fri")
        .next()
        .number(FieldId::VisitLimit, None)
        .next()
        .set(FieldId::Doors, FieldValue::Choices { ids: vec![STREET.to_string()] })
}

#[test]
fn a_draft_is_taken_up_where_it_was_left() {
    let hand = half_way();
    let again = restarted(&hand);
    assert_eq!(again.state, hand.state);
    assert_eq!(again.view(), hand.view());
    assert_eq!(again.on_to(WizardStep::Saving).draft(), hand.on_to(WizardStep::Saving).draft());
}

#[test]
fn a_draft_left_while_saving_asks_for_the_same_pass_again() {
    let hand = half_way().on_to(WizardStep::Saving);
    let mut again = restarted(&hand);
    assert_eq!((again.state.step(), &again.effects), (WizardStep::Saving, &hand.effects));
    // Also the next morning, and with other rules: the pass may be made already.
    again.context.now = instant("2027-10-23T15:00:00Z");
    again.context.profiles[0].profile.policy.longest_days = 1;
    assert_eq!(restarted(&again).effects, hand.effects);
    assert!(matches!(again.effects[..], [Effect::Create { id: PASS, .. }]));
}

#[test]
fn what_is_done_is_not_kept() {
    let saving = half_way().on_to(WizardStep::Saving);
    let pass = made(&saving.draft(), 0, &saving.context);
    let saved = saving.act(WizardEvent::Accepted { pass });
    assert_eq!(saved.state.keep(), None);
    assert_eq!(saved.act(WizardEvent::Finish).state.keep(), None);
    assert_eq!(half_way().act(WizardEvent::Cancel).state.keep(), None);
}

#[test]
fn the_morning_after_the_values_are_there_and_the_problem_is_shown() {
    let mut hand = WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, "one_time").on_to(WizardStep::Review);
    hand.context.now = instant("2026-11-23T15:00:00Z");
    let again = restarted(&hand);
    assert_eq!(again.state.step(), WizardStep::Schedule);
    assert_eq!(keys(&again.view().notices), ["notice-look-again"]);
    let FieldKind::Day { date, earliest, .. } = again.field(FieldId::OnlyDay).kind else { panic!("no date") };
    assert_eq!((date, earliest), (day("2026-11-22"), day("2026-11-22")), "the value is kept");
    assert_eq!(keys(&again.field(FieldId::OnlyDay).errors), ["problem-already-over"]);
    let draft = again.date(FieldId::OnlyDay, "2026-11-23").on_to(WizardStep::Saving).draft();
    assert!(matches!(draft.schedule, Schedule::OneTime { date, .. } if date == day("2026-11-23")));
}

#[test]
fn a_draft_that_cannot_be_read_is_dropped() {
    let resume = |text: &str| WizardState::resume(text, &at_home()).unwrap_err();
    let text = half_way().state.keep().unwrap();
    assert_eq!(resume(""), DraftError::Unreadable);
    assert_eq!(resume("[]"), DraftError::Unreadable);
    assert_eq!(resume(&text[..text.len() / 2]), DraftError::Unreadable);
    assert_eq!(resume(&text.replace("\"recurring\"", "\"forever\"")), DraftError::Unreadable);
    assert_eq!(resume(&text.replace("\"version\":1", "\"version\":0")), DraftError::OtherVersion { found: 0 });
    assert_eq!(resume(r#"{"version":9,"something":"new"}"#), DraftError::OtherVersion { found: 9 });
}

#[test]
fn a_draft_belongs_to_its_profile() {
    let mut hand = WizardDriver::creating(with_office());
    let office = hand.context.profiles[1].profile.id;
    hand = hand.choose(FieldId::ForProfile, &office.to_string()).next();
    let text = hand.state.keep().unwrap();
    assert_eq!(WizardState::resume(&text, &at_home()).unwrap_err(), DraftError::ProfileGone);
}

#[test]
fn debug_output_holds_no_plate() {
    let hand = WizardDriver::creating(at_home())
        .choose(FieldId::TypeOfPass, "one_time")
        .on_to(WizardStep::Identifiers)
        .toggle(FieldId::Identifiers, "plate")
        .type_in(FieldId::LicencePlate, "ABC1234");
    let event =
        WizardEvent::Set { field: FieldId::LicencePlate, value: FieldValue::Text { text: "ABC1234".to_owned() } };
    let review = hand.clone().on_to(WizardStep::Review);
    let saving = review.clone().next();
    let shown = format!(
        "{:?} {:?} {event:?} {:?} {:?} {:?}",
        hand.state,
        hand.view(),
        review.view(),
        saving.state,
        saving.effects
    );
    assert!(!shown.contains("ABC1234"), "{shown}");
    assert_eq!(saving.draft().plate.as_deref(), Some("ABC1234"), "yet it is there");
}

proptest! {
    #[test]
    fn any_text_is_read_or_dropped(text in ".*") {
        prop_assert!(WizardState::resume(&text, &at_home()).is_err());
    }

    #[test]
    fn a_damaged_draft_never_panics(at in 0usize..600, byte in any::<u8>()) {
        let mut bytes = half_way().state.keep().unwrap().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(step) = WizardState::resume(&text, &at_home())
        {
            let hand = WizardDriver { state: step.state, effects: step.effects, context: at_home() };
            let _ = hand.view();
        }
    }
}
