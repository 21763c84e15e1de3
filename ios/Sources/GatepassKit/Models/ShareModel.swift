// Sending a pass to its guest.

import Foundation
import Observation

@MainActor
@Observable
public final class ShareModel: Identifiable {
    public let pass: PassRef
    /// What can be shared; nil until it is known.
    public private(set) var payload: SharePayload?
    public private(set) var problem: Problem?

    private let session: Session

    public init(_ session: Session, _ pass: PassRef) {
        self.session = session
        self.pass = pass
    }

    /// Shows a state without doing anything.
    public init(_ session: Session, _ pass: PassRef, showing payload: SharePayload) {
        self.session = session
        self.pass = pass
        self.payload = payload
    }

    public func load() async {
        guard payload == nil else { return }
        problem = nil
        do throws(Problem) {
            payload = try await session.ask { try await $0.share(pass: self.pass, language: nil) }
        } catch {
            problem = error
        }
    }

    /// The ways this pass can be shared, in the order they are offered.
    public var ways: [ShareAs] { payload?.ways ?? [] }

    /// Opens the phone's share sheet; true if something was sent.
    @discardableResult
    public func share(_ way: ShareAs) async -> Bool {
        guard let items = payload?.items(way), !items.isEmpty else { return false }
        return await session.phone.share(items)
    }
}

extension SharePayload {
    /// What goes to the share sheet.
    public func items(_ way: ShareAs) -> [ShareItem] {
        switch way {
        case .message: [.text(text)]
        case .qrPicture: (cardPng ?? qrPng).map { [.picture($0, title: title)] } ?? []
        case .linkOnly: url.flatMap(URL.init(string:)).map { [.link($0)] } ?? []
        case .accessCode: code.map { [.text($0)] } ?? []
        }
    }
}
