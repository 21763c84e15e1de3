//! What the wizard says, in words: for the terminal, for tests, and as the source of the shells' own string resources.
//! One file a language; each sentence stands whole in it.

mod ar;
mod en;
mod es;

use chrono::NaiveDate;

use super::{Phrase, PhraseArg, PhraseKey};
use crate::pass::GuestKind;
use crate::share::{Language, generated_name, words};
use crate::time::Days;

/// The sentence of a key as it stands in a language's file; `{0}` and `{1}` are the places of its parameters.
#[must_use]
pub fn sentence(language: Language, key: PhraseKey) -> &'static str {
    match language {
        Language::English => en::sentence(key),
        Language::Spanish => es::sentence(key),
        Language::Arabic => ar::sentence(key),
    }
}

/// The phrase in words.
#[must_use]
pub fn say(language: Language, phrase: &Phrase) -> String {
    let generated = |guest| match phrase.args.as_slice() {
        [PhraseArg::Day { date }] => Some(generated_name(guest, *date, language)),
        _ => None,
    };
    let named = match phrase.key {
        PhraseKey::NameOfGuest => generated(GuestKind::Guest),
        PhraseKey::NameOfCourier => generated(GuestKind::Courier),
        _ => None,
    };
    named.unwrap_or_else(|| fill(sentence(language, phrase.key), &phrase.args, language))
}

/// The sentence with its places filled. What is filled in is not looked at again: a name may hold braces.
fn fill(sentence: &str, args: &[PhraseArg], language: Language) -> String {
    let mut said = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        said.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let arg = place.parse().ok().and_then(|place: usize| args.get(place));
        let words = arg.map(|arg| in_words(arg, language)).unwrap_or_default();
        let begins = said.is_empty() && matches!(arg, Some(PhraseArg::Weekdays { .. }));
        said.push_str(&if begins { capitalised(&words) } else { words });
        rest = after;
    }
    said.push_str(rest);
    said
}

fn in_words(arg: &PhraseArg, language: Language) -> String {
    match arg {
        PhraseArg::Words { text } => text.clone(),
        PhraseArg::Count { number } => number.to_string(),
        PhraseArg::Day { date } => day(*date, language),
        PhraseArg::TimeOfDay { time } => match language {
            Language::English => words::en::time(*time),
            Language::Spanish => words::es::time(*time),
            Language::Arabic => words::ar::time(*time),
        },
        PhraseArg::Moment { at } => match language {
            Language::English => words::en::moment(*at),
            Language::Spanish => words::es::moment(*at),
            Language::Arabic => words::ar::moment(*at),
        },
        PhraseArg::Weekdays { days } => {
            let days = Days::try_from(days.clone()).unwrap_or_default();
            match language {
                Language::English => words::en::days(days),
                Language::Spanish => words::es::days(days),
                Language::Arabic => words::ar::days(days),
            }
        }
    }
}

fn day(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => words::en::date(date),
        Language::Spanish => words::es::date(date),
        Language::Arabic => words::ar::date(date),
    }
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
