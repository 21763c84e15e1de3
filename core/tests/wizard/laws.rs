//! What holds whatever the resident does.

use gatepass_core::pass::{IdentifierKind, PassType, Policy, Rules};
use gatepass_core::wizard::{
    Effect, FieldId, FieldKind, FieldValue, Rejection, WizardContext, WizardEvent, WizardState, WizardStep,
};
use proptest::prelude::*;
use serde_json::Value;

use super::world::{LOBBY, WizardDriver, at_home, at_home_with, instant, made, minute, policy, with_office};

/// What a shell may do with the view before it: so that random walks get somewhere.
#[derive(Clone, Debug)]
enum Move {
    Next,
    Back,
    Jump(prop::sample::Index),
    Button(prop::sample::Index),
    /// Does something to a field the view shows.
    Touch(prop::sample::Index, prop::sample::Index, u32),
    /// Anything at all.
    Anything(Box<WizardEvent>),
    Refresh,
    Restart,
    Outcome(u8),
}

fn moves() -> impl Strategy<Value = Move> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        6 => Just(Move::Next),
        2 => Just(Move::Back),
        1 => index().prop_map(Move::Jump),
        1 => index().prop_map(Move::Button),
        8 => (index(), index(), any::<u32>()).prop_map(|(field, choice, n)| Move::Touch(field, choice, n)),
        1 => anything().prop_map(|event| Move::Anything(Box::new(event))),
        1 => Just(Move::Refresh),
        1 => Just(Move::Restart),
        2 => (0u8..4).prop_map(Move::Outcome),
    ]
}

fn anything() -> impl Strategy<Value = WizardEvent> {
    let fields = prop::sample::select(vec![
        FieldId::TypeOfPass,
        FieldId::Identifiers,
        FieldId::FirstDay,
        FieldId::EndsAt,
        FieldId::TimeZone,
        FieldId::Doors,
        FieldId::TrialDoor,
        FieldId::ShareAs,
        FieldId::Times,
    ]);
    let values = prop_oneof![
        ".{0,20}".prop_map(|text| FieldValue::Text { text }),
        ".{0,20}".prop_map(|id| FieldValue::Choice { id }),
        ".{0,20}".prop_map(|id| FieldValue::Toggle { id }),
        Just(FieldValue::Everything),
        any::<Option<u32>>().prop_map(|number| FieldValue::Number { number }),
        Just(FieldValue::Date { date: chrono::NaiveDate::MAX }),
        Just(FieldValue::Moment { at: minute("9999-12-31T23:59") }),
    ];
    (fields, values).prop_map(|(field, value)| WizardEvent::Set { field, value })
}

fn contexts() -> impl Strategy<Value = WizardContext> {
    let policy = (0u16..400, 0u16..400, prop::sample::subsequence(PassType::ALL.to_vec(), 1..=5), any::<bool>())
        .prop_map(|(longest_days, ahead_days, types, plates)| {
            let mut identifiers = vec![IdentifierKind::Qr, IdentifierKind::Link];
            identifiers.extend(plates.then_some(IdentifierKind::Plate));
            Policy { longest_days, ahead_days, types, identifiers, ..policy() }
        });
    let zone = prop::sample::select(vec!["America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]);
    prop_oneof![
        3 => Just(at_home()),
        1 => Just(with_office()),
        3 => (policy, zone).prop_map(|(policy, zone)| {
            let mut context = at_home_with(policy);
            zone.clone_into(&mut context.profiles[0].profile.site.time_zone);
            context.phone_zone = Some(super::world::new_york());
            context
        }),
    ]
}

/// An event for a field, made from what the view shows of it.
fn touch(kind: &FieldKind, choice: prop::sample::Index, n: u32) -> Option<FieldValue> {
    let id = |choices: &[gatepass_core::wizard::Choice]| (!choices.is_empty()).then(|| choice.get(choices).id.clone());
    let days = |n: u32| chrono::TimeDelta::days(i64::from(n % 500) - 60);
    Some(match kind {
        FieldKind::ChooseOne { choices } => FieldValue::Choice { id: id(choices)? },
        FieldKind::ChooseSeveral { choices, .. } if !n.is_multiple_of(5) => FieldValue::Toggle { id: id(choices)? },
        FieldKind::ChooseSeveral { .. } => FieldValue::Everything,
        FieldKind::Text { .. } => FieldValue::Text { text: "B 1".repeat((n % 40) as usize) },
        FieldKind::TimeOfDay { .. } => {
            FieldValue::Time { time: minute("2026-01-01T00:00").plus_minutes(i64::from(n % 1440)).time() }
        }
        // A field may hold the calendar's last day, which `Anything` sets.
        FieldKind::Day { date, .. } => FieldValue::Date { date: date.checked_add_signed(days(n)).unwrap_or(*date) },
        FieldKind::Moment { at, .. } => {
            FieldValue::Moment { at: at.plus_days(days(n).num_days()).plus_minutes(i64::from(n % 1000)) }
        }
        FieldKind::Number { .. } => FieldValue::Number { number: (!n.is_multiple_of(4)).then_some(n % 12_000) },
        FieldKind::Summary { .. } => return None,
    })
}

fn entered(state: &WizardState) -> Option<Value> {
    let kept: Value = serde_json::from_str(&state.keep()?).unwrap();
    let mut entered = kept["state"]["entered"].clone();
    // The only type a site allows is filled in on the way.
    entered["kind"].take();
    Some(entered)
}

fn event_of(hand: &WizardDriver, next: &Move) -> Option<WizardEvent> {
    let view = hand.view();
    Some(match next {
        Move::Next => WizardEvent::Next,
        Move::Back => WizardEvent::Back,
        Move::Jump(index) => WizardEvent::Jump { step: *index.get(&WizardStep::ALL) },
        Move::Button(index) => {
            let buttons: Vec<_> =
                view.primary.into_iter().chain(view.secondary).filter(|b| b.event != WizardEvent::Cancel).collect();
            if buttons.is_empty() {
                return None;
            }
            index.get(&buttons).event.clone()
        }
        Move::Touch(field, choice, n) => {
            if view.fields.is_empty() {
                return None;
            }
            let field = field.get(&view.fields);
            WizardEvent::Set { field: field.id, value: touch(&field.kind, *choice, *n)? }
        }
        Move::Anything(event) => (**event).clone(),
        Move::Refresh => WizardEvent::Refreshed { pass: None },
        Move::Outcome(0) => WizardEvent::Queued,
        Move::Outcome(1) => WizardEvent::Failed { problems: Vec::new(), detail: "no".to_owned() },
        Move::Outcome(2) => {
            let [Effect::Create { draft, .. }] = hand.effects.as_slice() else { return None };
            WizardEvent::Accepted { pass: made(draft, 0, &hand.context) }
        }
        Move::Outcome(_) => WizardEvent::Shared,
        Move::Restart => return None,
    })
}

/// One move, and everything that must hold around it.
fn play(hand: &mut WizardDriver, next: &Move) {
    let view = hand.view();
    for button in view.primary.iter().chain(&view.secondary).filter(|button| button.enabled) {
        let mut pressed = hand.clone();
        assert!(pressed.try_do(button.event.clone()).is_ok(), "a button that does nothing: {button:?}");
    }
    assert_eq!(hand.clone().try_do(WizardEvent::Back).is_ok(), view.can_go_back);
    if let Move::Restart = next {
        if let Some(text) = hand.state.keep() {
            let resumed = WizardState::resume(&text, &hand.context).unwrap();
            let before = entered(&hand.state);
            assert_eq!(entered(&resumed.state), before, "a restart loses nothing");
            hand.state = resumed.state;
            hand.effects = resumed.effects;
        }
        return;
    }
    let Some(event) = event_of(hand, next) else { return };
    let (before, at) = (entered(&hand.state), hand.state.step());
    let field = match &event {
        WizardEvent::Set { field, .. } => view.fields.iter().find(|shown| shown.id == *field).cloned(),
        _ => None,
    };
    let result = hand.try_do(event.clone());
    match (&event, field) {
        (WizardEvent::Set { value: FieldValue::Choice { id }, .. }, Some(field)) => {
            if let FieldKind::ChooseOne { choices } = field.kind
                && let Some(choice) = choices.iter().find(|choice| choice.id == *id)
            {
                let offered = choice.enabled || choice.chosen;
                let taken = !matches!(result, Err(Rejection::ChoiceNotOffered { .. }));
                assert_eq!(offered, taken, "the view and the machine agree on {choice:?}");
            }
        }
        (WizardEvent::Next, _) if at.is_filled_in() => {
            let moved_on = hand.state.step() > at && hand.state.step() != WizardStep::Unavailable;
            assert_eq!(view.can_go_next, moved_on, "the view foretells what Next does at {at:?}");
        }
        _ => {}
    }
    if matches!(event, WizardEvent::Next | WizardEvent::Back | WizardEvent::Jump { .. })
        && let Some(after) = entered(&hand.state)
    {
        assert_eq!(Some(after), before, "going about loses nothing");
    }
    for effect in result.iter().flat_map(|()| &hand.effects) {
        if let Effect::Create { draft, profile, .. } = effect {
            let home = hand.context.profiles.iter().find(|home| home.profile.id == *profile).unwrap();
            let rules = Rules {
                now: hand.context.now,
                policy: &home.profile.policy,
                doors: &home.profile.draft_doors(),
                live_passes: home.live_passes,
                editing: None,
            };
            assert_eq!(draft.check(&rules), Ok(()), "only sound passes are asked for");
        }
    }
}

/// From wherever the resident got to, a pass can be made by going to the start and choosing well.
fn make_a_pass(mut hand: WizardDriver) -> WizardStep {
    if !hand.state.step().is_filled_in() {
        return WizardStep::Saving;
    }
    while hand.try_do(WizardEvent::Back).is_ok() {}
    for _ in 0..16 {
        let at = hand.state.step();
        let id = hand.context.profiles[0].profile.id.to_string();
        hand = match at {
            WizardStep::ChooseProfile => hand.choose(FieldId::ForProfile, &id),
            WizardStep::ChooseType => hand.choose(FieldId::TypeOfPass, "full_day"),
            WizardStep::About => hand.type_in(FieldId::Name, "").type_in(FieldId::Comment, ""),
            WizardStep::Identifiers => {
                hand.set(FieldId::Identifiers, FieldValue::Choices { ids: vec!["qr".to_owned()] })
            }
            WizardStep::Schedule => hand.date(FieldId::OnlyDay, "2026-11-23"),
            WizardStep::Uses => hand.number(FieldId::VisitLimit, None),
            WizardStep::Doors => hand.set(FieldId::Doors, FieldValue::Choices { ids: vec![LOBBY.to_string()] }),
            _ => hand,
        }
        .next();
        if hand.state.step() == WizardStep::Saving {
            break;
        }
    }
    hand.state.step()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_happens(context in contexts(), moves in prop::collection::vec(moves(), 1..40)) {
        let mut hand = WizardDriver::creating(context);
        for next in &moves {
            play(&mut hand, next);
        }
        // The end can always be reached.
        let ends = [WizardEvent::Queued, WizardEvent::Finish, WizardEvent::Cancel];
        for event in ends {
            let _ = hand.try_do(event);
        }
        prop_assert_eq!(hand.state.step(), WizardStep::Closed);
    }

    #[test]
    fn a_pass_can_always_still_be_made(office in any::<bool>(), moves in prop::collection::vec(moves(), 1..30)) {
        let mut hand = WizardDriver::creating(if office { with_office() } else { at_home() });
        for next in &moves {
            if let Some(event) = event_of(&hand, next) {
                let _ = hand.try_do(event);
            }
        }
        prop_assert_eq!(make_a_pass(hand), WizardStep::Saving);
    }

    #[test]
    fn a_night_may_pass_at_any_point(moves in prop::collection::vec(moves(), 1..30), days in 0i64..800) {
        let mut hand = WizardDriver::creating(at_home());
        for next in &moves {
            if let Some(event) = event_of(&hand, next) {
                let _ = hand.try_do(event);
            }
        }
        hand.context.now = instant(super::world::NOW) + chrono::TimeDelta::days(days);
        play(&mut hand, &Move::Restart);
        play(&mut hand, &Move::Next);
    }
}
