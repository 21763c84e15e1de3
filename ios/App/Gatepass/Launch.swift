// Opens the library, once for the window, the background and spoken commands.

import Foundation
import GatepassGlance
import GatepassKit
import Observation
import UIKit
import WidgetKit

@MainActor
@Observable
final class Launch {
    enum State {
        case opening
        case open(Session)
        case failed(Problem)
    }

    /// Windows, intents and background tasks share one open library: its database has one owner.
    static let shared = Launch()

    private(set) var state = State.opening
    private var opening: Task<Session?, Never>?

    var session: Session? {
        if case .open(let session) = state { session } else { nil }
    }

    /// The language before the library is there to ask.
    static var language: String { Locale.preferredLanguages.first ?? "en" }

    /// Opens the library unless it is open already.
    @discardableResult
    func open() async -> Session? {
        if let session { return session }
        if let opening { return await opening.value }
        let task = Task { await openLibrary() }
        opening = task
        defer { opening = nil }
        return await task.value
    }

    private func openLibrary() async -> Session? {
        state = .opening
        let preferences = Preferences()
        do {
            let gatepass = try await Gatepass.open(
                folder: URL.applicationSupportDirectory.appending(path: "gatepass"), vault: KeychainVault(),
                platform: PhonePlatform(deviceName: UIDevice.current.name), language: preferences.language)
            let session = Session(gatepass, phone: Device(), preferences: preferences)
            state = .open(session)
            return session
        } catch {
            state = .failed(Problem(opening: error, language: Self.language))
            return nil
        }
    }

    /// Keeps the widget up to date while the window is there.
    func keepUp(_ session: Session) async {
        guard let board = NextPassNoteStore() else { return }
        await NextPassWriter(session, board: board) { WidgetCenter.shared.reloadAllTimelines() }.follow()
    }
}
