//! The openings a resident is shown before the pass exists, and "will it open this door then?".

use gatepass_core::pass::Timetable;
use gatepass_core::wizard::{FieldId, FieldValue, WizardContext, WizardStep};

use super::world::{LOBBY, ROOF, STREET, WizardDriver, at_home, instant, minute, new_york, time, zone};

fn at(now: &str) -> WizardContext {
    WizardContext { now: instant(now), ..at_home() }
}

fn tuesdays() -> WizardDriver {
    WizardDriver::creating(at_home())
        .choose(FieldId::TypeOfPass, "recurring")
        .on_to(WizardStep::Schedule)
        .toggle(FieldId::Weekdays, "tue")
        .set(FieldId::WindowFrom, FieldValue::Time { time: time("14:20") })
        .set(FieldId::WindowTo, FieldValue::Time { time: time("15:20") })
        .date(FieldId::LastDay, "2027-05-01")
}

#[test]
fn the_next_openings_are_those_of_the_timetable() {
    let hand = tuesdays();
    let preview = hand.view().preview.unwrap();
    assert!(preview.more && preview.zone_note.is_none());
    assert_eq!(preview.time_zone, "America/New_York");
    let draft = hand.on_to(WizardStep::Saving).draft();
    let openings: Vec<_> = Timetable::of(&draft.schedule).openings(at_home().now).take(5).collect();
    assert_eq!(preview.openings.len(), 5);
    for (shown, opening) in preview.openings.iter().zip(openings) {
        assert_eq!((shown.from, shown.to), (opening.from, opening.to));
    }
    let first = preview.openings[0];
    assert_eq!(first.from, instant("2026-11-24T19:20:00Z"));
    assert_eq!((first.local_from, first.local_to), (minute("2026-11-24T14:20"), minute("2026-11-24T15:20")));
    assert_eq!(first.minutes, 60);
}

#[test]
fn a_full_day_on_a_clock_change_has_23_or_25_hours() {
    let length = |now: &str| {
        let hand = WizardDriver::creating(at(now)).choose(FieldId::TypeOfPass, "full_day").on_to(WizardStep::Schedule);
        hand.view().preview.unwrap().openings[0].minutes
    };
    assert_eq!(length("2026-03-08T15:00:00Z"), 23 * 60);
    assert_eq!(length("2026-11-01T15:00:00Z"), 25 * 60);
    assert_eq!(length("2026-11-02T15:00:00Z"), 24 * 60);
}

#[test]
fn a_phone_on_another_clock_is_told_so() {
    let note = |phone: &str| {
        let mut hand = tuesdays();
        hand.context.phone_zone = Some(zone(phone));
        hand.view().preview.unwrap().zone_note.map(|note| note.id())
    };
    assert_eq!(note("America/New_York"), None);
    assert_eq!(note("America/Toronto"), None, "the same clock by another name");
    assert_eq!(note("Europe/Madrid"), Some("zone-note-phone"));
}

#[test]
fn the_clock_can_be_the_phones() {
    let mut hand = tuesdays();
    assert!(!hand.view().fields.iter().any(|field| field.id == FieldId::TimeZone), "there is no choice");
    hand.context.phone_zone = Some(zone("Europe/Madrid"));
    assert_eq!(hand.choice(FieldId::TimeZone, "America/New_York").label.id(), "zone-of-site");
    let hand = hand.choose(FieldId::TimeZone, "Europe/Madrid");
    let preview = hand.view().preview.unwrap();
    assert_eq!(preview.openings[0].from, instant("2026-11-24T13:20:00Z"));
    assert_eq!(preview.zone_note.unwrap().id(), "zone-note-site");
}

#[test]
fn will_it_open_this_door_then() {
    let hand = tuesdays().on_to(WizardStep::Review);
    let trial = |hand: &WizardDriver| {
        let trial = hand.view().preview.unwrap().trial.unwrap();
        (trial.opens, trial.answer.id(), trial.next_opening.map(|next| next.local_from))
    };
    assert_eq!(trial(&hand), (true, "trial-opens", None), "asked about the first door at the next opening");
    let ask = |door, at: &str| trial(&hand.clone().choose(FieldId::TrialDoor, door).moment(FieldId::TrialMoment, at));
    let (street, lobby, roof) = (STREET.to_string(), LOBBY.to_string(), ROOF.to_string());
    assert_eq!(ask(&lobby, "2026-12-01T15:19"), (true, "trial-opens", None));
    let second = Some(minute("2026-12-01T14:20"));
    assert_eq!(ask(&street, "2026-11-24T15:20"), (false, "trial-outside-hours", second));
    let first = Some(minute("2026-11-24T14:20"));
    assert_eq!(ask(&street, "2026-11-23T15:00"), (false, "trial-not-active", first));
    assert_eq!(ask(&street, "2027-05-04T15:00"), (false, "trial-expired", None));
    assert_eq!(ask(&roof, "2026-11-24T15:00"), (false, "trial-wrong-door", None));
    assert_eq!(new_york().first_instant_of(minute("2026-11-24T14:20")), instant("2026-11-24T19:20:00Z"));
}

#[test]
fn early_arrival_counts_as_at_the_door() {
    let mut hand = tuesdays().on_to(WizardStep::Review).moment(FieldId::TrialMoment, "2026-11-24T14:10");
    assert!(!hand.view().preview.unwrap().trial.unwrap().opens);
    hand.context.profiles[0].profile.policy.early_arrival_minutes = 15;
    assert!(hand.view().preview.unwrap().trial.unwrap().opens);
}
