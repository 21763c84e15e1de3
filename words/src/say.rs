//! The trait of all messages.

use crate::argument::Argument;
use crate::language::Language;
use crate::pattern;

/// A message of the catalogue. The build script implements it for the type of each resource.
pub trait Say {
    /// The resource's data in a language.
    fn texts(language: Language) -> &'static [u8];

    /// The ids of the resource's messages, one a line, in the order of the data.
    fn ids() -> &'static str;

    /// The index of the message in the data.
    fn position(&self) -> usize;

    /// Its arguments, in the order in which the English comment declares them.
    fn arguments(&self) -> Vec<Argument<'_>>;

    /// The text of the message.
    fn say(&self, language: Language) -> String {
        pattern::say(Self::texts(language), self.position(), &self.arguments(), language)
    }

    /// Its id in the catalogue.
    fn id(&self) -> &'static str {
        Self::ids().lines().nth(self.position()).unwrap_or_default()
    }
}

/// The text at a position of a resource's data, for a message without arguments.
#[must_use]
pub fn text(texts: &[u8], position: usize, language: Language) -> String {
    pattern::say(texts, position, &[], language)
}
