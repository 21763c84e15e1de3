//! Every sentence, in every language.

use gatepass_core::pass::GuestKind;
use gatepass_core::share::{Language, generated_name};
use gatepass_core::time::Days;
use gatepass_core::wizard::{FieldId, FieldValue, Phrase, WizardStep};

use super::world::{WizardDriver, at_home, day, keys, minute, time};

#[test]
fn dates_times_and_weekdays_are_said_as_the_language_says_them() {
    let interval =
        Phrase::SummaryInterval { from: minute("2026-11-24T14:20").into(), to: minute("2026-11-25T01:05").into() };
    assert_eq!(
        interval.say(Language::English),
        "From Tuesday, November 24, 2026 at 2:20 PM until Wednesday, November 25, 2026 at 1:05 AM"
    );
    assert_eq!(
        interval.say(Language::Spanish),
        "Desde el martes, 24 de noviembre de 2026 a las 14:20 hasta el miércoles, 25 de noviembre de 2026 a la 01:05"
    );
    let window = Phrase::SummaryWindow { from: time("09:00").into(), to: time("17:30").into() };
    assert_eq!(window.say(Language::English), "From 9:00 AM to 5:30 PM");
    assert_eq!(window.say(Language::Spanish), "De 09:00 a 17:30");
    let days = Phrase::SummaryWeekdays { days: Days::WORKDAYS.into() };
    assert_eq!(days.say(Language::English), "Monday to Friday");
    assert_eq!(days.say(Language::Spanish), "De lunes a viernes");
}

#[test]
fn a_name_with_braces_is_said_as_it_is() {
    let name = Phrase::Verbatim { text: "{0} { $text } {".to_owned() };
    assert_eq!(name.say(Language::English), "{0} { $text } {");
}

#[test]
fn a_skipped_name_is_generated_in_each_language() {
    let date = day("2026-11-22");
    for (language, said) in [
        (Language::English, "Courier, 22 Nov"),
        (Language::Spanish, "Mensajero, 22 nov"),
        (Language::Arabic, "مندوب توصيل، 22 نوفمبر"),
    ] {
        assert_eq!(generated_name(GuestKind::Courier, date, language), said);
    }
}

#[test]
fn nothing_is_said_to_be_wrong_before_it_was_touched() {
    let mut hand = WizardDriver::creating(at_home());
    while hand.state.step() != WizardStep::Review {
        for field in hand.view().fields {
            assert!(field.errors.is_empty(), "{field:?}");
        }
        hand = match hand.state.step() {
            WizardStep::ChooseType => hand.choose(FieldId::TypeOfPass, "recurring"),
            WizardStep::Schedule => hand.toggle(FieldId::Weekdays, "mon"),
            _ => hand,
        }
        .next();
    }
    let touched = WizardDriver::creating(at_home())
        .choose(FieldId::TypeOfPass, "custom")
        .on_to(WizardStep::Uses)
        .set(FieldId::VisitLimit, FieldValue::Number { number: Some(0) });
    assert_eq!(keys(&touched.field(FieldId::VisitLimit).errors), ["problem-uses-out-of-range"]);
    assert!(touched.field(FieldId::DailyLimit).errors.is_empty());
}
