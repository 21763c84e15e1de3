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

/// Asks the core what the resident has not been told of yet.
@MainActor
public final class Arrivals {
    private let session: Session

    public init(_ session: Session) {
        self.session = session
    }

    /// Asks the servers, and gives what the resident has not been told of, the oldest first.
    public func fetch() async -> [Announcement] {
        guard let gatepass = session.gatepass else { return [] }
        _ = try? await gatepass.syncNow()
        guard let rows = try? await gatepass.news() else { return [] }
        try? await gatepass.newsTold(entries: rows.map(\.entry))
        guard session.preferences.notifications else { return [] }
        return rows.map { announcement($0) }
    }

    /// The resident looks at the app: nothing in the log is news any more.
    public func seen() async {
        try? await session.gatepass?.logSeen()
    }

    private func announcement(_ row: EntryRow) -> Announcement {
        let words = session.words
        let guest = row.guest(in: words) ?? row.text
        switch row.event {
        case .arrived:
            let time = session.moments(in: row.timeZone).time(row.at)
            return Announcement(
                id: row.entry.entry, title: words.say(.notificationsArrivedTitle(guest: guest)),
                text: words.say(.notificationsArrivedText(door: row.door, time: time)),
                pass: row.pass)
        case .refused, .opened, .openedAgain, .openedByManager, .notHandled:
            return Announcement(
                id: row.entry.entry, title: words.say(.notificationsRefusedTitle(guest: guest)),
                text: words.say(.notificationsRefusedText(door: row.door, reason: row.text)),
                pass: row.pass)
        }
    }
}
