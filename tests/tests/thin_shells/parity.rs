//! Compares the two apps: words, samples and checks.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, files, project_folder, shells, tokens};

/// Words that only the library uses: in texts of errors, entries and notices.
const WORDS_OF_THE_LIBRARY: &[&str] = &["ErrorsWords", "NoticesWords", "ReasonsWords"];

/// Words that one app does not need, and why.
const EXCUSED_WORDS: &[(&str, &str, &str)] = &[
    ("ios", "increase", "a stepper of iOS names its own buttons"),
    ("ios", "decrease", "a stepper of iOS names its own buttons"),
    ("ios", "ok", "the pickers of iOS have no button of their own"),
    ("ios", "chooseTime", "a date picker of iOS is named by its label"),
    ("ios", "paste", "the paste button of iOS names itself"),
    ("ios", "noApps", "the share sheet of iOS is never empty"),
    ("android", "chooseInApp", "a shortcut of Android opens the app, which asks"),
    ("ios", "channel", "iOS has no channels of notifications"),
];

pub(crate) fn apps() -> [(&'static str, Vec<Source>); 2] {
    let (ios, android) = shells().into_iter().partition(|source| source.path.starts_with("ios/"));
    [("ios", ios), ("android", android)]
}

/// The words of `bindings/surface.txt` that an app does not use.
pub(crate) fn unused_words() -> Vec<String> {
    let words = words();
    let mut wrong = Vec::new();
    for (app, sources) in apps() {
        let used: BTreeSet<String> =
            sources.iter().flat_map(|source| &source.code).flat_map(|line| read(line)).collect();
        let excused: BTreeSet<&str> =
            EXCUSED_WORDS.iter().filter(|(of, ..)| *of == app).map(|(_, word, _)| *word).collect();
        for (word, record) in &words {
            match (used.contains(word), excused.contains(word.as_str())) {
                (false, false) => wrong.push(format!("{app}: nobody says {word} of {record}")),
                (true, true) => {
                    wrong.push(format!("{app}: {word} is used: take it off the list of those that are not"));
                }
                _ => {}
            }
        }
        for word in excused.into_iter().filter(|word| !words.contains_key(*word)) {
            wrong.push(format!("{app}: there is no word {word}"));
        }
    }
    wrong
}

/// Every word, with the record it is in.
fn words() -> BTreeMap<String, String> {
    let surface = std::fs::read_to_string(project_folder().join("bindings/surface.txt")).unwrap();
    let (mut words, mut record) = (BTreeMap::new(), "");
    for line in surface.lines() {
        if let Some(name) = line.strip_prefix("record ") {
            record = name;
        } else if !line.starts_with(' ') {
            record = "";
        } else if record.ends_with("Words")
            && !WORDS_OF_THE_LIBRARY.contains(&record)
            && let Some((word, _)) = line.trim().split_once(": String")
        {
            words.insert(word.to_owned(), record.to_owned());
        }
    }
    assert!(words.len() > 100, "where are the words? {}", words.len());
    words
}

/// The messages that an app does not say: in Swift `.passUsed(…)`, in Kotlin `PassUsedMessage(…)`.
pub(crate) fn unsaid_messages(messages: &[String], apps: &[(&'static str, Vec<Source>)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (app, sources) in apps {
        let lines = sources.iter().flat_map(|source| &source.code).map(|line| line.trim_start());
        // To import a message, or to give it its name in Kotlin, is not to say it.
        let lines = lines.filter(|line| !line.starts_with("import ") && !line.starts_with("typealias "));
        let inside_texts = sources.iter().flat_map(|source| &source.texts).filter(|text| text.contains("say("));
        let used: BTreeSet<String> = lines.chain(inside_texts.map(String::as_str)).flat_map(tokens).collect();
        for message in messages {
            let said = match *app {
                "ios" => message[..1].to_lowercase() + &message[1..],
                _ => format!("{message}Message"),
            };
            if !used.contains(&said) {
                wrong.push(format!("{app}: nobody says {message}"));
            }
        }
    }
    wrong
}

/// The messages of `bindings/surface.txt` that the apps say.
pub(crate) fn messages() -> Vec<String> {
    let surface = std::fs::read_to_string(project_folder().join("bindings/surface.txt")).unwrap();
    let variants = surface.lines().skip_while(|line| *line != "enum AppMessage").skip(1);
    let variants = variants.take_while(|line| line.starts_with(' '));
    let names = variants.filter_map(|line| line.split_whitespace().next()).map(str::to_owned);
    let mut messages: Vec<String> = names.collect();
    assert!(messages.len() > 20, "where are the messages? {}", messages.len());
    messages.retain(|message| {
        let subjects = WORDS_OF_THE_LIBRARY.iter().filter_map(|record| record.strip_suffix("Words"));
        !subjects.into_iter().any(|subject| message.starts_with(subject))
    });
    messages
}

/// The names after a dot, after Swift's path `\.` or after Kotlin's reference `::`.
fn read(line: &str) -> Vec<String> {
    let words = tokens(line);
    words.windows(2).filter(|pair| pair[0] == "." || pair[0] == ":").map(|pair| pair[1].clone()).collect()
}

/// The samples that are missing in an app's catalogue, in the list or in the document.
pub(crate) fn missing_samples() -> Vec<String> {
    let list = std::fs::read_to_string(project_folder().join("fixtures/app/screens.json")).unwrap();
    let list: BTreeMap<String, Vec<String>> = serde_json::from_str(&list).unwrap();
    let wanted: BTreeSet<&String> = list.values().flatten().collect();
    let mut wrong = Vec::new();
    for (app, sources) in apps() {
        let texts: BTreeSet<&str> = texts(&sources, |_| true);
        let catalogue = texts_of_catalogue(&sources);
        wrong
            .extend(wanted.iter().filter(|name| !has(&catalogue, name)).map(|name| format!("{app}: no sample {name}")));
        let screens = list.keys().filter(|screen| !texts.contains(screen.as_str()));
        wrong.extend(screens.map(|screen| format!("{app}: no screen {screen}")));
    }
    let document = std::fs::read_to_string(project_folder().join("docs/app.md")).unwrap();
    for row in document.lines().filter(|line| line.starts_with("| ") && line.contains('`')) {
        let names: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        let [screen, samples @ ..] = names.as_slice() else { continue };
        let listed: Vec<&str> = list.get(*screen).into_iter().flatten().map(String::as_str).collect();
        if listed != samples {
            wrong.push(format!("docs/app.md and screens.json differ about {screen}: {samples:?}, {listed:?}"));
        }
    }
    wrong
}

fn texts(sources: &[Source], of: impl Fn(&str) -> bool) -> BTreeSet<&str> {
    sources.iter().filter(|source| of(&source.path)).flat_map(|source| &source.texts).map(String::as_str).collect()
}

fn texts_of_catalogue(sources: &[Source]) -> BTreeSet<&str> {
    texts(sources, |path| path.to_lowercase().contains("/catalogue/"))
}

/// Whether the catalogue has the sample, as a whole or as `passes.$name` and `offline`.
fn has(catalogue: &BTreeSet<&str>, sample: &str) -> bool {
    catalogue.contains(sample)
        || sample.split_once('.').is_some_and(|(screen, state)| {
            let begin = format!("{screen}.$");
            catalogue.contains(state) && catalogue.iter().any(|text| text.starts_with(&begin))
        })
}

/// The checks of `fixtures/boundary/checks.txt` that a language does not make.
pub(crate) fn missing_checks() -> Vec<String> {
    let list = std::fs::read_to_string(project_folder().join("fixtures/boundary/checks.txt")).unwrap();
    let names = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_whitespace().next());
    let suites = [
        ("Python", files("tests/boundary", "py")),
        ("Kotlin", files("tests/android-host/building/src/test", "kt")),
        ("Swift", files("ios/Tests/BoundaryTests", "swift")),
    ];
    let mut wrong = Vec::new();
    for name in names {
        let camel = camel(name);
        let capital = camel[..1].to_uppercase() + &camel[1..];
        for (language, suite) in &suites {
            let begin = match *language {
                "Python" => format!("async def {name}("),
                "Kotlin" => format!("fun {camel}("),
                _ => format!("func test{capital}("),
            };
            if !suite.iter().flat_map(|source| &source.code).any(|line| line.contains(&begin)) {
                wrong.push(format!("{language} does not check {name}"));
            }
        }
    }
    wrong
}

fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + &part[..1].to_uppercase() + &part[1..])
}
