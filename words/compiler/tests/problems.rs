//! What the compiler refuses, each with the file, the message and the remedy.

use std::collections::BTreeMap;

use gatepass_words_compiler::{Catalogue, CatalogueError};

fn parse(files: &[(&str, &str)]) -> Result<Catalogue, Vec<String>> {
    let texts: BTreeMap<(String, String), String> = files
        .iter()
        .map(|(path, text)| {
            let (language, file) = path.split_once('/').expect("language/file");
            ((language.to_owned(), file.to_owned()), (*text).to_owned())
        })
        .collect();
    Catalogue::parse(&texts).map_err(|error| match error {
        CatalogueError::Problems(problems) => problems.iter().map(ToString::to_string).collect(),
        CatalogueError::Unreadable { path, source } => vec![format!("{}: {source}", path.display())],
    })
}

#[track_caller]
fn refused(files: &[(&str, &str)], because: &str) {
    let problems = parse(files).expect_err("it must be refused");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains(because), "{problems:?}");
}

const GREETING: (&str, &str) = ("en/guest.ftl", "# $name (Text) Who.\ngreeting = Hello, { $name }.\n");

#[test]
fn what_is_right_is_read() {
    let read = parse(&[GREETING, ("es/guest.ftl", "greeting = Hola, { $name }.\n")]).expect("a catalogue");
    assert_eq!(read.languages, ["en", "es"]);
    assert_eq!(read.resources[0].messages[0].english, "Hello, { $name }.");
    assert!(read.missing("es").is_empty());
}

#[test]
fn a_missing_message_is_listed_and_no_problem() {
    let read = parse(&[GREETING, ("es/guest.ftl", "\n")]).expect("a catalogue");
    assert_eq!(read.missing("es"), ["guest.ftl: greeting"]);
}

#[test]
fn an_argument_that_is_not_declared() {
    refused(&[("en/guest.ftl", "greeting = Hello, { $name }.\n")], "en/guest.ftl: greeting: $name is not declared");
    refused(
        &[GREETING, ("es/guest.ftl", "greeting = Hola, { $name }, { $nombre }.\n")],
        "es/guest.ftl: greeting: $nombre is not declared",
    );
}

#[test]
fn an_argument_that_a_language_leaves_out() {
    refused(&[GREETING, ("es/guest.ftl", "greeting = Hola.\n")], "es/guest.ftl: greeting: $name is not used");
    refused(&[("en/guest.ftl", "# $name (Text) Who.\ngreeting = Hello.\n")], "take its declaration out");
}

#[test]
fn a_message_or_file_that_english_does_not_have() {
    let surplus = ("es/guest.ftl", "greeting = Hola, { $name }.\nfarewell = Adiós.\n");
    refused(&[GREETING, surplus], "farewell: en has no such message");
    refused(&[GREETING, ("es/guset.ftl", "greeting = Hola, { $name }.\n")], "there is no en/guset.ftl");
}

#[test]
fn a_message_that_stands_twice() {
    refused(&[("en/guest.ftl", "hello = Hello.\nhello = Hi.\n")], "it stands here twice");
    refused(
        &[GREETING, ("es/guest.ftl", "greeting = Hola, { $name }.\ngreeting = Hey, { $name }.\n")],
        "es/guest.ftl: greeting: it stands here twice",
    );
}

#[test]
fn what_cannot_be_read_names_its_line() {
    let problems = parse(&[("en/guest.ftl", "hello = Hello.\n\nbroken = { $name \n")]).expect_err("it must be refused");
    assert!(problems.iter().any(|problem| problem.contains("en/guest.ftl: line 4")), "{problems:?}");
}

#[test]
fn a_kind_that_does_not_fit() {
    refused(&[("en/guest.ftl", "# $name (Name) Who.\nhello = { $name }\n")], "declares no argument");
    refused(
        &[("en/guest.ftl", "# $name (Text) Who.\nhello = { DATETIME($name, dateStyle: \"full\") }\n")],
        "DATETIME($name) is not known for a Text",
    );
    refused(
        &[(
            "en/guest.ftl",
            "# $name (Text) Who.\nhello =\n    { $name ->\n        [one] one\n       *[other] { $name }\n    }\n",
        )],
        "[one] does not fit a Text",
    );
    refused(
        &[(
            "en/guest.ftl",
            "# $n (Number) How many.\nhello =\n    { $n ->\n        [single] one\n       *[other] { $n }\n    }\n",
        )],
        "[single] is no plural category",
    );
}

#[test]
fn what_fluent_has_and_gatepass_has_not() {
    refused(&[("en/guest.ftl", "hello = Hello.\n    .title = Title\n")], "attributes are not used");
    refused(&[("en/guest.ftl", "hello = Hello.\nagain = { hello }\n")], "again: it refers to the message hello");
    refused(&[("en/guest.ftl", "-brand = Gatepass\nhello = { -brand }\n")], "hello: it refers to the term -brand");
}
