//! Every sentence, in every language.

use gatepass_core::pass::GuestKind;
use gatepass_core::share::{Language, generated_name};
use gatepass_core::time::Days;
use gatepass_core::wizard::words::{say, sentence};
use gatepass_core::wizard::{FieldId, FieldValue, Phrase, PhraseKey, WizardStep};

use super::world::{Hand, at_home, day, keys, minute, time};

#[test]
fn every_sentence_has_a_place_for_each_parameter_and_no_other() {
    for language in Language::ALL {
        for key in PhraseKey::ALL {
            let text = sentence(language, *key);
            assert!(!text.is_empty(), "{key:?}");
            let places = text.matches('{').count();
            // A sentence may leave out a parameter that another language needs, but never the first.
            assert!(places <= key.parameters(), "{language:?} {key:?}: {text}");
            assert!(key.parameters() == 0 || text.contains("{0}"), "{language:?} {key:?}: {text}");
            for place in 0..places {
                assert!(text.contains(&format!("{{{place}}}")), "{language:?} {key:?}: {text}");
            }
        }
    }
}

#[test]
fn the_five_types_are_explained_differently_in_each_language() {
    let explained: Vec<PhraseKey> = PhraseKey::ALL
        .iter()
        .copied()
        .filter(|key| key.code().starts_with("type_") && key.code().ends_with("explained"))
        .collect();
    assert_eq!(explained.len(), 5);
    let said: std::collections::BTreeSet<&str> =
        Language::ALL.iter().flat_map(|language| explained.iter().map(|key| sentence(*language, *key))).collect();
    assert_eq!(said.len(), 5 * Language::ALL.len());
}

#[test]
fn codes_are_unique() {
    let codes: std::collections::BTreeSet<&str> = PhraseKey::ALL.iter().map(|key| key.code()).collect();
    assert_eq!(codes.len(), PhraseKey::ALL.len());
}

#[test]
fn dates_times_and_weekdays_are_said_as_the_language_says_them() {
    let interval = Phrase::with(
        PhraseKey::SummaryInterval,
        vec![minute("2026-11-24T14:20").into(), minute("2026-11-25T01:05").into()],
    );
    assert_eq!(
        say(Language::English, &interval),
        "From Tuesday, Nov 24, 2026 at 2:20 PM until Wednesday, Nov 25, 2026 at 1:05 AM"
    );
    assert_eq!(
        say(Language::Spanish, &interval),
        "Desde el martes 24 nov 2026 a las 14:20 hasta el miércoles 25 nov 2026 a la 01:05"
    );
    let window = Phrase::with(PhraseKey::SummaryWindow, vec![time("09:00").into(), time("17:30").into()]);
    assert_eq!(say(Language::English, &window), "From 9:00 AM to 5:30 PM");
    assert_eq!(say(Language::Spanish, &window), "De 09:00 a 17:30");
    let days = Phrase::with(PhraseKey::SummaryWeekdays, vec![Days::WORKDAYS.into()]);
    assert_eq!(say(Language::English, &days), "Monday to Friday");
    assert_eq!(say(Language::Spanish, &days), "De lunes a viernes");
}

#[test]
fn a_name_with_braces_is_said_as_it_is() {
    assert_eq!(say(Language::English, &Phrase::verbatim("{0} {1} {")), "{0} {1} {");
}

#[test]
fn the_name_that_is_offered_is_the_one_that_is_given() {
    let date = day("2026-11-22");
    for language in Language::ALL {
        for (key, guest) in [(PhraseKey::NameOfGuest, GuestKind::Guest), (PhraseKey::NameOfCourier, GuestKind::Courier)]
        {
            let phrase = Phrase::with(key, vec![date.into()]);
            assert_eq!(say(language, &phrase), generated_name(guest, date, language));
            let month = match language {
                Language::English => "Nov",
                Language::Spanish => "nov",
                Language::Arabic => "نوفمبر",
            };
            assert_eq!(sentence(language, key).replace("{0}", &format!("22 {month}")), say(language, &phrase));
        }
    }
}

#[test]
fn nothing_is_said_to_be_wrong_before_it_was_touched() {
    let mut hand = Hand::creating(at_home());
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
    let touched = Hand::creating(at_home())
        .choose(FieldId::TypeOfPass, "custom")
        .on_to(WizardStep::Uses)
        .set(FieldId::VisitLimit, FieldValue::Number { number: Some(0) });
    assert_eq!(keys(&touched.field(FieldId::VisitLimit).errors), [PhraseKey::ProblemUsesOutOfRange]);
    assert!(touched.field(FieldId::DailyLimit).errors.is_empty());
}
