// A pass with one tap or one sentence.

import Foundation

/// A pass that was just made.
public struct QuickResult: Equatable, Sendable {
    public let pass: PassRef
    public let name: String
    /// The message for the guest, once the building's server has the pass.
    public let message: String?
}

extension Session {
    /// Makes a pass for today; without a home it is for the only one.
    public func quickPass(_ quick: QuickPass, for home: ProfileId?) async throws(Problem) -> QuickResult? {
        try await ask { gatepass in
            let pass = try await gatepass.quickPass(profile: home, quick: quick)
            // Sent at once where the server can be reached; the pass is made in any case.
            _ = try? await gatepass.syncNow()
            let details = try await gatepass.pass(pass: pass)
            let message = details.row.offers(.share) ? try? await gatepass.share(pass: pass, language: nil).text : nil
            return QuickResult(pass: pass, name: details.row.name, message: message)
        }
    }

    /// The homes as they are now, for who does not follow them.
    public func currentProfiles() async throws(Problem) -> [ProfileView] {
        try await ask { try await $0.profiles() } ?? []
    }
}

extension Problem {
    /// What keeps the library from opening, before there is a session to speak.
    public init(opening error: any Error, language: String) {
        self.init(error, in: Words.of(language))
    }
}
