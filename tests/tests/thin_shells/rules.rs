//! The rules for the shells. A rule returns a line for each violation.

use crate::source::{Source, tokens};

/// Finds uses of the generated bindings outside the adapters.
pub(crate) fn imports(source: &Source) -> Vec<String> {
    if source.path.starts_with("ios/Sources/GatepassKit/") || source.path.starts_with("android/core/") {
        return Vec::new();
    }
    source.lines(|line| {
        let words = tokens(line);
        let swift = words.iter().any(|word| word == "GatepassBindings" || word == "GatepassBindingsFFI");
        let kotlin = words.windows(5).any(|window| window == ["org", ".", "gatepass", ".", "bindings"]);
        (swift || kotlin).then(|| format!("only the adapters may know the generated bindings: {}", line.trim()))
    })
}

/// Names that only code with requests needs.
const REQUEST_WORDS: &[&str] = &[
    "URLSession",
    "URLRequest",
    "NSURLConnection",
    "NWConnection",
    "FoundationNetworking",
    "CFNetwork",
    "AsyncImage",
    "WKWebView",
    "HttpURLConnection",
    "HttpsURLConnection",
    "URLConnection",
    "openConnection",
    "openStream",
    "OkHttpClient",
    "okhttp3",
    "ktor",
    "retrofit2",
    "coil",
    "coil3",
    "glide",
    "volley",
    "DownloadManager",
    "WebView",
];

/// Finds requests: only the core makes them.
pub(crate) fn requests(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let words = tokens(line);
        let known = words.iter().find(|word| REQUEST_WORDS.contains(&word.as_str()));
        let fetched = pair(&words, "import", "Network")
            || words.windows(5).any(|window| window == ["java", ".", "net", ".", "http"])
            || (words.iter().any(|word| word == "contentsOf") && !line.contains("contentsOf: file"))
            || (words.iter().any(|word| word == "URL")
                && words.iter().any(|word| word == "readText" || word == "readBytes"));
        (known.is_some() || fetched).then(|| format!("requests are the core's: {}", line.trim()))
    })
}

/// Fields of the bindings' records that are instants.
const MOMENTS: &[&str] = &[
    "from",
    "to",
    "at",
    "expires",
    "expiry",
    "validUntil",
    "until",
    "revokedAt",
    "createdAt",
    "lastSynced",
    "localFrom",
    "localTo",
    "now",
];

/// Calls that return the current instant.
const CLOCKS: &[&str] = &["Date", "now", "instant", "today", "currentTimeMillis", "millis"];

/// Functions that compare two instants.
const COMPARISONS: &[&str] =
    &["isBefore", "isAfter", "compareTo", "orderedAscending", "orderedDescending", "isDateInToday"];

/// Finds decisions by the clock: the core says what is open, valid or over.
pub(crate) fn clocks(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let words = tokens(line);
        let held = words.iter().any(|word| COMPARISONS.contains(&word.as_str()))
            || pair(&words, ".", "timeIntervalSinceNow")
            || words.windows(3).any(|window| window == ["Duration", ".", "between"]);
        let compared = (0..words.len())
            .filter(|at| words[*at] == "compared")
            .any(|at| is_moment(&words, before(&words, at)) || is_moment(&words, after(&words, at)));
        (held || compared).then(|| format!("what is open, valid or over is the core's to say: {}", line.trim()))
    })
}

/// The last name before the operator at `at`.
fn before(words: &[String], at: usize) -> Option<usize> {
    let mut name = at.checked_sub(1)?;
    while matches!(words[name].as_str(), "!" | "?") {
        name = name.checked_sub(1)?;
    }
    if words[name] == ")" {
        let mut depth = 0;
        loop {
            match words[name].as_str() {
                ")" => depth += 1,
                "(" => depth -= 1,
                _ => {}
            }
            name = name.checked_sub(1)?;
            if depth == 0 {
                break;
            }
        }
    }
    Some(name)
}

/// The last name after the operator at `at`: `to` of `opening.to`.
fn after(words: &[String], at: usize) -> Option<usize> {
    let mut name = at + 1;
    while let Some(dot) = (name + 1..words.len()).find(|next| !matches!(words[*next].as_str(), "!" | "?")) {
        if words[dot] == "." && dot + 1 < words.len() {
            name = dot + 1;
        } else {
            break;
        }
    }
    (name < words.len()).then_some(name)
}

/// Whether the name is an instant of a record (`opening.to`) or a call of the clock (`Date()`).
fn is_moment(words: &[String], name: Option<usize>) -> bool {
    let Some(name) = name else { return false };
    let word = words[name].as_str();
    let of_record = name > 0 && words[name - 1] == "." && MOMENTS.contains(&word);
    let asked = words.get(name + 1).is_some_and(|next| next == "(") && CLOCKS.contains(&word);
    of_record || asked
}

/// Finds decisions about which entries are news: the core makes them, a shell compares no entries.
pub(crate) fn news(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let words = tokens(line);
        let compares = words.windows(2).any(|pair| matches!(pair[0].as_str(), "=" | "!") && pair[1] == "=");
        // `row.entry.entry` is an entry's name.
        let named = words.windows(4).any(|name| name == [".", "entry", ".", "entry"]);
        (compares && named).then(|| format!("which entries are news is the core's to say: {}", line.trim()))
    })
}

/// The state fields of a pass, an entry or a list. A shell draws them case by case and never compares them.
const STATE_FIELDS: &[&str] =
    &["status", "state", "event", "decision", "called", "sync", "phase", "hindrance", "empty", "kind"];

/// The names of the records with these fields.
const OWNERS: &[&str] = &["row", "details", "pass", "entry", "next", "it", "sync"];

/// The fields that are counts or limits.
const COUNTS: &[&str] = &["usesLeft", "left", "used", "limit", "perDay", "waiting", "stuck"];

/// The calls on the badges of a row that a shell may make: they show each badge.
const ALLOWED_BADGE_CALLS: &[&str] = &["map", "forEach"];

/// Finds decisions about the state and the actions of a pass: the core makes them. A shell compares no states, looks for no
/// badges, counts no uses, and offers exactly the actions of the row.
///
/// The screens of the wizard are excluded: they lay out fields by kind and buttons by event.
pub(crate) fn offers(source: &Source) -> Vec<String> {
    if source.path.to_lowercase().contains("/wizard/") {
        return Vec::new();
    }
    source.lines(|line| {
        let words = tokens(line);
        let wrong = compares_a_state(&words)
            || inspects_badges(&words)
            || compares_a_count(&words)
            || qualifies_an_offer(&words);
        wrong.then(|| format!("what a pass says and offers is the core's to decide: {}", line.trim()))
    })
}

/// `row.state == …`, `details.row.status in over`, `row.state is OpenState`, `if case .open = row.state`. A branch of a `when`
/// or a `switch` is no comparison.
fn compares_a_state(words: &[String]) -> bool {
    let said = |at: usize| at > 0 && words[at - 1] == "." && STATE_FIELDS.contains(&words[at].as_str());
    let compared = (0..words.len()).filter(|at| said(*at)).any(|at| {
        let next: Vec<&str> =
            words[at + 1..].iter().map(String::as_str).skip_while(|word| *word == "?").take(3).collect();
        match next.as_slice() {
            ["=" | "!", "=", with] => !is_null(with),
            ["is" | "in", ..] | ["!", "is" | "in", ..] => true,
            _ => false,
        }
    });
    let matched = words.windows(2).any(|pair| matches!(pair[0].as_str(), "if" | "guard" | ",") && pair[1] == "case")
        && (2..words.len()).any(|at| said(at) && OWNERS.contains(&words[at - 2].as_str()));
    // `kind != .oneTime` inside an extension of the row.
    let type_of_pass = words.iter().any(|word| matches!(word.as_str(), "oneTime" | "PassType"));
    let own = words
        .windows(4)
        .any(|four| four[0] == "kind" && matches!(four[1].as_str(), "=" | "!") && four[2] == "=" && !is_null(&four[3]));
    compared || matched || (own && type_of_pass)
}

fn is_null(word: &str) -> bool {
    matches!(word, "nil" | "null")
}

/// `badges.contains(.lastUse)`, `Badge.LAST_USE in badges`, `badges.sortedByDescending { … }`.
fn inspects_badges(words: &[String]) -> bool {
    let looped = words.iter().any(|word| word == "for" || word == "ForEach");
    words.iter().enumerate().filter(|(_, word)| *word == "badges").any(|(at, _)| {
        let asked =
            matches!(words.get(at + 1..at + 3), Some([dot, verb]) if dot == "." && !ALLOWED_BADGE_CALLS.contains(&verb.as_str()));
        let sought = words[..at].iter().any(|word| word == "in") && !looped;
        asked || sought
    })
}

/// `row.left > 1`, `stuck > 0`, `row.limit - row.used`. Whether there is a limit at all may be asked.
fn compares_a_count(words: &[String]) -> bool {
    (0..words.len()).filter(|at| COUNTS.contains(&words[*at].as_str())).any(|at| {
        let of_record = at > 0 && words[at - 1] == ".";
        let named = of_record || matches!(words[at].as_str(), "usesLeft" | "waiting" | "stuck");
        named
            && match words.get(at + 1).map(String::as_str) {
                Some("compared") => true,
                Some("-") => of_record,
                Some("=" | "!") => {
                    words.get(at + 2).is_some_and(|word| word == "=")
                        && words.get(at + 3).is_some_and(|word| !is_null(word))
                }
                _ => false,
            }
    })
}

/// `row.offers(.share) && !row.badges.isEmpty`, `home.signedIn && …`.
fn qualifies_an_offer(words: &[String]) -> bool {
    let offered = words
        .iter()
        .any(|word| matches!(word.as_str(), "offers" | "offersNew" | "actions" | "signedIn" | "passesEnabled"));
    let joined = words.windows(2).any(|pair| matches!((pair[0].as_str(), pair[1].as_str()), ("&", "&") | ("|", "|")));
    offered && joined
}

/// Fields that the records must not have, because a shell could decide by them.
const NOT_DRAWN: &[(&str, &[&str])] = &[
    ("PassRow", &["status", "used", "limit", "perDay", "left", "opening", "sync", "kind", "identifiers"]),
    ("PassDetails", &["status", "editable", "canShare", "canUndoDelete", "over"]),
    ("EntryRow", &["decision", "reason", "arrival", "passName"]),
    ("ProfileView", &["passesEnabled"]),
];

/// The fields of `bindings/surface.txt` that must not cross the boundary.
pub(crate) fn crossing_facts(surface: &str) -> Vec<String> {
    let mut record = "";
    let mut wrong = Vec::new();
    for line in surface.lines() {
        if !line.starts_with(' ') {
            record = line.strip_prefix("record ").unwrap_or_default();
        }
        let field = line.trim().split(':').next().unwrap_or_default();
        let facts = NOT_DRAWN.iter().filter(|(of, _)| *of == record).flat_map(|(_, facts)| *facts);
        wrong.extend(
            facts.filter(|fact| **fact == field).map(|fact| {
                format!("{record} carries {fact}: say in the core what follows from it, and let that cross")
            }),
        );
    }
    wrong
}

/// The modules that screens may import.
const TOOLKITS: &[&str] = &["SwiftUI", "GatepassKit", "GatepassGlance", "Foundation", "Observation", "ImageIO"];

/// Finds imports in screens other than their toolkit and the adapters.
pub(crate) fn toolkits(source: &Source) -> Vec<String> {
    let swift = source.path.starts_with("ios/Sources/GatepassUI/");
    let kotlin = source.path.starts_with("android/ui/");
    source.lines(|line| {
        let words = tokens(line);
        let import = words.iter().position(|word| word == "import")?;
        let module = words.get(import + 1)?;
        let foreign = swift && !TOOLKITS.contains(&module.as_str()) || kotlin && module == "android";
        foreign.then(|| format!("screens are drawn with the toolkit alone: {}", line.trim()))
    })
}

fn pair(words: &[String], one: &str, other: &str) -> bool {
    words.windows(2).any(|window| window == [one, other])
}
