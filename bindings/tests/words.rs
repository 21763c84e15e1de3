//! The apps' words as they cross the boundary.

use gatepass_ffi::words::{AppMessage, languages, say, words};

#[test]
fn every_language_says_everything() {
    for language in languages() {
        for (name, text) in words(language.tag.clone()).all() {
            assert!(!text.trim().is_empty(), "{name} of {} is empty", language.tag);
            assert_eq!(text.trim(), text, "{name} of {}", language.tag);
        }
    }
}

#[test]
fn languages_differ() {
    let (english, spanish) = (words("en".to_owned()), words("es-AR".to_owned()));
    let same = english.all().iter().zip(spanish.all()).filter(|(one, other)| one.1 == other.1).count();
    // `Link`, a few names.
    assert!(same < 8, "{same} texts are the same in English and Spanish");
    assert_eq!(words("tlh".to_owned()), english, "what is not spoken falls back to English");
}

#[test]
fn the_pseudo_language_marks_every_text() {
    for (name, text) in words("en-XA".to_owned()).all() {
        assert!(text.starts_with('[') && text.ends_with(']') && text != "[]", "{name}: {text}");
    }
}

#[test]
fn what_is_filled_in_is_not_looked_at_again() {
    let message = AppMessage::PassesDeleteQuestion { name: "{ $name }".to_owned() };
    assert_eq!(say("en".to_owned(), message), "Delete “{ $name }”?");
}

#[test]
fn numbers_have_the_languages_own_plurals() {
    let said = |tag: &str, count| say(tag.to_owned(), AppMessage::PassesUsesLeft { count });
    assert_eq!([said("en", 1), said("en", 2)], ["1 visit left", "2 visits left"]);
    assert_eq!([said("es", 1), said("es", 2)], ["Queda 1 visita", "Quedan 2 visitas"]);
    assert_eq!([said("ar", 2), said("ar", 3), said("ar", 11)], ["بقيت زيارتان", "بقيت 3 زيارات", "بقيت 11 زيارة"]);
}
