//! Each of the five types, by the fewest events, and what a change of type keeps.

use gatepass_core::pass::{GuestKind, IdentifierKind, PassDraft, Schedule, UseLimits, Weekly};
use gatepass_core::time::{Days, Weekday};
use gatepass_core::wizard::{Effect, FieldId, FieldKind, FieldValue, WizardEvent, WizardStep};

use super::world::{
    ANA, ANA_AT_WORK, LOBBY, PASS, STREET, WizardDriver, at_home, day, keys, made, minute, new_york, time, with_office,
    zone,
};

fn of_type(kind: &str) -> WizardDriver {
    WizardDriver::creating(at_home()).choose(FieldId::TypeOfPass, kind)
}

fn usual(schedule: Schedule, uses: UseLimits) -> PassDraft {
    PassDraft {
        name: String::new(),
        comment: String::new(),
        guest: GuestKind::Guest,
        schedule,
        uses,
        doors: vec![STREET, LOBBY],
        identifiers: vec![IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link],
        plate: None,
    }
}

fn weekly(days: Days) -> Weekly {
    Weekly {
        days,
        from: time("09:00"),
        to: time("17:00"),
        starts: day("2026-11-22"),
        expires: day("2026-12-22"),
        time_zone: new_york(),
    }
}

#[test]
fn custom_duration_is_now_for_a_day_and_one_use() {
    let hand = of_type("custom").on_to(WizardStep::Saving);
    let schedule = Schedule::Custom {
        starts_at: minute("2026-11-22T10:00"),
        ends_at: minute("2026-11-23T10:00"),
        time_zone: new_york(),
    };
    assert_eq!(hand.draft(), usual(schedule, UseLimits::ONCE));
    assert!(matches!(hand.effects[0], Effect::Create { id: PASS, profile: ANA, .. }));
}

#[test]
fn recurring_access_asks_for_a_weekday() {
    let hand = of_type("recurring").on_to(WizardStep::Schedule);
    assert!(hand.field(FieldId::Weekdays).errors.is_empty(), "nothing was touched yet");
    let refused = hand.clone().next();
    assert_eq!(refused.state.step(), WizardStep::Schedule);
    assert_eq!(keys(&refused.field(FieldId::Weekdays).errors), ["problem-no-weekday"]);
    let hand = hand.toggle(FieldId::Weekdays, "tue").toggle(FieldId::Weekdays, "thu").on_to(WizardStep::Saving);
    let schedule = Schedule::Recurring(weekly(Days::of(&[Weekday::Tue, Weekday::Thu])));
    assert_eq!(hand.draft(), usual(schedule, UseLimits::UNLIMITED));
}

#[test]
fn business_hours_are_monday_to_friday() {
    let hand = of_type("business_hours").on_to(WizardStep::Saving);
    assert_eq!(hand.draft(), usual(Schedule::BusinessHours(weekly(Days::WORKDAYS)), UseLimits::UNLIMITED));
}

#[test]
fn a_full_day_is_today() {
    let hand = of_type("full_day").on_to(WizardStep::Saving);
    let schedule = Schedule::FullDay { date: day("2026-11-22"), time_zone: new_york() };
    assert_eq!(hand.draft(), usual(schedule, UseLimits::UNLIMITED));
}

#[test]
fn a_one_time_pass_has_no_uses_to_choose() {
    let hand = of_type("one_time").on_to(WizardStep::Schedule).next();
    assert_eq!(hand.state.step(), WizardStep::Doors, "uses are skipped");
    let review = hand.next();
    let FieldKind::Summary { lines, .. } = review.field(FieldId::VisitLimit).kind else { panic!("no summary") };
    assert_eq!(keys(&lines), ["uses-once"]);
    let hand = review.next();
    let schedule = Schedule::OneTime { date: day("2026-11-22"), time_zone: new_york() };
    assert_eq!(hand.draft(), usual(schedule, UseLimits::ONCE));
}

#[test]
fn everything_that_can_be_entered_arrives() {
    let hand = of_type("recurring")
        .next()
        .choose(FieldId::Guest, "courier")
        .type_in(FieldId::Name, " Dog walker ")
        .type_in(FieldId::Comment, "Has the spare lead")
        .next()
        .set(FieldId::Identifiers, FieldValue::Choices { ids: vec!["plate".into(), "code".into()] })
        .type_in(FieldId::LicencePlate, " ABC 1234 ")
        .next()
        .set(FieldId::Weekdays, FieldValue::Everything)
        .set(FieldId::WindowFrom, FieldValue::Time { time: time("22:00") })
        .set(FieldId::WindowTo, FieldValue::Time { time: time("06:00") })
        .date(FieldId::FirstDay, "2026-12-01")
        .date(FieldId::LastDay, "2027-05-01")
        .next()
        .number(FieldId::VisitLimit, Some(40))
        .number(FieldId::DailyLimit, Some(2))
        .next()
        .toggle(FieldId::Doors, &LOBBY.to_string())
        .on_to(WizardStep::Saving);
    let expected = PassDraft {
        name: "Dog walker".to_owned(),
        comment: "Has the spare lead".to_owned(),
        guest: GuestKind::Courier,
        schedule: Schedule::Recurring(Weekly {
            days: Days::EVERY,
            from: time("22:00"),
            to: time("06:00"),
            starts: day("2026-12-01"),
            expires: day("2027-05-01"),
            time_zone: new_york(),
        }),
        uses: UseLimits { limit: Some(40), per_day: Some(2) },
        doors: vec![STREET],
        identifiers: vec![IdentifierKind::Code, IdentifierKind::Plate],
        plate: Some("ABC 1234".to_owned()),
    };
    assert_eq!(hand.draft(), expected);
}

#[test]
fn a_change_of_type_keeps_what_still_fits() {
    let hand = of_type("recurring")
        .on_to(WizardStep::Schedule)
        .toggle(FieldId::Weekdays, "sat")
        .set(FieldId::WindowFrom, FieldValue::Time { time: time("14:20") })
        .set(FieldId::WindowTo, FieldValue::Time { time: time("15:20") })
        .date(FieldId::FirstDay, "2026-12-05")
        .date(FieldId::LastDay, "2026-12-24")
        .next()
        .number(FieldId::VisitLimit, Some(3))
        .on_to(WizardStep::Review);
    let kept = Weekly {
        days: Days::of(&[Weekday::Sat]),
        from: time("14:20"),
        to: time("15:20"),
        starts: day("2026-12-05"),
        expires: day("2026-12-24"),
        time_zone: new_york(),
    };
    let as_type = |kind: &str| {
        let changed = hand.clone().jump(WizardStep::ChooseType).choose(FieldId::TypeOfPass, kind);
        changed.jump(WizardStep::Review).next().draft()
    };
    let three = UseLimits { limit: Some(3), per_day: None };
    let business = as_type("business_hours");
    assert_eq!((business.schedule, business.uses), (Schedule::BusinessHours(kept.clone()), three));
    let full_day = as_type("full_day");
    assert_eq!(full_day.schedule, Schedule::FullDay { date: day("2026-12-05"), time_zone: new_york() });
    assert_eq!(full_day.uses, three);
    let one_time = as_type("one_time");
    assert_eq!(one_time.schedule, Schedule::OneTime { date: day("2026-12-05"), time_zone: new_york() });
    assert_eq!(one_time.uses, UseLimits::ONCE);
    let Schedule::Custom { starts_at, ends_at, .. } = as_type("custom").schedule else { panic!("not custom") };
    assert_eq!((starts_at.date(), ends_at.date()), (day("2026-12-05"), day("2026-12-06")));

    // There and back, nothing is lost, the limit included.
    let there = hand.jump(WizardStep::ChooseType).choose(FieldId::TypeOfPass, "one_time").jump(WizardStep::Review);
    let back = there.jump(WizardStep::ChooseType).choose(FieldId::TypeOfPass, "recurring").jump(WizardStep::Review);
    let draft = back.next().draft();
    assert_eq!((draft.schedule, draft.uses), (Schedule::Recurring(kept), three));
}

#[test]
fn an_end_not_entered_follows_the_start() {
    let hand = of_type("custom").on_to(WizardStep::Schedule).moment(FieldId::StartsAt, "2026-12-24T18:00");
    let FieldKind::Moment { at, .. } = hand.field(FieldId::EndsAt).kind else { panic!("no moment") };
    assert_eq!(at, minute("2026-12-25T18:00"));
    let hand = hand.moment(FieldId::EndsAt, "2026-12-24T17:00");
    assert_eq!(keys(&hand.field(FieldId::EndsAt).errors), ["problem-ends-before-start"]);
    assert!(hand.view().preview.is_none(), "there is nothing to foretell");
    assert!(!hand.view().can_go_next);
}

#[test]
fn a_pass_is_for_the_chosen_profile() {
    let hand = WizardDriver::creating(with_office());
    assert_eq!(hand.state.step(), WizardStep::ChooseProfile);
    let refused = hand.clone().next();
    assert_eq!(keys(&refused.field(FieldId::ForProfile).errors), ["problem-missing"]);
    let hand = hand
        .choose(FieldId::ForProfile, &ANA_AT_WORK.to_string())
        .next()
        .choose(FieldId::TypeOfPass, "full_day")
        .on_to(WizardStep::Saving);
    assert!(matches!(hand.effects[0], Effect::Create { profile: ANA_AT_WORK, .. }));
    let draft = hand.draft();
    assert_eq!(draft.doors, [STREET]);
    // It is 16:00 in Berlin.
    assert_eq!(draft.schedule, Schedule::FullDay { date: day("2026-11-22"), time_zone: zone("Europe/Berlin") });
}

#[test]
fn made_then_shared() {
    let hand = of_type("one_time").on_to(WizardStep::Saving);
    assert!(hand.view().busy);
    let pass = made(&hand.draft(), 0, &hand.context);
    let queued = hand.clone().act(WizardEvent::Queued);
    assert_eq!(queued.view().title.id(), "title-queued");
    assert_eq!(queued.view().primary.unwrap().label.id(), "button-done");
    let share = queued.view().secondary[0].clone();
    assert!(!share.enabled && share.why_not.unwrap().id() == "why-share-not-yet");
    let ready = queued.act(WizardEvent::Accepted { pass });
    assert_eq!(ready.view().primary.unwrap().label.id(), "button-share");
    let sharing = ready.next();
    assert!(!sharing.choice(FieldId::ShareAs, "link").enabled, "the pass has no link");
    let mut sharing = sharing.choose(FieldId::ShareAs, "qr").next();
    assert!(matches!(sharing.effects[..], [Effect::Share { id: PASS, .. }]));
    sharing = sharing.act(WizardEvent::Shared);
    assert_eq!(keys(&sharing.view().notices), ["notice-shared"]);
    let closed = sharing.act(WizardEvent::Finish);
    assert_eq!((closed.state.step(), closed.effects), (WizardStep::Closed, vec![Effect::Close]));
}

#[test]
fn a_refusal_lands_on_the_step_of_its_field() {
    let problem = |field: &str, code: &str| gatepass_core::api::FieldProblemBody {
        field: field.to_owned(),
        code: code.to_owned(),
        detail: "in the server's words".to_owned(),
        arguments: gatepass_core::api::ProblemArguments::default(),
    };
    let failed = |problems, detail: &str| {
        let hand = of_type("full_day").on_to(WizardStep::Saving);
        hand.act(WizardEvent::Failed { problems, detail: detail.to_owned() })
    };
    let hand = failed(vec![problem("doors", "door_not_held"), problem("schedule.date", "too_long")], "");
    assert_eq!(hand.state.step(), WizardStep::Schedule);
    // The server's words where the code alone does not say all; gone once the field is changed.
    assert_eq!(keys(&hand.field(FieldId::OnlyDay).errors), ["verbatim"]);
    let hand = hand.date(FieldId::OnlyDay, "2026-11-24");
    assert!(hand.field(FieldId::OnlyDay).errors.is_empty());
    let hand = hand.on_to(WizardStep::Doors);
    assert_eq!(keys(&hand.field(FieldId::Doors).errors), ["problem-door-not-held"]);

    let hand = failed(vec![problem("moon_phase", "wrong")], "");
    assert_eq!((hand.state.step(), keys(&hand.view().problems)), (WizardStep::Review, vec!["verbatim"]));
    let hand = failed(Vec::new(), "the server is being repaired");
    assert_eq!((hand.state.step(), keys(&hand.view().notices)), (WizardStep::Review, vec!["notice-failed"]));
    assert!(matches!(hand.next().effects[..], [Effect::Create { id: PASS, .. }]), "and can be tried again");
}
