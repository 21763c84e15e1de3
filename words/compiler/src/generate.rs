//! Writes the Rust code of the catalogue: the languages, and a type for each resource.

use std::fmt::Write;

use crate::catalogue::{ArgumentKind, Catalogue, Message, Resource};
use crate::error::{CatalogueError, Problem};
use crate::names::{field_name, type_name};
use crate::pattern::Part;
use crate::{REFERENCE, Translation};

/// The resource with the names of the languages. Its messages are not shown.
pub const LANGUAGE: &str = "language";

/// The enum of a resource's messages, with an implementation of `gatepass_words::Say`. The code includes the data of each
/// language from `<resource>.<language>.bin` in the build script's folder.
#[must_use]
pub fn messages(resource: &Resource, languages: &[String]) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "#[doc = {:?}]", resource.comment);
    code.push_str("#[derive(Clone, PartialEq, Eq, Hash)]\npub enum Message {\n");
    for message in &resource.messages {
        code.push_str(&variant(message));
    }
    code.push_str("}\n\n");
    code.push_str(&plain_messages(resource));
    code.push_str(&say("Message", resource, languages, &resource.messages.iter().collect::<Vec<_>>()));
    code
}

/// One variant of an enum of messages.
pub(crate) fn variant(message: &Message) -> String {
    let mut code = String::new();
    let _ = writeln!(code, "    #[doc = {:?}]", documentation(message));
    let name = type_name(&message.id);
    if message.arguments.is_empty() {
        let _ = writeln!(code, "    {name},");
        return code;
    }
    let _ = writeln!(code, "    {name} {{");
    for argument in &message.arguments {
        let _ = writeln!(code, "        #[doc = {:?}]", argument.comment);
        let _ = writeln!(code, "        {}: {},", field_name(&argument.name), rust_type(argument.kind));
    }
    code.push_str("    },\n");
    code
}

/// The constant with the messages without arguments, to find one by its id.
fn plain_messages(resource: &Resource) -> String {
    let plain = resource.messages.iter().filter(|message| message.arguments.is_empty());
    let names: Vec<String> = plain.map(|message| format!("Self::{}", type_name(&message.id))).collect();
    format!(
        "impl Message {{\n    /// The messages without arguments.\n    pub const PLAIN: &'static [Self] = &[{}];\n}}\n\n",
        names.join(", ")
    )
}

/// The English text, and the translators' comment.
pub(crate) fn documentation(message: &Message) -> String {
    let text = format!("`{}`", message.english.replace('`', "'"));
    if message.comment.is_empty() { text } else { format!("{text}\n\n{}", message.comment) }
}

/// `impl Say` for an enum that has these messages of the resource.
pub(crate) fn say(name: &str, resource: &Resource, languages: &[String], messages: &[&Message]) -> String {
    let mut code = format!("impl ::gatepass_words::Say for {name} {{\n");
    code.push_str(
        "    fn texts(language: ::gatepass_words::Language) -> &'static [u8] {\n        texts(language)\n    }\n\n",
    );
    let ids: Vec<&str> = resource.messages.iter().map(|message| message.id.as_str()).collect();
    let _ = writeln!(code, "    fn ids() -> &'static str {{\n        {:?}\n    }}\n", ids.join("\n"));
    if messages.len() > 90 {
        let reason = "a line for each message";
        let _ = writeln!(code, "    #[expect(clippy::too_many_lines, reason = {reason:?})]");
    }
    code.push_str("    fn position(&self) -> usize {\n        match self {\n");
    code.push_str(&arms(messages.iter().map(|message| {
        let at = ids.iter().position(|id| *id == message.id).unwrap_or_default();
        let fields = if message.arguments.is_empty() { "" } else { " { .. }" };
        (format!("Self::{}{fields}", type_name(&message.id)), at.to_string())
    })));
    code.push_str("        }\n    }\n\n");
    code.push_str("    fn arguments(&self) -> ::std::vec::Vec<::gatepass_words::Argument<'_>> {\n        ");
    code.push_str(&arguments(messages));
    code.push_str("\n    }\n}\n\n");
    code.push_str(&inherent(name));
    code.push_str(&debug(name));
    code.push_str(&texts(&resource.name, languages));
    code
}

/// The arguments of each message, in the order of the English comment.
fn arguments(messages: &[&Message]) -> String {
    let with_arguments: Vec<_> = messages.iter().filter(|message| !message.arguments.is_empty()).collect();
    if with_arguments.is_empty() {
        return "::std::vec::Vec::new()".to_owned();
    }
    let mut code = String::from("match self {\n");
    code.push_str(&arms(with_arguments.iter().map(|message| {
        let names: Vec<String> = message.arguments.iter().map(|argument| field_name(&argument.name)).collect();
        let values: Vec<String> = message.arguments.iter().zip(&names).map(|(a, name)| value(a.kind, name)).collect();
        (
            format!("Self::{} {{ {} }}", type_name(&message.id), names.join(", ")),
            format!("::std::vec![{}]", values.join(", ")),
        )
    })));
    if with_arguments.len() < messages.len() {
        code.push_str("            _ => ::std::vec::Vec::new(),\n");
    }
    code.push_str("        }");
    code
}

/// The arms of a `match`; patterns with the same body share one.
fn arms(cases: impl Iterator<Item = (String, String)>) -> String {
    let mut merged: Vec<(Vec<String>, String)> = Vec::new();
    for (pattern, body) in cases {
        match merged.iter_mut().find(|(_, known)| *known == body) {
            Some((patterns, _)) => patterns.push(pattern),
            None => merged.push((vec![pattern], body)),
        }
    }
    let mut code = String::new();
    for (patterns, body) in merged {
        let _ = writeln!(code, "            {} => {body},", patterns.join(" | "));
    }
    code
}

/// The two methods of `Say` that callers use, as inherent methods, so that they need not import the trait.
fn inherent(name: &str) -> String {
    let mut code = format!("impl {name} {{\n");
    code.push_str("    /// The text of the message.\n    #[must_use]\n");
    code.push_str("    pub fn say(&self, language: ::gatepass_words::Language) -> ::std::string::String {\n");
    code.push_str("        ::gatepass_words::Say::say(self, language)\n    }\n\n");
    code.push_str("    /// Its id in the catalogue.\n    #[must_use]\n    pub fn id(&self) -> &'static str {\n");
    code.push_str("        ::gatepass_words::Say::id(self)\n    }\n}\n\n");
    code
}

/// `Debug` names the message and no argument: they may be names, plates or codes.
fn debug(name: &str) -> String {
    let mut code = format!("impl ::std::fmt::Debug for {name} {{\n");
    code.push_str("    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {\n");
    code.push_str("        f.write_str(::gatepass_words::Say::id(self))\n    }\n}\n\n");
    code
}

fn texts(resource: &str, languages: &[String]) -> String {
    let mut code = String::from(
        "/// The data of a language; the pseudo-language is made from English.\n\
         fn texts(language: ::gatepass_words::Language) -> &'static [u8] {\n    match language.tag() {\n",
    );
    for language in languages.iter().filter(|language| *language != REFERENCE) {
        let _ = writeln!(code, "        {language:?} => {},", included(resource, language));
    }
    let _ = writeln!(code, "        _ => {},\n    }}\n}}", included(resource, REFERENCE));
    code
}

fn included(resource: &str, language: &str) -> String {
    format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{resource}.{language}.bin\"))")
}

pub(crate) fn rust_type(kind: ArgumentKind) -> &'static str {
    match kind {
        ArgumentKind::Text => "::std::string::String",
        ArgumentKind::Number => "u32",
        ArgumentKind::Date => "::gatepass_words::NaiveDate",
        ArgumentKind::Time => "::gatepass_words::NaiveTime",
        ArgumentKind::Moment => "::gatepass_words::NaiveDateTime",
        ArgumentKind::Days => "::gatepass_words::Weekdays",
        ArgumentKind::Closing => "::std::option::Option<::gatepass_words::NaiveTime>",
        ArgumentKind::List => "::std::vec::Vec<::std::string::String>",
    }
}

fn value(kind: ArgumentKind, name: &str) -> String {
    match kind {
        ArgumentKind::Text | ArgumentKind::List => format!("::gatepass_words::Argument::{}({name})", kind.name()),
        ArgumentKind::Number
        | ArgumentKind::Date
        | ArgumentKind::Time
        | ArgumentKind::Moment
        | ArgumentKind::Days
        | ArgumentKind::Closing => {
            format!("::gatepass_words::Argument::{}(*{name})", kind.name())
        }
    }
}

/// The enum of the languages, from each folder's `language.ftl`.
///
/// # Errors
/// A language lacks its English name, its own name or its locale.
pub fn languages(catalogue: &Catalogue) -> Result<String, CatalogueError> {
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    for tag in &catalogue.languages {
        let mut required = |id: &str| {
            plain(catalogue, tag, id).unwrap_or_else(|| {
                problems.push(Problem::new(
                    &format!("{tag}/{LANGUAGE}.ftl"),
                    id,
                    "every language says it, in plain text",
                ));
                String::new()
            })
        };
        let (variant, own_name, locale) = (required("english-name"), required("own-name"), required("locale"));
        rows.push(LanguageRow { tag: tag.clone(), variant, own_name, locale });
    }
    if !problems.is_empty() {
        return Err(CatalogueError::Problems(problems));
    }
    let mut code = String::from("/// An offered language: a folder below `locales/`.\n");
    code.push_str("#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]\n");
    code.push_str("pub enum Language {\n");
    for LanguageRow { tag, variant, .. } in &rows {
        let default = if tag == REFERENCE { "    #[default]\n" } else { "" };
        let _ = writeln!(code, "    /// {variant}.\n{default}    {variant},");
    }
    code.push_str(
        "    /// English with accents and brackets, made at run time, to show texts that are not in the catalogue.\n",
    );
    code.push_str("    Pseudo,\n}\n\nimpl Language {\n");
    let all: Vec<String> = rows.iter().map(|row| format!("Self::{}", row.variant)).collect();
    code.push_str("    /// The languages offered: all but the pseudo-language.\n");
    let _ = writeln!(code, "    pub const ALL: [Self; {}] = [{}];\n", all.len(), all.join(", "));
    code.push_str(&table("Its BCP 47 tag.", "tag", "en-XA", &rows, |row| &row.tag));
    code.push_str(&table("Its name in itself: `Español`.", "own_name", "[Ƥşḗŭḓǿ]", &rows, |row| {
        &row.own_name
    }));
    let doc = "Its locale with the clock and the digits that Gatepass uses, for ICU4X.";
    code.push_str(&table(doc, "locale", "en", &rows, |row| &row.locale));
    code.push_str("}\n");
    Ok(code)
}

/// The names and the locale of a language.
struct LanguageRow {
    tag: String,
    variant: String,
    own_name: String,
    locale: String,
}

/// A method of `Language` that returns a text for each language.
fn table(doc: &str, name: &str, pseudo: &str, rows: &[LanguageRow], pick: fn(&LanguageRow) -> &str) -> String {
    let mut code =
        format!("    /// {doc}\n    #[must_use]\n    pub fn {name}(self) -> &'static str {{\n        match self {{\n");
    let pseudo = ("Self::Pseudo".to_owned(), format!("{pseudo:?}"));
    let rows = rows.iter().map(|row| (format!("Self::{}", row.variant), format!("{:?}", pick(row))));
    code.push_str(&arms(rows.chain([pseudo])));
    code.push_str("        }\n    }\n\n");
    code
}

fn plain(catalogue: &Catalogue, language: &str, id: &str) -> Option<String> {
    let message = catalogue.resource(LANGUAGE)?.messages.iter().find(|message| message.id == id)?;
    let parts: &Translation = message.translations.get(language)?;
    match parts.as_slice() {
        [Part::Text(text)] => Some(text.clone()),
        _ => None,
    }
}
