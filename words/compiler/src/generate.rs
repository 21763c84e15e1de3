//! Writes the Rust code of the catalogue: the languages, and a type for each resource.

use std::fmt::Write;

use crate::catalogue::{Catalogue, Kind, Message, Resource};
use crate::error::{CatalogueError, Problem};
use crate::names::{field_name, type_name};
use crate::pattern::Part;
use crate::{REFERENCE, Translation};

/// The resource that says what each language is called; it has no messages that are shown.
pub const LANGUAGE: &str = "language";

/// The enum of a resource's messages, with an implementation of `gatepass_words::Say`. The data of each language is
/// expected as `<resource>.<language>.bin` in the build script's folder.
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

/// The messages without arguments, to look one up by its id.
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
    code.push_str("    fn position(&self) -> usize {\n        match self {\n");
    for message in messages {
        let at = ids.iter().position(|id| *id == message.id).unwrap_or_default();
        let fields = if message.arguments.is_empty() { "" } else { " { .. }" };
        let _ = writeln!(code, "            Self::{}{fields} => {at},", type_name(&message.id));
    }
    code.push_str("        }\n    }\n\n");
    code.push_str(
        "    fn arguments(&self) -> ::std::vec::Vec<::gatepass_words::Argument<'_>> {\n        match self {\n",
    );
    let mut all = true;
    for message in messages {
        if message.arguments.is_empty() {
            all = false;
            continue;
        }
        let names: Vec<String> = message.arguments.iter().map(|argument| field_name(&argument.name)).collect();
        let values: Vec<String> = message.arguments.iter().zip(&names).map(|(a, name)| value(a.kind, name)).collect();
        let (variant, names, values) = (type_name(&message.id), names.join(", "), values.join(", "));
        let _ = writeln!(code, "            Self::{variant} {{ {names} }} => ::std::vec![{values}],");
    }
    if !all {
        code.push_str("            _ => ::std::vec::Vec::new(),\n");
    }
    code.push_str("        }\n    }\n}\n\n");
    code.push_str(&inherent(name));
    code.push_str(&debug(name));
    code.push_str(&texts(&resource.name, languages));
    code
}

/// The two methods of `Say` that callers use, so that they need not import it.
fn inherent(name: &str) -> String {
    let mut code = format!("impl {name} {{\n");
    code.push_str("    /// The message in words.\n    #[must_use]\n");
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

pub(crate) fn rust_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "::std::string::String",
        Kind::Number => "u32",
        Kind::Date => "::gatepass_words::NaiveDate",
        Kind::Time => "::gatepass_words::NaiveTime",
        Kind::Moment => "::gatepass_words::NaiveDateTime",
        Kind::Days => "::gatepass_words::Weekdays",
        Kind::Closing => "::std::option::Option<::gatepass_words::NaiveTime>",
        Kind::List => "::std::vec::Vec<::std::string::String>",
    }
}

fn value(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Text | Kind::List => format!("::gatepass_words::Argument::{}({name})", kind.name()),
        Kind::Number | Kind::Date | Kind::Time | Kind::Moment | Kind::Days | Kind::Closing => {
            format!("::gatepass_words::Argument::{}(*{name})", kind.name())
        }
    }
}

/// The enum of the languages, from each folder's `language.ftl`.
///
/// # Errors
/// A language that does not say its English name, its own name or its locale.
pub fn languages(catalogue: &Catalogue) -> Result<String, CatalogueError> {
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    for tag in &catalogue.languages {
        let mut said = |id: &str| {
            plain(catalogue, tag, id).unwrap_or_else(|| {
                problems.push(Problem::new(
                    &format!("{tag}/{LANGUAGE}.ftl"),
                    id,
                    "every language says it, in plain text",
                ));
                String::new()
            })
        };
        rows.push((tag, said("english-name"), said("own-name"), said("locale")));
    }
    if !problems.is_empty() {
        return Err(CatalogueError::Problems(problems));
    }
    let mut code = String::from("/// A language that Gatepass speaks: a folder below `locales/`.\n");
    code.push_str("#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]\n");
    code.push_str("#[cfg_attr(feature = \"serde\", derive(serde::Serialize, serde::Deserialize))]\n");
    code.push_str("#[cfg_attr(feature = \"openapi\", derive(utoipa::ToSchema))]\npub enum Language {\n");
    for (tag, english, _, _) in &rows {
        let default = if *tag == REFERENCE { "    #[default]\n" } else { "" };
        let _ = writeln!(
            code,
            "    /// {english}.\n{default}    #[cfg_attr(feature = \"serde\", serde(rename = {tag:?}))]\n    {english},"
        );
    }
    code.push_str(
        "    /// English with accents and brackets, made at run time: what is not in the catalogue stands out.\n",
    );
    code.push_str("    #[cfg_attr(feature = \"serde\", serde(skip))]\n    Pseudo,\n}\n\nimpl Language {\n");
    let all: Vec<String> = rows.iter().map(|(_, english, _, _)| format!("Self::{english}")).collect();
    let _ = writeln!(
        code,
        "    /// The languages offered: all but the pseudo-language.\n    pub const ALL: [Self; {}] = [{}];\n",
        all.len(),
        all.join(", ")
    );
    let mut table =
        |doc: &str, name: &str, pseudo: &str, pick: &dyn Fn(&(&String, String, String, String)) -> String| {
            let _ = writeln!(
                code,
                "    /// {doc}\n    #[must_use]\n    pub fn {name}(self) -> &'static str {{\n        match self {{"
            );
            for row in &rows {
                let _ = writeln!(code, "            Self::{} => {:?},", row.1, pick(row));
            }
            let _ = writeln!(code, "            Self::Pseudo => {pseudo:?},\n        }}\n    }}\n");
        };
    table("Its BCP 47 tag.", "tag", "en-XA", &|row| row.0.clone());
    table("Its name in itself: `Español`.", "own_name", "[Ƥşḗŭḓǿ]", &|row| row.2.clone());
    table("Its locale with the clock and the digits that Gatepass uses, for ICU4X.", "locale", "en", &|row| {
        row.3.clone()
    });
    code.push_str("}\n");
    Ok(code)
}

fn plain(catalogue: &Catalogue, language: &str, id: &str) -> Option<String> {
    let message = catalogue.resource(LANGUAGE)?.messages.iter().find(|message| message.id == id)?;
    let parts: &Translation = message.translations.get(language)?;
    match parts.as_slice() {
        [Part::Text(text)] => Some(text.clone()),
        _ => None,
    }
}
