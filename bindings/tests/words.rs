//! The apps' words: every language says everything, with the same places to fill.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use gatepass_ffi::words::{fill, languages, words};

fn places(text: &str) -> BTreeSet<usize> {
    text.split('{').skip(1).map(|after| after.split_once('}').unwrap().0.parse().unwrap()).collect()
}

#[test]
fn every_language_says_everything_with_the_same_places() {
    let english = words("en".to_owned());
    for language in languages() {
        let spoken = words(language.tag.clone());
        for ((name, text), (_, in_english)) in spoken.all().into_iter().zip(english.all()) {
            assert!(!text.trim().is_empty(), "{} of {} is empty", name, language.tag);
            assert_eq!(places(text), places(in_english), "{name} of {}", language.tag);
            assert_eq!(text.trim(), text, "{name} of {}", language.tag);
        }
    }
}

#[test]
fn languages_differ() {
    let (english, spanish) = (words("en".to_owned()), words("es-AR".to_owned()));
    let same = english.all().iter().zip(spanish.all()).filter(|(one, other)| one.1 == other.1).count();
    // `Link · Door`, a few names, and texts that are places only.
    assert!(same < 8, "{same} texts are the same in English and Spanish");
    assert_eq!(words("tlh".to_owned()), english, "what is not spoken falls back to English");
}

#[test]
fn places_are_filled_once() {
    let filled =
        |text: &str, arguments: &[&str]| fill(text.to_owned(), arguments.iter().map(ToString::to_string).collect());
    assert_eq!(filled("Delete “{0}”?", &["{1}"]), "Delete “{1}”?");
    assert_eq!(filled("{1}, {0}", &["a", "b"]), "b, a");
    assert_eq!(filled("{0} and {1}", &["a"]), "a and ");
    assert_eq!(filled("no place", &["a"]), "no place");
    assert_eq!(filled("half {", &["a"]), "half ");
}
