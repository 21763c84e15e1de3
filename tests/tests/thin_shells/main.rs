//! Checks in the sources that the phone apps are thin and equal.
//!
//! Only the adapters import the generated bindings; nothing makes a request, nothing decides by the clock what is valid.
//! Both apps use every word, have the same sample states of the same screens, and make the same checks of the bindings'
//! boundary. Each rule is also applied to small samples that violate it, so that a rule that finds nothing fails.

#![expect(clippy::unwrap_used, reason = "tests")]

mod parity;
mod rules;
mod source;

use source::Source;

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn only_the_adapters_know_the_generated_bindings() {
    assert_none(&source::shells().iter().flat_map(rules::imports).collect::<Vec<_>>());
}

#[test]
fn shells_make_no_request() {
    assert_none(&source::shells().iter().flat_map(rules::requests).collect::<Vec<_>>());
}

#[test]
fn shells_decide_nothing_by_the_clock() {
    assert_none(&source::shells().iter().flat_map(rules::clocks).collect::<Vec<_>>());
}

#[test]
fn shells_do_not_decide_what_is_news() {
    assert_none(&source::shells().iter().flat_map(rules::news).collect::<Vec<_>>());
}

#[test]
fn shells_do_not_decide_what_a_pass_says_or_offers() {
    assert_none(&source::shells().iter().flat_map(rules::offers).collect::<Vec<_>>());
}

#[test]
fn no_fact_crosses_that_nothing_draws() {
    let surface = std::fs::read_to_string(source::project_folder().join("bindings/surface.txt")).unwrap();
    assert!(surface.contains("record PassRow"), "where is the row?");
    assert_none(&rules::crossing_facts(&surface));
}

#[test]
fn screens_know_their_toolkit_and_the_adapters_alone() {
    assert_none(&source::shells().iter().flat_map(rules::toolkits).collect::<Vec<_>>());
}

#[test]
fn both_apps_say_every_word() {
    assert_none(&parity::unused_words());
}

#[test]
fn both_apps_say_every_message() {
    assert_none(&parity::unsaid_messages(&parity::messages(), &parity::apps()));
}

#[test]
fn a_message_that_an_app_does_not_say_is_seen() {
    let swift = "let text = words.say(.passUsed(used: 3)) // words.say(.passQrLabel(name: name))";
    let kotlin = "import org.gatepass.core.PassQrLabelMessage\n\
                  typealias PassQrLabelMessage = org.gatepass.bindings.AppMessage.PassQrLabel\n\
                  val name = \"PassQrLabelMessage\"\n\
                  val text = \"${words.say(PassUsedMessage(3u))}, \"";
    let apps = [("ios", vec![Source::of(SCREEN, swift)]), ("android", vec![Source::of(COMPOSE, kotlin)])];
    let messages = ["PassUsed", "PassQrLabel"].map(str::to_owned);
    let unsaid = ["ios: nobody says PassQrLabel", "android: nobody says PassQrLabel"];
    assert_eq!(parity::unsaid_messages(&messages, &apps), unsaid);
}

#[test]
fn both_apps_have_a_sample_of_every_state() {
    assert_none(&parity::missing_samples());
}

#[test]
fn every_language_makes_every_check_of_the_boundary() {
    assert_none(&parity::missing_checks());
}

/// The number of violations a rule finds in a file of this text.
fn violations(rule: fn(&Source) -> Vec<String>, path: &str, text: &str) -> usize {
    rule(&Source::of(path, text)).len()
}

const SCREEN: &str = "ios/Sources/GatepassUI/PassScreen.swift";
const COMPOSE: &str = "android/ui/src/main/kotlin/org/gatepass/ui/PassScreen.kt";

#[test]
fn a_forbidden_import_is_seen() {
    assert_eq!(violations(rules::imports, SCREEN, "import GatepassKit\nimport GatepassBindings"), 1);
    assert_eq!(violations(rules::imports, SCREEN, "@preconcurrency import struct GatepassBindings.PassRow"), 1);
    assert_eq!(violations(rules::imports, COMPOSE, "import org.gatepass.bindings.PassRow"), 1);
    assert_eq!(violations(rules::imports, COMPOSE, "val a = org.gatepass.bindings.words(\"en\")"), 1);
    assert_eq!(
        violations(rules::imports, SCREEN, "// import GatepassBindings\nlet a = \"import GatepassBindings\""),
        0
    );
    assert_eq!(violations(rules::imports, "ios/Sources/GatepassKit/Types.swift", "import GatepassBindings"), 0);
    let adapter = "android/core/src/main/kotlin/org/gatepass/core/Types.kt";
    assert_eq!(violations(rules::imports, adapter, "import org.gatepass.bindings.PassRow"), 0);
}

#[test]
fn a_request_is_seen() {
    for text in [
        "let (data, _) = try await URLSession.shared.data(from: url)",
        "let request = URLRequest(url: url)",
        "AsyncImage(url: photo)",
        "import Network",
        "let body = try Data(contentsOf: pass.link)",
        "let body = try String(contentsOf: url, encoding: .utf8)",
    ] {
        assert_eq!(violations(rules::requests, SCREEN, text), 1, "{text}");
    }
    for text in [
        "val connection = URL(link).openConnection()",
        "import java.net.http.HttpClient",
        "import java.net.HttpURLConnection",
        "import okhttp3.OkHttpClient",
        "import io.ktor.client.HttpClient",
        "import retrofit2.Retrofit",
        "import coil3.compose.AsyncImage",
        "val text = URL(link).readText()",
    ] {
        assert!(violations(rules::requests, COMPOSE, text) > 0, "{text}");
    }
    assert_eq!(violations(rules::requests, SCREEN, "let note = try Data(contentsOf: file)"), 0);
    assert_eq!(violations(rules::requests, SCREEN, "// URLSession\nlet note = \"no URLSession here\"; open(url)"), 0);
}

#[test]
fn a_decision_by_the_clock_is_seen() {
    for text in [
        "if opening.to < Date() { hide() }",
        "let over = Date.now >= pass.expires",
        "if row.opening!.from <= moment { show() }",
        "let left = opening.to.timeIntervalSinceNow",
        "if Calendar.current.compare(opening.to, to: day, toGranularity: .day) == .orderedAscending { hide() }",
    ] {
        assert_eq!(violations(rules::clocks, SCREEN, text), 1, "{text}");
    }
    for text in [
        "if (opening.to.isBefore(moment)) hide()",
        "val over = clock.instant().isAfter(pass.revokedAt)",
        "if (Instant.now() > opening.to) hide()",
        "if (System.currentTimeMillis() >= limit) hide()",
        "val early = LocalDate.now(zone) < first",
        "val left = Duration.between(moment, opening.to)",
        "if (opening.to.compareTo(moment) < 0) hide()",
    ] {
        assert!(violations(rules::clocks, COMPOSE, text) > 0, "{text}");
    }
    for text in [
        "if stuck > 0 { warn() }",
        "FilledButton(enabled = now < kind.max)",
        "val kinds: List<Opening> = emptyList()",
        "request.earliestBeginDate = Date(timeIntervalSinceNow: 15 * 60)",
        "// opening.to < Date()",
        "let text = \"opening.to < Date()\"",
        "func show(_ from: Binding<Date>, to: Set<Int>) {}",
        "Text(moments.range(opening.from, opening.to))",
    ] {
        assert_eq!(violations(rules::clocks, SCREEN, text), 0, "{text}");
    }
}

#[test]
fn a_decision_about_news_is_seen() {
    let swift = "return rows.prefix { $0.entry.entry != last }.reversed()";
    assert_eq!(violations(rules::news, SCREEN, swift), 1);
    assert_eq!(violations(rules::news, SCREEN, "if last == row.entry.entry { stop() }"), 1);
    assert_eq!(violations(rules::news, COMPOSE, "val fresh = rows.takeWhile { it.entry.entry != last }"), 1);
    assert_eq!(violations(rules::news, COMPOSE, "manager.notify(it.entry.entry, 0, note)"), 0);
    assert_eq!(violations(rules::news, SCREEN, "if row.entry == selected { show(row) }"), 0);
}

#[test]
fn a_decision_about_what_a_pass_says_or_offers_is_seen() {
    for text in [
        "Line(since: now, text: text, isOpen: row.status == .open)",
        ".foregroundStyle(row.state == .usedUp ? .red : .green)",
        "if case .revoked = details.row.state { hide() }",
        "case .waiting where details.row.badges.contains(.notOnServer):",
        "guard let left, kind != .oneTime, !badges.contains(.lastUse) else { return nil }",
        "public var canBeShared: Bool { !isOver && !badges.contains(.notOnServer) }",
        "if model.sync.stuck > 0 { return warning }",
        "let left = details.limit - details.used",
        "case .refused: entry.decision == .denied",
        "if row.offers(.share) && home.isReady { share() }",
        "if home.signedIn && !row.actions.isEmpty { menu() }",
    ] {
        assert_eq!(violations(rules::offers, SCREEN, text), 1, "{text}");
    }
    for text in [
        "if (details.row.status in over) return",
        "color = if (row.status == Status.OPEN) colors.primary else colors.onSurfaceVariant,",
        "if (row.state is UsedUpState) return",
        "if (row.state !is OpenState) return",
        "if (Badge.NOT_ON_SERVER in details.row.badges) note()",
        "val ofBadges = badges.sortedByDescending { it.urgency }",
        "val left = left?.takeIf { Badge.LAST_USE !in badges }",
        "get() = sync.phase is OfflinePhase || waiting > 0u",
        "if (row.usesLeft == 1u) last()",
        "val offersNew = state.shown.any { it.passesEnabled && it.signedIn }",
        "entry.decision == Decision.DENIED -> Icons.Refused to Tone.WRONG",
    ] {
        assert_eq!(violations(rules::offers, COMPOSE, text), 1, "{text}");
    }
    for text in [
        "switch row.state {",
        "case .open(let until): words.passes.openUntil.filled(moments.moment(until))",
        "var marks = row.badges.map { Mark($0, in: words) }",
        "ForEach(row.badges, id: \\.self) { mark in show(mark) }",
        "if details.row.offers(.share) {",
        ".disabled(!details.row.offers(.edit))",
        "if let left = row.usesLeft {",
        "if let hindrance = model.list?.hints.hindrance {",
        "if case .shown(let details) = state { details } else { nil }",
        "if entry.kind == nil { hide() }",
    ] {
        assert_eq!(violations(rules::offers, SCREEN, text), 0, "{text}");
    }
    for text in [
        "is OpenState -> words.passes.openUntil.with(formats.until(state.until, timeZone))",
        "val ofBadges = badges.map { badge ->",
        "for (mark in row.badges) show(mark)",
        "if (details?.row?.offers(PassAction.SHARE) == true) {",
        "details.limit == null -> words.common.unlimited",
        "internal fun PassRow.offers(action: PassAction): Boolean = action in actions",
    ] {
        assert_eq!(violations(rules::offers, COMPOSE, text), 0, "{text}");
    }
}

#[test]
fn a_fact_that_nothing_draws_is_seen() {
    let surface =
        "record PassRow\n    name: String\n    status: Status\n    used: UInt32\n\nrecord Other\n    used: UInt32\n";
    assert_eq!(rules::crossing_facts(surface).len(), 2);
}

#[test]
fn a_foreign_toolkit_is_seen() {
    assert_eq!(violations(rules::toolkits, SCREEN, "import UIKit"), 1);
    assert_eq!(violations(rules::toolkits, SCREEN, "import SwiftUI\nimport GatepassKit"), 0);
    assert_eq!(violations(rules::toolkits, COMPOSE, "import android.content.Context"), 1);
    assert_eq!(violations(rules::toolkits, COMPOSE, "import androidx.compose.runtime.Composable"), 0);
}
