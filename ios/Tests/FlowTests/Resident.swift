// A resident with a phone: the real library in a folder of its own, the app's screens over it.

import Foundation
import GatepassKit
import GatepassUI
import SwiftUI

/// What the screens borrow from the phone, written down instead of done.
@MainActor
final class Desk: Phone {
    var canScan = true
    /// What the camera sees; nil is no permission.
    var seen: String?
    var canLock = false
    var unlocks = true
    private(set) var shared: [[ShareItem]] = []
    private(set) var copied: [String] = []
    private(set) var announced: [String] = []
    private(set) var isBright = false

    func scanInvitation() async throws(CameraAccessDenied) -> String? {
        guard let seen else { throw CameraAccessDenied() }
        return seen
    }
    func copy(_ text: String) { copied.append(text) }
    func share(_ items: [ShareItem]) async -> Bool {
        shared.append(items)
        return true
    }
    func brighten() { isBright = true }
    func dim() { isBright = false }
    func unlock(reason: String) async -> Bool { unlocks }
    func allowNotifications() async -> Permission { .granted }
    func openSettings() {}
    func announce(_ sentence: String) { announced.append(sentence) }
}

@MainActor
final class Resident {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gatepass-\(UUID().uuidString)")
    let vault = MemoryVault()
    let desk = Desk()
    let defaults: UserDefaults
    private(set) var gatepass: Gatepass
    private(set) var session: Session
    private(set) var phone: PhoneInHand
    private let suite = "org.gatepass.tests.\(UUID().uuidString)"

    /// English, wherever the test runs.
    init() async throws {
        defaults = UserDefaults(suiteName: suite) ?? .standard
        gatepass = try await Self.open(folder, vault)
        session = Session(gatepass, phone: desk, preferences: Preferences(store: defaults))
        phone = PhoneInHand(AppScreen(session))
    }

    private static func open(_ folder: URL, _ vault: MemoryVault) async throws -> Gatepass {
        try await Gatepass.open(
            folder: folder, vault: vault, platform: PhonePlatform(deviceName: "Ana’s phone"), language: "en")
    }

    /// The app is ended and started again.
    func restart() async throws {
        phone.close()
        gatepass = try await Self.open(folder, vault)
        session = Session(gatepass, phone: desk, preferences: Preferences(store: defaults))
        phone = PhoneInHand(AppScreen(session))
    }

    func leave() {
        phone.close()
        defaults.removePersistentDomain(forName: suite)
        try? FileManager.default.removeItem(at: folder)
    }

    var words: Words { session.words }

    /// The pass with this name.
    func pass(_ name: String) async throws -> PassRow {
        let query = PassQuery(profile: nil, half: .all, search: "", limit: 100)
        let found = try await gatepass.passes(query: query).rows.first { $0.name == name }
        guard let found else { throw NotThere(name: name) }
        return found
    }

    struct NotThere: Error {
        let name: String
    }

    // MARK: What the story's words mean on the screens

    func activate(with text: String) async throws {
        try phone.tap("welcome.haveInvitation")
        try phone.fill("activation.invitation", text)
        try phone.tap("activation.activate")
        try await phone.wait(for: "passes")
    }

    func openPass(_ name: String) async throws {
        try await phone.wait("the pass \(name) in the list") { $0.says(name) }
        try phone.tap("pass.row", saying: name)
        try await phone.wait(for: "pass.more")
    }

    /// Fills in the wizard, which is open, and follows it to its end.
    func follow(_ plan: Plan) async throws {
        var plan = plan
        for _ in 0..<20 {
            try await phone.wait("a step of the wizard") { phone in
                phone.shows("wizard.primary") && phone.find("wizard.primary")?.isEnabled == true
            }
            try await plan.fillIn(phone)
            let step = title
            let isReview = phone.shows(words.wizard.openingsTitle) && phone.shows("field.trialMoment")
            try phone.tap("wizard.primary")
            try await phone.wait("the step after “\(step)”") { [self] phone in
                !phone.shows("wizard") || title != step || !phone.shows("wizard.progress")
            }
            if isReview { break }
        }
        try await phone.wait("the pass to be saved") { phone in
            !phone.shows("wizard") || (!phone.shows("wizard.progress") && phone.shows("wizard.primary"))
        }
        if !plan.isDone { throw PlanLeft(rest: plan.description) }
    }

    private var title: String {
        let nodes = phone.nodes
        return nodes.first { $0.identifier == "wizard.title" }?.label ?? ""
    }

    struct PlanLeft: Error {
        let rest: String
    }

    /// Leaves the wizard's last screen.
    func finish() async throws {
        if phone.shows("wizard") { try phone.tap("wizard.close") }
        try await phone.wait("the wizard to be gone") { !$0.shows("wizard") }
    }
}

extension Resident {
    /// Goes from the review to the step that has this field or choice.
    func jump(to thing: String) async throws {
        try await phone.wait("the review") { !self.changes(in: $0).isEmpty }
        for index in changes(in: phone).indices {
            let rows = changes(in: phone)
            try phone.tap(rows[index].identifier)
            try await phone.wait("a step") { self.changes(in: $0).isEmpty }
            if phone.shows(thing) || phone.shows("choice.\(thing)") { return }
            try phone.tap("Back to the review")
            try await phone.wait("the review") { !self.changes(in: $0).isEmpty }
        }
        throw NotThere(name: thing)
    }

    private func changes(in phone: PhoneInHand) -> [Node] {
        phone.nodes.filter { $0.identifier.hasPrefix("field.") && $0.spokenLabel.hasPrefix(words.wizard.change) }
    }
}

/// A failed test describes what it was about; a resident has the whole app in the hand.
extension Resident: CustomReflectable {
    nonisolated var customMirror: Mirror { Mirror(self, children: [:]) }
}
