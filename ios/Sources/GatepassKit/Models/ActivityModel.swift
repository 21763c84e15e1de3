// Who came.

import Foundation
import GatepassBindings
import Observation

@MainActor
@Observable
public final class ActivityModel {
    public var filter: EntryFilter
    private var limit: UInt32 = 50
    /// Nil until the list is known.
    public private(set) var list: EntryList?

    public let session: Session

    public init(_ session: Session) {
        self.session = session
        filter = .all
    }

    /// Shows a state without following anything.
    public init(_ session: Session, showing entries: [EntryRow], filter: EntryFilter = .all) {
        self.session = session
        self.filter = filter
        list = EntryList(rows: entries, more: false)
    }

    /// What is asked for; following starts anew when it changes.
    public struct Question: Equatable, Sendable {
        public let query: EntryQuery
        let language: String
    }
    public var question: Question {
        Question(
            query: EntryQuery(profile: nil, pass: nil, only: filter, limit: limit), language: session.language)
    }

    /// Follows the log until the task is cancelled.
    public func follow() async {
        let query = question.query
        guard let gatepass = session.gatepass else { return }
        for await list in gatepass.entryList(query) { self.list = list }
    }

    public func refresh() async { await session.run { _ = try await $0.syncNow() } }
    public func showMore() { limit += 50 }

    /// Entries of one day on the clock of their building.
    public struct Day: Identifiable, Equatable, Sendable {
        public let id: String
        let day: EntryDay
        public let title: String
        public internal(set) var entries: [EntryRow]
    }

    public var days: [Day] {
        (list?.rows ?? []).reduce(into: []) { days, entry in
            if let last = days.last, last.day == entry.day {
                days[days.count - 1].entries.append(entry)
            } else {
                let title = session.moments(in: entry.timeZone).day(entry.day, of: entry.at)
                // Homes in other zones may bring a day back.
                days.append(Day(id: "\(entry.day.date) \(days.count)", day: entry.day, title: title, entries: [entry]))
            }
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
