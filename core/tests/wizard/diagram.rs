//! Every event in every state: accepted, or refused with a reason and nothing changed. The transitions seen are those
//! of the diagram in the module's documentation, no more and no fewer.

use std::collections::{BTreeMap, BTreeSet};

use gatepass_core::api::{FieldProblemBody, ProblemArguments};
use gatepass_core::wizard::{FieldId, FieldValue, Rejection, WizardEvent, WizardStep, step, view};

use super::world::{
    ANA, STREET, WizardDriver, at_home, at_home_with, day, instant, made, minute, policy, time, with_office,
};

/// At least one state for every step, in every shape that matters: with one profile and several, with and without
/// uses, on the way there and come back to from the review, new and edited, with something wrong before it.
fn states() -> Vec<WizardDriver> {
    let office = WizardDriver::creating(with_office());
    let chosen = office.clone().choose(FieldId::ForProfile, &ANA.to_string());
    let full = chosen.clone().next().choose(FieldId::TypeOfPass, "custom");
    let alone = WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, "one_time");
    let review = alone.clone().on_to(WizardStep::Review);
    let saving = review.clone().next();
    let pass = made(&saving.draft(), 0, &saving.context);
    let queued = saving.clone().act(WizardEvent::Queued);
    let saved = saving.clone().act(WizardEvent::Accepted { pass: pass.clone() });
    let share = saved.clone().next();
    let closed = share.clone().act(WizardEvent::Finish);
    let edit = WizardDriver::editing(&pass, at_home());
    let edit_saving = edit.clone().next();
    let off = at_home_with(gatepass_core::pass::Policy { passes_enabled: false, ..policy() });
    let mut office_off = with_office();
    office_off.profiles[0].profile.policy.passes_enabled = false;
    let unavailable_of_two =
        WizardDriver::creating(office_off.clone()).choose(FieldId::ForProfile, &ANA.to_string()).next();
    let mut stale = alone.clone().on_to(WizardStep::Doors);
    stale.context.now = instant("2026-11-30T12:00:00Z");
    let mut switched_off = full.clone().on_to(WizardStep::Identifiers);
    switched_off.context = office_off;
    let mut states = vec![
        office,
        chosen,
        full.clone(),
        alone.clone(),
        saving.clone(),
        queued,
        saved,
        share,
        closed,
        edit.clone(),
        edit_saving,
        WizardDriver::creating(off),
        unavailable_of_two,
        stale,
        switched_off,
    ];
    for walk in [full, alone] {
        let mut hand = walk;
        while hand.state.step() != WizardStep::Review {
            hand = hand.next();
            states.push(hand.clone());
        }
        for to in WizardStep::ALL {
            let mut there = hand.clone();
            if there.try_do(WizardEvent::Jump { step: to }).is_ok() {
                states.push(there);
            }
        }
    }
    states
}

fn events(saving: &WizardDriver) -> Vec<WizardEvent> {
    let pass = made(&saving.draft(), 0, &saving.context);
    let problem = |field: &str| FieldProblemBody {
        field: field.to_owned(),
        code: "missing".to_owned(),
        detail: "is missing".to_owned(),
        arguments: ProblemArguments::default(),
    };
    let failed = |fields: &[&str]| WizardEvent::Failed {
        problems: fields.iter().map(|field| problem(field)).collect(),
        detail: String::new(),
    };
    let mut events = vec![
        WizardEvent::Next,
        WizardEvent::Back,
        WizardEvent::Finish,
        WizardEvent::Cancel,
        WizardEvent::Refreshed { pass: None },
        WizardEvent::Refreshed { pass: Some(pass.clone()) },
        WizardEvent::Accepted { pass },
        WizardEvent::Queued,
        failed(&[]),
        failed(&["schedule.date"]),
        failed(&["doors", "name"]),
        WizardEvent::Shared,
    ];
    events.extend(WizardStep::ALL.map(|step| WizardEvent::Jump { step }));
    let text = || FieldValue::Text { text: "ABC 123".to_owned() };
    let values = [
        text(),
        FieldValue::Choice { id: "one_time".to_owned() },
        FieldValue::Choice { id: STREET.to_string() },
        FieldValue::Choice { id: ANA.to_string() },
        FieldValue::Choice { id: "message".to_owned() },
        FieldValue::Toggle { id: "qr".to_owned() },
        FieldValue::Choices { ids: vec!["mon".to_owned()] },
        FieldValue::Everything,
        FieldValue::Time { time: time("08:00") },
        FieldValue::Date { date: day("2026-12-01") },
        FieldValue::Moment { at: minute("2026-12-01T08:00") },
        FieldValue::Number { number: Some(2) },
    ];
    for field in FIELDS {
        events.extend(values.iter().map(|value| WizardEvent::Set { field, value: value.clone() }));
    }
    events
}

const FIELDS: [FieldId; 23] = [
    FieldId::ForProfile,
    FieldId::TypeOfPass,
    FieldId::Name,
    FieldId::Comment,
    FieldId::Guest,
    FieldId::Identifiers,
    FieldId::LicencePlate,
    FieldId::StartsAt,
    FieldId::EndsAt,
    FieldId::Weekdays,
    FieldId::WindowFrom,
    FieldId::WindowTo,
    FieldId::FirstDay,
    FieldId::LastDay,
    FieldId::OnlyDay,
    FieldId::TimeZone,
    FieldId::VisitLimit,
    FieldId::DailyLimit,
    FieldId::Doors,
    FieldId::Times,
    FieldId::TrialDoor,
    FieldId::TrialMoment,
    FieldId::ShareAs,
];

fn label(event: &WizardEvent) -> &'static str {
    match event {
        WizardEvent::Set { .. } => "Set",
        WizardEvent::Next => "Next",
        WizardEvent::Back => "Back",
        WizardEvent::Jump { .. } => "Jump",
        WizardEvent::Finish => "Finish",
        WizardEvent::Cancel => "Cancel",
        WizardEvent::Refreshed { .. } => "Refreshed",
        WizardEvent::Accepted { .. } => "Accepted",
        WizardEvent::Queued => "Queued",
        WizardEvent::Failed { .. } => "Failed",
        WizardEvent::Shared => "Shared",
    }
}

/// How the diagram draws a transition: moving on and back between the steps to fill in by itself, all else for these
/// steps together.
fn line(from: WizardStep, event: &WizardEvent, to: WizardStep) -> String {
    let label = label(event);
    let group = |step: WizardStep| {
        if step.is_filled_in() { "FillingIn".to_owned() } else { format!("{step:?}") }
    };
    match (from.is_filled_in() && to.is_filled_in(), event) {
        (true, WizardEvent::Next) if to < from => {
            "FillingIn --> FillingIn: Next, back to what is no longer right".to_owned()
        }
        (true, WizardEvent::Next | WizardEvent::Back) => format!("{from:?} --> {to:?}: {label}"),
        _ if from == WizardStep::Review && to == WizardStep::Saving => format!("Review --> Saving: {label}"),
        _ => format!("{} --> {}: {label}", group(from), group(to)),
    }
}

#[test]
fn every_event_in_every_state() {
    let states = states();
    let seen: BTreeSet<WizardStep> = states.iter().map(|hand| hand.state.step()).collect();
    assert_eq!(seen, BTreeSet::from(WizardStep::ALL), "every step is among the states");
    let saving = states.iter().find(|hand| hand.state.step() == WizardStep::Saving).unwrap().clone();
    let events = events(&saving);
    let mut accepted = BTreeMap::<String, BTreeSet<&str>>::new();
    let mut drawn = BTreeSet::new();
    let mut cancelled = BTreeSet::new();
    for hand in &states {
        let from = hand.state.step();
        for event in &events {
            let contexts = match event {
                WizardEvent::Refreshed { .. } => {
                    let mut off = hand.context.clone();
                    off.profiles[0].profile.policy.passes_enabled = !off.profiles[0].profile.policy.passes_enabled;
                    let mut later = hand.context.clone();
                    later.now = instant("2026-12-24T12:00:00Z");
                    vec![hand.context.clone(), off, later]
                }
                _ => vec![hand.context.clone()],
            };
            for context in contexts {
                let before = hand.state.clone();
                match step(&hand.state, event.clone(), &context) {
                    Ok(next) => {
                        let to = next.state.step();
                        assert_eq!(view(&next.state, &context).step, to);
                        accepted.entry(format!("{from:?}")).or_default().insert(label(event));
                        if from != to {
                            drawn.insert(line(from, event, to));
                        }
                        if *event == WizardEvent::Cancel {
                            cancelled.insert(from);
                        }
                    }
                    Err(rejection) => {
                        assert_eq!(hand.state, before);
                        assert!(!rejection.to_string().is_empty());
                        if let Rejection::NotNow { step } = rejection {
                            assert_eq!(step, from);
                        }
                    }
                }
            }
        }
    }
    let fits: BTreeMap<&str, &str> = BTreeMap::from([
        ("ChooseProfile", "Cancel Jump Next Refreshed Set"),
        ("ChooseType", "Back Cancel Jump Next Refreshed Set"),
        ("About", "Back Cancel Jump Next Refreshed Set"),
        ("Identifiers", "Back Cancel Jump Next Refreshed Set"),
        ("Schedule", "Back Cancel Jump Next Refreshed Set"),
        ("Uses", "Back Cancel Jump Next Refreshed Set"),
        ("Doors", "Back Cancel Jump Next Refreshed Set"),
        ("Review", "Back Cancel Jump Next Refreshed Set"),
        ("Saving", "Accepted Failed Queued Refreshed"),
        ("Saved", "Accepted Failed Finish Next Refreshed"),
        ("Share", "Back Finish Next Refreshed Set Shared"),
        ("Unavailable", "Back Cancel Refreshed"),
    ]);
    let accepted: BTreeMap<&str, String> = accepted
        .iter()
        .map(|(from, labels)| (from.as_str(), labels.iter().copied().collect::<Vec<_>>().join(" ")))
        .collect();
    assert_eq!(accepted, fits.into_iter().map(|(from, labels)| (from, labels.to_owned())).collect());
    assert!(WizardStep::ALL.iter().filter(|step| step.is_filled_in()).all(|step| cancelled.contains(step)));
    assert_eq!(drawn, diagram(), "the diagram in the module's documentation");
}

/// The transitions drawn in the module's documentation, but for those that begin and end it.
fn diagram() -> BTreeSet<String> {
    include_str!("../../src/wizard/mod.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .filter(|line| line.contains(" --> ") && !line.contains("[*]"))
        .map(str::to_owned)
        .collect()
}
