//! What the apps say around the wizard: `locales/*/app.ftl`. Both shells draw these texts, so the two apps cannot drift
//! apart.
//!
//! A text without arguments is a field of [`Words`], which crosses the boundary once for each language. A message with
//! arguments is a variant of [`AppMessage`], and [`say`] gives its text.

use gatepass_core::pass::Reason;
use gatepass_core::share::Language;

include!(concat!(env!("OUT_DIR"), "/app.rs"));

impl ReasonsWords {
    /// The words for a reason.
    #[must_use]
    pub fn of(&self, reason: Reason) -> String {
        let words = match reason {
            Reason::Ok => &self.ok,
            Reason::Unknown => &self.unknown,
            Reason::NotActive => &self.not_active,
            Reason::OutsideHours => &self.outside_hours,
            Reason::Expired => &self.expired,
            Reason::UsedUp => &self.used_up,
            Reason::UsedUpToday => &self.used_up_today,
            Reason::Revoked => &self.revoked,
            Reason::WrongDoor => &self.wrong_door,
            Reason::IdentifierNotAccepted => &self.identifier_not_accepted,
            Reason::LockedOut => &self.locked_out,
            Reason::AmbiguousPlate => &self.ambiguous_plate,
            Reason::PassesOff => &self.passes_off,
            Reason::Error => &self.error,
        };
        words.clone()
    }
}

/// A language the apps speak.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LanguageChoice {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its name in itself, `Español`.
    pub name: String,
}

/// The languages the apps speak.
#[uniffi::export]
#[must_use]
pub fn languages() -> Vec<LanguageChoice> {
    let choice =
        |language: Language| LanguageChoice { tag: language.tag().to_owned(), name: language.own_name().to_owned() };
    Language::ALL.into_iter().map(choice).collect()
}

/// Every text of the apps in this language (a BCP 47 tag); one Gatepass does not speak falls back to English.
#[uniffi::export]
#[must_use]
pub fn words(language: String) -> Words {
    Words::of(Language::from_tag(&language).unwrap_or_default())
}

/// A message in this language (a BCP 47 tag, as in [`Words`]).
#[uniffi::export]
#[must_use]
pub fn say(language: String, message: AppMessage) -> String {
    message.say(Language::from_tag(&language).unwrap_or_default())
}
