// Tells the resident who came while the app was not looked at.

import Foundation

/// A sentence for the phone's notification centre.
public struct Announcement: Equatable, Sendable {
    /// The same entry is never announced twice.
    public let id: String
    public let title: String
    public let text: String
    /// The pass to open when it is tapped.
    public let pass: PassRef?
}

/// Finds what is new in the log since it was last looked at.
@MainActor
public final class Arrivals {
    private let session: Session
    private let store: UserDefaults
    /// A burst longer than this is not worth a notification each.
    private static let most: UInt32 = 20
    private static let key = "lastEntry"

    public init(_ session: Session, store: UserDefaults = .standard) {
        self.session = session
        self.store = store
    }

    /// Asks the servers, and gives what happened since the last time, the oldest first. The first time nothing is new.
    public func fetch() async -> [Announcement] {
        guard let gatepass = session.gatepass else { return [] }
        _ = try? await gatepass.syncNow()
        let query = EntryQuery(profile: nil, pass: nil, limit: Self.most)
        guard let rows = try? await gatepass.entries(query: query).rows else { return [] }
        let last = store.string(forKey: Self.key)
        // An empty log is remembered, too: then the first guest of all is new.
        store.set(rows.first?.entry.entry ?? "", forKey: Self.key)
        guard let last, session.preferences.notifications else { return [] }
        return rows.prefix { $0.entry.entry != last }.reversed().compactMap { announcement($0) }
    }

    /// The resident has seen the log: nothing up to now is new any more.
    public func seen(_ rows: [EntryRow]) {
        if let newest = rows.first { store.set(newest.entry.entry, forKey: Self.key) }
    }

    private func announcement(_ row: EntryRow) -> Announcement? {
        let words = session.words.notifications
        guard let pass = row.passName else { return nil }
        if row.arrival {
            let time = session.moments(in: row.timeZone).time(row.at)
            return Announcement(
                id: row.entry.entry, title: words.arrivedTitle.filled(pass),
                text: words.arrivedText.filled(row.door, time),
                pass: row.pass)
        }
        guard row.decision == .denied else { return nil }
        return Announcement(
            id: row.entry.entry, title: words.refusedTitle.filled(pass),
            text: words.refusedText.filled(row.door, row.text),
            pass: row.pass)
    }
}
