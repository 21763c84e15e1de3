// Who came.

import Foundation
import Observation

@MainActor
@Observable
public final class ActivityModel {
    public enum Filter: CaseIterable, Hashable, Sendable {
        case all, arrivals, refused
    }

    public var filter: Filter
    private var limit: UInt32 = 50
    /// Nil until the list is known.
    public private(set) var list: EntryList?

    public let session: Session

    public init(_ session: Session) {
        self.session = session
        filter = .all
    }

    /// Shows a state without following anything.
    public init(_ session: Session, showing entries: [EntryRow], filter: Filter = .all) {
        self.session = session
        self.filter = filter
        list = EntryList(rows: entries, more: false)
    }

    /// What is asked for; following starts anew when it changes.
    public struct Question: Equatable, Sendable {
        let limit: UInt32
        let language: String
    }
    public var question: Question { Question(limit: limit, language: session.language) }

    /// Follows the log until the task is cancelled.
    public func follow() async {
        guard let gatepass = session.gatepass else { return }
        let query = EntryQuery(profile: nil, pass: nil, limit: limit)
        for await list in gatepass.entryList(query) { self.list = list }
    }

    public func refresh() async { await session.run { _ = try await $0.syncNow() } }
    public func showMore() { limit += 50 }

    /// The entries of one day on the clock of their building.
    public struct Day: Identifiable, Equatable, Sendable {
        public let id: String
        public let title: String
        public let entries: [EntryRow]
    }

    public var days: [Day] {
        let entries = (list?.rows ?? []).filter { isShown($0) }
        return entries.reduce(into: []) { days, entry in
            let moments = session.moments(in: entry.timeZone)
            let id = moments.dayKey(entry.at)
            if let last = days.last, last.id == id {
                days[days.count - 1] = Day(id: id, title: last.title, entries: last.entries + [entry])
            } else {
                days.append(Day(id: id, title: moments.day(entry.at), entries: [entry]))
            }
        }
    }

    private func isShown(_ entry: EntryRow) -> Bool {
        switch filter {
        case .all: true
        case .arrivals: entry.arrival
        case .refused: entry.decision == .denied
        }
    }
}

/// The photo of an entry.
@MainActor
@Observable
public final class PhotoModel: Identifiable {
    public enum State: Equatable, Sendable {
        case loading
        case shown(Data)
        case gone
        case failed(Problem)
    }
    public let entry: EntryRow
    public private(set) var state: State

    public let session: Session

    public init(_ session: Session, _ entry: EntryRow, showing state: State = .loading) {
        self.session = session
        self.entry = entry
        self.state = state
    }

    public func load() async {
        guard session.gatepass != nil else { return }
        state = .loading
        do throws(Problem) {
            let photo = try await session.ask { try await $0.entryPhoto(entry: self.entry.entry) }
            state = (photo ?? nil).map(State.shown) ?? .gone
        } catch {
            state = .failed(error)
        }
    }
}
