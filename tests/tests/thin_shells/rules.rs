//! What a shell may not do. A rule gives a line for each place that breaks it.

use crate::source::{Source, tokens};

/// The generated bindings, outside the adapters.
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

/// Words that only who talks to a server needs.
const OF_REQUESTS: &[&str] = &[
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

/// Requests: they are the core's.
pub(crate) fn requests(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let words = tokens(line);
        let known = words.iter().find(|word| OF_REQUESTS.contains(&word.as_str()));
        let fetched = pair(&words, "import", "Network")
            || words.windows(5).any(|window| window == ["java", ".", "net", ".", "http"])
            || (words.iter().any(|word| word == "contentsOf") && !line.contains("contentsOf: file"))
            || (words.iter().any(|word| word == "URL")
                && words.iter().any(|word| word == "readText" || word == "readBytes"));
        (known.is_some() || fetched).then(|| format!("requests are the core's: {}", line.trim()))
    })
}

/// Fields of the bindings' records that are moments.
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

/// Calls that give the moment it is.
const CLOCKS: &[&str] = &["Date", "now", "instant", "today", "currentTimeMillis", "millis"];

/// What holds one moment against another.
const HELD_AGAINST: &[&str] =
    &["isBefore", "isAfter", "compareTo", "orderedAscending", "orderedDescending", "isDateInToday"];

/// Decisions by the clock: what is open, valid or over is the core's to say.
pub(crate) fn clocks(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let words = tokens(line);
        let held = words.iter().any(|word| HELD_AGAINST.contains(&word.as_str()))
            || pair(&words, ".", "timeIntervalSinceNow")
            || words.windows(3).any(|window| window == ["Duration", ".", "between"]);
        let compared = (0..words.len())
            .filter(|at| words[*at] == "compared")
            .any(|at| is_moment(&words, before(&words, at)) || is_moment(&words, after(&words, at)));
        (held || compared).then(|| format!("what is open, valid or over is the core's to say: {}", line.trim()))
    })
}

/// The last name of what stands before the sign at `at`.
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

/// The last name of what stands behind the sign at `at`: of `opening.to` it is `to`.
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

/// Whether the name is a record's moment (`opening.to`), or a call that asks the clock (`Date()`).
fn is_moment(words: &[String], name: Option<usize>) -> bool {
    let Some(name) = name else { return false };
    let word = words[name].as_str();
    let of_record = name > 0 && words[name - 1] == "." && MOMENTS.contains(&word);
    let asked = words.get(name + 1).is_some_and(|next| next == "(") && CLOCKS.contains(&word);
    of_record || asked
}

/// Which entries are news is the core's to say: a shell holds no entry against another.
pub(crate) fn news(source: &Source) -> Vec<String> {
    source.lines(|line| {
        let words = tokens(line);
        let compares = words.windows(2).any(|pair| matches!(pair[0].as_str(), "=" | "!") && pair[1] == "=");
        // `row.entry.entry` is an entry's name.
        let named = words.windows(4).any(|name| name == [".", "entry", ".", "entry"]);
        (compares && named).then(|| format!("which entries are news is the core's to say: {}", line.trim()))
    })
}

/// What screens may be drawn with.
const OF_SCREENS: &[&str] = &["SwiftUI", "GatepassKit", "GatepassGlance", "Foundation", "Observation", "ImageIO"];

/// Screens know neither the phone's own classes nor what the adapters are for.
pub(crate) fn toolkits(source: &Source) -> Vec<String> {
    let swift = source.path.starts_with("ios/Sources/GatepassUI/");
    let kotlin = source.path.starts_with("android/ui/");
    source.lines(|line| {
        let words = tokens(line);
        let import = words.iter().position(|word| word == "import")?;
        let module = words.get(import + 1)?;
        let foreign = swift && !OF_SCREENS.contains(&module.as_str()) || kotlin && module == "android";
        foreign.then(|| format!("screens are drawn with the toolkit alone: {}", line.trim()))
    })
}

fn pair(words: &[String], one: &str, other: &str) -> bool {
    words.windows(2).any(|window| window == [one, other])
}
