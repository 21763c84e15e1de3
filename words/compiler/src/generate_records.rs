//! Writes the Rust code of the apps' texts: records of the texts without arguments, and an enum of the messages with
//! arguments.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::catalogue::{Message, Resource};
use crate::generate::{documentation, say, variant};
use crate::names::{field_name, group, type_name};

/// A record for each group of texts without arguments (`passes-title` is `title` in the group `passes`), the record
/// `Words` of all of them, and the enum `AppMessage` of the messages with arguments. All derive UniFFI's traits.
#[must_use]
pub fn records(resource: &Resource, languages: &[String]) -> String {
    let mut groups: BTreeMap<&str, Vec<(usize, &str, &Message)>> = BTreeMap::new();
    for (at, message) in resource.messages.iter().enumerate().filter(|(_, message)| message.arguments.is_empty()) {
        let (name, text) = group(&message.id).unwrap_or(("common", &message.id));
        groups.entry(name).or_default().push((at, text, message));
    }
    let mut code = String::new();
    for (name, texts) in &groups {
        let _ =
            writeln!(code, "/// Texts of the group `{name}`.\n#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]");
        let _ = writeln!(code, "pub struct {}Words {{", type_name(name));
        for (_, text, message) in texts {
            let _ = writeln!(code, "    #[doc = {:?}]\n    pub {}: String,", documentation(message), field_name(text));
        }
        code.push_str("}\n\n");
    }
    code.push_str("/// Every text of the apps that takes no argument, in one language, by screen.\n");
    code.push_str("#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]\npub struct Words {\n");
    code.push_str("    /// The language's BCP 47 tag.\n    pub language: String,\n");
    code.push_str("    /// The language with its digits, `ar-u-hc-h23-nu-latn`: for what the phone formats itself.\n");
    code.push_str("    pub locale: String,\n");
    for name in groups.keys() {
        let _ = writeln!(
            code,
            "    #[doc = \"The texts of this group.\"]\n    pub {}: {}Words,",
            field_name(name),
            type_name(name)
        );
    }
    code.push_str("}\n\nimpl Words {\n    /// The texts of a language.\n    #[must_use]\n");
    code.push_str("    #[expect(clippy::too_many_lines, reason = \"a line for each text\")]\n");
    code.push_str(
        "    pub fn of(language: ::gatepass_words::Language) -> Self {\n        let data = texts(language);\n",
    );
    code.push_str("        let text = |at| ::gatepass_words::text(data, at, language);\n        Self {\n");
    code.push_str("            language: language.tag().to_owned(),\n");
    code.push_str("            locale: language.locale().to_owned(),\n");
    for (name, texts) in &groups {
        let _ = writeln!(code, "            {}: {}Words {{", field_name(name), type_name(name));
        for (at, text, _) in texts {
            let _ = writeln!(code, "                {}: text({at}),", field_name(text));
        }
        code.push_str("            },\n");
    }
    code.push_str(
        "        }\n    }\n\n    /// Every text with its name, `passes.title`: for tests.\n    #[must_use]\n",
    );
    code.push_str("    #[expect(clippy::too_many_lines, reason = \"a line for each text\")]\n");
    code.push_str("    pub fn all(&self) -> Vec<(&'static str, &str)> {\n        vec![\n");
    for (name, texts) in &groups {
        for (_, text, _) in texts {
            let (group, text) = (field_name(name), field_name(text));
            let _ = writeln!(code, "            ({:?}, self.{group}.{text}.as_str()),", format!("{group}.{text}"));
        }
    }
    code.push_str("        ]\n    }\n}\n\n");
    let with_arguments: Vec<&Message> = resource.messages.iter().filter(|m| !m.arguments.is_empty()).collect();
    code.push_str("/// A text of the apps that takes arguments.\n#[derive(Clone, PartialEq, Eq, uniffi::Enum)]\npub enum AppMessage {\n");
    for message in &with_arguments {
        code.push_str(&variant(message));
    }
    code.push_str("}\n\n");
    code.push_str(&say("AppMessage", resource, languages, &with_arguments));
    code
}
