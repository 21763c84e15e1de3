// One pass.

import Foundation
import Observation

@MainActor
@Observable
public final class PassModel {
    public enum State: Equatable, Sendable {
        case loading
        case shown(PassDetails)
        case gone
    }

    public let pass: PassRef
    public private(set) var state: State
    /// Its QR code as the core draws it, PNG.
    public private(set) var qr: Data?
    public private(set) var entries: EntryList

    public let session: Session

    public init(_ session: Session, _ pass: PassRef) {
        self.session = session
        self.pass = pass
        state = .loading
        entries = EntryList(rows: [], more: false)
    }

    /// Shows a state without following anything.
    public init(_ session: Session, _ pass: PassRef, showing state: State, qr: Data?, entries: [EntryRow]) {
        self.session = session
        self.pass = pass
        self.state = state
        self.qr = qr
        self.entries = EntryList(rows: entries, more: false)
    }

    public var details: PassDetails? {
        if case .shown(let details) = state { details } else { nil }
    }

    /// Follows the pass until the task is cancelled.
    public func followPass() async {
        guard let gatepass = session.gatepass else { return }
        for await details in gatepass.details(of: pass) {
            state = details.map(State.shown) ?? .gone
            if details?.row.offers(.share) != true {
                qr = nil
            } else if qr == nil {
                qr = await session.attempt { try? await $0.share(pass: self.pass, language: nil) }??.qrPng
            }
        }
    }

    /// How many visits are followed; following starts anew when it changes.
    public private(set) var visits: UInt32 = 10
    public func showMoreVisits() { visits += 100 }

    /// Follows who came with it.
    public func followEntries() async {
        guard let gatepass = session.gatepass else { return }
        let query = EntryQuery(profile: pass.profile, pass: pass.pass, only: .all, limit: visits)
        for await list in gatepass.entryList(query) { entries = list }
    }

    public func delete() async { await session.run { try await $0.revoke(pass: self.pass) } }
    public func undoDelete() async { await session.run { try await $0.undoRevoke(pass: self.pass) } }
    public func retry() async { await session.run { try await $0.retry(pass: self.pass) } }
    public func discard() async { await session.run { try await $0.discard(pass: self.pass) } }

    public func edit() async -> WizardModel? {
        await session.attempt { try await $0.editWizard(pass: self.pass) }.map { WizardModel(session, $0) }
    }

    public func copy(_ text: String) {
        session.phone.copy(text)
        session.phone.announce(session.words.common.copied)
    }
}
