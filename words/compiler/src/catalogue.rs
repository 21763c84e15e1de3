//! The parsed catalogue: resources, messages, arguments.

use std::collections::BTreeMap;

use crate::pattern::Part;

/// Every text in every language.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The languages' tags; English first, then by name.
    pub languages: Vec<String>,
    /// One for each file of the English folder, by name.
    pub resources: Vec<Resource>,
}

/// One `.ftl` file in all languages.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The file's name without its ending: `guest`.
    pub name: String,
    /// What the file is for: its `###` comment in English.
    pub comment: String,
    /// The messages, in the order of the English file.
    pub messages: Vec<Message>,
}

/// One message.
#[derive(Clone, Debug)]
pub struct Message {
    /// The id: `visits-left`.
    pub id: String,
    /// The comment for translators.
    pub comment: String,
    /// The arguments, in the order in which the English comment declares them.
    pub arguments: Vec<Argument>,
    /// The source of the English text, for documentation.
    pub english: String,
    /// The text by language. A language that lacks the message has no entry and falls back to English.
    pub translations: BTreeMap<String, Translation>,
}

/// The text of a message in one language.
pub type Translation = Vec<Part>;

/// A declared argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The name: `site`.
    pub name: String,
    /// The kind of its values.
    pub kind: ArgumentKind,
    /// The comment of its declaration.
    pub comment: String,
}

/// The kind of an argument. The comment of the English message declares it: `# $site (Text) The building's name.`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArgumentKind {
    /// A name, an address, digits: shown as it is.
    Text,
    /// A count, shown with the language's digits; may be selected by number or plural category.
    Number,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A date with a time of day.
    Moment,
    /// A set of weekdays; may be selected by `every`, `workdays` and `other`.
    Days,
    /// The time at which a daily window closes, or the end of the day; may be selected by `midnight` and `other`.
    Closing,
    /// Several names, joined as the language joins a list.
    List,
}

impl ArgumentKind {
    /// All kinds, with their names in a comment.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Text, "Text"),
        (Self::Number, "Number"),
        (Self::Date, "Date"),
        (Self::Time, "Time"),
        (Self::Moment, "Moment"),
        (Self::Days, "Days"),
        (Self::Closing, "Closing"),
        (Self::List, "List"),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(kind, _)| kind)
    }

    pub(crate) fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }
}

impl Catalogue {
    /// The resource of this name.
    #[must_use]
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }

    /// The messages that a language lacks and shows in English: `guest.ftl: greeting`.
    #[must_use]
    pub fn missing(&self, language: &str) -> Vec<String> {
        self.resources
            .iter()
            .flat_map(|resource| resource.messages.iter().map(move |message| (resource, message)))
            .filter(|(_, message)| !message.translations.contains_key(language))
            .map(|(resource, message)| format!("{}.ftl: {}", resource.name, message.id))
            .collect()
    }
}
