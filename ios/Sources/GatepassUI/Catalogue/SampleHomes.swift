// Homes, and a phone that only remembers what it was asked.

import Foundation
import GatepassKit

/// The moment of the samples: Tuesday, 24 November 2026, 14:30 in New York.
enum SampleClock {
    static let now = Date(timeIntervalSince1970: 1_795_548_600)
    static func minutes(_ minutes: Double) -> Date { now.addingTimeInterval(minutes * 60) }
    static func days(_ days: Double) -> Date { now.addingTimeInterval(days * 86_400) }
}

@MainActor
struct SampleHomes {
    let language: String

    func session(with profiles: [ProfileView]) -> Session {
        Session(
            showing: profiles, language: language, phone: SamplePhone(),
            preferences: Preferences(store: UserDefaults(suiteName: "org.gatepass.samples") ?? .standard))
    }

    var elm: ProfileView { home("1", "Elm House", "1 Elm Street, New York", unit: "12B") }
    var harbour: ProfileView { home("2", "Harbour Court", "7 Quay Road, New York", unit: "3") }
    var signedOut: ProfileView { home("1", "Elm House", "1 Elm Street, New York", unit: "12B", signedIn: false) }

    var notice: Notice {
        Notice(
            id: 1, at: SampleClock.now, profile: "1",
            text: Words.of(language).say(.noticesChangeOverruled(name: "Cleaner")))
    }

    private func home(
        _ id: ProfileId, _ site: String, _ address: String, unit: String, signedIn: Bool = true
    ) -> ProfileView {
        ProfileView(
            id: id, resident: "Ana", site: site, address: address, timeZone: "America/New_York", unit: unit,
            server: "https://passes.example.com", signedIn: signedIn,
            doors: [
                Door(id: "street", name: "Street door", kind: .street), Door(id: "lobby", name: "Lobby", kind: .lobby),
                Door(id: "garage", name: "Garage", kind: .garage),
            ])
    }
}

/// A phone for previews: does nothing, and remembers it.
@MainActor
public final class SamplePhone: Phone {
    public private(set) var copied: [String] = []
    public private(set) var shared: [[ShareItem]] = []
    public private(set) var announced: [String] = []
    public private(set) var isBright = false

    public init() {}

    public var canScan: Bool { true }
    public func scanInvitation() async throws(CameraAccessDenied) -> String? { nil }
    public func copy(_ text: String) { copied.append(text) }
    public func share(_ items: [ShareItem]) async -> Bool {
        shared.append(items)
        return true
    }
    public func brighten() { isBright = true }
    public func dim() { isBright = false }
    public var canLock: Bool { true }
    public func unlock(reason: String) async -> Bool { true }
    public func allowNotifications() async -> Permission { .granted }
    public func openSettings() {}
    public func announce(_ sentence: String) { announced.append(sentence) }
}
